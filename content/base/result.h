#pragma once
// Result<T> is what a function returns when disk, media, stick, configuration or pack may break
// it. A broken invariant is not a Result: it stops the process (PUFA_ASSERT).

#include "content/base/error.h"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>
#include <variant>

/// A broken invariant stops the process, which is restarted; never for what the world can do.
#define PUFA_ASSERT(condition)                                                                     \
    do {                                                                                           \
        if (!(condition)) ::pufa::base::broken_invariant(#condition, __FILE__, __LINE__);          \
    } while (false)

namespace pufa::base {

[[noreturn]] inline void broken_invariant(const char* what, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: broken invariant: %s\n", file, line, what);
    std::abort();
}

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value)
        : m_value(std::in_place_index<0>, std::move(value)) {}
    Result(Error error)
        : m_value(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_value.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & {
        PUFA_ASSERT(ok());
        return std::get<0>(m_value);
    }
    [[nodiscard]] const T& value() const& {
        PUFA_ASSERT(ok());
        return std::get<0>(m_value);
    }
    [[nodiscard]] T&& value() && {
        PUFA_ASSERT(ok());
        return std::get<0>(std::move(m_value));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const {
        PUFA_ASSERT(!ok());
        return std::get<1>(m_value);
    }

  private:
    std::variant<T, Error> m_value;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const {
        PUFA_ASSERT(m_error.has_value());
        return *m_error;
    }

  private:
    std::optional<Error> m_error;
};

} // namespace pufa::base

namespace pufa {
using base::Result;
} // namespace pufa

#define PUFA_CONCAT_(a, b) a##b
#define PUFA_CONCAT(a, b) PUFA_CONCAT_(a, b)
#define PUFA_TRY_(temporary, declaration, expression)                                              \
    auto temporary = (expression);                                                                 \
    if (!temporary) return temporary.error();                                                      \
    declaration = std::move(temporary).value()

/// PUFA_TRY(const auto bytes, read_file(path)); returns the error to the caller or declares bytes.
#define PUFA_TRY(declaration, expression)                                                          \
    PUFA_TRY_(PUFA_CONCAT(pufa_try_, __LINE__), declaration, expression)

/// PUFA_CHECK(write_file(path, bytes)); returns the error of a Result<void> to the caller.
#define PUFA_CHECK(expression)                                                                     \
    do {                                                                                           \
        if (auto pufa_checked = (expression); !pufa_checked) return pufa_checked.error();          \
    } while (false)
