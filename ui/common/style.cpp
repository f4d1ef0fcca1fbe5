// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/icons.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace tandem::ui {

namespace {

constexpr int kChevron = 16;
constexpr int kSpinButtons = 24;

/// Saves and restores the painter round one drawing.
class Saved {
public:
    explicit Saved(QPainter* painter) : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    QPainter* m_painter;
};

bool isSmall(const QWidget* widget)
{
    return widget && widget->property("small").toBool();
}

bool isEnabled(const QStyleOption* option)
{
    return option->state & QStyle::State_Enabled;
}

/// The edge and ground that fields and combo boxes share; focus lies on the edge.
void drawField(QPainter* painter, const QStyleOption* option, const Theme& theme, bool hovers)
{
    const Saved saved(painter);
    const bool enabled = isEnabled(option);
    const bool focus = enabled && (option->state & QStyle::State_HasFocus);
    const bool hover = hovers && enabled && (option->state & QStyle::State_MouseOver);
    const double line = focus ? tokens().focusRing : tokens().strokeHair;
    const double radius = tokens().radiusControl;
    painter->setPen(QPen(theme.colour(focus ? Colour::Accent : Colour::LineStrong), line));
    painter->setBrush(theme.colour(!enabled ? Colour::SurfaceSunken
                                   : hover  ? Colour::SurfaceHover
                                            : Colour::SurfaceRaised));
    const double inset = line / 2;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset),
                             radius - inset, radius - inset);
}

void drawMark(QPainter* painter, const QRectF& box, Icon which, const QStyleOption* option,
              Colour colour)
{
    const Theme theme = Theme::from(option->palette);
    drawIcon(*painter, box, which, theme.colour(isEnabled(option) ? colour : Colour::LineControl));
}

void drawCheckBox(QPainter* painter, const QStyleOption* option, const Theme& theme)
{
    const Saved saved(painter);
    const bool partly = option->state & QStyle::State_NoChange;
    const bool on = partly || (option->state & QStyle::State_On);
    const QRectF box = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    const QColor edge =
        theme.colour(on && isEnabled(option) ? Colour::Accent : Colour::LineControl);
    painter->setPen(QPen(edge, 1.5));
    painter->setBrush(on ? edge : theme.colour(Colour::SurfaceRaised));
    painter->drawRoundedRect(box, tokens().space1, tokens().space1);
    if (on) {
        drawIcon(*painter, QRectF(option->rect).adjusted(2, 2, -2, -2),
                 partly ? Icon::Minus : Icon::Check, theme.colour(Colour::TextOnAccent));
    }
}

void drawRadio(QPainter* painter, const QStyleOption* option, const Theme& theme)
{
    const Saved saved(painter);
    const bool on = option->state & QStyle::State_On;
    const QRectF box = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    const QColor edge =
        theme.colour(on && isEnabled(option) ? Colour::Accent : Colour::LineControl);
    painter->setPen(QPen(edge, 1.5));
    painter->setBrush(theme.colour(Colour::SurfaceRaised));
    painter->drawEllipse(box);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(edge);
        painter->drawEllipse(box.center(), box.width() / 4, box.height() / 4);
    }
}

/// The ground of one cell: selection and hover by row, a hairline below it in tables.
void drawItem(QPainter* painter, const QStyleOptionViewItem* item, const QWidget* widget,
              const Theme& theme)
{
    if (item->backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(item->rect, item->backgroundBrush);
    }
    if (item->state & QStyle::State_Selected) {
        painter->fillRect(item->rect, theme.colour(Colour::SurfaceSelected));
    } else if ((item->state & QStyle::State_MouseOver) && isEnabled(item)) {
        painter->fillRect(item->rect, theme.colour(Colour::SurfaceHover));
    }
    const auto* table = qobject_cast<const QTableView*>(widget);
    if (!table) {
        return;
    }
    const QRect& cell = item->rect;
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1),
                      theme.colour(Colour::LineHair));
    // QTableView leaves viewItemPosition empty.
    const bool first = table->horizontalHeader()->visualIndex(item->index.column()) == 0;
    if (first && (item->state & QStyle::State_Selected)) {
        painter->fillRect(QRect(cell.left(), cell.top(), 3, cell.height()),
                          theme.colour(Colour::Accent));
    }
}

void drawHeadGround(QPainter* painter, const QStyleOption* option, const Theme& theme)
{
    const QRect& rect = option->rect;
    painter->fillRect(rect, theme.colour(Colour::SurfaceWindow));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      theme.colour(Colour::LineStrong));
}

