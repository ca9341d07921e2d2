"""July 2016 from January's report in a browser: the shortest way, the five false statements that it
once let through, and what was issued read back against the records."""

import pytest

from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper
from tests.browser.forms import presses, send, steps_of
from tests.browser.journeys import july_steps as steps
from tests.browser.journeys import july_words as words
from tests.reckoning import july_2016
from tests.reckoning.issued import Issued
from tests.reckoning.raw import Raw


@pytest.fixture
def desks(open_page, transactional_db, built, demonstration, settings):
    """A browser each for the clerk and the officer, in July 2016."""
    settings.CANDOUR_TODAY = "2016-07-11"
    index = {name: open_page() for name in ("clerk", "officer")}
    for name, page in index.items():
        steps.sign_in_as(page, name)
    return index


def test_july_is_made_from_january_and_nothing_false_goes_out(desks, open_page):
    clerk, officer = desks["clerk"], desks["officer"]
    sent = presses(clerk)
    steps.start(clerk)
    missing(clerk)
    steps.count_from_return(officer, "1 7 2015")
    steps.enter_children(officer)
    steps.enter_dbs_audit(officer)
    type_what_is_false(clerk)
    write(clerk)
    steps.confirm(clerk, words.ANSWERS)
    assert steps.causes(clerk) == words.LEFT
    steps.accept(clerk, words.REASON)
    steps.send_for_approval(clerk)
    for name in ("approver", "legal"):
        page = open_page()
        approvals = presses(page)
        steps.approve(page, name)
        assert steps_of(approvals) == ["login", "approve"]
    steps.issue(clerk)
    # A document was named for the numbers that are false, which nobody else has to do.
    way = [step for step in steps_of(sent) if step not in ("numbers", "sources")]
    assert [step for step in way if not step.isdigit()] == words.STEPS
    assert len(way) == len(words.STEPS) + 1
    read_back(clerk)


def read_back(page):
    """The page, the data and the document of the edition say what the rows of the records say."""
    issued, january = (issued_as_of(slug) for slug in ("july-2016", "january-2016"))
    assert [*issued.faults()] == []
    assert [*july_2016.left_over(issued, january)] == []
    sentences = {*issued.sentences()}
    statements = july_2016.statements(issued)
    assert [one for one in (*statements, *july_2016.PROOFS) if one not in sentences] == []
    assert [sentence for sentence, is_true in statements.items() if not is_true] == []
    printed, rows = july_2016.actions(issued)
    assert printed == rows != []
    assert july_2016.head(issued)[1].items() <= july_2016.head(issued)[0].items()
    page.goto("/eborford/reports/safeguarding/july-2016/")
    # A change is printed in words, and is a signed number in the document.
    shown = " ".join(page.inner_text("main").split())
    shown = shown.replace("▲ Up ", "+").replace("▼ Down ", "−")
    assert [one for one in issued.passages() if " ".join(one.split()) not in shown] == []
    name = "Every figure, with what it counts and when (JSON"
    link = page.get_by_role("link", name=name, include_hidden=True)
    data = page.request.get(link.get_attribute("href")).json()
    counts = {entry.number: entry.count for entry in issued.document.figures}
    assert {row["number"]: row["value"] for row in data} == counts


def issued_as_of(slug):
    """The published edition of a report, with the rows that it is read back against."""
    paper = Paper.objects.get(slug=slug)
    names = {one.name: (one.start, one.end) for one in paper.named_dates.all()}
    names["period"] = (paper.period_start, paper.period_end)
    document = from_json(Edition.objects.published().get(paper=paper).document)
    return Issued(document, Raw(), paper.council_id, names)


def missing(page):
    """Each record that is missing is named once, with its places and who can add it, and so is the
    carried text: nobody has looked at it."""
    rows = steps.causes(page)
    assert words.CARRIED.search(page.inner_text("main"))
    assert not any("no one has looked" in row[1] for row in rows)
    assert [row for row in rows if "recorded for" in row[1]] == [*words.MISSING.items()]
    page.go_back()


def type_what_is_false(page):
    """What January said is typed over what follows the records, then given a document as its
    source: each is an error that names itself, until what stood there is put back."""
    before = {
        (place, label): steps.change(page, place, replacements, label)
        for (place, label), replacements in words.FALSE.items()
    }
    rows = steps.causes(page)
    assert [row for row in rows if words.TYPED in row[1]] == [*words.UNSETTLED.items()]
    page.go_back()
    name_a_document(page, ("14", "46", "24%"))
    rows = steps.causes(page)
    assert [row for row in words.REFUSED if row not in rows] == []
    page.go_back()
    for (place, label), text in before.items():
        steps.put_back(page, place, text, label)


def write(page):
    """What is no longer so is written anew, what was promised is answered."""
    typed = ("paragraph 1", "paragraph 6")
    for place, replacements in words.CHANGED.items():
        (steps.change if place in typed else steps.change_unseen)(page, place, replacements)
    steps.tell_of_the_rest(page)
    steps.answer_supervision(page)


def name_a_document(page, numbers):
    """The clerk adds a document, and names it as the source of each of some typed numbers."""
    steps.press(page, "Sources of typed numbers")
    page.check("input[name=kind][value=document]")
    page.get_by_label("Its name").fill("structure chart of the service")
    steps.type_date(page, "Its date", "31 1 2015")
    send(page, "Add the source", "structure chart of the service")
    steps.open_report(page)
    steps.name_a_document(page, numbers)
