"""The pages of files attached to reviews and findings, and to plans and actions."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts import history_page
from assurance.accounts.access import Permission, requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.attachments.forms import AttachForm
from assurance.attachments.models import Attachment, records_to_attach_to
from assurance.attachments.operations import attach
from assurance.attachments.storage import given_away
from assurance.govuk.forms import post_data
from assurance.records import operations
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import VERBS
from assurance.registers.forms import WithdrawForm
from assurance.registers.record_page.undo import undo_by_press, undo_of
from assurance.runtime.periods import say_day, today

REVIEWS, ACTIONS = Permission.RECORD_REVIEWS, Permission.RECORD_ACTIONS
# Field of an attachment → the page of the record that it names.
PAGES = {
    "review": "reviews:record",
    "finding": "reviews:finding-record",
    "plan": "improvement:plan-record",
    "action": "improvement:record",
}
STEPS = {**VERBS, "Attach": "Attached"}
UNDONE = "The withdrawal was undone: the file is attached again."
GONE = "The file is not where it was kept, or is not what was attached: attach it again."


@requires(Permission.RECORD_REVIEWS)
def add_to_review(request, pk):
    """Attaches a file to a review."""
    return _add(request, "review", pk)


@requires(Permission.RECORD_REVIEWS)
def add_to_finding(request, pk):
    """Attaches a file to a finding."""
    return _add(request, "finding", pk)


@requires(Permission.RECORD_ACTIONS)
def add_to_plan(request, pk):
    """Attaches a file to an improvement plan."""
    return _add(request, "plan", pk)


@requires(Permission.RECORD_ACTIONS)
def add_to_action(request, pk):
    """Attaches a file to an action."""
    return _add(request, "action", pk)


@requires(Permission.RECORD_REVIEWS)
def show_of_reviews(request, pk):
    """One file of a review or a finding, and its history."""
    return _show(request, _get_attachment(request, REVIEWS, pk), "reviews")


@requires(Permission.RECORD_ACTIONS)
def show_of_actions(request, pk):
    """One file of a plan or an action, and its history."""
    return _show(request, _get_attachment(request, ACTIONS, pk), "actions")


@requires(Permission.RECORD_REVIEWS)
def download_of_reviews(request, pk):
    """The bytes of a file of a review or a finding."""
    return _download(request, _get_attachment(request, REVIEWS, pk), "reviews")


@requires(Permission.RECORD_ACTIONS)
def download_of_actions(request, pk):
    """The bytes of a file of a plan or an action."""
    return _download(request, _get_attachment(request, ACTIONS, pk), "actions")


@requires(Permission.RECORD_REVIEWS)
def withdraw_of_reviews(request, pk):
    """Asks why, then withdraws a file of a review or a finding."""
    return _withdraw(request, _get_attachment(request, REVIEWS, pk), "reviews")


@requires(Permission.RECORD_ACTIONS)
def withdraw_of_actions(request, pk):
    """Asks why, then withdraws a file of a plan or an action."""
    return _withdraw(request, _get_attachment(request, ACTIONS, pk), "actions")


@requires(Permission.RECORD_REVIEWS)
@require_POST
def undo_of_reviews(request, pk):
    """Undoes the withdrawal of a file of a review or a finding."""
    return _undo(request, _get_attachment(request, REVIEWS, pk), "reviews")


@requires(Permission.RECORD_ACTIONS)
@require_POST
def undo_of_actions(request, pk):
    """Undoes the withdrawal of a file of a plan or an action."""
    return _undo(request, _get_attachment(request, ACTIONS, pk), "actions")


def _get_attachment(request, permission, pk):
    rows = Attachment.objects.visible_to(request.user).kept_with(permission)
    return get_object_or_404(rows, pk=pk)


def _add(request, field, pk):
    parent = get_object_or_404(records_to_attach_to(field, request.user), pk=pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form, home = AttachForm(*sent), reverse(PAGES[field], args=[pk])
    if form.is_valid():
        with refusals_shown_on(form):
            attach(
                council=parent.council,
                field=field,
                parent=parent,
                title=form.cleaned_data["title"],
                name=form.cleaned_data["file"].name,
                content=form.content,
                by=request.user,
                on=today(),
            )
            messages.success(request, "File attached.")
            return redirect(home)
    context = {"form": form, "heading": "Attach a file", "caption": parent, "back": home}
    return render(request, "layouts/form.html", {**context, "cancel_url": home})


def _show(request, current, reads):
    state = not current.is_withdrawn
    context = {
        "record": current,
        "rows": [
            {"key": "Attached to", "value": current.parent, "link": _home_of(current)},
            {"key": "File", "value": current.name},
            {"key": "Kind", "value": current.get_kind_display()},
            {"key": "Size", "value": filesizeformat(current.size)},
            {"key": "Attached on", "value": say_day(current.created_on)},
        ],
        "entries": history_page.with_verbs(history_page.about(current), STEPS),
        "download": state and reverse(f"attachments:{reads}-download", args=[current.pk]),
        "withdraw": state and reverse(f"attachments:{reads}-withdraw", args=[current.pk]),
        "undo": undo_of(
            current, request.user, reverse(f"attachments:{reads}-undo", args=[current.pk])
        ),
        "back": _home_of(current),
    }
    return render(request, "attachments/record.html", context)


def _download(request, current, reads):
    content = None if current.is_withdrawn else current.content()
    if content is None:
        messages.error(request, GONE if not current.is_withdrawn else "The file was withdrawn.")
        return redirect(f"attachments:{reads}-record", current.pk)
    log_access(request.user, LoggedAccess.EXPORT, f"Attachment {current.pk}")
    return given_away(content, current.content_type, current.name)


def _withdraw(request, current, reads):
    typed = post_data(request)
    form = WithdrawForm(typed, version=current.version)
    here = reverse(f"attachments:{reads}-record", args=[current.pk])
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            operations.withdraw(record=current, by=request.user, on=today(), **form.cleaned_data)
            messages.success(request, "File withdrawn.")
            return redirect(_home_of(current))
    context = {"form": form, "heading": "Withdraw the file", "caption": current, "back": here}
    context["cancel_url"] = here
    return render(request, "layouts/form.html", context, status=form.answered_with)


def _undo(request, current, reads):
    undo_by_press(request, current, UNDONE)
    return redirect(f"attachments:{reads}-record", current.pk)


def _home_of(current):
    return reverse(PAGES[current.parent._meta.model_name], args=[current.parent.pk])
