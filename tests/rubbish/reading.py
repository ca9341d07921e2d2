"""What a page holds, read from its HTML: forms with their fields, identifiers, links, and whatever
a strict content security policy would not run."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from reports.documents.formats import STANDALONE

BARE = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
TYPED = {"text", "email", "password", "search", "tel", "number", "textarea", "url"}


@dataclass
class Field:
    """A control of a form: what would be sent as it was drawn, and what may be chosen."""

    name: str
    kind: str
    sent: list = field(default_factory=list)
    choices: list = field(default_factory=list)

    @property
    def is_typed(self):
        """Whether a person types it freely."""
        return self.kind in TYPED

    @property
    def is_kept(self):
        """Whether a page has to show what was typed again; no page repeats a password."""
        return self.is_typed and self.kind != "password"


@dataclass
class Form:
    """A form of a page: where it is sent, and name → its fields as they were drawn."""

    action: str
    method: str
    fields: dict = field(default_factory=dict)

    def sent(self):
        """What a browser would send: name → list of values."""
        return {name: list(one.sent) for name, one in self.fields.items() if one.sent}


class Page(HTMLParser):
    """One page, read."""

    def __init__(self, answer):
        super().__init__(convert_charrefs=True)
        self.forms, self.ids, self.links, self.forbidden = [], set(), [], []
        self._form = self._area = self._select = self._script = self._style = None
        self.words = ""
        self.feed(answer.content.decode())
        self.close()

    def posted(self, address):
        """The forms that post to `address`, or to wherever the page is."""
        here = {"", address, address.partition("?")[0]}
        return [form for form in self.forms if form.method == "post" and form.action in here]

    def handle_starttag(self, tag, pairs):
        told = dict(pairs)
        if told.get("id"):
            self.ids.add(told["id"])
        if tag == "a":
            self.links.append(told.get("href") or "")
        self._refuse(tag, told)
        if tag == "form":
            self._form = Form(told.get("action") or "", (told.get("method") or "get").lower())
            self.forms.append(self._form)
        elif tag in ("input", "textarea", "select") and self._form and told.get("name"):
            self._control(tag, told)
        elif tag == "option" and self._select:
            self._select.choices.append(told.get("value", ""))
            if "selected" in told:
                self._select.sent.append(told.get("value", ""))

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area:
            # The one line break after the tag belongs to the markup.
            self._area.sent = [self._area.sent[0].removeprefix("\r").removeprefix("\n")]
            self._area = None
        elif tag == "select":
            self._select = None
        elif tag == "script":
            self._script = None
        elif tag == "style":
            self._style = None

    def handle_data(self, data):
        self.words += data
        if self._area:
            self._area.sent[0] += data
        if self._script and data.strip():
            self.forbidden.append(f"<script>{data[:60]}")
        # The policy names the digest of the sheet within an edition's own HTML file.
        if self._style and data != STANDALONE:
            self.forbidden.append(f"<style>{data[:60]}")

    def _control(self, tag, told):
        kind = tag if tag != "input" else (told.get("type") or "text").lower()
        if "disabled" in told:
            # No browser sends it.
            return
        one = self._form.fields.setdefault(told["name"], Field(told["name"], kind))
        if tag == "textarea":
            one.sent, self._area = [""], one
        elif tag == "select":
            self._select = one
        elif kind in ("radio", "checkbox"):
            one.choices.append(told.get("value", "on"))
            if "checked" in told:
                one.sent.append(told.get("value", "on"))
        elif kind != "file":
            one.sent.append(told.get("value") or "")

    def _refuse(self, tag, told):
        if tag == "script":
            self._script = told
        if tag == "style":
            self._style = tag
        for name, value in told.items():
            if name == "style" or name.startswith("on"):
                self.forbidden.append(f"{tag} {name}={value!r:.60}")
            if (value or "").strip().lower().startswith("javascript:"):
                self.forbidden.append(f"{tag} {name}={value!r:.60}")
