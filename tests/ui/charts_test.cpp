// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis.h"
#include "ui/charts/bar_list_chart.h"
#include "ui/charts/curve_chart.h"
#include "ui/charts/export.h"
#include "ui/charts/funnel_chart.h"
#include "ui/charts/histogram_chart.h"
#include "ui/charts/lines_chart.h"
#include "ui/charts/stage_times_chart.h"

#include <catch2/catch.hpp>
#include <memory>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace tandem::ui;

namespace {

/// Collects what Qt complains about while it lives.
class Complaints {
public:
    Complaints() : m_before(qInstallMessageHandler(note)) { texts().clear(); }
    ~Complaints() { qInstallMessageHandler(m_before); }
    Complaints(const Complaints&) = delete;
    Complaints& operator=(const Complaints&) = delete;

    static QStringList& texts()
    {
        static QStringList list;
        return list;
    }

private:
    static void note(QtMsgType, const QMessageLogContext&, const QString& text)
    {
        // The offscreen platform says this of every window.
        if (!text.contains("propagateSizeHints")) {
            texts().append(text);
        }
    }

    QtMessageHandler m_before;
};

FunnelData aldervane()
{
    const auto m = Whose::Marketing;
    const auto s = Whose::Sales;
    FunnelData data;
    data.stages = {{"Contact", m, 2410, 1446, {}},
                   {"IQL", m, 1446, 376, {}},
                   {"MQL", m, 376, 113, {"118 waiting, 97 returned, 48 disqualified"}},
                   {"SQL", s, 113, 68, {}},
                   {"Opportunity", s, 68, 17, {}},
                   {"Customer", s, 17, std::nullopt, {}}};
    data.steps = {{0.6, 0.58, 0.62, 0.59, false, false},
                  {0.26, 0.238, 0.283, 0.27, false, false},
                  {0.3005, 0.257, 0.349, 0.392, false, true},
                  {0.602, 0.51, 0.687, 0.608, false, false},
                  {0.25, 0.163, 0.365, 0.268, true, false}};
    return data;
}

StageTimesData times()
{
    return {{{"Contact to IQL", 1.5, 6.0, 23.5, 6.0, false},
             {"IQL to MQL", 8.5, 34.0, std::nullopt, 31.0, false},
             {"MQL to SQL", 4.5, 14.0, std::nullopt, 8.0, true},
             {"SQL to Opportunity", std::nullopt, std::nullopt, std::nullopt, 10.0, false},
             {"Opportunity to Customer", 23.5, std::nullopt, std::nullopt, std::nullopt, false}},
            {}};
}

HistogramData touches()
{
    HistogramData data;
    data.bins = {0, 1, 1, 3, 4, 6, 8, 9, 10, 8, 6, 4, 3, 2, 1, 1, 1};
    data.lastIsOpen = true;
    data.median = 8;
    data.band = {6, 7};
    data.bandLabel = "6-7, the rule of thumb";
    data.caption = "Touches before the lead became an opportunity";
    return data;
}

CurveData chances()
{
    CurveData data;
    for (int i = 0; i < 10; ++i) {
        data.points.push_back({i, 0.028 + 0.01 * i, 0.02 + 0.008 * i, 0.035 + 0.02 * i, 500 - i});
    }
    data.points.push_back({10, std::nullopt, 0, 0, 3});
    data.labelled = 8;
    data.label = "10.8% with 8 or more";
    return data;
}

LinesData reach()
{
    LinesData data;
    for (int week = 6; week <= 18; ++week) {
        data.labels.push_back(QString::number(week));
    }
    data.series = {
        {"Marketing",
         Whose::Marketing,
         {412, 440, 402, 456, 470, 448, 494, 510, 488, 506, 522, 500, 516}},
        {"Sales", Whose::Sales, {150, 154, 162, 157, 166, 160, 163, 142, 127, 122, 119, 117, 112}}};
    data.notes = {{7, 1, "region change, 23 Mar"}};
    return data;
}

BarListData snapshot()
{
    BarListData data;
    data.rows = {{"Contact", Whose::Marketing, 964, 900, {}, {}},
                 {"=MQL", Whose::Marketing, 263, std::nullopt, "41 over 14 days", {}},
                 {"Customer", Whose::Sales, 0, std::nullopt, {}, {}}};
    data.valueHeading = "Leads in it now";
    return data;
}

std::vector<std::unique_ptr<Chart>> allCharts(bool filled)
{
    auto funnel = std::make_unique<FunnelChart>();
    auto stageTimes = std::make_unique<StageTimesChart>();
    auto histogram = std::make_unique<HistogramChart>();
    auto curve = std::make_unique<CurveChart>();
    auto lines = std::make_unique<LinesChart>();
    auto bars = std::make_unique<BarListChart>();
    if (filled) {
        funnel->setData(aldervane());
        stageTimes->setData(times());
        histogram->setData(touches());
        curve->setData(chances());
        lines->setData(reach());
        bars->setData(snapshot());
    }
    std::vector<std::unique_ptr<Chart>> all;
    all.push_back(std::move(funnel));
    all.push_back(std::move(stageTimes));
    all.push_back(std::move(histogram));
    all.push_back(std::move(curve));
    all.push_back(std::move(lines));
    all.push_back(std::move(bars));
    return all;
}

const Mark& markOf(const std::vector<Mark>& marks, MarkKind kind, int index)
{
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](const Mark& mark) { return mark.is(kind, index); });
    REQUIRE(found != marks.end());
    return *found;
}

