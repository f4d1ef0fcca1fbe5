// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tandem::test {

/// How the disk fails.
struct Fault {
    int atCall = 0;    ///< the number of the write, sync, truncation, opening or deletion, from 1
    bool full = false; ///< "disk full" where that can be the reason, else an I/O error
    bool forever = false; ///< this call and all after it, or this one only
};

/// While it lives, SQLite's files fail as told.
class FaultyDisk {
public:
    explicit FaultyDisk(Fault fault);
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    /// Whether the fault was met; if not, there are no more calls to try.
    bool met() const;
    /// From now on the disk works again.
    void repair();
};

} // namespace tandem::test
