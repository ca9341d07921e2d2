"""What a correction changes is named by the program, derived here a second time from what the two
editions froze alone; what is removed for a person's sake is named nowhere."""

import re
from collections import Counter

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from assurance.governance.models.events import EngagementEvent
from assurance.looked_after.models.censuses import Census
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.documents.document import from_json, text_of
from reports.editions.correction_notice import changed_numbers, sentences
from reports.editions.models.editions import Edition
from reports.editions.models.removals import CONFIRMED, COURT, UNDONE, EditionRemoval
from reports.editions.snapshot import draft
from reports.issue import jobs
from reports.issue.operations import removals
from reports.papers.addresses import edition_address
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import drafts, matters, papers
from tests.make.drafts import ON
from tests.page_requests import at, browser_of, drawn, words

pytestmark = pytest.mark.django_db
DATE = re.compile(r"\b\d{1,2} (?:January|March|June|December) 20\d\d\b")
NOTE = "A census was counted again."
FIRST = "On 4 March 2015 [[stated 44: register]] boats sailed, as a report of June 2015 says."
SECOND = "On 5 March 2015 [[stated 45: register]] boats sailed. They sail on 6 June 2015 again."


@pytest.fixture
def issued(clerk):
    """The published first edition of a paper with a typed number, its clerk and approver."""
    paper = drafts.written(clerk)
    papers.source(paper=paper)
    paper.blocks.filter(slug="audits").update(text=FIRST)
    paper, approver = _approved(paper, clerk)
    published(frozen(paper, clerk), clerk)
    paper.refresh_from_db()
    return paper, clerk, approver


def _approved(paper, clerk, *approver):
    paper = drafts.sent_and_approved(paper, clerk, *approver)
    return paper, paper.standing_approvals.first().approver


def corrected(issued, text=SECOND, removed=lambda numbers: ()):
    """(first, second) editions as frozen, the second with other figures, dates and numbers."""
    paper, clerk, approver = issued
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    row = paper.blocks.get(slug="audits")
    writing.change_block(block=row, version=row.version, words={"text": text}, by=clerk, on=ON)
    Census.objects.filter(total=188).update(total=187)
    before = from_json(paper.corrected_edition.document)
    keys = removed(changed_numbers(before, draft(paper)))
    paper = approvals.word_correction(paper=paper, note=NOTE, removed=keys, by=clerk, on=ON)
    paper, _ = _approved(paper, clerk, approver)
    published(frozen(paper, clerk), clerk)
    return [row.document for row in Edition.objects.order_by("number")]


def texts(value):
    """Every text of a frozen document as kept, in plain lists and dicts."""
    if isinstance(value, dict):
        if value.get("is") == "Text":
            yield "".join(run["text"] for run in value["runs"])
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def differing(before, after):
    """What the two say otherwise, slowly: texts of figures and typed numbers, and dates."""
    rows = [
        {(one["key"], one["member"], one["end"], one["text"], one["source"]) for one in of}
        for of in (before["figures"], after["figures"])
    ]
    own = [{**of, "notices": []} for of in (before, after)]
    counts = [
        Counter(day for section in of["sections"][:-1] for text in texts(section)
                for day in DATE.findall(text))
        for of in own
    ]  # fmt: skip
    days = (counts[0] - counts[1]) + (counts[1] - counts[0])
    return {row[3] for row in rows[0] ^ rows[1]} | set(days)


@pytest.mark.long
def test_the_notice_names_every_figure_date_and_typed_number_that_changed(issued):
    before, after = corrected(issued)
    lines = [text_of(one) for one in from_json(after).notices]
    assert lines[1] == "This edition corrects edition 1." and lines[-1] == NOTE
    own = " ".join(lines[2:-1])
    expected = differing(before, after)
    assert {"44", "45", "188", "187", "4 March 2015", "5 March 2015", "6 June 2015"} <= expected
    assert all(re.search(rf"(?<!\d){re.escape(item)}(?!\d)", own) for item in expected)
    page = Edition.objects.get(number=2).files.get(media_type__startswith="text/html")
    assert all(line.replace("’", "’") in bytes(page.content).decode() for line in lines)
    assert Edition.objects.active().count() == 2


