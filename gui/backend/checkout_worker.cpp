// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/checkout_worker.h"

#include "core/base/error.h"
#include "gui/models/item_text.h"
#include "scanner/refresh/checkout.h"

#include <exception>

namespace paydown::gui {

CheckoutWorker::CheckoutWorker() {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1); // a connection to the registry stays with its thread
}

CheckoutWorker::~CheckoutWorker() {
    m_thread.clear();
    m_thread.waitForDone();
}

Checkout& CheckoutWorker::checkoutAt(const QString& path, Open open) {
    if (!m_checkout || path != m_path || open == Open::Anew) {
        m_checkout.reset();
        CheckoutOptions options;
        options.directory = path.toStdString();
        m_checkout = std::make_unique<Checkout>(options);
        m_path = path;
    }
    return *m_checkout;
}

void CheckoutWorker::run(const QString& path, Open open, Job job, Fail fail) {
    m_thread.start([this, path, open, job = std::move(job), fail = std::move(fail)] {
        try {
            job(checkoutAt(path, open));
        } catch (const Cancelled&) {
            fail({});
        } catch (const Error& error) {
            fail({lineOf(error.what()), lineOf(error.remedy()), false});
        } catch (const std::exception& error) {
            fail({lineOf(error.what()), {}, false});
        }
    });
}

} // namespace paydown::gui
