"""The demonstration's inspection of 2016 with its findings, and its two improvement plans."""

from datetime import date
from functools import partial

from assurance.improvement import operations as improvements
from assurance.improvement.models.actions import Action
from assurance.improvement.models.follow_up import ActionNote
from assurance.improvement.models.plans import Plan, Priority
from assurance.records import operations
from assurance.reviews import operations as findings
from assurance.reviews.models.findings import Finding, Framework, Review
from assurance.reviews.models.themes import Theme
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.posts import with_posts

FRAMEWORK = "sif"


def inspection(founded: FoundedCouncil, on: date) -> Review:
    """The inspection, recorded `on` a day once its report was answered: five themes, each with
    strengths and areas for development, and the recommendations."""
    value = texts.read("inspection")
    own = {"council": founded.council, "by": founded.accounts["officer"], "on": on}
    framework = Framework.objects.get(slug=FRAMEWORK)
    review = findings.record_review(**own, framework=framework, **texts.dated(value["review"]))
    value["decider"] = founded.posts[value["no_action_role"]]
    themes = {item["slug"]: _theme(own, review, item, value) for item in value["themes"]}
    rows = [
        (themes[item["theme"]], Finding.RECOMMENDATION, item["text"], "")
        for item in value["recommendations"]
    ]
    findings.record_findings(**own, review=review, rows=rows)
    return review


def plan(founded: FoundedCouncil, slug: str, review: Review | None = None) -> Plan:
    """The plan of that slug with priorities and actions, linked to the findings of `review`."""
    value = next(text for text in texts.read("plans") if text["slug"] == slug)
    own = {"council": founded.council, "by": founded.accounts["officer"]}
    own["on"] = date.fromisoformat(value["recorded_on"])
    dates = {"from_date": date.fromisoformat(value["from_date"])}
    made = operations.create(model=Plan, **own, slug=slug, title=value["title"], **dates)
    known = {str(finding).lower(): finding for finding in review.findings.all()} if review else {}
    for item in value["priorities"]:
        priority = operations.create(model=Priority, **own, plan=made, title=item["title"])
        rows = [_action(founded, priority, action, known) for action in item["actions"]]
        improvements.record_actions(**own, plan=made, rows=rows)
    return made


def _theme(own, review, item, value):
    theme = operations.create(
        model=Theme, **own, review=review, title=item["title"], slug=item["slug"]
    )
    rows = [(theme, Finding.STRENGTH, text, "") for text in item["strengths"]]
    findings.record_findings(**own, review=review, rows=rows)
    for area in item["areas"]:
        if area.get("no_action_because"):
            area = {**area, "decider": value["decider"]}
        operations.create(
            model=Finding, **own, review=review, theme=theme, kind=Finding.AREA, **area
        )
    return theme


def _action(founded, priority, value, known):
    matches = [known[_spelt(name)] for name in value.get("findings", ())]
    fields = with_posts(founded.posts, texts.dated(value))
    return {**fields, "priority": priority, "findings": matches}


def _spelt(name):
    return name.replace("area ", "area for development ")


def steps(founded: FoundedCouncil):
    """(day, what is done on it) of everything that follows."""
    value = texts.read("followed")
    waiting = texts.dated(value["waiting"])
    yield waiting["recorded_on"], partial(_receive, founded, waiting["review"])
    yield waiting["answered_on"], partial(_answer, founded, waiting["review"]["slug"])
    for item in map(texts.dated, value["notes"]):
        yield item["noted_on"], partial(_note, founded, item)
    for item in value["evidence"]:
        yield date.fromisoformat(item["on"]), partial(_show, founded, item)


def _receive(founded, value, on):
    """The report as it arrived."""
    findings.record_review(**_own(founded, on), framework=None, **texts.dated(value))


def _answer(founded, slug, on):
    """The reply as it was sent."""
    review = Review.objects.of(founded.council).get(slug=slug)
    values = {"record": review, "version": review.version, "response_sent_on": on}
    operations.change(by=founded.accounts["officer"], on=on, **values)


def _note(founded, value, on):
    values = {name: value[name] for name in ("noted_on", "text")}
    values["post"] = founded.posts[value["role"]]
    operations.create(
        model=ActionNote, **_own(founded, on), action=_action_called(founded, value), **values
    )


def _show(founded, value, on):
    values = {"audit_reference": "", "figure": value["figure"], "shows": value["shows"]}
    improvements.record_evidence(
        **_own(founded, on), action=_action_called(founded, value), **values
    )


def _action_called(founded, value):
    return Action.objects.of(founded.council).get(reference=value["action"])


def _own(founded, on):
    return {"council": founded.council, "by": founded.accounts["officer"], "on": on}
