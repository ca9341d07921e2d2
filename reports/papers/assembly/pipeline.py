"""The one pipeline: parse → measure → protect → say → document and provenance.

Each quoted figure is measured once per identity, so two mentions of it cannot differ. Only words
go on.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from assurance.figures.disclosure import PublishedCount
from assurance.figures.figure import Figure, Mark, Value
from assurance.figures.measurement import FigureQuery, Measurements, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.keyed_digests import keyed_digest
from reports.documents.document import Document
from reports.documents.enclosures import BACKGROUND
from reports.documents.entries import COUNTED, Entry
from reports.language.grammar import Problem
from reports.language.numbering import Numbering
from reports.papers import typed_numbers
from reports.papers.assembly import generated_parts
from reports.papers.assembly.derived_numbers import Derived
from reports.papers.assembly.figure_text import derived_text, in_form
from reports.papers.assembly.questions import questions_in
from reports.papers.assembly.sections import Builder
from reports.papers.assembly.tables import tokens_of
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.manuscript import Manuscript
from reports.papers.wording.hidden_numbers import BY_ITSELF
from reports.papers.wording.value_origins import is_entered_total, rule_of, source_of


@dataclass(frozen=True)
class FigureTrace:
    """Where one quoted figure came from: exact, restricted, never in a public file."""

    number: int
    figure: Figure
    exact: Value

    def as_row(self) -> dict:
        """The fields of a provenance row; reads the rows counted for their keyed digest."""
        keys = sorted(self.exact.rows())
        return {
            "number": self.number,
            "key": self.exact.key,
            "member": self.exact.member,
            "start": self.exact.when.start.isoformat(),
            "end": self.exact.when.end.isoformat(),
            "cohort": self.exact.cohort,
            "count": self.exact.count,
            "base": self.exact.base,
            "mark": str(self.exact.mark),
            "source": self.exact.source,
            "definition": _definition(self.figure, self.exact),
            "rows": len(keys),
            "rows_digest": keyed_digest("\n".join(keys)),
        }


@dataclass(frozen=True)
class AssembledPaper:
    """A paper for one audience, where its figures came from, and what stops its issue.

    `told` maps each token of a figure to the words it was said in and its value, `quoted` each
    (kind, slug, field) of a record to its words, None where it has none; `measured` holds every
    answer, exact ones with them.
    """

    document: Document
    traced: tuple[FigureTrace, ...]
    problems: tuple[Problem, ...]
    told: Mapping[str, tuple[str, Value]]
    measured: Measurements = field(default_factory=Measurements)
    quoted: Mapping[tuple[str, str, str], str | None] = field(default_factory=dict)


def assemble(
    manuscript: Manuscript, *, audience: str = "public", earlier: Iterable[PublishedCount] = ()
) -> AssembledPaper:
    """The draft document of `manuscript` for `audience` (`public` or `restricted`).

    `earlier` is what public editions printed before. Never fails on what is written: every fault
    is a `Problem` with the anchor where it stands.
    """
    numbering = manuscript.numbering
    query = questions(manuscript)
    public = audience == "public"
    measured = measure(
        *(manuscript.council, query, FIGURES),
        public=public,
        earlier=earlier,
        on=manuscript.policy_day,
        released=manuscript.released,
    )
    speaker = TokenRenderer(manuscript, numbering, FIGURES, measured, public)
    builder = Builder(manuscript, numbering, speaker, public=public)
    sections = builder.sections()
    document = _document(manuscript, audience, sections, speaker)
    exact = {
        value.identity: value for answer in measured.exact.values() for value in answer.values()
    }
    traced = tuple(
        FigureTrace(place, FIGURES[identity[0]], exact[identity])
        for identity, (place, _value, _places) in speaker.quoted.items()
        # What is reckoned from figures is traced by them.
        if identity in exact
    )
    typed = unsettled(manuscript, numbering)
    problems = (*manuscript.faults, *builder.problems, *speaker.problems, *typed)
    fields = {query: text for query, (_day, text) in speaker.fields.items()}
    return AssembledPaper(document, traced, problems, speaker.told, measured, fields)


def unsettled(manuscript: Manuscript, numbering: Numbering) -> tuple[Problem, ...]:
    """What stops a paper whose typed numbers are neither figures nor stated: one for each block."""
    return tuple(
        Problem(typed_numbers.why_unsettled(typed), numbering.of(block.slug).anchor)
        for block in manuscript.blocks
        if (typed := typed_numbers.unsettled(block))
    )


def questions(manuscript: Manuscript) -> tuple[FigureQuery, ...]:
    """Everything that the paper asks of the figures, in the order in which it asks."""
    tokens = (token for block in manuscript.blocks for token in tokens_of(block))
    return tuple(questions_in(tokens, FIGURES, manuscript))


def entries(speaker: TokenRenderer) -> tuple[Entry, ...]:
    """What the public may know of each figure and typed number of `speaker`, in order."""
    numbers = {identity: place for identity, (place, *_rest) in speaker.quoted.items()}
    counted = (
        _derived_entry(place, value, places, numbers)
        if isinstance(value, Derived)
        else figure_entry(place, value, places)
        for place, value, places in speaker.quoted.values()
    )
    typed = (item.entry() for item in speaker.typed.values())
    return tuple(sorted((*_with_populations([*counted]), *typed), key=lambda item: item.number))


def _with_populations(items):
    """The entries, those of one figure for several populations with the name of theirs: two numbers
    under one title would contradict each other."""
    cohorts = defaultdict(set)
    for item in items:
        cohorts[item.key, item.member].add(item.cohort)
    for item in items:
        is_one_of = item.cohort and len(cohorts[item.key, item.member]) > 1
        yield replace(item, title=f"{item.title} ({item.cohort})") if is_one_of else item


def _derived_entry(place, result, places, numbers):
    text = derived_text(result, result.short_form) or BY_ITSELF
    return result.entry(place, text, places, numbers, BY_ITSELF)


def figure_entry(place: int, value: Value, places: Iterable[str]) -> Entry:
    """The entry of a counted figure with its number, at the places where it prints."""
    figure = FIGURES[value.key]
    display = value.mark == Mark.SHOWN
    return Entry(
        number=place,
        key=value.key,
        title=figure.title_of(value.label),
        text=in_form([value], "number") if display else BY_ITSELF,
        counts=figure.counts,
        out_of=figure.out_of,
        when=str(value.when),
        cohort=value.cohort,
        source=source_of(figure, value),
        rule=rule_of(figure, value),
        citation="" if is_entered_total(figure, value) else figure.citation,
        base=f"{value.base:,}" if display and value.base is not None else "",
        places=tuple(places),
        mark=str(value.mark),
        unit=str(value.unit),
        member=value.member,
        start=value.when.start.isoformat(),
        end=value.when.end.isoformat(),
        count=value.count,
        base_count=value.base,
        population=value.population,
        definition=value.definition,
        origin=str(value.origin) or COUNTED,
        description=value.description,
    )


def _definition(figure, value):
    names = ("key", "title", "counts", "out_of", "source", "rule", "citation", "whole", "base")
    return {name: getattr(figure, name) for name in names} | {
        "unit": str(figure.unit),
        "timing": str(figure.timing),
        "threshold": value.threshold if figure.unit.of_people else 0,
        **({"behind": value.behind.as_row()} if value.behind else {}),
    }


def _record_entries(speaker):
    """What was printed of records, each with its places."""
    return tuple(replace(entry, places=tuple(places)) for entry, places in speaker.records.items())


def _document(manuscript, audience, sections, speaker):
    paper = manuscript.paper
    head = generated_parts.head(manuscript)
    officers = [generated_parts.HEAD_LABELS[row] for row in generated_parts.POST_ROWS]
    reporter = next((row for row in head.rows if row.name in officers), None)
    dated = manuscript.dated.isoformat() if manuscript.dated else ""
    return Document(
        council=paper.council.name,
        title=paper.title,
        head=head,
        sections=sections,
        figures=entries(speaker),
        records=_record_entries(speaker),
        audience=audience,
        author=reporter.lines[0].runs[0].text if reporter else paper.council.name,
        subject=paper.series.title,
        dated=dated,
        running=f"{paper.council.name} · {paper.dated_title}",
        notices=generated_parts.notices(manuscript),
        enclosed=_enclosed(manuscript, sections),
    )


def _enclosed(manuscript, sections):
    """What goes with the paper at its address: of annexes only those whose file it names."""
    printed = set(_anchors(sections))
    anchors = {
        block.slug: manuscript.numbering.of(block.slug).anchor
        for block in manuscript.blocks
        if block.kind == "annex"
    }
    placed = (replace(item, anchor=anchors.get(item.anchor, "")) for item in manuscript.enclosed)
    return tuple(
        item
        for item in placed
        if item.purpose == BACKGROUND or generated_parts.anchor_of_file(item.anchor, 1) in printed
    )


def _anchors(blocks):
    for block in blocks:
        yield block.anchor if hasattr(block, "anchor") else ""
        yield from _anchors(getattr(block, "blocks", ()))
