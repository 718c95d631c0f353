#include "content/db/database.h"

#include "content/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace pufa::db {

namespace {

constexpr int k_busy_timeout_ms = 2000;

/// What every connection keeps to. Never mapped: an I/O error in a mapping would be SIGBUS. EXTRA
/// also syncs the folder once the journal is removed; with FULL a power cut after the commit may
/// bring the journal back, and with it the state before.
constexpr const char* k_connection_settings = "PRAGMA mmap_size = 0;"
                                              "PRAGMA foreign_keys = ON;"
                                              "PRAGMA synchronous = EXTRA;"
                                              "PRAGMA trusted_schema = OFF;";

Code code_of_errno(int error_number) {
    // A file over the process's size limit is, for whoever reads the sentence, out of room.
    if (error_number == EFBIG) return Code::NO_SPACE;
    return base::from_errno(error_number, {}).code;
}

/// SQLite keeps the errno of a failed commit nowhere, and reports a full quota as any other failed
/// write. So errno is cleared before each call, and read after a failed one where only these
/// numbers can be meant; any other may be of a later, harmless call.
int errno_behind(sqlite3* handle) {
    for (const int telling : {ENOSPC, EDQUOT, EFBIG, EROFS}) {
        if (errno == telling) return telling;
    }
    return sqlite3_system_errno(handle);
}

/// SQL is fixed text of ours, so a missing table or a broken constraint says that the database is
/// not what its version claims.
Code code_of(int extended, int error_number) {
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return Code::NO_SPACE;
    case SQLITE_READONLY:
        return Code::READ_ONLY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Code::NO_PERMISSION;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Code::LOCKED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR:
        return Code::DAMAGED_DATABASE;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return error_number ? code_of_errno(error_number) : Code::DISK_ERROR;
    default:
        return Code::DISK_ERROR;
    }
}

