#include "admin/commands/key_new.h"

#include "admin/command_table.h"
#include "admin/passphrase.h"
#include "content/base/file.h"
#include "content/pack/archive.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace pufa::admin {

namespace {

constexpr unsigned k_public_mode = 0644;
constexpr unsigned k_secret_mode = 0600;

bool is_key_name(const std::string& name) {
    return pack::is_member_path(name) && name.find('/') == std::string::npos &&
           !name.starts_with('.') && !name.starts_with('-');
}

Error already_there(const std::filesystem::path& file) {
    return {Code::ALREADY_EXISTS, file.string(), "a key is never overwritten"};
}

/// Creates a file that was not there, whole or not at all.
Result<void> create_file(const std::filesystem::path& file, std::string_view text, unsigned mode) {
    auto fd = base::open_file(file, O_WRONLY | O_CREAT | O_EXCL, mode);
    if (!fd && ::access(file.c_str(), F_OK) == 0) return already_there(file);
    if (!fd) return fd.error();
    auto written = base::write_all(fd->get(), base::as_bytes(text), file.string());
    if (written) written = base::sync_file(fd->get(), file.string());
    if (!written) ::unlink(file.c_str());
    return written;
}

struct Options {
    std::string name;
    std::filesystem::path folder{"."};
    std::filesystem::path passphrase_file;
    bool no_passphrase = false;
};

Result<KeyReport> run(const Options& options, const Context& context) {
    std::string passphrase;
    if (!options.no_passphrase) {
        PUFA_TRY(passphrase, read_passphrase(context, options.passphrase_file, Ask::twice));
    }
    return new_key(options.name, options.folder, passphrase);
}

} // namespace

Result<KeyReport> new_key(const std::string& name, const std::filesystem::path& folder,
                          std::string_view passphrase, pack::KeyCost cost) {
    if (!is_key_name(name)) return Error{Code::BAD_USAGE, "key new", "NAME is no file name"};
    KeyReport report;
    report.name = name;
    report.encrypted = !passphrase.empty();
    report.public_file = folder / (name + ".pub");
    report.secret_file = folder / (name + ".key");
    for (const auto& file : {report.public_file, report.secret_file}) {
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) return already_there(file);
    }
    const auto pair = pack::make_key_pair(name);
    report.id = pack::id_text(pair.open);
    PUFA_TRY(const auto secret, pack::secret_key_text(pair, passphrase, cost));
    PUFA_CHECK(base::make_folders(folder));
    PUFA_CHECK(create_file(report.secret_file, secret, k_secret_mode));
    auto made = create_file(report.public_file, pack::public_key_text(pair.open), k_public_mode);
    if (made) made = base::sync_folder(folder);
    if (!made) {
        ::unlink(report.secret_file.c_str()); // half a pair is no key
        return made.error();
    }
    return report;
}

std::string KeyReport::text(model::Language language) const {
    return strings::text(language, encrypted ? "admin.key.made" : "admin.key.made.open",
                         {{"name", name},
                          {"id", id},
                          {"secret", secret_file.string()},
                          {"public", public_file.string()}}) +
           "\n";
}

nlohmann::ordered_json KeyReport::json() const {
    return {{"name", name},
            {"id", id},
            {"public_key", public_file.string()},
            {"secret_key", secret_file.string()},
            {"encrypted", encrypted}};
}

void register_key_new(CLI::App& key, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command = add_command(key, context, "new", "admin.help.key.new",
                                "pufa-admin key new jiangmen-sifa --folder /media/stick/keys");
    command.add_option("NAME", options->name, context.words("admin.help.key.name"))
        ->type_name("")
        ->required();
    command.add_option("--folder", options->folder, context.words("admin.help.key.folder"))
        ->type_name("DIR");
    auto* file = command.add_option("--passphrase-file", options->passphrase_file,
                                    context.words("admin.help.passphrase-file"));
    file->type_name("FILE");
    command
        .add_flag("--no-passphrase", options->no_passphrase,
                  context.words("admin.help.key.no-passphrase"))
        ->excludes(file);
    command.callback([options, &context] { context.finish(run(*options, context)); });
}

} // namespace pufa::admin
