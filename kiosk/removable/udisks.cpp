#include "kiosk/removable/udisks.h"

#include "content/base/log.h"
#include "kiosk/removable/label.h"
#include "kiosk/removable/mountinfo.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pufa::removable {

namespace {

constexpr const char* k_root = "/org/freedesktop/UDisks2";
constexpr const char* k_object_manager = "org.freedesktop.DBus.ObjectManager";
constexpr uint64_t k_question_usec = 25'000'000;

Error bus_error(int negative_errno, const char* what) {
    return base::from_errno(-negative_errno, what);
}

} // namespace

Udisks::Udisks(const WatchOptions& options)
    : m_options(options)
    , m_stick_folders(options.media_folders) {
    m_stick_folders.emplace_back("/mnt");
}

Udisks::~Udisks() = default;

// ---- the bus ----

void Udisks::connect(SteadyTime now) {
    sd_bus* opened = nullptr;
    int done = 0;
    if (m_options.bus.empty()) {
        done = sd_bus_open_system(&opened);
        m_bus.reset(opened);
    } else {
        done = sd_bus_new(&opened);
        m_bus.reset(opened);
        if (done >= 0) done = sd_bus_set_address(opened, m_options.bus.c_str());
        if (done >= 0) done = sd_bus_set_bus_client(opened, 1);
        if (done >= 0) done = sd_bus_start(opened);
    }
    auto listening = done < 0 ? Result<void>{bus_error(done, "D-Bus")} : listen();
    if (!listening) {
        m_bus.reset();
        m_retry_at = now + m_options.reconnect;
        if (!m_absent_since) m_presence = Presence::absent;
        return;
    }
    m_retry_at.reset();
    ask_for_objects();
}

void Udisks::disconnect() {
    daemon_gone();
    if (!m_absent_since) m_presence = Presence::absent;
    m_asking.reset();
    m_bus.reset();
    m_retry_at = m_now + m_options.reconnect;
}

Result<void> Udisks::listen() {
    constexpr std::pair<const char*, sd_bus_message_handler_t> k_rules[] = {
        {"type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',"
         "member='NameOwnerChanged',arg0='org.freedesktop.UDisks2'",
         on_owner},
        {"type='signal',sender='org.freedesktop.UDisks2',"
         "interface='org.freedesktop.DBus.ObjectManager'",
         on_change},
        {"type='signal',sender='org.freedesktop.UDisks2',"
         "interface='org.freedesktop.DBus.Properties',member='PropertiesChanged'",
         on_change},
    };
    for (const auto& [rule, handler] : k_rules) {
        // The slots are the bus's.
        const int done = sd_bus_add_match_async(m_bus.get(), nullptr, rule, handler, nullptr, this);
        if (done < 0) return bus_error(done, rule);
    }
    return {};
}

void Udisks::ask_for_objects() {
    sd_bus_message* message = nullptr;
    int done = sd_bus_message_new_method_call(m_bus.get(), &message, k_udisks, k_root,
                                              k_object_manager, "GetManagedObjects");
    const MessageHandle held{message};
    sd_bus_slot* slot = nullptr;
    if (done >= 0)
        done = sd_bus_call_async(m_bus.get(), &slot, message, on_objects, this, k_question_usec);
    m_asking.reset(slot);
    if (done < 0) base::log_warning("sticks: udisks2 cannot be asked: {}", std::strerror(-done));
}

int Udisks::on_objects(sd_bus_message* message, void* self, sd_bus_error*) {
    static_cast<Udisks*>(self)->take_objects(message);
    return 0;
}

int Udisks::on_change(sd_bus_message* message, void* self, sd_bus_error*) {
    auto& udisks = *static_cast<Udisks*>(self);
    if (!udisks.m_known) return 0; // the whole is on its way
    bool sound = true;
    if (sd_bus_message_is_signal(message, nullptr, "InterfacesAdded") > 0)
        sound = read_interfaces_added(message, udisks.m_objects);
    else if (sd_bus_message_is_signal(message, nullptr, "InterfacesRemoved") > 0)
        sound = read_interfaces_removed(message, udisks.m_objects);
    else if (sd_bus_message_is_signal(message, nullptr, "PropertiesChanged") > 0)
        sound = read_properties_changed(message, udisks.m_objects);
    if (!sound) base::log_warning("sticks: a message of udisks2 could not be read");
    // At once, and not when all is read: a stick that went and came again is another one.
    udisks.take_changes();
    return 0;
}

int Udisks::on_owner(sd_bus_message* message, void* self, sd_bus_error*) {
    auto& udisks = *static_cast<Udisks*>(self);
    const char* name = nullptr;
    const char* before = nullptr;
    const char* after = nullptr;
    if (sd_bus_message_read(message, "sss", &name, &before, &after) < 0) return 0;
    if (*before != '\0') udisks.daemon_gone();
    if (*after != '\0') udisks.ask_for_objects();
    return 0;
}

void Udisks::take_objects(sd_bus_message* answer) {
    m_asking.reset();
    Objects objects;
    if (sd_bus_message_is_method_error(answer, nullptr) > 0 || !read_objects(answer, objects)) {
        if (!m_absent_since) m_presence = Presence::absent;
        return; // its owner will be told when there is one
    }
    m_objects = std::move(objects);
    m_presence = Presence::there;
    m_known = true;
    m_absent_since.reset();
    take_changes();
}

