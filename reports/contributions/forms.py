"""Forms of a section: written in boxes for each block, and decided on."""

from dataclasses import dataclass

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.runtime.typography import with_capital
from reports.contributions.proposals import (
    AFTER,
    BEGIN,
    HEADING,
    OUT,
    PLACE,
    TEXT,
    RequestedBlock,
    faults,
    neighbours,
)
from reports.conversion.forms import SourceFileForm
from reports.editor.forms.blocks import PLAIN, TALL
from reports.language.structure import HOLDING

NEW = (
    "An empty line begins a new paragraph, “* ” a point of a list, “# ” a heading. You may paste "
    "from Word."
)
SHORT, LONG, LETTERS = 5, 14, 400


@dataclass(frozen=True)
class Boxes:
    """The boxes of one block: those of its words, and those of what else becomes of it."""

    block: RequestedBlock
    words: tuple
    more: tuple
    is_root: bool = False

    @property
    def is_used(self):
        """Whether something besides its words was said or is wrong."""
        boxes = [item for item in self.more if not item.name.startswith(f"{PLACE}-")]
        return any(box.value() or box.errors for box in boxes)


class ContributionForm(ConfirmedWordsForm):
    """Every block of a section with boxes of its own, filled with what was saved last."""

    draws_each = True

    def __init__(self, data=None, *, section, blocks, taken=None, **kwargs):
        self.section, self.blocks = section, blocks
        super().__init__(data, version=kwargs.pop("version", section.version), **kwargs)
        self.start = {}
        self.is_empty_section = not any(block.slug != section.slug for block in blocks)
        if self.is_empty_section:
            self._add(BEGIN, "Write the section", rows=20, help_text=NEW)
        for block in blocks:
            self._add_block(block)
        if BEGIN not in self.fields:
            self._add(BEGIN, "Paragraphs before the first", rows=SHORT, help_text=NEW)
        self.initial = {**self.start, **(section.words if taken is None else taken)}
        if self.is_bound:
            # A box that was not sent leaves its block as it is.
            self.data = self.data.copy()
            for name, value in self.start.items():
                if not name.startswith(f"{OUT}-"):
                    self.data.setdefault(name, value)

    def clean(self):
        """Puts what cannot be kept on its box."""
        fields = super().clean()
        for box, sentences in faults(self.blocks, fields).items():
            for sentence in sentences:
                self.add_error(box, sentence)
        return fields

    def words(self):
        fields = {name: _plain(value) for name, value in self.cleaned_data.items()}
        return {
            name: fields[name] for name in self.start if fields.get(name, "") != self.start[name]
        }

    def as_posted(self):
        """The same of what was posted, right or wrong: for the preview and for keeping it."""
        posted = {name: _plain(self.data.get(name, "")) for name in self.start}
        return {name: posted[name] for name in self.start if posted[name] != self.start[name]}

    @property
    def of_blocks(self):
        """The boxes of each block in order."""
        return [
            Boxes(
                block,
                tuple(self[f"{name}-{block.slug}"] for name in block.boxes),
                tuple(
                    self[f"{name}-{block.slug}"]
                    for name in (AFTER, PLACE, OUT)
                    if f"{name}-{block.slug}" in self.fields
                ),
                block.slug == self.section.slug,
            )
            for block in self.blocks
        ]

    def compared(self, newer):
        """What stands in each box here and in `newer`, saved meanwhile."""
        theirs = {**self.start, **newer.words}
        mine = {**self.start, **self.as_posted()}
        return [
            {"label": self.fields[name].label, "mine": mine[name], "theirs": theirs[name]}
            for name in self.start
            if mine[name] != theirs[name] or name in newer.words
        ]

    def rows_since(self, text):
        """What was typed and not saved beside what is saved, box by box where they differ."""
        saved, since = {**self.start, **self.section.words}, {**self.start, **text}
        return [
            {"label": self.fields[name].label, "before": saved[name], "after": since[name]}
            for name in self.start
            if saved[name] != since[name]
        ]

    def _add_block(self, block):
        name, written = with_capital(block.name), block.written
        if HEADING in block.boxes:
            label = "Caption" if "cells" in block.data else "Heading"
            box = forms.CharField(label=f"{label}: {name}", required=False, max_length=300)
            self._put(f"{HEADING}-{block.slug}", box, written[HEADING])
        if TEXT in block.boxes:
            rows = LONG if len(written[TEXT]) > LETTERS else SHORT
            self._add(f"{TEXT}-{block.slug}", name, rows=rows, start=written[TEXT])
        if block.slug == self.section.slug:
            return
        where = "under this heading" if block.kind in HOLDING else "after this"
        label = f"New paragraphs {where}: {name}"
        self._add(f"{AFTER}-{block.slug}", label, rows=SHORT, help_text=NEW)
        other = neighbours(self.blocks, block)
        if len(other) > 1:
            place = other.index(block) + 1
            choices = [(str(at), f"{at} of {len(other)}") for at in range(1, len(other) + 1)]
            box = forms.ChoiceField(label=f"Its place: {name}", choices=choices, required=False)
            self._put(f"{PLACE}-{block.slug}", box, str(place))
        box = forms.BooleanField(label=f"Leave it out: {name}", required=False)
        self._put(f"{OUT}-{block.slug}", box, "")

    def _add(self, name, label, *, rows, start="", help_text=""):
        pasted = "several" if name == BEGIN or name.startswith(AFTER) else "text"
        look = {**(TALL if pasted == "text" else PLAIN), "rows": rows, "data-paste": pasted}
        box = forms.CharField(widget=forms.Textarea(attrs=look), required=False, strip=False)
        box.label, box.help_text = label, help_text
        self._put(name, box, start)

    def _put(self, name, box, start):
        self.fields[name] = box
        self.start[name] = start


