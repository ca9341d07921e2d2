"""Parts that stand in a row: in brackets, behind a colon or `made up of`, before their sum."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from assurance.runtime import digits
from reports.prose.marks import MARK
from reports.prose.numbers import AGE
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.opposites import are_both_sexes
from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.model import Quantity, Statement, Sure
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.balance import is_of_flow
from reports.quantities.parts.division import ANY, Division
from reports.quantities.roles import MEAN, RATE, REST

BRACKETS = re.compile(r"\([^()]*\)")
_BREAKS = re.compile(r"[,;]|\s(?:and|with|plus|while|but|whilst)\s", re.I)
UNKNOWN = re.compile(
    r"\b(?:the\s+rest|remainder|remaining(?!\s+⟦)|others|another|several|some|a\s+few|including|includes|"
    r"among|such\s+as|for\s+example|e\.g|more\s+than\s+one|overlap|both|either|double)\b",
    re.I,
)
NESTED = SentencePattern(
    r"\bof\s+(?:them|these|those|whom|which)\b|^\s*(?:including|of\s+which)\b", re.I
)
_OF_REST = re.compile(r"\bof\s+the\s+(?:remaining|other|last)\s+⟦[cm]\d+⟧\s*$", re.I)
_OVERLAP = SentencePattern(
    r"\b(?:(?:have|has|had|in|are|were|to|of)\s+both|both(?=\s*(?:[.,;)]|$))|either|by\s+the\s+same|one\s+or\s+(?:the\s+)?(?:other|more)|more\s+than\s+one"
    r"|of\s+wh(?:om|ich)\s+⟦c\d+⟧\s[^⟦;:.]{0,60}?(?:as\s+well|too|also))\b"
    r"(?!.{0,80}\bonly\s+(?:the|its|their)\s+(?:chief|main|principal|most\s+serious|first)\b)",
    re.I,
)
# “No post is in more than one of them.”
_NO_OVERLAP = re.compile(
    r"\bno(?:ne|body|\s+one)?\b[^.;:⟦]{0,40}\b(?:in|to|under|counted)\s+(?:more\s+than\s+one|both|either)\b",
    re.I,
)
_WAYS = re.compile(
    r"(?<=[a-z]\s)⟦c\d+⟧(\s(?:main\s+|broad\s+)?(?:ways|parts|groups|kinds|types|categories|routes|headings|heads|"
    r"reasons|stages|bands|lines|areas|themes)\b)",
    re.I,
)
_FIRST_OF = re.compile(r"(⟦[cm]\d+⟧)\s+of\s+(?:which|whom|them|these|those|it|this|that)\b", re.I)
# What names all parts of a whole.
ALL = (
    r"(?:compris(?:ing|es?|ed)(?:\s+of)?|made\s+up\s+of|consist(?:ing|s|ed)?\s+of|namely|"
    r"(?:split|divided|shared)\s+(?:between|into|among)|broken\s+down\s+(?:as|into))"
)
ONE = re.compile(
    r"^\W*(?:(?:and|the|a|just|only|further|other|remaining|final|last)\s+)*(?:one|a\s+single)\b(?!\s+(?:being|by)\b)",
    re.I,
)
NONE = re.compile(r"^\W*(?:and\s+)?(?:no|none|nil|zero)\b", re.I)
# “32 moved once and six moved four times”.
_HOW_OFTEN = re.compile(r"⟦[cx]\d+⟧(?=\s+times\b)", re.I)
_BRACKETED = re.compile(r"⟦(?P<kind>[cm])(?P<whole>\d+)⟧[^⟦()]{0,90}\((?P<parts>[^()]*)\)")
_OPENED = SentencePattern(
    r"⟦(?P<kind>[cm])(?P<whole>\d+)⟧(?:\s+of\s+(?:(?:the|our|all|these)\s+)*⟦c\d+⟧)?"
    r"(?P<noun>(?:[^⟦:;.]|⟦[dx]\d+⟧){0,110}?)(?P<cue>:|\s[–—-]\s|"
    r"[,;]?\s+of\s+(?:whom|which|these|those)\b|;(?=\s+⟦c\d+⟧\s+(?:were|was|had|have|are|came|went|did)\b)|"
    r",(?=\s+⟦c\d+⟧\s+(?:(?:fe)?males?|(?:wo)?men|boys|girls)\b)|"
    r"\b(?:gave|found|led\s+to|resulted\s+in)\b(?=\s+⟦c)|,(?=\s+⟦[cm]\d+⟧\s+of\s+(?:it|this|that|which|whom|them)\b)|"
    rf",?\s+(?P<all>{ALL})|\bbeing\b)(?P<parts>.*)$",
    re.I | re.S,
)
_OF_THE = re.compile(
    r"^\W*(?:out\s+)?of\s+(?:(?:the|these|those|our|all|a\s+total\s+of)\s+)?"
    r"(?!them\b)(?:[a-z’'-]+\s+){0,2}?⟦(?P<kind>[cm])(?P<whole>\d+)⟧"
    r"(?!\s+(?:were|was|are|is|had|have|has)\b)(?P<noun>[^⟦,:]{0,110})(?:[,:]|\s(?=⟦[cm]))(?P<parts>.*)$",
    re.I | re.S,
)
_COMPLETE = re.compile(
    r"\b(?:the|its|their)\s+(?:remaining|other|rest,?|balance|last)\s+⟦|\bremainder\b|\bthe\s+others\b"
    r"|\b(?:a|and)\s+further\s+⟦c"
    r"|^[^⟦]{0,20}⟦c\d+⟧[^⟦,;]{0,60}[,;]?\s+(?:and|but|while)\s+⟦c\d+⟧\s+(?:do|did|have|had|are|were)\s+"
    r"not\W*$",
    re.I,
)
_IN_ALL = SentencePattern(
    r"(?:\b(?P<sure>making|totalling|(?:which|that|this)\s+(?:gives|makes|brings)|adding\s+up\s+to|bringing\s+the\s+total\s+to|(?:gives?|giving|"
    r"makes?)\s+a\s+total\s+of)|(?P<cue>\ba\s+total\s+of|\bin\s+(?:total|all),?(?:\s+there\s+(?:are|were))?|\baltogether,?|\btotal:?|\btogether(?:\s+[a-z]+){0,3}|\bgiving|\bmake)|"
    r"(?P<sign>[=]))\s+(?:a\s+total\s+of\s+)?⟦[cm](?P<whole>\d+)⟧"
    r"|⟦[cm](?P<before>\d+)⟧(?=[^⟦,;.:]{0,30}\b(?:in\s+total|in\s+all|altogether)\b"
    r"|(?:\s+[a-z-]+)?\s+(?:together|combined|all\s+told|between\s+(?:them|the\s+[a-z]+))\s*(?:[.,;:)]|$))"
    r"|\bcombined(?:\s+total(?:\s+of)?)?\s+⟦[cm](?P<combined>\d+)⟧",
    re.I,
)
# “The oldest was 17 and the youngest 3; there were 14 in all.”
_NO_PART = re.compile(
    r"⟦[pqx]|\bfrom\b(?!\s+which)|\bof\s+(?:the\s+)?⟦[cm]|"
    r"\b(?:old|young|high|low|long|short|larg|small|great|few)e?st\b|\bbetween\s+⟦[cm]\d+⟧\s+and\b|"
    r"⟦[cm]\d+⟧(?:\s+[a-z]+){0,3}\s+(?:each|apiece)\b|"
    r"\bone\s+(?:(?:has|had)\s+)?(?:left|gone|went|ended|closed|withdr[ae]wn?|resigned|moved)\b",
    re.I,
)
_MOST_PARTS = 8


_OF_ALL = re.compile(r"^\W*(?:out\s+)?of\s+(?:the|our|this|a|an)\s+[^⟦,;:]{3,60}⟦[cm]\d+⟧,", re.I)


@dataclass(frozen=True)
class Part:
    """What a part comes to, and its quantity, None for `one` and `none`; `is_total` for a last
    item that sums the others."""

    value: Fraction
    quantity: Quantity | None = None
    is_total: bool = False


def has_overlap(text: str) -> bool:
    """True if by its words some may be in two parts of a sentence."""
    return bool(_OVERLAP.search(_NO_OVERLAP.sub(" ", text)))


def parts_in(row: Statement, stretch: str) -> tuple[Part, ...]:
    """The parts that a stretch of a sentence tells of, or nothing where one cannot be read."""
    parts = []
    index = {item.phrase.mark: item for item in row.quantities}
    for piece in _BREAKS.split(_HOW_OFTEN.sub("", stretch)):
        marks = [match[2] for match in MARK.finditer(piece) if match[1] in "cm"]
        marks = [mark for mark in marks if not _is_known(index.get(digits.whole(mark)))]
        if NESTED.search(piece):
            continue
        if len(marks) > 1 or "⟦p" in piece or (not marks and UNKNOWN.search(piece)):
            return ()
        if marks:
            item = index.get(digits.whole(marks[0]))
            if not item or not (item.phrase.is_stock or item.phrase.is_sum):
                return ()
            parts.append(Part(item.value, item))
            # “Of the remaining two, one is waiting and one is being written.”
            if _OF_REST.search(piece):
                break
        elif ONE.match(piece) or NONE.match(piece):
            parts.append(Part(Fraction(bool(ONE.match(piece)))))
    return tuple(parts)


def _is_known(item: Quantity | None):
    """Whether a count is that of a group spoken of before: “the two councils”."""
    known = item and item.phrase.article in ("the", "these", "both", "our")
    again = known and (item.phrase.head or item.phrase.is_bare)
    return bool(again and item.phrase.role != REST)


def bracketed(row: Statement) -> Iterator[Division]:
    """The divisions of amounts by what stands in brackets behind them: `60 (20, 18 and 22)`."""
    for match in _BRACKETED.finditer(row.sentence.text):
        yield from _division(row, match, Fraction(1, 7))


def in_a_row(row: Statement) -> Iterator[Division]:
    """The division of an amount by the parts that follow a colon, `of which`, `made up of`."""
    # “Splits three ways:” says how many parts there are.
    bare = _WAYS.sub(r"\g<1>", BRACKETS.sub("", row.sentence.text))
    if match := _OF_THE.match(bare):
        yield from _division(row, match, Fraction(1, 20 if match["kind"] == "c" else 10))
    elif (match := _OPENED.search(bare)) and not _is_first_part(match):
        near = (
            Fraction(1, 6)
            if " of" not in match["cue"]
            else Fraction(1, 20 if match["kind"] == "c" else 10)
        )
        yield from _division(row, match, ANY if match["all"] else near)


def _is_first_part(match: re.Match) -> bool:
    """True for the first of some parts: `six were closed, in four of which …, and in two …`."""
    behind_in = match.string[: match.start()].casefold().endswith("in ")
    return behind_in and not match["noun"] and match["cue"].strip().casefold().startswith("of ")


def _division(row: Statement, result, near):
    stretch = _FIRST_OF.sub(r"\1", result["parts"], count=1)
    index = {item.phrase.mark: item for item in row.quantities}
    whole, parts = index.get(digits.whole(result["whole"])), parts_in(row, stretch)
    # “Divided between two schools, with 22 pupils, and three academies, with 18”.
    led = [x for x in parts if x.quantity and x.quantity.phrase.label.casefold() == "with"]
    parts = led if len(led) > 1 else parts
    items = tuple(part.quantity for part in parts if part.quantity)
    if not whole or not items or NESTED.search(stretch[:12]):
        return
    if {item.phrase.number.kind for item in (whole, *items)} != {whole.phrase.number.kind}:
        return
    unnumbered = tuple(part.value for part in parts if not part.quantity)
    complete = _COMPLETE.search(stretch) or _is_by_sex(stretch, items)
    yield Division(whole, items, stretch, ANY if complete else near, unnumbered)


def _is_by_sex(stretch, items):
    """True if two parts are the boys and the girls, who are all."""
    pieces = re.split(r"⟦c\d+⟧", stretch)[1:]
    behind = len(items) == len(pieces) == 2 and are_both_sexes(*pieces)
    return behind and not UNKNOWN.search(stretch)


def _without_ages(row: Statement, text):
    """A stretch without the ages in it: “55 were twenty years old”."""
    for mark in re.finditer(r"⟦x(\d+)⟧", text):
        if row.sentence.thing(mark[1]).kind == AGE:
            text = text.replace(mark[0], "")
    return text


def sum_at_end(row: Statement) -> Iterator[Division]:
    """The division of a sum by what stands before it: `27 and 19, 46 in all`."""
    text = row.sentence.text
    bare = BRACKETS.sub("", text)
    bare = bare if len(MARK.findall(bare)) > 2 else text
    index = {item.phrase.mark: item for item in row.quantities}
    for match in _IN_ALL.finditer(bare):
        whole, ahead = (
            index.get(digits.whole(match["whole"] or match["before"] or match["combined"])),
            bare[: match.start()],
        )
        # “Of the grant of £850,000 …”: what all that follows is of.
        ahead = _OF_ALL.sub("", _without_ages(row, ahead))
        if not whole or _NO_PART.search(ahead):
            continue
        marks = [digits.whole(mark[2]) for mark in MARK.finditer(ahead) if mark[1] in "cm"]
        parts = tuple(index[mark] for mark in marks if mark in index)
        parts = tuple(item for item in parts if item.phrase.role not in (MEAN, RATE))
        parts = tuple(item for item in parts if item.phrase.number.kind == whole.phrase.number.kind)
        if counts_another(whole, parts) or is_of_flow(parts) or _is_done_by_last(parts, whole):
            continue
        if len(parts) > 1 and sum(item.value for item in parts[-2:]) != whole.value:
            # Where nothing else is counted before it, the sum is that of two.
            alone = len(parts) == len(MARK.findall(ahead)) and _is_plain(ahead, parts, whole)
            near = ANY if alone or match["sure"] or match["sign"] else Fraction(1, 4)
            # “The other six spent 229 nights between them”: of six people.
            named = not whole.phrase.head or any(item.phrase.head for item in parts)
            sure = Sure.READ if alone and named else Sure.JOINED
            yield Division(whole, parts, ahead, near, sure=sure)


def _is_done_by_last(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """True for what the last of some people did together: `the other six spent 229 nights`."""
    text = whole.sentence.text
    between = text[parts[-1].phrase.end : whole.phrase.start] if parts else ""
    return bool(whole.phrase.head and re.fullmatch(r"\s+[a-z]+(?:\s+[a-z]+)?\s+", between))


def counts_another(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """True if the sum that is given for some counts is of another thing than each of them:
    “rooms” and “staff”; of several things it may be a name of all."""
    heads = {item.phrase.head for item in parts} - {""}
    nouns = (" ".join(item.phrase.noun) for item in (whole, *parts) if item.phrase.noun)
    people = all(map(PEOPLE.search, nouns))
    known = {"", *PLAIN, *heads}
    # “In four places and on eight dates, for 160 people in total.”
    named = [" ".join(item.phrase.noun) for item in parts if item.phrase.noun]
    of_people = PEOPLE.search(" ".join(whole.phrase.noun))
    if of_people and named and not any(map(PEOPLE.search, named)):
        return True
    return len(heads) == 1 and not people and not heads & PLAIN and whole.phrase.head not in known


def _is_plain(ahead, parts, whole):
    """Whether two parts, or more that stand in a list of counts of which no others make the sum,
    are all that is added."""
    pieces = [piece for piece in _BREAKS.split(ahead) if MARK.search(piece)]
    unsure = UNKNOWN.search(ahead) or NESTED.search(ahead) or has_overlap(ahead)
    some = (chosen for size in range(2, len(parts)) for chosen in combinations(parts, size))
    return len(parts) == 2 or (
        len(pieces) == len(parts) <= _MOST_PARTS
        and not unsure
        and all(item.phrase.is_count for item in parts)
        and all(sum(item.value for item in chosen) != whole.value for chosen in some)
    )
