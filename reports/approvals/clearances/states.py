"""How each entry of implications stands: asked, written, cleared or changed since; worked out
afresh each time from the rule, what was asked and what the report prints."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from assurance.accounts.models.accounts import User
from assurance.runtime.periods import say_day
from reports.approvals import requirements
from reports.approvals.clearances import rules
from reports.approvals.clearances.contents import PaperPrint, PrintedEntry
from reports.approvals.models.approvals import ApprovalRule
from reports.approvals.models.clearances import Clearance, ClearanceRequest
from reports.approvals.requirements import RequiredApproval
from reports.documents.digest import entry_of
from reports.editor.carry_forward.next_report import day_of_step
from reports.papers.models.papers import Paper
from reports.papers.rules.deadlines import SEND

CLEARED, APPROVED, CHANGED = "Cleared", "Approved", "Changed since it was cleared"
OVERDUE, WRITTEN, REQUESTED = "Overdue", "Written, not cleared", "Asked"
NOT_ASKED = "Not asked yet"


@dataclass(frozen=True)
class EntryState:
    """One line of the rule about one entry, on `day`: what was asked, what was cleared last and
    what the report prints now."""

    required: RequiredApproval
    request: ClearanceRequest | None
    last: Clearance | None
    print_of: PaperPrint = field(compare=False)
    due_on: date | None
    day: date

    @property
    def printed(self) -> PrintedEntry:
        """What the entry prints now."""
        return self.print_of.entry(self.scope)

    @property
    def scope(self) -> str:
        """The entry, as the rule names it."""
        return self.required.wanted.scope

    @property
    def title(self) -> str:
        """The entry as sentences call it."""
        return rules.called(entry_of(self.scope))

    @property
    def is_met(self) -> bool:
        """Whether nothing is asked of anybody."""
        return self.required.given is not None

    @property
    def has_changed(self) -> bool:
        """Whether it was cleared, and reads otherwise since."""
        return self.last is not None and not self.is_met

    @property
    def to_ask(self) -> bool:
        """Whether it waits for somebody who was not asked for it as it reads now."""
        if self.is_met or self.required.is_stuck:
            return False
        return self.request is None or (self.has_changed and self.request.ended_id != self.last.pk)

    @property
    def is_late(self) -> bool:
        """Whether it was asked for, its day has passed and it is not cleared."""
        waits = self.request is not None and not self.is_met
        return waits and rules.is_late(self.due_on, self.day)

    @property
    def status(self) -> str:
        """How it stands, in the words of a task list."""
        if self.is_met:
            return CLEARED if self.required.given.is_clearance else APPROVED
        if self.has_changed:
            return CHANGED
        if self.is_late:
            return OVERDUE
        if self.request is None:
            return NOT_ASKED
        return WRITTEN if self.printed.text else REQUESTED

    @property
    def asked_words(self) -> str:
        """When it was asked for: `asked on 7 June 2016`."""
        return f"asked on {say_day(self.request.asked_on)}" if self.request else "not asked yet"

    @property
    def hint(self) -> str:
        """The same with who and when, in a sentence or two."""
        statement = self.required.given
        if statement:
            return f"{self.status} on {say_day(statement.approved_on)} by {statement.by_whom}"
        parts = [f"A{self.asked_words[1:]}" if self.request else ""]
        if self.has_changed:
            parts = [f"Cleared on {say_day(self.last.cleared_on)} by {self.last.by_whom}", *parts]
        if not self.printed.text:
            parts.append("Nothing written yet")
        if self.due_on:
            parts.append(f"To clear by {say_day(self.due_on)}")
        return ". ".join(filter(None, parts))

    @property
    def missing_words(self) -> str:
        """What is missing, once: whose word, and since when it is asked for."""
        name = f"{self.title} are not cleared"
        return f"{name}: {self.required.who}, {self.asked_words}"


def due_of(paper: Paper, day: date) -> date | None:
    """The day by which the entries of `paper` are to be cleared: that on which it is to be sent for
    approval; None where its meeting is not known."""
    return day_of_step(paper, SEND, day)


def entry_states(
    paper: Paper, day: date, print_of: PaperPrint | None = None
) -> tuple[EntryState, ...]:
    """Each entry of `paper` that the rule names on `day`, as it stands, in the order of the rule;
    `print_of` is what it prints, where that is read for more than this."""
    if not ApprovalRule.objects.for_paper(paper).on(day).of_entries().exists():
        return ()
    print_of = print_of or PaperPrint(paper)
    queries = requirements.asked_of(paper, day, print_of)
    requests = {row.asks: row for row in ClearanceRequest.objects.of_paper(paper)}
    last = {}
    for row in Clearance.objects.of_paper(paper):
        last.setdefault(row.asks, row)
    usual = due_of(paper, day)
    return tuple(
        _state(item, requests, last, print_of, usual, day) for item in queries if item.of_entry
    )


def of_scope(states: Iterable[EntryState], scope: str) -> tuple[EntryState, ...]:
    """Those of one entry."""
    return tuple(state for state in states if state.scope == scope)


def missing_of(states: Iterable[EntryState]) -> tuple[EntryState, ...]:
    """Those that somebody can clear and nobody has."""
    return tuple(item for item in states if not (item.is_met or item.required.is_stuck))


def clearable_by(states: Iterable[EntryState], user: User) -> tuple[EntryState, ...]:
    """Those whose line names `user`, or whose deputy `user` is on the day."""
    return tuple(state for state in states if user in state.required.able)


def waiting_for(user: User, day: date) -> list[tuple[Paper, EntryState]]:
    """Each entry that waits for `user` on `day`, with its report: one that is being written or was
    sent; the first due first."""
    lines = ApprovalRule.objects.of(user.council).on(day).of_entries().naming(user)
    if not lines.exists():
        return []
    papers = Paper.objects.visible_to(user).exclude(status=Paper.ISSUED)
    rows = [
        (paper, state)
        for paper in papers.filter(withdrawn_on__isnull=True)
        for state in clearable_by(missing_of(entry_states(paper, day)), user)
    ]
    return sorted(rows, key=lambda row: row[1].due_on or date.max)


def _state(item, requests, last, print_of, usual, day):
    target = item.wanted
    asks = target.kind, target.called.casefold(), target.scope
    request = requests.get(asks)
    due_on = (request.due_on if request else None) or usual
    return EntryState(item, request, last.get(asks), print_of, due_on, day)
