"""A small paper with figures, written through the operations as a clerk would, for the tests of
papers."""

from datetime import date

from assurance.runtime.periods import When
from reports.approvals.operations import approvals
from reports.checks import operations
from reports.papers.operations import papers as writing
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import audits, looked_after, papers

ON = date(2016, 1, 18)
POSITION = When.at(date(2015, 12, 1))
EARLIER = When.at(date(2015, 1, 1))
YEAR = When(date(2015, 1, 1), date(2015, 12, 31))
NAMES = {"position": POSITION, "comparison": EARLIER, "year": YEAR}
BLOCKS = (
    ("purpose", "introduction", "", "This paper tells what was audited.", {}),
    ("work", "body", "", "", {}),
    ("audits", "body", "work", "Managers audited [[audits.done @year]] files.", {}),
    (
        "children",
        "body",
        "work",
        (
            "On 1 December 2015 we looked after [[looked_after.children]] children, and the number "
            "[[compare looked_after.children @comparison @position]]."
        ),
        {},
    ),
    (
        "recommend-note",
        "recommendations",
        "",
        "note [[paras:audits..children]]",
        {"kind": "note", "reason": "The Committee asked for it."},
    ),
)
KINDS = {"work": "section", "recommend-note": "recommendation"}


def blocks(*more):
    """The blocks of the paper as operations take them, with `more` at the end."""
    rows = [
        {
            "slug": slug,
            "part": part,
            "kind": KINDS.get(slug, "paragraph"),
            "parent": parent,
            "heading": "What was done" if slug == "work" else "",
            "text": text,
            "data": data,
        }
        for slug, part, parent, text, data in BLOCKS
    ]
    return [*rows, *more]


def records(council):
    """Two audits in 2015, and two censuses."""
    for day in (date(2015, 3, 2), date(2015, 12, 31)):
        audits.case_audit(council=council, audited_on=day)
    for when, total in ((EARLIER, 210), (POSITION, 188)):
        looked_after.census(council=council, date=when.end, total=total)


def contacts(council):
    """The parts of a paper that name its posts, both in the directory, and no background papers."""
    for slug in ("author", "director"):
        papers.post(council=council, slug=slug, title=slug.capitalize())
    posts = {"author": "author", "chief_officer": "director"}
    return {"contacts": posts, "wards": {"text": "All"}, "background_papers": {"papers": ["None"]}}


def written(by, *more, with_records=True, **said):
    """A paper that nothing stops, being written by `by`."""
    council = by.council
    if with_records:
        records(council)
    details = {
        "title": "Assurance report",
        "slug": "january-2016",
        "period_start": date(2015, 7, 1),
        "period_end": date(2015, 12, 31),
        "paper_date": ON,
        "meeting_id": papers.meeting(council=council).pk,
        "parts": contacts(council),
    }
    return writing.start_paper(
        series=papers.series(council=council),
        template=papers.report_template(council=council),
        details={**details, **said},
        names=NAMES,
        blocks=blocks(*more),
        by=by,
        on=ON,
    )


def with_reasons(paper, clerk):
    """`paper`, each of its warnings passed over by `clerk` with a reason."""
    for one in verdict(paper).to_accept:
        operations.pass_over(paper=paper, standing=one, reason="As meant.", by=clerk, on=ON)
    return paper


def approved(council=None):
    """(paper, clerk, approver): a paper sent by the one and approved by the other."""
    clerk, approver = cast.clerk(council), cast.approver(council)
    return sent_and_approved(written(clerk), clerk, approver), clerk, approver


def sent_and_approved(paper, clerk, approver=None):
    """`paper` once `clerk` has sent it and another has approved it."""
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    return approve(paper, approver)


def approve(paper, approver=None):
    """`paper`, which was sent, once an approver has read and approved it."""
    paper.refresh_from_db()
    by = approver or cast.approver(paper.council)
    approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=ON)
    paper.refresh_from_db()
    return paper
