#include "admin/context.h"

#include "admin/channel.h"
#include "admin/progress_bar.h"
#include "content/strings/strings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace pufa::admin {

namespace {

/// The folder of kiosk.toml and trust/.
std::filesystem::path folder_of(const std::filesystem::path& config_file) {
    if (config_file.empty()) return base::config_folder();
    const auto folder = config_file.parent_path();
    return folder.empty() ? std::filesystem::path{"."} : folder;
}

} // namespace

Result<KioskConfig> Context::kiosk_config() const {
    const bool asked = !config_option.empty();
    const auto file = asked ? config_option : folder_of({}) / "kiosk.toml";
    return read_kiosk_config(file, asked ? Missing::is_error : Missing::is_default);
}

Result<base::StatePaths> Context::state() const {
    if (!state_option.empty()) return base::state_paths(state_option);
    PUFA_TRY(const auto configured, kiosk_config());
    return base::state_paths(configured.state);
}

std::filesystem::path Context::trust_folder() const {
    if (!trust_option.empty()) return trust_option;
    return folder_of(config_option) / "trust";
}

std::filesystem::path Context::config_folder() const {
    return folder_of(config_option);
}

const std::string& Context::words(std::string_view key) const {
    return strings::text(m_language, key);
}

Context::Progress Context::progress(const std::string& what) const {
    if (channel >= 0) return tell_bytes(channel, what);
    if (json || m_surroundings.err_is == Terminal::no) return {};
    const auto bar = std::make_shared<ProgressBar>(m_surroundings.err, what);
    return [bar](uint64_t done, uint64_t total) { bar->show(done, total); };
}

Context::Steps Context::steps() const {
    if (channel >= 0) return tell_steps(channel);
    if (json || m_surroundings.err_is == Terminal::no) return {};
    const auto bar = std::make_shared<ProgressBar>(m_surroundings.err, std::string{});
    return [bar](const std::string& what, int percent) { bar->show(what, percent); };
}

void Context::fail(const Error& error) {
    const nlohmann::ordered_json fault{{"error", to_json(error, m_language)}};
    if (channel >= 0)
        tell(channel, fault);
    else if (json)
        print(fault);
    conclude({error});
}

void Context::print(const std::string& text) {
    m_surroundings.out << text << std::flush;
    // A report that nobody can read was not made: the disk behind a redirection is full, say.
    if (!m_surroundings.out) m_exit_code = base::exit_code(Code::DISK_ERROR);
}

void Context::print(const nlohmann::ordered_json& json_report) {
    using Handler = nlohmann::ordered_json::error_handler_t;
    print(json_report.dump(2, ' ', false, Handler::replace) + "\n");
}

void Context::send_report(const nlohmann::ordered_json& json_report) {
    tell(channel, {{"report", json_report}});
}

void Context::conclude(const std::vector<Error>& faults) {
    for (const auto& fault : faults) {
        m_surroundings.err << strings::named_sentence(m_language, fault) << '\n';
        m_exit_code = std::max(m_exit_code, base::exit_code(fault.code));
    }
    m_surroundings.err << std::flush;
}

nlohmann::ordered_json to_json(const Error& error, model::Language language) {
    return {{"code", base::name(error.code)},
            {"where", error.where},
            {"detail", error.detail},
            {"sentence", strings::sentence(language, error)}};
}

} // namespace pufa::admin
