"""One fault at a time, put into the right papers of this folder: what it was, what it becomes, and
the rule that must find it. `beside` are rules that rightly find the same fault as well."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

from dataclasses import dataclass


@dataclass(frozen=True)
class Plant:
    """A fault: `old` words of the paper become `new` ones, and `rule` finds it."""

    paper: str
    old: str
    new: str
    rule: str
    beside: tuple[str, ...] = ()


PLANTS = (
    # Dates.
    Plant("fostering", "Thursday 19 April 2018", "Friday 19 April 2018", "wrong-weekday"),
    Plant(
        "fostering",
        "between 1 January and 31 December 2018",
        "between 1 January and 31 June 2018",
        "impossible-date",
    ),
    Plant(
        "fostering",
        "from 3 September to 28 September 2018",
        "from 3 September 2017 to 28 September 2018",
        "length-denied",
    ),
    Plant(
        "fostering",
        "will be finished in May 2019",
        "will be finished in May 2018",
        "told-as-to-come",
    ),
    Plant(
        "sections",
        "from 6 March 2017 to 10 March 2017",
        "from 6 March 2017 to 10 February 2017",
        "end-before-start",
    ),
    Plant(
        "sections",
        "from 6 March 2017 to 10 March 2017",
        "on 6 March 2017 10 March 2017",
        "range-without-separator",
    ),
    Plant(
        "sections",
        "opened on Monday 4 September 2017",
        "opened on 4 September 2018",
        "told-after-paper",
    ),
    Plant("sections", "so that it lasts six weeks", "so that it lasts two weeks", "length-denied"),
    Plant("executive", "Monday 15 January", "Tuesday 15 January 2024", "wrong-weekday"),
    Plant(
        "headblock",
        "who will start on 3 July 2023",
        "who will start on 3 July 2022",
        "told-as-to-come",
    ),
    Plant(
        "panel",
        "will publish its yearly report in November 2021",
        "will publish its yearly report in November 2020",
        "told-as-to-come",
    ),
    Plant("letter", "from Tuesday 17 May to", "from Monday 17 May 2022 to", "wrong-weekday"),
    # Structure.
    Plant(
        "fostering",
        "9. The regional review",
        "10. The regional review",
        "numbers-in-order",
        ("citation-missing", "paragraphs-uncovered"),
    ),
    Plant("fostering", "6. Carers told us", "5. Carers told us", "numbers-in-order"),
    Plant("fostering", " c) in the market place", " b) in the market place", "items-in-order"),
    Plant("fostering", "paragraphs 2 to 9", "paragraphs 2 to 19", "citation-missing"),
    Plant("fostering", "paragraphs 2 to 9", "paragraphs 9 to 2", "citation-missing"),
    Plant(
        "fostering",
        "are at Appendix B",
        "are at Appendix C",
        "annex-not-there",
        ("annex-never-named",),
    ),
    Plant("fostering", " The full results are at Appendix B.", "", "annex-never-named"),
    Plant(
        "fostering",
        "Appendix B – Results",
        "Appendix C – Results",
        "annex-not-there",
        ("annex-labels", "annex-never-named"),
    ),
    Plant(
        "panel",
        "its report is at Appendix 1",
        "its report is at Appendix 2",
        "annex-not-there",
        ("annex-never-named",),
    ),
    Plant("panel", "7. People whose", "8. People whose", "numbers-in-order"),
    Plant("sections", "b) New homes", "a) New homes", "letters-in-order"),
    Plant("sections", "c) Moves", "d) Moves", "letters-in-order"),
    Plant("headblock", "4.2 Care leavers", "4.3 Care leavers", "numbers-in-order"),
    Plant("headblock", "paragraph 4.3", "paragraph 4.8", "citation-missing"),
    Plant("headblock", "(b) an IHA", "(a) an IHA", "items-in-order"),
    Plant(
        "executive",
        "mapped at Annex B",
        "mapped at Annex D",
        "annex-not-there",
        ("annex-never-named",),
    ),
    Plant(
        "executive",
        "Option 2 is recommended by officers because",
        "It is recommended that bus fares for sixth formers be halved because",
        "body-recommends",
    ),
    Plant("information", "As table 1 shows", "As table 3 shows", "citation-missing"),
    Plant("information", "Figure 1 shows", "Figure 2 shows", "citation-missing"),
    # Words.
    Plant(
        "fostering",
        "independent fostering agency (IFA)",
        "independent fostering agency",
        "abbreviation-unexplained",
    ),
    Plant("fostering", "leaves, the team", "leaves, the the team", "doubled-word"),
    Plant("fostering", "Service Manager, Fostering.", "[insert name and post].", "placeholder"),
    Plant(
        "fostering",
        "Each such decision is taken",
        "Each such (rare decision is taken",
        "open-bracket",
    ),
    Plant(
        "sections",
        "Wards affected: All",
        "Wards affected: List wards or tick",
        "placeholder",
    ),
    Plant(
        "sections",
        "HSE – Health and Safety Executive",
        "HSE – Health and Safety Executive\nCME – Children Missing Education",
        "abbreviation-unused",
    ),
    Plant(
        "executive",
        "LTP: Local Transport Plan",
        "LTP: Local Transport Plan\nLTP: Long Term Plan",
        "abbreviation-twice",
    ),
    Plant(
        "panel",
        "Safeguarding Adults Board (SAB)",
        "Safeguarding Board (SAB)",
        "abbreviation-initials",
    ),
    Plant("headblock", "before anything else", "TBC", "placeholder"),
    Plant(
        "information",
        "Schools asked for nurses who stay.",
        "Oldcastle Council is proud of its nurses.",
        "other-council",
    ),
    Plant(
        "letter",
        "and the two lists do not agree.",
        "and the two lists do not agree and the.",
        "trailing-off",
    ),
    Plant("letter", "Youth Justice Service (YJS)", "Youth Service (YJS)", "abbreviation-initials"),
    Plant(
        "headblock",
        "a nurse for care leavers, who",
        "Jane Invented, Lead Nurse, who",
        "person-named",
    ),
    # What is told twice, and what a part of a paper lacks.
    Plant(
        "fostering",
        "9. The regional",
        "9. In 2018 we approved 29 new households. The regional",
        "two-values",
    ),
    Plant(
        "fostering",
        "8. An IFA",
        "8. There were 412 children in care on 31 December 2018. On 31 December 2018 we had 421 children in care. An IFA",
        "two-values",
    ),
    Plant(
        "fostering",
        "3. The Fostering",
        "3. Carers of 120 children were asked, as the table shows.\n\n| Area | Children |\n|---|---|\n| North | 60 |\n| South | 66 |\n| Total | 126 |\n\nThe Fostering",
        "two-values",
    ),
    Plant(
        "fostering",
        "12. Equalities: an assessment was made with the plan and found no ill effect on any group.",
        "## Risks",
        "section-empty",
    ),
    Plant(
        "fostering",
        "set out in paragraphs 2 to 9",
        "set out in paragraphs 2 to 5",
        "paragraphs-uncovered",
    ),
    Plant(
        "fostering",
        "2. That the Committee comments",
        "1. That the Committee comments",
        "numbers-in-order",
    ),
    Plant(
        "fostering",
        "at Appendix A.\n",
        "at Appendix 1.\n",
        "annex-not-there",
        ("annex-never-named",),
    ),
    Plant(
        "fostering",
        "That the Committee receives a further report in March 2020",
        "That the Committee approves the lease of a swimming pool in Barford",
        "listed-only",
    ),
    Plant("fostering", "named in paragraph 2.", "named in paragraph 5(f).", "citation-missing"),
    Plant(
        "fostering",
        "8. An IFA",
        "8. This report makes four recommendations. An IFA",
        "stated-recommendations",
    ),
    Plant("fostering", "8. An IFA", "8. [NB check with Finance] An IFA", "placeholder"),
    Plant(
        "fostering", "8. An IFA", "8. In Ashby ward four children waited. An IFA", "small-number"
    ),
    Plant(
        "fostering",
        "1. This report tells",
        "1. This report is for the meeting of the Committee on 21 March 2019. It tells",
        "meeting-date",
    ),
    Plant(
        "fostering",
        "8. An IFA",
        "8. More is [here](https://example.org). An IFA",
        "link-says-nothing",
    ),
)
