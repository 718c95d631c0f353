// The rules of check_manifest.

#include "content/model/items.h"
#include "content/pack/archive.h"
#include "content/pack/clock_floor.h"
#include "content/pack/manifest.h"
#include "content/pack/path_fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace pufa::pack {

namespace {

class Checker {
  public:
    Checker(const Manifest& manifest, const std::string& where)
        : m_manifest(manifest)
        , m_where(where) {}

    std::vector<Error> run() {
        facts();
        members();
        ids();
        for (const auto& item : m_manifest.items)
            std::visit([this](const auto& held) { check(held); }, item);
        return std::move(m_found);
    }

  private:
    void found(Code code, std::string detail) {
        m_found.push_back({code, m_where, std::move(detail)});
    }
    void bad(std::string detail) { found(Code::BAD_MANIFEST, std::move(detail)); }

    void facts() {
        if (m_manifest.format != k_format)
            found(Code::NEEDS_NEWER_PLAYER, fmt::format("format {}", m_manifest.format));
        if (!model::parse_pack_id(m_manifest.id.value)) bad("id is not publisher/pack");
        if (m_manifest.title.empty()) bad("title has no words");
        if (m_manifest.sequence < 1) bad("sequence is below 1");
        if (m_manifest.not_before && m_manifest.not_after &&
            *m_manifest.not_before > *m_manifest.not_after)
            bad("not_before is after not_after");
        // The highest `created` seen is the floor of a kiosk's clock: nobody may push it far out.
        if (m_manifest.created > latest_plausible())
            bad(fmt::format("created {} is more than ten years after this program was built",
                            base::to_iso(m_manifest.created)));
    }

    void members() {
        if (m_manifest.members.size() > k_max_members)
            found(Code::TOO_LARGE, fmt::format("{} members", m_manifest.members.size()));
        const std::string* last = nullptr;
        uint64_t total = 0;
        std::map<std::string, std::string_view> folded;
        for (const auto& member : m_manifest.members) {
            if (!is_member_path(member.path))
                bad(fmt::format("\"{}\" is no member path", member.path));
            else if (member.path == k_manifest_name || member.path == k_signature_name)
                bad(fmt::format("\"{}\" is a reserved path", member.path));
            if (last && *last == member.path)
                bad(fmt::format("\"{}\" stands twice", member.path));
            else if (last && *last > member.path)
                bad(fmt::format("\"{}\" is not in order", member.path));
            last = &member.path;
            total += std::min(member.size, k_max_archive + 1);
            // They would be one file wherever case or spelling of a name does not count.
            const auto [other, fresh] = folded.emplace(fold_path(member.path), member.path);
            if (!fresh && other->second != member.path)
                bad(fmt::format("\"{}\" and \"{}\" are one name on some systems", other->second,
                                member.path));
        }
        if (total > k_max_archive) found(Code::TOO_LARGE, fmt::format("{} bytes", total));
    }

    void ids() {
        for (const auto& item : m_manifest.items) {
            const auto& id = model::id_of(item);
            if (!model::parse_item_id(id.value) || id.pack() != m_manifest.id)
                bad(fmt::format("the id {} is not under {}", id.value, m_manifest.id.value));
            if (!m_items.emplace(id, &item).second)
                bad(fmt::format("the id {} stands twice", id.value));
        }
    }

    void check(const model::Video& video) {
        if (video.media.empty())
            dangling(video.id, "a video without media");
        else
            member_exists(video.id, video.media);
        if (!video.poster.empty()) member_exists(video.id, video.poster);
        std::set<model::Language> languages;
        for (const auto& captions : video.captions) {
            member_exists(video.id, captions.member);
            if (!languages.insert(captions.language).second)
                bad(fmt::format("{} has captions in {} twice", video.id.value,
                                model::tag(captions.language)));
        }
        if (video.thumbs) {
            member_exists(video.id, video.thumbs->member);
            const auto& thumbs = *video.thumbs;
            if (thumbs.columns > thumbs.count)
                bad(video.id.value + " has more columns than thumbs");
        }
        if (video.quiz) own_item_exists(video.id, *video.quiz);
        if (video.ai_generated && (video.reviewed_by.empty() || !video.reviewed_on))
            found(Code::AI_MARK_MISSING, video.id.value);
    }

