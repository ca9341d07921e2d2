"""Giving files and their templates; one run: its check, importing, leaving and undoing it."""

import hashlib

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts import history_page
from assurance.accounts.access import Permission, requires
from assurance.accounts.history_page import names_of
from assurance.govuk.forms import post_data
from assurance.govuk.lists import listed
from assurance.imports import checks, jobs, operations
from assurance.imports.file_templates import (
    as_file,
    gives_back,
    standing_of,
    template_of,
    templates_of,
)
from assurance.imports.forms.files import AcceptForm, GiveAgainForm, GiveForm
from assurance.imports.forms.read_as import ReadAsForm
from assurance.imports.kinds import kinds_for
from assurance.imports.messages import each, reason_of, warnings_to_accept
from assurance.imports.models import CHECKED, UPLOADED, WAITING, ImportRun
from assurance.imports.run import display as tables
from assurance.imports.run import dry_run
from assurance.imports.run.lifecycle import choices_of, confirmed_later, why_not_import
from assurance.imports.run.progress import Work
from assurance.imports.run.retention import days_of
from assurance.imports.run.same_files import imported_before
from assurance.imports.upload import Days
from assurance.imports.views.unknown_titles import unknown_titles
from assurance.records.refusals import Refused, refusals_shown_on
from assurance.runtime.periods import say_day, today

SORTS = {"started_on": "started_on", "state": "state"}


@requires(Permission.IMPORT_FILES)
def start(request):
    """Takes files and reads them, but for those that were imported before and would do nothing;
    lists the kinds that there are, with their templates."""
    before, is_again = _imported_before(request), "again" in request.POST
    is_sent = request.method == "POST" and not before
    sent = (request.POST, request.FILES) if is_sent else ()
    form = (GiveAgainForm if before or is_again else GiveForm)(*sent)
    jobs.forget_staged(request.user.council, request.user)
    if form.is_valid():
        with refusals_shown_on(form):
            tables = form.cleaned_data["files"]
            is_large = jobs.is_large(sum(len(table.rows) for table in tables))
            run = (operations.give if is_large else checks.check)(
                council=request.user.council,
                tables=tables,
                kinds=kinds_for(request.user),
                by=request.user,
                on=today(),
            )
            return redirect("imports:record", run.pk)
    kinds = [(item, templates_of(item), gives_back(item)) for item in kinds_for(request.user)]
    waiting = ImportRun.objects.visible_to(request.user).open().listed()
    context = {"form": form, "kinds": kinds, "waiting": waiting, "before": before}
    return render(request, "imports/start.html", context)


def _imported_before(request):
    """The run that imported the files of a request, and its `name`, where they would do nothing;
    None where they are to be read all the same."""
    if "again" in request.POST:
        return None
    digests = [_digest(file) for file in request.FILES.getlist("files")]
    run = imported_before(request.user, digests, kinds_for(request.user))
    if run:
        run.name = names_of([run.who]).get(run.who, run.who)
    return run


def _digest(file):
    digest = hashlib.file_digest(file.file, "sha256")
    file.seek(0)
    return digest.hexdigest()


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
    values = template_of(kind, part, request.user.council) if kind else None
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


WORKED_ON = (UPLOADED, WAITING)
RECORDS_FIRST = 10


@requires(Permission.IMPORT_FILES)
def show_run(request, pk):
    """An open run as its check, with what each file was read as; else what it did."""
    jobs.forget_staged(request.user.council, request.user)
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    if not run.is_open:
        return _ended(request, run)
    if run.state in WORKED_ON:
        jobs.take_up(run)
        context = {**_run_context(run), "progress": Work(run).told()}
        return render(request, "imports/waiting.html", context)
    result = tables.found_in(run)
    form = _reading(request, run, result, post_data(request))
    if form.is_valid():
        later = operations.give_again if jobs.is_large(run.rows) else checks.check_again
        _try(request, later, run, choices=form.choices(), days=form.days())
        return redirect("imports:record", pk)
    return _check(request, run, result, form, form)


@requires(Permission.IMPORT_FILES)
def show_rows(request, pk, place, state):
    """The rows of one part of an open run in one state, fifty to a page."""
    run, result = _open(request, pk, place)
    if state not in result["units"][place]["rows"] or state not in tables.STATES:
        raise Http404
    display = tables.rows_shown(run, result, place, state, request.GET.get("page"))
    context = {"run": run, "shown": display, "back": reverse("imports:record", args=[pk])}
    return render(request, "imports/rows.html", context)


