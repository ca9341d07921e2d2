"""The reports of the prepared database: further issued ones, and a large draft."""

from itertools import cycle, islice

from assurance.figures.figure import Mark
from bench import rows
from reports.approvals.operations import approvals
from reports.checks import operations
from reports.conversion.operations import paper_import
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.editions import drafts, issue
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.quotable.insertion.figure_catalogue import answers, token_of
from reports.verdicts.paper.verdict import verdict

HALF_YEAR, APPROVED, LARGE = "half-year", "approved", "large-2017"
ISSUED, DRAFT = ("july-2015", "january-2016"), "september-2017"
LAST, WITH_DRAFT = ISSUED[-1], "2017-09-08"
DRAFTS = {"large report": LARGE, "half-year’s report": HALF_YEAR}
TEXT = (
    "Of {} there were more than before; {}. The panel met each month and read what the board had "
    "sent. See [[para:{}]].\n\ni. one of them\nii. the rest"
)


def issue_copy(founded: FoundedCouncil, number: int):
    """Issues the demonstration's last report once more, under an address of its own."""
    paper = add_copy(founded, f"{LAST}-{number}")
    on = drafts.paper_date(LAST)
    issue.issue(founded, send(founded, paper, drafts.written_on(LAST)), on)


def add_copy(founded: FoundedCouncil, slug: str) -> Paper:
    """A draft with the words of the demonstration's last report, at an address of its own."""
    plain = texts.paper(LAST)
    more = {"slug": slug, "title": f"{plain['title']} ({slug})", "commitments": []}
    return _import(founded, {**plain, **more}, drafts.written_on(LAST))


def send(founded: FoundedCouncil, paper: Paper, on) -> Paper:
    """The paper sent for approval, each of its warnings accepted with a reason."""
    clerk = founded.accounts["clerk"]
    for one in verdict(paper).to_accept:
        operations.pass_over(paper=paper, standing=one, reason="As meant.", by=clerk, on=on)
    return approvals.send_for_approval(paper=paper, by=clerk, on=on)


def add_approved(founded: FoundedCouncil):
    """A copy of the demonstration's last report, sent and approved, that waits for its issue."""
    on = drafts.written_on(LAST)
    paper = send(founded, add_copy(founded, APPROVED), on)
    for word in issue.APPROVERS:
        by = founded.accounts[word]
        approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=on)


def add_large_draft(founded: FoundedCouncil, draft: Paper, sizes):
    """A copy of `draft` with further sections, which quote the figures that its own dates give."""
    figures = [
        token_of(figure, value, at)
        for figure, at, _when, value in answers(read(draft))
        if value.mark == Mark.SHOWN
    ]
    quoted = islice(cycle(figures), sizes.quoted)
    plain = texts.paper(draft.slug)
    blocks = [*plain["blocks"], *_sections(sizes, quoted, plain["blocks"][0]["slug"])]
    more = {"slug": LARGE, "title": "A large report", "blocks": blocks, "commitments": []}
    _import(founded, {**plain, **more}, rows.TODAY)


def _import(founded, plain, on):
    clerk = founded.accounts["clerk"]
    return paper_import.import_paper(council=founded.council, plain=plain, by=clerk, on=on)


def _sections(sizes, quoted, before):
    usual = {"part": "body", "data": {}}
    for section in range(sizes.sections):
        name = f"more-{section}"
        head = {"heading": f"Further work {section + 1}", "text": "", "parent": ""}
        yield {**usual, "slug": name, "kind": "section", **head}
        for place in range(sizes.paragraphs):
            slug = f"{name}-{place}"
            text = TEXT.format(next(quoted, "these"), next(quoted, "those"), before)
            words = {"heading": "", "text": text, "parent": name}
            yield {**usual, "slug": slug, "kind": "paragraph", **words}
            before = slug
