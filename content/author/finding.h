#pragma once
// What is wrong in an author's folder, and where. Checks go on after a fault, so that an author
// mends everything in one round.

#include "content/model/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

enum class Severity {
    note,    ///< what was done on the way; nothing to mend
    warning, ///< the pack is built; somebody should look
    error,   ///< no pack is built
};

// Each has two sentences in assets/strings: "author.<NAME>" says what, "author.<NAME>.do" what to
// do. {subject} and {detail} are filled in.
// clang-format off
#define PUFA_AUTHOR_FAULTS(X)                     \
    /* files */                                   \
    X(NO_PACK_TOML, error)                        \
    X(SYMBOLIC_LINK, warning)                     \
    X(BAD_FILE_NAME, error)                       \
    X(UNUSED_FILE, warning)                       \
    X(UNREADABLE, error)                          \
    X(NOT_TEXT, error)                            \
    X(ENCODING_GUESSED, warning)                  \
    /* TOML and values */                         \
    X(BAD_TOML, error)                            \
    X(UNKNOWN_KEY, warning)                       \
    X(MISSING_KEY, error)                         \
    X(WANTS_TEXT, error)                          \
    X(WANTS_FLAG, error)                          \
    X(WANTS_NUMBER, error)                        \
    X(WANTS_LIST, error)                          \
    X(WANTS_TABLE, error)                         \
    X(WANTS_DATE, error)                          \
    X(WANTS_TIME, error)                          \
    X(WANTS_MONTH_DAY, error)                     \
    X(WANTS_CLOCK, error)                         \
    X(NO_HANS, error)                             \
    X(UNKNOWN_LANGUAGE, error)                    \
    X(BAD_ID, error)                              \
    X(DUPLICATE_ID, error)                        \
    X(UNKNOWN_AGENCY, error)                      \
    X(UNKNOWN_AUDIENCE, error)                    \
    X(AUDIENCE_AND_ALL, warning)                  \
    X(DATES_CROSSED, error)                       \
    X(DANGLING, error)                            \
    X(DAY_OUTSIDE, error)                         \
    X(SPAN_CROSSED, error)                        \
    X(LISTED_TWICE, warning)                      \
    X(LIST_TOO_LONG, error)                       \
    X(OPTION_COUNT, error)                        \
    /* videos */                                  \
    X(VIDEO_NOT_DESCRIBED, error)                 \
    X(VIDEO_DESCRIBED_TWICE, error)               \
    X(VIDEO_MISSING, error)                       \
    X(POSTER_MISSING, error)                      \
    X(NO_POSTER, warning)                         \
    X(POSTER_MADE, note)                          \
    X(BAD_PICTURE, error)                         \
    X(UNPLAYABLE, error)                          \
    X(NO_PICTURE, error)                          \
    X(AI_NOT_STATED, error)                       \
    X(AI_NOT_REVIEWED, error)                     \
    X(CHAPTER_ORDER, error)                       \
    X(CHAPTER_PAST_END, error)                    \
    /* how films play */                          \
    X(FILM_CUT_SHORT, error)                      \
    X(FILM_DAMAGED, warning)                      \
    X(KEYFRAMES_FAR_APART, warning)               \
    X(FILM_LARGE, warning)                        \
    X(FILM_FAST, warning)                         \
    X(FILM_INTERLACED, warning)                   \
    X(FILM_DEEP, warning)                         \
    X(FILM_HEAVY, warning)                        \
    X(FILM_UNEVEN, warning)                       \
    X(FILM_WITHOUT_INDEX, warning)                \
    X(SOUND_MISSING, warning)                     \
    X(SOUND_UNNAMED, warning)                     \
    X(SOUNDS_DIFFER, error)                       \
    X(SOUND_THIN, warning)                        \
    X(SOUND_QUIET, warning)                       \
    X(SOUND_CLIPS, warning)                       \
    /* the whole pack */                          \
    X(MISSING_IN_LANGUAGE, warning)               \
    X(CANNOT_BE_DRAWN, warning)                   \
    X(NO_FONTS, note)                             \
    X(ARTICLE_CHANGED, warning)                   \
    X(VALID_UNTIL_PAST, warning)                  \
    /* captions */                                \
    X(CAPTIONS_TWICE, error)                      \
    X(CAPTIONS_FROM_FILM, note)                   \
    X(CAPTIONS_UNNAMED, warning)                  \
    X(CAPTIONS_EMPTY, warning)                    \
    X(CAPTIONS_NO_SIGNATURE, error)               \
    X(CAPTIONS_TOO_LARGE, error)                  \
    X(CAPTION_BAD_TIME, error)                    \
    X(CAPTION_BACKWARDS, error)                   \
    X(CAPTION_WITHOUT_TIME, error)                \
    X(CAPTION_UNKNOWN_BLOCK, warning)             \
    X(CAPTION_TAG_OPEN, warning)                  \
    X(CAPTION_TOO_LONG, error)                    \
    X(CAPTION_PAST_END, warning)                  \
    /* spreadsheets */                            \
    X(QUOTE_NOT_CLOSED, error)                    \
    X(STRAY_QUOTE, error)                         \
    X(EMPTY_SHEET, error)                         \
    X(COLUMN_MISSING, error)                      \
    X(COLUMN_UNKNOWN, warning)                    \
    X(COLUMN_TWICE, error)                        \
    X(ROW_TOO_LONG, error)                        \
    X(CELL_EMPTY, error)                          \
    /* questions */                               \
    X(QUIZ_NOT_DESCRIBED, warning)                \
    X(QUIZ_MISSING, error)                        \
    X(BAD_KIND, error)                            \
    X(TOO_FEW_OPTIONS, error)                     \
    X(TRUE_FALSE_OPTIONS, error)                  \
    X(OPTION_GAP, error)                          \
    X(OPTION_TWICE, error)                        \
    X(OPTION_ALIKE, warning)                      \
    X(TRANSLATION_WITHOUT_OPTION, warning)        \
    X(NO_RIGHT_ANSWER, error)                     \
    X(BAD_ANSWER, error)                          \
    X(TOO_MANY_RIGHT, error)                      \
    X(ONE_RIGHT_IN_MULTIPLE, warning)             \
    X(PICTURE_MISSING, error)                     \
    X(PICTURE_WITHOUT_WORDS, error)               \
    X(WORDS_WITHOUT_PICTURE, warning)             \
    X(FEEDBACK_PARTIAL, warning)                  \
    X(BAD_CITATION, error)                        \
    X(CITATION_AS_WORDS, warning)                 \
    X(UNKNOWN_CITATION, error)                    \
    /* questions: their words and files */        \
    X(BAD_DIFFICULTY, error)                      \
    X(DUPLICATE_STEM, warning)                    \
    X(NO_STEM, error)                             \
    X(OPTION_EMPTY, error)                        \
    X(TOO_MANY_OPTIONS, error)                    \
    X(NO_QUESTIONS, error)                        \
    X(NOT_QUESTIONS, error)                       \
    X(NO_EXPLANATION, warning)                    \
    X(NO_CITATION, warning)                       \
    X(LONG_STEM, warning)                         \
    X(SIMILAR_STEM, warning)                      \
    X(ALL_ABOVE_NOT_LAST, warning)                \
    X(LETTER_REFERENCE, warning)                  \
    X(PICTURE_REFERENCE, warning)                 \
    X(LONGEST_IS_RIGHT, warning)                  \
    X(SAME_LETTER_RIGHT, warning)                 \
    X(LEFT_OUT_MATCHING, warning)                 \
    X(LEFT_OUT_NUMERIC, warning)                  \
    X(LEFT_OUT_SHORT_ANSWER, warning)             \
    X(LEFT_OUT_ESSAY, warning)                    \
    X(LEFT_OUT_DESCRIPTION, warning)              \
    X(MEDIA_LEFT_OUT, warning)                    \
    X(ID_NOT_USABLE, warning)                     \
    X(GIFT_TITLE_OPEN, warning)                   \
    X(GIFT_BRACE_OPEN, error)                     \
    X(GIFT_BRACE_EXTRA, error)                    \
    X(GIFT_BRACE_WORDS, warning)                  \
    X(GIFT_PARTIAL_CREDIT, warning)               \
    X(GIFT_STRAY_TEXT, warning)                   \
    X(AIKEN_STRAY_TEXT, error)                    \
    X(AIKEN_LETTERS, warning)                     \
    X(XLSX_NOT_WORKBOOK, error)                   \
    X(XLSX_ENCRYPTED, error)                      \
    X(XLSX_OLD_FORMAT, error)                     \
    X(XLSX_BROKEN, error)                         \
    X(XLSX_TOO_LARGE, error)                      \
    X(XLSX_NO_SHEET, error)                       \
    X(XLSX_CELL_ERROR, warning)                   \
    X(FILE_KIND_UNKNOWN, error)                   \
    /* articles */                                \
    X(ARTICLE_NOT_DESCRIBED, error)               \
    X(ARTICLE_MISSING, error)                     \
    X(ARTICLE_EMPTY, error)                       \
    X(ARTICLE_TOO_LONG, error)                    \
    /* laws */                                    \
    X(ARTICLE_TWICE, error)                       \
    X(LAW_NAMES_DIFFER, error)                    \
    /* finder */                                  \
    X(FINDER_UNKNOWN, error)                      \
    X(FINDER_PICTURE_MISSING, warning)            \
    X(UNKNOWN_PLACE_KIND, error)                  \
    X(HOLIDAYS_OVERLAP, error)                    \
    /* places */                                  \
    X(PLACES_NOT_DESCRIBED, error)                \
    X(PLACES_MISSING, error)                      \
    X(UNKNOWN_DATUM, error)                       \
    X(UNKNOWN_TOWN, error)                        \
    X(AMBIGUOUS_TOWN, error)                      \
    X(NOT_A_NUMBER, error)                        \
    X(HALF_POSITION, error)                       \
    X(IMPOSSIBLE_POSITION, error)                 \
    X(LON_LAT_SWAPPED, error)                     \
    X(PLACE_OUTSIDE_MAP, error)                   \
    X(PLACE_FAR_FROM_TOWN, error)                 \
    X(PLACE_TWICE, error)                         \
    X(BAD_HOURS, error)                           \
    X(UNKNOWN_SPOKEN, error)                      \
    X(WANTS_YES_NO, error)                        \
    X(BAD_PHONE, error)                           \
    /* GeoJSON */                                 \
    X(GEOJSON_BROKEN, error)                      \
    X(GEOJSON_TOO_LARGE, error)                   \
    X(GEOJSON_TOO_DEEP, error)                    \
    X(GEOJSON_NO_COLLECTION, error)               \
    X(GEOJSON_NO_FEATURE, error)                  \
    X(GEOMETRY_TYPE, error)                       \
    X(COORDINATES_MISSING, error)                 \
    X(BAD_COORDINATES, error)                     \
    X(GEOJSON_KEY_TWICE, error)                   \
    X(GEOJSON_BAD_ID, error)                      \
    X(GEOJSON_BAD_BBOX, error)                    \
    X(GEOJSON_MEMBER, error)                      \
    X(GEOJSON_CRS, warning)                       \
    X(GEOJSON_RING_TURN, warning)                 \
    X(POSITION_BEYOND, warning)                   \
    /* maps */                                    \
    X(MAP_NOT_DESCRIBED, error)                   \
    X(MAP_MISSING, error)                         \
    X(MAP_WITHOUT_APPROVAL, error)                \
    X(ODD_APPROVAL, warning)                      \
    X(UNKNOWN_MAP_KIND, error)                    \
    X(BAD_CODE, error)                            \
    X(CODE_TWICE, error)                          \
    X(TOWN_WITHOUT_DISTRICT, error)               \
    X(RING_TOO_SHORT, error)                      \
    X(RING_NOT_CLOSED, error)                     \
    X(RING_CROSSES, warning)                      \
    X(MAP_EMPTY, error)                           \
    X(MBTILES_UNSUPPORTED, error)                 \
    X(MBTILES_BROKEN, error)
