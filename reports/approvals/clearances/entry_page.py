"""One entry of implications before one reader: what its pages need of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from assurance.runtime.periods import today
from reports.approvals.clearances import rules
from reports.approvals.clearances.entries import WrittenEntry, written_entry
from reports.approvals.clearances.states import EntryState, clearable_by, entry_states, of_scope
from reports.editor import autosave
from reports.papers.draft_pages import address, get_paper
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class EntryPage:
    """One entry of `paper` before one reader: its lines of the rule, those of `mine` that name the
    reader, and the entry as it is written."""

    paper: Paper
    states: Sequence[EntryState]
    mine: Sequence[EntryState]
    entry: WrittenEntry

    @property
    def state(self) -> EntryState:
        """The line that the page is about: the reader's own that waits, else the first."""
        waiting = [state for state in self.mine if not state.is_met]
        return (waiting or self.mine or self.states)[0]

    @property
    def why_not_write(self) -> str:
        """Why the reader cannot write here, or nothing."""
        name = rules.within(self.entry.title)
        return rules.why_not_write(self.paper.status, bool(self.mine), name)

    @property
    def here(self) -> str:
        """Its address."""
        return reverse("approvals:clearance", args=[*address(self.paper), self.entry.scope])

    @property
    def row(self):
        """The row of its block, or None."""
        return self.paper.blocks.standing_at(self.entry.block.slug) if self.entry.block else None

    @property
    def place(self) -> str:
        """Where what is typed in it and not saved is kept."""
        return autosave.entry_place(self.entry.scope)

    @property
    def own_row(self):
        """The row of what is written in its one box; None where it has none, or several."""
        return self.row if self.entry.is_one_paragraph else None


def entry_page(request, series, slug, scope) -> EntryPage:
    """The entry at an address; 404 where the rule of the report names none such."""
    paper = get_paper(request, series, slug)
    states = of_scope(entry_states(paper, today()), scope)
    entry = written_entry(paper, scope) if states else None
    if entry is None:
        raise Http404
    return EntryPage(paper, states, clearable_by(states, request.user), entry)


def written_page(request, series, slug, scope) -> EntryPage:
    """The same for who may write in it now; others are refused."""
    page = entry_page(request, series, slug, scope)
    if page.why_not_write:
        raise PermissionDenied
    return page
