"""Giving files and their templates, and what was given before."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.accounts.history_page import names_of
from assurance.govuk.lists import listed
from assurance.imports import jobs, operations
from assurance.imports.downloads import as_file
from assurance.imports.file_templates import gives_back, standing_of, template_of, templates_of
from assurance.imports.forms import GiveForm
from assurance.imports.kinds import kinds_for
from assurance.imports.models import ImportRun
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import say_day, today

SORTS = {"started_on": "started_on", "state": "state"}


@requires(Permission.IMPORT_FILES)
def start(request):
    """Takes files and reads them; lists the kinds that there are, with their templates."""
    form = GiveForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    jobs.forget_staged(request.user.council, request.user)
    if form.is_valid():
        with refusals_shown_on(form):
            tables = form.cleaned_data["files"]
            is_large = jobs.is_large(sum(len(table.rows) for table in tables))
            run = (operations.give if is_large else operations.check)(
                council=request.user.council,
                tables=tables,
                kinds=kinds_for(request.user),
                by=request.user,
                on=today(),
            )
            return redirect("imports:record", run.pk)
    kinds = [(item, templates_of(item), gives_back(item)) for item in kinds_for(request.user)]
    waiting = ImportRun.objects.visible_to(request.user).open().listed()
    context = {"form": form, "kinds": kinds, "waiting": waiting[:10]}
    return render(request, "imports/start.html", context)


@requires(Permission.IMPORT_FILES)
def list_runs(request):
    """What was imported, cancelled or undone, latest first."""
    jobs.forget_staged(request.user.council, request.user)
    rows = ImportRun.objects.visible_to(request.user).listed()
    page = listed(request, rows, SORTS, "-started_on")
    names = names_of(run.who for run in page)
    for run in page:
        run.name = names.get(run.who, run.who)
    context = {"page": page, "back": reverse("imports:start"), "true_on": say_day(today())}
    return render(request, "imports/list.html", context)


@requires(Permission.IMPORT_FILES)
def template(request, key, form, part=""):
    """The template of a kind as a CSV or XLSX file; 404 for a kind the account may not import."""
    kind = next((item for item in kinds_for(request.user) if item.key == key), None)
    values = template_of(kind, part) if kind else None
    if values is None:
        raise Http404
    return as_file(f"{key}-{part}" if part else key, form, *values)


@requires(Permission.IMPORT_FILES)
def export_file(request, key, form):
    """What stands, as a file of a kind that can be mended and imported again."""
    kind = next((item for item in kinds_for(request.user) if item.key == key), None)
    values = standing_of(kind, request.user.council) if kind else None
    if values is None:
        raise Http404
    return as_file(f"{key}-{today().isoformat()}", form, *values)
