"""Rows that are parts of others and rows that lead to several: looked up, written and undone."""

from datetime import date

import pytest

from assurance.accounts.access import Permission
from assurance.imports import checks, kinds, operations
from assurance.imports.declaration import Column, Sheet, TargetRow
from assurance.imports.run.lifecycle import unpacked, why_not_undo
from assurance.improvement.models.actions import Action
from assurance.improvement.models.plans import Plan, Priority
from assurance.reviews.models.findings import Finding
from assurance.tables.cells import Text, Whole
from tests import cast
from tests.imports.registers import everything
from tests.make import findings, improvements
from tests.make.imports import ON, table
from tests.make.people import post

pytestmark = pytest.mark.django_db
DAY = date(2017, 5, 17)
HEADINGS = ("Reference", "Plan", "Order", "Text", "Answers")


def _prepare(council, rows):
    found = {str(one.number): one for one in Finding.objects.filter(council=council)}
    return {**found, "owner": post(council=council)}


def _wanted(values, reading):
    plan = TargetRow(Plan, {"slug": values["plan"]}, {"title": "A plan", "from_date": DAY}, True)
    title = {"title": f"Priority {values['order']}"}
    priority = TargetRow(Priority, {"plan": plan, "order": values["order"]}, title, new_only=True)
    said = {"priority": priority, "text": values["text"], "owner": reading.held["owner"]}
    said |= {"starts_on": DAY, "due_on": date(2017, 12, 31), "status": "on_track"}
    numbers = (values.get("answers") or "").split()
    said["findings"] = [reading.held[one] for one in numbers]
    yield TargetRow(Action, {"reference": values["reference"]}, said)


ACTIONS = Sheet(
    key="small-actions",
    title="Actions",
    about="A plan's actions.",
    permission=Permission.RECORD_ACTIONS,
    columns=(
        Column("reference", "Reference", read=Text(40), required=True, filled=True),
        Column("plan", "Plan", read=Text(60), required=True, filled=True),
        Column("order", "Order", read=Whole(1, 20), required=True, filled=True),
        Column("text", "Text", read=Text(2000)),
        Column("answers", "Answers", read=Text(200)),
    ),
    prepare=_prepare,
    wanted=_wanted,
)


@pytest.fixture(autouse=True)
def actions_alone(monkeypatch):
    """The one kind of these tests."""
    monkeypatch.setattr(kinds, "KINDS", (ACTIONS,))


@pytest.fixture
def review():
    """A review with three numbered findings."""
    made = findings.review()
    for number in ("1", "2", "3"):
        findings.finding(review=made, number=int(number))
    return made


def checked(*rows):
    """A run of these rows, checked."""
    council = cast.make_council()
    told = {"tables": [table(*rows, headings=HEADINGS)], "kinds": (ACTIONS,)}
    return checks.check(council=council, by=cast.officer(), on=ON, **told)


def imported(*rows):
    """A run of these rows, imported."""
    return operations.import_files(run=checked(*rows), kinds=(ACTIONS,), by=cast.officer(), on=ON)


def answered(reference="A1"):
    """The numbers of the findings that an action answers."""
    action = Action.objects.get(reference=reference)
    return sorted(str(one.number) for one in action.findings.all())


def test_a_row_its_parent_and_its_parents_parent_are_all_added(review):
    imported(("A1", "plan-a", 1, "Do", "1 2"), ("A2", "plan-a", 1, "Do more", ""))
    assert Plan.objects.get().slug == "plan-a"
    assert Priority.objects.get().actions.count() == 2
    assert (answered("A1"), answered("A2")) == (["1", "2"], [])


def test_a_part_is_found_by_the_row_it_is_part_of(review):
    other = improvements.plan(slug="plan-b")
    improvements.priority(other)
    held = improvements.plan(slug="plan-a")
    priority = improvements.priority(held)
    imported(("A1", "plan-a", 1, "Do", ""))
    assert Action.objects.get().priority == priority
    assert (Plan.objects.count(), Priority.objects.count()) == (2, 2)


def test_findings_are_the_same_others_or_left_alone_as_the_file_says(review):
    imported(("A1", "plan-a", 1, "Do", "1 2"))
    before = everything()
    again = checked(("A1", "plan-a", 1, "Do", "2 1"))
    assert (again.added, again.changed, again.same) == (0, 0, 1)
    assert everything() == before
    again = checked(("A1", "plan-a", 1, "Do", ""))
    assert (again.changed, again.same) == (0, 1)
    run = checked(("A1", "plan-a", 1, "Do", "2 3"))
    [[_, field, was, now]] = unpacked(run.found)["units"][0]["changes"]["2"]
    assert field == "findings" and was != now
    operations.import_files(run=run, kinds=(ACTIONS,), by=cast.officer(), on=ON)
    assert answered() == ["2", "3"] and Action.objects.get().version == 2


def test_undo_restores_what_was_answered_and_takes_parents_away(review):
    improvements.action(
        [Finding.objects.get(number="1")], reference="A1", priority=improvements.priority()
    )
    before = everything()
    run = imported(("A1", "plan-a", 1, "Do", "2 3"), ("A2", "plan-c", 2, "Do", "1"))
    assert answered() == ["2", "3"]
    operations.undo(run=run, by=cast.officer(), on=ON)
    assert everything() == before
    assert answered() == ["1"]


def test_an_action_moved_to_another_priority_is_moved_back(review):
    held = improvements.priority()
    improvements.action(reference="A1", priority=held)
    run = imported(("A1", "plan-new", 1, "Do", ""))
    assert Action.objects.get().priority.plan.slug == "plan-new"
    operations.undo(run=run, by=cast.officer(), on=ON)
    assert Action.objects.get().priority == held and Plan.objects.count() == 1


def test_findings_linked_and_priorities_added_since_stand_in_the_way(review):
    run = imported(("A1", "plan-a", 1, "Do", "1"))
    Action.objects.get().findings.add(Finding.objects.get(number="2"))
    assert "1 action" in why_not_undo(run) and "changed or removed since" in why_not_undo(run)
    run = imported(("A2", "plan-b", 1, "Do", "1"))
    improvements.priority(Plan.objects.get(slug="plan-b"))
    assert "tied to what was added" in why_not_undo(run)


def test_rows_that_differ_on_the_same_action_are_both_refused(review):
    run = checked(("A1", "plan-a", 1, "Do", "1"), ("A1", "plan-a", 1, "Do", "2"))
    assert (run.added, run.refused) == (0, 2)
    alike = checked(("A1", "plan-a", 1, "Do", "1 2"), ("A1", "plan-a", 1, "Do", "2 1"))
    assert (alike.added, alike.refused) == (2, 0)


@pytest.mark.parametrize("number", [1, 60])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    review, number, django_assert_max_num_queries
):
    rows = [(f"A{one}", f"plan-{one % 7}", 1, "Do", "1 2") for one in range(number)]
    council, by = cast.make_council(), cast.officer()
    given = [table(*rows, headings=HEADINGS)]
    with django_assert_max_num_queries(45):
        checks.check(council=council, by=by, on=ON, tables=given, kinds=(ACTIONS,))
