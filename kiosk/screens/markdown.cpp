#include "kiosk/screens/markdown.h"

#include "content/base/utf8.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace pufa::screens {

namespace {

/// Deeper lists are set like this one.
constexpr int k_deepest = 4;
constexpr std::string_view k_bullet = "•";

struct Entity {
    std::string_view name, words;
};
constexpr std::array<Entity, 7> k_entities{{{"&amp;", "&"},
                                            {"&lt;", "<"},
                                            {"&gt;", ">"},
                                            {"&quot;", "\""},
                                            {"&nbsp;", " "},
                                            {"&middot;", "·"},
                                            {"&hellip;", "…"}}};

/// "&#8230;" and "&#x2026;"; others by name, or as they are written.
std::string entity_words(std::string_view entity) {
    for (const auto& [name, words] : k_entities)
        if (name == entity) return std::string{words};
    if (entity.size() < 4 || entity[1] != '#') return std::string{entity};
    const bool hex = entity[2] == 'x' || entity[2] == 'X';
    const char* from = entity.data() + (hex ? 3 : 2);
    const char* to = entity.data() + entity.size() - 1;
    uint32_t code_point = 0;
    const auto [end, error] = std::from_chars(from, to, code_point, hex ? 16 : 10);
    const bool surrogate = code_point >= U'\xD800' && code_point < U'\xE000';
    if (error != std::errc{} || end != to || code_point < U' ' || code_point > U'\x10FFFF' ||
        surrogate)
        return std::string{entity};
    std::string words;
    base::append_utf8(words, code_point);
    return words;
}

bool is_ascii(char c) {
    return static_cast<signed char>(c) >= 0;
}

bool ends_sentence(std::string_view words) {
    constexpr std::array<std::string_view, 8> k_ends{"。", "！", "？", "”", "」", ".", "!", "?"};
    return std::any_of(k_ends.begin(), k_ends.end(), [&](std::string_view end) {
        return words.size() >= end.size() && words.substr(words.size() - end.size()) == end;
    });
}

/// Gathers blocks as md4c walks through the document.
class Gatherer {
  public:
    std::vector<MarkdownBlock> blocks;

    void enter(MD_BLOCKTYPE type, const void* detail) {
        switch (type) {
        case MD_BLOCK_QUOTE:
            if (m_quotes++ == 0) ++m_quote;
            break;
        case MD_BLOCK_UL:
            flush();
            m_lists.push_back({0, 0});
            break;
        case MD_BLOCK_OL: {
            flush();
            const auto& list = *static_cast<const MD_BLOCK_OL_DETAIL*>(detail);
            m_lists.push_back({static_cast<int64_t>(list.start), list.mark_delimiter});
            break;
        }
        case MD_BLOCK_LI:
            begin_item();
            break;
        case MD_BLOCK_HR:
            begin(MarkdownBlock::Kind::rule);
            close();
            break;
        case MD_BLOCK_H:
            begin(MarkdownBlock::Kind::heading);
            m_block.level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_P:
        case MD_BLOCK_CODE:
        case MD_BLOCK_HTML:
            begin(MarkdownBlock::Kind::paragraph);
            break;
        case MD_BLOCK_TABLE:
            begin(MarkdownBlock::Kind::table);
            break;
        case MD_BLOCK_TR:
            m_block.rows.emplace_back();
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            if (!m_block.rows.empty()) m_block.rows.back().emplace_back();
            break;
        default:
            break;
        }
    }
    void leave(MD_BLOCKTYPE type) {
        switch (type) {
        case MD_BLOCK_QUOTE:
            flush();
            --m_quotes;
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            flush();
            if (!m_lists.empty()) m_lists.pop_back();
            break;
        case MD_BLOCK_LI:
            flush();
            m_marker.clear();
            break;
        case MD_BLOCK_H:
        case MD_BLOCK_P:
        case MD_BLOCK_CODE:
        case MD_BLOCK_HTML:
        case MD_BLOCK_TABLE:
            close();
            break;
        default:
            break;
        }
    }
    void enter(MD_SPANTYPE type) {
        if (type == MD_SPAN_IMG) ++m_images;
        if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) ++m_strong;
    }
    void leave(MD_SPANTYPE type) {
        if (type == MD_SPAN_IMG) --m_images;
        if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) --m_strong;
    }
    void text(MD_TEXTTYPE type, std::string_view words) {
        if (m_images > 0) return;
        // The words of a tight item stand in no paragraph.
        if (!m_open) begin(MarkdownBlock::Kind::paragraph);
        switch (type) {
        case MD_TEXT_NULLCHAR:
            return add("\xEF\xBF\xBD");
        case MD_TEXT_BR:
            return add("\n");
        case MD_TEXT_SOFTBR:
            // Where a quotation is from stands on a line of its own.
            if (m_quotes > 0 && ends_sentence(target().words)) return add("\n");
            m_soft_break = true;
            return;
        case MD_TEXT_ENTITY:
            return add(entity_words(words));
        default:
            return add(words);
        }
    }
    void flush() {
        if (m_open) close();
    }

  private:
    struct List {
        int64_t next;   ///< number of the next item
        char delimiter; ///< 0: not ordered
    };

    RichWords& target() {
        const bool cell = m_block.kind == MarkdownBlock::Kind::table && !m_block.rows.empty() &&
                          !m_block.rows.back().empty();
        return cell ? m_block.rows.back().back() : m_block.words;
    }
    void add(std::string_view words) {
        if (words.empty()) return;
        RichWords& to = target();
        // Chinese lines are joined without a space, English ones with it.
        const bool apart = std::exchange(m_soft_break, false) && !to.words.empty() &&
                           is_ascii(to.words.back()) && is_ascii(words.front());
        const size_t from = to.words.size();
        if (apart) to.words += ' ';
        to.words += words;
        if (m_strong <= 0) return;
        if (!to.strong.empty() && to.strong.back().to == from)
            to.strong.back().to = to.words.size();
        else
            to.strong.push_back({from, to.words.size()});
    }
    void begin_item() {
        flush();
        if (m_lists.empty()) return;
        List& list = m_lists.back();
        m_marker = list.delimiter == 0 ? std::string{k_bullet}
                                       : std::to_string(list.next++) + list.delimiter;
    }
    void begin(MarkdownBlock::Kind kind) {
        flush();
        m_block = {};
        m_block.kind = kind;
        m_block.depth = std::min(k_deepest, static_cast<int>(m_lists.size()));
        m_block.quote = m_quotes > 0 ? m_quote : 0;
        m_block.marker = std::exchange(m_marker, {});
        m_open = true;
    }
    void close() {
        if (!m_open) return;
        m_open = false;
        m_soft_break = false;
        while (!m_block.words.words.empty() && m_block.words.words.back() == '\n')
            m_block.words.words.pop_back();
        m_block.words = with_left_marks(std::move(m_block.words));
        for (auto& row : m_block.rows)
            for (auto& cell : row)
                cell = with_left_marks(std::move(cell));
        const bool words = m_block.kind == MarkdownBlock::Kind::paragraph ||
                           m_block.kind == MarkdownBlock::Kind::heading;
        if (words && m_block.words.words.empty()) return; // but an image, say
        blocks.push_back(std::move(m_block));
        m_block = {};
    }

    MarkdownBlock m_block;
    bool m_open = false;
    bool m_soft_break = false;
    std::vector<List> m_lists;
    std::string m_marker; ///< for the next block
    int m_quotes = 0;     ///< open ones
    int m_quote = 0;      ///< the number of the last outer one
    int m_strong = 0;
    int m_images = 0;
};

