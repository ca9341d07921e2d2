"""What stops a report is one list: its page, its checks, the page to send it, the page to approve
it and the command print the same causes of many broken reports, each of them once."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.accounts.models.accounts import Grant
from reports.approvals.operations import approvals
from reports.checks.rule import Severity
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.checks.drawn import found
from tests.make import drafts, papers
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db
ORDER = (Severity.ERROR, Severity.WAITING, Severity.WARNING)
TEXTS = {
    "a figure that nobody declared": "There were [[no.such.figure]] people.",
    "a record that is missing": "There were [[dbs.overdue @2016-01-05]] people past the date.",
    "a date that is not set": "There were [[audits.done @nodate]] files.",
    "a date to come": "We looked after [[looked_after.children @2016-06-01]] children.",
    "a word that is written twice": "It was was done.",
    "a reference to nothing": "See [[para:nowhere]].",
    "a child who is named": "His mother Jane Roe said so.",
    "numbers that do not add up": "Of 10 files, 3 were good and 9 were poor.",
    "what is not filled in": "TBC [insert number] lorem ipsum.",
    "a comparison with no date": "It [[compare looked_after.children @comparison @nodate]].",
}


@pytest.fixture
def clerk(settings):
    """A clerk on the day of the draft."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    return cast.clerk()


def stopping(paper):
    """The sentences of what stops a paper, from its findings alone: each once."""
    rows = [row for row in verdict(paper).rows if row.checked.severity in ORDER and not row.passed]
    rows.sort(key=lambda row: ORDER.index(row.checked.severity))
    return list(dict.fromkeys(row.fault.says for row in rows))


def paragraph(text):
    """Puts a paragraph into a paper."""

    def broken(paper):
        papers.block(paper=paper, slug="broken", part="body", kind="paragraph", text=text)

    return broken


def two_of_one_cause(paper):
    """Puts the same fault in two places."""
    for slug in ("first", "second"):
        papers.block(paper=paper, slug=slug, part="body", kind="paragraph", text="It was was so.")


def without_parts(paper):
    """Takes the mandatory parts out."""
    paper.parts = {}
    paper.save(update_fields=["parts"])


def without_caption(paper):
    """Adds a table without a caption."""
    data = {"columns": ["Team"], "rows": [["North"]]}
    papers.block(paper=paper, slug="table", part="body", kind="table", text="", data=data)


def with_an_approver_who_cannot(paper):
    """Names for the approval somebody who may not approve."""
    papers.approval_rule(council=paper.council, approver=cast.clerk())


def with_copied_text(paper):
    """Says of a paragraph that it was copied and nobody has looked."""
    paper.blocks.filter(slug="purpose").update(carried_from="purpose")


BROKEN = {
    **{name: paragraph(text) for name, text in TEXTS.items()},
    "the same fault in two places": two_of_one_cause,
    "mandatory parts that are empty": without_parts,
    "a table without a caption": without_caption,
    "an approval that nobody can give": with_an_approver_who_cannot,
    "copied text that nobody has read": with_copied_text,
}


def rule_after_sending(paper):
    """Asks for a further approval."""
    papers.approval_rule("finance", council=paper.council, approver=cast.approver())


def nobody_is_left(_paper):
    """Ends the role of every approver."""
    Grant.objects.filter(role="approver").update(to_date=date(2016, 1, 17))


SENT = {
    "an approval that is waited for": lambda paper: None,
    "a further approval that is asked for": rule_after_sending,
    "approvers who have left": nobody_is_left,
}


def listed(paper, clerk, approver):
    """Where it is printed → the sentences that are printed there as what stops the paper."""
    by_clerk, by_approver = browser_of(clerk), browser_of(approver)
    pages = {
        "draft": by_clerk.get(at(paper, "draft")),
        "send": by_clerk.get(at(paper, "send")),
        "refused": by_clerk.post(at(paper, "send")),
        "approve": by_approver.get(at(paper, "approve")),
    }
    found = {
        name: [line.cause.sentence for line in page.context["causes"]]
        for name, page in pages.items()
    }
    pages["checks"] = by_clerk.get(at(paper, "checks"))
    others = ("passed", "advice")
    families = [one for one in pages["checks"].context["families"] if one["name"] not in others]
    groups = [group for family in families for group in family["groups"]]
    found["checks"] = [line.cause.sentence for group in groups for line in group.lines]
    out = StringIO()
    call_command("check_paper", paper.slug, format="json", stdout=out)
    found["command"] = [
        row["says"]
        for row in json.loads(out.getvalue())
        if row["severity"] != "advice" and not row["accepted"]
    ]
    for name, page in pages.items():
        shown = words(page)
        assert not [one for one in found[name] if " ".join(one.split()) not in shown], name
    return found


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_draft_has_the_same_causes_wherever_they_are_printed(clerk, name):
    paper = drafts.written(clerk)
    BROKEN[name](paper)
    paper.refresh_from_db()
    expected = stopping(paper)
    assert expected
    found = listed(paper, clerk, cast.approver())
    for place in ("draft", "send", "refused", "approve"):
        assert found[place] == expected, place
    for place in ("checks", "command"):
        assert sorted(found[place]) == sorted(expected), place


@pytest.mark.parametrize("name", SENT)
def test_a_sent_report_waits_for_the_same_wherever_it_is_printed(clerk, name):
    paper, approver = drafts.written(clerk), cast.approver()
    papers.approval_rule(council=paper.council, approver=approver)
    two_of_one_cause(paper)
    drafts.with_reasons(paper, clerk)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    SENT[name](paper)
    expected = stopping(paper)
    assert expected
    found = listed(paper, clerk, cast.approver())
    for place, sentences in found.items():
        assert sorted(sentences) == sorted(expected), place


def test_the_command_says_what_was_accepted_and_why(clerk):
    paper = drafts.written(clerk)
    two_of_one_cause(paper)
    [cause] = [one for one in verdict(paper).warnings if "twice in a row" in one.sentence]
    one, other = cause.results
    drafts.operations.pass_over(
        paper=paper, standing=one, reason="As meant.", by=clerk, on=drafts.ON
    )
    out = StringIO()
    call_command("check_paper", paper.slug, format="json", stdout=out)
    rows = [row for row in json.loads(out.getvalue()) if row["says"] == cause.sentence]
    assert sorted((row["accepted"], len(row["places"])) for row in rows) == [
        ("", 1), ("As meant.", 1),
    ]  # fmt: skip
    text = StringIO()
    call_command("check_paper", paper.slug, stdout=text)
    assert text.getvalue().count("accepted warning: ") == 1
    assert other.fault.block == "second"


def test_the_command_prints_no_place_where_a_cause_has_none(clerk):
    paper = drafts.written(clerk)
    approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    text = StringIO()
    call_command("check_paper", paper.slug, stdout=text)
    assert "waiting: Not approved yet" in text.getvalue() and ": :" not in text.getvalue()


def test_what_two_rules_have_in_the_same_words_is_printed_once():
    text = "# Staff\n\nThe figures are 233 audits for the year, up from 241 homes."
    says = [row.fault.says for row in found(text) if row.fault.says.startswith("233 is less")]
    assert says == ["233 is less than 241, but the report uses “up”."]
