"""The lists of what can be put into a block, with tokens: the way without a script, and as text."""

from django.http import Http404
from django.views.decorators.http import require_GET

from assurance.accounts.access import Permission, requires
from assurance.govuk.parts import part_or_page
from reports.editor.forms.tables import FORMS_BY_KIND
from reports.editor.views.block_page import PROSE
from reports.papers.draft_pages import draft_address, get_paper
from reports.papers.manuscript import Manuscript, read
from reports.papers.wording.block_names import excerpt
from reports.quotable.insertion.figure_catalogue import offered, offered_dates, promises
from reports.quotable.place_entries import CITED

IN_SENTENCES = (*PROSE, "cells", "chart")
# Where a date goes at first; whoever writes can choose another of the form's texts.
DATES_IN = {
    "section": "id_heading",
    "heading": "id_heading",
    "records": "id_caption",
    "table": "id_columns",
    "chart": "id_columns",
    "cells": "id_rows",
}


@require_GET
@requires(Permission.COMPOSE_PAPERS)
def show(request, series, slug, kind):
    """Everything that a `kind` of block can quote, as lists with the token of each."""
    paper = get_paper(request, series, slug)
    if kind not in FORMS_BY_KIND:
        raise Http404
    context = {
        **_lists(read(paper), kind),
        "paper": paper,
        "kind": kind,
        "where": request.GET.urlencode(),
        "back": draft_address(paper),
    }
    return part_or_page(request, "editor/offer_lists.html", "editor/offers.html", context)


def _lists(manuscript, kind):
    """The lists that suit a kind of block."""
    return {
        "dates": offered_dates(manuscript),
        "dates_in": DATES_IN.get(kind, "id_text"),
        "groups": offered(manuscript) if kind in IN_SENTENCES else (),
        "sentences_in": {"chart": "id_finding", "cells": "id_rows"}.get(kind, "id_text"),
        "citable": _citable(manuscript) if kind in IN_SENTENCES else (),
        "promises": promises(manuscript) if kind in IN_SENTENCES else (),
        "rows_here": kind == "cells",
    }


def _citable(manuscript: Manuscript):
    """(kind in words, its blocks as lines of a list) of everything that can be cited."""
    groups = {}
    for block in manuscript.blocks:
        if block.kind in CITED:
            what, title = CITED[block.kind]
            line = {
                "token": f"[[{what}:{block.slug}]]",
                "value": manuscript.numbering.of(block.slug).label,
                "title": excerpt(block),
            }
            groups.setdefault(title, []).append(line)
    return list(groups.items())
