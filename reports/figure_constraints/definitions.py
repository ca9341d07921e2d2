"""“Grades given by Ofsted”, “30 agency staff”, “in the west 188”: words next to a live figure that
narrow or name what it counts, and that its definition has not."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from reports.checks.figure_texts import faults_around, figure_texts, is_over
from reports.checks.numbers.live.part_words import parts_named
from reports.checks.numbers.live.surroundings import is_hedged
from reports.checks.reading import CAPTION, CELL, PROSE, Line, LiveFigure, Reading, shared
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.figure_constraints.clauses import clause_around
from reports.figure_constraints.headlines import unknown_words
from reports.figure_constraints.things import NOUN_BEHIND, OUR_OWN

# A team, a place or a body that only some of what is counted belongs to.
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|from|by|for)\s+(?:the|our|its)\s+"
    r"(?P<place>(?:[a-z’'-]+\s+(?!(?:was|were|is|are|had|has|have|who|which|that)\b)){0,4}?"
    r"(?:teams?|hubs?|offices?|locality|areas?|districts?|wards?|schools?|homes?|hospitals?|pilots?|"
    r"north|south|east|west|centre)(?:\s+of\s+the\s+[a-z]+)?)\b"
)
_MEND = "Write what the figure counts."


@rule(
    "words-beyond-definition",
    Severity.WARNING,
    "decisions §11; sources of error 7",
    family="numbers",
    follows=(
        *("figure-of-other-things", "figure-of-another-part", "claim-without-record"),
        *("figure-attributed", "share-of-figure", "date-over-figures", "figure-unlike-state"),
        *("all-unlike-some", "time-unlike-figure", "stock-over-time"),
    ),
)
def definitions(reading: Reading, _known) -> Iterator[Fault]:
    """The words that name what a live figure counts are those of its definition or sourced."""
    for lines in shared(reading, figure_texts):
        if lines[0].kind in (CAPTION, CELL) and is_over(reading, lines[0]):
            yield from _named(reading, lines)
    yield from faults_around(reading, lambda line: _narrowed(reading, line))


def _named(reading: Reading, lines: tuple[Line, ...]) -> Iterator[Fault]:
    """The fault of a caption, head or label over figures none of which knows one of its words."""
    line, entries = lines[0], [item.live[0].entry for item in lines]
    end = line.live[0].start
    name = "".join(
        " " if any(day.start <= at < day.end for day in line.dates) else sign
        for at, sign in enumerate(line.text[:end])
    )
    unknown = [_unknown(reading, entry, name) for entry in entries]
    left = [word for word in unknown[0] if all(word in item for item in unknown)]
    if left and not line.sources:
        yield _fault(line, (0, len(line.text[:end].rstrip(" :"))), line.live[0], left[0])


def _narrowed(reading: Reading, line: Line) -> Iterator[Fault]:
    """The fault of words between a figure and its noun, or of a place next to it."""
    for live in line.live if line.kind in PROSE and not is_over(reading, line) else ():
        sentence = line.sentence_at(live.start)
        noun = NOUN_BEHIND.match(line.text, live.end, sentence.end)
        spans = [(live.end, noun.start("noun"))] if noun else []
        before, after = clause_around(line, live)
        for first, text in ((live.start - len(before), before), (live.end, after)):
            rows = () if is_hedged(text) else _PLACE.finditer(text)
            spans += [(first + x.start("place"), first + x.end("place")) for x in rows]
        for start, end in spans:
            unknown = _unknown(reading, live.entry, line.text[start:end])
            if unknown and not any(start <= at < end for at, _source in line.sources):
                yield _fault(line, (start, end), live, unknown[0])
                break


def _unknown(reading: Reading, entry: Entry, words: str) -> list[str]:
    """The words that no definition of what the report counts of a figure’s subject has."""
    subject = current_key(entry.key).partition(".")[0]
    # A number that is hidden is called nothing.
    if entry.mark or entry.made_of or subject not in OUR_OWN:
        return []
    titles = " ".join(x.title for x in reading.figures if x.key.startswith(f"{subject}."))
    # Parts and states have rules of their own.
    for name in (reading.council, *(x.group() for x in parts_named(subject, words).values())):
        words = words.replace(name, " ")
    return unknown_words(entry, words, titles)


def _fault(line: Line, span, live: LiveFigure, word: str) -> Fault:
    says = f"“{line.text[slice(*span)].strip()}” is of {live.entry.text}, which counts "
    says += f"“{live.entry.title}”. The definition has no “{word}”."
    return fault(line, span, says, _MEND)
