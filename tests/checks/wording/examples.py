"""Examples of the rules about words."""

from reports.papers.rules.house_words import PreferredWording

SAID = PreferredWording(("looked-after children",))
PREFERRED = {"preferred": {"LAC": SAID, "looked after children": SAID}}
LONG = " ".join(["and so the children and their carers met again"] * 6) + "."

EXAMPLES = {
    "doubled-word": (
        {
            "wrong": "The board met met in June 2015.",
            "right": "The board met in June 2015, and said that that would do.",
            "where": "para-1",
        },
    ),
    "placeholder": (
        {
            "wrong": "The visit was on [insert date].",
            "right": "The visit was on 3 March 2015 [the second of the year].",
            "where": "para-1",
        },
        {
            "wrong": "List wards or tick box to indicate all.",
            "right": "All wards are touched. A draft strategy is being written.",
            "where": "para-1",
        },
        {
            "wrong": "The cost is TBC.",
            "right": "The cost is to be reported in March 2016. Size XL and part XXI are no gaps.",
            "where": "para-1",
        },
        {"wrong": "There were xxx visits.", "right": "There were 40 visits.", "where": "para-1"},
    ),
    "trailing-off": (
        {
            "wrong": "We asked why numbers had grown over or since etc.",
            "right": "We asked why numbers had grown, and about schools, homes etc.",
            "where": "para-1",
        },
        {
            "wrong": "Carers told us about their homes and the …",
            "right": "Carers told us about their homes (“warm … and safe”).",
            "where": "para-1",
        },
    ),
    "open-bracket": (
        {
            "wrong": "The forum (of carers met in June 2015.",
            "right": "The forum (of carers) met in June 2015: a) to talk, b) to eat.",
            "where": "para-1",
        },
        {
            "wrong": "They said “we are heard.",
            "right": "They said “we are heard”.",
            "where": "para-1",
        },
    ),
    "doubled-punctuation": (
        {
            "wrong": "Homes,, schools and health were looked at.",
            "right": "Homes, schools, health, etc., were looked at... and more.",
            "where": "para-1",
        },
    ),
    "no-full-stop": (
        {
            "wrong": "The forum of carers met again in June 2015",
            "right": "The forum of carers met again in June 2015.",
            "where": "para-1",
        },
    ),
    "abbreviation-unexplained": (
        {
            "wrong": "The LSCB met in June 2015.",
            "right": "The Local Safeguarding Children Board (LSCB) met. The LSCB agreed. The NHS, "
            "the BBC and part XIV were named.",
            "where": "para-1",
        },
        {
            "wrong": "Children with SENs did well.",
            "right": "Children with special educational needs (SENs) did well. Of SENs most are "
            "met; MPs and GPs were told.",
            "where": "para-1",
            "known": {"glossary": {"SEN": "special educational needs"}},
        },
    ),
    "abbreviation-late": (
        {
            "wrong": "The IRO met each child.\n\nEach Independent Reviewing Officer (IRO) is "
            "trained. An IRO is never alone.",
            "right": "# What the IRO does\n\nEach Independent Reviewing Officer (IRO) is trained."
            "\n\nThe IRO met each child.",
            "where": "para-1",
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
            "wrong": "The Corporate Parenting Board (CPB) met. The CPB of carers is the Central "
            "Policy Bureau (CPB).",
            "right": "The Corporate Parenting Board (CPB) met. The CPB is the Corporate Parenting "
            "Board (CPB) of the Council.",
            "where": "para-1",
        },
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
    "abbreviation-initials": (
        {
            "wrong": "Each has an Education and Care Plan (EHCP). No EHCP is late.",
            "right": "Each has an Education, Health and Care Plan (EHCP). No EHCP is late.",
            "where": "para-1",
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
        {
            "wrong": "Homes under S20 are reviewed. Agreements under s20 are few.",
            "right": "Homes under S20 are reviewed. Agreements under S20 are few.",
            "where": "para-1",
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
    "two-spellings": (
        {
            "wrong": "Multi-agency work grows. The multi agency form is new.",
            "right": "Multi-agency work grows. The multi-agency form is new.",
            "where": "para-1",
        },
        {
            "wrong": "We organise visits and recognize carers, and organize more.",
            "right": "We organise visits and recognise carers, and supervise size.",
            "where": "para-1",
        },
    ),
    "person-named": (
        {
            "wrong": "Ada Imagined will lead the work.",
            "right": "The Head of Service will lead the work that Cllr Imagined asked for.",
            "where": "para-1",
            "known": {"people": frozenset({"Ada Imagined"})},
        },
        {
            "wrong": "Jane Imagined, Head of Fostering, leads the work.",
            "right": "The Jane Imagined Centre leads the work, after Professor Jane Imagined.",
            "where": "para-1",
        },
    ),
    "other-council": (
        {
            "wrong": "Southfell City Council is committed to its carers.",
            "right": "Northmoor Council is committed to its carers, and compares itself with "
            "Southfell City Council.",
            "where": "para-1",
        },
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
            "wrong": "The Assistant Directors of Care Services (ADCS) met. The ADCS wrote.",
            "right": "ADCS (the Association of Directors of Children’s Services) met. ADCS wrote.",
            "where": "para-1",
        },
        {
            "wrong": "The Social Care Team (SCT) met. The SCT met again.",
            "right": "The Safer Childhoods Team (SCT) met. The SCT met again.",
            "where": "para-1",
            "known": {"glossary": {"SCT": "Safer Childhoods Team"}},
        },
    ),
}
