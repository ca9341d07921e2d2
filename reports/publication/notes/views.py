"""A reader's own notes on published papers. Nobody else finds one: it is not there (404)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.record import EditConflict
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.approvals.forms.decisions import ConfirmForm
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from reports.publication.models.notes import ReaderNote
from reports.publication.notes import operations
from reports.publication.notes.forms import NoteForm
from reports.publication.notes.queries import in_papers, named, text_at


@requires(Permission.READ_ISSUED)
def show(request):
    """Every note of the reader, paper by paper."""
    return render(request, "publication/notes.html", {"papers": in_papers(request.user)})


@requires(Permission.READ_ISSUED)
def export(request):
    """The same as a file of plain text."""
    context = {"papers": in_papers(request.user), "day": today()}
    text = render_to_string("publication/notes.txt", context)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="my-notes.txt"'
    return response


@requires(Permission.READ_ISSUED)
def write(request, council, series, slug, number, place):
    """A note on a paragraph, table, chart or figure of an edition that can be read."""
    rows = Edition.objects.visible_to(request.user).public_in(council).of_paper(series, slug)
    edition = get_object_or_404(rows, number=number)
    document = from_json(edition.document)
    where = named(document, place)
    if edition.removal or not where:
        raise Http404
    form = NoteForm(post_data(request))
    if form.is_valid():
        with refusals_shown_on(form):
            index = {"edition": edition, "anchor": place, "words": form.cleaned_data["words"]}
            note = operations.keep_note(**index, by=request.user, on=today())
            # Back to where it is, with the notes shown: a message at the top would be read instead.
            page = _place(edition, place).partition("#")[0]
            return redirect(f"{page}?notes=shown#note-{note.pk}")
    return _page(request, form, f"Note on {where}", edition, place, text_at(document, place))


@requires(Permission.READ_ISSUED)
def change(request, pk):
    """A note in other words."""
    note = _own(request, pk)
    form = NoteForm(post_data(request), initial={"words": note.words}, version=note.version)
    if form.is_valid():
        with refusals_shown_on(form):
            try:
                operations.change_note(note=note, **_note_fields(form), by=request.user, on=today())
            except EditConflict as conflict:
                return _both(request, form, conflict.newer)
            messages.success(request, "Your note has been changed.")
            return redirect("publication:notes")
    return _page(request, form, "Change your note", note.edition, note.anchor)


@requires(Permission.READ_ISSUED)
def remove(request, pk):
    """A note thrown away; nothing of it is kept."""
    note = _own(request, pk)
    form = ConfirmForm(post_data(request), submit="Delete the note")
    if form.is_valid():
        operations.throw_note_away(note=note, by=request.user, on=today())
        messages.success(request, "Your note has been deleted.")
        return redirect("publication:notes")
    return _page(request, form, "Delete this note?", note.edition, note.anchor, note.words)


def _own(request, pk):
    return get_object_or_404(ReaderNote.objects.visible_to(request.user), pk=pk)


def _note_fields(form):
    return {"words": form.cleaned_data["words"], "version": form.cleaned_data["version"]}


def _place(edition, place):
    """Where a place of an edition is read: a figure at its own page, the rest in the paper."""
    if place.startswith("figure-"):
        return f"{edition_address(edition)}figures/{place.removeprefix('figure-')}/"
    return f"{edition_address(edition)}#{place}"


def _page(request, form, heading, edition, place, excerpt=""):
    back = reverse("publication:notes") if edition.removal else _place(edition, place)
    context = {"form": form, "heading": heading, "caption": edition.title, "excerpt": excerpt}
    context |= {"back": back, "cancel_url": back}
    return render(request, "publication/note.html", context)


def _both(request, form, newer):
    rows = [{"label": "Your note", "mine": form.cleaned_data["words"], "theirs": newer.words}]
    context = {
        "rows": rows,
        "form": form.at_version(newer.version),
        "who": "You",
        "record": reverse("publication:notes"),
    }
    return render(request, "409.html", context, status=409)
