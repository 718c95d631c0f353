#include "content/author/videos.h"

#include "content/author/audiences.h"
#include "content/author/place_words.h"
#include "content/model/spoken.h"

#include <algorithm>

namespace pufa::author {

namespace {

// What the decoder's containers are called. Sound alone is taken up too, so that its author is told
// what becomes of it.
const std::vector<std::string_view> k_films{
    ".mp4",  ".m4v", ".mov", ".3gp", ".mkv", ".webm", ".ogv", ".ts",   ".mts",  ".m2ts", ".mpg",
    ".mpeg", ".m2v", ".vob", ".mp3", ".m4a", ".aac",  ".ogg", ".opus", ".flac", ".wav",  ".mka"};
const std::vector<std::string_view> k_posters{".png", ".jpg", ".jpeg", ".webp"};
constexpr std::string_view k_folder = "videos";

class VideosReader {
  public:
    VideosReader(Draft& draft, TomlReader& pack)
        : m_draft(draft)
        , m_pack(pack) {}

    std::vector<VideoDraft> run() {
        for (auto& table : m_pack.tables("video")) {
            const auto file = table.text("file", Need::required);
            read(table, file.empty() ? std::nullopt : in_folder(table, "file", file));
        }
        for (const auto& name : m_draft.folder.list(k_folder, {".toml"}))
            read_side_file(name);
        for (const auto& name : m_draft.folder.list(k_folder, k_films)) {
            if (m_draft.folder.used(name)) continue;
            m_draft.findings.push_back({Fault::VIDEO_NOT_DESCRIBED, {name, 0, 0}, name, {}});
            m_draft.folder.use(name);
        }
        return std::move(m_videos);
    }

  private:
    void read_side_file(const std::string& name) {
        const auto text = m_draft.folder.text(name, m_draft.findings);
        if (!text) return;
        const auto table = parse_toml(*text, name, m_draft.findings);
        if (!table) return;
        TomlReader toml{*table, name, m_draft.findings};
        auto media = m_draft.folder.beside(name, k_films);
        if (!media) m_draft.findings.push_back({Fault::VIDEO_MISSING, {name, 0, 0}, name, {}});
        read(toml, media);
    }

    /// The name that a key gives, seen from videos/.
    std::optional<std::string> in_folder(TomlReader& toml, std::string_view key,
                                         const std::string& file) {
        const auto name = std::string{k_folder} + "/" + file;
        if (m_draft.folder.has(name)) return name;
        toml.found(key == "file" ? Fault::VIDEO_MISSING : Fault::POSTER_MISSING, key, name);
        return std::nullopt;
    }

    void read(TomlReader& toml, const std::optional<std::string>& media) {
        VideoDraft draft;
        auto& video = draft.video;
        draft.place = toml.place();
        const auto id = m_draft.ids.add(toml.text("id", Need::required), toml.place("id"));
        video.id = id.value_or(model::ItemId{});
        video.title = toml.localized("title", Need::required);
        video.summary = toml.localized("summary", Need::optional);
        video.series = toml.localized("series", Need::optional);
        video.speaker = toml.localized("speaker", Need::optional);
        video.agency =
            m_draft.agency(toml.text("agency", Need::optional), {}, toml.place("agency"));
        video.topics = toml.texts("topics");
        video.audience = read_audience(toml, m_draft.audience, m_draft.findings);
        if (const auto quiz = toml.text("quiz", Need::optional); !quiz.empty())
            video.quiz = m_draft.ids.refer(quiz, toml.place("quiz"));
        video.valid_until = toml.until("valid_until");
        video.frame_code = toml.flag("frame_code").value_or(false);
        read_sounds(toml, video);
        read_review(toml, video);
        read_chapters(toml, video);
        const auto poster = toml.text("poster", Need::optional);
        if (media) take_media(toml, draft, *media, poster);
        toml.finish();
        m_videos.push_back(std::move(draft));
    }

    void read_review(TomlReader& toml, model::Video& video) {
        const auto generated = toml.flag("ai_generated");
        if (!generated && !toml.has("ai_generated"))
            toml.found(Fault::AI_NOT_STATED, "ai_generated");
        video.ai_generated = generated.value_or(false);
        video.reviewed_by = toml.text("reviewed_by", Need::optional);
        video.reviewed_on = toml.date("reviewed_on", Need::optional);
        if (video.ai_generated && (video.reviewed_by.empty() || !video.reviewed_on))
            toml.found(Fault::AI_NOT_REVIEWED, "ai_generated");
    }

    /// In the words of an author or as tags; whether there are as many is seen in the film.
    void read_sounds(TomlReader& toml, model::Video& video) {
        for (const auto& word : toml.texts("sounds")) {
            if (const auto spoken = parse_spoken(word))
                video.sounds.push_back(*spoken);
            else if (model::is_language_tag(word))
                video.sounds.push_back(model::spoken_tag(word));
            else
                toml.found(Fault::UNKNOWN_SPOKEN, "sounds", word);
        }
    }

    void read_chapters(TomlReader& toml, model::Video& video) {
        for (auto& table : toml.tables("chapter")) {
            const auto at = table.clock("at", Need::required);
            auto title = table.localized("title", Need::required);
            table.finish();
            if (!at) continue;
            if (!video.chapters.empty() && *at <= video.chapters.back().at)
                table.found(Fault::CHAPTER_ORDER, "at");
            video.chapters.push_back({*at, std::move(title)});
        }
    }

    void take_media(TomlReader& toml, VideoDraft& draft, const std::string& media,
                    const std::string& named) {
        if (m_draft.folder.used(media)) {
            toml.found(Fault::VIDEO_DESCRIBED_TWICE, "file", media);
            return;
        }
        m_draft.folder.use(media);
        draft.media = media;
        draft.captions = read_captions(m_draft, media);
        const auto poster = named.empty() ? m_draft.folder.beside(media, k_posters)
                                          : in_folder(toml, "poster", named);
        draft.poster_missing = !poster && !named.empty();
        if (!poster) return;
        m_draft.folder.use(*poster);
        draft.poster = *poster;
    }

    Draft& m_draft;
    TomlReader& m_pack;
    std::vector<VideoDraft> m_videos;
};

} // namespace

std::vector<VideoDraft> read_videos(Draft& draft, TomlReader& pack) {
    return VideosReader{draft, pack}.run();
}

} // namespace pufa::author
