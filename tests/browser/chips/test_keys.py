"""A chip goes in, is passed, marked, taken out and brought back whole, and what is typed beside it
stays."""

import pytest

from tests.browser.chips.writing import (
    ACTED,
    BOX,
    CHILDREN,
    at_the_end,
    press,
    set_text,
    text_of,
    write,
)
from tests.browser.reading import assert_at, assert_sound

pytestmark = pytest.mark.long

MARKED = ".app-chip--marked"


def test_no_code_is_seen_and_each_chip_says_what_it_is(editor):
    words = editor.inner_text("main")
    assert "[[" not in words and "@" not in words
    chips = editor.locator(f"{BOX} .app-chip")
    assert chips.all_inner_texts() == ["188", "fell from 210 to 188"]
    name = chips.first.get_attribute("aria-label")
    assert name == "188, Children looked after, 1 December 2015, live figure"
    tree = editor.locator(BOX).aria_snapshot()
    assert f'button "{name}"' in tree and tree.startswith('- textbox "Text"')
    assert_sound(editor)


def test_a_letter_behind_a_chip_never_takes_its_place(editor):
    set_text(editor, f"We had {CHILDREN} children")
    press(editor, *["ArrowLeft"] * len(" children"))
    press(editor, "ArrowLeft")
    assert editor.inner_text(MARKED) == "188"
    write(editor, "x")
    assert text_of(editor) == f"We had {CHILDREN}x children"
    press(editor, "Backspace", "ArrowLeft", "ArrowLeft")
    write(editor, "y")
    assert text_of(editor) == f"We had y{CHILDREN} children"
    press(editor, "ArrowRight")
    write(editor, "z")
    assert text_of(editor) == f"We had y{CHILDREN}z children"


def test_it_is_taken_out_whole_by_the_second_press_and_comes_back_as_it_was(editor):
    set_text(editor, f"We had {CHILDREN}")
    press(editor, "Backspace")
    assert editor.locator(MARKED).count() == 1
    assert editor.inner_text(".app-editor__told").startswith("188, Children looked after, 1 Dec")
    assert text_of(editor) == f"We had {CHILDREN}"
    press(editor, "Backspace")
    assert text_of(editor) == "We had "
    press(editor, "Control+z")
    assert text_of(editor) == f"We had {CHILDREN}"
    press(editor, "Control+y")
    assert text_of(editor) == "We had "


def test_the_key_that_deletes_forwards_does_the_same(editor):
    set_text(editor, f"{CHILDREN} children")
    press(editor, "Home", "Delete")
    assert editor.locator(MARKED).count() == 1
    press(editor, "Escape")
    assert editor.locator(MARKED).count() == 0
    press(editor, "ArrowLeft", "ArrowLeft", "Delete", "Delete")
    assert text_of(editor) == " children"


def test_a_phone_that_sends_no_keys_marks_it_first_too(editor):
    set_text(editor, f"We had {CHILDREN}")
    ask = """box => { const event = new InputEvent("beforeinput",
        { inputType: "deleteContentBackward", bubbles: true, cancelable: true });
        document.querySelector(box).dispatchEvent(event); return event.defaultPrevented; }"""
    assert editor.evaluate(ask, BOX)
    assert editor.locator(MARKED).count() == 1 and CHILDREN in text_of(editor)
    assert editor.evaluate(ask, BOX)
    assert text_of(editor) == "We had "


def test_a_selection_across_a_chip_is_deleted_and_undone_whole(editor):
    set_text(editor, f"We had {CHILDREN} children.")
    press(editor, *["Shift+ArrowLeft"] * 12, "Delete")
    assert CHILDREN not in text_of(editor)
    press(editor, "Control+z")
    assert text_of(editor) == f"We had {CHILDREN} children."


@pytest.mark.parametrize("before", ["", "We had ", f"{CHILDREN}"])
@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("times_slower", [1, 20])
def test_composed_letters_beside_a_chip_are_written_once(editor, before, behind, times_slower):
    client = editor.context.new_cdp_session(editor)
    client.send("Emulation.setCPUThrottlingRate", {"rate": times_slower})
    set_text(editor, f"{before}{CHILDREN}")
    if not behind:
        press(editor, "Home", *["ArrowRight"] * (len(before) if "[[" not in before else 1))
    for text in ("´", "é"):
        client.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": 1, "selectionEnd": 1}
        )
        editor.evaluate(ACTED)
    client.send("Input.insertText", {"text": "é"})
    editor.evaluate(ACTED)
    wanted = f"{before}{CHILDREN}é" if behind else f"{before}é{CHILDREN}"
    assert text_of(editor) == wanted


