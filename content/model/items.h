#pragma once
// What a pack holds, as plain structs. They know nothing of files, databases or screens.

#include "content/base/clock.h"
#include "content/model/audience.h"
#include "content/model/citation.h"
#include "content/model/ids.h"
#include "content/model/law_status.h"
#include "content/model/places.h"
#include "content/model/stated.h"
#include "content/model/text.h"
#include "content/model/voices.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pufa::model {

/// A named place in a video.
struct Chapter {
    base::Micros at{0};
    LocalizedText title;
    bool operator==(const Chapter&) const = default;
};

/// What is said in a film, to be read.
struct CaptionFile {
    Language language = Language::zh_hans;
    std::string member; ///< member path of a WebVTT file in UTF-8
    bool operator==(const CaptionFile&) const = default;
};

/// How loud the whole sound of a film is, measured at the build of its pack (EBU R 128).
struct Loudness {
    double lufs = 0;      ///< integrated
    double peak_dbtp = 0; ///< true peak, dB below full scale
    bool operator==(const Loudness&) const = default;
};

/// Small pictures of a film for its seek bar, row by row in one PNG or JPEG: the n-th shows the
/// moment n * every.
struct SeekThumbs {
    std::string member;
    base::Micros every{0};
    int count = 0;
    int columns = 1;
    int width = 0; ///< of one picture, pixels
    int height = 0;
    bool operator==(const SeekThumbs&) const = default;
};

struct Video {
    ItemId id;
    LocalizedText title;
    LocalizedText summary;
    LocalizedText series;  ///< 法治大讲堂; may be empty
    LocalizedText speaker; ///< may be empty
    std::string agency;    ///< who answers for the item
    std::string media;     ///< member path
    std::string poster;    ///< member path of a PNG, JPEG or WebP; may be empty
    base::Micros duration{0};
    int width = 0; ///< pixels as decoded, before any rotation
    int height = 0;
    double frames_per_second = 0;
    bool has_sound = false;
    bool ai_generated = false; ///< required in pack.json; the mark is drawn over such a video
    std::string reviewed_by;
    std::optional<base::Date> reviewed_on;
    std::vector<std::string> topics;
    std::vector<Chapter> chapters;
    std::vector<CaptionFile> captions; ///< one a language at most
    std::optional<ItemId> quiz; ///< offered after it; of any pack, left out if that is missing
    /// Each frame carries its number as 16 cells, most significant first, white is 1, in a strip
    /// over the full width of the top 1/20 of the picture: a test picture that a program can read.
    bool frame_code = false;
    std::optional<Loudness> loudness; ///< none: no sound, or a pack built before it was measured
    std::optional<SeekThumbs> thumbs;
    /// What each sound track speaks, in the order of the file: a tag that spoken.h knows, or "und".
    /// Empty: no sound, or a pack built before it was written.
    std::vector<std::string> sounds{};
    std::optional<Stated> stated{}; ///< none: the player finds out by itself
    Audience audience{};            ///< empty: everybody
    std::string initials{};         ///< of the title's pinyin: 立遗嘱 → "lyz"; may be empty
    std::optional<WallTime> valid_until{}; ///< from this moment on it is not shown
    bool operator==(const Video&) const = default;
};

struct Option {
    LocalizedText text;
    LocalizedText feedback; ///< why this one is right or wrong; may be empty
    bool right = false;
    bool keep_last = false; ///< "以上都对" is never shuffled away from the end
    bool operator==(const Option&) const = default;
};

enum class QuestionKind { single, multiple, true_false };

struct Question {
    ItemId id;
    QuestionKind kind = QuestionKind::single;
    LocalizedText stem;
    std::string picture;              ///< member path of a PNG, JPEG or WebP; may be empty
    LocalizedText picture_words;      ///< the same for whoever cannot see it; there if `picture` is
    std::vector<Option> options;      ///< 2 to 6; in the author's order
    LocalizedText explanation;        ///< may be empty
    std::optional<Citation> citation; ///< the article of law it rests on
    std::string topic;
    std::string agency;
    int difficulty = 0;            ///< 1 easy, 2 middling, 3 hard; 0: not said
    std::vector<std::string> tags; ///< the author's own words
    Audience audience{};
    std::optional<WallTime> valid_until{};
    bool operator==(const Question&) const = default;
};

struct Quiz {
    ItemId id;
    LocalizedText title;
    std::vector<ItemId> questions; ///< of the same pack
    Audience audience{};
    std::string initials{};
    std::optional<WallTime> valid_until{};
    bool operator==(const Quiz&) const = default;
};

struct MonthDay {
    int month = 1;
    int day = 1;
    bool operator==(const MonthDay&) const = default;
};

/// A date of the legal-education calendar that comes every year.
struct Campaign {
    ItemId id;
    LocalizedText title;
    LocalizedText note;
    MonthDay from;
    MonthDay to;               ///< inclusive
    MonthDay day;              ///< the day itself, which the countdown names
    std::vector<ItemId> items; ///< of any pack; what is missing is left out
    std::optional<WallTime> valid_until{};
    bool operator==(const Campaign&) const = default;
};

/// A guide or a case to read.
struct Article {
    /// Of the body in one language, in bytes: some 20,000 characters, more than anybody reads
    /// standing.
    static constexpr size_t k_most_markdown = size_t{64} * 1024;

    ItemId id;
    LocalizedText title;
    LocalizedText note; ///< one line under the title; may be empty
    /// Headings, lists, quotations, emphasis, tables of two columns; '\n' ends lines.
    LocalizedText markdown;
    std::optional<Citation> citation; ///< the article of law it rests on
    std::vector<std::string> topics;
    std::string agency;
    Audience audience{};
    std::string initials{};
    std::optional<WallTime> valid_until{};
    bool operator==(const Article&) const = default;
};

using Item = std::variant<Video, Question, Quiz, Campaign, Article, Place, Dispute, HolidayCalendar,
                          BaseMap, Poll, Consultation, LawStatus>;

[[nodiscard]] inline const ItemId& id_of(const Item& item) {
    return std::visit([](const auto& held) -> const ItemId& { return held.id; }, item);
}

/// For whom it is; empty for everybody, and for kinds of items that are for nobody in particular.
[[nodiscard]] inline const Audience& audience_of(const Item& item) {
    static const Audience everybody;
    return std::visit(
        [](const auto& held) -> const Audience& {
            if constexpr (requires { held.audience; })
                return held.audience;
            else
                return everybody;
        },
        item);
}

/// Until when it may be shown; none for items without such an end.
[[nodiscard]] inline std::optional<WallTime> valid_until_of(const Item& item) {
    return std::visit(
        [](const auto& held) -> std::optional<WallTime> {
            if constexpr (requires { held.valid_until; })
                return held.valid_until;
            else
                return std::nullopt;
        },
        item);
}

} // namespace pufa::model
