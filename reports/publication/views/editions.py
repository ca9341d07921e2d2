"""What anybody may read: issued papers, their editions, files and figures. Everything comes from
what was frozen."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from assurance.accounts.access import public
from assurance.runtime.caching import fingerprinted, of_page
from assurance.runtime.periods import today
from reports.documents.front.digest import commitments_in_brief, counted
from reports.documents.front.masthead import approved_by, contact_of, post_to_contact
from reports.documents.front.origins import (
    origin_of_figures,
    origin_words,
    sentences_of_origins,
)
from reports.documents.licence import licence
from reports.documents.sources.quoted_details import quoted_details
from reports.editions.comparison_values import comparison_values
from reports.editions.models.editions import Edition
from reports.editions.models.exempt import ExemptAnnex
from reports.issue.downloads import downloads
from reports.issue.pdf_to_print import pdf_to_print
from reports.issue.site.page_rendering import FOR_FOLDER
from reports.issue.views.removals import gone
from reports.papers.addresses import edition_address, figure_address, paper_address
from reports.publication.edition_text import text_drawn_anew, text_of_edition
from reports.publication.figure_records.lists import records_behind
from reports.publication.headlines import headlines_of
from reports.publication.notes.queries import own_notes
from reports.publication.previous_values import counted_later, last_positions
from reports.publication.summary import commitment_lines, first_screen, next_report

# What a browser shows by itself; anything else is for another program.
INLINE_ENDINGS = (".html", ".css", ".pdf", ".json")
# Where a program finds what the columns of a table hold (W3C, Model for Tabular Data, 5.2).
DESCRIBED = '<csv-metadata.json>; rel="describedby"; type="application/csvm+json"'


def of_edition(removed):
    """Gives a view the edition `number` of a paper, or its newest where none is named, with every
    edition `of_its_paper`; 404 where there is none, and what `removed` answers once it was removed.
    """

    def decorator(view):
        @wraps(view)
        def answer(request, council, series, slug, number=None, **more):
            rows = list(Edition.objects.public_in(council).of_paper(series, slug))
            result = next((row for row in rows if number in (None, row.number)), None)
            if result is None:
                raise Http404
            result.of_its_paper = rows
            return removed(request, result) if result.removal else view(request, result, **more)

        return answer

    return decorator


@public
@of_edition(gone)
def edition(request, result):
    """One edition: the current one at the paper's address, each at its own for ever."""
    text, rows = _text(request, result), _editions(result)
    document = text.document
    own, files = own_notes(request.user, result), list(result.files.without_content())
    pdf = next((file for file in files if file.media_type == "application/pdf"), None)
    context = {
        "edition": result,
        "document": document,
        "council": result.paper.council,
        **_drawn(result, text, own and own.beside),
        "pdf": pdf,
        "to_print": pdf_to_print(result, pdf),
        "downloads": downloads(result, document, files),
        **rows,
        "here": edition_address(result),
        "own_address": _own_address(result, rows["editions"]),
        **_opened(result, document),
        "own": own,
        "licence": licence(),
        "exempt": _exempt(request.user, result),
    }
    response = render(request, "publication/edition.html", context)
    response["Cache-Control"] = of_page(request)
    return response


@public
@of_edition(gone)
def figure(request, result, place):
    """What one printed figure counts, out of what, when and by which rule; never a row."""
    row = get_object_or_404(result.printed_figures, number=place)
    entry, own = row.printed, own_notes(request.user, result)
    context = {
        "edition": result,
        "entry": entry,
        "origin": origin_words(entry),
        "council": result.paper.council,
        "back": edition_address(result),
        "own_address": figure_address(result, place),
        "places": row.places,
        "positions": last_positions(result, entry),
        "later_value": counted_later(result, [entry]).get(place),
        "beside": comparison_values(result.paper.council, entry),
        "licence": licence(),
        "records": records_behind(request.user, result.paper.council, entry),
        "own": own and own.beside_figure(place),
    }
    return render(request, "publication/figure.html", context)


@public
@of_edition(gone)
def file(request, result, name):
    """One stored file of an edition, byte for byte."""
    saved = get_object_or_404(result.files, name=name)
    response = fingerprinted(request, bytes(saved.content), saved.media_type, saved.sha256)
    if response.status_code == 200:
        how = "inline" if saved.name.endswith(INLINE_ENDINGS) else "attachment"
        response["Content-Disposition"] = f'{how}; filename="{saved.name}"'
    if saved.name.endswith(".csv"):
        response["Link"] = DESCRIBED
    return response


def _text(request, result):
    """The text of an edition; for the folder, whose pages are compared with the record, anew."""
    return text_drawn_anew(result) if FOR_FOLDER in request.META else text_of_edition(result)


def _editions(result):
    """Every edition of the paper of `result`, and those that came later."""
    editions = result.of_its_paper
    later = [_corrected(item) for item in editions if item.number > result.number]
    return {"editions": editions, "later": later}


def _own_address(result, editions):
    """The paper's address for its current edition; an earlier one has its own."""
    is_current = result.number == editions[0].number
    return paper_address(result.paper) if is_current else edition_address(result)


def _corrected(later):
    """A later edition with what it says it corrects; nothing of its words where it was removed."""
    return later, () if later.removal else later.front.notices


def _exempt(user, result):
    """The exempt annexes of an edition that somebody is entitled to, to be linked to."""
    if not user.is_authenticated:
        return ()
    return ExemptAnnex.objects.visible_to(user).of_edition(result)


def _opened(result, document):
    """What the page says before its text, its commitments as it was published."""
    first = first_screen(result, document)
    return {
        "first": first,
        "commitments": commitment_lines(result, first, today()),
        "commitment_counts": counted(first.commitments),
        "commitments_in_brief": commitments_in_brief(first.commitments),
        "contact": contact_of(document),
        "contact_post": post_to_contact(document),
        "next_report": next_report(result.paper),
        "approved_by": approved_by(document),
        "origin": origin_of_figures(document),
    }


def _drawn(result, text, notes):
    """The words of an edition as its page shows them, `notes` giving what is noted at a place."""
    leading, document = text.leading, text.rest
    points = {"main_points": text.main_points} if leading else {}
    again = counted_later(result, document.counted)
    return {
        **(headlines_of(result, document, leading, text.medium, again) if leading else {}),
        **points,
        "opening": text.opening,
        "contents": text.contents,
        "sections": text.sections_with(notes) if notes else text.sections,
        "figures": [(item, figure_address(result, item.number)) for item in document.counted],
        "typed": [(item, figure_address(result, item.number)) for item in document.typed],
        "origins": sentences_of_origins(document),
        "quoted": quoted_details(document),
        "counted_again": again.values(),
    }
