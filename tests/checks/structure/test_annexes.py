"""Annexes of a paper: cited, listed, attached, exempt and to follow, in the ways of many councils;
each drawing with just the rules about structure that it breaks, advice marked as such."""

from reports.checks.rule import Severity
from tests.checks.drawn import found, of_family

STRUCTURE = of_family("structure")
WORDS = "Words of it stand here."
TWO = f"! [Annex A] Plan\n\n{WORDS}\n\n! [Annex B] Letter\n\n{WORDS}"
NUMBERED = TWO.replace("Annex A", "Appendix 1").replace("Annex B", "Appendix 2")
INNER = f"! [Annex A] Plan\n\n{WORDS}\n\n! [Annex B1 & B2] Posters\n\n{WORDS}"
THREE = f"{TWO}\n\n! [Annex C] Form\n\n{WORDS}"

# (what the text says, the annexes, the rules that find something above advice)
CASES = (
    # Right: every usual way to name two annexes.
    *(("See Annexes A and B.", TWO, []), ("See Annex A and Annex B.", TWO, [])),
    *(("See annexes A & B.", TWO, []), ("See Annexes A to B.", TWO, [])),
    ("See Annexes A–B.", TWO, []),
    ("The plan (Annex A) and the letter (Annex B) follow.", TWO, []),
    ("The plan [Annex A] and the letter [Annex B] follow.", TWO, []),
    ("Annex A has the plan. The letter is attached as Annex B.", TWO, []),
    ("See ANNEX A and ANNEX B.", TWO, []),
    ("See Appendices 1 and 2.", NUMBERED, []),
    ("See Appendix 1 (plan) and appendix 2 (letter).", NUMBERED, []),
    *(("See Annexes A, B1 and B2.", INNER, []), ("See Annex A, and Annexes B1 & B2.", INNER, [])),
    *(("See Annexes A, B and C.", THREE, []), ("See Annexes A to C.", THREE, [])),
    ("See Annexes A–C.", THREE, []),
    # Right: those of other documents, and words that are not labels.
    ("See Annexes A and B, and Annex F of the statutory guidance.", TWO, []),
    ("See Annexes A and B, and Appendix 5 to the Code.", TWO, []),
    ("See Annexes A and B. An annex may be long; annexes are read.", TWO, []),
    ("See Annexes A and B; the DfE’s Annex D is another.", TWO, []),
    # Right: none is named by its letter, so all are known from the list.
    ("All is told here.", TWO, []),
    ("The annexes hold more.", TWO, []),
    ("The papers attached hold more.", TWO, []),
    # Right: no annexes at all.
    ("All is told here.", "", []),
    ("Annex B of the framework is the form.", "", []),
    # Wrong: an annex that is not there.
    ("See Annexes A, B and D.", TWO, ["annex-not-there"]),
    ("See Annexes A and B; the form is at Annex C.", TWO, ["annex-not-there"]),
    ("See Appendices 1, 2 and 3.", NUMBERED, ["annex-not-there"]),
    ("See Annex 1, Annex A and Annex B.", TWO, ["annex-not-there"]),
    ("The form is at Annex A.", "", ["annex-not-there"]),
    ("See Appendix 2.", "", ["annex-not-there"]),
    ("See Annexes A, B1, B2 and B3.", INNER, ["annex-not-there"]),
    ("See Annexes A, B1 and B2, and Annex A1.", INNER, ["annex-not-there"]),
    # Wrong: one of them is named, and another is not.
    ("See Annex A.", TWO, ["annex-never-named"]),
    ("See Annex B.", TWO, ["annex-never-named"]),
    ("See Appendix 2.", NUMBERED, ["annex-never-named"]),
    ("See Annexes A and C.", THREE, ["annex-never-named"]),
    ("See Annex A.", THREE, ["annex-never-named", "annex-never-named"]),
    ("See Annexes B1 and B2.", INNER, ["annex-never-named"]),
    # Wrong: both.
    ("See Annexes A and C.", TWO, ["annex-never-named", "annex-not-there"]),
)
LABELS = (
    # (labels of the annexes, whether they are in order)
    (("Annex A", "Annex B", "Annex C"), True),
    *((("Appendix 1", "Appendix 2", "Appendix 3"), True), (("Annexe A", "Annexe B"), True)),
    *((("Appendix A", "Appendix B"), True), (("Appendix I", "Appendix II", "Appendix III"), True)),
    (("Annex A", "Annex B1", "Annex B2", "Annex C"), True),
    *((("Annex A", "Annex B1 & B2", "Annex C"), True), (("Annex A",), True)),
    *((("Annex A", "Annex C"), False), (("Annex A", "Annex B", "Annex D"), False)),
    *((("Annex B", "Annex A", "Annex C"), False), (("Annex A", "Annex A"), False)),
    *((("Annex A", "Annex B", "Annex B"), False), (("Appendix 1", "Appendix 3"), False)),
    (("Appendix 1", "Appendix 1"), False),
    (("Appendix 1", "Appendix 2", "Appendix 2"), False),
)


