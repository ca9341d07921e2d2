"""The pages that import an older paper: its file, then what was recognised, then the draft."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.conversion.forms import BroughtForm, PaperFileForm
from reports.conversion.operations.drafts import import_typed_paper
from reports.conversion.summary import result_context
from reports.papers.draft_pages import draft_address, typed_with_files


@requires(Permission.COMPOSE_PAPERS)
def upload_paper(request):
    """Takes the file and shows what was recognised in it; nothing is kept yet."""
    form = PaperFileForm(*typed_with_files(request))
    if form.is_valid():
        return _check(request, BroughtForm.first(form.found))
    return _render_upload(request, form)


@requires(Permission.COMPOSE_PAPERS)
def make(request):
    """Makes the draft of what was shown, or shows it again with what is wrong."""
    if request.method != "POST":
        return _render_upload(request, PaperFileForm())
    form = BroughtForm(request.POST)
    if form.is_valid():
        result = form.found
        with refusals_shown_on(form):
            paper = import_typed_paper(
                council=request.user.council,
                plain=form.plain(),
                template=result["template"],
                file=result["file"],
                missed=len(result["missed"]),
                by=request.user,
                on=today(),
            )
            messages.success(
                request, "The draft has been made. Its numbers have been counted again."
            )
            return redirect(draft_address(paper))
    return _check(request, form)


def _render_upload(request, form):
    context = {"form": form, "heading": "Import an older report", "back": reverse("editor:list")}
    return render(request, "conversion/import.html", context)


def _check(request, form):
    """The page that shows what was recognised; without it the file is asked for again."""
    if form.found is None:
        messages.error(request, "The file was lost. Choose the file again.")
        return redirect("conversion:import")
    context = {"form": form, "heading": "Check what was recognised", **result_context(form.found)}
    context |= {"back": reverse("conversion:import"), "cancel_url": reverse("conversion:import")}
    return render(request, "conversion/import_summary.html", context)
