#include "content/tally/kiosk_id.h"

#include "content/base/file.h"
#include "content/base/hash.h"
#include "content/base/log.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <random>

namespace pufa::tally {

namespace {

constexpr uint64_t k_largest_file = uint64_t{1} << 16;
constexpr uint64_t k_largest_fact = 4096;
constexpr int k_format = 1;
constexpr size_t k_id_width = 16;
/// Of a hash; enough to tell machines apart, and fewer to try a list of network cards against.
constexpr size_t k_kept_digits = 32;
/// Copied with a disk, and new with a new system on the same machine.
constexpr const char* k_weak = "machine_id";

using Json = nlohmann::ordered_json;

struct Kept {
    KioskId kiosk;
    std::string salt;
    Hardware hashes;
};

std::string random_digits() {
    std::random_device device;
    const uint64_t number = (uint64_t{device()} << 32) | device();
    return fmt::format("{:016x}", number);
}

bool is_id(const std::string& id) {
    return id.size() == k_id_width && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// Makers leave these where a number should be.
bool says_nothing(const std::string& fact) {
    return fact.empty() || fact.find_first_not_of("0-:") == std::string::npos ||
           fact.find_first_not_of("fF-:") == std::string::npos ||
           fact.find("O.E.M.") != std::string::npos || fact == "Default string" || fact == "None";
}

std::string fact_in(const std::filesystem::path& file) {
    // Files of sysfs say that they hold a page; what they hold is found by reading.
    std::string text;
    if (const auto fd = base::open_file(file, O_RDONLY)) {
        std::array<char, k_largest_fact> bytes{};
        const auto got = ::read(fd->get(), bytes.data(), bytes.size());
        if (got > 0) text.assign(bytes.data(), static_cast<size_t>(got));
    }
    const auto end = text.find_last_not_of(" \t\r\n");
    return end == std::string::npos ? std::string{} : text.substr(0, end + 1);
}

void add(Hardware& hardware, const std::string& kind, const std::string& fact) {
    if (!says_nothing(fact)) hardware[kind].insert(fact);
}

Hardware hashed(const Hardware& hardware, const std::string& salt) {
    Hardware hashes;
    for (const auto& [kind, facts] : hardware)
        for (const auto& fact : facts)
            hashes[kind].insert(
                base::sha256(fmt::format("{}\n{}\n{}", salt, kind, fact)).substr(0, k_kept_digits));
    return hashes;
}

bool share(const std::set<std::string>& one, const std::set<std::string>& other) {
    return std::any_of(one.begin(), one.end(),
                       [&](const auto& fact) { return other.contains(fact); });
}

bool is_another_machine(const Hardware& kept, const Hardware& now) {
    bool compared = false;
    for (const auto& [kind, facts] : now) {
        const auto same_kind = kept.find(kind);
        if (kind == k_weak || same_kind == kept.end()) continue;
        compared = true;
        if (!share(same_kind->second, facts)) return true;
    }
    if (compared || !kept.contains(k_weak) || !now.contains(k_weak)) return false;
    return !share(kept.at(k_weak), now.at(k_weak));
}

std::optional<Kept> parse(const std::string& text) {
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("format", Json{}) != k_format) return std::nullopt;
    try {
        Kept kept;
        kept.kiosk.id = json.at("id").get<std::string>();
        kept.kiosk.was = json.at("was").get<std::vector<std::string>>();
        kept.salt = json.at("salt").get<std::string>();
        kept.hashes = json.at("hardware").get<Hardware>();
        if (!is_id(kept.kiosk.id) ||
            !std::all_of(kept.kiosk.was.begin(), kept.kiosk.was.end(), is_id))
            return std::nullopt;
        return kept;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

std::string written(const Kept& kept) {
    return Json{{"format", k_format},
                {"id", kept.kiosk.id},
                {"was", kept.kiosk.was},
                {"salt", kept.salt},
                {"hardware", kept.hashes}}
               .dump(2) +
           "\n";
}

} // namespace

Hardware read_hardware(const std::filesystem::path& root) {
    Hardware hardware;
    for (const auto* kind : {"product_uuid", "board_serial"})
        add(hardware, kind, fact_in(root / "sys/class/dmi/id" / kind));
    add(hardware, k_weak, fact_in(root / "etc/machine-id"));
    std::error_code failed;
    std::filesystem::directory_iterator card{root / "sys/class/net", failed};
    for (; !failed && card != std::filesystem::directory_iterator{}; card.increment(failed)) {
        std::error_code ignored;
        // Bridges, tunnels and the loopback are no device.
        if (std::filesystem::exists(card->path() / "device", ignored))
            add(hardware, "mac", fact_in(card->path() / "address"));
    }
    return hardware;
}

Result<KioskId> kiosk_id(const std::filesystem::path& state_folder, const Hardware& hardware) {
    const auto file = state_folder / "kiosk-id.json";
    const auto text = base::read_file(file, k_largest_file);
    if (!text && text.error().code != Code::NOT_FOUND) return text.error();
    auto kept = text ? parse(*text) : std::nullopt;
    if (text && !kept) base::log_warning("kiosk id: {} is damaged and made anew", file.string());

    if (!kept) {
        kept.emplace();
        kept->kiosk.id = random_digits();
        kept->salt = random_digits() + random_digits();
        kept->hashes = hashed(hardware, kept->salt);
    } else {
        auto now = hashed(hardware, kept->salt);
        if (is_another_machine(kept->hashes, now)) {
            kept->kiosk.was.push_back(kept->kiosk.id);
            kept->kiosk.id = random_digits();
            base::log_info("kiosk id: the state came from another machine, {}; this is {}",
                           kept->kiosk.was.back(), kept->kiosk.id);
            kept->hashes = std::move(now);
        } else {
            // Root sees more than the kiosk's own user; a second card may have come.
            bool news = false;
            for (const auto& [kind, facts] : now)
                for (const auto& fact : facts)
                    news |= kept->hashes[kind].insert(fact).second;
            if (!news) return kept->kiosk;
            // It is known who this is, whether or not the rest can be kept.
            static_cast<void>(base::write_file_atomic(file, written(*kept)));
            return kept->kiosk;
        }
    }
    PUFA_CHECK(base::write_file_atomic(file, written(*kept)));
    return kept->kiosk;
}

} // namespace pufa::tally
