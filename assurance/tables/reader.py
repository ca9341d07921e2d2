"""A file somebody brings, as tables: text with separators, Excel and OpenDocument workbooks.

A file is known by what is in it, never by its name; one named as a program is not opened. What
nobody here may hold is left out here, and whatever was passed by is said.
"""

import hashlib
from dataclasses import replace

from assurance.runtime.processes.lazy_modules import LazyModule
from assurance.tables.clean import one_answer
from assurance.tables.phrases import several
from assurance.tables.refused_files import TEXT, kind_of, refuse_program
from assurance.tables.separated_values import grid_of
from assurance.tables.table import NotATable, Table
from assurance.tables.workbook.reader import grids_of

layout = LazyModule("assurance.tables.layout")


def read(name: str, content: bytes) -> list[Table]:
    """The tables in the file called `name`, at least one: of a workbook, one for each visible sheet
    that holds a table. What concerns the whole file stands in the first one's notices. Raises
    `NotATable` with what is wrong and what to do."""
    refuse_program(name)
    name, sha256 = one_answer(name), hashlib.sha256(content).hexdigest()
    if kind_of(content) == TEXT:
        return [layout.laid_out(grid_of(content), name, sha256)]
    grids, notices = grids_of(content)
    tables, refusals = [], []
    for grid in grids:
        try:
            tables.append(layout.laid_out(grid, name, sha256))
        except NotATable as refusal:
            refusals.append((grid.sheet, str(refusal)))
    if not tables:
        raise NotATable(_why_none(refusals, notices))
    notices += [f"Sheet “{sheet}” was left out. {why}" for sheet, why in refusals]
    first = tables[0]
    return [replace(first, notices=(*notices, *first.notices)), *tables[1:]]


def _why_none(refusals, notices):
    if not refusals:
        return " ".join(["The workbook has no visible sheet with anything in it.", *notices])
    if len(refusals) == 1:
        return refusals[0][1]
    sheet, why = refusals[0]
    return f"None of {several(len(refusals), 'sheet')} is a table. Sheet “{sheet}”: {why}"
