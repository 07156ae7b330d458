"""Set content on a page: each kind of it becomes blocks."""

from dataclasses import replace
from typing import Final

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report import components as c
from socialplanner.report import content as k
from socialplanner.report import styles
from socialplanner.report.blocks import Block, Together
from socialplanner.report.metadata import Target
from socialplanner.report.styles import Align, Style
from socialplanner.report.tags import Role, Tag
from socialplanner.report.text import Text, plain

_ROOMY: Final = 4.5
_TIGHT: Final = 3.0
_TIGHTEST: Final = 2.5
_SMALL: Final = (7.5, 10.25)

_CELLS: Final = {
    k.CellLook.PLAIN: styles.CELL,
    k.CellLook.STRONG: styles.CELL_STRONG,
    k.CellLook.MUTED: styles.CELL_MUTED,
    k.CellLook.FIGURE: styles.CELL_FIGURE,
    k.CellLook.NUMBER: replace(styles.CELL_STRONG, colour=Colour.ACCENT_TEXT),
}


def blocks(content: k.Content) -> tuple[Block, ...]:
    """Return the blocks of content, in its order."""
    return tuple(block for node in content for block in _blocks(node))


def _blocks(node: k.Node) -> tuple[Block, ...]:  # noqa: C901, PLR0911 - one case a kind
    match node:
        case k.Panel() | k.Beside() | k.Whole() | k.Detail():
            return _around(node)
        case k.SectionHead():
            return c.section_head(node.number, node.label, node.headline)
        case k.Heading():
            return (c.opening(node.title, node.text) if node.text else c.heading(node.title),)
        case k.Passage():
            return (_passage(node),)
        case k.Findings():
            return _findings(node)
        case k.Bullets():
            return c.bullets(node.items)
        case k.KeyFigures():
            return (_key_figures(node),)
        case k.Grid():
            return (_grid(node),)
        case k.Chart():
            return (c.figure(node.scene),)
        case k.Copyable():
            return (c.copyable(node.label, node.text),)
        case k.Remark():
            return (c.remark(node.title, node.text),)
        case k.Blank():
            return (c.blank(node.label),)


def _around(node: k.Panel | k.Beside | k.Whole | k.Detail) -> tuple[Block, ...]:
    """Return the blocks of what holds other content."""
    match node:
        case k.Panel():
            return (c.card(node.label, blocks(node.content)),)
        case k.Beside():
            beside = c.with_margin if node.is_margin else c.halves
            return (beside(blocks(node.left), blocks(node.right)),)
        case k.Whole():
            return (_whole(blocks(node.content)),)
        case k.Detail():
            return blocks(node.content)


def _whole(stack: tuple[Block, ...]) -> Together:
    """Return blocks that stay on one page, with the space around them that theirs ask for."""
    before, after = (stack[0].before, stack[-1].after) if stack else (0.0, 0.0)
    return Together(stack=stack, before=before, after=after)


def _passage(node: k.Passage) -> Block:
    return {
        k.Look.LEAD: c.lead,
        k.Look.BODY: c.body,
        k.Look.NOTE: c.note,
        k.Look.CAPTION: c.caption,
    }[node.look](node.text)


def _findings(node: k.Findings) -> tuple[Block, ...]:
    if node.is_numbered:
        return c.numbered([c.Point(head=one.title, body=one.text) for one in node.statements])
    return tuple(c.statement(one.title, one.text) for one in node.statements)


def _key_figures(node: k.KeyFigures) -> Block:
    return c.key_figures(
        [c.KeyFigure(figure=one.value, label=one.label, note=one.note) for one in node.figures]
    )


def _grid(node: k.Grid) -> Block:
    styled = [_style(column, is_small=node.is_small) for column in node.columns]
    columns = [
        c.Column(title=column.title, fixed=column.fixed, weight=column.weight, style=style)
        for column, style in zip(node.columns, styled, strict=True)
    ]
    rows = [
        [_cell(cell, style) for cell, style in zip(row, styled, strict=True)] for row in node.rows
    ]
    padding = _TIGHTEST if node.is_small else _TIGHT if node.is_tight else _ROOMY
    return c.table(columns, rows, padding=padding)


def _style(column: k.Column, *, is_small: bool) -> Style:
    style = _CELLS[column.look]
    return replace(style, size=_SMALL[0], leading=_SMALL[1]) if is_small else style


def _cell(cell: k.CellContent, style: Style) -> str | Block:
    match cell:
        case str():
            return cell
        case k.Strong():
            strong = replace(styles.CELL_STRONG, size=style.size, leading=style.leading)
            is_figure = style.align is Align.RIGHT
            return plain(cell.text, replace(strong, align=Align.RIGHT) if is_figure else strong)
        case k.Address():
            return _address(cell, style)
        case k.Ticks():
            return Together(stack=tuple(c.tick_box(item, style) for item in cell.items))


def _address(cell: k.Address, style: Style) -> Text:
    target = Target(says=f"{cell.text}: {cell.address}", address=cell.address)
    text = plain(cell.text, replace(style, colour=Colour.BRAND_TEXT))
    return replace(text, target=target, tag=Tag(Role.LINK))
