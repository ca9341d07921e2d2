"""Typed numbers whose sentence says what a figure counts, on its day or in its period: its count.

A reading is sure only where every word of the sentence is one of the figure's own title, label,
definition or population, and its day or period is that of the records.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from assurance.figures.figure import Figure, Mark, Timing, Unit, Value
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.people.models.people import Cohort
from reports.language.grammar import PERIOD, TOKEN
from reports.language.tokens import DateName, StatedNumber, read_token
from reports.papers.manuscript import POSITION, Manuscript
from reports.prose.named_times import named_time, time_since
from reports.prose.numbers import AGE, numbers
from reports.prose.quantities.phrases import stems

_PLACE, _LIVE, _SINCE = "\ue000", "\ue001", "\ue002"
_FILLERS = frozenset(
    stem
    for words in (
        "we it they there were was is are been be being have has had did do on at in of by for to",
        "from with that which who whom this those end day each once council authority city county",
        "exactly only just also then as or and aged age year old",
    )
    for stem in words.split()
)
_JOINTS = re.compile(r"([,;:()–—]|\band\b|\bbut\b|\bwhile\b|\bwhereas\b)")
# Words for doing a thing that a figure's title calls “done”.
_DONE = re.compile(r"\b(?:made|completed|undertaken|conducted|performed|carried\s+out)\b", re.I)
# The things that records count besides people.
RECORDS = (
    *(Unit.AUDITS, Unit.ROUNDS, Unit.FINDINGS, Unit.ACTIONS, Unit.BREACHES, Unit.CHECKS),
    *(Unit.DEVELOPMENTS, Unit.EVENTS, Unit.RISKS, Unit.SETTINGS),
)
# What follows a comma and says no more of which ones are counted.
_ASIDE = re.compile(r"\s*(?:which|down|up|more|fewer|compared|although|so|a|an|the same)\b", re.I)
_FREE = (";", ":", "(", ")", "–", "—", "but", "while", "whereas")
_AGE = re.compile(r"\d+")
_POSSESSIVE = re.compile(rf"{_PLACE}\s+(?:[a-z]+[\s-]+){{0,2}}[a-z]+['’]s?\s+[a-z]")


def dated_counts(manuscript: Manuscript) -> Callable[[str, int, int], tuple[str, str, str] | None]:
    """Gives, of a number at (text, start, end), the token, title and value of the figure that
    counts the same at the same time, no value where it is small; None where that is not sure."""
    measured = cache(lambda figures, when: tuple(_counts_at(manuscript, figures, when)))
    reported = cache(manuscript.paper.last_report_day)

    def counted(text, start, end):
        words, ages, when = _reading(manuscript, text, start, end, reported)
        figures = _likely(words, ages, Timing.AT if when.is_day else Timing.IN) if words else ()
        matches = {
            value.identity: (figure, cohort, value, public)
            for figure, cohort, value, public in (measured(figures, when) if figures else ())
            if _is_same(words, ages, figure, value)
        }
        if len(matches) != 1:
            return None
        [(figure, cohort, value, public)] = matches.values()
        count = f"{public.count:,}" if public.mark == Mark.SHOWN else ""
        return _token(manuscript, cohort, value), _title(figure, value), count

    return counted


def _reading(manuscript, text, start, end, reported):
    """(stems of what the number's clause says, the ages in it, the day or period of its sentence);
    the stems are None where that is not sure."""
    printed = _printed(manuscript, text, start, end)
    if not printed or _POSSESSIVE.search(printed):
        return None, (), None
    time = named_time(printed)
    last = reported() if "since" in printed.casefold() else None
    since = None if time else time_since(printed, manuscript.report_date, last)
    time = time or since
    if not time or _PLACE in printed[time.start : time.end]:
        return None, (), None
    mark = _SINCE if since else ""
    printed = f"{printed[: time.start]} {mark} {printed[time.end :]}"
    pieces = _JOINTS.split(printed)
    place = next(at for at, piece in enumerate(pieces) if _PLACE in piece)
    clause = pieces[place]
    named = numbers(clause)
    others = _LIVE in clause or any(item.kind != AGE for item in named)
    if others or not all(_is_aside(pieces, place)) or not _is_counted_since(pieces, clause):
        return None, (), None
    ages = tuple(item.words for item in named)
    return _stems(clause.replace(_PLACE, " ")), ages, time.when


def _is_counted_since(pieces, clause):
    """Whether what is “since” a day is the number, not something else that its sentence says."""
    own = [piece for piece in pieces if _SINCE in piece]
    return all(piece is clause or not _stems(piece) for piece in own)


def _printed(manuscript, text, start, end):
    """The sentence of a number with the words of its tokens; marks for it and live figures."""

    def words(match):
        token = read_token(match[0])
        if isinstance(token, StatedNumber):
            return token.words
        if isinstance(token, DateName):
            return manuscript.date_text(token) or _LIVE
        return _LIVE

    before, after = TOKEN.sub(words, text[:start]), TOKEN.sub(words, text[end:])
    last = list(re.finditer(r"[.?!]\s+(?=[A-Z“\"(])|\n", before))
    stop = re.search(r"[.?!](?:\s|$)|\n", after)
    opening = before[last[-1].end() :] if last else before
    text = f"{opening}{_PLACE}{after[: stop.start()] if stop else after}"
    for name in (manuscript.council.name, manuscript.council.short_name):
        text = text.replace(name, " ") if name else text
    return text


def _is_aside(pieces, place) -> Iterator[bool]:
    """Of each other piece of a sentence, whether it leaves what the number counts as it is."""
    for at in range(0, len(pieces), 2):
        piece = pieces[at]
        joint = pieces[at - 1] if at > place else pieces[at + 1] if at < place else ""
        if at == place or not _stems(piece):
            yield True
        elif at < place:
            yield joint in _FREE
        else:
            counts_more = _LIVE in piece or bool(numbers(piece))
            aside = joint == "," and _ASIDE.match(piece)
            yield counts_more or joint in _FREE or bool(aside)


def _stems(phrase):
    return stems(_DONE.sub("done", phrase.replace("-", " ").replace(_SINCE, " "))) - _FILLERS


def _likely(words, ages, timing):
    """The figures of which one may be the same: to measure every figure takes seconds."""
    return tuple(
        figure
        for figure in FIGURES.values()
        if figure.timing == timing
        and (figure.unit.of_people or figure.unit in RECORDS)
        and (_has_own(words, ages, figure) or _has_member(words, ages, figure))
    )


def _has_own(words, ages, figure):
    own = _stems(figure.title) - _stems(str(figure.unit))
    return not ages and bool(own) and own <= words


def _has_member(words, ages, figure):
    """Whether `words` name a member of the figure, or one that only the records know."""
    if not figure.members:
        return figure.has_members
    return any(
        tuple(_AGE.findall(label)) == ages and _stems(label) <= words
        for label in figure.members.values()
    )


def _counts_at(manuscript, figures, when):
    """(figure, population's slug, exact value, public value) of each answer of exactly that day or
    period; that of the usual population, which has no slug, last."""
    council = manuscript.council
    cohorts = (*Cohort.objects.of(council).values_list("slug", flat=True), "")
    queries = [FigureQuery(figure.key, slug, when) for slug in cohorts for figure in figures]
    measured = measure(council, queries, FIGURES, on=manuscript.policy_day)
    for query in queries:
        for value in measured.exact.get(query, {}).values():
            if value.mark == Mark.SHOWN and value.when == when and value.count is not None:
                public = measured.value(query, value.member)
                yield FIGURES[query.key], query.cohort, value, public


def _is_same(words: frozenset[str], ages: tuple[str, ...], figure: Figure, value: Value) -> bool:
    """Whether `words` and `ages` are those of a figure, or of one of its members, and `words` those
    of its population."""
    unit, population = _stems(str(figure.unit)), _stems(value.cohort)
    own = _stems(value.label) if value.member else _stems(figure.title) - unit
    if tuple(_AGE.findall(value.label)) != ages or not (own or ages) or not own <= words:
        return False
    known = unit | own | population | _stems(f"{figure.title} {figure.counts}")
    whom = words & (population or unit)
    return bool(whom and words <= known)


def _token(manuscript, cohort, value):
    """The token of a value at the paper's own name of that day or period, or at itself."""
    names = [name for name, when in manuscript.names.items() if when == value.when]
    names += [PERIOD] if manuscript.period == value.when else []
    usual = POSITION if value.when.is_day else PERIOD
    days = sorted({value.when.start.isoformat(), value.when.end.isoformat()})
    at = "" if usual in names else f" @{next(iter(sorted(names)), '..'.join(days))}"
    member, of = (f":{value.member}" if value.member else "", f" of={cohort}" if cohort else "")
    return f"[[{value.key}{member}{of}{at}]]"


def _title(figure, value):
    title = figure.title_of(value.label)
    return f"{title}, {value.when}"
