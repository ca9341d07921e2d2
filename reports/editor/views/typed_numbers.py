"""The page on which the typed numbers of a paper are settled."""

from django.contrib import messages
from django.shortcuts import redirect

from assurance.accounts.access import Permission, requires
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editor.forms.typed_numbers import LEAVE, STATED, TypedNumberForm
from reports.editor.operations import typed_numbers as operations
from reports.editor.typed_numbers import typed_numbers
from reports.papers import typed_numbers as settled
from reports.papers.draft_pages import draft_address, get_paper, page, typed
from reports.papers.manuscript import read

# More fields than Django takes would stand on one page; the next ones come once these are settled.
MOST = 200


@requires(Permission.COMPOSE_PAPERS)
def settle(request, series, slug):
    """Every bare number of the paper with the figures that say the same: *Accept all* makes each
    what was chosen, in one go."""
    paper = get_paper(request, series, slug)
    manuscript = read(paper)
    every = typed_numbers(manuscript)
    versions = paper.blocks.versions({item.slug for item in every[:MOST]})
    form = TypedNumberForm(typed(request), typed=every[:MOST], versions=versions)
    if form.is_valid():
        with refusals_shown_on(form):
            changes = _changes(manuscript, form)
            operations.settle(paper=paper, changes=changes, by=request.user, on=today())
            messages.success(request, "The numbers have been settled.")
            return redirect(draft_address(paper))
    more = {"template": "editor/typed_numbers.html", "more": len(every) - len(form.typed)}
    return page(request, form, "Settle the numbers", paper, **more)


def _changes(manuscript, form):
    """Slug → (version seen, its new text and data) of every block in which a number becomes
    something else."""
    criteria = {}
    for item, choice, source in form.chosen():
        if choice != LEAVE:
            text = settled.stated(item.words, source) if choice == STATED else choice
            place = (item.number.start, item.number.end, text)
            criteria.setdefault(item.slug, {}).setdefault(item.path, []).append(place)
    blocks, version = {block.slug: block for block in manuscript.blocks}, form.seen()
    return {
        slug: (version[slug], _replaced_texts(blocks[slug], paths))
        for slug, paths in criteria.items()
    }


def _replaced_texts(block, paths):
    for path, text in list(settled.texts(block)):
        if path in paths:
            block = settled.with_text(block, path, settled.replaced(text, paths[path]))
    return {"text": block.text, "data": block.data}
