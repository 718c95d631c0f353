#pragma once
// The messages of udisks2 that are read, and what its refusals mean. The bus is the reader's own.

#include "content/base/error.h"
#include "kiosk/removable/objects.h"

#include <systemd/sd-bus.h>

#include <memory>
#include <string>
#include <string_view>

namespace pufa::removable {

inline constexpr const char* k_udisks = "org.freedesktop.UDisks2";

struct CloseBus {
    void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); } // nobody waits for a flush
};
using BusHandle = std::unique_ptr<sd_bus, CloseBus>;
struct DropSlot {
    void operator()(sd_bus_slot* slot) const {
        sd_bus_slot_unref(slot);
    } // an answer is not awaited
};
using SlotHandle = std::unique_ptr<sd_bus_slot, DropSlot>;
struct DropMessage {
    void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};
using MessageHandle = std::unique_ptr<sd_bus_message, DropMessage>;

/// The answer of GetManagedObjects. Every function here gives false for a message that is not as
/// it should be; what was read until then stands.
[[nodiscard]] bool read_objects(sd_bus_message* message, Objects& objects);
[[nodiscard]] bool read_interfaces_added(sd_bus_message* message, Objects& objects);
[[nodiscard]] bool read_interfaces_removed(sd_bus_message* message, Objects& objects);
[[nodiscard]] bool read_properties_changed(sd_bus_message* message, Objects& objects);

/// `where` is what the stick is called.
[[nodiscard]] Error to_error(const sd_bus_error& error, const std::string& where);

} // namespace pufa::removable
