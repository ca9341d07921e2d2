"""What the demonstration's officer records after January 2016, as its files give it: each entry on
its day.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditKind
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.totals import AuditTotal
from assurance.dbs.models.breaches import Breach
from assurance.dbs.operations import positions
from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.decision_levels import DecisionLevel
from assurance.governance.models.developments import Development
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.governance.operations import change_development, record_development
from assurance.improvement import operations as improvements
from assurance.improvement.models.actions import Action
from assurance.improvement.models.follow_up import ActionNote
from assurance.improvement.models.plans import Plan
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import censuses, returns
from assurance.looked_after.rules.positions import EnteredCensus
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.closures import Closure
from assurance.meetings.models.elections import Election
from assurance.meetings.models.meetings import Meeting
from assurance.outcomes import operations as sets
from assurance.people.models.people import Cohort
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team, TeamSuccession
from assurance.public_pages.models.statements import AccessibilityStatement
from assurance.records import operations
from assurance.reviews import operations as findings
from assurance.reviews.models.findings import Finding, Framework, Review
from assurance.reviews.models.met_groups import MetGroup
from assurance.reviews.models.themes import Theme
from assurance.surveys import operations as surveys
from assurance.surveys.models import Question, Survey, Wave
from reports.demonstration import governance, improvement, texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.posts import change_action, put_right, record_breach, with_posts

FILES = ("later-2016", "later-2017", "later-2019", "later-2020", "live-audits", "systems")
MODELS = {
    **governance.KINDS,
    **{"audit_kind": AuditKind, "audit_round": AuditRound, "audit_total": AuditTotal},
    **{"learning_meeting": LearningMeeting, "breach": Breach, "action_note": ActionNote},
    **{"team": Team, "finding": Finding, "review": Review, "action": Action},
    **{
        "case_audit": CaseAudit,
        "question": Question,
        "survey": Survey,
        "closure": Closure,
        "election": Election,
    },
    **{"succession": TeamSuccession, "decision_level": DecisionLevel, "post": Post},
    **{"body_report": BodyReport, "plan_outcome": PlanOutcome},
    **{
        "met_group": MetGroup,
        "audit_allocation": AuditAllocation,
        "accessibility_statement": AccessibilityStatement,
    },
}
# What finds a record, where it is not its slug, and a field that names a record by such.
NAMED_BY = {
    **{AuditKind: "title", AuditRound: "start", Team: "name", Action: "reference"},
    **{Post: "title", Meeting: "date", Breach: "found_on"},
}
NAMED = {
    **{"review": Review, "reviews": Review, "plans": Plan, "framework": Framework},
    **{"action": Action, "team": Team, "documents": governance.Document, "rounds": AuditRound},
    **{"before": Team, "members": Post, "measures": governance.Measure, "meeting": Meeting},
    **{"audit_round": AuditRound, "round": AuditRound},
}
DAYS = ("start", "end", "reviewed_from", "reviewed_to", "day", "to_day", "position")


def steps(founded: FoundedCouncil, files=FILES) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of every entry of some files."""
    for name in files:
        for entry in texts.read(name):
            yield date.fromisoformat(entry["on"]), partial(DOINGS[entry["do"]], founded, entry)


def find(founded: FoundedCouncil, model, name):
    """The council's record of a model by what it is named by."""
    rows = model.objects if model is Framework else model.objects.of(founded.council)
    return rows.get(**{NAMED_BY.get(model, "slug"): name})


def own(founded: FoundedCouncil, on: date) -> dict:
    """Who records what follows, for which council, on what day."""
    return {"council": founded.council, "by": founded.accounts["officer"], "on": on}


def fields_of(founded: FoundedCouncil, entry: dict) -> dict:
    """The fields of an entry as their model takes them."""
    fields = with_posts(founded.posts, governance.exact(texts.dated(entry["said"])))
    for name in DAYS:
        if fields.get(name):
            fields[name] = date.fromisoformat(fields[name])
    for name, model in NAMED.items():
        value = fields.get(name)
        if isinstance(value, list):
            fields[name] = [find(founded, model, item) for item in value]
        elif value:
            fields[name] = find(founded, model, value)
    if entry.get("kind") == "audit_round" and "kind" in fields:
        fields["kind"] = AuditKind.objects.of(founded.council).get(title=fields["kind"])
    if "first_grade" in fields:
        fields |= {"first_grade": founded.grades[fields["first_grade"]], "themes": []}
    return fields


def _add(founded, entry, on, parent=None):
    model = MODELS[entry["kind"]]
    fields = fields_of(founded, entry)
    if "of" in entry:
        kind, name = entry["of"]
        rows = getattr(MODELS[kind], "forums", MODELS[kind].objects)
        parent = rows.of(founded.council).get(slug=name)
    within = {model.parent_field: parent} if parent else {}
    if model is Development:
        made = record_development(**own(founded, on), **fields)
    elif model is Breach:
        made = record_breach(founded, fields, on)
    else:
        made = operations.create(model=model, **own(founded, on), **within, **fields)
    for item in entry.get("within", ()):
        _add(founded, item, on, made)