def test_a_token_typed_by_hand_becomes_a_chip_and_its_value_is_asked_for(editor):
    set_text(editor, "The date is ")
    with editor.expect_response("**/tokens/"):
        write(editor, "[[date:position]]")
    editor.wait_for_selector(f"{BOX} .app-chip--date:text-is('1 December 2015')")
    assert text_of(editor) == "The date is [[date:position]]"
    set_text(editor, "")
    with editor.expect_response("**/tokens/"):
        write(editor, "[[date:never]]")
    chip = editor.wait_for_selector(f"{BOX} .app-chip--not-known")
    assert chip.inner_text() == "?" and "never" in chip.get_attribute("aria-label")


def test_lists_go_on_end_and_go_deeper(editor):
    set_text(editor, "We found:")
    press(editor, "Shift+Enter")
    write(editor, "i. one")
    press(editor, "Enter")
    write(editor, "two")
    press(editor, "Enter", "Control+]")
    write(editor, "deeper")
    press(editor, "Control+[", "Enter", "Enter")
    write(editor, "After.")
    assert text_of(editor) == "We found:\ni. one\nii. two\niii. deeper\n\nAfter."
    shown = editor.locator(f"{BOX} [data-mark]").evaluate_all("all => all.map(e => e.dataset.mark)")
    assert shown == ["i.", "ii.", "iii."]
    at_the_end(editor)
    press(editor, "Home", "ArrowLeft", "Home", "Backspace")
    assert text_of(editor) == "We found:\ni. one\nii. two\ndeeper\n\nAfter."
    for mark, following in (("h.", "i."), ("9.", "10."), ("*", "*"), ("b.", "c."), ("ix.", "x.")):
        set_text(editor, f"{mark} a")
        press(editor, "Enter")
        write(editor, "b")
        assert text_of(editor) == f"{mark} a\n{following} b"
    set_text(editor, "h. a\ni. b")
    press(editor, "Enter")
    write(editor, "c")
    assert text_of(editor) == "h. a\ni. b\nj. c"


def test_the_buttons_over_the_text_are_one_stop_and_do_what_they_say(editor):
    set_text(editor, "one")
    press(editor, "Shift+Tab")
    buttons = editor.locator("[role=toolbar] button")
    assert buttons.all_inner_texts() == ["Insert", "List", "Bold", "Italic", "Undo", "Redo"]
    assert editor.evaluate("document.activeElement.textContent") == "Insert"
    press(editor, "ArrowRight", "Enter")
    assert text_of(editor) == "* one"
    editor.keyboard.press("Control+a")
    for name, text in (("Bold", "* **one**"), ("Italic", "* **_one_**"), ("Undo", "* **one**")):
        editor.click(f"[role=toolbar] button:text-is('{name}')")
        assert text_of(editor) == text
    editor.click("[role=toolbar] button:text-is('Redo')")
    editor.click("[role=toolbar] button:text-is('List')")
    assert text_of(editor) == "**_one_**"
    press(editor, "Shift+Tab", "End", "ArrowRight")
    assert editor.evaluate("document.activeElement.textContent") == "Insert"
    press(editor, "ArrowLeft")
    assert editor.evaluate("document.activeElement.textContent") == "Redo"
    press(editor, "Tab")
    assert editor.evaluate("s => document.activeElement.matches(s)", BOX)


def test_bold_stands_against_words_whatever_was_selected(editor):
    set_text(editor, "one two three")
    press(editor, *["ArrowLeft"] * 5, *["Shift+ArrowLeft"] * 5, "Control+b")
    assert text_of(editor) == "one **two** three"


def test_the_text_itself_is_there_for_who_asks_for_it_and_stays_so(editor):
    editor.click("button:text-is('Show as text')")
    assert editor.is_visible("#id_text") and CHILDREN in editor.input_value("#id_text")
    editor.reload()
    assert editor.is_visible("#id_text") and not editor.locator(BOX).count()
    editor.click("button:text-is('Show with figures')")
    editor.wait_for_selector(f"{BOX} .app-chip")
    assert not editor.is_visible("#id_text")
    assert_sound(editor)


