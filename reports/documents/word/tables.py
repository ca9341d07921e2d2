"""Tables and blocks of facts as tables of a Word file, their header cells marked as such."""

from collections.abc import Sequence
from math import sqrt, trunc

from reports.documents.data.changes import with_changes
from reports.documents.data.tables import is_short, titled
from reports.documents.document import Facts, Run, Table, Text
from reports.documents.word.inline import BOLD, BodyResources, runs_of, spoken_run, text_of, turned
from reports.documents.word.markup import paragraph, quoted

# The width of a page's text in twentieths of a point: 166 mm.
WIDTH = 9411
FEW_COLUMNS = 5
# Letters of a column that count for its width: with fewer a word would break. Columns with more
# than their part of a line share what the others leave by the roots of their lengths.
NARROWEST, LINE = 6, 104
# What the space between two columns takes of each, in letters.
BETWEEN = 3
NAMES = (38, 62)
_TOTAL = '<w:tcBorders><w:top w:val="single" w:sz="10" w:space="0" w:color="0B4F54"/></w:tcBorders>'
_KEPT = "<w:keepNext/>"
_RIGHT = '<w:jc w:val="right"/>'


def table_of(table: Table, body_resources: BodyResources) -> str:
    """A table with its caption above it, a header row that every page repeats, and its notes."""
    caption = paragraph(body_resources.marked(table.anchor, spoken_run(titled(table))), "Caption")
    notes = "".join(
        paragraph(text_of(note, body_resources), "TableNote", turned(note)) for note in table.notes
    )
    drawn = _drawn(with_changes(table), body_resources)
    # Two tables without a paragraph between them would be taken for one.
    return f"{caption}{drawn}{notes}{paragraph('', 'AfterTable')}"


def facts_of(facts: Facts, body_resources: BodyResources) -> str:
    """A block of facts as a table of two columns whose first names the second."""
    rows = "".join(
        _fact(fact, body_resources, place, facts) for place, fact in enumerate(facts.rows)
    )
    if not rows:
        return ""
    widths = [WIDTH * share // 100 for share in NAMES]
    return _table(facts.caption, widths, rows, first_row=False) + paragraph("", "AfterTable")


def _fact(fact, other, place, facts):
    name = spoken_run(fact.name, BOLD)
    # Links lead to the block of facts as to any other: its first cell is its address.
    name = name if place else other.marked(facts.anchor, name)
    lines = "".join(paragraph(text_of(line, other), "Cell", turned(line)) for line in fact.lines)
    cells = (paragraph(name, "Cell"), lines or paragraph("", "Cell"))
    return _row(
        "".join(
            _framed(cell, WIDTH * share // 100) for cell, share in zip(cells, NAMES, strict=True)
        )
    )


def _drawn(table, other):
    if not table.columns:
        return ""
    style = "SmallCell" if len(table.columns) > FEW_COLUMNS else "Cell"
    widths = widths_of([table.columns, *table.rows])
    # A page break parts no short table, and no head from its first row.
    rows = [_cells(table.columns, widths, other, style, _KEPT, heading=True)]
    short = is_short(table)
    for place, row in enumerate(table.rows, 1):
        is_last = place == len(table.rows)
        total, together = table.total_row and is_last, _KEPT if short and not is_last else ""
        rows.append(_cells(row, widths, other, style, together, total=total))
    return _table(titled(table), widths, "".join(rows), first_row=True)


def _cells(row, widths, other, style, together, heading=False, total=False):
    settings = BOLD if heading or total else ""
    cells = (
        _framed(
            paragraph(
                runs_of(cell.runs, other, settings),
                style,
                f"{together}{turned(Text(cell.runs))}{_RIGHT if cell.numeric else ''}",
            ),
            width,
            _TOTAL if total else "",
        )
        for cell, width in zip(row, widths, strict=True)
    )
    return _row("".join(cells), "<w:tblHeader/>" if heading else "")


def _framed(inner, width, border=""):
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}</w:tcPr>{inner}</w:tc>'


def _row(cells, settings=""):
    return f"<w:tr><w:trPr><w:cantSplit/>{settings}</w:trPr>{cells}</w:tr>"


def _table(title, widths, rows, first_row):
    look = f'w:firstRow="{first_row:d}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
    value = "04A0" if first_row else "0480"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value}" {look} w:noHBand="0" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoted(title)}/></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def widths_of(rows: Sequence[Sequence]) -> list[int]:
    """The width of each column in twips, by its longest cell; their sum is the page's."""
    widest = max(NARROWEST, LINE // len(rows[0]))
    letters = [
        max(NARROWEST, *(len(_runs_text(cell.runs)) for cell in column))
        for column in zip(*rows, strict=True)
    ]
    narrow = sum(letter for letter in letters if letter <= widest)
    roots = sum(sqrt(letter) for letter in letters if letter > widest)
    shares = [
        BETWEEN + (letter if letter <= widest else (LINE - narrow) * sqrt(letter) / roots)
        for letter in letters
    ]
    return [trunc(WIDTH * share / sum(shares)) for share in shares]


def _runs_text(runs: Sequence[Run]):
    return "".join(run.text for run in runs)
