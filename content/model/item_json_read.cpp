// The other half of item_json.h: JSON → items.

#include "content/model/item_json.h"
#include "content/model/question_kinds.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace pufa::model {

namespace {

using Json = nlohmann::ordered_json;

/// Reads the fields of one object and keeps the first fault.
class Reader {
  public:
    Reader(const Json& json, std::string where)
        : m_json(json)
        , m_where(std::move(where)) {
        if (!json.is_object()) fail("", "is not an object");
    }

    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

    void fail(std::string_view field, std::string_view what) {
        if (!m_fault)
            m_fault = Error{Code::BAD_MANIFEST, m_where, fmt::format("{} {}", field, what)};
    }
    void take_over(const Reader& inner) {
        if (!m_fault) m_fault = inner.m_fault;
    }

    const Json* find(const char* field, bool required) {
        if (!m_json.is_object()) return nullptr;
        const auto found = m_json.find(field);
        if (found == m_json.end()) {
            if (required) fail(field, "is missing");
            return nullptr;
        }
        return &*found;
    }

    std::string text(const char* field, bool required = true) {
        const auto* value = find(field, required);
        if (!value) return {};
        if (!value->is_string()) {
            fail(field, "is not text");
            return {};
        }
        return value->get<std::string>();
    }

    bool flag(const char* field, bool required = true) {
        const auto* value = find(field, required);
        if (!value) return false;
        if (!value->is_boolean()) {
            fail(field, "is not true or false");
            return false;
        }
        return value->get<bool>();
    }

    int64_t integer(const char* field, int64_t least, int64_t most) {
        const auto* value = find(field, true);
        if (!value) return least;
        if (!value->is_number_integer() || value->get<int64_t>() < least ||
            value->get<int64_t>() > most) {
            fail(field, fmt::format("is not a whole number from {} to {}", least, most));
            return least;
        }
        return value->get<int64_t>();
    }

    double number(const char* field, double most) {
        const auto* value = find(field, true);
        if (!value) return 0;
        if (!value->is_number() || !(value->get<double>() >= 0 && value->get<double>() <= most)) {
            fail(field, fmt::format("is not a number from 0 to {}", most));
            return 0;
        }
        return value->get<double>();
    }

    base::Date date(const char* field) {
        const auto parsed = base::parse_date(text(field));
        if (!parsed) fail(field, "is not a date like 2026-11-23");
        return parsed.value_or(base::Date{});
    }

    MonthDay month_day(const char* field) {
        // 2000 is a leap year, so that 02-29 may be named.
        const auto parsed = base::parse_date("2000-" + text(field));
        if (!parsed) fail(field, "is not a day like 12-04");
        return parsed ? MonthDay{parsed->month, parsed->day} : MonthDay{};
    }

    LocalizedText localized(const char* field, bool required = true) {
        LocalizedText result;
        const auto* value = find(field, required);
        if (!value) return result;
        Reader inner{*value, m_where};
        for (const auto language : k_languages)
            result[language] = inner.text(std::string{tag(language)}.c_str(), false);
        take_over(inner);
        if (required && result.empty()) fail(field, "has no words");
        return result;
    }

    /// Calls each(element) for every element of an array.
    template <class Each>
    void list(const char* field, size_t most, Each each) {
        const auto* value = find(field, true);
        if (!value) return;
        if (!value->is_array() || value->size() > most) {
            fail(field, fmt::format("is not a list of at most {}", most));
            return;
        }
        for (const auto& element : *value)
            each(element);
    }

    std::vector<std::string> texts(const char* field, size_t most) {
        std::vector<std::string> result;
        list(field, most, [&](const Json& element) {
            if (element.is_string())
                result.push_back(element.get<std::string>());
            else
                fail(field, "holds something that is not text");
        });
        return result;
    }

    std::vector<ItemId> ids(const char* field, size_t most) {
        std::vector<ItemId> result;
        for (const auto& word : texts(field, most)) {
            if (auto id = parse_item_id(word))
                result.push_back(*id);
            else
                fail(field, "holds a bad id");
        }
        return result;
    }

    ItemId id() {
        auto parsed = parse_item_id(text("id"));
        if (!parsed) {
            fail("id", "is not publisher/pack/item");
            return {};
        }
        m_where += " " + parsed->value;
        return *parsed;
    }

    [[nodiscard]] const std::string& where() const { return m_where; }

