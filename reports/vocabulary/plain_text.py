"""Words as search knows them: a text made plain for the index, the phrases of a question, and the
words that match, marked in the text as it was printed.

Both databases are given the same plain words, so that they find the same: an accent, a capital and
a possessive count for nothing, `1,351` is one number, and `54%` is “54 percent”.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# What a database puts around the words that it found; no text that is printed holds them.
OPEN, CLOSE = "\ue000", "\ue001"
LONGEST = 200
MOST = 20
WIDE, BEFORE = 320, 70
# Too common to find anything by; looked for where they stand between quotation marks.
STOP = {
    *("a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had"),
    *("has", "have", "he", "her", "his", "i", "if", "in", "into", "is", "it", "its", "not"),
    *("of", "on", "or", "our", "she", "so", "such", "that", "the", "their", "then"),
    *("there", "these", "they", "this", "those", "to", "was", "we", "were", "which", "who", "will"),
    *("with", "you", "your"),
}
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0981-\u0983\u09bc-\u09cd\u09d7\u200c\u200d"
)
_SIGN = f"(?:[^\\W_]|[{_MARKS}])"
_PIECE = re.compile(
    r"(?P<percent>%|\bper\s?cent\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+(?!\d))"
    rf"|(?P<word>{_SIGN}+)(?:['’]s(?!{_SIGN}))?",
    re.IGNORECASE,
)
_SIGNS = re.compile(_SIGN)
_POINT = re.compile(r"(?<=\d)p(?=\d)")
_PERCENT = re.compile(r"\s*\bper\s?cent\b", re.IGNORECASE)
_QUOTES = re.compile('["“”„«»]')
_ACCENT = range(0x300, 0x370)


@dataclass(frozen=True)
class Piece:
    """One word of a text: its place there, and its plain form."""

    start: int
    end: int
    word: str


@dataclass(frozen=True)
class Stretch:
    """A stretch of a shown text, found or not."""

    words: str
    found: bool = False


def pieces(text: str) -> list[Piece]:
    """The words of `text` in order."""
    matches = (Piece(match.start(), match.end(), _known(match)) for match in _PIECE.finditer(text))
    return [item for item in matches if item.word]


def plain(text: str) -> str:
    """`text` as in the index: its plain words, a space between any two."""
    return " ".join(piece.word for piece in pieces(text))


def printed(phrase: str) -> str:
    """A plain phrase as a page prints it: “16.2” of `16p2`."""
    return _POINT.sub(".", phrase)


def query_phrases(text: str) -> tuple[str, ...]:
    """The plain phrases that `text` asks for, all of which are to be found: a phrase between
    quotation marks unchanged, every other word by itself. Common words are left out; where
    nothing else is asked for there is nothing to look for."""
    phrases = []
    for part, is_quoted in quoted_parts(text):
        phrases += [plain(part)] if is_quoted else _plain_terms(part)
    return tuple(dict.fromkeys(filter(None, phrases)))[:MOST]


def quoted_parts(text: str) -> list[tuple[str, bool]]:
    """The parts of `text` in order, each with True if it is between quotation marks."""
    parts = _QUOTES.split(text)
    # A mark that is never closed quotes nothing.
    closed = len(parts) - 1 if len(parts) % 2 == 0 else len(parts)
    return [(part, bool(place % 2 and place < closed)) for place, part in enumerate(parts)]


def plain_chunks(part: str) -> list[list[str]]:
    """The plain words of each stretch of `part` between spaces; “54 per cent” is one, as “54%”."""
    return [plain(chunk).split() for chunk in _PERCENT.sub("%", part).split()]


def is_short_enough(text: str) -> bool:
    """True where a text may be looked for at all."""
    return len(text) <= LONGEST


def highlight(text: str, marked: str) -> tuple[Stretch, ...]:
    """`text` in stretches, those found by themselves; `marked` is its plain form with `OPEN` and
    `CLOSE` around what was found. Of a long text only the part around most of them is given."""
    matches = [piece for piece, hit in zip(pieces(text), _hits(marked), strict=False) if hit]
    start, end = _window(text, matches)
    inside = [item for item in matches if start <= item.start and item.end <= end]
    stretches = _stretches(text, _joined(text, inside), start, end)
    return tuple(stretch for stretch in stretches if stretch.words)


def _known(match):
    if match["percent"]:
        return "percent"
    if match["number"]:
        # A point would part it in two, of which each would be found.
        return match["number"].replace(",", "").replace(".", "p")
    if match["word"].isascii():
        return match["word"].lower()
    separate = unicodedata.normalize("NFKD", match["word"]).casefold()
    rows = (item for item in separate if ord(item) not in _ACCENT)
    # A mark that is no sign of a word by itself would part it where its plain word is read again.
    return "".join(_SIGNS.findall("".join(rows)))


def _plain_terms(part):
    for chunk in plain_chunks(part):
        if any(word not in STOP for word in chunk):
            yield " ".join(chunk)


def _hits(marked: str) -> Iterable[bool]:
    """Of each word of `marked`, whether it was found; a mark may run over several."""
    within = False
    for word in marked.split():
        within = within or OPEN in word
        yield within
        if CLOSE in word:
            within = word.rfind(OPEN) > word.rfind(CLOSE)


def _window(text, result):
    """(start, end) of what is shown of `text`."""
    if len(text) <= WIDE + BEFORE:
        return 0, len(text)
    begins = [max(0, item.start - BEFORE) for item in result] or [0]

    def count_within(begin):
        return sum(begin <= item.start and item.end <= begin + WIDE for item in result)

    start = max(begins, key=lambda begin: (count_within(begin), -begin))
    if start:
        start = text.find(" ", start) + 1 or start
    end = len(text) if start + WIDE >= len(text) else text.rfind(" ", start, start + WIDE)
    return start, end if end > start else min(len(text), start + WIDE)


def _joined(text, matches: Sequence[Piece]):
    """(start, end) of what was found, neighbouring words as one."""
    spans = []
    for item in matches:
        if spans and not text[spans[-1][1] : item.start].strip(" -\u2011\u00a0"):
            spans[-1] = (spans[-1][0], item.end)
        else:
            spans.append((item.start, item.end))
    return spans


def _stretches(text, spans, start, end):
    at, lead = start, "… " if start else ""
    for begin, stop in spans:
        yield Stretch(lead + text[at:begin])
        yield Stretch(text[begin:stop], found=True)
        at, lead = stop, ""
    yield Stretch(lead + text[at:end] + (" …" if end < len(text) else ""))
