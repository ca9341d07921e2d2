"""The template of every kind of file is read again as it was written, in either form."""

import pytest

from assurance.imports.file_templates import template_of, templates_of
from assurance.imports.kinds import KINDS
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_csv, write_xlsx

TEMPLATES = [
    pytest.param(*template_of(kind, part), id=f"{kind.key}-{part}".rstrip("-"))
    for kind in KINDS
    for _, part in templates_of(kind)
]


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
@pytest.mark.parametrize(("headings", "rows"), TEMPLATES)
def test_a_template_loses_nothing_and_nothing_is_said_of_it(write, headings, rows):
    (found,) = read("template", write(headings, rows))
    assert found.headings == tuple(headings)
    assert len(found.rows) == len(rows) == 1
    assert found.dropped == found.spoiled == found.notices == ()
