"""What one line of a paper's text holds: words, emphasis, links, tokens in double square brackets.

A token never stops a paper from being read: what cannot be understood becomes a `FaultyToken` with
its sentence, so a draft can be shown and the fault named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assurance.figures.keys import current_key
from reports.language import grammar, sums

_FIRST_WORD = re.compile(rf"(?:compare|stated|{'|'.join(sums.FORMS)})(?=\s)|[a-z]+(?=:)|")
HEADLINE_FORMS = ("number", "percent")
TYPED_IN_NOTE = re.compile(r"\((stated\s[^()]*)\)")


@dataclass(frozen=True)
class Quote:
    """A figure in a sentence; `when`: a named date, an ISO day or `from..to`; `form` of FORMS."""

    key: str
    member: str = ""
    cohort: str = ""
    when: str = ""
    form: str = "number"
    raw: str = field(default="", compare=False)


@dataclass(frozen=True)
class Compare:
    """A figure at two dates in one sentence: rose from, fell from, stayed at."""

    key: str
    member: str = ""
    cohort: str = ""
    earlier: str = ""
    later: str = ""
    raw: str = field(default="", compare=False)


@dataclass(frozen=True)
class StatedNumber:
    """A number that no record holds, as typed, with the words of its source."""

    words: str
    source: str
    raw: str = field(default="", compare=False)


@dataclass(frozen=True)
class DerivedNumber:
    """A number reckoned from others: `operation` and `form` of `sums.FORMS`, and what from."""

    operation: str
    operands: tuple["Quote | StatedNumber | DerivedNumber", ...]
    form: str
    raw: str = field(default="", compare=False)


@dataclass(frozen=True)
class DateName:
    """A named day or period of the paper; `form` of `date_words.FORMS`."""

    name: str
    form: str = "long"
    raw: str = field(default="", compare=False)


@dataclass(frozen=True)
class RowCount:
    """How many items or rows a list or table of the paper has; `form` is `number` or `words`."""

    slug: str
    form: str = "number"
    raw: str = field(default="", compare=False)


@dataclass(frozen=True)
class RecordField:
    """A field of one record: its date, title, grade, state or wording."""

    kind: str
    slug: str
    name: str
    raw: str = field(default="", compare=False)


@dataclass(frozen=True)
class Reference:
    """A place in the paper: `what` of REFERENCES, `item` a path (`iv-2`), `to` ends a range."""

    what: str
    slug: str
    item: str = ""
    to: str = ""
    raw: str = field(default="", compare=False)


@dataclass(frozen=True)
class NoteMark:
    """A mark whose words stand as a note at the end of the section."""

    words: str
    raw: str = field(default="", compare=False)

    @property
    def written(self) -> str:
        """Its words, the typed numbers in it as tokens: a token holds none, but round brackets."""
        return TYPED_IN_NOTE.sub(r"[[\1]]", self.words)


@dataclass(frozen=True)
class FaultyToken:
    """A token that cannot be read, with the sentence that says why."""

    raw: str
    sentence: str


@dataclass(frozen=True)
class Strong:
    """Words in bold."""

    pieces: tuple["Piece", ...]


@dataclass(frozen=True)
class Emphasis:
    """Words in italics."""

    pieces: tuple["Piece", ...]


@dataclass(frozen=True)
class Link:
    """Words that lead to an address outside the paper."""

    words: str
    address: str


Token = (
    Quote
    | Compare
    | DerivedNumber
    | StatedNumber
    | DateName
    | RowCount
    | RecordField
    | Reference
    | NoteMark
    | FaultyToken
)
Piece = str | Token | Strong | Emphasis | Link


def read_token(raw: str) -> Token:
    """The token written as `raw`, brackets included; a `FaultyToken` where no form fits."""
    inside = " ".join(raw[2:-2].split())
    word = _FIRST_WORD.match(inside)[0]
    reader = _READERS.get(word, _read_quote)
    token = reader(inside, raw)
    return token or FaultyToken(raw, grammar.why_not(inside, word))


def walk(pieces: tuple[Piece, ...]) -> Iterator[Token]:
    """Every token in `pieces` in order, those inside bold and italics too."""
    for piece in pieces:
        if isinstance(piece, Strong | Emphasis):
            yield from walk(piece.pieces)
        elif isinstance(piece, NoteMark):
            yield piece
            yield from (read_token(f"[[{inner}]]") for inner in TYPED_IN_NOTE.findall(piece.words))
        elif not isinstance(piece, str | Link):
            yield piece


def _read_quote(inside, raw):
    match = grammar.QUOTE.fullmatch(inside)
    form = (match["form"] or "number") if match else ""
    if not match or grammar.why_not_form(form) or grammar.why_not_days(match["when"]):
        return None
    fields = {name: match[name] or "" for name in ("member", "cohort", "when")}
    return Quote(current_key(match["key"]), **fields, form=form, raw=raw)


def _read_compare(inside, raw):
    match = grammar.COMPARE.fullmatch(inside)
    if not match or grammar.why_not_days(match["earlier"]) or grammar.why_not_days(match["later"]):
        return None
    fields = {name: value or "" for name, value in match.groupdict().items()}
    return Compare(**{**fields, "key": current_key(fields["key"])}, raw=raw)


def quotes_in(token: Token) -> tuple[Quote | Compare, ...]:
    """The figures that a token prints or is reckoned from."""
    if isinstance(token, DerivedNumber):
        return tuple(quote for operand in token.operands for quote in quotes_in(operand))
    return (token,) if isinstance(token, Quote | Compare) else ()


def is_row(token: Token) -> bool:
    """Whether a token can be the row of a grid, whose columns say when and in which form: a figure
    or a sum of figures."""
    if isinstance(token, DerivedNumber):
        quotes = quotes_in(token)
        bare = token.form == "number" and not any(quote.when for quote in quotes)
        return token.operation == "sum" and bare and len(quotes) == len(token.operands)
    return isinstance(token, Quote) and not token.when and token.form == "number"


def is_headline(token: Token) -> bool:
    """Whether a token can be a headline figure: one value, as a number or a per cent."""
    if isinstance(token, Quote):
        return token.form in HEADLINE_FORMS
    return isinstance(token, DerivedNumber | StatedNumber)


def _read_derived(inside, raw):
    result = sums.parts(inside)
    if result is None:
        return None
    operands = tuple(_read_operand(item, result.operation, raw) for item in result.operands)
    return None if None in operands else DerivedNumber(result.operation, operands, result.form, raw)


def _read_operand(written, operation, raw):
    """A figure, or in brackets a typed number or, but in a sum, a sum; None for anything else."""
    if not written.startswith("("):
        return _read_quote(written, raw) if "|" not in written else None
    if not written.endswith(")"):
        return None
    inner = written[1:-1].strip()
    if inner.startswith("sum ") and operation != "sum":
        token = _read_derived(inner, raw)
        return token if token and token.form == "number" else None
    return _READERS["stated"](inner, raw) if inner.startswith("stated ") else None


def _reader(pattern, kind):
    """Reads a token whose parts are the groups of its pattern; a group that is not there has the
    default of its part."""

    def read(inside, raw):
        match = pattern.fullmatch(inside)
        parts = match and {name: value for name, value in match.groupdict().items() if value}
        return kind(**parts, raw=raw) if match else None

    return read


def _read_reference(inside, raw):
    if match := grammar.RANGE.fullmatch(inside):
        return Reference("paras", match["slug"], to=match["to"], raw=raw)
    match = grammar.REFERENCE.fullmatch(inside)
    if not match or match["what"] == "paras" or (match["item"] and match["what"] != "para"):
        return None
    return Reference(match["what"], match["slug"], match["item"] or "", raw=raw)


_READERS = {
    "compare": _read_compare,
    **dict.fromkeys(sums.FORMS, _read_derived),
    "stated": _reader(grammar.STATED, StatedNumber),
    "date": _reader(grammar.DATE, DateName),
    "rows": _reader(grammar.ROWS, RowCount),
    "record": _reader(grammar.RECORD, RecordField),
    "note": _reader(grammar.NOTE, NoteMark),
    **dict.fromkeys(grammar.REFERENCES, _read_reference),
}
