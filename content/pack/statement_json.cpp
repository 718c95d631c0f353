// Statements as text.

#include "content/base/file.h"
#include "content/pack/archive.h"
#include "content/pack/clock_floor.h"
#include "content/pack/manifest_bounds.h"
#include "content/pack/statement.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace pufa::pack {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view k_kind = "pufa-keys";
constexpr int64_t k_max_sequence = (1ll << 53) - 1; // exact in every JSON reader
constexpr size_t k_max_name = 64;                   // bytes
constexpr size_t k_max_note = 500;
constexpr size_t k_max_publishers = 100;

/// Reads fields and keeps the first fault. What it forgives (unknown fields, another order) the
/// comparison with the one spelling does not.
class Reader {
  public:
    explicit Reader(const Json& json)
        : m_json(json) {}

    [[nodiscard]] const std::string& fault() const { return m_fault; }
    void fail(std::string what) {
        if (m_fault.empty()) m_fault = std::move(what);
    }

    [[nodiscard]] bool has(const char* field) const {
        return m_json.is_object() && m_json.contains(field);
    }
    std::string text(const char* field, size_t most) {
        if (!has(field) || !m_json[field].is_string()) return wrong(field, "is no text");
        auto value = m_json[field].get<std::string>();
        if (value.size() > most) return wrong(field, fmt::format("is longer than {} bytes", most));
        return value;
    }
    int64_t whole(const char* field, int64_t least, int64_t most) {
        if (has(field) && m_json[field].is_number_integer()) {
            const auto value = m_json[field].get<int64_t>();
            if (value >= least && value <= most) return value;
        }
        wrong(field, fmt::format("is no whole number from {} to {}", least, most));
        return least;
    }
    template <class Each>
    void list(const char* field, size_t most, Each each) {
        if (!has(field) || !m_json[field].is_array() || m_json[field].size() > most) {
            wrong(field, fmt::format("is no list of at most {}", most));
            return;
        }
        for (const auto& element : m_json[field]) {
            Reader inner{element};
            each(inner, element);
            fail(inner.m_fault);
        }
    }

  private:
    std::string wrong(const char* field, std::string_view what) {
        fail(fmt::format("{} {}", field, what));
        return {};
    }

    const Json& m_json;
    std::string m_fault;
};

bool is_key_name(const std::string& name) {
    return is_member_path(name) && name.find('/') == std::string::npos && name.size() <= k_max_name;
}

AddedKey read_added(Reader& in) {
    AddedKey added;
    constexpr size_t k_line = 56; // base64 of 42 bytes
    if (auto key = parse_key_line(in.text("key", k_line)))
        added.key = *key;
    else
        in.fail("key is no second line of a .pub file");
    added.key.name = in.text("name", k_max_name);
    if (!is_key_name(added.key.name)) in.fail("name is no file name");
    if (in.has("publishers")) {
        added.publishers.emplace();
        in.list("publishers", k_max_publishers, [&](Reader& inner, const Json& element) {
            if (!element.is_string() || !model::is_id_part(element.get<std::string>()))
                inner.fail("publishers holds no name of a publisher");
            else
                added.publishers->push_back(element.get<std::string>());
        });
        if (added.publishers->empty()) in.fail("publishers is empty");
    }
    if (in.has("not_after")) {
        added.not_after = base::parse_date(in.text("not_after", k_max_name));
        if (!added.not_after) in.fail("not_after is no day like 2027-12-31");
    }
    return added;
}

RevokedKey read_revoked(Reader& in) {
    RevokedKey revoked;
    if (const auto id = parse_id_text(in.text("key", k_max_name)))
        revoked.id = *id;
    else
        in.fail("key is no 16 upper-case hex digits");
    const auto reason = in.text("reason", k_max_name);
    if (reason == "compromised")
        revoked.reason = Reason::compromised;
    else if (reason != "retired")
        in.fail("reason is neither retired nor compromised");
    if (in.has("note")) revoked.note = in.text("note", k_max_note);
    return revoked;
}

