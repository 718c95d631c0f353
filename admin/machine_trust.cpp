#include "admin/machine_trust.h"

namespace pufa::admin {

Result<pack::Trust> folder_trust(const Context& context) {
    PUFA_TRY(auto trust, pack::load_trust(context.trust_folder()));
    PUFA_TRY(auto config, context.kiosk_config());
    trust.site = std::move(config.site);
    return trust;
}

Result<pack::Judge> judge_here(const Context& context) {
    PUFA_TRY(const auto paths, context.state());
    PUFA_TRY(const auto trust, pack::load_trust(context.trust_folder()));
    return pack::judge_of(paths, trust, context.now());
}

} // namespace pufa::admin
