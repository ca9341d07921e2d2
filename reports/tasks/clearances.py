"""What the council's rule asks an account to clear: single implications of reports."""

from django.urls import reverse
from django.utils.text import slugify

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import say_day
from reports.approvals.clearances.states import waiting_for
from reports.tasks.task import Date, Need


def of_clearances(user, day):
    """Each entry of implications that the council's rule asks of `user` and that is not cleared as
    it reads now, whether a clerk has asked for it yet or not."""
    return [_need(paper, state) for paper, state in _waiting(user, day)]


def dates_of_clearances(user, day):
    """The days by which `user` is to clear them."""
    for paper, state in _waiting(user, day):
        if state.due_on:
            key = slugify(f"clearance-{paper.pk}-{state.required.title}-{state.scope}")
            text = f"{state.title} of “{paper.title}” are to be cleared"
            yield Date(state.due_on, text, _page(paper, state), key)


def _waiting(user, day):
    return waiting_for(user, day) if may(user, Permission.READ_DRAFTS, day) else []


def _need(paper, state):
    by = f": to clear by {say_day(state.due_on)}" if state.due_on else ""
    return Need(
        f"{state.title} of “{paper.title}”{by}",
        _page(paper, state),
        late=state.is_late,
        status="" if state.is_late else state.status,
        hint=state.hint if state.request else "A clerk has not asked for it yet",
    )


def _page(paper, state):
    return reverse("approvals:clearance", args=[paper.series.slug, paper.slug, state.scope])
