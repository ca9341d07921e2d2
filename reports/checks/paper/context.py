"""Gathers what a careful reader knows beside the paper, from the council's records."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from assurance.people.models.people import Person
from assurance.runtime.periods import today
from reports.checks.context import CheckContext
from reports.checks.models import DisabledCheck
from reports.checks.paper import records
from reports.checks.paper.earlier_papers import told_before
from reports.checks.reading import Reading
from reports.checks.wording.councils import named_in_our_stead
from reports.papers.manuscript import Manuscript
from reports.papers.models.house_words import HouseWord
from reports.papers.models.papers import Paper, open_to_all
from reports.papers.models.templates import Abbreviation
from reports.papers.rules.house_words import preferred
from reports.prose.councils import are_one, others

_sources: dict[str, Callable[[Paper], tuple[Any, ...]]] = {}


def join(name: str, source: Callable[[Paper], tuple[Any, ...]]) -> None:
    """Joins what an app knows of a paper, for its own rules; it does so in `AppConfig.ready`."""
    _sources[name] = source


def known_to(paper: Paper) -> CheckContext:
    """What is known beside `paper`, in as many queries whatever it holds."""
    council = paper.council
    off = DisabledCheck.objects.of(council).active().values_list("rule", flat=True)
    parts = _parts_of_the_committee(paper)
    return CheckContext(
        today=today(),
        glossary=dict(Abbreviation.objects.of(council).values_list("short", "long")),
        cadences=records.cadences(council, paper.paper_date or paper.period_end),
        reviews=records.reviews(council),
        again=records.again(council),
        previous_end=_previous_end(paper),
        told=told_before(paper),
        joined=_joined(paper),
        off=frozenset(off),
        people=frozenset(Person.objects.of(council).values_list("name", flat=True)),
        part_titles=tuple(part["title"] for part in parts),
        parts_asked=parts_asked(parts),
        preferred=_preferred(council),
        other_councils=others(council.name),
    )


def council_of_another(manuscript: Manuscript, reading: Reading) -> str:
    """The council of a paper imported from elsewhere, by its words; empty where it may be ours."""
    if not reading.typed:
        return ""
    ours = manuscript.council
    if not any(are_one(reading.council, item) for item in (ours.name, ours.short_name)):
        return reading.council
    return named_in_our_stead(reading, others(ours.name))


def known_of_another(paper: Paper, name: str) -> CheckContext:
    """What is known beside `paper`, imported here and of the council `name` (empty where it names
    none): the day, the rules that are off, what is asked for it. Our records, templates and words
    say nothing of it."""
    off = DisabledCheck.objects.of(paper.council).active().values_list("rule", flat=True)
    return CheckContext(
        today=today(),
        off=frozenset(off),
        joined=_joined(paper),
        other_councils=others(name or paper.council.name),
    )


def _joined(paper):
    return {name: source(paper) for name, source in _sources.items()}


def parts_asked(parts: Iterable[Mapping]) -> tuple[tuple[str, str], ...]:
    """Kind and title of those parts of a template's data that are mandatory."""
    return tuple((part["kind"], part["title"]) for part in parts if part.get("mandatory"))


def _parts_of_the_committee(paper):
    """The titled parts of the template of the committee's last issued paper, in order, if any."""
    issued = Paper.objects.filter(open_to_all(), series__committee=paper.series.committee)
    spec = issued.order_by("-period_end").values_list("template__spec", flat=True).first()
    parts = spec.get("parts", ()) if isinstance(spec, dict) else ()
    return [part for part in parts if part.get("title")]


def known_in_brief(manuscript: Manuscript) -> CheckContext:
    """What is known beside one block while it is written, from two queries."""
    council = manuscript.council
    off = DisabledCheck.objects.of(council).active().values_list("rule", flat=True)
    return CheckContext(
        today=today(),
        glossary=manuscript.glossary,
        off=frozenset(off),
        preferred=_preferred(council),
        other_councils=others(council.name),
    )


def _preferred(council):
    return preferred(HouseWord.objects.of(council).as_wordings())


def _previous_end(paper):
    """The last day that the paper before this one in its series covers, or None."""
    issued = Paper.objects.filter(open_to_all(), series=paper.series)
    rows = issued.filter(period_end__lt=paper.period_end)
    return rows.order_by("-period_end").values_list("period_end", flat=True).first()
