#pragma once
// A small signed pack in a temporary folder: one video with a poster, two questions, a quiz of them
// and a campaign. Its media are plain words, so nothing can play them.

#include "content/pack/pack.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace pufa::support {

inline constexpr std::string_view k_fixture_id = "test-press/fixture";
/// A day on which the fixture is valid.
inline const WallTime k_fixture_now = *base::parse_iso("2026-11-23T15:20:00+08:00");

inline model::LocalizedText in_three(std::string hans, std::string hant, std::string english) {
    model::LocalizedText text;
    text[model::Language::zh_hans] = std::move(hans);
    text[model::Language::zh_hant] = std::move(hant);
    text[model::Language::en] = std::move(english);
    return text;
}

inline model::ItemId fixture_item(std::string_view item) {
    return {std::string{k_fixture_id} + "/" + std::string{item}};
}

inline model::Video fixture_video() {
    model::Video video;
    video.id = fixture_item("wills");
    video.title = in_three("遗嘱怎么立", "遺囑怎樣立", "How to make a will");
    video.agency = "测试司法局";
    video.media = "videos/wills.mp4";
    video.poster = "videos/wills.png";
    video.duration = std::chrono::seconds{90};
    video.width = 1280;
    video.height = 720;
    video.frames_per_second = 25;
    video.has_sound = true;
    video.topics = {"继承"};
    return video;
}

inline model::Question fixture_question(std::string_view item, model::QuestionKind kind) {
    model::Question question;
    question.id = fixture_item(item);
    question.kind = kind;
    question.stem = model::in_hans("自书遗嘱要写明年、月、日吗？");
    model::Option yes;
    yes.text = model::in_hans("要");
    yes.right = true;
    model::Option no;
    no.text = model::in_hans("不要");
    question.options = {yes, no};
    question.explanation = model::in_hans("自书遗嘱由遗嘱人亲笔书写，签名，注明年、月、日。");
    question.citation = {"中华人民共和国民法典",
                         "第一千一百三十四条",
                         "自书遗嘱由遗嘱人亲笔书写，签名，注明年、月、日。",
                         {2021, 1, 1},
                         {2026, 11, 1}};
    question.topic = "继承";
    question.agency = "测试司法局";
    return question;
}

inline model::Article fixture_article() {
    model::Article article;
    article.id = fixture_item("guide");
    article.title = in_three("遗嘱三步", "遺囑三步", "A will in three steps");
    article.markdown = model::in_hans("## 第一步\n\n写下来。");
    article.topics = {"继承"};
    article.agency = "测试司法局";
    return article;
}

/// Valid but for its members, which write_pack fills in.
inline pack::Manifest fixture_manifest(int64_t sequence = 1) {
    pack::Manifest manifest;
    manifest.id = {std::string{k_fixture_id}};
    manifest.title = in_three("测试内容包", "測試內容包", "Test pack");
    manifest.sequence = sequence;
    manifest.created = *base::parse_iso("2026-11-20T08:00:00Z");
    manifest.agencies = {"测试司法局"};
    manifest.languages = {model::Language::zh_hans};
    manifest.demo = true;
    model::Quiz quiz{fixture_item("quiz"), model::in_hans("继承小测"), {}};
    quiz.questions = {fixture_item("q1"), fixture_item("q2")};
    model::Campaign campaign;
    campaign.id = fixture_item("constitution-day");
    campaign.title = model::in_hans("国家宪法日");
    campaign.from = {12, 1};
    campaign.to = {12, 7};
    campaign.day = {12, 4};
    campaign.items = {fixture_item("wills"), fixture_item("quiz")};
    manifest.items = {fixture_video(), fixture_question("q1", model::QuestionKind::single),
                      fixture_question("q2", model::QuestionKind::true_false), quiz, campaign};
    return manifest;
}

/// A folder with a key pair and the sources of the fixture's members.
class PackBench {
  public:
    PackBench()
        : m_keys(pack::make_key_pair("test-press")) {
        m_trust.keys = {m_keys.open};
        REQUIRE(base::make_folders(folder() / "trust"));
        REQUIRE(base::write_file_atomic(folder() / "trust" / "test-press.pub",
                                        pack::public_key_text(m_keys.open)));
        source("videos/wills.mp4", "the film, as words: " + std::string(200, 'f'));
        source("videos/wills.png", "the poster, as words");
    }

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    [[nodiscard]] const pack::KeyPair& keys() const { return m_keys; }
    /// Trusts the bench's key, as `folder()/trust` does.
    [[nodiscard]] const pack::Trust& trust() const { return m_trust; }
    [[nodiscard]] const std::vector<pack::MemberSource>& sources() const { return m_sources; }

    /// Writes a source file and takes it as a member of every pack built from now on.
    void source(const std::string& path, std::string_view bytes) {
        const auto file = folder() / "sources" / path;
        REQUIRE(base::make_folders(file.parent_path()));
        REQUIRE(base::write_file_atomic(file, bytes));
        std::erase_if(m_sources, [&](const auto& held) { return held.path == path; });
        m_sources.push_back({path, file});
    }

    /// Builds `manifest` and returns the pack's file.
    [[nodiscard]] std::filesystem::path build(const pack::Manifest& manifest,
                                              const std::string& name = "fixture.pufa") const {
        const auto file = folder() / name;
        const auto written = pack::write_pack(manifest, m_sources, m_keys.secret, file, {});
        if (!written) FAIL(written.error().detail);
        return file;
    }
    [[nodiscard]] std::filesystem::path build(int64_t sequence = 1) const {
        return build(fixture_manifest(sequence), "fixture-" + std::to_string(sequence) + ".pufa");
    }

  private:
    base::TemporaryFolder m_folder;
    pack::KeyPair m_keys;
    pack::Trust m_trust;
    std::vector<pack::MemberSource> m_sources;
};

} // namespace pufa::support
