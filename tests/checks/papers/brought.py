"""A paper of this folder as the checks read it, imported from its text and kept in memory."""

from datetime import date
from functools import cache
from pathlib import Path

from assurance.accounts.models.accounts import Council
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from reports.checks.context import CheckContext
from reports.conversion.paper import paper_file
from reports.language import template as templates
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, Manuscript, nested
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate, Series
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.run import check

HERE = Path(__file__).parent
NAMES = tuple(sorted(one.stem for one in HERE.glob("*.txt")))
TODAY = date(2026, 1, 1)
# Signs between two faults of one paper, so that neither changes the other.
APART = 60


def text_of(name):
    """The right paper of that name."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8")


def manuscript(name, text):
    """The manuscript of `text`, as it would be imported from a file called `name`."""
    return manuscript_of(f"{name}.txt", text.encode())


def manuscript_of(file, data):
    """The manuscript of the bytes of a file of that name."""
    brought = paper_file(file, data, TODAY)
    said = brought.paper
    council = Council(slug="of-the-file", name=brought.head.get("council") or "Northmoor Council")
    committee = Body(council=council, slug="committee", title=said["committee"]["title"])
    meeting = said["meeting"] and Meeting(committee=committee, date=_day(said["meeting"]["date"]))
    paper = Paper(
        council=council,
        series=Series(council=council, committee=committee, slug="series", title="Series"),
        template=ReportTemplate(council=council, slug="template", title="As it is", spec={}),
        meeting=meeting,
        slug="paper",
        title=said["title"],
        period_start=_day(said["period"]["start"]),
        period_end=_day(said["period"]["end"]),
        paper_date=_day(said["paper_date"]),
        parts=said["parts"],
    )
    rows = (*("slug", "part", "kind", "parent", "heading", "text", "data"),)
    blocks = nested(tuple(BlockText(*(one[row] for row in rows)) for one in said["blocks"]))
    template = templates.read(brought.template)
    return Manuscript(paper, template, {}, blocks, said["parts"], {})


@cache
def right(name):
    """(manuscript, reading) of the right paper of that name."""
    made = manuscript(name, text_of(name))
    return made, reading_of(made, assemble(made).document)


def found(name, text=""):
    """(rule, what it says) of everything above advice in `text`, or in the right paper of that
    name."""
    made = manuscript(name, text) if text else None
    read = reading_of(made, assemble(made).document) if made else right(name)[1]
    rows = check(read, CheckContext(today=TODAY, full_weight=True))
    return [(one.rule.key, one.fault.says) for one in rows if one.severity != "advice"]


def in_groups(text, faults):
    """The faults of a paper in groups that can be put into it together: each with rules that no
    other of its group has, at a place and a distance of its own. A fault has `old` words, `new`
    ones, the `rule` that finds it and rules `beside` it."""
    groups = []
    for one in sorted(faults, key=lambda fault: -len(fault.beside)):
        assert one.old in text, one
        group = next((group for group in groups if _fits(text, one, group)), [])
        if not group:
            groups.append(group)
        group.append(one)
    return groups


def _fits(text, fault, group):
    keys, place = {fault.rule, *fault.beside}, text.index(fault.old)
    return all(
        keys.isdisjoint({one.rule, *one.beside}) and abs(text.index(one.old) - place) > APART
        for one in group
    )


def why_not_found(name, text, group):
    """The faults of a group and what was found, where not all of them were, or more than them."""
    wrong = text
    for one in group:
        wrong = wrong.replace(one.old, one.new, 1)
    keys = {key for key, _ in found(name, wrong)}
    rules = {one.rule for one in group}
    if rules <= keys <= rules.union(*(one.beside for one in group)):
        return None
    return name, [(one.rule, one.new) for one in group], keys


def _day(words):
    return date.fromisoformat(words) if words else None
