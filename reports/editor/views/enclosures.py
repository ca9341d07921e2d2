"""The pages on which files of their own are put with a paper: background papers and annexes."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.attachments.rules import KINDS
from assurance.attachments.storage import given_away
from assurance.govuk.forms import post_data
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.registers.forms import WithdrawForm
from assurance.runtime.periods import today
from reports.editor.forms.enclosures import AnnexForm, BackgroundForm
from reports.editor.operations import enclosures
from reports.papers.assembly.enclosures import named_without_copy
from reports.papers.draft_pages import address, draft_address, get_paper, typed_with_files
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.papers import Paper

GONE = "The file is not where it was kept, or is not what was imported: import it again."


@requires(Permission.READ_DRAFTS)
def show(request, series, slug):
    """The files that go with a paper, and the background papers of which none is kept."""
    paper = get_paper(request, series, slug)
    rows = list(Enclosure.objects.visible_to(request.user).of_paper(paper))
    may_write = may(request.user, Permission.COMPOSE_PAPERS) and paper.status == Paper.WRITING
    context = {
        "paper": paper,
        "annexes": [row for row in rows if row.is_annex],
        "backgrounds": [row for row in rows if not row.is_annex],
        "without": named_without_copy(paper),
        "may_write": may_write,
        "back": draft_address(paper),
    }
    return render(request, "editor/enclosures.html", context)


@requires(Permission.COMPOSE_PAPERS)
def add_background(request, series, slug):
    """Adds a background paper with its copy, or with the reason why none is kept."""
    paper = get_paper(request, series, slug)
    context = {"title": request.GET.get("title", "")[:160]}
    form = BackgroundForm(*typed_with_files(request), initial=context)
    if form.is_valid():
        values = dict(form.cleaned_data)
        with refusals_shown_on(form):
            enclosures.enclose_background(
                paper=paper, copy=values.pop("file"), by=request.user, on=today(), **values
            )
            messages.success(request, "Background paper added.")
            return redirect("editor:enclosed", *address(paper))
    return _page(request, form, "Add a background paper", paper)


@requires(Permission.COMPOSE_PAPERS)
def add_annex(request, series, slug):
    """Makes a file the annex of a paper, with what it says and how everybody can read it."""
    paper = get_paper(request, series, slug)
    form = AnnexForm(*typed_with_files(request), annexes=paper.blocks.annexes_in_words())
    if form.is_valid():
        values = dict(form.cleaned_data)
        with refusals_shown_on(form):
            enclosures.enclose_annex(
                paper=paper, form=values.pop("form_file"), by=request.user, on=today(), **values
            )
            messages.success(request, "The file is an annex of this report.")
            return redirect("editor:enclosed", *address(paper))
    return _page(request, form, "Import an annex", paper)


@requires(Permission.COMPOSE_PAPERS)
def withdraw(request, series, slug, pk):
    """Asks why, then withdraws a file from a paper."""
    current = _get_enclosure(request, series, slug, pk)
    form = WithdrawForm(post_data(request), version=current.version)
    if form.is_valid():
        fields = form.cleaned_data
        with refusals_shown_on(form), newer_shown_on(form):
            enclosures.withdraw_enclosure(enclosure=current, by=request.user, on=today(), **fields)
            messages.success(request, "Withdrawn.")
            return redirect("editor:enclosed", series, slug)
    return _page(request, form, "Withdraw a file of the report", current.paper)


@requires(Permission.READ_DRAFTS)
def copy(request, series, slug, pk):
    """The bytes of what goes with a paper, for who writes or approves it."""
    current = _get_enclosure(request, series, slug, pk)
    return _file_response(request, current, current.kind, current.name, current.content())


@requires(Permission.READ_DRAFTS)
def other_form(request, series, slug, pk):
    """The bytes of the form of an annex that everybody can read."""
    current = _get_enclosure(request, series, slug, pk)
    return _file_response(
        request, current, current.form_kind, current.form_name, current.content(of_form=True)
    )


def _get_enclosure(request, series, slug, pk):
    rows = Enclosure.objects.visible_to(request.user).of_paper(get_paper(request, series, slug))
    return get_object_or_404(rows, pk=pk)


def _page(request, form, heading, paper):
    back = reverse("editor:enclosed", args=address(paper))
    context = {"form": form, "heading": heading, "caption": paper.title}
    context |= {"back": back, "cancel_url": back}
    return render(request, "layouts/form.html", context, status=getattr(form, "answered_with", 200))


def _file_response(request, current, kind, name, content):
    if not kind:
        raise Http404
    if content is None:
        messages.error(request, GONE)
        return redirect("editor:enclosed", *address(current.paper))
    return given_away(content, KINDS[kind].content_type, name)
