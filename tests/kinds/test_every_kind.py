"""Every kind of file, from end to end: a real-looking one comes in, a spoiled one says why not, and
what stands is given back as a file that changes nothing."""

import pytest
from django.db import models
from django.urls import reverse

from assurance.imports import kinds
from assurance.imports.file_templates import standing_of
from assurance.imports.plan import lookup
from assurance.imports.plan.headings import mapped
from assurance.imports.run.lifecycle import unpacked
from assurance.runtime.typography import typographic
from assurance.tables.cells import Day
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_csv, write_xlsx
from tests.cast import make_council, officer
from tests.kinds.files import (
    REFUSED,
    SHEETS,
    SUBJECTS,
    checked,
    counts,
    good,
    imported,
    spoiled,
    told,
    what_they_speak_of,
)
from tests.own_models import ASSURANCE, models_of

pytestmark = pytest.mark.django_db


def everything_imported():
    """A register into which the good file of every kind was brought, one kind after another."""
    what_they_speak_of()
    found = {}
    for kind in kinds.KINDS:
        run = checked(good(kind.key))
        found[kind.key] = counts(run)
        assert kind.title == run.titles, "the file is recognised as another kind"
        assert found[kind.key][0] and not found[kind.key][3], (kind.key, told(run) or asked(run))
        imported(run)
    return found


def asked(run):
    """What a check found, for a message."""
    return unpacked(run.found)["units"]


def given_back(kind, write):
    """What stands of a kind, as a file."""
    return (f"{kind.key}.back", write(*standing_of(kind, make_council())))


NASTY = (
    "=cmd|' /C calc'!A0",
    "'+1 is text",
    "<b>bold</b> & “quoted”",
    "-5 of them",
    "01234",
    "1.23E+11",
    "31/12/2015",
    "a; b, c\nd",
    "ÅÉ – 漢字",
)


# What is free in one line, and weighed by no rule.
IN_A_LINE = ("source", "area", "frequency", "consulted")


def spoil_the_words():
    """Every free text of the register is made one that a spreadsheet might run, round or split."""
    for model in [one for one in models_of(*ASSURANCE) if one.__module__.split(".")[1] in SUBJECTS]:
        for field in model._meta.concrete_fields:
            several = isinstance(field, models.TextField) and not field.choices
            if several or (isinstance(field, models.CharField) and field.name in IN_A_LINE):
                for number, row in enumerate(model._base_manager.exclude(**{field.name: ""})):
                    words = NASTY[number % len(NASTY)]
                    words = words if several else " ".join(words.split())
                    # What is printed is saved with typographic marks, whoever saves it.
                    is_printed = field.name in getattr(model, "printed", ())
                    words = typographic(words) if is_printed else words
                    model._base_manager.filter(pk=row.pk).update(**{field.name: words})


def what_comes_back():
    """Kind and form → what importing again what stands would do, where that is anything."""
    found = {}
    for kind in SHEETS:
        for write in (write_csv, write_xlsx):
            run = checked([given_back(kind, write)], kinds=(kind,))
            if counts(run) != (0, 0, run.rows, 0):
                found[kind.key, write.__name__] = (counts(run), told(run))
    return found


def test_each_kind_comes_in_says_what_is_wrong_and_is_given_back(monkeypatch):
    # Whatever a row names is read anew every two rows, and no row is far from such a seam.
    monkeypatch.setattr(lookup, "ROWS", 2)
    everything_imported()
    refused, sentences = {}, []
    for kind in kinds.KINDS:
        run = checked(spoiled(kind.key))
        assert kind.title == run.titles
        refused[kind.key] = sorted({row for row, *_ in told(run)})
        sentences += [one for *_, wrong, right in told(run) for one in (wrong, right) if one]
    assert refused == REFUSED
    assert not [one for one in sentences if one[-1] not in ".?!" or one[0].islower()]
    spoil_the_words()
    assert what_comes_back() == {}


def test_the_page_leads_to_what_stands_or_says_why_there_is_no_such_file(client):
    client.force_login(officer())
    page = client.get(reverse("imports:start")).content.decode()
    for kind in SHEETS:
        for form in ("csv", "xlsx"):
            assert reverse("imports:standing", kwargs={"key": kind.key, "form": form}) in page
    assert "so they cannot be given back: keep the return itself" in page
    others = {kind.key: kind.why_not_given_back for kind in kinds.KINDS if kind not in SHEETS}
    assert [key for key, why in others.items() if why] == ["ssda903"]
    assert all(kind.standing for kind in SHEETS)


# A day of these may be one to come: plans, roles that begin, what holds until a day.
MAY_BE_TO_COME = {
    *("starts_on", "ends_on", "due_on", "next_report_on", "from_date", "to_date"),
    *("target_from", "target_to", "day", "absent_from", "absent_until"),
}


@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.key)
def test_a_day_that_has_to_have_come_is_refused_before_it_has(kind):
    days = [column for column in kind.columns if isinstance(column.read, Day)]
    assert {column.name for column in days if not column.past} <= MAY_BE_TO_COME


def needed_cells(kind):
    """The columns whose cells, left empty wherever they were filled, have rows refused."""
    [path] = good(kind.key)
    [table] = read(path.name, path.read_bytes())
    refused = counts(checked([path], kinds=(kind,)))[3]
    for name, place in mapped(kind, table).items():
        rows = [list(row.cells) for row in table.rows]
        filled = [row for row in rows if row[place] is not None]
        for row in filled:
            row[place] = None
        if filled and any(cell is not None for row in rows for cell in row):
            given = (path.name, write_csv(table.headings, rows))
            if counts(checked([given], kinds=(kind,)))[3] > refused:
                yield name


@pytest.mark.sampled(2)
@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.key)
def test_every_column_that_a_row_needs_is_marked_as_such(kind):
    what_they_speak_of()
    marked = {
        column.name for column in kind.columns if column.filled or column.needed or column.condition
    }
    assert set(needed_cells(kind)) <= marked
