#include "content/author/workbook_parts.h"

#include <zip.h>

#include <memory>

namespace pufa::author {

struct ZipParts::Open {
    zip_t* archive;
};

ZipParts::~ZipParts() {
    if (m_open) zip_discard(m_open->archive);
    delete m_open;
}

std::optional<WorkbookFault> ZipParts::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    std::string why;
    if (!archive) {
        why = zip_error_strerror(&error);
        if (source) zip_source_free(source);
    }
    zip_error_fini(&error);
    if (!archive) return WorkbookFault{Fault::XLSX_NOT_WORKBOOK, std::move(why)};
    m_open = new Open{archive};
    return std::nullopt;
}

bool ZipParts::has(const std::string& name) const {
    return zip_name_locate(m_open->archive, name.c_str(), 0) >= 0;
}

std::optional<WorkbookFault> ZipParts::read(const std::string& name, uint64_t most_bytes,
                                            std::string& bytes) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(m_open->archive, name.c_str(), 0, &stat) != 0)
        return WorkbookFault{Fault::XLSX_BROKEN, name};
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return WorkbookFault{Fault::XLSX_ENCRYPTED, name};
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file{
        zip_fopen(m_open->archive, name.c_str(), 0), &zip_fclose};
    if (!file) return WorkbookFault{Fault::XLSX_BROKEN, name};
    // The size that the archive states may be a lie; what comes is counted.
    bytes.clear();
    std::string chunk(size_t{1} << 16, '\0');
    while (true) {
        const auto count = zip_fread(file.get(), chunk.data(), chunk.size());
        if (count < 0) return WorkbookFault{Fault::XLSX_BROKEN, name};
        if (count == 0) return std::nullopt;
        bytes.append(chunk, 0, static_cast<size_t>(count));
        if (bytes.size() > most_bytes) return WorkbookFault{Fault::XLSX_TOO_LARGE, name};
    }
}

} // namespace pufa::author
