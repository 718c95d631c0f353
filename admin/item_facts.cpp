#include "admin/item_facts.h"

#include <algorithm>
#include <set>

namespace pufa::admin {

namespace {

using tally::FactsByItem;
using tally::ItemFacts;

std::vector<std::string> subjects_of(const model::Question& question) {
    auto subjects = question.tags;
    if (!question.topic.empty() &&
        std::find(subjects.begin(), subjects.end(), question.topic) == subjects.end())
        subjects.insert(subjects.begin(), question.topic);
    return subjects;
}

/// A quiz has no agency of its own: it is its questions', where they have one and the same.
std::string agency_of(const model::Quiz& quiz, const FactsByItem& facts) {
    std::set<std::string> agencies;
    for (const auto& question : quiz.questions) {
        const auto found = facts.find(question.value);
        if (found != facts.end()) agencies.insert(found->second.agency);
    }
    return agencies.size() == 1 ? *agencies.begin() : std::string{};
}

} // namespace

FactsByItem item_facts(const catalog::Snapshot& snapshot, model::Language language) {
    FactsByItem facts;
    for (const auto& video : snapshot.videos)
        facts[video.id.value] = {
            video.title.in(language), video.agency, video.topics, {}, video.audience};
    for (const auto& question : snapshot.questions)
        facts[question.id.value] = {question.stem.in(language),
                                    question.agency,
                                    subjects_of(question),
                                    {},
                                    question.audience};
    for (const auto& article : snapshot.articles)
        facts[article.id.value] = {
            article.title.in(language), article.agency, article.topics, {}, article.audience};
    for (const auto& place : snapshot.places)
        facts[place.id.value] = {place.name.in(language), place.agency, {}, {}};
    for (const auto& poll : snapshot.polls)
        facts[poll.id.value] = {poll.title.in(language), poll.agency, {}, {}, poll.audience};
    for (const auto& draft : snapshot.consultations)
        facts[draft.id.value] = {draft.title.in(language), draft.agency, {}, {}, draft.audience};
    for (const auto& dispute : snapshot.disputes)
        facts[dispute.id.value] = {dispute.title.in(language), {}, {}, {}};
    for (const auto& quiz : snapshot.quizzes)
        facts[quiz.id.value] = {
            quiz.title.in(language), agency_of(quiz, facts), {}, {}, quiz.audience};
    for (const auto& campaign : snapshot.campaigns) {
        const auto title = campaign.title.in(language);
        facts[campaign.id.value] = {title, {}, {}, {title}};
        for (const auto& item : campaign.items) {
            const auto found = facts.find(item.value);
            if (found == facts.end()) continue;
            auto& of = found->second.campaigns;
            if (std::find(of.begin(), of.end(), title) == of.end()) of.push_back(title);
        }
    }
    return facts;
}

} // namespace pufa::admin
