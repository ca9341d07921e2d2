"""Answers in one wave of a survey that reports read over periods of unlike length."""

import pytest

from reports.documents.figure_pairs import figure_pairs
from tests.make.published_figures import edition, entry
from tests.page_requests import words
from tests.publication.derived.reading import blocks, tables

pytestmark = pytest.mark.django_db
SERIES = "/netherby/figures/surveys.yes/straight__rely/"
TITLE = "Answered yes: I can rely on my worker (Straight, {})"


def wave(year, text, base, span, when, number=1):
    """An answer in the wave of a year, read over the period `span`."""
    return entry(text, span[1], start=span[0], when=when, number=number, key="surveys.yes",
                 member="straight__rely", title=TITLE.format(year), count=int(text), base=str(base),
                 base_count=base, cohort="")  # fmt: skip


HALF = ("2017-01-01", "2017-06-30"), "1 January 2017 to 30 June 2017"
SPRING = ("2017-05-01", "2017-07-31"), "1 May 2017 to 31 July 2017"
WINTER = ("2018-11-01", "2019-01-31"), "1 November 2018 to 31 January 2019"
FIRST = wave(2015, "47", 81, ("2015-01-01", "2015-06-30"), "1 January 2015 to 30 June 2015", 2)
BEFORE, AGAIN = wave(2017, "56", 88, *HALF), wave(2017, "56", 88, *SPRING)
LATEST = wave(2019, "42", 56, *WINTER, 2)


def test_a_wave_is_one_value_of_one_series_over_whatever_period_it_is_read(client):
    edition(BEFORE, FIRST, period_end="2017-06-30")
    now = edition(AGAIN, LATEST, period_end="2019-12-31")
    page = blocks(client.get(SERIES))
    assert [row[:4] for row in tables(page)["Values, newest first"]] == [
        (WINTER[1], "42", "56", "▲ Rose from 64% (56 of 88) to 75% (42 of 56)"),
        (SPRING[1], "56", "88", "▲ Rose from 58% (47 of 81) to 64% (56 of 88)"),
        (FIRST.when, "47", "81", "First published"),
    ]
    panel = words(client.get(f"/netherby/reports/{now.paper.series.slug}/{now.paper.slug}"
                             "/edition-1/figures/2/"))  # fmt: skip
    assert panel.count("56 of 88") == 1 and "Not comparable" not in panel


def test_a_wave_that_two_reports_print_is_one_value_in_their_comparison():
    found = figure_pairs([BEFORE, FIRST], [AGAIN, LATEST])
    pairs = {pair.after.title[-5:-1]: pair for pair in found if pair.after}
    assert pairs["2017"].before == BEFORE and pairs["2017"].change == "The same"
    # The latest wave follows the one before it, which is in both, and not the first one.
    assert pairs["2019"].before == BEFORE
