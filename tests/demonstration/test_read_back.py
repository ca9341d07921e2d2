"""What the demonstration's reports print follows from the rows; nothing that is changed in them
goes unseen."""

from dataclasses import fields, is_dataclass, replace

import pytest

from reports.documents.document import FIGURE, PLAIN, REFERENCE, Bar, Chart, Headlines, Run
from reports.papers.models.papers import Paper
from tests.demonstration.reading import document, each
from tests.reckoning.issued import Issued
from tests.reckoning.raw import Raw

pytestmark = pytest.mark.django_db
# A figure is named by its key here, and in a paper by the number of its entry.
WRONG = {
    "a number": (Run("30", FIGURE, "dbs.overdue"), Run("31", FIGURE)),
    "a share": (Run("24%", FIGURE, "looked_after.local_age_band"), Run("25%", FIGURE)),
    "a bound": (Run("over 90%", FIGURE, "audits.shared"), Run("over 96%", FIGURE)),
    "a comparison": (
        Run("rose from 16 to 21", FIGURE, "looked_after.placement"),
        Run("fell from 16 to 21", FIGURE),
    ),
    "a date": (
        Run("15 January 2016", PLAIN, "dbs_position"),
        Run("15 July 2016", PLAIN, "dbs_position"),
    ),
    "the date of a head": (
        Run("1 January 2015", PLAIN, "comparison"),
        Run("1 December 2015", PLAIN, "position"),
    ),
    "the length of a list": (Run("13", FIGURE, "documents.by_kind"), Run("14", FIGURE)),
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


def numbered(report, old, new):
    """`old` and `new` as the report prints a figure, by the number of its entry."""
    if not (isinstance(old, Run) and old.kind == FIGURE):
        return old, new
    keys = {str(entry.number): entry.key for entry in report.figures}
    [number] = {
        run.to
        for run in each(report, Run)
        if (run.text, run.kind) == (old.text, FIGURE) and keys[run.to] == old.to
    }
    return replace(old, to=number), replace(new, to=number)


def swapped(value, old, new):
    """`value` with `new` wherever `old` stands in it but in its headlines, which repeat what is
    said below; a bar goes by its words."""
    if isinstance(value, Headlines):
        return value
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
    report = document("january-2016")
    old, new = numbered(report, *WRONG[what])
    assert swapped(report, old, new) != report, what
    assert [*issued("january-2016", lambda printed: swapped(printed, old, new)).faults()] != []


def test_a_sentence_of_a_chart_that_compares_otherwise_is_seen(demonstration):
    finding = next(each(document("january-2016"), Chart)).finding
    wrong = finding.replace("from 16 to 21", "from 16 to 46")
    faults = issued("january-2016", lambda printed: swapped(printed, finding, wrong)).faults()
    assert [*faults] == ["rose from 16 to 46"]
