"""`The largest`, `came second`, `peaked in`: whether the numbers of the passage bear the rank."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.checks.reading import Reading
from reports.constraints.claims.entries import BAND, LEADING, Entry, Series, series_of, tokens
from reports.constraints.claims.largest_changes import largest_changes
from reports.constraints.claims.subjects import (
    HAVING,
    are_periods,
    behind_another,
    has_one,
    in_brackets,
    is_here,
    is_of_other_numbers,
    noun_ranked,
    of_that_state,
    way_of_rank,
)
from reports.constraints.claims.surroundings import series_near, series_of_lists, series_of_paper
from reports.prose.marks import MARK
from reports.prose.numbers import PERCENT, SPAN
from reports.prose.quantities.ranks import GOES_DOWN, IN_ORDER, NEXT, ONLY, RANK
from reports.quantities.model import Denial, Statement, constraint, guesses
from reports.quantities.passages import before, statements

_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_OTHERS = re.compile(
    r"\b(?:since|ever|in\s+the\s+(?:region|country)|nationally|recorded\s+in|years?|next|two|three|"
    r"one\s+of|possible|quality|priority|standards?|risk|profile|percentage\s+point|not)\b|⟦c\d+⟧\s+$|\bamong(?:st)?\s+the\s+$",
    re.I,
)
_OF_ANOTHER = re.compile(
    r"^\s+(?:single\s+)?(?:day|night|hour|shift)\b|^[^,;:.]{0,40}\b(?:(?:both|each)(?!\s+(?:dates?|years?|times?|terms?|quarters?|ends?)\b)|since|ever|on\s+record|nationally|nation|england|wales|regions?|country|neighbours|"
    r"possible|(?:but|bar)\s+(?:one|two|three|⟦c\d+⟧)|rises?|rose|increases?|increased|growth|grew|falls?|fell|decreases?|drops?|change|changed|reductions?)\b",
    re.I,
)
_EXCEPT = re.compile(r"\W*(?:apart|aside|except\w*|excluding|other\s+than)\b", re.I)
_OF_CHANGE = re.compile(
    r"\b(?:rise|rose|increases?|increased|growth|grew|fall|fell|decreases?|drop|change|changed)\b",
    re.I,
)
# “The north team, with the smallest number, …” is ranked by what is said aside.
_WHOSE = re.compile(r"([^,;:]*),\s*(?:with|which|having|whose|being)\b[^,;:]*$", re.I)
_FOLLOWED = re.compile(r"\b(?:mostly|mainly|chiefly)\b.*\bfollowed\s+by\b", re.I)
_CLAUSE = re.compile(
    r"[,;:]|\b(?:where|with(?!\s+in\b)|followed|then|while|whilst|as\s+against|compared|ahead\s+of)\b",
    re.I,
)
# What shows that the numbers behind the one called the largest are of the same row.
_GOES_ON = re.compile(
    r"\b(?:then|next|followed|second|against|ahead|behind|with\s+⟦[cpmx]\d+⟧\s+(?:for|in|at))\b",
    re.I,
)
# “The highest number of late visits was in York”: what is counted is not what is ranked.
_MEASURED = re.compile(
    r"^\s+(?!(?:is|was|are|were)\b)[a-z]+\s+of\s+(?:(?!\b(?:was|were|is|are|in|at|from|came|had|live|lived|to|took)\b)[^,;:])*",
    re.I,
)
_WHOLES = re.compile(
    rf"{BAND.pattern}|\b(?:of|all|among)\s+(?:the|all|these|those|our)?\s*(?:[a-z]+\s+)?⟦c\d+⟧",
    re.I,
)
_RIGHT_BEHIND = re.compile(r"\s*,?\s*(?:with|at|on|:|\()\s*(?:[a-z]+\s+){0,2}⟦", re.I)
_SO_MANY_OF = re.compile(r"⟦c\d+⟧\s+of\s+(?:the|our|these|those)\s+$", re.I)
_OF_TIME = re.compile(r"\b(?:longest|shortest|slowest|fastest|quickest|oldest|youngest)\b", re.I)
_NEAR, _TIMES = 90, tokens("wait hour minute age length duration")
_IS = re.compile(r",\s+(?:is|was|had|has)\b[^,;:.]*$", re.I)
_ANOTHER = re.compile(r"\s+and\s+the\s+[a-z]+\s+in\s+(?:⟦d|[A-Z])")
_PLAIN = tokens(
    """number figure total share proportion percentage percent rate group count level one quarter
    month year team district area place part reason of-all four five six three two any each"""
)
_BY_SHARE = re.compile(r",?\s+(?:with|at)\s+(?:⟦c\d+⟧\s+(?:out\s+)?of\s+⟦c|⟦p)", re.I)
_OF_SHARE = re.compile(r"\b(?:compliance|proportions?|rates?|timeliness|share|best|worst)\b", re.I)
_REST = tokens("other others unknown not known recorded remaining")
_MEND = "Put the order or the number right."


@constraint("rank-denied", "C15; source of error 11")
def ranks(reading: Reading) -> Iterator[Denial]:
    """A number that is called the largest or smallest is so among those next to it."""
    yield from largest_changes(reading)
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = re.sub(r"\([^()]*\)", lambda bracket: " " * len(bracket[0]), row.sentence.text)
        ordered = IN_ORDER.search(text)
        if ordered or _FOLLOWED.search(text):
            yield from _in_order(reading, row, bool(ordered and ordered["up"]))
            continue
        matches = [*RANK.finditer(text), *ONLY.finditer(text)]
        following = NEXT.match(text)
        if following and any(RANK.search(other.sentence.text) for other in before(rows, place, 1)):
            matches = [following]
        # “All 18 of the slowest have been looked at.”
        if matches := [x for x in matches if not _SO_MANY_OF.search(text[: x.start()])]:
            yield from _ranked(reading, row, text, matches)


def _ranked(reading, row: Statement, text, matches):
    own = series_of(row)
    near = [own] if own else []
    near += (x for x in series_near(reading, row) if len(x.entries) > 2 or _item_of(x, row))
    for match in matches:
        related = _related(near, text, match)
        related = [item for item in related if has_one(item, in_brackets(row))] or related
        # Two columns of a table may be laid together for a share.
        shares = any(x.entries[0].number.kind == PERCENT for x in related)
        if len(related) > 1 and not own and not shares and _OF_SHARE.search(text):
            continue
        if _BY_SHARE.match(text, match.end()):
            related = [x for x in related if x.entries[0].number.kind == PERCENT]
        verdicts = [_verdict(row, text, match, series) for series in related]
        if not any(verdicts):
            far = series_of_paper(reading, tokens(row.sentence.said()))
            far = of_that_state(far, _noun(text, match))
            verdicts += [_verdict(row, text, match, series) for series in far]
        if own and related[:1] == [own] and verdicts[0] is not None:
            verdicts = verdicts[:1]
        if True not in verdicts:
            yield from guesses(list(filter(None, verdicts))[:1])


def _related(near, text, match):
    """The series that hold what a rank is of: those whose words it shares, else those of which
    any rank may be told."""
    named = _noun(text, match)
    near = of_that_state(near, named)
    # “Commonest gap: chronologies, on 23 files”: what stands behind the colon is what is ranked.
    behind = text[match.end() :].partition(":")[0] if named else ""
    return [x for x in near if x.own or not named or named & x.about or x.entry_named(behind)]


def _noun(text, match) -> frozenset[str]:
    """The tokens of what a rank counts; none where it goes on from that of a sentence before."""
    if match.re is NEXT:
        return frozenset()
    return tokens(noun_ranked(text, match)) - LEADING - _PLAIN


def _verdict(row: Statement, text, match, series: Series):
    """What is wrong with a rank among some entries, True where they bear it, None where it is of
    none of them."""
    if ONLY.made(match):
        above, below = (series.entry_named(match[name]) for name in ("above", "below"))
        if not (above and below):
            return None
        passing = [item for item in series.entries if item.number.value > below.number.value]
        return passing == [above] or _denial(row, match, above, below, below.number)
    text, first = behind_another(text, match, series)
    if text is None:
        return None
    clause = _clause_at(text, match)
    ranked = clause[: clause.find(match.group())] + (match.groupdict().get("nth") or "")
    is_other = _OTHERS.search(ranked) or _OF_CHANGE.search(ranked)
    is_other = is_other or _OF_ANOTHER.match(text[match.end() :]) or _EXCEPT.match(text)
    is_other = is_other or (series.own and _is_apart(text, match, series))
    mine = None if is_other else _subject(row, text, match, clause, series)
    way = way_of_rank(row, match, series)
    of_time = _OF_TIME.search(match.group()) and series.entries[0].number.kind != SPAN
    if mine is None or not way or (of_time and not series.about & _TIMES):
        return None
    if is_of_other_numbers(text, match, series, mine):
        return None
    value = mine.number.value * way
    passing = [item for item in series.entries if item.number.value * way > value]
    # A rate beside counts is none of them.
    passing = [x for x in passing if mine.number.places or not x.number.places]
    level = [item for item in series.entries if item.number.value * way == value]
    wording = match.groupdict()
    nth = next(filter(None, map(wording.get, ("nth", "second", "order", "place", "behind"))), "")
    nth = 2 if first else _PLACES.get(nth.casefold(), 1)
    if len(passing) <= nth - 1 < len(passing) + len(level):
        return True
    other = passing[min(nth, len(passing)) - 1] if passing else mine
    return _denial(row, match, mine, other, mine.number)


def _is_apart(text, match, series: Series):
    """True for `…; in 2014 York had the most`: of another time than the numbers before it."""
    start, end = text.rfind(";", 0, match.start()) + 1, (text + ";").find(";", match.end())
    dated = start and "⟦d" in text[start:end]
    return dated and not any(start <= e.start < end for e in series.entries)


def _clause_at(text, match):
    """The clause of a sentence in which a rank stands."""
    ends = [item.span() for item in _CLAUSE.finditer(text)]
    others = [item.span() for item in RANK.finditer(text) if item.start() != match.start()]
    for start, end in others:
        first, last = min(end, match.end()), max(start, match.start())
        ends += [
            joint.span() for joint in re.finditer(r"\band\b", text[:last]) if joint.start() >= first
        ]
    start = max((end for _, end in ends if end <= match.start()), default=0)
    return text[start : min((at for at, _ in ends if at >= match.end()), default=len(text))]


def _subject(row: Statement, text, match, clause, series: Series):
    """The entry that is ranked: what its clause names, or the number right behind the rank."""
    here = series.own and is_here(series, row)
    if here and are_periods(text, match, series):
        return None
    if here and (having := HAVING.search(text[: match.start()])):
        inside = (item for item in series.entries if having.start() < item.start < match.start())
        return next(inside, None)
    for stretch in _stretches(text, match, clause):
        written = row.sentence.said(stretch)
        mine = series.entry_named(written)
        if mine:
            stated = [item.value for item in row.sentence.marks("cp", _WHOLES.sub("", stretch))]
            return mine if not stated or mine.number.value in stated else None
    if not series.own:
        is_labelled = re.search(r"[a-z]{3}", text[: match.start()], re.I)
        # “Youngest child: 8” states what the least is, and ranks nothing.
        is_value = re.match(r"[^⟦:]{0,40}:\s*⟦", text[match.end() :])
        return _item_of(series, row) if is_labelled and not is_value else None
    if not here:
        return None
    behind = [item for item in series.entries if match.end() < item.start < match.end() + _NEAR]
    if behind and _RIGHT_BEHIND.match(row.sentence.text, match.end()):
        return behind[0]
    ahead = [item for item in series.entries if item.start < match.start()]
    wording = match.groupdict()
    is_told = (
        wording.get("order")
        or wording.get("place")
        or (ahead and _IS.search(text[ahead[0].start : match.start()]))
    )
    if wording.get("behind") and ahead:
        return ahead[-1]
    if is_told and len(ahead) == 1:
        return ahead[0]
    goes_on = behind and _GOES_ON.search(row.sentence.text, behind[0].start)
    return behind[0] if behind and goes_on and len(series.entries) > 1 else None


def _stretches(text, match, clause) -> Iterator[str]:
    """The stretches of a sentence that may name what is ranked, the likeliest first."""
    if match.re is NEXT:
        yield text[match.end() :]
        return
    place = text.find(clause)
    ahead = text[place : match.start()]
    behind = _ANOTHER.split(text[match.end() : place + len(clause)].partition(" to be ")[0])[0]
    yield f"{ahead} {_MEASURED.sub(' ', behind)}"
    if skipped := _WHOSE.search(text[: match.start()]):
        yield skipped[1]
    if label := re.match(r"[^,;:]{0,60}:([^;:]+)", text[match.end() :]):
        yield label[1]
    earlier = re.split(r"[,;:]|\band\b", text[: match.start()])[-2:-1]
    if earlier and not RANK.search(earlier[0]) and not tokens(MARK.sub("", ahead)) - LEADING:
        yield earlier[0]
    others = [item for item in RANK.finditer(text) if item.start() != match.start()]
    if (
        others
        and others[0].end() < match.start()
        and re.search(r"\band\b", text[others[0].end() : match.start()])
    ):
        yield text[: others[0].start()]


def _item_of(series: Series, row: Statement):
    """The entry of a list that a sentence is the item of, or None."""
    return next((item for item in series.entries if item.line is row.line and not item.start), None)


def _denial(row: Statement, match, mine: Entry, other: Entry, number):
    if other is mine and GOES_DOWN.search(row.sentence.text, match.end()):
        return None
    spoken = match.groupdict()
    rank = next(filter(None, map(spoken.get, ("best", "worst", "order", "place"))), match.group())
    rank = rank.strip().casefold().removeprefix("the ")
    passing = "none" if other is mine else other.number.words
    says = f"{mine.number.words} is called the {rank}, and {passing} passes it."
    span = number if mine.line is row.line else row.span
    return Denial(row.line, span, says, _MEND)


def _in_order(reading: Reading, row: Statement, is_rising):
    """`In order of size` with a number behind a smaller one, there or in the list under it."""
    place = reading.places[id(row.line)] + 1
    under = (
        item
        for item in series_of_lists(reading, row)
        if item.entries[0].line is reading.lines[min(place, len(reading.lines) - 1)]
    )
    series = series_of(row) or next(under, None)
    entries = series.entries if series and len(series.entries) > 2 else ()
    for pair in pairwise(entries):
        first, second = pair if not is_rising else pair[::-1]
        # “Other” stands last whatever its size.
        if second.number.value > first.number.value and pair[1].names - _REST:
            values = pair[0].number.words, pair[1].number.words
            says = "The report has “in order”, but {} comes before {}.".format(*values)
            yield Denial(row.line, row.span, says, _MEND)
            return