REPLACED = "“{0}, {2}” is replaced by “{1}, {2}”."
DONE, SHARED = "Case-file audits done", "Case-file audits shared with the worker"
IN_2015 = "1 January 2015 to 31 December 2015"
OTHERWISE = (
    (
        "A met on 3 March 2016 and B on 4 March 2016.",
        "A met on 4 March 2016 and B on 3 March 2016.",
        (
            "3 March 2016 is corrected to 4 March 2016.",
            "4 March 2016 is corrected to 3 March 2016.",
        ),
    ),
    (
        "From 3 to 7 March 2016 we met.",
        "From 4 to 7 March 2016 we met.",
        ("3 to 7 March 2016 is corrected to 4 to 7 March 2016.",),
    ),
    (
        "We met on Monday 3 March 2016.",
        "We met on Tuesday 3 March 2016.",
        ("Monday 3 March 2016 is corrected to Tuesday 3 March 2016.",),
    ),
    (
        "From April to June 2015 we met.",
        "From May to June 2015 we met.",
        ("April is corrected to May.",),
    ),
    (
        "Done [[audits.done @year]], shared [[audits.shared @year]].",
        "Done [[audits.shared @year]], shared [[audits.done @year]].",
        (REPLACED.format(DONE, SHARED, IN_2015), REPLACED.format(SHARED, DONE, IN_2015)),
    ),
    (
        "It was so [as the minutes, 3 March 2016, have it].",
        "It was so [as the minutes, 4 March 2016, have it].",
        ("3 March 2016 is corrected to 4 March 2016.",),
    ),
    (
        "The [minutes](https://one.example/) have it.",
        "The [minutes](https://two.example/) have it.",
        ("the link “minutes” leads to another address.",),
    ),
    ("Files: [[audits.done @year]].", "Audits: [[audits.done @year]].", ("words are changed.",)),
    (
        "Half of the homes and one in five teams had it by Q3.",
        "Two thirds of the homes and one in four teams had it by Q2.",
        (
            "“Half” is corrected to “Two thirds”.",
            "“one in five” is corrected to “one in four”.",
            "“Q3” is corrected to “Q2”.",
        ),
    ),
    (
        "Most homes had it by the second quarter.",
        "Most homes, a third of them new, had it by the second quarter.",
        ("“a third” is added.", "words are changed."),
    ),
)


@pytest.mark.parametrize(("old", "new", "changes"), OTHERWISE)
def test_what_only_changes_places_or_its_first_day_is_named_too(clerk, old, new, changes):
    paper = drafts.written(clerk)
    row = papers.block(paper=paper, slug="more", part="body", kind="paragraph", text=old)
    before = draft(paper)
    row.text = new
    row.save(update_fields=["text"])
    assert sentences(before, draft(paper)) == tuple(f"Paragraph 4: {one}" for one in changes)


def test_a_number_removed_for_a_person_is_printed_nowhere_and_its_edition_is_gone(
    issued, monkeypatch
):
    followed = []
    monkeypatch.setattr(jobs.publishing, "follow", followed.append)
    gone = SECOND.replace("[[stated 45: register]]", "Some")
    _before, after = corrected(
        issued, gone, lambda numbers: [one.key for one in numbers if one.after is None]
    )
    own = " ".join(text_of(one) for one in from_json(after).notices)
    assert "a number was removed." in own and "44" not in own
    assert [one.number for one in Edition.objects.active()] == [2]
    assert_stays_away(*issued)
    paper = issued[0]
    paper.refresh_from_db()
    assert (paper.numbers_removed, paper.withdrawn_on) == ([], None)
    jobs.after_publication(Edition.objects.get(number=2))
    assert followed == [paper]
    public = browser_of(issued[1])
    assert public.get(edition_address(Edition.objects.get(number=1))).status_code == 410


