"""What is kept on one person: found, shown, exported, erased."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from assurance.accounts.access import KEPT_NOWHERE, Permission, may, requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.data_protection.export import contents_of, zip_file
from reports.data_protection.forms import EraseForm, FindForm, why_not_found
from reports.data_protection.operations import erasure
from reports.data_protection.refusals import stays, why_not_erase
from reports.data_protection.subjects import find_subject, subject_of

DATA = "Data about a person"
ERASED = "The data have been erased. History keeps one entry that names the erasure."


@requires(Permission.PROTECT_DATA)
@require_http_methods(["GET", "HEAD", "POST"])
def find(request):
    """Finds whose data; the reference is sent in no address."""
    form = FindForm(post_data(request))
    if form.is_valid():
        fields = form.cleaned_data
        council, typed = request.user.council, (fields["subject"], fields["reference"])
        kind, key = find_subject(council, *typed)
        log_access(request.user, LoggedAccess.SEARCH, DATA, 1 if key else 0)
        if key:
            return redirect("data_protection:subject", kind, key)
        form.add_error("reference", why_not_found(council, *typed))
    context = {"form": form, "heading": "Find data about a person"}
    context |= {"back": reverse("data_protection:schedule")}
    return render(request, "layouts/form.html", context)


@requires(Permission.PROTECT_DATA)
def show(request, kind, key):
    """What is kept on a person, what an erasure would remove, and which law refuses it."""
    subject = _subject(request, kind, key)
    return _page(request, subject, EraseForm())


@requires(Permission.PROTECT_DATA)
@require_POST
def erase(request, kind, key):
    """Erases what is kept on a person."""
    subject = _subject(request, kind, key)
    form = EraseForm(request.POST)
    if form.is_valid():
        with refusals_shown_on(form):
            author = {"because": form.cleaned_data["because"], "by": request.user, "on": today()}
            _ERASURES[kind](subject, author)
            messages.success(request, ERASED)
            return redirect("data_protection:find")
    return _page(request, subject, form)


@requires(Permission.PROTECT_DATA)
@require_POST
def export(request, kind, key):
    """Everything kept on a person as a ZIP file, and a line of history that says so."""
    subject = _subject(request, kind, key)
    day = today()
    erasure.note_export(subject=subject, by=request.user, on=day)
    log_access(request.user, LoggedAccess.EXPORT, DATA, len(subject.rows))
    name = f"access-request-{kind}-{day.isoformat()}.zip"
    contents = zip_file(contents_of(subject, day))
    response = FileResponse(contents, as_attachment=True, filename=name)
    response["Cache-Control"] = KEPT_NOWHERE
    return response


def _subject(request, kind, key):
    subject = subject_of(request.user.council, kind, key)
    if subject is None:
        raise Http404
    return subject


def _page(request, subject, form):
    day = today()
    context = {
        "subject": subject,
        "hold": subject.hold(day),
        "why_not": why_not_erase(subject, day),
        "stays": stays(subject),
        "form": form,
        "correct": subject.correct if _opens(request, subject) else "",
        "details": subject.details().count(),
    }
    return render(request, "data_protection/subject.html", context)


def _opens(request, subject):
    needed = {"person": Permission.RECORD_DBS, "account": Permission.MANAGE_ACCOUNTS}
    needed |= {"audit": Permission.RECORD_AUDITS}
    return subject.kind in needed and may(request.user, needed[subject.kind])


_ERASURES = {
    "person": lambda subject, author: erasure.erase_person(person=subject.rows[0], **author),
    "account": lambda subject, author: erasure.erase_account(user=subject.rows[0], **author),
    "child": lambda subject, author: erasure.erase_child(child=subject.rows[0], **author),
    "audit": lambda subject, author: erasure.erase_audit(audit=subject.rows[0], **author),
    "address": lambda subject, author: erasure.erase_address(
        council=subject.council, key=subject.key, **author
    ),
}
