// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace tandem {

/// Ends a subscription to a Signal when it is destroyed.
class [[nodiscard]] Connection {
public:
    Connection() = default;
    explicit Connection(std::shared_ptr<void> slot) : m_slot(std::move(slot)) {}

    void disconnect() { m_slot.reset(); }

private:
    std::shared_ptr<void> m_slot;
};

/// A list of functions to call when something happened; for one thread. A slot may connect or
/// disconnect while the signal is being sent; what it connects is called from the next time on.
template <class... Args>
class Signal {
public:
    using Slot = std::function<void(Args...)>;

    Connection connect(Slot slot)
    {
        auto held = std::make_shared<Slot>(std::move(slot));
        m_slots.emplace_back(held);
        return Connection(std::move(held));
    }

    void send(Args... args)
    {
        const std::vector<std::weak_ptr<Slot>> now = m_slots;
        for (const std::weak_ptr<Slot>& weak : now) {
            if (const auto slot = weak.lock()) {
                (*slot)(args...);
            }
        }
        std::erase_if(m_slots, [](const std::weak_ptr<Slot>& weak) { return weak.expired(); });
    }

private:
    std::vector<std::weak_ptr<Slot>> m_slots;
};

} // namespace tandem
