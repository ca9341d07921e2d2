"""A member's next meeting: its published reports, what they ask, what changed since last time."""

from dataclasses import dataclass

from assurance.charts.findings import steps_of
from assurance.figures.keys import current_key
from assurance.meetings.clear_days import publish_by
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.documents.document import from_json
from reports.documents.figure_pairs import ChangedEntry, direction, text_of_base
from reports.documents.series.shares import NO_CHANGE, steps_of_shares
from reports.editions.comparison_values import mark_of
from reports.editions.models.editions import Edition, EditionFile
from reports.papers.addresses import figure_address, paper_address
from reports.papers.models.templates import next_meeting
from reports.publication.figure_history import is_counted
from reports.publication.summary import FirstScreen, first_screen
from reports.tasks.home_parts.own_notes import notes_of

sections = LazyModule("reports.publication.search.sections")

# More reports of one meeting are listed by their titles on the page of published reports.
MOST_REPORTS = 4
MOST_FIGURES = 4
# What is shown where no report of the meeting has a figure that reads otherwise than before.
USUAL_FIGURES = (
    *(("dbs.overdue", ""), ("audits.shared", ""), ("looked_after.children", "")),
    *(("actions.overdue", ""), ("actions.total", "")),
)


@dataclass(frozen=True)
class MeetingReport:
    """A published report of the meeting, with what its first screen has to say."""

    edition: Edition
    first: FirstScreen
    is_new: bool
    pdf: EditionFile | None = None

    @property
    def address(self) -> str:
        """Where it is read."""
        return paper_address(self.edition.paper)


@dataclass(frozen=True)
class Tile:
    """A figure that reads otherwise than last time: `change` says in words how, `mark` what it is
    compared with, `line` draws its last values; either is empty where there is none."""

    title: str
    address: str
    value: str
    base: str
    when: str
    change: str
    mark: str = ""
    line: str = ""


def of_meeting(reader):
    """The lead of a member's home; None for who has other work."""
    if not reader.only_reads:
        return None
    council = reader.user.council
    meeting = next_meeting(council, reader.day)
    public = Edition.objects.public_anywhere().filter(paper__council=council)
    of_meeting = public.filter(paper__meeting=meeting) if meeting else public.none()
    reports = [_report(row, reader.since) for row in of_meeting[:MOST_REPORTS]]
    tiles = _tiles(council, reports)
    days = (meeting.date - reader.day).days if meeting else None
    return {
        "meeting": meeting,
        "in_days": _in_days(days),
        "reports": reports,
        "expected": publish_by(meeting.date) if meeting and not reports else None,
        "last": None if reports else public.first(),
        "tiles": tiles or _usual_tiles(council),
        "tiles_title": "Changes since last time" if tiles else "Last published figures",
        "notes": notes_of(reader),
        "button": bool(reports),
        "council": council,
        "asks": True,
    }


def change_words(change: ChangedEntry) -> str:
    """How the later value differs: `Rose from 24 on 30 June 2015 to 30`, never good or bad."""
    then, now = change.before, change.after
    earlier, later = (text_of_base(row) for row in (then, now))
    is_alike = None not in (then.count, now.count) and then.unit == now.unit
    if is_alike and (of_shares := steps_of_shares(then, now, then.when)):
        return of_shares
    verb = direction(then, now) if is_alike else ""
    if verb in ("", NO_CHANGE):
        return f"Was {earlier}, {then.when}"
    return steps_of(verb, earlier, later, then.when)


def _report(edition, since):
    first = first_screen(edition, from_json(edition.document))
    is_new = since is not None and edition.issued_on >= since
    return MeetingReport(edition, first, is_new, edition.files.of_type("application/pdf"))


def _tiles(council, reports):
    changed = [(row.edition, item) for row in reports for item in row.first.changed][:MOST_FIGURES]
    keys = [_key(item.after) for _, item in changed]
    editions = Edition.objects.public_in(council.slug).readable()
    rows = sections.figure_results(keys, council.slug, editions)
    latest = {(row.key, row.member): row for row in rows}
    return [_tile(edition, item, latest.get(_key(item.after))) for edition, item in changed]


def _usual_tiles(council):
    """The last published values of the usual figures, as far as reports print them."""
    editions = Edition.objects.public_in(council.slug).readable()
    latest = sections.figure_results(USUAL_FIGURES, council.slug, editions)
    return [_usual_tile(council, row) for row in latest if is_counted(row.point)][:MOST_FIGURES]


def _usual_tile(council, latest):
    entry = latest.point.entry
    return Tile(
        *(
            latest.title,
            latest.address,
            latest.point.text,
            entry.base,
            entry.when,
            latest.dated_change,
        ),
        mark=mark_of(council, entry),
        line=latest.small_line,
    )


def _key(entry):
    return current_key(entry.key), entry.member


def _tile(edition, item, latest):
    entry = item.after
    # The line of another population or of a later value would not be that of the tile's number.
    is_last = latest and (latest.point.entry.text, latest.point.entry.end) == (
        entry.text,
        entry.end,
    )
    return Tile(
        entry.title,
        figure_address(edition, entry.number),
        entry.text,
        entry.base,
        entry.when,
        change_words(item),
        mark_of(edition.paper.council, entry),
        latest.small_line if is_last else "",
    )


def _in_days(days):
    names = {None: "", 0: "today", 1: "tomorrow"}
    return names.get(days, f"in {days} days")
