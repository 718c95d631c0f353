#include "admin/command_table.h"

#include "admin/commands/activate.h"
#include "admin/commands/doctor.h"
#include "admin/commands/expiring.h"
#include "admin/commands/install.h"
#include "admin/commands/key_apply.h"
#include "admin/commands/key_list.h"
#include "admin/commands/key_new.h"
#include "admin/commands/key_state.h"
#include "admin/commands/list.h"
#include "admin/commands/pack_build.h"
#include "admin/commands/pack_check.h"
#include "admin/commands/pack_new.h"
#include "admin/commands/pack_show.h"
#include "admin/commands/pack_sign.h"
#include "admin/commands/pack_verify.h"
#include "admin/commands/pin_reset.h"
#include "admin/commands/pin_set.h"
#include "admin/commands/pin_ticket.h"
#include "admin/commands/plan.h"
#include "admin/commands/prune.h"
#include "admin/commands/remove.h"
#include "admin/commands/rollback.h"
#include "admin/commands/scrub.h"
#include "admin/commands/stats_export.h"
#include "admin/commands/stats_merge.h"
#include "admin/commands/stats_report.h"
#include "admin/commands/stats_show.h"
#include "admin/commands/stick_build.h"
#include "admin/commands/stick_carry.h"
#include "admin/commands/stick_show.h"
#include "admin/commands/stick_verify.h"
#include "admin/context.h"

#include <CLI/CLI.hpp>

namespace pufa::admin {

namespace {

void add_example(CLI::App& command, const Context& context, std::string_view example) {
    command.footer(context.words("admin.help.example") + "\n  " + std::string{example} + "\n\n" +
                   context.words("admin.help.shared"));
}

} // namespace

void register_commands(CLI::App& app, Context& context) {
    auto& key = add_group(app, context, "key", "admin.help.key", "pufa-admin key list");
    register_key_new(key, context);
    register_key_list(key, context);
    register_key_add(key, context);
    register_key_rotate(key, context);
    register_key_revoke(key, context);
    register_key_apply(key, context);

    auto& pack = add_group(app, context, "pack", "admin.help.pack", "pufa-admin pack check wills");
    register_pack_new(pack, context);
    register_pack_check(pack, context);
    register_pack_build(pack, context);
    register_pack_sign(pack, context);
    register_pack_verify(pack, context);
    register_pack_show(pack, context);

    register_plan(app, context);
    register_install(app, context);
    register_list(app, context);
    register_expiring(app, context);
    register_activate(app, context);
    register_rollback(app, context);
    register_remove(app, context);
    register_prune(app, context);
    register_scrub(app, context);
    register_doctor(app, context);

    auto& pin = add_group(app, context, "pin", "admin.help.pin", "pufa-admin pin set");
    register_pin_set(pin, context);
    register_pin_ticket(pin, context);
    register_pin_reset(pin, context);
    auto& stick =
        add_group(app, context, "stick", "admin.help.stick", "pufa-admin stick show /media/stick");
    register_stick_show(stick, context);
    register_stick_carry(stick, context);
    register_stick_verify(stick, context);
    register_stick_build(stick, context);

    auto& stats = add_group(app, context, "stats", "admin.help.stats",
                            "pufa-admin stats export --format csv --output stats.csv");
    register_stats_export(stats, context);
    register_stats_show(stats, context);
    register_stats_report(stats, context);
    register_stats_merge(stats, context);
}

CLI::App& add_command(CLI::App& parent, const Context& context, const char* name,
                      std::string_view key, std::string_view example) {
    auto* command = parent.add_subcommand(name, context.words(key));
    command->group(context.words("admin.help.label.commands"));
    command->get_help_ptr()->group(context.words("admin.help.label.group"));
    add_example(*command, context, example);
    return *command;
}

CLI::App& add_group(CLI::App& parent, const Context& context, const char* name,
                    std::string_view key, std::string_view example) {
    auto* group = parent.add_subcommand(name, context.words(key));
    group->group(context.words("admin.help.label.commands"));
    group->get_help_ptr()->group(context.words("admin.help.label.group"));
    group->require_subcommand(1);
    add_example(*group, context, example);
    return *group;
}

} // namespace pufa::admin
