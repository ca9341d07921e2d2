"""January's paper from July's: started, confirmed, answered and sent in five presses beside the
saving of text."""

from io import StringIO

import pytest
from django.core.management import call_command

from assurance.accounts.models import User
from reports.demonstration import loading
from reports.models.blocks import Block
from reports.models.papers import Paper
from reports.operations import writing
from tests.browser.reading import assert_sound
from tests.browser.test_clerk import SAVE, fill_date

JANUARY = "/papers/safeguarding/january-2016/"
SEVERAL = """The audit showed the following:

* On 15 January 2016, [[dbs.overdue @dbs_position]] members of staff had been past the date on which
  their check should have been renewed. Checks are renewed every 3 years.
* On 15 January 2016, [[dbs.without_check @dbs_position | none]] members of staff were without
  a check.

Managers of the staff concerned have been told, and the next audit will follow in March 2016."""
# What is said of other days than in July is written anew: the first two in the browser.
WRITTEN = {
    "children-looked-after": "On 1 December 2015 the Council looked after "
    "[[looked_after.children @position]] children. Between 1 January and 1 December 2015 the "
    "number [[compare looked_after.children @comparison @position]].",
    "dbs-cohort": "The Disclosure and Barring Service (DBS) audit of 5 January 2016, which gives "
    "the position on 15 January 2016, covered the [[dbs.needing_check @dbs_position]] staff of the "
    "Children and Learning directorate whose posts need a check.",
    "dbs-overdue": SEVERAL,
    "purpose": "Since June 2012 the Committee has looked every 6 months at how the Council keeps "
    "children safe. This paper covers 1 July to 31 December 2015.",
    "figures-and-dates": "Counts of children give the position on 1 December 2015 unless the text "
    "names another day. Counts of audits are for the whole half-year.",
    "supervision": "The third yearly audit of supervision began in November 2015. Its results will "
    "be known in February 2016.",
    "case-file-audits": "Managers of the Child in Need Service carried out "
    "[[audits.done @half_year]] case-file audits between 1 July and 31 December 2015. The result "
    "of the case-file audits is awaited, and will come in July 2016. During 2014, the first year "
    "of the service, they carried out [[audits.done @audits_2014]].",
    "audits-shared": "An audit teaches most when the practitioner who holds the case hears of it. "
    "In the half-year [[audits.shared @half_year | percent base]] of the audits were shared in "
    "this way. The service held its first Audit Learning Meeting (ALM) in September 2015 to bring "
    "the lessons together.",
    "strategy": "The strategy for looked-after children ran to the end of 2015. Residential homes, "
    "foster carers and the Children in Care Council helped to prepare its successor.",
    "survey": "The _Tell Us Straight_ survey of 2015 was put to councillors in December 2015, "
    "together with the draft strategy.",
    "wider-council-work": "The Executive Member for Children met senior managers of CSC every 2 "
    "weeks, and councillors were told about child sexual exploitation (CSE).",
}


def presses(page):
    """A list that fills with the address of each form sent, the saving of text left out."""
    sent = []

    def hear(request):
        writes = "/blocks/" in request.url or "/show/" in request.url
        if request.method == "POST" and not writes and JANUARY.split("/")[1] in request.url:
            sent.append(request.url.partition("/papers/")[2])

    page.on("request", hear)
    return sent


def fill_named(page, place, name, *days):
    """Fills the row at `place` of the named days: its name, its day, the last day of a period."""
    page.fill(f"#id_name_{place}", name)
    for part, day in zip(("start", "end"), days, strict=False):
        fill_date(page, f"{part}_{place}", day)


@pytest.fixture
def july(transactional_db, tmp_path, settings):
    """The demonstration on its day, with the paper of July 2015 and nothing after it."""
    settings.CANDOUR_TODAY = loading.DAY.isoformat()
    said = StringIO()
    call_command("load_demonstration", to=tmp_path, until="july-2015", stdout=said)
    assert "The report of January" not in said.getvalue() and not list(tmp_path.iterdir())
    (paper,) = Paper.objects.all()
    assert [one.state for one in paper.commitments.all()] == ["open", "open"]
    assert paper.recommendations.count() == 3 and not loading.is_loaded()