@pytest.mark.long
def test_the_page_offers_to_name_no_value_of_a_number_that_was_taken_out(issued):
    paper, clerk, _approver = issued
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    row = paper.blocks.get(slug="audits")
    gone = {"text": SECOND.replace("[[stated 45: register]]", "Some")}
    writing.change_block(block=row, version=row.version, words=gone, by=clerk, on=ON)
    browser = browser_of(clerk)
    page = browser.get(at(paper, "correction"))
    assert "Numbers taken out for a person’s sake" in words(page)
    [key, *_others] = [key for key, _label in page.context["form"].fields["removed"].choices]
    assert f'value="{key}"' in words(page)
    browser.post(at(paper, "correction"), {"note": NOTE, "removed": [key]})
    paper.refresh_from_db()
    assert paper.numbers_removed == [key]
    own = words(browser.get(at(paper, "correction"))).partition("govuk-inset-text")[2]
    assert "a number was removed." in own.partition("</ul>")[0]


def assert_stays_away(paper, clerk, approver):
    """No second person brings back the edition that the correction took away."""
    [row] = EditionRemoval.objects.all()
    assert row.successor.number == 2
    for by in (cast.administrator(), approver):
        with pytest.raises(Refused, match="Edition 2 takes out a number"):
            removals.decide(taken=row, decision=UNDONE, by=by, on=ON)
    with pytest.raises(IntegrityError), transaction.atomic():
        values = {"decision": UNDONE, "decided_on": ON, "decided_by": approver}
        EditionRemoval.objects.update(**values)
    page = browser_of(cast.administrator()).get(reverse("issue:decide-removal", args=[row.pk]))
    offered = [value for value, _ in page.context["form"].fields["decision"].choices]
    assert offered == [CONFIRMED]


@pytest.mark.long
def test_what_was_down_already_does_not_come_back_where_a_correction_takes_a_number_out(issued):
    paper, clerk, _ = issued
    said = {"reason": COURT, "explanation": "The court asked for it.", "by": clerk, "on": ON}
    first = removals.remove(paper=paper, numbers=[1], **said)
    gone = SECOND.replace("[[stated 45: register]]", "Some")
    corrected(issued, gone, lambda numbers: [one.key for one in numbers if one.after is None])
    removals.decide(taken=first, decision=UNDONE, by=cast.administrator(), on=ON)
    assert [one.number for one in Edition.objects.active()] == [2]


def test_the_page_shows_what_the_notice_says_by_itself(issued):
    paper, clerk, _ = issued
    approvals.begin_correction(paper=paper, by=clerk, on=ON)
    row = paper.blocks.get(slug="audits")
    text = {"text": "Some boats sailed."}
    writing.change_block(block=row, version=row.version, words=text, by=clerk, on=ON)
    browser = browser_of(clerk)
    page = browser.get(at(paper, "correction"))
    line = "Typed number (fostering register, 29 February 2016): 44 is taken out."
    assert line in words(page) and "4 March 2015 is taken out" in words(page)
    ((key, _),) = page.context["form"].fields["removed"].choices
    said = drawn(page) | {"note": NOTE, "removed": [key]}
    browser.post(at(paper, "correction"), said)
    paper.refresh_from_db()
    assert (paper.correction_note, paper.numbers_removed) == (NOTE, [key])
    notices = " ".join(text_of(one) for one in draft(paper).notices)
    assert "a number was removed" in notices and "44" not in notices and NOTE in notices


def test_a_number_of_a_record_is_named_where_both_editions_print_it(clerk):
    matters.event(council=clerk.council, slug="forum", number=32)
    matters.event(council=clerk.council, slug="walk", number=18)
    words = "They reached [[record:event/forum.number]] people and [[record:event/walk.number]]."
    row = {"slug": "own", "part": "body", "kind": "paragraph", "parent": "work", "heading": ""}
    paper = drafts.written(clerk, {**row, "text": words, "data": {}})
    before = draft(paper)
    EngagementEvent.objects.filter(slug="forum").update(number=45)
    alone = "They reached [[record:event/forum.number]] people."
    paper.blocks.filter(slug="own").update(text=alone)
    lines = sentences(before, draft(Paper.objects.get(pk=paper.pk)))
    place = next(line for line in lines if "45" in line)
    assert place.endswith(": “32” is corrected to “45”.") and place.startswith("Paragraph")
    # What is taken out altogether may be so for the sake of a person.
    assert not any("18" in line for line in lines)
