"""Which printed table of a document has the numbers of a chart, so that they are printed once."""

from collections.abc import Iterator

from reports.documents.document import Chart, Document, Table


def printed_tables(document: Document) -> dict[str, Table]:
    """Anchor of a chart → the printed table that has each of its values under the same headings, in
    a row whose label has that of the chart; no entry for a chart without one."""
    blocks = list(_blocks(document.sections))
    tables = [(block, _values(block)) for block in blocks if isinstance(block, Table)]
    by_anchor = {}
    for chart in (block for block in blocks if isinstance(block, Chart)):
        sought = _values(chart.table)
        alike = (table for table, values in tables if table.label and _has(values, sought))
        if sought and (table := next(alike, None)):
            by_anchor[chart.anchor] = table
    return by_anchor


def _blocks(blocks) -> Iterator:
    """All blocks, those inside others too."""
    for block in blocks:
        yield block
        yield from _blocks(getattr(block, "blocks", ()))


def _has(values, sought):
    """Whether each of `sought` is among `values`, whose labels may say more."""
    return all(
        any(rest == other and f" {label} " in f" {longer} " for longer, *other in values)
        for label, *rest in sought
    )


def _values(table):
    """The (label, heading, value) of each cell but those of the first column."""
    heads = [_words(cell) for cell in table.columns]
    return {
        (_words(row[0]).casefold(), head, _words(cell))
        for row in table.rows
        if row
        for head, cell in zip(heads[1:], row[1:], strict=False)
    }


def _words(cell):
    return "".join(run.text for run in cell.runs)
