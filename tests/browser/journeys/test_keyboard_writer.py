"""Everything that can stand in a paper is put in by the keyboard alone."""

from datetime import date

import pytest

from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_sound
from tests.make import drafts, looked_after, papers
from tests.make.promised import commitment

pytestmark = pytest.mark.long

DRAFT = "/reports/assurance/january-2016/"
EDITOR = f"{DRAFT}blocks/purpose/"
TEXT, SEARCH, SAVE = "#id_text", "#figures-filter", "form[data-keep] button[type=submit]"
CHILDREN = "[[looked_after.children]]"
GRID = {
    "columns": [{"label": "Now", "when": "position", "form": "number"}],
    "rows": [{"label": "All", "quote": "looked_after.children"}],
}
MORE = (
    {"slug": "told", "kind": "table", "part": "body", "data": {"caption": "Told", "grid": GRID}},
    {"slug": "vision", "kind": "annex", "part": "annexes", "heading": "Vision", "text": "Ours."},
)


@pytest.fixture
def paper(prepared):
    """A paper with a table and an annex, after one that made a promise."""
    earlier = papers.paper(
        council=prepared.council, slug="july", paper_date=date(2015, 7, 20), meeting=None
    )
    commitment(paper=earlier, council=prepared.council, due_on=date(2017, 1, 1))
    return drafts.written(prepared, *MORE, with_records=False)


@pytest.fixture
def clerk(page, sign_in, prepared, paper):
    """The page of a clerk who has signed in."""
    sign_in(page, prepared)
    return page


def opened(page, address):
    """Goes to a block's page and opens the lists of what can be inserted."""
    page.goto(address)
    tab_to(page, "[data-offers] summary")
    page.keyboard.press("Enter")
    page.wait_for_selector("#date-figures-filter")
    # As the link to the main content does.
    page.focus("#main-content")


def searched(page, words, box=SEARCH):
    """Looks for `words` in a list of things to put in."""
    tab_to(page, box)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def put_in(page, selector, box=TEXT):
    """Presses the first button that `selector` names; the caret is then in the text again."""
    before = page.input_value(box)
    tab_to(page, selector)
    page.keyboard.press("Enter")
    assert page.input_value(box) != before
    page.keyboard.type(" ")


def ways_of(page, words):
    """Opens the other ways to put the figure that `words` find."""
    searched(page, words)
    tab_to(page, ".app-ways__link")
    page.keyboard.press("Enter")
    page.wait_for_selector(".app-ways >> visible=true")


def test_each_kind_of_figure_citation_and_promise_goes_into_a_sentence(clerk, paper):
    opened(clerk, EDITOR)
    typed(clerk, TEXT, " ")
    ways_of(clerk, "children december")
    put_in(clerk, f"[data-insert='{CHILDREN}']")
    for way in ("| words]]", "[[compare ", "| change]]"):
        put_in(clerk, f".app-ways [data-insert*='{way}']")
    searched(clerk, "shared year 2015")
    clerk.wait_for_selector("[data-figures-status]:has-text('fit')")
    ways_of(clerk, "shared with the worker, 1 january")
    put_in(clerk, ".app-ways [data-insert*='| percent base]]']")
    for cited in ("para:audits", "section:work", "annex:vision", "rec:recommend-note"):
        put_in(clerk, f"[data-insert='[[{cited}]]']")
    put_in(clerk, "[data-insert^='Commitment in the report of']")
    clerk.wait_for_selector(
        "#preview >> text=Bring the result of the audit, by 1 January 2017. Open."
    )
    assert_sound(clerk)
    follow(clerk, SAVE)
    said = paper.blocks.get(slug="purpose").text
    for token in (CHILDREN, "| words]]", "@comparison @position]]", "..2015-12-01 | change]]"):
        assert token in said
    clerk.goto(f"{DRAFT}preview/")
    read = clerk.inner_text("main")
    for words in ("188 one hundred and eighty-eight fell from 210 to 188 −22", "0 of 2", "Annex A"):
        assert words in read


