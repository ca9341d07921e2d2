"""Where an edition's page answers what a member asks first, on a telephone of 320 × 900.

Measured is the lower edge of the words that answer, from the top of the page as it is opened,
nothing pressed and not scrolled. How much was promised and is asked, what falls due next, the next
report and who answers for it are on the first screen; the other figures, where they come from, who
approved them and the words of each decision on the second at the latest.
"""

import pytest

from reports.demonstration import load
from tests.browser.reading import assert_sound

REPORT = "/eborford/reports/safeguarding/january-2016/"
SCREEN = {"width": 320, "height": 900}
# Question → (what has the words, the words, on which screen at the latest).
ANSWERS = {
    "when the committee meets": (".reading-facts li", "Meeting 26 January 2016", 1),
    "what is asked of me": (".reading-facts li", "Decisions asked 3", 1),
    "what was promised": (
        ".reading-facts li",
        "Commitments on 18 January 2016 2 kept, 3 open, none overdue",
        1,
    ),
    "who approved it": (".reading-facts li", "Approved by Director of Children’s Services", 2),
    "where the figures come from": (
        ".reading-facts li",
        "Figures 27 counted from records, 4 entered",
        2,
    ),
    "when is the next report": (".reading-facts li", "Next report due in July 2016, none yet", 1),
    "who is responsible": (".reading-facts li", "Contact Assistant Director", 1),
    "whom to call": (".reading-facts li", "01632 960101", 1),
    "whom to call about a child": (".reading-facts li", "Worried about a child? 01632 960140", 1),
    "which decisions": (".reading-asked li", "part in safeguarding", 2),
    "children looked after": (".tile__value", "188 children", 1),
    "what changed": (".tile__change", "Fell from 201 on 30 June 2015 to 188", 1),
    "what is overdue": (".tile h3", "Staff overdue for a DBS re-check", 2),
    "DBS": (".tile__value", "30 of 351", 2),
    "audits": (".tile__value", "83 audits", 2),
}
pytestmark = pytest.mark.usefixtures("built", "transactional_db", "demonstration_with_draft")


def lower_edge(page, selector, answer):
    """Where the first of what has the words of an answer ends, in pixels of the page."""
    return page.evaluate(
        """([selector, answer]) => {
            const words = one => one.innerText.replace(/\\s+/g, " ").trim();
            const found = [...document.querySelectorAll(selector)].find(
                one => one.checkVisibility() && words(one).includes(answer));
            return found ? found.getBoundingClientRect().bottom + scrollY : null;
        }""",
        [selector, answer],
    )


@pytest.mark.long
def test_what_a_member_asks_is_answered_on_the_first_two_screens(page, settings):
    settings.CANDOUR_TODAY = load.DAY.isoformat()
    page.set_viewport_size(SCREEN)
    page.goto(REPORT)
    edges = {one: lower_edge(page, *answer[:2]) for one, answer in ANSWERS.items()}
    missing = [one for one, edge in edges.items() if edge is None]
    assert not missing
    late = {one: edge for one, edge in edges.items() if edge > ANSWERS[one][2] * SCREEN["height"]}
    assert not late, late
    # Main points are read before the lists of commitments and changes.
    tops = [page.locator(name).bounding_box()["y"]
            for name in (".reading-asked", ".reading-points", ".reading-commitments")]  # fmt: skip
    assert tops == sorted(tops)
    # The numbers above are those of the words that follow.
    assert page.locator(".reading-asked ol.reading-list > li").count() == 3
    states = page.locator(".reading-states .app-state").all_inner_texts()
    assert (states.count("Kept"), states.count("Open"), len(states)) == (2, 3, 5)
    assert_sound(page)
