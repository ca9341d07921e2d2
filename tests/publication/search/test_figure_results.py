"""A figure as search shows it: the newest value, how it changed, where it is printed, its line."""

import re

import pytest

from reports.editions.models.editions import Edition
from reports.publication.search.sections import figure_results
from tests.make.published_figures import BEFORE, END, entry, indexed
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
OVERDUE = ("dbs.overdue", "")


def value(number, end=END, **said):
    """A figure of this count on a day."""
    return entry(str(number), end, count=number, unit="people", **said)


def shown(*keys):
    """The results of figures."""
    editions = Edition.objects.public_in("netherby").readable()
    return figure_results(keys or [OVERDUE], "netherby", editions)


def test_the_newest_value_is_shown_with_its_date_and_where_it_is_printed():
    row = indexed(value(30, base="351", places=("summary",)), value(21, "2014-12-31"))
    indexed(value(24, BEFORE), period_end=BEFORE)
    [one] = shown()
    assert (one.point.text, one.point.entry.base, one.point.entry.end) == ("30", "351", END)
    assert one.title == "People past their re-check date"
    assert one.address == "/netherby/figures/dbs.overdue/"
    home = f"/netherby/reports/assurance/{row.paper.slug}/edition-1/"
    assert one.point.printing.places == ((f"{home}#summary", "“Summary”"),)


@swept([(24, 30, "Rose from 24 to 30"), (30, 24, "Fell from 30 to 24"), (30, 30, "No change")])
@pytest.mark.django_db
def test_a_change_is_in_words_without_a_judgement(then, now, word):
    indexed(value(then, BEFORE), value(now))
    [one] = shown()
    assert (one.change, one.before.text) == (word, str(then))


@pytest.mark.parametrize(
    "then",
    [
        value(24, BEFORE, population="other people"),
        value(24, BEFORE, mark="withheld"),
        entry("24", BEFORE, count=None),
    ],
)
def test_what_is_not_comparable_or_not_shown_makes_no_change(then):
    indexed(then, value(30, population="all staff"))
    [one] = shown()
    assert (one.change, one.before) == ("Counted differently before", None)


def test_a_figure_printed_once_has_no_change_and_no_line():
    indexed(value(30))
    [one] = shown()
    assert (one.change, one.small_line) == ("First published", "")


def test_three_values_make_a_small_line_that_reads_them_out():
    indexed(value(41, "2014-01-09"), value(24, BEFORE), value(30))
    drawing = shown()[0].small_line
    assert drawing.startswith("<svg") and "style" not in drawing
    label = re.search("<title>([^<]*)</title>", drawing)[1]
    assert label.startswith("People past their re-check date: 41 (2014-01-09)")
    assert label.endswith(f"; 24 ({BEFORE}); 30 ({END})")


def test_a_line_begins_after_what_is_not_shown():
    values = [value(41, "2014-01-09"), value(24, BEFORE), value(30), value(28, "2015-11-01")]
    indexed(*values, entry("not shown", "2015-03-31", count=None, mark="withheld"))
    drawing = shown()[0].small_line
    assert "not shown" not in drawing
    assert drawing.count("<circle") == 3 and "41" not in drawing


def test_members_have_pages_of_their_own_and_what_is_not_printed_has_no_result():
    placed = {"key": "looked_after.placement", "member": "agency_foster"}
    indexed(value(21, **placed), value(30))
    keys = [("looked_after.placement", "agency_foster"), OVERDUE, ("audits.done", "")]
    first, second = shown(*keys)
    assert first.address == "/netherby/figures/looked_after.placement/agency_foster/"
    assert second.address == "/netherby/figures/dbs.overdue/"
    assert figure_results([], "netherby", Edition.objects.all()) == []


def test_two_groups_counted_on_one_day_show_the_one_that_is_followed_longest():
    carers = {"cohort": "Carers"}
    indexed(value(24, BEFORE), value(30), value(8, **carers))
    [one] = shown()
    assert one.point.entry.cohort == "Staff"
