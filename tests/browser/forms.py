"""Forms as a person fills and sends them with a mouse."""

from tests.browser.reading import assert_refused, assert_sound

SAVE = "button:text-is('Save')"


def fill(page, **typed):
    """Types into boxes by the names of their fields."""
    for name, text in typed.items():
        page.fill(f"#id_{name}", text)


def fill_date(page, name, day):
    """Types a date such as `1 12 2015` into its three boxes."""
    for part, text in zip(("day", "month", "year"), day.split(), strict=True):
        page.fill(f"#id_{name}_{part}", text)


def open_lists(page):
    """Opens the lists of what can be inserted, as text."""
    page.click("[data-offers] summary")
    page.wait_for_selector("[data-offers] #date-figures-filter")


def send(page, button, answer):
    """Presses the button of this name; the next page says `answer`."""
    page.click(f"button:text-is('{button}')")
    page.wait_for_selector(f"text={answer}")


def send_refused(page, button="Save"):
    """Presses the button of this name; the form comes back, says so, and is sound."""
    page.click(f"button:text-is('{button}')")
    assert_refused(page)
    assert_sound(page)


def assert_changed_meanwhile(page):
    """Saves over what somebody else saved: the page says so first, and is sound."""
    send(page, "Save", "Someone else changed this while you were writing")
    page.complaints.clear()  # the browser complains of the status 409 itself
    assert_sound(page)


def payload(name, content):
    """A file as the browser is given it."""
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def presses(page):
    """A list that fills with the address of each form sent, the saving of text and what only asks
    left out."""
    sent = []

    def hear(request):
        writes = any(one in request.url for one in ("/blocks/", "/show/", "/keep/", "/tokens/"))
        if request.method == "POST" and not writes:
            sent.append(request.url.split("/", 3)[3])

    page.on("request", hear)
    return sent


def steps_of(sent):
    """What each of those forms does, by the end of its address."""
    steps = [address.split("?")[0].strip("/").split("/")[-2:] for address in sent]
    return ["carried" if "carried" in step else step[-1] for step in steps]
