"""What is timed: ten busy pages, the figures of a report, an import, a search and an issue."""

from collections.abc import Iterator
from functools import partial

from django.urls import reverse

from assurance.audits.models.case_audits import CaseAudit
from assurance.figures.measurement import measure
from assurance.figures.registry import FIGURES
from assurance.tables.workbook.writer import write_csv
from bench import papers
from bench.database import Prepared
from bench.imports import AUDITS, audit_rows, import_files
from bench.rows import TODAY
from reports.issue import jobs
from reports.papers.addresses import figure_address, paper_address
from reports.papers.assembly.pipeline import questions
from reports.papers.manuscript import read

# Rows of the file that is imported, and what is looked for among published reports.
IMPORTED, WORDS = 200, "children supervision"


def actions(made: Prepared) -> Iterator[tuple[str, object]]:
    """(name, callable) of what is timed, in the order of the table."""
    for name, account, address in _pages(made):
        client = made.client(account)
        yield name, partial(_opened, client, address)
    paper = made.paper(papers.LARGE)
    asked = questions(read(paper))
    figures = partial(measure, made.council, asked, FIGURES, public=False)
    yield f"{len(set(asked)):,} figures of a report", figures
    content = write_csv(AUDITS, audit_rows(made, IMPORTED))
    files = {"rows.csv": content}
    yield f"import of {IMPORTED} case audits", partial(import_files, made, files, CaseAudit)
    search = reverse("publication:search", args=[made.council.slug])
    yield "search", partial(_opened, made.client(), f"{search}?words={WORDS.replace(' ', '+')}")
    approved = made.paper(papers.APPROVED)
    by = made.accounts["clerk"]
    yield "issue of a report", partial(jobs.issue, approved, by=by, on=TODAY)


def _pages(made):
    """(name, the word of the account, address) of the ten pages."""
    slug, edition = made.council.slug, made.edition
    draft = made.paper(papers.LARGE)
    return (
        ("front page", "", reverse("front")),
        ("a council’s public page", "", reverse("publication:council", args=[slug])),
        ("a published report", "", paper_address(edition.paper)),
        ("a figure through reports", "", figure_address(edition, 1)),
        ("published commitments", "", reverse("publication:public-commitments", args=[slug])),
        ("home of an officer", "officer", reverse("home")),
        ("people by DBS status", "officer", reverse("dbs:list")),
        ("case audits", "officer", reverse("audits:list")),
        ("improvement actions", "officer", reverse("improvement:list")),
        ("a large draft", "clerk", reverse("editor:draft", args=[draft.series.slug, draft.slug])),
    )


def _opened(client, address):
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}.")
    return answer
