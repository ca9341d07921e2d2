"""What has changed under a paper's figures: positions corrected while a draft quotes them, and
records changed since an edition was issued.

Exact and restricted: for writers and officers, never in a public page or file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.accounts.models.accounts import Council
from assurance.dbs.models.audits import DbsAudit
from assurance.figures.figure import Value
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.looked_after.models.censuses import Census
from assurance.people.models.people import Cohort
from assurance.people.rules import positions_as_known
from assurance.runtime.keyed_digests import has_digest
from assurance.runtime.periods import When, say_day
from reports.documents.document import from_json
from reports.editions.models.editions import Edition, Provenance
from reports.papers.assembly import records
from reports.papers.assembly.pipeline import AssembledPaper, questions
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.papers import Paper
from reports.papers.wording import number_words

POSITIONS = (Census, DbsAudit)
NOTHING = "nothing is recorded"


@dataclass(frozen=True)
class Correction:
    """A figure that a draft quotes and whose position was corrected: its number in the draft, what
    it was, what it is, and since when."""

    number: int
    title: str
    when: str
    before: str
    now: str
    on: date

    def __str__(self):
        return f"{self.before} → {self.now}, corrected on {say_day(self.on)}"


@dataclass(frozen=True)
class ChangedFigure:
    """A figure of an edition that the records answer otherwise today.

    `before` and `now` are in words; `same_count` where only the rows that make it are others.
    """

    number: int
    title: str
    when: str
    before: str
    now: str
    same_count: bool = False

    def __str__(self):
        if self.same_count:
            return f"{self.before} as printed, made of other records"
        return f"{self.before} → {self.now}"


@dataclass(frozen=True)
class ChangedQuote:
    """A record's field that a paper printed as `before` when it was sent and is `now` another."""

    token: str
    before: str
    now: str


def corrections(manuscript: Manuscript, made: AssembledPaper) -> tuple[Correction, ...]:
    """Every correction of a position that the draft `made` of `manuscript` quotes, newest first.

    A position that was entered and corrected on one day has no earlier version to show.
    """
    council, query = manuscript.council, questions(manuscript)
    entries = {entry.number: entry for entry in made.document.figures}
    later = {entry.exact.identity: entry.exact for entry in made.traced}
    matches = []
    for day in _days_of_corrections(council):
        with positions_as_known(day - timedelta(days=1)):
            earlier = measure(council, query, FIGURES, public=False).shown
        for item in made.traced:
            before, now = earlier.get(item.exact.identity), later.get(item.exact.identity)
            if before and now and (before.count, before.base) != (now.count, now.base):
                entry = entries[item.number]
                terms = (
                    number_words.count_text(entry.count, entry.base, entry.unit)
                    for entry in (before, now)
                )
                matches.append(Correction(item.number, entry.title, entry.when, *terms, day))
        later = earlier
    return tuple(matches)


def changed_since(edition: Edition) -> tuple[ChangedFigure, ...]:
    """Every figure of `edition` that would be another today: in count, in base, or in its rows.

    Each kept count, base and keyed digest is compared with what the records answer now.
    """
    entries = {entry.number: entry for entry in from_json(edition.document).figures}
    rows = edition.provenance.all()
    current = values_now(edition.council, rows)
    matches = (_changed(row, current.get(row.pk), entries[row.number]) for row in rows)
    return tuple(filter(None, matches))


def values_now(council: Council, rows: Iterable[Provenance]) -> dict[int, Value]:
    """Key of a provenance row → what the records answer now, where they answer."""
    slugs = _slugs_by_words(council)
    queries = {
        FigureQuery(row.key, slug, When(row.start, row.end))
        for row in rows
        for slug in slugs.get(row.cohort, ("",))
    }
    current = measure(council, queries, FIGURES, public=False).shown if queries else {}
    identities = {row.pk: (row.key, row.member, row.start, row.end, row.cohort) for row in rows}
    return {key: current[item] for key, item in identities.items() if item in current}


def requoted(paper: Paper) -> tuple[ChangedQuote, ...]:
    """Every field of a record, an answer to a promise among them, that `paper` was sent with and
    that would be said otherwise today; none for a paper that is being written."""
    saved = (paper.frozen or {}).get("quoted", ())
    manuscript, matches = read(paper) if saved else None, []
    for kind, slug, name, before in saved:
        now = records.field_in(manuscript, kind, slug, name)[1] or NOTHING
        if now != before:
            matches.append(ChangedQuote(f"[[record:{kind}/{slug}.{name}]]", before, now))
    return tuple(matches)


def _days_of_corrections(council):
    """The days, newest first, on which a position of the council was given a later version."""
    first, *rest = (
        model.objects.of(council).filter(edition__gt=1).order_by().values_list("created_on")
        for model in POSITIONS
    )
    return sorted((day for (day,) in first.union(*rest)), reverse=True)


def _slugs_by_words(council):
    """Cohort in a figure's words → the slugs that may have been asked for, the usual one first."""
    slugs = {}
    for cohort in Cohort.objects.of(council):
        for text in {cohort.title, cohort.definition}:
            slugs.setdefault(text, [""]).append(cohort.slug)
    return slugs


def _changed(row, value, entry):
    unit = row.definition["unit"]
    before = number_words.count_text(row.count, row.base, unit)
    if value is None:
        return ChangedFigure(row.number, entry.title, entry.when, before, NOTHING)
    now = number_words.count_text(value.count, value.base, unit)
    if before == now and has_digest("\n".join(sorted(value.rows())), row.rows_digest):
        return None
    return ChangedFigure(row.number, entry.title, entry.when, before, now, same_count=before == now)
