#include "content/author/gift_blocks.h"

#include "content/author/words.h"

#include <algorithm>
#include <optional>

namespace pufa::author {

namespace {

constexpr std::string_view k_category = "$CATEGORY:";
constexpr std::string_view k_comment = "//";

/// The words of each "[tag:…]" of a comment; "\]" is a bracket in them.
std::vector<std::string> marked(std::string_view comment, std::string_view mark) {
    std::vector<std::string> found;
    for (auto at = comment.find(mark); at != std::string_view::npos; at = comment.find(mark)) {
        comment.remove_prefix(at + mark.size());
        size_t end = comment.find(']');
        while (end != std::string_view::npos && end > 0 && comment[end - 1] == '\\')
            end = comment.find(']', end + 1);
        if (end == std::string_view::npos) break;
        if (const auto words = trim(comment.substr(0, end)); !words.empty())
            found.push_back(replaced(words, "\\]", "]"));
    }
    return found;
}

/// "$course$/top/民法/继承" → 民法, 继承; "//" is a slash in a name.
std::vector<std::string> parse_category(std::string_view path) {
    std::vector<std::string> parts;
    std::string part;
    const auto keep = [&] {
        const std::string name{trim(part)};
        const bool place = name.starts_with('$') && name.ends_with('$');
        if (!name.empty() && !place && name != "top") parts.push_back(name);
        part.clear();
    };
    for (size_t i = 0; i < path.size(); ++i) {
        const bool slash = path[i] == '/';
        const bool twice = slash && path.substr(i + 1).starts_with('/');
        if (slash && !twice) {
            keep();
            continue;
        }
        part += path[i];
        i += twice ? 1 : 0;
    }
    keep();
    return parts;
}

class Blocks {
  public:
    void read(std::string_view line, int number) {
        const auto words = trim(line);
        if (words.empty()) return end();
        if (words.starts_with(k_comment)) return read_comment(words);
        const bool between = m_block.text.empty() || trim(m_block.text).ends_with('}');
        if (between && words.starts_with(k_category)) {
            end();
            m_category = parse_category(words.substr(k_category.size()));
            return;
        }
        if (m_block.line == 0) m_block.line = number;
        m_block.text += line;
        m_block.text += '\n';
    }

    void end() {
        if (m_block.line != 0) {
            m_block.category = m_category;
            m_blocks.push_back(std::move(m_block));
        }
        m_block = {};
    }

    std::vector<GiftBlock> take() {
        end();
        return std::move(m_blocks);
    }

  private:
    void read_comment(std::string_view comment) {
        for (auto& id : marked(comment, "[id:")) {
            if (m_block.id.empty()) m_block.id = std::move(id);
        }
        for (auto& tag : marked(comment, "[tag:"))
            m_block.tags.push_back(std::move(tag));
        if (m_block.line != 0) m_block.text += '\n'; // lines go on being counted
    }

    GiftBlock m_block;
    std::vector<std::string> m_category;
    std::vector<GiftBlock> m_blocks;
};

} // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
        text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<size_t>(text.size(), 1));
    }
    return lines;
}

std::vector<GiftBlock> gift_blocks(std::string_view text) {
    Blocks blocks;
    int number = 0;
    for (const auto line : lines_of(text))
        blocks.read(line, ++number);
    return blocks.take();
}

} // namespace pufa::author
