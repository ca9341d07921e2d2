"""The page that puts several blocks into a paper: shown as they are split, then kept."""

from django.contrib import messages
from django.shortcuts import redirect

from assurance.accounts.access import Permission, requires
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editor.forms.blocks import SeveralForm
from reports.editor.operations import pasted_blocks
from reports.papers.draft_pages import draft_address, get_paper, page, placed, typed


@requires(Permission.COMPOSE_PAPERS)
def add_several(request, series, slug):
    """Blocks typed or pasted at once, in the part, parent and place that the address asks for."""
    paper = get_paper(request, series, slug)
    form = SeveralForm(typed(request))
    display = None
    if form.is_valid():
        display = form.cleaned_data["text"]
        if form.was_shown:
            with refusals_shown_on(form):
                place = vars(placed(request, paper))
                fields = {"pieces": display.pieces, "by": request.user, "on": today()}
                added = pasted_blocks.add_pieces(paper=paper, **place, **fields)
                many = "1 block has" if len(added) == 1 else f"{len(added)} blocks have"
                messages.success(request, f"{many} been added.")
                return redirect(draft_address(paper, f"line-{added[0].slug}"))
        form.show()
    more = {"template": "editor/pasted_blocks.html", "shown": display}
    return page(request, form, "Add several paragraphs", paper, **more)
