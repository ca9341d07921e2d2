"""The noun phrase around a number of a marked sentence, by closed classes of words alone.

Pure, and kept by the sentence: the reading of one that did not change is not made again.
What stands behind a number is read rightly; what is carried over from a sentence before is not.
"""

import re
from dataclasses import dataclass

from assurance.runtime.digits import whole
from reports.prose.marks import MARK, Marked
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN, Number
from reports.prose.quantities.aims import is_aim
from reports.prose.quantities.phrases import is_of_two_units, phrase_after, stems
from reports.quantities.nouns import noun_of

TOTAL, REST, CHANGE, MEAN, TARGET, BOUND = "total", "rest", "change", "mean", "target", "bound"
RATE = "rate"
# So far a phrase may reach from its number, in signs.
_REACH = 160
_STOP = re.compile(r"[,;:.()]|⟦|\s[–—-]\s")
_BACK = re.compile(r"[,;:.()]|⟧|\s[–—-]\s")
# “12 social work (FTE) posts”, “612 section 47 enquiries”.
_ABBREVIATED = re.compile(r"\s\([A-Z]{2,6}s?\)(?=\s)|^\s(?:section\s)?⟦x\d+⟧(?=\s+[a-z]+s\b)")
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
    r"(?:a\s+total\s+of\s+|(?:the|these|our|its|their|all|original|initial|eligible)\s+)*"
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
_ANAPHOR = re.compile(r"\bof\s+(?:these|those|them|whom|which)\b", re.I)
_OF_THESE = re.compile(r"^\W*of\s+(?:these|those|them)\b", re.I)
_SET = re.compile(
    r"^\s*(?:per\s+cent\s+)?of\s+(?:the|th[eo]se|our|its|all|this|\w+[’']s)\s+(?!⟦)", re.I
)
_REST = re.compile(
    r"\b(?:remaining|other|rest|leaving|leaves|left|remainder|balance|others)\b"
    r"(?:\s+(?:is|was|were|are|of|being))?\s*\(?$",
    re.I,
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:(?:increas\w+|decreas\w+|rose|risen|rise|fell|fallen|fall|grew|grown|reduc\w+|up|down|chang\w+|lower|higher|smaller|larger|"
    r"improv\w+|worsen\w*|deteriorat\w+|climb\w+|dropp?\w*|cut|exceeded|missed|beaten|went\s+(?:up|down))\s+(?:[a-z]+\s+){0,1}by|(?:increase|rise|growth|decrease|fall|drop|loss|reduction|change|saving|gain|over-?\s?spend|"
    r"under-?\s?spend|difference|improvement|shortfall|surplus|deficit|gap|variance),?\s+(?:(?:is|was)\s+)?of|\b(?:difference|gap|change)\s+(?:is|was))\s+(?:[a-z]+\s+){0,2}$"
    r"|(?:[,(]|\b(?:and|is|are|was|were))\s*(?:up|down)\s+$|,\s+(?:(?:that|which)\s+is\s+|and\s+)?by\s+$",
    re.I,
)
# “Offences rose 9%”, “after a 13% rise”: a per cent right beside its word of direction.
_WENT = (
    re.compile(
        r"\b(?:rose|risen|rises|fell|fallen|falls|grew|grown|(?:increas|decreas|declin|reduc)ed|"
        r"dropped)\s+(?:by\s+⟦[cm]\d+⟧(?:\s+[a-z]+){0,2}\s+\(|(?:a|some|about|around|nearly|another|further)\s+)*$",
        re.I,
    ),
    re.compile(
        r"\s+(?:[a-z]+\s+)?(?:increase|decrease|rise|fall|drop|reduction|decline|growth)\b"
        r"(?!\s+(?:to|of)\b)",
        re.I,
    ),
)
_CHANGE_AFTER = re.compile(
    r"^\s*(?:percentage\s+points?\s+|of\s+them\s+|days?\s+)?(?:(?:more(?!\s+(?:had|have|has|were|was|are|came|often|frequently)\b)|fewer|less|higher|lower|above|"
    r"below|over(?!\s+(?:the|a)\s+(?:⟦|last|past|year|period|whole)|\s+⟦)|under(?!\s+⟦c|\s+(?:an?|the|one|our)\s+(?:[a-z]+\s+){0,3}(?:orders?|plans?|section|agreement|arrangement|scheme|one)\b)|better|worse)\b)|^\s+(?!for\b|in\b|within\b|had\b|held\b|hold\b|have\b|has\b|took\b|takes?\b|[a-z]+ed\b)[a-z]+\s+(?:more|fewer|less)\s+than\b"
    r"|^(?:\s+(?!for\b|in\b|within\b|had\b|were\b|was\b)[a-z]+){2,4}\s+(?:more|fewer|less)\s+than\s+(?:in|at|on|last)\b",
    re.I,
)
_MEAN = re.compile(
    r"\b(?:average|mean|averag\w+)\b(?:\s+(?!for\b(?!\s+each))[a-z]+){0,8}\s*$"
    r"|\beach\s+(?:of\s+(?:them|these|which|whom)\s+|[a-z]+\s+)?(?:with|having|have|has|had|gets?|got)\s+$",
    re.I,
)
_MEAN_AFTER = re.compile(
    r"^\s+(?:(?!in\b|within\b)[a-z]+\s+)?a\s+(?:day|week|month|year)\b(?!\s+(?:before|earlier|ago|previously|later|on)\b)|^[^⟦;,]{0,30}(?:,\s+or\s+⟦x\d+⟧[^⟦;,]{0,12},?)?[^⟦;,]{0,50}\b(?:on\s+average(?!,?\s+⟦)|(?<!so\s)each(?!\s+(?:of|has|had|with)\b)|apiece|per\s+(?!cent)[a-z]+|at\s+each|for\s+each)\b",
    re.I,
)
_RANGE = re.compile(
    r"^\s?(?:to|–|-|or)\s?⟦c\d+⟧(?!%)|^\s?and\s?⟦c(\d+)⟧(?!%)|^\s+(?:and|to|but)\s+(?:under|over|less\s+than|up\s+to)\b"
    r"|^\s+(?:(?:(?:of\s+)?[a-z]+s)\s+)?(?:or|and)\s+(?:more|over|above|older|longer|"
    r"fewer|less)\b(?!\s+than\b)",
    re.I,
)
# “The 16-plus team” and “Sixteen Plus” have a name and no number.
_NAMED = re.compile(r"-[a-zA-Z]|\sPlus\b")
# “21 to 30 and 172 took longer”: what ends a range begins none.
_RANGE_BEFORE = re.compile(r"(?<!from )(?<!to )(?:⟦c\d+⟧\s?(?:to|or|–|-)|⟦c(\d+)⟧\s?and)\s?$", re.I)
# “71 for every 10,000”, “nineteen reviews in 20”: what a rate is of is no group.
_PER = re.compile(r"\b(?:per|(?:for|in|of|to)\s+every)\s+$", re.I)
_EVERY = re.compile(r"^[^⟦,;:.()]{0,60}?\b(?:per|(?:for|in|of|to)\s+every)\s+⟦c", re.I)
_IN_SO_MANY = re.compile(
    r"^\s[a-z]+\s+in\s+⟦c\d+⟧(?=\s*(?:[,.;)(]|$)|\s+(?:was|were|is|are|ha[sd]|at)\b)", re.I
)
_IN = re.compile(r"\sin\s⟦c")
_OF_SO_MANY = re.compile(r"⟦c\d+⟧\s[a-z]+\s+in\s+$", re.I)
_NO_NOUN = re.compile(r"^\s*(?:[,.;)(]|$|(?:was|were|is|are|ha[sd]|at)\b)", re.I)
# “55 of the leavers were twenty, and 49 were nineteen”: ages.
_STOPS = re.compile(r"\s*(?:[,;.)]|and\b|or\b|$)", re.I)
_AGED = re.compile(r"⟦c\d+⟧(?:\s+of\s+[a-z’ -]{2,40}?)?\s+(?:were|was|are|is)\s+$", re.I)
_OLDEST = 25
_AGAIN = re.compile(r"^\s+(?:the|a|an|this|that|his|her|their|our|its)\s", re.I)
# “Thirteen remain open”: what is left when the others are told of.
_REMAIN = re.compile(
    r"^\s+(?:still\s+)?remain(?:s|ed)?\s+(?:open|outstanding|unresolved|to\s+be)\b"
    r"|^\s+(?:were|was|are|is)\s+(?:still|not\s+yet)\s+(?:open|outstanding|unresolved|under\s+way|to\s+be|waiting|pending)\b",
    re.I,
)
_KNOWN = re.compile(r"\b(?:the|our|all|these|those|both)\s+$", re.I)


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
    marks = [
        mark
        for mark in MARK.finditer(sentence.text)
        if (mark[1] in "cpm" and not _NAMED.match(sentence.text, mark.end()))
        or (mark[1] == "x" and sentence.thing(mark[2]).kind == SPAN)
    ]
    return tuple(_phrase(sentence, mark, opening) for mark in marks)


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
    if base is None and opening and mark.start() > opening.start("base"):
        base = opening
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
        role=_role(sentence, before, after, number),
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


def _is_range(sentence: Marked, before, after, number):
    """Whether a number is an end of a range: “every one of the 312 and 234 accepted” is none."""
    first, last = _RANGE_BEFORE.search(before[-30:]), _RANGE.match(after)
    opens = last and not (last[1] and sentence.thing(last[1]).value < number.value)
    ends = first and not (first[1] and sentence.thing(first[1]).value > number.value)
    return bool(opens or ends)


def _role(sentence: Marked, before, after, number):
    if number.bound not in ("", "~"):
        return BOUND
    if _is_no_group(before, after, number):
        return RATE
    # “All but eight” counts those of whom it is not so.
    if before.endswith(("all but ", "inside ", "within ")) or _is_range(
        sentence, before, after, number
    ):
        return BOUND
    if _CHANGE_BEFORE.search(before[-60:]) or _CHANGE_AFTER.match(after):
        return CHANGE
    if number.kind == PERCENT and (_WENT[0].search(before[-60:]) or _WENT[1].match(after)):
        return CHANGE
    if is_mean(before, after):
        return MEAN
    if is_aim(before, after):
        return TARGET
    return REST if _REST.search(before[-40:]) or _REMAIN.match(after) else TOTAL


def _is_no_group(before, after, number):
    """Whether a number is an age, or one of the two that a rate or a length is told by."""
    if number.value <= _OLDEST and _AGED.search(before[-80:]) and _STOPS.match(after):
        return True
    if _PER.search(before[-40:]) or _IN_SO_MANY.match(after) or is_of_two_units(before, after):
        return True
    few = number.value <= _OLDEST and (_IN.match(after) or before.endswith("⟧ in "))
    return bool(few or (_OF_SO_MANY.search(before[-40:]) and _NO_NOUN.match(after)))


def is_mean(before: str, after: str) -> bool:
    """Whether what stands between is so many for each, or on average."""
    named = _MEAN.search(before[-80:]) and not _KNOWN.search(before)
    return bool(named or _MEAN_AFTER.match(after) or _EVERY.match(after))
