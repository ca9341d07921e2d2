"""What anybody can read of a report that quotes and lists single audits and breaches, in whatever
form: nothing of it points at a child, a worker or a person on the register."""

import json
from datetime import date

import pytest

from assurance.figures.quotable import LISTS, RECORDS
from reports.documents.document import text_of, to_json
from reports.documents.html import page
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.quotable.record_entries import tokens_of
from tests import cast
from tests.make import audits, dbs, drafts, people

pytestmark = pytest.mark.django_db
SECRETS = ("CA-SECRET", "Team Secret", "Dr Secret", "Secretly", "Person Secret", "29 October 2015")


@pytest.fixture
def council(db):
    """A council with one audit and one breach about somebody, each full of what is not printed."""
    own = cast.clerk().council
    day = date(2015, 10, 29)
    audits.case_audit(
        **{"council": own, "pk": 41, "reference": "CA-SECRET", "auditor": "Dr Secret"},
        **{"team": people.team("Team Secret", council=own), "audited_on": day, "shared_on": day},
        **dict.fromkeys(("strengths", "areas_for_development", "actions"), "Secretly"),
    )
    dbs.breach(
        **{"council": own, "pk": 42, "found_on": day, "told_on": day, "told_meeting": "Board"},
        **{"person": people.person(council=own, name="Person Secret"), "cause": "Secretly"},
        **{"remedy": "Secretly", "remedied_on": day, "closed_on": day, "closer": "Lead"},
        remedy_due_on=day,
    )
    return own


def block(slug, kind, text="", **data):
    """A block in the section of a draft."""
    row = {"part": "body", "kind": kind, "parent": "work", "heading": ""}
    return {"slug": slug, **row, "text": text, "data": data}


@pytest.fixture
def document(council):
    """A report with every field of both and every column of both lists."""
    tokens = [*tokens_of("case_audit", "41").values(), *tokens_of("breach", "42").values()]
    blocks = [block(f"says-{number}", "paragraph", text) for number, text in enumerate(tokens)]
    for what in ("case_audits", "breaches"):
        columns = list(LISTS[what].columns)
        mapping = {"what": what, "columns": columns}
        blocks.append(block(what, "records", caption="All", records=mapping))
    paper = drafts.written(cast.clerk(), *blocks, with_records=False)
    made = assemble(read(paper))
    assert not [
        problem for problem in made.problems if "names no current record" in problem.sentence
    ]
    return made.document


def test_nothing_of_it_points_at_anybody(document):
    words = text_of(document.sections)
    written = json.dumps(to_json(document), ensure_ascii=False)
    shown = str(page.sections(document, page.Medium(screen=True)))
    assert "October 2015" in words and "Case-file audit" in words
    for text in (words, written, shown):
        assert not [secret for secret in SECRETS if secret in text]


def test_a_column_is_of_a_field_that_may_be_printed():
    for what, kind in (("case_audits", "case_audit"), ("breaches", "breach")):
        assert set(LISTS[what].columns) == set(RECORDS[kind].fields)
