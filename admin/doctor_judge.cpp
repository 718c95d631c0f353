#include "admin/doctor_judge.h"

#include "admin/wording.h"
#include "content/campaign/clock_doubt.h"

#include <algorithm>

namespace pufa::admin {

namespace {

using Words = std::vector<std::pair<std::string, std::string>>;

constexpr int k_days_ahead = 14;
constexpr std::chrono::hours k_scrub_is_old{24 * 7};
constexpr uint64_t k_log_is_large = 16ull << 20;

class Page {
  public:
    explicit Page(const DoctorFacts& facts)
        : m_facts(facts) {}

    std::vector<DoctorLine> write() {
        state();
        if (m_facts.config_error) {
            error("config-bad", Health::look, *m_facts.config_error);
        } else {
            line(Health::ok, "config-ok");
        }
        if (m_facts.state_there) {
            space();
            database();
            leftovers();
            packs();
            scrub();
            tally();
        }
        trust();
        surroundings();
        return std::move(m_lines);
    }

  private:
    void line(Health health, std::string check, Words words = {}) {
        m_lines.push_back({health, std::move(check), std::move(words)});
    }
    void error(std::string check, Health health, const Error& error) {
        line(health, std::move(check),
             {{"code", std::string{base::name(error.code)}},
              {"where", error.where},
              {"detail", error.detail}});
    }

    void state() {
        const auto folder = m_facts.paths.root.string();
        if (!m_facts.state_there)
            line(Health::look, "state-missing", {{"folder", folder}});
        else if (!m_facts.state_writable)
            line(Health::wrong, "state-read-only", {{"folder", folder}});
        else
            line(Health::ok, "state-ok", {{"folder", folder}});
        if (m_facts.lock_held) line(Health::ok, "lock-held");
    }

    void space() {
        const Words words{{"free", size_words(m_facts.free_bytes)},
                          {"reserve", size_words(m_facts.reserve_bytes)},
                          {"kept", size_words(m_facts.kept_bytes)}};
        const bool is_short = m_facts.free_bytes < m_facts.reserve_bytes;
        line(is_short ? Health::look : Health::ok, is_short ? "space-short" : "space-ok", words);
    }

    void database() {
        if (m_facts.database_lost)
            line(Health::wrong, "database-lost");
        else if (m_facts.database_error)
            error("database-damaged", Health::wrong, *m_facts.database_error);
        else
            line(Health::ok, "database-ok");
        if (m_facts.damaged_databases > 0)
            line(Health::ok, "database-kept", {{"count", count(m_facts.damaged_databases)}});
    }

    void leftovers() {
        // Swept by the next command that writes.
        if (m_facts.leftovers > 0 && !m_facts.lock_held)
            line(Health::ok, "leftovers", {{"count", count(m_facts.leftovers)}});
        if (m_facts.set_aside > 0)
            line(Health::look, "set-aside", {{"count", count(m_facts.set_aside)}});
    }

    void packs() {
        int active = 0;
        for (const auto& pack : m_facts.packs) {
            if (!pack.active) continue;
            ++active;
            this->pack(pack);
        }
        for (const auto& unmet : m_facts.unmet)
            line(Health::look, "pack-unmet",
                 {{"id", unmet.pack.value},
                  {"need", unmet.need.id.value},
                  {"sequence", std::to_string(unmet.need.sequence)}});
        if (active == 0 && !m_facts.database_error && !m_facts.database_lost)
            line(Health::look, "packs-none");
        if (m_facts.items_withheld > 0)
            line(Health::look, "items-withheld", {{"count", count(m_facts.items_withheld)}});
        if (m_facts.items_off > 0)
            line(Health::ok, "items-off", {{"count", count(m_facts.items_off)}});
        if (m_facts.items_ending > 0)
            line(Health::look, "items-ending",
                 {{"count", count(m_facts.items_ending)}, {"days", count(k_days_ahead)}});
        items_aside();
    }

    void items_aside() {
        for (const auto& item : m_facts.items_aside) {
            const bool died = item.record.cause == base::name(Code::DECODER_DIED);
            line(Health::look, died ? "item-kills-decoder" : "item-unplayable",
                 {{"id", item.id},
                  {"title", item.title},
                  {"failures", count(item.record.failures)},
                  {"day", base::to_string(base::to_local(item.record.last).date)},
                  {"detail", item.record.detail}});
        }
        if (m_facts.kiosk_db_error)
            error("kiosk-db-damaged", Health::look, *m_facts.kiosk_db_error);
    }