def test_a_row_a_table_and_a_chart_of_a_figure_go_in_and_a_typed_number_becomes_it(clerk, paper):
    opened(clerk, EDITOR)
    ways_of(clerk, "audits done year")
    follow(clerk, "a[href*='blocks/told/?figure=']")
    clerk.wait_for_selector("#preview >> text=Case-file audits done")
    assert_sound(clerk)
    follow(clerk, SAVE)
    assert len(paper.blocks.get(slug="told").data["grid"]["rows"]) == 2
    for kind in ("table", "chart"):
        opened(clerk, EDITOR)
        ways_of(clerk, "children december")
        follow(clerk, f"a[href*='add/{kind}/']")
        if kind == "chart":
            typed(clerk, "#id_finding", "There were fewer.")
        follow(clerk, SAVE)
        assert paper.blocks.filter(kind=kind, data__caption="Children looked after").exists()
    opened(clerk, f"{DRAFT}add/cells/?part=body")
    typed(clerk, "#id_caption", "By hand")
    typed(clerk, "#id_rows", "What | # Number | Why")
    searched(clerk, "children december")
    tab_to(clerk, "[data-insert^='Children looked after | ']")
    clerk.keyboard.press("Enter")
    rows = clerk.input_value("#id_rows")
    assert rows == f"What | # Number | Why\nChildren looked after | {CHILDREN} |\n"
    assert_sound(clerk)
    clerk.select_option("select[id^=into-] >> nth=0", value="id_notes")
    searched(clerk, "children december")
    put_in(clerk, f"[data-insert='{CHILDREN}']", "#id_notes")
    opened(clerk, EDITOR)
    typed(clerk, TEXT, " We looked after 188 children.")
    clerk.wait_for_selector("[data-replace]")
    tab_to(clerk, f"[data-replace='{CHILDREN}']")
    clerk.keyboard.press("Enter")
    assert clerk.input_value(TEXT).endswith(f"We looked after {CHILDREN} children.")
    follow(clerk, SAVE)
    assert paper.blocks.get(slug="purpose").text.endswith(f"{CHILDREN} children.")


def test_an_annex_and_a_recommendation_are_added(clerk, paper):
    for kind, part, box in (
        ("annex", "annexes", "#id_heading"),
        ("recommendation", "recommendations", TEXT),
    ):
        clerk.goto(f"{DRAFT}add/{kind}/?part={part}")
        typed(clerk, box, "note what is said")
        follow(clerk, SAVE)
        assert paper.blocks.filter(kind=kind).count() == 2


def test_members_are_added_together_and_a_date_goes_into_a_caption(clerk, paper):
    parts = {"placement": {"agency_foster": 30, "placed_for_adoption": 20, "not_broken_down": 138}}
    looked_after.Census.objects.filter(date=drafts.POSITION.end).delete()
    looked_after.census(parts, council=paper.council, date=drafts.POSITION.end)
    opened(clerk, EDITOR)
    typed(clerk, TEXT, " ")
    searched(clerk, "placement adoption")
    tab_to(clerk, ".app-ways__together")
    clerk.keyboard.press("Enter")
    for member in ("agency_foster", "placed_for_adoption"):
        tab_to(clerk, f"input[name=member][value={member}]")
        if not clerk.is_checked(f"input[name=member][value={member}]"):
            clerk.keyboard.press("Space")
    tab_to(clerk, ".app-union button")
    clerk.keyboard.press("Enter")
    clerk.wait_for_selector(".app-ways >> text=50 of 188 (27%)")
    assert_sound(clerk)
    put_in(clerk, ".app-ways [data-insert^='[[sum '][data-insert$='| percent base]]']")
    clerk.wait_for_selector("#preview >> text=50 of 188 (27%)")
    opened(clerk, f"{DRAFT}blocks/told/?text=1")
    typed(clerk, "#id_caption", " at ")
    put_in(clerk, "[data-insert='[[date:position]]']", "#id_caption")
    clerk.wait_for_selector("#preview >> text=at 1 December 2015")
    assert_sound(clerk)


def test_writing_on_while_a_preview_is_made_is_no_fault(clerk, paper):
    with clerk.expect_response("**/show/**"):
        clerk.goto(EDITOR)
    asked = []

    def hold_the_first(route):
        asked.append(route)
        if len(asked) > 1:
            route.continue_()

    clerk.route("**/show/**", hold_the_first)
    with clerk.expect_request("**/show/**"):
        typed(clerk, TEXT, "The first words.")
    clerk.keyboard.type(" The last words.")
    clerk.wait_for_selector("#preview >> text=The last words.")
    assert len(asked) == 2
    assert_sound(clerk)
