"""What a line begins with: headings, bullets, labels in every form, captions, and look-alikes."""

from hypothesis import given
from hypothesis import strategies as st

from reports.conversion.lines import marks
from reports.language import labels
from tests.cases import random_cases
from tests.sweeping import swept

WORDS = st.sampled_from(("Checks were made", "see below", "“Quoted” words", "24 of 36 cases"))


@swept(
    [
        *(("", ("", 0, False, "")), ("Plain words", ("Plain words", 0, False, ""))),
        *(("# Title", ("Title", 1, False, "")), ("### Part ###", ("Part", 3, False, ""))),
        ("###### Least", ("Least", 6, False, "")),
        ("####### Seven", ("####### Seven", 0, False, "")),
        ("#hashtag", ("#hashtag", 0, False, "")),
        ("## 3. Checks", ("Checks", 2, False, "3.")),
        ("## (a) Checks", ("Checks", 2, False, "(a)")),
        ("### **4.** Checks", ("Checks", 3, False, "4.")),
        *(("- point", ("point", 0, True, "")), ("* point", ("point", 0, True, ""))),
        *(("+ point", ("point", 0, True, "")), ("– point", ("point", 0, True, ""))),
        *(("— point", ("point", 0, True, "")), ("o point", ("point", 0, True, ""))),
        *(("o", ("", 0, True, "")), ("-", ("", 0, True, "")), ("•point", ("point", 0, True, ""))),
        *(("•  point", ("point", 0, True, "")), ("●\tpoint", ("point", 0, True, ""))),
        *(("✓ done", ("done", 0, True, "")), ("\uf0b7 point", ("point", 0, True, ""))),
        ("-5 degrees", ("-5 degrees", 0, False, "")),
        ("of the whole", ("of the whole", 0, False, "")),
        *(("-- two", ("-- two", 0, False, "")), ("- 3. Text", ("Text", 0, True, "3."))),
        *(("- a) text", ("text", 0, True, "a)")), ("1. Text", ("Text", 0, False, "1."))),
        *(("1) Text", ("Text", 0, False, "1)")), ("(1) Text", ("Text", 0, False, "(1)"))),
        *(("1.Text", ("Text", 0, False, "1.")), ("1.text", ("1.text", 0, False, ""))),
        *(("1.", ("", 0, False, "1.")), ("999. Text", ("Text", 0, False, "999."))),
        *(("1000. Text", ("1000. Text", 0, False, "")), ("7\tText", ("Text", 0, False, "7"))),
        *(("7   Text", ("Text", 0, False, "7")), ("7 Text", ("7 Text", 0, False, ""))),
        *(("3.1 Text", ("Text", 0, False, "3.1")), ("3.1. Text", ("Text", 0, False, "3.1."))),
        ("3.1) Text", ("Text", 0, False, "3.1)")),
        ("3.1.4.1 Text", ("Text", 0, False, "3.1.4.1")),
        ("3.1 of these", ("3.1 of these", 0, False, "")),
        ("3.1", ("", 0, False, "3.1")),
        ("3.1% of these", ("3.1% of these", 0, False, "")),
        *(("a) text", ("text", 0, False, "a)")), ("(a) text", ("text", 0, False, "(a)"))),
        *(("a. text", ("text", 0, False, "a.")), ("A. Text", ("Text", 0, False, "A."))),
        *(("(A) Text", ("Text", 0, False, "(A)")), ("iv. text", ("text", 0, False, "iv."))),
        *(("iv) text", ("text", 0, False, "iv)")), ("(xiv) text", ("text", 0, False, "(xiv)"))),
        ("(iiii) text", ("(iiii) text", 0, False, "")),
        ("(LAC) words", ("(LAC) words", 0, False, "")),
        ("etc. and more", ("etc. and more", 0, False, "")),
        *(("e.g. this", ("e.g. this", 0, False, "")), ("**1.** Text", ("Text", 0, False, "1."))),
        *(("**1. Text**", ("**Text**", 0, False, "1.")), ("*2.* text", ("text", 0, False, "2."))),
        ("_(a) text_", ("_text_", 0, False, "(a)")),
    ]
)
def test_the_mark_of_a_line(line, mark):
    found = marks.mark_of(line)
    assert (found.words, found.level, found.bullet, found.typed) == mark
    assert found.is_any == any(mark[1:])


@given(st.integers(1, 99), st.sampled_from(("number", "letter", "roman")), WORDS)
@random_cases(60)
def test_a_label_of_any_place_and_style_is_known_again(place, style, words):
    if style == "letter":
        place = (place - 1) % 26 + 1
    name = labels.label(place, style)
    forms = [f"{name})", f"({name})"]
    if style == "number":
        forms.append(f"{name}.")
    for typed in forms:
        if len(name) > 5:
            continue
        assert marks.label_of(f"{typed} {words}") == (typed, words)
        assert (style, place) in marks.styles_of(typed)
        assert marks.bare_label(typed) == name
        assert marks.form_of(typed) == typed.replace(name, "1" if style == "number" else "a")


