"""A stated number of dates, names or things that are then named one by one in the sentence."""

import re
from collections.abc import Iterator

from assurance.runtime.periods import MONTHS
from reports.checks.quantities.model import Denial, constraint
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading
from reports.prose.content import words_of
from reports.prose.dates import DAY, MONTH
from reports.prose.marks import Marked
from reports.prose.numbers import SPAN, Number
from reports.prose.quantities.phrases import stem

_DATED = words_of(
    "date day occasion time evening campaign meeting event session visit workshop week month"
)
_MOST = 12
# A number and what it counts, then the words that open the naming, up to the end of the sentence.
_NAMED = re.compile(
    r"(?:⟦[cx](?P<count>\d+)⟧|\b(?P<both>both))(?P<noun>(?:\s+(?:of\s+)?(?!and\b|or\b)[a-z’'-]+){0,4}?)"
    r"(?P<verb>(?:\s+(?:were|was|are|is|have|took|came|met)(?:\s+[a-z]+){0,3})?)"
    r"(?P<time>(?:,?\s+in\s+⟦d\d+⟧)?)"
    r"(?P<cue>\s*:\s+|,?\s+on\s+|,?\s+in\s+|,\s+|\s+\()(?P<tail>[^:;.]{3,240})",
    re.I,
)
_ALREADY = re.compile(
    r"\b(?:at\s+least|includ\w+|such\s+as|example|some|among|between|since|each|every|more|fewer|"
    r"less|most|respectively)\b",
    re.I,
)
_CLAUSE = re.compile(
    r"^\W*(?:which|that|who|where|when|while|so|because|we|they|it|one|but|as)\b", re.I
)
_DAY_OR_MONTH = re.compile(rf"⟦[dcx]\d+⟧|\b(?:{'|'.join(MONTHS)})\b", re.I)
_RANGE = re.compile(r"\b(?:from|to|between|until)\b|–|⟦c\d+⟧\s+(?:in|on)\b")
_MEND = "Put the number right, or name them all."


@constraint("named-unlike-number", "C12; source of error 20", follows=("list-length",))
def named_things(reading: Reading) -> Iterator[Denial]:
    """A stated number of dates, names or things is how many are then named."""
    for row in statements(reading):
        text = row.sentence.text
        if not re.search(r"⟦[cx]|\bboth\b", text, re.I):
            continue
        heads = {
            str(item.phrase.mark)
            for item in row.quantities
            if item.phrase.head or item.phrase.number.kind == SPAN
        }
        found = _NAMED.finditer(text)
        match = next((one for one in found if one["both"] or one["count"] in heads), None)
        if match is None or _ALREADY.search(text):
            continue
        stated = _stated(row.sentence, match)
        least, most = _many(row.sentence, match) if stated else (0, 0)
        if most and not least <= stated <= most:
            words = match["both"] or row.sentence.thing(match["count"]).words
            says = f"The paper says {words}{match['noun']}, and {least} are named."
            start = row.sentence.start if match["both"] else row.sentence.thing(match["count"])
            yield Denial(row.line, start, says, _MEND)


def _stated(sentence: Marked, match):
    """How many are announced; nought where that is more than one names in a sentence."""
    if match["both"]:
        return 2
    number = sentence.thing(match["count"])
    exact = isinstance(number, Number) and not number.bound
    return number.value if exact and 2 <= number.value <= _MOST else 0


def _many(sentence: Marked, match):
    """The least and the most things that are named; (0, 0) where nothing is beyond doubt."""
    number = "" if match["both"] else sentence.thing(match["count"]).words
    nouns = {stem(word) for word in f"{number} {match['noun']}".split()}
    tail = re.split(
        r"[)]|,\s+(?:have|has|were|was|are|is)\b|\s+(?:were|was|are|have|has)\b", match["tail"]
    )[0]
    if nouns & _DATED:
        least = 1 if ":" in match["cue"] else 2
        return _dates(sentence, tail, least)
    cue = match["cue"].strip()
    if (
        re.search(r"⟦[cpmd]", tail)
        or _CLAUSE.match(tail)
        or (cue in ("on", "in") and not match["both"])
    ):
        return 0, 0
    if cue in ("", ",") and not match["tail"][len(tail) :]:
        return 0, 0
    pieces = [piece for piece in re.split(r",|;", tail) if piece.strip(" .")]
    opened = [piece for piece in pieces if re.match(r"\s*and\b", piece)]
    ands = sum(len(re.findall(r"\S\s+and\b", piece)) for piece in pieces)
    if not ands and not opened:
        return 0, 0
    if max(len(piece.split()) for piece in pieces) > 10 or (
        opened and opened[-1] is not pieces[-1]
    ):
        return 0, 0
    last = re.search(r"\S\s+and\b", pieces[-1])
    return len(pieces) + bool(last and not opened), len(pieces) + ands


def _dates(sentence: Marked, tail, least):
    """How many days or months are named in a row, with bare days before a whole date."""
    if any(day.precision not in (DAY, MONTH) for day in sentence.marks("d", tail)):
        return 0, 0
    pieces = re.split(r",|\band\b|;", tail)
    dated = [piece for piece in pieces if _DAY_OR_MONTH.search(piece)]
    bare = [piece for piece in pieces if piece.strip() and piece not in dated]
    if len(dated) < least or bare or "⟦d" not in tail or _RANGE.search(tail):
        return 0, 0
    return len(dated), len(dated)
