#include "kiosk/screens/gallery.h"

#include "kiosk/screens/controls.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/gone.h"
#include "kiosk/screens/help.h"
#include "kiosk/screens/idle.h"
#include "kiosk/screens/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace pufa::screens {

namespace {

constexpr std::array k_looks{PillLook::primary, PillLook::warm,     PillLook::white,
                             PillLook::quiet,   PillLook::outlined, PillLook::current,
                             PillLook::help,    PillLook::on_dark};
enum class State { plain, pressed, disabled };
constexpr std::array k_states{State::plain, State::pressed, State::disabled};
constexpr std::array k_chips{std::pair{Color::ink, Color::peel_tint},
                             std::pair{Color::ink, Color::mist},
                             std::pair{Color::river, Color::river_tint}};
constexpr std::array k_colors{Color::paper,      Color::card,       Color::mist,      Color::ink,
                              Color::ink2,       Color::brick,      Color::line,      Color::seal,
                              Color::seal_tint,  Color::palm,       Color::palm_tint, Color::peel,
                              Color::peel_tint,  Color::gold,       Color::gold_tint, Color::river,
                              Color::river_dark, Color::river_tint, Color::night,     Color::night2,
                              Color::snow,       Color::snow2,      Color::aqua,      Color::amber};
struct Kind {
    char32_t icon;
    Color color, tint;
};
constexpr std::array k_kinds{Kind{ui::icons::video, Color::river, Color::river_tint},
                             Kind{ui::icons::quiz, Color::peel, Color::peel_tint},
                             Kind{ui::icons::book, Color::seal, Color::seal_tint},
                             Kind{ui::icons::handshake, Color::palm, Color::palm_tint},
                             Kind{ui::icons::campaign_day, Color::gold, Color::gold_tint}};
constexpr std::array k_sizes{ui::type::caption, ui::type::body,     ui::type::body_large,
                             ui::type::title,   ui::type::headline, ui::type::display,
                             ui::type::number};
constexpr float k_bar = 14, k_card = 168, k_swatch = 64, k_least_cell = 260, k_round = 34;
constexpr float k_picture_shape = 408.f / 230;
constexpr float k_foot_mm = 22;
constexpr int k_asked_seconds = 20;

/// What stands below each other in a part; its height is known before it is drawn.
struct Row {
    float height;
    std::function<void(const Rect& row)> draw;
};

/// `rect` in `count` columns of one width.
Rect cell(const Rect& row, size_t index, size_t count, float gap) {
    const auto n = static_cast<float>(count);
    const float w = (row.w - gap * (n - 1)) / n;
    return {row.x + static_cast<float>(index) * (w + gap), row.y, w, row.h};
}

class Part {
  public:
    Part(Ui& ui, GalleryState& state, const Rect& clip, float width)
        : m_ui(ui)
        , m_state(state)
        , m_clip(clip)
        , m_gap(target_gap(ui))
        , m_key(ui.layout().mm(k_normal_mm)) {
        switch (state.part) {
        case GalleryPart::buttons:
            buttons(width);
            break;
        case GalleryPart::marks:
            marks(width);
            break;
        case GalleryPart::cards:
            cards(width);
            break;
        case GalleryPart::controls:
            controls(width);
            break;
        case GalleryPart::sheets:
            sheets();
            break;
        }
    }

    [[nodiscard]] float length() const {
        float sum = 2 * ui::space::s24;
        for (const auto& row : m_rows)
            sum += row.height + ui::space::s24;
        return sum;
    }
    void draw(const Rect& content) const {
        float y = content.y + ui::space::s24;
        for (const auto& row : m_rows) {
            row.draw({content.x, y, content.w, row.height});
            y += row.height + ui::space::s24;
        }
    }

  private:
    template <class Draw>
    void add(float height, Draw&& draw) {
        m_rows.push_back({height, std::forward<Draw>(draw)});
    }

