#include "content/pack/scrub.h"

namespace pufa::pack {

namespace {

struct Collect {
    NeededMembers& to;

    void essential(const std::string& path) const {
        if (!path.empty()) to.essential.push_back(path);
    }
    void optional(const std::string& path) const {
        if (!path.empty()) to.optional.push_back(path);
    }
    void operator()(const model::Video& video) const {
        essential(video.media);
        optional(video.poster);
        for (const auto& captions : video.captions)
            optional(captions.member);
        if (video.thumbs) optional(video.thumbs->member);
    }
    /// Asked about a picture, a question makes no sense without it.
    void operator()(const model::Question& question) const { essential(question.picture); }
    void operator()(const model::Dispute& dispute) const { optional(dispute.picture); }
    void operator()(const model::BaseMap& map) const { essential(map.mesh); }
    template <class Other>
    void operator()(const Other&) const {}
};

} // namespace

NeededMembers members_of(const model::Item& item) {
    NeededMembers members;
    std::visit(Collect{members}, item);
    return members;
}

} // namespace pufa::pack
