"""Items about numbers, and what a closer look at the figures of those papers added."""

from tests.checks.seeds.item import Item, Quiet, places
from tests.checks.seeds.names import A16, B17, MINUTES, OVERVIEW, PEERS, WELLBEING

NUMBERS = (
    Item(
        "1",
        "A printed per cent is its count divided by its base.",
        places(B17, "percent-of-count", "section-3-a-para-7: 35 of 139"),
        (Quiet(B17, "39 (28%) were judged"), Quiet(B17, "63 (45%) were judged")),
    ),
    Item(
        "2",
        "Shares of one whole add to 100 but for rounding; a right sum of 99 is left alone.",
        quiet=(Quiet(B17, "63 (45%) were judged"), Quiet(f"{B17}-corrected", "2 (1%) were")),
    ),
    Item(
        "3",
        "So is a per cent of two counts added together.",
        places(A16, "percent-of-count", "para-46: 46 of 188 is 24%"),
    ),
    Item(
        "4",
        "Each question of a survey keeps its own base.",
        places(OVERVIEW, "unlike-bases", "para-13: 57, the other 56"),
    ),
    Item(
        "5",
        "A per cent has its base or its count.",
        (
            *places(B17, "percent-without-base", "section-5-para-4: 97%"),
            *places(A16, "percent-without-base", "para-9: 100%"),
        ),
    ),
    Item(
        "6",
        "Parts add to their whole, and a part that is missing is named.",
        places(A16, "rest-unnamed", "para-26: 37 of 351; 314"),
        (Quiet(A16, "30 members of staff were past"), Quiet(f"{A16}-corrected", "314 members")),
    ),
    Item(
        "7",
        "Two papers are compared only over one population.",
        places(B17, "scope-changed", "section-4-para-1: 351", beside=f"told by {A16}"),
        waits="That “past the date” became “due” is a change of measure in prose; it is seen where "
        "both papers quote the register's figures.",
    ),
    Item(
        "8",
        "An approximate figure and an exact one of the same thing agree.",
        places(PEERS, "number-unlike-before", "para-31: over 120"),
    ),
    Item(
        "9",
        "A small number beside a small place is looked at before it is printed.",
        places(MINUTES, "small-number", "section-3-para-3: “1”"),
    ),
    Item(
        "9a",
        "Steady growth is claimed with the numbers that show it.",
        places(B17, "growth-without-numbers", "section-5-para-3: continuous growth"),
        (Quiet(OVERVIEW, "That is more than in 2017 (54%)"),),
    ),
    Item(
        "10",
        "Bands of one passage nest, and a sum is named by all that it holds.",
        places(A16, "bands-in-prose", "para-46: make 14–18"),
    ),
    Item(
        "11",
        "A rank holds over the whole list of bands.",
        places(A16, "rank-over-part", "para-45: 142"),
    ),
)

FIGURES = (
    Item(
        "000-06",
        "83 audits in a month stand under a heading of a year.",
        waits="A reader: both may be right. Quoted from the register, the figure bears its period.",
    ),
    Item(
        "000-39, 000-41",
        "A change has the dates of both numbers.",
        places(A16, "change-half-dated", "para-44-point-2: 21", "para-44-point-4: 14"),
    ),
    Item(
        "002-08",
        "Each row prints its share, where the others do.",
        places(B17, "share-left-out", "section-3-a-para-4"),
    ),
    Item(
        "000 to 002",
        "The interval of an audit is the one that its record holds.",
        places(
            B17,
            "interval-as-recorded",
            "section-4-para-1: every year",
            beside="audited every 6",
            mended="audited every 12",
        ),
    ),
    Item(
        "001, wellbeing",
        "A sentence is finished.",
        places(WELLBEING, "trailing-off", "para-5: over or since etc"),
    ),
)
