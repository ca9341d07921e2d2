"""A report as a job with a page: its days, its tasks and who has what."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from assurance.accounts.access import Permission, may, permissions
from assurance.looked_after.models.returns import Return
from assurance.meetings.closures import closed_sentence
from assurance.meetings.models.closures import Closure
from assurance.meetings.models.elections import pre_election_warning
from reports.approvals.clearances.contents import PaperPrint
from reports.approvals.clearances.states import entry_states
from reports.approvals.requirements import asked_of
from reports.contributions.template_requests import ProposedRequest, proposed
from reports.editor.carry_forward.next_report import steps_of
from reports.editor.outline import arranged
from reports.editor.sections.sections import COMPLETED, LEFT_EMPTY
from reports.issue.models.jobs import hour_to_come
from reports.issue.rules import LONDON
from reports.language.rules import due_dates
from reports.papers.assembly.commitments import told_in
from reports.papers.evidence import evidence
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest
from reports.papers.rules.deadlines import PUBLISH, SEND, START, SUBMIT, TEXTS, Deadline
from reports.tasks.job.census_days import countable_days
from reports.tasks.job.last_steps import closing_lines
from reports.tasks.job.lines import (
    YOU,
    JobContext,
    TaskLine,
    clearance_lines,
    evidence_lines,
    mention_lines,
    section_lines,
)
from reports.verdicts.paper.mentions import mentions_of

# The most evidence that is shown beside what is missing.
SHOWN = 6
# What is done of a report by its state.
DONE_BY = {
    Paper.WRITING: (START,),
    Paper.SENT: (START, TEXTS, SEND),
    Paper.APPROVED: (START, TEXTS, SEND, SUBMIT),
    Paper.ISSUED: (START, TEXTS, SEND, SUBMIT, PUBLISH),
}


@dataclass(frozen=True)
class ReportJob:
    """The tasks of one report in four lists, the next one that is this reader's, and the tasks of
    each person, by who has them; `to_ask` counts the clearances that the reader may ask for,
    `closed` says why the council’s own closed days put publication forward, and `before_poll` warns
    where its day of publication is before a poll; `proposals` are the writers whom the template
    names and nobody has asked, `countable` the dates that held returns can count."""

    evidence: tuple[TaskLine, ...]
    sections: tuple[TaskLine, ...]
    closing: tuple[TaskLine, ...]
    steps: tuple[Deadline, ...]
    before_poll: str = ""
    closed: str = ""
    proposals: tuple[ProposedRequest, ...] = ()
    clearances: tuple[TaskLine, ...] = ()
    to_ask: int = 0
    countable: Mapping[Return, list[date]] = field(default_factory=dict)
    is_published: bool = False

    @property
    def cleared(self) -> int:
        """How many of the implications that the rule names need nobody."""
        return sum(line.is_done for line in self.clearances)

    @property
    def recorded(self) -> int:
        """How many kinds of evidence are there."""
        return len(_recorded(self.evidence))

    @property
    def folded(self) -> tuple[TaskLine, ...]:
        """The recorded evidence, where it would push missing records off the screen."""
        return _recorded(self.evidence) if self.recorded > SHOWN else ()

    @property
    def shown(self) -> tuple[TaskLine, ...]:
        """The other evidence, in its order."""
        return tuple(line for line in self.evidence if not (self.folded and line.is_done))

    @property
    def written(self) -> tuple[TaskLine, ...]:
        """The sections that hold something or must."""
        return tuple(line for line in self.sections if line.status != LEFT_EMPTY)

    @property
    def left_empty(self) -> tuple[TaskLine, ...]:
        """The others, which may stay empty."""
        return tuple(line for line in self.sections if line.status == LEFT_EMPTY)

    @property
    def finished(self) -> int:
        """How many of the written sections need nobody."""
        return sum(line.is_done for line in self.written)

    @property
    def completed(self) -> int:
        """How many sections have the status of completed ones."""
        return sum(line.status == COMPLETED for line in self.sections)

    @property
    def marked(self) -> int:
        """How many sections are marked as completed."""
        return sum(line.is_marked for line in self.sections)

    @property
    def following(self) -> TaskLine | None:
        """The first section or closing step that is not done and has a page to do it on, the
        reader's own before those of others; None once the report is published."""
        if self.is_published:
            return None
        rows = [row for row in (*self.sections, *self.closing) if row.address and not row.is_done]
        return next((row for row in rows if row.who == YOU), next(iter(rows), None))

    @property
    def by_person(self) -> Mapping[str, int]:
        """Who has something to do → how much of what can be done now, the most first; empty once
        the report is published."""
        counts = {}
        if self.is_published:
            return counts
        for row in (*self.evidence, *self.sections, *self.clearances, *self.closing):
            if not row.is_done and row.status != "Cannot start yet":
                counts[row.who] = counts.get(row.who, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def _recorded(lines):
    return tuple(line for line in lines if line.is_done)


def job_of(user, paper: Paper, day: date) -> ReportJob:
    """The job of `paper` as `user` has it on `day`."""
    outline = arranged(paper)
    writes = may(user, Permission.COMPOSE_PAPERS) and paper.status == Paper.WRITING
    context = JobContext(paper, outline, writes, permissions(user, day))
    steps = steps_of_paper(paper, day)
    agenda_on = next((step.on for step in steps if step.step == PUBLISH), None)
    hour = hour_to_come(paper)
    # A correction is not planned with an agenda: it is public today at the earliest.
    unplanned = agenda_on if paper.corrects is None else day
    publish_on = hour.astimezone(LONDON).date() if hour else unplanned
    contributions = paper.contribution_requests.open_in_words()
    proposals = proposed(paper, day, outline.manuscript) if paper.corrects is None else ()
    rows = () if paper.frozen else evidence(outline.manuscript, outline.measured)
    requests = RecordRequest.objects.of_paper(paper)
    print_of = PaperPrint(paper)
    states = entry_states(paper, day, print_of)
    return ReportJob(
        evidence=(
            *evidence_lines(context, rows, requests),
            *_mention_lines(context, day),
            *_commitment_line(context, user),
        ),
        sections=tuple(section_lines(context, contributions, proposals)),
        proposals=proposals,
        closing=tuple(closing_lines(context, asked_of(paper, day, print_of), hour, agenda_on)),
        steps=steps,
        before_poll=_before_poll(paper, publish_on, day),
        closed=_closed(paper),
        clearances=tuple(clearance_lines(context, states)),
        countable=countable_days(paper.council, rows),
        is_published=paper.status == Paper.ISSUED,
        to_ask=sum(state.to_ask for state in states) if context.may_remind else 0,
    )


def _before_poll(paper, publish_on, day):
    """The warning of an election for a report that is not public yet: late, it is public today at
    the earliest."""
    if paper.status == Paper.ISSUED or publish_on is None:
        return ""
    return pre_election_warning(paper.council, max(publish_on, day))


def _closed(paper):
    """Why the closed days of its council put the publication of `paper` forward, while it is to
    come; or an empty text."""
    if paper.status == Paper.ISSUED or not paper.deadlines_lead_to:
        return ""
    return closed_sentence(paper.deadlines_lead_to, Closure.objects.values_of(paper.council))


def steps_of_paper(
    paper: Paper, day: date, closed: Collection[date] | None = None
) -> tuple[Deadline, ...]:
    """The days of `paper`; none where its meeting is not known or a published edition is corrected.
    `closed` are the closed days of its council where they are known."""
    if not paper.deadlines_lead_to:
        return ()
    return steps_of(paper.series, paper.deadlines_lead_to, day, DONE_BY[paper.status], closed)


def _mention_lines(context, day) -> Iterator[TaskLine]:
    """What is late or owed on the day of the report, or today where that is still to come."""
    paper = context.paper
    if paper.frozen:
        return
    on = min(paper.policy_day, day)
    yield from mention_lines(
        context, mentions_of(paper.council, context.outline.manuscript.blocks, on)
    )


def _commitment_line(context, user) -> Iterator[TaskLine]:
    """One line for what was promised for the report, where something was."""
    paper = context.paper
    rows = Commitment.objects.visible_to(user).due_for(paper)
    answers = [told_in(row, paper) for row in rows.with_papers().with_proposals(paper)]
    if not answers:
        return
    left = [item for item in answers if item.state == due_dates.OPEN]
    yield TaskLine(
        title="Commitments to answer",
        address=context.address("editor:draft"),
        status="To answer" if left else "Answered",
        who=context.clerk,
        hint=f"{len(answers) - len(left)} of {len(answers)} have an answer",
    )