Gatherer& gatherer(void* user) {
    return *static_cast<Gatherer*>(user);
}

} // namespace

RichWords with_left_marks(RichWords words) {
    constexpr size_t k_mark = 2; // bytes of **
    if (words.words.find("**") == std::string::npos) return words;
    RichWords marked = with_strong(words.words);
    // The bytes that went: before each such range and behind it.
    std::vector<size_t> gone;
    for (size_t i = 0; i < marked.strong.size(); ++i) {
        gone.push_back(marked.strong[i].from + 2 * k_mark * i);
        gone.push_back(marked.strong[i].to + 2 * k_mark * i + k_mark);
    }
    const auto moved = [&](size_t at) {
        const auto before = std::lower_bound(gone.begin(), gone.end(), at) - gone.begin();
        return at - k_mark * static_cast<size_t>(before);
    };
    for (const auto& range : words.strong)
        if (moved(range.to) > moved(range.from))
            marked.strong.push_back({moved(range.from), moved(range.to)});
    std::sort(marked.strong.begin(), marked.strong.end(),
              [](const auto& a, const auto& b) { return a.from < b.from; });
    std::vector<RichWords::Range> merged;
    for (const auto& range : marked.strong) {
        if (!merged.empty() && range.from <= merged.back().to)
            merged.back().to = std::max(merged.back().to, range.to);
        else
            merged.push_back(range);
    }
    marked.strong = std::move(merged);
    return marked;
}

std::vector<MarkdownBlock> parse_markdown(std::string_view markdown) {
    Gatherer all;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        gatherer(user).enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        gatherer(user).leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* user) {
        gatherer(user).enter(type);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
        gatherer(user).leave(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* user) {
        gatherer(user).text(type, {words, size});
        return 0;
    };
    const size_t size = std::min<size_t>(markdown.size(), std::numeric_limits<int32_t>::max());
    const int failed = md_parse(markdown.data(), static_cast<MD_SIZE>(size), &parser, &all);
    all.flush();
    // Out of memory, which nothing else here survives either: what there is, is shown.
    if (failed != 0 && all.blocks.empty()) {
        all.blocks.emplace_back();
        all.blocks.back().words.words = std::string{markdown};
    }
    return std::move(all.blocks);
}

} // namespace pufa::screens
