"""A report template: the parts of a council's paper, what bears a number, and the house words.

A template is data. `read` turns the data into values and refuses what does not fit with a sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields

from reports.language.grammar import DATE_NAME, LONGEST_LABEL, SLUG
from reports.language.labels import STYLES

ASKING = ("recommendations", "purpose")
WITH_ANNEXES = ("annexes", "supporting_information")
REASONS_APART = "reasons"
GENERATED = (
    *("head", "contacts", "approval", "wards", "background_papers", "abbreviations"),
    REASONS_APART,
)
WRITTEN = (
    "paragraphs",
    "sections",
    "implications",
    "risks",
    "options",
    "analysis",
    "council_plan",
    *ASKING,
    *WITH_ANNEXES,
)
PART_KINDS = (*GENERATED, *WRITTEN)
DECIMAL = "decimal"
UNITS = ("paragraph", "section", DECIMAL)
RESTARTS = ("never", "part", "section")
REASONS = ("required", "optional", "none")
USUAL_ROWS = ("committee", "meeting", "report_of", "paper_date", "period")
HEAD_ROWS = (
    *("committee", "meeting", "agenda_item", "report_number", "report_of", "by", "purpose"),
    *("paper_date", "period"),
)
# Rows of the head that are typed for each report.
WRITTEN_ROWS = ("agenda_item", "report_number", "purpose")


class BadTemplate(ValueError):
    """Data that make no template; the message is one sentence naming the place."""


@dataclass(frozen=True)
class Part:
    """One part of a report, in print order.

    `when_empty` is what a mandatory part prints when nothing is written; without one an empty
    mandatory part is an error. `numbered`: its paragraphs (or, where sections bear the numbers, the
    part itself and its sections) stand in the run of numbers. In a part that asks something of the
    committee `lead` opens the list, `style` labels it, `reason` says whether a reason is wanted.
    `entries` are the answers expected (implications) and `statement` a fixed opening sentence.
    `rows` are those of the head, in order; none are the usual ones. `blocks` are what a new report
    has in it to begin with, `writer` who is asked for it
    (`reports.language.standing_blocks`).
    """

    slug: str
    kind: str
    title: str = ""
    mandatory: bool = False
    when_empty: str = ""
    numbered: bool = False
    lead: str = ""
    style: str = "roman"
    reason: str = "none"
    entries: tuple[str, ...] = ()
    statement: str = ""
    rows: tuple[str, ...] = ()
    blocks: tuple[Mapping, ...] = ()
    writer: Mapping = field(default_factory=dict)

    @property
    def error_when_empty(self) -> bool:
        """Whether a paper without this part cannot be issued."""
        return self.mandatory and not self.when_empty

    @property
    def asks(self) -> bool:
        """Whether it holds what the committee is asked to do."""
        return self.kind in ASKING


@dataclass(frozen=True)
class Rules:
    """What bears the running number, and how things are labelled.

    `unit` `decimal` numbers sections and, within each, its paragraphs: 1.1, 1.2, 2.1. Numbers of
    paragraphs begin again in each part or section where `restart` says so.
    `items` are the label styles of a list at its first and second level, `sections` those of
    sections at each level where sections bear numbers, `annexes` that of annexes. `{}` in a label
    stands for the bare number.
    """

    unit: str = "paragraph"
    restart: str = "never"
    label: str = "{}."
    items: tuple[str, ...] = ("roman", "letter")
    item_label: str = "{}."
    sections: tuple[str, ...] = ("number", "letter")
    section_labels: tuple[str, ...] = ("{}.", "{})")
    annexes: str = "letter"


@dataclass(frozen=True)
class House:
    """The words and signs that a council prints around a number."""

    paragraph: str = "paragraph"
    paragraphs: str = "paragraphs"
    section: str = "section"
    sections: str = "sections"
    annex: str = "Annex"
    annexes: str = "Annexes"
    recommendation: str = "recommendation"
    point: str = "point"
    table: str = "Table"
    chart: str = "Chart"
    range: str = "–"


@dataclass(frozen=True)
class Template:
    """A report template as the rest of the program uses it; `dates`: named date → its label."""

    slug: str
    title: str
    parts: tuple[Part, ...]
    numbering: Rules = field(default_factory=Rules)
    house: House = field(default_factory=House)
    dates: Mapping[str, str] = field(default_factory=dict)

    def part(self, slug: str) -> Part | None:
        """The part of that slug, or None."""
        return next((part for part in self.parts if part.slug == slug), None)

    @property
    def head(self) -> Part | None:
        """The part of the rows under the title, or None."""
        return next((part for part in self.parts if part.kind == "head"), None)

    @property
    def has_reasons_apart(self) -> bool:
        """Whether the reasons of recommendations are a part of their own."""
        return any(part.kind == REASONS_APART for part in self.parts)

    @property
    def asking_part(self) -> Part | None:
        """The part that holds the recommendations, or None."""
        return next((part for part in self.parts if part.asks), None)

    def style_at(self, depth: int, numbered: bool) -> str:
        """The label style of an item `depth` levels down (from 0)."""
        return self.numbering.items[min(depth, 1)] if numbered else "bullet"


def read(plain: Mapping) -> Template:
    """The template that `plain` describes; raises `BadTemplate` with one sentence otherwise."""
    if not isinstance(plain, Mapping):
        raise BadTemplate("A template is an object with a slug, a title and parts.")
    rows = plain.get("parts")
    if not isinstance(rows, list) or not rows:
        raise BadTemplate("A template needs a list of parts.")
    parts = tuple(_read_part(row, place) for place, row in enumerate(rows, 1))
    rules = _read_into(Rules, plain.get("numbering", {}), "The numbering")
    house = _read_into(House, plain.get("house", {}), "The house words")
    whole = {**plain, "parts": parts, "numbering": rules, "house": house}
    whole["dates"] = _read_labels(plain.get("dates", {}))
    template = _read_into(Template, whole, "The template", keep=_READ_APART)
    _refuse(_why_not(template))
    return template


_READ_APART = ("parts", "numbering", "house", "dates")


def _read_labels(rows):
    if not isinstance(rows, Mapping):
        raise BadTemplate("The dates of a template are an object: name of a date and its label.")
    for name, label in rows.items():
        fits = isinstance(label, str) and 0 < len(label) <= LONGEST_LABEL and "[[" not in label
        if not (isinstance(name, str) and re.fullmatch(DATE_NAME, name) and fits):
            raise BadTemplate(
                f"The date “{name}” needs a name of small letters and a label of at most "
                f"{LONGEST_LABEL} letters."
            )
    return dict(rows)


def _read_part(row, place):
    part = _read_into(Part, row, f"Part {place}", keep=("blocks", "writer"))
    _refuse(not _is_object(part.writer) and f"Part {place} needs an object for its writer.")
    if not (isinstance(part.blocks, list | tuple) and all(map(_is_object, part.blocks))):
        raise BadTemplate(f"Part {place} needs a list of objects for its blocks.")
    name = f"Part “{part.slug}”"
    if not re.fullmatch(SLUG, part.slug):
        raise BadTemplate(f"Part {place} has the slug “{part.slug}”: use a-z, 0-9 and hyphens.")
    _refuse(_unless(part.kind, PART_KINDS, f"{name}: the kind"))
    _refuse(_unless(part.style, STYLES, f"{name}: the style of its items"))
    _refuse(_unless(part.reason, REASONS, f"{name}: whether it wants a reason"))
    if part.asks and not part.lead:
        raise BadTemplate(f"{name} asks something of the committee and needs a lead sentence.")
    if part.when_empty and not part.mandatory:
        raise BadTemplate(f"{name} has text to print when empty, so it must be mandatory.")
    if part.rows:
        _refuse(_why_not_rows(part, name))
    return part


def _is_object(row):
    return isinstance(row, Mapping)


def _why_not_rows(part, name):
    if part.kind != "head" or len(set(part.rows)) < len(part.rows):
        return f"{name}: only the head has rows, each once."
    wrong = (_unless(row, HEAD_ROWS, f"{name}: a row") for row in part.rows)
    return next(filter(None, wrong), "")


def _why_not(template):
    rules = template.numbering
    slugs = [part.slug for part in template.parts]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        return f"Two parts have the slug “{twice[0]}”."
    if sum(part.asks for part in template.parts) > 1:
        return "Two parts have recommendations: a report asks in one place."
    if wrong := _why_not_reasons_apart(template):
        return wrong
    for style in (*rules.items, *rules.sections, rules.annexes):
        if wrong := _unless(style, STYLES, "The numbering: a style"):
            return wrong
    if len(rules.items) != 2 or len(rules.sections) != len(rules.section_labels):
        return "The numbering needs two styles of items, and a label for each style of sections."
    labelled = (rules.label, rules.item_label, *rules.section_labels)
    if not all(_holds_one_number(item) for item in labelled):
        return "Each label of the numbering has {} where the number goes."
    return _unless(rules.unit, UNITS, "The numbering: its unit") or _unless(
        rules.restart, RESTARTS, "The numbering: its restart"
    )


def _why_not_reasons_apart(template):
    asking = template.asking_part
    if sum(part.kind == REASONS_APART for part in template.parts) > 1:
        return "Two parts print the reasons: they are printed once."
    if template.has_reasons_apart and (asking is None or asking.reason == "none"):
        return "Reasons are a part of their own, and no recommendation is asked for a reason."
    return ""


def _holds_one_number(label):
    return label.count("{}") == 1 and not set(label.replace("{}", "")) & set("{}")


def _unless(value, known, name):
    return "" if value in known else f"{name} is “{value}”: use one of {', '.join(known)}."


def _read_into(kind, plain, name, keep=()):
    """A `kind` from the mapping `plain`, each value of its field's type."""
    if not isinstance(plain, Mapping):
        raise BadTemplate(f"{name} is not an object.")
    known = {entry.name: entry for entry in fields(kind)}
    if strange := sorted(set(plain) - set(known)):
        raise BadTemplate(f"{name} has an unknown entry, “{strange[0]}”.")
    for item in known.values():
        is_needed = item.default is MISSING and item.default_factory is MISSING
        _refuse(is_needed and item.name not in plain and f"{name} lacks its {item.name}.")
    fitted = {
        key: value if key in keep else _fit(known[key], value, name) for key, value in plain.items()
    }
    return kind(**fitted)


def _fit(item, value, name):
    if item.type == tuple[str, ...]:
        _refuse(
            not (isinstance(value, list | tuple) and all(isinstance(part, str) for part in value))
            and f"{name} needs a list of words for {item.name}."
        )
        return tuple(value)
    kind_words = "yes or no (true, false)" if item.type is bool else "words"
    _refuse(not isinstance(value, item.type) and f"{name} needs {kind_words} for {item.name}.")
    return value


def _refuse(sentence):
    if sentence:
        raise BadTemplate(sentence)
