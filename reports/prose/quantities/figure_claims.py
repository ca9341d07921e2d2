"""Words that claim more of what a live figure counts than its number: that it is the best in the
region, that it was done on time, that others did it, that it is of the same day as an event."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.marks import sentences

# The kinds of claims, and of these the groups whose words a definition may have itself.
RATING, EVENT = "rating", "event"
TIMELY, COMPLETE, SUCCESS, OTHERS, REFUSED, WISHED, ADOPTED, RECEIVED, FLOW = (
    *("timely", "complete", "success", "others", "refused", "wished", "adopted", "received"),
    "flow",
)
_FIGURE = "\u2588"
_OTHER_AREAS = (
    r"(?:councils?|authorit(?:y|ies)|areas?|boroughs?|count(?:y|ies)|cit(?:y|ies)|departments?|"
    r"(?:(?:our|its|statistical|nearest|the)\s+)*neighbours?|peers)"
)
_SCOPE = (
    r"(?:in|of|across|throughout|within|anywhere\s+in|among(?:st)?)\s+(?:(?:the|our|all|any|whole|similar|other|entire)\s+)*"
    rf"(?:(?:north|south|east|west|mid)\w*[\s-]?(?:\w+\s+)?)?(?:region|country|nation|county|land|England|Wales|Britain|"
    rf"UK|kingdom|world|sector|north|south|{_OTHER_AREAS})\b"
)
_MOST = (
    r"(?:best|worst|top|first|leading|(?!(?:inter|requ|t|prot|for|inv|sugg|ch|gu|h?on|mod|arr|w|r|n)est\b)"
    r"[a-z]{2,}est|(?:most|least)\s+[a-z]+)"
)
_FIXED = (
    r"second\s+to\s+none|unrival+ed|unmatched|unparalleled|unsurpassed|unbeaten|exemplary|bar\s+none|"
    r"(?:world|first|best)[\s-](?:class|in[\s-]class)|(?:sector|industry|market)[\s-]leading|enviable|"
    r"(?:the\s+)?envy\s+of|a\s+(?:beacon|model)\s+(?:for|to)|gold[\s-]standard|(?:in\s+a\s+)?class\s+of\s+(?:its|our|their)\s+own|"
    r"(?:top|bottom)\s+(?:quartile|decile|ten|five|performing|performer)"
)
_AVERAGE = (
    r"(?:(?:the|our)\s+)?(?:national|regional|English|England|county)\s+"
    r"(?:average|rate|figure|mean|median|picture|norm)"
)
_RATING = (
    rf"{_MOST}(?:\s+[a-z’'-]+){{0,3}}?\s+{_SCOPE}|{_FIXED}|"
    r"(?:among(?:st)?|one\s+of)\s+the\s+(?:very\s+)?(?:best|worst|top|[a-z]{2,}est)\b|"
    rf"no\s+other\s+{_OTHER_AREAS}|(?:nobody|no\s+one|none)(?:\s+else)?\s+{_SCOPE}|"
    r"(?:better|worse|higher|lower|fewer|more|less|ahead|above|below|outperform\w*|beats?)\s+(?:than\s+|of\s+)?"
    r"(?:(?:that|those|the\s+(?:number|rate|figures?))\s+(?:of|in)\s+|in\s+)?"
    rf"(?:(?:(?:most|any|all|every|many|almost\s+all|nearly\s+all)\s+)?(?:other|similar|comparable)\s+{_OTHER_AREAS}|"
    rf"(?:most|any|all|every)\s+(?:councils|authorities|areas)|(?:(?:most|any|all|every)\s+of\s+)?(?:our\s+|its\s+|statistical\s+)+neighbours|{_AVERAGE})"
)
_UNIT = r"(?:working\s+)?(?:hours?|days?|weeks?|fortnight|months?|minutes?)"
_DID = (
    r"(?:done|completed?|finished|answered|met|implemented|shared|carried\s+out|delivered|closed|"
    r"resolved|addressed|audited|re-?checked|recorded)"
)
_IN_TIME = (
    rf"{_DID}\s+late\b|on\s+time|in\s+good\s+time|promptly|without\s+delay|ahead\s+of\s+(?:time|schedule)|on\s+schedule|"
    r"by\s+(?:(?:the|its|their|each)\s+)?(?:deadline|due\s+date)s?|immediately|straight\s+away|overnight|"
    rf"(?:with)?in(?:side)?\s+(?:just\s+|only\s+|under\s+)?(?:a|an|one|two|three|four|five|six|seven|ten|fourteen|\d+)\s+{_UNIT}\b(?!\s+(?:to|ending|ended|from|before|after))|"
    r"within\s+(?:the\s+|their\s+|its\s+)?(?:time\s*(?:scale|limit|frame)s?|targets?|deadlines?|statutory\s+\w+)|"
    r"the\s+(?:same|next)\s+day(?!\s+(?:as|of|that))"
)
_IN_FULL = (
    r"in\s+full|in\s+(?:its|their)\s+entirety|to\s+the\s+letter|"
    rf"(?:fully|completely|entirely|wholly|thoroughly|totally|comprehensively)\s+{_DID}|"
    rf"{_DID}\s+(?:fully|completely|entirely|wholly|thoroughly|totally|comprehensively)"
)
_WELL = (
    r"(?:met|achieved|reached|hit|exceeded|beat(?:en)?)\s+(?:our|the|its|their|this)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:targets?|aims?|goals?|ambitions?|standards?|objectives?)|"
    rf"successful(?:ly)?|with\s+(?:great\s+)?success|to\s+a\s+(?:very\s+)?(?:high|good)\s+standard|flawless(?:ly)?|"
    rf"(?:very\s+|extremely\s+)?well\s+{_DID}|{_DID}\s+(?:very\s+|extremely\s+)?well\b|rigorous(?:ly)?|without\s+(?:fault|error|problems?)"
)
# What is independent or external by its name, and says nothing of who did a thing.
_SERVICES = (
    r"(?!\s+(?:reviewing|chair|visitor|living|foster|agenc|advoca|residential|placement|home|provi|"
    r"school|hospital|sector|return))"
)
_BY_OTHERS = (
    rf"(?:independent|external)(?:ly)?{_SERVICES}|impartial(?:ly)?|unannounced|surprise|peer[\s-](?:led|reviewed)|"
    r"(?:by|from|with(?:\s+the\s+help\s+of)?)\s+(?:an?\s+)?(?:outside|external|independent|outsourced|private)\s+\w+|"
    r"outside\s+(?:bod(?:y|ies)|experts?|consultants?|auditors?|firms?|specialists?)|third[\s-]party|consultants?"
)
_FAILED = (
    r"fail(?:ed|s|ing|ures?)(?!\s+to\b)|passed(?!\s+(?:the|their|its|that)\s+(?:[a-z-]+\s+)?dates?)|cleared|refused|rejected|turned\s+down|barred|denied|unsuitable|convict\w+|criminal|"
    r"caution(?:ed|s)|suspended|dismissed|sacked|disqualified|unsafe|revoked|withheld"
)
_WISH = (
    r"chose|chosen|(?:have|had)\s+chosen|wanted|wished|preferred|opted|happy|happily|happier|thriv\w+|"
    r"flourish\w*|delighted|content(?:ed(?:ly)?)?|enjoy\w*|voluntarily\s+chose|love\s+living"
)
_TO_WHOM = (
    r"shared\s+with\s+(?:(?:the|all|their|every|each|our|child['’]s|children['’]s)\s+)*"
    r"(?P<who>parents?|famil(?:y|ies)|child(?:ren)?|young\s+people|committee|councillors?|members|partners?|"
    r"police|Ofsted|public|board|press|schools?|carers?|inspectors?|executive|scrutiny)\b"
)
_HAD = r"(?:(?:have|has|had|were|was)\s+(?:just\s+|recently\s+|newly\s+)?)?"
_CAME = (
    rf"{_FIGURE}+(?:\s+[a-z’'-]+){{0,3}}?\s+{_HAD}(?P<flow>(?:came|come|entered|taken|admitted|moved|brought|went)\s+into|joined|"
    r"started|began|arrived|moved\s+(?:to|in|out)|left|ceased|returned|became)\b|"
    r"\b(?P<new>new(?!\s+year)(?:ly)?|newcomers?|admissions?|arrivals?|new\s+entrants|starters|leavers|departures)\b"
    rf"(?=(?:\s+[a-z’'-]+){{0,5}}?[\s(,:]*{_FIGURE})|"
    rf"\bwho\s+{_HAD}(?P<over>(?:came|entered|went)\s+into|joined|arrived|left|returned|became)\b"
    rf"(?=[^.;]{{0,40}}:\s*{_FIGURE})|{_FIGURE}+\s+(?P<more>new(?:ly)?|newcomers|admissions?|arrivals?)\b"
)
_GROUPS = {
    RATING: _RATING,
    TIMELY: _IN_TIME,
    COMPLETE: _IN_FULL,
    SUCCESS: _WELL,
    OTHERS: _BY_OTHERS,
    REFUSED: _FAILED,
    WISHED: _WISH,
    ADOPTED: (
        rf"{_FIGURE}+(?:\s+[a-z’'-]+){{0,3}}?\s+(?:(?:have|had|were|was|are|been|since|then|all)\s+){{1,3}}"
        r"(?P<flow>adopted)\b"
    ),
    RECEIVED: _TO_WHOM,
    FLOW: _CAME,
}
PATTERNS = {name: re.compile(rf"(?<![\w-])(?:{text})", re.I) for name, text in _GROUPS.items()}
# “The same day as the audit”.
SAME_DAY = re.compile(
    r"\b(?:on\s+the\s+(?:very\s+)?(?:day|date)\s+of|(?:on\s+)?the\s+(?:very\s+)?same\s+(?:day|date)\s+(?:as|of))\s+"
    r"(?:the\s+|our\s+|its\s+|this\s+)?"
    r"(?P<what>(?:[a-z’'-]+\s+){0,3}?(?:audit|inspection|meeting|visit|review|survey|conference|event|report|launch|"
    r"workshop|committee))\b",
    re.I,
)
# What is wished, asked, doubted or to come is claimed of nothing.
_HEDGED = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|could|whether|{EXPECTATIONS}|forecast|no(?!\s+other)|aiming|may|"
    r"wants?|wanting|ensure|until|plan(?:s|ned)?\s+to|to\s+be|strive\w*|seek\w*|"
    r"vision|aspir\w+|titled?|called|known\s+as|due|need\w*|rather\s+than|"
    r"other\s+than|instead|better\s+life)\b",
    re.I,
)
_BREAK = re.compile(
    rf"[;()]|:(?!\s*{_FIGURE})|,\s+(?:and|but|so|which|who|whom|where)\b|"
    r"\b(?:while|whereas|but|although|though|because|which|who|whom|whose|that|unless|than|where|when|since|before)\b",
    re.I,
)
# What rates a count may follow it: “188, which is the best in the region”.
_FAR_BREAK = re.compile(
    r"[;]|,\s+(?:and|but|so|while)\s+(?!is\b|was\b|it\b|this\b|that\b)|\b(?:whereas|although|though|because|unless)\b",
    re.I,
)
_DENIED = re.compile(
    r"\s+(?:should|must|would|will|(?:is|are|was|were)\s+(?:not|left\s+out))\b", re.I
)
_AGAIN = re.compile(
    r"\W*(?:this|that|it|these|they|both|the\s+(?:number|figure|total|result))\b", re.I
)


@dataclass(frozen=True)
class FigureClaim:
    """Words from `start` to `end` that claim something of a `figure` (its place among those of the
    text), of one of the kinds above."""

    start: int
    end: int
    kind: str
    figure: int


def figure_claims(text: str, figures: Sequence[tuple[int, int]]) -> Iterator[FigureClaim]:
    """The claims of a text of what its figures count, whose places are `figures`."""
    blotted = text
    for start, end in figures:
        blotted = blotted[:start] + _FIGURE * (end - start) + blotted[end:]
    for sentence in sentences(blotted) if figures else ():
        for kind, pattern in PATTERNS.items():
            for match in pattern.finditer(blotted, sentence.start, sentence.end):
                figure = _figure_of(blotted, match, figures, sentence, kind)
                if figure is not None:
                    yield FigureClaim(*_ends(match), kind, figure)
        if match := SAME_DAY.search(blotted, sentence.start, sentence.end):
            here = [at for at, place in enumerate(figures) if sentence.holds(place[0])]
            if len(here) == 1:
                yield FigureClaim(match.start(), match.end(), EVENT, here[0])


def _ends(match: re.Match) -> tuple[int, int]:
    """Where the words of a claim begin and end, without the figure that they are next to."""
    names = ("flow", "new", "more", "over")
    name = next((x for x in names if match.groupdict().get(x)), 0)
    return match.span(name)


def _figure_of(text: str, match: re.Match, figures, sentence, kind: str) -> int | None:
    """The figure that a claim is of: the nearest in its clause, or for a rating that which the
    sentence before it ends with; None where it is of another thing."""
    start, end = _ends(match)
    is_rating = kind == RATING
    stop = _FAR_BREAK if is_rating else _BREAK
    lead = text[sentence.start : start]
    clause = lead[max((x.end() for x in stop.finditer(lead)), default=0) :]
    behind = text[end : min(sentence.end, end + 40)]
    if _HEDGED.search(clause) or _DENIED.match(behind):
        return None
    here = [(at, place) for at, place in enumerate(figures) if sentence.holds(place[0])]
    if not here and is_rating and _AGAIN.match(sentence.text):
        before = [at for at, place in enumerate(figures) if place[1] <= sentence.start]
        return before[-1] if before and sentence.start - figures[before[-1]][1] < _FAR else None
    rows = [(start - last, at) for at, (_first, last) in here if last <= start]
    rows += [(first - end, at) for at, (first, _last) in here if first >= end]
    for _distance, at in sorted(rows):
        first, last = figures[at]
        between = text[last:start] if last <= start else text[end:first]
        return None if stop.search(between + (_FIGURE if first >= end else "")) else at
    return None


# A sentence that rates what the one before it counts follows within so many letters.
_FAR = 160
