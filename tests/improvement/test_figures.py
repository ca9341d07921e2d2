"""Every figure of actions reckoned twice: by the query, and by hand over every edge date."""

from collections import Counter
from datetime import date, timedelta
from itertools import product

import pytest

from assurance.figures.figure import WHOLE, FigureRequest, Mark
from assurance.improvement import figures
from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.rules import actions as rules
from assurance.reviews.models.findings import Finding
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.findings import finding, review
from tests.make.improvements import action, evidence, moved, plan, priority, rated
from tests.make.people import posts

pytestmark = pytest.mark.django_db

DAY = date(2017, 5, 17)
ONE = timedelta(days=1)
EDGES = (DAY - ONE, DAY, DAY + ONE)
DAYS = (DAY - 2 * ONE, *EDGES, DAY + 2 * ONE)
LINKS = Action.findings.through


def asked(day=DAY, council=None, **said):
    """The usual council's question about the end of a day."""
    return FigureRequest(council or make_council(), When.at(day), **said)


def counts(figure, day=DAY):
    """Member → count, or None where nothing is returned."""
    reading = figure.reckon(asked(day))
    return reading and {member: tally.count for member, tally in reading.members.items()}


def withdrawal(day):
    """The fields of a record that was withdrawn on `day`."""
    return {"withdrawn_on": day, "withdrawn_by": officer(), "withdrawn_because": "Twice"}


def crowd():
    """An action for every combination of edge dates, moves and ratings, in two plans, some of them
    withdrawn; the rows as kept."""
    moves, ratings = [None, *product(EDGES, EDGES)], [None, *product(EDGES, ("at_risk", "done"))]
    dates = product(EDGES, EDGES, (None, *EDGES), moves, ratings)
    edges = [
        (start, due, done, move, rating)
        for number, (start, due, done, move, rating) in enumerate(dates)
        if due >= start and (done is None or done >= start)
        if number % 3 == 0 or not (move and rating)
    ]
    made = _actions(edges)
    Action.objects.bulk_create(made)
    DueChange.objects.bulk_create(
        DueChange(action=row, moved_on=on, from_day=before, to_day=after, reason="Late")
        for row, (_, due, _, move, _) in zip(made, edges, strict=True)
        if move
        for on, before, after in ((*move, DAY), (DAY + ONE, DAY, due))
    )
    StatusChange.objects.bulk_create(
        StatusChange(action=row, changed_on=on, from_status=before, to_status=after)
        for row, (*_, rating) in zip(made, edges, strict=True)
        if rating
        for on, before, after in (
            (rating[0], "on_track", rating[1]),
            (DAY + ONE, rating[1], "on_track"),
        )
    )
    _link(made)
    kept = Action.objects.select_related("priority__plan")
    return list(kept.prefetch_related("due_changes", "status_changes", "findings__review"))


def _actions(edges):
    gone, under = withdrawal(DAY), [priority(plan(slug=slug)) for slug in ("first", "second")]
    head, director = posts("Head", "Director")
    return [
        Action(
            council=make_council(),
            priority=under[number % 2],
            reference=f"E{number}",
            text="Words",
            owner=head,
            starts_on=start,
            due_on=due,
            done_on=done,
            status="done" if done else "on_track",
            checker=director if done else None,
            created_on=start,
            **(gone if number % 5 == 0 else {}),
        )
        for number, (start, due, done, _, _) in enumerate(edges)
    ]


def _link(actions):
    """Every third action answers a finding, every sixth a withdrawn one too, every ninth none that
    stands."""
    stands, gone = finding(), finding(**withdrawal(DAY))
    lost = finding(review=review(**withdrawal(DAY)))
    links = [(row, stands) for row in actions[::3]] + [(row, gone) for row in actions[::6]]
    links += [(row, lost) for row in actions[1::9]]
    LINKS.objects.bulk_create(LINKS(action=row, finding=one) for row, one in links)


def came_to(row, day):
    """(due date, rating) of an action at the end of `day`, its changes taken back one by one."""
    due, status, reopened = row.due_on, row.status, False
    for move in reversed(row.due_changes.all()):
        if move.moved_on > day:
            due = move.from_day
    changes = [one for one in row.status_changes.all() if one.changed_on > day]
    for change in reversed(changes):
        status, reopened = change.from_status, True
    if row.done_on is not None and row.done_on <= day:
        return due, "done"
    if reopened and status == "done":
        return due, "done"
    if due < day:
        return due, "overdue"
    return due, "not_known" if status == "done" else status


