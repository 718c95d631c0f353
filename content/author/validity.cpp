#include "content/author/validity.h"

#include "content/author/words.h"

namespace pufa::author {

std::optional<base::WallTime> end_of_validity(std::string_view words) {
    const auto text = trim(words);
    if (const auto date = base::parse_date(text))
        return base::start_of(*date) + std::chrono::hours{24};
    return base::parse_iso(text);
}

} // namespace pufa::author
