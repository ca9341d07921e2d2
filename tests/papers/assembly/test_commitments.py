"""A promise is quoted in a later paper as it stood on that paper's day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from reports.approvals.operations import approvals
from reports.conversion.operations import paper_import
from reports.documents.document import text_of
from reports.editions.changed_figures import NOTHING, requoted
from reports.editions.paper_file import exported
from reports.editor.operations import commitments
from reports.language.rules import due_dates
from reports.papers.assembly import records
from reports.papers.assembly.commitments import find, slug_of
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.quotable.insertion.figure_catalogue import MOST, promises
from tests import cast
from tests.make import papers
from tests.make.drafts import ON, with_reasons, written
from tests.make.promised import commitment

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
KEPT = {"state": due_dates.MET, "evidence": "It was imported December."}


@pytest.fixture
def council():
    """The council of every paper here."""
    return cast.make_council()


@pytest.fixture
def earlier(council):
    """A paper of July 2015, in the series of the next."""
    return papers.paper(
        council=council, slug="july-2015", paper_date=date(2015, 7, 20), meeting=None
    )


@pytest.fixture
def paper(council):
    """A paper of 18 January 2016 that is being written."""
    return written(cast.clerk(council), with_records=False)


def told(one, paper, field="outcome"):
    """A field of `one` as `paper` prints it."""
    return records.field_text(paper.council, "commitment", slug_of(one), field, paper=paper)


@pytest.mark.parametrize(
    ("answered_on", "answered_in", "said"),
    [
        (ON - DAY, None, "Kept. It was imported December."),
        (ON, None, "Kept. It was imported December."),
        (ON + DAY, None, "Open."),
        (ON - DAY, "here", "Kept. It was imported December."),
        (ON + DAY, "here", "Kept. It was imported December."),
        (ON - DAY, "a draft", "Open."),
        (ON - DAY, "an issued paper", "Kept. It was imported December."),
        (ON + DAY, "an issued paper", "Open."),
    ],
)
def test_an_answer_is_told_from_its_day_once_anybody_may_read_it_or_in_its_own_paper(
    paper, earlier, answered_on, answered_in, said
):
    status = {"a draft": Paper.WRITING, "an issued paper": Paper.ISSUED}.get(answered_in)
    by = papers.paper(council=paper.council, slug="by") if status else None
    if status == Paper.ISSUED:
        dated = {"paper_date": answered_on, "meeting": None}
        by = papers.issued_paper(council=paper.council, slug="by-issued", **dated)
    by = paper if answered_in == "here" else by
    one = commitment(paper=earlier, answered_on=answered_on, answered_in=by, **KEPT)
    assert told(one, paper) == said
    assert told(one, paper, "state") == said.split(".")[0]
    assert (told(one, paper, "answered_on") is None) == (said == "Open.")


def test_without_a_paper_it_is_told_as_the_public_knows_it(earlier):
    one = commitment(paper=earlier, answered_on=ON, **KEPT)
    asked = (earlier.council, "commitment", slug_of(one), "state")
    assert records.field_text(*asked) == "Kept"
    Commitment.objects.update(answered_in=earlier)
    assert records.field_text(*asked) == "Open"


def test_what_is_withdrawn_refused_or_of_a_paper_removed_is_not_found(earlier):
    one = commitment(paper=earlier)
    slug = slug_of(one)
    assert find(earlier.council, slug) == one
    assert find(cast.make_council("elsewhere"), slug) is None
    for wrong in ("x", "a__b", f"{slug}0", slug.replace("july", "june")):
        assert find(earlier.council, wrong) is None
    Commitment.objects.update(state=due_dates.REFUSED)
    assert find(earlier.council, slug) is None
    Commitment.objects.update(state=due_dates.OPEN)
    Paper.objects.update(withdrawn_on=ON)
    assert find(earlier.council, slug) is None


def test_a_promise_keeps_its_name_in_another_database(paper):
    rows = [{"sentence": "We will bring it.", "digest": "ab" * 32, "what": "Bring it", "who": ""}]
    said = [{**rows[0], "block": "purpose", "due_to": due_dates.NEXT, "due_on": None}]
    clerk = cast.make_user("clerk", council=paper.council)
    commitments.keep_commitments(paper=paper, rows=said, by=clerk, on=ON)
    Commitment.objects.update(digest=paper_import.digest_of("We will bring it."))
    plain = {**exported(paper), "slug": "copied"}
    copy = paper_import.import_paper(council=paper.council, plain=plain, by=clerk, on=ON)
    first, second = (Commitment.objects.get(paper=one) for one in (paper, copy))
    assert slug_of(first).rpartition("__")[2] == slug_of(second).rpartition("__")[2]


def test_each_promise_of_the_series_is_offered_once_those_to_answer_first(paper, earlier):
    waits = commitment(paper=earlier, due_to=due_dates.NEXT, due_on=None, what="Waits")
    later = commitment(paper=earlier, due_on=date(2017, 1, 1), what="Later")
    own = commitment(paper=paper, what="Own")
    commitment(paper=earlier, state=due_dates.REFUSED, what="None at all")
    commitment(paper=papers.paper(series=papers.series("other"), slug="o"), what="Elsewhere")
    found = promises(read(paper))
    assert [(title, [one.title for one in rows]) for title, rows in found] == [
        ("For this report to answer", ["Waits"]),
        ("Earlier commitments", ["Later"]),
        ("Commitments of this report", ["Own"]),
    ]
    tokens = [rows[0].token for _title, rows in found]
    assert tokens == [
        f"[[record:commitment/{slug_of(one)}.outcome]]" for one in (waits, later, own)
    ]
    assert MOST > 3


def test_the_sentence_that_is_offered_reads_as_one(paper, earlier):
    one = commitment(paper=earlier, answered_on=ON, answered_in=paper, **KEPT)
    offered = promises(read(paper))[0][1][0]
    sentence = next(way.token for way in offered.others if way.name == "as a sentence")
    paper.blocks.filter(slug="purpose").update(text=sentence)
    made = assemble(read(paper))
    assert (
        "Commitment in the report of July 2015: Bring the result of the audit, by 31 March 2016. "
        in (printed := text_of(made.document.sections))
    )
    assert "Kept. It was imported December." in printed
    assert one.get_state_display() == offered.value


def test_an_answer_that_changes_after_a_paper_was_sent_is_told(client, earlier):
    clerk = cast.clerk(earlier.council)
    paper = written(clerk, title="Report")
    one = commitment(paper=earlier, due_on=date(2017, 1, 1))
    token = f"[[record:commitment/{slug_of(one)}.outcome]]"
    paper.blocks.filter(slug="purpose").update(text=f"This paper tells what was audited. {token}")
    assert requoted(paper) == ()
    paper = approvals.send_for_approval(paper=with_reasons(paper, clerk), by=clerk, on=ON)
    assert requoted(paper) == ()
    client.force_login(clerk)
    page = reverse("editor:draft", args=[paper.series.slug, paper.slug])
    assert "Records that have changed since" not in client.get(page).content.decode()
    Commitment.objects.update(answered_on=ON, **KEPT)
    (found,) = requoted(paper)
    assert (found.token, found.before) == (token, "Open.")
    assert found.now == "Kept. It was imported December."
    assert "“Open.” → “Kept. It was imported December.”" in client.get(page).content.decode()
    Commitment.objects.update(withdrawn_on=ON, withdrawn_by=clerk, withdrawn_because="x")
    assert requoted(paper)[0].now == NOTHING
