"""What was copied from Word, with its looks, is pasted into a paper."""

import pytest

from tests.browser.reading import assert_sound
from tests.make import drafts

DRAFT = "/reports/assurance/january-2016/"
PASTE = """([selector, html]) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    const box = document.querySelector(selector);
    box.focus();
    box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, cancelable: true}));
}"""
ITEM = "<p style='mso-list:l0 level{} lfo1'><span style='mso-list:Ignore'>{}<span> </span></span>"
WORD = (
    "<html><head><style>p {margin: 0}</style></head><body><h1>What came<o:p></o:p></h1>"
    "<p class=MsoNormal>It <b>gives</b> <i>some</i> <a href='https://example.org/a'>words</a>.</p>"
    "<p>Of this cohort:</p>"
    + ITEM.format(1, "·")
    + "first</p>"
    + ITEM.format(2, "o")
    + "deeper</p>"
    + ITEM.format(1, "(ii)")
    + "second</p><p><img src='file:///a.png'><script>alert(1)</script></p>"
    "<table><tr><td>Place</td><td>Number</td></tr><tr><td>A|B</td>"
    "<td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table></body></html>"
)
LIST = "<ol type='a'><li>one</li><li>two<ul><li>in <em>two</em></li></ul></li></ol><p>After.</p>"


def paste(page, selector, html):
    """Pastes `html` into a box, and gives what the box then holds and what is said."""
    page.evaluate(PASTE, [selector, html])
    page.wait_for_function("document.querySelector('.app-paste-status').textContent !== ''")
    return page.input_value(selector), page.inner_text(f"{selector} ~ .app-paste-status")


@pytest.mark.long
def test_a_page_of_word_is_pasted_shown_and_kept_with_its_headings_lists_and_table(
    page, sign_in, prepared
):
    paper = drafts.written(prepared, with_records=False)
    sign_in(page, prepared)
    page.goto(f"{DRAFT}add-several/?after=work")
    text, said = paste(page, "#id_text", WORD)
    assert text == (
        "# What came\n\nIt **gives** _some_ [words](https://example.org/a).\n\nOf this cohort:\n"
        "* first\n  * deeper\nii. second\n\n| Place | Number |\n| A/B | 1 2 |"
    )
    assert "Left out too: pictures, scripts." in said
    assert "A table inside a table was written as words." in said
    page.click("button:text-is('Show how it is split')")
    page.wait_for_selector("text=4 blocks, as they will be added")
    assert_sound(page)
    page.click("button:text-is('Add these 4')")
    page.wait_for_selector("text=4 blocks have been added.")
    assert paper.blocks.get(heading="What came").children.count() == 3
    page.goto(f"{DRAFT}blocks/purpose/")
    page.fill("#id_text", "")
    text, said = paste(page, "#id_text", LIST)
    assert text == "a. one\nb. two\n  * in _two_\n\nAfter."
    page.wait_for_selector("#preview li >> text=one")
    page.keyboard.press("Control+z")
    assert page.input_value("#id_text") != text
    page.goto(f"{DRAFT}add/cells/?after=work")
    text, _said = paste(page, "#id_rows", "<table><tr><td>A</td><td>B</td></tr></table>")
    assert text == "A | B"
