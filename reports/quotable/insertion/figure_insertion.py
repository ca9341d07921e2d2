"""The ways in which one figure can be put into a paper: each form that its value bears, the change
between two of the paper's days, and a table or chart of its own.

Values are exact, as the records give them: the clerk's list, never the public's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from assurance.figures.comparison import why_not_comparable
from assurance.figures.figure import Mark, Timing
from assurance.figures.measurement import measure
from assurance.figures.registry import FIGURES
from reports.documents.document import FIGURE
from reports.language.grammar import PERIOD, days_of
from reports.language.tokens import Compare, Quote, read_token
from reports.papers.assembly.figure_text import in_form
from reports.papers.assembly.questions import questions_in, questions_of
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.manuscript import POSITION, Manuscript
from reports.papers.wording import number_words
from reports.papers.wording.block_names import called
from reports.quotable.insertion.figure_catalogue import label_of

FORMS = (
    ("number", "As a number"),
    ("words", "In words"),
    ("percent", "As a per cent"),
    ("percent base", "As a per cent with its base"),
    ("none", "As none"),
    ("change", "As the change in the period"),
    ("direction", "As the direction of the change"),
)
# What a number on one day cannot have: for a stock these come as comparisons.
MOVEMENTS = ("change", "direction")


@dataclass(frozen=True)
class Way:
    """One way: what it is called, its token, and how it reads now."""

    name: str
    token: str
    words: str


def ways(manuscript: Manuscript, quote: Quote) -> list[Way]:
    """Every way in which `quote` can be said now; none for a figure that nobody declared."""
    if quote.key not in FIGURES:
        return []
    at_a_day = FIGURES[quote.key].timing == Timing.AT
    forms = FORMS if not at_a_day else [item for item in FORMS if item[0] not in MOVEMENTS]
    items = [(name, replace(quote, form=form)) for form, name in forms]
    items += [
        (f"Compared with {when}", _compare(manuscript, quote, name))
        for name, when in _other_days(manuscript, quote)
    ]
    items += [
        (f"As the change since {when}", replace(quote, when=days, form="change"))
        for days, when in _since_earlier(manuscript, quote)
    ]
    context = {token: questions_of(token, FIGURES, manuscript) for _name, token in items}
    differences = _differences(manuscript, quote)
    queries = [item for many in context.values() for item in many]
    tokens = (read_token(token) for _name, token in differences)
    queries += questions_in(tokens, FIGURES, manuscript)
    measured = measure(manuscript.council, queries, FIGURES, public=False)
    matches = []
    for name, token in items:
        values = [measured.value(item, quote.member) for item in context[token]]
        if text := _values_text(token, values):
            matches.append(Way(name, written(token), text))
    printed = ((name, token, _printed(manuscript, token, measured)) for name, token in differences)
    return [*matches, *(Way(*row) for row in printed if row[2] not in ("", *NO_CHANGE))]


def _differences(manuscript, quote):
    """(name, token) of by how much a stock is more, or less, than on another of the paper's
    days."""
    parts = (f":{quote.member}" * bool(quote.member), f" of={quote.cohort}" * bool(quote.cohort))
    figure = f"{quote.key}{''.join(parts)}"
    other_days = _other_days(manuscript, quote)
    own = f"{figure} @{quote.when or POSITION}"
    return [
        (f"{name} {how} than on {when}", f"[[difference {one} - {two}{form}]]")
        for other, when in other_days
        for how, one, two in (
            ("more", own, f"{figure} @{other}"),
            ("fewer", f"{figure} @{other}", own),
        )
        for name, form in (("How many", ""), ("How many per cent", " | percent"))
    ]


def _printed(manuscript, token, measured):
    """What a token prints of the exact records, or nothing where they do not bear it."""
    speaker = TokenRenderer(manuscript, manuscript.numbering, FIGURES, measured)
    (run,) = speaker.text(token, "").runs
    return run.text if run.kind == FIGURE else ""


def written(token: Quote | Compare) -> str:
    """The token as it is typed."""
    member = f":{token.member}" if token.member else ""
    cohort = f" of={token.cohort}" if token.cohort else ""
    key = f"{token.key}{member}{cohort}"
    if isinstance(token, Compare):
        return f"[[compare {key} @{token.earlier} @{token.later}]]"
    when = f" @{token.when}" if token.when else ""
    form = f" | {token.form}" if token.form != "number" else ""
    return f"[[{key}{when}{form}]]"


def as_grid(manuscript: Manuscript, quote: Quote) -> dict[str, str]:
    """What a table of the figure begins with: a row for each part, a column for each day."""
    figure = FIGURES[quote.key]
    query = questions_of(replace(quote, form="number"), FIGURES, manuscript)
    exact = measure(manuscript.council, query, FIGURES, public=False).exact
    values = [value for item in query for value in exact.get(item, {}).values()]
    rows = [
        f"{label_of(figure, value)} | {quote.key}{f':{value.member}' if value.member else ''}"
        for value in values
    ]
    own = quote.when or (POSITION if figure.timing == Timing.AT else PERIOD)
    head = f"[[date:{own}]]" if manuscript.when(own) else "Number"
    if days_of(own):
        head = next((str(value.when) for value in values), "Number")
    days = [(quote.when, head)]
    days += [(name, f"[[date:{name}]]") for name, _when in _other_days(manuscript, quote)]
    columns = [f"{label} | {name}".rstrip(" |") for name, label in days]
    return {"caption": figure.title, "columns": "\n".join(columns), "rows": "\n".join(rows)}


def _compare(manuscript, quote, other):
    """The comparison of a figure's own day with another of the paper's, the earlier first."""
    parts = {name: getattr(quote, name) for name in ("key", "member", "cohort")}
    own = quote.when or POSITION
    days = sorted((other, own), key=lambda name: _day_of(manuscript, name))
    return Compare(**parts, earlier=days[0], later=days[1])


def _day_of(manuscript, name):
    """The day that a name of the paper or an ISO day means; the last there is for neither."""
    if days := days_of(name):
        return days[0]
    when = manuscript.when(name)
    return when.start if when else date.max


def _other_days(manuscript, quote):
    """(name, day) of the paper's other days, for a stock; none for a flow."""
    if FIGURES[quote.key].timing != Timing.AT:
        return []
    own = quote.when or POSITION
    named = sorted(manuscript.names.items(), key=lambda item: item[1])
    return [(name, when) for name, when in named if when.is_day and name != own]


