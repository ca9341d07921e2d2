"""What belongs to a block in hand: the live figures in it, and how it read last time."""

from django.urls import reverse
from django.views.decorators.http import require_GET

from assurance.accounts.access import Permission, requires
from assurance.govuk.parts import part_or_page
from reports.editor.carry_forward.last_time import last_time
from reports.editor.views.block_page import raws_of
from reports.editor.views.definitions import definition_address
from reports.papers.draft_pages import address, draft_address, found_block
from reports.papers.manuscript import read
from reports.papers.wording.block_names import called
from reports.quotable.chips import chips

FIGURES = ("figure", "date", "record", "typed")


@require_GET
@requires(Permission.COMPOSE_PAPERS)
def show(request, series, slug, block):
    """What belongs to a block, as a part of the page of its section or a page of its own."""
    row = found_block(request, series, slug, block)
    manuscript = read(row.paper)
    own = [text for text in manuscript.blocks if text.slug == row.slug]
    earlier = last_time(row.paper, row.slug)
    context = {
        "paper": row.paper,
        "name": called(manuscript, own[0]),
        "figures": [
            {**chip, "address": definition_address(row.paper, raw)}
            for raw, chip in chips(manuscript, raws_of(own)).items()
            if _is_live(chip)
        ],
        "earlier": earlier,
        "earlier_address": _address_of(earlier) if earlier else "",
        "back": draft_address(row.paper, f"line-{row.slug}"),
    }
    return part_or_page(request, "editor/beside.html", "editor/beside_page.html", context)


def _is_live(chip):
    """Whether it has a value: what has none is among the checks of its block."""
    return chip["kind"] in FIGURES and chip["state"] in ("", "hidden")


def _address_of(earlier):
    """Where the earlier block stands in its own report."""
    section = reverse("editor:section", args=(*address(earlier.paper), earlier.slug))
    return f"{section}#line-{earlier.slug}"
