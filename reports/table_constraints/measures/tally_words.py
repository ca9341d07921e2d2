"""Words by which a sentence has so many of some things, or both that it names, in one state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.prose.patterns import SentencePattern
from reports.quantities.model import Statement

_OF = r"(?:(?:out\s+)?of\s+)?(?:(?:the|our|these|those|its|their)\s+)?(?:⟦[cx](?P<{0}_of>\d+)⟧\s+)?"
_NOUN = r"(?P<{0}_noun>(?:[a-z-]+\s+){{0,2}}?(?:(?:kinds?|types?|sorts?)\s+of\s+)?[a-z-]+)\b"
_VERB = (
    r"(?:was|were|is|are|has|have|had|did|do|does|reached|met|missed|achieved|rose|fell|grew|shrank|lost|saw|"
    r"recorded|improved|worsened|exceeded|stood|stand|came|showed|made|failed|kept|held|took|sent|left|[a-z]+ed|in|with|at|on|above|below|over|under)\b"
)
# More than half, or just half, of all.
_MOST = r"(?<!the\s)most|(?:the|a)\s+majority"
_ALL, _NONE = r"all|both|every|each", r"none|neither|no|not\s+one"
COUNTED = SentencePattern(
    rf"\b(?P<but>(?:all|every\s+(?P<but_each>[a-z]+)|everyone)\s+but\s+(?:⟦c(?P<but_many>\d+)⟧|one)"
    r"(?:\s+of\s+(?:the|our|these)\s+(?:⟦c(?P<but_of>\d+)⟧\s+)?(?P<but_noun>(?:(?:kinds?|types?|sorts?)\s+of\s+)?[a-z-]+))?)\b"
    rf"|(?:^|[;:]\s+|,\s+)(?P<apart>(?:⟦c(?P<apart_many>\d+)⟧|one)\s+(?P<apart_noun>[a-z]+)\s+(?:apart|aside|excepted))\b"
    rf"|(?P<n>⟦c(?P<many>\d+)⟧|\b(?:one(?=\s+of)|(?P<all>{_ALL})|(?P<none>{_NONE})|(?P<most>{_MOST})|"
    r"(?P<half>half))\b)\s+" + _OF.format("n") + _NOUN.format("n") + rf"(?=\s+{_VERB}|\W*$|[,;:.])",
    re.I,
)
BOTH = SentencePattern(
    r"\bboth\s+(?P<names>[^⟦.;:,]{3,60}?\s+and\s+[^⟦.;:,]{3,50}?)\s+(?P<verb>(?:has|have|had|is|are|was|were|did|"
    r"reached|met|achieved|missed|rose|fell|grew|saw|recorded|lost|exceeded|failed|improved)\b)",
    re.I,
)
_NEARLY = re.compile(
    r"\b(?:nearly|almost|virtually|about|at\s+least|more\s+than|over|up\s+to|fewer\s+than|first|last|next|other|another|further|"
    r"remaining|for|by|the|these|those|as|than|of|not|between)\s+$",
    re.I,
)
_ONLY = re.compile(r"\b(?:only|just)\s+$", re.I)
_DOES = re.compile(
    r"\s+(?:was|were|is|are|has|have|had|rose|fell|grew|shrank|reached|met|missed|exceeded|lost|improved|worsened)\b",
    re.I,
)
_BREAKS = re.compile(
    r"[;:]|\.\s|,\s+(?:and|but|while|whereas|although|though|which|who|where|so|one|two|none)\b|,\s+(?=⟦c)|\s+and\s+(?:one|two|none|⟦c\d+⟧)\s|\b(?:but|while|whereas|although)\b",
    re.I,
)


@dataclass(frozen=True)
class Tally:
    """So many of the things of a `noun`, of `whole` where it is given, or both that `names` name,
    and the `clause` about them, without their number."""

    text: str
    noun: str
    clause: str
    many: int | None = None
    whole: int | None = None
    is_all: bool = False
    less: int = 0
    is_sure: bool = True
    names: str = ""
    portion: str = ""

    def is_of_so_many(self, some: int, many: int) -> bool:
        """True if a tally of `some` out of `many` is what it has."""
        if self.portion:
            return some * 2 > many if self.portion == "most" else some * 2 == many
        return some == (many - self.less if self.is_all else self.many)


def tallies_in(row: Statement) -> Iterator[Tally]:
    """Each count of things in a state, and each two names in one, of a sentence."""
    text = row.sentence.text
    for match in COUNTED.finditer(text):
        if not _NEARLY.search(text[: match.start()]):
            yield _counted(row, text, match)
    for match in BOTH.finditer(text):
        end = next((x.start() for x in _BREAKS.finditer(text, match.end())), len(text))
        yield Tally(match.group(), "", text[match.start("verb") : end], names=match["names"])


def _counted(row: Statement, text: str, match: re.Match) -> Tally:
    start = max((x.end() for x in _BREAKS.finditer(text, 0, match.start())), default=0)
    end = next((x.start() for x in _BREAKS.finditer(text, match.end())), len(text))
    clause = f"{text[start : match.start()]} {text[match.end() : end]}"
    spoken = row.sentence.said(match.group()).strip(" ,;:")
    groups = match.groupdict()
    if groups["but"] or groups["apart"]:
        mark = groups["but_many"] or groups["apart_many"]
        less = row.sentence.thing(mark).value if mark else 1
        noun = groups["but_noun"] or groups["but_each"] or groups["apart_noun"] or ""
        whole = row.sentence.thing(groups["but_of"]).value if groups["but_of"] else None
        return Tally(spoken, noun, clause, whole=whole, is_all=True, less=less)
    whole = row.sentence.thing(groups["n_of"]).value if groups["n_of"] else None
    noun = groups["n_noun"]
    if portion := "most" if groups["most"] else "half" if groups["half"] else "":
        return Tally(spoken, noun, clause, whole=whole, portion=portion)
    if groups["all"]:
        return Tally(spoken, noun, clause, whole=whole, is_all=True)
    many = (
        0 if groups["none"] else row.sentence.thing(groups["many"]).value if groups["many"] else 1
    )
    # “Two sources, the police and schools” has no state; “two sources have grown” has one.
    sure = bool(
        groups["none"] or _ONLY.search(text[: match.start()]) or _DOES.match(text, match.end())
    )
    return Tally(spoken, noun, clause, many, whole, is_sure=sure)
