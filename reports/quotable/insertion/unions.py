"""Members of one breakdown added together, as a clerk chooses them: the token, and how it reads."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from assurance.figures.figure import WHOLE, Mark
from assurance.figures.measurement import measure
from assurance.figures.registry import FIGURES
from reports.documents.document import FIGURE
from reports.language import sums
from reports.language.tokens import Quote
from reports.papers.assembly.figure_text import in_form
from reports.papers.assembly.questions import questions_of
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.manuscript import Manuscript
from reports.quotable.insertion.figure_catalogue import label_of
from reports.quotable.insertion.figure_insertion import FORMS, Way


@dataclass(frozen=True)
class Member:
    """One member that can be added: its slug, label and number, and whether it is chosen."""

    slug: str
    label: str
    value: str
    chosen: bool


@dataclass(frozen=True)
class Union:
    """What the page of a figure shows: the members of its breakdown, and the chosen ones added in
    each form that they bear; `refused` is why they are not."""

    members: tuple[Member, ...] = ()
    ways: tuple[Way, ...] = ()
    refused: str = ""


def union_of(manuscript: Manuscript, quote: Quote, chosen: Collection[str]) -> Union:
    """The members of the breakdown of `quote` at its time, those called `chosen` added together;
    none for a figure whose parts do not add up."""
    figure = FIGURES.get(quote.key)
    if figure is None or not figure.adds:
        return Union()
    query = questions_of(replace(quote, form="number"), FIGURES, manuscript)
    measured = measure(manuscript.council, query, FIGURES, public=False)
    values = [value for item in query for value in measured.exact.get(item, {}).values()]
    if figure.relate:
        # Of measures those alone that records say do not overlap with it.
        groups = [group for group in measured.disjoint if _has(group, values, quote.member)]
        values = [value for value in values if any(value.identity in group for group in groups)]
    members = [
        Member(
            value.member,
            label_of(figure, value),
            in_form([value], "number"),
            value.member in chosen,
        )
        for value in values
        if value.member != WHOLE and value.mark == Mark.SHOWN
    ]
    names = [member.slug for member in members if member.chosen]
    if not chosen:
        return Union(tuple(members))
    if len(names) < 2:
        return Union(tuple(members), refused="Choose at least two of them.")
    return Union(tuple(members), *_added(manuscript, quote, names, measured))


def _has(group, values, member):
    return any(value.member == member and value.identity in group for value in values)


def token_of(quote: Quote, members: Collection[str], form: str) -> str:
    """The token that adds `members` of the breakdown of `quote` at its time."""
    cohort = f" of={quote.cohort}" if quote.cohort else ""
    when = f" @{quote.when}" if quote.when else ""
    ending = "" if form == sums.FORMS["sum"][0] else f" | {form}"
    terms = " + ".join(f"{quote.key}:{name}" for name in members)
    return f"[[sum {terms}{cohort}{when}{ending}]]"


def _added(manuscript, quote, names, measured):
    """(each form that the sum bears, why it bears none)."""
    speaker = TokenRenderer(manuscript, manuscript.numbering, FIGURES, measured)
    called = dict(FORMS)
    ways = []
    for form in sums.FORMS["sum"]:
        token = token_of(quote, names, form)
        (run,) = speaker.text(token, "").runs
        if run.kind == FIGURE:
            ways.append(Way(called[form], token, run.text))
    refused = speaker.problems[0].sentence if speaker.problems and not ways else ""
    return tuple(ways), refused
