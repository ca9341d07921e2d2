"""A section as the one writes it who was asked for it: signed in with their own account, or by a
link that opens that section alone, and nothing else of the paper."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify

from assurance.accounts.access import Permission, may, public, requires
from assurance.govuk.forms import CONFLICT, post_data
from assurance.records.history import ByLink
from assurance.records.record import EditConflict
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import this_moment, today
from reports.contributions import rules
from reports.contributions.forms import ContributionForm, WordFileForm
from reports.contributions.operations import requests
from reports.contributions.section_figures import chips_of, figures_in
from reports.contributions.sections import (
    as_asked,
    blocks_of,
    from_word,
    preview_section,
    tokens_in,
    word_file,
)
from reports.contributions.views.links import ended, opened, private
from reports.documents.word.media_type import MEDIA_TYPE
from reports.editor import autosave
from reports.editor.views.block_page import said_when, version_in
from reports.papers.draft_pages import typed_with_files
from reports.papers.models.contributions import ContributionDraft, ContributionRequest

READ = "The file has been read. Nothing is saved yet: look through it, then save or hand it in."
SAVED = "It has been saved. It is not handed in yet."
HANDED = "It has been handed in. You can still change it and hand it in again."


@dataclass(frozen=True)
class Way:
    """How somebody came to a section: who they are to history, and the addresses of its pages."""

    section: ContributionRequest
    by: object
    how: str
    here: str
    keep: str
    show: str
    word: str
    read: str
    writer: object = None
    sees_counts: bool = False

    @property
    def may_say(self):
        """The tokens whose words they may see: those of the section alone, or all (None)."""
        return None if self.sees_counts else {item.raw for item in tokens_in(self.section)}

    @property
    def said(self):
        """Who and when, as operations want it."""
        return {"by": self.by, "on": today()}


@requires(Permission.SEE_HOME)
def signed_in(request, pk, page):
    """A page of a section that was asked of whoever is signed in."""
    rows = ContributionRequest.objects.visible_to(request.user).asked_of(request.user)
    section = get_object_or_404(rows, pk=pk)
    if why := _why_closed(section):
        return ended(request, section, why)
    how = {"how": ContributionDraft.SIGNED_IN, "writer": request.user}
    counts = may(request.user, Permission.SEE_COUNTS)
    addresses = _addresses("contribution", pk)
    return PAGES[page](request, Way(section, request.user, sees_counts=counts, **how, **addresses))


@public
def by_link(request, sealed, page):
    """A page of a section for the one who was sent a link; 410 with whom to ask once it ended."""

    def answer_row(request, section):
        by = ByLink(f"link of {section.history_name}")
        way = Way(section, by, ContributionDraft.BY_LINK, **_addresses("by-link", sealed))
        if page == "here" and request.method == "GET":
            requests.note_opening(section=section, **way.said)
        return PAGES[page](request, way)

    rows = ContributionRequest.objects.opened_by(sealed)
    return opened(request, rows, sealed, answer_row, _why_closed)


def _why_closed(section):
    return rules.why_not_write(section.state, section.paper.status)


def _addresses(name, key):
    """What a `Way` calls each of its pages → its address."""
    names = {page: name if page == "here" else f"{name}-{page}" for page in PAGES}
    return {page: reverse(f"contributions:{called}", args=[key]) for page, called in names.items()}


def answer(request, way):
    """The section's form, saved or handed in; 409 with both where it was saved in another tab."""
    if request.method == "POST" and "throw" in request.POST:
        autosave.forget_contribution(way.section)
        return redirect(way.here)
    form = form_of(request, way.section)
    if form.is_valid():
        with refusals_shown_on(form):
            try:
                messages.success(request, _done(request, way, form))
            except EditConflict as conflict:
                return _both(request, way, form, conflict.newer)
            return redirect(way.here)
    return private(render(request, "contributions/contribution.html", _context(request, way, form)))


def form_of(request, section):
    """The form as posted, or as saved last; with what was typed since where that is taken up."""
    posted = post_data(request)
    clash, version = None, section.version
    if section.unsaved and "take" in request.GET and posted is None:
        clash, version = section.unsaved["words"], section.unsaved["seen"]
    return ContributionForm(
        posted, section=section, blocks=blocks_of(section), taken=clash, version=version
    )


def save_text(request, way):
    """Keeps what stands in the form as it was posted; answers with the time of day."""
    text, at = form_of(request, way.section).as_posted(), this_moment()
    version = version_in(request.POST)
    done = autosave.save_contribution_text(way.section, seen=version, words=text, at=at)
    return private(said_when(at, done))


def previewed(request, way):
    """The section as readers would have it with what was posted: the part of a page."""
    form = form_of(request, way.section)
    form.is_valid()
    context = {
        "shown": preview_section(way.section, form.as_posted(), way.may_say),
        "errors": form.errors,
    }
    return private(render(request, "contributions/contribution_preview.html", context))


def downloaded(_request, way):
    """The section as a Word file, with what was saved of it."""
    return file_of(way.section)


def file_of(section):
    """The answer that holds the Word file of a section."""
    response = HttpResponse(word_file(section), content_type=MEDIA_TYPE)
    name = slugify(section.title)[:60] or "section"
    response["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return private(response)


def upload_word(request, way):
    """The Word file read back: what it holds stands in the form, to be looked at and saved."""
    form = WordFileForm(*typed_with_files(request), read=lambda file: from_word(way.section, file))
    if form.is_valid():
        text, missed = form.found
        autosave.save_text_from_word(way.section, text, missed, this_moment())
        messages.success(request, READ)
        return redirect(f"{way.here}?take=up")
    context = {"form": form, "heading": "Import the Word file", "caption": way.section.title}
    context |= {"back": way.here, "cancel_url": way.here}
    return private(render(request, "layouts/form.html", context))


def _done(request, way, form):
    fields = {
        "section": way.section,
        "version": form.cleaned_data["version"],
        "words": form.words(),
    }
    if request.POST.get("do") == "hand-in":
        more = {"how": way.how, "writer": way.writer, "missed": way.section.missed}
        requests.hand_in(**fields, **more, **way.said)
        return HANDED
    requests.save_contribution(**fields, missed=way.section.missed, **way.said)
    return SAVED


def _both(request, way, form, newer):
    context = {
        "rows": form.compared(newer),
        "who": newer.who,
        "record": way.here,
        **_context(request, way, form.at_version(newer.version)),
    }
    return private(render(request, "contributions/contribution_409.html", context, status=CONFLICT))


def _context(request, way, form):
    section = way.section
    fixed = {block.slug: as_asked(section, block) for block in form.blocks if not block.boxes}
    context = {
        "section": section,
        "paper": section.paper,
        "way": way,
        "form": form,
        "blocks": [(of_block, fixed.get(of_block.block.slug, "")) for of_block in form.of_blocks],
        "figures": figures_in(section),
        "chips": json.dumps(chips_of(section)),
        "preview": preview_section(section, section.words, way.may_say),
    }
    if section.unsaved and request.method == "GET" and "take" not in request.GET:
        rows = form.rows_since(section.unsaved["words"])
        at = datetime.fromisoformat(section.unsaved["at"])
        context |= {"unsaved_rows": rows, "unsaved_at": at} if rows else {}
    return context


# What an address of a way is called → its page.
PAGES = {
    "here": answer,
    "keep": save_text,
    "show": previewed,
    "word": downloaded,
    "read": upload_word,
}
