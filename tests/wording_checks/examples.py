"""Examples of the rules about words."""

# Kept as one would type them: an example is one line.
# ruff: noqa: E501

from reports.papers.rules.house_words import PreferredWording

SAID = PreferredWording(("looked-after children",))
PREFERRED = {"preferred": {"LAC": SAID, "looked after children": SAID}}
LONG = " ".join(["and so the children and their carers met again"] * 6) + "."

IN_A_LINE = r"""
may-name-child
    para-1: Her mother Susan agreed in June 2015. => Her mother agreed in June 2015.
    table-1-r1-c1: Table: Visits\n| Who | Visits |\n| Child: Olivia | 12 |\n| Others | 13 | => Table: Visits\n| Who | Visits |\n| Children | 12 |\n| Others | 13 |
doubled-word
    para-1: The board met met in June 2015. => The board met in June 2015, and said that that would do.
placeholder
    para-1: The visit was on [insert date]. => The visit was on 3 March 2015 [the second of the year].
    para-1: List wards or tick box to indicate all. => Every ward is touched. A draft strategy is being written.
    para-1: The cost is TBC. => The cost is to be reported in March 2016. Size XL and part XXI are no gaps.
    para-1: There were xxx visits. => There were 40 visits.
trailing-off
    para-1: We asked why numbers had grown over or since etc. => We asked why numbers had grown, and about schools, homes etc.
    para-1: Carers told us about their homes and the … => Carers told us about their homes (“warm … and safe”).
open-bracket
    para-1: The forum (of carers met in June 2015. => The forum (of carers) met in June 2015: a) to talk, b) to eat.
    para-1: They said “we are heard. => They said “we are heard”.
doubled-punctuation
    para-1: Homes,, schools and health were looked at. => Homes, schools, health, etc., were looked at... and more.
no-full-stop
    para-1: The forum of carers met again in June 2015 => The forum of carers met again in June 2015.
abbreviation-unexplained
    para-1: The LSCB met in June 2015. => The Local Safeguarding Children Board (LSCB) met. The LSCB agreed. The NHS, the BBC and part XIV were named.
abbreviation-late
    para-1: The IRO met each child.\n\nEach Independent Reviewing Officer (IRO) is trained. An IRO is never alone. => # What the IRO does\n\nEach Independent Reviewing Officer (IRO) is trained.\n\nThe IRO met each child.
abbreviation-twice
    para-1: The Corporate Parenting Board (CPB) met. The CPB of carers is the Central Policy Bureau (CPB). => The Corporate Parenting Board (CPB) met. The CPB is the Corporate Parenting Board (CPB) of the Council.
abbreviation-initials
    para-1: Each has an Education and Care Plan (EHCP). No EHCP is late. => Each has an Education, Health and Care Plan (EHCP). No EHCP is late.
abbreviation-two-forms
    para-1: Homes under S20 are reviewed. Agreements under s20 are few. => Homes under S20 are reviewed. Agreements under S20 are few.
two-spellings
    para-1: Multi-agency work grows. The multi agency form is new. => Multi-agency work grows. The multi-agency form is new.
    para-1: We organise visits and recognize carers, and organize more. => We organise visits and recognise carers, and supervise size.
person-named
    para-1: Jane Imagined, Head of Fostering, leads the work. => The Jane Imagined Centre leads the work, after Professor Jane Imagined.
other-council
    para-1: Southfell City Council is committed to its carers. => Northmoor Council is committed to its carers, and compares itself with Southfell City Council.
abbreviation-unlike-glossary
    para-1: The Assistant Directors of Care Services (ADCS) met. The ADCS wrote. => ADCS (the Association of Directors of Children’s Services) met. ADCS wrote.
"""
EXAMPLES = {
    "abbreviation-unexplained": (
        {
            "wrong": "Children with EHCPs did well.",
            "right": "Children with education, health and care plans (EHCPs) did well. Of EHCPs most are "
            "met; MPs and GPs were told.",
            "where": "para-1",
            "known": {"glossary": {"EHCP": "education, health and care plan"}},
        },
    ),
    "abbreviation-unused": (
        {
            "wrong": "[1.] The forum of carers met.",
            "right": "[1.] The forum of carers and the CPB met.",
            "where": "part-abbreviations",
            "said": {
                "parts": {
                    "wards": {"text": "All"},
                    "abbreviations": {
                        "listed": [{"short": "CPB", "long": "Corporate Parenting Board"}]
                    },
                }
            },
        },
    ),
    "abbreviation-unlisted": (
        {
            "wrong": "[1.] The Virtual School Head (VSH) and the CPB met. The VSH spoke.",
            "right": "[1.] The Virtual School Head and the CPB met.",
            "where": "para-1",
            "said": {
                "parts": {
                    "wards": {"text": "All"},
                    "abbreviations": {
                        "listed": [{"short": "CPB", "long": "Corporate Parenting Board"}]
                    },
                }
            },
        },
    ),
    "abbreviation-twice": (
        {
            "wrong": "[1.] The CPB met.",
            "right": "[1.] The CPB met.",
            "where": "part-abbreviations",
            "said": {
                "parts": {
                    "wards": {"text": "All"},
                    "abbreviations": {
                        "listed": [{"short": "CPB", "long": "Corporate Parenting Board"}] * 2
                    },
                }
            },
            "right_said": {
                "parts": {
                    "wards": {"text": "All"},
                    "abbreviations": {
                        "listed": [{"short": "CPB", "long": "Corporate Parenting Board"}]
                    },
                }
            },
        },
    ),
    "abbreviation-two-forms": (
        {
            "wrong": "[1.] Work on CAS&E goes on, and responding to CSA&E is hard.",
            "right": "[1.] Work on CSA&E goes on, and responding to CSA&E is hard.",
            "where": "para-1",
            "said": {
                "parts": {
                    "wards": {"text": "All"},
                    "abbreviations": {
                        "listed": [
                            {"short": "CSA&E", "long": "child sexual abuse and exploitation"}
                        ]
                    },
                }
            },
        },
    ),
    "house-word": (
        {
            "wrong": "All looked after children have a nurse.",
            "right": "All looked-after children have a nurse, “as looked after children should”.",
            "where": "para-1",
            "known": PREFERRED,
        },
    ),
    "person-named": (
        {
            "wrong": "Ada Imagined will lead the work.",
            "right": "The Head of Service will lead the work that Cllr Imagined asked for.",
            "where": "para-1",
            "known": {"people": frozenset({"Ada Imagined"})},
        },
    ),
    "other-council": (
        {
            "wrong": "All children of Southfell do well at school.",
            "right": "All children of Northmoor do well at school.",
            "where": "para-1",
            "known": {"other_councils": ("Southfell", "Northmoor")},
        },
    ),
    "long-sentence": ({"wrong": LONG, "right": "Carers met. They met again.", "where": "para-1"},),
    "long-paragraph": (
        {
            "wrong": "Carers met again and were glad of it. " * 20,
            "right": "Carers met again and were glad of it.",
            "where": "para-1",
        },
    ),
    "abbreviation-unlike-glossary": (
        {
            "wrong": "The Social Care Team (SCT) met. The SCT met again.",
            "right": "The Safer Childhoods Team (SCT) met. The SCT met again.",
            "where": "para-1",
            "known": {"glossary": {"SCT": "Safer Childhoods Team"}},
        },
    ),
}
