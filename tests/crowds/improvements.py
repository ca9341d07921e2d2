"""Improvement actions begun, due, moved, rated and done before, on and after each edge; some answer
a finding that stands, some one that was withdrawn or whose review was."""

from itertools import cycle, islice, product

from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.follow_up import ActionEvidence
from assurance.improvement.models.plans import Plan, Priority
from assurance.reviews.models.findings import Finding
from tests.crowds.days import HALF_YEAR, LEAP, LONG_AGO, ONE, around, withdrawn
from tests.make.people import posts

EACH = 7
OPEN = ("not_started", "on_track", "at_risk", "overdue")
# Which finding an action answers; coprime with every other length, so that all meet all.
ANSWERS = ("none", "standing", "withdrawn", "of a withdrawn review", "standing", "two", "none")


def build(council, by, every):
    """One action in `every` of the product around each edge."""
    priorities = _priorities(council)
    findings = _findings(council)
    answers, places = cycle(ANSWERS), cycle(priorities)
    owner, checker = posts("Head of Service", "Director", council=council)
    made = []
    for edge in (HALF_YEAR, LEAP):
        for number, said in enumerate(_combined(edge)):
            if number % every == 0:
                start, due, (status, done_on), moves, ratings, out = said
                row = Action(
                    council=council,
                    priority=next(places),
                    reference=f"{edge:%m}-{number}",
                    text="Confidential",
                    owner=owner,
                    starts_on=start,
                    due_on=due,
                    status=status,
                    done_on=done_on,
                    checker=checker if done_on else None,
                    created_on=start,
                    **(withdrawn(by) if out else {}),
                )
                made.append((row, moves, ratings, findings[next(answers)]))
    Action.objects.bulk_create([row for row, *_ in made])
    _changes(made)


def _combined(edge):
    """Every action around an edge: start, due day, (rating, day done), moves, ratings, whether it
    was withdrawn. Moves are (day, from), ratings (day, from, to)."""
    before, on, after = around(edge)
    rated = [*((status, None) for status in OPEN), *(("done", day) for day in around(edge))]
    days = product((before, on, after), (before, on, after, after + 30 * ONE), rated)
    moves = ((), ((on, before),), ((after, on),), ((on, after), (after + ONE, before)))
    changes = cycle(
        product(moves, ("none", "on", "after", "twice", "reopened"), (False, False, True))
    )
    for start, due, (status, done) in days:
        if due >= start and (done is None or done >= start):
            # Sixty ways of changing, each in its turn: seven for each action.
            for moved, how, out in islice(changes, EACH):
                yield start, due, (status, done), moved, _ratings(how, status, edge), out


def _ratings(how, status, edge):
    _, on, after = around(edge)
    return {
        "none": (),
        "on": ((on, "on_track", status),),
        "after": ((after, "at_risk", status),),
        "twice": ((on, "not_started", "at_risk"), (after, "at_risk", status)),
        "reopened": ((on, "on_track", "done"), (after, "done", status)),
    }[how]


def _changes(made):
    DueChange.objects.bulk_create(
        DueChange(action=row, moved_on=day, from_day=was, to_day=row.due_on, reason="Late")
        for row, moves, _, _ in made
        for day, was in moves
    )
    StatusChange.objects.bulk_create(
        StatusChange(action=row, changed_on=day, from_status=was, to_status=became)
        for row, _, ratings, _ in made
        for day, was, became in ratings
    )
    _shown([row for row, *_ in made])
    link = Action.findings.through
    link.objects.bulk_create(
        link(action=row, finding=finding) for row, _, _, findings in made for finding in findings
    )


def _shown(actions):
    """Links to a figure made on each edge, some of them withdrawn on or after it."""
    days = [day for edge in (HALF_YEAR, LEAP) for day in around(edge)]
    gone = (None, days[1], days[4], None)
    by = actions[0].council.accounts.first()
    ActionEvidence.objects.bulk_create(
        ActionEvidence(
            council=row.council,
            action=row,
            figure="actions.total",
            shows="More plans have dates",
            created_on=days[number % len(days)],
            **({**withdrawn(by), "withdrawn_on": day} if (day := gone[number % 4]) else {}),
        )
        for number, row in enumerate(actions)
        if number % 3
    )


def _priorities(council):
    plans = [
        Plan.objects.create(council=council, slug=slug, title=slug.title(), from_date=LONG_AGO)
        for slug in ("after-inspection", "every-year", "with-nothing")
    ]
    return [
        Priority.objects.create(plan=plan, order=order, title=f"Priority {order}")
        for plan in plans[:2]
        for order in (1, 2)
    ]


def _findings(council):
    rows = Finding.objects.filter(council=council, kind="area").order_by("pk")
    here = rows.filter(review__withdrawn_on__isnull=True)
    standing = list(here.filter(withdrawn_on__isnull=True)[:2])
    gone = list(here.filter(withdrawn_on__isnull=False)[:1])
    lost = rows.filter(review__withdrawn_on__isnull=False, withdrawn_on__isnull=True)
    return {
        "none": [],
        "standing": standing[:1],
        "two": standing,
        "withdrawn": gone,
        "of a withdrawn review": list(lost[:1]),
    }
