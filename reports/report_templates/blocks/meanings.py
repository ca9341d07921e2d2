"""What a template shows of live values: what each means, and never a value; and the figures and
dates that it can quote."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assurance.figures.labels import read_names
from assurance.figures.registry import FIGURES
from reports.language.grammar import PERIOD, TOKEN
from reports.language.structure import strings
from reports.language.tokens import (
    Compare,
    DateName,
    Token,
    quotes_in,
    read_token,
)
from reports.papers.assembly.questions import is_counted, when_of
from reports.papers.manuscript import Manuscript
from reports.quotable.catalogue import KINDS
from reports.quotable.chips import printed_chips
from reports.quotable.entries import DATE, FIGURE, Entry
from reports.quotable.figure_entries import figure_entries
from reports.quotable.place_entries import date_entries

RETIRED = "This figure is not counted any more: replace it or take it out."
OF_THE_REPORT = "in the period of the report"
IN_WORDS = {"long": "", "short": "in short", "label": "what it is called"}
FIGURE_FORMS = {
    "words": "in words",
    "percent": "as a per cent",
    "percent base": "as a per cent with its base",
    "change": "as a change, with its sign",
    "money": "in pounds",
    "money k": "in thousands of pounds",
}


def entries_of(manuscript: Manuscript, kind: str = "") -> list[Entry]:
    """Every figure at the template's dates, and the dates themselves, by what they are called."""
    _records, members = read_names(manuscript.council)
    rows = [*figure_entries(manuscript, members), *date_entries(manuscript)]
    stored = [row for row in rows if not kind or row.kind in KINDS.get(kind, ())]
    return [_by_label(manuscript, row) for row in stored]


def offered(manuscript: Manuscript) -> list[tuple[str, str]]:
    """(token as text, its meaning) of each date and of each figure as a whole, for who writes
    without script."""
    rows = entries_of(manuscript)
    whole = [row for row in rows if row.kind in (DATE, FIGURE)]
    ordered = sorted(whole, key=lambda row: row.kind != DATE)
    return [(row.token, f"{row.label}, {row.when}") for row in ordered]


def meanings(manuscript: Manuscript, raws: Iterable[str]) -> dict[str, dict]:
    """Token as typed → what a chip shows of it: its meaning in the place of its value."""
    raws = list(dict.fromkeys(raws))
    facts = printed_chips(manuscript, dict.fromkeys(raws, ""), _member_labels(manuscript, raws))
    return {raw: _chip(manuscript, raw, facts[raw]) for raw in raws}


def meanings_in(manuscript: Manuscript, rows: Iterable[Mapping]) -> dict[str, str]:
    """Token as typed → its meaning, of all that the standing blocks `rows` hold."""
    texts = (text for row in rows for text in strings(row))
    raws = [raw for text in texts for raw in TOKEN.findall(text)]
    return {raw: facts["words"] for raw, facts in meanings(manuscript, raws).items()}


def forms_of(manuscript: Manuscript, raw: str) -> list[dict]:
    """The other forms of the figure or date of a token, each with its meaning."""
    rows = entries_of(manuscript)
    entry = next((row for row in rows if raw in _tokens_of(row)), None)
    if entry is None:
        return []
    tokens = dict.fromkeys((entry.token, *(form.token for form in entry.forms)))
    made = meanings(manuscript, tokens)
    # What a form is called stands in its meaning already.
    return [{"name": "", "token": token, "words": made[token]["words"]} for token in tokens]


def why_not_counted(token: Token) -> str:
    """Why a live figure of a template prints nothing any more, or nothing."""
    return "" if is_counted(token, FIGURES) else RETIRED


def _chip(manuscript, raw, facts):
    token = read_token(raw)
    if problem := why_not_counted(token):
        gone = {"words": "figure not counted any more", "label": problem, "when": ""}
        return {**facts, **gone, "problem": problem, "state": "not known", "kind": "fault"}
    label = " ".join(filter(None, (facts["label"], FIGURE_FORMS.get(getattr(token, "form", "")))))
    when = _when(manuscript, token)
    if isinstance(token, DateName):
        label = "date" if _named(manuscript, token.name) else "dates of the report"
        when = _quoted(manuscript, token.name)
        form = IN_WORDS.get(token.form, "")
        return {**facts, "words": ", ".join(filter(None, (f"{label} {when}".strip(), form)))}
    meaning = ", ".join(filter(None, (label[:1].lower() + label[1:], when)))
    # The whole meaning stands on the chip, so that nothing is left to add.
    return {**facts, "words": meaning, "label": "", "when": "", "state": "", "problem": ""}


def _when(manuscript, token):
    """Of which date or period a figure is, by what that is called."""
    quotes = quotes_in(token)
    if not quotes:
        return ""
    quote = quotes[0]
    figure = FIGURES[quote.key]
    if isinstance(quote, Compare):
        whens = [when_of(item, figure, manuscript) for item in (quote.earlier, quote.later)]
        return f"change from {' to '.join(_called(when) for when in whens)}"
    when = when_of(quote.when, figure, manuscript)
    if when is None:
        return "on a date that the template does not name"
    if when == manuscript.period and not when.label:
        return OF_THE_REPORT
    return f"{'on the date' if when.is_day else 'in the period'} {_called(when)}"


def _called(when):
    return f"‘{when.label}’" if when and when.label else str(when or "another date")


def _quoted(manuscript, name):
    when = _named(manuscript, name)
    return _called(when) if when else ""


def _named(manuscript, name):
    """The date of that name; None for the period of the report, which is called by that."""
    return manuscript.names.get(name) if name == PERIOD else manuscript.when(name)


def _by_label(manuscript, entry):
    """The entry with what its date is called, in the place of a day of some report."""
    token = read_token(entry.token)
    when = _quoted(manuscript, token.name) if isinstance(token, DateName) else None
    text = _when(manuscript, token) if when is None else when or "The period of the report"
    forms = tuple(form for form in entry.forms if not form.token.startswith("[[compare"))
    changes = [_compared(manuscript, form) for form in entry.forms if form not in forms]
    return replace(entry, when=text, forms=(*forms, *changes))


def _compared(manuscript, form):
    return replace(form, name=f"{_when(manuscript, read_token(form.token))}, rose or fell since")


def _tokens_of(entry):
    return {entry.token, *(form.token for form in entry.forms)}


def _member_labels(manuscript, raws):
    """(key, member) → label of what records name, read where a token quotes such a member."""
    quotes = (quote for raw in raws for quote in quotes_in(read_token(raw)))
    if not any(getattr(quote, "member", "") for quote in quotes):
        return {}
    _records, members = read_names(manuscript.council)
    return {(key, name): text for key, names in members.items() for name, text in names.items()}