def _change(founded, entry, on):
    model = MODELS[entry["kind"]]
    rows = getattr(model, "forums", model.objects).of(founded.council)
    if "of" in entry:
        rows = rows.filter(**{f"{model.parent_field}__slug": entry["of"]})
    name = NAMED_BY.get(model, "title" if "of" in entry else "slug")
    record = rows.get(**{name: entry["name"]})
    values = {"record": record, "version": record.version}
    who = {"by": founded.accounts["officer"], "on": on}
    fields = fields_of(founded, entry)
    if model is Action:
        change_action(founded, record, fields, on)
        return
    if model is Breach:
        put_right(founded, record, fields, on)
        return
    change = change_development if model is Development else operations.change
    change(**values, **who, **fields)


def _census(founded, entry, on):
    fields = dict(entry["said"])
    day = date.fromisoformat(fields.pop("date"))
    costs = {name: tuple(value) for name, value in fields.pop("unit_costs", {}).items()}
    locations = fields.pop("locations", None)
    cohort = find(founded, Cohort, "children-looked-after")
    who = {"by": founded.accounts["officer"], "on": on}
    entered = EnteredCensus(**fields, unit_costs=costs)
    census = censuses.enter_census(cohort=cohort, day=day, entered=entered, **who)
    if locations:
        values = {"locations": locations, "source": fields["source"]}
        censuses.set_locations(record=census, version=census.version, **values, **who)


def _count_census(founded, entry, on):
    last_return = Return.objects.of(founded.council).active().order_by("covers_to").last()
    who = {"by": founded.accounts["officer"], "on": on}
    returns.count_census(held_return=last_return, day=date.fromisoformat(entry["date"]), **who)


def _dbs_audit(founded, entry, on):
    fields = texts.dated(entry["said"])
    due = fields.pop("due", None)
    fields["due"] = due and {date.fromisoformat(month): number for month, number in due.items()}
    cohort = find(founded, Cohort, fields.pop("cohort"))
    positions.enter_dbs_audit(cohort=cohort, **fields, **own(founded, on))


def _move_due(founded, entry, on):
    action = find(founded, Action, entry["action"])
    values = {"to_day": date.fromisoformat(entry["to_day"]), "reason": entry["reason"]}
    who = {"by": founded.accounts["officer"], "on": on}
    improvements.move_due(record=action, version=action.version, **values, **who)


def _survey(founded, entry, on):
    surveys.record_survey(**own(founded, on), **entry["said"])


def _wave(founded, entry, on):
    survey = find(founded, Survey, entry["survey"])
    values = texts.dated(entry["said"])
    wave = operations.create(model=Wave, **own(founded, on), survey=survey, **values)
    rows = governance.answers_of(survey, entry["answers"], values["source"])
    who = {"by": founded.accounts["officer"], "on": on}
    surveys.record_answers(record=wave, version=wave.version, rows=rows, **who)


def _review(founded, entry, on):
    review = findings.record_review(**own(founded, on), **fields_of(founded, entry))
    themes = {}
    for title, rows in entry.get("themes", {}).items():
        themes[title] = operations.create(
            model=Theme, **own(founded, on), review=review, **rows["theme"]
        )
        lines = [(themes[title], kind, text, "") for kind, text in rows["findings"]]
        findings.record_findings(**own(founded, on), review=review, rows=lines)
    lines = [(None, kind, text, "") for kind, text in entry.get("findings", ())]
    if lines:
        findings.record_findings(**own(founded, on), review=review, rows=lines)


def _repeat(founded, entry, on):
    """Links a finding to the earlier one that it repeats."""
    finding, earlier = (
        Finding.objects.of(founded.council).get(review__slug=slug, kind=kind, number=number)
        for slug, kind, number in (entry["finding"], entry["earlier"])
    )
    who = {"by": founded.accounts["officer"], "on": on}
    findings.link_said_before(record=finding, version=finding.version, said_before=earlier, **who)


def _plan(founded, entry, on):
    improvement.plan(founded, entry["slug"])


def _outcomes(founded, entry, on):
    values = texts.dated(entry["said"])
    values["as_at"] = date.fromisoformat(values["as_at"])
    review = find(founded, Review, entry["review"])
    findings.record_outcomes(**own(founded, on), review=review, **values)


def _outcome_set(founded, entry, on):
    blank = {"target": None, "tolerance": None}
    rows = [{"title": title, "count": count, **blank} for title, count in entry["outcomes"]]
    sets.record_set(**own(founded, on), **texts.dated(entry["said"]), outcomes=rows)


def _committee_meeting(founded, entry, on):
    committee = Body.committees.of(founded.council).get(slug=entry["committee"])
    values = texts.dated({name: entry[name] for name in ("date", "title")})
    operations.create(model=Meeting, **own(founded, on), committee=committee, **values)


DOINGS = {
    **{"add": _add, "change": _change, "census": _census, "count_census": _count_census},
    **{"dbs_audit": _dbs_audit, "move_due": _move_due, "survey": _survey, "wave": _wave},
    **{"review": _review, "outcomes": _outcomes, "plan": _plan, "repeat": _repeat},
    **{"outcome_set": _outcome_set, "committee_meeting": _committee_meeting},
}
