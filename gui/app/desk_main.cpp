// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/desk_main.h"

#include "gui/app/main_window.h"
#include "gui/app/options.h"
#include "gui/app/recent_repositories.h"
#include "gui/app/shots.h"
#include "gui/backend/desk_backend.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QIcon>
#include <QSettings>

namespace paydown::gui {

namespace {

void registerTypes() {
    qRegisterMetaType<DeskStatePtr>();
    qRegisterMetaType<ItemDetailPtr>();
    qRegisterMetaType<ProposalPtr>();
    qRegisterMetaType<ClosingDraftPtr>();
}

// Pictures are made where no desktop chose a font.
void chooseFontForPictures() {
    if (QGuiApplication::platformName() != QLatin1String("offscreen")) return;
    const QStringList families = QFontDatabase::families();
    if (families.contains(QStringLiteral("Noto Sans"))) QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
}

ThemeChoice rememberedTheme() {
    return parseThemeChoice(QSettings().value(QStringLiteral("theme")).toString()).value_or(ThemeChoice::Auto);
}

QString firstRepository(const Options& options) {
    if (!options.repository.isEmpty()) return QDir(options.repository).absolutePath();
    const QStringList recent = recentRepositories();
    return recent.isEmpty() ? QString() : recent.first();
}

} // namespace

int runDesk(int argc, char** argv, const std::function<std::unique_ptr<DeskBackend>()>& makeBackend) {
    if (const auto answer = answerWithoutWindow(argc, argv)) return *answer;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("paydown-desk"));
    QApplication::setApplicationDisplayName(QStringLiteral("paydown"));
    QApplication::setOrganizationName(QStringLiteral("paydown"));
    QApplication::setApplicationVersion(QStringLiteral(PAYDOWN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("paydown-desk"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("paydown-desk")));
    registerTypes();
    const Options options = readOptions(QApplication::arguments());
    chooseFontForPictures();
    Theme::apply(application, options.theme.value_or(rememberedTheme()));

    const std::unique_ptr<DeskBackend> backend = makeBackend();
    MainWindow window(backend.get());
    std::unique_ptr<Shots> shots;
    if (!options.shots.isEmpty()) {
        shots = std::make_unique<Shots>(&window, backend.get(), options.shots);
        QObject::connect(
            shots.get(), &Shots::done, &application, [](int code) { QApplication::exit(code); }, Qt::QueuedConnection);
        shots->start(firstRepository(options));
        return QApplication::exec();
    }
    window.show();
    if (const QString repository = firstRepository(options); !repository.isEmpty()) {
        window.startOn(options.page);
        window.openRepository(repository);
    }
    return QApplication::exec();
}

} // namespace paydown::gui