@requires(Permission.IMPORT_FILES)
def show_records(request, pk):
    """Every record that a run wrote, fifty to a page, each with its own page."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    page = tables.records_shown(run, request.GET.get("page"))
    context = {"run": run, "page": page, "back": reverse("imports:record", args=[pk])}
    return render(request, "imports/records.html", {**context, "true_on": say_day(today())})


@requires(Permission.IMPORT_FILES)
def send_refused(request, pk, place, form):
    """The refused rows of one part of an open run as a file, with the reasons beside them."""
    run, result = _open(request, pk, place)
    return as_file(f"refused-{pk}-{place + 1}", form, *tables.refused_file(run, result, place))


@requires(Permission.IMPORT_FILES)
def send_reasons(request, pk, form):
    """Every refusal of a run that was imported, without the values, as a file."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    rows = [
        (item["file"], item["row"], item["column"], reason_of(item)) for item in each(run.refusals)
    ]
    return as_file(f"refusals-{pk}", form, ["File", "Row", "Column", "Why"], rows)


@requires(Permission.IMPORT_FILES)
@require_POST
def import_files(request, pk):
    """Brings a checked run in once its warnings were looked at; where the register moved
    meanwhile, shows the new check."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    result, accept = tables.found_in(run), AcceptForm(request.POST)
    if run.state == CHECKED and warnings_to_accept(result, accept.is_valid()):
        return _check(request, run, result, _reading(request, run, result, None), accept)
    try:
        if jobs.is_large(run.rows):
            operations.wait(run=run, by=request.user, on=today())
        else:
            _do(request, operations.import_files, run)
            messages.success(request, "The files have been imported.")
    except operations.RegisterChanged as moved:
        _try(request, checks.check_again, run, choices=choices_of(run))
        messages.warning(request, moved.sentence)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect("imports:record", pk)


@requires(Permission.IMPORT_FILES)
@require_POST
def cancel(request, pk):
    """Forgets a run that is not imported."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    if Work(run).is_taken():
        Work(run).stop()
        messages.success(request, "The work is being stopped. Nothing will be changed.")
        return redirect("imports:record", pk)
    try:
        operations.cancel(run=run, by=request.user, on=today())
        messages.success(request, "The files have been forgotten. Nothing was changed.")
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect("imports:start")


@requires(Permission.IMPORT_FILES)
def undo(request, pk):
    """Asks whether a run is to be undone, or says why it cannot be, and undoes it."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        try:
            operations.undo(run=run, by=request.user, on=today())
            messages.success(request, "Undone. The register is as it was before these files.")
        except Refused as refused:
            messages.warning(request, refused.sentence)
        return redirect("imports:record", pk)
    why_not = dry_run.why_not(run, request.user, today())
    context = {"why_not": why_not, "back": reverse("imports:record", args=[pk])}
    context["confirmed_later"] = confirmed_later(run)
    return render(request, "imports/undo.html", {"run": run, **context})


def _open(request, pk, place):
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    result = tables.found_in(run)
    if result is None or place >= len(result["units"]):
        raise Http404
    return run, result


def _run_context(run):
    return {"run": run, "back": reverse("imports:start"), "true_on": say_day(today())}


def _reading(request, run, result, typed):
    days = Days(days_of(run), run.covers_to)
    return ReadAsForm(typed, found=result, kinds=kinds_for(request.user), days=days)


def _check(request, run, result, reading, form):
    """The page of the check; `form` is the one of its two forms that was sent."""
    parts = tables.parts_of(run, result, request.user)
    values = {"found": result, "parts": parts, "why_not": why_not_import(run)}
    values |= {"reading": reading, "accept": AcceptForm() if form is reading else form}
    values |= {"form": form, "is_doubtful": bool(warnings_to_accept(result, False))}
    values["unknown"] = unknown_titles(result, request.user)
    values["refused_first"] = [
        (part["place"], item) for part in parts for item in part["refusals"][:5]
    ]
    return render(request, "imports/check.html", {**_run_context(run), **values})


def _ended(request, run):
    names = history_page.names_of([run.who])
    context = {
        **_run_context(run),
        "who": names.get(run.who, run.who),
        "may_undo": run.state == "imported",
        "entries": tables.history_of(run),
        "records": tables.records_shown(run, 1, RECORDS_FIRST),
        "refusals": tables.paged(each(run.refusals), request.GET.get("page")),
    }
    return render(request, "imports/ended.html", context)


def _do(request, operation, run, **fields):
    kinds = kinds_for(request.user)
    return operation(run=run, kinds=kinds, by=request.user, on=today(), **fields)


def _try(request, operation, run, **fields):
    try:
        _do(request, operation, run, **fields)
    except Refused as refused:
        messages.warning(request, refused.sentence)
