// The other half of item_json.h: JSON → items.

#include "content/model/item_json.h"
#include "content/model/json_reader.h"
#include "content/model/place_json.h"
#include "content/model/question_kinds.h"
#include "content/model/spoken.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <utility>

namespace pufa::model {

namespace {

using Reader = JsonReader;
using Json = Reader::Json;

constexpr int64_t k_longest_us = 24ll * 3600 * 1'000'000;
constexpr int64_t k_largest_side = 4096;
constexpr size_t k_most = 10000;
constexpr size_t k_most_options = 6;
constexpr int64_t k_hardest = 3;

CaptionFile read_captions(Reader in, Reader& outer) {
    CaptionFile captions;
    const auto language = parse_language(in.text("language"));
    if (!language) in.fail("language", "is none of zh-Hans, zh-Hant, en");
    captions.language = language.value_or(Language::zh_hans);
    captions.member = in.text("member");
    outer.take_over(in);
    return captions;
}

Loudness read_loudness(Reader& in) {
    constexpr double k_quietest = -200, k_loudest = 50;
    return {in.number("lufs", k_quietest, k_loudest),
            in.number("peak_dbtp", k_quietest, k_loudest)};
}

SeekThumbs read_thumbs(Reader& in) {
    SeekThumbs thumbs;
    thumbs.member = in.text("member");
    thumbs.every = Micros{in.integer("every_us", 1, k_longest_us)};
    thumbs.count = static_cast<int>(in.integer("count", 1, k_most));
    thumbs.columns = static_cast<int>(in.integer("columns", 1, k_most));
    thumbs.width = static_cast<int>(in.integer("width", 1, k_largest_side));
    thumbs.height = static_cast<int>(in.integer("height", 1, k_largest_side));
    return thumbs;
}

/// A name of libav's: lower case, digits, underscores.
std::string read_codec(Reader& in, const char* field) {
    constexpr size_t k_longest = 31;
    auto name = in.text(field);
    const bool sound =
        name.size() <= k_longest && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
    if (!sound) in.fail(field, "is no name of a codec");
    return name;
}

Stated read_stated(Reader& in) {
    constexpr int64_t k_largest_coded = 1 << 16, k_most_delay = 16, k_most_rate = 1'000'000;
    constexpr int64_t k_most_sound_rate = 768'000, k_most_channels = 64;
    const auto whole = [&](const char* field, int64_t least, int64_t most) {
        return static_cast<int>(in.integer(field, least, most));
    };
    Stated stated;
    stated.start = Micros{in.integer("start_us", -k_longest_us, k_longest_us)};
    stated.duration = Micros{in.integer("duration_us", 0, k_longest_us)};
    stated.video_codec = read_codec(in, "video_codec");
    stated.width = whole("width", 0, k_largest_coded);
    stated.height = whole("height", 0, k_largest_coded);
    stated.video_delay = whole("video_delay", 0, k_most_delay);
    stated.frame_rate_num = whole("frame_rate_num", 0, k_most_rate);
    stated.frame_rate_den = whole("frame_rate_den", 1, k_most_rate);
    stated.sound_codec = read_codec(in, "sound_codec");
    stated.sound_rate = whole("sound_rate", 0, k_most_sound_rate);
    stated.sound_channels = whole("sound_channels", 0, k_most_channels);
    return stated;
}

std::vector<std::string> read_sounds(Reader& in) {
    constexpr size_t k_most_sounds = 16;
    auto sounds = in.texts("sounds", k_most_sounds);
    if (!std::all_of(sounds.begin(), sounds.end(), is_language_tag))
        in.fail("sounds", "holds what is no language tag");
    return sounds;
}

Video read_video(Reader& in) {
    Video video;
    video.id = in.own_id();
    if (!in.find("ai_generated", false)) in.refuse(Code::AI_MARK_MISSING, video.id.value);
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
    video.frames_per_second = in.number("frames_per_second", 0, 1000);
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
    if (in.find("quiz", false)) video.quiz = in.id("quiz");
    video.frame_code = in.flag("frame_code", false);
    in.object("loudness", false, [&](Reader& inner) { video.loudness = read_loudness(inner); });
    in.object("thumbs", false, [&](Reader& inner) { video.thumbs = read_thumbs(inner); });
    if (in.find("sounds", false)) video.sounds = read_sounds(in);
    in.object("stated", false, [&](Reader& inner) { video.stated = read_stated(inner); });
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

Question read_question(Reader& in) {
    Question question;
    question.id = in.own_id();
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
    question.explanation = in.localized("explanation", false);
    in.object("citation", false, [&](Reader& inner) { question.citation = inner.citation(); });
    question.topic = in.text("topic", false);
    question.agency = in.text("agency");
    if (in.find("difficulty", false))
        question.difficulty = static_cast<int>(in.integer("difficulty", 1, k_hardest));
    if (in.find("tags", false)) question.tags = in.texts("tags", k_most);
    return question;
}

Quiz read_quiz(Reader& in) {
    Quiz quiz;
    quiz.id = in.own_id();
    quiz.title = in.localized("title");
    quiz.questions = in.ids("questions", k_most);
    return quiz;
}

Campaign read_campaign(Reader& in) {
    Campaign campaign;
    campaign.id = in.own_id();
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
    article.id = in.own_id();
    article.title = in.localized("title");
    article.note = in.localized("note", false);
    article.markdown = in.localized("markdown");
    for (const auto& body : article.markdown.words) {
        if (body.size() > Article::k_most_markdown)
            in.fail("markdown", fmt::format("is longer than {} bytes", Article::k_most_markdown));
    }
    in.object("citation", false, [&](Reader& inner) { article.citation = inner.citation(); });
    article.topics = in.texts("topics", k_most);
    article.agency = in.text("agency");
    return article;
}

LawStatus read_law_status(Reader& in) {
    LawStatus status;
    status.id = in.own_id();
    status.title = in.localized("title");
    in.list("changes", k_most, [&](const Json& element) {
        Reader inner{element, in.where()};
        LawChange change;
        change.law = inner.text("law");
        change.article = inner.text("article", false);
        change.from = inner.date("from");
        change.note = inner.localized("note", false);
        status.changes.push_back(std::move(change));
        in.take_over(inner);
    });
    return status;
}

/// Words that this player does not know are of a later one, and stay.
Audience read_audience(Reader& in) {
    auto audience = in.texts("audience", k_most_audiences);
    for (const auto& word : audience) {
        if (!is_id_part(word)) in.fail("audience", "holds a bad word");
        if (std::count(audience.begin(), audience.end(), word) > 1)
            in.fail("audience", "names one twice");
    }
    return audience;
}

/// What many kinds of items have in common.
void read_shared(Reader& in, Item& item) {
    std::visit(
        [&](auto& held) {
            if constexpr (requires { held.audience; }) {
                if (in.find("audience", false)) held.audience = read_audience(in);
            }
            if constexpr (requires { held.initials; }) held.initials = in.text("initials", false);
            if constexpr (requires { held.valid_until; }) {
                if (in.find("valid_until", false)) held.valid_until = in.moment("valid_until");
            }
        },
        item);
}

Result<Item> read_item(const Json& json) {
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
    else if (kind == "law-status")
        item = read_law_status(in);
    else if (auto other = read_place_item(kind, in))
        item = std::move(*other);
    else
        in.fail("kind", "is none this player knows: " + kind);
    read_shared(in, item);
    if (in.fault()) return *in.fault();
    return item;
}

} // namespace

struct ItemReader::Inner {
    simdjson::dom::parser parser;
    std::string text; ///< with the room behind it that simdjson reads ahead
};

ItemReader::ItemReader()
    : m(std::make_unique<Inner>()) {}

ItemReader::~ItemReader() = default;

Result<Item> ItemReader::read(std::string_view json) {
    m->text.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    m->text.assign(json);
    Json parsed;
    const auto fault = m->parser.parse(m->text).get(parsed);
    if (fault != simdjson::SUCCESS)
        return Error{Code::BAD_MANIFEST, "items",
                     fmt::format("is not JSON: {}", simdjson::error_message(fault))};
    return read_item(parsed);
}

Result<Item> item_from_json(std::string_view json) {
    return ItemReader{}.read(json);
}

} // namespace pufa::model
