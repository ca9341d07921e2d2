"""The versions of a paper, and any two of them compared: words and figures apart."""

from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import Permission, requires
from reports.documents.diff import compare
from reports.editor.forms.remarks import CompareForm
from reports.editor.versions import choices, document_of
from reports.papers.draft_pages import draft_address, get_paper


@requires(Permission.READ_DRAFTS)
def versions(request, series, slug):
    """Every version of the paper, and two to be compared."""
    paper = get_paper(request, series, slug)
    offered = choices(paper)
    query = {"after": offered[0].key, "before": offered[min(1, len(offered) - 1)].key}
    form = CompareForm(request.GET or None, choices=offered, initial=query)
    context = {"paper": paper, "form": form, "back": draft_address(paper)}
    if form.is_valid():
        fields = form.cleaned_data
        context |= {"comparison": _compared(paper, fields), **_named(offered, fields)}
    return render(request, "editor/versions.html", context)


def _compared(paper, value):
    before, after = (document_of(paper, value[name]) for name in ("before", "after"))
    if before is None or after is None:
        raise Http404
    return compare(before, after)


def _named(offered, value):
    labels = {item.key: item.words for item in offered}
    return {"before": labels[value["before"]], "after": labels[value["after"]]}
