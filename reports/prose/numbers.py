"""Numbers that English prose states, each with the kind of thing that it counts or names."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from assurance.runtime.digits import UNITS, exact
from reports.prose.dates import KEPT, dates

COUNT, PERCENT, POINTS, MONEY = "count", "percent", "points", "money"
DATE, TIME, LAW, AGE, ADDRESS = "date", "time", "law", "age", "address"
ORDINAL, SPAN, LABEL, RATIO = "ordinal", "span", "label", "ratio"
# What a record should hold, or its writer answer for; the rest are names of things.
TO_SETTLE = (COUNT, PERCENT, POINTS, MONEY)

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNIT, _TEN = "|".join(UNITS[1:10]), "|".join(_TENS)
_WORD = "|".join((*_TENS, *sorted(UNITS[1:], key=len, reverse=True), "hundred", "thousand"))
_TO_99 = rf"(?:(?:{_TEN})(?:[-\s](?:{_UNIT}))?|{'|'.join(reversed(UNITS[1:]))})"
_TO_999 = rf"(?:(?:a|{_UNIT})\s+hundred(?:(?:\s+and)?\s+{_TO_99})?|{_TO_99})"
_IN_WORDS = re.compile(
    rf"\b(?:(?:a|{_TO_999})\s+thousand(?:(?:,|\s+and)?\s+{_TO_999})?"
    rf"|(?:(?:a|{_TO_99})\s+)?dozen|{_TO_999}(?:\s+(?:million|billion))?)\b",
    re.I,
)
# “1 in 5”, “nine in ten”: a share in words, no counts.
SMALL = rf"\d{{1,3}}|{_TO_99}|hundred"
_ONE_IN = re.compile(
    r"\b(?<!by )(?:(?:one|1)\s+in\s+(?:every\s+)?"
    rf"(?:\d{{1,3}}|{_TO_99})"
    rf"|(?:\d{{1,2}}|{_TO_99})\s+in\s+(?:every\s+|each\s+|a\s+)?"
    r"(?:3|4|5|10|20|100|three|four|five|ten|twenty|hundred))\b(?!\s+(?:minute|hour|day|week|month|quarter|year|team|area|"
    r"localit|school|home|ward|service|site)|[,.]?\d|%)",
    re.I,
)
_ANY = re.compile(rf"\d|\b(?:{_WORD}|dozen)", re.I)
_IN_FIGURES = re.compile(
    r"(?<![\w.,])(?:(?=£)|(?<![A-Za-z][-–]))(?P<minus>(?<![\w)])[−-](?=£))?(?P<pound>£\s?)?"
    r"(?P<sign>(?<![\w)])[−-](?=\d))?"
    r"(?P<figures>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?P<places>\.\d+)?(?P<part>[½¼¾])?"
    r"(?P<scale>\s?(?:million|billion|thousand|bn|k|m)\b)?"
    r"(?P<cent>\s?%|\s?per\s?cent\b)?",
    re.I,
)
_ADDRESSES = re.compile(
    r"https?://\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\w+|(?<!\d)(?:\+44\s?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b(?:\s?/\s?\d{3,8}\b)*"
    r"|\b(?:\d+\s)?[\w-]*\.(?:pdf|docx?|xlsx?|csv)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
    r"|\b\d{1,3}[A-Za-z]?,?\s+(?:[A-Z][a-z’']+\s+){1,3}"
    r"(?:Street|Road|Lane|Avenue|Close|Way|Square|Place|Crescent|Drive|Terrace|Gardens)\b"
)
_TIMES = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)\b|\b\d{1,2}:\d\d\b|\b24/7\b", re.I)
_LAWS = re.compile(
    r"\b(?i:regulations?|regs?\.?|schedules?|articles?|clauses?|rules?)\s\d+[A-Z]?(?:\([\da-z]+\))*"
    r"(?:(?:,\s|\s?[–-]\s?|\s(?:and|or|to)\s)\d+[A-Z]?\b(?!\s(?:were|are|was)\b))*"
    r"|\b(?i:sections?|part|chapter|s)\.?\s?\d+[A-Z]?"
    r"(?:\([\da-z]+\))*(?=\s+(?:of\s+the\b|enquir|agreement|assessment|investigation|plan|report))"
    r"|\b(?:Act|Regulations|Order|Rules|Together|Procedures?|Guidance)\s+\(?(?:19|20)\d\d\)?"
    r"|\b(?<![’'])[Ss]\.?\s?\d{2}\b(?:\([\da-z]+\))*|\bSI\s\d{4}/\d+|\b(?:section|Section)\s+(?:17|20|31|38|47|117)\b"
)
_LABELS = re.compile(
    r"\bpage\s+\d+\s+of\s+\d+|\b(?-i:Years)\s+\d{1,2}(?:\s(?:to|and|or)\s|\s?[–-]\s?)\d{1,2}\b|\bsection\s+(?:17|20|31|38|47|117)(?=,\s\d)|(?<!-)\b(?:paragraphs?|paras?\.?|sections?|annex(?:es)?|appendix|appendices|tables?|figures?|figs?\.?"
    r"|charts?|recommendations?|items?|agenda|pages?|pp?\.|parts?|chapters?|minutes?|questions?|"
    r"priorit(?:y|ies)|standards?|phases?|tiers?|levels?|bands?|stages?|versions?|outcomes?|"
    r"objectives?|rooms?|floors?|units?|no\.|nos\.|(?<![a-hj-z]s\s)(?<!children\s)(?<!people\s)(?<!over\s)(?<!whole\s)(?<!now\s)(?<!together\s)number|form|(?<!the\s)(?<!last\s)(?<!this\s)(?<!that\s)(?<!each\s)(?<!half\s)(?<!half-)year|lines?|KLOEs?|options?|grades?|"
    r"themes?|areas?\s+for\s+development|top|criterion|indicator|principle|strand|pillar|wave|category|(?-i:Nos?|Years|Action|Risk|Area|"
    r"QUARTERS|KPIs?|NI|PAF|"
    r"Ward|Group|Cohort|Block|Zone|Day|Week|Month|Quarters|Ref\.?|Post)|"
    r"(?<=\bin |\bby |\bof |\bat |\bto )(?:day|week|month|quarters))\s+"
    r"(?:\d+(?:\.\d+)*(?:[a-z]{1,2}\b)?(?:\s?\([a-zivx]+\))*"
    r"(?:\s?(?:,|–|-|to|and|&|or)\s?(?=\d)(?!\d+\s(?:were|are|was|had|have|went|came|did|[a-z]+ed)\b|\d{3,}\sin\b))?)+"
    r"|\b(?:stage|phase|tier|level|option|step)\s+(?:one|two|three|four|five|six)\b|(?<![\d.,£])\b\d{1,2}\([a-z]\)(?!\w)",
    re.I,
)
# “60 were under 14 and …”, “24% were 14 or 15”: what stands before the age of those just counted.
_OF_PEOPLE = "|".join(
    rf"(?<={who}\s{verb}\s)"
    for who in (r"[\d%·]", r"\bshown,", r"\bchildren", r"\bpeople", r"\bthem", r"\bwhom")
    for verb in ("were", "are")
)
_AGES = re.compile(
    rf"\baged\s+(?:{_TO_99})(?:\s+(?:to|and|or)\s+(?:{_TO_99}))?\b|\bage\s+of\s+(?:\d{{1,2}}|{_TO_99})\b|"
    r"\baged?\s+(?:between\s+|over\s+|under\s+)?\d{1,2}(?:\s?(?:–|-|to|and|or)\s?\d{1,2})?(?:\s+(?:or\s+)?(?:over|under))?\b"
    r"|\b(?:under|over)[-\s](?:the\s+age\s+of\s+)?(?:1?\d|2[0-5])s?\b(?=\s*(?:[.,;)]|$|s\b|year))"
    r"|\b(?:turn(?:ed|s|ing)?|reach(?:ed|es|ing)?)\s+"
    rf"(?:1\d|2[0-5]|(?:{_TO_99}))\b(?=[.,;)]|\s+(?:and|or|in|during|before|after|by|on|was|were)\b|$)|(?<=day\s)at\s(?:\d\d?|{_TO_99})\b(?=[.,;)]|$)"
    rf"|\b(?:\d{{1,2}}|{_TO_99})(?:-?\s?(?:–|-|/|to|and|or)\s?(?:\d{{1,2}}|{_TO_99}))?[-\s]+years?[-\s]+olds?\b"
    r"|\b\d{1,2}\+(?=[\s.,;:)]|$)|\b\d{1,2}\s+(?:and|or)\s+(?:over|under|above)\b(?!\s+\d)"
    r"|\b\d{1,2}\s?(?:–|-|to)\s?\d{1,2}s\b"
    rf"|(?:{_OF_PEOPLE}|(?<=\bthose\sof\s))(?:(?:under|over)\s(?:1?\d|2[0-5])\b"
    r"(?=\s+(?:and|or|but|when|while|on|at)\b)|(?:1?\d|2[0-5])\s(?:or|to)\s(?:1?\d|2[0-5])\b(?![\d.,/]*\s?%))"
    r"|\b\d{1,2}\s?[-–]\s?\d{1,2}(?=\s+(?:[a-z]+\s+)?"
    r"(?:service|team|offer|population|cohort|age|provision|years)\b)"
    r"|(?:(?<=leavers )|(?<=people )|(?<=children )|(?<=families ))\d{1,2}\s?[-–]\s?\d{1,2}\b"
    rf"|(?<=\swere\s)(?:one|{_TO_99})\s+or\s+(?:{_TO_99}|over)(?=\s*[,.;)]|\s+and\s)",
    re.I,
)
# “2.1 The officer took 542 contacts”: the paragraph's own number, typed.
PARAGRAPH_NUMBER = re.compile(r"^\s*\d\d?(?:\.\d\d?){1,3}\.?\s+(?=[A-Z][a-z’'\s]|\d\S*\s[a-z])")
# “In quarter 2, 51 began”: one number names the quarter, and the next counts.
_QUARTER = re.compile(
    r"(?<!\ba )(?<!per )(?<!each )(?<!every )(?<!this )(?<!last )(?<!that )(?<!next )"
    r"(?<!in the )\bquarter\s\d\b"
    r"(?!,\d{3}|\.\d|\s?%|\s?per\s?cent)",
    re.I,
)
_ORDINALS = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_SPANS = re.compile(
    rf"\b(?:\d+(?:\.\d+)?|{_WORD})(?:\s+and\s+a\s+half|\s?(?:–|-|to|or)\s?(?:\d+|{_WORD}))?[-\s]*"
    r"(?:working\s+|calendar\s+|consecutive\s+|full\s+)?(?:minute|hour|day|week|fortnight|month|"
    r"quarter|year|decade|min|hr|wk|mth|yr)(?:s|ly)?\b(?!(?-i:(?<=\bYear))\s\d{1,2}\b)",
    re.I,
)
_RATIOS = re.compile(
    r"(?<![\d/])\d{1,2}(?::|\s:\s)\d{1,2}(?![\d:])|\b1[-\s]to[-\s]1\b"
    r"|(?<![\d/])(?:50/50|60/40|40/60|70/30|80/20|90/10)(?![\d/])"
)
_BOUND = re.compile(
    r"\b(?P<words>(?<!spread )over|(?:not?\s+)?(?:more|fewer|less)\s+than|at\s+least|exceed|"
    r"in\s+excess\s+of|(?<=\bha[sd] )passed|above|upwards\s+of|under|below|(?<!add )(?<!adds )"
    r"(?<!added )(?<!adding )up\s+to|at\s+most|nearly|almost|about|around|approximately|roughly|"
    r"some|circa|c\.?)(?:(?<=exceed)(?:s|ed|ing))?\s*$",
    re.I,
)
_OVER = ("over", "more than", "in excess of", "above", "upwards of", "exceed", "passed")
_AT_LEAST = ("at least", "no fewer than", "no less than", "not fewer than", "not less than")
_UNDER = ("under", "fewer than", "less than", "below", "nearly", "almost")
_AT_MOST = ("up to", "at most", "no more than", "not more than")
_STRETCH = 64  # Signs that are looked at together for what a number may be a part of.
_POWERS = (("k", 3), ("thousand", 3), ("m", 6), ("million", 6), ("bn", 9), ("billion", 9))
_SCALES = {word: 10**power for word, power in _POWERS}
_PARTS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_AFTER = re.compile(r"\s*(?:[a-z]+[a-z’'-]*\s*){0,4}", re.I)
# “Two thirds” is a share in words, no count of two.
_FRACTION = re.compile(r"[\s-]+(?:thirds|quarters|fifths|sixths|eighths|tenths)\b", re.I)
_HALF = re.compile(r"\s+and\s+a\s+half\b", re.I)
_POINTS = re.compile(r"\s*(?:percentage\s+)?points?\b", re.I)
_PERCENTAGE_POINTS = re.compile(r"\s*percentage\s+points?\b", re.I)
_POUNDS = re.compile(r"\s*pounds\b", re.I)
_PER_CENT = re.compile(r"\s+per\s?cent\b", re.I)


@dataclass(frozen=True)
class Number:
    """A number as a text states it.

    `value` is exact (`12.5%` is 25/2); `places` how many decimal places were written; `bound` is
    `>`, `>=`, `<`, `<=`, `~` or nothing; `noun` is what follows in the text, up to four words.
    """

    start: int
    end: int
    words: str
    kind: str
    value: Fraction
    places: int = 0
    bound: str = ""
    noun: str = ""
    in_words: bool = False

    @property
    def is_to_settle(self) -> bool:
        """Whether it is a statement about the world, not the name of a date, a law or a place."""
        return self.kind in TO_SETTLE


@lru_cache(KEPT)
def numbers(text: str) -> tuple[Number, ...]:
    """Every number in `text` in order, those in words from *two* on too (*one* and *no* mean too
    much else, and *two thirds* is no count). Kept: assembly and checks read the same texts."""
    if not _ANY.search(text):
        return ()
    named = _named(text)
    matches = [_figure(text, match, named) for match in _IN_FIGURES.finditer(text)]
    shares = [match.span() for match in _ONE_IN.finditer(text)]
    written = [
        _word(text, match, named)
        for match in _IN_WORDS.finditer(text)
        if match.group().casefold() != "one"
    ]
    every = sorted(filter(None, (*matches, *written)), key=lambda item: item.start)
    return tuple(x for x in every if not any(start <= x.start < end for start, end in shares))


def value_of(text: str) -> int | None:
    """The whole number that `words` write (`two hundred and five`), or None."""
    total = part = 0
    parts = [part for part in re.split(r"[-,\s]+", text.casefold()) if part and part != "and"]
    if not parts:
        return None
    for word in parts:
        if word in UNITS:
            part += UNITS.index(word)
        elif word in _TENS:
            part += (_TENS.index(word) + 2) * 10
        elif word == "dozen":
            part = (part or 1) * 12
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _SCALES:
            total, part = total + (part or 1) * _SCALES[word], 0
        elif word != "a":
            return None
    return total + part


def _named(text):
    """Stretch of so many signs → (place, start, end, kind) of what stands in it of all that names
    something with its numbers; a long text is not gone through for each of them."""
    stretches = [(mention.start, mention.end, DATE) for mention in dates(text)]
    for pattern, kind in _NAMING:
        stretches += [(*match.span(), kind) for match in pattern.finditer(text)]
    near = {}
    for place, (start, end, kind) in enumerate(stretches):
        for stretch in range(start // _STRETCH, end // _STRETCH + 1):
            near.setdefault(stretch, []).append((place, start, end, kind))
    return near


def _figure(text, match, named):
    places = match["places"] or ""
    value = exact(match["figures"] + places)
    # “£000” heads a column of thousands.
    if value is None or match["figures"] == "000":
        return None
    value += _PARTS.get(match["part"], 0)
    scale = (match["scale"] or "").strip().casefold()
    end = match.end()
    kind = _kind(match.start(), end, named)
    if match["cent"]:
        kind = POINTS if _POINTS.match(text, end) else PERCENT
    elif _PERCENTAGE_POINTS.match(text, end):
        kind = POINTS
    elif match["pound"] or _POUNDS.match(text, end):
        kind = MONEY
    if scale in ("m", "k", "bn") and not match["pound"]:
        # `5m` and `2k` without a pound may be metres or a name: the letters are left to the text.
        scale, end = "", match.start("scale")
    value *= _SCALES.get(scale, 1)
    below = match["minus"] or match["sign"]
    return _number(text, match.start(), end, kind, -value if below else value, places)


def _word(text, match, named):
    value = value_of(match.group())
    end = match.end()
    if value is None or _FRACTION.match(text, end):
        return None
    kind = _kind(match.start(), end, named)
    if half := _HALF.match(text, end):
        value, end = value + Fraction(1, 2), half.end()
    if cent := _PER_CENT.match(text, end):
        kind, end = PERCENT, cent.end()
    part = ".5" * bool(half)
    return _number(text, match.start(), end, kind, Fraction(value), part, in_words=True)


def _kind(start, end, named):
    stretches = range(start // _STRETCH, end // _STRETCH + 1)
    near = sorted({item for stretch in stretches for item in named.get(stretch, ())})
    rows = (kind for _, first, last, kind in near if first <= start and end <= last)
    crossed = (kind for _, first, last, kind in near if first < end and start < last)
    return next(rows, next(crossed, COUNT))


def _number(text, start, end, kind, value, places, *, in_words=False):
    bound = _BOUND.search(text[max(0, start - 20) : start])
    return Number(
        start=start,
        end=end,
        words=text[start:end].strip(),
        kind=kind,
        value=value,
        places=max(len(places) - 1, 0),
        bound=_sign(bound["words"]) if bound else "",
        noun=_AFTER.match(text, end).group().strip(),
        in_words=in_words,
    )


def _sign(text):
    sentence = re.sub(r"\s+", " ", text.casefold())
    signs = ((_OVER, ">"), (_AT_LEAST, ">="), (_UNDER, "<"), (_AT_MOST, "<="))
    return next((sign for names, sign in signs if sentence in names), "~")


_NAMING = (
    (PARAGRAPH_NUMBER, LABEL),
    (_ADDRESSES, ADDRESS),
    (_TIMES, TIME),
    (_LAWS, LAW),
    (_AGES, AGE),
    (_SPANS, SPAN),
    (_LABELS, LABEL),
    (_QUARTER, LABEL),
    (_ORDINALS, ORDINAL),
    (_RATIOS, RATIO),
)
