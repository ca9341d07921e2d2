"""Changes that a count alone would tell wrongly: of shares that go the other way, of differences,
and of sums in pounds."""

import pytest

from reports.documents.figure_pairs import ChangedEntry, figure_pairs, steps_of_shares
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
            "Fell from 7 of 701 to 6 of 600",
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
            "No change from 14 of 351",
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
    # As many on both sides follow each other by time.
    pairs = figure_pairs(two, line[1:])
    assert {pair.after.text: pair.before.text for pair in pairs} == {"226": "189", "228": "196"}
