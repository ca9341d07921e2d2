"""The task list of a report: its evidence, its sections, what comes after; each with who has it and
how it stands, worked out afresh each time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.runtime.periods import say_day
from reports.approvals.clearances.states import (
    CHANGED,
    CLEARED,
    NOT_ASKED,
    OVERDUE,
    WRITTEN,
    EntryState,
)
from reports.contributions.template_requests import ProposedRequest
from reports.editor.outline import DraftOutline
from reports.editor.sections.sections import CHANGED as CHANGED_SECTION
from reports.editor.sections.sections import (
    COMPLETED,
    LEFT_EMPTY,
    NOTHING_TO_FIX,
    READY,
    states_of,
)
from reports.editor.sections.states import mark_states
from reports.papers.evidence import AHEAD, MISSING, PARTLY, Evidence
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest
from reports.verdicts.paper.mentions import ListedMentions
from reports.verdicts.paper.remedies import recorders_by_permission
from reports.verdicts.paper.verdict import Verdict

YOU = "You"
DESCRIBED, SENT = "Described", "Sent"
TO_MENTION, IN_REPORT = "To mention", "In the report"
A_CLERK = "A clerk"
# Status → colour of its tag; what needs nobody is plain text.
COLOURS = {
    "Asked": "yellow",
    CHANGED: "orange",
    CHANGED_SECTION: "orange",
    "Copied, not checked": "purple",
    "In progress": "turquoise",
    "Missing": "red",
    NOT_ASKED: "grey",
    "Not started": "grey",
    OVERDUE: "red",
    "Partly recorded": "yellow",
    READY: "purple",
    "Stops the report": "red",
    "To answer": "yellow",
    "To describe": "yellow",
    TO_MENTION: "yellow",
    "Waiting for approval": "yellow",
    WRITTEN: "yellow",
}
DONE = (
    *(LEFT_EMPTY, COMPLETED, NOTHING_TO_FIX),
    *("Approved", "Recorded", "Answered", "Published", CLEARED, IN_REPORT, DESCRIBED, SENT),
)


@dataclass(frozen=True)
class TaskLine:
    """One task: what, where it is done (an address, or an empty text where the reader has no page),
    who has it, how it stands; `request` is what the button beside it asks for, if anything, and
    `remind` the request of which it reminds; `is_marked` where a section is marked as completed,
    `printed` the sentence that an empty one prints."""

    title: str
    address: str
    status: str
    who: str = ""
    hint: str = ""
    request: str = ""
    remind: int = 0
    is_marked: bool = False
    printed: str = ""

    @property
    def colour(self) -> str:
        """The colour of its tag; empty where its status is plain text."""
        return COLOURS.get(self.status, "")

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.status in DONE


@dataclass(frozen=True)
class JobContext:
    """What the lines of one report's tasks are made from, for one reader."""

    paper: Paper
    outline: DraftOutline
    may_write: bool
    permissions: frozenset

    @property
    def verdict(self) -> Verdict:
        """What stops the report."""
        return self.outline.verdict

    @property
    def may_remind(self) -> bool:
        """Whether this reader asks for clearances of a report that is not published."""
        composes = Permission.COMPOSE_PAPERS in self.permissions
        return composes and self.paper.status != Paper.ISSUED

    @property
    def clerk(self) -> str:
        """Who writes and publishes, as this reader calls them."""
        return YOU if self.may_write else A_CLERK

    def address(self, name: str, *more: str) -> str:
        """A page of the report."""
        return reverse(name, args=[self.paper.series.slug, self.paper.slug, *more])


def evidence_lines(
    context: JobContext, rows: Iterable[Evidence], requests: Iterable[RecordRequest]
) -> Iterator[TaskLine]:
    """One for each kind of record at each date of the report."""
    rows, pending = list(rows), {item.query: item for item in requests}
    # A date is called after the record that is made for it, not after what else is read on it.
    named = {row.name for row in rows if row.page.record}
    council, permissions = context.paper.council, (row.page.permission for row in rows)
    who = recorders_by_permission(council, permissions)
    for row in rows:
        request = next((pending[query] for query in row.queries if query in pending), None)
        by_label = row.label and (row.page.record or row.name not in named)
        title = f"{row.label} {row.when}" if by_label else f"{row.title}, {row.when}"
        yield _evidence_line(context, row, title, request, who[row.page.permission])


