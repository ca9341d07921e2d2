"""A paper in another format or language: anybody asks without an account, the clerk answers."""

from allauth.core import ratelimit
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import KEPT_NOWHERE, Permission, public, requires
from assurance.accounts.history_page import about
from assurance.accounts.models.accounts import Council
from assurance.govuk.forms import post_data
from assurance.govuk.lists import listed
from assurance.records.history import ByLink
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editions.models.editions import Edition
from reports.publication.format_requests import operations
from reports.publication.format_requests.forms import AnswerForm, FormatForm
from reports.publication.models.format_requests import FormatRequest

SORTS = {"asked": "asked_on", "wanted": "wanted", "closed": "closed_on"}
ANYBODY = ByLink("form for another format")
CLOSED = "The request is closed."


@public
def request_format(request, council):
    """The form, with the paper of the page that led here, and the thanks once it was sent."""
    if limited := ratelimit.consume_or_429(request, action="other_format"):
        return limited
    council = get_object_or_404(Council, slug=council)
    edition = _edition(request, council)
    form = FormatForm(post_data(request), initial={"about": edition.title if edition else ""})
    if form.is_valid():
        fields = {"paper": edition.paper if edition else None, "by": ANYBODY, "on": today()}
        operations.ask_for_format(council=council, **form.asked(), **fields)
        return redirect("publication:other-format-asked", council.slug)
    context = {"form": form, "council": council, "back": _back(council, edition)}
    response = render(request, "publication/other_format.html", context)
    response["Cache-Control"] = KEPT_NOWHERE
    return response


@public
def show_thanks(request, council):
    """The thanks, with what happens next."""
    council = get_object_or_404(Council, slug=council)
    return render(request, "publication/other_format_sent.html", {"council": council})


@requires(Permission.ISSUE_PAPERS)
def requests(request):
    """What was asked for, what waits for an answer first."""
    rows = FormatRequest.objects.visible_to(request.user)
    context = {"page": listed(request, rows, SORTS, "-asked"), "waiting": rows.open().count()}
    return render(request, "publication/other_formats.html", context)


@requires(Permission.ISSUE_PAPERS)
def answer(request, pk):
    """One request: what is needed, how to reach them, and what was done."""
    row = get_object_or_404(FormatRequest.objects.visible_to(request.user), pk=pk)
    form = AnswerForm(post_data(request))
    if form.is_valid():
        with refusals_shown_on(form):
            fields = {"by": request.user, "on": today(), **form.cleaned_data}
            operations.answer_request(request=row, **fields)
            messages.success(request, CLOSED)
            return redirect("published:other-format-record", pk)
    back = reverse("published:other-format-list")
    context = {"form": form, "row": row, "entries": about(row), "back": back}
    return render(request, "publication/other_format_answer.html", context)


def _edition(request, council):
    """The current edition of the paper that the address names as series/slug, or None."""
    named = request.GET.get("paper", "").replace("\0", "").split("/")
    if len(named) != 2:
        return None
    return Edition.objects.public_in(council.slug).active().of_paper(*named).first()


def _back(council, edition):
    if edition:
        at = (council.slug, edition.paper.series.slug, edition.paper.slug)
        return reverse("publication:paper", args=at)
    return reverse("front")
