// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <QObject>
#include <thread>

namespace tandem::ui {

/// One long job at a time on a thread of its own: opening, importing, a backup. Its result comes
/// back on the thread of this object, and never after this object is gone.
class Task : public QObject {
    Q_OBJECT

public:
    explicit Task(QObject* parent = nullptr) : QObject(parent) {}
    /// Asks the job to stop and waits for it.
    ~Task() override;

    bool running() const { return m_running; }

    /// Runs `work` on a thread, then `done` with its result here. Must not be running.
    template <class T>
    void start(std::function<T(const Progress&)> work, std::function<void(T)> done)
    {
        run([work = std::move(work), done = std::move(done)](const Progress& progress) {
            auto result = std::make_shared<T>(work(progress));
            return Delivery([result, done] { done(std::move(*result)); });
        });
    }

    /// Asks the job to stop; its result still comes, usually ErrorCode::Stopped.
    void stop();

signals:
    /// At most some 20 times a second, and before the result.
    void progressed(double fraction, const QString& what);
    void runningChanged(bool running);

private:
    using Delivery = std::function<void()>;

    void run(std::function<Delivery(const Progress&)> work);

    bool m_running = false;
    std::jthread m_thread;
};

/// Answers questions whose answer follows the person's hand, such as figures while a period is
/// dragged: each is computed on one thread; while it is busy only the newest question waits, so
/// nothing piles up. Answers come in the order of asking, the last question's always.
class LiveAnswer : public QObject {
    Q_OBJECT

public:
    explicit LiveAnswer(QObject* parent = nullptr) : QObject(parent) {}
    /// Waits for the question that is being computed.
    ~LiveAnswer() override;

    /// Computes `question` on the thread, then calls `answer` here, unless a newer question
    /// replaces it before it is begun or forget() is called.
    template <class T>
    void ask(std::function<T()> question, std::function<void(T)> answer)
    {
        put([question = std::move(question), answer = std::move(answer)] {
            auto result = std::make_shared<T>(question());
            return Delivery([result, answer] { answer(std::move(*result)); });
        });
    }

    /// Drops every answer that has not come yet, because what it was asked of is no more.
    void forget();

    /// Whether an answer is still to come.
    bool waiting() const { return m_asked != m_answered; }

signals:
    void waitingChanged(bool waiting);

private:
    using Delivery = std::function<void()>;
    using Question = std::function<Delivery()>;

    void put(Question question);
    void serve(const std::stop_token& stop);
    void deliver(std::uint64_t number, const Delivery& delivery);

    // Only on the thread of this object; questions are numbered from 1.
    std::uint64_t m_asked = 0;
    std::uint64_t m_answered = 0;
    std::uint64_t m_forgotten = 0;

    std::mutex m_mutex; // guards the two below
    Question m_next;
    std::uint64_t m_nextNumber = 0;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last, so that it ends before what it uses
};

} // namespace tandem::ui
