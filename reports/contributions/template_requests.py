"""Those whom a report's template names as writers: proposed, and asked all at once when a clerk
presses; nobody is asked without that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from assurance.accounts.models.accounts import User
from assurance.meetings.clear_days import working_day_before
from assurance.meetings.models.closures import closed_days
from assurance.records.record import locked
from reports.contributions.operations.requests import ask_for_section
from reports.contributions.sections import BLOCK, PART, askable, asked_for
from reports.editor.carry_forward.next_report import day_of_step
from reports.language.standing_blocks import writers_in
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.papers.models.part_writers import name_of, why_not_asked
from reports.papers.rules.deadlines import TEXTS


@dataclass(frozen=True)
class ProposedRequest:
    """A request that the template of a report proposes and nobody has made: `refusal` says why it
    cannot be made as it is; `due_on` is None where the meeting of the report is not known."""

    place: str
    title: str
    who: str
    question: str
    due_on: date | None
    account: User | None
    email: str
    refusal: str = ""

    @property
    def part(self) -> str:
        """The slug of the part that is asked for whole, or nothing."""
        kind, _, slug = self.place.partition(":")
        return slug if kind == PART else ""

    @property
    def block(self) -> str:
        """The slug of the section that is asked for, or nothing."""
        kind, _, slug = self.place.partition(":")
        return slug if kind == BLOCK else ""


def proposed(
    paper: Paper, day: date, manuscript: Manuscript | None = None
) -> tuple[ProposedRequest, ...]:
    """What the template of `paper` proposes and was never asked for in it, in print order;
    `manuscript` is its own where it was read already."""
    if paper.status != Paper.WRITING or not paper.template.writers_named:
        return ()
    return tuple(_proposals(paper, manuscript or read(paper), day))


def proposed_values(paper: Paper, place: str, day: date) -> dict:
    """What the form that asks for `place` of somebody else begins with: the template's question and
    its day."""
    row = next((item for item in proposed(paper, day) if item.place == place), None)
    return {"note": row.question, "due_on": row.due_on} if row else {}


def proposal_context(rows: Sequence[ProposedRequest]) -> dict:
    """What the list of the proposed writers `rows` shows: whom, whether one can be asked, whether
    all by days that the report has."""
    has_days = all(row.due_on for row in rows)
    return {"proposed": rows, "can_ask": bool(ready(rows)), "has_days": has_days}


def ready(proposals: Sequence[ProposedRequest]) -> list[ProposedRequest]:
    """Those that can be asked."""
    return [item for item in proposals if not item.refusal]


@transaction.atomic
def request_proposed(
    *, paper: Paper, due_on: date | None = None, by, on: date
) -> list[ContributionRequest]:
    """Asks every proposed writer who can be asked, by their days, or by `due_on` where the report
    has no days yet. What somebody else asked for meanwhile is not asked for twice."""
    paper = locked(Paper, paper.pk)
    manuscript = read(paper)
    rows = ready(tuple(_proposals(paper, manuscript, on))) if paper.status == Paper.WRITING else []
    return [
        ask_for_section(
            paper=paper,
            wanted=asked_for(manuscript, item.place),
            asked_of=item.account,
            name="" if item.account else item.who,
            email=item.email,
            due_on=item.due_on or due_on or on,
            note=item.question,
            by=by,
            on=on,
        )
        for item in rows
    ]


def _proposals(paper: Paper, manuscript: Manuscript, day: date):
    titles = dict(askable(manuscript))
    requests = ContributionRequest.objects.of_paper(paper).values_list("part", "slug")
    done = {f"{BLOCK}:{slug}" if slug else f"{PART}:{part}" for part, slug in requests}
    rows = paper.template.writers.by_place()
    texts_on, closed = texts_day(paper, day), closed_days(paper.council)
    for place, writer in writers_in(manuscript.template).items():
        if place not in titles or place in done:
            continue
        row = rows.get(place)
        yield ProposedRequest(
            place,
            asked_for(manuscript, place)["title"],
            name_of(row, writer),
            writer.get("question", ""),
            texts_on and max(day, working_day_before(texts_on, writer.get("days", 0), closed)),
            row.account if row else None,
            row.email if row else "",
            why_not_asked(row, writer),
        )


def texts_day(paper: Paper, day: date) -> date | None:
    """The day by which the texts of the report have to be in, or None where it has no meeting."""
    return day_of_step(paper, TEXTS, day)
