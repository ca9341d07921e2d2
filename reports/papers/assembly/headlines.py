"""Headline figures: three to six values with what each is called, its day and, of a share, its
base. Their data are {"headlines": [{"label", "figure"}]}, the figure being one token."""

from collections.abc import Mapping
from dataclasses import replace

from assurance.figures.figure import Mark, Timing, Value
from reports.documents.document import HIDDEN, Headline, Headlines, Run
from reports.language.block_data import HEADLINES
from reports.language.grammar import PERIOD, Problem
from reports.language.outline import Address
from reports.language.tokens import DateName, Quote, StatedNumber, Token, read_token
from reports.papers.assembly.derived_numbers import Derived
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.assembly.typed_entries import describe
from reports.papers.manuscript import POSITION
from reports.papers.wording.hidden_numbers import BY_ITSELF

NO_LABEL = "A headline figure that is a typed number needs a label: write what it is."
NOT_SHOWN = "so that no one can be recognised"


def headlines(
    speaker: TokenRenderer, address: Address, data: Mapping, main_points: tuple = ()
) -> Headlines:
    """The group of headline figures that `data` holds, with its `main_points`."""
    rows = data.get(HEADLINES, ())
    items = tuple(_headline(speaker, address.anchor, row) for row in rows)
    return Headlines(address.anchor, items, main_points)


def _headline(speaker, place, row):
    token = read_token(row["figure"])
    runs = speaker.cell((token,), place)
    value = _value(speaker, runs)
    label = speaker.plain(row.get("label", ""), place) or _title(speaker, value)
    describe(runs, speaker.typed.values(), label)
    if isinstance(token, StatedNumber) and not label:
        speaker.problems.append(Problem(NO_LABEL, place))
    printed = tuple(replace(run, text=BY_ITSELF) if run.kind == HIDDEN else run for run in runs)
    return Headline(label, printed, tuple(_about(speaker, token, value, runs)))


def _value(speaker, runs) -> Value | Derived | None:
    """What the runs of a figure print, or None for a typed number and a fault."""
    numbered = {str(number): value for number, value, _places in speaker.quoted.values()}
    return numbered.get(runs[0].to) if runs else None


def _title(speaker, value):
    if isinstance(value, Derived):
        return value.title
    return speaker.figures[value.key].title_of(value.label) if value else ""


def _about(speaker, token: Token, value, runs):
    """The day or period of a figure, and what a share is out of; the source of a typed number."""
    if isinstance(token, StatedNumber):
        yield Run(f"Source: {speaker.manuscript.source_text(token.source)}")
    if isinstance(value, Derived):
        whens = dict.fromkeys(str(part.when) for part in value.figures)
        yield Run(" and ".join(whens))
    elif value:
        yield _day(speaker, token, value)
    if any(run.kind == HIDDEN for run in runs):
        yield Run(f", {NOT_SHOWN}" if value else NOT_SHOWN)
    elif value and runs[0].text.endswith("%"):
        yield from _base(value.value if isinstance(value, Derived) else value)


def _day(speaker, token: Quote, value):
    usual = POSITION if speaker.figures[value.key].timing == Timing.AT else PERIOD
    name = token.when or usual
    text, query = speaker.manuscript.date_text(DateName(name)), speaker.manuscript.when(name)
    # A position may be of an earlier day than the one that it is asked for.
    is_of_it = text and query and (query.start, query.end) == (value.when.start, value.when.end)
    return Run(text, to=name) if is_of_it else Run(str(value.when))


def _base(value):
    if value.mark == Mark.SHOWN and value.base is not None and value.count is not None:
        yield Run(f", {value.count:,} of {value.base:,}")
