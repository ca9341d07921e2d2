"""What is pasted into the editor, copied out of it, and dropped on it."""

import pytest

from tests.browser.chips.writing import BOX, CHILDREN, press, set_text, text_of
from tests.browser.reading import assert_sound

PASTE = """([selector, kinds]) => {
    const data = new DataTransfer();
    for (const [kind, text] of Object.entries(kinds)) data.setData(kind, text);
    const box = document.querySelector(selector);
    box.focus();
    box.dispatchEvent(new ClipboardEvent("paste",
        {clipboardData: data, cancelable: true, bubbles: true}));
}"""
COPY = """(selector) => {
    const data = new DataTransfer();
    document.querySelector(selector).dispatchEvent(
        new ClipboardEvent("copy", {clipboardData: data, cancelable: true, bubbles: true}));
    return Object.fromEntries(data.types.map((kind) => [kind, data.getData(kind)]));
}"""
DROP = """([selector, text]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    data.setData("text/html", `<b style="color: red">${text}</b>`);
    const box = document.querySelector(`${selector} p`).getBoundingClientRect();
    document.querySelector(selector).dispatchEvent(new DragEvent("drop", {dataTransfer: data,
        clientX: box.x + 1, clientY: box.y + 8, cancelable: true, bubbles: true}));
}"""
LIST = "mso-list:l0 level{} lfo1"
WORD = (
    "<html><head><style>p {margin: 0}</style></head><body>"
    "<p class=MsoNormal style='margin:0'>It <b style='mso-bidi-font-weight:normal'>gives</b> "
    "<i style='mso-bidi-font-style:normal'>some</i> "
    "<a href='https://example.org/a_(b)' style='color:red'>words</a>.<o:p></o:p></p>"
    f"<p style='{LIST.format(1)}'><span style='mso-list:Ignore'>·<span> </span></span>first</p>"
    f"<p style='{LIST.format(2)}'><span style='mso-list:Ignore'>o<span> </span></span>deeper</p>"
    "<table style='border:0'><tr><td style='width:5pt'>Place</td><td>[[date:position]]</td></tr>"
    "<tr><td>A</td><td>1</td></tr></table></body></html>"
)


def paste(page, **kinds):
    """Pastes what the clipboard holds: `html`, `plain`."""
    page.evaluate(PASTE, [BOX, {f"text/{kind}": text for kind, text in kinds.items()}])


@pytest.mark.long
def test_words_from_word_keep_their_looks_and_complain_of_no_style(editor):
    set_text(editor, "")
    paste(editor, html=WORD, plain="It gives some words.")
    assert text_of(editor) == (
        "It **gives** _some_ [words](https://example.org/a_(b)).\n* first\n  * deeper\n\n"
        "| Place | [[date:position]] |\n| A | 1 |"
    )
    assert editor.inner_text(f"{BOX} strong") == "gives"
    editor.wait_for_selector(f"{BOX} .app-chip:text-is('1 December 2015')")
    assert "cut it out and add it as a table" in editor.inner_text(".app-editor__told")
    assert_sound(editor)
    press(editor, "Control+z")
    assert text_of(editor) == ""


@pytest.mark.long
def test_a_paste_is_undone_alone(editor):
    set_text(editor, "one two")
    press(editor, *["Backspace"] * 3)
    paste(editor, plain="three")
    assert text_of(editor) == "one three"
    press(editor, "Control+z")
    assert text_of(editor) == "one "


@pytest.mark.long
def test_what_is_copied_out_has_its_tokens_and_comes_in_again_as_chips(editor):
    text = f"i. We had {CHILDREN}\nii. **more**"
    set_text(editor, text)
    press(editor, "Control+a")
    copied = editor.evaluate(COPY, BOX)
    assert copied["text/plain"] == text
    set_text(editor, "")
    paste(editor, html=copied["text/html"], plain=copied["text/plain"])
    assert text_of(editor) == text
    assert editor.inner_text(f"{BOX} .app-chip") == "188"


@pytest.mark.long
def test_plain_lines_and_tokens_are_pasted_as_they_are(editor):
    set_text(editor, "")
    paste(editor, plain=f"one\r\n\r\n* two {CHILDREN}")
    assert text_of(editor) == f"one\n\n* two {CHILDREN}"
    assert editor.locator(f"{BOX} .app-chip").count() == 1
    set_text(editor, "a b")
    paste(editor, html="<img src='https://example.org/a.png'>", plain="")
    assert text_of(editor) == "a b"


@pytest.mark.long
def test_what_is_dropped_from_elsewhere_comes_in_as_words(editor):
    set_text(editor, "end")
    editor.evaluate(DROP, [BOX, "begin "])
    assert text_of(editor) == "begin end"
    assert not editor.locator(f"{BOX} strong").count()
    assert_sound(editor)
