"""Words that claim a share of what a live figure counts: “half of the 228 children are boys”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS
from reports.prose.marks import sentences
from reports.prose.numbers import numbers
from reports.prose.quantities.claims import CLAIM, Claim, claim_of

# The kind of a share as one of the numbers that a text states.
SHARE = "share"
# What a figure is while the words around it are read; its length stays.
_FIGURE = "\u2588"
_THE = r"(?:\s+(?:the|these|those|our|its|all|whole|total))*"
_DIRECT = re.compile(rf"(?:\s+(?:single\s+)?one)?(?:\s+of)?{_THE}\s+(?P<figure>{_FIGURE}+)", re.I)
_PRONOUN = re.compile(
    r"(?:\s+(?:single\s+)?one)?\s+of\s+(?:them|whom|which|those(?!\s+who\b)|these)\b", re.I
)
_VERB = (
    r"(?:are|were|is|was|have|has|had|do|did|live[sd]?|attend(?:s|ed)?|go(?:es)?|went|need(?:s|ed)?|"
    r"receive[sd]?|came|come|sees?|saw|work(?:s|ed)?|remain(?:s|ed)?|belong(?:s|ed)?)\b"
)
# “Every single one sees a dentist”.
_ONE = re.compile(
    rf"\s+(?:single\s+)?one(?=\s+(?:now\s+|still\s+|also\s+)?(?:{_VERB}|[a-z]+s\b))", re.I
)
# “Of the 228 children, most …”.
_OF_FIRST = re.compile(
    rf"(?:out\s+)?of{_THE}\s+(?P<figure>{_FIGURE}+)(?:\s+[a-z’-]+){{0,5}},\s*$", re.I
)
_BARE = re.compile(rf"(?=\s+(?:now\s+|still\s+|also\s+)?{_VERB})", re.I)
# “The 228 children are all inside the city”.
_BEHIND = re.compile(
    rf"{_FIGURE}(?:\s+[a-z’-]+){{0,4}}?\s+(?:(?:are|were|have|had)\s+(?=all\s+(?!of\b|but\b|the\b|in\s+all\b))|(?=all\s+{_VERB}))",
    re.I,
)
_NOT_OF_ALL = re.compile(
    r"\b(?:in|of|at|above|after|not|if|whether|ensure|that|until|with|among|across|between|cover\w*|includ\w*|compris\w*|count\w*)\s+$",
    re.I,
)
# “No weaknesses in the 40 files”, “practice was good in each”.
_IN_THOSE = re.compile(
    rf"\s+(?:[a-z’-]+\s+){{1,4}}?(?:in|among(?:st)?|across|from|about|against)(?:\s+any\s+of)?{_THE}\s+"
    rf"(?P<figure>{_FIGURE}+)",
    re.I,
)
_IN_EACH = re.compile(r"\s*(?:one|of\s+them)?\s*(?=[.,;]|$)", re.I)
_BUT = re.compile(r"\s+(?:but|except|bar|apart)\b", re.I)
_NONE = re.compile(r"(?:none|neither|not|no\s+one|nobody)\b", re.I)
_PART_OF = re.compile(rf"\s+(?:[a-z’-]+\s+){{0,3}}?(?:out\s+)?of\s+(?:[a-z]+\s+)*{_FIGURE}", re.I)
# Behind one of these something is compared, asked or planned, not stated.
_HEDGED = re.compile(
    rf"\b(?:{AIMS}|{CONDITIONS}|could|whether|{EXPECTATIONS}|may|plan\w*\s+to|ensure|until|want\w*|"
    r"wish\w*)\b",
    re.I,
)


@dataclass(frozen=True)
class FigureShare:
    """A share in words, from `start` to `end`, of the `figure` (its place among those of the text):
    `claim` is what it allows, `state` where the text goes on with what is so of that share.
    `is_sure` is False where another figure may be meant."""

    start: int
    end: int
    claim: Claim
    figure: int
    state: tuple[int, int]
    is_sure: bool = True

    @property
    def is_of_all(self) -> bool:
        """True if it is of all or of none."""
        return self.claim.least == self.claim.most


def shares_of_figures(text: str, figures: Sequence[tuple[int, int]]) -> Iterator[FigureShare]:
    """The shares in words of what the figures of a text count, whose places are `figures`."""
    if not figures or not CLAIM.search(text):
        return
    blotted = text
    for start, end in figures:
        blotted = blotted[:start] + _FIGURE * (end - start) + blotted[end:]
    rows = sentences(blotted)
    for at, sentence in enumerate(rows):
        for match in CLAIM.finditer(blotted, sentence.start, sentence.end):
            claim = _claim(blotted, match)
            if claim and not _HEDGED.search(blotted, sentence.start, sentence.end):
                first = rows[at - 1].start if at else sentence.start
                result = _whole(blotted, match, figures, (first, sentence.start, sentence.end))
                if result:
                    figure, place, is_sure = result
                    start, end = _trimmed(match)
                    yield FigureShare(start, end, claim, figure, (place, sentence.end), is_sure)


def _claim(text: str, match: re.Match) -> Claim | None:
    """The share that a word claims of a whole; None where it claims none."""
    before = text[max(0, match.start() - 24) : match.start()]
    if match["all"] and before.endswith(" in ") and _IN_EACH.match(text, match.end()):
        return claim_of(match) if match["all"].casefold() in ("each", "every") else None
    if match["all"] and (_NOT_OF_ALL.search(before) or match["all"].casefold() == "always"):
        return None
    if match["not"] and match["not"].casefold() == "not":
        return None
    none = match["none"] and not _NONE.match(match["none"])
    if none and not (match["none"].casefold() == "no" and _IN_THOSE.match(text, match.end())):
        return None
    return None if _BUT.match(text, match.end()) else claim_of(match)


def _whole(text: str, match: re.Match, figures, ends: tuple[int, int, int]):
    """(the figure that a claim is of, where its state begins, whether it is surely this one)."""
    first, start, end = ends
    if direct := _DIRECT.match(text, match.end()):
        return _at(figures, direct.start("figure")), direct.end(), True
    behind = [item for item in _BEHIND.finditer(text, start) if item.end() == match.start()]
    if match["all"] and behind:
        return _at(figures, behind[0].start()), match.end(), True
    within = _IN_THOSE.match(text, match.end()) if match["none"] else None
    if within:
        return _at(figures, within.start("figure")), within.end(), False
    pronoun = _PRONOUN.match(text, match.end())
    if (match["all"] or "").casefold() == "each" and text[: match.start()].endswith(" in "):
        pronoun = _IN_EACH.match(text, match.end())
    is_each = (match["all"] or "").casefold() in ("each", "every")
    single = _ONE.match(text, match.end()) if is_each else None
    of_first = _OF_FIRST.match(text[start : match.start()])
    if of_first and (single or _BARE.match(text, match.end())):
        return _at(figures, start + of_first.start("figure")), (single or match).end(), True
    pronoun = pronoun or single
    # “All are …” opens its sentence.
    opens = not text[start : match.start()].strip() and _BARE.match(text, match.end())
    # “None was made for the other 42” is of a figure of its own.
    bare = None if _FIGURE in text[match.end() : end] else opens
    if not pronoun and not bare:
        return None
    here = [at for at, item in enumerate(figures) if start <= item[0] < match.start()]
    before = [at for at, item in enumerate(figures) if first <= item[0] < start]
    rows = here or before
    if not rows or any(
        item.is_to_settle for item in numbers(text[figures[rows[-1]][1] : match.start()])
    ):
        return None
    # “Of 30 of the 351 half are carers” is of the 30.
    inner = len(rows) > 1 and _PART_OF.match(text, figures[rows[-2]][1])
    meant = rows[-2] if inner else rows[-1]
    return meant, (pronoun or bare).end(), len(rows) - bool(inner) == 1


def _at(figures, place: int) -> int:
    return next(at for at, (start, end) in enumerate(figures) if start <= place < end)


def _trimmed(match: re.Match) -> tuple[int, int]:
    """Where the words of a claim begin and end, without blanks."""
    text = match.group()
    return match.start() + len(text) - len(text.lstrip()), match.end() - len(text) + len(
        text.rstrip()
    )
