#include "admin/signing_key.h"

#include "admin/passphrase.h"
#include "content/base/file.h"

#include <CLI/CLI.hpp>

namespace pufa::admin {

namespace {
constexpr uint64_t k_max_key_file = 64 * 1024;
}

void add_key_options(CLI::App& command, const Context& context, KeyOptions& options, KeyNeed need) {
    command.add_option("--key", options.key, context.words("admin.help.pack.key"))
        ->type_name("FILE")
        ->required(need == KeyNeed::required);
    auto* file = command.add_option("--passphrase-file", options.passphrase_file,
                                    context.words("admin.help.passphrase-file"));
    file->type_name("FILE");
    command
        .add_option("--passphrase-fd", options.passphrase_fd,
                    context.words("admin.help.passphrase-fd"))
        ->type_name("N")
        ->check(CLI::Range(0, 1'000'000))
        ->excludes(file);
}

Result<pack::SecretKey> read_signing_key(const KeyOptions& options, const Context& context) {
    const auto where = options.key.string();
    PUFA_TRY(const auto text, base::read_file(options.key, k_max_key_file));
    std::string passphrase;
    if (pack::is_encrypted_key(text)) {
        PUFA_TRY(passphrase, options.passphrase_fd >= 0
                                 ? read_passphrase_from(options.passphrase_fd)
                                 : read_passphrase(context, options.passphrase_file, Ask::once));
    }
    return pack::parse_secret_key(text, passphrase, where);
}

} // namespace pufa::admin
