#include "content/captions/cue_list.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::captions;
using namespace std::chrono_literals;

TEST_CASE("cues are handed out by their beginning, those of one moment as they came") {
    CueList list{Format::ass};
    list.add({2s, 3s, "后"}, 1);
    list.add({1s, 2s, "先"}, 2);
    list.add({2s, 9s, "同时"}, 3);
    list.add({4s, 5s, ""}, 4);
    list.complain(Fault::bad_time, 5);
    const auto parsed = list.take();
    CHECK(parsed.format == Format::ass);
    CHECK(parsed.cues ==
          std::vector<Cue>{{1s, 2s, "先"}, {2s, 3s, "后"}, {2s, 9s, "同时"}, {4s, 5s, ""}});
    CHECK(parsed.lines == std::vector<int>{2, 1, 3, 4});
    CHECK(parsed.complaints == std::vector<Complaint>{{Fault::bad_time, 5}});
}

TEST_CASE("a cue too long is complained of, and one too many ends the list") {
    CueList list{Format::subrip};
    list.add({1s, 2s, std::string(k_most_cue_bytes + 1, 'x')}, 1);
    for (size_t i = 0; i < k_most_cues; ++i)
        list.add({1s, 2s, "x"}, 2);
    CHECK_FALSE(list.full());
    list.add({1s, 2s, "x"}, 3);
    list.add({1s, 2s, "x"}, 4);
    CHECK(list.full());
    const auto parsed = list.take();
    CHECK(parsed.cues.size() == k_most_cues);
    CHECK(parsed.complaints == std::vector<Complaint>{{Fault::too_long, 1}, {Fault::too_many, 3}});
}
