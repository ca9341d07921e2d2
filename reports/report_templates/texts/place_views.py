"""Pages that put a standing text elsewhere in its template, with what stands in it."""

from dataclasses import replace

from django.shortcuts import redirect

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_as_messages, refusals_shown_on, refuse_if
from assurance.runtime.periods import today
from reports.editor.forms.blocks import MoveForm
from reports.editor.move_places import places_for
from reports.report_templates.blocks import standing_texts
from reports.report_templates.blocks import text_order as order
from reports.report_templates.blocks.meanings import meanings_in
from reports.report_templates.blocks.new_report import manuscript_of
from reports.report_templates.texts.views import as_block, get_text, save_texts
from reports.report_templates.views import form_page, template_address


@requires(Permission.KEEP_REPORT_TEMPLATES)
def move(request, slug, block):
    """A standing text up or down among those beside it, or to a place chosen from all there are."""
    row, plain, part = get_text(request, slug, block)
    target = request.POST.get("to")
    if target in order.MOVES:
        with refusals_as_messages(request):
            spec = order.with_moved(row.spec, block, target)
            return save_texts(request, row, spec, part["slug"])
        return redirect(template_address(row, part["slug"]))
    manuscript = _whole(row)
    choices, spots = places_for(manuscript, block)
    form = MoveForm(post_data(request), choices=choices, spots=spots)
    if form.is_valid():
        with refusals_shown_on(form):
            spot = form.spot()
            refuse_if(order.why_not_spot(row.spec, block, spot), "to")
            spec = order.with_placed(row.spec, block, spot)
            return save_texts(request, row, spec, spot.part)
    pieces = list(standing_texts.pieces(plain, meanings_in(manuscript, [plain])))
    more = {"template": "report_templates/move.html", "pieces": pieces}
    heading = "Move the template text"
    return form_page(request, form, heading, template_address(row, part["slug"]), row.title, **more)


def _whole(row):
    """The template as a report with all its texts, whenever they are for."""
    manuscript = manuscript_of(row, today())
    blocks = tuple(
        as_block(text, part)
        for part in row.spec["parts"]
        for text, *_place in order.nested(part.get("blocks", ()))
    )
    return replace(manuscript, blocks=blocks)
