// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/export.h"

#include "ui/charts/chart.h"

#include <cmath>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace tandem::ui {

namespace {

constexpr int kDotsPerInch = 96;
constexpr double kPointsPerPx = 72.0 / kDotsPerInch;

void drawOn(QPaintDevice& device, const Chart& chart, const Theme& theme)
{
    QPainter painter(&device);
    painter.fillRect(QRectF(QPointF(), QSizeF(chart.size())), theme.colour(Colour::SurfaceWindow));
    chart.render(painter, theme, chart.size());
}

void writeSvg(QIODevice& out, const Chart& chart)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&out);
    svg.setResolution(kDotsPerInch); // Qt assumes 72 and would enlarge everything
    svg.setSize(chart.size());
    svg.setViewBox(QRect(QPoint(), chart.size()));
    svg.setTitle(chart.accessibleName());
    svg.setDescription(chart.accessibleDescription());
    drawOn(svg, chart, Theme::light());
}

void writePdf(QIODevice& out, const Chart& chart)
{
    QPdfWriter pdf(&out);
    pdf.setResolution(kDotsPerInch);
    pdf.setPageSize(QPageSize(QSizeF(chart.size()) * kPointsPerPx, QPageSize::Point, QString(),
                              QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(chart.accessibleName());
    drawOn(pdf, chart, Theme::light());
}

Error writeError(const QFileDevice& file)
{
    const auto code = [&] {
        switch (file.error()) {
        case QFileDevice::PermissionsError:
        case QFileDevice::OpenError:
            return ErrorCode::ReadOnly;
        case QFileDevice::ResourceError:
            return ErrorCode::DiskFull;
        default:
            return ErrorCode::Io;
        }
    }();
    return {code, file.fileName().toStdString(), file.errorString().toStdString()};
}

} // namespace

QImage chartImage(const Chart& chart, const Theme& theme, double density)
{
    QImage image((QSizeF(chart.size()) * density).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(density);
    drawOn(image, chart, theme);
    return image;
}

void copyPicture(const Chart& chart)
{
    QApplication::clipboard()->setImage(chartImage(chart, Theme::of(&chart)));
}

Result<void> saveChart(const Chart& chart, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!QStringList({"png", "svg", "pdf", "csv"}).contains(suffix)) {
        return fail(ErrorCode::Unsupported, path.toStdString(),
                    "a chart is saved as .png, .svg, .pdf or .csv");
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(writeError(file));
    }
    if (suffix == "png") {
        chartImage(chart, Theme::light()).save(&file, "PNG");
    } else if (suffix == "svg") {
        writeSvg(file, chart);
    } else if (suffix == "pdf") {
        writePdf(file, chart);
    } else {
        file.write(chart.csv().toUtf8());
    }
    if (!file.commit()) {
        return fail(writeError(file));
    }
    return {};
}

QString csvLine(const QStringList& cells)
{
    QStringList made;
    for (QString cell : cells) {
        bool isNumber = false;
        cell.toDouble(&isNumber);
        if (!isNumber && !cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front())) {
            cell.prepend('\'');
        }
        const bool quoted =
            cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r');
        made.append(quoted ? '"' + cell.replace('"', "\"\"") + '"' : cell);
    }
    return made.join(',');
}

QString csvNumber(double value)
{
    return QString::number(value, 'g', 6);
}

} // namespace tandem::ui
