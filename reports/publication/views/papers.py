"""The lists of a council's issued papers: all of them, narrowed as the address says, those of one
series, and the editions that corrected another."""

from django.shortcuts import get_object_or_404, render

from assurance.accounts.access import public
from assurance.govuk.lists import listed
from reports.editions.models.editions import Edition
from reports.publication.previous_values import with_corrected
from reports.publication.search.forms import PaperFilters
from reports.publication.search.views import owner_of

SORTS = {"issued": "issued_on", "period": "paper__period_end"}


@public
def papers(request, council):
    """The issued papers of a council, by committee, meeting, series, subject and time."""
    owner = owner_of(council)
    form = PaperFilters(request.GET, council=owner)
    value = form.chosen()
    rows = Edition.objects.public_in(owner.slug).readable().filtered(**value)
    page = listed(request, rows.with_papers(), SORTS, "-issued")
    followed = {"series": value.get("series"), "committee": value.get("committee")}
    context = {"council": owner, "form": form, "page": page, "narrowed": value, **followed}
    return render(request, "publication/papers.html", context)


@public
def of_series(request, council, series):
    """The issued papers of one series."""
    owner = owner_of(council)
    row = get_object_or_404(owner.series, slug=series)
    rows = Edition.objects.public_in(owner.slug).readable().filtered(series=row)
    page = listed(request, rows.with_papers(), SORTS, "-period")
    context = {"council": owner, "series": row, "page": page, "heading": row.title}
    return render(request, "publication/papers.html", context)


@public
def corrections(request, council):
    """The editions that corrected an earlier one, each with its notice and the one corrected."""
    owner = owner_of(council)
    rows = Edition.objects.public_in(owner.slug).correcting().with_papers()
    # Their sections are large, and stand in no notice.
    rows = rows.select_related("front").defer("front__lines", "front__items")
    page = listed(request, with_corrected(rows), {"issued": "issued_on"}, "-issued")
    return render(request, "publication/corrections.html", {"council": owner, "page": page})
