"""What a template prints: a whole new report, and one text while it is made."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.runtime.periods import today
from reports.documents.html import page as html
from reports.editions.snapshot import printed_before
from reports.editor.preview import BlockPreview, preview_unchecked
from reports.editor.views.block_page import as_typed
from reports.language.standing_blocks import KINDS
from reports.papers.assembly.pipeline import assemble
from reports.report_templates.blocks.new_report import last_report, manuscript_of
from reports.report_templates.blocks.outlines import outline_of
from reports.report_templates.views import get_template

CELLS = "cells"


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
    return render(request, "report_templates/preview.html", context)


@require_POST
@requires(Permission.KEEP_REPORT_TEMPLATES)
def preview_text(request, slug, kind):
    """A standing text as typed: as the last report would have it, or by what its figures mean for
    who may not read drafts."""
    row = get_template(request, slug)
    if kind not in (*KINDS, CELLS):
        raise Http404
    reads = may(request.user, Permission.READ_DRAFTS)
    before = last_report(row, request.user) if reads else None
    manuscript, written, sentences = as_typed(
        request.POST, manuscript_of(row, today(), before), kind
    )
    made = preview_unchecked(manuscript, written) if reads and written else BlockPreview(None, ())
    wrong = [*sentences, *(problem.sentence for problem in made.problems)]
    context = {
        "shown": html.block(made.shown, html.Medium(screen=True)) if made.shown else "",
        "outline": outline_of(manuscript, written) if written and not reads else None,
        "before": before,
        "reads": reads,
        "sentences": list(dict.fromkeys(wrong)),
    }
    return render(request, "report_templates/text_preview.html", context)
