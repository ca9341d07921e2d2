"""Citations in a numbered paper, in the ways of many councils: those that lead somewhere are let
stand, each that leads nowhere is found, and labels that go wrong are found in every place."""

from tests.checks.drawn import found

PAPER = """# [1.] Purpose

[1.1] {said}

[1.2] It was asked for in July 2015.

# [2.] Homes

[2.1] Homes were seen in three ways:

* [(a)] by day
* [(b)] by night
* [(c)] unannounced

[2.2] Homes were warm.

Table: Table 1: Visits to homes
| Home | Visits |
| Abbey House | 14 |
| Elm House | 16 |

# [3.] Schools

[3.1] Schools were seen.

[3.2] Pupils were heard."""
RIGHT = (
    *("See paragraph 2.1.", "See paragraphs 2.1 and 3.2.", "See paragraphs 2.1 to 3.2."),
    *("See paragraphs 2.1–2.2, 3.1 and 3.2.", "See para 2.1(b).", "See paras 2.1 (a) and 2.1 (c)."),
    *("(See para. 2.2.)", "See paragraph 2.1, 2.2 and 3.1.", "See section 2."),
    *("See sections 2 and 3.", "See Section 3 below.", "See Table 1.", "Table 1 shows visits."),
    *("See table 1 below and section 3.", "See paragraph 14 of the statutory guidance."),
    "See paragraphs 8 to 10 of Schedule 2 to the Act.",
    "See paragraph 9 of the Council’s Constitution.",
    *("Working Together, paragraph 44, says so.", "The Code, at paragraph 7.9, says so."),
    *("Ofsted’s report says so at paragraph 31.", "The enquiry under section 47 was closed."),
    "A section 20 agreement is signed, and a section 11 audit is made.",
    "Exempt under paragraph 3 of Part 1 of Schedule 12A to the Act.",
    "See Table 4 in the report of the inspectors.",
    "See Figure 3 of the national review.",
    "A paragraph was added, and section heads met at table.",
)
WRONG = (
    *("See paragraph 4.1.", "See paragraph 2.3.", "See paragraph 7."),
    *("See paragraphs 2.1 and 3.3.", "See paragraphs 2.1 to 3.4.", "See paragraphs 3.1 to 2.1."),
    *("See paragraphs 3.2–3.1.", "See para 2.1(d).", "See paras 2.1 (a) and 2.1 (f)."),
    *("(See para. 1.9.)", "See section 4.", "See sections 2 and 5.", "See Table 2."),
    *("As tables 1 and 3 show, it is warm.", "See figure 2."),
    "Paragraph 3.7 of this report says why.",
)
# (what stood, what stands instead, the rule that finds it)
LABELS = (
    *(("[1.2]", "[1.1]", "numbers-in-order"), ("[1.2]", "[1.3]", "numbers-in-order")),
    *(("[2.1]", "[2.2]", "numbers-in-order"), ("[2.2]", "[2.3]", "numbers-in-order")),
    *(("[2.2]", "[2.1]", "numbers-in-order"), ("[3.2]", "[3.4]", "numbers-in-order")),
    *(("# [3.]", "# [2.]", "numbers-in-order"), ("[(b)]", "[(a)]", "items-in-order")),
    *(("[(b)]", "[(c)]", "items-in-order"), ("[(c)]", "[(b)]", "items-in-order")),
    ("[(c)]", "[(e)]", "items-in-order"),
)
FORMS = (
    *(("(a)", "(b)", "(c)"), ("a)", "b)", "c)"), ("a.", "b.", "c."), ("(i)", "(ii)", "(iii)")),
    *(("i.", "ii.", "iii."), ("1)", "2)", "3)"), ("(1)", "(2)", "(3)"), ("A.", "B.", "C.")),
)
OTHER = (
    # Papers numbered otherwise, all right.
    "# One\n\n[1.] It is.\n\n[2.] It was.\n\n# Two\n\n[3.] It will be.\n\n[4.] It may be.",
    "# One\n\n[1.] It is.\n\n[2.] It was.\n\n# Two\n\n[1.] It will be.\n\n[2.] It may be.",
    "# [1] One\n\n[1.1] It is.\n\n[1.2] It was.\n\n# [2] Two\n\n[2.1] It will be.",
    "# [1.0] One\n\n[1.1] It is.\n\n# [2.0] Two\n\n[2.1] It was.\n\n[2.2] It will be.",
    "# [1.] One\n\nIt is.\n\n# [2.] Two\n\nIt was.\n\n# [3.] Three\n\nIt will be.",
    "# [A.] One\n\nIt is.\n\n# [B.] Two\n\nIt was.\n\n# [C.] Three\n\nIt will be.",
    "# One\n\n[10.] It is.\n\n[11.] It was.\n\n# Two\n\n[12.] It will be.",
    "# One\n\n[1.1.1] It is.\n\n[1.1.2] It was.\n\n[1.2.1] It will be.\n\n[1.2.2] It may be.",
    (
        "# One\n\n## [a)] Two\n\n[1.] It is.\n\n## [b)] Three\n\n[2.] It was.\n\n"
        "# Four\n\n## [a)] Five\n\n[3.] It will be."
    ),
)


