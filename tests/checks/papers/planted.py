"""One fault at a time, put into the right papers of this folder: what it was, what it becomes, and
the rule that must find it. `beside` are rules that rightly find the same fault as well."""

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
        ("citation-missing",),
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
)
