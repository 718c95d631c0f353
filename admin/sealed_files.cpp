#include "admin/sealed_files.h"

#include "content/base/exists.h"
#include "content/base/file.h"

namespace pufa::admin {

Result<void> write_sealed_files(const std::filesystem::path& file, std::string_view text,
                                std::string_view signature) {
    auto beside = file;
    beside += ".minisig";
    for (const auto& each : {file, beside}) {
        PUFA_TRY(const bool there, base::exists(each));
        if (there)
            return Error{Code::ALREADY_EXISTS, each.string(), "what was signed is not overwritten"};
    }
    // The signature first: a text without one beside it would look torn.
    PUFA_CHECK(base::write_file_atomic(beside, signature));
    return base::write_file_atomic(file, text);
}

} // namespace pufa::admin
