// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include "ui/charts/export.h"
#include "ui/common/icons.h"

#include <cmath>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenu>

namespace tandem::ui {

namespace {

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

QRectF scaled(const QRectF& rect, double factor)
{
    return {rect.topLeft() * factor, rect.size() * factor};
}

} // namespace

Chart::Chart(QWidget* parent)
    : QWidget(parent), m_emptyTitle(tr("Nothing to show yet")),
      m_emptyText(tr("The chart appears here when leads in the period and the filters have the "
                     "data for it."))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

Chart::~Chart()
{
    delete m_tip;
}

void Chart::setScale(double factor)
{
    m_scale = factor;
    m_scene.reset();
    updateGeometry();
    update();
}

void Chart::setEmptyText(const QString& title, const QString& text)
{
    m_emptyTitle = title;
    m_emptyText = text;
    update();
}

QSize Chart::sizeHint() const
{
    return (QSizeF(naturalSize()) * m_scale).toSize();
}

QSize Chart::minimumSizeHint() const
{
    return (QSizeF(smallestSize()) * m_scale).toSize();
}

void Chart::render(QPainter& painter, const Theme& theme, const QSizeF& size) const
{
    painter.save();
    painter.scale(m_scale, m_scale);
    Canvas canvas(painter, theme, size / m_scale, nullptr);
    drawAll(canvas);
    painter.restore();
}

void Chart::drawAll(Canvas& canvas) const
{
    if (!isEmpty()) {
        draw(canvas);
        return;
    }
    QPainter& painter = canvas.painter();
    QPen pen(canvas.colour(Colour::LineStrong), 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QRectF card(0.5, 0.5, canvas.width() - 1, canvas.height() - 1);
    painter.drawRoundedRect(card, tokens().radiusCard, tokens().radiusCard);
    const QRectF inside = card.adjusted(tokens().space6, tokens().space6, -tokens().space6, 0);
    canvas.text(inside, Qt::AlignLeft, m_emptyTitle,
                {Colour::TextPrimary, TextSize::Body, Weight::Semibold});
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(canvas.colour(Colour::TextSecondary));
    painter.drawText(inside.adjusted(0, tokens().space6, 0, 0),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap,
                     m_emptyText);
}

QSizeF Chart::ownSize() const
{
    return QSizeF(size()) / m_scale;
}

const Chart::Scene& Chart::scene() const
{
    if (!m_scene) {
        // Drawing notes where the marks lie; this drawing goes nowhere.
        QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&nowhere);
        Canvas canvas(painter, Theme::of(this), ownSize(), nullptr);
        drawAll(canvas);
        m_scene = Scene{canvas.marks(), canvas.labels()};
    }
    return *m_scene;
}

std::vector<Mark> Chart::marks() const
{
    std::vector<Mark> made = scene().marks;
    for (Mark& mark : made) {
        mark.area = scaled(mark.area, m_scale);
        mark.shown = scaled(mark.shown, m_scale);
    }
    return made;
}

void Chart::focusMark(MarkKind kind, int index)
{
    const std::vector<Mark>& all = scene().marks;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].is(kind, index)) {
            setCurrent(i);
        }
    }
}

void Chart::dataChanged()
{
    m_scene.reset();
    m_pressed.reset();
    setCurrent(std::nullopt);
    describe();
    updateGeometry();
    update();
}

void Chart::describe()
{
    if (m_current) {
        const TipText& tip = scene().marks[*m_current].tip;
        setAccessibleDescription(
            (QStringList(tip.title) + tip.lines + QStringList(tip.action)).join(". "));
        return;
    }
    QStringList all;
    for (const Mark& mark : scene().marks) {
        all.append(mark.tip.title);
    }
    setAccessibleDescription(isEmpty() ? m_emptyTitle + ". " + m_emptyText : all.join(". "));
}

void Chart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.scale(m_scale, m_scale);
    const Mark* current = m_current ? &scene().marks[*m_current] : nullptr;
    Canvas canvas(painter, Theme::of(this), ownSize(), current);
    drawAll(canvas);
}

void Chart::resizeEvent(QResizeEvent* event)
{
    m_scene.reset();
    setCurrent(std::nullopt);
    QWidget::resizeEvent(event);
}

void Chart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