    void pack(const pack::InstalledPack& pack) {
        const auto& missing = m_facts.files_missing;
        Words words{{"id", pack.id.value},
                    {"title", pack.title},
                    {"sequence", std::to_string(pack.sequence)},
                    {"count", std::to_string(pack.damaged_members)}};
        bool fine = true;
        const auto say = [&](Health health, const char* check) {
            line(health, check, words);
            fine = false;
        };
        if (std::find(missing.begin(), missing.end(), pack.id.value) != missing.end())
            say(Health::wrong, "pack-gone");
        else if (pack.damaged())
            say(Health::wrong, "pack-damaged");
        if (pack.not_after) {
            words.emplace_back("day", base::to_string(*pack.not_after));
            const int days = base::days_between(base::to_local(m_facts.now).date, *pack.not_after);
            if (days < 0)
                say(Health::look, "pack-expired");
            else if (days <= k_days_ahead)
                say(Health::look, "pack-expiring");
        }
        if (pack.demo) say(Health::look, "pack-demo");
        if (fine) line(Health::ok, "pack-ok", words);
    }

    void scrub() {
        if (m_facts.packs.empty()) return;
        if (!m_facts.last_scrub) {
            line(Health::ok, "scrub-never");
            return;
        }
        const Words words{{"when", base::to_string(base::to_local(*m_facts.last_scrub).date)}};
        const bool is_old = m_facts.now - *m_facts.last_scrub > k_scrub_is_old;
        line(is_old ? Health::look : Health::ok, is_old ? "scrub-old" : "scrub-ok", words);
    }

    void tally() {
        if (!m_facts.tally_writable)
            line(Health::wrong, "tally-read-only");
        else if (m_facts.tally_error)
            error("tally-damaged", Health::wrong, *m_facts.tally_error);
        else
            line(Health::ok, "tally-ok");
        if (m_facts.tally_set_aside > 0)
            line(Health::look, "tally-set-aside", {{"count", count(m_facts.tally_set_aside)}});
        if (m_facts.log_bytes > k_log_is_large)
            line(Health::look, "log-large", {{"size", size_words(m_facts.log_bytes)}});
    }

    void trust() {
        using Kind = pack::TrustFinding::Kind;
        for (const auto& finding : m_facts.trust) {
            const Words words{
                {"where", finding.where},
                {"key", finding.key},
                {"day", finding.not_after ? base::to_string(*finding.not_after) : std::string{}},
                {"detail", finding.error ? finding.error->detail : std::string{}}};
            line(Health::look,
                 finding.kind == Kind::no_key              ? "trust-no-key"
                 : finding.kind == Kind::unreadable        ? "trust-unreadable"
                 : finding.kind == Kind::revoked_in_folder ? "trust-revoked"
                 : finding.kind == Kind::expired           ? "trust-expired"
                 : finding.kind == Kind::expires_soon      ? "trust-expiring"
                                                           : "trust-statement",
                 words);
        }
        if (m_facts.trust.empty()) line(Health::ok, "trust-ok");
    }

    void surroundings() {
        clock();
        hands();
        for (const auto& name : m_facts.programs_missing)
            line(Health::wrong, "program-missing", {{"name", name}});
        if (m_facts.programs_missing.empty()) line(Health::ok, "program-ok");
        decoder();
        for (const auto& file : m_facts.fonts_missing)
            line(Health::wrong, "font-missing", {{"file", file}});
        if (m_facts.fonts_missing.empty()) line(Health::ok, "font-ok");
    }

    void clock() {
        using enum campaign::ClockDoubt;
        // clock_floor is never before the build.
        const auto doubt =
            campaign::doubt(m_facts.now, {{}, m_facts.clock_floor, m_facts.clock_seen});
        const auto day = [](WallTime when) { return base::to_string(base::to_local(when).date); };
        const Words words{{"now", day(m_facts.now)},
                          {"floor", day(m_facts.clock_floor)},
                          {"seen", day(m_facts.clock_seen.value_or(m_facts.now))}};
        if (doubt == none) return line(Health::ok, "clock-ok", words);
        if (doubt == set_back) return line(Health::look, "clock-set-back", words);
        if (doubt == far_ahead) return line(Health::look, "clock-far-ahead", words);
        line(Health::wrong, doubt == beyond ? "clock-beyond" : "clock-back", words);
    }

    void hands() {
        using Found = checkup::Line::Health;
        if (!m_facts.state_there) return;
        if (!m_facts.hands) return line(Health::look, "hands-unreadable");
        for (auto& said : checkup::lines_of(*m_facts.hands))
            line(said.health == Found::ok     ? Health::ok
                 : said.health == Found::look ? Health::look
                                              : Health::wrong,
                 std::move(said.check), std::move(said.words));
    }

    void decoder() {
        if (m_facts.decoder_error) error("decoder-broken", Health::wrong, *m_facts.decoder_error);
        if (!m_facts.decoder) return;
        if (!m_facts.decoder->jailed)
            line(Health::look, "decoder-no-jail");
        else if (m_facts.decoder->landlock == 0)
            line(Health::ok, "decoder-no-landlock");
        else
            line(Health::ok, "decoder-jailed", {{"landlock", count(m_facts.decoder->landlock)}});
    }

    template <class Number>
    static std::string count(Number number) {
        return std::to_string(number);
    }

    const DoctorFacts& m_facts;
    std::vector<DoctorLine> m_lines;
};

} // namespace

std::vector<DoctorLine> judge_facts(const DoctorFacts& facts) {
    return Page{facts}.write();
}

} // namespace pufa::admin
