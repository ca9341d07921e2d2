"""Rows of labels: every right one is let stand, and every fault that can be put in is found."""

import itertools

from reports.checks.reading import PARAGRAPH, Line
from reports.checks.structure.annexes import labels_of
from reports.checks.structure.labels import BACK, SKIPPED, TWICE, bare, row_steps, style_of
from reports.checks.structure.typed_citations import cited, members
from reports.language.labels import label
from reports.verdicts.registry import RULES
from tests.checks.drawn import found

STYLES = ("number", "letter", "roman")
FORMS = ("{}.", "({})", "{})", "{}")
LENGTHS = range(2, 30)
IN_ORDER = [one for one in RULES if one.key.endswith("-in-order")]


def rows(length, start=1):
    """A right row of labels in every style and form."""
    for style, form in itertools.product(STYLES, FORMS):
        yield [form.format(label(place, style)) for place in range(start, start + length)]


def structural(text):
    return [one.rule.key for one in found(text, rules=IN_ORDER)]


def test_a_right_row_is_let_stand_in_every_style_and_form():
    wrong = [row for length in LENGTHS for row in rows(length) if list(row_steps(row))]
    assert wrong == []


def test_a_row_that_goes_on_from_another_is_let_stand():
    wrong = [row for start in (2, 5, 9) for row in rows(4, start) if list(row_steps(row))]
    assert wrong == []


def test_a_label_used_twice_is_found_wherever_it_stands():
    missed = []
    for row in rows(9):
        for place in range(1, 9):
            wrong = [*row[:place], row[place - 1], *row[place:]]
            steps = list(row_steps(wrong))
            if [(one.how, one.place) for one in steps] != [(TWICE, place)]:
                missed.append((wrong, steps))
    assert missed == []


def test_a_label_left_out_is_found_wherever_it_stands():
    missed = []
    for row in rows(9):
        for place in range(1, 8):
            wrong = [*row[:place], *row[place + 1 :]]
            steps = list(row_steps(wrong))
            if [(one.how, one.place) for one in steps] != [(SKIPPED, place)]:
                missed.append((wrong, steps))
    assert missed == []


def test_two_labels_that_changed_places_are_found():
    for row in rows(8):
        for place in range(2, 7):
            wrong = [*row]
            wrong[place], wrong[place + 1] = wrong[place + 1], wrong[place]
            hows = [one.how for one in row_steps(wrong)]
            assert hows[:2] == [SKIPPED, BACK], wrong


def test_a_row_that_starts_again_at_its_first_label_is_two_rows():
    for row in rows(5):
        assert list(row_steps([*row, *row])) == []


def test_the_style_of_a_row_is_the_one_in_which_all_of_it_can_be_read():
    said = {
        ("1.", "2."): "number",
        ("a)", "b)"): "letter",
        ("i.", "ii."): "roman",
        ("h)", "i)", "j)"): "letter",
        ("i)", "j)"): "letter",
        ("v.", "vi."): "roman",
        ("c)", "d)"): "letter",
        ("i)",): "roman",
        ("1.", "b)"): "",
        ("", "a"): "",
    }
    assert {row: style_of(list(row)) for row in said} == said
    assert [bare(one) for one in ("(a)", "B.", " iv) ", "12.")] == ["a", "b", "iv", "12"]


def paper(*labels):
    return "\n\n".join(f"[{one}] Something was done." for one in labels)


def test_numbers_of_paragraphs_may_run_on_start_again_and_go_on():
    right = (
        ("1.", "2.", "3."),
        ("5.", "6.", "7."),
        ("1.", "1.", "2.", "3.", "1.", "2.", "2.", "3."),
        ("1.", "2.", "3.", "1.", "2.", "4.", "5."),
        ("1.1", "1.2", "2.1", "2.2", "3.1"),
        ("1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2", "2.2", "3"),
        ("1.1", "1.1.1", "1.1.2", "1.2"),
        ("43.", "44.", "45."),
    )
    assert [row for row in right if structural(paper(*row))] == []


def test_numbers_that_skip_repeat_or_run_back_are_found_once():
    wrong = (
        ("1.", "2.", "4.", "5."),
        ("1.", "2.", "2.", "3."),
        ("1.", "2.", "3.", "5.", "6.", "7."),
        ("1.1", "1.2", "1.4", "1.5"),
        ("1.1", "1.1", "1.2"),
        ("2.", "3.", "6.", "7."),
        ("1.1", "1.2", "2.2", "2.3"),
    )
    said = {row: structural(paper(*row)) for row in wrong}
    assert {row: keys for row, keys in said.items() if keys != ["numbers-in-order"]} == {}


