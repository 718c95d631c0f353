#include "content/author/build.h"

#include "content/author/articles.h"
#include "content/author/campaigns.h"
#include "content/author/city.h"
#include "content/author/draft.h"
#include "content/author/films.h"
#include "content/author/initials.h"
#include "content/author/law_status.h"
#include "content/author/laws.h"
#include "content/author/pack_toml.h"
#include "content/author/picture_file.h"
#include "content/author/quizzes.h"
#include "content/author/review.h"
#include "content/author/toml_file.h"
#include "content/author/videos.h"

#include <fmt/format.h>

namespace pufa::author {

namespace {

constexpr std::string_view k_pack_toml = "pack.toml", k_laws = "laws.csv",
                           k_campaigns = "campaigns.toml";
constexpr std::chrono::seconds k_probe_limit{20};

class Builder {
  public:
    Builder(Folder& folder, Reading& reading, const ReadOptions& options)
        : m_folder(folder)
        , m_reading(reading)
        , m_options(options) {}

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
        auto facts = read_pack_toml(toml, m_reading.findings);
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
        Draft draft{m_folder, m_reading.findings, ids, facts.manifest.agencies, facts.audience};
        const auto laws = read_laws(toml, facts);
        auto films = read_videos(draft, toml);
        PUFA_CHECK(take_films(m_folder, m_options, films, m_reading));
        for (auto& film : films)
            items.emplace_back(std::move(film.video));
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
        auto changed = m_options.changed;
        if (auto status = read_law_status(draft)) {
            changed.push_back(*status);
            items.emplace_back(*std::move(status));
        }
        ids.report_dangling();
        m_reading.manifest.features_required = pack::features_of(items);
        add_initials(items);
        review(ids.places(), law::Changes{changed});
        return {};
    }

    /// What concerns the pack as a whole.
    void review(const ItemPlaces& places, const law::Changes& changes) {
        auto& [manifest, sources, findings] = m_reading;
        review_languages(manifest, places, findings);
        review_laws(manifest, places, changes, findings);
        if (m_options.glyphs)
            review_characters(manifest, sources, places, *m_options.glyphs, findings);
        if (m_options.now) review_validity(manifest, places, *m_options.now, findings);
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

    void take_picture(const std::string& file, const std::string& member) {
        if (!is_picture(m_folder.path(file))) found(Fault::BAD_PICTURE, {file, 0, 0}, file);
        m_reading.sources.push_back({member, m_folder.path(file)});
    }

    Folder& m_folder;
    Reading& m_reading;
    const ReadOptions& m_options;
};

} // namespace

Probe decoder_probe() {
    return [](const std::filesystem::path& film) {
        return media::probe({}, {film, 0, 0}, k_probe_limit);
    };
}

Looks decoder_looks() {
    Looks looks;
    looks.probe = decoder_probe();
    looks.study = [](const std::filesystem::path& film, const media::StudyProgress& progress) {
        return media::study({}, {film, 0, 0}, {}, progress);
    };
    looks.picture = [](const std::filesystem::path& film, Micros at, int side) {
        return media::decode_still({}, {film, 0, 0, at}, side, side, k_probe_limit);
    };
    return looks;
}

Result<Reading> read_folder(const std::filesystem::path& folder, const ReadOptions& options) {
    Reading reading;
    PUFA_TRY(auto scanned, Folder::scan(folder, reading.findings));
    PUFA_CHECK((Builder{scanned, reading, options}.run()));
    sort_by_place(reading.findings);
    return reading;
}

Result<Reading> read_folder(const std::filesystem::path& folder, const Probe& probe) {
    ReadOptions options;
    options.looks.probe = probe;
    return read_folder(folder, options);
}

} // namespace pufa::author
