"""Tables of outcomes: how they are read, refused, kept, shared out and withdrawn."""

from datetime import date
from fractions import Fraction
from types import SimpleNamespace

import pytest

from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.reviews import operations
from assurance.reviews.models.findings import Review
from assurance.reviews.rules import outcomes as rules
from tests.audits.entries import parts
from tests.cast import make_council, officer
from tests.make.findings import outcomes, review
from tests.sweeping import swept

DAY = date(2017, 5, 2)
GRADES = [("Good", 39), ("Inadequate", 35)]


def kept(of=None, **said):
    """A table recorded by the operation."""
    usual = {"title": "So far", "as_at": DAY, "source": "Outcomes", "stated_total": None}
    usual |= {"lines": GRADES, "ours": "Good", "by": officer(), "on": DAY}
    return operations.record_outcomes(
        council=make_council(), review=of or review(), **{**usual, **said}
    )


@swept(
    [
        ("Good | 39", [("Good", 39)]),
        ("Good|39\n\n  \nPoor|0", [("Good", 39), ("Poor", 0)]),
        ("Good | or better | 1,039", [("Good | or better", 1039)]),
        ("Good 39", [("Good 39", None)]),
        ("Good | thirty", [("Good", None)]),
        ("Good | 3.5", [("Good", None)]),
        ("Good | -3", [("Good", None)]),
        ("Good | ٣", [("Good", None)]),
        ("Good | 999999", [("Good", 999_999)]),
        ("Good | 1000000", [("Good", None)]),
        ("Good |", [("Good", None)]),
        ("| 39", [("", 39)]),
        (" | ", [("", None)]),
        ("", []),
    ]
)
def test_a_line_is_a_category_and_a_whole_number_after_its_last_bar(text, lines):
    assert rules.lines_of(text) == lines


@swept(
    [
        ([], "Enter at least one category with its count"),
        ([(f"{one}", 1) for one in range(20)], None),
        ([(f"{one}", 1) for one in range(21)], "Enter 20 categories or fewer: these are 21"),
        ([("", 39)], "A count has no category before its |: write both"),
        ([("", None)], "A count has no category before its |: write both"),
        ([("Good", None)], "“Good” needs a whole number after a |"),
        ([("x" * 120, 1)], None),
        ([("x" * 121, 1)], "must have 120 characters or fewer"),
        ([("Good", 1), ("GOOD", 2)], "“GOOD” is entered twice: remove one"),
        ([("Good", 0), ("Poor", 0)], "The counts add to nought"),
        ([("Good", 0), ("Poor", 1)], None),
    ]
)
def test_lines_are_refused_with_what_is_wrong(lines, sentence):
    told = rules.why_not_lines(lines)
    assert told is None if sentence is None else sentence in told


@pytest.mark.parametrize(
    ("ours", "refused"), [("", False), ("Good", False), ("gOOD", False), ("Goo", True)]
)
def test_our_own_category_is_one_of_the_lines_or_none(ours, refused):
    told = rules.why_not_ours(ours, GRADES)
    assert (told == f"“{ours}” is none of the categories: write it as in its line") is (refused)
    assert (told is None) is not refused


def test_every_share_of_small_totals_is_rounded_halves_up():
    for total in range(1, 41):
        for count in range(total + 1):
            exact = Fraction(100 * count, total)
            whole = exact.numerator // exact.denominator
            wanted = whole + (exact - whole >= Fraction(1, 2))
            assert rules.share(count, total) == wanted


@pytest.mark.parametrize(
    ("counts", "stated", "shares", "notes"),
    [
        ((1, 1), None, [50, 50], []),
        ((1, 1), 2, [50, 50], []),
        ((1, 1, 1), 3, [33, 33, 33], ["The per cents add to 99, not 100"]),
        ((1, 1, 6), 8, [13, 13, 75], ["The per cents add to 101, not 100"]),
        ((600, 600), 1500, [50, 50], ["The counts add to 1,200; the source states 1,500."]),
        ((1, 1, 1), 0, [33, 33, 33], ["add to 99", "add to 3; the source states 0."]),
        ((7,), None, [100], []),
    ],
)
def test_a_table_says_what_its_reader_would_ask(counts, stated, shares, notes):
    told = rules.compared([SimpleNamespace(count=one) for one in counts], stated)
    assert [percent for _, percent in told["lines"]] == shares
    assert told["total"] == sum(counts)
    assert len(told["notes"]) == len(notes)
    assert all(words in note for words, note in zip(notes, told["notes"], strict=True))


