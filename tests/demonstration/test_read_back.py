"""What the demonstration's reports print follows from the rows; nothing that is changed in them
goes unseen."""

from dataclasses import fields, is_dataclass, replace

import pytest

from reports.documents.document import FIGURE, PLAIN, REFERENCE, Bar, Chart, Run
from reports.papers.models.papers import Paper
from tests.demonstration.reading import document, each
from tests.reckoning.issued import Issued
from tests.reckoning.raw import Raw

pytestmark = pytest.mark.django_db
WRONG = {
    "a number": (Run("30", FIGURE, "8"), Run("31", FIGURE, "8")),
    "a share": (Run("24%", FIGURE, "26"), Run("25%", FIGURE, "26")),
    "a bound": (Run("over 90%", FIGURE, "3"), Run("over 96%", FIGURE, "3")),
    "a comparison": (
        Run("rose from 16 to 21", FIGURE, "19"),
        Run("fell from 16 to 21", FIGURE, "19"),
    ),
    "a date": (
        Run("15 January 2016", PLAIN, "dbs_position"),
        Run("15 July 2016", PLAIN, "dbs_position"),
    ),
    "the date of a head": (
        Run("1 January 2015", PLAIN, "comparison"),
        Run("1 December 2015", PLAIN, "position"),
    ),
    "the length of a list": (Run("13", FIGURE, "13"), Run("14", FIGURE, "13")),
    "a citation": (
        Run("paragraphs 25–28", REFERENCE, "para-25"),
        Run("paragraphs 26–28", REFERENCE, "para-25"),
    ),
    "a bar": (Bar("x", "21", 1000), Bar("x", "22", 1000)),
}


def issued(slug, changed=lambda report: report):
    paper = Paper.objects.get(slug=slug)
    names = {one.name: (one.start, one.end) for one in paper.named_dates.all()}
    names["period"] = (paper.period_start, paper.period_end)
    return Issued(changed(document(slug)), Raw(), paper.council_id, names)


def swapped(value, old, new):
    """`value` with `new` wherever `old` stands in it; a bar goes by its words."""
    if isinstance(value, Bar) and isinstance(old, Bar):
        return replace(value, words=new.words) if value.words == old.words else value
    if value == old:
        return new
    if isinstance(value, tuple):
        return tuple(swapped(item, old, new) for item in value)
    if is_dataclass(value):
        names = (field.name for field in fields(value))
        return replace(value, **{name: swapped(getattr(value, name), old, new) for name in names})
    return value


@pytest.mark.parametrize("slug", ["july-2015", "january-2016"])
def test_each_number_and_date_of_a_report_follows_from_the_rows(demonstration, slug):
    assert [*issued(slug).faults()] == []


@pytest.mark.parametrize("what", WRONG)
def test_what_is_changed_in_a_report_is_seen(demonstration, what):
    old, new = WRONG[what]
    report = document("january-2016")
    assert swapped(report, old, new) != report, what
    assert [*issued("january-2016", lambda printed: swapped(printed, old, new)).faults()] != []


def test_a_sentence_of_a_chart_that_compares_otherwise_is_seen(demonstration):
    finding = next(each(document("january-2016"), Chart)).finding
    wrong = finding.replace("from 16 to 21", "from 16 to 46")
    faults = issued("january-2016", lambda printed: swapped(printed, finding, wrong)).faults()
    assert [*faults] == ["rose from 16 to 46"]
