"""Pages on which standing texts, tables and lists are made and changed, within their template."""

import hashlib
import json

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import CONFLICT, FINE
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editor.forms.builders.builder import BuilderForm
from reports.editor.forms.tables import kind_of_form
from reports.editor.views.block_page import form_of, is_right
from reports.language.grammar import TOKEN
from reports.papers.manuscript import BlockText
from reports.report_templates.blocks import standing_texts
from reports.report_templates.blocks import text_order as order
from reports.report_templates.blocks.meanings import meanings, meanings_in, offered
from reports.report_templates.blocks.new_report import manuscript_of
from reports.report_templates.kinds import name_of
from reports.report_templates.rules import part_of
from reports.report_templates.texts.forms import FORMS_BY_KIND
from reports.report_templates.views import SAVED, get_template, save, template_address

BOTH_KEPT = (
    "Another person saved this text while you were writing. Theirs is below and yours is in the "
    "form. Combine them, then save."
)
TITLES = {
    "paragraph": "a paragraph",
    "recommendation": "a recommendation",
    "section": "a section",
    "heading": "a subject heading",
    "table": "a table of figures",
    "cells": "a table of words",
    "chart": "a chart",
    "headlines": "headline figures",
    "records": "a list from records",
    "list": "a list",
}


@requires(Permission.KEEP_REPORT_TEMPLATES)
def add(request, slug, part, kind):
    """A new standing text, table or list in a part, at its end or at the end of a section."""
    row = get_template(request, slug)
    plain = part_of(row.spec, part)
    if plain is None or kind not in order.kinds_for(plain):
        raise Http404
    manuscript = manuscript_of(row, today())
    sections = order.sections_in(plain)
    form = form_of(request, FORMS_BY_KIND[kind], manuscript, sections=sections)
    if is_right(form):
        with refusals_shown_on(form):
            fields, parent = form.fields_of_text(), form.cleaned_data.get("parent", "")
            spec = order.with_new(row.spec, part, kind, fields, parent)
            return save_texts(request, row, spec, part)
    heading = f"Add {TITLES[kind]} to “{name_of(plain)}”"
    return _page(request, row, form, heading, manuscript, part=part, kind=kind)


@requires(Permission.KEEP_REPORT_TEMPLATES)
def change(request, slug, block):
    """A standing text, table or list and its days; 409 with both where somebody else changed it."""
    row, plain, part = get_text(request, slug, block)
    manuscript = manuscript_of(row, today())
    kind = kind_of_form(plain["kind"], plain.get("data", {}))
    begins = {"row": plain, "block": as_block(plain, part), "initial": {"seen": _mark(plain)}}
    form = form_of(request, FORMS_BY_KIND[kind], manuscript, **begins)
    is_newer = form.is_bound and form.data.get("seen") != _mark(plain)
    if is_newer:
        form.data = form.data.copy()
        form.data["seen"] = _mark(plain)
    elif is_right(form):
        with refusals_shown_on(form):
            spec = order.with_text(row.spec, block, form.fields_of_text())
            return save_texts(request, row, spec, part["slug"])
    heading = f"Change {TITLES[kind]} of “{name_of(part)}”"
    more = {
        "part": part["slug"],
        "kind": kind,
        "text": plain,
        "theirs": plain if is_newer else None,
    }
    return _page(request, row, form, heading, manuscript, **more)


def save_texts(request, row, spec, part):
    """Saves `spec`, made of the newest template: what others saved before is in it."""
    saved = save(request, row, row.version, spec)
    messages.success(request, SAVED)
    return redirect(template_address(saved, part))


def get_text(request, slug, block):
    """(template, standing text, its part) of an address; 404 where there is no such text."""
    row = get_template(request, slug)
    plain, part = standing_texts.block_of(row.spec, block), order.part_of_block(row.spec, block)
    if plain is None:
        raise Http404
    return row, plain, part


def as_block(plain, part):
    """A standing text as a block of a report."""
    texts = (plain.get(name, "") for name in ("parent", "heading", "text"))
    return BlockText(plain["slug"], part["slug"], plain["kind"], *texts, plain.get("data", {}))


def _page(request, row, form, heading, manuscript, *, part, kind, text=None, theirs=None):
    is_builder = isinstance(form, BuilderForm)
    raws = form.raws() if is_builder else _raws(form)
    back = template_address(row, part)
    context = {
        "form": form,
        "row": row,
        "part": part,
        "kind": kind,
        "text": text,
        "heading": heading,
        "caption": row.title,
        "back": back,
        "cancel_url": back,
        "chips": json.dumps(meanings(manuscript, raws)) if _has_chips(form) else "",
        "is_builder": is_builder,
        "is_step": is_builder and form.is_step,
        "is_text": is_builder and form.as_text,
        "offers": offered(manuscript) if _has_chips(form) or (is_builder and form.as_text) else (),
        "theirs": theirs and list(standing_texts.pieces(theirs, meanings_in(manuscript, [theirs]))),
        "conflict": BOTH_KEPT,
    }
    status = CONFLICT if theirs else FINE
    return render(request, "report_templates/text.html", context, status=status)


def _raws(form):
    return TOKEN.findall(" ".join(str(form[name].value() or "") for name in form.fields))


def _has_chips(form):
    """Whether something of a form is written with live figures as chips."""
    is_live = isinstance(form, BuilderForm) and bool(form.raws())
    return is_live or any("data-editor" in field.widget.attrs for field in form.fields.values())


def _mark(plain):
    """A standing text as somebody has it before them, as a digest."""
    written = json.dumps(plain, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:32]
