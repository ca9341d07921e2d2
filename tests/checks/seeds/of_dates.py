"""Items about dates and promises."""

from tests.checks.seeds.item import Item, Quiet, kept, places
from tests.checks.seeds.names import A16, AGENDA, B17, COUNTY, MINUTES, PLAN

DATES = (
    Item(
        "12",
        "An end lies after its beginning and before the paper, and the stated length fits.",
        (
            *places(B17, "length-denied", "section-3-para-1: four weeks"),
            *places(B17, "told-after-paper", "section-3-para-1: 8 December 2017"),
        ),
    ),
    Item(
        "13",
        "What is told as to come is not over.",
        places(A16, "told-as-to-come", "para-44-point-1: 2015", "para-45: 2014-16"),
    ),
    Item(
        "14",
        "A range has both its ends and a word between them.",
        places(COUNTY, "range-without-separator", "para-21"),
    ),
    Item(
        "15",
        "A day or month has its year.",
        (
            *places(A16, "date-without-year", "para-40: 8th December"),
            *places(COUNTY, "date-without-year", "para-4: June", "para-4: October"),
        ),
    ),
    Item(
        "16",
        "A weekday is that of its date.",
        quiet=(
            Quiet(AGENDA, "Wednesday, 26 February 2020"),
            Quiet(AGENDA, "Tuesday 25 February 2020"),
            Quiet(PLAN, "Tuesday 25 June 2019"),
            Quiet(PLAN, "Wednesday 20 May 2020"),
            Quiet(MINUTES, "Wednesday 22 April 2020"),
        ),
    ),
    Item(
        "17",
        "“Bi-annual” means two things.",
        (
            *places(B17, "bi-annual", "head", "section-5-para-3", "rec-point-2"),
            *places(A16, "bi-annual", "head", "para-12: bi-monthly"),
            *places(MINUTES, "bi-annual", "section-1-para-2", "section-4", "section-5"),
            *places(PLAN, "bi-annual", "table-1-r1-c2", "table-1-r7-c2", "table-1-r9-c2"),
        ),
    ),
    Item(
        "18",
        "A plan is sent within the time that the law gives.",
        quiet=(
            Quiet(B17, "published on 7th February 2017"),
            Quiet(f"{B17}-corrected", "On 17th May 2017"),
        ),
    ),
    Item(
        "18a",
        "“At present” and “most recent” have their date.",
        (
            *places(A16, "now-without-date", "para-25: currently", "para-25: most recent audit"),
            *places(A16, "now-without-date", "para-49-i-point-2: most recent DBS audit"),
            *places(A16, "change-half-dated", "para-44-point-4: 14 has none"),
            *places(B17, "now-without-date", "section-4-para-1: currently"),
            *places(B17, "now-without-date", "section-4-para-1: most recent audit"),
            *places(B17, "now-without-date", "section-4-para-3: Currently"),
        ),
    ),
)

PROMISES = (
    Item(
        "35",
        "A commitment with a due date is asked about when the date has come.",
        kept=(
            *kept(A16, "para-6", "2016-02-29"),
            *kept(A16, "para-27", "2016-03-31"),
            *kept(A16, "para-28", "2016-07-31"),
        ),
        waits="The sentence is proposed as a commitment; once that is kept of the issued paper, "
        "commitment-unanswered stops the next one until it is answered. The further presentation "
        "of 2017 names no day or paper.",
    ),
    Item(
        "36",
        "A series that skips months says so.",
        places(
            B17,
            "series-without-gap",
            "head",
            beside="covered to 2016-01-18",
            mended="covered to 2017-03-18",
        ),
    ),
    Item(
        "37",
        "Agenda, work plan and minutes call one item by one name.",
        waits="Agendas and work plans as records, so that a title is written once. The three "
        "papers of the pack stand here with their unlike titles.",
    ),
)
