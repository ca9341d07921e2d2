"""Typed numbers of what registers hold at a report's dates: those are counted, not typed."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from assurance.figures.figure import Timing
from assurance.figures.measurement import measure
from assurance.figures.quotable import LISTS
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.language.grammar import TOKEN
from reports.language.tokens import Quote, StatedNumber, read_token
from reports.papers.assembly import records
from reports.papers.assembly.questions import questions_of
from reports.papers.dated_counts import RECORDS, dated_counts
from reports.papers.manuscript import BlockText, Manuscript
from reports.papers.typed_numbers import STATED_BY, masked, passages, sentence_at, texts
from reports.prose.councils import are_one
from reports.prose.dates import dates
from reports.prose.named_times import named_time, time_since
from reports.prose.numbers import COUNT, numbers
from reports.prose.quantities.phrases import phrase_after, stems

# No sentence that is weighed is longer to either side.
_REACH = 600
# “No audits were done”; “no more children than” and “no longer” count nothing.
_NO = re.compile(
    r"(?<![\w’'-])no(?=\s+(?!more|fewer|less|longer|other|further|change|one|new)[a-z])"
    r"(?:\s+[a-z][a-z’-]*){1,2}",
    re.I,
)
# What may follow the noun where no more is said of which ones are meant.
_ENDS = re.compile(
    r"\s*(?:[.,;:)]|$)|\s+(?:were|was|are|is|have|had|has|did|will)\b"
    r"|\s+(?:in|during|since|between|over)\s+(?:the\s+(?:half-year|period|year|quarter|month)|\d|·)"
)
# A time in which things happened, of which no day is named.
_IN_A_PERIOD = re.compile(
    r"\b(?:in|during|over)\s+(?:the|this)\s+(?:half-year|period|year|quarter|month)\b", re.I
)
# The number is a part, a bound or an aim, or the sentence names who else may have them.
_OTHERS = re.compile(
    r"\b(?:targets?|aims?|plan(?:s|ned)?|at\s+least|up\s+to|over|than|further|another|each|every|per)\b"
    r"|(?<=[a-z,;]\s)[A-Z][a-z]|^(?!(?:We|Our|The|There|These|Those|They|All|In|On|By|Of|During|Since|"
    r"Between|Over|Officers|Managers|Auditors|Inspectors|Staff)\b)[A-Z]\w*\s"
)


@dataclass(frozen=True)
class Countable:
    """Why a number is not to be typed, and the figures, (token, title), that count the same."""

    sentence: str
    figures: tuple[tuple[str, str], ...]


Counted = Mapping[tuple[str, int], Countable]


def counted(manuscript: Manuscript) -> Callable[[BlockText], Counted]:
    """Gives, of the typed numbers of a block that have a source, those that count what registers
    hold at the dates of `manuscript`: (path, start) of each, and what counts it."""
    offered = cache(lambda *asked: tuple(_offers(manuscript, *asked)))
    on_its_day, own_time = dated_counts(manuscript), _own_time(manuscript)

    def of_block(block):
        if _is_of_another(block, manuscript.council):
            return {}
        return {
            (path, start): result
            for path, text, bare in passages(block)
            for start, end, printed in _sourced(block, text, bare)
            if (result := _dated(text, start, end, printed, on_its_day))
            or (
                own_time(text, start) and (result := _countable(text, start, end, printed, offered))
            )
        }

    return of_block


def denied_noughts(manuscript: Manuscript) -> Iterator[tuple[BlockText, str]]:
    """(block, sentence) of each “no audits were done in 2015” of which records count some at that
    time, where every word of it is the figure’s own."""
    on_its_day = dated_counts(manuscript)
    for block in manuscript.blocks:
        own = () if _is_of_another(block, manuscript.council) else texts(block)
        for _path, text in own:
            for match in _NO.finditer(masked(text)):
                first = max(0, match.start() - _REACH)
                place = match.start() - first
                near = text[first : match.end() + _REACH]
                result = on_its_day(near, place, place + len("no"))
                if result and result[2] != "0":
                    yield block, _denial(match[0], *result)


def _denial(words, _token, title, value):
    return (
        f"“{words}”: the records count {value or 'some'} by “{title}”. Use that figure, or explain "
        "in the sentence which others are meant."
    )


def _own_time(manuscript):
    """Whether the sentence at a place names no day or period but those of the report, and counts
    since none but the first of such a period."""
    known = {*manuscript.names.values(), manuscript.period, When.at(manuscript.report_date)}
    begins = {when.start for when in known if not when.is_day}

    def names_no_other(text, start):
        sentence = masked(sentence_at(text, start))
        if time := named_time(sentence):
            return time.when in known
        since = time_since(sentence, manuscript.report_date)
        return since.when.start in begins if since else not dates(sentence)

    return names_no_other


def _is_of_another(block, council):
    """Whether a block's numbers are those of another council's paper."""
    name = block.data.get(STATED_BY, {}).get("council", "")
    return bool(name) and not any(are_one(name, own) for own in (council.name, council.short_name))


def _dated(text, start, end, words, on_its_day):
    number = next(iter(numbers(words)), None)
    bound = next((item.bound for item in numbers(text[:start] + words) if item.end > start), "")
    plain = number is not None and number.kind == COUNT and not bound
    result = on_its_day(text, start, end) if plain else None
    if result is None:
        return None
    token, title, value = result
    count = f"{value} by “{title}”" if value else f"“{title}”"
    return Countable(
        f"“{words}” can be counted: {count}. Use that figure, or explain in the sentence which "
        "others these are.",
        ((token, title),),
    )


def _sourced(block, text, bare):
    """(start, end, words) of each typed number of a text that has a source."""
    for match in TOKEN.finditer(text):
        token = read_token(match[0])
        if isinstance(token, StatedNumber):
            yield match.start(), match.end(), token.words
    for number in bare if STATED_BY in block.data else ():
        yield number.start, number.end, number.words


def _countable(text, start, end, words, offered):
    blotted, sentence = masked(text), sentence_at(text, start)
    phrase = phrase_after(blotted[end:].replace("·", "⟦"))
    number = next(iter(numbers(words)), None)
    if not phrase or number is None or number.kind != COUNT:
        return None
    before = blotted[text.rfind(sentence, 0, start + len(sentence)) : start]
    if _OTHERS.search(before) or not _ENDS.match(blotted, blotted.find(phrase, end) + len(phrase)):
        return None
    offers = offered(stems(phrase), _is_of_a_period(sentence))
    titles = "” or “".join(title for _token, title in offers)
    sentence = (
        f"“{words} {phrase}”: the records count them. Quote “{titles}”, or explain in the "
        "sentence which others these are."
    )
    return Countable(sentence, tuple(row for row in offers if row[0])) if offers else None


def _is_of_a_period(sentence):
    """Whether a sentence counts what happened in a time, not what there was on a day."""
    time = named_time(masked(sentence))
    return not time.when.is_day if time else bool(_IN_A_PERIOD.search(sentence))


def _offers(manuscript, noun, in_period) -> Iterator[tuple[str, str]]:
    """(token, title) of the figures, and ("", title) of lists, of what `noun` (its stems) names; of
    figures those of a period alone where the sentence is `in_period` and there are such."""
    figures = [
        figure
        for figure in FIGURES.values()
        if figure.unit in RECORDS
        and not (figure.base or figure.has_members)
        and stems(str(figure.unit)) <= noun <= stems(f"{figure.unit} {figure.title}")
    ]
    queries = {
        query: figure
        for figure in figures
        for query in questions_of(Quote(figure.key), FIGURES, manuscript)
    }
    exact = measure(manuscript.council, queries, FIGURES, public=False).exact
    counting = [
        figure
        for query, figure in queries.items()
        if any(value.count for value in exact.get(query, {}).values())
    ]
    happened = [figure for figure in counting if in_period and figure.timing == Timing.IN]
    for figure in happened or counting:
        yield f"[[{figure.key}]]", figure.title
    day = manuscript.report_date
    for kind in LISTS.values():
        for called, filters in kind.called.items():
            same = stems(called) == noun
            if same and records.filtered(kind, manuscript.council, filters, day, manuscript.paper):
                yield "", f"{kind.title}: {called}"
