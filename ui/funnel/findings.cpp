// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/funnel/findings.h"

#include "ui/common/figures.h"
#include "ui/funnel/stage_words.h"

#include <cmath>
#include <QCoreApplication>

namespace tandem::ui {

namespace {

constexpr double kDay = 86'400.0;

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Findings", text, nullptr, n);
}

QString plural(const FunnelFigures& figures, StageIndex stage)
{
    return pluralOf(figures.stages[stage].name);
}

/// "the three months before", "the 45 days before".
QString spanBefore(const DayRange& days)
{
    const int months = fullMonths(days);
    if (months == 1) {
        return tr("the month before");
    }
    if (months > 1) {
        return tr("the %1 months before").arg(numberWord(months));
    }
    const int length = *days.to - *days.from;
    return length == 1 ? tr("the day before") : tr("the %1 days before").arg(length);
}

QString wholeDays(double seconds)
{
    const double days = seconds / kDay;
    if (days < 1.0) {
        const int hours = std::max(1, static_cast<int>(std::lround(seconds / 3600.0)));
        return hours == 1 ? tr("1 hour") : tr("%1 hours").arg(hours);
    }
    const int whole = static_cast<int>(std::lround(days));
    return whole == 1 ? tr("1 day") : tr("%1 days").arg(whole);
}

const StepChange* changeOf(const FunnelFigures& figures, std::size_t step)
{
    const CohortStep& wanted = figures.cohort.steps[step];
    for (const StepChange& change : figures.changes) {
        if (change.from == wanted.from && change.to == wanted.to) {
            return &change;
        }
    }
    return nullptr;
}

/// How far the cohort came: "Of 2,410 Contacts 17 became Customers".
QString wayOfTheCohort(const FunnelFigures& figures)
{
    const CohortStage& last = figures.cohort.stages.back();
    return tr("Of %1 %2 %3 became %4")
        .arg(countText(figures.cohort.cohortSize), plural(figures, figures.cohort.cohortStage),
             last.reached == 0 ? tr("none") : countText(last.reached), plural(figures, last.stage));
}

struct Shift {
    double score = 0.0; ///< |z|, how clear it is
    std::size_t week = 0;
    bool up = false;
};

/// The clearest lasting change of the level of a series: the split for which the means before and
/// after differ most, in standard errors of their difference (Welch). Counts scatter at least like
/// Poisson's, so quiet weeks do not make a small change look sure.
Shift clearestShift(const std::vector<double>& values)
{
    constexpr std::size_t kLeast = 3;
    Shift best;
    for (std::size_t split = kLeast; split + kLeast <= values.size(); ++split) {
        const auto moments = [&](std::size_t from, std::size_t to) {
            double sum = 0;
            for (std::size_t i = from; i < to; ++i) {
                sum += values[i];
            }
            const double n = static_cast<double>(to - from);
            const double mean = sum / n;
            double squares = 0;
            for (std::size_t i = from; i < to; ++i) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
            return std::pair(mean, std::max(squares / (n - 1), mean) / n);
        };
        const auto [before, beforeError] = moments(0, split);
        const auto [after, afterError] = moments(split, values.size());
        const double error = std::sqrt(beforeError + afterError);
        const double z = error > 0 ? std::abs(after - before) / error : 0;
        const bool large = std::abs(after - before) > 0.15 * before;
        if (large && z > best.score) {
            best = {z, split, after > before};
        }
    }
    return best;
}

} // namespace

