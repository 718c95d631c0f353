#include "content/author/caption_files.h"

#include "content/author/words.h"
#include "content/model/spoken.h"

#include <algorithm>
#include <optional>

namespace pufa::author {

namespace {

constexpr std::string_view k_extensions[] = {".vtt", ".srt", ".ass", ".ssa"};

/// How tags say that Chinese is written in traditional characters.
constexpr std::string_view k_traditional[] = {"zh-hant",  "zh-tw",    "zh-hk", "zh-mo",
                                              "yue-hant", "cmn-hant", "yue-hk"};

/// What stands between the film's name and the extension; nullopt if `name` is not beside it.
std::optional<std::string_view> between(std::string_view name, std::string_view stem) {
    const auto extension = extension_of(name);
    if (std::find(std::begin(k_extensions), std::end(k_extensions), extension) ==
        std::end(k_extensions))
        return std::nullopt;
    auto rest = without_extension(name);
    if (!rest.starts_with(stem)) return std::nullopt;
    rest.remove_prefix(stem.size());
    if (rest.empty()) return rest;
    return rest.front() == '.' ? std::optional{rest.substr(1)} : std::nullopt;
}

bool names(std::string_view middle, model::Language language) {
    if (middle.empty()) return language == model::Language::zh_hans;
    return fold(middle) == fold(model::tag(language));
}

/// What is no cue may be a later WebVTT's; SubRip knows nothing but cues.
Fault fault_of(captions::Fault fault, captions::Format format) {
    switch (fault) {
    case captions::Fault::not_text:
        return Fault::NOT_TEXT;
    case captions::Fault::bad_time:
        return Fault::CAPTION_BAD_TIME;
    case captions::Fault::backwards:
        return Fault::CAPTION_BACKWARDS;
    case captions::Fault::without_time:
        return format == captions::Format::webvtt ? Fault::CAPTION_UNKNOWN_BLOCK
                                                  : Fault::CAPTION_WITHOUT_TIME;
    case captions::Fault::tag_open:
        return Fault::CAPTION_TAG_OPEN;
    case captions::Fault::too_long:
        return Fault::CAPTION_TOO_LONG;
    case captions::Fault::too_many:
        return Fault::CAPTIONS_TOO_LARGE;
    }
    return Fault::NOT_TEXT;
}

/// In whole milliseconds, without what WebVTT could not hold.
std::vector<captions::Cue> sound_cues(const media::EmbeddedCaptions& track) {
    std::vector<captions::Cue> cues;
    cues.reserve(track.cues.size());
    for (const auto& cue : track.cues)
        cues.push_back({cue.start, cue.end, cue.text});
    return captions::tidied(std::move(cues));
}

/// One line of the text, for whoever looks for it.
std::string line_of(std::string_view text, int number) {
    for (int line = 1; line < number; ++line) {
        const auto end = text.find_first_of("\r\n");
        if (end == std::string_view::npos) return {};
        text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
    return std::string{trim(text.substr(0, text.find_first_of("\r\n")))};
}

} // namespace

std::optional<CaptionDraft> read_caption_file(Draft& draft, const std::string& name,
                                              model::Language language) {
    const auto text = draft.folder.text(name, draft.findings, k_most_text, Nul::replaced);
    if (!text) return std::nullopt;
    auto parsed = captions::parse(*text);
    // The folder has taken one mark of its encoding off: a second one is no signature.
    const bool signed_webvtt = parsed.format == captions::Format::webvtt && text->front() == 'W';
    if (extension_of(name) == ".vtt" && !signed_webvtt) {
        draft.findings.push_back({Fault::CAPTIONS_NO_SIGNATURE, {name, 1, 0}, name, {}});
        return CaptionDraft{language, name, {}, {}};
    }
    for (const auto& complaint : parsed.complaints)
        draft.findings.push_back({fault_of(complaint.fault, parsed.format),
                                  {name, complaint.line, 0},
                                  line_of(*text, complaint.line),
                                  {}});
    if (parsed.cues.empty() && parsed.complaints.empty())
        draft.findings.push_back({Fault::CAPTIONS_EMPTY, {name, 0, 0}, name, {}});
    if (captions::write_webvtt(parsed.cues).size() > captions::k_most_bytes)
        draft.findings.push_back({Fault::CAPTIONS_TOO_LARGE, {name, 0, 0}, name, {}});
    return CaptionDraft{language, name, std::move(parsed.cues), std::move(parsed.lines)};
}

std::vector<CaptionDraft> read_captions(Draft& draft, std::string_view media) {
    const auto stem = without_extension(media);
    std::vector<CaptionDraft> found;
    for (const auto language : model::k_languages) {
        std::string first;
        for (const auto& name : draft.folder.names()) {
            const auto middle = between(name, stem);
            if (!middle || !names(*middle, language)) continue;
            if (!first.empty()) {
                draft.folder.use(name);
                draft.findings.push_back({Fault::CAPTIONS_TWICE, {name, 0, 0}, name, first});
                continue;
            }
            first = name;
            auto captions = read_caption_file(draft, name, language);
            if (captions && !captions->cues.empty()) found.push_back(*std::move(captions));
        }
    }
    return found;
}

std::optional<model::Language> caption_language(std::string_view tag, std::string_view title) {
    using model::Language;
    const auto folded = replaced(fold(tag), "_", "-"), named = fold(title);
    const auto says = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return named.find(word) != std::string::npos;
        });
    };
    const bool traditional =
        std::any_of(std::begin(k_traditional), std::end(k_traditional),
                    [&](std::string_view one) { return folded.starts_with(one); }) ||
        says({"繁", "traditional", "hant"});
    const bool simplified = says({"简", "簡", "simplified", "hans"});
    switch (model::spoken_of(tag)) {
    case model::Spoken::english:
        return Language::en;
    case model::Spoken::mandarin:
    case model::Spoken::cantonese:
        return traditional ? Language::zh_hant : Language::zh_hans;
    case model::Spoken::unknown:
        if (traditional || simplified) return traditional ? Language::zh_hant : Language::zh_hans;
        if (says({"english"})) return Language::en;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

void add_embedded(const std::vector<media::EmbeddedCaptions>& tracks, const std::string& media,
                  std::vector<CaptionDraft>& captions, Findings& findings) {
    const auto known = [&](model::Language language) {
        return std::any_of(captions.begin(), captions.end(),
                           [&](const auto& draft) { return draft.language == language; });
    };
    for (const auto& track : tracks) {
        auto cues = sound_cues(track);
        if (cues.empty()) continue;
        auto language = caption_language(track.language, track.title);
        // As of a file beside the film whose name says nothing.
        if (!language && tracks.size() == 1 &&
            model::spoken_of(track.language) == model::Spoken::unknown)
            language = model::Language::zh_hans;
        if (!language) {
            findings.push_back({Fault::CAPTIONS_UNNAMED,
                                {media, 0, 0},
                                media,
                                track.title.empty() ? track.language : track.title});
            continue;
        }
        if (known(*language)) continue; // the author's own file goes before it
        std::vector<int> lines(cues.size(), 0);
        captions.push_back({*language, media, std::move(cues), std::move(lines)});
        findings.push_back(
            {Fault::CAPTIONS_FROM_FILM, {media, 0, 0}, media, std::string{model::tag(*language)}});
    }
    std::stable_sort(captions.begin(), captions.end(),
                     [](const auto& a, const auto& b) { return a.language < b.language; });
}

void check_length(const CaptionDraft& captions, Micros duration, Findings& findings) {
    for (size_t i = 0; i < captions.cues.size(); ++i) {
        if (captions.cues[i].from < duration) continue;
        findings.push_back({Fault::CAPTION_PAST_END,
                            {captions.file, captions.lines[i], 0},
                            captions.cues[i].text,
                            {}});
        return;
    }
}

} // namespace pufa::author
