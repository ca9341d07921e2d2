"""Text to chips to text is the same, letter by letter: over every text of the papers kept here."""

import json

import pytest

from tests.browser.reading import assert_sound
from tests.sources import ROOT

PAPERS = ROOT / "fixtures" / "papers"
ROUND = """async (texts) => {
  const { toDoc, toText } = await import("/static/js/editor/text.js");
  return texts.filter((text) => toText(toDoc(text)) !== text);
}"""
KINDS = """async (text) => {
  const { toDoc } = await import("/static/js/editor/text.js");
  return toDoc(text).content.map(({ attrs, content }) => [attrs.mark, content.map((node) =>
    [node.type, node.text ?? node.attrs.token, ...(node.marks ?? []).map((mark) => mark.type)])]);
}"""
MADE_TO_BREAK_IT = (
    *("", " ", "\n", "\n\n", "a\n\n", "\n\na", "  \n  a", "a\n \n\nb  ", "\ta"),
    *("i. one\nii. two\n  * three\n\n* four", "* ", "i.", "vii. x", "civil. x", "1. a\n10.  b"),
    *("**a** _b_ c_d_e **", "**", "__", "_ a_", "**a _b_ c** d", "a _**b** c_", "****"),
    *("[[", "]]", "[[a.b", "[[a.b]]]", "[[[a.b]]", "[[a.b]] [[c.d @e | percent base]]"),
    *("[[note: one\ntwo]] three", "**[[a.b]]**", "_[[a.b]]_.", "x[[a.b]]y", "\u0000 [[a.b]]"),
    *("[a](https://b.example/(c)) d", "[a](nowhere)", "[**a**](https://b.example)", "a | b | c"),
    *("é è ü – “quoted” ’", "𝒳 **𝒳** _é_", "a\u00a0b", "24/7 and/or 1/2"),
)


def texts_in(value):
    """Every string in a value of JSON."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in texts_in(each)]


def every_text():
    """The strings of the papers kept as files, and the seeds whole."""
    papers = [json.loads(path.read_text(encoding="utf-8")) for path in PAPERS.glob("*.json")]
    seeds = [path.read_text(encoding="utf-8") for path in (PAPERS / "seeds").iterdir()]
    return [*texts_in(papers), *seeds]


@pytest.mark.long
def test_every_text_of_the_papers_comes_back_as_it_was(editor):
    texts = every_text()
    assert len(texts) > 1_000
    assert editor.evaluate(ROUND, texts) == []


@pytest.mark.long
def test_texts_made_to_break_it_come_back_as_they_were(editor):
    assert editor.evaluate(ROUND, list(MADE_TO_BREAK_IT)) == []


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**a** [[c.d]]", [["", [["text", "a", "strong"], ["text", " "], ["chip", "[[c.d]]"]]]]),
        ("i. _a_\n* b", [["i.", [["text", "a", "em"]]], ["*", [["text", "b"]]]]),
        ("[a](https://b.example)", [["", [["text", "a", "link"]]]]),
        ("a_b_c ** d", [["", [["text", "a_b_c ** d"]]]]),
        ("**[[c.d]]**", [["", [["chip", "[[c.d]]", "strong"]]]]),
        ("civil. x", [["", [["text", "civil. x"]]]]),
    ],
)  # fmt: skip
def test_marks_items_links_and_chips_are_seen(editor, text, lines):
    assert editor.evaluate(KINDS, text) == lines


@pytest.mark.long
def test_a_paragraph_that_is_only_opened_and_saved_is_not_changed(editor, paper):
    text = "_**a**_ and **b****c** d\n \n* d  \n\n\n\n[[looked_after.children]] e"
    paper.blocks.filter(slug="children").update(text=text)
    editor.goto(editor.url)
    editor.wait_for_selector(".ProseMirror .app-chip")
    assert editor.input_value("#id_text") == text
    editor.focus(".ProseMirror")
    editor.keyboard.press("End")
    editor.keyboard.type("!")
    editor.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    first, *rest = editor.input_value("#id_text").split("\n")
    assert first.endswith("!") and rest == text.split("\n")[1:]
    assert_sound(editor)