def test_the_queries_agree_with_the_rules_on_every_edge():
    actions = crowd()
    assert len(actions) > 500
    check_twins(actions)
    check_parts()
    for day in DAYS:
        held = [row for row in actions if row.withdrawn_on is None and row.starts_on <= day]
        if not held:
            assert {counts(figure, day) for figure in figures.FIGURES} == {None}
            continue
        told = {row.pk: came_to(row, day) for row in held}
        ratings = Counter(status for _, status in told.values())
        late = [row for row in held if told[row.pk][0] < day and told[row.pk][1] != "done"]
        linked = [row for row in held if rules.answers(row, row.findings.all())]
        plans = Counter(row.priority.plan.slug for row in held)
        assert counts(figures.TOTAL, day) == {WHOLE: len(held)}
        assert counts(figures.OVERDUE, day) == {WHOLE: len(late)}
        assert counts(figures.PER_FINDING, day) == {WHOLE: len(linked)}
        assert counts(figures.BY_PLAN, day) == plans
        assert Counter(counts(figures.BY_STATUS, day)) == ratings
        for figure in figures.FIGURES[1:-1]:
            assert figure.reckon(asked(day)).bases[WHOLE].count == len(held)
        bare = figures.WITHOUT_EVIDENCE.reckon(asked(day))
        assert bare.bases[WHOLE].count == bare.members[WHOLE].count == ratings["done"]


def check_twins(actions):
    """The plain twins say the same."""
    for day, row in product(DAYS, actions):
        moves, ratings = list(row.due_changes.all()), list(row.status_changes.all())
        due, status = came_to(row, day)
        assert rules.due_at(row, moves, day) == due
        assert rules.status_at(row, moves, ratings, day) == status
        planned = row.withdrawn_on is None and row.starts_on <= day
        late = planned and due < day and status != "done"
        assert rules.overdue(row, moves, ratings, day) is late


def check_parts():
    """The parts sum to the whole and name as many rows."""
    for figure in (figures.BY_STATUS, figures.BY_PLAN):
        for day in DAYS[1:]:
            members = figure.reckon(asked(day)).members
            assert sum(tally.count for tally in members.values()) == counts(figures.TOTAL, day)[""]
            for tally in members.values():
                assert len(list(tally.rows())) == tally.count
    for figure in (figures.TOTAL, figures.OVERDUE, figures.PER_FINDING):
        tally = figure.reckon(asked()).members[WHOLE]
        assert len(set(tally.rows())) == tally.count


def test_what_was_not_known_on_the_day_is_a_member_only_where_there_is_some():
    action(starts_on=DAY)
    assert set(counts(figures.BY_STATUS)) == {status for status, _ in Action.STATUSES}
    action(status="done", starts_on=DAY, done_on=DAY + ONE, due_on=DAY)
    reading = figures.BY_STATUS.reckon(asked())
    assert reading.members["not_known"].count == 1
    assert reading.labels["not_known"] == "Progress on that date not known"
    assert "not_known" not in counts(figures.BY_STATUS, DAY + ONE)


def test_a_paper_of_an_earlier_day_does_not_see_what_came_later():
    row = action(starts_on=DAY - ONE, due_on=DAY + 30 * ONE, status="at_risk")
    moved(row, DAY + ONE, DAY - ONE, DAY + 30 * ONE)
    rated(row, DAY + ONE, "on_track", "at_risk")
    assert counts(figures.OVERDUE, DAY) == {WHOLE: 1}
    assert counts(figures.OVERDUE, DAY + ONE) == {WHOLE: 0}
    assert counts(figures.BY_STATUS, DAY - ONE)["on_track"] == 1
    assert counts(figures.BY_STATUS, DAY + ONE)["at_risk"] == 1


def test_before_the_first_action_nothing_is_returned_and_after_it_none_is_nought():
    action(starts_on=DAY)
    assert [counts(figure, DAY - ONE) for figure in figures.FIGURES] == [None] * 6
    assert figures.TOTAL.measure(asked(DAY - ONE))[WHOLE].mark is Mark.NOT_RETURNED
    assert counts(figures.OVERDUE) == {WHOLE: 0}
    assert counts(figures.PER_FINDING) == {WHOLE: 0}


def test_what_is_done_counts_as_shown_while_something_is_linked_to_it():
    done = action(status="done", done_on=DAY, starts_on=DAY - ONE)
    action(status="on_track", starts_on=DAY - ONE)
    assert counts(figures.WITHOUT_EVIDENCE, DAY - ONE) == {WHOLE: 0}
    evidence(done, created_on=DAY + ONE, withdrawn_by=officer(), withdrawn_because="Wrong one",
             withdrawn_on=DAY + 5 * ONE)  # fmt: skip
    found = [counts(figures.WITHOUT_EVIDENCE, DAY + n * ONE)[WHOLE] for n in (0, 1, 4, 5)]
    assert found == [1, 0, 0, 1]


def test_an_action_that_answers_several_findings_counts_once():
    of = review()
    action([finding(review=of), finding(review=of)])
    assert counts(figures.PER_FINDING) == {WHOLE: 1}
    assert Finding.objects.count() == 2
