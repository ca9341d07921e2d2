"""Abbreviations: what abbreviates, what explains, and what is left in peace."""

from reports.prose.abbreviations import fits, is_a_name, is_letters, meaning
from reports.prose.content import words_of
from reports.verdicts.registry import RULES
from tests.checks.drawn import found

FITTING = {
    "LSCB": "Local Safeguarding Children Board",
    "EHCP": "Education, Health and Care Plan",
    "NSPCC": "National Society for the Prevention of Cruelty to Children",
    "MARAC": "Multi-Agency Risk Assessment Conference",
    "R&A": "Referral and Assessment",
    "IFA": "independent fostering agency",
    "DBS": "Disclosure & Barring Service",
    "SEND": "special educational needs and disabilities",
    "UASC": "unaccompanied asylum-seeking children",
    "ADCS": "Association of Directors of Children’s Services",
    "CSA&E": "child sexual abuse and exploitation",
    "YOT": "youth offending team",
    "TB": "tuberculosis",
    "FFD": "Family Front Door",
    "LA": "local authority",
    "CiC": "children in care",
    "MASH": "multi-agency safeguarding hub",
    "FDAC": "Family, Drug and Alcohol Court",
    "CYPIC": "children and young people in care",
    "CAMHS": "Child and Adolescent Mental Health Services",
}
NOT_FITTING = {
    "EHCP": "Education and Care Plan",
    "LSCB": "Local Children Board",
    "SAB": "Safeguarding Board",
    "IRO": "Reviewing Officer",
    "DBS": "Disclosure Service",
    "YJS": "Youth Service",
    "PSW": "Social Worker",
}
KNOWN = words_of("NHS UK GP GPs BBC MP MPs PDF IT HR TV VAT FAQ EU ID AGM")
ABBREVIATIONS = [one for one in RULES if one.key.startswith("abbreviation")]
NO_LETTERS = words_of("II IV XIV III MMXV B1 A4 NOT AND ALL RAG TBC A B12 M25 I DRAFT TOTAL N/A")
LETTERS = ["LSCB", "R&A", "CSA&E", "IFA", "CPB", "SENDIASS", "CiC", "EHCP", "QA"]


def rules(text, **said):
    return [
        (one.rule.key, str(one.severity))
        for one in found(text, rules=ABBREVIATIONS, **said)
        if one.severity != "advice"
    ]


def test_the_initials_of_a_long_form_make_its_letters():
    assert {short: long for short, long in FITTING.items() if not fits(short, long)} == {}


def test_a_long_form_that_lacks_a_word_does_not_make_them():
    assert {short: long for short, long in NOT_FITTING.items() if fits(short, long)} == {}


def test_letters_are_what_a_reader_may_not_know():
    assert [one for one in LETTERS if not is_letters(one)] == []
    assert [one for one in (*KNOWN, *NO_LETTERS) if is_letters(one)] == []


def test_a_word_in_capitals_reads_as_a_name():
    names = ("MOSAIC", "RAISE", "WAYFINDER", "PREVENT", "RISKS", "STRENGTHS", "MARAC")
    assert [one for one in names if not is_a_name(one)] == []
    assert [one for one in ("LSCB", "R&A", "IFA", "NSPCC", "CAMHS") if is_a_name(one)] == []


def test_two_spellings_of_one_meaning_are_the_same():
    for first, second in (
        ("Local Safeguarding Children's Board", "Local Safeguarding Children’s Boards"),
        ("Referral and Assessment", "Referral & Assessment"),
        ("multi-agency risk assessment", "Multi Agency Risk Assessments"),
        ("the Family Front Door", "family front door"),
    ):
        assert meaning(first) == meaning(second)
    assert meaning("Corporate Parenting Board") != meaning("Central Policy Bureau")


def test_every_fitting_long_form_explains_its_letters_before_or_behind_them():
    for short, long in FITTING.items():
        for text in (
            f"The {long} ({short}) met. The {short} agreed.",
            f"The {long} [{short}] met. The {short} agreed.",
            f"The {short} ({long}) met. The {short} agreed.",
            f"In June the new {long} (“{short}”) met. The {short} agreed.",
            f"The {long} ({short}, for short) met. The {short} agreed.",
        ):
            assert rules(text) == [], text


def test_every_long_form_that_lacks_a_word_is_found():
    for short, long in NOT_FITTING.items():
        said = rules(f"It was for the {long} ({short}). The {short} agreed.")
        assert said == [("abbreviation-initials", "warning")], (short, long, said)


def test_letters_in_brackets_that_stand_for_nothing_before_them_explain_nothing():
    text = "Managers read the report (LSCB) again. The LSCB agreed."
    assert rules(text) == [("abbreviation-unexplained", "warning")]


def test_plurals_and_possessives_are_the_same_letters():
    for form in ("IFAs", "IFA’s", "IFA's", "IFA"):
        text = f"An independent fostering agency (IFA) is dear. Of {form} there are many."
        assert rules(text) == [], form


def test_headings_in_capitals_and_addresses_abbreviate_nothing():
    for text in (
        "# CHILDREN SOCIAL CARE AND HEALTH UPDATE\n\nAll is well.",
        "More is at [the page](https://www.example.org/LSCB/IRO).",
        "Write to LSCB@example.org about it.",
        "It was RED, then AMBER, and NOT GREEN.",
        "Chapter XIV and part II say so.",
        "The form is at B12 of room G039.",
    ):
        assert rules(text) == [], text


def test_letters_may_stand_in_a_heading_before_they_are_explained():
    text = "# The IRO\n\nEach Independent Reviewing Officer (IRO) is trained. An IRO listens."
    assert rules(text) == []


def listed(*rows):
    rows = [{"short": short, "long": long} for short, long in rows]
    return {"wards": {"text": "All"}, "abbreviations": {"listed": rows}}


def test_a_list_explains_what_it_holds_and_is_held_to_it():
    board = ("CPB", "Corporate Parenting Board")
    said = {
        "[1.] The CPB met.": [],
        "[1.] The board met.": ["abbreviation-unused"],
        "[1.] The CPB and the LSCB met.": ["abbreviation-unexplained"],
        "[1.] The Corporate Parenting Board (CPB) met; the CPB agreed.": [],
        "[1.] The Central Policy Bureau (CPB) met; the CPB agreed.": ["abbreviation-twice"],
    }
    for text, wanted in said.items():
        assert [key for key, _ in rules(text, parts=listed(board))] == wanted, text


def test_a_listed_long_form_that_lacks_a_word_is_found():
    parts = listed(("EHCP", "Education and Care Plan"))
    said = [key for key, _ in rules("[1.] Each EHCP is read.", parts=parts)]
    assert said == ["abbreviation-initials"]


def test_names_of_systems_in_a_list_need_no_initials():
    for short, long in (("MOSAIC", "our case system"), ("XML", "extensible markup language")):
        assert rules(f"[1.] The {short} is new.", parts=listed((short, long))) == []


def test_what_is_explained_twice_in_one_way_means_one_thing():
    text = (
        "The Corporate Parenting Board (CPB) met.\n\nThe corporate parenting board (CPB) met "
        "again.\n\nThe CPB is glad."
    )
    assert rules(text) == []


def test_letters_in_another_order_are_two_things_where_both_are_explained():
    text = (
        "The Child Social Care (CSC) team met the Children’s Centre Service (CCS). CSC and CCS "
        "agreed."
    )
    assert rules(text) == []
