#pragma once
// The commands of pufa-admin. A command is a file commands/<name>.cpp with a function that does it
// and returns a report, and a register_<name> that ties it to the command line; the table in
// command_table.cpp lists them all.

#include <string_view>

namespace CLI {
class App;
}

namespace pufa::admin {

class Context;

void register_commands(CLI::App& app, Context& context);

/// A command below `parent`. Its help is the words of `key` ("admin.help.…") and `example`, a whole
/// command line.
CLI::App& add_command(CLI::App& parent, const Context& context, const char* name,
                      std::string_view key, std::string_view example);
/// A word that only leads to commands, as `pack` in `pack verify`; `example` is one of them.
CLI::App& add_group(CLI::App& parent, const Context& context, const char* name,
                    std::string_view key, std::string_view example);

} // namespace pufa::admin
