#include "tests/shots/choice.h"

#include "tests/support/all_pages.h"
#include "tests/support/desk_pages.h"
#include "tests/support/gallery_pages.h"

#include <algorithm>

namespace pufa::shots {

namespace {

/// Takes the one of `all` that is called so.
template <class All, class Chosen, class Name>
bool take(const All& all, Chosen& chosen, const Name& name_of, std::string_view word) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return name_of(one) == word; });
    if (found == all.end()) return false;
    chosen.push_back(*found);
    return true;
}

bool take_pages(const std::vector<std::string>& all, Choice& choice, std::string_view part) {
    auto& chosen = choice.pages;
    bool any = false;
    for (const auto& name : all) {
        if (name.find(part) == std::string::npos) continue;
        any = true;
        if (std::find(chosen.begin(), chosen.end(), name) == chosen.end()) chosen.push_back(name);
    }
    return any;
}

std::vector<std::string> page_names() {
    std::vector<std::string> names;
    for (const auto& page : support::all_pages())
        names.push_back(page.name);
    for (const auto& page : support::desk_pages(model::Language::zh_hans))
        names.push_back(page.name);
    for (const auto& [name, part] : support::k_gallery_pages)
        names.emplace_back(name);
    return names;
}

bool take_word(const std::vector<std::string>& pages, Choice& choice, std::string_view said) {
    return take(
               k_panels, choice.panels, [](const Panel& panel) { return panel.name; }, said) ||
           take(
               k_sizes, choice.sizes, [](ui::TextSize size) { return word(size); }, said) ||
           take(
               k_themes, choice.themes, [](ui::Theme theme) { return word(theme); }, said) ||
           take(
               model::k_languages, choice.languages,
               [](model::Language language) { return model::tag(language); }, said) ||
           take_pages(pages, choice, said);
}

template <class All, class Chosen>
void all_unless_chosen(const All& all, Chosen& chosen) {
    if (chosen.empty()) chosen.assign(all.begin(), all.end());
}

} // namespace

std::variant<Choice, Error> choose(const std::vector<std::string>& arguments) {
    const auto pages = page_names();
    Choice choice;
    for (const auto& argument : arguments) {
        if (argument == "--sheet") {
            choice.wanted = Wanted::sheets;
        } else if (argument.starts_with("-")) {
            return Error{Code::BAD_USAGE, argument, usage()};
        } else if (choice.out.empty()) {
            choice.out = argument;
        } else if (!take_word(pages, choice, argument)) {
            return Error{Code::BAD_USAGE, argument, usage()};
        }
    }
    if (choice.out.empty()) return Error{Code::BAD_USAGE, "OUT", usage()};
    all_unless_chosen(k_panels, choice.panels);
    all_unless_chosen(k_sizes, choice.sizes);
    all_unless_chosen(k_themes, choice.themes);
    all_unless_chosen(model::k_languages, choice.languages);
    all_unless_chosen(pages, choice.pages);
    return choice;
}

std::string usage() {
    std::string text = "pufa-shots OUT [--sheet] [WORD ...]\n"
                       "pufa-shots --accept FOLDER: renews the golden pictures there.\n"
                       "--sheet: contact sheets only, no picture of full size.\n"
                       "Words choose; of what none is said, all are drawn:\n";
    for (const auto& panel : k_panels)
        text += std::string{panel.name} + " ";
    for (const auto size : k_sizes)
        text += std::string{word(size)} + " ";
    for (const auto theme : k_themes)
        text += std::string{word(theme)} + " ";
    for (const auto language : model::k_languages)
        text += std::string{model::tag(language)} + " ";
    return text + "or a part of a page's name (quiz, watch-long).";
}

} // namespace pufa::shots
