"""A self-evaluation as one document: the statements of a version, each with its evidence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from assurance.figures.figure import WHOLE, Mark, Timing
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.governance.rules.self_evaluation import COLOURS, OUTCOMES, outcome
from assurance.runtime.periods import When


@dataclass(frozen=True)
class StatedLine:
    """One statement with what it rests on, and what inspectors found of it later."""

    statement: object
    figures: tuple[str, ...]
    documents: tuple
    findings: tuple
    later: object
    outcome: str

    @property
    def outcome_words(self) -> str:
        """The outcome in words."""
        return OUTCOMES[self.outcome]

    @property
    def colour(self) -> str:
        """The tag's colour."""
        return COLOURS[self.outcome]

    @property
    def has_evidence(self) -> bool:
        """Whether it rests on anything."""
        return bool(self.figures or self.documents or self.findings)


def lines_of(council, statements: Iterable) -> list[StatedLine]:
    """The statements in their order. A figure of a day stands with its value on the day of the
    statement, as a report may print it."""
    statements = list(statements)
    queries = {(row.pk, key): _query(row, key) for row in statements for key in _keys(row)}
    measured = measure(council, [item for item in queries.values() if item], FIGURES)
    return [
        StatedLine(
            statement=row,
            figures=tuple(_figure(key, queries[row.pk, key], measured) for key in _keys(row)),
            documents=tuple(row.standing_documents),
            findings=tuple(row.standing_findings),
            later=row.found_later,
            outcome=outcome(row.found_later and row.found_later.kind),
        )
        for row in statements
    ]


def summary(lines: Iterable[StatedLine]) -> str:
    """How many statements there are and what became of them, in a sentence."""
    lines = list(lines)
    counts = Counter(line.outcome for line in lines)
    parts = [f"{counts[key]} {words.lower()}" for key, words in OUTCOMES.items() if counts[key]]
    bare = sum(not line.has_evidence for line in lines)
    number = f"{len(lines)} statement{'' if len(lines) == 1 else 's'}"
    text = f"{number}: {', '.join(parts)}." if parts else f"{number}."
    return f"{text} {bare} without evidence." if bare else text


def _keys(statement):
    return [key for key in statement.figures.split() if key in FIGURES]


def _query(statement, key):
    if FIGURES[key].timing != Timing.AT:
        return None
    return FigureQuery(key, "", When.at(statement.stated_on))


def _figure(key, query, measured):
    """A figure in words, with its value where it has one that may be shown."""
    title = FIGURES[key].title
    value = measured.value(query, WHOLE) if query else None
    if value is None or value.mark != Mark.SHOWN or value.count is None:
        return title
    return f"{title}: {value.count:,}"
