// assets/pack.schema.json against parse_manifest and check_manifest: each field of each kind of
// item is taken out and given every wrong kind of value, and both must say the same of the outcome.

#include "content/base/file.h"
#include "content/base/process.h"
#include "content/pack/manifest.h"
#include "content/pack/statement.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace pufa;
using namespace pufa::pack;
using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

namespace {

const std::string k_source = PUFA_SOURCE_DIR;

Json read_json(const std::string& name) {
    return Json::parse(*base::read_file(k_source + "/" + name));
}

/// A manifest that has every field of every kind of item.
Json every_field() {
    return read_json("tests/support/every_field.json");
}

/// What python3-jsonschema says of each document: '1' valid, '0' not.
std::string judged(const std::string& schema, const std::vector<Json>& documents) {
    const base::TemporaryFolder folder;
    std::string lines;
    for (const auto& document : documents)
        lines += document.dump() + "\n";
    REQUIRE(base::write_file_atomic(folder.path() / "lines", lines));
    const std::string script = "import json, sys, jsonschema\n"
                               "schema = json.load(open(sys.argv[1]))\n"
                               "kind = jsonschema.Draft202012Validator\n"
                               "kind.check_schema(schema)\n"
                               "judge = kind(schema)\n"
                               "for line in open(sys.argv[2]):\n"
                               "    print(int(judge.is_valid(json.loads(line))), end='')\n";
    const auto ran = base::run("/usr/bin/python3",
                               {"-c", script, k_source + "/" + schema, folder.path() / "lines"});
    REQUIRE(ran);
    REQUIRE(ran->exit_code == 0);
    return ran->output;
}

bool taken(const Json& document) {
    const auto parsed = parse_manifest(document.dump(), "pack");
    return parsed && check_manifest(*parsed, "pack").empty();
}

struct Case {
    std::string what;
    Json document;
};

/// `document` with the value at `at` replaced, or taken out when there is nothing to put.
Case changed(const Json& document, const Pointer& at, const std::optional<Json>& put) {
    Case made{at.to_string() + (put ? " = " + put->dump() : " missing"), document};
    if (put)
        made.document[at] = *put;
    else
        made.document[at.parent_pointer()].erase(at.back());
    return made;
}

std::vector<Json> wrong_values(const Json& value) {
    if (value.is_string()) return {5, true, nullptr, Json::array(), Json::object(), ""};
    if (value.is_boolean()) return {"x", 0, nullptr, Json::array()};
    if (value.is_number())
        return {"x", true, nullptr, 0, -10'000'000, 10'000'000'000'000, Json::array()};
    if (value.is_array())
        return {Json::object(), "x", 5, nullptr, Json::array({nullptr}), Json::array()};
    return {Json::array(), "x", 5, nullptr, Json::object()};
}

/// Every single fault below `at`.
void add_faults(const Json& document, const Pointer& at, std::vector<Case>& cases) {
    const auto& value = document[at];
    if (!at.empty()) {
        for (const auto& wrong : wrong_values(value))
            cases.push_back(changed(document, at, wrong));
    }
    if (value.is_object()) {
        for (const auto& [key, inner] : value.items()) {
            cases.push_back(changed(document, at / key, std::nullopt));
            add_faults(document, at / key, cases);
        }
    }
    if (value.is_array() && !value.empty()) add_faults(document, at / size_t{0}, cases);
}

/// A small pack around the items of one kind; what they refer to is of the same pack.
Json pack_of(const Json& whole, std::string_view kind) {
    auto one = whole;
    one["items"] = Json::array();
    for (const auto& item : whole["items"]) {
        if (item["kind"] == kind) one["items"].insert(one["items"].begin(), item);
        const bool company = (kind == "quiz" && item["kind"] == "question") ||
                             (kind == "place" && item["kind"] == "dispute");
        if (company) one["items"].push_back(item);
    }
    if (kind == "video") one["items"][0]["quiz"] = "other/pack/quiz";
    return one;
}

void compare(const std::vector<Case>& cases) {
    std::vector<Json> documents;
    for (const auto& each : cases)
        documents.push_back(each.document);
    const auto verdicts = judged("assets/pack.schema.json", documents);
    REQUIRE(verdicts.size() == cases.size());
    int refused = 0;
    for (size_t i = 0; i < cases.size(); ++i) {
        INFO(cases[i].what);
        CHECK((verdicts[i] == '1') == taken(cases[i].document));
        refused += verdicts[i] == '0';
    }
    CHECK(refused > static_cast<int>(cases.size() / 3));
}

} // namespace

