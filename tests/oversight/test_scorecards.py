"""Scorecards of boards: what they show on a day, frozen for a meeting, printed on two pages."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import combinations

import pikepdf
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from assurance.governance.models.measures import MeasureCommentary
from assurance.governance.rules import choices
from assurance.records.history import HistoryEntry
from assurance.records.operations import change, create
from assurance.records.refusals import Refused
from assurance.runtime.periods import say_day, this_moment, today
from reports.oversight import operations
from reports.oversight.contents import NO_VALUE, NOT_SHOWN, frozen_content
from reports.oversight.models import MOST, MeetingScorecard, Scorecard
from reports.oversight.scorecard_file import scorecard_pdf, with_lines
from reports.oversight.trend_lines import trend_line
from tests.cases import written_cases
from tests.cast import make_council, officer
from tests.charts.drawn import lines, overlap, size_of, trees, word_boxes, words
from tests.make import matters
from tests.make.oversight import frozen, scorecard

pytestmark = pytest.mark.django_db
DAY = date(2015, 12, 31)


def measured(*values, better="lower", **said):
    """A measure with a value at the end of each month from October on."""
    row = matters.measure(better=better, **said)
    for month, value in enumerate(values, 10):
        matters.value(measure=row, to_date=date(2015, month, 30), value=value)
    return row


def shown(*measures, day=DAY):
    """The rows of a scorecard of these measures."""
    return frozen_content(scorecard(measures), day)["rows"]


def test_an_indicator_has_its_value_target_trend_and_sentence():
    row = measured(12, 11, 9)
    matters.target(measure=row, value=8, tolerance=1)
    matters.commentary(measure=row)
    matters.commentary(measure=row, month=date(2016, 1, 1), text="Later.")
    (line,) = shown(row)
    assert (line["value"], line["at"]) == ("9", "30 December 2015")
    assert (line["target"], line["verdict"]) == ("8 ± 1", choices.TOLERATED)
    assert (line["sentence"], line["said_in"]) == ("Two posts were filled.", "December 2015")
    assert (line["unit"], line["aim"]) == ("number", "8.00")
    assert [value for _, value in line["trend"]] == ["12.00", "11.00", "9.00"]


@pytest.mark.parametrize(
    ("value", "tolerance", "better", "expected"),
    [
        (8, None, "lower", choices.MET),
        (9, None, "lower", choices.MISSED),
        (9, 1, "lower", choices.TOLERATED),
        (10, 1, "lower", choices.MISSED),
        (7, 1, "higher", choices.TOLERATED),
        (9, 1, "higher", choices.MET),
        (9, 5, "neither", ""),
    ],
)
def test_a_miss_within_tolerance_is_told_apart(value, tolerance, better, expected):
    amounts = [None if one is None else Decimal(one) for one in (value, tolerance)]
    assert choices.verdict(amounts[0], Decimal(8), better, amounts[1]) == expected


def test_only_what_stood_by_the_day_is_shown():
    row = measured(12, 11, 9)
    gone = row.values.get(to_date=date(2015, 11, 30))
    gone.withdrawn_on, gone.withdrawn_by, gone.withdrawn_because = DAY, officer(), "Twice"
    gone.save()
    (line,) = shown(row, day=date(2015, 11, 30))
    assert (line["value"], line["at"]) == ("12", "30 October 2015")
    assert line["trend"] == [["2015-10-30", "12.00"]]
    (none,) = shown(matters.measure())
    assert (none["value"], none["trend"], none["verdict"]) == (NO_VALUE, [], "")


def test_so_few_people_are_not_shown_nor_their_trend_or_target_met():
    row = measured(30, 20, 3, of_people=True)
    matters.target(measure=row, value=8)
    (line,) = shown(row)
    assert line["value"] == NOT_SHOWN
    assert (line["trend"], line["verdict"]) == ([], "")


POINTS = [["2015-10-30", "12.00"], ["2015-11-30", "9.00"]]


def test_a_trend_is_a_line_with_its_words():
    drawn = trend_line(POINTS)
    assert "From 12 on 30 October 2015 to 9 on 30 November 2015<" in drawn
    assert trend_line(POINTS[:1]) == trend_line([]) == ""
    assert trend_line([POINTS[0], POINTS[0]]) == ""
    assert "circle" in trend_line([["2015-10-30", "5"], ["2015-11-30", "5"]])


def test_the_ends_of_a_line_and_its_target_are_labelled_in_the_unit():
    drawn = trend_line(POINTS, "percent", "10")
    for label in (">12%<", ">9%<", ">Target 10%<", ">Oct 2015<", ">Nov 2015<"):
        assert label in drawn
    assert "to 9% on 30 November 2015; target 10%<" in drawn
    in_days = trend_line(POINTS, "days", "1200")
    assert ">9 days<" in in_days and ">Target 1,200 days<" in in_days
    assert "to 9 days on 30 November 2015; target 1,200 days<" in in_days
    assert 'class="lt"' in drawn and 'class="lt"' not in trend_line(POINTS)
    assert "style=" not in drawn, "the security policy refuses a style"


AMOUNTS = st.decimals(-10_000, 10_000, places=2)


@written_cases()
@given(
    st.lists(st.tuples(st.dates(date(2000, 1, 1), date(2100, 1, 1)), AMOUNTS), max_size=12),
    st.one_of(st.none(), AMOUNTS),
)
def test_nothing_of_a_line_is_cut_off_and_no_label_covers_another(values, target):
    points = [[day.isoformat(), str(value)] for day, value in sorted(values)]
    drawn = trend_line(points, "money", "" if target is None else str(target))
    if not drawn:
        assert len({day for day, _ in points}) < 2
        return
    (tree,) = trees(drawn)
    boxes, (width, height) = list(word_boxes(tree)), size_of(tree)
    assert all(one[0] >= 0 and one[2] <= width + 0.5 for one in boxes)
    assert all(one[1] >= 0 and one[3] <= height for one in boxes)
    assert not any(overlap(*pair) for pair in combinations(boxes, 2))
    assert any(text.startswith("Target") for text in words(tree)) == (target is not None)


@written_cases()
@given(st.lists(AMOUNTS, min_size=2, max_size=12), AMOUNTS)
def test_a_higher_value_is_drawn_higher(values, target):
    days = [date(2015, month, 1).isoformat() for month in range(1, len(values) + 1)]
    rows = [[day, str(value)] for day, value in zip(days, values, strict=True)]
    (tree,) = trees(trend_line(rows, "money", str(target)))
    (path,) = lines(tree)
    places = [*zip(values, (y for _, y in path), strict=True)]
    (aim,) = [one.get("d") for one in tree.iter("path") if one.get("class") == "lt"]
    places.append((target, float(aim.split()[1].split("H")[0])))
    for (one, high), (other, low) in combinations(places, 2):
        if one > other:
            assert high <= low


def test_what_a_meeting_was_shown_stays_whatever_is_corrected():
    row = measured(12, 11, 9)
    card = scorecard([row])
    kept = frozen(scorecard=card)
    assert kept.content["rows"][0]["at"] == "30 November 2015", "the meeting was on 8 December"
    value = row.values.get(to_date=date(2015, 11, 30))
    change(record=value, version=value.version, value=Decimal(99), by=officer(), on=DAY)
    kept.refresh_from_db()
    assert kept.content["rows"][0]["value"] == "11"
    assert frozen_content(card, kept.meeting.date)["rows"][0]["value"] == "99"
    last = HistoryEntry.objects.filter(what="oversight.freeze").get()
    assert last.about == card.history_name


def test_a_scorecard_is_frozen_once_and_for_meetings_of_its_board_that_stand():
    kept = frozen()
    usual = {"record": kept.scorecard, "by": officer(), "at": this_moment(), "on": DAY}
    with pytest.raises(Refused, match="frozen for this meeting already"):
        operations.freeze(meeting=kept.meeting, **usual)
    other = matters.meeting().meeting
    gone = matters.meeting(forum=kept.scorecard.body, met_on=date(2016, 3, 8)).meeting
    gone.withdrawn_on, gone.withdrawn_by, gone.withdrawn_because = DAY, officer(), "Twice"
    gone.save()
    cancelled = matters.meeting(forum=kept.scorecard.body, met_on=date(2016, 6, 8)).meeting
    cancelled.cancelled = True
    cancelled.save()
    for meeting in (other, gone, cancelled):
        with pytest.raises(Refused, match="that was not withdrawn or cancelled"):
            operations.freeze(meeting=meeting, **usual)
    earlier = matters.meeting(forum=kept.scorecard.body, met_on=date(2011, 1, 8)).meeting
    with pytest.raises(Refused, match="this scorecard was made on"):
        operations.freeze(meeting=earlier, **usual)
    assert MeetingScorecard.objects.count() == 1


def test_a_scorecard_has_indicators_and_no_more_than_two_pages_hold():
    council, board = make_council(), matters.forum()
    usual = {"model": Scorecard, "council": council, "by": officer(), "on": DAY, "body": board}
    rows = [matters.measure() for _ in range(MOST + 1)]
    with pytest.raises(Refused, match="at least one indicator"):
        create(title="Board", slug="", measures=[], **usual)
    with pytest.raises(Refused, match="20 indicators or fewer"):
        create(title="Board", slug="", measures=rows, **usual)
    made = create(title="Board", slug="", measures=rows[1:], **usual)
    assert made.measures.count() == MOST


@pytest.mark.long
def test_a_frozen_scorecard_is_printed_on_two_pages(signed_in):
    titles = [f"Indicator {n} of the improvement plan" for n in range(MOST)]
    rows = [measured(12, 11, 9, title=title) for title in titles]
    for row in rows:
        matters.target(measure=row, value=8, tolerance=1)
        matters.commentary(measure=row, month=date(2015, 11, 1), text=("Word " * 60).strip())
    kept = frozen(scorecard=scorecard(rows))
    answer = signed_in.get(reverse("oversight:meeting-scorecard-pdf", args=[kept.pk]))
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) == 2
    page = signed_in.get(reverse("oversight:meeting-scorecard", args=[kept.pk]))
    assert all(title in page.content.decode() for title in titles)


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("number", "pages"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 2), (12, 2)])
def test_every_size_of_scorecard_has_one_page_or_two(number, pages):
    """The longest sentences and definitions that can be typed: nothing begins a third page."""
    rows = [measured(12, 11, 9, definition="Counted " * 60) for _ in range(number)]
    for row in rows:
        matters.target(measure=row, value=8, tolerance=1)
        matters.commentary(measure=row, month=date(2015, 11, 1), text=("Word " * 60).strip())
    with pikepdf.open(BytesIO(scorecard_pdf(frozen(scorecard=scorecard(rows))))) as pdf:
        assert len(pdf.pages) == pages


def test_the_page_says_in_words_what_colours_and_lines_say(signed_in):
    row = measured(12, 11, 9, title="Caseload")
    matters.target(measure=row, value=8)
    bare = matters.measure(title="Turnover")
    kept = frozen(scorecard=scorecard([row, bare]))
    page = signed_in.get(reverse("oversight:meeting-scorecard", args=[kept.pk])).content.decode()
    assert '<strong class="govuk-tag govuk-tag--red">Misses the target</strong>' in page
    assert "Target 8" in page and "No target" in page
    assert "No trend: a line needs two values that can be shown." in page
    assert "No sentence of the owner yet." in page


def test_a_scorecard_without_indicators_left_says_so(signed_in):
    row = measured(12)
    card = scorecard([row])
    row.withdrawn_on, row.withdrawn_by, row.withdrawn_because = DAY, officer(), "Twice"
    row.save()
    page = signed_in.get(reverse("oversight:scorecard-record", args=[card.pk])).content.decode()
    assert "No indicator is left" in page


def test_what_was_frozen_without_units_is_drawn_as_plain_numbers():
    row = {"trend": POINTS, "verdict": "Another word"}
    (line,) = with_lines([row])
    assert ">12<" in line["line"] and line["colour"] == "grey"


def test_an_officer_makes_freezes_and_reads_a_scorecard(signed_in, settings):
    settings.CANDOUR_TODAY = "2020-02-18"
    row = measured(12, 11)
    board = matters.forum(title="Improvement board")
    matters.meeting(forum=board)
    meeting = matters.meeting(forum=board, met_on=date(2020, 2, 25)).meeting
    sent = {"title": "Scorecard", "body": board.pk, "measures": [row.pk]}
    signed_in.post(reverse("oversight:scorecard-add"), sent)
    card = Scorecard.objects.get()
    page = signed_in.get(reverse("oversight:scorecard-record", args=[card.pk]))
    assert "No meeting has been shown it yet" in page.content.decode()
    assert f'href="{reverse("governance:measure-record", args=[row.pk])}"' in page.content.decode()
    address = reverse("oversight:freeze", args=[card.pk])
    missing = reverse("governance:meeting-add", args=[board.pk])
    offer = signed_in.get(address).content.decode()
    assert missing in offer and "8 December 2015" not in offer
    answer = signed_in.post(address, {"meeting": meeting.pk}, follow=True)
    assert f"Frozen on {say_day(today())} by" in answer.content.decode()
    again = signed_in.get(address)
    assert "each meeting of the board since" in again.content.decode().casefold()
    assert missing in again.content.decode() and 'name="meeting"' not in again.content.decode()
    assert "cannot be saved yet" not in again.content.decode()


def test_a_sentence_is_of_a_month_whatever_day_of_it_is_typed(signed_in):
    row = matters.measure()
    sent = {"month_day": 17, "month_month": 12, "month_year": 2015, "text": "Posts were filled."}
    address = reverse("governance:commentary-add", args=[row.pk])
    assert signed_in.post(address, sent).status_code == 302
    assert MeasureCommentary.objects.get().month == date(2015, 12, 1)
    twice = signed_in.post(address, {**sent, "month_day": 3})
    assert "kept already" in twice.content.decode()


def test_a_tolerance_below_nought_is_refused(signed_in):
    row = matters.measure()
    sent = {"value": "8", "tolerance": "-1", "from_date_day": 1, "from_date_month": 1,
            "from_date_year": 2015}  # fmt: skip
    answer = signed_in.post(reverse("governance:target-add", args=[row.pk]), sent)
    assert "The tolerance must be 0 or more" in answer.content.decode()
