#pragma once
// The secret key that a command signs with.

#include "admin/context.h"
#include "content/pack/seal.h"

#include <filesystem>
#include <memory>

namespace CLI {
class App;
}

namespace pufa::admin {

struct KeyOptions {
    std::filesystem::path key;
    std::filesystem::path passphrase_file;
    int passphrase_fd = -1; ///< of this process; -1: none
};
enum class KeyNeed { optional, required };

/// --key, --passphrase-file and --passphrase-fd; `options` must outlive the command.
void add_key_options(CLI::App& command, const Context& context, KeyOptions& options, KeyNeed need);
/// A key without a passphrase needs none; only for others somebody is asked.
[[nodiscard]] Result<pack::SecretKey> read_signing_key(const KeyOptions& options,
                                                       const Context& context);

} // namespace pufa::admin
