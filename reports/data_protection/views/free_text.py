"""Free text that may name a person: searched, downloaded, replaced one by one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from assurance.accounts.access import KEPT_NOWHERE, Permission, requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from assurance.tables.workbook.writer import write_csv
from reports.data_protection.forms import ReplaceForm, TermsForm
from reports.data_protection.free_text.finds import as_rows, finds
from reports.data_protection.operations.free_text import replace_text
from reports.data_protection.subjects import subject_of

WHAT = "Free text that may name a person"
REPLACED = "Texts replaced: {number}."
COLUMNS = ("Record", "Spelling", "Text")


@requires(Permission.PROTECT_DATA)
@require_http_methods(["GET", "HEAD", "POST"])
def search(request, kind, key):
    """Asks for names and references, and shows the texts that have them."""
    subject = _subject(request, kind, key)
    usual = {"terms": "\n".join(subject.terms)}
    form = TermsForm(request.POST or None, initial=usual)
    results = None
    if form.is_valid():
        results = finds(subject, form.cleaned_data["terms"])
        log_access(request.user, LoggedAccess.SEARCH, WHAT, len(results))
    return _page(request, subject, form, results, ReplaceForm())


@requires(Permission.PROTECT_DATA)
@require_POST
def download(request, kind, key):
    """The chosen texts as a CSV file."""
    _subject_found, _terms, chosen = _chosen(request, kind, key)
    log_access(request.user, LoggedAccess.EXPORT, WHAT, len(chosen))
    response = HttpResponse(write_csv(COLUMNS, as_rows(chosen)), content_type="text/csv")
    name = f"free-text-{kind}-{today().isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = KEPT_NOWHERE
    return response


@requires(Permission.PROTECT_DATA)
@require_POST
def replace(request, kind, key):
    """Replaces the words in the chosen texts, each with an entry of history."""
    subject, terms, chosen = _chosen(request, kind, key)
    form = ReplaceForm(request.POST)
    if form.is_valid():
        author = {"because": form.cleaned_data["because"], "by": request.user, "on": today()}
        with refusals_shown_on(form):
            for find in chosen:
                replace_text(subject=subject, find=find, terms=terms, **author)
            messages.success(request, REPLACED.format(number=len(chosen)))
    left = finds(subject, terms)
    return _page(request, subject, TermsForm(request.POST), left, form)


def _subject(request, kind, key):
    subject = subject_of(request.user.council, kind, key)
    if subject is None:
        raise Http404
    return subject


def _chosen(request, kind, key):
    """The subject, the terms, and the chosen ones of what they find; a form that asks for nothing
    finds nothing."""
    subject, form = _subject(request, kind, key), TermsForm(request.POST)
    if not form.is_valid():
        raise Http404
    terms, keys = form.cleaned_data["terms"], {*request.POST.getlist("finds")}
    return subject, terms, [find for find in finds(subject, terms) if find.key in keys]


def _page(request, subject, form, results, replace_form):
    context = {"subject": subject, "form": form, "results": results, "replace_form": replace_form}
    response = render(request, "data_protection/free_text.html", context)
    response["Cache-Control"] = KEPT_NOWHERE
    return response