TEST_CASE(
    "the document with every field is taken by schema and code, and nothing in it is unknown") {
    const auto whole = every_field();
    CHECK(judged("assets/pack.schema.json", {whole}) == "1");
    CHECK(taken(whole));
    const auto parsed = parse_manifest(whole.dump(), "pack");
    REQUIRE(parsed);
    // A field that the code ignored would be gone. Order counts for neither.
    const auto again = Json::parse(write_manifest(*parsed));
    CHECK(nlohmann::json(again) == nlohmann::json(whole));
}

TEST_CASE("the schema names no field that the document with every field lacks") {
    const auto schema = read_json("assets/pack.schema.json");
    const auto whole = every_field();
    const auto names = [](const Json& object) {
        std::set<std::string> keys;
        for (const auto& [key, value] : object.items())
            keys.insert(key);
        return keys;
    };
    CHECK(names(schema["properties"]) == names(whole));
    std::set<std::string> kinds;
    for (const auto& item : whole["items"]) {
        const std::string kind = item["kind"];
        INFO(kind);
        kinds.insert(kind);
        CHECK(names(schema["$defs"][kind]["properties"]) == names(item));
    }
    const auto& listed = schema["$defs"]["item"]["properties"]["kind"]["enum"];
    CHECK(kinds == std::set<std::string>(listed.begin(), listed.end()));
    CHECK(kinds.size() == std::variant_size_v<model::Item>);
}

TEST_CASE("every single fault of the top level is one for schema and code alike") {
    auto whole = every_field();
    whole["items"] = Json::array();
    std::vector<Case> cases;
    add_faults(whole, Pointer{}, cases);
    // These are no faults of one field: an empty path, a name of a machine that is none.
    std::erase_if(cases, [](const Case& each) {
        return each.what.starts_with("/features_required/0 = \"\"");
    });
    CHECK(cases.size() > 200);
    compare(cases);
}

TEST_CASE("every single fault of every kind of item is one for schema and code alike") {
    const auto whole = every_field();
    size_t count = 0;
    std::vector<Case> cases;
    for (const auto& item : whole["items"]) {
        const std::string kind = item["kind"];
        const auto document = pack_of(whole, kind);
        REQUIRE(taken(document));
        const auto before = cases.size();
        add_faults(document, Pointer{"/items/0"}, cases);
        CHECK(cases.size() > before + 10);
        ++count;
    }
    CHECK(count == 12);
    compare(cases);
}

TEST_CASE("statements that the code writes and takes are valid, and wrong ones are for neither") {
    const auto pair = make_key_pair("court");
    Statement statement;
    statement.issuer_sequence = 3;
    statement.issued = *base::parse_iso("2026-11-24T02:00:00Z");
    statement.add = {{pair.open, std::vector<std::string>{"court"}, base::Date{2027, 12, 31}}};
    statement.revoke = {{KeyId{1}, Reason::compromised, "stolen", false}};
    const auto good = Json::parse(write_statement(statement));
    std::vector<Case> cases{{"whole", good}};
    add_faults(good, Pointer{}, cases);
    std::vector<Json> documents;
    for (const auto& each : cases)
        documents.push_back(each.document);
    const auto verdicts = judged("assets/statement.schema.json", documents);
    REQUIRE(verdicts.size() == cases.size());
    CHECK(verdicts[0] == '1');
    for (size_t i = 0; i < cases.size(); ++i) {
        INFO(cases[i].what);
        CHECK((verdicts[i] == '1') == parse_statement(cases[i].document.dump(1) + "\n", "x").ok());
    }
}