def test_a_far_number_in_another_section_opens_a_run_of_its_own():
    pack = "# Agenda\n\n[1.] One.\n\n[2.] Two.\n\n# Minutes\n\n[43.] Three.\n\n[44.] Four."
    assert structural(pack) == []
    near = pack.replace("43", "4").replace("44", "5")
    assert structural(near) == ["numbers-in-order"]


def test_letters_stand_in_order_within_one_section_only():
    sections = "# [1.] One\n\n## [a)] Aim\n\nIt was.\n\n## [b)] Work\n\nIt was.\n\n"
    assert structural(f"{sections}# [2.] Two\n\n## [a)] Aim\n\nIt was.") == []
    assert structural(f"{sections}## [b)] More\n\nIt was.") == ["letters-in-order"]


def test_a_paper_that_numbers_by_itself_has_no_faults_of_labels():
    text = (
        "# One\n\nA thing:\n\n1. first\n2. second\n\n## Two\n\nMore.\n\n> Note it.\n\n> Agree it."
    )
    assert structural(text) == []


def test_the_labels_of_a_citation_are_its_members_and_ranges():
    said = {
        "3-38": [("3", "38")],
        "3 to 38, 22 and 25–28": [("3", "38"), ("22", ""), ("25", "28")],
        "B1 & B2": [("B1", ""), ("B2", "")],
        "A to C": [("A", "C")],
        "4.1, 4.2(a) and 5": [("4.1", ""), ("4.2(a)", ""), ("5", "")],
        "7": [("7", "")],
    }
    assert {text: members(text) for text in said} == said


def test_the_labels_of_an_annex_are_read_from_its_name():
    said = {
        "Annex A": ("A",),
        "Annex B1 & B2": ("B1", "B2"),
        "Appendix 1": ("1",),
        "Appendix C:": ("C",),
        "ANNEX D –": ("D",),
        "Appendices 1, 2 and 3": ("1", "2", "3"),
        "A": ("A",),
        "": (),
    }
    assert {text: labels_of(text) for text in said} == said


OURS = {
    "see paragraph 7": ("paragraph", "7", ""),
    "see paras 3-38 above": ("paragraph", "3", "38"),
    "at paragraph 4.2(b) of this report": ("paragraph", "4.2(b)", ""),
    "set out at Annex B": ("annex", "B", ""),
    "is at Appendix 12": ("annex", "12", ""),
    "as Table 3 shows": ("table", "3", ""),
    "in Fig. 2": ("figure", "2", ""),
    "in Figure 2 below": ("figure", "2", ""),
    "as chart 4 has it": ("figure", "4", ""),
    "in section 5": ("section", "5", ""),
    "under recommendation 3": ("recommendation", "3", ""),
}
OTHERS = (
    *("paragraph 12 of the statutory guidance", "Annex M1 in the framework"),
    *("section 47 enquiries", "a section 20 arrangement", "section 11 of the Children Act 2004"),
    *("the Children Act 1989, section 17", "Recommendation 14 of the Munro review"),
    *("Ofsted’s Annex A", "a data set known as Annex A", "paragraph 3 of Schedule 12A"),
    *("Working Together, paragraph 9", "section 5 of its constitution", "paragraph 2 to the Code"),
)
NO_CITATIONS = (
    *("the figure 12% is right", "the section was closed", "in table order"),
    *("paragraph by paragraph", "an annexe with 12 beds", "Figures for 2015"),
    *("recommendations that matter", "tables 12,000 strong"),
)


def read(text):
    return list(cited(Line("para-1", "paragraph 1", PARAGRAPH, f"This is {text}, we say.")))


def test_a_citation_of_the_papers_own_things_is_read():
    for text, wanted in OURS.items():
        (one,) = read(text)
        assert (one.kind, one.label, one.to) == wanted, text
        assert not one.elsewhere, text


def test_a_citation_of_another_document_is_known_as_one():
    assert [text for text in OTHERS if any(not one.elsewhere for one in read(text))] == []


def test_what_is_no_citation_is_read_as_none():
    assert [text for text in NO_CITATIONS if read(text)] == []
