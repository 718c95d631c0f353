#include "admin/channel.h"

#include "content/base/file.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

constexpr uint64_t k_steps = 200; ///< lines for one file at most

struct Told {
    std::string what;
    uint64_t step = ~uint64_t{0};
};

} // namespace

void tell(int channel, const nlohmann::ordered_json& line) {
    using Handler = nlohmann::ordered_json::error_handler_t;
    const auto text = line.dump(-1, ' ', false, Handler::replace) + "\n";
    static_cast<void>(base::write_all(channel, base::as_bytes(text), "channel"));
}

Context::Progress tell_bytes(int channel, const std::string& what) {
    const auto told = std::make_shared<Told>();
    return [=](uint64_t done, uint64_t total) {
        const uint64_t step = total == 0 ? k_steps : done * k_steps / total;
        if (std::exchange(told->step, step) == step) return;
        tell(channel, {{"what", what}, {"done", done}, {"total", total}});
    };
}

Context::Steps tell_steps(int channel) {
    const auto told = std::make_shared<Told>();
    return [=](const std::string& what, int percent) {
        const auto step = static_cast<uint64_t>(percent);
        if (told->what == what && told->step == step) return;
        *told = {what, step};
        tell(channel, {{"what", what}, {"percent", percent}});
    };
}

} // namespace pufa::admin
