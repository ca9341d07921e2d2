"""What is known beside a paper: earlier papers, records, the council's words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from assurance.figures.models import small_up_to
from assurance.people.models.people import Person
from assurance.reviews.models.findings import Finding
from assurance.runtime.periods import today
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.checks.context import (
    CheckContext,
    EarlierFigure,
    RepeatedFinding,
    ReviewResponses,
)
from reports.checks.models import DisabledCheck
from reports.checks.numbers.statements import statements
from reports.checks.reading import PARAGRAPH, Line, Reading
from reports.documents.entries import STATED
from reports.editions.models.editions import Edition
from reports.papers.manuscript import Manuscript
from reports.papers.models.papers import Paper, open_to_all
from reports.papers.models.templates import Abbreviation, HouseWord
from reports.papers.rules.house_words import preferred
from reports.prose.councils import are_one, others
from reports.prose.quantities.arithmetic import plain
from reports.verdicts.counts.other_times import other_times_of
from reports.verdicts.counts.times import is_of_events
from reports.verdicts.counts.wholes import wholes_of
from reports.verdicts.paper.mentions import left_out_of
from reports.verdicts.paper.recorded_cadences import recorded_cadences
from reports.verdicts.paper.recorded_series import recorded_series, surveys
from reports.verdicts.paper.recorded_states import states_of
from reports.wording_checks.councils import named_in_our_stead

counted_parts = LazyModule("reports.verdicts.counts.parts")

# So many editions are looked back on: three papers with a correction each.
EDITIONS = 6


def told_before(paper: Paper) -> tuple[EarlierFigure, ...]:
    """What the last editions of the series of `paper` printed, the earliest first, by one query."""
    rows = (
        Edition.objects.latest_first()
        .filter(paper__series=paper.series, paper__withdrawn_on__isnull=True)
        .exclude(paper=paper)
        .filter(paper__period_end__lt=paper.period_end)
        .values("paper_id", "title", "document")[:EDITIONS]
    )
    newest = {}
    for row in rows:
        newest.setdefault(row["paper_id"], row)
    return tuple(
        item for row in reversed(newest.values()) for item in told_of(row["title"], row["document"])
    )


def told_of(title: str, document: Mapping) -> Iterator[EarlierFigure]:
    """What one paper, kept as it was issued, told: its figures, and the counts in its prose."""
    for entry in document.get("figures", ()):
        if entry["key"] == STATED:
            continue
        yield EarlierFigure(
            key=entry["key"],
            member=entry.get("member", ""),
            cohort=entry.get("cohort", ""),
            start=entry.get("start", ""),
            end=entry.get("end", ""),
            text=entry["text"],
            count=entry.get("count"),
            base=entry.get("base_count"),
            paper=title,
            where=next(iter(entry.get("places", ())), ""),
            words=entry["counts"],
            title=entry.get("title", ""),
        )
    for text in _texts(document.get("sections", ())):
        yield from _in_prose(title, text)


def _in_prose(title, text):
    for statement in statements(Line("", "", PARAGRAPH, text)):
        if not statement.number.bound:
            day = statement.on.isoformat() if statement.on else ""
            yield EarlierFigure(
                key="",
                member="",
                cohort="",
                start="",
                end=day,
                text=plain(statement.number),
                count=statement.value,
                base=None,
                paper=title,
                words=statement.words,
            )


def _texts(value) -> Iterator[str]:
    """The words of each text of a document as it is kept."""
    if isinstance(value, Mapping):
        if value.get("is") == "Text":
            yield "".join(run["text"] for run in value["runs"])
            return
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def reviews(council) -> tuple[ReviewResponses, ...]:
    """Every standing review that asked for something, with what of it nobody answered."""
    query = Finding.objects.of(council).of_kind(Finding.RECOMMENDATION).with_answers()
    totals, left = defaultdict(int), defaultdict(int)
    for item in query.select_related("review"):
        totals[item.review.title] += 1
        left[item.review.title] += not (item.actions_held or item.no_action_because)
    return tuple(ReviewResponses(title, total, left[title]) for title, total in totals.items())


def again(council) -> tuple[RepeatedFinding, ...]:
    """Every standing finding that is linked to an earlier one."""
    linked = Finding.objects.of(council).listed().filter(said_before__isnull=False)
    return tuple(
        RepeatedFinding(item.text, item.said_before.review.title)
        for item in linked.select_related("said_before__review")
    )


_sources: dict[str, Callable[[Paper], tuple[Any, ...]]] = {}


def join(name: str, source: Callable[[Paper], tuple[Any, ...]]) -> None:
    """Joins what an app knows of a paper, for its own rules; it does so in `AppConfig.ready`."""
    _sources[name] = source


def known_to(paper: Paper) -> CheckContext:
    """What is known beside `paper`, in as many queries whatever it holds."""
    council, day = paper.council, paper.policy_day
    off = DisabledCheck.objects.of(council).active().values_list("rule", flat=True)
    parts = _parts_of_the_committee(paper)
    return CheckContext(
        today=today(),
        glossary=dict(Abbreviation.objects.of(council).values_list("short", "long")),
        # What was done after the period's end is done, while the report has no date of its own.
        cadences=recorded_cadences(council, paper.paper_date or max(day, paper.present_day)),
        reviews=reviews(council),
        again=again(council),
        surveys=surveys(council, day),
        unmentioned=left_out_of(paper, min(day, today())),
        series=recorded_series(council, day),
        previous_end=_previous_end(paper),
        told=told_before(paper),
        joined=_joined(paper),
        off=frozenset(off),
        people=frozenset(Person.objects.of(council).values_list("name", flat=True)),
        part_titles=tuple(part["title"] for part in parts),
        parts_asked=parts_asked(parts),
        preferred=_preferred(council),
        other_councils=others(council.name),
        small_up_to=small_up_to(council, paper),
        states=states_of(paper),
        parts=counted_parts.parts_of(paper),
        wholes=wholes_of(paper),
        values=other_times_of(paper),
        of_events=is_of_events,
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
        of_events=is_of_events,
    )


def _preferred(council):
    return preferred(HouseWord.objects.of(council).as_wordings())


def _previous_end(paper):
    """The last day that the paper before this one in its series covers, or None."""
    issued = Paper.objects.filter(open_to_all(), series=paper.series)
    rows = issued.filter(period_end__lt=paper.period_end)
    return rows.order_by("-period_end").values_list("period_end", flat=True).first()
