"""Markdown and rests of HTML in a line: what stays, what goes, and what is told of it."""

from itertools import chain, product

from hypothesis import given
from hypothesis import strategies as st

from reports.conversion.lines import markup
from reports.language.inline import parse_inline
from reports.language.text import loose_marks
from reports.language.tokens import NoteMark, walk
from tests.cases import random_cases
from tests.sweeping import swept

OPENS, CLOSES = markup.NOTE_OPENS, markup.NOTE_CLOSES
SCRIPT = "A script or a style is no part of a report."
COMMENT = "A hidden comment is no part of a report."
SAFE = st.text("abc XYZ 0159 .,;:!?()%£’“”–/", max_size=60)


@swept(
    [
        *(("plain", "plain", []), ("so\u00adcial", "social", []), ("\ufeffFirst", "First", [])),
        *(("a\u200bb\u200dc", "abc", []), ("24\u00a0cases", "24 cases", [])),
        *(("24\u202fcases", "24 cases", []), ("a\x00b\x07c", "abc", [])),
        *(("a\tb\nc", "a\tb\nc", []), ("turn\u202eed", "turned", [])),
        ("lone\ud800sign", "lone\ufffdsign", []),
        (f"{OPENS}no note{CLOSES}", "no note", []),
        ("a<!-- gone -->b", "ab", [("<!-- gone -->", COMMENT)]),
        ("a<!-- two\nlines -->b", "ab", [("<!-- two lines -->", COMMENT)]),
        ("a<!-- never closed", "a<!-- never closed", []),
        (*("<script>x < 1</script>After", "After", [("<script>x < 1</script>", SCRIPT)]),),
        ("<STYLE type='a'>p{}</STYLE >z", "z", [("<STYLE type='a'>p{}</STYLE >", SCRIPT)]),
        ("kept <script>to the end", "kept ", [("<script>to the end", SCRIPT)]),
        ("<b>stays for now</b>", "<b>stays for now</b>", []),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4", []),
        (
            "<style>p{}</style>a<!--b-->",
            "a",
            [("<style>p{}</style>", SCRIPT), ("<!--b-->", COMMENT)],
        ),
    ]
)
def test_what_no_paper_holds_is_taken_out_and_told(text, left, taken):
    assert markup.whole(text) == (left, taken)


@swept(
    [
        *(("none", "none", []), ("A ![chart](a.png) end", "A  end", ["chart"])),
        *(("![](a.png)", "", [""]), ("![one](a) ![two](b)", " ", ["one", "two"])),
        ("<img src='a.png' alt='x'>after", "after", [""]),
        ("[no picture](a.png)", "[no picture](a.png)", []),
        ("![not closed](a", "![not closed](a", []),
        ("Good! [see](a)", "Good! [see](a)", []),
    ]
)
def test_pictures_are_taken_out_with_their_words(line, left, words):
    assert markup.pictures(line) == (left, words)