std::optional<std::size_t> Chart::markAt(const QPointF& position) const
{
    const std::vector<Mark>& all = scene().marks;
    const QPointF at = position / m_scale;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].area.contains(at)) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> Chart::neighbour(int key) const
{
    const std::vector<Mark>& all = scene().marks;
    if (all.empty()) {
        return std::nullopt;
    }
    if (!m_current) {
        return 0;
    }
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const double sign = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : -1;
    const QPointF from = all[*m_current].area.center();
    std::optional<std::size_t> best;
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QPointF step = all[i].area.center() - from;
        const double ahead = sign * (sideways ? step.x() : step.y());
        const double aside = std::fabs(sideways ? step.y() : step.x());
        // Straight ahead beats near but off to the side.
        const double cost = ahead + 4 * aside;
        if (ahead > 0.5 && (!sideways || aside < 40) && cost < nearest) {
            nearest = cost;
            best = i;
        }
    }
    return best ? best : m_current;
}

void Chart::setCurrent(std::optional<std::size_t> mark)
{
    if (m_current == mark) {
        return;
    }
    m_current = mark;
    const bool opens = mark && scene().marks[*mark].opens;
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    describe();
    showTip();
    update();
}

void Chart::showTip()
{
    const bool wanted = m_current && isVisible() && !scene().marks[*m_current].tip.isEmpty();
    if (!wanted) {
        if (m_tip) {
            m_tip->hide();
        }
        return;
    }
    if (m_tip && m_tip->parentWidget() != window()) {
        delete m_tip;
    }
    if (!m_tip) {
        m_tip = new Tip(window());
    }
    const QPoint offset = mapTo(window(), QPoint());
    const auto inWindow = [&](const QRectF& rect) {
        return scaled(rect, m_scale).toAlignedRect().translated(offset);
    };
    std::vector<QRect> labels;
    for (const QRectF& label : scene().labels) {
        labels.push_back(inWindow(label));
    }
    const Mark& mark = scene().marks[*m_current];
    m_tip->showBeside(mark.tip, inWindow(mark.shown), labels);
}

void Chart::open(std::size_t mark)
{
    const Mark chosen = scene().marks[mark];
    if (chosen.opens) {
        emit activated(chosen.kind, chosen.index);
    }
}

void Chart::mouseMoveEvent(QMouseEvent* event)
{
    setCurrent(markAt(event->position()));
}

void Chart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressed = markAt(event->position());
        setCurrent(m_pressed);
    }
}

void Chart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_pressed && markAt(event->position()) == m_pressed) {
        open(*m_pressed);
    }
    m_pressed.reset();
}

void Chart::leaveEvent(QEvent* event)
{
    setCurrent(std::nullopt);
    QWidget::leaveEvent(event);
}

void Chart::hideEvent(QHideEvent* event)
{
    setCurrent(std::nullopt);
    QWidget::hideEvent(event);
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const std::size_t count = scene().marks.size();
    if (isArrow(key) && count > 0) {
        setCurrent(neighbour(key));
    } else if ((key == Qt::Key_Home || key == Qt::Key_End) && count > 0) {
        setCurrent(key == Qt::Key_Home ? 0 : count - 1);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) &&
               m_current) {
        open(*m_current);
    } else if (key == Qt::Key_Escape && m_current) {
        setCurrent(std::nullopt);
    } else if (event->matches(QKeySequence::Copy)) {
        copyPicture(*this);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Chart::focusInEvent(QFocusEvent* event)
{
    const bool byKeys =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKeys && !m_current && !scene().marks.empty()) {
        setCurrent(0);
    }
    QWidget::focusInEvent(event);
}

void Chart::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        setCurrent(std::nullopt);
    }
    QWidget::focusOutEvent(event);
}

void Chart::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(icon(Icon::Copy), tr("Copy as &picture"), this, [this] { copyPicture(*this); });
    menu.addAction(icon(Icon::Columns), tr("Copy as &CSV"), this,
                   [this] { QApplication::clipboard()->setText(csv()); });
    menu.addSeparator();
    menu.addAction(icon(Icon::Download), tr("&Save picture or CSV…"), this, &Chart::savePicture);
    for (QAction* action : menu.actions()) {
        action->setEnabled(!isEmpty());
    }
    menu.exec(event->globalPos());
}

void Chart::savePicture()
{
    const QString name = accessibleName().isEmpty() ? tr("chart") : accessibleName();
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save picture or CSV"), name + ".png",
        tr("Picture (*.png);;Vector picture (*.svg);;PDF (*.pdf);;Figures (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    if (const Result<void> saved = saveChart(*this, path); !saved) {
        emit failed(saved.error());
    }
}

} // namespace tandem::ui
