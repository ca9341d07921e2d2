"""How a tracker's file may name a rating, a priority and a finding: word by word."""

from datetime import date, timedelta

import pytest

from assurance.imports.run.lifecycle import unpacked
from assurance.improvement.importing import ACTIONS
from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.follow_up import ImpactChange
from tests.cast import officer
from tests.improvement.entries import line
from tests.make.findings import finding, review
from tests.make.imports import ON, checked_rows, imported_rows
from tests.make.improvements import action, plan, priority
from tests.make.people import post
from tests.sweeping import NamedCase, brief, swept

STATUS, IMPACT = ACTIONS.column("status").read, ACTIONS.column("impact").read


def brought(**said):
    """The action that a row of one becomes."""
    post("Head of Service")
    imported_rows(ACTIONS, line(**said))
    return Action.objects.get(reference=said.get("reference", "1.1"))


def refused(**said):
    """(column, what is wrong, what to do) of each refusal of a row of one action."""
    post("Head of Service")
    units = unpacked(checked_rows(ACTIONS, line(**said)).found)["units"]
    return [(one["column"], one["wrong"], one["right"]) for one in units[0]["refusals"]]


@swept(
    [
        ("Not started, not yet due", "not_started"),
        ("not started", "not_started"),
        ("Not begun", "not_started"),
        ("On track", "on_track"),
        ("GREEN", "on_track"),
        ("in progress", "on_track"),
        ("At risk", "at_risk"),
        ("amber", "at_risk"),
        ("Overdue, or will miss its date", "overdue"),
        ("Overdue", "overdue"),
        ("Red", "overdue"),
        ("late", "overdue"),
        ("Done and checked", "done"),
        ("Complete", "done"),
        ("completed", "done"),
        ("closed", "done"),
        ("Blue", "done"),
    ]
)
def test_a_rating_is_called_as_trackers_call_it(said, status):
    assert STATUS(said) == status
    assert STATUS(STATUS.say(status)) == status


@pytest.mark.parametrize(("impact", "words"), Action.IMPACTS)
def test_an_impact_is_called_by_its_words_or_its_name(impact, words):
    assert IMPACT(words.upper()) == IMPACT(impact) == impact


@pytest.mark.long
@pytest.mark.django_db
def test_a_priority_is_named_by_its_title_or_its_number():
    of = plan(title="The plan", slug="plan-one")
    for title in ("Front door", "Care leavers"):
        priority(of, title=title)
    for place, (named, whose, order) in enumerate(
        (
            *(("care leavers", None, 2), ("02", None, 2), (" 2 ", None, 2)),
            *(
                ("Care leavers", "the PLAN", 2),
                ("Care leavers", "plan-one", 2),
                ("1", "The plan", 1),
            ),
        )
    ):
        row = brought(reference=f"1.{place}", priority=named, plan=whose)
        assert row.priority.order == order, (named, whose)


@pytest.mark.django_db
def test_a_priority_that_nobody_knows_is_refused_with_those_that_there_are():
    assert refused() == [
        (
            "Priority",
            "There is no such priority in this plan.",
            "Add the plan and its priority first.",
        )
    ]
    held = plan()
    for number in range(13):
        priority(held, title=f"Aim {number:02}")
    [(_, _, right)] = refused()
    listed = ", ".join(f"“Aim {number:02}”" for number in range(12))
    assert right == f"Write one of {listed} and 1 more."


NAMED = [
    ("Recommendation 3", ["recommendation"]),
    ("recommendations 3", ["recommendation"]),
    ("Recommendation no. 3", ["recommendation"]),
    ("Recommendation number 3", ["recommendation"]),
    ("Recommendation3", ["recommendation"]),
    ("Inspection of 2016: Recommendation 3", ["recommendation"]),
    ("inspection-of-2016, recommendation 3", ["recommendation"]),
    ("Area for development 3; Recommendation 3", ["area", "recommendation"]),
    ("Area for development 3\nArea for development 3", ["area"]),
    ("Recommendation 3;;", ["recommendation"]),
    ("Inspection   of 2016:\tRecommendation   3", ["recommendation"]),
    (" ; ", []),
]