void drawHeadLabel(QPainter* painter, const QStyleOptionHeader* head, const Theme& theme)
{
    const Saved saved(painter);
    const bool sorted = head->sortIndicator != QStyleOptionHeader::None;
    const QFont font = textFont(TextSize::Small, sorted ? Weight::Medium : Weight::Regular);
    const QColor colour = theme.colour(sorted ? Colour::TextPrimary : Colour::TextTertiary);
    const int arrow = sorted ? 14 : 0;
    const QRect room = head->rect.adjusted(0, 0, -arrow, 0);
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(head->text, Qt::ElideRight, room.width());
    const int width = metrics.horizontalAdvance(text);
    const Qt::Alignment side = head->textAlignment & Qt::AlignHorizontal_Mask;
    const QRect at =
        QStyle::alignedRect(head->direction, (side ? side : Qt::AlignLeft) | Qt::AlignVCenter,
                            QSize(qMin(width, room.width()), room.height()), room);
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(at, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (sorted) {
        // Qt's names are the other way round: "SortDown" is the ascending order.
        const Icon which =
            head->sortIndicator == QStyleOptionHeader::SortDown ? Icon::ArrowUp : Icon::ArrowDown;
        drawIcon(*painter, QRectF(at.right() + 3, at.center().y() - 5.5, 12, 12), which, colour);
    }
}

} // namespace

