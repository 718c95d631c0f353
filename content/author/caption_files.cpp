#include "content/author/caption_files.h"

#include "content/author/words.h"

#include <algorithm>
#include <optional>

namespace pufa::author {

namespace {

constexpr std::string_view k_extensions[] = {".vtt", ".srt"};

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