@pytest.mark.long
@pytest.mark.django_db
def test_a_finding_is_named_by_its_kind_and_number():
    of = review(title="Inspection of 2016", slug="inspection-of-2016")
    for kind in ("recommendation", "area"):
        finding(review=of, kind=kind, number=3)
    priority(title="Care leavers")
    for named, known in NAMED:
        with NamedCase(brief((named, known))):
            held = brought(reference=brief(named)[-20:], findings=named)
            assert sorted(one.kind for one in held.findings.all()) == known


LIST = "Check its kind and number, name its review in “Review”, and import the findings first."


NOT_LISTED = [
    ("Recommendation 4", LIST),
    ("Recommendation 0", LIST),
    ("Strength 3", LIST),
    ("Recommendation 5", LIST),
    ("Recommendation 99999999999999999999", LIST),
    ("Recommendation", "Write its kind and number: Recommendation 3."),
    ("3", "Write its kind and number: Recommendation 3."),
    (f"{'Old title, ' * 40}Recommendation 3", "Write its kind and number: Recommendation 3."),
    (f"Recommendation{' ' * 4000}three", "Write its kind and number: Recommendation 3."),
    ("a, " * 1600, "Write its kind and number: Recommendation 3."),
]


@pytest.mark.django_db
def test_a_finding_that_is_not_listed_is_refused_with_what_to_do():
    of = review(title="Inspection of 2016")
    finding(review=of, kind="recommendation", number=3)
    gone = {"withdrawn_on": ON, "withdrawn_because": "Twice", "withdrawn_by": officer()}
    finding(review=of, kind="recommendation", number=5, **gone)
    priority(title="Care leavers")
    for named, right in NOT_LISTED:
        with NamedCase(brief((named, right))):
            [(column, _, told)] = refused(findings=named)
            assert (column, told) == ("Findings answered", right)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("before", "said", "changes"),
    [
        ({}, {}, (0, 0, 0)),
        ({}, {"status": "amber"}, (0, 1, 0)),
        ({}, {"status": "on track", "impact": "Not yet known"}, (0, 0, 0)),
        ({}, {"impact": "Early signs"}, (0, 0, 1)),
        ({}, {"due_on": "31/01/2018", "moved_because": "Late"}, (1, 0, 0)),
        ({"due_on": ON, "starts_on": ON}, {"due_on": ON}, (0, 0, 0)),
        ({}, {"status": "red", "impact": "worse", "due_on": "1/1/2018", "moved_because": "Late"},
         (1, 1, 1)),
    ],
)  # fmt: skip
def test_what_a_row_changes_is_kept_as_one_change_of_each_kind(before, said, changes):
    of = priority(title="Care leavers")
    action(priority=of, reference="1.1", text="Date every plan.", **before)
    told = {"due_on": None, "starts_on": None, "text": "Other words", **said}
    held = brought(**told)
    assert held.text == "Other words"
    kept = tuple(model.objects.count() for model in (DueChange, StatusChange, ImpactChange))
    assert kept == changes
    assert all(one.changed_on == ON for one in StatusChange.objects.all())


@pytest.mark.django_db
def test_what_falls_due_stands_is_not_done_and_counts_both_days():
    first, last, one = date(2016, 2, 28), date(2016, 3, 1), timedelta(days=1)
    begun = {"starts_on": date(2016, 1, 1)}
    for day in (first - one, first, date(2016, 2, 29), last, last + one):
        action(reference=f"{day:%d%m}", due_on=day, **begun)
    action(reference="DONE", due_on=first, status="done", **begun)
    gone = {"withdrawn_on": ON, "withdrawn_because": "Twice", "withdrawn_by": officer()}
    action(reference="GONE", due_on=first, **begun, **gone)
    due = Action.objects.due_within(first, last)
    assert {one.reference for one in due} == {"2802", "2902", "0103"}
