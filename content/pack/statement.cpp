#include "content/pack/statement.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::pack {

namespace {

Error bad(const std::string& where, std::string detail) {
    return {Code::BAD_STATEMENT, where, std::move(detail)};
}

std::string named(const TrustedKey& key) {
    return fmt::format("{} ({})", key.name, id_text(key));
}

/// The keys as they stand after some statements.
class Ring {
  public:
    explicit Ring(const Trust& folder)
        : m_trust(folder) {}

    /// Judges a statement and, if it holds, does what it says.
    Result<JudgedStatement> take(const SealedStatement& sealed, const std::string& where) {
        PUFA_TRY(auto issuer,
                 verify(sealed.json, sealed.signature, m_trust, where, Sealed::statement));
        PUFA_TRY(auto statement, parse_statement(sealed.json, where));
        // By its own day, not by today's: a revocation does not lapse with the key that signed it.
        PUFA_CHECK(check_expiry(issuer, statement.issued, where));
        const auto* last = find_seen(issuer.id);
        const auto highest = last ? last->sequence : 0;
        if (statement.issuer_sequence <= highest)
            return Error{Code::ROLLBACK, where,
                         fmt::format("statement {} of {}, already seen {}",
                                     statement.issuer_sequence, named(issuer), highest)};
        PUFA_CHECK(check_rights(issuer, statement, where));
        PUFA_CHECK(check_keys(statement, where));
        apply(issuer, statement);
        see(issuer.id, statement.issuer_sequence, sealed);
        return JudgedStatement{std::move(statement), std::move(issuer), false};
    }

    [[nodiscard]] const Trust& trust() const { return m_trust; }
    [[nodiscard]] const std::vector<EffectiveTrust::Seen>& seen() const { return m_seen; }

  private:
    [[nodiscard]] const EffectiveTrust::Seen* find_seen(const KeyId& id) const {
        const auto found = std::find_if(m_seen.begin(), m_seen.end(),
                                        [&](const auto& entry) { return entry.issuer == id; });
        return found == m_seen.end() ? nullptr : &*found;
    }
    void see(const KeyId& issuer, int64_t sequence, const SealedStatement& sealed) {
        std::erase_if(m_seen, [&](const auto& entry) { return entry.issuer == issuer; });
        m_seen.push_back({issuer, sequence, sealed});
    }

    [[nodiscard]] const TrustedKey* find_key(const KeyId& id) const {
        const auto found = std::find_if(m_trust.keys.begin(), m_trust.keys.end(),
                                        [&](const auto& key) { return key.id == id; });
        return found == m_trust.keys.end() ? nullptr : &*found;
    }

    /// A publisher's key may do nothing but hand over to one that may do no more.
    static Result<void> check_rights(const TrustedKey& issuer, const Statement& statement,
                                     const std::string& where) {
        if (!issuer.publishers) return {};
        const bool hands_over = statement.add.size() == 1 && statement.revoke.size() == 1 &&
                                statement.revoke[0].id == issuer.id &&
                                statement.revoke[0].reason == Reason::retired;
        if (!hands_over) return bad(where, named(issuer) + " may only replace itself");
        const auto& added = statement.add[0];
        const bool no_wider =
            added.publishers &&
            std::all_of(added.publishers->begin(), added.publishers->end(),
                        [&](const auto& publisher) { return issuer.may_sign_for(publisher); });
        if (!no_wider)
            return bad(where,
                       named(issuer) + " may not add a key for more publishers than its own");
        if (issuer.not_after && (!added.not_after || *added.not_after > *issuer.not_after))
            return bad(where, named(issuer) + " may not add a key that outlives it");
        return {};
    }

    /// A number is one key's for ever, and a name tells keys apart on every screen.
    [[nodiscard]] Result<void> check_keys(const Statement& statement,
                                          const std::string& where) const {
        const auto goes = [&](const KeyId& id) {
            return std::any_of(statement.revoke.begin(), statement.revoke.end(),
                               [&](const auto& revoked) { return revoked.id == id; });
        };
        for (const auto& added : statement.add) {
            const auto number = id_text(added.key);
            const auto* revoked = m_trust.find_revoked(added.key.id);
            if (goes(added.key.id) || (revoked && !revoked->inherited))
                return bad(where, fmt::format("the key {} was revoked for good", number));
            for (const auto& key : m_trust.keys) {
                if (key.id == added.key.id && key.key != added.key.key)
                    return bad(where, fmt::format("{} is the number of another key", number));
                if (key.id != added.key.id && key.name == added.key.name && !goes(key.id))
                    return bad(where, fmt::format("{} is the name of another key", key.name));
            }
        }
        return {};
    }