Statement read_statement(Reader& in) {
    Statement statement;
    if (in.text("kind", k_max_name) != k_kind) in.fail("kind is not pufa-keys");
    statement.issuer_sequence = in.whole("issuer_sequence", 1, k_max_sequence);
    const auto issued = base::parse_iso(in.text("issued", k_max_name));
    if (!issued) in.fail("issued is no time like 2026-11-23T07:20:00Z");
    statement.issued = issued.value_or(WallTime{});
    if (statement.issued > latest_plausible())
        in.fail("issued is more than ten years after this program was built");
    in.list("add", k_max_statement_keys,
            [&](Reader& inner, const Json&) { statement.add.push_back(read_added(inner)); });
    in.list("revoke", k_max_statement_keys,
            [&](Reader& inner, const Json&) { statement.revoke.push_back(read_revoked(inner)); });
    if (statement.add.empty() && statement.revoke.empty()) in.fail("it says nothing");
    return statement;
}

template <class Keys, class Id>
bool names_twice(const Keys& keys, Id id) {
    for (auto one = keys.begin(); one != keys.end(); ++one) {
        for (auto other = std::next(one); other != keys.end(); ++other) {
            if (id(*one) == id(*other)) return true;
        }
    }
    return false;
}

} // namespace

std::string write_statement(const Statement& statement) {
    Json json;
    json["kind"] = k_kind;
    json["issuer_sequence"] = statement.issuer_sequence;
    json["issued"] = base::to_iso(statement.issued);
    json["add"] = Json::array();
    for (const auto& added : statement.add) {
        Json entry;
        entry["key"] = key_line(added.key);
        entry["name"] = added.key.name;
        if (added.publishers) entry["publishers"] = *added.publishers;
        if (added.not_after) entry["not_after"] = base::to_string(*added.not_after);
        json["add"].push_back(std::move(entry));
    }
    json["revoke"] = Json::array();
    for (const auto& revoked : statement.revoke) {
        Json entry;
        entry["key"] = id_text(revoked.id);
        entry["reason"] = revoked.reason == Reason::retired ? "retired" : "compromised";
        if (!revoked.note.empty()) entry["note"] = revoked.note;
        json["revoke"].push_back(std::move(entry));
    }
    return json.dump(1) + "\n";
}

Result<Statement> parse_statement(std::string_view text, const std::string& where) {
    const auto bad = [&](std::string detail) {
        return Error{Code::BAD_STATEMENT, where, std::move(detail)};
    };
    if (text.size() > k_max_statement)
        return bad(fmt::format("{} bytes, at most {}", text.size(), k_max_statement));
    if (const auto bounded = check_bounds(text, where); !bounded)
        return bad(bounded.error().detail);
    const auto json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_object()) return bad("it is no object");
    Reader in{json};
    auto statement = read_statement(in);
    if (!in.fault().empty()) return bad(in.fault());
    if (names_twice(statement.add, [](const AddedKey& added) { return added.key.id; }) ||
        names_twice(statement.add, [](const AddedKey& added) { return added.key.name; }) ||
        names_twice(statement.revoke, [](const RevokedKey& revoked) { return revoked.id; }))
        return bad("it names a key twice");
    if (write_statement(statement) != text) return bad("not the one spelling of a statement");
    return statement;
}

Result<SealedStatement> read_statement_files(const std::filesystem::path& file) {
    const auto read = [](const std::filesystem::path& from, uint64_t most) -> Result<std::string> {
        auto text = base::read_file(from, most);
        if (!text && text.error().code == Code::TOO_LARGE)
            return Error{Code::BAD_STATEMENT, from.string(), "too long for a statement"};
        return text;
    };
    SealedStatement sealed;
    PUFA_TRY(sealed.json, read(file, k_max_statement));
    auto beside = file;
    beside += ".minisig";
    auto signature = read(beside, k_max_signature);
    if (!signature && signature.error().code == Code::NOT_FOUND)
        return Error{Code::BAD_STATEMENT, file.string(),
                     fmt::format("{} is not beside it", beside.filename().string())};
    if (!signature) return signature.error();
    sealed.signature = std::move(signature).value();
    return sealed;
}

} // namespace pufa::pack