    void one_pill(const Rect& rect, PillLook look, State state, std::string_view label) {
        const auto id = fmt::format("gallery.{}.{}{}", static_cast<int>(state),
                                    static_cast<int>(look), label.empty() ? ".round" : "");
        if (state == State::pressed) m_ui.memory().press_depth[id] = 1;
        if (look == PillLook::on_dark || look == PillLook::white)
            m_ui.fill(rect.inset(-ui::space::s8), Color::night, rect.h / 2 + ui::space::s8);
        (void)clipped_pill(m_ui, m_clip,
                           {.id = id,
                            .rect = rect,
                            .label = label,
                            .icon = ui::icons::help,
                            .look = look,
                            .enabled = state != State::disabled});
    }
    /// A look's three states, and round ones.
    void buttons(float width) {
        const size_t across = width > 6 * k_least_cell ? 2 : 1;
        for (size_t i = 0; i < k_looks.size(); i += across)
            add(m_key, [this, i, across](const Rect& row) {
                for (size_t j = 0; j < across; ++j)
                    for (size_t s = 0; s < k_states.size(); ++s)
                        one_pill(cell(row, j * k_states.size() + s, across * k_states.size(),
                                      m_gap + ui::space::s8),
                                 k_looks[i + j], k_states[s], m_ui.tr("screens.help"));
            });
        add(m_key, [this](const Rect& row) {
            for (size_t s = 0; s < k_states.size(); ++s)
                one_pill({row.x + static_cast<float>(s) * (m_key + m_gap), row.y, m_key, m_key},
                         PillLook::outlined, k_states[s], {});
        });
    }

    void marks(float width) {
        for (const float size : k_sizes)
            add(size * k_title_line, [this, size](const Rect& row) {
                const auto words = m_ui.tr("screens.app_name");
                const auto style = [&](size_t i) {
                    const Face face = i == 0   ? Face::sans
                                      : i == 1 ? Face::sans_bold
                                               : Face::serif_bold;
                    return TextStyle{face, size, Color::ink, k_title_line, 1};
                };
                for (size_t i = 0; i < 3; ++i)
                    m_ui.text(style(i), {cell(row, i, 3, m_gap).x, row.y}, cell(row, i, 3, m_gap).w,
                              words, Align::left, 1);
            });
        const auto across = static_cast<size_t>(width / (k_swatch + ui::space::s12));
        for (size_t from = 0; from < k_colors.size(); from += across)
            add(k_swatch, [this, from, across](const Rect& row) {
                for (size_t i = from; i < std::min(k_colors.size(), from + across); ++i) {
                    const Rect at = cell(row, i - from, across, ui::space::s12);
                    m_ui.fill(at, k_colors[i], ui::radius::chip);
                    m_ui.outline(at, Color::line, 1, ui::radius::chip);
                }
            });
        add(chip_height(), [this](const Rect& row) { chips(row); });
        add(2 * k_round, [this](const Rect& row) {
            for (size_t i = 0; i < k_kinds.size(); ++i)
                round_icon(m_ui,
                           {row.x + k_round + static_cast<float>(i) * (2 * k_round + m_gap),
                            row.center().y},
                           k_round, k_kinds[i].icon, k_kinds[i].color, k_kinds[i].tint);
        });
        for (const float done : {0.f, 0.35f, 1.f})
            add(k_bar, [this, done](const Rect& row) { progress_bar(m_ui, row, done); });
        using Step = QuizModel::Step;
        add(k_bar, [this](const Rect& row) {
            step_bar(m_ui, row, {Step::right, Step::wrong, Step::current, Step::waiting});
        });
    }
    void chips(const Rect& row) {
        float x = row.x;
        for (const auto& [ink, ground] : k_chips)
            x = chip(m_ui, {x, row.y}, m_ui.tr("screens.demo"), ink, ground).right() +
                ui::space::s24;
        for (int volume = 0; volume <= 5; ++volume) {
            volume_bars(m_ui, {x, row.center().y}, volume, Color::river, Color::line);
            x += volume_bars_width() + ui::space::s24;
        }
    }

