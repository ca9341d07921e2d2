"""A date that a later report counts otherwise, and the groups whose values are followed."""

from dataclasses import replace
from datetime import date

import pytest

from reports.documents.document import from_json
from reports.publication.models.figures import PrintedFigure
from reports.publication.previous_values import counted_later, counted_later_among
from tests.make.published_figures import BEFORE, END, edition, entry
from tests.page_requests import words
from tests.publication.test_previous_values import told

pytestmark = pytest.mark.django_db


def test_a_group_that_a_report_prints_alone_is_followed_where_others_are_next_to_it():
    edition(entry("24", BEFORE, cohort="All staff"), period_end=BEFORE)
    both = (entry(text, "2015-09-30", cohort=name) for text, name in
            (("18", "All staff"), ("8", "Carers")))  # fmt: skip
    edition(*both, period_end="2015-09-30")
    assert [text for text, *_ in told(edition(entry("30")))] == ["18", "24"]


LATER = (
    "Later counted as 227 of 300 (Assurance report, December 2015, edition 2, published on "
    "8 January 2016)."
)


@pytest.mark.long
def test_a_later_count_of_the_same_date_is_no_earlier_value_and_is_named(client):
    first = edition(entry("228"), issued_on=date(2016, 1, 8))
    other = edition(entry("228"), issued_on=date(2016, 1, 8))
    again = entry("227", base="300")
    corrected = edition(again, of=other.paper, number=2, issued_on=date(2016, 1, 8))
    assert told(first) == [] and told(corrected) == [("228", END, "")]
    figures = from_json(first.document).figures
    values = counted_later(first, figures)
    assert {number: value.sentence for number, value in values.items()} == {1: LATER}
    home = f"/netherby/reports/assurance/{first.paper.slug}/edition-1/"
    assert LATER in words(client.get(f"{home}figures/1/")) and LATER in words(client.get(home))
    page = words(client.get(f"/netherby/reports/assurance/{other.paper.slug}/edition-2/figures/1/"))
    assert "The same date, counted again here" in page and "Later counted" not in page
    assert counted_later(corrected, [again]) == {}


def test_a_survey_wave_that_is_read_over_another_period_and_counted_otherwise_is_named():
    wave = {"key": "surveys.yes", "title": "Answered yes: The worker listens (Survey, 2015)"}
    first = edition(entry("83", start="2015-07-01", **wave), issued_on=date(2016, 1, 8))
    later = {"period_end": "2016-02-29", "issued_on": date(2016, 3, 9)}
    edition(entry("85", "2016-02-29", start="2015-01-01", **wave), **later)
    [value] = counted_later(first, from_json(first.document).figures).values()
    assert value.sentence.startswith("Later counted as 85 (")


def test_nothing_is_named_of_what_is_not_shown_or_is_counted_as_before():
    first = edition(entry("228"), issued_on=date(2016, 1, 8))
    figures = from_json(first.document).figures
    edition(entry("227"), period_end="2016-01-31", issued_on=date(2016, 1, 9))
    edition(entry("228"), period_end="2016-02-29", issued_on=date(2016, 3, 9))
    assert counted_later(first, figures) == {}
    edition(entry("hidden", mark="withheld"), period_end="2016-03-31", issued_on=date(2016, 4, 9))
    assert counted_later(first, figures) == {}
    assert counted_later(first, [replace(figures[0], mark="withheld")]) == {}


def test_the_later_value_is_found_among_all_printings_of_a_figure_as_by_its_date():
    before = edition(entry("9", BEFORE), period_end=BEFORE, issued_on=date(2016, 1, 7))
    first = edition(entry("228"), issued_on=date(2016, 1, 8))
    later = {"period_end": "2016-02-29", "issued_on": date(2016, 3, 9)}
    edition(entry("226"), entry("10", BEFORE), **later)
    rows = PrintedFigure.objects.public_in("netherby").with_newest()
    for made, text in ((before, "10"), (first, "226")):
        figures = from_json(made.document).figures
        [value] = counted_later_among(rows, made, figures).values()
        assert value.entry.text == text
        assert counted_later(made, figures) == {value.before.number: value}
    assert counted_later_among(rows, first, []) == {}
