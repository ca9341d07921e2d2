"""Pages on which standing texts are written, moved and previewed, within their template."""

import hashlib
import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.govuk.forms import CONFLICT, FINE, post_data
from assurance.records.refusals import refusals_as_messages, refusals_shown_on
from assurance.runtime.periods import today
from reports.documents.html import page as html
from reports.editions.snapshot import printed_before
from reports.editor.report_templates import standing_texts
from reports.editor.report_templates import text_order as order
from reports.editor.report_templates.kinds import name_of
from reports.editor.report_templates.rules import part_of
from reports.editor.report_templates.views import SAVED, get_template, save, template_address
from reports.editor.template_texts.forms import FORMS_BY_KIND
from reports.editor.template_texts.meanings import meanings, offered
from reports.editor.template_texts.new_report import last_report, manuscript_of
from reports.editor.views.block_page import is_right
from reports.papers.assembly.pipeline import assemble
from reports.papers.language.grammar import TOKEN
from reports.papers.manuscript import BlockText

BOTH_KEPT = (
    "Somebody else saved this text while you were writing. Theirs is shown below, yours is in the "
    "form: put them together, then save."
)
TITLES = {
    "paragraph": "paragraph",
    "recommendation": "recommendation",
    "section": "section",
}


@requires(Permission.KEEP_REPORT_TEMPLATES)
def add(request, slug, part, kind):
    """A new standing text in a part, at its end or at the end of one of its sections."""
    row = get_template(request, slug)
    plain = part_of(row.spec, part)
    if plain is None or kind not in order.kinds_for(plain):
        raise Http404
    form = FORMS_BY_KIND[kind](post_data(request), sections=order.sections_in(plain))
    if is_right(form):
        with refusals_shown_on(form):
            fields, parent = form.fields_of_text(), form.cleaned_data.get("parent", "")
            spec = order.with_new(row.spec, part, kind, fields, parent)
            return _saved(request, row, spec, part)
    heading = f"Add a standing {TITLES[kind]} to “{name_of(plain)}”"
    return _page(request, row, form, heading, part)


@requires(Permission.KEEP_REPORT_TEMPLATES)
def change(request, slug, block):
    """The words and days of a standing text; 409 with both where somebody else changed it."""
    row, plain, part = _block(request, slug, block)
    if plain["kind"] not in order.WRITTEN_HERE:
        return redirect("editor:standing-text", slug, block)
    begins = {"row": plain, "block": _as_block(plain, part), "initial": {"seen": _mark(plain)}}
    form = FORMS_BY_KIND[plain["kind"]](post_data(request), **begins)
    is_newer = form.is_bound and form.data.get("seen") != _mark(plain)
    if is_newer:
        form.data = form.data.copy()
        form.data["seen"] = _mark(plain)
    elif is_right(form):
        with refusals_shown_on(form):
            spec = order.with_text(row.spec, block, form.fields_of_text())
            return _saved(request, row, spec, part["slug"])
    heading = f"Change the standing {TITLES[plain['kind']]} of “{name_of(part)}”"
    theirs = plain if is_newer else None
    return _page(request, row, form, heading, part["slug"], theirs)


@require_POST
@requires(Permission.KEEP_REPORT_TEMPLATES)
def move(request, slug, block):
    """A standing text up or down among those beside it."""
    row, _plain, part = _block(request, slug, block)
    target = request.POST.get("to", "")
    if target not in order.MOVES:
        raise Http404
    with refusals_as_messages(request):
        return _saved(request, row, order.with_moved(row.spec, block, target), part["slug"])
    return redirect(template_address(row, part["slug"]))


@requires(Permission.KEEP_REPORT_TEMPLATES)
def preview(request, slug):
    """A report as one would begin from the template today, with figures; nothing is stored."""
    if not may(request.user, Permission.READ_DRAFTS):
        raise PermissionDenied
    row = get_template(request, slug)
    before = last_report(row, request.user)
    manuscript = manuscript_of(row, today(), before)
    made = assemble(manuscript, earlier=tuple(printed_before(manuscript.paper)))
    screen = html.Medium(screen=True)
    context = {"row": row, "before": before, "names": manuscript.names.values()}
    context |= {"document": made.document, "opening": html.opening(made.document, screen)}
    context |= {"contents": html.contents(made.document, screen)}
    context |= {"sections": html.sections(made.document, screen)}
    return render(request, "editor/report_templates/preview.html", context)


def _saved(request, row, spec, part):
    """Saves `spec`, made of the newest template: what others saved before is in it."""
    saved = save(request, row, row.version, spec)
    messages.success(request, SAVED)
    return redirect(template_address(saved, part))


def _page(request, row, form, heading, part, theirs=None):
    manuscript = manuscript_of(row, today())
    raws = TOKEN.findall(" ".join(str(form[name].value() or "") for name in form.fields))
    back = template_address(row, part)
    context = {
        "form": form,
        "row": row,
        "heading": heading,
        "caption": row.title,
        "back": back,
        "cancel_url": back,
        "chips": json.dumps(meanings(manuscript, raws)),
        "offers": offered(manuscript),
        "theirs": theirs and list(standing_texts.pieces(theirs, row.spec.get("dates", {}))),
        "conflict": BOTH_KEPT,
    }
    status = CONFLICT if theirs else FINE
    return render(request, "editor/report_templates/text.html", context, status=status)


def _block(request, slug, block):
    row = get_template(request, slug)
    plain, part = standing_texts.block_of(row.spec, block), order.part_of_block(row.spec, block)
    if plain is None:
        raise Http404
    return row, plain, part


def _as_block(plain, part):
    texts = (plain.get(name, "") for name in ("parent", "heading", "text"))
    return BlockText(plain["slug"], part["slug"], plain["kind"], *texts, plain.get("data", {}))


def _mark(plain):
    """A standing text as somebody has it before them, as a digest."""
    written = json.dumps(plain, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:32]
