"""Remarks on a paper and its blocks: read, said, answered, settled; and its versions compared."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_as_messages, refusals_shown_on
from assurance.runtime.periods import today
from assurance.runtime.typography import with_capital
from reports.documents.diff import compare
from reports.editor.forms.papers import AnswerForm, CompareForm, RemarkForm
from reports.editor.models import Remark
from reports.editor.operations import remarks
from reports.editor.preview import block_shown
from reports.editor.versions import choices, document_of
from reports.papers.draft_pages import address, draft_address, found_block, get_paper, page
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.wording.block_names import called


@requires(Permission.READ_DRAFTS)
def show(request, series, slug):
    """Every remark on the paper, and a form for one on the paper as a whole."""
    paper = get_paper(request, series, slug)
    form = RemarkForm(post_data(request))
    if done := _save_remark(request, form, paper, partial(remarks.create_remark, paper=paper)):
        return done
    context = {"paper": paper, "form": form, "back": draft_address(paper), **remarked(paper)}
    return render(request, "editor/remarks.html", context)


@requires(Permission.READ_DRAFTS)
def on_block(request, series, slug, block):
    """A remark on one block."""
    row = found_block(request, series, slug, block)
    form = RemarkForm(post_data(request))
    of_the_block = partial(remarks.create_remark, paper=row.paper, slug=row.slug)
    if done := _save_remark(request, form, row.paper, of_the_block):
        return done
    shown = block_shown(row.paper, read(row.paper), row.slug)
    more = {"template": "editor/remark.html", "shown": shown}
    more["cancel_url"] = more["back"] = draft_address(row.paper, f"line-{row.slug}")
    return page(request, form, "Comment on a paragraph", row.paper, **more)


@requires(Permission.READ_DRAFTS)
def answer(request, series, slug, remark):
    """An answer to a remark."""
    paper = get_paper(request, series, slug)
    row = get_object_or_404(Remark.objects.visible_to(request.user), paper=paper, pk=remark)
    form = AnswerForm(post_data(request))
    if done := _save_remark(request, form, paper, partial(remarks.answer, remark=row)):
        return done
    back = reverse("editor:remarks", args=address(paper))
    more = {"template": "editor/remark.html", "remark": row, "back": back, "cancel_url": back}
    return page(request, form, "Answer a comment", paper, **more)


@require_POST
@requires(Permission.READ_DRAFTS)
def settle(request, series, slug, remark):
    """A remark settled, or opened again."""
    paper = get_paper(request, series, slug)
    row = get_object_or_404(Remark.objects.visible_to(request.user), paper=paper, pk=remark)
    step = remarks.reopen if row.settled_on else remarks.settle
    with refusals_as_messages(request):
        step(remark=row, by=request.user, on=today())
        messages.success(request, "The comment is open." if row.settled_on else "It is settled.")
    return redirect("editor:remarks", *address(paper))


def _save_remark(request, form, paper, operation):
    """Where to go once the words of `form` are kept; None while it is not sent or is refused."""
    if form.is_valid():
        with refusals_shown_on(form):
            operation(words=form.cleaned_data["words"], by=request.user, on=today())
            messages.success(request, "The comment has been saved.")
            return redirect("editor:remarks", *address(paper))
    return None


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
        context |= {"comparison": _compared(paper, fields), **_version_words(offered, fields)}
    return render(request, "editor/versions.html", context)


def _compared(paper, value):
    before, after = (document_of(paper, value[name]) for name in ("before", "after"))
    if before is None or after is None:
        raise Http404
    return compare(before, after)


def _version_words(offered, value):
    labels = {item.key: item.words for item in offered}
    return {"before": labels[value["before"]], "after": labels[value["after"]]}


WHOLE, GONE = "The report as a whole", "A place that has been removed"


def remarked(paper: Paper) -> dict:
    """`open` and `settled`: lists of (where, remark with its replies), in the paper's order."""
    manuscript = read(paper)
    order, names = {"": 0}, {"": WHOLE}
    for place, block in enumerate(manuscript.blocks, 1):
        order[block.slug] = place
        names[block.slug] = with_capital(called(manuscript, block))
    rows = paper.remarks.opening().select_related("said_by", "settled_by")
    placed = sorted(rows, key=lambda item: (order.get(item.slug, len(order)), item.pk))
    entries = [
        (names.get(item.slug, GONE), item, item.slug in order and item.slug) for item in placed
    ]
    return {
        "open": [item for item in entries if not item[1].settled_on],
        "settled": [item for item in entries if item[1].settled_on],
    }
