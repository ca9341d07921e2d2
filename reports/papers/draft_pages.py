"""What the pages that change a paper share: its address, a saving, a conflict with both."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.govuk.forms import DatePartsField
from assurance.records.record import EditConflict
from assurance.records.refusals import refusals_shown_on
from assurance.registers.history import saved_last_by
from assurance.registers.values import display_value
from reports.papers.models.blocks import Block
from reports.papers.models.correction_details import corrected
from reports.papers.models.papers import Paper
from reports.papers.rules.merge import merged_fields


def get_paper(request, series, slug):
    """The paper at an address as it is being written, where this person may see it; 404
    otherwise."""
    paper = get_object_or_404(Paper.objects.visible_to(request.user).at(series, slug))
    return corrected(paper) if may(request.user, Permission.READ_DRAFTS) else paper


def found_block(request, series, slug, block):
    """A standing block of the paper at an address, where this person may see it; 404 otherwise."""
    rows = Block.objects.visible_to(request.user)
    return get_object_or_404(rows, paper__series__slug=series, paper__slug=slug, slug=block)


@dataclass(frozen=True)
class Place:
    """Where something new goes: a part, the row it stands in, the row it follows."""

    part: str
    parent: Block | None
    after: Block | None

    def names(self):
        """Part, parent and what it follows, each by its name or an empty text."""
        return self.part, *(row.slug if row else "" for row in (self.parent, self.after))


def place_left_by(row):
    """The `Place` of a removed block, made of what still stands."""
    parent = row.parent if row.parent and row.parent.removed_on is None else None
    return Place(row.part, parent, row.paper.blocks.last_before(row, parent))


def placed(request, paper):
    """The `Place` that an address asks for; where its row was removed, the place it left."""
    context = {name: request.GET.get(name) for name in ("after", "parent")}
    after, parent = (paper.blocks.standing_at(name) for name in context.values())
    if not after and not parent:
        gone = paper.blocks.removed_at(context["after"]) or paper.blocks.removed_at(
            context["parent"]
        )
        if gone:
            return place_left_by(gone)
    # No part has a NUL in its name, and PostgreSQL takes none in a text.
    part = request.GET.get("part", "").replace("\0", "")
    if after and not part and not parent:
        parent, part = after.parent, after.part
    return Place(parent.part if parent else part, parent, after)


def typed_with_files(request):
    """What a form with files is made of: nothing where it was not sent."""
    return (request.POST, request.FILES) if request.method == "POST" else ()


def address(paper):
    """The arguments of a paper's working addresses."""
    return paper.series.slug, paper.slug


def draft_address(paper, fragment=""):
    """Where a paper is worked on; `fragment` names a line or part of that page. Who works by
    sections comes to the one in which the line stands."""
    page = reverse("editor:draft", args=address(paper))
    kind, _, slug = fragment.partition("-")
    at = f"?at={slug}" if kind == "line" else ""
    return f"{page}{at}#{fragment}" if fragment else page


def saved(request, form, operation, text):
    """Where to go once `operation()` has been done, or None where it was refused, with the
    sentence on the form. A block is gone back to at its line.

    A conflict gives the page of both wordings (409), everything typed still there.
    """
    with refusals_shown_on(form):
        try:
            row = operation()
        except EditConflict as conflict:
            return _both(request, form, conflict.newer)
        messages.success(request, text)
        if isinstance(row, Block):
            return redirect(draft_address(row.paper, f"line-{row.slug}"))
        return redirect(draft_address(getattr(row, "paper", row)))
    return None


def save_or_show(request, form, heading, paper, operation, text, **more):
    """Where `saved` goes once `operation()` has been done, else the page of the form."""
    done = form.is_valid() and saved(request, form, operation, text)
    return done or page(request, form, heading, paper, **more)


def page(request, form, heading, paper, **more):
    """The page of one form about a paper."""
    back = draft_address(paper)
    context = {"form": form, "heading": heading, "caption": paper.title, "paper": paper}
    context |= {"back": back, "cancel_url": back, **more}
    return render(request, more.get("template", "layouts/form.html"), context)


def _both(request, form, newer):
    paper = getattr(newer, "paper", newer)
    context = put_together(form, newer)
    context |= {
        "rows": form.compared(newer) if hasattr(form, "compared") else _compared(form, newer),
        "form": form.at_version(newer.version),
        "who": saved_last_by(newer),
        "record": draft_address(paper),
    }
    if hasattr(form, "of_conflict"):
        context |= form.of_conflict(newer, context)
    return render(request, "409.html", context, status=409)


def _compared(form, newer):
    theirs = form.initial_of(newer)
    return [
        {
            "label": field.label,
            "mine": _display_text(form, name, form[name].value()),
            "theirs": _display_text(form, name, theirs.get(name)),
        }
        for name, field in form.fields.items()
        if not field.widget.is_hidden
    ]


def _display_text(form, name, value):
    """A value, typed or kept, in words: a choice by its label, a date as a day."""
    if isinstance(form.fields[name], DatePartsField):
        return display_value(form.cleaned_data.get(name) if isinstance(value, list) else value)
    if hasattr(form.fields[name], "choices"):
        key = getattr(value, "pk", value)
        labels = {str(item): label for item, label in form.fields[name].choices}
        return display_value(labels.get(str("" if key is None else key), value))
    return display_value(value).replace("\r\n", "\n")


def put_together(form, newer) -> dict:
    """The context that offers both wordings in one; empty where they touch or no base is kept."""
    earlier = form.cleaned_data.get("version") if isinstance(newer, Block) else None
    before = earlier and newer.paper.block_versions.of_block(newer, earlier)
    if not before:
        return {}
    base, theirs = (_plain(form, form.initial_of(item)) for item in (before, newer))
    made = merged_fields(base, _plain(form, _typed(form)), theirs)
    if made is None:
        return {}
    rows = [
        {"label": form.fields[name].label, "before": theirs[name], "after": text}
        for name, text in made.items()
        if text != theirs[name]
    ]
    return {"merged": rows, "merged_post": _as_posted(made, newer.version)}


def _typed(form):
    """Field → what was typed, tidied where the form tidies it."""
    fields = form.cleaned_data
    return {
        name: fields[name] if isinstance(fields.get(name), str | bool) else form[name].value()
        for name in form.fields
    }


def _plain(form, values):
    """Field → text with one line end, or truth, of every field that a person fills in."""
    return {
        name: value
        if isinstance(value := values.get(name, ""), bool)
        else str(value or "").replace("\r\n", "\n").rstrip()
        for name, field in form.fields.items()
        if not field.widget.is_hidden
    }


def _as_posted(made, version):
    """(name, value) of each field as a browser sends it."""
    items = [(name, "on" if value is True else value) for name, value in made.items() if value]
    return [*items, ("version", version)]