/// What was being done is done again once there is another: steps begin with what is.
void Udisks::daemon_gone() {
    if (!m_known) return;
    m_known = false;
    m_absent_since = m_now;
    for (auto& tracked : m_tracked)
        tracked->call.reset();
}

// ---- what is there ----

void Udisks::take_changes() {
    auto volumes = find_volumes(m_objects, m_stick_folders);
    const auto at = [](auto& list, const std::string& path) {
        return std::find_if(list.begin(), list.end(),
                            [&](const auto& it) { return it.path == path; });
    };
    std::erase_if(m_tracked, [&](const auto& tracked) {
        const auto volume = at(volumes, tracked->volume.path);
        const bool same =
            volume != volumes.end() && volume->has_file_system == tracked->volume.has_file_system;
        if (!tracked->leaves) return !same;
        // Switched off, and still in: its device goes, and another may come under its name.
        if (volume == volumes.end()) tracked->left = true;
        return tracked->left && volume != volumes.end();
    });
    for (const auto& volume : volumes) {
        const auto known =
            std::find_if(m_tracked.begin(), m_tracked.end(),
                         [&](const auto& tracked) { return tracked->volume.path == volume.path; });
        if (known == m_tracked.end())
            track(volume);
        else
            update(**known, volume);
    }
}

void Udisks::track(const Volume& volume) {
    auto tracked = std::make_unique<Tracked>();
    tracked->volume = volume;
    tracked->came = m_now;
    auto& stick = tracked->stick;
    stick.id = volume.path + "#" + std::to_string(++m_came);
    stick.label = linked_label(m_options.by_label, volume.device);
    if (stick.label.empty()) stick.label = clean_label(volume.label);
    stick.file_system = volume.file_system;
    stick.size_bytes = volume.size_bytes;
    if (!volume.has_file_system) {
        tracked->shown = false;
        fail(*tracked, {Code::NO_FILE_SYSTEM, what_it_is_called(*tracked),
                        volume.file_system.empty() ? "no file system" : volume.file_system});
    }
    m_tracked.push_back(std::move(tracked));
}

void Udisks::update(Tracked& tracked, const Volume& volume) {
    const auto before = std::exchange(tracked.volume, volume);
    const auto state = tracked.stick.state;
    const bool shown_as_mounted =
        state == Stick::State::readable || state == Stick::State::writable;
    if (tracked.call || tracked.wish) return;
    if (!shown_as_mounted) {
        if (volume.mounted_at.empty()) tracked.mounted_as.reset();
        return;
    }
    const auto& mounts = volume.mounted_at;
    const auto folder = tracked.stick.folder.native();
    if (std::find(mounts.begin(), mounts.end(), folder) != mounts.end()) return;
    // Somebody else has unmounted it; or this is news of before it was mounted.
    if (is_mounted(m_options.mountinfo, folder)) {
        tracked.volume.mounted_at = before.mounted_at;
        return;
    }
    tracked.mounted_as.reset();
    tracked.stick.folder.clear();
    tracked.stick.state = Stick::State::seen;
}

std::vector<Stick> Udisks::sticks() const {
    std::vector<Stick> all;
    for (const auto& tracked : m_tracked) {
        if (tracked->shown) all.push_back(tracked->stick);
    }
    return all;
}

Udisks::Tracked* Udisks::find(const std::string& id) {
    const auto found = std::find_if(m_tracked.begin(), m_tracked.end(),
                                    [&](const auto& it) { return it->stick.id == id; });
    return found == m_tracked.end() ? nullptr : found->get();
}

// ---- time ----

void Udisks::work(SteadyTime now) {
    m_now = now;
    if (!m_bus && (!m_retry_at || *m_retry_at <= now)) connect(now);
    while (m_bus) {
        const int done = sd_bus_process(m_bus.get(), nullptr);
        if (done < 0) disconnect();
        if (done <= 0) break;
    }
    if (m_absent_since && *m_absent_since + m_options.daemon_returns <= now) {
        m_absent_since.reset();
        m_presence = Presence::absent;
        m_tracked.clear();
    }
    std::erase_if(m_tracked,
                  [&](const auto& it) { return it->told_until && *it->told_until <= now; });
    for (auto& tracked : m_tracked) {
        if (tracked->came + m_options.settles <= now) tracked->shown = true;
    }
    if (!m_known) return;
    for (size_t i = 0; i < m_tracked.size(); ++i)
        step(*m_tracked[i]);
}

std::optional<SteadyTime> Udisks::next_due() const {
    std::optional<SteadyTime> due = m_retry_at;
    const auto also = [&due](SteadyTime when) { due = due ? std::min(*due, when) : when; };
    if (m_absent_since) also(*m_absent_since + m_options.daemon_returns);
    for (const auto& tracked : m_tracked) {
        if (tracked->told_until) also(*tracked->told_until);
        if (!tracked->shown) also(tracked->came + m_options.settles);
    }
    uint64_t usec = UINT64_MAX;
    if (m_bus && sd_bus_get_timeout(m_bus.get(), &usec) >= 0 && usec != UINT64_MAX)
        also(SteadyTime{Micros{static_cast<int64_t>(usec)}}); // CLOCK_MONOTONIC, as steady_clock
    return due;
}

int Udisks::fd() const {
    return m_bus ? sd_bus_get_fd(m_bus.get()) : -1;
}

short Udisks::events() const {
    const int events = m_bus ? sd_bus_get_events(m_bus.get()) : 0;
    return static_cast<short>(std::max(events, 0));
}

} // namespace pufa::removable
