// The steps from what a stick is to what was wished. Each begins anew with what udisks2 says, so
// that one which was interrupted is only taken again.

#include "kiosk/removable/udisks.h"

#include "content/base/log.h"
#include "kiosk/removable/label.h"

#include <algorithm>

namespace pufa::removable {

namespace {

using State = Stick::State;

constexpr const char* k_file_system = "org.freedesktop.UDisks2.Filesystem";
constexpr const char* k_drive = "org.freedesktop.UDisks2.Drive";
/// A slow stick writes for minutes what was in memory when it is unmounted.
constexpr uint64_t k_call_usec = 10ull * 60 * 1'000'000;
constexpr int k_most_calls = 6; ///< for one wish
constexpr const char* k_for_reading = "ro,nosuid,nodev,noexec";
constexpr const char* k_for_writing = "rw,nosuid,nodev,noexec";

bool ends_with(const sd_bus_error* error, std::string_view end) {
    return error->name && std::string_view{error->name}.ends_with(end);
}

/// Options of every call: nobody is asked for a password, since nobody here has one.
int append_options(sd_bus_message* message, const char* mount_options) {
    int done = sd_bus_message_open_container(message, 'a', "{sv}");
    if (done >= 0)
        done = sd_bus_message_append(message, "{sv}", "auth.no_user_interaction", "b", 1);
    if (done >= 0 && mount_options)
        done = sd_bus_message_append(message, "{sv}", "options", "s", mount_options);
    if (done >= 0) done = sd_bus_message_close_container(message);
    return done;
}

} // namespace

void Udisks::wish(const std::string& id, Wish wish) {
    auto* asked = find(id);
    if (!asked || asked->leaves || !asked->volume.has_file_system) return;
    for (const auto& tracked : m_tracked) {
        const bool same_stick = tracked->volume.drive == asked->volume.drive;
        if (tracked.get() != asked && !(wish == Wish::release && same_stick)) continue;
        if (!tracked->volume.has_file_system) continue;
        tracked->wish = wish;
        tracked->calls = 0;
        tracked->stick.trouble.reset();
        tracked->stick.folder.clear();
        tracked->stick.state = wish == Wish::release ? State::releasing : State::mounting;
    }
}

void Udisks::step(Tracked& tracked) {
    if (!tracked.wish || tracked.call) return;
    switch (*tracked.wish) {
    case Wish::read:
        return step_open(tracked, Access::read);
    case Wish::write:
        return step_open(tracked, Access::write);
    case Wish::release:
        return step_release(tracked);
    }
}

void Udisks::step_open(Tracked& tracked, Access access) {
    const auto& mounts = tracked.volume.mounted_at;
    if (tracked.mounted_as == access && !mounts.empty()) {
        tracked.wish.reset();
        tracked.stick.folder = mounts.front();
        tracked.stick.state = access == Access::read ? State::readable : State::writable;
        return;
    }
    if (access == Access::write && tracked.volume.read_only)
        return fail(tracked, {Code::READ_ONLY, what_it_is_called(tracked), "write-protected"});
    // Whoever mounted it, and however: it becomes ours.
    call(tracked, mounts.empty() ? Call::mount : Call::unmount);
}

void Udisks::step_release(Tracked& tracked) {
    if (!tracked.volume.mounted_at.empty()) return call(tracked, Call::unmount);
    if (others_hold(tracked)) return; // the last of them switches it off
    const auto drive = tracked.volume.drive;
    if (!can_switch_off(m_objects, drive)) return released(drive, Power::on);
    for (const auto& other : m_tracked)
        other->leaves = other->leaves || other->volume.drive == drive;
    call(tracked, Call::switch_off);
}

bool Udisks::others_hold(const Tracked& tracked) const {
    return std::any_of(m_tracked.begin(), m_tracked.end(), [&](const auto& other) {
        return other.get() != &tracked && other->volume.drive == tracked.volume.drive &&
               (other->call || !other->volume.mounted_at.empty());
    });
}

void Udisks::released(const std::string& drive, Power power) {
    for (const auto& tracked : m_tracked) {
        if (tracked->volume.drive != drive) continue;
        tracked->wish.reset();
        tracked->mounted_as.reset();
        tracked->leaves = power == Power::off;
        if (power == Power::off) tracked->told_until = m_now + m_options.released_stays;
        if (tracked->volume.has_file_system) tracked->stick.state = State::released;
    }
    // It was pulled out before it could be switched off.
    std::erase_if(m_tracked, [](const auto& it) { return it->left && !it->leaves; });
}

void Udisks::fail(Tracked& tracked, const Error& error) {
    tracked.wish.reset();
    tracked.stick.folder.clear();
    tracked.stick.state = State::failed;
    tracked.stick.trouble = error;
}

/// As long as one part of it is in use none of it may be pulled out.
void Udisks::fail_release(const std::string& drive, const Error& error) {
    for (const auto& tracked : m_tracked) {
        if (tracked->volume.drive == drive && tracked->wish == Wish::release) fail(*tracked, error);
    }
}

std::string Udisks::what_it_is_called(const Tracked& tracked) const {
    if (!tracked.stick.label.empty()) return tracked.stick.label;
    return clean_label(std::filesystem::path{tracked.volume.device}.filename().native());
}

// ---- calls ----

void Udisks::call(Tracked& tracked, Call call) {
    // Somebody mounts what we unmount.
    if (++tracked.calls > k_most_calls)
        return fail(tracked, {Code::STICK_IN_USE, what_it_is_called(tracked), "mounted again"});
    const bool of_drive = call == Call::switch_off;
    const char* const member = call == Call::mount     ? "Mount"
                               : call == Call::unmount ? "Unmount"
                                                       : "PowerOff";
    const char* const how = tracked.wish == Wish::write ? k_for_writing : k_for_reading;
    const auto& path = of_drive ? tracked.volume.drive : tracked.volume.path;
    sd_bus_message* message = nullptr;
    int done = sd_bus_message_new_method_call(m_bus.get(), &message, k_udisks, path.c_str(),
                                              of_drive ? k_drive : k_file_system, member);
    const MessageHandle held{message};
    if (done >= 0) done = append_options(message, call == Call::mount ? how : nullptr);
    auto asked = std::make_unique<Asked>(Asked{*this, tracked.stick.id, call, tracked.wish});
    sd_bus_slot* slot = nullptr;
    if (done >= 0)
        done = sd_bus_call_async(m_bus.get(), &slot, message, on_answer, asked.get(), k_call_usec);
    if (done < 0) return fail(tracked, base::from_errno(-done, what_it_is_called(tracked)));
    tracked.call.reset(slot);
    sd_bus_slot_set_destroy_callback(slot, [](void* old) { delete static_cast<Asked*>(old); });
    static_cast<void>(asked.release()); // the slot's from here on
}

int Udisks::on_answer(sd_bus_message* message, void* userdata, sd_bus_error*) {
    const auto asked = *static_cast<Asked*>(userdata); // its slot goes with the answer
    asked.self.answered(asked, message);
    return 0;
}

void Udisks::answered(const Asked& asked, sd_bus_message* answer) {
    auto* tracked = find(asked.id);
    if (!tracked) return;
    tracked->call.reset();
    const auto* error = sd_bus_message_get_error(answer);
    switch (asked.call) {
    case Call::mount:
        return mount_answered(*tracked, asked, answer);
    case Call::unmount:
        return unmount_answered(*tracked, asked, error);
    case Call::switch_off:
        // What counts is written; a reader with two slots cannot be switched off while one is used.
        if (error)
            base::log_info("sticks: not switched off: {}", error->message ? error->message : "");
        return released(std::string{tracked->volume.drive}, error ? Power::on : Power::off);
    }
}

void Udisks::mount_answered(Tracked& tracked, const Asked& asked, sd_bus_message* answer) {
    const char* folder = nullptr;
    if (const auto* error = sd_bus_message_get_error(answer)) {
        if (ends_with(error, ".AlreadyMounted")) return set_mounts(tracked, {"elsewhere"});
        // What failed may not be what is wanted by now.
        if (tracked.wish == asked.wish) fail(tracked, to_error(*error, what_it_is_called(tracked)));
        return;
    }
    if (sd_bus_message_read_basic(answer, 's', &folder) < 0)
        return fail(tracked, {Code::DISK_ERROR, what_it_is_called(tracked), "no folder was named"});
    tracked.mounted_as = asked.wish == Wish::write ? Access::write : Access::read;
    set_mounts(tracked, {folder});
}

void Udisks::unmount_answered(Tracked& tracked, const Asked& asked, const sd_bus_error* error) {
    if (!error || ends_with(error, ".NotMounted")) {
        tracked.mounted_as.reset();
        return set_mounts(tracked, {});
    }
    const auto refusal = to_error(*error, what_it_is_called(tracked));
    if (tracked.wish == Wish::release)
        fail_release(std::string{tracked.volume.drive}, refusal);
    else if (tracked.wish == asked.wish)
        fail(tracked, refusal);
}

/// Ahead of the property, which may come later.
void Udisks::set_mounts(Tracked& tracked, std::vector<std::string> folders) {
    const auto object = m_objects.find(tracked.volume.path);
    if (object != m_objects.end()) object->second["Filesystem"]["MountPoints"] = folders;
    tracked.volume.mounted_at = std::move(folders);
}

} // namespace pufa::removable