    [[nodiscard]] VideoCard video(size_t index) const {
        VideoCard card;
        card.title = m_ui.tr(index % 2 == 0 ? "screens.help.law" : "screens.watch.failed_next");
        card.note = m_ui.tr("screens.app_name");
        card.duration = std::chrono::minutes{1} * static_cast<int>(index + 1);
        card.ai_generated = index % 2 == 1;
        card.unavailable = index == 2;
        return card;
    }
    void cards(float width) {
        const auto across = static_cast<size_t>(m_ui.layout().columns);
        const float w =
            (width - m_gap * static_cast<float>(across - 1)) / static_cast<float>(across);
        const float picture = w / k_picture_shape;
        for (size_t from = 0; from < 4; from += across)
            add(picture + video_card_words_height(2),
                [this, from, across, picture](const Rect& row) {
                    for (size_t i = from; i < std::min<size_t>(4, from + across); ++i) {
                        const Rect at = cell(row, i - from, across, m_gap);
                        (void)video_card(m_ui, fmt::format("gallery.card.{}", i),
                                         {at.x, at.y, at.w, picture}, m_clip, video(i), 2);
                    }
                });
        add(k_card, [this](const Rect& row) {
            (void)wide_video_card(m_ui, "gallery.wide", row, m_clip, video(1));
        });
        add(k_card, [this](const Rect& row) {
            if (row.intersected(m_clip).h < row.h) return;
            (void)next_video_card(m_ui, "gallery.next", row, m_ui.tr("screens.watch.next_video"),
                                  video(0));
        });
        add(2 * k_card, [this](const Rect& row) {
            for (const auto elevation : {Elevation::low, Elevation::middle, Elevation::high}) {
                const Rect at = cell(row, static_cast<size_t>(elevation), 3, 2 * m_gap);
                card(m_ui, at, elevation);
                message(m_ui, at.inset(ui::space::s16),
                        {ui::icons::help, Color::river, Color::river_tint,
                         m_ui.tr("screens.app_name"), m_ui.tr("screens.help.law")});
            }
        });
    }

    void one_switch(const Rect& row, std::string_view id, bool on, bool enabled) {
        if (switch_row(m_ui, m_clip, {id, row, m_ui.tr("screens.look.contrast"), on, enabled}))
            m_state.switched = !m_state.switched;
    }
    void controls(float width) {
        const float h = switch_height(m_ui);
        add(h, [this](const Rect& row) { one_switch(row, "gallery.on", m_state.switched, true); });
        add(h,
            [this](const Rect& row) { one_switch(row, "gallery.off", !m_state.switched, true); });
        add(h, [this](const Rect& row) { one_switch(row, "gallery.fixed", true, false); });
        add(ui::type::headline * k_title_line, [this](const Rect& row) {
            m_ui.label(bold(ui::type::headline, Color::ink), row,
                       m_state.typed.empty() ? m_ui.tr("screens.app_name") : m_state.typed);
        });
        for (const auto which : {Keyboard::pin, Keyboard::letters})
            add(keys_height(m_ui, which, width), [this, which](const Rect& row) {
                type(keys(m_ui, m_clip,
                          {which == Keyboard::pin ? "gallery.pin" : "gallery.keys",
                           which,
                           {row.x, row.y},
                           row.w,
                           !m_state.typed.empty()}));
            });
    }
    void type(std::optional<char> typed) {
        constexpr size_t k_longest = 12;
        if (!typed) return;
        if (*typed == k_enter)
            m_state.typed.clear();
        else if (*typed != k_erase && m_state.typed.size() < k_longest)
            m_state.typed += *typed;
        else if (*typed == k_erase && !m_state.typed.empty())
            m_state.typed.pop_back();
    }

    void open(const Rect& row, std::string_view id, std::string_view label, char32_t icon,
              const Overlay& overlay) {
        if (clipped_pill(m_ui, m_clip, {id, row, label, icon, PillLook::outlined}))
            m_state.overlay = overlay;
    }
    void sheets() {
        add(m_key, [this](const Rect& row) {
            open(row, "gallery.help", m_ui.tr("screens.help"), ui::icons::help, HelpModel{});
        });
        add(m_key, [this](const Rect& row) {
            open(row, "gallery.language", m_ui.tr("screens.look.title"), ui::icons::translate,
                 LanguageModel{});
        });
        add(m_key, [this](const Rect& row) {
            open(row, "gallery.idle", m_ui.tr("screens.idle.ask"), ui::icons::hourglass,
                 IdleModel{k_asked_seconds});
        });
        add(m_key, [this](const Rect& row) {
            open(row, "gallery.gone", m_ui.tr("screens.gone.title"), ui::icons::schedule,
                 GoneModel{});
        });
        constexpr std::array k_toasts{ToastKind::done, ToastKind::told, ToastKind::failed};
        for (const auto kind : k_toasts)
            add(k_swatch * 2, [this, kind](const Rect& row) {
                (void)toast(m_ui, row, kind,
                            m_ui.tr(kind == ToastKind::done   ? "screens.result.thanks"
                                    : kind == ToastKind::told ? "screens.untranslated"
                                                              : "screens.watch.failed"));
            });
    }