def above_advice(text):
    rows = found(text)
    return sorted({one.rule.key for one in rows if one.severity != "advice"})


def test_citations_that_lead_somewhere_are_let_stand():
    wrong = {said: above_advice(PAPER.format(said=said)) for said in RIGHT}
    assert {said: rules for said, rules in wrong.items() if rules} == {}


def test_each_citation_that_leads_nowhere_is_found_alone():
    wrong = {said: above_advice(PAPER.format(said=said)) for said in WRONG}
    assert {said: rules for said, rules in wrong.items() if rules != ["citation-missing"]} == {}


def test_the_right_ones_are_right_in_one_paragraph_too():
    assert above_advice(PAPER.format(said=" ".join(RIGHT))) == []


def test_a_label_that_is_wrong_is_found_by_its_rule():
    missed = {}
    text = PAPER.format(said="Homes were seen.")
    for old, new, rule in LABELS:
        rules = above_advice(text.replace(old, new, 1))
        if rules != [rule]:
            missed[old, new] = rules
    assert missed == {}


def test_a_list_is_held_to_its_row_in_every_form():
    wrong = {}
    for labels in FORMS:
        for row, is_right in (((0, 1, 2), True), ((0, 0, 1), False), ((0, 2, 1), False)):
            text = PAPER.format(said="Homes were seen.")
            for old, place in zip(("(a)", "(b)", "(c)"), row, strict=True):
                text = text.replace(f"* [{old}]", f"* <{labels[place]}>", 1)
            rules = above_advice(text.replace("<", "[").replace(">", "]"))
            if (rules == []) != is_right or set(rules) - {"items-in-order"}:
                wrong[labels, row] = rules
    assert wrong == {}


def test_papers_numbered_otherwise_are_right():
    wrong = {text: above_advice(text) for text in OTHER}
    assert {text: rules for text, rules in wrong.items() if rules} == {}


def test_sections_of_nought_are_cited_with_it_and_without():
    text = "# [1.0] One\n\n[1.1] {said}\n\n# [2.0] Two\n\n[2.1] It was.\n\n[2.2] It is."
    for said in ("See section 2.", "See section 2.0.", "See sections 1 and 2.", "See para 2.2."):
        assert above_advice(text.format(said=said)) == [], said
    for said in ("See section 3.", "See section 3.0.", "See para 2.3."):
        assert above_advice(text.format(said=said)) == ["citation-missing"], said
    skipped = text.format(said="It is.").replace("[2.0]", "[3.0]").replace("[2.", "[3.")
    assert above_advice(skipped) == ["numbers-in-order"]


def test_the_sentence_of_a_citation_says_what_there_is():
    for said, words in (
        ("See paragraph 7.", "Paragraph 7 is cited, but there is none: they run from 1.1 to 3.2."),
        ("See para 2.1(d).", "Paragraph 2.1(d) is cited, but paragraph 2.1 has no (d)."),
        (
            "See paragraphs 3.1 to 2.1.",
            "Paragraphs 3.1 to 2.1 are cited, but the range runs backwards.",
        ),
        ("See section 4.", "Section 4 is cited, but no section of the report has that number."),
        ("See Table 2.", "Table 2 is cited, but there is none of that number."),
    ):
        rows = found(PAPER.format(said=said))
        (got,) = [one.fault.says for one in rows if one.rule.key == "citation-missing"]
        assert got == words
