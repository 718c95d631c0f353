#include "admin/doctor_judge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace pufa;
using namespace pufa::admin;

namespace {

const WallTime k_now = *base::parse_iso("2026-11-23T15:20:00");

DoctorFacts healthy() {
    DoctorFacts facts;
    facts.now = k_now;
    facts.state_there = true;
    facts.state_writable = true;
    facts.free_bytes = 10;
    facts.reserve_bytes = 5;
    facts.last_scrub = k_now;
    facts.clock_floor = k_now - std::chrono::hours(24);
    pack::InstalledPack installed;
    installed.id = {"city/wills"};
    installed.title = "立遗嘱";
    installed.sequence = 3;
    installed.active = true;
    facts.packs = {installed};
    return facts;
}

Health health_of(const DoctorFacts& facts, const std::string& check) {
    for (const auto& line : judge_facts(facts))
        if (line.check == check) return line.health;
    FAIL("no line ", check);
    return Health::ok;
}

bool has(const DoctorFacts& facts, const std::string& check) {
    const auto lines = judge_facts(facts);
    return std::any_of(lines.begin(), lines.end(),
                       [&](const DoctorLine& line) { return line.check == check; });
}

} // namespace

TEST_CASE("a healthy machine has nothing but good lines") {
    for (const auto& line : judge_facts(healthy())) {
        CAPTURE(line.check);
        CHECK(line.health == Health::ok);
    }
}

TEST_CASE("what the machine has lost is wrong, what people can do is to look at") {
    auto facts = healthy();
    facts.free_bytes = 4;
    CHECK(health_of(facts, "space-short") == Health::look);
    facts = healthy();
    facts.state_writable = false;
    CHECK(health_of(facts, "state-read-only") == Health::wrong);
    facts = healthy();
    facts.database_error = Error{Code::DAMAGED_DATABASE, "store.db", "page 3"};
    CHECK(health_of(facts, "database-damaged") == Health::wrong);
    facts = healthy();
    facts.files_missing = {"city/wills"};
    CHECK(health_of(facts, "pack-gone") == Health::wrong);
    facts = healthy();
    facts.programs_missing = {"pufa-decoder"};
    CHECK(health_of(facts, "program-missing") == Health::wrong);
    facts = healthy();
    facts.clock_floor = k_now + std::chrono::hours(1);
    CHECK(health_of(facts, "clock-back") == Health::wrong);
}

TEST_CASE("a pack is told of fourteen days before its last day, and after it") {
    auto facts = healthy();
    facts.packs[0].not_after = base::Date{2026, 12, 8};
    CHECK(has(facts, "pack-ok"));
    facts.packs[0].not_after = base::Date{2026, 12, 7};
    CHECK(health_of(facts, "pack-expiring") == Health::look);
    facts.packs[0].not_after = base::Date{2026, 11, 23};
    CHECK(health_of(facts, "pack-expiring") == Health::look);
    facts.packs[0].not_after = base::Date{2026, 11, 22};
    CHECK(health_of(facts, "pack-expired") == Health::look);
    CHECK_FALSE(has(facts, "pack-ok"));
}

TEST_CASE("what is not on the screen says nothing of itself") {
    auto facts = healthy();
    facts.packs[0].active = false;
    facts.packs[0].not_after = base::Date{2020, 1, 1};
    CHECK_FALSE(has(facts, "pack-expired"));
    CHECK(health_of(facts, "packs-none") == Health::look);
}

TEST_CASE("each finding of trust has a line, and none is one as well") {
    auto facts = healthy();
    CHECK(health_of(facts, "trust-ok") == Health::ok);
    using Kind = pack::TrustFinding::Kind;
    for (const auto& [kind, check] :
         {std::pair{Kind::no_key, "trust-no-key"}, std::pair{Kind::unreadable, "trust-unreadable"},
          std::pair{Kind::revoked_in_folder, "trust-revoked"},
          std::pair{Kind::expired, "trust-expired"},
          std::pair{Kind::expires_soon, "trust-expiring"}}) {
        pack::TrustFinding finding;
        finding.kind = kind;
        facts.trust = {finding};
        CHECK(health_of(facts, check) == Health::look);
    }
}

TEST_CASE("items that are set aside are named with their cause, and the decoder's jail is told") {
    auto facts = healthy();
    CHECK_FALSE(has(facts, "item-unplayable"));
    aside::Record record;
    record.failures = 2;
    record.cause = "UNPLAYABLE";
    record.detail = "damaged (picture: Invalid data)";
    record.last = k_now;
    facts.items_aside = {{"city/wills/film", "立遗嘱", record}};
    CHECK(health_of(facts, "item-unplayable") == Health::look);
    facts.items_aside[0].record.cause = "DECODER_DIED";
    CHECK(health_of(facts, "item-kills-decoder") == Health::look);
    facts.kiosk_db_error = Error{Code::DAMAGED_DATABASE, "kiosk.db", "no database"};
    CHECK(health_of(facts, "kiosk-db-damaged") == Health::look);

    facts = healthy();
    facts.decoder = media::Greeting{true, 7};
    CHECK(health_of(facts, "decoder-jailed") == Health::ok);
    facts.decoder = media::Greeting{true, 0};
    CHECK(health_of(facts, "decoder-no-landlock") == Health::ok);
    facts.decoder = media::Greeting{false, 0};
    CHECK(health_of(facts, "decoder-no-jail") == Health::look);
    facts.decoder_error = Error{Code::DECODER_DIED, "pufa-decoder", "it has ended"};
    CHECK(health_of(facts, "decoder-broken") == Health::wrong);
}

TEST_CASE("a clock is judged by the newest content, by 2099 and by when the kiosk last ran") {
    auto facts = healthy();
    CHECK(health_of(facts, "clock-ok") == Health::ok);
    facts.clock_floor = k_now + std::chrono::hours{1};
    CHECK(health_of(facts, "clock-back") == Health::wrong);
    facts = healthy();
    facts.now = *base::parse_iso("2100-01-01T00:00:00");
    CHECK(health_of(facts, "clock-beyond") == Health::wrong);
    facts = healthy();
    facts.clock_seen = k_now + std::chrono::hours{25};
    CHECK(health_of(facts, "clock-set-back") == Health::look);
    facts.clock_seen = k_now - std::chrono::hours{24 * 61};
    CHECK(health_of(facts, "clock-far-ahead") == Health::look);
    facts.clock_seen = k_now - std::chrono::hours{24 * 59};
    CHECK(health_of(facts, "clock-ok") == Health::ok);
}

TEST_CASE("what people found at the check is a line each, red where it failed") {
    using namespace checkup;
    auto facts = healthy();
    CHECK(health_of(facts, "hands-never") == Health::ok);
    facts.hands->of(Part::sound) = Found{k_now, Answer::passed};
    facts.hands->of(Part::picture) = Found{k_now, Answer::unanswered};
    facts.hands->of(Part::touch) = Found{k_now, Answer::failed};
    CHECK_FALSE(has(facts, "hands-never"));
    CHECK(health_of(facts, "hands-sound-passed") == Health::ok);
    CHECK(health_of(facts, "hands-picture-unanswered") == Health::look);
    CHECK(health_of(facts, "hands-touch-failed") == Health::wrong);
    facts.hands.reset();
    CHECK(health_of(facts, "hands-unreadable") == Health::look);
}
