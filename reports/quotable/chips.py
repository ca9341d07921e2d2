"""What a chip of the editor says of its token: what it prints, what it is, and its other forms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from assurance.accounts.history_page import HistoryLine
from assurance.figures.labels import RECORD_NAMES
from assurance.figures.quotable import RECORDS
from assurance.figures.registry import FIGURES
from assurance.runtime.typography import with_capital
from reports.language import sums
from reports.language.grammar import TOKEN
from reports.language.tokens import (
    Compare,
    DateName,
    DerivedNumber,
    NoteMark,
    Quote,
    RecordField,
    Reference,
    RowCount,
    StatedNumber,
    Token,
    quotes_in,
    read_token,
)
from reports.papers.assembly.questions import when_of
from reports.papers.manuscript import POSITION, Manuscript
from reports.papers.typed_numbers import typed_kind
from reports.papers.wording.block_names import called
from reports.quotable.figure_entries import when_in_words
from reports.quotable.insertion.figure_catalogue import written_date
from reports.quotable.insertion.figure_insertion import ways
from reports.quotable.values import NOT_KNOWN, printed, renderer_of

KINDS = {
    Quote: "figure",
    Compare: "figure",
    DerivedNumber: "figure",
    RowCount: "figure",
    DateName: "date",
    RecordField: "record",
    Reference: "reference",
    StatedNumber: "typed",
    NoteMark: "note",
}


def chips(manuscript: Manuscript, raws: Iterable[str]) -> dict[str, dict]:
    """Token as typed → its chip: `words`, `label`, `when`, `kind` and `state`."""
    tokens = {raw: read_token(raw) for raw in dict.fromkeys(raws)}
    renderer = renderer_of(manuscript, tokens.values())
    return {raw: _chip(manuscript, renderer, token) for raw, token in tokens.items()}


def printed_chips(
    manuscript: Manuscript, texts: Mapping[str, str], labels: Mapping = MappingProxyType({})
) -> dict[str, dict]:
    """The same of tokens of which it is known what they print, `labels` being those of members by
    key and member: for a writer who asks nothing."""
    made = {}
    for raw, text in texts.items():
        token = read_token(raw)
        state = NOT_KNOWN if text == raw else ""
        made[raw] = _facts(manuscript, token, text, state, "", labels)
    return made


def without_codes(manuscript: Manuscript, texts: Sequence[str]) -> list[str]:
    """Some texts with what prints now in the place of their tokens."""
    made = chips(manuscript, [raw for text in texts for raw in TOKEN.findall(text)])
    return [TOKEN.sub(lambda found: made[found[0]]["words"], text) for text in texts]


def labelled(manuscript: Manuscript, lines: Iterable[HistoryLine]) -> list[HistoryLine]:
    """Lines of history with what each token of their values is in its place: “[Children looked
    after, 31 December 2019]”. What it printed then is not known any more."""
    return [replace(line, changes=_labelled(manuscript, line.changes)) for line in lines]


def _labelled(manuscript, value):
    if isinstance(value, dict):
        return {name: _labelled(manuscript, item) for name, item in value.items()}
    if isinstance(value, list):
        return [_labelled(manuscript, item) for item in value]
    if not isinstance(value, str):
        return value
    return TOKEN.sub(lambda match: _in_brackets(manuscript, match[0]), value)


def _in_brackets(manuscript, raw):
    label, when = _described(manuscript, read_token(raw), {})
    return f"[{', '.join(filter(None, (label, when))) or 'not understood'}]"


def _chip(manuscript, renderer, token):
    text, state = printed(renderer, (token,))
    problem = renderer.problems[-1].sentence if state and renderer.problems else ""
    labels = {
        (value.key, value.member): value.label
        for answer in renderer.measured.exact.values()
        for value in answer.values()
    }
    return _facts(manuscript, token, text, state, problem if state else "", labels)


def _facts(manuscript, token, text, state, problem, labels=MappingProxyType({})):
    if isinstance(token, NoteMark):
        text = "note"
    label, when = _described(manuscript, token, labels)
    kind = KINDS.get(type(token), "fault")
    return {
        "words": text if not state else "?",
        "label": label or problem or "Not understood",
        "when": when,
        "kind": kind,
        "state": state,
        "problem": problem,
    }


def _described(manuscript, token, labels) -> tuple[str, str]:
    """(what the token is, when it is of); `labels` are those of members, by key and member."""
    quotes = quotes_in(token)
    if quotes and all(quote.key in FIGURES for quote in quotes):
        return _figure(manuscript, token, quotes, labels)
    if isinstance(token, DateName):
        when = manuscript.when(token.name)
        return (when.label or "Date of the report", str(when)) if when else ("", "")
    if isinstance(token, RecordField) and token.kind in RECORD_NAMES:
        names = RECORD_NAMES[token.kind]
        return f"{names.name}: {names.label_of(token.name)}", ""
    if isinstance(token, StatedNumber):
        return f"{typed_kind(token.words)}, source: {manuscript.source_text(token.source)}", ""
    if isinstance(token, NoteMark):
        return f"Note: {token.words}", ""
    if isinstance(token, Reference | RowCount):
        block = next((item for item in manuscript.blocks if item.slug == token.slug), None)
        what = "Number of rows of" if isinstance(token, RowCount) else "Link to"
        return (f"{what} {called(manuscript, block)}", "") if block else ("", "")
    return "", ""


def _figure(manuscript, token, quotes, labels):
    quote, figure = quotes[0], FIGURES[quotes[0].key]
    known = {(quote.key, name): label for name, label in figure.members.items()} | {**labels}
    named = [known.get((item.key, item.member), "") for item in quotes if item.member]
    member = f": {' and '.join(dict.fromkeys(filter(None, named)))}".removesuffix(": ")
    written = quote.later if isinstance(quote, Compare) else quote.when
    when = when_of(written, figure, manuscript)
    prefix = {"sum": "Sum: ", "difference": "Difference: ", "share": "Share: "}
    operation = prefix.get(getattr(token, "operation", ""), "")
    return f"{operation}{figure.title}{member}", when_in_words(when) if when else ""


def forms(manuscript: Manuscript, raw: str) -> list[dict]:
    """Every form that the thing of a token can take now: its name, its token, what it prints."""
    token = read_token(raw)
    if isinstance(token, Compare):
        later = "" if token.later == POSITION else token.later
        token = Quote(token.key, token.member, token.cohort, later)
    if isinstance(token, Quote):
        return [
            {"name": way.name, "token": way.token, "words": way.words}
            for way in ways(manuscript, token)
        ]
    return _printed(manuscript, _others(manuscript, token))


def _others(manuscript, token: Token) -> list[tuple[str, str]]:
    """(name, token) of the forms of what is no figure."""
    if isinstance(token, DateName):
        names = {"long": "In full", "short": "Short", "label": "Name"}
        return [(name, written_date(DateName(token.name, form))) for form, name in names.items()]
    if isinstance(token, RecordField) and token.kind in RECORDS:
        names = RECORD_NAMES[token.kind]
        return [
            (with_capital(names.label_of(name)), f"[[record:{token.kind}/{token.slug}.{name}]]")
            for name in RECORDS[token.kind].fields
        ]
    if isinstance(token, DerivedNumber):
        bare = token.raw[2:-2].partition(" | ")[0].strip()
        usual = sums.FORMS[token.operation][0]
        return [
            (FORM_NAMES.get(form, form), f"[[{bare}{'' if form == usual else f' | {form}'}]]")
            for form in sums.FORMS[token.operation]
        ]
    if isinstance(token, RowCount):
        tail = {"As a number": "", "In words": " | words"}
        return [(name, f"[[rows:{token.slug}{end}]]") for name, end in tail.items()]
    return []


FORM_NAMES = {
    "number": "As a number",
    "words": "In words",
    "percent": "As a per cent",
    "change": "As a change, with its sign",
    "percent base": "As a per cent with its base",
}


def _printed(manuscript, forms_of):
    """The forms that print something."""
    made = chips(manuscript, [token for _name, token in forms_of])
    return [
        {"name": name, "token": token, "words": made[token]["words"]}
        for name, token in forms_of
        if not made[token]["state"]
    ]
