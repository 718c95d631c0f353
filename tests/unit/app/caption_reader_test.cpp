#include "kiosk/app/caption_reader.h"

#include "content/base/file.h"
#include "content/base/log.h"

#include <doctest/doctest.h>

#include <thread>

using namespace pufa;
using namespace pufa::app;
using model::Language;

namespace {

constexpr std::string_view k_vtt = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n漏水\n";

/// A file with captions in the middle, as in a pack.
class Packed {
  public:
    explicit Packed(std::string_view text = k_vtt)
        : m_length(text.size()) {
        REQUIRE(base::write_file_atomic(file(), "before" + std::string{text} + "after"));
    }
    [[nodiscard]] flow::CaptionLocation location(Language language = Language::zh_hans) const {
        return {language, {file(), 6, m_length}};
    }
    [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "p.pufa"; }

  private:
    base::TemporaryFolder m_folder;
    size_t m_length;
};

SteadyTime at_ms(int64_t ms) {
    return SteadyTime(std::chrono::milliseconds(ms));
}

/// Polls until nothing is being read.
std::vector<flow::CaptionsRead> poll_through(CaptionReader& reader) {
    std::vector<flow::CaptionsRead> all;
    for (int tries = 0; reader.next_due(); ++tries) {
        if (auto read = reader.poll(at_ms(0))) all.push_back(*std::move(read));
        REQUIRE(tries < 10'000'000);
        std::this_thread::yield();
    }
    return all;
}

} // namespace

TEST_CASE("captions are read from their place in the pack") {
    const Packed packed;
    const auto track = read_captions(packed.location(Language::en));
    REQUIRE(track);
    CHECK(track->language == Language::en);
    REQUIRE(track->cues.size() == 1);
    CHECK(track->cues[0].text == "漏水");
}

TEST_CASE("captions that are too large, cut short, gone or none are refused") {
    const Packed packed;
    auto location = packed.location();
    location.file.length = captions::k_most_bytes + 1;
    CHECK(read_captions(location).error().code == Code::TOO_LARGE);
    location.file.length = 1000;
    CHECK_FALSE(read_captions(location));
    location.file.file += ".gone";
    CHECK(read_captions(location).error().code == Code::NOT_FOUND);
    CHECK(read_captions(Packed{"no captions"}.location()).error().code == Code::BAD_SOURCE);
}

TEST_CASE("what was read comes once, with every language that could be read") {
    static_cast<void>(base::take_logged_warnings());
    const Packed hans, english{"broken"};
    CaptionReader reader;
    CHECK_FALSE(reader.next_due());
    reader.read({{"demo/pack/one"}, {}, {hans.location(), english.location(Language::en)}},
                at_ms(500));
    CHECK(reader.next_due() == at_ms(500) + CaptionReader::k_while_reading);
    const auto all = poll_through(reader);
    REQUIRE(all.size() == 1);
    CHECK(all[0].video.value == "demo/pack/one");
    REQUIRE(all[0].tracks.size() == 1);
    CHECK(all[0].tracks[0].language == Language::zh_hans);
    CHECK_FALSE(reader.poll(at_ms(1000)));
    const auto warnings = base::take_logged_warnings();
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].find("demo/pack/one in en") != std::string::npos);
}

TEST_CASE("only the captions of the newest video are told, and a video without any reads none") {
    const Packed packed;
    CaptionReader reader;
    reader.read({{"demo/pack/one"}, {}, {packed.location()}}, at_ms(0));
    reader.read({{"demo/pack/two"}, {}, {packed.location()}}, at_ms(0));
    auto all = poll_through(reader);
    REQUIRE(all.size() == 1);
    CHECK(all[0].video.value == "demo/pack/two");
    reader.read({{"demo/pack/one"}, {}, {packed.location()}}, at_ms(0));
    reader.read({{"demo/pack/silent"}, {}, {}}, at_ms(0));
    CHECK(poll_through(reader).empty());
}
