"""Pages of every pattern."""

from datetime import UTC, datetime
from pathlib import Path

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.template import engines

from assurance.accounts.access import public
from assurance.accounts.models.accounts import Council
from assurance.govuk.lists import listed
from tests.specimens.forms import EveryKind, Filter

PAGES = Path(__file__).parent
FIGURES = [
    (
        "DBS checks",
        [
            {"token": "[[dbs.needing_check]]", "value": "351", "title": "People who need a check",
             "when": "7 December 2015", "definition": "Posts that need a check under the policy"},
            {"token": "[[dbs.overdue]]", "value": "30", "title": "Past the re-check date"},
        ],
    ),
    ("Audits", [{"token": "[[audits.done @audits_2015]]", "value": "84", "title": "Audits done"}]),
]  # fmt: skip
HISTORY = [
    {
        "at": datetime(2016, 1, 18, 9, 30, tzinfo=UTC),
        "who": "Head of Service",
        "what": "Grade changed",
        "changes": {"grade": {"from": "good", "to": "outstanding"}, "name": {"changed": True}},
        "reason": "Moderated by a second auditor",
    },
    {"at": datetime(2016, 1, 4, 16, 5, tzinfo=UTC), "who": "Audit officer", "what": "Audit added"},
]
SUMMARY = [
    {"key": "Date of the audit", "value": "3 March 2016", "change": "/form/"},
    {"key": "Team", "value": "South <team>", "change": "/form/"},
    {"key": "Follows from", "value": "Audit of 4 April 2015", "link": "/parts/"},
    {"key": "Shared on", "value": None},
]
TASKS = [
    {"words": "Introduction", "address": "/form/", "state": "done"},
    {"words": "Figures", "address": "/form/", "state": "problem", "status": "2 problems",
     "hint": "Two figures have no value on their date"},
    {"words": "Approval", "state": "blocked", "hint": "Every part has to be completed first"},
    {"words": "Annexes", "address": "/form/", "state": "todo", "status": "To do"},
]  # fmt: skip
TILES = [
    {"number": "351", "words": "people need a DBS check", "address": "/list/", "note": "were 347"},
    {"number": "8", "words": "checks fall due in February", "address": "/list/"},
    {
        "number": "3",
        "words": "actions are late",
        "address": "/list/",
        "note": "The oldest: 12 days",
    },
]
TYPED = (
    "version=3&reference=A+1&team=south&grade=good&files=2&text=Clear"
    "&done_on_day=3&done_on_month=March&done_on_year=2016"
)
CONFLICT = [
    {"label": "Grade", "mine": "Good", "theirs": "Outstanding"},
    {"label": "Team", "mine": "South <team>", "theirs": "South <team>"},
    {"label": "Summary", "mine": "The plan was clear.\nThe child was seen.", "theirs": ""},
]


def drawn(request, name, context):
    """The page of the template file `name` beside this module."""
    template = engines["django"].from_string((PAGES / name).read_text(encoding="utf-8"))
    return HttpResponse(template.render(context, request))


@public
def parts(request):
    """Every part that is no form and no list."""
    messages.success(request, "The audit was saved.")
    messages.warning(request, "Two files are still open.")
    messages.info(request, "The paper of July was issued.")
    context = {"history": HISTORY, "summary": SUMMARY, "tasks": TASKS, "tiles": TILES}
    return drawn(request, "parts.html", context)


@public
def form(request):
    """A form with every kind of field; what it was given is said when it is right."""
    form = EveryKind(request.POST or None, request.FILES or None, version=3)
    if form.is_valid():
        return HttpResponse(f"Saved {form.cleaned_data['done_on']}")
    context = {"form": form, "heading": "Add an audit", "caption": "Case audits", "back": "/parts/"}
    return render(request, "layouts/form.html", context | {"cancel_url": "/list/"})


@public
def listing(request):
    """A list of councils, since they have no records before them."""
    filter_form = Filter(request.GET)
    rows = Council.objects.filter(name__icontains=filter_form.chosen().get("name", ""))
    page = listed(request, rows, {"name": "name", "slug": "slug"}, "name")
    return drawn(request, "list.html", {"page": page, "filter_form": filter_form})


@public
def editor(request):
    """The paragraph editor."""
    return drawn(request, "editor.html", {"form": EveryKind(), "groups": FIGURES})


@public
def preview(request):
    """What the editor's text becomes."""
    return drawn(request, "preview.html", {"text": request.POST.get("text", "")})


@public
def conflict(request):
    """Two people edited one record."""
    form = EveryKind(QueryDict(TYPED), version=3).at_version(4)
    context = {"rows": CONFLICT, "form": form, "who": "The head of service", "record": "/parts/"}
    return render(request, "409.html", context, status=409)


@public
def locked_out(request):
    """Too many wrong passwords."""
    return render(request, "account/locked_out.html", status=403)
