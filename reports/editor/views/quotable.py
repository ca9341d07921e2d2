"""What the editor asks while somebody writes: entries that words find, and what tokens print."""

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from assurance.accounts.access import Permission, requires
from reports.editor.quotable import catalogue, chips, values
from reports.papers.draft_pages import get_paper
from reports.papers.language.grammar import TOKEN
from reports.papers.manuscript import read

MOST_TOKENS = 60


@require_GET
@requires(Permission.COMPOSE_PAPERS)
def search(request, series, slug):
    """The dozen entries that the words `q` find best for the block `block`, with their values."""
    manuscript = read(get_paper(request, series, slug))
    entries = catalogue.catalogue(manuscript, request.GET.get("kind", ""))
    used = catalogue.used_in(manuscript, request.GET.get("block", ""))
    matches = catalogue.search(entries, request.GET.get("q", "")[:200], used)
    rows = [
        {
            "token": row.entry.token,
            "kind": row.entry.kind,
            "label": row.entry.label,
            "form": row.entry.form,
            "group": row.entry.group,
            "when": row.entry.when,
            "definition": row.entry.definition,
            "words": row.text,
            "state": row.state,
        }
        for row in values.printed_entries(manuscript, matches, every=False)
    ]
    return JsonResponse({"entries": rows, "count": len(matches)})


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def describe(request, series, slug):
    """What up to sixty tokens print and are; with `forms`, the other forms of the first."""
    raws = request.POST.getlist("token")
    if len(raws) > MOST_TOKENS or not all(TOKEN.fullmatch(raw) for raw in raws):
        raise Http404
    manuscript = read(get_paper(request, series, slug))
    answer = {"tokens": chips.chips(manuscript, raws)}
    if "forms" in request.POST and raws:
        answer["forms"] = chips.forms(manuscript, raws[0])
    return JsonResponse(answer)
