"""Parts of a Word document read alone: settings, styles, lists, words of a paragraph."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.conversion.word import inline, styles
from reports.conversion.word.inline import Inline
from reports.conversion.word.numbering import Level, Numbering, _number
from reports.conversion.word.styles import Style, Styles
from tests.cases import random_cases
from tests.conversion.word.documents import NUMBERING, STYLES, level, part, run
from tests.sweeping import swept


def xml(inner, name="x"):
    """An element with these children in the namespace of Word."""
    more = 'xmlns:r="urn:r" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:m="urn:m"'
    return ElementTree.fromstring(part(name, inner, more))


def inlined(inner, links=None, notes=None):
    """The words of a paragraph's runs, read."""
    made = Inline(links or {}, lambda _kind, name: (notes or {}).get(name, ""))
    made.read(xml(inner, "p"))
    return made


@swept(
    [
        *(("7", 7), ("-7", -7), ("0", 0), ("", 5), ("seven", 5), ("7.5", 5), ("²", 5), ("٧", 5)),
        *(("--7", 5), ("-", 5), ("999999999", 999_999_999)),
        ("9" * 5000, 5),
    ]
)
def test_a_setting_that_is_a_whole_number(said, value):
    (element,) = xml(f'<w:a w:val="{said}"/>')
    assert styles.number(element, otherwise=5) == value


def test_settings_of_what_is_not_there():
    assert styles.number(None, otherwise=5) == 5
    assert styles.setting(None, otherwise="x") == "x"
    assert styles.child(None, "a") is None and styles.children(None, "a") == []
    assert styles.is_on(None) is False
    root = xml("<w:a><w:b w:val='1'/></w:a><w:a/>")
    assert styles.setting(styles.child(root, "a", "b")) == "1"
    assert styles.child(root, "a", "c", "d") is None
    assert len(styles.children(root, "a")) == 2 and styles.children(root, "b") == []
    assert styles.setting(root[0]) == "" and styles.local(root) == "x"
    assert styles.local(ElementTree.Comment("said")) == ""


@pytest.mark.parametrize(
    ("switch", "on"),
    [
        *(("<w:b/>", True), ('<w:b w:val="1"/>', True), ('<w:b w:val="true"/>', True)),
        *(('<w:b w:val="on"/>', True), ('<w:b w:val="0"/>', False)),
        *(('<w:b w:val="false"/>', False), ('<w:b w:val="off"/>', False)),
    ],
)
def test_a_switch_that_is_there_is_on_unless_it_is_turned_off(switch, on):
    assert styles.is_on(xml(switch)[0]) is on
    assert inlined(run("word", switch)).words == ("**word**" if on else "word")


@swept(
    [
        *((one, Style()) for one in ("Loop", "Nowhere", "")),
        *(("Title", Style(heading=1)), ("H1", Style(heading=2)), ("H2", Style(heading=3))),
        *(("Own", Style(heading=2)), ("Out", Style(heading=3)), ("TOC1", Style(contents=True))),
        *(("Num", Style(list_name="1")), ("Gone", Style(hidden=True))),
    ]
)
def test_what_a_style_says_with_those_it_is_based_on(name, style):
    assert Styles(xml(STYLES, "styles")).of(name) == style
    assert Styles(None).of(name) == Style()


@pytest.mark.parametrize(("said", "heading"), [(1, 2), (4, 5), (5, 6), (6, 6), (9, 6)])
def test_headings_of_words_own_styles_are_never_deeper_than_six(said, heading):
    rows = f'<w:style w:styleId="A"><w:name w:val="Heading {said}"/></w:style>'
    assert Styles(xml(rows)).of("A").heading == heading


def labels(*asked):
    """The labels of (list, level) in the lists that the tests have."""
    made = Numbering.read(xml(NUMBERING, "numbering"))
    return [found and found[0] for found in (made.label(*one) for one in asked)]


