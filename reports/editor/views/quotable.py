"""What the editor asks while somebody writes: entries that words find, and what tokens print."""

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from assurance.accounts.access import Permission, requires
from assurance.runtime import digits
from reports.language.grammar import TOKEN
from reports.papers.draft_pages import get_paper
from reports.papers.manuscript import read
from reports.quotable import catalogue, chips, number_search, recent, values

MOST_TOKENS = 60
LONGEST = 200


@require_GET
@requires(Permission.COMPOSE_PAPERS)
def search(request, series, slug):
    """The dozen entries that the words `q` find best for the block `block`, with their values; what
    was used last where there are no words, and words like them where they find nothing."""
    return search_answer(request, read(get_paper(request, series, slug)))


def search_answer(request, manuscript):
    """The same of any `manuscript` that the person may quote in."""
    block, text = request.GET.get("block", ""), request.GET.get("q", "")[:LONGEST]
    entries = catalogue.catalogue(manuscript, request.GET.get("kind", ""))
    used = catalogue.used_in(manuscript, block)
    matches = catalogue.search(entries, text, used)
    if not text.strip():
        matches = recent.with_first(manuscript, matches, request.user, block, used)
    rows = values.printed_entries(manuscript, matches, every=False)
    return JsonResponse(
        {
            "entries": [_entry(row) for row in rows],
            "count": len(matches),
            "is_number": number_search.wanted_number(text) is not None,
            "nearest": [] if matches else catalogue.nearest_words(entries, text),
        }
    )


@require_GET
@requires(Permission.COMPOSE_PAPERS)
def search_number(request, series, slug):
    """The figures that have the number `q` as their value now, from the family `first` on; and
    `following`, from which to ask on, where one answer had no time for all of them."""
    return number_answer(request, read(get_paper(request, series, slug)))


def number_answer(request, manuscript):
    """The same of any `manuscript` that the person may quote in."""
    block, text = request.GET.get("block", ""), request.GET.get("q", "")[:LONGEST]
    first = digits.whole(request.GET.get("first", "")) or 0
    used = catalogue.used_in(manuscript, block)
    matches = number_search.matches(manuscript, text, block, used, first)
    rows = [_entry(row) for row in matches.rows]
    return JsonResponse({"entries": rows, "following": matches.following})


def _entry(row):
    """What the page needs of an entry with its value."""
    names = ("token", "kind", "label", "form", "group", "when", "definition")
    entry = {name: getattr(row.entry, name) for name in names}
    return {**entry, "words": row.text, "state": row.state}


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def describe(request, series, slug):
    """What up to sixty tokens print and are; with `forms`, the other forms of the first."""
    return token_answer(request, read(get_paper(request, series, slug)))


def token_answer(request, manuscript):
    """The same of any `manuscript` that the person may quote in; 404 for what is no token."""
    raws = request.POST.getlist("token")
    if len(raws) > MOST_TOKENS or not all(TOKEN.fullmatch(raw) for raw in raws):
        raise Http404
    answer = {"tokens": chips.chips(manuscript, raws)}
    if "forms" in request.POST and raws:
        answer["forms"] = chips.forms(manuscript, raws[0])
    return JsonResponse(answer)