/// Whether the image shows more than its ground.
bool showsSomething(const QImage& image)
{
    const QRgb ground = image.pixel(image.width() - 1, image.height() - 1);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != ground) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

TEST_CASE("every chart paints at every size, in both modes, full and empty, without complaint")
{
    const Complaints complaints;
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        applyTheme(*static_cast<QApplication*>(QApplication::instance()), mode);
        for (const bool filled : {true, false}) {
            for (const auto& chart : allCharts(filled)) {
                for (const QSize& size : {chart->sizeHint(), chart->minimumSizeHint(),
                                          QSize(1600, 900), QSize(60, 40)}) {
                    INFO(chart->accessibleName().toStdString() << " " << size.width());
                    chart->resize(size);
                    CHECK(showsSomething(chart->grab().toImage()));
                    CHECK(chart->isEmpty() == !filled);
                    CHECK(chart->marks().empty() == !filled);
                }
            }
        }
    }
    INFO(Complaints::texts().join("; ").toStdString());
    CHECK(Complaints::texts().isEmpty());
}

TEST_CASE("a chart says to a screen reader what it shows")
{
    for (const auto& chart : allCharts(true)) {
        CHECK_FALSE(chart->accessibleName().isEmpty());
        CHECK_FALSE(chart->accessibleDescription().isEmpty());
        CHECK(chart->focusPolicy() == Qt::StrongFocus);
    }
}

TEST_CASE("a click opens exactly the part of the staircase under it")
{
    FunnelChart chart;
    chart.setData(aldervane());
    chart.resize(824, 390);
    chart.show();
    QSignalSpy opened(&chart, &FunnelChart::activated);
    const auto click = [&](MarkKind kind, int index) {
        const Mark mark = markOf(chart.marks(), kind, index);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, mark.area.center().toPoint());
        REQUIRE(opened.count() == 1);
        const QList<QVariant> said = opened.takeFirst();
        CHECK(said[0].value<MarkKind>() == kind);
        CHECK(said[1].toInt() == index);
    };
    click(MarkKind::WentOn, 0);
    click(MarkKind::NotYet, 0);
    click(MarkKind::NotYet, 2);
    click(MarkKind::Rate, 3);

    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(500, 386));
    CHECK(opened.count() == 0);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(30, 32 + 5 * 62 + 14));
    REQUIRE(opened.count() == 1);
    CHECK(opened.first()[0].value<MarkKind>() == MarkKind::Bar);
    CHECK(opened.first()[1].toInt() == 5);
}

