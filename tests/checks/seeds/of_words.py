"""Items about abbreviations and names."""

from tests.checks.seeds.item import Item, places
from tests.checks.seeds.names import A16, B17, COUNTY, LETTER, OVERVIEW, PEERS

UNEXPLAINED = "abbreviation-unexplained"
WORDS = (
    Item(
        "30",
        "An abbreviation that is listed is used.",
        places(
            B17,
            "abbreviation-unused",
            *(f"part-abbreviations: {one}" for one in ("ADCS", "CAMHS", "CCG", "SEND", "UASC")),
        ),
    ),
    Item(
        "31",
        "An abbreviation that is used is explained.",
        (
            *places(A16, UNEXPLAINED, "para-19: SEND", "para-22-vi: CSE", "para-24: ADCS"),
            *places(A16, UNEXPLAINED, "para-25: CSES", "para-32: SCR"),
            *places(A16, UNEXPLAINED, "para-48-ii: CAS&E", "para-48-iv-point-3: CSA&E"),
            *places(B17, UNEXPLAINED, "section-3-para-2: CEC", "section-3-para-2: LSCB"),
            *places(B17, UNEXPLAINED, "section-3-d-para-1-point-10: CSE"),
            *places(B17, UNEXPLAINED, "section-3-d-para-1-point-12: CME"),
            *places(B17, UNEXPLAINED, "section-3-d-para-1-point-17: LADO"),
            *places(B17, UNEXPLAINED, "section-3-d-para-2-point-4: EDT"),
            *places(B17, UNEXPLAINED, "section-3-d-para-2-point-4: NRCC"),
            *places(B17, UNEXPLAINED, "section-3-d-para-7-point-1: IHA"),
            *places(B17, UNEXPLAINED, "section-3-d-para-7-point-1: RHA"),
            *places(B17, UNEXPLAINED, "section-3-d-para-7-point-2: IRO"),
            *places(B17, UNEXPLAINED, "section-3-d-para-10-point-8: CSC"),
            *places(B17, UNEXPLAINED, "section-3-d-para-11-point-2: QA", "table-1-r8-c2: SDQ"),
            *places(B17, UNEXPLAINED, "section-6-para-2-point-3: CIN"),
            *places(B17, UNEXPLAINED, "section-6-para-2-point-3: CP"),
            *places(B17, UNEXPLAINED, "section-6-para-3: CESCB", "section-6-para-3: NSPCC"),
            *places(COUNTY, UNEXPLAINED, "para-21: SIF"),
            *places(OVERVIEW, UNEXPLAINED, "para-5-a: LA", "para-5-b: DCS", "para-7-c: LGA"),
            *places(OVERVIEW, UNEXPLAINED, "para-20: MASH", "para-25-a: NQSW"),
            *places(OVERVIEW, "abbreviation-late", "para-27-e: IRO"),
            *places(PEERS, UNEXPLAINED, "para-2: CEC", "para-3-e: LA", "para-25: MASH"),
            *places(PEERS, UNEXPLAINED, "para-37: CCE"),
            *places(LETTER, UNEXPLAINED, "table-1-r3-c2: CAF", "table-1-r5-c2: LSCB"),
            *places(LETTER, UNEXPLAINED, "table-1-r6-c2: LAC"),
        ),
    ),
    Item(
        "32",
        "One thing has one abbreviation.",
        (
            *places(A16, "abbreviation-two-forms", "para-48-iv-point-3: CAS&E"),
            *places(COUNTY, "abbreviation-two-forms", "para-15: s20"),
        ),
    ),
    Item(
        "33",
        "The words of an abbreviation have its letters, and are the right ones.",
        (
            *places(PEERS, "abbreviation-initials", "para-3-d: EHCP"),
            *places(B17, "abbreviation-unlike-glossary", "part-abbreviations: Association"),
        ),
    ),
    Item(
        "34",
        "One thing has one name from paper to paper.",
        places(B17, "house-word", "section-2-a-para-3: children in care", beside="house words"),
        waits="A word in the council's list of house words: what is not in it has any name.",
    ),
)