def test_what_is_written_is_kept_previewed_saved_and_told_of_when_somebody_was_first(editor, paper):
    with editor.expect_response("**/keep/**"), editor.expect_response("**/show/**"):
        set_text(editor, f"On that day {CHILDREN} children were with us.")
    editor.wait_for_selector("#preview >> text=On that day 188 children were with us.")
    paper.blocks.filter(slug="children").update(version=7)
    with editor.expect_navigation():
        editor.keyboard.press("Control+Enter")
    editor.wait_for_selector("text=Someone else changed this while you were writing")
    editor.wait_for_selector(f"{BOX} .app-chip:text-is('188')")
    assert "[[" not in editor.inner_text("main")
    editor.complaints.clear()  # the browser complains of the status 409 itself
    assert_sound(editor)
    editor.click("button:text-is('Save')")
    assert_at(editor, "#line-children")
    saved = paper.blocks.get(slug="children").text
    assert saved == f"On that day {CHILDREN} children were with us."


def test_ctrl_and_enter_saves(editor, paper):
    set_text(editor, f"On that day {CHILDREN} children were with us.")
    with editor.expect_navigation():
        editor.keyboard.press("Control+Enter")
    assert (
        paper.blocks.get(slug="children").text == f"On that day {CHILDREN} children were with us."
    )


def test_a_long_text_opens_as_text_and_a_middling_one_with_its_chips(editor, paper):
    long = f"{CHILDREN} children. " * 700
    for text, boxes in ((long[:19_000], 1), (long, 0)):
        paper.blocks.filter(slug="children").update(text=text)
        editor.goto(editor.url)
        assert editor.locator(BOX).count() == boxes
    editor.click("button:text-is('Show with figures')")
    assert editor.locator(f"{BOX} .app-chip").count() == 700


def test_without_a_script_the_text_box_is_there(without_script, sign_in, prepared, paper):
    sign_in(without_script, prepared)
    without_script.goto("/reports/assurance/january-2016/blocks/children/")
    assert CHILDREN in without_script.input_value("#id_text")
    without_script.click("[data-offers] summary")
    without_script.click("text=Open the list of what can be inserted")
    assert "[[looked_after.children]]" in without_script.inner_text("main")


def test_words_that_were_not_saved_are_offered_again_without_codes(editor):
    with editor.expect_response("**/keep/**"):
        set_text(editor, f"Not saved yet: {CHILDREN}")
    editor.goto(editor.url)
    box = editor.wait_for_selector(".app-unsaved:visible")
    assert "Not saved yet: 188" in box.inner_text() and "[[" not in editor.inner_text("main")
    editor.click("text=Take them up")
    editor.wait_for_selector(f"{BOX}:has-text('Not saved yet: 188')")
    assert text_of(editor) == f"Not saved yet: {CHILDREN}"


def test_sixty_texts_of_one_form_are_no_more_trouble_than_one(editor):
    opened = editor.evaluate(
        """async () => {
            const { ParagraphEditor } = await import("/static/js/editor/paragraph.js");
            const { Tokens } = await import("/static/js/editor/chips.js");
            const form = document.querySelector("form[data-chips]");
            const first = form.querySelector("textarea[data-editor]");
            const tokens = new Tokens(form);
            const before = performance.now();
            for (let number = 0; number < 60; number += 1) {
                const box = Object.assign(first.cloneNode(), { id: `more-${number}`, name: "" });
                const label = Object.assign(document.createElement("label"),
                    { htmlFor: box.id, textContent: `Text ${number}` });
                box.value = first.value;
                box.hidden = false;
                form.append(label, box);
                new ParagraphEditor(box, tokens);
            }
            return performance.now() - before;
        }"""
    )
    assert opened < 2_000
    assert editor.locator(f"{BOX} .app-chip").count() == 122
    editor.get_by_role("textbox", name="Text 59").focus()
    press(editor, "Control+End")
    write(editor, "!")
    editor.wait_for_function("document.querySelector('#more-59').value.endsWith('!')")
    assert not editor.complaints