def structural(text, **said):
    """(rule, severity) of everything about structure in `text`."""
    rows = found(text, rules=STRUCTURE, **said)
    return [(one.rule.key, one.severity) for one in rows]


def named(text):
    """How severely the text is asked to name its annexes, for each."""
    return [severity for key, severity in structural(text) if key == "annex-never-named"]


def above_advice(text):
    return sorted(key for key, severity in structural(text) if severity != Severity.ADVICE)


def test_annexes_are_cited_listed_and_named_as_the_text_says():
    wrong = {}
    for said, annexes, rules in CASES:
        text = f"# Work\n\n[1.] Homes were seen. {said}\n\n{annexes}"
        if (got := above_advice(text)) != rules:
            wrong[said, annexes[:20]] = got
    assert wrong == {}


def test_the_same_holds_where_annexes_are_cited_in_a_list_or_a_recommendation():
    wrong = {}
    for said, annexes, rules in CASES:
        drawn = f"# Work\n\n[1.] We saw:\n\n* [a)] homes\n* [b)] {said}\n\n{annexes}"
        asked = f"# Work\n\n[1.] Homes were seen.\n\n> Note the work. {said}\n\n{annexes}"
        for text in (drawn, asked):
            if (got := above_advice(text)) != rules:
                wrong[said, text[:30]] = got
    assert wrong == {}


def test_an_annex_that_only_the_list_knows_is_advice_for_each():
    for annexes, count in ((TWO, 2), (NUMBERED, 2), (THREE, 3)):
        rows = named(f"# Work\n\n[1.] All is told here.\n\n{annexes}")
        assert rows == [Severity.ADVICE] * count, annexes


def test_a_paper_that_speaks_of_its_annexes_together_is_not_even_advised():
    for words in ("Both are enclosed.", "More is attached.", "See the supporting information."):
        assert not named(f"# Work\n\n[1.] {words}\n\n{TWO}"), words


def test_a_title_in_the_text_names_its_annex_and_one_word_does_not():
    long = TWO.replace("Plan", "Plan for homes").replace("Letter", "Letter to carers")
    both = "The plan for homes and the letter to carers stand with this paper."
    assert not named(f"# Work\n\n[1.] {both}\n\n{long}")
    assert above_advice(f"# Work\n\n[1.] See Annex A and the letter.\n\n{TWO}") == [
        "annex-never-named"
    ]


def test_labels_in_order_are_let_stand_and_others_found_once():
    wrong = {}
    for labels, is_right in LABELS:
        cited = ", ".join(labels)
        drawn = "\n\n".join(
            f"! [{label}] Thing {'abcde'[place]}\n\n{WORDS}" for place, label in enumerate(labels)
        )
        rules = [
            key
            for key in above_advice(f"# Work\n\n[1.] See {cited}.\n\n{drawn}")
            if key == "annex-labels"
        ]
        if bool(rules) == is_right:
            wrong[labels] = rules
    assert wrong == {}


def test_one_annex_without_words_is_found_where_the_others_have_theirs():
    for words, keys in (((1, 1), []), ((1, 0), ["annex-not-attached"]), ((0, 0), [])):
        first, second = (f"\n\n{WORDS}" if one else "" for one in words)
        drawn = f"! [Annex A] Plan{first}\n\n! [Annex B] Letter{second}"
        assert above_advice(f"# Work\n\n[1.] See Annexes A and B.\n\n{drawn}") == keys, words


def test_what_is_said_of_a_missing_annex_names_what_the_paper_has():
    for said, annexes, words in (
        ("See Annexes A, B and D.", TWO, "Annex D is cited, but the report has A, B."),
        ("See Annex A.", "", "Annex A is cited, but the report has no list of annexes."),
        ("See Annexes A and B.", INNER, "Annex B is cited, but the report lists B1 and B2."),
        ("See appendices 1 and 4.", NUMBERED, "Appendix 4 is cited, but the report has 1, 2."),
        ("See Annex B1.", TWO, "Annex B1 is cited, but the report lists B as one."),
    ):
        rows = found(f"# Work\n\n[1.] {said}\n\n{annexes}")
        got = [one.fault.says for one in rows if one.rule.key == "annex-not-there"]
        assert got == [words]
