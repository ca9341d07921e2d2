"""The demonstration's inspection of 2016 with its findings, and its two improvement plans."""

from datetime import date

from assurance.improvement.models.plans import Plan
from assurance.improvement.operations import plans as improvements
from assurance.reviews.models.findings import Finding, Framework, Review
from assurance.reviews.operations import findings
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil

FRAMEWORK = "sif"


def inspection(founded: FoundedCouncil, on: date) -> Review:
    """The inspection, recorded `on` a day once its report was answered: five themes, each with
    strengths and areas for development, and the recommendations."""
    said = texts.read("inspection")
    own = {"council": founded.council, "by": founded.accounts["officer"], "on": on}
    framework = Framework.objects.get(slug=FRAMEWORK)
    review = findings.record_review(**own, framework=framework, **texts.dated(said["review"]))
    themes = {one["slug"]: _theme(own, review, one, said) for one in said["themes"]}
    rows = [
        (themes[one["theme"]], Finding.RECOMMENDATION, one["text"], "")
        for one in said["recommendations"]
    ]
    findings.record_findings(**own, review=review, rows=rows)
    return review


def plan(founded: FoundedCouncil, slug: str, review: Review | None = None) -> Plan:
    """The improvement plan of that slug with its priorities and actions, each linked to the
    findings of `review` that it answers."""
    said = next(one for one in texts.read("plans") if one["slug"] == slug)
    own = {"council": founded.council, "by": founded.accounts["officer"]}
    own["on"] = date.fromisoformat(said["recorded_on"])
    dates = {"from_date": date.fromisoformat(said["from_date"])}
    made = improvements.record_plan(**own, slug=slug, title=said["title"], **dates)
    known = {str(one).lower(): one for one in review.findings.all()} if review else {}
    for one in said["priorities"]:
        priority = improvements.record_priority(**own, plan=made, title=one["title"])
        rows = [_action(priority, action, known) for action in one["actions"]]
        improvements.record_actions(**own, plan=made, rows=rows)
    return made


def _theme(own, review, one, said):
    theme = findings.record_theme(**own, review=review, title=one["title"], slug=one["slug"])
    rows = [(theme, Finding.STRENGTH, text, "") for text in one["strengths"]]
    findings.record_findings(**own, review=review, rows=rows)
    for area in one["areas"]:
        if area.get("no_action_because"):
            area = {**area, "no_action_role": said["no_action_role"]}
        findings.record_finding(**own, review=review, theme=theme, kind=Finding.AREA, **area)
    return theme


def _action(priority, said, known):
    found = [known[_spelt(name)] for name in said.get("findings", ())]
    return {**texts.dated(said), "priority": priority, "findings": found}


def _spelt(name):
    return name.replace("area ", "area for development ")