TEST_CASE("arrow keys move over the marks and Enter opens the focused one")
{
    FunnelChart chart;
    chart.setData(aldervane());
    chart.resize(824, 390);
    chart.show();
    QSignalSpy opened(&chart, &FunnelChart::activated);
    QTest::keyClick(&chart, Qt::Key_Return);
    CHECK(opened.count() == 0);

    chart.focusMark(MarkKind::WentOn, 0);
    CHECK(chart.accessibleDescription().startsWith("1,446 became IQL"));
    QTest::keyClick(&chart, Qt::Key_Right);
    CHECK(chart.accessibleDescription().startsWith("964 did not become IQL (yet)"));
    QTest::keyClick(&chart, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened.first()[0].value<MarkKind>() == MarkKind::NotYet);
    CHECK(opened.takeFirst()[1].toInt() == 0);

    Tip* tip = chart.window()->findChild<Tip*>();
    REQUIRE(tip);
    CHECK(tip->isVisible());
    QTest::keyClick(&chart, Qt::Key_Escape);
    CHECK_FALSE(tip->isVisible());
}

TEST_CASE("every bin of a histogram is reached by Right")
{
    HistogramChart chart;
    chart.setData(touches());
    chart.resize(376, 216);
    chart.show();
    chart.focusMark(MarkKind::Bar, 0);
    for (int i = 1; i < 17; ++i) {
        QTest::keyClick(&chart, Qt::Key_Right);
    }
    CHECK(chart.accessibleDescription().startsWith("1 lead took 16+ touches"));
    QTest::keyClick(&chart, Qt::Key_Home);
    CHECK(chart.accessibleDescription().startsWith("0 leads took 0 touches"));
}

TEST_CASE("the tip keeps off the mark, and marks scale with the chart")
{
    FunnelChart chart;
    chart.setData(aldervane());
    chart.resize(824, 390);
    chart.show();
    chart.focusMark(MarkKind::NotYet, 2);
    const Tip* tip = chart.window()->findChild<Tip*>();
    REQUIRE(tip);
    const QRectF before = markOf(chart.marks(), MarkKind::NotYet, 2).area;
    CHECK_FALSE(QRectF(tip->geometry()).intersects(before.adjusted(0, 4, -4, -4)));

    const QSize natural = chart.sizeHint();
    chart.setScale(2.0);
    CHECK(chart.sizeHint() == natural * 2);
    chart.resize(chart.size() * 2);
    CHECK(markOf(chart.marks(), MarkKind::NotYet, 2).area.left() == Approx(2 * before.left()));
}

TEST_CASE("the funnel as CSV has a line for each stage and numbers for machines")
{
    FunnelChart chart;
    chart.setData(aldervane());
    const QStringList lines = chart.csv().split('\n');
    REQUIRE(lines.size() == 8);
    CHECK(lines[0] == "stage,team,reached,went_on,rate,rate_low,rate_high,rate_before");
    CHECK(lines[1] == "Contact,Marketing,2410,1446,0.6,0.58,0.62,0.59");
    CHECK(lines[6] == "Customer,Sales,17,,,,,");
    CHECK(lines[7].isEmpty());
}

TEST_CASE("the other charts as CSV")
{
    StageTimesChart stageTimes;
    stageTimes.setData(times());
    CHECK(stageTimes.csv().split('\n')[2] == "IQL to MQL,8.5,34,,31");
    CHECK(stageTimes.csv().split('\n')[4] == "SQL to Opportunity,,,,10");

    HistogramChart histogram;
    histogram.setData(touches());
    CHECK(histogram.csv().startsWith("touches,leads\n0,0\n1,1\n"));
    CHECK(histogram.csv().endsWith("\n16+,1\n"));

    CurveChart curve;
    curve.setData(chances());
    CHECK(curve.csv().split('\n')[1] == "0,500,0.028,0.02,0.035");
    CHECK(curve.csv().split('\n')[11] == "10,3,,,");

    LinesChart lines;
    lines.setData(reach());
    CHECK(lines.csv().startsWith("time,Marketing,Sales\n6,412,150\n"));

    BarListChart bars;
    bars.setData(snapshot());
    CHECK(bars.csv() == "label,team,value,value_before\n"
                        "Contact,Marketing,964,900\n'=MQL,Marketing,263,\nCustomer,Sales,0,\n");
}

