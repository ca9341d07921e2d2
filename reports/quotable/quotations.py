"""The ways in which a record, or the records of a register, can be put into a draft from their own
page: in a sentence, by a field, as a list, or as a figure that counts them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Model
from django.utils.text import capfirst

from assurance.figures.labels import RECORD_NAMES, Name
from assurance.figures.quotable import LISTS
from assurance.figures.registry import FIGURES, evidence_of
from assurance.runtime.periods import say_day
from reports.language.grammar import PERIOD
from reports.language.inline import parse_inline
from reports.papers.assembly import records
from reports.papers.manuscript import POSITION, Manuscript
from reports.quotable.catalogue import catalogue
from reports.quotable.entries import FIGURE, MEMBER
from reports.quotable.record_entries import tokens_of
from reports.quotable.values import SHOWN, printed, printed_entries, renderer_of

ENDS = (".", "!", "?", "”")


@dataclass(frozen=True)
class Quotation:
    """One way: its `key` in a form, the `text` that goes in, or the `data` of a list, and what it
    is called with what it prints now."""

    key: str
    label: str
    text: str = ""
    data: Mapping = field(default_factory=dict)

    @property
    def is_list(self) -> bool:
        """Whether it stands by itself, and not in a paragraph."""
        return bool(self.data)

    @property
    def kind(self) -> str:
        """The kind of block that it is put in as."""
        return ("records" if "records" in self.data else "table") if self.data else "paragraph"


def kind_of(council, model: type[Model]) -> str:
    """The kind of record that a report can quote of `model`, or an empty text."""
    kinds = (kind for kind, names in RECORD_NAMES.items() if _is_of(names.source, council, model))
    return next(kinds, "")


def lists_of(council, model: type[Model]) -> list[str]:
    """The kinds of list that a report can make of `model`."""
    return [what for what, kind in LISTS.items() if _is_of(kind, council, model)]


def _is_of(source, council, model):
    return source.rows(council).model is model


def of_record(manuscript: Manuscript, kind: str, name: Name) -> list[Quotation]:
    """The sentences and fields of a record that print something in the draft now, and the lists of
    its kind."""
    names, tokens = RECORD_NAMES[kind], tokens_of(kind, name.slug)
    texts = {"": [text.format(**tokens) for text in names.sentences]}
    texts |= {key: [_labelled(names.label_of(key), token)] for key, token in tokens.items()}
    renderer = renderer_of(manuscript, ())
    made = []
    for key, options in texts.items():
        visible = ((text, printed(renderer, tuple(parse_inline(text)))) for text in options)
        text, now = next(((text, now) for text, (now, state) in visible if not state), ("", ""))
        if text:
            made.append(Quotation(key or "sentence", now, _ended(text, now)))
    if not made:
        return []
    model = names.source.rows(manuscript.council).model
    lists = lists_of(manuscript.council, model)
    return [*made, *_as_lists(manuscript, lists)]


def of_lists(manuscript: Manuscript, kinds: list[str]) -> list[Quotation]:
    """The lists of some kinds, and the figures of the same register, as they print now."""
    entries = _figures(manuscript, kinds)
    places = range(0, len(entries), SHOWN)
    visible = [
        row for at in places for row in printed_entries(manuscript, entries[at : at + SHOWN])
    ]
    figures = [
        Quotation(
            f"figure-{row.entry.token.strip('[]')}",
            f"{row.entry.label}: {row.text}, {row.entry.when}",
            f"{row.entry.label}: {row.entry.token}.",
        )
        for row in visible
        if not row.state
    ]
    return [*_as_lists(manuscript, kinds), *figures]


def _as_lists(manuscript, kinds) -> Iterator[Quotation]:
    """Each table of figures that sums a list up, then the list of the report's period, where its
    things happen on days, and at its date."""
    for what in kinds:
        if LISTS[what].table:
            yield from _as_table(manuscript, what)
        if LISTS[what].within:
            yield _as_list(manuscript, what, f"period-{what}", {"within": PERIOD})
        yield _as_list(manuscript, what, f"list-{what}", {})


def _as_list(manuscript, what, key, within):
    kind = LISTS[what]
    mapping = {"what": what, "columns": kind.first_columns, **within}
    on, made = records.listed_in(manuscript, mapping)
    rows = f"{len(made.rows)} row{'' if len(made.rows) == 1 else 's'}"
    day = say_day(on)
    when = str(manuscript.period) if within else f"at {day}" if not kind.within else f"up to {day}"
    name = f"{kind.title[:1].lower()}{kind.title[1:]}"
    label = f"A list of {name}, {when}: {rows}. Columns: {', '.join(made.filled.headings)}"
    return Quotation(key, label, data={"caption": kind.title, "records": mapping})


def _as_table(manuscript, what):
    made = LISTS[what].table(manuscript.council, manuscript.report_date)
    if made is None:
        return
    # By the report's own date where that is the day, so that the next report moves it on.
    days = {name: when.end for name, when in manuscript.names.items() if when.is_day}
    names = [name for name, day in days.items() if day == made.day]
    when = next(iter(sorted(names, key=lambda name: name != POSITION)), made.day.isoformat())
    columns = [
        {"label": label, "when": when, "form": "number", **({"member": member} if member else {})}
        for label, member in made.columns
    ]
    rows = [{"label": label, "quote": quote} for label, quote in made.rows]
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    label = f"A table “{made.title}”, {say_day(made.day)}: {count}"
    headings = ", ".join(heading for heading, _ in made.columns)
    data = {"caption": made.title, "grid": {"rows": rows, "columns": columns}}
    yield Quotation(f"table-{what}", f"{label}. Columns: {headings}", data=data)


def _figures(manuscript, kinds):
    """The entries of figures that the records of a register are the evidence of: every whole, and
    after them as many of their parts as a list of choices has place for."""
    apps = {LISTS[what].rows(manuscript.council).model._meta.app_label for what in kinds}
    keys = {key for key in FIGURES if evidence_of(key).address.partition(":")[0] in apps}
    subjects = {key.partition(".")[0] for key in keys}
    own = subjects if len(subjects) == 1 else subjects & set(kinds)
    entries = {FIGURE: [], MEMBER: []}
    for entry in catalogue(manuscript, "figures"):
        key = entry.token.strip("[]").partition(":")[0].partition(" ")[0]
        if entry.is_usual and key in keys and key.partition(".")[0] in own:
            entries[entry.kind].append(entry)
    wholes = entries[FIGURE]
    return [*wholes, *entries[MEMBER][: max(0, SHOWN - len(wholes))]]


def _labelled(label, token):
    return f"{capfirst(label)}: {token}"


def _ended(text, now):
    """A text with a full stop, unless what it prints ends in one."""
    return text if text.endswith(ENDS) or now.endswith(ENDS) else f"{text}."
