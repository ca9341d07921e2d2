"""A state that all of some things have, against the states of some of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.checks.reading import Reading
from reports.prose.content import roots
from reports.prose.quantities.opposites import STATES
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import before, statements

_BE = (
    r"(?:were|was|are|is|ha[sd]|have|been|be|did|do|does|remains?|remained|came|arrived|took|went)"
)
_ORDINAL = r"first|second|third|fourth|fifth|sixth|last|final|other|others|latter|former|remaining"
# “All 16 of the complaints were …”, “Both were …”, “In May none of the homes was …”.
_CLAIM = re.compile(
    r"^\W*(?:(?:in|on|at|by|during|for)\s+[^,;:.]{2,40},\s+)?"
    r"(?:(?P<all>all|both|every|each)|(?P<none>none|neither|not\s+(?:a\s+single\s+)?one|no(?!\s+longer)))\b(?!\s+but\b)"
    rf"(?P<subject>[^.;:,]{{0,90}}?)\s(?:{_BE}|(?=[a-z]+ed\b))\s?(?P<state>[^.;:]{{3,90}})",
    re.I,
)
# “Three of them were …”, “the third is …”, “one post was …”: some of those that were spoken of.
_SOME = re.compile(
    r"^\W*(?:(?:and|but|while|whilst|whereas|though|although|however|only|just|yet),?\s+)*"
    rf"(?:⟦c(?P<count>\d+)⟧|one|another|(?:the|a)\s+(?:{_ORDINAL}|single|further))"
    r"(?P<noun>(?:\s+(?!of\b)[a-z’-]+){0,3}?(?:\s+of\s+(?:them|these|those|which|whom|(?:the|these|all)\s+⟦c(?P<whole>\d+)⟧|(?:the|our)(?=\s+[a-z]+s\b))"
    r"(?:\s+(?!of\b)[a-z’-]+){0,2}?)?),?"
    rf"\s+(?:(?:still|also)\s+)?(?P<verb>{_BE}|(?=(?:[a-z]+ed|left|withdrew|fell|requires?|needs?)\b))\s?(?P<state>[^.;:]{{2,90}})",
    re.I,
)
_NAMED = re.compile(
    rf"^(?P<name>(?:[A-Z][a-z’]+\s+){{1,3}})(?P<count>(?!))?(?P<whole>(?!))?(?P<noun>)(?P<verb>{_BE})\s(?P<state>[^.;:,]{{3,60}})"
)
_PIECES = re.compile(
    r"[;:]\s+|,\s+(?:and\s+|but\s+)?|\s(?:and|but|while|whilst|whereas)\s+"
    rf"(?=⟦c|one\b|another\b|the\s+(?:{_ORDINAL})\b)"
)
# What was at another time, what may be, and what is said of others.
_APART = re.compile(
    r"\b(?:previous\w*|before|earlier(?=\s+[a-z])|last\s+(?:year|quarter|report|time|term|inspection)|had\s+been|originally|initially|"
    r"at\s+first|until|formerly|later|afterwards|subsequently|(?:has|have|had)\s+since|since\s+then|then|now|if|or|unless|except\w*|apart|would|will|should|must|(?-i:may)|"
    r"target|aim\w*|expect\w*|whose|rather|instead|nearly|almost)\b",
    re.I,
)
# A grade, and not what has yet to be done.
_GRADES = re.compile(
    r"\b(?:good\s+(?:or|and)\s+outstanding|outstanding\s+(?:or|and)\s+good)\b", re.I
)
_NOT = re.compile(
    r"\b(?:not|never|un(?=[a-z]+ed\b)|(?:still|yet|waiting)\s+to\s+be|no\s+longer|without)\b", re.I
)
_OPENS_ASIDE = re.compile(r"^\W*of\s+(?!(?:them|these|those)\b)", re.I)
_FAR, _LONG = 2, 300
_MEND = "Use the word that is true of every one of them, or put the number right."


@dataclass(frozen=True)
class _Told:
    """The state of all or none (`is_none`) of some things, by a sentence."""

    row: Statement
    word: str
    is_none: bool
    subject: str
    state: str


def states_of_some(reading: Reading) -> Iterator[Denial]:
    """`All 16 were answered on time. Three of them were answered after the deadline.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        yield from _denied_of_some(row, before(rows, place, _FAR))


def _denied_of_some(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    for other in (row, *earlier):
        claim = _told(other) if other.line is row.line else None
        # What stands between may speak of others.
        if claim and not _OPENS_ASIDE.match(row.sentence.text):
            start = len(claim.word) if other is row else 0
            for piece in _pieces(row, start, is_own=other is row):
                if _denies(claim, piece, row):
                    says = f"The report claims “{claim.word}”, and then has “{_said(row, piece)}”."
                    yield Denial(row.line, row.span, says, _MEND)
                    return
        if claim is None and other is not row and other.counts:
            return


def _told(row: Statement) -> _Told | None:
    match = _CLAIM.match(row.sentence.text[:_LONG])
    wording = _GRADES.sub("good", match["state"]) if match else ""
    if not match or _APART.search(wording) or _APART.search(match["subject"]):
        return None
    word = match["all"] or match["none"]
    state = next(iter(_PIECES.split(wording)))
    return _Told(row, word, bool(match["none"]), match["subject"], state)


def _pieces(row: Statement, start: int, *, is_own: bool) -> list[re.Match]:
    """The clauses of a sentence that are of some things."""
    clauses = _PIECES.split(row.sentence.text[start:_LONG])[is_own:]
    return [match for clause in clauses if (match := _SOME.match(clause) or _NAMED.match(clause))]


def _denies(claim: _Told, piece: re.Match, row: Statement) -> bool:
    own = _GRADES.sub("good", row.sentence.text)
    if _APART.search(own[len(claim.word) * (claim.row is row) :]):
        return False
    if _is_of_others(claim, piece, row):
        return False
    if piece.re is _NAMED and (claim.row is row or piece["name"] in claim.row.sentence.text):
        return False
    verb = claim.state, f"{piece['verb']} {piece['state']}"
    negated = [bool(_NOT.search(text)) for text in verb]
    same = roots(verb[0]) & roots(verb[1])
    # “None was excluded for good. Nine were excluded for a time.”
    if claim.is_none and not (same and roots(verb[0]) <= roots(verb[1])):
        return False
    again = same and piece.re is _SOME and _is_plain(verb)
    if again and (negated[0] != negated[1]) != claim.is_none:
        return True
    if any(negated) and not STATES.is_negative(verb[1]):
        return False
    return STATES.sides(*verb) == (1 if claim.is_none else -1)


def _is_plain(texts: tuple[str, str]) -> bool:
    """True if the first words of two predicates, but for “not” and “been”, are the same."""
    first, last = (re.findall(r"[a-z]+", _NOT.sub(" ", text).casefold()) for text in texts)
    skipped = {"be", "been", "yet", "is", "are", "was", "were", "has", "have", "had", "did", "do"}
    first, last = ([x[:4] for x in words if x not in skipped] for words in (first, last))
    return bool(first and last and first[0] == last[0])


def _is_of_others(claim: _Told, piece: re.Match, row: Statement) -> bool:
    """True if some things have a noun or a whole that was not there before."""
    own = {"", *PLAIN, *stems(claim.subject), *stems(claim.row.sentence.text)}
    if {item for item in stems(piece["noun"]) if item not in own}:
        return True
    if piece["whole"]:
        values = {item.value for item in claim.row.counts}
        return bool(values) and row.sentence.thing(piece["whole"]).value not in values
    return False


def _said(row: Statement, piece: re.Match) -> str:
    return row.sentence.said(piece.group()).strip(" ,;.")
