"""Better and worse, more and less, over and under a budget, against the two values they are of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reports.checks.reading import Reading
from reports.constraints.claims.comparisons import compared_entries
from reports.constraints.claims.sequels import higher_than, net_changes
from reports.constraints.claims.statuses import statuses
from reports.equations.steps.asides import asides, compared, referred, spanned
from reports.equations.steps.budgets import budget_step
from reports.equations.steps.extents import extents
from reports.equations.steps.levels import levels, levels_before
from reports.equations.steps.pairs_before import (
    DIRECTED,
    are_alike,
    from_first,
    pair_before,
    told_before,
    without_other_ways,
)
from reports.equations.steps.plain_steps import is_plain, is_plain_change
from reports.equations.steps.series import each_of_them, every_time, in_turn
from reports.equations.steps.shares import is_from_a_share, is_true_of_shares
from reports.equations.steps.step import AMOUNT, SAME, Step, denials, stretches_around
from reports.equations.steps.values import (
    is_of_another,
    is_same,
    new_days,
    pair_of,
    values_of,
)
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.numbers import PERCENT, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import DIRECTION, TIMES, is_swapped
from reports.prose.quantities.betterment import better_way, tells_which_way
from reports.prose.quantities.claims import FRACTION
from reports.prose.quantities.phrases import phrase_after, stems
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement, Sure, constraint, guesses
from reports.quantities.nouns import noun_of
from reports.quantities.passages import after, before, statements, unless_silent
from reports.quantities.roles import CHANGE, TARGET

# “At 80% this has improved”: of what the sentence before speaks of.
_OF_IT = re.compile(r"\W*(?:(?:at|with)\s+⟦[cp]\d+⟧,?\s+)?(?:this|that|it)\b", re.I)
# “It improved, though a child may wait for weeks” goes on to speak of something else.
_CONCEDED = re.compile(r",\s+(?:al|even\s+)?though\b.*$", re.I | re.S)
# “Needed improvement” is a grade.
_GRADE = re.compile(r"\b(?:need\w*|requir\w+|in\s+need\s+of)\s+(?:[a-z]+\s+)?$", re.I)
_FROM_TO = re.compile(r"\bfrom\s+⟦[cmp]\d+⟧[^⟦;.]{0,40}?\bto\s+⟦[cmp]\d+⟧", re.I)
_UNSURE = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|{EXPECTATIONS}|no|always|usually|without|hope|want|despite|although|but|until|short|alone|respectively|than\s+(?:expected|planned)|threshold|per)\b",
    re.I,
)
# “Reduce distant placements, now 12, to 8” is asked for.
_AIM = re.compile(r"^\W*(?:reduce|increase|cut|raise|lower|improve|halve|double)\s", re.I)
_THUS = r"(?:(?:therefore|thus|also|been|accordingly|in\s+fact)\s+)*"
_WENT = r"(?:rose|fell|grew|dropped|shrank|climbed|increased|decreased|declined|went\s+(?:up|down))"
_HAS_GONE = SentencePattern(
    rf"\b(?:(?:has|have)\s+{_THUS}(?:fallen|risen|grown|increased|decreased|dropped|reduced|shrunk|climbed|"
    rf"(?:gone|come)\s+(?:up|down))|{_THUS}{_WENT})"
    r"(?:\s+(?:again|further|since|for\s+the\s+[a-z]+\s+(?:year|quarter|time)(?:\s+running)?))?"
    rf"(?:\s+by\s+(?:[a-z]+\s+){{0,2}}?(?:{FRACTION}))?(?:\s+(?:in|over|during)\s+[^,.;:]{{3,30}}?)?"
    r"(?:\W*$|,\s+(?:and|but|which)\b)",
    re.I,
)
_THE_NUMBER = re.compile(
    r"^\W*(?:(?:the|this|that)\s+(?:number|figure|total|rate|share|average|time\s+taken|wait|proportion|"
    r"percentage|position|situation)|activity|demand|volumes?|numbers)\s+"
    rf"(?:(?:has|have)\b|{_THUS}{_WENT}\b)",
    re.I,
)
_OF_THIS = re.compile(r"\b(?:this|that)\s+$", re.I)
_THIS = re.compile(r"\W*(?:this|that|it)\s+(?:is|was|represents|amounts|means)\b", re.I)
# “The roll has grown by 27.”
_GREW_BY = re.compile(
    rf"^\W*(?:the|our|its)\s+[a-z]+\s+(?:(?:has|have)\s+)?{_THUS}(?:{_WENT}|grown|fallen|risen|shrunk)\s+by\s+⟦c\d+⟧\W*$",
    re.I,
)
# “The fall of six is …”: a change of the two numbers just before, whatever is then said of it.
_DEFINITE = re.compile(
    r"^\W*(?:the|this|that|such\s+an?)\s+(?:[a-z]+\s+)?(?:(?P<up>increase|rise|growth|gain)|"
    r"(?P<down>decrease|fall|drop|loss|reduction|decline)|difference|change|gap)"
    r"(?:,?\s+of|\s+(?:is|was))\s+(?:(?:just|only|some|about)\s+)?⟦(?P<kind>[cpq])\d+⟧"
    r"(?:\s+percentage\s+points?)?",
    re.I,
)
_OF_ANOTHER = re.compile(r"\s*(?:in(?!\s+line\b)|for|at|among|to|on|between)\b")
# “The list has halved. It was …”: what is said first of the two numbers right behind.
_CLAIMED = re.compile(
    rf"^[^⟦]{{3,80}}?\s(?:(?:has|have)\s+(?:[a-z]+\s+){{0,2}}?)?(?:{DIRECTION}|{TIMES.pattern})(?!\s+(?:for|at|than)\b)"
    r"(?:\s+(?:in|over|since|during)\b[^⟦,;:]{0,40})?\.?$",
    re.I,
)
_IT_WAS = re.compile(
    r"^\W*(?:it|they|there|we)\s+(?:was|were|stood|had|came|(?:began|started|opened)\s+(?:[a-z]+\s+){0,3}with)\b"
    r"|^(?:in|on|at)\s+⟦d",
    re.I,
)
# “A year before it was 68%, with fewer answers”: more or fewer of what is counted, and no share.
_OF_COUNTED = re.compile(r"(?:more|fewer)\s+[a-z]+s\b(?<!ss)", re.I)
_IN_TIME = re.compile(r"\b(?:in|over|during|within)(?:\s+the)?(?:\s+(?:last|past))?$", re.I)
_OF_GAP = re.compile(r"narrow|widen", re.I)
_IS_GAP = re.compile(r"\b(?:it|gap|difference)\s+(?:was|is|stood|stands)\s*(?:at\s+)?$", re.I)


@constraint(
    "direction-denied", "C15; source of error 9a", follows=("change-denied", "parts-of-whole")
)
def directions(reading: Reading) -> Iterator[Denial]:
    """Better and worse, over and under a budget are what the two values next to them show."""
    yield from guesses(statuses(reading))
    rows = statements(reading)
    for place, row in enumerate(rows):
        near = before(rows, place, 3), after(rows, place, 1)
        yield from guesses(compared_entries(reading, row))
        yield from guesses(unless_silent(row, _of_words, *near))
        steps = _directed, _definite, _claimed, budget_step
        for find, step in ((find, find(rows, place, row)) for find in steps):
            for denial in denials(step) if step else ():
                if not (_is_explained(reading, denial, step) or is_true_of_shares(rows, step)):
                    is_proved = is_plain(step) and denial.mend != AMOUNT
                    if find is budget_step:
                        is_proved = is_plain_change(step, of_amount=True)
                    yield replace(denial, is_proved=is_proved)


def _of_words(row: Statement, earlier: Sequence[Statement], later: Sequence[Statement]):
    yield from (*asides(row), *compared(row), *spanned(row))
    yield from referred(row, next(iter(earlier), None))
    yield from (*extents(row), *levels(row), *levels_before(row, later))
    yield from (*in_turn(row), *each_of_them(row), *every_time(row))
    yield from (*net_changes(row), *higher_than(row, earlier))


def _is_explained(reading: Reading, denial: Denial, step: Step):
    """True if the amount that is denied follows from other numbers, and no two digits swapped in
    one of the two values part it from them."""
    is_amount = isinstance(denial.span, Number) and denial.mend == AMOUNT
    if not is_amount or not is_borne(reading, denial.line, denial.span):
        return False
    (first, last), amount = (item.value for item in step.pair), denial.span.value
    ways = ((first, last - amount), (first, last + amount), (last, first - amount))
    return not any(is_swapped(*pair) for pair in (*ways, (last, first + amount)))


def _directed(rows, place, row: Statement):
    """The step between two values of a sentence whose words all go one way."""
    text = without_other_ways(row.sentence.text)
    matches = _ways_of(row, text)
    amounts = any(item.phrase.role == CHANGE for item in row.quantities)
    moved = matches or amounts or SAME.search(text) or TIMES.search(text)
    moved = moved and not _is_of_several(row) and not tells_which_way(row.sentence.text)
    pair = _pair_of(rows, place, text) if moved else None
    others = is_of_another, _is_of_gap, is_from_a_share
    if pair and any(is_other(item, pair) for item in matches for is_other in others):
        return None
    between = _FROM_TO.search(text)
    if between and pair and not all(mark in between.group() for mark in map(_mark, pair)):
        return None
    named = [item for item in matches if _OF_THIS.search(text[: item.start()])]
    judged = any(item["good"] or item["bad"] for item in matches)
    matches = named or matches
    numberless = all(map(_is_no_value, row.quantities))
    # “Vacancies have fallen.”
    same = _THE_NUMBER.match(text) or is_same(rows[place], before(rows, place, 2))
    judged = judged or bool(_HAS_GONE.search(text) and same)
    numberless = numberless and (named or judged) and not row.sentence.marks("d")
    earlier = before(rows, place, 1)
    opens = _THIS.match(text) or _GREW_BY.match(text)
    goes_on = amounts and opens and not new_days(row, earlier)
    if not pair and (numberless or goes_on):
        pair = told_before(rows, place) if matches or amounts else None
    ways = _ways(rows, place, pair, matches) if pair else ()
    # A number that is said twice is one number, and no change.
    doubt = "" if numberless and len(ways) == 1 else text
    if not pair or len(ways) > 1 or _UNSURE.search(doubt) or pair[0].value == pair[1].value:
        return None
    own = [item.phrase.end for item in pair if item.order == row.order]
    word = matches[0].group() if matches else ""
    changes = {item.phrase.head for item in row.quantities if item.phrase.role == CHANGE}
    stretches = () if len(changes - {""}) > 1 else stretches_around(text, own)
    # “251 people took the 337 places”: two things are hardly compared.
    sure = Sure.JOINED if are_alike(pair) else Sure.GUESSED
    return Step(row, *pair, word, max(ways, default=0), stretches, sure)


def _ways_of(row: Statement, text: str) -> list[re.Match]:
    """The words of direction of a sentence that are of its values."""
    matches = [match for match in DIRECTED.finditer(text) if not _is_amount(match)]
    shares = any(item.phrase.number.kind == PERCENT for item in row.quantities)
    return [x for x in matches if not (shares and _OF_COUNTED.match(text, x.start()))]


def _is_of_several(row: Statement):
    """True for the changes of several things, and for a change that is asked for: `Placements cost
    £1.1m more than planned, staffing £0.5m less and others £0.1m more`."""
    changes = sum(item.phrase.role == CHANGE for item in row.quantities)
    return changes > 2 or bool(_AIM.match(row.sentence.text))


def _pair_of(rows, place, text):
    """(what was, what is) of a sentence, or of it and the one before."""
    pair = pair_of(rows[place])
    if not pair and not _FROM_TO.search(text):
        pair = pair_before(rows, place, rows[place])
    return from_first(rows, place, pair) if pair and TIMES.search(text) else pair


def _is_no_value(item: Quantity):
    """True for an aim, so many points of change, and the time that a change took."""
    points = item.phrase.role == CHANGE and item.phrase.head == "point"
    time = item.phrase.number.kind == SPAN and _IN_TIME.search(item.phrase.label)
    return bool(item.phrase.role == TARGET or points or time)


def _is_of_gap(match, pair):
    """True if it is a gap that narrowed, and nothing names its two values as those of it."""
    leads = (item.phrase.label for item in pair)
    return bool(_OF_GAP.match(match.group())) and not any(map(_IS_GAP.search, leads))


def _mark(item: Quantity):
    return f"{item.phrase.mark}⟧"


def _definite(rows, place, row: Statement):
    """The step between the two values of the sentence before, where a change of them is named."""
    match = _DEFINITE.match(row.sentence.text)
    match = None if match and _explains_itself(row) else match
    for earlier in before(rows, place, 1) if match else ():
        values = values_of(earlier)
        is_told = match["up"] or match["down"] or match["kind"] == "p"
        pair = pair_of(earlier) or (None if is_told or len(values) != 2 else values)
        pair = pair or (pair_before(rows, place - 1, earlier) if len(values) == 1 else None)
        # “The gain of nine percentage points owes much to …” names what was before alone.
        points = match.group().casefold().endswith(("point", "points"))
        noun = "" if points else phrase_after(row.sentence.text, match.end())
        behind = row.sentence.text[match.end() :].lstrip()[len(noun) :]
        is_own = set(noun_of(noun)) <= stems(earlier.sentence.text)
        if pair and are_alike(pair) and is_own and not _OF_ANOTHER.match(behind):
            word = match["up"] or match["down"] or ""
            way = 1 if match["up"] else -1 if match["down"] else 0
            return Step(row, *pair, word, way, ((0, match.end()),), Sure.JOINED)
    return None


def _explains_itself(row: Statement):
    """True where the amount of a change is what two other numbers of its sentence differ by."""
    changes = [x.value for x in row.quantities if x.phrase.role == CHANGE]
    others = [x.value for x in row.quantities if x.phrase.role != CHANGE]
    return any(abs(x - y) in changes for x, y in combinations(others, 2))


def _claimed(rows, place, row: Statement):
    """The step between the two values of a sentence, where that before it says which way it was."""
    if not _IT_WAS.match(row.sentence.text) or DIRECTED.search(row.sentence.text):
        return None
    for earlier in before(rows, place, 1):
        match = _CLAIMED.match(earlier.sentence.text)
        pair = pair_of(row) if match and not _UNSURE.search(match.group()) else None
        if pair and are_alike(pair):
            word, whole_text = match["up"] or match["down"] or "", (0, match.end())
            way = 1 if match["up"] else -1 if match["down"] else 0
            return Step(earlier, *pair, word, way, (whole_text,), Sure.JOINED)
    return None


def _is_amount(match):
    """Whether a word only weighs a number: `more than 40`, `three or more`."""
    behind, ahead = match.string[match.end() :], match.string[: match.start()]
    weighed = re.match(
        r"\s+than\s+(?:a\s+)?(?:⟦|[a-z]+\s+(?:in|out\s+of)\s+(?:every\s+)?[a-z]+\s+of\b|half|third|quarter|years?\b|months?\b|weeks?\b|days?\b|one?\b|once\b|twice\b|doubl|halv|tripl|trebl)",
        behind,
    )
    return bool(weighed or _GRADE.search(ahead) or ahead.endswith(("⟧ or ", "⟧ and ")))


def _ways(rows, place, pair, matches):
    """The ways that words have for what their sentence speaks of, or that which it goes on from."""
    ways = {_way(match, rows[place], pair) for match in matches} - {0}
    if ways or not _OF_IT.match(rows[place].sentence.text):
        return ways
    return {_way(match, last, pair) for match in matches for last in before(rows, place, 1)} - {0}


def _way(match, row: Statement, pair):
    """1 for up, -1 for down, as a word has it for what its sentence speaks of; 0 where unsure."""
    if match["up"] or match["down"]:
        return 1 if match["up"] else -1
    if pair[1].phrase.number.kind == SPAN:
        return -1 if match["good"] else 1
    about = {item.order: item.sentence.text for item in pair}
    text = " ".join(_CONCEDED.sub("", clause) for clause in (row.sentence.text, *about.values()))
    return better_way(text) * (1 if match["good"] else -1)