def _plain(value):
    if isinstance(value, bool):
        return "on" if value else ""
    return str(value or "").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


class SendBackForm(ConfirmedWordsForm):
    """What should change in a contribution."""

    submit = "Send it back"

    words = forms.CharField(
        label="Changes needed",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="They read it above the section, and get an e-mail about it.",
        error_messages={"required": "Enter what should change"},
    )


class DecideForm(GovukForm):
    """Which changes of a contribution are taken: one answer for each row of its review."""

    TAKE, LEAVE = "take", "leave"

    def __init__(self, *args, rows, seen, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = [row for row in rows if row.differs]
        for row in self.rows:
            self.fields[f"row-{row.key}"] = forms.ChoiceField(
                choices=[(self.TAKE, "Take it"), (self.LEAVE, "Leave it")],
                widget=forms.RadioSelect,
                initial="" if row.clash else self.TAKE,
                label=f"Action for {row.name}",
                error_messages={"required": "Both have changed: choose which to keep"},
            )
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, initial=seen)
        self.current = seen

    @property
    def is_stale(self):
        """Whether the paper or the contribution has changed since the page was made."""
        return self.is_bound and self.data.get("seen") != self.current

    def answers(self):
        """(row, its bound field) in order."""
        return [(row, self[f"row-{row.key}"]) for row in self.rows]

    def taken(self):
        """The keys of the rows to take."""
        return [row.key for row in self.rows if self.cleaned_data[f"row-{row.key}"] == self.TAKE]


class WordFileForm(SourceFileForm):
    """The Word file of a section, written and sent back."""

    file = forms.FileField(
        label="Word file of the section",
        help_text="The file that was downloaded here, with your changes (.docx).",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": "Choose the Word file",
            "invalid": "Choose the Word file",
            "empty": "The file is empty. Choose the file with the section",
        },
    )

    def __init__(self, *args, read, **kwargs):
        super().__init__(*args, **kwargs)
        self.read = read
