"""The page that puts several paragraphs into a paper: shown as they are split, then kept."""

from django.contrib import messages
from django.shortcuts import redirect

from assurance.access import Permission, requires
from assurance.periods import today
from assurance.refusals import refusals_shown_on
from reports.forms.blocks import SeveralForm
from reports.operations import pasting
from reports.views.saving import draft_address, found, page, typed


@requires(Permission.COMPOSE_PAPERS)
def add_several(request, series, slug):
    """Paragraphs typed or pasted at once, in the part, parent and place that the address asks
    for."""
    paper = found(request, series, slug)
    form = SeveralForm(typed(request))
    shown = ()
    if form.is_valid():
        shown = form.cleaned_data["text"]
        if form.was_shown:
            with refusals_shown_on(form):
                added = pasting.add_paragraphs(
                    paper=paper, texts=shown, by=request.user, on=today(), **_place(request, paper)
                )
                messages.success(request, f"{len(added)} paragraphs have been added.")
                return redirect(draft_address(paper, f"line-{added[0].slug}"))
        form.show()
    more = {"template": "reports/several.html", "shown": shown}
    return page(request, form, "Add several paragraphs", paper, **more)


def _place(request, paper):
    parent = paper.blocks.standing_at(request.GET.get("parent"))
    return {
        "after": paper.blocks.standing_at(request.GET.get("after")),
        "parent": parent,
        "part": parent.part if parent else request.GET.get("part", ""),
    }
