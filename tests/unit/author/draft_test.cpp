#include "content/author/draft.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using namespace pufa::author;
using support::AuthorFolder;

TEST_CASE("ids are short in the folder and full in the pack, and found either way") {
    Findings findings;
    ItemIds ids{{"test-press/small"}, findings};
    CHECK(ids.add("leak", {"a.toml", 1, 6}) == model::ItemId{"test-press/small/leak"});
    CHECK(ids.find("leak", {}) == model::ItemId{"test-press/small/leak"});
    CHECK(ids.find("test-press/small/leak", {}) == model::ItemId{"test-press/small/leak"});
    CHECK(findings.empty());
    CHECK_FALSE(ids.find("other/pack/leak", {"b.toml", 2, 1}));
    CHECK_FALSE(ids.add("leak", {"b.toml", 1, 6}));
    CHECK_FALSE(ids.add("Leak 1", {"b.toml", 9, 6}));
    CHECK_FALSE(ids.add("", {}));
    CHECK(findings == Findings{{Fault::DANGLING, {"b.toml", 2, 1}, "other/pack/leak", {}},
                               {Fault::DUPLICATE_ID, {"b.toml", 1, 6}, "leak", "a.toml:1:6"},
                               {Fault::BAD_ID, {"b.toml", 9, 6}, "Leak 1", {}}});
}

TEST_CASE("the only agency answers for what names none; of several one must be named") {
    const AuthorFolder bench;
    Findings findings;
    auto folder = *Folder::scan(bench.path(), findings);
    ItemIds ids{{"test-press/small"}, findings};
    const std::vector<std::string> one{"甲"}, two{"甲", "乙"};
    Draft only{folder, findings, ids, one};
    Draft several{folder, findings, ids, two};
    CHECK(only.agency("", "", {}) == "甲");
    CHECK(several.agency("", "乙", {}) == "乙");
    CHECK(several.agency("甲", "乙", {}) == "甲");
    CHECK(findings.empty());
    CHECK(several.agency("", "", {"t", 1, 1}).empty());
    CHECK(only.agency("丙", "", {"t", 2, 1}) == "丙");
    CHECK(findings == Findings{{Fault::MISSING_KEY, {"t", 1, 1}, "agency", {}},
                               {Fault::UNKNOWN_AGENCY, {"t", 2, 1}, "丙", {}}});
}
