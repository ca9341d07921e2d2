"""Whatever a text holds: it becomes a draft that can be kept, and no word of it is lost."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from reports.conversion.results import NotAPaper
from reports.language import template
from tests.cases import random_cases
from tests.conversion.words_of import brought, faults, lost, strings

_MARKS = st.sampled_from(
    (
        *("", "", "", "1. ", "2. ", "3. ", "12. ", "1.1 ", "2.3.1 ", "a) ", "b) ", "d) ", "(i) "),
        *("ii. ", "iv. ", "A. ", "- ", "* ", "• ", "o ", "– ", "# ", "## ", "#### 4. ", "  - "),
        *("    * ", "- 3. ", "- a. ", "\t", "> ", "| ", "**", "1.", "Annex A – ", "Appendix 2: "),
        *("Table 1: ", "Fig. 2 ", "Reason: ", "Date: ", "Report of ", "Committee: ", " ", "\f"),
    )
)
_WORDS = st.sampled_from(
    (
        *("Summary", "Background", "Recommendations", "Annexes", "Abbreviations:", "Contact"),
        *("Wards affected: All", "Background papers: None", "SAFEGUARDING UPDATE", "Dear Ann"),
        *(
            *("The council counted 24 checks.", "and went on in small letters", "of these:"),
            "over 120",
        ),
        *("12 March 2019", "Scrutiny Committee", "**Supervision**", "*An idea.*", "DBS – a check"),
        *(
            *("North\tSouth", "| a | b |", "|---|---|", "[[dbs.overdue]]", "a **b", "e. coli", "…"),
            "7",
        ),
        *("i. within", "x" * 350, "Page 3 of 9", "___", "[a](https://b.uk)", "<b>bold</b>", "[ ]"),
    )
)
_LINES = st.lists(st.tuples(_MARKS, _WORDS, st.sampled_from(("\n", "\n\n", "  \n"))), max_size=25)


def _text(lines):
    return "".join(f"{mark}{words}{end}" for mark, words, end in lines)


@given(_LINES.map(_text))
@random_cases(300)
@example("1. 2. 3. 4.")
@example("|\n|\n||\n")
@example("# \n## \n1.\n\n2.\n")
@example("Recommendations\nReason: ___\n")
@example("- o\n- \n- 1.\n")
@example("1.7\n# e. coli\n")
def test_any_lines_become_a_draft_without_losing_a_word(text):
    try:
        made = brought(text)
    except NotAPaper as refused:
        assert str(refused).endswith(".")
        return
    assert faults(made) == []
    assert lost(text.replace("<b>", "").replace("</b>", ""), made) == {}
    template.read(made.template)


@given(
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))
    | st.binary(max_size=300)
)
@random_cases(30)
def test_any_signs_or_bytes_are_read_or_refused_with_a_sentence(data):
    try:
        made = brought(data)
    except NotAPaper as refused:
        assert str(refused).endswith(".")
    else:
        assert faults(made) == []


_BRACKETED = st.sampled_from(
    (
        *("[", "]", "[[", "]]", "*", "**", "***", "_", "__", "`", "\\", "<", ">", "<b>", "</b>"),
        *("<!--", "-->", "&#91;", "&#93;", "&shy;", "\u200b", "\u00a0", "![", "](a)", "(", ")"),
        *(
            *("\n", "\n\n", "  \n", "-\n", "\t", "|", "# ", "- ", "1. ", "a) ", "Reason: "),
            "Table 1: ",
        ),
        *("Annex A – ", "Title: ", "Recommendations\n", "Abbreviations\n", "Annexes\n", " – "),
        *("dbs.overdue", "note: a", "a", "7", " "),
    )
)


@given(st.lists(_BRACKETED, max_size=30).map("".join))
@random_cases(300)
@example("[**[dbs.overdue]**]")
@example("[*[\n]*]")
@example("# [\\[a]\\]")
@example("| [*[ | ]*] |\n|---|---|\n| a | 7 |")
@example("Abbreviations\n| [[a | b]] |\n| [[c]] | d |")
def test_no_text_that_is_imported_holds_a_token(text):
    try:
        made = brought(text)
    except NotAPaper:
        return
    assert faults(made) == []
    assert [one for one in strings((made.paper, made.head)) if re.search(r"\[\[|\]\]", one)] == []