    Ui& m_ui;
    GalleryState& m_state;
    Rect m_clip;
    float m_gap;
    float m_key;
    std::vector<Row> m_rows;
};

/// The parts, and what changes the look.
Intent foot(Ui& ui, const Rect& row, GalleryState& state) {
    constexpr std::array k_icons{ui::icons::touch_app, ui::icons::list, ui::icons::video,
                                 ui::icons::box_checked, ui::icons::article};
    const float side = ui.layout().mm(k_normal_mm);
    const float gap = target_gap(ui);
    Intent intent;
    const auto at = [&](float x) { return Rect{x, row.center().y - side / 2, side, side}; };
    for (size_t i = 0; i < k_gallery_parts.size(); ++i) {
        const bool here = state.part == k_gallery_parts[i];
        if (pill(ui, {.id = fmt::format("gallery.part.{}", i),
                      .rect = at(row.x + static_cast<float>(i) * (side + gap)),
                      .label = {},
                      .icon = k_icons[i],
                      .look = here ? PillLook::current : PillLook::outlined}))
            state.part = k_gallery_parts[i];
    }
    const auto& look = ui.look();
    const bool large = look.text == ui::TextSize::large;
    const bool dark = look.theme == ui::Theme::high_contrast;
    const float x = row.right() - 2 * side - gap;
    if (pill(ui, {"gallery.theme",
                  at(x),
                  {},
                  ui::icons::contrast,
                  dark ? PillLook::current : PillLook::outlined}))
        intent = ChooseTheme{dark ? ui::Theme::light : ui::Theme::high_contrast};
    if (pill(ui, {"gallery.text",
                  at(x + side + gap),
                  {},
                  large ? ui::icons::text_decrease : ui::icons::text_increase,
                  PillLook::outlined}))
        intent = ChooseTextSize{large ? ui::TextSize::normal : ui::TextSize::large};
    return intent;
}

Intent draw_overlay(Ui& ui, GalleryState& state) {
    Intent intent;
    if (const auto* help = std::get_if<HelpModel>(&state.overlay)) intent = draw_help(ui, *help);
    if (std::holds_alternative<LanguageModel>(state.overlay)) intent = draw_language(ui);
    if (const auto* idle = std::get_if<IdleModel>(&state.overlay)) intent = draw_idle(ui, *idle);
    if (const auto* gone = std::get_if<GoneModel>(&state.overlay)) intent = draw_gone(ui, *gone);
    if (std::holds_alternative<CloseOverlay>(intent)) state.overlay = {};
    return intent;
}

} // namespace

Intent draw_gallery(Ui& ui, GalleryState& state) {
    draw_ground(ui);
    const auto& layout = ui.layout();
    const float foot_height = layout.mm(k_foot_mm);
    const Rect row{layout.margin, layout.canvas_height - foot_height,
                   layout.canvas_width - 2 * layout.margin, foot_height};
    const Rect area{row.x, 0, row.w, row.y};
    {
        PagePane pane{ui, "gallery", area, [&](float width) {
                          return Part{ui, state, {}, width}.length();
                      }};
        const Rect content = pane.content();
        Part{ui, state, pane.reach(), content.w}.draw(content);
    }
    ui.fill({0, row.y, layout.canvas_width, foot_height}, Color::card);
    Intent intent = foot(ui, row, state);
    if (!std::holds_alternative<std::monostate>(state.overlay)) intent = draw_overlay(ui, state);
    return intent;
}

} // namespace pufa::screens
