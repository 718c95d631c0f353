#include "content/pack/manifest.h"

#include "content/model/item_json.h"
#include "content/pack/archive.h"
#include "content/pack/manifest_bounds.h"
#include "content/pack/manifest_stream.h"
#include "content/pack/sites.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <functional>

namespace pufa::pack {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t k_max_sequence = (1ll << 53) - 1; // exact in every JSON reader
constexpr size_t k_max_items = 20000;
constexpr size_t k_max_list = 1000;
constexpr size_t k_sha256_digits = 64;
constexpr size_t k_crc_digits = 8;

Error bad(const std::string& where, std::string detail) {
    return {Code::BAD_MANIFEST, where, std::move(detail)};
}

bool is_lower_hex(std::string_view text, size_t digits) {
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// Fields of one object; errors name the field.
class Fields {
  public:
    Fields(const Json& json, const std::string& where)
        : m_json(json)
        , m_where(where) {}

    [[nodiscard]] const Json* find(const char* field) const {
        const auto found = m_json.find(field);
        return found == m_json.end() ? nullptr : &*found;
    }

    [[nodiscard]] Result<std::string> text(const char* field) const {
        const auto* value = find(field);
        if (!value || !value->is_string()) return wrong(field, "is no text");
        return value->get<std::string>();
    }

    [[nodiscard]] Result<int64_t> integer(const char* field, int64_t least, int64_t most) const {
        const auto* value = find(field);
        if (!value || !value->is_number_integer() || value->get<int64_t>() < least ||
            value->get<int64_t>() > most)
            return wrong(field, fmt::format("is no whole number from {} to {}", least, most));
        return value->get<int64_t>();
    }

    [[nodiscard]] Result<const Json*> list(const char* field, size_t most) const {
        const auto* value = find(field);
        if (!value || !value->is_array()) return wrong(field, "is no list");
        if (value->size() > most)
            return Error{Code::TOO_LARGE, m_where,
                         fmt::format("{} has {} entries, at most {}", field, value->size(), most)};
        return value;
    }

    [[nodiscard]] Result<std::vector<std::string>> texts(const char* field) const {
        PUFA_TRY(const auto* value, list(field, k_max_list));
        std::vector<std::string> result;
        for (const auto& element : *value) {
            if (!element.is_string()) return wrong(field, "holds something that is no text");
            result.push_back(element.get<std::string>());
        }
        return result;
    }

    [[nodiscard]] Result<std::optional<base::Date>> date(const char* field) const {
        if (!find(field)) return std::optional<base::Date>{};
        PUFA_TRY(const auto words, text(field));
        auto parsed = base::parse_date(words);
        if (!parsed) return wrong(field, "is no date like 2026-11-23");
        return parsed;
    }

    [[nodiscard]] Error wrong(const char* field, std::string_view what) const {
        return bad(m_where, fmt::format("{} {}", field, what));
    }

  private:
    const Json& m_json;
    const std::string& m_where;
};

/// A pack of a later format, or one that asks for what this player lacks, is not read further: the
/// rest of it may mean something else.
Result<void> check_player(const Fields& in, const std::string& where) {
    PUFA_TRY(const auto format, in.integer("format", 1, k_max_sequence));
    if (format != k_format)
        return Error{Code::NEEDS_NEWER_PLAYER, where,
                     fmt::format("format {}, this player reads {}", format, k_format)};
    PUFA_TRY(const auto features, in.texts("features_required"));
    for (const auto& feature : features) {
        if (std::find(k_features.begin(), k_features.end(), feature) == k_features.end())
            return Error{Code::NEEDS_NEWER_PLAYER, where, fmt::format("feature {}", feature)};
    }
    return {};
}

Result<model::LocalizedText> read_title(const Fields& in, const std::string& where) {
    const auto* value = in.find("title");
    if (!value || !value->is_object()) return in.wrong("title", "is no text in languages");
    const Fields words{*value, where};
    model::LocalizedText title;
    for (const auto language : model::k_languages) {
        const std::string tag{model::tag(language)};
        if (!words.find(tag.c_str())) continue;
        PUFA_TRY(title[language], words.text(tag.c_str()));
    }
    if (title.empty()) return in.wrong("title", "has no words");
    return title;
}

Result<void> read_facts(const Fields& in, const std::string& where, Manifest& manifest) {
    PUFA_TRY(const auto id, in.text("id"));
    const auto parsed_id = model::parse_pack_id(id);
    if (!parsed_id) return in.wrong("id", "is not publisher/pack");
    manifest.id = *parsed_id;
    PUFA_TRY(manifest.title, read_title(in, where));
    PUFA_TRY(manifest.sequence, in.integer("sequence", 1, k_max_sequence));
    PUFA_TRY(const auto created, in.text("created"));
    const auto parsed_time = base::parse_iso(created);
    if (!parsed_time) return in.wrong("created", "is no time like 2026-11-23T07:20:00Z");
    manifest.created = *parsed_time;
    PUFA_TRY(manifest.agencies, in.texts("agencies"));
    PUFA_TRY(const auto tags, in.texts("languages"));
    for (const auto& tag : tags) {
        const auto language = model::parse_language(tag);
        if (!language) return in.wrong("languages", fmt::format("holds \"{}\"", tag));
        manifest.languages.push_back(*language);
    }
    PUFA_TRY(manifest.not_before, in.date("not_before"));
    PUFA_TRY(manifest.not_after, in.date("not_after"));
    if (const auto* demo = in.find("demo")) {
        if (!demo->is_boolean()) return in.wrong("demo", "is neither true nor false");
        manifest.demo = demo->get<bool>();
    }
    return {};
}

/// For which machines, and on what other packs it builds.
Result<void> read_surroundings(const Fields& in, const std::string& where, Manifest& manifest) {
    if (in.find("sites")) {
        PUFA_TRY(manifest.sites, in.texts("sites"));
        // None at all could be meant as "nowhere" or as "everywhere".
        if (manifest.sites.empty()) return in.wrong("sites", "is empty");
        for (const auto& site : manifest.sites) {
            if (!is_site_pattern(site)) return in.wrong("sites", fmt::format("holds \"{}\"", site));
        }
    }
    if (!in.find("requires")) return {};
    PUFA_TRY(const auto* list, in.list("requires", k_max_list));
    for (const auto& element : *list) {
        if (!element.is_object()) return in.wrong("requires", "holds something that is no object");
        const Fields entry{element, where};
        PUFA_TRY(const auto word, entry.text("pack"));
        const auto id = model::parse_pack_id(word);
        if (!id) return entry.wrong("pack", "is not publisher/pack");
        PUFA_TRY(const auto sequence, entry.integer("sequence", 1, k_max_sequence));
        manifest.needs.push_back({*id, sequence});
    }
    return {};
}

Result<Member> read_member(const Json& json, const std::string& where) {
    if (!json.is_object()) return bad(where, "members holds something that is no object");
    const Fields in{json, where};
    Member member;
    PUFA_TRY(member.path, in.text("path"));
    PUFA_TRY(const auto size, in.integer("size", 0, k_max_archive));
    member.size = static_cast<uint64_t>(size);
    PUFA_TRY(const auto crc, in.text("crc"));
    if (!is_lower_hex(crc, k_crc_digits)) return in.wrong("crc", "is not 8 hex digits");
    std::from_chars(crc.data(), crc.data() + crc.size(), member.crc, 16);
    PUFA_TRY(member.sha256, in.text("sha256"));
    if (!is_lower_hex(member.sha256, k_sha256_digits))
        return in.wrong("sha256", "is not 64 hex digits");
    return member;
}

Result<model::Item> read_item(model::ItemReader& reader, std::string_view json,
                              const std::string& where) {
    auto item = reader.read(json);
    if (item) return item;
    const auto& fault = item.error();
    if (fault.code == Code::AI_MARK_MISSING) return Error{fault.code, where, fault.detail};
    return Error{fault.code, where, fault.where + ": " + fault.detail};
}

/// Takes over the members and items, one by one.
class ListReader {
  public:
    ListReader(Manifest& manifest, const std::string& where)
        : m_manifest(manifest)
        , m_where(where) {}

    Result<void> operator()(std::string_view list, std::string_view element) {
        if (list == "members") {
            PUFA_CHECK(check_room(list, m_manifest.members.size(), k_max_members));
            PUFA_TRY(auto member, read_member(Json::parse(element), m_where));
            m_manifest.members.push_back(std::move(member));
        } else {
            PUFA_CHECK(check_room(list, m_manifest.items.size(), k_max_items));
            PUFA_TRY(auto item, read_item(m_items, element, m_where));
            m_manifest.items.push_back(std::move(item));
        }
        return {};
    }

  private:
    [[nodiscard]] Result<void> check_room(std::string_view list, size_t held, size_t most) const {
        if (held < most) return {};
        return Error{Code::TOO_LARGE, m_where,
                     fmt::format("{} has more than {} entries", list, most)};
    }

    Manifest& m_manifest;
    const std::string& m_where;
    model::ItemReader m_items;
};

template <class Entries>
void put_texts(Json& to, const char* field, const Entries& entries) {
    auto list = Json::array();
    for (const auto& entry : entries)
        list.push_back(std::string{entry});
    to[field] = std::move(list);
}

} // namespace

std::vector<std::string> features_of(const std::vector<model::Item>& items) {
    std::array<bool, k_features.size()> needed{};
    struct Feature {
        std::optional<size_t> operator()(const model::Article&) const { return 0; }
        std::optional<size_t> operator()(const model::Place&) const { return 1; }
        std::optional<size_t> operator()(const model::Dispute&) const { return 1; }
        std::optional<size_t> operator()(const model::HolidayCalendar&) const { return 1; }
        std::optional<size_t> operator()(const model::BaseMap&) const { return 1; }
        std::optional<size_t> operator()(const model::Poll&) const { return 2; }
        std::optional<size_t> operator()(const model::Consultation&) const { return 2; }
        std::optional<size_t> operator()(const model::LawStatus&) const { return 3; }
        std::optional<size_t> operator()(const model::Video&) const { return {}; }
        std::optional<size_t> operator()(const model::Question&) const { return {}; }
        std::optional<size_t> operator()(const model::Quiz&) const { return {}; }
        std::optional<size_t> operator()(const model::Campaign&) const { return {}; }
    };
    for (const auto& item : items) {
        if (const auto feature = std::visit(Feature{}, item)) needed[*feature] = true;
    }
    std::vector<std::string> names;
    for (size_t at = 0; at < k_features.size(); ++at) {
        if (needed[at]) names.emplace_back(k_features[at]);
    }
    return names;
}

Result<Manifest> parse_manifest(std::string_view text, const std::string& where) {
    if (text.size() > k_max_manifest)
        return Error{Code::TOO_LARGE, where, fmt::format("pack.json has {} bytes", text.size())};
    PUFA_CHECK(check_bounds(text, where));
    const auto parsed = read_manifest_facts(text);
    if (!parsed) return bad(where, "pack.json is no object");

    const Fields in{parsed->facts, where};
    PUFA_CHECK(check_player(in, where));
    Manifest manifest;
    PUFA_TRY(manifest.features_required, in.texts("features_required"));
    PUFA_CHECK(read_facts(in, where, manifest));
    PUFA_CHECK(read_surroundings(in, where, manifest));
    if (!parsed->has_members) return in.wrong("members", "is no list");
    if (!parsed->has_items) return in.wrong("items", "is no list");
    ListReader lists{manifest, where};
    PUFA_CHECK(read_manifest_lists(text, std::ref(lists)));
    return manifest;
}

std::string write_manifest(const Manifest& manifest) {
    Json json;
    json["format"] = manifest.format;
    json["id"] = manifest.id.value;
    json["title"] = model::to_json(manifest.title);
    json["sequence"] = manifest.sequence;
    json["created"] = base::to_iso(manifest.created);
    put_texts(json, "agencies", manifest.agencies);
    std::vector<std::string_view> tags;
    for (const auto language : manifest.languages)
        tags.push_back(model::tag(language));
    put_texts(json, "languages", tags);
    if (manifest.not_before) json["not_before"] = base::to_string(*manifest.not_before);
    if (manifest.not_after) json["not_after"] = base::to_string(*manifest.not_after);
    json["demo"] = manifest.demo;
    if (!manifest.sites.empty()) put_texts(json, "sites", manifest.sites);
    for (const auto& needed : manifest.needs)
        json["requires"].push_back({{"pack", needed.id.value}, {"sequence", needed.sequence}});
    put_texts(json, "features_required", manifest.features_required);
    auto members = Json::array();
    for (const auto& member : manifest.members)
        members.push_back({{"path", member.path},
                           {"size", member.size},
                           {"crc", fmt::format("{:08x}", member.crc)},
                           {"sha256", member.sha256}});
    json["members"] = std::move(members);
    auto items = Json::array();
    for (const auto& item : manifest.items)
        items.push_back(model::to_json(item));
    json["items"] = std::move(items);
    return json.dump(1) + "\n";
}

} // namespace pufa::pack
