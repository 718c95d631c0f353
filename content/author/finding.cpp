#include "content/author/finding.h"

#include "content/author/folder.h"
#include "content/strings/strings.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace pufa::author {

namespace {

struct Kind {
    std::string_view name;
    Severity severity;
};

constexpr Kind k_kinds[] = {
#define PUFA_FAULT(name, severity) {#name, Severity::severity},
    PUFA_AUTHOR_FAULTS(PUFA_FAULT)
#undef PUFA_FAULT
};

const Kind& kind(Fault fault) {
    return k_kinds[static_cast<size_t>(fault)];
}

/// What an ffmpeg command of ours writes for a film: a file of the same kind, which holds all that
/// was in the first; but WebM takes no H.264.
std::string output_for(std::string_view film) {
    const auto extension = extension_of(film);
    return "out" + (extension == ".webm" ? std::string{".mkv"} : std::string{extension});
}

std::string fill(model::Language language, const std::string& key, const Finding& finding) {
    return strings::text(language, key,
                         {{"subject", finding.subject},
                          {"detail", finding.detail},
                          {"output", output_for(finding.subject)}});
}

} // namespace

std::string_view name(Fault fault) {
    return kind(fault).name;
}

Severity severity(Fault fault) {
    return kind(fault).severity;
}

bool has_errors(const Findings& findings, size_t from) {
    return std::any_of(
        findings.begin() + static_cast<long>(from), findings.end(),
        [](const auto& finding) { return severity(finding.fault) == Severity::error; });
}

void sort_by_place(Findings& findings) {
    const auto key = [](const Finding& finding) {
        return std::tie(finding.place.file, finding.place.line, finding.place.column);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

std::string where(const Place& place) {
    if (place.line == 0) return place.file;
    if (place.column == 0) return fmt::format("{}:{}", place.file, place.line);
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

std::string what(model::Language language, const Finding& finding) {
    return fill(language, fmt::format("author.{}", name(finding.fault)), finding);
}

std::string what_to_do(model::Language language, const Finding& finding) {
    return fill(language, fmt::format("author.{}.do", name(finding.fault)), finding);
}

} // namespace pufa::author
