"""What anybody may read of a council's figures: an index of all that its papers print, and each
through all papers."""

from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import public
from reports.documents.licence import licence
from reports.editions.models.editions import Edition
from reports.papers.rules.subjects import SUBJECTS, subject_of
from reports.publication.figure_history import strands
from reports.publication.forms.filters import FigureFilter
from reports.publication.models.figures import PrintedFigure


@public
def index(request, council):
    """Every figure that published papers print, by subject."""
    owner = council_of(council)
    form = FigureFilter(request.GET)
    rows = PrintedFigure.objects.public_in(council).gathered(**form.chosen())
    matches = list(rows)
    groups = [
        (item.title, [row for row in matches if subject_of(row["figure"]) == item.slug])
        for item in SUBJECTS
    ]
    groups.append(("Other figures", [row for row in matches if not subject_of(row["figure"])]))
    context = {"groups": [group for group in groups if group[1]], "count": len(matches)}
    context |= {"council": owner, "filter_form": form, "licence": licence()}
    return render(request, "publication/figure_index.html", context)


@public
def through_papers(request, council, key, member=""):
    """One figure through all published papers."""
    result = strands_of(council, key, member)
    last = result[-1].points[-1].entry
    context = {"strands": result, "entry": last, "council": council_of(council)}
    context |= {"licence": licence()}
    return render(request, "publication/figure_series.html", context)


def council_of(slug):
    """The council of that slug; 404 where it has published nothing."""
    first = Edition.objects.public_in(slug).without_document().first()
    if first is None:
        raise Http404
    return first.paper.council


def strands_of(council, key, member):
    """The strands of one figure; 404 where no standing paper prints it."""
    rows = PrintedFigure.objects.public_in(council).of_series(key, member).with_newest()
    result = strands(rows)
    if not result:
        raise Http404
    return result