TEST_CASE("a CSV cell is quoted where it must be and is never a formula")
{
    CHECK(csvLine({"a", "b,c", "say \"yes\""}) == "a,\"b,c\",\"say \"\"yes\"\"\"");
    CHECK(csvLine({"=1+1", "-4.5", "+x", "@y"}) == "'=1+1,-4.5,'+x,'@y");
    CHECK(csvNumber(0.1) == "0.1");
}

TEST_CASE("pictures are saved as PNG, SVG and PDF and another suffix is refused")
{
    const QTemporaryDir folder;
    for (const auto& chart : allCharts(true)) {
        chart->resize(chart->sizeHint());
        const QString base = folder.filePath("chart");
        REQUIRE(saveChart(*chart, base + ".png"));
        const QImage png(base + ".png");
        CHECK(png.size() == chart->size() * 2);

        REQUIRE(saveChart(*chart, base + ".svg"));
        QSvgRenderer svg(base + ".svg");
        CHECK(svg.isValid());
        CHECK(svg.viewBox().size() == chart->size());

        REQUIRE(saveChart(*chart, base + ".pdf"));
        QFile pdf(base + ".pdf");
        REQUIRE(pdf.open(QIODevice::ReadOnly));
        CHECK(pdf.read(5) == "%PDF-");
        CHECK(pdf.size() > 2000);

        REQUIRE(saveChart(*chart, base + ".csv"));
        QFile csv(base + ".csv");
        REQUIRE(csv.open(QIODevice::ReadOnly));
        CHECK(QString::fromUtf8(csv.readAll()) == chart->csv());

        const Result<void> refused = saveChart(*chart, base + ".doc");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Unsupported);
    }
    const auto charts = allCharts(true);
    CHECK_FALSE(saveChart(*charts[0], folder.filePath("no/such/folder/chart.png")));
}

TEST_CASE("a picture is light whatever the window is")
{
    applyTheme(*static_cast<QApplication*>(QApplication::instance()), Mode::Dark);
    FunnelChart chart;
    chart.setData(aldervane());
    chart.resize(824, 390);
    const QTemporaryDir folder;
    REQUIRE(saveChart(chart, folder.filePath("a.png")));
    const QImage saved(folder.filePath("a.png"));
    CHECK(saved.pixelColor(saved.width() - 1, saved.height() - 1) ==
          Theme::light().colour(Colour::SurfaceWindow));
    copyPicture(chart);
    CHECK(QApplication::clipboard()->image().size() == chart.size() * 2);
    applyTheme(*static_cast<QApplication*>(QApplication::instance()), Mode::Light);
}

TEST_CASE("axes end at round numbers with few lines")
{
    CHECK(shareAxis(0.69) == Axis{0.25, 0.75});
    CHECK(shareAxis(0.8) == Axis{0.25, 1.0});
    CHECK(shareAxis(0.242).step == Approx(0.10));
    CHECK(shareAxis(0.242).most == Approx(0.30));
    CHECK(shareAxis(1.4).most == 1.0);
    CHECK(shareAxis(0.0).most > 0.0);
    CHECK(countAxis(522) == Axis{200, 600});
    CHECK(countAxis(3) == Axis{1, 3});
    CHECK(countAxis(0) == Axis{1, 1});
    CHECK(dayAxis(48) == Axis{15, 60});
    CHECK(dayAxis(0.3) == Axis{1, 1});
    CHECK(dayAxis(4000).ticks().size() <= 5);
    CHECK(Axis{15, 60}.ticks() == std::vector<double>{0, 15, 30, 45, 60});
}

TEST_CASE("rows of the staircase grow with the room and never overlap")
{
    CHECK(stairRows(6, 390).row == 62);
    CHECK(stairRows(6, 390).bar == 28);
    CHECK(stairRows(6, 352).row == 56);
    CHECK(stairRows(6, 352).bar == 24);
    CHECK(stairRows(6, 100).row == 40);
    CHECK(stairRows(1, 10).height() > 0);
    CHECK(stairRows(6, 390).between(0) == Approx(77));
}
