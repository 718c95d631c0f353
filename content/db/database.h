#pragma once
// RAII over SQLite; the only folder that knows sqlite3.h. Errors: NO_SPACE, READ_ONLY,
// NO_PERMISSION, LOCKED, DAMAGED_DATABASE, NEWER_DATABASE, else DISK_ERROR; `where` is the file.
// Threads: a Database belongs to one thread at a time.

#include "content/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace pufa::db {

enum class Open { read_only, read_write, create };
enum class Journal { rollback, wal };

class Statement {
  public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Parameters count from 1. Text is copied.
    Statement& bind(int index, int64_t value);
    Statement& bind(int index, std::string_view text);
    Statement& bind_null(int index);

    /// true: a row is there; false: done. Done resets the statement for new bindings.
    [[nodiscard]] Result<bool> step();
    /// Steps to the end, ignoring rows, and resets.
    [[nodiscard]] Result<void> run();
    void reset();

    /// Columns count from 0 and are valid until the next step.
    [[nodiscard]] int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] bool is_null(int column) const;

  private:
    friend class Database;
    Statement(sqlite3_stmt* statement, std::string where);
    sqlite3_stmt* m_statement = nullptr;
    std::string m_where;
};

class Database {
  public:
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, Open mode,
                                               Journal journal = Journal::rollback);
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] Result<void> execute(std::string_view sql);
    /// BEGIN IMMEDIATE, the body, COMMIT; any error rolls back and is returned.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()>& body);
    /// Runs the migrations from user_version on, each in a transaction; a database with a higher
    /// version is NEWER_DATABASE. Migrations are frozen once released.
    [[nodiscard]] Result<void> migrate(std::span<const std::string_view> migrations);
    /// PRAGMA quick_check.
    [[nodiscard]] Result<void> check();
    /// Changes whenever another connection has committed.
    [[nodiscard]] Result<int64_t> data_version();
    /// Checkpoints a WAL database and empties the log.
    [[nodiscard]] Result<void> checkpoint();

  private:
    Database(sqlite3* handle, std::string where);
    sqlite3* m_handle = nullptr;
    std::string m_where;
};

} // namespace pufa::db
