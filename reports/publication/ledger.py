"""The ledger of assurance: by subject, what committees were told in published papers, when, on
which evidence, how old that is on a day, and which papers said nothing.

A paper tells of a subject where it prints a figure of it, or else where its words speak of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from reports.papers.rules.subjects import SUBJECTS, ReportedSubject, subject_of
from reports.publication.models.figures import FIGURES, PrintedFigure

# Evidence that is older than this is marked: the field's papers come every half-year.
OLD = 12


@dataclass(frozen=True)
class Evidence:
    """What figures of one source and day rest on: how many of them, and how many months old."""

    source: str
    when: str
    figures: int
    end: date | None


@dataclass(frozen=True)
class ReportingPaper:
    """One paper that tells of a subject; `places` are (address, words)."""

    edition: Edition
    with_figures: bool
    places: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...] = ()

    @property
    def newest(self) -> date | None:
        """The newest day that its evidence tells of, and no later than its issue: what is due is
        told before its day. None where it has no evidence."""
        days = (item.end for item in self.evidence if item.end)
        return max((min(day, self.edition.issued_on) for day in days), default=None)


@dataclass(frozen=True)
class Line:
    """A subject: the paper that told of it last, the last one that did with figures, how many told
    of it and which of them (keys) `in_words` alone, and the papers that said nothing, the last
    issued first. Ages are whole months."""

    subject: ReportedSubject
    last: ReportingPaper | None
    last_counted: ReportingPaper | None
    told: int
    in_words: frozenset[int]
    silent: tuple[Edition, ...]
    silent_since: int
    told_months: int | None
    evidence_months: int | None

    @property
    def is_old(self) -> bool:
        """Whether its evidence is older than a year."""
        return self.evidence_months is not None and self.evidence_months > OLD


def ledger(editions: Iterable[Edition], values, printed, on: date) -> list[Line]:
    """A line for each subject. `editions` are the current ones, the last issued first; `values`
    and `printed` are readings of `EditionSubject` and `PrintedFigure` that hold what these tell."""
    editions = list(editions)
    by_subject: dict[str, dict[int, str]] = {item.slug: {} for item in SUBJECTS}
    for subject, edition, how in values.in_short():
        by_subject.get(subject, {})[edition] = how
    return [
        _line(item, by_subject[item.slug], editions, (values, printed), on) for item in SUBJECTS
    ]


def months_between(day: date, on: date) -> int:
    """Whole months from `day` to `on`, never below nought."""
    months = (on.year - day.year) * 12 + on.month - day.month - (on.day < day.day)
    return max(months, 0)


def _line(subject, values, editions, readings, on):
    telling = [edition for edition in editions if edition.pk in values]
    counted = [item for item in telling if values[item.pk] == FIGURES]
    last = _telling(telling[0], subject, *readings) if telling else None
    last_counted = _telling(counted[0], subject, *readings) if counted else None
    newest = last_counted.newest if last_counted else None
    silent = tuple(edition for edition in editions if edition.pk not in values)
    places = [place for place, item in enumerate(editions) if item.pk in values]
    return Line(
        subject=subject,
        last=last,
        last_counted=last_counted,
        told=len(telling),
        in_words=frozenset(item.pk for item in telling if values[item.pk] != FIGURES),
        silent=silent,
        silent_since=places[0] if places else len(editions),
        told_months=months_between(last.edition.issued_on, on) if last else None,
        evidence_months=months_between(newest, on) if newest else None,
    )


def _telling(edition, subject, values, printed):
    home = edition_address(edition)
    row = values.of_edition(edition).get(subject=subject.slug)
    places = tuple((f"{home}#{anchor}", text) for anchor, text in row.places)
    mine = [item for item in printed.of_edition(edition) if subject_of(item.key) == subject.slug]
    return ReportingPaper(edition, row.how == FIGURES, places, tuple(_evidence(mine)))


def _evidence(rows: Iterable[PrintedFigure]):
    index: dict[tuple, list[PrintedFigure]] = {}
    for row in rows:
        entry = from_json(row.entry)
        index.setdefault((entry.source, entry.when), []).append(row)
    newest = sorted(index.items(), key=lambda item: str(item[1][0].end), reverse=True)
    for (source, when), some in newest:
        yield Evidence(source, when, len(some), some[0].end)
