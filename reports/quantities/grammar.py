"""The noun phrase around a number of a marked sentence, by closed classes of words alone.

Pure, and kept by the sentence: the reading of one that did not change is not made again.
What stands behind a number is read rightly; what is carried over from a sentence before is not.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from assurance.runtime.digits import whole
from reports.prose.marks import MARK, Marked
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.quantities.phrases import phrase_after, stems
from reports.quantities.nouns import noun_of
from reports.quantities.roles import REST, TARGET, TOTAL, role_of

# So far a phrase may reach from its number, in signs.
_REACH = 160
_STOP = re.compile(r"[,;:.()]|⟦|\s[–—-]\s")
_BACK = re.compile(r"[,;:.()]|⟧|\s[–—-]\s")
# “12 social work (FTE) posts”, “612 section 47 enquiries”.
_ABBREVIATED = re.compile(
    r"\s\([A-Z]{2,6}s?\)(?=\s)|^\s(?:section\s)?⟦x\d+⟧"
    # “Up from 241 six months before” counts no months.
    r"(?=\s+(?!(?:years|terms|quarters|months|weeks|days|hours|minutes)\b)[a-z]+s\b)"
)
# “1,284 education, health and care plans”: what is before the noun is no list of things.
_COMPOUND = re.compile(
    r"^(?:\s[a-z]+[^s\W],)+?\s[a-z]+[^s\W],?\s+and\s+(?=[a-z]+[^s\W]\s+[a-z]{3,}s\b)", re.I
)
_TOTALLED = re.compile(
    r"(?:^|[.;,]\s)\W*(?P<noun>[a-z][a-z ’-]{2,40}?)\s+(?:came\s+to|totalled|amounted\s+to)\s+"
    r"(?P<rest>)$",
    re.I,
)
_ARTICLE = re.compile(
    r"\b(?P<article>the|all|these|those|both|our|its|their|this|[a-z]+[’']s?)\s+(?:[a-z-]+\s+){0,1}(?:(?:team|group|cohort|set|staff)\s+of\s+)?$",
    re.I,
)
_AGES = re.compile(
    r"^[^⟦,;:.()]{0,60}\baged\s+((?:⟦x\d+⟧|\s?(?:to|and|or|over|under|–|-)\s?)+)", re.I
)
_NUMBER_OF = re.compile(
    r"\bnumber\s+of\s+(?P<noun>(?:[a-z’-]+\s+){1,4}?)(?P<rest>(?:(?:aged|in|on|at|of|with)\b[^.;:,()]{0,70})?)"
    r"(?:(?:was|is|were)(?:\s+(?:put|set|given|estimated)\s+at)?|stood\s+at|has\s+been)\s+$",
    re.I,
)
_OUT_OF = (
    r"(?:(?:out\s+)?of|from(?=\s+a\s+total)|among(?:st)?(?=\s+(?:the|our)\s+⟦))\s+"
    r"(?:a\s+total\s+of\s+|(?:the|these|those|our|its|their|all|original|initial|eligible)\s+)*"
)
_OF_BASE = re.compile(
    rf"^\)?(?P<noun>(?:\s+(?!(?:instead|place|lieu|ahead|short|because|is|are|was|were)\s+of\b|and\b|others?\b)[a-z’-]+){{0,3}}?)(?:,?\s+\(?{_OUT_OF}|\s?/\s?)⟦[cm](?P<base>\d+)⟧"
    r"(?!\s+(?:or|to)\s+⟦c)",
    re.I,
)
OPENING_BASE = re.compile(
    r"^(?:⟦x\d+⟧\s+)?(?:[A-Z][a-z]+:|[^⟦,;:]{0,30}⟦d\d+⟧[^⟦,;:]{0,20},)?\W*(?:out\s+)?of\s+(?:a\s+total\s+of\s+|the\s+|these\s+|our\s+|all\s+)*"
    r"(?:(?:the|those|all)\s+[^⟦;:().,]{3,60}\((?=⟦c\d+⟧\)))?⟦[cm](?P<base>\d+)⟧"
    # “Of these 49 (91%) would recommend it”: the number is of these.
    r"(?!\s+(?:were|was|are|is|had|have|has)\b|\s\(⟦p\d+⟧\)\s(?:were|was|are|is|had|have|has|would|did|said)\b)",
    re.I,
)
# “Of 83 in the borough, 64 were seen; of 39 outside it, 24.” “Of the 40 reviews 36 were on time and
# of the 50 visits 30 were.”
_NEXT_BASE = re.compile(
    r"(?:(?:;|,)\s+(?:(?:and|but|while|whereas)\s+)?|\s(?:and|but|while|whereas)\s+)(?:out\s+)?of\s+(?:the\s+|these\s+|our\s+|all\s+)*"
    r"⟦[cm](?P<base>\d+)⟧(?=[^⟦;:.()]{0,80},\s+(?:only\s+|just\s+|all\s+but\s+)?⟦c|(?:\s+[a-z]+){1,3}\s+⟦c)",
    re.I,
)
_ANAPHOR = re.compile(r"\bof\s+(?:these|those|them|whom|which)\b", re.I)
_OF_THESE = re.compile(r"^\W*of\s+(?:these|those|them)\b", re.I)
_SET = re.compile(
    r"^\s*(?:per\s+cent\s+)?of\s+(?:the|th[eo]se|our|its|all|this|\w+[’']s)\s+(?!⟦)", re.I
)
# “The 16-plus team” and “Sixteen Plus” have a name and no number.
_NAMED = re.compile(r"-[a-zA-Z]|\sPlus\b")
_AGAIN = re.compile(r"^\s+(?:the|a|an|this|that|his|her|their|our|its)\s", re.I)


@dataclass(frozen=True)
class Phrase:
    """A number in its sentence: `start` and `end` of its mark; `noun` the stems of what it counts
    in order, `head` the one that says it; `article` the word that makes it one spoken of before;
    `base` the place of the mark that it is out of, None where none stands here; `of` the stems of
    a set that it is of (`12 of the reviews`), `anaphor` for `of these`; `clause` what follows and
    `label` what stands before, each up to the next stop or mark."""

    number: Number
    mark: int
    start: int
    end: int
    noun: tuple[str, ...]
    head: str
    article: str
    base: int | None
    of: frozenset[str]
    anaphor: bool
    clause: str
    label: str
    role: str
    closer: str
    ages: str

    @property
    def is_count(self) -> bool:
        """Whether it is an exact count of things."""
        about = self.number.bound == "~" and self.number.value % 5
        return self.number.kind == COUNT and bool(about or not self.number.bound)

    @property
    def is_rough(self) -> bool:
        """Whether it is a round count that was written as one: `some 240`."""
        return self.number.bound == "~" and self.number.kind == COUNT and self.role in (TOTAL, REST)

    @property
    def is_bare(self) -> bool:
        """Whether it names a group by its number alone: `are counted in the 268`."""
        return not self.clause and self.label.endswith(" the")

    @property
    def is_stock(self) -> bool:
        """Whether it is a count that can be a whole or a part: no change, average or aim."""
        return self.is_count and self.role in (TOTAL, REST)

    @property
    def is_sum(self) -> bool:
        """Whether it is a sum of money that can be a whole or a part."""
        return self.number.kind == MONEY and self.role in (TOTAL, REST, TARGET)

    @property
    def said(self) -> str:
        """The number with the words of what it counts, for a sentence to people."""
        wording = re.split(r"\s+(?:of|in|on|at|for|with)\b", self.clause, maxsplit=1)[0].split()[:4]
        return " ".join((self.number.words, *wording)) if self.noun else self.number.words


def phrases(sentence: Marked) -> tuple[Phrase, ...]:
    """The phrase of every count, per cent and sum of a sentence in order."""
    opening = OPENING_BASE.match(sentence.text)
    openings = [opening, *_NEXT_BASE.finditer(sentence.text)] if opening else []
    marks = [
        mark
        for mark in MARK.finditer(sentence.text)
        if (mark[1] in "cpm" and not _NAMED.match(sentence.text, mark.end()))
        or (mark[1] == "x" and sentence.thing(mark[2]).kind == SPAN)
    ]
    return tuple(_phrase(sentence, mark, _opening_of(mark, openings)) for mark in marks)


def _opening_of(mark, openings):
    """The last words before a mark that name a base for what follows; None for that base itself."""
    place = bisect_left(openings, mark.end(), key=lambda x: x.start("base"))
    last = openings[place - 1] if place else None
    return last if last and mark.start() > last.end("base") else None


def _phrase(sentence: Marked, mark, opening):
    text, number = sentence.text, sentence.thing(mark[2])
    before = text[max(0, mark.start() - _REACH) : mark.start()]
    after = _ABBREVIATED.sub("", text[mark.end() :][:_REACH])
    stop, starts = _STOP.search(after), [match.end() for match in _BACK.finditer(before)]
    clause = after[: stop.start()] if stop else after
    label = before[starts[-1] if starts else 0 :]
    own = re.split(r"(?:^|\s)of\s", phrase_after(_COMPOUND.sub(_joined, after)), maxsplit=1)
    of_set, base = _SET.match(after), _OF_BASE.match(after)
    wording = own[0] if own[0].strip() or not of_set else phrase_after(after, of_set.end())
    # “In 323 the child’s views were heard”: what follows is no name of what is counted.
    noun = () if _AGAIN.match(after) else noun_of(wording)
    total = None if after.startswith(" of ") else _TOTALLED.search(before)
    subject = None if noun else _NUMBER_OF.search(before) or total
    noun = noun or (noun_of(subject["noun"]) if subject else ())
    article = _ARTICLE.search(before[-40:])
    base = base or opening
    return Phrase(
        number=number,
        mark=whole(mark[2]),
        start=mark.start(),
        end=mark.end(),
        noun=noun,
        head=noun[-1] if noun else "",
        article="the" if subject else article["article"].casefold() if article else "",
        base=whole(base["base"]) if base else None,
        of=stems(phrase_after(after, of_set.end())) if of_set else frozenset(),
        anaphor=bool(_ANAPHOR.search(clause) or _ANAPHOR.search(label) or _OF_THESE.match(text)),
        clause=clause.strip(),
        label=label.strip(),
        role=role_of(sentence, before, after, number),
        closer=after[:1],
        ages=_ages(sentence, after, subject),
    )


def _joined(match):
    """The words of a compound without its commas and its “and”."""
    return re.sub(r",|\band\s", "", match.group())


def _ages(sentence: Marked, after, subject):
    """The ages of those who are counted, as written; nothing where none are said."""
    match = _AGES.match(after) or (_AGES.match(f" {subject['rest']}") if subject else None)
    return sentence.said(match[1]).strip() if match else ""
