#include "admin/commands/key_state.h"

#include "admin/command_table.h"
#include "admin/sealed_files.h"
#include "admin/signing_key.h"
#include "content/base/file.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <memory>

namespace pufa::admin {

namespace {

constexpr uint64_t k_max_key_file = 4096;

struct Options {
    KeyOptions key;
    std::filesystem::path output;
    std::optional<int64_t> number;
    std::string subject; ///< a .pub file, or the number of a key
    std::vector<std::string> publishers;
    std::string not_after;
    std::string reason{"retired"};
    std::string note;
};

Error bad_usage(std::string what) {
    return {Code::BAD_USAGE, "key", std::move(what)};
}

Result<pack::PublicKey> read_pub(const std::filesystem::path& file) {
    PUFA_TRY(const auto text, base::read_file(file, k_max_key_file));
    return pack::parse_public_key(text, file.string());
}

/// A number as it is shown, else a .pub file.
Result<pack::KeyId> read_id(const std::string& subject) {
    if (const auto id = pack::parse_id_text(subject)) return *id;
    PUFA_TRY(const auto open, read_pub(subject));
    return open.id;
}

/// Seconds since 1970 grow by themselves, whoever signs and wherever.
pack::Statement begin(const Options& options, WallTime now) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    pack::Statement statement;
    statement.issuer_sequence = options.number.value_or(seconds.time_since_epoch().count());
    statement.issued = seconds;
    return statement;
}

Result<pack::AddedKey> read_added(const Options& options) {
    pack::AddedKey added;
    PUFA_TRY(added.key, read_pub(options.subject));
    if (!options.publishers.empty()) added.publishers = options.publishers;
    if (!options.not_after.empty()) {
        added.not_after = base::parse_date(options.not_after);
        if (!added.not_after) return bad_usage("--not-after is no day like 2027-12-31");
    }
    return added;
}

enum class Act { add, rotate, revoke };

Result<StatementReport> run(Act act, const Options& options, const Context& context) {
    auto statement = begin(options, context.now());
    if (act != Act::revoke) {
        PUFA_TRY(auto added, read_added(options));
        statement.add.push_back(std::move(added));
    }
    if (options.reason != "retired" && options.reason != "compromised")
        return bad_usage("--reason is neither retired nor compromised");
    if (act == Act::revoke) {
        PUFA_TRY(const auto id, read_id(options.subject));
        const auto reason =
            options.reason == "retired" ? pack::Reason::retired : pack::Reason::compromised;
        statement.revoke.push_back({id, reason, options.note, false});
    }
    PUFA_TRY(const auto key, read_signing_key(options.key, context));
    if (act == Act::rotate)
        statement.revoke.push_back({key.id, pack::Reason::retired, options.note, false});
    return write_statement_files(statement, key, options.output);
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words)
        line += (line.empty() ? "" : ", ") + word;
    return line;
}

void register_act(CLI::App& key, Context& context, Act act, const char* name, std::string_view help,
                  std::string_view example) {
    auto options = std::make_shared<Options>();
    auto& command = add_command(key, context, name, help, example);
    command
        .add_option(
            act == Act::revoke ? "KEY" : "FILE", options->subject,
            context.words(act == Act::revoke ? "admin.help.key.subject" : "admin.help.key.pub"))
        ->type_name("")
        ->required();
    add_key_options(command, context, options->key, KeyNeed::required);
    command.add_option("--output", options->output, context.words("admin.help.key.output"))
        ->type_name("FILE")
        ->required();
    command.add_option("--number", options->number, context.words("admin.help.key.number"))
        ->type_name("N");
    if (act == Act::revoke) {
        command.add_option("--reason", options->reason, context.words("admin.help.key.reason"))
            ->type_name("WORD");
        command.add_option("--note", options->note, context.words("admin.help.key.note"))
            ->type_name("TEXT");
    } else {
        command
            .add_option("--publisher", options->publishers,
                        context.words("admin.help.key.publisher"))
            ->type_name("NAME");
        command
            .add_option("--not-after", options->not_after,
                        context.words("admin.help.key.not-after"))
            ->type_name("DATE");
    }
    command.callback([act, options, &context] { context.finish(run(act, *options, context)); });
}

} // namespace

std::string line_of(const pack::RevokedKey& revoked, model::Language language) {
    auto line = strings::text(language,
                              revoked.reason == pack::Reason::retired ? "admin.key.retired"
                                                                      : "admin.key.compromised",
                              {{"id", pack::id_text(revoked.id)}, {"note", revoked.note}});
    line.resize(line.find_last_not_of(' ') + 1); // without a note
    return line;
}

std::string lines_of(const pack::Statement& statement, model::Language language) {
    std::string lines;
    for (const auto& added : statement.add) {
        const auto publishers = added.publishers ? joined(*added.publishers)
                                                 : strings::text(language, "admin.key.everything");
        const auto until = added.not_after ? base::to_string(*added.not_after)
                                           : strings::text(language, "admin.key.no-end");
        lines += "  " +
                 strings::text(language, "admin.key.added",
                               {{"name", added.key.name},
                                {"id", pack::id_text(added.key)},
                                {"publishers", publishers},
                                {"until", until}}) +
                 "\n";
    }
    for (const auto& revoked : statement.revoke)
        lines += "  " + line_of(revoked, language) + "\n";
    return lines;
}

nlohmann::ordered_json json_of(const pack::Statement& statement) {
    return nlohmann::ordered_json::parse(pack::write_statement(statement));
}

Result<StatementReport> write_statement_files(const pack::Statement& statement,
                                              const pack::SecretKey& key,
                                              const std::filesystem::path& file) {
    const auto json = pack::write_statement(statement);
    PUFA_CHECK(pack::parse_statement(json, file.string()));
    PUFA_CHECK(write_sealed_files(file, json, pack::sign(json, key, pack::Sealed::statement)));
    return StatementReport{statement, pack::id_text(key.id), file};
}

std::string StatementReport::text(model::Language language) const {
    return strings::text(language, "admin.key.stated",
                         {{"file", file.string()},
                          {"issuer", issuer},
                          {"number", std::to_string(statement.issuer_sequence)}}) +
           "\n" + lines_of(statement, language);
}

nlohmann::ordered_json StatementReport::json() const {
    return {{"file", file.string()},
            {"signature", file.string() + ".minisig"},
            {"issuer", issuer},
            {"statement", json_of(statement)}};
}

void register_key_add(CLI::App& key, Context& context) {
    register_act(key, context, Act::add, "add", "admin.help.key.add",
                 "pufa-admin key add court.pub --publisher court --not-after 2027-12-31 "
                 "--key city.key --output 1.keys.json");
}

void register_key_rotate(CLI::App& key, Context& context) {
    register_act(key, context, Act::rotate, "rotate", "admin.help.key.rotate",
                 "pufa-admin key rotate court-2.pub --publisher court --key court.key "
                 "--output court.keys.json");
}

void register_key_revoke(CLI::App& key, Context& context) {
    register_act(key, context, Act::revoke, "revoke", "admin.help.key.revoke",
                 "pufa-admin key revoke court.pub --reason compromised --key city.key "
                 "--output 2.keys.json");
}

} // namespace pufa::admin
