"""Findings imported as a file: numbered, under their themes, by the rules of a typed one."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from assurance.imports import operations
from assurance.imports.run.lifecycle import unpacked
from assurance.reviews.importing import FINDINGS
from assurance.reviews.models.findings import Finding, Theme
from tests.cases import written_cases
from tests.cast import make_council, officer
from tests.imports.registers import everything
from tests.kinds.rows import against
from tests.make.findings import finding, review, theme
from tests.make.imports import ON, checked_rows, counts, imported_rows, refusals
from tests.make.people import post
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
HEADINGS = (
    *("Review", "Kind", "Number", "Finding", "Theme", "Place in the report"),
    *("Why there is no action", "Role that decided it"),
    *("How it was given", "Role of whoever said it", "Post of the person quoted"),
)
looked_at = partial(checked_rows, FINDINGS, headings=HEADINGS)
did = partial(imported_rows, FINDINGS, headings=HEADINGS)
AFTER = ("theme", "place", "because", "role", "manner", "by", "speaker")
TITLE = "Inspection of 2016"


def line(text="Plans lack dates.", kind="Area for development", number=None, **said):
    """The cells of one finding, in the order of `HEADINGS`."""
    usual = {**dict.fromkeys(AFTER), "review": TITLE, **said}
    after = (usual[name] for name in AFTER)
    return (usual["review"], kind, number, text, *after)


def kept():
    """(kind, number, text, theme) of every finding."""
    return [
        (one.kind, one.number, one.text, one.theme and one.theme.title)
        for one in Finding.objects.order_by("kind", "number")
    ]


def test_a_letters_table_becomes_findings_under_their_themes():
    of = review(title=TITLE)
    theme(of, "Care leavers")
    run = did(
        line("Children are heard.", "Strength", theme="Help and protection", place="Page 9"),
        line("Plans lack dates.", theme="care leavers", place="Page 12"),
        line("Visits are late.", theme="Leadership", place="Page 10"),
        line("Date every plan.", "Recommendation", 3, place="Page 2"),
    )
    assert counts(run) == (4, 0, 0, 0)
    assert kept() == [
        ("area", 1, "Visits are late.", "Leadership"),
        ("area", 2, "Plans lack dates.", "Care leavers"),
        ("recommendation", 3, "Date every plan.", None),
        ("strength", 1, "Children are heard.", "Help and protection"),
    ]
    assert [(one.order, one.title) for one in of.themes.all()] == [
        (1, "Care leavers"),
        (2, "Help and protection"),
        (3, "Leadership"),
    ]
    assert Finding.objects.get(kind="strength").place == "Page 9"


@pytest.mark.long
def test_the_same_file_again_changes_nothing_and_undo_restores():
    of = review(title=TITLE)
    finding(review=of, text="Kept", kind="area")
    before = everything()
    rows = line("One", theme="Help"), line("Two", number=7), line("Three", "Strength")
    run = did(*rows)
    again = looked_at(*rows)
    assert counts(again) == (0, 0, 3, 0)
    operations.undo(run=run, by=officer(), on=ON)
    assert everything() == before


def test_a_finding_that_stands_is_known_by_its_words_or_its_number():
    of = review(title=TITLE)
    finding(review=of, text="Plans lack dates.", kind="area", number=4)
    assert counts(looked_at(line("plans LACK dates"))) == (0, 1, 0, 0)
    assert counts(looked_at(line("Plans lack dates."))) == (0, 0, 1, 0)
    did(line("Plans lack any date.", number=4, place="Page 3"))
    [row] = Finding.objects.all()
    assert (row.text, row.number, row.place, row.version) == (
        "Plans lack any date.",
        4,
        "Page 3",
        2,
    )


def test_new_ones_are_numbered_after_those_that_stand_and_those_the_file_numbers():
    of = review(title=TITLE)
    finding(review=of, text="Old", kind="area", number=2)
    did(line("New"), line("Given", number=5), line("Other", "Strength"))
    assert [(kind, number, text) for kind, number, text, _ in kept()] == [
        ("area", 2, "Old"),
        ("area", 5, "Given"),
        ("area", 6, "New"),
        ("strength", 1, "Other"),
    ]


def test_the_same_words_with_a_number_and_without_are_one_finding():
    review(title=TITLE)
    did(line("Date every plan.", number=3), line("Date every plan."), line("Other"))
    assert [(number, text) for _, number, text, _ in kept()] == [
        (3, "Date every plan."),
        (4, "Other"),
    ]


def test_two_rows_that_say_one_finding_in_two_ways_are_both_refused():
    review(title=TITLE)
    run = looked_at(line("Date every plan.", number=3), line("Date EVERY plan"), line("Other"))
    assert counts(run) == (1, 0, 0, 2)
    assert [one["row"] for one in unpacked(run.found)["units"][0]["refusals"]] == [2, 3]


REFUSED = [
    ({"review": "Another"}, "Review", "no review of this title"),
    ({"review": None}, "Review", "is empty"),
    ({"kind": "Praise"}, "Kind", "none of the values"),
    ({"number": "0"}, "Number", "less than 1"),
    ({"number": 2}, "Number", "belonged to a finding withdrawn"),
    ({"text": None}, "Finding", "is empty"),
    ({"place": "x" * 81}, "Place in the report", "81 characters"),
    ({"theme": "!!"}, "Theme", "needs letters or numbers"),
    ({"because": "Done before"}, "Post that decided it", "Select the post"),
    ({"kind": "Quotation"}, "Post of the person quoted", "Select the post of the person quoted"),
    ({"manner": "oral"}, "Post of the person quoted", "Select the post of the person quoted"),
    ({"manner": "sung"}, "How it was given", "none of the values"),
    ({"role": "Director"}, "Why there is no action", "Explain why"),
    (
        {"kind": "Strength", "because": "Done", "role": "Director"},
        "Why there is no action",
        "asks for no action",
    ),
]


@pytest.mark.long
def test_a_row_is_refused_as_a_typed_finding_is():
    of = review(title=TITLE)
    post("Director")
    day = {"withdrawn_on": date(2017, 3, 1), "withdrawn_because": "Twice"}
    finding(review=of, number=2, withdrawn_by=officer(), **day)
    for said, column, wrong in REFUSED:
        with NamedCase(brief((said, column, wrong))):
            run = looked_at(line(**{"text": "Plans lack dates.", **said}), line("Sound"))
            assert counts(run) == (1, 0, 0, 1)
            [(where, told)] = refusals(run)
            assert where == column and wrong in told
            assert "Praise" not in told and "Another" not in told


def test_nothing_is_imported_for_a_withdrawn_review_or_one_of_another_council():
    day = {"withdrawn_on": date(2017, 3, 1), "withdrawn_because": "Twice"}
    review(title=TITLE, withdrawn_by=officer(), **day)
    [(_, wrong)] = refusals(looked_at(line()))
    assert wrong == "This review was withdrawn."
    review(council=make_council("overby"), title="Theirs")
    [(_, wrong)] = refusals(looked_at(line(review="Theirs")))
    assert wrong == "There is no review of this title."


def test_a_finding_says_why_no_action_answers_it_and_who_said_what_was_not_published():
    review(title=TITLE)
    director = post("Director")
    did(
        line(because="Done before.", role="Director"),
        line("A strong start.", "Quote", manner="oral", by="Lead inspector"),
    )
    area, quotation = Finding.objects.order_by("kind")
    assert (area.no_action_because, area.decider) == ("Done before.", director)
    assert (quotation.kind, quotation.manner) == ("quotation", "oral")
    assert quotation.said_by_role == "Lead inspector"


def test_a_speaker_of_the_council_is_a_post_and_an_unknown_one_is_offered():
    review(title=TITLE)
    row = line("A strong start.", "Quote", manner="oral", speaker="Social Worker")
    assert refusals(looked_at(row)) == [("Post of the person quoted", "No post has this title.")]
    worker = post("Social Worker")
    did(row)
    assert Finding.objects.get().speaker == worker


def test_themes_that_would_be_added_are_said_before():
    of = review(title=TITLE)
    theme(of, "Leadership")
    run = looked_at(line(theme="Help"), line("Other", theme="leadership"))
    told = unpacked(run.found)["units"][0]
    assert f"Themes that would be added: “Help” of {TITLE}." in str(told)
    assert Theme.objects.count() == 1


def test_the_other_columns_may_lack_and_be_called_as_letters_call_them():
    review(title=TITLE)
    rows = ((TITLE, "good practice", "Children are heard."),)
    did(*rows, headings=("Inspection", "Type", "Finding"))
    assert kept() == [("strength", 1, "Children are heard.", None)]


def test_it_asks_as_often_of_many_rows_as_of_few(django_assert_max_num_queries):
    of = review(title=TITLE)
    for number in range(60):
        finding(review=of, text=f"Finding {number}")
    council = make_council()
    rows = [dict(zip(_NAMES, line(f"New {number}"), strict=True)) for number in range(200)]
    with django_assert_max_num_queries(3):
        against(FINDINGS, *({**one, "kind": "area"} for one in rows), council=council)


_NAMES = ("review", "kind", "number", "text", *AFTER)
LINES = some.builds(
    line,
    some.sampled_from(["One", "Two", "Three", "one"]),
    some.sampled_from(["Strength", "Area for development"]),
    some.sampled_from([None, None, 1, 2]),
    theme=some.sampled_from([None, "Help", "Leadership"]),
    place=some.sampled_from([None, "Page 2", "Page 10"]),
)


class AnyLetter(TestCase):
    """Each example in a transaction of its own."""

    @pytest.mark.long
    @written_cases(7)
    @given(some.lists(LINES, max_size=6), some.randoms(use_true_random=False))
    def test_the_order_of_the_rows_never_matters_and_twice_is_once(self, rows, random):
        review(title=TITLE)
        other = list(rows)
        random.shuffle(other)
        run = did(*rows)
        first = kept()
        again = looked_at(*rows)
        self.assertEqual((again.added, again.changed), (0, 0))
        if run.state == "imported":
            operations.undo(run=run, by=officer(), on=ON)
        self.assertEqual(counts(did(*other)), counts(run))
        self.assertEqual(kept(), first)
