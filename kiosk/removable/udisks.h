#pragma once
// The conversation with udisks2: which sticks are there, and one wish of each carried out in steps.
// Every call is asynchronous. For the watching thread alone.

#include "content/base/clock.h"
#include "kiosk/removable/messages.h"
#include "kiosk/removable/sticks.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::removable {

enum class Wish { read, write, release };

class Udisks {
  public:
    explicit Udisks(const WatchOptions& options);
    ~Udisks();
    Udisks(const Udisks&) = delete;
    Udisks& operator=(const Udisks&) = delete;

    /// Tries to reach the bus if it is not reached and the time has come, takes what has arrived,
    /// and does what is due. Never waits.
    void work(SteadyTime now);
    /// When work() must be called again although nothing has arrived.
    [[nodiscard]] std::optional<SteadyTime> next_due() const;
    /// Where something arrives; -1 without a bus.
    [[nodiscard]] int fd() const;
    [[nodiscard]] short events() const;

    /// Whether there is a udisks2 to ask. One that has just gone counts for a while, and so do its
    /// sticks: what it mounted stays mounted, and it is about to be started again.
    enum class Presence { unknown, there, absent };
    [[nodiscard]] Presence presence() const { return m_presence; }
    [[nodiscard]] std::vector<Stick> sticks() const;
    void wish(const std::string& id, Wish wish);

  private:
    struct Tracked {
        Stick stick;
        Volume volume;
        std::optional<Wish> wish;
        std::optional<Access> mounted_as; ///< by us
        SteadyTime came{};
        SlotHandle call;   ///< not answered yet
        int calls = 0;     ///< for this wish
        bool shown = true; ///< false: waits for partitions to come
        // ---- switching off ----
        bool leaves = false;                  ///< asked for, or done
        bool left = false;                    ///< its device is gone
        std::optional<SteadyTime> told_until; ///< so long it is still shown as released
    };
    enum class Call { mount, unmount, switch_off };
    struct Asked {
        Udisks& self;
        std::string id;
        Call call;
        std::optional<Wish> wish;
    };
    enum class Power { on, off };

    void connect(SteadyTime now);
    void disconnect();
    Result<void> listen();
    void ask_for_objects();
    void take_objects(sd_bus_message* answer);
    void daemon_gone();
    void take_changes();
    void update(Tracked& tracked, const Volume& volume);
    void track(const Volume& volume);
    void step(Tracked& tracked);
    void step_open(Tracked& tracked, Access access);
    void step_release(Tracked& tracked);
    void released(const std::string& drive, Power power);
    void fail(Tracked& tracked, const Error& error);
    void fail_release(const std::string& drive, const Error& error);
    void call(Tracked& tracked, Call call);
    void answered(const Asked& asked, sd_bus_message* answer);
    void unmount_answered(Tracked& tracked, const Asked& asked, const sd_bus_error* error);
    void mount_answered(Tracked& tracked, const Asked& asked, sd_bus_message* answer);
    void set_mounts(Tracked& tracked, std::vector<std::string> folders);
    [[nodiscard]] bool others_hold(const Tracked& tracked) const;
    [[nodiscard]] Tracked* find(const std::string& id);
    [[nodiscard]] std::string what_it_is_called(const Tracked& tracked) const;

    static int on_objects(sd_bus_message* message, void* self, sd_bus_error* error);
    static int on_change(sd_bus_message* message, void* self, sd_bus_error* error);
    static int on_owner(sd_bus_message* message, void* self, sd_bus_error* error);
    static int on_answer(sd_bus_message* message, void* asked, sd_bus_error* error);

    const WatchOptions& m_options;
    std::vector<std::filesystem::path> m_stick_folders; ///< where a stick may be mounted
    BusHandle m_bus;
    SlotHandle m_asking; ///< for all objects
    std::optional<SteadyTime> m_retry_at;
    std::optional<SteadyTime> m_absent_since; ///< it was there before
    SteadyTime m_now{};
    Presence m_presence = Presence::unknown;
    bool m_known = false; ///< m_objects is what udisks2 says now
    Objects m_objects;
    std::vector<std::unique_ptr<Tracked>> m_tracked;
    uint64_t m_came = 0; ///< counts sticks, so that no id is used again
};

} // namespace pufa::removable
