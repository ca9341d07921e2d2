"""What two reports ask of their committees, and the decisions on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from reports.documents.diff import Line
from reports.editions.models.editions import Edition
from reports.papers.models.recommendations import Recommendation
from reports.publication.comparison.sections import is_like
from reports.publication.models.figures import EditionFront
from reports.publication.summary import asking_title

NEW, REWORDED, SAME, GONE = "New", "Reworded", "In both", "Not made again"


@dataclass(frozen=True)
class RecommendationPair:
    """A recommendation as each report makes it, None in the one that does not, and what is
    recorded of its decision in each."""

    before: Line | None
    after: Line | None
    decided_before: Recommendation | None = None
    decided_after: Recommendation | None = None

    @property
    def state(self) -> str:
        """How the later report differs."""
        if not (self.before and self.after):
            return NEW if self.after else GONE
        return SAME if self.before.words == self.after.words else REWORDED

    @property
    def line(self) -> Line:
        """The later of the two."""
        return self.after or self.before


def asked_in(edition: Edition) -> tuple[Line, ...]:
    """The recommendations of `edition`, each as one line."""
    return _one_line_each(asking_lines(edition))


def asking_lines(edition: Edition) -> list[Line]:
    """The lines of the first list in the section that asks the committee."""
    return _lines_of(edition.front, asking_title(edition.paper.template.spec))


def recommendation_pairs(old: Sequence[Line], new: Sequence[Line]) -> Iterator[RecommendationPair]:
    """Each recommendation of the later report, wherever in its list it is: in the same words, else
    with the first that is like it; then those that are not made again."""
    left = list(old)
    again = {line.anchor: _taken(left, lambda other, own=line: other == own.words) for line in new}
    for line in new:
        before = again[line.anchor]
        yield RecommendationPair(
            before or _taken(left, lambda other, own=line: is_like(other, own.words)), line
        )
    yield from (RecommendationPair(line, None) for line in left)


def with_decisions(
    pairs: Iterable[RecommendationPair], before: Edition, now: Edition
) -> tuple[RecommendationPair, ...]:
    """The same with the decisions: a decision is about the newest edition of its report."""
    newest = Edition.objects.readable().filter(pk__in=(before.pk, now.pk))
    papers = {edition.pk: edition.paper_id for edition in newest.without_document()}
    rows = Recommendation.objects.filter(paper__in=papers.values())
    index = {(row.paper_id, row.anchor): row for row in rows}

    def decided(line, edition):
        return line and index.get((papers.get(edition.pk), line.anchor))

    return tuple(
        replace(
            pair,
            decided_before=decided(pair.before, before),
            decided_after=decided(pair.after, now),
        )
        for pair in pairs
    )


def _lines_of(front: EditionFront, title: str) -> list[Line]:
    own = next((own for _, name, own in front.lines if title and name == title), ())
    lines = dropwhile(lambda line: line.anchor not in front.items, (Line(*line) for line in own))
    return list(takewhile(lambda line: line.anchor in front.items, lines))


def _one_line_each(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Recommendations as one line each, with the points within them."""
    rows = []
    for line in lines:
        last = rows[-1] if rows else None
        if last and f"{line.anchor}-".startswith(f"{last.anchor}-"):
            glue = " " if last.words.endswith(":") else "; "
            rows[-1] = replace(last, words=f"{last.words.rstrip(';,')}{glue}{line.words}")
        else:
            rows.append(line)
    return tuple(rows)


def _taken(left, fits):
    """The first of `left` whose words fit, taken out of it; None without one."""
    for line in left:
        if fits(line.words):
            left.remove(line)
            return line
    return None
