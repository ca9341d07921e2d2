"""The versions of a paper, and any two of them compared: words and figures apart."""

from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import Permission, requires
from reports.documents.diff import compare
from reports.editor.forms.remarks import CompareForm
from reports.editor.versions import choices, document_of
from reports.papers.draft_pages import draft_address, found


@requires(Permission.READ_DRAFTS)
def versions(request, series, slug):
    """Every version of the paper, and two to be compared."""
    paper = found(request, series, slug)
    offered = choices(paper)
    asked = {"after": offered[0].key, "before": offered[min(1, len(offered) - 1)].key}
    form = CompareForm(request.GET or None, choices=offered, initial=asked)
    context = {"paper": paper, "form": form, "back": draft_address(paper)}
    if form.is_valid():
        said = form.cleaned_data
        context |= {"comparison": _compared(paper, said), **_named(offered, said)}
    return render(request, "editor/versions.html", context)


def _compared(paper, said):
    before, after = (document_of(paper, said[name]) for name in ("before", "after"))
    if before is None or after is None:
        raise Http404
    return compare(before, after)


def _named(offered, said):
    words = {one.key: one.words for one in offered}
    return {"before": words[said["before"]], "after": words[said["after"]]}