Style::Style() : QProxyStyle("Fusion") {}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        // Lists and tables lie on the page; "Base" is the raised surface of fields.
        view->viewport()->setBackgroundRole(QPalette::Window);
    }
    if (auto* spin = qobject_cast<QAbstractSpinBox*>(widget); spin && spin->minimumWidth() == 0) {
        // A style sheet keeps Qt from asking this style for a spin box's size.
        spin->setMinimumSize(spin->sizeHint().width() + kSpinButtons - tokens().space1,
                             isSmall(spin) ? tokens().heightControlSmall : tokens().heightControl);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const Theme theme = Theme::from(option->palette);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(painter, option, theme);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(painter, option, theme);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const Icon which = element == PE_IndicatorArrowDown   ? Icon::ChevronDown
                           : element == PE_IndicatorArrowUp   ? Icon::ChevronUp
                           : element == PE_IndicatorArrowLeft ? Icon::ChevronLeft
                                                              : Icon::ChevronRight;
        QRectF box(0, 0, kChevron, kChevron);
        box.moveCenter(QRectF(option->rect).center());
        drawMark(painter, box, which, option, Colour::TextSecondary);
        return;
    }
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            QRectF box(0, 0, kChevron, kChevron);
            box.moveCenter(QRectF(option->rect).center());
            drawMark(painter, box,
                     option->state & State_Open ? Icon::ChevronDown : Icon::ChevronRight, option,
                     Colour::TextTertiary);
        }
        return;
    case PE_IndicatorMenuCheckMark:
        // In line with the icons of the other entries.
        drawMark(painter, option->rect.translated(tokens().space1, 0), Icon::Check, option,
                 Colour::Accent);
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            drawItem(painter, item, widget, theme);
            return;
        }
        break;
    case PE_FrameFocusRect:       // buttons have the ring, fields their edge, rows the selection
    case PE_IndicatorHeaderArrow: // drawn beside the label
    case PE_PanelItemViewRow:     // drawn with each cell
    case PE_PanelScrollAreaCorner:
        return;
    case PE_Frame:
    case PE_FrameMenu:
        if (qobject_cast<const QAbstractScrollArea*>(widget)) {
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    const Theme theme = Theme::from(option->palette);
    switch (element) {
    case CE_FocusFrame: {
        const Saved saved(painter);
        const double ring = tokens().focusRing;
        const double radius = tokens().radiusControl + tokens().focusOffset;
        painter->setPen(QPen(theme.colour(Colour::Accent), ring));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(
            QRectF(option->rect).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), radius,
            radius);
        return;
    }
    case CE_SizeGrip:
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeadGround(painter, option, theme);
        return;
    case CE_HeaderLabel:
        if (const auto* head = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawHeadLabel(painter, head, theme);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const
{
    const Theme theme = Theme::from(option->palette);
    if (control == CC_ComboBox) {
        drawField(painter, option, theme, true);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        QRectF box(0, 0, kChevron, kChevron);
        box.moveCenter(QRectF(arrow).center());
        drawMark(painter, box, Icon::ChevronDown, option, Colour::TextSecondary);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(painter, option, theme, false);
        for (const auto& [part, which] : {std::pair(SC_SpinBoxUp, Icon::ChevronUp),
                                          std::pair(SC_SpinBoxDown, Icon::ChevronDown)}) {
            const QRect at = subControlRect(CC_SpinBox, option, part, widget);
            if (at.isValid() && (option->subControls & part)) {
                QRectF box(0, 0, 12, 12);
                box.moveCenter(QRectF(at).center());
                drawMark(painter, box, which, option, Colour::TextSecondary);
            }
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl subControl, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const QRect& all = option->rect;
        const int left = isSmall(widget) ? tokens().space2 : tokens().space3 - 2;
        const int arrow = kChevron + (isSmall(widget) ? tokens().space2 : tokens().space3);
        QRect part;
        if (subControl == SC_ComboBoxEditField) {
            part = all.adjusted(left - 2, 1, -arrow, -1);
        } else if (subControl == SC_ComboBoxArrow) {
            part = QRect(all.right() + 1 - arrow, all.top(), arrow, all.height());
        } else {
            part = QProxyStyle::subControlRect(control, option, subControl, widget);
            return part;
        }
        return visualRect(option->direction, all, part);
    }
    if (control == CC_SpinBox) {
        const QRect& all = option->rect;
        QRect part = all;
        switch (subControl) {
        case SC_SpinBoxEditField:
            part = all.adjusted(tokens().space2, 1, -kSpinButtons, -1);
            break;
        case SC_SpinBoxUp:
            part = QRect(all.right() + 1 - kSpinButtons, all.top() + 2, kSpinButtons,
                         all.height() / 2 - 2);
            break;
        case SC_SpinBoxDown:
            part = QRect(all.right() + 1 - kSpinButtons, all.center().y() + 1, kSpinButtons,
                         all.height() / 2 - 2);
            break;
        default:
            break;
        }
        return visualRect(option->direction, all, part);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ComboBox:
        made = QSize(size.width() + kChevron + tokens().space6,
                     isSmall(widget) ? tokens().heightControlSmall : tokens().heightControl);
        break;
    case CT_ItemViewItem:
        made.setHeight(qMax(made.height(), tokens().heightRowDense));
        break;
    case CT_HeaderSection:
        made.setHeight(qMax(made.height(), tokens().heightRowHead));
        break;
    default:
        break;
    }
    return made;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return tokens().iconSizeControl;
    case PM_MessageBoxIconSize:
        return tokens().iconGrid;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_HeaderMargin:
        return tokens().space2;
    case PM_FocusFrameHMargin:
        if (qobject_cast<const QAbstractItemView*>(widget)) {
            // Item views take their text margin from here, less one px.
            return tokens().space2 - 1;
        }
        return tokens().focusRing + tokens().focusOffset;
    case PM_FocusFrameVMargin:
        return tokens().focusRing + tokens().focusOffset;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QAbstractItemView*>(widget)) {
            return 0;
        }
        break;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_HeaderDefaultSectionSizeVertical:
        return tokens().heightRow;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option,
                          const QWidget* widget) const
{
    switch (which) {
    case SP_MessageBoxWarning:
        return icon(Icon::Warning, Colour::StateWarn);
    case SP_MessageBoxCritical:
        return icon(Icon::Warning, Colour::StateDanger);
    case SP_MessageBoxInformation:
        return icon(Icon::Info, Colour::Accent);
    case SP_MessageBoxQuestion:
        return icon(Icon::Question, Colour::Accent);
    case SP_ArrowLeft:
    case SP_ArrowBack:
    case SP_FileDialogBack:
        return icon(Icon::ChevronLeft);
    case SP_ArrowRight:
    case SP_ArrowForward:
        return icon(Icon::ChevronRight);
    case SP_ArrowUp:
    case SP_FileDialogToParent:
        return icon(Icon::ArrowUp);
    case SP_ArrowDown:
        return icon(Icon::ArrowDown);
    case SP_FileDialogNewFolder:
        return icon(Icon::Plus);
    case SP_FileDialogListView:
        return icon(Icon::Content);
    case SP_FileDialogDetailedView:
        return icon(Icon::Columns);
    case SP_DirIcon:
    case SP_DirClosedIcon:
    case SP_DirOpenIcon:
        return icon(Icon::Folder);
    case SP_FileIcon:
        return icon(Icon::File);
    case SP_LineEditClearButton:
        return icon(Icon::Close);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace tandem::ui
