"""Search within the issued papers of a council, by anybody."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from assurance.accounts.access import public
from assurance.accounts.models.accounts import Council
from reports.editions.models.editions import Edition
from reports.publication.search.forms import SearchForm
from reports.publication.search.plain_text import query_phrases
from reports.publication.search.query import SearchResults, results, search

PAPERS_TO_A_PAGE = 10


@public
def find(request, council):
    """What was found of the words in the address, paper by paper, the best first."""
    owner = owner_of(council)
    form = SearchForm(request.GET, council=owner)
    value = form.chosen()
    phrases = query_phrases(value.pop("words", ""))
    earlier = value.pop("earlier", False)
    editions = Edition.objects.public_in(owner.slug).readable(earlier)
    result, any_of = _search_any(phrases, editions.filtered(**value))
    page = Paginator(result.papers, PAPERS_TO_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "council": owner,
        "form": form,
        "has_own_search": True,
        "narrowed": bool(value) or earlier,
        "earlier": earlier,
        "typed": request.GET.get("words", "").strip(),
        "phrases": phrases,
        "any_of": any_of,
        "found": result,
        "page": page,
        "results": results(page.object_list, phrases, any_of),
    }
    return render(request, "publication/search.html", context, status=form.answered_with)


def owner_of(council):
    """The council whose slug stands in a public address; 404 for none."""
    return get_object_or_404(Council, slug=council)


def _search_any(phrases, editions):
    """What has every phrase, or where nothing has, what has any; whether it came to that."""
    result = search(phrases, editions) if phrases else SearchResults(0, ())
    if result.count or len(phrases) < 2:
        return result, False
    return search(phrases, editions, any_of=True), True
