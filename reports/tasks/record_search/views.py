"""Search through records and published reports, for everybody who is signed in."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from assurance.accounts.access import KEPT_NOWHERE, Permission, requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.govuk.forms import post_data
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.editions.models.editions import Edition
from reports.tasks.record_search.forms import RecordSearchForm
from reports.tasks.record_search.kinds import kinds_for

# As in public search: few ask, and the words are many.
answers = LazyModule("reports.publication.search.answers")
published = LazyModule("reports.publication.search.sections")
narrowed = LazyModule("reports.tasks.record_search.narrowed_lists")
own_notes = LazyModule("reports.tasks.record_search.own_notes")
own_tasks = LazyModule("reports.tasks.record_search.own_tasks")
question_text = LazyModule("reports.vocabulary.question_text")
record_query = LazyModule("reports.tasks.record_search.query")
results = LazyModule("reports.tasks.record_search.results")


@requires(Permission.SEE_HOME)
@require_http_methods(["GET", "HEAD", "POST"])
def find(request):
    """The records and published answers that have the words sent; the form alone before."""
    kinds = kinds_for(request.user)
    form = RecordSearchForm(post_data(request), has_records=bool(kinds))
    query = form.chosen()
    context = {"form": form, "query": query, "kinds": kinds, "council": request.user.council}
    # The box of public search would send a name in an address.
    context |= {"private": True, "has_own_search": True}
    if query["words"]:
        context |= results_of(request.user, **query)
    response = render(request, "tasks/record_search.html", context, status=form.answered_with)
    response["Cache-Control"] = KEPT_NOWHERE
    return response


def results_of(user, *, words, kind, as_typed, page):
    """The variables of the results: of every kind, or of one `kind` by pages."""
    matches = record_query.search_records(words, user, bool(as_typed))
    lists = narrowed.narrowed_lists(words, user)
    if lists and matches.is_partial:
        # A list has all that was asked for.
        matches = record_query.RecordMatches()
    elif not lists and (matches.is_partial or not matches.count):
        lists = [*filter(None, [narrowed.nearest_list(words, user)])]
    by_name = {item.name: item for item in matches.keys}
    editions = Edition.objects.public_in(user.council.slug).readable()
    if page in (None, "", 1, "1"):
        result = sum(len(keys) for keys in matches.keys.values())
        log_access(user, LoggedAccess.SEARCH, "Records", result)
    search = answers.answer(words, user.council, editions, bool(as_typed))
    own, public = by_name.get(kind), kind if kind in search.answers.keys else ""
    keys = matches.keys[own] if own else search.answers.keys.get(public, ())
    chosen = Paginator(keys, results.PER_PAGE).get_page(page)
    context = {"matches": matches, "search": search, "kind": kind if own or public else ""}
    context |= {"lists": [] if own or public else lists}
    context |= {"page": chosen, "own": own}
    if own:
        return context | {"lines": results.record_lines(own, chosen.object_list, user)}
    listed = published.sections(search, user.council.slug, editions, public, chosen.object_list)
    groups = [] if public else list(results.record_groups(matches, user))
    first = published.answering(search, listed, kind)
    is_first = not public and chosen.number == 1
    context["tasks"] = own_tasks.own_tasks(words, user) if is_first else []
    context["notes"] = own_notes.own_notes(words, user) if is_first else []
    decided = _decisions(words, listed) if is_first else []
    context |= {"decisions": decided, "sections": listed[len(decided) :]}
    return context | {"groups": groups, "answer": first}


def _decisions(words, sections):
    """The recommendations where `words` ask what a committee decided and they are the best of the
    published `sections`: they come before records that merely have the words."""
    leads = sections and sections[0].kind == published.RECOMMENDATION
    return sections[:1] if leads and question_text.asks_for_decision(words) else []
