// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/task.h"

#include <chrono>
#include <QMetaObject>
#include <QString>

namespace tandem::ui {

Task::~Task()
{
    // Queued deliveries die with this object, so a job that ends now tells nobody.
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void Task::stop()
{
    m_thread.request_stop();
}

void Task::run(std::function<Delivery(const Progress&)> work)
{
    Q_ASSERT(!m_running);
    m_running = true;
    emit runningChanged(true);
    m_thread = std::jthread([this, work = std::move(work)](const std::stop_token& stop) {
        using Clock = std::chrono::steady_clock;
        Clock::time_point last{};
        const Progress progress(
            [this, &last](double fraction, std::string_view what) {
                if (const auto now = Clock::now(); now - last >= std::chrono::milliseconds(50)) {
                    last = now;
                    const QString words = QString::fromUtf8(what.data(), qsizetype(what.size()));
                    QMetaObject::invokeMethod(
                        this, [this, fraction, words] { emit progressed(fraction, words); },
                        Qt::QueuedConnection);
                }
            },
            stop);
        const Delivery delivery = work(progress);
        QMetaObject::invokeMethod(
            this,
            [this, delivery] {
                m_running = false;
                emit runningChanged(false);
                delivery();
            },
            Qt::QueuedConnection);
    });
}

LiveAnswer::~LiveAnswer()
{
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void LiveAnswer::forget()
{
    m_forgotten = m_asked;
}

void LiveAnswer::put(Question question)
{
    const bool waitedBefore = waiting();
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(question);
        m_nextNumber = ++m_asked;
    }
    if (!m_thread.joinable()) {
        m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
    }
    m_wake.notify_one();
    if (!waitedBefore) {
        emit waitingChanged(true);
    }
}

void LiveAnswer::serve(const std::stop_token& stop)
{
    while (true) {
        Question question;
        std::uint64_t number = 0;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_next != nullptr; })) {
                return;
            }
            question = std::exchange(m_next, nullptr);
            number = m_nextNumber;
        }
        const Delivery delivery = question();
        QMetaObject::invokeMethod(
            this, [this, number, delivery] { deliver(number, delivery); }, Qt::QueuedConnection);
    }
}

void LiveAnswer::deliver(std::uint64_t number, const Delivery& delivery)
{
    m_answered = number;
    if (!waiting()) {
        emit waitingChanged(false);
    }
    if (number > m_forgotten) {
        delivery();
    }
}

} // namespace tandem::ui
