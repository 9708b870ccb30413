// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

#include <QString>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace paydown {
class Checkout;
}

namespace paydown::gui {

/// A thread with a checkout of its own, opened when its first job runs. Jobs run one after the other; what they throw
/// comes back as a failure, called on the worker's thread.
class CheckoutWorker {
public:
    using Job = std::function<void(Checkout&)>;
    using Fail = std::function<void(const DeskFailure&)>;

    CheckoutWorker();
    /// Waits for the running job; those that have not begun are dropped.
    ~CheckoutWorker();
    CheckoutWorker(const CheckoutWorker&) = delete;
    CheckoutWorker& operator=(const CheckoutWorker&) = delete;

    /// Whether a job may use the checkout of the job before. Configuration and today are read when it is opened.
    enum class Open : std::uint8_t { Keep, Anew };

    /// @param path where the checkout is opened; another one than last time closes the old.
    void run(const QString& path, Open open, Job job, Fail fail);

private:
    Checkout& checkoutAt(const QString& path, Open open);

    QThreadPool m_thread;
    QString m_path;                       ///< Only touched by the worker's thread.
    std::unique_ptr<Checkout> m_checkout; ///< Only touched by the worker's thread.
};

} // namespace paydown::gui
