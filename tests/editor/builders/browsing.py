"""A page of a table or list as a browser without a script has it: what it sends, its labels."""

from html.parser import HTMLParser
from urllib.parse import urlencode


class Controls(HTMLParser):
    """The controls of the form of a block in their order: (name, value), and what each is."""

    def __init__(self, page):
        super().__init__()
        self.sent, self.labels, self.names, self.presses = [], {}, {}, {}
        self.is_in = False
        self.select = self.textarea = self.label = self.button = None
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "form":
            self.is_in = "data-keep" in values
        if not self.is_in:
            return
        name = values.get("name")
        if tag == "input" and name and self._is_sent(values):
            usual = "on" if values.get("type") == "checkbox" else ""
            self.sent.append((name, values.get("value", usual)))
        if tag == "select":
            self.select = (name, [])
        if tag == "option" and self.select:
            self.select[1].append((values["value"], "selected" in values))
        if tag in ("textarea", "label", "button"):
            self.text = ""
            setattr(self, tag, values)

    @staticmethod
    def _is_sent(values):
        if values.get("type") in ("checkbox", "radio"):
            return "checked" in values
        return values.get("type") not in ("submit", "button")

    def handle_data(self, data):
        self.text += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_in = False
        if tag == "select" and self.select:
            name, options = self.select
            chosen = [value for value, selected in options if selected] or [options[0][0]]
            self.sent.append((name, chosen[0]))
            self.select = None
        if tag == "textarea" and self.textarea:
            self.sent.append((self.textarea["name"], self.text.removeprefix("\n")))
            self.textarea = None
        if tag == "label" and self.label:
            self.names[self.label["for"]] = " ".join(self.text.split())
            self.labels[self.names[self.label["for"]]] = self.label["for"]
            self.label = None
        if tag == "button" and self.button:
            if self.button.get("name") == "step":
                self.presses.setdefault(" ".join(self.text.split()), self.button["value"])
            self.button = None


class Builder:
    """The page of a table or list in a browser without a script."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.show(browser.get(address))

    def show(self, answer):
        """Takes the page that was answered."""
        self.answer = answer
        self.page = answer.content.decode()
        self.controls = Controls(self.page)
        self.values = dict(self.controls.sent)

    def tick(self, *labels):
        """Ticks the boxes called so."""
        for label in labels:
            self.values[self.controls.labels[label]] = "on"
        return self

    def untick(self, *labels):
        """Takes their ticks away."""
        for label in labels:
            del self.values[self.controls.labels[label]]
        return self

    def fill(self, name, value):
        """Gives a field a value."""
        assert name in self.values, f"{name} is none of {', '.join(self.values)}"
        self.values[name] = value
        return self

    def press(self, button):
        """Presses a button that saves nothing, and takes the page that follows."""
        self.post(step=self.controls.presses[button])
        assert self.answer.status_code == 200
        return self

    def save(self):
        """Presses Save; the answer."""
        self.post()
        return self.answer

    def post(self, **more):
        """Sends the form as a browser does."""
        sent = urlencode({**self.values, **more})
        kind = "application/x-www-form-urlencoded"
        self.show(self.browser.post(self.address, sent, content_type=kind))

    def ticked(self):
        """The labels of what is ticked, in their order."""
        names = self.controls.names
        return [names[name] for name, _value in self.controls.sent if name.endswith("-on")]
