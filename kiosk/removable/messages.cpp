#include "kiosk/removable/messages.h"

#include <algorithm>
#include <cstring>

namespace pufa::removable {

namespace {

/// "org.freedesktop.UDisks2.Block" → "Block"; others stay as they are.
std::string short_name(std::string_view interface) {
    constexpr std::string_view k_prefix = "org.freedesktop.UDisks2.";
    if (interface.starts_with(k_prefix)) interface.remove_prefix(k_prefix.size());
    return std::string{interface};
}

bool read_path(sd_bus_message* message, std::string& path) {
    const void* bytes = nullptr;
    size_t size = 0;
    if (sd_bus_message_read_array(message, 'y', &bytes, &size) < 0) return false;
    path.assign(static_cast<const char*>(bytes), size);
    path.resize(std::min(path.find('\0'), path.size()));
    return true;
}

bool read_paths(sd_bus_message* message, std::vector<std::string>& paths) {
    if (sd_bus_message_enter_container(message, 'a', "ay") < 0) return false;
    while (sd_bus_message_at_end(message, 0) == 0) {
        if (!read_path(message, paths.emplace_back())) return false;
    }
    return sd_bus_message_exit_container(message) >= 0;
}

/// What is in a variant that was entered.
bool read_held(sd_bus_message* message, std::string_view type, Value& value) {
    if (type == "b") {
        int held = 0;
        if (sd_bus_message_read_basic(message, 'b', &held) < 0) return false;
        value = held != 0;
        return true;
    }
    if (type == "t") {
        uint64_t held = 0;
        if (sd_bus_message_read_basic(message, 't', &held) < 0) return false;
        value = held;
        return true;
    }
    if (type == "s" || type == "o") {
        const char* held = nullptr;
        if (sd_bus_message_read_basic(message, type[0], &held) < 0) return false;
        value = std::string{held};
        return true;
    }
    if (type == "ay") return read_path(message, value.emplace<std::string>());
    if (type == "aay") return read_paths(message, value.emplace<std::vector<std::string>>());
    return sd_bus_message_skip(message, std::string{type}.c_str()) >= 0;
}

bool read_variant(sd_bus_message* message, Value& value) {
    char kind = 0;
    const char* contents = nullptr;
    if (sd_bus_message_peek_type(message, &kind, &contents) <= 0 || kind != 'v') return false;
    const std::string type{contents};
    return sd_bus_message_enter_container(message, 'v', type.c_str()) >= 0 &&
           read_held(message, type, value) && sd_bus_message_exit_container(message) >= 0;
}

/// a{sv}
bool read_properties(sd_bus_message* message, Properties& properties) {
    if (sd_bus_message_enter_container(message, 'a', "{sv}") < 0) return false;
    while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
        const char* name = nullptr;
        if (sd_bus_message_read_basic(message, 's', &name) < 0) return false;
        if (!read_variant(message, properties[name])) return false;
        if (sd_bus_message_exit_container(message) < 0) return false;
    }
    return sd_bus_message_exit_container(message) >= 0;
}

/// oa{sa{sv}}
bool read_object(sd_bus_message* message, Objects& objects) {
    const char* path = nullptr;
    if (sd_bus_message_read_basic(message, 'o', &path) < 0) return false;
    auto& object = objects[path];
    if (sd_bus_message_enter_container(message, 'a', "{sa{sv}}") < 0) return false;
    while (sd_bus_message_enter_container(message, 'e', "sa{sv}") > 0) {
        const char* interface = nullptr;
        if (sd_bus_message_read_basic(message, 's', &interface) < 0) return false;
        if (!read_properties(message, object[short_name(interface)])) return false;
        if (sd_bus_message_exit_container(message) < 0) return false;
    }
    return sd_bus_message_exit_container(message) >= 0;
}

} // namespace

bool read_objects(sd_bus_message* message, Objects& objects) {
    if (sd_bus_message_enter_container(message, 'a', "{oa{sa{sv}}}") < 0) return false;
    while (sd_bus_message_enter_container(message, 'e', "oa{sa{sv}}") > 0) {
        if (!read_object(message, objects) || sd_bus_message_exit_container(message) < 0)
            return false;
    }
    return sd_bus_message_exit_container(message) >= 0;
}

bool read_interfaces_added(sd_bus_message* message, Objects& objects) {
    return read_object(message, objects);
}

bool read_interfaces_removed(sd_bus_message* message, Objects& objects) {
    const char* path = nullptr;
    if (sd_bus_message_read_basic(message, 'o', &path) < 0) return false;
    const auto object = objects.find(path);
    if (object == objects.end()) return true;
    if (sd_bus_message_enter_container(message, 'a', "s") < 0) return false;
    const char* interface = nullptr;
    while (sd_bus_message_read_basic(message, 's', &interface) > 0)
        object->second.erase(short_name(interface));
    if (object->second.empty()) objects.erase(object);
    return true;
}

bool read_properties_changed(sd_bus_message* message, Objects& objects) {
    const auto object = objects.find(sd_bus_message_get_path(message));
    if (object == objects.end()) return true;
    const char* interface = nullptr;
    if (sd_bus_message_read_basic(message, 's', &interface) < 0) return false;
    const auto properties = object->second.find(short_name(interface));
    return properties == object->second.end() || read_properties(message, properties->second);
}

Error to_error(const sd_bus_error& error, const std::string& where) {
    const std::string_view name{error.name ? error.name : ""};
    std::string text{error.message ? error.message : ""};
    const auto ends = [&](std::string_view end) { return name.ends_with(end); };
    const auto says = [&](const char* words) {
        return ::strcasestr(text.c_str(), words) != nullptr;
    };
    const auto code = [&] {
        if (name.find(".NotAuthorized") != std::string_view::npos || ends(".OptionNotPermitted") ||
            ends(".AccessDenied"))
            return Code::NO_PERMISSION;
        if (ends(".DeviceBusy") || says("target is busy")) return Code::STICK_IN_USE;
        if (says("read-only") || says("write-protected")) return Code::READ_ONLY;
        if (says("unknown filesystem type")) return Code::NO_FILE_SYSTEM;
        return Code::DISK_ERROR;
    }();
    if (text.empty()) text = name;
    return {code, where, text};
}

} // namespace pufa::removable
