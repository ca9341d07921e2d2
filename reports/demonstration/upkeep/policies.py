"""What the demonstration's administrators and officers keep beside the subjects of its reports:
policies of small numbers, wordings of reminders, look-ups, and how measures belong together.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assurance.audits import operations as audits
from assurance.dbs.models.checks import UpdateLookup
from assurance.dbs.operations import policies
from assurance.figures.policies import operations as small_numbers
from assurance.governance.models.measures import Measure, MeasureCommentary
from assurance.governance.models.relations import MeasureRelation
from assurance.improvement import operations as improvements
from assurance.improvement.models.actions import Action
from assurance.people.models.people import Person
from assurance.people.models.second_persons import SecondPersonPolicy
from assurance.records import operations
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.posts import with_posts
from reports.papers.models.templates import Series

# Whose certificate was issued since then is asked of the Update Service.
NEW_SINCE, ASKED = date(2018, 6, 1), 14
LOOKS_UP = "Head of Workforce"
# Of so many answers the last finds nobody.
UNMATCHED = 7


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of everything recorded."""
    value = texts.read("policies")
    for key, do in (
        ("small_numbers", _small_numbers),
        ("wordings", _wording),
        ("relations", _relation),
        ("intervals", _change_interval),
        ("second_persons", _second_persons),
        ("samples", _sample),
        ("commentaries", _commentary),
        ("evidence", _evidence),
    ):
        for entry in value[key]:
            yield date.fromisoformat(entry["on"]), partial(do, founded, entry)
    yield date.fromisoformat(value["look_ups"]["on"]), partial(_look_up, founded)


def _small_numbers(founded, entry, on):
    """A policy as one administrator enters it, and another approves it."""
    enters, approves = (founded.accounts[word] for word in ("administrator", "bernard.coyle"))
    fields = {**texts.dated(entry["fields"]), "council": founded.council}
    policy = small_numbers.enter_policy(**fields, by=enters, on=on)
    values = {"policy": policy, "version": policy.version}
    small_numbers.approve_policy(**values, by=approves, on=on)


def _wording(founded, entry, on):
    """A wording as one administrator writes it, and who holds a post approves it."""
    fields = with_posts(founded.posts, texts.dated(entry["fields"]))
    own = {"council": founded.council, "by": founded.accounts["administrator"], "on": on}
    approver = fields.pop("approver")
    wording = policies.record_wording(**own, **fields)
    policies.approve(record=wording, approver=approver, by=approver.holder_on(on).account, on=on)


def _relation(founded, entry, on):
    measures = Measure.objects.of(founded.council)
    operations.create(
        model=MeasureRelation,
        council=founded.council,
        measure=measures.get(slug=entry["of"]),
        members=list(measures.filter(slug__in=entry["members"]).order_by("slug")),
        kind=entry["kind"],
        exhaustive=entry["kind"] == MeasureRelation.SUM,
        from_date=date.fromisoformat(entry["from_date"]),
        to_date=None,
        by=founded.accounts["officer"],
        on=on,
    )


def _change_interval(founded, entry, on):
    """How often a series of reports is due, from a decision of the committee on."""
    series = Series.objects.of(founded.council).get(slug=entry["series"])
    values = {name: entry[name] for name in ("interval", "decision")}
    operations.change(record=series, by=founded.accounts["clerk"], on=on, **values)


def _second_persons(founded, entry, on):
    fields = entry["fields"] | {"from_date": date.fromisoformat(entry["fields"]["from_date"])}
    by = founded.accounts["administrator"]
    operations.create(model=SecondPersonPolicy, council=founded.council, by=by, on=on, **fields)


def _sample(founded, entry, on):
    numbers = range(1, entry["listed"] + 1)
    values = {name: entry[name] for name in ("title", "size", "seed")}
    audits.draw_sample(
        council=founded.council,
        cases=[f"{entry['prefix']}-{number:03d}" for number in numbers],
        audit_round=None,
        by=founded.accounts["quality"],
        on=on,
        **values,
    )


def _commentary(founded, entry, on):
    operations.create(
        model=MeasureCommentary,
        council=founded.council,
        measure=Measure.objects.of(founded.council).get(slug=entry["of"]),
        month=date.fromisoformat(entry["month"]),
        text=entry["text"],
        by=founded.accounts["officer"],
        on=on,
    )


def _evidence(founded, entry, on):
    action = Action.objects.of(founded.council).get(reference=entry["action"])
    values = {"audit_reference": "", "figure": entry["figure"], "shows": entry["shows"]}
    by = founded.accounts["officer"]
    improvements.record_evidence(council=founded.council, action=action, by=by, on=on, **values)


def _look_up(founded, on):
    people = (
        Person.objects.of(founded.council)
        .active()
        .filter(
            checks__issued_on__gte=NEW_SINCE, checks__withdrawn_on=None, engagements__ends_on=None
        )
    )
    for place, person in enumerate(people.distinct().order_by("reference")[:ASKED], start=1):
        operations.create(
            model=UpdateLookup,
            council=founded.council,
            person=person,
            looked_on=on,
            answer="NO_MATCH" if place % UNMATCHED == 0 else "CURRENT",
            post=founded.posts[LOOKS_UP],
            consent_held=True,
            by=founded.accounts["officer"],
            on=on,
        )