def test_january_is_made_from_july_in_five_presses(page, sign_in, built, july):
    clerk = User.objects.get(email="clerk@eborford.example")
    sign_in(page, clerk)
    sent = presses(page)
    start(page)
    draft_says_what_waits(page)
    write(page, clerk)
    confirm(page)
    for promise in ("Begin the third", "Put the findings"):
        answer(page, promise)
    page.click("text=Send for approval")
    page.click("button:text-is('Send for approval')")
    page.wait_for_selector("text=Send for approval: done.")
    paper = Paper.objects.get(slug="january-2016")
    assert (paper.status, paper.carried_from) == (Paper.SENT, "july-2015")
    printed = str(paper.frozen["public"])
    for figure in ("'351'", "'188'", "fell from 210 to 188"):
        assert figure in printed
    assert [one.rpartition("january-2016/")[2].split("/")[0] for one in sent] == [
        *("safeguarding", "carried", "promised", "promised", "send"),
    ]


def start(page):
    """Starts the paper from the last one, its days set on the same page."""
    page.goto("/papers/")
    page.click("text=/from that of July 2015/")
    assert_sound(page)
    assert page.input_value("#id_slug") == "january-2016"
    assert page.input_value("#id_paper_date_day") == "18"
    names = [page.input_value(f"#id_name_{place}") for place in range(4)]
    assert names == ["audits_2014", "comparison", "half_year", "position"]
    fill_named(page, 1, "comparison", "1 1 2015")
    fill_named(page, 3, "position", "1 12 2015")
    fill_named(page, 4, "dbs_position", "15 1 2016")
    fill_named(page, 5, "january_2016", "1 1 2016", "31 1 2016")
    page.click("button:text-is('Start the paper')")
    page.wait_for_selector("text=has been started from the last one")


def draft_says_what_waits(page):
    """The draft has at its top what was promised for it and what was carried."""
    assert_sound(page)
    said = page.inner_text("main")
    assert said.index("To be answered") < said.index("20 blocks were carried")


def write(page, clerk):
    """Saves the paragraphs that January tells in other words."""
    page.goto(f"{JANUARY}carried/")
    assert "201 → 188" in page.inner_text("main")
    for slug in [*WRITTEN][:2]:
        page.goto(f"{JANUARY}blocks/{slug}/")
        page.fill("#id_text", WRITTEN[slug])
        page.click(SAVE)
        page.wait_for_selector("text=Your change has been saved.")
    for row in Block.objects.filter(paper__slug="january-2016", slug__in=[*WRITTEN][2:]):
        words = {"text": WRITTEN[row.slug]}
        writing.change_block(block=row, seen=row.version, words=words, by=clerk, on=loading.DAY)
    page.goto(JANUARY)


def confirm(page):
    """Looks at what needs a look, and confirms it with the rest in one press, by keyboard."""
    page.click("text=Confirm the carried text")
    assert_sound(page)
    assert "5 need a look" in page.inner_text("main")
    for box in page.get_by_label("I have looked at this").all():
        box.focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Confirm the carried text").press("Enter")
    page.wait_for_selector("text=The carried text that you have looked at is confirmed.")
    assert "blocks were carried" not in page.inner_text("main")


def answer(page, promise):
    """Answers one promise as kept."""
    page.click(f"li:has-text('{promise}') >> text=/^Answer/")
    assert_sound(page)
    page.check("text=Kept >> nth=0")
    page.click("button:text-is('Save the answer')")
    page.wait_for_selector("text=The answer has been saved.")


def test_a_clerk_keeps_promises_and_decisions_that_anybody_reads(
    page, sign_in, built, transactional_db, demonstration, settings
):
    settings.CANDOUR_TODAY = loading.DAY.isoformat()
    sign_in(page, User.objects.get(email="clerk@eborford.example"))
    page.goto(f"{JANUARY}commitments/")
    assert_sound(page)
    page.check("fieldset:has-text('From 2016') >> text=It is no commitment")
    page.click("button:text-is('Save the commitments')")
    page.wait_for_selector("text=The commitments have been saved.")
    assert "From 2016" not in page.inner_text("main")
    page.goto(f"{JANUARY}decisions/")
    assert_sound(page)
    page.locator("select").first.select_option("amended")
    page.click("button:text-is('Save the decisions')")
    page.wait_for_selector("text=Write the recommendation as the committee amended it")
    assert_sound(page)
    page.locator("textarea").first.fill("note all of it")
    page.click("button:text-is('Save the decisions')")
    page.wait_for_selector("text=The decisions have been saved.")
    page.context.clear_cookies()
    for register, words in (("recommendations", "note all of it"), ("commitments", "Kept")):
        page.goto(f"/eborford/{register}/")
        assert words in page.inner_text("main")
        assert_sound(page)
    page.goto("/eborford/commitments/")
    page.click("text=/^Paper of January 2016/ >> nth=0")
    assert "#para-" in page.url
