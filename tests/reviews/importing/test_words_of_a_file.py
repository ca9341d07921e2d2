"""Every word by which a letter's file may call a kind, and how places order what is new."""

from functools import partial

import pytest

from assurance.imports import operations
from assurance.imports.run.lifecycle import unpacked
from assurance.reviews.importing import FINDINGS
from assurance.reviews.models.findings import Finding, Theme
from assurance.tables.cells import Unreadable
from tests.cast import make_council, officer
from tests.make.findings import finding, review, theme
from tests.make.imports import ON, checked_rows, imported_rows
from tests.sweeping import NamedCase, brief, swept

KIND, MANNER = FINDINGS.column("kind").read, FINDINGS.column("manner").read
HEADINGS = ("Review", "Kind", "Number", "Finding", "Theme", "Place in the report")
TITLE = "Inspection of 2016"
looked_at = partial(checked_rows, FINDINGS, headings=HEADINGS)
did = partial(imported_rows, FINDINGS, headings=HEADINGS)
GONE = {"withdrawn_on": ON, "withdrawn_because": "Twice"}


def line(text="Late visits", kind="Area", number=None, of=None, place=None, title=TITLE):
    """The cells of one finding."""
    return (title, kind, number, text, of, place)


def refused(*rows):
    """(what is wrong, what to do) of each refusal."""
    units = unpacked(looked_at(*rows).found)["units"]
    return [(one["wrong"], one["right"]) for one in units[0]["refusals"]]


@swept(
    [
        ("Strength", "strength"),
        ("STRENGTHS", "strength"),
        ("good practice", "strength"),
        ("What works well", "strength"),
        ("Area for development", "area"),
        ("area", "area"),
        ("Area for improvement", "area"),
        ("Area to consider", "area"),
        ("recommendation", "recommendation"),
        ("Recommendations", "recommendation"),
        ("Top tip", "top_tip"),
        ("tip", "top_tip"),
        ("top_tip", "top_tip"),
        ("Agreed priority", "priority"),
        ("Priority", "priority"),
        ("Line of enquiry", "line_of_enquiry"),
        ("enquiry", "line_of_enquiry"),
        ("Remark", "remark"),
        ("Comment", "remark"),
        ("Quotation", "quotation"),
        ("quote", "quotation"),
    ]
)
def test_a_kind_is_called_as_letters_call_it(said, kind):
    assert KIND(said) == kind
    assert KIND(KIND.say(kind)) == kind


@pytest.mark.parametrize("said", ["Weakness", "3", "Areas and strengths"])
def test_a_kind_that_nobody_knows_is_refused_with_those_that_there_are(said):
    with pytest.raises(Unreadable) as wrong:
        KIND(said)
    assert all(f"“{words}”" in wrong.value.right for _, words in Finding.KINDS)


@pytest.mark.parametrize(
    ("said", "manner"),
    [
        ("Published", "published"),
        ("in the letter", "published"),
        ("Given orally, not published", "oral"),
        ("said", "oral"),
        ("ORAL", "oral"),
        (None, None),
    ],
)
def test_what_was_said_is_told_from_what_was_published(said, manner):
    assert MANNER(said) == manner


@pytest.mark.long
@pytest.mark.django_db
def test_what_is_new_is_numbered_by_its_place_whatever_the_order_of_the_rows():
    review(title=TITLE)
    for places in [
        ("Page 9", "Page 10", "Page 12"),
        ("9", "10", "Paragraph 1"),
        ("Paragraph 2", "paragraph 2 (b)", "Paragraph 11"),
        ("Annex", "Page 1", None),
        ("Page 9", "Page 9²", "Page 10"),
        ("²", "½", None),
    ]:
        with NamedCase(brief(places)):
            rows = [line(f"Found at {place}", place=place) for place in places]
            for shuffled in (rows[::-1], [*rows[1:], rows[0]]):
                run = did(*shuffled)
                told = Finding.objects.order_by("number").values_list("number", "text")
                assert list(told) == [
                    (at, f"Found at {place}") for at, place in enumerate(places, 1)
                ]
                operations.undo(run=run, by=officer(), on=ON)


@pytest.mark.django_db
def test_new_themes_follow_those_that_stand_by_where_they_are_first_spoken_of():
    of = review(title=TITLE)
    theme(of, "Leadership")
    did(
        line("One", of="Adoption", place="Page 12"),
        line("Two", of="Care leavers", place="Page 9"),
        line("Three", of="adoption", place="Page 2"),
        line("Four", of="LEADERSHIP", place="Page 1"),
    )
    told = of.themes.values_list("order", "title")
    assert list(told) == [(1, "Leadership"), (2, "adoption"), (3, "Care leavers")]
    assert Theme.objects.get(order=2).findings.count() == 2


@pytest.mark.django_db
def test_a_review_is_known_by_its_title_or_its_slug_and_one_that_stands_comes_first():
    gone = review(title=TITLE, slug="old", **GONE, withdrawn_by=officer())
    of = review(title=TITLE, slug="inspection-2016")
    did(line("By title"), line("By slug", title="INSPECTION 2016"))
    assert (of.findings.count(), gone.findings.count()) == (2, 0)


@pytest.mark.django_db
def test_who_writes_an_unknown_title_is_told_those_that_stand():
    assert refused(line()) == [("There is no review of this title.", "Add the review first.")]
    for number in range(14):
        review(title=f"Review {number:02}")
    review(title="Gone", **GONE, withdrawn_by=officer())
    review(title="Theirs", council=make_council("elsewhere"))
    [(_, right)] = refused(line())
    titles = ", ".join(f"“Review {number:02}”" for number in range(12))
    assert right == f"Write one of {titles}."


@pytest.mark.django_db
def test_the_words_of_a_withdrawn_finding_are_a_new_one_under_a_new_number():
    of = review(title=TITLE)
    finding(review=of, number=4, text="Late visits", **GONE, withdrawn_by=officer())
    did(line("Late visits"))
    stands = Finding.objects.active().get()
    assert (stands.number, stands.text) == (5, "Late visits")
