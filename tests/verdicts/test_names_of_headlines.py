"""The name of a headline figure and the day of its figure."""

from datetime import date

import pytest

from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import dbs
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
ROW = {"part": "body", "parent": "work", "heading": "", "text": "", "slug": "first"}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("Children on 1 May 2015", "1 May 2015"),
        ("Children looked after, May 2015", "May 2015"),
        ("Children on 1 December 2015", ""),
        ("Children, December 2015", ""),
        ("Children on [[date:comparison]]", "1 January 2015"),
        ("Children on [[date:position]]", ""),
        ("Children looked after 11 months before 1 November 2016", ""),
        ("Children under the strategy of May 2015", ""),
    ],
)
def test_a_headline_is_not_named_for_another_day_than_its_figures(name, wrong):
    rows = [
        {"label": name, "figure": "[[looked_after.children @position]]"},
        {"label": "Children at first", "figure": "[[looked_after.children @comparison]]"},
        {"label": "Audits", "figure": "[[audits.done @year]]"},
    ]
    block = {**ROW, "kind": "headlines", "data": {"headlines": rows}}
    causes = verdict(written(cast.clerk(), block)).errors
    about = [row.fault.about for cause in causes for row in cause.results]
    assert about == ([wrong] if wrong else [])


def test_a_headline_is_not_named_for_other_things_than_its_figure_counts():
    named = {
        "Children looked after": (),
        "Children in care, all ages": (),
        "Children aged 16 and over": ("16 and over",),
        "Children looked after in England": ("England",),
        "Social workers": ("Social workers",),
        "Average number of children looked after": ("Average",),
    }
    token = "[[looked_after.children @position]]"
    rows = [{"label": name, "figure": token} for name in named]
    block = {**ROW, "kind": "headlines", "data": {"headlines": rows}}
    causes = verdict(written(cast.clerk(), block)).errors
    says = [row.fault.says for cause in causes for row in cause.results]
    for name, words in named.items():
        texts = [text for text in says if text.startswith(f"The headline “{name}”")]
        assert len(texts) == len(words), says
        assert all(f"names “{word}”" in texts[0] for word in words)


def test_a_headline_may_be_called_as_its_figure_is():
    """The name that a headline has where none is written is the title of its figure."""
    dbs.dbs_audit(audit_date=date(2015, 11, 30), position_date=date(2015, 12, 1))
    token = "[[dbs.overdue @position]]"
    rows = [{"label": name, "figure": token} for name in ("", "Audits overdue")]
    block = {**ROW, "kind": "headlines", "data": {"headlines": rows}}
    causes = verdict(written(cast.clerk(), block)).errors
    says = [row.fault.says for cause in causes for row in cause.results]
    assert [text.partition(" names ")[0] for text in says] == ["The headline “Audits overdue”"]
