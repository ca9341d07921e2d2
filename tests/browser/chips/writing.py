"""What a person does in the editor, at the speed of a person: after each key the page has the time
to act, by its own clock, so that a busy machine sees the same order."""

TEXT = "#id_text"
BOX = ".ProseMirror"
ACTED = """() => new Promise((done) =>
    setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 20))"""
CHILDREN = "[[looked_after.children]]"


def text_of(page):
    """What is in the box of the form: it is written with the next frame."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    return page.input_value(TEXT)


def write(page, words):
    """Types."""
    for letter in words:
        page.keyboard.type(letter)
        page.evaluate(ACTED)


def press(page, *keys):
    """Presses keys one after another."""
    for key in keys:
        page.keyboard.press(key)
        page.evaluate(ACTED)


def set_text(page, text):
    """Gives the form another text, as words that are taken up again do."""
    page.evaluate(
        "([box, text]) => { const it = document.querySelector(box); it.value = text;"
        " it.dispatchEvent(new Event('input', { bubbles: true })); }",
        [TEXT, text],
    )
    at_the_end(page)


def at_the_end(page):
    """Puts the caret behind the last letter."""
    page.focus(BOX)
    page.evaluate(ACTED)
    press(page, "Control+End")


def choose(page, words):
    """Opens the chooser, looks for words and waits for the first of what they find."""
    page.keyboard.press("Control+Space")
    look_for(page, words)


def look_for(page, words):
    """Looks for words in the open chooser, and waits for what they find."""
    write(page, words)
    page.wait_for_selector(f"[data-answers='{words}'] [role=option][aria-selected=true]")


def select(page, words):
    """Selects words of the text as a mouse does: they stand in one stretch between chips."""
    found = page.evaluate(
        """([box, words]) => {
            const editor = document.querySelector(box);
            const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
            for (let one = texts.nextNode(); one; one = texts.nextNode()) {
                const at = one.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(one, at, one, at + words.length);
                return true;
            }
            return false;
        }""",
        [BOX, words],
    )
    assert found, words
    page.evaluate(ACTED)
