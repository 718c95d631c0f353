#include "content/author/films.h"

#include "content/author/film_judge.h"
#include "content/author/picture_file.h"
#include "content/author/png.h"
#include "content/author/poster_choice.h"
#include "content/author/thumb_sheet.h"
#include "content/model/spoken.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace pufa::author {

namespace {

constexpr int k_poster_side = 1280;

std::string last_part(const model::ItemId& id) {
    return id.value.substr(id.value.rfind('/') + 1);
}

/// Hundredths: what a person could not hear shall not make another pack.
double rounded(double level) {
    return std::round(level * 100) / 100;
}

/// What a player would have to find out; nothing if the decoder has not told.
std::optional<model::Stated> stated_of(const media::Facts& facts) {
    const auto& from = facts.stated;
    if (from.video_codec.empty() && from.sound_codec.empty()) return std::nullopt;
    return model::Stated{from.start,          from.duration,       from.video_codec,
                         from.width,          from.height,         from.video_delay,
                         from.frame_rate_num, from.frame_rate_den, from.sound_codec,
                         from.sound_rate,     from.sound_channels};
}

class FilmTaker {
  public:
    FilmTaker(const Folder& folder, const ReadOptions& options, Reading& reading)
        : m_folder(folder)
        , m_options(options)
        , m_reading(reading) {}

    Result<void> run(std::vector<VideoDraft>& films) {
        size_t number = 0;
        for (auto& film : films) {
            m_now = {film.media, ++number, films.size(), 0};
            report(0);
            if (!film.media.empty()) PUFA_CHECK(take(film));
        }
        return {};
    }

  private:
    void found(Fault fault, const VideoDraft& film, std::string detail = {}) {
        m_reading.findings.push_back({fault, {film.media, 0, 0}, film.media, std::move(detail)});
    }

    void report(int percent) {
        m_now.percent = percent;
        if (m_options.progress) m_options.progress(m_now);
    }

    Result<void> take(VideoDraft& film) {
        auto& video = film.video;
        PUFA_TRY(const auto study, look(film));
        const auto item = last_part(video.id);
        video.media = fmt::format("videos/{}{}", item, extension_of(film.media));
        m_reading.sources.push_back({video.media, m_folder.path(film.media)});
        if (study)
            add_embedded(study->findings.captions, film.media, film.captions, m_reading.findings);
        for (const auto& track : film.captions)
            if (video.duration > Micros{0}) check_length(track, video.duration, m_reading.findings);
        take_captions(film);
        if (study) PUFA_CHECK(take_study(film, *study));
        return film.poster.empty() ? make_poster(film, study) : take_poster(film);
    }

    /// Nothing if the film has no study: a quick look, or it cannot be played.
    Result<std::optional<media::FilmStudy>> look(VideoDraft& film) {
        const auto file = m_folder.path(film.media);
        std::optional<media::FilmStudy> study;
        std::optional<Error> error;
        if (m_options.looks.study) {
            auto studied = m_options.looks.study(file, [this](int percent) { report(percent); });
            if (studied)
                study = std::move(studied).value();
            else
                error = studied.error();
            if (study) take_facts(film, study->facts);
        } else {
            const auto facts = m_options.looks.probe(file);
            if (facts)
                take_facts(film, *facts);
            else
                error = facts.error();
        }
        if (!error) return study;
        // What the machine lacks is nobody's fault in the folder.
        if (base::blame(error->code) == base::Blame::machine && error->code != Code::DECODER_DIED)
            return *error;
        found(Fault::UNPLAYABLE, film, error->detail);
        return study;
    }

    void take_facts(VideoDraft& film, const media::Facts& facts) {
        auto& video = film.video;
        video.duration = facts.duration;
        video.width = facts.width;
        video.height = facts.height;
        video.frames_per_second = facts.frames_per_second;
        video.has_sound = facts.has_sound;
        video.stated = stated_of(facts);
        if (facts.width == 0 || facts.height == 0) found(Fault::NO_PICTURE, film);
        take_sounds(film, facts);
        for (const auto& chapter : video.chapters) {
            if (chapter.at >= facts.duration)
                m_reading.findings.push_back({Fault::CHAPTER_PAST_END,
                                              film.place,
                                              chapter.title.in(model::Language::zh_hans),
                                              {}});
        }
    }