@swept(
    [
        *(("1.", [("number", 1)]), ("(12)", [("number", 12)]), ("a)", [("letter", 1)])),
        *(("b.", [("letter", 2)]), ("c)", [("letter", 3), ("roman", 100)])),
        *(("(d)", [("letter", 4)]), ("i)", [("roman", 1), ("letter", 9)])),
        *(("(v)", [("roman", 5), ("letter", 22)]), ("x.", [("letter", 24), ("roman", 10)])),
        *(("l)", [("letter", 12), ("roman", 50)]), ("ii.", [("roman", 2)])),
        *(("IV.", [("roman", 4)]), ("B.", [("letter", 2)]), ("ab)", []), ("", [])),
    ]
)
def test_what_a_label_can_be_likeliest_first(typed, styles):
    assert marks.styles_of(typed) == styles


@swept(
    [
        *(("1.", "1."), ("12.", "1."), ("(3)", "(1)"), ("3.2.1", "1.1.1"), ("iv)", "a)")),
        *(("(b)", "(a)"), ("IV.", "A."), ("C)", "A)")),
    ]
)
def test_how_a_label_is_written_whatever_its_number(typed, form):
    assert marks.form_of(typed) == form


@swept(
    [
        *(("Table 1: Grades", ("Table 1", "Grades")), ("Table 1. Grades", ("Table 1", "Grades"))),
        ("Table 1 – Grades", ("Table 1", "Grades")),
        *(("Table 12b Grades", ("Table 12b", "Grades")), ("TABLE 3", ("TABLE 3", ""))),
        *(("Fig. 2 Grades", ("Fig. 2", "Grades")), ("Fig 2: Grades", ("Fig 2", "Grades"))),
        ("Figure 10 - Grades", ("Figure 10", "Grades")),
        *(("Chart 4: Trend", ("Chart 4", "Trend")), ("Graph 1", ("Graph 1", ""))),
        *(("  Table 1: Grades ", ("Table 1", "Grades")), ("Table: Grades", None)),
        *(("Table A: Grades", None), ("The table 1 shows", None), ("Tables 1 and 2", None)),
        *(("Figures rose", None), ("", None)),
    ]
)
def test_captions_by_their_labels(line, found):
    assert marks.caption_of(line) == found


@swept(
    [
        *(("Annex B1 & B2 – Summary", ("Annex B1 & B2", "Summary")), ("Annexes:", None)),
        ("Annexes A-E", ("Annexes A-E", "")),
        *(("Annex A", ("Annex A", "")), ("Annex A: Plan", ("Annex A", "Plan"))),
        *(("Annex A — Plan", ("Annex A", "Plan")), ("Annex A Plan", ("Annex A", "Plan"))),
        *(("Annex A. Plan", ("Annex A", "Plan")), ("annex B - plan", ("annex B", "plan"))),
        *(("Annex  2:  Plan", ("Annex 2", "Plan")), ("Annex IV – Plan", ("Annex IV", "Plan"))),
        ("Appendix 3a – Plan", ("Appendix 3a", "Plan")),
        *(("Schedule 1: Terms", ("Schedule 1", "Terms")), ("Enclosure 2", ("Enclosure 2", ""))),
        ("Appendices 1 and 2 – Tables", ("Appendices 1 and 2", "Tables")),
        ("Appendices 1, 2 and 3", ("Appendices 1, 2 and 3", "")),
        ("Annexes A to C", ("Annexes A to C", "")),
        *(("Annex A (exempt)", ("Annex A", "(exempt)")), ("Annex A shows the plan", None)),
        *(("Annex a small house", None), ("The annex", None), ("Annexation of land", None)),
        ("", None),
    ]
)
def test_annexes_in_every_form(line, found):
    assert marks.annex_of(line) == found


@swept(
    [
        *(("Supervision", True), ("2015 in figures", True), ("“Good” practice", True)),
        *(("(Not) for publication", True), ("What did we find?", True)),
        ("X" * 100, True),
        ("X" * 101, False),
        *(("A", False), ("", False), ("Supervision.", False), ("Supervision:", False)),
        *(("supervision", False), ("One. Two", False), ("(unclosed", False), ("24", False)),
        ("Checks; ", True),
    ]
)
def test_words_that_could_head_others(words, could):
    assert marks.is_like_a_heading(words) is could


@swept(
    [
        *(("SCRUTINY PANEL", True), ("CHECKS 2015/16", True), ("DBS", False), ("DBSX", True)),
        *(("SCRUTINY Panel", False), ("1234", False), ("", False)),
        ("A" * 150, True),
        ("A" * 151, False),
    ]
)
def test_lines_in_capitals(words, capitals):
    assert marks.is_capitals(words) is capitals
