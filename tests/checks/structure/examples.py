"""Examples of the rules about structure."""

TABLE = "Table: Reviews by team\n| Team | Reviews |\n| East | 14 |\n| West | 16 |"
TWO = "# Fostering\n\nWe recruit foster carers all year.\n\nFoster carers meet each month.\n\n"

ASKED = (("implications", "Implications"), ("risks", "Risks"), ("contacts", "Contact details"))
EXAMPLES = {
    "numbers-in-order": (
        {
            "wrong": "# [1.] Purpose\n\nOne thing.\n\n# [2.] Body\n\nTwo.\n\n# [4.] Plan\n\nFour."
            "\n\n# [5.] Risks\n\nFive.",
            "right": "# [1.] Purpose\n\nOne thing.\n\n# [2.] Body\n\nCarers met.\n\n# [4.] Plan\n\n"
            "Carers will meet.\n\n> [3.] Note that carers met.",
            "where": "section-b5",
        },
        {
            "wrong": "# Purpose\n\n[1.] One thing.\n\n[2.] Another.\n\n[4.] A third.\n\n[5.] Last.",
            "right": "# Purpose\n\n[1.] One thing.\n\n# Reasons\n\n[1.] One.\n\n[2.] Another.\n\n"
            "# Body\n\n[2.] A second thing.\n\n[3.] A third.",
            "where": "para-3",
        },
        {
            "wrong": "# Purpose\n\n[1.1] One thing.\n\n[1.2] Another.\n\n[1.2] A third.",
            "right": "# [1.] Purpose\n\n[1.1] One thing.\n\n[1.2] Another.\n\n# [2.] More\n\n"
            "[2.1] A third.",
            "where": "para-3",
        },
    ),
    "letters-in-order": (
        {
            "wrong": "# Visit\n\n## [a)] Before\n\nIt was long.\n\n## [b)] After\n\nIt was good."
            "\n\n## [b)] Later\n\nIt was better.",
            "right": "# Visit\n\n## [a)] Before\n\nIt was long.\n\n## [b)] After\n\nIt was good."
            "\n\n## [c)] Later\n\nIt was better.",
            "where": "section-b6",
        },
    ),
    "items-in-order": (
        {
            "wrong": "We looked at:\n\n* [i.] homes\n* [ii.] schools\n* [iv.] health",
            "right": "We looked at:\n\n* [v.] homes\n* [vi.] schools\n* [vii.] health",
            "where": "para-2-point-3",
        },
    ),
    "recommendations-in-order": (
        {
            "wrong": "# Work\n\nCarers told us what helps.\n\n> [a)] Note the report.\n\n"
            "> [a)] Agree to hear carers in June 2016.",
            "right": "# Work\n\nCarers told us what helps.\n\n> [a)] Note the report.\n\n"
            "> [b)] Agree to hear carers in June 2016.",
            "where": "para-2-ii",
        },
    ),
    "citation-missing": (
        {
            "wrong": "We did what Recommendation 14 says.\n\n> Note what we did.",
            "right": "The review asked in its Recommendation 14 for a lead.\n\n> Note the review.",
            "where": "para-1",
        },
        {
            "wrong": "One thing is set out at paragraph 7.\n\nAnother follows.",
            "right": "One thing is set out at paragraph 2.\n\nAnother follows paragraph 12 of the "
            "statutory guidance.",
            "where": "para-1",
        },
        {
            "wrong": "It is told in paragraphs 2 to 1.\n\nAnother follows.",
            "right": "It is told in paragraphs 1 to 2.\n\nAnother follows.",
            "where": "para-1",
        },
        {
            "wrong": f"# Reviews\n\nTable 4 shows reviews.\n\n{TABLE}",
            "right": f"# Reviews\n\nTable 1 shows reviews.\n\n{TABLE}",
            "where": "para-1",
        },
    ),
    "citation-means-other": (
        {
            "wrong": f"{TWO}# Work\n\nSee the Fostering section at paragraph 1.",
            "right": f"{TWO}# Work\n\nSee the Fostering section at paragraphs 1 to 2.",
            "where": "para-3",
        },
        {
            "wrong": f"{TWO}# Private visits\n\nThey were made in time.\n\n# Work\n\nMore on "
            "private visits stands at paragraph 2.",
            "right": f"{TWO}# Private visits\n\nThey were made in time.\n\n# Work\n\nMore on "
            "private visits stands at paragraph 3.",
            "where": "para-4",
        },
    ),
    "annex-not-there": (
        {
            "wrong": "The plan is at Annex B.\n\n! Plan\n\nWords of Annex A.",
            "right": "The plan is at Annex A; Annex M of the framework is another.\n\n! Plan\n\n"
            "Words.",
            "where": "para-1",
        },
        {
            "wrong": "The posters are at Annex B.\n\n! [Annex B1 & B2] Posters\n\nWords.",
            "right": "The posters are at Annexes B1 and B2.\n\n! [Annex B1 & B2] Posters\n\nWords.",
            "where": "para-1",
        },
    ),
    "annex-never-named": (
        {
            "wrong": "The plan is short.\n\n! Letter of thanks\n\nWords of the annex.",
            "right": "The letter of thanks is at Annex A.\n\n! Letter of thanks\n\nWords.",
            "where": "annex-a",
        },
    ),
    "annex-not-attached": (
        {
            "wrong": "See Annexes A and B.\n\n! Plan\n\nWords of the plan.\n\n! Poster",
            "right": "See Annexes A and B.\n\n! Plan\n\nWords of the plan.\n\n! Poster\n\nOthers.",
            "where": "annex-b",
        },
    ),
    "annex-labels": (
        {
            "wrong": "See Annexes A and C.\n\n! [Annex A] Plan\n\nIt.\n\n! [Annex C] Poster\n\nIt.",
            "right": "See Annexes A and B.\n\n! [Annex A] Plan\n\nIt.\n\n! [Annex B] Poster\n\nIt.",
            "where": "annex-b",
        },
    ),
    "asks-nothing": (
        {
            "wrong": "# Work\n\nCarers told us what helps.\n\n> The progress of the last months.",
            "right": "# Work\n\nCarers told us what helps.\n\n> Note the progress of the last "
            "months.",
            "where": "para-2-i",
        },
    ),
    "body-recommends": (
        {
            "wrong": "The Committee is asked to visit foster homes.\n\nCarers met.\n\n"
            "> Note that carers met.",
            "right": "At the end the Committee is asked to decide a few things.\n\nCarers met.\n\n"
            "> Note that carers met.",
            "where": "para-1",
        },
        {
            "wrong": "# Work\n\nIt is recommended that the survey of carers be repeated yearly."
            "\n\n> Note the report.",
            "right": "# Work\n\nIt is recommended that the survey of carers be repeated yearly."
            "\n\n> Note the report.\n\n> Agree that carers are surveyed yearly, and see it "
            "repeated.",
            "where": "para-1",
        },
    ),
    "listed-only": (
        {
            "wrong": "# Work\n\n" + "Foster carers across Northmoor met social workers, teachers, "
            "nurses, police and health visitors in autumn. Their evidence about placements, "
            "reviews, schools, transport, housing, training, payments, holidays, contact, "
            "siblings, adoption, grandparents, leisure, savings and friendships shapes our "
            "strategy. Panel chairs, mentors, tutors, coaches, librarians, volunteers and "
            "apprentices joined them.\n\n"
            "> Note the report.\n\n> Approve higher parking charges beside leisure buildings.",
            "right": "# Work\n\n" + "Foster carers across Northmoor met social workers, teachers, "
            "nurses, police and health visitors in autumn. Their evidence about placements, "
            "reviews, schools, transport, housing, training, payments, holidays, contact, "
            "siblings, adoption, grandparents, leisure, savings and friendships shapes our "
            "strategy. Panel chairs, mentors, tutors, coaches, librarians, volunteers and "
            "apprentices joined them.\n\n"
            "> Note the report.\n\n> Approve higher payments for training of foster carers.",
            "where": "para-2-ii",
        },
    ),
    "paragraphs-uncovered": (
        {
            "wrong": f"{TWO}# Schools\n\nPupils did well.\n\n> Note the work in paragraphs 1 to 2.",
            "right": f"{TWO}# Schools\n\nPupils did well.\n\n> Note the work in paragraphs 1 to 3.",
            "where": "para-4-i",
        },
    ),
    "part-empty": (
        {
            "wrong": "One thing.",
            "right": "One thing.",
            "where": "part-wards",
            "said": {"parts": {}},
            "right_said": {},
        },
    ),
    "parts-out-of-order": (
        {
            "wrong": "# [1.] Options\n\nThere are none.\n\n# [2.] Background\n\nIt was agreed.",
            "right": "# [1.] Background\n\nIt was agreed.\n\n# [2.] Options\n\nThere are none.",
            "where": "section-b3",
            "known": {"part_titles": ("Background", "Options", "Analysis")},
        },
    ),
    "section-empty": (
        {
            "wrong": "# Options\n\n# Analysis\n\nThere is one way.",
            "right": "# Options\n\n## First\n\nThere is one way.",
            "where": "section-b1",
        },
    ),
    "link-says-nothing": (
        {
            "wrong": "More is [here](https://www.example.org/plan).",
            "right": "More is in [the plan for 2016](https://www.example.org/plan).",
            "where": "para-1",
        },
        {"wrong": "Click here for the plan.", "right": "Ask here for the plan.", "where": "para-1"},
    ),
    "bare-address": (
        {
            "wrong": "More is at www.example.org/plan.",
            "right": "More is in [the plan](https://www.example.org/plan).",
            "where": "para-1",
        },
    ),
    "table-without-words": (
        {
            "wrong": "# Reviews\n\nTable: \n| Team | Reviews |\n| East | 14 |",
            "right": f"# Reviews\n\n{TABLE}",
            "where": "table-1",
        },
        {
            "wrong": "# Reviews\n\nTable: Reviews\n| Team |  |\n| East | 14 |",
            "right": "# Reviews\n\nTable: Reviews\n|  | Reviews |\n| East | 14 |",
            "where": "table-1",
        },
    ),
    "heading-level-skipped": (
        {
            "wrong": "# Options\n\n## First\n\nThere is one way.",
            "right": "# Options\n\n## First\n\nThere is one way.",
            "where": "section-b2",
            "said": {"levels": {"section-b2": 4}},
            "right_said": {},
        },
    ),
    "no-alternative": (
        {
            "wrong": "![](plan.png)",
            "right": "![The plan on a page: three aims, each with two actions](plan.png)",
            "where": "para-1",
        },
    ),
    "part-missing": (
        {
            "wrong": "# Background\n\n[1.] Carers met.\n\n# Key risks\n\n[2.] Carers may leave."
            "\n\n> Note that carers may leave.",
            "right": "# Background\n\n[1.] Carers met.\n\n# Risks and implications\n\n[2.] None."
            "\n\nAuthor: Head of Fostering\n\n> Note that carers met.",
            "where": "head",
            "known": {"parts_asked": ASKED},
        },
    ),
}
