"""Examples of the rules about structure."""

# Kept as one would type them: an example is one line.
# ruff: noqa: E501

TABLE = "Table: Reviews by team\n| Team | Reviews |\n| East | 14 |\n| West | 16 |"
TWO = "# Fostering\n\nWe recruit foster carers all year.\n\nFoster carers meet each month.\n\n"

ASKED = (("implications", "Implications"), ("risks", "Risks"), ("contacts", "Contact details"))
IN_A_LINE = r"""
numbers-in-order
    section-b5: # [1.] Purpose\n\nOne thing.\n\n# [2.] Body\n\nTwo.\n\n# [4.] Plan\n\nFour.\n\n# [5.] Risks\n\nFive. => # [1.] Purpose\n\nOne thing.\n\n# [2.] Body\n\nCarers met.\n\n# [4.] Plan\n\nCarers will meet.\n\n> [3.] Note that carers met.
    para-3: # Purpose\n\n[1.] One thing.\n\n[2.] Another.\n\n[4.] A third.\n\n[5.] Last. => # Purpose\n\n[1.] One thing.\n\n# Reasons\n\n[1.] One.\n\n[2.] Another.\n\n# Body\n\n[2.] A second thing.\n\n[3.] A third.
    para-3: # Purpose\n\n[1.1] One thing.\n\n[1.2] Another.\n\n[1.2] A third. => # [1.] Purpose\n\n[1.1] One thing.\n\n[1.2] Another.\n\n# [2.] More\n\n[2.1] A third.
letters-in-order
    section-b6: # Visit\n\n## [a)] Before\n\nIt was long.\n\n## [b)] After\n\nIt was good.\n\n## [b)] Later\n\nIt was better. => # Visit\n\n## [a)] Before\n\nIt was long.\n\n## [b)] After\n\nIt was good.\n\n## [c)] Later\n\nIt was better.
items-in-order
    para-2-point-3: We looked at:\n\n* [i.] homes\n* [ii.] schools\n* [iv.] health => We looked at:\n\n* [v.] homes\n* [vi.] schools\n* [vii.] health
recommendations-in-order
    para-2-ii: # Work\n\nCarers told us what helps.\n\n> [a)] Note the report.\n\n> [a)] Agree to hear carers in June 2016. => # Work\n\nCarers told us what helps.\n\n> [a)] Note the report.\n\n> [b)] Agree to hear carers in June 2016.
citation-missing
    para-1: We did what Recommendation 14 says.\n\n> Note what we did. => The review asked in its Recommendation 14 for a lead.\n\n> Note the review.
    para-1: One thing is set out at paragraph 7.\n\nAnother follows. => One thing is set out at paragraph 2.\n\nAnother follows paragraph 12 of the statutory guidance.
    para-1: It is told in paragraphs 2 to 1.\n\nAnother follows. => It is told in paragraphs 1 to 2.\n\nAnother follows.
annex-not-there
    para-1: The plan is at Annex B.\n\n! Plan\n\nWords of Annex A. => The plan is at Annex A; Annex M of the framework is another.\n\n! Plan\n\nWords.
    para-1: The posters are at Annex B.\n\n! [Annex B1 & B2] Posters\n\nWords. => The posters are at Annexes B1 and B2.\n\n! [Annex B1 & B2] Posters\n\nWords.
annex-never-named
    annex-a: The plan is short.\n\n! Letter of thanks\n\nWords of the annex. => The letter of thanks is at Annex A.\n\n! Letter of thanks\n\nWords.
annex-not-attached
    annex-b: See Annexes A and B.\n\n! Plan\n\nWords of the plan.\n\n! Poster => See Annexes A and B.\n\n! Plan\n\nWords of the plan.\n\n! Poster\n\nOthers.
annex-labels
    annex-b: See Annexes A and C.\n\n! [Annex A] Plan\n\nIt.\n\n! [Annex C] Poster\n\nIt. => See Annexes A and B.\n\n! [Annex A] Plan\n\nIt.\n\n! [Annex B] Poster\n\nIt.
asks-nothing
    para-2-i: # Work\n\nCarers told us what helps.\n\n> The progress of the last months. => # Work\n\nCarers told us what helps.\n\n> Note the progress of the last months.
body-recommends
    para-1: The Committee is asked to visit foster homes.\n\nCarers met.\n\n> Note that carers met. => At the end the Committee is asked to decide a few things.\n\nCarers met.\n\n> Note that carers met.
    para-1: # Work\n\nIt is recommended that the survey of carers be repeated yearly.\n\n> Note the report. => # Work\n\nIt is recommended that the survey of carers be repeated yearly.\n\n> Note the report.\n\n> Agree that carers are surveyed yearly, and see it repeated.
section-empty
    section-b1: # Options\n\n# Analysis\n\nThere is one way. => # Options\n\n## First\n\nThere is one way.
link-says-nothing
    para-1: More is [here](https://www.example.org/plan). => More is in [the plan for 2016](https://www.example.org/plan).
    para-1: Click here for the plan. => Ask here for the plan.
bare-address
    para-1: More is at www.example.org/plan. => More is in [the plan](https://www.example.org/plan).
table-without-words
    table-1: # Reviews\n\nTable: Reviews\n| Team |  |\n| East | 14 | => # Reviews\n\nTable: Reviews\n|  | Reviews |\n| East | 14 |
no-alternative
    para-1: ![](plan.png) => ![The plan on a page: three aims, each with two actions](plan.png)
"""
EXAMPLES = {
    "citation-missing": (
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
    "table-without-words": (
        {
            "wrong": "# Reviews\n\nTable: \n| Team | Reviews |\n| East | 14 |",
            "right": f"# Reviews\n\n{TABLE}",
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
