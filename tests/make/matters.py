"""Makers of other matters: a valid row with no arguments."""

from datetime import date

from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.decision_levels import DecisionLevel
from assurance.governance.models.developments import Development, DevelopmentState, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import (
    Measure,
    MeasureCommentary,
    MeasureTarget,
    MeasureValue,
)
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.governance.models.relations import MeasureRelation
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.models.statements import Statement
from assurance.meetings.models.bodies import Body
from assurance.records.named_record import NamedRecord
from tests.cast import make_council
from tests.make.people import with_posts

FOUND = date(2015, 1, 5)


def made(model, said, **usual):
    """A row of `model` with what is `said`, else with what is usual for it."""
    of = {"council": said.get("council") or make_council(), "created_on": FOUND}
    if issubclass(model, NamedRecord):
        number = model.objects.count() + 1
        word = model.__name__.lower()
        of |= {"slug": f"{word}-{number}", "title": f"{model.__name__} {number}"}
    return model.objects.create(**{**of, **usual, **said})


def under(maker, field, said):
    """What is `said` of a row that lies in another, which is made where it is not given."""
    if field in said:
        return {"council": said[field].council, **said}
    return {field: maker(**({"council": said["council"]} if "council" in said else {})), **said}


def development(states=(), **said):
    """A project under way since 5 January 2015; `states` are further (day, state) that it had."""
    usual = {"kind": "project", "state": "under_way", "state_on": FOUND}
    row = made(Development, said, **usual)
    for day, state in {**dict(states), row.state_on: row.state}.items():
        DevelopmentState.objects.create(development=row, from_date=day, state=state)
    return row


def milestone(**said):
    """A milestone that is not reached yet."""
    said = under(development, "development", said)
    number = said["development"].milestones.count() + 1
    usual = {"number": number, "title": f"Milestone {number}", "state": "ahead"}
    return made(Milestone, said, **usual)


def document(**said):
    """A strategy that nobody has checked."""
    said = with_posts({"owner": "Head of Service", **said}, "owner")
    return made(Document, said, kind="strategy")


def forum(**said):
    """A board that meets every three months."""
    number = Body.forums.count() + 1
    usual = {"slug": f"forum-{number}", "title": f"Forum {number}", "kind": "board"}
    said = with_posts({"chair": "Lead member", **said}, "chair")
    return made(Body, said, **usual, interval="three_months")


def task_group(members=(), **said):
    """A task group on wellbeing that is to report by 30 June 2016."""
    usual = {"kind": "task_group", "remit": "Look at wellbeing.", "objectives": "Ask\nLook"}
    row = forum(**{**usual, "report_due_on": date(2016, 6, 30), **said})
    row.members.set(members)
    return row


def decision_level(**said):
    """The director may agree, from 5 January 2015 on, that a child comes into care."""
    said = with_posts({"post": "Director", **said}, "post")
    usual = {"decision": "A child comes into care", "slug": "a-child-comes-into-care"}
    return made(DecisionLevel, said, **usual, from_date=FOUND)


def body_report(measures=(), **said):
    """The theatre's report of the half-year to 31 December 2015, received and not considered."""
    usual = {"body": "The theatre", "from_date": date(2015, 7, 1), "to_date": date(2015, 12, 31)}
    row = made(BodyReport, said, **usual, received_on=date(2016, 1, 4))
    row.measures.set(measures)
    return row


def plan_outcome(**said):
    """An outcome of a plan."""
    said = under(document, "document", said)
    number = said["document"].outcomes.count() + 1
    return made(PlanOutcome, said, number=number, kind="outcome", text=f"Outcome {number}")


def meeting(**said):
    """A meeting on 8 December 2015."""
    usual = {"met_on": date(2015, 12, 8), "reviewed": "The annual report"}
    return made(ForumMeeting, under(forum, "forum", said), **usual)


def event(**said):
    """An event of 8 December 2015 that reached 32."""
    usual = {"held_on": date(2015, 12, 8), "audience": "Foster carers", "subject": "The strategy"}
    return made(EngagementEvent, said, **usual, reached="exactly", number=32)


def statement(**said):
    """A statement of 5 January 2015."""
    usual = {"statement": "Social workers know their children.", "edition": "1"}
    return made(Statement, said, **usual, stated_on=FOUND)


def scale(**said):
    """A scale of five and five that has no end."""
    words = ["rare", "unlikely", "possible", "likely", "almost certain"]
    graver = ["slight", "minor", "moderate", "major", "grave"]
    usual = {"likelihoods": words, "impacts": graver, "from_date": date(2010, 1, 1)}
    return made(RiskScale, said, **usual)


def risk(**said):
    """A risk opened on 5 January 2015."""
    usual = {"cause": "Posts are hard to fill.", "control": "A recruitment scheme."}
    said = with_posts({"owner": "Head of Service", **said}, "owner")
    return made(Risk, said, **usual, opened_on=FOUND)


def rating(**said):
    """A rating of four times three on 5 January 2015."""
    said = under(risk, "risk", said)
    if "scale" not in said:
        said["scale"] = RiskScale.objects.of(said["risk"].council).first() or scale(
            council=said["risk"].council
        )
    return made(RiskRating, said, rated_on=FOUND, likelihood=4, impact=3)


def measure(**said):
    """A measure in numbers."""
    usual = {"unit": "number", "definition": "Every one counts.", "source": "Workforce return"}
    return made(Measure, {"of_people": False, **said}, **usual, better="lower")


def value(**said):
    """A value of ten at 8 December 2015."""
    return made(MeasureValue, under(measure, "measure", said), to_date=date(2015, 12, 8), value=10)


def target(**said):
    """A target of eight from 5 January 2015 on."""
    return made(MeasureTarget, under(measure, "measure", said), from_date=FOUND, value=8)


def commentary(**said):
    """What the owner said of December 2015."""
    usual = {"month": date(2015, 12, 1), "text": "Two posts were filled."}
    return made(MeasureCommentary, under(measure, "measure", said), **usual)


def relation(members=(), **said):
    """Parts that make up a measure since long ago."""
    said = under(measure, "measure", said)
    row = made(MeasureRelation, said, kind="sum", exhaustive=True, from_date=date(2010, 1, 1))
    row.members.set(members or [measure(council=row.council)])
    return row
