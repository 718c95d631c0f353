#include "content/author/build.h"

#include "content/author/articles.h"
#include "content/author/campaigns.h"
#include "content/author/city.h"
#include "content/author/draft.h"
#include "content/author/laws.h"
#include "content/author/pack_toml.h"
#include "content/author/quizzes.h"
#include "content/author/toml_file.h"
#include "content/author/videos.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <array>

namespace pufa::author {

namespace {

constexpr std::string_view k_pack_toml = "pack.toml", k_laws = "laws.csv",
                           k_campaigns = "campaigns.toml";
constexpr std::chrono::seconds k_probe_limit{20};

/// A picture must be what its name says, or no screen can show it.
bool is_picture(const std::filesystem::path& file) {
    constexpr std::string_view png{"\x89PNG\r\n\x1a\n", 8}, jpeg{"\xff\xd8\xff", 3};
    std::array<std::byte, 8> head{};
    const auto fd = base::open_file(file, O_RDONLY);
    if (!fd || !base::read_exact(fd->get(), 0, head, file.string())) return false;
    const std::string_view bytes{reinterpret_cast<const char*>(head.data()), head.size()};
    return bytes == png || bytes.starts_with(jpeg);
}

class Builder {
  public:
    Builder(Folder& folder, Reading& reading, const Probe& probe)
        : m_folder(folder)
        , m_reading(reading)
        , m_probe(probe) {}

    Result<void> run() {
        if (!m_folder.has(k_pack_toml)) {
            found(Fault::NO_PACK_TOML, {std::string{k_pack_toml}, 0, 0}, {});
            return {};
        }
        const auto text = m_folder.text(k_pack_toml, m_reading.findings);
        if (!text) return {};
        const auto table = parse_toml(*text, std::string{k_pack_toml}, m_reading.findings);
        if (!table) return {};
        TomlReader toml{*table, std::string{k_pack_toml}, m_reading.findings};
        auto facts = read_pack_toml(toml);
        m_reading.manifest = facts.manifest;
        PUFA_CHECK(read_items(toml, facts));
        toml.finish();
        m_folder.report_unused(m_reading.findings);
        return {};
    }

  private:
    void found(Fault fault, Place place, std::string subject, std::string detail = {}) {
        m_reading.findings.push_back(
            {fault, std::move(place), std::move(subject), std::move(detail)});
    }

    Result<void> read_items(TomlReader& toml, const PackFacts& facts) {
        auto& items = m_reading.manifest.items;
        ItemIds ids{facts.manifest.id, m_reading.findings};
        Draft draft{m_folder, m_reading.findings, ids, facts.manifest.agencies};
        const auto laws = read_laws(toml, facts);
        for (auto& video : read_videos(draft, toml)) {
            PUFA_CHECK(take_media(video));
            items.emplace_back(std::move(video.video));
        }
        auto quizzes = read_quizzes(draft, toml, laws);
        for (const auto& picture : quizzes.pictures)
            take_picture(picture.file, picture.member);
        for (auto& question : quizzes.questions)
            items.emplace_back(std::move(question));
        for (auto& quiz : quizzes.quizzes)
            items.emplace_back(std::move(quiz));
        for (auto& article : read_articles(draft, toml, laws))
            items.emplace_back(std::move(article));
        take_city(read_city(draft, laws));
        read_campaign_items(draft);
        ids.report_dangling();
        m_reading.manifest.features_required = pack::features_of(items);
        return {};
    }

    Laws read_laws(TomlReader& toml, const PackFacts& facts) {
        if (!m_folder.has(k_laws)) return {};
        const auto text = m_folder.text(k_laws, m_reading.findings);
        if (!text) return {};
        if (!toml.has("laws")) toml.found(Fault::MISSING_KEY, "laws.checked");
        return Laws::read(*text, std::string{k_laws}, facts.laws_checked.value_or(base::Date{}),
                          m_reading.findings);
    }

    void read_campaign_items(Draft& draft) {
        read_toml(draft, std::string{k_campaigns}, [&](TomlReader& toml) {
            for (auto& campaign : read_campaigns(draft, toml))
                m_reading.manifest.items.emplace_back(std::move(campaign));
        });
    }

    void take_city(City city) {
        for (const auto& picture : city.pictures)
            take_picture(picture.file, picture.member);
        for (auto& member : city.members)
            m_reading.sources.push_back(std::move(member));
        for (auto& item : city.items)
            m_reading.manifest.items.push_back(std::move(item));
    }

    /// Looks at film and poster and gives them their place in the pack.
    Result<void> take_media(VideoDraft& draft) {
        auto& video = draft.video;
        if (draft.media.empty()) return {};
        const Place film{draft.media, 0, 0};
        if (const auto facts = m_probe(m_folder.path(draft.media)); facts) {
            take_facts(draft, *facts);
        } else {
            const auto& error = facts.error();
            // What the machine lacks is nobody's fault in the folder.
            if (base::blame(error.code) == base::Blame::machine && error.code != Code::DECODER_DIED)
                return error;
            found(Fault::UNPLAYABLE, film, draft.media, error.detail);
        }
        const auto item = last_part(video.id);
        video.media = fmt::format("videos/{}{}", item, extension_of(draft.media));
        m_reading.sources.push_back({video.media, m_folder.path(draft.media)});
        take_captions(draft);
        if (draft.poster.empty()) return {};
        video.poster = fmt::format("posters/{}{}", item, extension_of(draft.poster));
        take_picture(draft.poster, video.poster);
        return {};
    }

    void take_picture(const std::string& file, const std::string& member) {
        if (!is_picture(m_folder.path(file))) found(Fault::BAD_PICTURE, {file, 0, 0}, file);
        m_reading.sources.push_back({member, m_folder.path(file)});
    }

    static std::string last_part(const model::ItemId& id) {
        return id.value.substr(id.value.rfind('/') + 1);
    }

    /// In one spelling, whatever the author's was.
    void take_captions(VideoDraft& draft) {
        for (const auto& track : draft.captions) {
            const auto member = fmt::format("captions/{}.{}.vtt", last_part(draft.video.id),
                                            model::tag(track.language));
            draft.video.captions.push_back({track.language, member});
            m_reading.sources.push_back(
                {member, m_folder.path(track.file), captions::write_webvtt(track.cues)});
        }
    }

    void take_facts(VideoDraft& draft, const media::Facts& facts) {
        auto& video = draft.video;
        video.duration = facts.duration;
        video.width = facts.width;
        video.height = facts.height;
        video.frames_per_second = facts.frames_per_second;
        video.has_sound = facts.has_sound;
        if (facts.width == 0 || facts.height == 0)
            found(Fault::NO_PICTURE, {draft.media, 0, 0}, draft.media);
        for (const auto& track : draft.captions)
            check_length(track, facts.duration, m_reading.findings);
        for (const auto& chapter : video.chapters) {
            if (chapter.at >= facts.duration)
                found(Fault::CHAPTER_PAST_END, draft.place,
                      chapter.title.in(model::Language::zh_hans));
        }
    }

    Folder& m_folder;
    Reading& m_reading;
    const Probe& m_probe;
};

} // namespace

Probe decoder_probe() {
    return [](const std::filesystem::path& film) {
        return media::probe({}, {film, 0, 0}, k_probe_limit);
    };
}

Result<Reading> read_folder(const std::filesystem::path& folder, const Probe& probe) {
    Reading reading;
    PUFA_TRY(auto scanned, Folder::scan(folder, reading.findings));
    PUFA_CHECK((Builder{scanned, reading, probe}.run()));
    sort_by_place(reading.findings);
    return reading;
}

} // namespace pufa::author
