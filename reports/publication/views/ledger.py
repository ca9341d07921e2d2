"""What anybody may read of the ledger of assurance."""

from django.shortcuts import render

from assurance.accounts.access import public
from assurance.runtime.periods import today
from reports.documents.licence import licence
from reports.editions.models.editions import Edition
from reports.papers.rules.subjects import SUBJECTS
from reports.publication.forms.filters import LedgerFilter
from reports.publication.ledger import OLD, ledger
from reports.publication.models.figures import EditionSubject, PrintedFigure
from reports.publication.views.figures import council_of

# The columns of the table of papers: the last ones.
MOST_PAPERS = 8


@public
def show(request, council):
    """By subject: what committees were told, when, on which evidence, how old that is now, and
    where nothing was said."""
    current = Edition.objects.public_anywhere().public_in(council)
    form = LedgerFilter(request.GET, committees=current.committees())
    record = form.chosen().get("committee", "")
    lines, editions = lines_of(council, record)
    context = {
        "lines": lines,
        "papers": editions[:MOST_PAPERS],
        "table": [(line, _marks(line, editions[:MOST_PAPERS])) for line in lines],
        "council": council_of(council),
        "filter_form": form,
        "subjects": SUBJECTS,
        "old": OLD,
        "asked": record,
        "true_on": today(),
        "licence": licence(),
    }
    return render(request, "publication/ledger.html", context)


def lines_of(council, committee):
    """The lines of the ledger, and the editions that they were made from, the last issued first;
    404 where the council has published nothing."""
    council_of(council)
    current = Edition.objects.public_anywhere().public_in(council).of_committee(committee)
    editions = list(current.without_document())
    values, printed = (item.objects.public_in(council) for item in (EditionSubject, PrintedFigure))
    return ledger(editions, values, printed, today()), editions


def _marks(line, editions):
    value = dict.fromkeys((item.pk for item in line.silent), "Nothing said")
    value |= dict.fromkeys(line.in_words, "In words")
    return [value.get(edition.pk, "With figures") for edition in editions]