@swept(
    [
        *(("Fish &amp; chips", "Fish & chips"), ("&lt;b&gt; is a tag", "<b> is a tag")),
        *(("&#163;20 and &#xA3;30", "£20 and £30"), ("24&nbsp;cases", "24 cases")),
        *(("so&shy;cial", "social"), ("Q&A and R&D;", "Q&A and R&D;")),
        *(("&notanentity;", "&notanentity;"), ("<p>One</p>", " One "), ("a<br>b<br/>c", "a b c")),
        *(("<strong>bold</strong>", "bold"), ("10<sup>th</sup>", "10th")),
        *(('<span style="x">in</span>side', "inside"), ("<h2>Head</h2>", "Head")),
        ("<ul><li>one</li><li>two</li></ul>", "  • one  • two  "),
        ("<li>• one", " • one"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("<mailto:a@example.org>", "mailto:a@example.org"),
        ("3 < 4 and <unknown> 5", "3 < 4 and <unknown> 5"),
        ("**marks** _stay_", "**marks** _stay_"),
    ]
)
def test_tags_and_entities_are_resolved(line, left):
    assert markup.plain(line).split() == left.split()


@swept(
    [
        *(("one  ", True), ("one   ", True), ("one ", False), ("one", False), ("one\\", True)),
        *(("one<br>", True), ("one<BR />", True), ("one<br> and much more", False)),
        *(("one  \r\n", True), ("", False)),
    ]
)
def test_where_a_writer_broke_the_line(line, breaks):
    assert markup.ends_with_break(line) is breaks


@swept(
    [
        *(("plain", "plain"), ("**bold**", "**bold**"), ("a *lean* word", "a _lean_ word")),
        *(("***both***", "**_both_**"), ("2 * 3 * 4", "2 * 3 * 4"), ("2*3*4", "2*3*4")),
        *(("a **bold", "a bold"), ("** spaced ** words", "spaced words"), ("****", "")),
        *(("**a** and **b**", "**a** and **b**"), ("**a** and **b", "a and b")),
        *((r"\*no emphasis\*", "*no emphasis*"), (r"3\. of them", "3. of them")),
        *((r"C:\folder", r"C:\folder"), ("[[[dbs.overdue]]]", "[ [ [dbs.overdue] ] ]")),
        ("[[dbs.overdue]]", "[ [dbs.overdue] ]"),
        ("[one](https://example.org)", "[one](https://example.org)"),
        ("  many   spaces ", "many spaces"),
        (f"24{OPENS}At May.{CLOSES} audits", "24[[note: At May.]] audits"),
        (f"24{OPENS}a ]] b{CLOSES}", "24[[note: a ] ] b]]"),
        *(("[**[", "[ ["), ("]*]", "]*]"), ("[**[dbs.overdue]**]", "[**[dbs.overdue]**]")),
        ("a [**[dbs.overdue]**] **b", "a [ [dbs.overdue] ] b"),
        (f"[{OPENS}At May.{CLOSES}]", "[ [[note: At May.]] ]"),
        (f"**a{OPENS}b** c{CLOSES}", "a[[note: b c]]"),
        (f"24{OPENS}**{CLOSES}", "24"),
        ("", ""),
    ]
)
def test_a_line_in_the_written_language(line, kept):
    assert markup.written(line) == kept


@swept(
    [
        *(("**Checks**", "Checks"), ("*Checks*", "Checks"), ("_Checks_", "Checks")),
        *(("__Checks__", "Checks"), ("**_Checks_** made", "Checks made")),
        *(("dbs_overdue_count", "dbs_overdue_count"), ("(_Checks_)", "(Checks)")),
        *(("_Checks._", "Checks."), ("_Checks (late)_", "Checks (late)"), ("Checks**", "Checks")),
        (r"3\. Checks", "3. Checks"),
        (f"Checks{OPENS}At May.{CLOSES}", "Checks (At May.)"),
        ("  two   words ", "two words"),
        ("", ""),
    ]
)
def test_a_line_without_emphasis(line, left):
    assert markup.bare(line) == left


@swept(
    [
        *(("**all**", True, True), ("__all__", True, True), ("***all***", True, True)),
        *(("**all**:", True, True), ("**all**.", True, True), ("  **all** ", True, True)),
        *(("*all*", False, True), ("_all_", False, True), ("**some** of", False, False)),
        *(("**some** and **more**", False, False), ("** not **", False, False)),
        *(("****", False, False), ("plain", False, False), ("", False, False)),
    ]
)
def test_whether_all_of_a_line_is_emphasised(line, bold, emphasised):
    assert markup.is_bold(line) is bold
    assert markup.is_emphasised(line) is emphasised


@given(SAFE)
@random_cases(60)
def test_words_without_any_sign_pass_unchanged_but_for_spaces(words):
    plain = " ".join(words.split())
    assert markup.whole(words) == (words, [])
    assert markup.plain(words) == words
    assert markup.written(words) == plain
    assert markup.bare(words) == plain
    assert markup.written(f"**x{words}x**") == f"**{' '.join(f'x{words}x'.split())}**"


@given(st.text("*_[]\\ab \ue000\ue001", max_size=24))
@random_cases(60)
def test_whatever_signs_there_are_no_token_and_no_open_mark_is_left(words):
    kept = markup.written(markup.whole(words)[0])
    assert "[[" not in kept and "]]" not in kept
    assert kept == " ".join(kept.split())
    assert kept.count("a") == words.count("a") and kept.count("b") == words.count("b")


def lines(signs, longest):
    """Every line of up to `longest` of `signs`."""
    return map("".join, chain.from_iterable(product(signs, repeat=n) for n in range(longest + 1)))


def test_no_line_however_its_marks_stand_becomes_a_token_or_leaves_a_mark_open():
    for line in lines(("[", "]", "*", "**", "_", "\\", "`", "a"), 5):
        made = markup.written(line)
        assert "[[" not in made and "]]" not in made, line
        assert not [*loose_marks(parse_inline(made))], line
        assert "[[" not in markup.bare(line) and "]]" not in markup.bare(line), line
        again = markup.bare(made)
        assert "[[" not in again and "]]" not in again, line


def test_no_line_with_tags_links_or_notes_becomes_any_token_but_its_notes():
    signs = (
        "[",
        "]",
        "**",
        "<b>",
        "<",
        "&#91;",
        "(http://b.c)",
        OPENS,
        CLOSES,
        f"{OPENS}a{CLOSES}",
    )
    for line in lines(signs, 4):
        pieces = parse_inline(markup.written(markup.plain(line)))
        assert all(isinstance(one, NoteMark) for one in walk(pieces)), line
        assert not [*loose_marks(pieces)], line