  private:
    const Json& m_json;
    std::string m_where;
    std::optional<Error> m_fault;
};

constexpr int64_t k_longest_us = 24ll * 3600 * 1'000'000;
constexpr int64_t k_largest_side = 4096;
constexpr size_t k_most = 10000;
constexpr size_t k_most_options = 6;

CaptionFile read_captions(Reader in, Reader& outer) {
    CaptionFile captions;
    const auto language = parse_language(in.text("language"));
    if (!language) in.fail("language", "is none of zh-Hans, zh-Hant, en");
    captions.language = language.value_or(Language::zh_hans);
    captions.member = in.text("member");
    outer.take_over(in);
    return captions;
}

Video read_video(Reader& in) {
    Video video;
    video.id = in.id();
    video.title = in.localized("title");
    video.summary = in.localized("summary", false);
    video.series = in.localized("series", false);
    video.speaker = in.localized("speaker", false);
    video.agency = in.text("agency");
    video.media = in.text("media");
    video.poster = in.text("poster", false);
    video.duration = Micros{in.integer("duration_us", 0, k_longest_us)};
    video.width = static_cast<int>(in.integer("width", 0, k_largest_side));
    video.height = static_cast<int>(in.integer("height", 0, k_largest_side));
    video.frames_per_second = in.number("frames_per_second", 1000);
    video.has_sound = in.flag("has_sound");
    video.ai_generated = in.flag("ai_generated");
    video.reviewed_by = in.text("reviewed_by", false);
    if (in.find("reviewed_on", false)) video.reviewed_on = in.date("reviewed_on");
    video.topics = in.texts("topics", k_most);
    in.list("chapters", k_most, [&](const Json& element) {
        Reader inner{element, in.where()};
        video.chapters.push_back(
            {Micros{inner.integer("at_us", 0, k_longest_us)}, inner.localized("title")});
        in.take_over(inner);
    });
    if (in.find("captions", false)) {
        in.list("captions", k_languages.size(), [&](const Json& element) {
            video.captions.push_back(read_captions(Reader{element, in.where()}, in));
        });
    }
    video.frame_code = in.flag("frame_code", false);
    return video;
}

Option read_option(Reader in, Reader& outer) {
    Option option;
    option.text = in.localized("text");
    option.feedback = in.localized("feedback", false);
    option.right = in.flag("right");
    option.keep_last = in.flag("keep_last", false);
    outer.take_over(in);
    return option;
}

Citation read_citation(Reader in, Reader& outer) {
    Citation citation;
    citation.law = in.text("law");
    citation.article = in.text("article");
    citation.words = in.text("words");
    citation.in_force = in.date("in_force");
    citation.checked = in.date("checked");
    outer.take_over(in);
    return citation;
}

Question read_question(Reader& in) {
    Question question;
    question.id = in.id();
    const auto type = in.text("type");
    bool known = false;
    for (const auto& [kind, word] : k_question_kinds) {
        if (word != type) continue;
        question.kind = kind;
        known = true;
    }
    if (!known) in.fail("type", "is not single, multiple or true-false");
    question.stem = in.localized("stem");
    question.picture = in.text("picture", false);
    question.picture_words = in.localized("picture_words", !question.picture.empty());
    in.list("options", k_most_options, [&](const Json& element) {
        question.options.push_back(read_option(Reader{element, in.where()}, in));
    });
    if (question.options.size() < 2) in.fail("options", "are fewer than two");
    question.explanation = in.localized("explanation");
    if (const auto* citation = in.find("citation", true))
        question.citation = read_citation(Reader{*citation, in.where()}, in);
    question.topic = in.text("topic", false);
    question.agency = in.text("agency");
    return question;
}

Quiz read_quiz(Reader& in) {
    Quiz quiz;
    quiz.id = in.id();
    quiz.title = in.localized("title");
    quiz.questions = in.ids("questions", k_most);
    return quiz;
}

Campaign read_campaign(Reader& in) {
    Campaign campaign;
    campaign.id = in.id();
    campaign.title = in.localized("title");
    campaign.note = in.localized("note", false);
    campaign.from = in.month_day("from");
    campaign.to = in.month_day("to");
    campaign.day = in.month_day("day");
    campaign.items = in.ids("items", k_most);
    return campaign;
}

Article read_article(Reader& in) {
    Article article;
    article.id = in.id();
    article.title = in.localized("title");
    article.note = in.localized("note", false);
    article.markdown = in.localized("markdown");
    for (const auto& body : article.markdown.words) {
        if (body.size() > Article::k_most_markdown)
            in.fail("markdown", fmt::format("is longer than {} bytes", Article::k_most_markdown));
    }
    if (const auto* citation = in.find("citation", false))
        article.citation = read_citation(Reader{*citation, in.where()}, in);
    article.topics = in.texts("topics", k_most);
    article.agency = in.text("agency");
    return article;
}

} // namespace

Result<Item> item_from_json(const nlohmann::ordered_json& json) {
    Reader in{json, "items"};
    const auto kind = in.text("kind");
    Item item;
    if (kind == "video")
        item = read_video(in);
    else if (kind == "question")
        item = read_question(in);
    else if (kind == "quiz")
        item = read_quiz(in);
    else if (kind == "campaign")
        item = read_campaign(in);
    else if (kind == "article")
        item = read_article(in);
    else
        in.fail("kind", "is none this player knows: " + kind);
    if (in.fault()) return *in.fault();
    return item;
}

} // namespace pufa::model