Finding funnelFinding(const FunnelFigures& figures)
{
    const CohortFunnel& cohort = figures.cohort;
    if (cohort.stages.empty() || cohort.cohortSize == 0) {
        return {tr("Nobody is in this cohort"), tr("No lead that fits began in the period."), {}};
    }
    if (cohort.cohortSize < kTooFew) {
        return {wayOfTheCohort(figures),
                tr("Fewer than %1 leads: too few to say more.").arg(kTooFew),
                {}};
    }
    std::optional<std::size_t> moved;
    int others = 0;
    for (std::size_t i = 0; i < cohort.steps.size(); ++i) {
        const StepChange* change = changeOf(figures, i);
        if (change == nullptr || !change->beyondChance || !cohort.steps[i].rate) {
            continue;
        }
        others += moved ? 1 : 0;
        if (!moved ||
            std::abs(change->difference) > std::abs(changeOf(figures, *moved)->difference)) {
            moved = i;
        }
    }
    const auto before = rangeBefore(figures.question.days);
    const QString tick = before && !figures.changes.empty()
                             ? tr("Grey tick: the period before, %1.")
                                   .arg(dayRangeText(*before->from, *before->to + -1))
                             : QString();
    if (!moved) {
        const QString still = figures.changes.empty() ? tr("Each rate with its 95% interval.")
                                                      : tr("No step moved beyond chance.");
        return {wayOfTheCohort(figures), QStringLiteral("%1 %2").arg(still, tick).trimmed(), {}};
    }
    const CohortStep& step = cohort.steps[*moved];
    const double difference = changeOf(figures, *moved)->difference;
    const int points = static_cast<int>(std::lround(std::abs(difference) * 100));
    const QString amount = points == 0   ? tr("less than a point")
                           : points == 1 ? tr("a point")
                                         : tr("%1 points").arg(points);
    const QString title =
        (difference < 0 ? tr("%1 of %2 became %3, %4 fewer than in %5")
                        : tr("%1 of %2 became %3, %4 more than in %5"))
            .arg(percentText(*step.rate, 0), plural(figures, step.from), plural(figures, step.to),
                 amount, spanBefore(figures.question.days));
    const QString rest =
        others == 0 ? tr("No other step moved beyond chance.")
        : others == 1
            ? tr("One other step moved beyond chance.")
            : tr("%1 other steps moved beyond chance.")
                  .arg(numberWord(others).replace(0, 1, numberWord(others).left(1).toUpper()));
    return {title, QStringLiteral("%1 %2").arg(rest, tick).trimmed(), moved};
}

Finding countsFinding(const FunnelFigures& figures)
{
    std::int64_t all = 0;
    const StageCount* most = nullptr;
    for (const StageCount& count : figures.counts) {
        all += count.leads;
        if (most == nullptr || count.leads > most->leads) {
            most = &count;
        }
    }
    if (most == nullptr || all == 0) {
        return {tr("Nobody to count"), tr("No lead fits the period and the filters."), {}};
    }
    const QString stage = QString::fromStdString(figures.stages[most->stage].name);
    if (figures.question.view == FunnelView::Snapshot) {
        return {tr("Most leads stand in %1, %2 of %3")
                    .arg(stage, countText(most->leads), countText(all)),
                tr("Side states are counted too; the period does not matter here."),
                {}};
    }
    return {tr("%1 entries into stages, %2 of them into %3")
                .arg(countText(all), countText(most->leads), stage),
            tr("A lead that moved several times is counted each time."),
            {}};
}

Finding timesFinding(const FunnelFigures& figures, const Finding& funnel)
{
    std::optional<std::size_t> chosen = funnel.step;
    if (chosen && (*chosen >= figures.times.size() || !figures.times[*chosen].time.median)) {
        chosen.reset();
    }
    for (std::size_t i = 0; !funnel.step && i < figures.times.size(); ++i) {
        const Quartiles& time = figures.times[i].time;
        if (time.median && time.n >= kTooFew &&
            (!chosen || *time.median > *figures.times[*chosen].time.median)) {
            chosen = i;
        }
    }
    if (!chosen) {
        return {tr("How long each step takes"), {}, {}};
    }
    const StageTime& time = figures.times[*chosen];
    const auto median = static_cast<double>(*time.time.median);
    const Team here = figures.stages[time.from].team;
    const Team next = figures.stages[time.to].team;
    QString title;
    if (next != here && next != Team::None) {
        title = tr("%1 wait %2 for %3")
                    .arg(plural(figures, time.from), wholeDays(median),
                         next == Team::Sales ? tr("Sales") : tr("Marketing"));
    } else {
        title = tr("%1 to %2 takes %3")
                    .arg(QString::fromStdString(figures.stages[time.from].name),
                         QString::fromStdString(figures.stages[time.to].name), wholeDays(median));
    }
    const StepChange* change =
        *chosen < figures.cohort.steps.size() ? changeOf(figures, *chosen) : nullptr;
    if (change != nullptr && change->timeBefore.median) {
        const double days = (median - static_cast<double>(*change->timeBefore.median)) / kDay;
        const int whole = static_cast<int>(std::lround(std::abs(days)));
        if (whole >= 1) {
            title +=
                (days > 0 ? tr(", %1 more than before") : tr(", %1 fewer than before")).arg(whole);
        }
    }
    return {title, {}, chosen};
}

Finding touchesFinding(const FunnelFigures& figures)
{
    const TouchesToOpportunity& to = figures.touches.toOpportunity;
    const QString goal = figures.stages.empty()
                             ? QString()
                             : QString::fromStdString(figures.stages[figures.goal].name).toLower();
    const QString counted = tr("Touches before the lead became %1 · %2 leads")
                                .arg(oneOf(goal.toStdString()), countText(to.leads));
    const QString goals = pluralOf(goal.toStdString());
    if (to.leads < kTooFew || !to.median) {
        return {tr("Too few %1 to say how many touches it takes").arg(goals), counted, {}};
    }
    const int median = static_cast<int>(std::ceil(*to.median));
    return {median == 1 ? tr("Half of the %1 took 1 touch or more").arg(goals)
                        : tr("Half of the %1 took %2 touches or more").arg(goals).arg(median),
            counted,
            {}};
}

