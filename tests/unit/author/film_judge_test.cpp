#include "content/author/film_judge.h"

#include "tests/support/author_folder.h"
#include "tests/support/film_studies.h"

using namespace pufa;
using namespace std::chrono_literals;
using author::Fault;

namespace {

author::VideoDraft draft() {
    author::VideoDraft draft;
    draft.media = "videos/漏 水.mp4";
    return draft;
}

template <class Change>
author::Findings judged(Change change) {
    auto study = support::good_study();
    change(study);
    author::Findings findings;
    author::judge_film(draft(), study, findings);
    return findings;
}

/// The one fault that the change makes, and its detail.
template <class Change>
std::pair<Fault, std::string> only(Change change) {
    const auto findings = judged(change);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].place.file == "videos/漏 水.mp4");
    CHECK(findings[0].subject == "漏 水.mp4");
    return {findings[0].fault, findings[0].detail};
}

using Told = std::pair<Fault, std::string>;

} // namespace

TEST_CASE("of a good film nothing is said, also at the limits") {
    CHECK(judged([](auto&) {}).empty());
    CHECK(judged([](auto& study) {
              study.findings.keyframe_gap = 4s;
              study.facts.width = 1080; // upright
              study.facts.height = 1920;
              study.facts.frames_per_second = 60;
              study.findings.bits_per_second = 20'000'000;
              study.findings.sound_rate = 16'000;
              study.findings.level = media::Level{-35, -0.1};
              study.findings.end = 8s + 1ms;
          }).empty());
}

TEST_CASE("keyframes far apart are told with the command that mends them") {
    const auto findings = judged([](auto& study) { study.findings.keyframe_gap = 9'960ms; });
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fault == Fault::KEYFRAMES_FAR_APART);
    CHECK(findings[0].detail == "10");
    for (const auto language : model::k_languages)
        CHECK(author::what_to_do(language, findings[0])
                  .find("ffmpeg -i \"漏 水.mp4\" -map 0:v:0 -map \"0:a?\" -map \"0:s?\" "
                        "-c:v libx264 -force_key_frames \"expr:gte(t,n_forced*2)\" "
                        "-c:a copy -c:s copy out.mp4") != std::string::npos);
}

TEST_CASE("each thing that would not play well is a warning of its own") {
    CHECK(only([](auto& study) { study.facts.width = 3840, study.facts.height = 2160; }) ==
          Told{Fault::FILM_LARGE, "3840×2160"});
    CHECK(only([](auto& study) { study.facts.width = study.facts.height = 1200; }) ==
          Told{Fault::FILM_LARGE, "1200×1200"});
    CHECK(only([](auto& study) { study.facts.frames_per_second = 120; }) ==
          Told{Fault::FILM_FAST, "120"});
    CHECK(only([](auto& study) { study.findings.interlaced = true; }).first ==
          Fault::FILM_INTERLACED);
    CHECK(only([](auto& study) { study.findings.sample_depth = 10; }) ==
          Told{Fault::FILM_DEEP, "10"});
    CHECK(only([](auto& study) { study.findings.bits_per_second = 45'000'000; }) ==
          Told{Fault::FILM_HEAVY, "45"});
    CHECK(only([](auto& study) { study.findings.uneven_rate = true; }).first == Fault::FILM_UNEVEN);
    CHECK(only([](auto& study) { study.findings.seek_bytes = 900'000'000; }).first ==
          Fault::FILM_WITHOUT_INDEX);
    CHECK(only([](auto& study) { study.findings.sound_rate = 8'000; }) ==
          Told{Fault::SOUND_THIN, "8000"});
    CHECK(only([](auto& study) { study.findings.level->lufs = -40.4; }) ==
          Told{Fault::SOUND_QUIET, "−40"});
    CHECK(only([](auto& study) { study.findings.level.reset(); }).first == Fault::SOUND_QUIET);
    CHECK(only([](auto& study) { study.findings.level->peak_dbtp = 1.26; }) ==
          Told{Fault::SOUND_CLIPS, "+1.3"});
    CHECK(only([](auto& study) {
              study.findings.damages = 3;
              study.findings.damage_at = 65s;
          }) == Told{Fault::FILM_DAMAGED, "1:05"});
}

TEST_CASE("a film without a length, and captions of a film without sound, are told") {
    CHECK(only([](auto& study) { study.facts.duration = 0s; }).first == Fault::FILM_WITHOUT_INDEX);
    auto silent = support::good_study();
    silent.facts.has_sound = false;
    silent.findings.level.reset();
    author::Findings findings;
    author::judge_film(draft(), silent, findings);
    CHECK(findings.empty());
    auto captioned = draft();
    captioned.captions.push_back({});
    author::judge_film(captioned, silent, findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fault == Fault::SOUND_MISSING);
}

TEST_CASE("a film cut short is an error, and nothing else is said of it") {
    const auto told = only([](auto& study) {
        study.facts.duration = 75s;
        study.findings.end = 30s;
        study.findings.damages = 4;
        study.findings.keyframe_gap = 20s;
    });
    CHECK(told == Told{Fault::FILM_CUT_SHORT, "0:30 / 1:15"});
    CHECK(author::severity(Fault::FILM_CUT_SHORT) == author::Severity::error);
}
