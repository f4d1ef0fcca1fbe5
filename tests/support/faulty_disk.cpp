// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faulty_disk.h"

#include "core/store/sqlite.h"

#include <cstring>
#include <stdexcept>

namespace tandem::test {
namespace {

// SQLite calls back without a context of ours, so the state of the one disk is global.
Fault wanted;
int calls = 0;
bool wasMet = false;
sqlite3_vfs* realVfs = nullptr;
sqlite3_vfs faultyVfs;
sqlite3_io_methods methods;

/// SQLITE_OK, or the failure that this call meets.
int failure(int ioError, bool canBeFull)
{
    ++calls;
    const bool fails =
        wanted.atCall > 0 && (wanted.forever ? calls >= wanted.atCall : calls == wanted.atCall);
    if (!fails) {
        return SQLITE_OK;
    }
    wasMet = true;
    return wanted.full && canBeFull ? SQLITE_FULL : ioError;
}

struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real;
}

int closeFile(sqlite3_file* file)
{
    return real(file)->pMethods->xClose(real(file));
}

int readFile(sqlite3_file* file, void* data, int count, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), data, count, offset);
}

int writeFile(sqlite3_file* file, const void* data, int count, sqlite3_int64 offset)
{
    const int failed = failure(SQLITE_IOERR_WRITE, true);
    return failed != SQLITE_OK ? failed
                               : real(file)->pMethods->xWrite(real(file), data, count, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    const int failed = failure(SQLITE_IOERR_TRUNCATE, false);
    return failed != SQLITE_OK ? failed : real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    const int failed = failure(SQLITE_IOERR_FSYNC, true);
    return failed != SQLITE_OK ? failed : real(file)->pMethods->xSync(real(file), flags);
}

int openFile(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* mine = reinterpret_cast<File*>(file);
    mine->base.pMethods = nullptr;
    if ((flags & SQLITE_OPEN_CREATE) != 0) {
        if (const int failed = failure(SQLITE_CANTOPEN, false); failed != SQLITE_OK) {
            return failed;
        }
    }
    mine->real = reinterpret_cast<sqlite3_file*>(mine + 1);
    const int code = realVfs->xOpen(realVfs, name, mine->real, flags, outFlags);
    if (code == SQLITE_OK) {
        mine->base.pMethods = &methods;
    }
    return code;
}

int deleteFile(sqlite3_vfs* /*vfs*/, const char* name, int syncFolder)
{
    const int failed = failure(SQLITE_IOERR_DELETE, false);
    return failed != SQLITE_OK ? failed : realVfs->xDelete(realVfs, name, syncFolder);
}

void prepare()
{
    realVfs = sqlite3_vfs_find(nullptr);
    faultyVfs = *realVfs;
    faultyVfs.zName = "faulty";
    faultyVfs.szOsFile += static_cast<int>(sizeof(File));
    faultyVfs.xOpen = openFile;
    faultyVfs.xDelete = deleteFile;

    methods.iVersion = 1;
    methods.xClose = closeFile;
    methods.xRead = readFile;
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    methods.xFileSize = [](sqlite3_file* file, sqlite3_int64* size) {
        return real(file)->pMethods->xFileSize(real(file), size);
    };
    methods.xLock = [](sqlite3_file* file, int level) {
        return real(file)->pMethods->xLock(real(file), level);
    };
    methods.xUnlock = [](sqlite3_file* file, int level) {
        return real(file)->pMethods->xUnlock(real(file), level);
    };
    methods.xCheckReservedLock = [](sqlite3_file* file, int* out) {
        return real(file)->pMethods->xCheckReservedLock(real(file), out);
    };
    methods.xFileControl = [](sqlite3_file* file, int operation, void* argument) {
        return real(file)->pMethods->xFileControl(real(file), operation, argument);
    };
    methods.xSectorSize = [](sqlite3_file* file) {
        return real(file)->pMethods->xSectorSize(real(file));
    };
    methods.xDeviceCharacteristics = [](sqlite3_file* file) {
        return real(file)->pMethods->xDeviceCharacteristics(real(file));
    };
}

} // namespace

FaultyDisk::FaultyDisk(Fault fault)
{
    if (realVfs == nullptr) {
        prepare();
    }
    wanted = fault;
    calls = 0;
    wasMet = false;
    if (sqlite3_vfs_register(&faultyVfs, 1) != SQLITE_OK) {
        throw std::runtime_error("no faulty disk");
    }
}

FaultyDisk::~FaultyDisk()
{
    repair();
    sqlite3_vfs_register(realVfs, 1);
}

bool FaultyDisk::met() const
{
    return wasMet;
}

void FaultyDisk::repair()
{
    wanted = {};
}

} // namespace tandem::test
