"""A page worked with the keyboard alone."""

ENOUGH_TABS = 150


def tab_to(page, selector):
    """Presses Tab until what `selector` names has the focus."""
    for _ in range(ENOUGH_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab never reached {selector}")


def follow(page, selector):
    """Goes to a link or button by Tab and presses Enter."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def typed(page, selector, text):
    """Goes to a box by Tab and types at its end."""
    tab_to(page, selector)
    page.keyboard.press("Control+End")
    page.keyboard.type(text)