def mention_lines(context: JobContext, rows: Iterable[ListedMentions]) -> Iterator[TaskLine]:
    """One for each list of what is late or owed; whoever writes quotes the list by it."""
    for row in rows:
        first = row.mentions[0]
        quote = f"{reverse('editor:quote-register', args=[row.list])}?report={context.paper.pk}"
        own = first.address if first.permission in context.permissions else ""
        yield TaskLine(
            title=row.title,
            address=quote if context.may_write else own,
            status=TO_MENTION if row.left_out else IN_REPORT,
            who=context.clerk,
            hint=row.summary,
        )


def section_lines(
    context: JobContext,
    contributions: Iterable[ContributionRequest],
    proposals: Sequence[ProposedRequest] = (),
) -> Iterator[TaskLine]:
    """One for each section, with whom the template names for it while nobody has been asked."""
    for state in states_of(context.outline, contributions, mark_states(context.paper)):
        section, mark = state.section, state.mark.sentence if state.mark else ""
        writer = None if state.requests else _writer(section, proposals)
        asked = state.requests[0].who if state.requests else writer.who if writer else ""
        # Who writes the report checks what was handed in.
        handed = f"Handed in by {asked}" if state.status == READY else ""
        hint = "Not asked yet" if writer else ""
        yield TaskLine(
            title=section.title,
            address=context.address("editor:section", section.slug),
            status=state.status,
            who=context.clerk if handed else asked or context.clerk,
            is_marked=state.is_marked,
            printed=section.standing_sentence,
            hint=". ".join(filter(None, (section.summary, handed or state.hint, hint, mark))),
        )


def clearance_lines(context: JobContext, states: Iterable[EntryState]) -> Iterator[TaskLine]:
    """One for each entry of implications that the council's rule names."""
    for state in states:
        late = state.is_late and state.request and context.may_remind
        waits = state.request and not state.is_met and context.may_remind
        trouble = state.request.reminder_trouble if waits else ""
        yield TaskLine(
            title=state.title,
            address=context.address("approvals:clearance", state.scope),
            status=state.status,
            who=state.required.who,
            hint=". ".join(filter(None, (state.hint, trouble))),
            remind=state.request.pk if late else 0,
        )


def _writer(section, proposals):
    """Who is proposed for a section, before who is for the part that it stands in."""
    own = (item for item in proposals if item.block in section.blocks)
    whole = (item for item in proposals if item.part == section.part.part.slug)
    return next(own, None) or next(whole, None)


def _evidence_line(context, row, title, request, who):
    mine = row.page.permission in context.permissions
    status, hint = _evidence_status(row, request)
    waits = len(row.blocks)
    waiting = f"{waits} paragraph{'s wait' if waits > 1 else ' waits'} for it"
    details = (row.summary, hint)
    return TaskLine(
        title=title,
        address=row.page.address_for(row.when.end) if mine and row.state != AHEAD else "",
        status=status,
        who=YOU if mine else who,
        hint=". ".join(filter(None, (*details, waiting if row.is_lacking else ""))),
        request=row.identity
        if row.is_lacking and context.may_write and not (request or mine)
        else "",
    )


def day_and_month(day: date) -> str:
    """A day without its year: `8 July`."""
    return f"{day.day} {day:%B}"


def _evidence_status(row, request):
    if not row.is_lacking:
        return "Recorded", ""
    hint = f"{row.title}: nothing recorded" if row.state != PARTLY else f"{row.title}: in part"
    if request:
        return (
            "Asked",
            f"{hint}. Asked by {request.asked_by.name}, by {say_day(request.due_on)}",
        )
    texts = {
        MISSING: "Missing",
        PARTLY: "Partly recorded",
        AHEAD: f"Due {day_and_month(row.when.end)}",
    }
    return texts[row.state], hint
