"""The forms of one entry: its words and what its page showed."""

import json
from collections.abc import Mapping

from django import forms

from reports.approvals.clearances.entries import WrittenEntry
from reports.editor.forms.blocks import TALL, BlockForm, clean_text

TEXT, VERSION = "text_", "version_"
# Where what was kept says over which versions it was typed.
VERSIONS = "versions"
LIST_HINT = "Begin a line with “i. ” or “* ” for a list."


class EntryForm(BlockForm):
    """The words of one entry of implications, with the digest of what the page shows of it."""

    submit = "Save without clearing"
    draws_each = True

    text = forms.CharField(
        label="Text",
        widget=forms.Textarea(attrs={**TALL, "rows": 8}),
        help_text=f"Leave a line empty between texts. {LIST_HINT}",
        error_messages={"required": "Write the text, or use the sentence that there are none"},
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def initial_of(self, block):
        """The text of the block."""
        return {"text": block.text}

    def show_again(self, digest):
        """Makes a form that was refused one of what the page shows now."""
        self.data = self.data.copy()
        self.data["digest"] = digest

    @property
    def boxes(self):
        """The fields in which something is written."""
        return [self[name] for name in self.fields if name == "text" or name.startswith(TEXT)]

    @property
    def words_of_entry(self) -> dict:
        """What the operations take of it."""
        return {"version": self.cleaned_data["version"], "text": self.cleaned_data["text"]}

    @staticmethod
    def kept_words(posted: Mapping) -> dict[str, str]:
        """What of a form that was sent is kept while somebody writes."""
        names = [name for name in posted if name == "text" or name.startswith(TEXT)]
        known = {name: posted[name] for name in posted if name.startswith(VERSION)}
        return {**{name: posted[name] for name in names}, VERSIONS: json.dumps(known)}


class ParagraphsForm(EntryForm):
    """The words of an entry of several paragraphs, each in its box, and of a further one."""

    def __init__(self, data=None, *, entry: WrittenEntry, initial=None, **kwargs):
        self.paragraphs, initial = entry.paragraphs, dict(initial or {})
        rows = entry.manuscript.paper.blocks
        self.versions = {row.slug: rows.standing_at(row.slug).version for row in self.paragraphs}
        initial |= json.loads(initial.pop(VERSIONS, "{}"))
        known = {f"{TEXT}{slug}" for slug in self.versions}
        gone = [initial[name] for name in initial if name.startswith(TEXT) and name not in known]
        # What was kept of a paragraph that was removed meanwhile is not lost.
        initial["text"] = "\n\n".join(filter(None, (initial.get("text", ""), *gone)))
        super().__init__(data, initial=initial, **kwargs)
        self.fields["text"].required = False
        self.fields["text"].label = "A further paragraph"
        for place, row in enumerate(self.paragraphs, 1):
            self._add(place, row)
        self.order_fields([*(f"{TEXT}{slug}" for slug in self.versions), "text"])
        self.helper.layout = None

    def _add(self, place, row):
        label = row.heading or f"Paragraph {place}"
        self.fields[f"{TEXT}{row.slug}"] = forms.CharField(
            label=label,
            initial=row.text,
            required=False,
            widget=forms.Textarea(attrs={**TALL, "rows": 6}),
            help_text=f"Empty it to take the paragraph out. {LIST_HINT}",
        )
        self.fields[f"{VERSION}{row.slug}"] = forms.IntegerField(
            widget=forms.HiddenInput, required=False, initial=self.versions[row.slug], min_value=0
        )

    def clean(self):
        """Each text tidied, or refused at its box."""
        fields = super().clean()
        for name in [name for name in fields if name.startswith(TEXT)]:
            try:
                fields[name] = clean_text(fields[name])
            except forms.ValidationError as wrong:
                self.add_error(name, wrong)
        return fields

    @property
    def words_of_entry(self) -> dict:
        """What the operations take of it: only paragraphs that the page had."""
        fields = self.cleaned_data
        paragraphs = {
            slug: (fields.get(f"{VERSION}{slug}") or 0, fields[f"{TEXT}{slug}"])
            for slug in self.versions
            if f"{TEXT}{slug}" in self.data
        }
        return {"text": fields["text"], "paragraphs": paragraphs}

    def at_version(self, version):
        """The form of what stands now: its page, of a conflict, saves over the others."""
        super().at_version(version)
        for row in self.paragraphs:
            self.data.setdefault(f"{TEXT}{row.slug}", row.text)
            self.data[f"{VERSION}{row.slug}"] = str(self.versions[row.slug])
        return self
