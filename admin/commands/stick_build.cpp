#include "admin/commands/stick_build.h"

#include "admin/command_table.h"
#include "admin/reading.h"
#include "admin/wording.h"
#include "content/base/cancel.h"
#include "content/base/exists.h"
#include "content/base/file.h"
#include "content/pack/store.h"
#include "content/stick/survey.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>

#include <memory>

namespace pufa::admin {

namespace {

/// A folder below the state, empty at first, that one build has to itself; what is in it goes with
/// it, and what a build that was killed has left is swept.
class Workshop {
  public:
    static Result<Workshop> open(const base::StatePaths& paths) {
        const auto folder = paths.root / "building";
        PUFA_CHECK(base::make_folders(folder));
        PUFA_TRY(auto held, base::open_file(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
        if (::flock(held.get(), LOCK_EX | LOCK_NB) != 0)
            return Error{Code::LOCKED, folder.string(), "another build"};
        Workshop workshop{folder, std::move(held)};
        workshop.sweep();
        return workshop;
    }
    Workshop(Workshop&&) = default;
    ~Workshop() {
        if (m_held) sweep();
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

  private:
    Workshop(std::filesystem::path folder, base::UniqueFd held)
        : m_folder(std::move(folder))
        , m_held(std::move(held)) {}
    void sweep() const {
        std::vector<std::filesystem::path> left;
        std::error_code error;
        std::filesystem::directory_iterator entries{m_folder, error};
        for (; !error && entries != std::filesystem::directory_iterator{}; entries.increment(error))
            left.push_back(entries->path());
        for (const auto& path : left)
            std::filesystem::remove_all(path, error);
    }

    std::filesystem::path m_folder;
    base::UniqueFd m_held; ///< its lock
};

/// NO_SPACE if what the pack will hold would leave less than an install must leave.
Result<void> check_room(const std::vector<pack::MemberSource>& sources,
                        const std::filesystem::path& folder) {
    uint64_t wanted = pack::k_reserve_bytes;
    for (const auto& source : sources) {
        std::error_code error;
        const auto size =
            source.bytes ? source.bytes->size() : std::filesystem::file_size(source.file, error);
        if (!error) wanted += size;
    }
    PUFA_TRY(const auto room, base::free_space(folder));
    if (room >= wanted) return {};
    return Error{Code::NO_SPACE, folder.string(),
                 size_words(wanted) + " wanted, " + size_words(room) + " free"};
}

std::string pack_name(const pack::Manifest& manifest) {
    return std::string{manifest.id.publisher()} + "-" + std::string{manifest.id.pack()} + "-" +
           std::to_string(manifest.sequence) + ".pufa";
}

struct Options {
    std::filesystem::path stick;
    std::filesystem::path source;
    KeyOptions key;
    ReadingOptions reading;
};

/// With the stick comes the key's passphrase, as NAME.key.txt beside NAME.key: at the desk there is
/// no keyboard. Whoever holds such a stick can sign; docs/operations.md says so.
KeyOptions with_passphrase_beside(KeyOptions key) {
    const std::filesystem::path beside{key.key.string() + ".txt"};
    const auto there = base::exists(beside);
    if (key.passphrase_file.empty() && key.passphrase_fd < 0 && there && *there)
        key.passphrase_file = beside;
    return key;
}

Result<StickBuildReport> run(const Options& options, const Context& context) {
    // First what takes a moment: nobody waits for a build to be told of a wrong passphrase.
    PUFA_TRY(const auto key, read_signing_key(with_passphrase_beside(options.key), context));
    PUFA_TRY(const auto room, stick::room_on(options.stick));
    if (!room.writable) return Error{Code::READ_ONLY, options.stick.string(), "the stick"};
    PUFA_TRY(const auto paths, context.state());
    PUFA_TRY(auto reading, read_options(options.reading, context));
    return build_on_stick({options.stick, options.source, std::move(reading)}, key, paths,
                          context.progress(context.words("author.progress.build")));
}

} // namespace

Result<StickBuildReport> build_on_stick(const StickBuildOptions& options,
                                        const pack::SecretKey& key, const base::StatePaths& paths,
                                        const pack::Progress& progress) {
    PUFA_TRY(const auto reading, author::read_folder(options.source, options.reading));
    StickBuildReport report{to_report(options.source, reading), reading.manifest.sequence,
                            std::nullopt};
    if (!reading.sound()) return report;
    PUFA_TRY(const auto workshop, Workshop::open(paths));
    PUFA_CHECK(check_room(reading.sources, workshop.folder()));
    const auto name = pack_name(reading.manifest);
    const auto built = workshop.folder() / name;
    PUFA_CHECK(pack::write_pack(reading.manifest, reading.sources, key, built, progress));
    // Until here a signal may simply end it: the next build sweeps. From here on the stick is
    // tidied.
    base::remember_cancelling_signals();
    PUFA_TRY(report.pack, stick::copy_to_stick(built, options.stick / stick::k_folder / name));
    return report;
}

std::string StickBuildReport::text(model::Language words) const {
    if (!pack) return check.text(words);
    return check.findings_text(words) +
           strings::text(words, "admin.stick.built",
                         {{"file", pack->path.string()},
                          {"id", check.id.value},
                          {"sequence", std::to_string(sequence)},
                          {"size", size_words(pack->bytes)}}) +
           "\n";
}

nlohmann::ordered_json StickBuildReport::json() const {
    return {{"findings", check.json()["findings"]},
            {"pack", pack ? nlohmann::ordered_json(pack->path.string()) : nullptr},
            {"id", check.id.value},
            {"sequence", sequence}};
}

void register_stick_build(CLI::App& stick, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command =
        add_command(stick, context, "build", "admin.help.stick.build",
                    "pufa-admin stick build /media/stick --source /media/stick/PUFA/wills --key "
                    "/media/stick/PUFA/jiangmen-sifa.key --passphrase-fd 3 3<passphrase.txt");
    command.add_option("DIR", options->stick, context.words("admin.help.stick.folder"))
        ->type_name("")
        ->required();
    command.add_option("--source", options->source, context.words("admin.help.pack.folder"))
        ->type_name("FOLDER")
        ->required();
    add_key_options(command, context, options->key, KeyNeed::required);
    add_reading_options(command, context, options->reading);
    command.callback([options, &context] { context.finish(run(*options, context)); });
}

} // namespace pufa::admin
