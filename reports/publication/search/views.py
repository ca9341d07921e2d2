"""Search within the issued papers of a council, by anybody."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from assurance.accounts.access import public
from assurance.accounts.models.accounts import Council
from reports.editions.models.editions import Edition
from reports.publication.search.forms import SearchForm
from reports.publication.search.plain_text import asked
from reports.publication.search.query import SearchResults, results, search

PAPERS_TO_A_PAGE = 10


@public
def find(request, council):
    """What was found of the words in the address, paper by paper, the best first."""
    owner = owner_of(council)
    form = SearchForm(request.GET, council=owner)
    said = form.chosen()
    phrases = asked(said.pop("words", ""))
    earlier = said.pop("earlier", False)
    editions = Edition.objects.public_in(owner.slug).readable(earlier)
    found, any_of = _found(phrases, editions.filtered(**said))
    page = Paginator(found.papers, PAPERS_TO_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "council": owner,
        "form": form,
        "has_own_search": True,
        "narrowed": bool(said) or earlier,
        "earlier": earlier,
        "typed": request.GET.get("words", "").strip(),
        "phrases": phrases,
        "any_of": any_of,
        "found": found,
        "page": page,
        "results": results(page.object_list, phrases, any_of),
    }
    return render(request, "publication/search.html", context, status=form.answered_with)


def owner_of(council):
    """The council whose slug stands in a public address; 404 for none."""
    return get_object_or_404(Council, slug=council)


def _found(phrases, editions):
    """What has every phrase, or where nothing has, what has any; whether it came to that."""
    found = search(phrases, editions) if phrases else SearchResults(0, ())
    if found.count or len(phrases) < 2:
        return found, False
    return search(phrases, editions, any_of=True), True