@pytest.mark.django_db
def test_a_table_is_kept_in_its_order_with_ours_marked_and_told_in_history():
    made = kept(lines=[("Poor", 3), ("Good", 1)], ours="good")
    assert [(str(one), one.count, one.is_ours) for one in made.counts.all()] == [
        ("Poor", 3, False),
        ("Good", 1, True),
    ]
    [entry] = HistoryEntry.objects.about(made)
    assert (entry.what, entry.on) == ("outcomes.record", DAY)
    assert entry.changes["counts"]["to"] == {"Poor": 3, "Good": 1}
    assert entry.changes["source"]["to"] == "Outcomes"
    assert [one.is_ours for one in kept(ours="").counts.all()] == [False, False]


@pytest.mark.django_db
def test_nothing_is_compared_with_a_withdrawn_review_or_another_councils():
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    with pytest.raises(Refused, match="nothing can be added"):
        kept(review(**gone))
    with pytest.raises(Review.DoesNotExist):
        kept(review(council=make_council("elsewhere")))


@pytest.mark.django_db
def test_a_table_is_corrected_in_place_and_history_keeps_what_it_held():
    """The national picture with a count misread, and put right: 139 = 2 + 39 + 63 + 35."""
    grades = ("Outstanding", "Good", "Requires improvement", "Inadequate")
    wrong, right = ((2, 39, 36, 35), (2, 39, 63, 35))
    said = {"lines": list(zip(grades, wrong, strict=True)), "ours": "Good"}
    made = kept(**said)
    said |= {"lines": list(zip(grades, right, strict=True)), "title": "At the end of April"}
    told = {"record": made, "by": officer(), "on": DAY}
    mended = operations.change_outcomes(version=1, **told, **said)
    assert (mended.pk, mended.version, mended.title) == (made.pk, 2, "At the end of April")
    assert mended.compared()["total"] == 139
    assert [one.is_ours for one in mended.counts.all()] == [False, True, False, False]
    changes = HistoryEntry.objects.about(made)[0].changes
    assert changes["counts"]["from"] == dict(zip(grades, wrong, strict=True))
    assert changes["counts"]["to"] == dict(zip(grades, right, strict=True))
    assert set(changes) == {"counts", "title"}
    with pytest.raises(EditConflict):
        operations.change_outcomes(version=1, **told, **said)
    for field, bad in (("lines", {"lines": []}), ("ours", {"ours": "Fair"})):
        with pytest.raises(Refused) as refused:
            operations.change_outcomes(version=2, **told, **{**said, **bad})
        assert refused.value.field == field
    assert made.counts.count() == 4


@pytest.mark.django_db
def test_a_withdrawn_table_or_one_of_a_withdrawn_review_stays_as_it_was():
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    told = {"version": 1, "by": officer(), "on": DAY, "lines": [("Good", 1)], "ours": ""}
    with pytest.raises(Refused, match="comparison was withdrawn"):
        operations.change_outcomes(record=outcomes(**gone), **told)
    with pytest.raises(Refused, match="review was withdrawn"):
        operations.change_outcomes(record=outcomes(review(**gone)), **told)


@pytest.mark.django_db
def test_the_page_of_a_correction_begins_with_what_stands(signed_in):
    held = outcomes(title="Judgements of spring")
    address = f"/reviews/outcomes/{held.pk}/change/"
    page = signed_in.get(address).content.decode()
    assert "Good | 39\nInadequate | 35" in page and 'value="Good"' in page
    typed = {"title": "Judgements of May", "source": "Outcomes", "ours": "Inadequate", "version": 1}
    typed |= {"lines": "Good | 40\nInadequate | 35", **parts("as_at", DAY)}
    answer = signed_in.post(address, typed, follow=True)
    assert "Judgements of May" in answer.content.decode()
    assert [(one.count, one.is_ours) for one in held.counts.all()] == [(40, False), (35, True)]
    assert signed_in.post(address, typed).status_code == 409
