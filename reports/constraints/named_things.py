"""A stated number of things, dates or names against the list, table or names that follow it."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import ORDINALS
from assurance.runtime.periods import MONTHS
from reports.checks.reading import Reading
from reports.constraints.listed_clauses import listed_otherwise
from reports.constraints.lists import LISTED, MOST
from reports.prose.content import words_of
from reports.prose.dates import DAY, MONTH
from reports.prose.marks import MARK, Marked
from reports.prose.numbers import SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stem, stems
from reports.prose.rows_of_names import AND, CLAUSE, alike_openers, opener, pieces_of
from reports.quantities.model import Denial, Quantity, Statement, Sure, constraint
from reports.quantities.passages import statements
from reports.quantities.repeats.mentions import is_label
from reports.quantities.roles import BOUND

_DATED = words_of(
    "date day occasion time evening campaign meeting event session sitting visit workshop "
    "week month briefing seminar course conference hearing roadshow drop-in inspection "
    "saturday sunday"
)
# A number and what it counts, then the words that open the naming, up to the end of the sentence.
_NAMED = SentencePattern(
    r"(?:⟦[cx](?P<count>\d+)⟧|\b(?P<both>both))(?P<noun>(?:\s+(?:of\s+)?(?!and\b|or\b)[a-z’'-]+){0,4}?)"
    r"(?P<verb>(?:\s+(?:were|was|are|is|have|took|came|met)(?:\s+[a-z]+){0,3})?)"
    r"(?P<time>(?:,?\s+(?:in|of)\s+(?:⟦d\d+⟧|(?:the|that|this)\s+[a-z]+))?)"
    r"(?P<cue>\s*:\s+|,?\s+on\s+|,?\s+in\s+|,\s+|\s+\()(?P<tail>[^:;.]{3,240})",
    re.I,
)
# A number, whatever is said of its things, and after a colon or “these are” what they are.
_OPENED = SentencePattern(
    r"⟦c(?P<count>\d+)⟧(?P<both>(?!))?(?P<noun>(?:[^⟦:;.()]|⟦d\d+⟧){3,90}?)(?P<cue>:|,?\s+namely|,\s+and\s+these\s+are|"
    r",?\s+which\s+(?:concern|cover|are|deal\s+with|relate\s+to)|"
    r"\s+(?:are|were))\s+(?P<tail>[^:.]{5,300})\.?$",
    re.I,
)
# Names, and behind a colon how many they are.
_AHEAD = SentencePattern(
    r"^(?P<tail>[^⟦:;.]{5,200})(?P<cue>:)\s+(?:these|the|all|those)\s+⟦c(?P<count>\d+)⟧(?P<both>(?!))?"
    r"(?P<noun>(?:\s+[a-z’-]+){1,3}?)\s+(?:are|were|was|is|have|make)\b",
    re.I,
)
# Where the names that are beside a number end and its sentence goes on.
_UP_TO = re.compile(r"[)]|,\s+(?:have|has|were|was|are|is)\b|\s+(?:were|was|are|have|has)\b", re.I)
# Names in a row, with “and” before the last, and then how the sentence goes on.
_NAMES = re.compile(r"([A-Z].*?\band\s+(?:[Tt]he\s+)?[A-Z][^,;]*),\s+(?!and\b|or\b)[a-z]")
# One name of several people or things.
_SEVERAL = re.compile(
    rf"(?:^|[,;]|{AND})\s*(?:(?:[Tt]he|our|their|its)\s+(?:[a-z-]+\s+)?[a-z]+s\b|"
    r"(?:an?|the)\s+(?:group|pair|couple|family|team|set)(?=\s+of\b|\W*(?:$|and\b)|\s*[,;]))",
)
_BE = re.compile(r"\b(?:is|are|was|were|has|have)\b", re.I)
_COUNTED = re.compile(rf"(?:^|[,;(]|{AND})\s*(?:the\s+|all\s+|another\s+)?⟦[cpm]", re.I)
_LABELS = [x.split() for x in ("1 2 3 4 5 6 7 8 9", "a b c d e f g h", "i ii iii iv v vi vii viii")]
# “Retirement (5), a move (4)”.
_ENTRY = re.compile(r"[^⟦()]{3,90}\(⟦c\d+⟧\)")
_ENTRIES = re.compile(rf"(?:{_ENTRY.pattern}){{2,}}\W*")
_SOME = SentencePattern(r"\b(?:at\s+least|includ\w+|such\s+as|example|some|among|again on)\b", re.I)
_OPENS = re.compile(r":|\bnamely\b|\bthese\s+are\b", re.I)
_SEVERAL_THINGS = re.compile(r"[a-z]{3,}s\W*$", re.I)
_LEFT = re.compile(r"\W*(?:that|this|which)\s+leaves\s+⟦c(\d+)⟧", re.I)
_ALREADY = re.compile(
    r"\b(?:at\s+least|includ\w+|such\s+as|example|some|among|between|since|each|every|more|fewer|"
    r"less|most|respectively)\b(?!\s+[a-z]+s,?\s+namely\b)",
    re.I,
)
# “All three concerned consent: the parent had not been asked, and …”
_ALL_OF = re.compile(r"\ball(?:\s+(?:the|these|our))?\s+$", re.I)
_OF_THE = re.compile(r"(?:^|[,;:])\W*(?:out\s+)?of\s+(?:the|our|its|these|those)\s+$", re.I)
_PART = re.compile(r"⟦c(?P<count>\d+)⟧\s+(?:out\s+)?of\s+(?:the|our|its|these|those)\s+$", re.I)
_MONTH = rf"(?:{'|'.join(MONTHS)})\b"
# A bare number is a date where no other thing stands behind it.
_DAY = re.compile(
    rf"⟦d\d+⟧|⟦[cx]\d+⟧(?:\s+{_MONTH}|(?=\s*(?:[,;.)]|and\b|to\b|⟦|$)))|\b{_MONTH}", re.I
)
_IN_A_ROW = rf"(?:(?:on|in)\s+)?(?:[a-z]+day\s+)?(?:{_DAY.pattern})"
_DAYS = SentencePattern(rf"{_IN_A_ROW}(?:(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+){_IN_A_ROW})+", re.I)
_MEETING = re.compile(
    r"\b(?:dates?|days?|saturdays?|sundays?|occasions?|times?|evenings?|meetings?|events?|campaigns?|sessions?|sittings?|panels?|"
    r"boards?|visits?|workshops?|inspections?|audits?|reviews?|conferences?|"
    r"briefings?|seminars?|courses?|hearings?|met|sat)\b",
    re.I,
)
_IN_ALL = re.compile(r"\s+(?:in\s+(?:all|total)|altogether)\b", re.I)
# “Both visits to the homes, on”: no “both … and …”.
_BOTH = re.compile(r"\bboth\b(?:(?!\band\b|⟦)[^;:.])*$", re.I)
_OF_MEETINGS = re.compile(r"\b(?:each|all)(?:\s+of\s+(?:the|these|its|those))?$", re.I)
_DUE = re.compile(r"\b(?:by|until|since|from|between|after|before|next)\W*$", re.I)
_RANGE = SentencePattern(r"\b(?:from|to|between|until)\b|–|⟦c\d+⟧\s+(?:in|on)\b")
_INSIDE = re.compile(r"\b(?:inside|within|in|after|for|over|under|than)\s+$", re.I)
_APART = re.compile(
    r"[^⟦.;,]{0,30}\b(?:after|before|later|earlier|ago|(?:on\s+)?(?:either|each)\s+side|around|each\s+time)\b",
    re.I,
)
# “In the other six it was late: asked for in 4 and not in 2.”
_ON, _IN_SO_MANY = re.compile(r"\bon\s+⟦", re.I), re.compile(r"\bin\s+⟦c", re.I)
_BEFORE, _MEND = 20, "Put the number right, or name them all."


@constraint("named-unlike-number", "C12; source of error 20", follows=("list-length",))
def named_things(reading: Reading) -> Iterator[Denial]:
    """A stated number of dates, names or things is how many are then named."""
    for place, row in enumerate(rows := statements(reading)):
        text, some = row.sentence.text, _SOME.search(row.sentence.text)
        if denial := listed_otherwise(row) or (None if some else _of_days(row)):
            yield denial
        elif re.search(r"⟦[cx]|\bboth\b", text, re.I) and not some:
            yield from _named(rows, place, row)


def _named(rows, place, row: Statement):
    text, sentence = row.sentence.text, row.sentence
    heads = {
        str(item.phrase.mark)
        for item in row.quantities
        if (item.phrase.head or item.phrase.number.kind == SPAN)
        and item.phrase.role != BOUND
        and not is_label(item.phrase, sentence)
    }
    if denial := _of_ordinals(rows, place, row, heads):
        yield denial
        return
    heads |= {str(x.phrase.mark) for x in row.counts if x.phrase.closer == ":"}
    for pattern in (_NAMED, _OPENED, _AHEAD):
        for match in pattern.finditer(text):
            context = text[max(0, match.start() - _BEFORE) : match.start("tail")]
            # “Of the five the first, the second and the third are done” names three rightly.
            of_them, part = (x.search(text[: match.start()]) for x in (_OF_THE, _PART))
            is_meant = match["both"] or (match["count"] in heads and not of_them)
            if is_meant and not _ALREADY.search(context):
                stated = _stated(sentence, match, part)
                least, most = _many(sentence, match) if stated else (0, 0)
                rests = (0, _left_after(rows, place))
                # “Three clusters in which one looks out for six others: …” names the three.
                ahead = [x for x in row.counts if x.phrase.start < match.start("tail")]
                if any(least <= x.value <= most for x in ahead):
                    return
                if most > 1 and not any(least + x <= stated <= most + x for x in rests):
                    wording = match["both"] or sentence.thing(match["count"]).words
                    wording += f"{sentence.said(match['noun'])}, but {least} are named."
                    start = sentence.start if match["both"] else sentence.thing(match["count"])
                    sure = Sure.JOINED if _names_all(match) else Sure.GUESSED
                    named, says = _are_names(match["tail"]), f"The report gives {wording}"
                    yield Denial(row.line, start, says, _MEND, sure, is_proved=named)
                    return


def _of_ordinals(rows, place, row: Statement, heads) -> Denial | None:
    """The denial of a number of things that a passage goes on to number beyond it."""
    counts = [item for item in row.counts if str(item.phrase.mark) in heads]
    if not counts:
        return None
    after = rows[place + 1 : place + 1 + MOST] if counts[0].phrase.head in LISTED else ()
    texts = [other.sentence.text for other in after if other.section == row.section]
    behind = " ".join((row.sentence.text[counts[0].phrase.end :], *texts)).casefold()
    named = [re.search(rf"\b(?:the\s+{x}|{x}ly)\b", behind) for x in ORDINALS[:6]]
    last = next((at for at, match in enumerate(named) if not match), 0)
    if not 2 <= counts[0].value < last:
        return None
    says = f"The report gives {counts[0].phrase.said}, but goes on to “{ORDINALS[last - 1]}”."
    return Denial.of(counts[0], says, _MEND)


def _names_all(match) -> bool:
    """True of names, and behind “both of”, a colon or “namely”: all are named, without a doubt."""
    if match["both"] and match["noun"].casefold().startswith(" of "):
        return True
    is_spelt_out = match["both"] and not _SEVERAL_THINGS.search(match["noun"])
    named = match["cue"].strip() == "," and _are_names(match["tail"])
    of_all = is_spelt_out or _ALL_OF.search(match.string[: match.start()])
    return bool((_OPENS.search(match["cue"]) or named) and not of_all)


def _left_after(rows, place):
    """How many the next sentence says are left, or none."""
    row = rows[place + 1] if place + 1 < len(rows) else None
    left = row and _LEFT.match(row.sentence.text)
    return row.sentence.thing(left[1]).value if left and row.line is rows[place].line else 0


def _of_days(row: Statement) -> Denial | None:
    """The number of meetings or occasions that a row of days or months denies."""
    sentence, text = row.sentence, row.sentence.text
    runs = [match for match in _DAYS.finditer(text) if not _RANGE.search(match[0])]
    days = [match[0] for match in _DAYS.finditer(text)]
    if len(runs) == len(days) == 1 and (both := _BOTH.search(text[: runs[0].start()])):
        return _of_both(row, runs[0], both)
    stated = [
        item
        for item in row.quantities
        if item.phrase.head in {*_DATED, "panel"}
        or item.phrase.number.kind == SPAN
        or _OF_MEETINGS.search(item.phrase.label)
        or _IN_ALL.match(text, item.phrase.end)
    ]
    stated = [x for x in stated if x.phrase.number.kind != SPAN or not _is_distance(text, x)]
    if len(runs) != 1 or len(days) != 1 or len(stated) != 1 or not _MEETING.search(text):
        return None
    run, item = runs[0], stated[0]
    named, visits = len(_DAY.findall(run[0])), len(_ON.findall(text[: run.end()]))
    whole = any(day.precision in (DAY, MONTH) for day in sentence.marks("d", run[0]))
    exact = (
        2 <= item.value <= MOST
        and item.value not in (named, visits)
        and not item.phrase.number.bound
    )
    is_plain = (whole or not MARK.search(run[0])) and not _DUE.search(text[: run.start()][-12:])
    if run.start() <= item.phrase.start < run.end() or not (exact and is_plain):
        return None
    says = f"The report gives {item.phrase.said}, but {named} are named."
    # “Four hearings listed for February and March” names the months, and no hearing.
    of_days = all(day.precision == DAY for day in sentence.marks("d", run[0]))
    return Denial.of(item, says, _MEND, is_proved=of_days)


def _is_distance(text: str, item: Quantity) -> bool:
    """True if a length of time says how far off something is: `in two days`, `six months after`."""
    behind = _APART.match(text, item.phrase.end)
    return bool(behind or _INSIDE.search(text[: item.phrase.start]))


def _of_both(row, run, both):
    """The denial of both of some meetings by a row of more days than two."""
    named = len(_DAY.findall(run[0]))
    if named < 3 or not _MEETING.search(both[0]):
        return None
    says = f"The report gives “both”, but {named} are named."
    return Denial(row.line, row.sentence.start, says, _MEND, Sure.JOINED)


def _stated(sentence: Marked, match, part):
    """How many are announced, or the `part` of them; nought where one names no so many."""
    if match["both"]:
        return 2
    number = sentence.thing((part or match)["count"])
    exact = isinstance(number, Number) and not number.bound
    return number.value if exact and 2 <= number.value <= MOST else 0


def _many(sentence: Marked, match):
    """The least and the most things that are named; (0, 0) where nothing is beyond doubt."""
    number = "" if match["both"] else sentence.thing(match["count"]).words
    # “Four priorities: to recruit carers for teenagers and for siblings; to open …; and to …”
    if ":" in match["cue"] and match.string[match.end() :].startswith(";"):
        return 0, 0
    nouns = {stem(word) for word in f"{number} {match['noun']}".split()}
    cue, surely = match["cue"].strip().casefold(), _OPENED.made(match)
    labels = re.findall(r"\((\w{1,4})\)", sentence.said(match["tail"]).casefold())
    if len(labels) > 1 and any(labels == row[: len(labels)] for row in _LABELS):
        return len(labels), len(labels)
    if surely and (entries := _ENTRIES.fullmatch(match["tail"])):
        return (len(_ENTRY.findall(entries.group())),) * 2
    if surely and _DAYS.fullmatch(match["tail"]):
        days, visits = len(_DAY.findall(match["tail"])), len(_ON.findall(match["tail"]))
        # “On 14 and 15 February, on 6 and 7 June” are two visits of two days.
        return (visits if visits > 1 else days, days)
    names = None if surely else _NAMES.match(match["tail"])
    cut = names[1] if names else _UP_TO.split(match["tail"])[0]
    tail = re.sub(r"\([^()]*\)", "", match["tail"]) if surely else cut
    if (nouns & _DATED and not surely) or re.match(r"\s*and\b", tail, re.I):
        return 0, 0
    alike = surely and opener(tail) and alike_openers(re.split(rf"[,;]|{AND}", tail))
    bare = cue in ("are", "were") and not nouns & LISTED
    if surely and (bare or _IN_SO_MANY.search(tail)):
        return 0, 0
    if (_COUNTED if surely else MARK).search(tail) or (CLAUSE.match(tail) and not alike):
        return 0, 0
    if _is_told_of(match, tail):
        return 0, 0
    if not surely and (
        (cue in ("on", "in") and not match["both"])
        or (cue in ("", ",") and not match["tail"][len(tail) :] and not _are_names(tail))
    ):
        return 0, 0
    return pieces_of(tail)


def _are_names(tail: str) -> bool:
    """True if each piece of a row with its last behind “and” is a name: `Priory and Old Docks`, and
    not `more family and friends carers`."""
    pieces = re.split(rf"[,;]|{AND}", tail)
    return len(pieces) > 1 and all(re.match(r"\s*(?:the\s+)?[A-Z]", piece) for piece in pieces)


def _is_told_of(match, tail):
    """Whether what follows tells of the things counted, some at a time, and names none: “the infant
    and junior schools”, “twelve staff: the manager and the deputies”, “all are done: it was …”."""
    noun = match["noun"]
    plural = re.findall(r"\b[a-z’-]{3,}s\b", noun, re.I)[:1]
    again = plural and re.search(rf"\b{plural[0]}\b", tail, re.I)
    clauses = _BE.search(noun) and _BE.search(tail) and opener(tail) in (None, "the")
    several = not stems(noun) & LISTED and _SEVERAL.search(tail)
    return bool(again or clauses or several or re.search(r"\bone\b", noun))