@swept(
    [
        ([("1", 0)] * 3, ["1.", "2.", "3."]),
        ([("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)], ["1.", "(a)", "(b)", "2.", "(a)"]),
        ([("1", 1), ("1", 0)], ["(a)", "2."]),
        ([("1", 2), ("1", 2), ("1", 1), ("1", 2)], ["i.", "ii.", "(b)", "i."]),
        ([("2", 0), ("2", 0)], ["•", "•"]),
        ([("4", 0), ("4", 1), ("4", 1), ("4", 0), ("4", 1)], ["1", "1.1", "1.2", "2", "2.1"]),
        ([("4", 1)], ["1.1"]),
        ([("1", 0), ("1", 0), ("3", 0), ("3", 0)], ["1.", "2.", "1.", "2."]),
        ([("1", 0), ("3", 0), ("1", 0)], ["1.", "1.", "2."]),
        ([("1", 0), ("4", 0), ("1", 0)], ["1.", "1", "2."]),
        ([("9", 0), ("1", 9), ("1", -1)], [None, None, None]),
        ([("1", 5)], [""]),
    ]
)
def test_automatic_numbers_as_a_reader_saw_them(asked, said):
    assert labels(*asked) == said


def abstract(*levels, more=""):
    """A document's lists with one of these levels, called 1."""
    rows = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    held = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{more}</w:num>'
    return Numbering.read(xml(rows + held))


def test_lists_that_begin_late_restart_never_or_are_overridden():
    late = abstract(level(0, "decimal", "%1)", start=7))
    assert [late.label("1", 0)[0] for _ in range(3)] == ["7)", "8)", "9)"]
    stays = abstract(
        level(0, "decimal", "%1."), level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
    )
    said = [stays.label("1", at)[0] for at in (0, 1, 1, 0, 1)]
    assert said == ["1.", "1.", "2.", "2.", "3."]
    other = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="Part %1"/></w:lvl></w:lvlOverride>'
    )
    replaced = abstract(level(0, "decimal", "%1."), more=other)
    assert [replaced.label("1", 0)[0] for _ in range(2)] == ["Part C", "Part D"]
    wild = '<w:lvlOverride w:ilvl="{}"><w:startOverride w:val="4"/></w:lvlOverride>'
    for place in (-1, 9, 20):
        far = abstract(level(0, "decimal", "%1."), more=wild.format(place))
        assert far.label("1", 0) == ("1.", 0)
    none = abstract(level(0, "none", "%1."))
    assert none.label("1", 0) == ("", 0)
    assert abstract(level(0, "decimal", "%1.", left=720)).label("1", 0) == ("1.", 720)


@given(st.integers(1, 400))
@random_cases(60)
def test_letters_go_on_as_word_writes_them_and_romans_add_up(count):
    letters = _number(count, "lowerLetter")
    assert set(letters) == {"abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26]}
    assert (len(letters) - 1) * 26 + "abcdefghijklmnopqrstuvwxyz".index(letters[0]) + 1 == count
    worth = [
        {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[one] for one in _number(count, "lowerRoman")
    ]
    pairs = zip(worth, [*worth[1:], 0], strict=True)
    assert sum(-here if here < after else here for here, after in pairs) == count
    assert _number(count, "upperRoman") == _number(count, "lowerRoman").upper()
    assert _number(count, "decimal") == str(count) == _number(count, "cardinalText")


def test_a_level_that_says_nothing_counts_from_one():
    assert Level() == Level("decimal", "", 1, True, 0)


INSERT, DELETE, SECRET = inline.INSERTED, inline.DELETED, inline.HIDDEN
RUNS = [
    (run("one ") + run("two"), "one two", []),
    (run("one", "<w:b/>") + run(" two", "<w:b/>"), "**one two**", []),
    (run("one ", "<w:b/>") + run("two"), "**one** two", []),
    (run("one", "<w:i/>"), "*one*", []),
    (run("one", "<w:b/><w:i/>"), "***one***", []),
    (run(" ", "<w:b/>") + run("two"), " two", []),
    (run("2 * 3 | 4_5 \\ 6"), r"2 \* 3 \| 4\_5 \\ 6", []),
    (run("a <b> & c"), "a &lt;b&gt; &amp; c", []),
    (run("# no heading"), r"\# no heading", []),
    (run("#hashtag"), "#hashtag", []),
    (run("* a point"), "* a point", []),
    (run("**a point"), r"\*\*a point", []),
    ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", []),
    ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb", []),
    ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a b", []),
    ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a\nb", []),
    ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co-op", []),
    ("<w:r><w:t>so</w:t><w:softHyphen/><w:t>cial</w:t></w:r>", "social", []),
    ('<w:r><w:sym w:font="W" w:char="F0FC"/></w:r>', "✓", []),
    ('<w:r><w:sym w:font="W" w:char="F0FF"/></w:r>', "•", []),
    (f"<w:ins>{run('new')}</w:ins>", "new", [("new", INSERT)]),
    ("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "", [("old", DELETE)]),
    (f"<w:moveFrom>{run('moved')}</w:moveFrom>", "", [("moved", DELETE)]),
    (f"<w:moveTo>{run('moved')}</w:moveTo>", "moved", [("moved", INSERT)]),
    (f"<w:ins><w:del>{run('both')}</w:del></w:ins>", "", [("both", DELETE)]),
    (f"<w:del>{run(' ')}</w:del>{run('on')}", "on", []),
    (run("secret", "<w:vanish/>") + run("said"), "said", [("secret", SECRET)]),
    (run("shown", '<w:vanish w:val="0"/>'), "shown", []),
    ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("7"), "7", []),
    (
        f"<w:sdt><w:sdtPr>{run('no')}</w:sdtPr><w:sdtContent>{run('yes')}</w:sdtContent></w:sdt>",
        "yes",
        [],
    ),
    (f"<w:smartTag>{run('Barset')}</w:smartTag>", "Barset", []),
    ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b", [("a+b", inline.FORMULA)]),
    ('<w:r><w:drawing><docPr descr="A map"/></w:drawing></w:r>', "", [("A map", inline.PICTURE)]),
    ("<w:r><w:pict/></w:r>", "", [("", inline.PICTURE)]),
    (run("a \ue000 b"), "a  b", []),
]


@swept(RUNS)
def test_the_words_of_a_paragraph_and_what_is_told_of_them(inner, words, told):
    made = inlined(inner)
    assert (made.words, made.told, made.boxes) == (words, told, [])


@swept(
    [
        ("https://example.org/a", "the plan", "[the plan](https://example.org/a)"),
        ("http://example.org", " the plan ", "[the plan](http://example.org)"),
        ("mailto:a@example.org", "write", "[write](mailto:a@example.org)"),
        ("mailto:a@example.org", "a@example.org", "a@example.org"),
        ("https://example.org", "https://example.org", "https://example.org"),
        ("javascript:alert(1)", "the plan", "the plan"),
        ("file:///c:/a.docx", "the plan", "the plan"),
        ("https://example.org/a b", "the plan", "the plan"),
        ("", "the plan", "the plan"),
        ("https://example.org", "[sic] plan", "[sic] plan"),
    ]
)
def test_only_links_that_lead_somewhere_safe_are_kept(address, words, written):
    made = inlined(f'<w:hyperlink r:id="r1">{run(words)}</w:hyperlink>', {"r1": address})
    assert made.words == written


def test_notes_and_boxes():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert inlined(run("24") + note, notes={"2": "{May}"}).words == "24{May}"
    assert inlined(run("24") + note).words == "24"
    box = f"<w:r><w:pict><w:txbxContent>{run('boxed')}</w:txbxContent></w:pict></w:r>"
    made = inlined(run("a") + box)
    assert (made.words, made.told, len(made.boxes)) == ("a", [], 1)
    gone = inlined(f"<w:del>{box}</w:del>")
    assert (gone.words, gone.boxes) == ("", [])