    void check(const model::Question& question) {
        if (!question.picture.empty()) {
            member_exists(question.id, question.picture);
            if (question.picture_words.empty())
                bad(fmt::format("{} has a picture without words", question.id.value));
        }
        const auto right = std::count_if(question.options.begin(), question.options.end(),
                                         [](const auto& option) { return option.right; });
        const bool many = question.kind == model::QuestionKind::multiple;
        if (many ? right < 1 : right != 1)
            bad(fmt::format("{} has {} right answers", question.id.value, right));
        if (question.kind == model::QuestionKind::true_false && question.options.size() != 2)
            bad(fmt::format("{} has {} options where true-false has 2", question.id.value,
                            question.options.size()));
    }

    void check(const model::Quiz& quiz) {
        if (quiz.questions.empty()) bad(fmt::format("{} has no questions", quiz.id.value));
        for (const auto& id : quiz.questions) {
            const auto target = m_items.find(id);
            if (target == m_items.end())
                dangling(quiz.id, id.value);
            else if (!std::holds_alternative<model::Question>(*target->second))
                dangling(quiz.id, id.value + ", which is no question");
        }
    }

    void check(const model::Campaign& campaign) {
        for (const auto& id : campaign.items)
            own_item_exists(campaign.id, id);
    }

    void check(const model::Article& article) {
        if (article.markdown.empty()) bad(fmt::format("{} has no words", article.id.value));
    }

    void check(const model::Place& place) {
        for (const auto& id : place.disputes) {
            const auto target = m_items.find(id);
            if (target == m_items.end())
                dangling(place.id, id.value);
            else if (!std::holds_alternative<model::Dispute>(*target->second))
                dangling(place.id, id.value + ", which is no kind of dispute");
        }
        if (place.at) one_datum(place.id, place.datum);
    }

    void check(const model::Dispute& dispute) {
        if (!dispute.picture.empty()) member_exists(dispute.id, dispute.picture);
    }

    void check(const model::BaseMap& map) {
        if (map.approval.empty()) found(Code::MAP_WITHOUT_APPROVAL, map.id.value);
        member_exists(map.id, map.mesh);
        one_datum(map.id, map.datum);
    }

    void check(const model::HolidayCalendar&) {}
    void check(const model::Poll&) {}
    void check(const model::Consultation&) {}
    void check(const model::LawStatus&) {}

    /// Positions that look alike but differ by 500 m may not stand in one pack.
    void one_datum(const model::ItemId& id, model::Datum datum) {
        if (m_datum.value_or(datum) != datum) found(Code::MIXED_DATUM, id.value);
        m_datum = datum;
    }

    /// References inside a pack are hard; the target in another pack may not be installed.
    void own_item_exists(const model::ItemId& from, const model::ItemId& to) {
        if (to.pack() == m_manifest.id && !m_items.contains(to)) dangling(from, to.value);
    }

    void dangling(const model::ItemId& from, const std::string& to) {
        found(Code::DANGLING_REFERENCE, fmt::format("{} → {}", from.value, to));
    }

    void member_exists(const model::ItemId& from, const std::string& path) {
        if (m_paths.empty()) {
            for (const auto& member : m_manifest.members)
                m_paths.insert(member.path);
        }
        if (!m_paths.contains(path)) dangling(from, path);
    }

    const Manifest& m_manifest;
    const std::string& m_where;
    std::vector<Error> m_found;
    std::map<model::ItemId, const model::Item*> m_items;
    std::set<std::string_view> m_paths;
    std::optional<model::Datum> m_datum; ///< of the positions seen
};

} // namespace

std::vector<Error> check_manifest(const Manifest& manifest, const std::string& where) {
    return Checker{manifest, where}.run();
}

} // namespace pufa::pack
