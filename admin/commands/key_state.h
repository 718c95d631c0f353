#pragma once
// pufa-admin key add, key rotate, key revoke: signed statements of keys (content/pack/statement.h),
// written as NAME.keys.json and NAME.keys.json.minisig. Nothing on this machine changes by them.

#include "admin/context.h"
#include "content/pack/statement.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct StatementReport {
    pack::Statement statement;
    std::string issuer; ///< the number of the key that signed
    std::filesystem::path file;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] std::string line_of(const pack::RevokedKey& revoked, model::Language language);
/// What a statement says, line by line, indented.
[[nodiscard]] std::string lines_of(const pack::Statement& statement, model::Language language);
/// {"issuer_sequence", "issued", "add", "revoke"}
[[nodiscard]] nlohmann::ordered_json json_of(const pack::Statement& statement);

/// ALREADY_EXISTS, BAD_STATEMENT for what no machine would take, errno errors.
[[nodiscard]] Result<StatementReport> write_statement_files(const pack::Statement& statement,
                                                            const pack::SecretKey& key,
                                                            const std::filesystem::path& file);

void register_key_add(CLI::App& key, Context& context);
void register_key_rotate(CLI::App& key, Context& context);
void register_key_revoke(CLI::App& key, Context& context);

} // namespace pufa::admin
