"""A council's own front page: headline figures, reports, subjects and open commitments."""

from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import public
from assurance.runtime.caching import kept
from assurance.runtime.periods import today
from reports.documents.headlines import headline_entries, parted
from reports.documents.html import page
from reports.documents.html.abbreviations import abbreviations_of
from reports.editions.names import newest_first
from reports.language.rules import due_dates
from reports.papers.addresses import figure_address
from reports.papers.models.commitments import Commitment
from reports.papers.models.templates import next_meeting
from reports.papers.rules.subjects import SUBJECTS
from reports.prose.marks import sentences
from reports.publication.figure_charts.front_page import (
    front_page_charts,
    printings,
    subjects_of_figures,
)
from reports.publication.headlines import headlines_of
from reports.publication.models.councils import front_reports
from reports.publication.models.headlines import finding_of, headlines_by_edition
from reports.publication.previous_values import counted_later_among
from reports.publication.search.views import owner_of

# So many reports and commitments stand on the page; their lists have the others.
REPORTS, COMMITMENTS = 5, 4
# Of so many of the last reports one is sought that opens with headline figures.
OPENED = 3
# A longer sentence introduces a report and says nothing that it found.
LONGEST_FINDING = 240


@public
def show(request, council):
    """The front page of a council: its list of reports where none has been published."""
    owner = owner_of(council)
    meeting = next_meeting(owner, today())
    reports = front_reports(council, REPORTS, meeting)
    if not reports:
        return redirect("publication:issued", council)
    editions = reports.last
    parts = headlines_by_edition(editions)
    promised = Commitment.objects.public_in(council)
    context = {
        "council": owner,
        "editions": [(edition, _finding(edition, parts.get(edition.pk))) for edition in editions],
        "commitments": promised.publicly(state=due_dates.OPEN).first_due().in_brief()[:COMMITMENTS],
        "commitment_numbers": promised.numbers_by_state(today()).items(),
        "subjects": _subjects(council, reports.digests),
        "next_meeting": meeting,
        "meeting_reports": reports.of_meeting,
        "own_address": reverse("publication:council", args=[council]),
        "latest": reports.latest,
        **_headlines(newest_first(editions)[:OPENED], parts, reports.digests),
    }
    return kept(request, render(request, "publication/front.html", context))


def _finding(edition, part):
    """The finding of a report in a sentence: its first main point, else the first of its words."""
    own = finding_of(part.leading) if part else ""
    first = next(iter(sentences(edition.purpose or "")), None)
    return own or (first.text if first and len(first.text) <= LONGEST_FINDING else "")


def _headlines(editions, parts, digests):
    """The headline figures of the last of `editions` that has any of `parts`, chosen ones before
    first ones, whose they are, and how they went."""
    openings = [edition for edition in editions if edition.pk in parts]
    if not openings:
        return {}
    edition = min(openings, key=lambda row: parts[row.pk].leading.unchosen)
    leading, document = parted(parts[edition.pk].document)
    medium = page.Medium(
        screen=True,
        figure=lambda number: figure_address(edition, number),
        abbreviations=abbreviations_of(document),
    )
    entries = [entry for _, entry in headline_entries(document, leading) if entry]
    names, council = [(entry.key, entry.member) for entry in entries], edition.paper.council
    rows = printings(council, names, digests)
    again = counted_later_among(rows, edition, entries)
    return {
        "opened": edition,
        "charts": front_page_charts(council, names, rows),
        **headlines_of(edition, document, leading, medium, again),
    }


def _subjects(council, digests):
    """(slug, title, how many figures) of each subject with figures, in the order of their list."""
    numbers = subjects_of_figures(council, digests)
    return [(item.slug, item.title, numbers[item.slug]) for item in SUBJECTS if numbers[item.slug]]
