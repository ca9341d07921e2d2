"""Changes that a count alone would tell wrongly: of shares that go the other way, of differences,
and of sums in pounds."""

import pytest

from assurance.accounts.models.accounts import Council
from reports.documents.figure_pairs import ChangedEntry, figure_pairs
from reports.documents.series.shares import steps_of_shares
from reports.publication.figure_charts.chart import figure_chart
from reports.tasks.home_parts.next_meeting import change_words
from tests.make.published_figures import BEFORE, END, edition, entry
from tests.page_requests import words
from tests.publication.test_latest_figures import LIST, PAGE, latest, number

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        # Fewer of far fewer who answered are a larger share.
        (
            number("56", BEFORE, base="88", base_count=88),
            number("42", base="56", base_count=56),
            "Rose from 64% (56 of 88) to 75% (42 of 56)",
        ),
        (
            number("16", BEFORE, base="210", base_count=210),
            number("21", base="188", base_count=188),
            "Rose from 8% (16 of 210) to 11% (21 of 188)",
        ),
        # The shares print alike.
        (
            number("7", BEFORE, base="701", base_count=701),
            number("6", base="600", base_count=600),
            "Stayed at 1.0% (7 of 701; then 6 of 600)",
        ),
        # The wholes are nearly alike.
        (
            number("24", BEFORE, base="346", base_count=346),
            number("30", base="351", base_count=351),
            "Rose from 24 of 346 to 30 of 351",
        ),
        # A whole that is a tenth larger is not, even where both go the same way.
        (
            number("69", BEFORE, base="89", base_count=89),
            number("44", base="57", base_count=57),
            "Fell from 78% (69 of 89) to 77% (44 of 57)",
        ),
        (
            number("14", BEFORE, base="351", base_count=351),
            number("14", base="512", base_count=512),
            "Fell from 4% (14 of 351) to 3% (14 of 512)",
        ),
        # As many of a few more have not changed, even where their whole series is of shares.
        (
            number("14", BEFORE, base="490", base_count=490),
            number("14", base="560", base_count=560),
            "No change from 14 of 490",
        ),
    ],
)
def test_a_share_that_goes_the_other_way_than_its_count_is_what_is_printed(then, now, change):
    edition(then, period_end=BEFORE)
    edition(now)
    [figure] = latest().values()
    assert figure.change == change


def test_the_earlier_date_stands_with_the_earlier_share_wherever_the_change_is_printed():
    then = number("56", BEFORE, base="88", base_count=88)
    now = number("42", base="56", base_count=56)
    dated = f"Rose from 64% (56 of 88, {then.when}) to 75% (42 of 56)"
    assert steps_of_shares(then, now, then.when) == dated
    assert change_words(ChangedEntry(then, now)) == dated
    [pair] = figure_pairs([then], [now])
    assert pair.change == "Rose from 64% (56 of 88) to 75% (42 of 56)"


def test_two_sums_in_whole_pounds_differ_by_pounds():
    then = entry("£51,000", BEFORE, count=51000, unit="pounds")
    [pair] = figure_pairs([then], [entry("£52,000", END, count=52000, unit="pounds")])
    assert pair.change == "Rose by £1,000"


def test_a_difference_is_in_no_list_and_no_change_of_it_is_printed(client):
    change = {"member": "difference-1", "title": "Change: of it", "made_of": (1, 2)}
    edition(number("30"), entry("-22", BEFORE, count=-22, **change), period_end=BEFORE)
    edition(number("31"), entry("12", count=12, **change))
    page = words(client.get(LIST))
    assert "Change: of it" not in page and "1 figure found" in page
    figure = latest()["dbs.overdue", "difference-1"]
    assert (figure.change, figure.dated_change) == ("", "")
    assert "Rose from -22" not in words(client.get(f"{PAGE}difference-1/"))


def test_dates_of_a_longer_line_follow_none_of_a_shorter_but_for_the_last():
    days = ("2019-10-31", "2019-11-30", "2019-12-31")
    line = [
        number(str(text), day, number=place)
        for place, (text, day) in enumerate(zip((225, 226, 228), days, strict=True), 10)
    ]
    two = [number("189", "2016-01-01", number=1), number("196", "2016-12-01", number=2)]
    pairs = {pair.entry.text: pair.before for pair in figure_pairs(two, line) if pair.after}
    assert {text: before and before.text for text, before in pairs.items()} == {
        "225": None,
        "226": None,
        "228": "196",
    }
    # The first dates of two reports are no change, even of as many on both sides.
    pairs = {pair.entry.text: pair.before for pair in figure_pairs(two, line[1:]) if pair.after}
    assert pairs["226"] is None and pairs["228"].text == "196"


def test_a_series_speaks_of_shares_in_its_title_its_rows_its_tile_and_its_chart(client):
    days = (("2015-12-01", "1 December 2015"), ("2016-06-01", "1 June 2016"),
            ("2016-12-01", "1 December 2016"))  # fmt: skip
    values = (("142", 188), ("146", 196), ("148", 201))
    for (day, when), (text, base) in zip(days, values, strict=True):
        own = number(text, day, base=str(base), base_count=base, when=when)
        edition(own, period_end=day)
    page = words(client.get(PAGE))
    title = "fell from 76% (142 of 188) to 74% (148 of 201) between 1 December 2015 and"
    assert title in page
    assert "Fell from 76% (142 of 188) to 74% (146 of 196)" in page
    assert "Fell from 74.5% (146 of 196) to 73.6% (148 of 201)" in page
    assert "ose from" not in page
    [figure] = latest().values()
    assert figure.change == "Fell from 74.5% (146 of 196) to 73.6% (148 of 201)"
    chart = figure_chart(Council.objects.get(slug="netherby"), figure.strand)
    assert [point.words for point in chart.line.series[0].points] == ["76%", "74%", "74%"]
    assert [round(point.value, 1) for point in chart.line.series[0].points] == [75.5, 74.5, 73.6]


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        ((19, 188), (22, 196), "Rose from 10% (19 of 188) to 11% (22 of 196)"),
        ((21, 188), (24, 196), "Rose from 11% (21 of 188) to 12% (24 of 196)"),
        ((18, 355), (18, 362), "The same"),
        ((79, 79), (81, 81), "Stayed at 100% (79 of 79; then 81 of 81)"),
    ],
)
def test_two_reports_compare_every_part_of_a_whole_as_a_share(then, now, change):
    values = [
        number(str(count), day, base=str(base), base_count=base)
        for day, (count, base) in ((BEFORE, then), (END, now))
    ]
    [pair] = figure_pairs(values[:1], values[1:])
    assert pair.change == change
