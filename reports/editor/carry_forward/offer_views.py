"""The figures that numbers typed in copied text may become, each taken by one press."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.govuk.parts import part_or_page
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editor.carry_forward.forms import OffersForm
from reports.editor.carry_forward.offers import changes, number_offers
from reports.editor.operations import block_order
from reports.editor.sections.sections import blocks_in
from reports.papers.draft_pages import address, get_paper
from reports.papers.manuscript import read

ONE_LIVE = "The number is now a live figure: it follows the records."
SEVERAL_LIVE = "{} numbers are now live figures: they follow the records."


@requires(Permission.COMPOSE_PAPERS)
def offered_numbers(request, series, slug, section):
    """The offers of one section: a part of the page of its copied text, and a page of its own."""
    paper = get_paper(request, series, slug)
    manuscript = read(paper)
    offers = number_offers(manuscript, blocks_in(manuscript, section))
    versions = paper.blocks.versions({offer.typed.slug for offer in offers})
    form = OffersForm(post_data(request), offers=offers, versions=versions)
    back = reverse("editor:carried-section", args=(*address(paper), section))
    if form.is_valid():
        with refusals_shown_on(form):
            return redirect(f"{back}#carried-{_save(request, paper, manuscript, form)}")
    own = {"paper": paper, "section": section, "form": form, "back": back}
    context = {**own, "blocks": _by_block(offers, form, set(request.GET.getlist("block")))}
    context["sure"] = [offer for offer in offers if offer.sure]
    page = "editor/offered_numbers_page.html"
    return part_or_page(request, "editor/offered_numbers.html", page, context)


def _save(request, paper, manuscript, form):
    """The slug of the first block in which a number has become a figure."""
    chosen, own = form.chosen(), {"by": request.user, "on": today()}
    made = changes(manuscript, chosen, form.versions())
    slugs = block_order.settle(paper=paper, changes=lambda _new: made, **own)
    many = SEVERAL_LIVE.format(len(chosen))
    messages.success(request, ONE_LIVE if len(chosen) == 1 else many)
    return slugs[0]


def _by_block(offers, form, shown):
    """The offers block by block; `is_shown` where the page has a place for those of the block."""
    slugs = dict.fromkeys(offer.typed.slug for offer in offers)
    return [
        {
            "slug": slug,
            "offers": [offer for offer in offers if offer.typed.slug == slug],
            "version": form[f"version.{slug}"],
            "is_shown": slug in shown,
        }
        for slug in slugs
    ]