    void apply(const TrustedKey& issuer, const Statement& statement) {
        // A copy: the issuer may go by its own word.
        const auto from =
            fmt::format("statement {} of {}", statement.issuer_sequence, named(issuer));
        for (const auto& revoked : statement.revoke)
            revoke(revoked);
        for (const auto& added : statement.add) {
            TrustedKey key{added.key};
            key.publishers = added.publishers;
            key.not_after = added.not_after;
            key.from = from;
            key.adopted = issuer.id;
            // Whoever changes the limits of a key did not bring it.
            if (const auto* held = find_key(key.id))
                key.adopted = held->adopted;
            else
                adopt(key.id, issuer.id);
            std::erase_if(m_trust.keys, [&](const auto& held) { return held.id == key.id; });
            std::erase_if(m_trust.revoked, [&](const auto& held) { return held.id == key.id; });
            m_trust.keys.push_back(std::move(key));
        }
    }

    void adopt(const KeyId& child, const KeyId& parent) {
        std::erase_if(m_lineage, [&](const auto& entry) { return entry.child == child; });
        m_lineage.push_back({child, parent});
    }

    /// What a compromised key has added may be the thief's, and what that has added, too.
    void revoke(const RevokedKey& revoked) {
        std::vector<RevokedKey> found{revoked};
        for (size_t at = 0; at < found.size(); ++at) {
            const auto next = found[at];
            std::erase_if(m_trust.keys, [&](const auto& key) { return key.id == next.id; });
            add_revoked(next);
            if (next.reason != Reason::compromised) continue;
            for (const auto& [child, parent] : m_lineage) {
                // Clang 14 captures no structured binding by itself.
                const bool seen =
                    std::any_of(found.begin(), found.end(),
                                [&id = child](const auto& entry) { return entry.id == id; });
                if (parent == next.id && !seen)
                    found.push_back(
                        {child, Reason::compromised, "added by " + id_text(next.id), true});
            }
        }
    }

    /// A key that was retired may turn out to be compromised, never the other way round.
    void add_revoked(RevokedKey revoked) {
        const auto found = std::find_if(m_trust.revoked.begin(), m_trust.revoked.end(),
                                        [&](const auto& held) { return held.id == revoked.id; });
        if (found == m_trust.revoked.end()) {
            m_trust.revoked.push_back(std::move(revoked));
            return;
        }
        found->inherited = found->inherited && revoked.inherited;
        if (revoked.reason == Reason::compromised) found->reason = Reason::compromised;
        if (!revoked.note.empty()) found->note = std::move(revoked.note);
    }

    struct Adoption {
        KeyId child{};
        KeyId parent{};
    };

    Trust m_trust;
    std::vector<EffectiveTrust::Seen> m_seen;
    std::vector<Adoption> m_lineage; ///< of every key that a statement ever brought
};

std::string place(size_t index) {
    return fmt::format("statement {} of store.db", index + 1);
}

} // namespace

EffectiveTrust effective_trust(const Trust& folder, const std::vector<SealedStatement>& taken) {
    Ring ring{folder};
    std::vector<Error> refused;
    for (size_t i = 0; i < taken.size(); ++i) {
        if (const auto held = ring.take(taken[i], place(i)); !held) refused.push_back(held.error());
    }
    return {ring.trust(), std::move(refused), ring.seen()};
}

Result<JudgedStatement> judge_statement(const Trust& folder,
                                        const std::vector<SealedStatement>& taken,
                                        const SealedStatement& offered, WallTime now,
                                        const std::string& where) {
    Ring ring{folder};
    std::optional<JudgedStatement> known;
    for (size_t i = 0; i < taken.size(); ++i) {
        auto held = ring.take(taken[i], place(i));
        if (held && taken[i] == offered) known = std::move(held).value();
    }
    if (known) {
        known->known = true;
        return *std::move(known);
    }
    PUFA_TRY(auto judged, ring.take(offered, where));
    PUFA_CHECK(check_expiry(judged.issuer, now, where));
    return judged;
}

} // namespace pufa::pack
