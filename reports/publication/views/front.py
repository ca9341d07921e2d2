"""A council's own front page: headline figures, reports, subjects and open commitments."""

from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import public
from assurance.runtime.caching import kept
from assurance.runtime.periods import today
from reports.documents.headlines import parted
from reports.documents.html import page
from reports.documents.html.abbreviations import abbreviations_of
from reports.editions.models.editions import Edition
from reports.language.rules import due_dates
from reports.papers.addresses import figure_address
from reports.papers.models.commitments import Commitment
from reports.papers.models.templates import next_meeting
from reports.papers.rules.subjects import SUBJECTS, subject_of
from reports.publication.headlines import headlines_of
from reports.publication.models.figures import PrintedFigure
from reports.publication.models.headlines import headlines_by_edition
from reports.publication.search.views import owner_of

# So many reports and commitments stand on the page; their lists have the others.
REPORTS, COMMITMENTS = 5, 4
# Of so many of the last reports one is sought that opens with headline figures.
OPENED = 3


@public
def show(request, council):
    """The front page of a council: its list of reports where none has been published."""
    editions = list(Edition.objects.public_anywhere().public_in(council)[:REPORTS])
    if not editions:
        return redirect("publication:issued", owner_of(council).slug)
    newest = sorted(editions, key=_newest_first)
    promised = Commitment.objects.public_in(council).publicly(state=due_dates.OPEN)
    context = {
        "council": editions[0].paper.council,
        "editions": editions,
        "commitments": promised.first_due()[:COMMITMENTS],
        "subjects": _subjects(council),
        "next_meeting": next_meeting(editions[0].paper.council, today()),
        "own_address": reverse("publication:council", args=[council]),
        **_headlines(newest[:OPENED]),
    }
    return kept(request, render(request, "publication/front.html", context))


def _newest_first(edition):
    """The last meeting first; of one date the report of the longest time."""
    paper = edition.paper
    return (-paper.told_on.toordinal(), paper.period_start - paper.period_end, edition.pk)


def _headlines(editions):
    """The headline figures of the last of `editions` that has any, and whose they are."""
    parts = headlines_by_edition(editions)
    for edition in editions:
        if edition.pk in parts:
            leading, document = parted(parts[edition.pk].document)
            medium = page.Medium(
                screen=True,
                figure=lambda number, edition=edition: figure_address(edition, number),
                abbreviations=abbreviations_of(document),
            )
            return {"latest": edition, **headlines_of(edition, document, leading, medium)}
    return {}


def _subjects(council):
    """(slug, title, how many figures) of each subject with figures, in the order of their list."""
    rows = PrintedFigure.objects.public_in(council).gathered()
    matches = [subject_of(row["figure"]) for row in rows]
    counts = [(item.slug, item.title, matches.count(item.slug)) for item in SUBJECTS]
    return [row for row in counts if row[2]]
