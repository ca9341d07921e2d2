"""Forms of one block, by its kind. Each gives the block's words: heading, text and data."""

import hashlib
import json

from django import forms
from django.core.exceptions import ValidationError

from assurance.govuk.forms import GovukForm
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.runtime.typography import with_capital
from reports.editor import pasted_text
from reports.language.block_data import DECISIONS
from reports.language.grammar import TOKEN
from reports.language.rules.exempt import CATEGORIES, EXEMPT, NO_CATEGORY, NO_INTEREST
from reports.language.text import problems, tidy
from reports.papers.manuscript import read
from reports.papers.rules.block_order import Spot
from reports.quotable.chips import chips, without_codes

# Sentences about one field: who pastes rubbish is not told of each bracket.
MOST_SAID = 12
# `data-paste` says what the script makes of text that was copied with its looks.
PLAIN = {"rows": 12, "spellcheck": "true", "data-paste": "text"}
# With figures as chips, where the page has its script.
TALL = {**PLAIN, "data-editor": ""}
SHORT = {"rows": 4, "spellcheck": "false"}
# Boxes of one line, which most often have nothing in them that is live.
SHORT_TEXTS = ("caption", "notes")
_OF_EXEMPT = ("state", "category", "interest")
_CATEGORIES = [(key, f"Paragraph {key}: {text}") for key, text in CATEGORIES.items()]
SENTENCE = {**SHORT, "spellcheck": "true", "data-paste": "text", "data-editor": ""}


def clean_text(typed):
    """The tidied text; raises ValidationError with a sentence for each fault."""
    text = tidy(typed)
    if result := problems(text):
        raise ValidationError(list(dict.fromkeys(item.sentence for item in result))[:MOST_SAID])
    return text


class BlockForm(ConfirmedWordsForm):
    """The ground of a block's form: `words()` gives what is saved; `manuscript` is its report's."""

    def __init__(self, data=None, *, block=None, manuscript=None, **kwargs):
        self.before = block.data if block else {}
        self.manuscript = manuscript
        initial = self.initial_of(block) if block else {}
        super().__init__(data, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)

    def free_words(self, value):
        """What was typed but for live figures, dates and records."""
        return TOKEN.sub(" ", super().free_words(value))

    def show_chips(self):
        """Makes boxes with chips of the short texts in which something is live."""
        for name in SHORT_TEXTS:
            if "[[" in str(self[name].value() or ""):
                attrs = {**SHORT, "rows": 2, "data-editor": ""}
                self.fields[name].widget = forms.Textarea(attrs=attrs)

    @classmethod
    def typed(cls, posted) -> dict[str, str]:
        """Field → what was sent of it, as it is kept while somebody writes."""
        widgets = {name: field.widget for name, field in cls.base_fields.items()}
        return {
            name: str(widget.value_from_datadict(posted, {}, name) or "")
            if hasattr(widget, "in_words")
            else posted.get(name, "")
            for name, widget in widgets.items()
        }

    def initial_of(self, block):
        """Field → value of a block."""
        return {"heading": block.heading, "text": block.text}

    def words(self):
        """heading, text and data as they are saved; data that this form does not ask for stay."""
        fields = self.cleaned_data
        texts = {name: fields.get(name, "") for name in ("heading", "text")}
        return {**texts, "data": dict(self.before)}

    def clean_text(self):
        """The text tidied."""
        return clean_text(self.cleaned_data["text"])

    def of_conflict(self, newer, context):
        """What the page of two wordings shows instead: no codes, and the chips of its text."""
        if not any("data-editor" in field.widget.attrs for field in self.fields.values()):
            return {}
        manuscript = read(newer.paper)
        tables = {name: context[name] for name in ("rows", "merged") if context.get(name)}
        plain = {name: [_plain(manuscript, row) for row in rows] for name, rows in tables.items()}
        tokens = TOKEN.findall(" ".join(str(value) for value in self.data.values()))
        made = json.dumps(chips(manuscript, tokens))
        return {**plain, "chips": made, "paper": newer.paper}


def _plain(manuscript, row):
    texts = without_codes(manuscript, [str(value or "") for value in row.values()])
    return dict(zip(row, texts, strict=True))


class SectionForm(BlockForm):
    """A heading over what stands in it."""

    heading = forms.CharField(
        label="Heading of the section",
        max_length=300,
        error_messages={"required": "Write the heading of the section"},
    )


class ParagraphForm(BlockForm):
    """A numbered paragraph."""

    heading = forms.CharField(
        label="Heading at the start of the paragraph", required=False, max_length=300
    )
    text = forms.CharField(
        label="Text",
        widget=forms.Textarea(attrs=TALL),
        help_text="Leave a line empty between texts. Begin a line with “i. ” or “* ” for a "
        "list. The number of the paragraph is added for you.",
        error_messages={"required": "Write the paragraph"},
    )


