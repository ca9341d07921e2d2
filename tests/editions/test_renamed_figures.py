"""A figure whose key is another today: papers and editions that name it as before go on working."""

from dataclasses import replace

import pytest

from assurance.figures.keys import ALIASES, current_key, keys_of
from assurance.figures.registry import FIGURES
from reports.documents.diff import compare
from reports.documents.document import from_json
from reports.editions.changed_figures import changed_since
from reports.editions.models.editions import Edition
from reports.editions.snapshot import assembled, printed_before
from reports.issue import jobs
from reports.language.text import _cached_parse
from reports.papers.manuscript import read
from reports.publication.models.figures import PrintedFigure
from reports.publication.notes.queries import PrintedEdition, followed
from reports.publication.previous_values import last_positions
from tests import cast
from tests.make import papers as make
from tests.make.drafts import ON, approved, written
from tests.make.published_figures import BEFORE, edition, entry

pytestmark = pytest.mark.django_db
OLD, NEW = "audits.done", "audits.completed"
GRID = {"columns": [{"label": "2015", "when": "year"}], "rows": [{"label": "Done", "quote": OLD}]}


@pytest.fixture
def rename(monkeypatch):
    """Gives the figure another key, and leaves the old one to what was kept."""

    def name(key):
        return NEW if key == OLD else key

    def today():
        for key, figure in list(FIGURES.items()):
            ties = {"bound_by": tuple(map(name, figure.bound_by)), "base": name(figure.base)}
            now = replace(figure, key=name(key), whole=name(figure.whole), **ties)
            monkeypatch.delitem(FIGURES, key)
            monkeypatch.setitem(FIGURES, now.key, now)
        monkeypatch.setitem(ALIASES, OLD, NEW)
        _cached_parse.cache_clear()

    yield today
    _cached_parse.cache_clear()


def test_a_key_leads_to_its_figure_from_either_name(rename):
    rename()
    assert current_key(OLD) == current_key(NEW) == NEW
    assert keys_of(OLD) == keys_of(NEW) == (NEW, OLD)
    assert keys_of("dbs.overdue") == ("dbs.overdue",)


def test_an_old_draft_says_what_it_said(rename):
    table = {"slug": "grid", "part": "body", "kind": "table", "parent": "work", "heading": ""}
    table |= {"text": "", "data": {"caption": "Audits", "grid": GRID}}
    paper = written(cast.clerk(), table)
    before = assembled(read(paper)).document
    rename()
    again = assembled(read(paper))
    assert again.problems == ()
    assert again.document.sections == before.sections
    assert NEW in {one.key for one in again.document.figures}
    assert compare(before, again.document).figures == ()


def test_an_old_edition_knows_its_figures(rename):
    paper, clerk, _ = approved()
    issued = jobs.issue(paper, by=clerk, on=ON)
    assert {row.key for row in issued.provenance.all()} >= {OLD}
    rename()
    assert changed_since(issued) == ()
    for key in (OLD, NEW):
        told = printed_before(paper, [key])
        assert [(row.identity[0], row.count) for row in told] == [(NEW, 2)]
        [printed] = PrintedFigure.objects.of_series(key)
        assert printed.key == NEW and from_json(printed.entry).key == OLD
    assert [row["figure"] for row in PrintedFigure.objects.gathered() if "audits" in row["figure"]]


def test_what_an_edition_printed_is_known_once_it_is_removed():
    paper, clerk, _ = approved()
    issued = jobs.issue(paper, by=clerk, on=ON)
    known = printed_before(paper)
    make.remove_edition(edition=issued)
    assert not Edition.objects.active().exists()
    assert known and printed_before(paper) == known


def test_a_figure_is_followed_from_its_old_name_to_its_new_one(rename):
    then = edition(entry("30", BEFORE, key=OLD), period_end=BEFORE)
    now = edition(entry("31", key=NEW))
    documents = [from_json(one.document) for one in (then, now)]
    latest = documents[1].figures[0]
    assert last_positions(now, latest) == ()
    rename()
    assert [row.entry.text for row in last_positions(now, latest)] == ["30"]
    same_day = replace(documents[0], figures=(replace(latest, key=OLD),))
    places = (PrintedEdition(same_day), PrintedEdition(documents[1]))
    assert followed("figure-1", *places) == "figure-1"
