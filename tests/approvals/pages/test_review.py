"""What an approver reads before the decision: changes since the last report and since they last
looked, typed numbers, accepted warnings, comments; each derived again from what was frozen."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string

from reports.approvals.operations import approvals
from reports.approvals.report_changes import WordChanges, reading
from reports.documents.document import (
    from_json,
    to_json,
)
from reports.documents.entries import STATED
from reports.documents.paragraph_changes import ParagraphChange
from reports.editions.models.editions import Edition
from reports.editor.operations import remarks
from reports.papers.models.papers import Paper
from reports.papers.models.rounds import SentRound
from reports.papers.operations import papers as operations
from reports.tasks.all_tasks import needs_of
from tests import cast
from tests.approvals.pages.test_approvals import change, decide, read_by
from tests.make import drafts, papers
from tests.make.published_figures import edition, entry
from tests.page_requests import at, errors, words

pytestmark = pytest.mark.django_db
MONTHS = r"(January|July|December) \d{4}"


@pytest.fixture
def director(clerk):
    """An approver of the council."""
    return cast.approver()


@pytest.fixture
def sent(clerk, paper):
    """The paper once it has been sent for approval."""
    return approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)


def earlier(paper, **frozen):
    """The published edition of the report before `paper`: `paper` as frozen, a year back, with
    other texts of figures, where `frozen` has key → fields."""
    document = from_json(paper.frozen["public"])
    figures = []
    for row in document.counted:
        fields = {"start": _year_back(row.start), "end": _year_back(row.end)}
        fields |= frozen.get(row.key.replace(".", "_"), {})
        plain = {**to_json(row), **fields}
        figures.append(from_json(plain))
    before = papers.issued_paper(
        council=paper.council,
        series=paper.series,
        template=paper.template,
        meeting=None,
        paper_date=date(2015, 7, 21),
        period_start=date(2015, 1, 1),
        period_end=date(2015, 6, 30),
    )
    return edition(*figures, of=before, period_end="2015-06-30", sections=document.sections)


def _year_back(day):
    return f"{int(day[:4]) - 1}{day[4:]}" if day else day


def derived(before, after):
    """(title, then, now, change) of each figure of both frozen documents, looked up in their plain
    JSON: its latest position in each, a change only where both numbers are printed."""

    def latest(plain):
        found = {}
        for row in plain["figures"]:
            name = (row["key"], row["member"], row["cohort"])
            if row["key"] != "stated" and (name not in found or row["end"] > found[name]["end"]):
                found[name] = row
        return found

    def printed(row):
        return f"{row['text']} of {row['base']}" if row["base"] else row["text"]

    for name, now in latest(after).items():
        then = latest(before).get(name)
        if not then or then["end"] >= now["end"] or printed(then) == printed(now):
            continue
        if then["mark"] or now["mark"]:
            change = "Not shown"
        else:
            by = now["count"] - then["count"]
            change = f"{'Rose' if by > 0 else 'Fell'} by {abs(by)}" if by else "The same"
        yield now["title"], printed(then), printed(now), change


CASES = [
    {"looked_after_children": {"text": "190", "count": 190}},
    {"looked_after_children": {"text": "fewer than six", "count": None, "mark": "withheld"}},
    {"looked_after_children": {"text": "188", "count": 188}, "audits_done": {}},
    {"audits_done": {"text": "7", "count": 7}, "looked_after_children": {"text": "1", "count": 1}},
]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("frozen", CASES)
def test_changed_figures_are_those_of_the_two_frozen_documents(client, sent, director, frozen):
    before = earlier(sent, **frozen)
    page = read_by(client, director, sent)
    last = page.context["last"]
    rows = [
        (
            row.after.title,
            *(
                f"{one.text} of {one.base}" if one.base else one.text
                for one in (row.before, row.after)
            ),
            row.change,
        )
        for row in last.figures
    ]
    own = Edition.objects.get(pk=before.pk).document
    assert sorted(rows) == sorted(derived(own, sent.frozen["public"]))
    said = words(page)
    assert "Changes since July 2015" in said
    for _, then, now, moved in rows:
        assert f"{then}</td>" in said and f"<strong>{now}</strong>" in said and moved in said


def typed(text, sentence, number):
    """A typed number as a document has it."""
    fields = {"key": STATED, "counts": sentence, "number": number, "places": ("para-1",)}
    return entry(text, "", source="Letter of 2 November 2015", **fields)


@pytest.mark.long
def test_a_typed_number_is_marked_where_the_last_report_had_it_of_the_same_thing(sent):
    before = papers.issued_paper(
        council=sent.council, series=sent.series, meeting=None, period_end=date(2015, 6, 30)
    )
    own = typed("44", "Last year 44 authorities used it, of 150.", 1)
    edition(own, of=before, period_end="2015-06-30")
    rows = (
        typed("44", "Last year 44 authorities used it, of 152.", 1),
        typed("45", "Last year 45 authorities used it, of 150.", 2),
        typed("44", "This year 44 councils used it.", 3),
    )
    document = replace(from_json(sent.frozen["public"]), figures=rows)
    found = reading(sent, document)["typed"]
    assert [row.as_before for row in found] == [True, False, False]
    Paper.objects.filter(pk=before.pk).update(period_end=date(2016, 12, 31))
    assert not any(row.as_before for row in reading(sent, document)["typed"])


@pytest.mark.long
def test_an_accepted_warning_is_shown_with_its_reason_who_and_when(client, paper, clerk, director):
    paper.blocks.filter(slug="purpose").update(text="This paper tells of the CSC and and more.")
    sent = approvals.send_for_approval(
        paper=drafts.with_reasons(paper, clerk), by=clerk, on=drafts.ON
    )
    page = read_by(client, director, sent)
    causes = page.context["verdict"].passed_over
    said = words(page)
    assert causes and f"Accepted warnings ({len(causes)})" in said
    assert f"Reason: “As meant.” {clerk}, 18 January 2016." in said


@pytest.mark.long
def test_nothing_of_a_removed_or_later_report_is_compared(client, sent, director):
    assert "Changes since" not in words(read_by(client, director, sent))
    later = earlier(sent)
    Paper.objects.filter(pk=later.paper_id).update(
        period_start=date(2016, 1, 1), period_end=date(2016, 6, 30)
    )
    assert read_by(client, director, sent).context["last"] is None


@pytest.mark.long
def test_paragraphs_that_changed_in_words_are_shown_with_only_those_words(
    client, sent, clerk, director
):
    earlier(sent)
    said = words(read_by(client, director, sent))
    assert "No paragraph is changed in words." in said
    paper = change(sent, clerk, "purpose", "This paper tells what was audited and found.")
    page = read_by(client, director, paper)
    [row] = page.context["last"].words.rows
    assert (row.state, row.before) == ("changed", "This paper tells what was audited.")
    said = words(page)
    assert "In words: 1 of " in said
    removed = "removed: </span>audited.</del>"
    assert removed in said and "added: </span>audited and found.</ins>" in said


def test_paragraphs_that_were_only_taken_out_are_counted_as_such():
    gone = WordChanges((ParagraphChange("paragraph 1", "It rained.", ""),), 72)
    page = render_to_string("approvals/changed_words.html", {"words": gone})
    assert "In words: paragraphs that are no longer there: 1" in page and "0 of" not in page


@pytest.mark.long
def test_what_changed_while_somebody_read_is_shown_and_refused(client, sent, clerk, director):
    page = read_by(client, director, sent)
    seen = page.context["form"]["seen"].value()
    paper = change(sent, clerk, "purpose", "This paper tells more.")
    answer = client.post(at(paper, "approve"), {"seen": seen, "read": "on"})
    assert "changed since you opened it" in errors(answer)["__all__"][0]
    said = words(answer)
    assert "Changes since you opened this page" in said and "more." in said
    # The same form, once more, is of what is shown now, and is to be confirmed anew.
    assert answer.context["form"]["seen"].value() == paper.frozen_digest
    assert "read" in errors(decide(client, answer, paper))
    assert "You have approved" in words(decide(client, answer, paper, read="on"))


@pytest.mark.long
def test_an_unknown_digest_shows_no_difference(client, sent, director):
    client.force_login(director)
    answer = client.post(at(sent, "approve"), {"seen": "x", "read": "on"})
    assert answer.context["since"] is None
    SentRound.objects.all().delete()
    assert client.post(at(sent, "approve"), {"seen": "", "read": "on"}).context["since"] is None


@pytest.mark.long
def test_open_comments_stand_by_paragraph_with_a_reply(client, sent, clerk, director):
    said = {"by": director, "on": drafts.ON}
    first = remarks.create_remark(paper=sent, slug="purpose", words="Why only this?", **said)
    settled = remarks.create_remark(paper=sent, words="Settled already.", **said)
    remarks.settle(remark=settled, **said)
    remarks.answer(remark=first, words="It is all there is.", by=clerk, on=drafts.ON)
    said = words(read_by(client, director, sent))
    assert "Comments (1 open)" in said and "Settled already." not in said
    assert "“Why only this?”" in said and "“It is all there is.”" in said
    assert at(sent, "answer-remark", first.pk) in said


@pytest.mark.long
def test_a_report_that_was_sent_back_says_by_whom_and_why(client, sent, clerk, director):
    other = cast.approver()
    fields = {"remarks": "Say why.", "by": other, "on": drafts.ON}
    approvals.return_to_writers(paper=sent, **fields)
    said = words(read_by(client, director, sent))
    assert f"{other} sent this report back on 18 January 2016" in said
    assert "Say why." in said
    approvals.send_for_approval(paper=sent, by=clerk, on=drafts.ON)
    assert "sent this report back" not in words(read_by(client, director, sent))


@pytest.mark.long
def test_the_page_says_who_approves_by_when_and_how_long_the_report_is(client, sent, director):
    papers.approval_rule(approver=director)
    page = read_by(client, director, sent)
    said = words(page)
    assert "Waiting for you" in said
    assert re.search(rf"by \d+ {MONTHS}", said)
    printed = re.sub(r"<[^>]+>", " ", str(page.context["sections"])).split()
    assert page.context["minutes"] == 1 or page.context["minutes"] <= len(printed) / 200
    assert said.count("<h1") == 1
    Paper.objects.update(meeting=None)
    assert read_by(client, director, sent).context["approve_by"] is None


def hint_for(user):
    """What the one line of an approver's home says under the report's title."""
    [need] = needs_of(user, drafts.ON)
    assert need.address.endswith("/approve/")
    return need.hint


def test_the_home_says_since_when_it_waits_and_how_much_is_otherwise(director, sent, clerk):
    assert hint_for(director).endswith("Sent on 18 January 2016")
    earlier(sent, looked_after_children={"text": "150", "count": 150})
    last = reading(sent, from_json(sent.frozen["public"]))["last"]
    figures, words_of = len(last.figures), last.words
    changed = sum(row.state != "taken out" for row in words_of.rows)
    assert figures and hint_for(director).endswith(
        f"Since the report of July 2015: {figures} figure{'s' if figures > 1 else ''} and "
        f"{changed or 'none'} of {words_of.total} paragraphs changed"
    )
    approvals.return_to_writers(paper=sent, remarks="Shorter.", by=director, on=drafts.ON)
    paper = Paper.objects.get(pk=sent.pk)
    row = paper.blocks.get(slug="purpose")
    fields = {"version": row.version, "words": {"text": "It is shorter."}}
    operations.change_block(block=row, by=clerk, on=drafts.ON, **fields)
    approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    line = hint_for(director)
    assert "Since you returned what was sent on 18 January 2016: no figures and 1 of" in line