    /// What each sound track speaks: by the author's word, else by the file's.
    void take_sounds(VideoDraft& film, const media::Facts& facts) {
        auto& sounds = film.video.sounds;
        const auto count = facts.sounds.size();
        if (!sounds.empty()) {
            if (sounds.size() != count) found(Fault::SOUNDS_DIFFER, film, std::to_string(count));
            return;
        }
        for (const auto& track : facts.sounds)
            sounds.push_back(model::spoken_tag(track.language));
        const bool unnamed = std::any_of(sounds.begin(), sounds.end(), [](const auto& tag) {
            return model::spoken_of(tag) == model::Spoken::unknown;
        });
        if (count > 1 && unnamed) found(Fault::SOUND_UNNAMED, film, std::to_string(count));
    }

    Result<void> take_study(VideoDraft& film, const media::FilmStudy& study) {
        auto& video = film.video;
        judge_film(film, study, m_reading.findings);
        if (const auto& level = study.findings.level)
            video.loudness = {rounded(level->lufs), rounded(level->peak_dbtp)};
        auto sheet = compose_sheet(study);
        if (!sheet) return {};
        PUFA_TRY(auto png, encode_png(sheet->picture));
        video.thumbs = sheet->layout;
        video.thumbs->member = fmt::format("thumbs/{}.png", last_part(video.id));
        m_reading.sources.push_back(
            {video.thumbs->member, m_folder.path(film.media), std::move(png)});
        return {};
    }

    Result<void> take_poster(VideoDraft& film) {
        film.video.poster =
            fmt::format("posters/{}{}", last_part(film.video.id), extension_of(film.poster));
        const auto file = m_folder.path(film.poster);
        if (!is_picture(file))
            m_reading.findings.push_back(
                {Fault::BAD_PICTURE, {film.poster, 0, 0}, film.poster, {}});
        m_reading.sources.push_back({film.video.poster, file});
        return {};
    }

    Result<void> make_poster(VideoDraft& film, const std::optional<media::FilmStudy>& study) {
        const auto missing = [&](Fault fault) {
            m_reading.findings.push_back({fault, film.place, film.media, {}});
        };
        const auto at = study ? choose_poster(*study) : std::nullopt;
        // A named poster that is missing has been told of.
        if (!at || !m_options.looks.picture) {
            if (!film.poster_missing) missing(Fault::NO_POSTER);
            return {};
        }
        const auto file = m_folder.path(film.media);
        const auto still = m_options.looks.picture(file, *at, k_poster_side);
        if (!still) {
            missing(Fault::NO_POSTER);
            return {};
        }
        PUFA_TRY(auto png, encode_png(*still));
        film.video.poster = fmt::format("posters/{}.png", last_part(film.video.id));
        m_reading.sources.push_back({film.video.poster, file, std::move(png)});
        missing(Fault::POSTER_MADE);
        return {};
    }

    /// In one spelling, whatever the author's was.
    void take_captions(VideoDraft& film) {
        for (const auto& track : film.captions) {
            const auto member = fmt::format("captions/{}.{}.vtt", last_part(film.video.id),
                                            model::tag(track.language));
            film.video.captions.push_back({track.language, member});
            m_reading.sources.push_back(
                {member, m_folder.path(track.file), captions::write_webvtt(track.cues)});
        }
    }

    const Folder& m_folder;
    const ReadOptions& m_options;
    Reading& m_reading;
    FilmProgress m_now;
};

} // namespace

Result<void> take_films(const Folder& folder, const ReadOptions& options,
                        std::vector<VideoDraft>& films, Reading& reading) {
    return FilmTaker{folder, options, reading}.run(films);
}

} // namespace pufa::author
