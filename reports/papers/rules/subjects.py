"""What a paper tells a committee about: its subjects, their figures, and their words."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class ReportedSubject:
    """A subject of figures, of quoted kinds of `records` and lists, and of words; `besides` is what
    holds one of the words and is not about it."""

    slug: str
    title: str
    families: tuple[str, ...]
    words: tuple[str, ...]
    besides: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


# In the order of lists: children first, then who works with them, then what is checked of it.
SUBJECTS = (
    ReportedSubject(
        "looked_after",
        "Looked-after children",
        ("looked_after",),
        ("looked after", "looked-after", "in care", "foster", "fostering", "placed for adoption"),
        records=(
            *("census", "censuses", "return", "returns"),
            *("compared_area", "compared_areas"),
        ),
    ),
    ReportedSubject(
        "dbs",
        "DBS checks",
        ("dbs",),
        ("DBS", "Disclosure and Barring", "criminal record check", "criminal records check"),
        records=("dbs_audit", "dbs_audits", "breach", "breaches"),
    ),
    ReportedSubject(
        "audits",
        "Case-file audits",
        ("audits",),
        ("case audit", "case-file audit", "file audit", "audited", "audits", "case files"),
        ("DBS audit", "audit committee", "audit plan"),
        records=(
            *("audit_round", "audit_rounds", "audit_rounds_late", "audit_total", "audit_totals"),
            *("audit_allocation", "audit_allocations", "audit_action", "audit_actions"),
            *("audit_sample", "audit_samples", "case_audit", "case_audits"),
            *("learning_meeting", "learning_meetings"),
        ),
    ),
    ReportedSubject(
        "findings",
        "Reviews and findings",
        ("reviews",),
        ("Ofsted", "inspection", "inspectors", "peer review", "serious case review"),
        records=(
            *("review", "reviews", "reviews_owed", "finding", "findings", "quotations"),
            *("theme", "themes", "outcomes", "met_group", "met_groups"),
        ),
    ),
    ReportedSubject(
        "improvements",
        "Improvement plans",
        ("actions",),
        ("improvement plan", "action plan", "improvement board"),
        records=("plan", "action", "plans", "actions"),
    ),
    ReportedSubject(
        "surveys",
        "Surveys",
        ("surveys",),
        ("survey", "surveys", "questionnaire"),
        records=("survey", "wave", "answer", "surveys", "waves", "answers"),
    ),
    ReportedSubject(
        "matters",
        "Boards, plans and risks",
        ("developments", "documents", "events", "risks", "measures", "outcomes"),
        ("risk register", "strategy", "engagement event", "safeguarding board"),
        records=(
            *("development", "milestone", "document", "forum", "forum_meeting", "event"),
            *("statement", "risk", "measure", "measure_value", "outcome_set", "outcome_sets"),
            *("developments", "milestones", "documents", "events", "risks"),
            *("forums", "forum_meetings", "statements", "measures", "measure_values"),
            *("decision_level", "decision_levels", "body_report", "body_reports"),
            *("plan_outcome", "plan_outcomes", "task_groups"),
            *("team_succession", "team_successions"),
        ),
    ),
)
BY_SLUG = {item.slug: item for item in SUBJECTS}
_OF_FAMILY = {family: item.slug for item in SUBJECTS for family in item.families}
_OF_RECORD = {kind: item.slug for item in SUBJECTS for kind in item.records}


def subject_of(key: str) -> str:
    """The subject of the figure called `key` (`dbs.overdue`: `dbs`); empty for one of none."""
    return _OF_FAMILY.get(key.partition(".")[0], "")


def subject_of_record(kind: str) -> str:
    """The subject of a kind of record or of list (`review`: `findings`); empty for one of none."""
    return _OF_RECORD.get(kind, "")


def spoken_of(text: str) -> tuple[str, ...]:
    """The subjects that `words` speak of, in their usual order."""
    return tuple(item.slug for item in SUBJECTS if _speaks(item, text))


def _speaks(subject, text):
    rest = _any_of(subject.besides).sub(" ", text) if subject.besides else text
    return bool(_any_of(subject.words).search(rest))


def _any_of(text):
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, text))})\b", re.IGNORECASE)
