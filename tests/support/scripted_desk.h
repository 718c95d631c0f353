#pragma once
// The desk in fake time, with sticks, a PIN and a pufa-admin that say what the test makes them say.

#include "kiosk/staff/desk.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::support {

class ScriptedDesk {
  public:
    using Stick = removable::Stick;

    explicit ScriptedDesk(model::Language language = model::Language::zh_hans)
        : desk(std::make_unique<staff::Desk>(settings_in(language), staff::Now{k_start, k_wall})) {
        send(staff::PinFacts{.set = true});
    }

    std::unique_ptr<staff::Desk> desk;
    std::vector<staff::Effect> asked; ///< all of it, oldest first
    std::vector<Stick> sticks;

    void send(const staff::Event& event) {
        for (auto& effect : desk->update(event, {now, k_wall + (now_ms() - start_ms())}))
            asked.push_back(std::move(effect));
    }
    void pass(base::Micros span) {
        now += span;
        send(staff::Tick{});
    }
    void act(screens::StaffVerb verb, std::string subject = {}, int64_t value = 0) {
        touch(screens::StaffAct{verb, std::move(subject), value});
    }
    void go(screens::StaffPart part) { touch(screens::StaffGo{part}); }
    void type(std::string_view keys) {
        for (const char key : keys)
            touch(screens::StaffKey{key});
    }
    void touch(screens::StaffIntent intent) {
        send(staff::Touched{});
        send(std::move(intent));
    }
    /// Held, and the PIN entered.
    void enter() {
        send(staff::Opened{});
        type("280614\n");
        send(staff::PinJudged{.right = true});
    }

    // ---- the world's answers ----
    void plug_in(std::string id, std::string label) {
        Stick stick;
        stick.id = std::move(id);
        stick.label = std::move(label);
        stick.file_system = "exfat";
        stick.size_bytes = 16'000'000'000;
        sticks.push_back(std::move(stick));
        send(staff::SticksSeen{sticks});
    }
    void stick_is(Stick::State state, std::optional<Error> trouble = {}) {
        sticks.front().state = state;
        sticks.front().trouble = std::move(trouble);
        const bool mounted = state == Stick::State::readable || state == Stick::State::writable;
        sticks.front().folder = mounted ? "/run/media/stick" : "";
        send(staff::SticksSeen{sticks});
    }
    void pull_out() {
        sticks.erase(sticks.begin());
        send(staff::SticksSeen{sticks});
    }
    void report(staff::Job job, std::string json, int exit_code = 0) {
        send(staff::JobEnded{job, exit_code, report::Report{std::move(json)}, {}});
    }
    void fail(staff::Job job, std::string code, std::string sentence, int exit_code = 3) {
        send(staff::JobEnded{
            job, exit_code, {}, report::Fault{std::move(code), {}, std::move(sentence)}});
    }
    void progress(staff::Job job, uint64_t bytes, uint64_t total) {
        send(staff::JobProgress{
            job, {{}, static_cast<float>(bytes) / static_cast<float>(total), bytes, total}});
    }

    // ---- what came of it ----
    template <class E>
    [[nodiscard]] int count() const {
        return static_cast<int>(std::count_if(asked.begin(), asked.end(), [](const auto& effect) {
            return std::holds_alternative<E>(effect);
        }));
    }
    /// The last one of its kind; null if there was none.
    template <class E>
    [[nodiscard]] const E* last() const {
        for (auto at = asked.rbegin(); at != asked.rend(); ++at)
            if (const auto* effect = std::get_if<E>(&*at)) return effect;
        return nullptr;
    }
    /// The last run of that job; null if it was not run.
    [[nodiscard]] const staff::RunAdmin* run(staff::Job job) const {
        for (auto at = asked.rbegin(); at != asked.rend(); ++at)
            if (const auto* effect = std::get_if<staff::RunAdmin>(&*at);
                effect && effect->job == job)
                return effect;
        return nullptr;
    }
    [[nodiscard]] const screens::StaffModel* page() const {
        return std::get_if<screens::StaffModel>(&desk->page());
    }
    [[nodiscard]] const screens::PinModel* keys() const {
        return std::get_if<screens::PinModel>(&desk->page());
    }
    [[nodiscard]] const screens::TicketModel* ticket() const {
        return std::get_if<screens::TicketModel>(&desk->page());
    }
    /// Every word on the desk's page, a line each.
    [[nodiscard]] std::string words() const;
    /// A button, row, switch or stepper of that id that can be touched now.
    [[nodiscard]] std::optional<screens::StaffAct> offers(std::string_view id) const;

    SteadyTime now = k_start;

  private:
    static constexpr SteadyTime k_start{std::chrono::hours{1000}};
    static inline const WallTime k_wall = *base::parse_iso("2026-11-23T15:20:00");
    static staff::Settings settings_in(model::Language language) {
        staff::Settings settings;
        settings.language = language;
        return settings;
    }
    [[nodiscard]] std::chrono::milliseconds now_ms() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
    }
    static std::chrono::milliseconds start_ms() {
        return std::chrono::duration_cast<std::chrono::milliseconds>(k_start.time_since_epoch());
    }
};

// ---- reading a page ----

namespace desk_words {

struct Reader {
    std::string all;
    std::string_view wanted;
    std::optional<screens::StaffAct> act;

    void line(const std::string& words) {
        if (!words.empty()) all += words + "\n";
    }
    void operator()(const screens::StaffHeading& block) { line(block.words); }
    void operator()(const screens::StaffWords& block) { line(block.words); }
    void operator()(const screens::StaffRow& block) {
        line(block.title + " | " + block.note + " | " + block.trail);
        if (block.id == wanted && block.act) act = block.act;
    }
    void operator()(const screens::StaffButtons& block) {
        for (const auto& button : block.buttons) {
            line("[" + button.label + "]");
            if (button.id == wanted && button.enabled) act = button.act;
        }
    }
    void operator()(const screens::StaffProgress& block) { line(block.words + " " + block.left); }
    void operator()(const screens::StaffNumbers& block) {
        for (const auto& one : block.all)
            line(one.value + " " + one.label);
    }
    void operator()(const screens::StaffBars& block) { line(block.words); }
    void operator()(const screens::StaffShares& block) {
        for (const auto& one : block.all)
            line(one.label + " " + one.value);
    }
    void operator()(const screens::StaffSwitch& block) {
        line(block.label);
        if (block.id == wanted) act = block.act;
    }
    void operator()(const screens::StaffStepper& block) {
        line(block.label + " " + block.value);
        if (block.can_less && block.id + ".less" == wanted) act = block.less;
        if (block.can_more && block.id + ".more" == wanted) act = block.more;
    }
    void operator()(const screens::StaffCardOutline&) {}

    void read(const screens::StaffModel& model) {
        line(model.title);
        line(model.note);
        for (const auto* cards : {&model.main, &model.side})
            for (const auto& card : *cards)
                for (const auto& block : card.blocks)
                    std::visit(*this, block);
        line(model.toast);
        if (model.question) line(model.question->title + " " + model.question->words);
    }
};

} // namespace desk_words

inline std::string ScriptedDesk::words() const {
    desk_words::Reader reader{};
    if (const auto* model = page()) reader.read(*model);
    if (const auto* model = keys()) reader.all = model->title + "\n" + model->note;
    return reader.all;
}

inline std::optional<screens::StaffAct> ScriptedDesk::offers(std::string_view id) const {
    desk_words::Reader reader{{}, id, {}};
    if (const auto* model = page()) reader.read(*model);
    return reader.act;
}

} // namespace pufa::support
