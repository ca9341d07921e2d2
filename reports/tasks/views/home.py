"""The two first pages, and how an account is told of what needs it: by calendar and by e-mail."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts import operations
from assurance.accounts.access import KEPT_NOWHERE, Permission, public, requires
from assurance.accounts.forms import EmailForm
from assurance.accounts.models.notices import Notices
from assurance.govuk.lists import ROWS_TO_A_PAGE
from assurance.records.refusals import refusals_as_messages
from assurance.runtime.caching import kept
from assurance.runtime.periods import this_moment, today
from reports.publication.models.councils import (
    has_published,
    published_reports,
    publishing_councils,
)
from reports.publication.views.front import show as show_council
from reports.tasks.dates import as_ical, dates_of
from reports.tasks.home_parts.parts import COLUMNS, HomeReader
from reports.tasks.home_parts.table import parts_of
from reports.tasks.home_parts.visits import earlier_visit


@public
def front(request):
    """The councils that publish here; where there is one, its own front page."""
    pages = Paginator(publishing_councils(), ROWS_TO_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    if pages.count == 1:
        return show_council(request, page[0].slug)
    context = {"page": page, "councils": published_reports(page), "is_front": True}
    return kept(request, render(request, "tasks/front.html", context))


@requires(Permission.SEE_HOME)
def home(request):
    """The home of the person signed in: the parts that are theirs, and their tasks."""
    day = today()
    reader = HomeReader(request.user, day, earlier_visit(request.session, day))
    parts = parts_of(reader)
    columns = {name: [row for row in parts if row.part.column == name] for name in COLUMNS}
    reads_published = reader.only_reads and has_published(request.user.council)
    context = {
        **columns,
        "cards": reader.cards,
        "tasks": [need.as_task() for need in reader.needs],
        "only_reads": reader.only_reads,
        # Who only reads has no other way to what is published than this page.
        "is_front": reads_published,
        "has_published": reads_published,
        "has_own_search": True,
    }
    return render(request, "tasks/home.html", context)


NAME = "Your tasks"


@requires(Permission.SEE_HOME)
def choices(request):
    """Whether there is a calendar, and how often an e-mail comes."""
    notices = Notices.objects.visible_to(request.user).first()
    every = notices.email_every if notices else ""
    form = EmailForm(request.POST or None, initial={"email_every": every})
    if form.is_valid():
        fields = form.cleaned_data
        operations.choose_email(user=request.user, by=request.user, on=today(), **fields)
        messages.success(request, "Your choice has been saved.")
        return redirect("notices")
    context = {"form": form, "notices": notices, "back": reverse("home")}
    return render(request, "tasks/notices.html", context)


@requires(Permission.SEE_HOME)
@require_POST
def make_calendar(request):
    """Makes the calendar's private address and shows it, once."""
    _, private = operations.make_calendar(user=request.user, by=request.user, on=today())
    address = request.build_absolute_uri(reverse("calendar", args=[private]))
    context = {"address": address, "back": reverse("notices")}
    return render(request, "tasks/calendar.html", context)


@requires(Permission.SEE_HOME)
@require_POST
def stop_calendar(request):
    """Takes the calendar's address away."""
    with refusals_as_messages(request):
        operations.stop_calendar(user=request.user, by=request.user, on=today())
        messages.success(request, "The calendar has been stopped. Its address shows nothing now.")
    return redirect("notices")


@public
def calendar(request, private):
    """The calendar that has this private address; what its account may not do, it does not say."""
    notices = Notices.objects.opened_by(private).first()
    if notices is None:
        raise Http404
    root = request.build_absolute_uri("/").rstrip("/")
    dates = dates_of(notices.user, today())
    made = as_ical(dates, name=NAME, root=root, made_at=this_moment())
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = KEPT_NOWHERE
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer
