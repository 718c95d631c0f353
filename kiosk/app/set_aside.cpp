#include "kiosk/app/set_aside.h"

#include "content/base/log.h"

#include <chrono>
#include <utility>

namespace pufa::app {

namespace {

/// 0 for an item of no pack that is there.
int64_t version_of(const model::ItemId& item, const catalog::Snapshot& snapshot) {
    const auto* pack = snapshot.pack(item.pack());
    return pack != nullptr ? pack->sequence : 0;
}

bool item_may_be_to_blame(base::Code code) {
    return code == Code::UNPLAYABLE || code == Code::DECODER_DIED;
}

void log_trouble(const Error& error) {
    base::log_warning("which items are set aside cannot be kept: {} {} ({})",
                      base::name(error.code), error.where, error.detail);
}

} // namespace

SetAside::SetAside(std::filesystem::path file)
    : m_file(std::move(file)) {
    if (m_file.empty()) return;
    auto records = aside::read_records(m_file);
    if (!records) {
        m_trouble = records.error().code;
        log_trouble(records.error());
        return;
    }
    for (auto& record : *records) {
        auto item = record.item;
        m_records.emplace(std::move(item), std::move(record));
    }
}

SetAside::~SetAside() {
    if (m_writing.valid()) m_writing.wait();
    if (m_file.empty() || !m_changed) return;
    if (const auto written = aside::write_records(m_file, all()); !written)
        log_trouble(written.error());
}

std::vector<aside::Record> SetAside::all() const {
    std::vector<aside::Record> records;
    for (const auto& [item, record] : m_records)
        records.push_back(record);
    return records;
}

void SetAside::failed(const model::ItemId& item, const Error& error,
                      const catalog::Snapshot& snapshot, WallTime wall) {
    if (!item_may_be_to_blame(error.code)) return;
    const int64_t version = version_of(item, snapshot);
    auto& record = m_records[item];
    if (record.failures == 0 || record.version != version)
        record = {item, version, 0, {}, {}, wall, wall};
    ++record.failures;
    record.cause = base::name(error.code);
    record.detail = error.detail;
    record.last = wall;
    m_changed = true;
    if (record.failures == aside::k_failures_to_set_aside)
        base::log_warning("{} is set aside until its pack changes: {} ({})", item.value,
                          record.cause, record.detail);
}

void SetAside::played(const model::ItemId& item) {
    if (m_records.erase(item) > 0) m_changed = true;
}

void SetAside::forget() {
    m_changed = m_changed || !m_records.empty();
    m_records.clear();
}

std::optional<flow::SetAside> SetAside::poll(const catalog::Snapshot& snapshot) {
    std::set<model::ItemId> items;
    for (const auto& [item, record] : m_records)
        if (record.set_aside() && record.version == version_of(item, snapshot)) items.insert(item);
    if (items == m_told) return std::nullopt;
    m_told = items;
    return flow::SetAside{std::move(items)};
}

void SetAside::update(SteadyTime now) {
    using namespace std::chrono_literals;
    m_looked = now;
    if (m_writing.valid()) {
        if (m_writing.wait_for(0s) != std::future_status::ready) return;
        const auto written = m_writing.get();
        const auto code = written ? std::nullopt : std::optional{written.error().code};
        if (code && code != m_trouble) log_trouble(written.error());
        m_trouble = code;
    }
    if (m_file.empty() || !std::exchange(m_changed, false)) return;
    m_writing = std::async(std::launch::async, [file = m_file, records = all()] {
        return aside::write_records(file, records);
    });
}

std::optional<SteadyTime> SetAside::next_due() const {
    if (!m_writing.valid() && !m_changed) return std::nullopt;
    return m_looked + k_while_writing;
}

} // namespace pufa::app