ConversionFinding conversionFinding(const FunnelFigures& figures)
{
    const auto& points = figures.touches.conversion;
    int last = -1; // the largest number of touches that enough leads have
    double highest = 0;
    for (int k = 0; k <= kMostTouches; ++k) {
        const ConversionByTouches& point = points[static_cast<std::size_t>(k)];
        if (point.rate && point.leads >= kTooFew) {
            last = k;
            highest = std::max(highest, *point.rate);
        }
    }
    if (last < 2) {
        return {tr("Too few leads to say what more touches do"), {}};
    }
    int level = 0; // from here on the rate stays within a tenth of the highest
    while (*points[static_cast<std::size_t>(level)].rate < 0.9 * highest) {
        ++level;
    }
    const ConversionByTouches& there = points[static_cast<std::size_t>(level)];
    if (level == 0 || there.interval.low <= points[0].interval.high) {
        return {tr("More touches do not clearly raise the chances"), {}};
    }
    if (level >= last - 1) {
        return {tr("Chances go on rising with every touch"), level};
    }
    return {tr("Chances rise up to %1 touches, then level off").arg(numberWord(level)), level};
}

ReachFinding reachFinding(const FunnelFigures& figures)
{
    constexpr double kClear = 4.0; // standard errors; the split was chosen among many
    std::vector<double> marketing, sales;
    for (const WeekReach& week : figures.weeks) {
        marketing.push_back(static_cast<double>(week.marketing));
        sales.push_back(static_cast<double>(week.sales));
    }
    const Shift ofMarketing = clearestShift(marketing);
    const Shift ofSales = clearestShift(sales);
    const bool isSales = ofSales.score >= ofMarketing.score;
    const Shift& shift = isSales ? ofSales : ofMarketing;
    if (shift.score >= kClear) {
        const QString team = isSales ? tr("Sales") : tr("Marketing");
        const QString text = shift.up ? tr("Since week %1 %2 has reached more people")
                                      : tr("Since week %1 %2 has reached fewer people");
        return {text.arg(isoWeek(figures.weeks[shift.week].monday)).arg(team), shift.week,
                isSales ? Team::Sales : Team::Marketing};
    }
    if (figures.weeks.empty()) {
        return {tr("No full week in the period"), {}, Team::None};
    }
    const auto mean = [](const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values) {
            sum += value;
        }
        return countText(std::lround(sum / static_cast<double>(values.size())));
    };
    return {tr("In a week Marketing reaches %1 people, Sales %2").arg(mean(marketing), mean(sales)),
            {},
            Team::None};
}

QString whoIsCounted(const FunnelFigures& figures)
{
    const FunnelQuestion& question = figures.question;
    const QString until = dayText(figures.zone.dayOf(figures.asOf));
    const bool always = question.query.period.isAll();
    QString text;
    switch (question.view) {
    case FunnelView::Cohort: {
        if (figures.cohort.stages.empty()) {
            return {};
        }
        const QString stage = oneOf(figures.stages[figures.cohort.cohortStage].name);
        text = always ? tr("All leads that ever became %1, followed to %2").arg(stage, until)
                      : tr("Leads that became %1 in the period, followed to %2").arg(stage, until);
        if (figures.visitors > 0) {
            text += tr(" · %1 visitors counted before them (%2 became %3)")
                        .arg(countText(figures.visitors),
                             percentText(static_cast<double>(figures.cohort.cohortSize) /
                                         static_cast<double>(figures.visitors)),
                             stage);
        }
        break;
    }
    case FunnelView::Snapshot:
        text = tr("Where each lead stands on %1, whenever it came").arg(until);
        break;
    case FunnelView::Flow:
        text = tr("Entries into each stage in the period, whenever the lead came; no cohort, so "
                  "no rates");
        break;
    }
    if (!question.query.where.empty()) {
        text += tr(" · filtered: %1 of %2 leads")
                    .arg(countText(figures.selectedLeads), countText(figures.allLeads));
    }
    if (question.view == FunnelView::Cohort && figures.cohort.undated > 0) {
        text += tr(" · %1 without a date left out").arg(countText(figures.cohort.undated));
    }
    return text;
}

} // namespace tandem::ui