/// As the effective user, which access() does not ask for; errno says why not.
bool may_write(const std::filesystem::path& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

/// Why a file cannot be made beside `database`: SQLite tries a file that it may not make once more
/// as an old one, for reading, and then reports that second try: "no such file". What failed is
/// making it, and only making another tells why.
Error why_not_made(const std::string& database, std::string detail) {
    const auto folder = std::filesystem::path{database}.parent_path();
    if (!may_write(folder.empty() ? "." : folder)) return base::from_errno(errno, database);
    const auto probe = database + "-probe";
    const base::UniqueFd made{::open(probe.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)};
    auto error = made ? Error{Code::DISK_ERROR, database, {}} : base::from_errno(errno, database);
    if (made) ::unlink(probe.c_str());
    if (error.detail.empty()) error.detail = std::move(detail);
    return error;
}

Error error_of(sqlite3* handle, int extended, const std::string& where) {
    const int primary = extended & 0xff;
    const bool by_system = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
    int error_number = by_system ? errno_behind(handle) : 0;
    auto detail = fmt::format("{}, SQLite {}", sqlite3_errmsg(handle), extended);
    // SQLite calls a file that cannot be read damaged. A cable that came loose is no reason to give
    // a database up.
    if (primary == SQLITE_CORRUPT && (errno == EIO || errno == ENXIO)) error_number = errno;
    if (error_number) detail += ", " + std::generic_category().message(error_number);
    if (primary == SQLITE_CORRUPT && error_number) return {Code::DISK_ERROR, where, detail};
    if (primary == SQLITE_CANTOPEN && error_number == ENOENT &&
        sqlite3_db_readonly(handle, "main") == 0)
        return why_not_made(where, std::move(detail));
    return {code_of(extended, error_number), where, std::move(detail)};
}

/// Why SQLite opened a file for reading only although writing was asked.
Error why_read_only(const std::string& where) {
    if (!may_write(where)) return base::from_errno(errno, where);
    return {Code::READ_ONLY, where, "the database opens for reading only"};
}

Error why_not_opened(sqlite3* handle, Open mode, const std::filesystem::path& file) {
    auto error = error_of(handle, sqlite3_extended_errcode(handle), file.string());
    if (mode != Open::create || error.code != Code::NOT_FOUND) return error;
    return why_not_made(file.string(), std::move(error.detail));
}

int open_flags(Open mode) {
    switch (mode) {
    case Open::read_only:
        return SQLITE_OPEN_READONLY;
    case Open::read_write:
        return SQLITE_OPEN_READWRITE;
    case Open::create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return SQLITE_OPEN_READONLY;
}

} // namespace

// ---- Statement ----

Statement::Statement(sqlite3_stmt* statement, std::string where)
    : m_statement(statement)
    , m_where(std::move(where)) {}

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_where(std::move(other.m_where)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(m_statement, other.m_statement);
    std::swap(m_where, other.m_where);
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

Statement& Statement::bind(int index, int64_t value) {
    PUFA_ASSERT(sqlite3_bind_int64(m_statement, index, value) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL, but an empty view is empty text.
    const char* bytes = text.data() ? text.data() : "";
    PUFA_ASSERT(sqlite3_bind_text64(m_statement, index, bytes, text.size(), SQLITE_TRANSIENT,
                                    SQLITE_UTF8) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind_null(int index) {
    PUFA_ASSERT(sqlite3_bind_null(m_statement, index) == SQLITE_OK);
    return *this;
}

Result<bool> Statement::step() {
    errno = 0;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    auto* handle = sqlite3_db_handle(m_statement);
    auto error = error_of(handle, sqlite3_extended_errcode(handle), m_where);
    reset();
    return error;
}

Result<void> Statement::run() {
    for (;;) {
        PUFA_TRY(const bool row, step());
        if (!row) return {};
    }
}

void Statement::reset() {
    sqlite3_reset(m_statement);
}

int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

std::string Statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(
        static_cast<const void*>(sqlite3_column_text(m_statement, column)));
    if (!bytes) return {};
    return {bytes, static_cast<size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

// ---- Database ----

Database::Database(sqlite3* handle, std::string where)
    : m_handle(handle)
    , m_where(std::move(where)) {}

Database::Database(Database&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_where(std::move(other.m_where)) {}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(m_handle, other.m_handle);
    std::swap(m_where, other.m_where);
    return *this;
}

Database::~Database() {
    // _v2, so that a statement that outlives its database stays harmless.
    sqlite3_close_v2(m_handle);
}

Result<Database> Database::open(const std::filesystem::path& file, Open mode, Journal journal) {
    const auto where = file.string();
    sqlite3* handle = nullptr;
    const int opened =
        sqlite3_open_v2(where.c_str(), &handle, open_flags(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
    PUFA_ASSERT(handle != nullptr);
    Database database{handle, where};
    if (opened != SQLITE_OK) return why_not_opened(handle, mode, file);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, k_busy_timeout_ms);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (mode != Open::read_only && sqlite3_db_readonly(handle, "main") == 1)
        return why_read_only(where);

    PUFA_CHECK(database.execute(k_connection_settings));
    // Reads the header, so that a damaged file is named here and not at the first query.
    PUFA_CHECK(database.execute("PRAGMA schema_version"));
    if (mode != Open::read_only) {
        const std::string_view wanted = journal == Journal::wal ? "wal" : "delete";
        PUFA_TRY(auto statement, database.prepare(fmt::format("PRAGMA journal_mode = {}", wanted)));
        PUFA_TRY(const bool row, statement.step());
        if (!row || statement.text(0) != wanted)
            return Error{Code::DISK_ERROR, where, fmt::format("the journal is not {}", wanted)};
    }
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    errno = 0;
    const int code =
        sqlite3_prepare_v2(m_handle, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) return error_of(m_handle, sqlite3_extended_errcode(m_handle), m_where);
    PUFA_ASSERT(statement != nullptr);
    return Statement{statement, m_where};
}

Result<void> Database::execute(std::string_view sql) {
    const std::string terminated{sql};
    errno = 0;
    if (sqlite3_exec(m_handle, terminated.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return error_of(m_handle, sqlite3_extended_errcode(m_handle), m_where);
    return {};
}

Result<void> Database::transaction(const std::function<Result<void>()>& body) {
    /// Whatever way the body is left, an uncommitted transaction does not stay open.
    struct RollBack {
        sqlite3* handle;
        ~RollBack() {
            if (sqlite3_get_autocommit(handle) == 0)
                sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
        }
    };
    PUFA_CHECK(execute("BEGIN IMMEDIATE"));
    const RollBack unless_committed{m_handle};
    PUFA_CHECK(body());
    return execute("COMMIT");
}

Result<void> Database::migrate(std::span<const std::string_view> migrations) {
    const auto known = static_cast<int64_t>(migrations.size());
    const auto version = [&]() -> Result<int64_t> {
        PUFA_TRY(auto statement, prepare("PRAGMA user_version"));
        PUFA_TRY(const bool row, statement.step());
        return row ? statement.integer(0) : 0;
    };
    for (;;) {
        PUFA_TRY(const auto now, version());
        if (now < 0 || now > known)
            return Error{Code::NEWER_DATABASE, m_where,
                         fmt::format("version {}, this program knows {}", now, known)};
        if (now == known) return {};
        const auto next = [&]() -> Result<void> {
            // Another process may have migrated while this one waited for the lock.
            PUFA_TRY(const auto locked, version());
            if (locked != now) return {};
            PUFA_CHECK(execute(migrations[static_cast<size_t>(now)]));
            return execute(fmt::format("PRAGMA user_version = {}", now + 1));
        };
        PUFA_CHECK(transaction(next));
    }
}

Result<void> Database::check() {
    PUFA_TRY(auto statement, prepare("PRAGMA quick_check(1)"));
    PUFA_TRY(const bool row, statement.step());
    if (row && statement.text(0) == "ok") return {};
    return Error{Code::DAMAGED_DATABASE, m_where, row ? statement.text(0) : "no answer"};
}

Result<int64_t> Database::data_version() {
    PUFA_TRY(auto statement, prepare("PRAGMA data_version"));
    PUFA_TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

Result<void> Database::checkpoint() {
    const int code =
        sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) return error_of(m_handle, sqlite3_extended_errcode(m_handle), m_where);
    return {};
}

} // namespace pufa::db
