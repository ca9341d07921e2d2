"""What the editor of standing texts asks while somebody writes: what can be quoted, and what tokens
mean."""

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from assurance.accounts.access import Permission, requires
from assurance.runtime.periods import today
from reports.language.grammar import TOKEN
from reports.quotable.catalogue import search as find
from reports.quotable.values import SHOWN
from reports.report_templates.blocks.meanings import entries_of, forms_of, meanings
from reports.report_templates.blocks.new_report import manuscript_of
from reports.report_templates.views import get_template

MOST_TOKENS = 60


@require_GET
@requires(Permission.KEEP_REPORT_TEMPLATES)
def search(request, slug):
    """The dozen figures and dates that the words `q` find best, by what they mean."""
    manuscript = manuscript_of(get_template(request, slug), today())
    entries = entries_of(manuscript, request.GET.get("kind", ""))
    matches = find(entries, request.GET.get("q", "")[:200], {})
    facts = meanings(manuscript, [entry.token for entry in matches[:SHOWN]])
    rows = [
        {
            "token": entry.token,
            "kind": entry.kind,
            "label": entry.label,
            "form": entry.form,
            "group": entry.group,
            "when": "",
            "definition": entry.definition,
            "words": facts[entry.token]["words"],
            "value": entry.when,
            "state": "",
        }
        for entry in matches[:SHOWN]
    ]
    return JsonResponse({"entries": rows, "count": len(matches)})


@require_POST
@requires(Permission.KEEP_REPORT_TEMPLATES)
def describe(request, slug):
    """What up to sixty tokens mean; with `forms`, the other forms of the first."""
    raws = request.POST.getlist("token")
    if len(raws) > MOST_TOKENS or not all(TOKEN.fullmatch(raw) for raw in raws):
        raise Http404
    manuscript = manuscript_of(get_template(request, slug), today())
    answer = {"tokens": meanings(manuscript, raws)}
    if "forms" in request.POST and raws:
        answer["forms"] = forms_of(manuscript, raws[0])
    return JsonResponse(answer)
