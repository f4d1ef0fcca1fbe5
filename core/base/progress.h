// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

namespace tandem {

/// How long work tells how far it is and learns that it should stop. Cheap to copy; a
/// default-made one reports to nobody and never stops. May be used from any one thread.
class Progress {
public:
    using Report = std::function<void(double fraction, std::string_view what)>;

    Progress() = default;
    explicit Progress(Report report, std::stop_token stop = {})
        : m_report(std::move(report)), m_stop(std::move(stop))
    {
    }

    /// Says that `fraction` (0…1) of the work is done and what is done now ("reading rows").
    void report(double fraction, std::string_view what) const
    {
        if (m_report) {
            m_report(fraction, what);
        }
    }

    /// True once the person asked to stop: return an ErrorCode::Stopped and change nothing.
    bool stopRequested() const { return m_stop.stop_requested(); }

private:
    Report m_report;
    std::stop_token m_stop;
};

} // namespace tandem
