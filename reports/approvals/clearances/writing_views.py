"""What the page of an entry asks while somebody writes in it: what can be quoted, what tokens
print, and that the words are kept."""

from django.views.decorators.http import require_GET, require_POST

from assurance.accounts.access import Permission, requires
from assurance.runtime.periods import this_moment
from reports.approvals.clearances.entry_page import written_page
from reports.approvals.clearances.forms import EntryForm
from reports.editor import autosave
from reports.editor.views import quotable
from reports.editor.views.block_page import said_when, version_in


@require_GET
@requires(Permission.READ_DRAFTS)
def search(request, series, slug, scope):
    """The entries that words find, for who writes this entry of implications."""
    page = written_page(request, series, slug, scope)
    return quotable.search_answer(request, page.entry.manuscript)


@require_GET
@requires(Permission.READ_DRAFTS)
def search_number(request, series, slug, scope):
    """The figures that have a number as their value, for the same."""
    page = written_page(request, series, slug, scope)
    return quotable.number_answer(request, page.entry.manuscript)


@require_POST
@requires(Permission.READ_DRAFTS)
def describe(request, series, slug, scope):
    """What tokens print and are, for the same."""
    page = written_page(request, series, slug, scope)
    return quotable.token_answer(request, page.entry.manuscript)


@require_POST
@requires(Permission.READ_DRAFTS)
def keep(request, series, slug, scope):
    """Keeps what is typed and not saved; the time of day, 413 for too much."""
    page, at = written_page(request, series, slug, scope), this_moment()
    text, known = EntryForm.kept_words(request.POST.dict()), version_in(request.POST)
    done = autosave.save_text(page.paper, request.user, page.place, seen=known, words=text, at=at)
    return said_when(at, done)
