"""The ledger of assurance: by subject, what committees were told in published papers, when, on
which evidence, how old that is on a day, and which papers said nothing.

A paper tells of a subject where it prints a figure of it, a list or field of its records, or else
where its words speak of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from reports.papers.rules.subjects import (
    SUBJECTS,
    ReportedSubject,
    subject_of,
    subject_of_record,
)
from reports.publication.models.figures import (
    FIGURES,
    RECORDS,
    TEXT_ONLY,
    PrintedFigure,
    PrintedRecord,
)

# The ways to tell of a subject, that with the most evidence first.
WAYS = (FIGURES, RECORDS, TEXT_ONLY)
# Evidence that is older than this is marked: the field's papers come every half-year.
OLD = 12


@dataclass(frozen=True)
class Evidence:
    """What figures of one source and day rest on, and how many there are; or a list of records,
    `rows` long, or `fields` of records."""

    source: str
    when: str
    figures: int
    end: date | None
    rows: int | None = None
    fields: int = 0

    @property
    def in_words(self) -> str:
        """“Audit tool: 3 figures of 18 January 2016”."""
        count = f"{self.figures} {'figure' if self.figures == 1 else 'figures'} of"
        if self.rows is not None:
            count = f"a list of {self.rows} at" if self.rows else "an empty list at"
        elif self.fields:
            count = f"{self.fields} {'detail' if self.fields == 1 else 'details'} quoted at"
        return f"{with_capital(self.source)}: {count} {self.when}"


@dataclass(frozen=True)
class ReportingPaper:
    """One paper that tells of a subject, `how` it does; `places` are (address, words)."""

    edition: Edition
    how: str
    places: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...] = ()

    @property
    def with_figures(self) -> bool:
        """Whether it prints a figure of the subject."""
        return self.how == FIGURES

    @property
    def in_words_alone(self) -> bool:
        """Whether it prints neither a figure nor a record of the subject."""
        return self.how == TEXT_ONLY

    @property
    def newest(self) -> date | None:
        """The newest date of its figures, and no later than its issue: what is due is counted ahead
        of it. That of its records where it prints no figure: a list is as new as its report,
        however old what it lists. None where it has no evidence."""
        counted = [item for item in self.evidence if item.figures]
        days = (item.end for item in counted or self.evidence if item.end)
        return max((min(day, self.edition.issued_on) for day in days), default=None)


@dataclass(frozen=True)
class Line:
    """A subject: the paper that told of it last, the last one that did with figures or records, how
    many told of it and `how` (keys), and the papers that said nothing, the last issued first. Ages
    are whole months."""

    subject: ReportedSubject
    last: ReportingPaper | None
    last_counted: ReportingPaper | None
    told: int
    how: Mapping[int, str]
    silent: tuple[Edition, ...]
    silent_since: int
    told_months: int | None
    evidence_months: int | None

    @property
    def is_old(self) -> bool:
        """Whether its evidence is older than a year."""
        return self.evidence_months is not None and self.evidence_months > OLD


def ledger(editions: Iterable[Edition], values, printed, recorded, on: date) -> list[Line]:
    """A line for each subject. `editions` are the current ones, the last issued first; `values`,
    `printed` and `recorded` are readings of `EditionSubject`, `PrintedFigure` and `PrintedRecord`
    that hold what these tell."""
    editions = list(editions)
    by_subject: dict[str, dict[int, str]] = {item.slug: {} for item in SUBJECTS}
    for subject, edition, how in values.in_short():
        by_subject.get(subject, {})[edition] = how
    newest = _newest_figures(editions, printed)
    chosen = {
        item.slug: _last_two(item, by_subject[item.slug], editions, newest) for item in SUBJECTS
    }
    contents = _contents(chosen.values(), values, printed, recorded)
    return [
        _line(item, by_subject[item.slug], editions, chosen[item.slug], contents, on)
        for item in SUBJECTS
    ]


def _newest_figures(editions, printed):
    """(edition, subject) → the newest date of its figures, of editions issued on one date."""
    dates = Counter(edition.issued_on for edition in editions)
    issued = {edition.pk: edition.issued_on for edition in editions if dates[edition.issued_on] > 1}
    if not issued:
        return {}
    rows = printed.filter(edition__in=issued, end__isnull=False).order_by()
    newest: dict[tuple[int, str], date] = {}
    for edition, key, end in rows.values_list("edition", "key").annotate(last=Max("end")):
        of = edition, subject_of(key)
        newest[of] = max(newest.get(of, date.min), min(end, issued[edition]))
    return newest


def months_between(day: date, on: date) -> int:
    """Whole months from `day` to `on`, never below nought."""
    months = (on.year - day.year) * 12 + on.month - day.month - (on.day < day.day)
    return max(months, 0)


@dataclass(frozen=True)
class _Contents:
    """The contents of some editions: places by (edition, subject), figures and records by
    edition."""

    places: Mapping[tuple[int, str], list]
    figures: Mapping[int, list[PrintedFigure]]
    records: Mapping[int, list[PrintedRecord]]


def _contents(chosen, values, printed, recorded):
    """The contents of the `chosen` editions, in three queries however many there are."""
    keys = {edition.pk for pair in chosen for edition in pair if edition}
    rows = values.of_editions(keys).values_list("edition_id", "subject", "places")
    places = {(edition, subject): anchors for edition, subject, anchors in rows}
    figures, records = (_by_edition(some.of_editions(keys)) for some in (printed, recorded))
    return _Contents(places, figures, records)


def _by_edition(rows):
    index = {}
    for row in rows:
        index.setdefault(row.edition_id, []).append(row)
    return index


def _last_two(subject, values, editions, dates):
    """The last edition on `subject`, and the last with figures or records of it; None where there
    is none."""
    telling = [edition for edition in editions if edition.pk in values]
    counted = [item for item in telling if values[item.pk] != TEXT_ONLY]
    return [_last(rows, values, dates, subject) for rows in (telling, counted)]


def _line(subject, values, editions, chosen, contents, on):
    last, last_counted = (
        one and _telling(one, subject, values[one.pk], contents) for one in chosen
    )
    newest = last_counted.newest if last_counted else None
    silent = tuple(edition for edition in editions if edition.pk not in values)
    since = [item for item in silent if not last or item.issued_on > last.edition.issued_on]
    return Line(
        subject=subject,
        last=last,
        last_counted=last_counted,
        told=sum(edition.pk in values for edition in editions),
        how=values,
        silent=silent,
        silent_since=len(since),
        told_months=months_between(last.edition.issued_on, on) if last else None,
        evidence_months=months_between(newest, on) if newest else None,
    )


def _last(editions, values, dates, subject):
    """The last issued of `editions`, which are in that order; of one date that with the most
    evidence, then with the newest. None without editions."""
    same = [item for item in editions if item.issued_on == editions[0].issued_on]

    def weight(item):
        return -WAYS.index(values[item.pk]), dates.get((item.pk, subject.slug), date.min)

    return max(same, key=weight, default=None)


def _telling(edition, subject, how, contents):
    home = edition_address(edition)
    places = tuple(
        (f"{home}#{anchor}", text) for anchor, text in contents.places[edition.pk, subject.slug]
    )
    figures, records = contents.figures.get(edition.pk, ()), contents.records.get(edition.pk, ())
    own = [row for row in figures if subject_of(row.key) == subject.slug]
    quoted = [row for row in records if subject_of_record(row.kind) == subject.slug]
    return ReportingPaper(edition, how, places, (*_evidence(own), *_record_evidence(quoted)))


def _evidence(rows: Iterable[PrintedFigure]):
    index: dict[tuple, list[PrintedFigure]] = {}
    for row in rows:
        entry = row.printed
        index.setdefault((entry.source, entry.when), []).append(row)
    newest = sorted(index.items(), key=lambda item: str(item[1][0].end), reverse=True)
    for (source, when), some in newest:
        yield Evidence(source, when, len(some), some[0].end)


def _record_evidence(rows: Iterable[PrintedRecord]):
    """A line for each list, and one for the fields quoted of a kind of record."""
    fields: dict[tuple, int] = {}
    for row in rows:
        name, when = row.kind.replace("_", " "), say_day(row.day)
        if row.rows is None:
            fields[name, when, row.day] = fields.get((name, when, row.day), 0) + 1
        else:
            yield Evidence(name, when, 0, row.day, rows=row.rows)
    for (name, when, day), count in fields.items():
        yield Evidence(name, when, 0, day, fields=count)
