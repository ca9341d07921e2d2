"""Search within the published reports of a council, by anybody."""

import json

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from assurance.accounts.access import public
from assurance.accounts.models.accounts import Council
from assurance.runtime.caching import fingerprinted
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.editions.comparison_values import mark_of
from reports.editions.models.editions import Edition
from reports.publication.latest_figures import LatestFigure
from reports.publication.search.forms import SearchForm

# Few readers search, and its words are many.
answers = LazyModule("reports.publication.search.answers")
direct_pages = LazyModule("reports.publication.search.direct.pages")
results = LazyModule("reports.publication.search.sections")
spellings = LazyModule("reports.vocabulary.spellings")
suggestion_names = LazyModule("reports.publication.search.suggestions")


@public
def find(request, council):
    """What answers the words in the address: figures, commitments, recommendations, paragraphs."""
    owner = owner_of(council)
    form = SearchForm(request.GET, council=owner)
    context = search_context(form, owner, request.GET.get("page"))
    return render(request, "publication/search.html", context, status=form.answered_with)


def search_context(form: SearchForm, owner: Council, number: str | None = None) -> dict:
    """What the page of a search shows for a filled `form`: the results of every kind, or page
    `number` of those of one kind."""
    value = form.chosen()
    text, kind = value.pop("words", ""), value.pop("kind", "")
    as_typed, earlier = bool(value.pop("as_typed", "")), value.pop("earlier", False)
    editions = Edition.objects.public_in(owner.slug).readable(earlier).filtered(**value)
    question = text if as_typed else spellings.in_full(text)
    search = answers.answer(question, owner, editions, as_typed)
    page = Paginator(search.answers.keys.get(kind, ()), 20).get_page(number)
    sections = results.sections(search, owner.slug, editions, kind, page.object_list)
    first = results.answering(search, sections, kind)
    return {
        "council": owner,
        "form": form,
        "has_own_search": True,
        "narrowed": bool(value) or earlier,
        "search": search,
        "typed": text,
        **_besides_reports(question, owner, as_typed),
        "kind": kind,
        "as_typed": as_typed,
        "page": page,
        "sections": sections,
        "answer": first,
        "answer_mark": _mark(first, owner),
    }


def _mark(first, owner):
    """What the figure that answers is compared with, in words; empty without any."""
    return mark_of(owner, first.point.entry) if isinstance(first, LatestFigure) else ""


def _besides_reports(text, owner, as_typed):
    return {
        "offers_contacts": direct_pages.wants_contacts(text, as_typed),
        "site_pages": direct_pages.offered_pages(text, owner, as_typed),
    }


def owner_of(council):
    """The council whose slug a public address has; 404 for none."""
    return get_object_or_404(Council, slug=council)


@public
def suggestions(request, council):
    """The names that a search of this council may mean, as JSON for the box to offer."""
    owner = owner_of(council)
    names = suggestion_names.suggested(owner.slug, Edition.objects.public_in(owner.slug).readable())
    content = json.dumps({"suggestions": names}, ensure_ascii=False).encode()
    return fingerprinted(request, content, "application/json")