// clang-format on

enum class Fault {
#define PUFA_FAULT(name, severity) name,
    PUFA_AUTHOR_FAULTS(PUFA_FAULT)
#undef PUFA_FAULT
};

/// "UNKNOWN_CITATION"
[[nodiscard]] std::string_view name(Fault fault);
[[nodiscard]] Severity severity(Fault fault);

/// A place in the author's folder.
struct Place {
    std::string file; ///< relative to the folder, with '/'
    int line = 0;     ///< from 1; in a spreadsheet the row, its header being row 1; 0: the file
    int column = 0;   ///< from 1; in a spreadsheet the column; 0: the line
    bool operator==(const Place&) const = default;
};

struct Finding {
    Fault fault;
    Place place;
    std::string subject; ///< the key, id, column or value at fault
    std::string detail;  ///< a second fact; may be empty
    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// Of those from the `from`-th on.
[[nodiscard]] bool has_errors(const Findings& findings, size_t from = 0);
/// By file, line and column; keeps the order of equal places.
void sort_by_place(Findings& findings);

/// "quizzes/十题.csv:3:7"
[[nodiscard]] std::string where(const Place& place);
[[nodiscard]] std::string what(model::Language language, const Finding& finding);
[[nodiscard]] std::string what_to_do(model::Language language, const Finding& finding);

} // namespace pufa::author
