"""Items about structure and citations."""

from tests.checks.seeds.item import Item, Quiet, places
from tests.checks.seeds.names import A16, B17, COUNTY, LETTER, OVERVIEW, PEERS

STRUCTURE = (
    Item(
        "19",
        "Letters of sections and numbers of paragraphs follow one another.",
        places(B17, "letters-in-order", "section-3-e: d)"),
    ),
    Item(
        "20",
        "A stated number is the length of its list.",
        places(PEERS, "list-length", "para-3: 6 are listed"),
        (
            Quiet(f"{PEERS}-corrected", "the team gave 6 top tips"),
            Quiet(OVERVIEW, "The six priorities of the plan are"),
            Quiet(OVERVIEW, "Six documents that all practice rests on"),
            Quiet(LETTER, "under six themes and, in addition"),
        ),
    ),
    Item(
        "21",
        "Each recommendation has an action, with an owner, a date and a state.",
        (
            *places(B17, "plan-unlike-recommendations", "section-3-f-para-2: 8 rows"),
            *places(B17, "plan-incomplete", "table-1: who answers for it"),
            *places(
                B17,
                "recommendations-answered",
                "section-3",
                beside="unanswered 2",
                mended="unanswered 0",
            ),
        ),
        waits="Which of the 12 areas an action answers is known where findings and actions are "
        "records; prose does not say it.",
    ),
    Item(
        "22",
        "What the text recommends stands in the list.",
        places(B17, "body-recommends", "section-5-para-5"),
    ),
    Item(
        "23",
        "Recommendations cite every paragraph of substance, and what they name.",
        (
            *places(A16, "paragraphs-uncovered", "para-49-i: 40 to 47"),
            *places(A16, "citation-means-other", "para-49-ii: 39 to 47"),
        ),
    ),
    Item(
        "24",
        "A paper for a committee asks it for something.",
        (*places(OVERVIEW, "asks-nothing", "rec-1"), *places(PEERS, "asks-nothing", "rec-1")),
    ),
    Item(
        "25",
        "An annex is listed under the label that it is cited by.",
        places(A16, "annex-not-there", "para-10: B1 and B2"),
    ),
    Item(
        "26",
        "An annex that is cited is listed.",
        places(B17, "annex-not-there", "section-5-para-3: no list"),
        (Quiet(COUNTY, "See Appendix B"), Quiet(COUNTY, "The plan on a page at Appendix E")),
    ),
    Item(
        "27",
        "No hint of the template stands in the paper.",
        places(A16, "placeholder", "wards-line-1"),
    ),
    Item(
        "28",
        "Every part that the committee's template asks for is there.",
        (
            *places(OVERVIEW, "part-missing", "head: Implications", beside="template york-2020"),
            *places(PEERS, "part-missing", "head: Implications", beside="template york-2020"),
            *places(PEERS, "part-missing", "head: Risk", beside="template york-2020"),
            *places(B17, "part-missing", "head: Contact", beside="template york-2017"),
            *places(B17, "part-missing", "head: Wards", beside="template york-2017"),
            *places(B17, "part-missing", "head: Background", beside="template york-2017"),
        ),
    ),
    Item(
        "29",
        "What stands under a heading is what the heading says.",
        places(B17, "praise-under-areas", "section-3-d-para-5-point-1"),
        waits="A reader: that the first priority of the letter speaks of something else than its "
        "heading, no rule can tell without false alarms. A finding that is a record has a kind of "
        "its own.",
    ),
)
