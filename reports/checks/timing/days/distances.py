"""How far two days lie apart, in days, weeks or working days, against the days themselves."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from assurance.meetings.clear_days import working_days_between
from assurance.runtime.digits import ORDINALS, whole
from reports.checks.reading import ITEM, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.checks.timing.days.days import Day, days_of
from reports.prose.numbers import value_of

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = rf"\d{{1,3}}|(?:{_TENS})(?:-(?:{_ONES}))?|{_TEENS}|{_ONES}|a"
_ORDINAL = rf"{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)"
_UNIT = r"(?P<unit>(?:working\s+)?day|week|fortnight|month|year)s?"
# “27 July, two days ahead of its deadline of 29 July”, “two days inside the deadline (29 July)”.
_TO = re.compile(
    rf"[^.;⟦]{{0,60}}?[,(]?\s*\b(?:just\s+|exactly\s+)?(?P<number>{_NUMBER})\s+{_UNIT}\s+"
    r"(?P<way>before|ahead\s+of|inside|earlier\s+than|in\s+advance\s+of|short\s+of|after|later\s+than|"
    r"beyond|past)\b(?P<rest>[^.;:]{0,60}?)$",
    re.I,
)
# “Asked on 3 May; three weeks later, on 24 May, …”.
_LATER = re.compile(
    rf"\b(?P<number>{_NUMBER})\s+{_UNIT}\s+(?P<way>later|afterwards|earlier|before)\s*,?\s*\(?(?:on\s+)?$",
    re.I,
)
# “30 days after asking, and the child moved on 15 April”: after what was before it.
_NEXT_CLAUSE = re.compile(
    r",\s+(?:and|but|while|whereas|when|so)\s+[a-z]|^\s*,?\s+and\b"
    r"|^\s+(?:tonight|today|yesterday|tomorrow|this|now)\b",
    re.I,
)
_BEFORE_ON = re.compile(r"\b(?:before|earlier),\s+on\s+$", re.I)
# “Published on 23 April, and answered on 24 July, three months afterwards”.
_AFTERWARDS = re.compile(
    rf"^\s*[,(]?\s*(?:(?:that|which)\s+(?:is|was)\s+)?(?:about\s+|some\s+|nearly\s+|almost\s+|exactly\s+|(?:just|a\s+little)\s+"
    rf"(?:over\s+|under\s+)?)?(?P<number>{_NUMBER})\s+{_UNIT}\s+(?:later|afterwards)\b(?!\s+than\b)",
    re.I,
)
# “It began on 3 February and ended on 24 March. It thus took seven weeks.”
_BEGAN = re.compile(
    r"\b(?:began|begun|started|opened|ran\s+from|set\s+out|launched)\b[^.;]{0,40}$", re.I
)
_ENDED = re.compile(
    r"\b(?:ended|ends?|finished|closed|concluded|complete[d]?|over|until|to)\b", re.I
)
_LASTED = re.compile(
    r"\W*(?:(?:the|our)\s+[a-z]+\s+)?(?:(?:and|so|thus|therefore|it|this|that|which|they|he|she|the|whole|work|ha[sd]|have|all|was|were|been|"
    r"always|intended|meant|supposed|to)\s+)*"
    r"(?:took|taken|lasts?|lasted|ran\s+for|went\s+on\s+for|lasting|taking|(?:gone|away|missing|absent|closed|shut)\s+for)\s+"
    r"(?:(?:therefore|thus|just|exactly)\s+)?"
    rf"(?P<number>{_NUMBER})\s+{_UNIT}\b",
    re.I,
)
_NTH = re.compile(
    rf"^\s*,?\s*\(?(?:(?:that\s+is|being|which\s+(?:is|was))\s+)?(?:to\s+say,?\s+)?(?:on\s+)?(?:the\s+)?"
    rf"(?P<nth>{_ORDINAL})\s+(?P<unit>working\s+day)\b(?P<rest>[^.;:]{{0,60}})",
    re.I,
)
_WITHIN = re.compile(
    rf"^(?P<between>[^.;:]{{0,30}}?)\b(?:within|in)\s+(?P<number>{_NUMBER})\s+working\s+days\b",
    re.I,
)
_TAKEN = re.compile(r"\b(?:not|late|over|exceed\w*|beyond|instead|should|must|due|limit)\b", re.I)
_BOTH_ENDS = re.compile(
    rf"^\s*[,(]\s*(?:or\s+|that\s+is\s+)?(?P<number>{_NUMBER})\s+(?P<unit>day)s?\s*,?\s*"
    r"(?:with\s+both|counting\s+both|both\s+(?:days\s+)?(?:of\s+those\s+)?included|inclusive)",
    re.I,
)
# “From 3 until 14 November, that is ten working days.”
_SPANNED = re.compile(
    rf"^\s*[,(]\s*(?:that(?:\s+i|[’'])s|which\s+is|or|being|in\s+all)\s+(?P<number>{_NUMBER})\s+working\s+days\b",
    re.I,
)
_AND_SO = re.compile(r"\b(?:year|month|week|fortnight)s?\s+and\s+$", re.I)
_JOINT = re.compile(
    r"\s*(?:(?:up\s+)?to(?:\s+and\s+including)?|until|till|–|-|and)\s*(?:the\s+)?", re.I
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.4, "year": 365.25}
# A day more or less by how one counts; a week may be one of working days.
_ROOM = {"day": 1, "week": 3, "fortnight": 3, "month": 16, "year": 95}
# So many dates of its sentence may be the first of a time.
_FAR = 6
_MEND = "Right the dates, or the time between them."


@rule(
    "days-apart",
    Severity.WARNING,
    "error 12",
    follows=("working-days-passed", "length-denied", "told-after-paper"),
)
def days_apart(reading: Reading, _known) -> Iterator[Fault]:
    """The time between two dates is as long as the report gives it."""
    for line in reading.lines:
        days = days_of(reading, line) if line.dates else ()
        for place, item in enumerate(days):
            sentence = line.sentence_at(item.start)
            before = days[place - 1] if place else None
            if before and before.start < sentence.start:
                before = None
            behind = line.text[item.end : sentence.end]
            if before:
                yield from _between(line, before, item)
                yield from _limited(line, before, item, behind)
                yield from _both_ends(line, before, item, behind)
                yield from _after(line, before, item, behind)
                yield from _lasted(line, before, item)
            elif first := _only_day_before(line, days, place):
                yield from _in_next_sentence(line, first, item, behind)
            earlier = before or _last_of_item(reading, line)
            # “Came on 3 October, was due on 17 October and answered on the 26th, the seventeenth …”
            near = days[max(0, place - _FAR) : place]
            firsts = [x for x in near if x.start >= sentence.start] or [earlier]
            found = [[*_nth(line, x, item, behind)] for x in firsts] if earlier else []
            yield from found[-1] if all(found) and found else ()


def _between(line: Line, first: Day, last: Day) -> Iterator[Fault]:
    """What the words between two days, or before the second, say of the time between them."""
    text = line.text[first.end : last.start]
    behind = text[-60:]
    to, later = _TO.fullmatch(text), _LATER.search(behind)
    # “A month and a day after”.
    for match in filter(None, (to, later)):
        if _AND_SO.search(match.string[: match.start("number")]):
            return
    if to and not _NEXT_CLAUSE.search(to["rest"]):
        is_before = re.match(r"before|ahead|inside|earlier|in\s|short", to["way"], re.I)
        # “Open on 31 March, as it was graded two days before, on 29 March.”
        is_before = is_before and not _BEFORE_ON.search(text)
        yield from _unlike(line, first, last, to, 1 if is_before else -1)
    elif later:
        is_later = later["way"].casefold() in ("later", "afterwards")
        yield from _unlike(line, first, last, later, 1 if is_later else -1)


def _unlike(line: Line, first: Day, last: Day, match, way):
    number, unit = _value(match["number"]), " ".join(match["unit"].casefold().split())
    lengths = [_apart(unit, *pair) for pair in _pairs(first, last, way)]
    room = _ROOM.get(unit, 1) if number > 1 else 0
    target = number * _DAYS.get(unit, 1)
    if not lengths or None in lengths or any(abs(days - target) <= room for days in lengths):
        return
    yield _fault(
        line, first, last, f"{match['number']} {unit}{'s' * (number > 1)}", lengths[0], unit
    )


def _after(line: Line, first: Day, last: Day, behind):
    """`Published on 23 April, and answered on 24 July, three months afterwards`; months and years
    between two days that both have their years are read by `length-denied`."""
    match, known = _AFTERWARDS.match(behind), first.mention.first and last.mention.first
    if match and not (known and not match["unit"].casefold().endswith("day")):
        yield from _unlike(line, first, last, match, 1)


def _only_day_before(line: Line, days, place):
    """The only date of the sentence before that of a date which is the first of its own."""
    ends = [sentence.end for sentence in line.sentences]
    at = [bisect_right(ends, item.start) for item in days]
    alone = at.index(at[place]) == place and at.count(at[place] - 1) == 1
    return days[place - 1] if place and alone and at[place - 1] == at[place] - 1 else None


def _in_next_sentence(line: Line, first: Day, last: Day, behind):
    """`It began on 3 February. It ended on 24 March, seven weeks later.`"""
    sentence = line.sentence_at(last.start)
    match = _LATER.search(line.text[sentence.start : last.start][-60:])
    if match is None or match["way"].casefold() not in ("later", "afterwards"):
        match = _AFTERWARDS.match(behind)
    if match:
        yield from _unlike(line, first, last, match, 1)


def _lasted(line: Line, first: Day, last: Day):
    """`It began on 3 February and ended on 24 March. It thus took seven weeks.`"""
    began = _BEGAN.search(line.text[line.sentence_at(first.start).start : first.start])
    ended = _ENDED.search(line.text[first.end : last.start])
    if not (began and ended):
        return
    # “… when he walked into school. He had been gone for 12 days.”
    ends = (last.end, line.sentence_at(last.start).end)
    match = next(filter(None, (_LASTED.match(line.text[end:]) for end in ends)), None)
    if match:
        yield from _unlike(line, first, last, match, 1)


def _limited(line: Line, first: Day, last: Day, behind):
    """`Reached us on 8 June and was answered on 22 June, within ten working days`."""
    match = _WITHIN.match(behind)
    clause = line.text[first.end : last.start]
    if not match or _TAKEN.search(match["between"]) or re.search(r"[.;]\s", clause):
        return
    # `working-days-passed` reads two days with their years.
    sentence = line.sentence_at(first.start)
    alone = len(line.dates_in(sentence.start, sentence.end)) == 2
    if alone and first.mention.first and last.mention.first:
        return
    lengths = [_apart("working day", *pair) for pair in _pairs(first, last, 1)]
    number = _value(match["number"])
    if lengths and None not in lengths and all(days > number for days in lengths):
        claim = f"within {match['number']} working days"
        yield _fault(line, first, last, claim, lengths[0], "working day")


def _nth(line: Line, first: Day, last: Day, behind):
    """`Answered on 22 June 2017, the tenth working day after receipt`."""
    match = _NTH.match(behind)
    if not match or re.search(r"\bof\b(?!\s+(?:receipt|asking))|\bbefore\b", match["rest"]):
        return
    number = _place(match["nth"])
    lengths = [_apart("working day", *pair) for pair in _pairs(first, last, 1)]
    if lengths and None not in lengths and all(abs(days - number) > 1 for days in lengths):
        claim = f"the {match['nth']} working day"
        yield _fault(line, first, last, claim, lengths[0], "working day")


def _both_ends(line: Line, first: Day, last: Day, behind):
    """`From 7 until 25 November, nineteen days with both included`."""
    match = _BOTH_ENDS.match(behind)
    if match and _JOINT.fullmatch(line.text, first.end, last.start):
        lengths = [(end - start).days + 1 for start, end in _pairs(first, last, 1)]
        if lengths and _value(match["number"]) not in lengths:
            yield _fault(line, first, last, f"{match['number']} days", lengths[0], "day")
    spanned = _SPANNED.match(behind)
    if spanned and _JOINT.fullmatch(line.text, first.end, last.start):
        # The first day counts too.
        lengths = [_apart("working day", start, end) + 1 for start, end in _pairs(first, last, 1)]
        number = _value(spanned["number"])
        if lengths and all(abs(days - number) > 1 for days in lengths):
            claim = f"{spanned['number']} working days"
            yield _fault(line, first, last, claim, lengths[0], "working day")


def _last_of_item(reading: Reading, line: Line):
    """The last day of the item before, where both are items of one list."""
    place = reading.places[id(line)]
    other = reading.lines[place - 1] if place else None
    if line.kind != ITEM or other is None or other.kind != ITEM or other.trail != line.trail:
        return None
    days = days_of(reading, other)
    return days[-1] if days else None


def _pairs(first: Day, last: Day, way) -> list[tuple[date, date]]:
    """Every two dates that two days may mean, in the order of time that the words have."""
    order = (first, last) if way > 0 else (last, first)
    pairs = [(start, end) for start in order[0].dates for end in order[1].dates]
    if len(first.dates) == len(last.dates):
        pairs = list(zip(order[0].dates, order[1].dates, strict=True))
    return pairs


def _apart(unit, start: date, end: date):
    if unit != "working day":
        return (end - start).days
    if start >= end:
        return -1
    return working_days_between(start, end)


def _value(text):
    return whole(text) if text.isdecimal() else 1 if text.casefold() == "a" else value_of(text) or 1


def _place(text):
    small = text.casefold()
    return ORDINALS.index(small) + 1 if small in ORDINALS else whole(small[:-2])


def _fault(line: Line, first: Day, last: Day, claim, days, unit):
    pair = f"{first.mention.words} and {last.mention.words}"
    # Nobody counts years in days.
    if unit == "year" and days > _DAYS[unit]:
        days = round(days / _DAYS[unit])
    else:
        unit = unit if unit == "working day" else "day"
    many = f"{days} {unit}{'' if days == 1 else 's'}"
    between = f"between {pair} are {many}" if days >= 0 else f"{pair} are in another order"
    return fault(line, last.mention, f"The report has {claim}, but {between}.", _MEND)
