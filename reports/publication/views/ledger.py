"""What anybody may read of the ledger of assurance."""

from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import public
from assurance.runtime.periods import today
from reports.documents.licence import licence
from reports.editions.models.editions import Edition
from reports.papers.rules.subjects import SUBJECTS
from reports.publication.forms.filters import LedgerFilter
from reports.publication.ledger import OLD, ledger
from reports.publication.models.figures import PrintedFigure, SubjectTold
from reports.publication.views.figures import council_of

# The columns of the table of papers: the last ones.
SHOWN = 8


@public
def show(request, council):
    """By subject: what committees were told, when, on which evidence, how old that is now, and
    where nothing was said."""
    current = Edition.objects.public_anywhere().public_in(council)
    form = LedgerFilter(request.GET, committees=current.committees())
    asked = form.chosen().get("committee", "")
    lines, editions = lines_of(council, asked)
    context = {
        "lines": lines,
        "papers": editions[:SHOWN],
        "table": [(one, _marks(one, editions[:SHOWN])) for one in lines],
        "council": council_of(council),
        "filter_form": form,
        "subjects": SUBJECTS,
        "old": OLD,
        "asked": asked,
        "true_on": today(),
        "licence": licence(),
    }
    return render(request, "publication/ledger.html", context)


def lines_of(council, committee):
    """The lines of the ledger, and the editions that they were made from, the last issued first;
    404 where the council has published nothing."""
    if not Edition.objects.public_in(council).exists():
        raise Http404
    current = Edition.objects.public_anywhere().public_in(council).of_committee(committee)
    editions = list(current.without_document())
    told, printed = (one.objects.public_in(council) for one in (SubjectTold, PrintedFigure))
    return ledger(editions, told, printed, today()), editions


def _marks(line, editions):
    said = dict.fromkeys((one.pk for one in line.silent), "Nothing said")
    said |= dict.fromkeys(line.in_words, "In words")
    return [said.get(one.pk, "With figures") for one in editions]