class SeveralForm(ConfirmedWordsForm):
    """Several blocks at once, pasted or typed: shown as they would be split, then kept."""

    submit = "Show how it is split"
    text = forms.CharField(
        label="Text",
        widget=forms.Textarea(attrs={**PLAIN, "rows": 20, "data-paste": "several"}),
        help_text="Paste from Word, or type. Each empty line begins a new paragraph; a list stays "
        "with the line that opens it; a line that begins with “# ” is a heading; bars between "
        "cells (| York | 12 |) make a table.",
        error_messages={"required": "Write or paste the paragraphs"},
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_text(self):
        """The text as `PastedText`; a fault is told with the number of its block."""
        pasted = pasted_text.split(self.cleaned_data["text"])
        if result := pasted_text.faults(pasted):
            raise ValidationError(result)
        return pasted

    @property
    def was_shown(self):
        """Whether exactly these blocks were shown before this press."""
        return self.cleaned_data["shown"] == self._mark()

    def show(self):
        """Makes the next press keep the blocks as they are shown now."""
        count = len(self.cleaned_data["text"].pieces)
        self.data = self.data.copy()
        self.data["shown"] = self._mark()
        self.helper.submit_words = "Add it" if count == 1 else f"Add these {count}"

    def _mark(self):
        return hashlib.sha256(repr(self.cleaned_data["text"]).encode()).hexdigest()


class AnnexForm(ParagraphForm):
    """An annex: its title and its summary; what else stands in it is added as blocks."""

    heading = forms.CharField(
        label="Title of the annex",
        max_length=300,
        error_messages={"required": "Write the title of the annex"},
        help_text="Its letter or number is added for you.",
    )
    text = forms.CharField(
        label="Text",
        required=False,
        widget=forms.Textarea(attrs=TALL),
        help_text="Tables, lists and further paragraphs of the annex are added once it is saved.",
    )
    category = forms.ChoiceField(
        label="Exempt from publication",
        required=False,
        choices=[("", "No: everybody can read it"), *_CATEGORIES],
        help_text=(
            "The open report then prints the title, the paragraph of Schedule 12A to the Local "
            "Government Act 1972 and the sentence below, and nothing else of the annex."
        ),
    )
    interest = forms.CharField(
        label="Why the public interest in keeping it exempt outweighs that in disclosing it",
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "true"}),
        required=False,
        max_length=1000,
        help_text="One or two sentences that everybody can read. Only for an exempt annex.",
    )

    def initial_of(self, block):
        fields = {name: block.data.get(name, "") for name in ("category", "interest")}
        return {**super().initial_of(block), **fields}

    def clean(self):
        """Refuses an exempt annex without its sentence, and a sentence without a category."""
        cleaned = super().clean()
        category, interest = (cleaned.get(name, "") for name in ("category", "interest"))
        if category and not interest.strip():
            self.add_error("interest", NO_INTEREST)
        if interest.strip() and not category:
            self.add_error("category", NO_CATEGORY)
        return cleaned

    def words(self):
        text, value = super().words(), self.cleaned_data
        data = {name: item for name, item in text["data"].items() if name not in _OF_EXEMPT}
        if value["category"]:
            data |= {"state": EXEMPT, "category": value["category"], "interest": value["interest"]}
        elif self.before.get("state", EXEMPT) != EXEMPT:
            data["state"] = self.before["state"]
        return {**text, "data": data}


class RecommendationForm(BlockForm):
    """What the committee is asked to do, and why."""

    decision = forms.ChoiceField(
        label="Kind of decision that it asks for",
        choices=[(item, with_capital(item)) for item in DECISIONS],
    )
    text = forms.CharField(
        label="Recommendation",
        widget=forms.Textarea(attrs=SENTENCE),
        help_text="Begin with the verb, in small letters, and cite the paragraphs that it "
        "rests on: find them by Insert, or in the list below.",
        error_messages={"required": "Write the recommendation"},
    )
    reason = forms.CharField(
        label="Reason",
        widget=forms.Textarea(attrs=SENTENCE),
        required=False,
        help_text="Why the committee is asked. Recommendations with the same reason print it once.",
    )

    def initial_of(self, block):
        data = block.data
        kept = {"decision": data.get("kind", ""), "reason": data.get("reason", "")}
        return {"text": block.text, **kept}

    def clean_reason(self):
        """The reason tidied."""
        return clean_text(self.cleaned_data["reason"])

    def words(self):
        fields = self.cleaned_data
        data = {**self.before, "kind": fields["decision"], "reason": fields["reason"]}
        return {"heading": "", "text": fields["text"], "data": data}


AFTER, INSIDE, PART = "after", "in", "part"


class MoveForm(GovukForm):
    """Where a block goes. `choices` are (part's title, [(place, its words)])."""

    submit = "Move it there"

    to = forms.ChoiceField(
        label="Where it goes",
        error_messages={
            "required": "Choose where it goes",
            "invalid_choice": "There is no such place for it any more: choose another.",
        },
    )

    def __init__(self, data=None, *, choices, spots, **kwargs):
        super().__init__(data, **kwargs)
        self.spots = spots
        self.fields["to"].choices = [("", "Choose a place"), *choices]

    def spot(self) -> Spot:
        """The place that was chosen."""
        return self.spots[self.cleaned_data["to"]]


class RemoveForm(GovukForm):
    """A second look before a block is removed."""

    submit = "Remove it"


class RemoveHoldingForm(RemoveForm):
    """The same for a block in which others stand: what becomes of them."""

    inside = forms.ChoiceField(
        label="What happens to its content?",
        choices=[("remove", "Remove it too"), ("keep", "Keep it, where the heading was")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happens to its content"},
    )
