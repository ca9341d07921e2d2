"""A paper as it was written, read from its rows at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from assurance.runtime.periods import When
from reports.documents.entries import Enclosed
from reports.language import template as templates
from reports.language.grammar import PERIOD, Problem
from reports.language.inline import rewrite
from reports.language.numbering import Numbering, OutlineBlock, number
from reports.language.rules.month_ends import POSITION, month_end
from reports.language.rules.sources import NumberSource
from reports.language.structure import text_of_reason
from reports.language.template import REASONS_APART
from reports.language.text import parse, shape
from reports.language.tokens import DateName, StatedNumber, Token
from reports.papers.assembly.enclosures import backgrounds, enclosed_of
from reports.papers.models.correction_details import corrected
from reports.papers.models.papers import Paper
from reports.papers.models.releases import SmallNumberRelease
from reports.papers.models.templates import Abbreviation, ReportTemplate
from reports.papers.rules.block_order import nested
from reports.papers.wording import date_words

# Values and no rows: a long paper is read at every pause of somebody who writes.
_FIELDS = (
    *("slug", "part", "kind", "parent__slug", "heading", "text", "data"),
    *("carried_from", "looked_at"),
)


@dataclass(frozen=True)
class BlockText:
    """One block as written; `carried`: from the last paper, and nobody has looked at it since."""

    slug: str
    part: str
    kind: str
    parent: str
    heading: str
    text: str
    data: Mapping
    carried: bool = False

    @property
    def outline(self) -> OutlineBlock:
        """The block as numbering sees it."""
        items = shape(parse(self.text))
        reason = text_of_reason(self.data)
        return OutlineBlock(
            self.slug, self.kind, self.part, self.parent, self.heading, items, reason
        )


@dataclass(frozen=True)
class Manuscript:
    """A whole paper as written: `names` are its days, `faults` of the whole, `enclosed` files,
    `released` the small counts of staff that it may print, by identity. `is_sample` is one of a
    template, whose dates stand for those of reports to come."""

    paper: Paper
    template: templates.Template
    names: Mapping[str, When]
    blocks: tuple[BlockText, ...]
    parts: Mapping
    glossary: Mapping[str, str]
    faults: tuple[Problem, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    sources: Mapping[str, NumberSource] = field(default_factory=dict)
    released: Mapping[tuple, int] = field(default_factory=dict)
    is_sample: bool = False

    @property
    def council(self):
        """Whose paper it is."""
        return self.paper.council

    @property
    def period(self) -> When:
        """The period that the paper covers."""
        return self.paper.period

    def when(self, name: str) -> When | None:
        """The day or period of that name, `period` being the paper's own and the ends of months
        following its position; None where not set."""
        if name == PERIOD:
            return self.names.get(name) or self.period
        return self.names.get(name) or month_end(name, self.names.get(POSITION))

    def date_text(self, token: DateName) -> str | None:
        """What prints for `token`; None where the day is not set or has no label to print."""
        when = self.when(token.name)
        if when is None:
            return None
        if token.form == "label":
            return when.label or None
        return date_words.days_text(when.start, when.end, token.form)

    def dated_words(self, text: str) -> str:
        """A heading or caption with what prints in the place of its tokens."""

        def printed(token: Token):
            if isinstance(token, StatedNumber):
                return token.words
            return self.date_text(token) if isinstance(token, DateName) else None

        return rewrite(text, printed) if "[[" in text else text

    def source_text(self, written: str) -> str:
        """The source that a typed number names, in words: by its slug, or as it is written."""
        return str(self.sources.get(written, written))

    @property
    def report_date(self) -> date:
        """The day at whose end its records and lists are read and its contacts are in post."""
        return report_date_of(self.paper)

    @property
    def dated(self) -> date | None:
        """The paper's own date."""
        return self.paper.paper_date

    @property
    def present_day(self) -> date:
        """The council's day; never before that on which the paper was begun."""
        return self.paper.present_day

    @property
    def policy_day(self) -> date:
        """The report's day, on which policies of small numbers are read."""
        return self.paper.policy_day

    @cached_property
    def numbering(self) -> Numbering:
        """Every number that the paper prints, reckoned once: a manuscript never changes."""
        filled = [slug for slug, value in self.parts.items() if any((value or {}).values())]
        if backgrounds(self.enclosed):
            filled += [
                part.slug for part in self.template.parts if part.kind == "background_papers"
            ]
        outlines = (block.outline for block in self.blocks)
        headed = [replace(item, heading=self.dated_words(item.heading)) for item in outlines]
        return number(headed, self.template, filled)

    @property
    def filled_kinds(self) -> tuple[str, ...]:
        """The kinds of parts that fill themselves, reasons where some are given."""
        usual = ("head", "approval", "abbreviations")
        return (*usual, REASONS_APART) if self.numbering.reasons else usual

    def block(self, slug: str) -> BlockText:
        """The block called `slug`; raises StopIteration where it has none."""
        return next(block for block in self.blocks if block.slug == slug)

    def with_block(self, changed: BlockText) -> "Manuscript":
        """The same with `changed` in place of the block of its slug, or at the end."""
        slugs = [block.slug for block in self.blocks]
        if changed.slug not in slugs:
            return replace(self, blocks=(*self.blocks, changed))
        return replace(
            self,
            blocks=tuple(changed if block.slug == changed.slug else block for block in self.blocks),
        )


def report_date_of(paper: Paper) -> date:
    """The date of contacts, records and lists, at its end: the report's own, else the meeting's,
    else the last of the period; without a date of its own never one that is still to come."""
    last = paper.meeting.date if paper.meeting else paper.period_end
    return paper.paper_date or min(last, paper.present_day)


def read(paper: Paper) -> Manuscript:
    """The manuscript, from six queries; a template that cannot be read is a fault of the paper."""
    paper = corrected(paper)
    rows = paper.blocks.filter(removed_on__isnull=True).values_list(*_FIELDS)
    blocks = nested(tuple(_written(*row) for row in rows))
    template, faults = _template(paper.template, blocks)
    return Manuscript(
        paper=paper,
        template=template,
        names=paper.names,
        blocks=blocks,
        parts=paper.parts,
        glossary=dict(Abbreviation.objects.of(paper.council).values_list("short", "long")),
        faults=faults,
        enclosed=enclosed_of(paper),
        sources=sources_of(paper),
        released=SmallNumberRelease.objects.by_identity(paper) if paper.pk else {},
    )


def sources_of(paper: Paper) -> dict[str, NumberSource]:
    """Slug → source of the typed numbers of `paper`; none for one that is not kept."""
    return {} if paper.pk is None else {row.slug: row.value for row in paper.sources.all()}


def template_in(report_template: ReportTemplate) -> templates.Template:
    """The report template that `kept` holds; without parts where its data make none."""
    return _template(report_template, ())[0]


def _template(saved, blocks):
    try:
        return templates.read(saved.spec), ()
    except templates.BadTemplate as wrong:
        sentence = f"The report template “{saved.title}” cannot be read. Fix it: {wrong}"
        parts = dict.fromkeys(block.part for block in blocks)
        plain = tuple(templates.Part(slug, "paragraphs", numbered=True) for slug in parts)
        return templates.Template(saved.slug, saved.title, plain), (Problem(sentence),)


def _written(slug, part, kind, parent, heading, text, data, carried_from, looked_at):
    carried = bool(carried_from) and looked_at is None
    return BlockText(slug, part, kind, parent or "", heading, text, data, carried)
