#include "content/author/item_words.h"

namespace pufa::author {

namespace {

constexpr size_t k_longest_title = 24; // characters

class Collector {
  public:
    ItemWords words;

    void operator()(const model::Video& video) {
        add(video.title, video.summary, video.series, video.speaker);
        add_plain(video.agency, video.reviewed_by);
        add_each(video.topics);
        for (const auto& chapter : video.chapters)
            add(chapter.title);
    }
    void operator()(const model::Question& question) {
        add(question.stem, question.picture_words, question.explanation);
        for (const auto& option : question.options)
            add(option.text, option.feedback);
        add_plain(question.agency, question.topic);
        if (question.citation) add_citation(*question.citation);
    }
    void operator()(const model::Quiz& quiz) { add(quiz.title); }
    void operator()(const model::Campaign& campaign) { add(campaign.title, campaign.note); }
    void operator()(const model::Article& article) {
        add(article.title, article.note, article.markdown);
        add_plain(article.agency);
        add_each(article.topics);
        if (article.citation) add_citation(*article.citation);
    }
    void operator()(const model::Place& place) {
        add(place.name, place.where);
        for (const auto& thing : place.bring)
            add(thing);
        add_plain(place.agency, place.phone);
    }
    void operator()(const model::Dispute& dispute) {
        add(dispute.title, dispute.note, dispute.advice);
        for (const auto& thing : dispute.bring)
            add(thing);
        for (const auto& fact : dispute.facts) {
            add(fact.text);
            add_citation(fact.citation);
        }
        add_each(dispute.words);
    }
    void operator()(const model::HolidayCalendar& calendar) {
        for (const auto& holiday : calendar.days)
            add(holiday.title);
    }
    void operator()(const model::BaseMap& map) {
        add(map.title);
        for (const auto& district : map.districts)
            add(district.name);
        for (const auto& town : map.towns)
            add(town.name);
        add_plain(map.approval);
    }
    void operator()(const model::Poll& poll) {
        add(poll.title);
        for (const auto& option : poll.options)
            add(option);
        add_plain(poll.agency);
    }
    void operator()(const model::Consultation& consultation) {
        add(consultation.title, consultation.summary);
        for (const auto& question : consultation.questions) {
            add(question.text);
            for (const auto& option : question.options)
                add(option);
        }
        add_plain(consultation.agency);
    }
    void operator()(const model::LawStatus& status) {
        add(status.title);
        for (const auto& change : status.changes) {
            add(change.note);
            add_plain(change.law, change.article);
        }
    }

  private:
    template <class... Text>
    void add(const Text&... texts) {
        (words.texts.push_back(&texts), ...);
    }
    template <class... Text>
    void add_plain(const Text&... texts) {
        (words.plain.push_back(&texts), ...);
    }
    void add_each(const std::vector<std::string>& texts) {
        for (const auto& text : texts)
            words.plain.push_back(&text);
    }
    void add_citation(const model::Citation& citation) {
        words.citations.push_back(&citation);
        add_plain(citation.law, citation.article, citation.words);
    }
};

std::string shortened(const std::string& title) {
    size_t count = 0;
    for (size_t at = 0; at < title.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(title[at]) & 0xc0u) != 0x80u;
        if (begins && count++ == k_longest_title) return title.substr(0, at) + "…";
    }
    return title;
}

} // namespace

ItemWords words_of(const model::Item& item) {
    Collector collector;
    std::visit(collector, item);
    return std::move(collector.words);
}

std::string title_of(const model::Item& item) {
    const auto words = words_of(item);
    // The title comes first in every kind that has one.
    const bool named = !std::holds_alternative<model::HolidayCalendar>(item);
    const auto* first = named && !words.texts.empty() ? words.texts.front() : nullptr;
    if (first && !first->empty()) return shortened(first->in(model::Language::zh_hans));
    return model::id_of(item).value;
}

} // namespace pufa::author