def _since_earlier(manuscript, quote):
    """(first and last day, the first in words) from each earlier day of the paper to its own."""
    own = _day_of(manuscript, quote.when or POSITION)
    earlier = [when for _name, when in _other_days(manuscript, quote) if when.end < own]
    return [(f"{when.start}..{own}", str(when)) for when in earlier if own != date.max]


def _values_text(token, values):
    """How the values read, or nothing where they do not bear it."""
    if not values or any(value is None or value.mark != Mark.SHOWN for value in values):
        return ""
    if why_not_comparable(values[0], values[-1]):
        return ""
    try:
        if isinstance(token, Compare):
            return number_words.compare(*(value.count for value in values), values[0].unit)
        return in_form(values, token.form)
    except number_words.UnsuitableForm:
        return ""


NO_CHANGE = ("0", "0%")
HOLDS_ROWS = ("grid", "cells")


@dataclass(frozen=True)
class ExtendableBlock:
    """A table or chart that a row can be added to, and what it is called with its caption."""

    slug: str
    name: str


def tables(manuscript: Manuscript) -> list[ExtendableBlock]:
    """Every table and chart of `manuscript` whose rows are written in it, in print order."""
    matches = []
    for block in manuscript.blocks:
        if any(name in block.data for name in HOLDS_ROWS):
            caption = manuscript.dated_words(block.data.get("caption", ""))
            name = f"{called(manuscript, block)}: {caption}"
            matches.append(ExtendableBlock(block.slug, name))
    return matches


def with_row(manuscript: Manuscript, quote: Quote, data: Mapping, rows: str) -> str:
    """The lines `rows` of a table with one more for `quote`: the last, or before a total."""
    lines = rows.splitlines()
    inner = data.get("grid") or data.get("cells") or {}
    place = len(lines) - bool(inner.get("total_row"))
    return "\n".join((*lines[:place], _row(manuscript, quote, data), *lines[place:]))


def _row(manuscript, quote, data):
    label = label_in(manuscript, quote)
    bare = replace(quote, when="", form="number")
    if "cells" not in data:
        return f"{label} | {written(bare)[2:-2]}"
    empty = len(data["cells"]["columns"]) - 2
    return f"{label} | {written(quote)}{' |' * max(empty, 0)}"


def label_in(manuscript: Manuscript, quote: Quote) -> str:
    """What the row of the figure of `quote` is called, in the words that its own day has for it."""
    figure = FIGURES[quote.key]
    query = questions_of(replace(quote, form="number"), FIGURES, manuscript)
    exact = measure(manuscript.council, query, FIGURES, public=False).exact
    values = [exact.get(item, {}).get(quote.member) for item in query]
    return next((label_of(figure, value) for value in values if value), figure.title)
