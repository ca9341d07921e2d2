"""The form of one entry: its words and what its page showed."""

from django import forms

from reports.editor.forms.blocks import TALL, BlockForm


class EntryForm(BlockForm):
    """The words of one entry of implications, with the digest of what the page shows of it."""

    submit = "Save without clearing"
    draws_each = True

    text = forms.CharField(
        label="Text",
        widget=forms.Textarea(attrs={**TALL, "rows": 8}),
        help_text="Leave a line empty between texts. Begin a line with “i. ” or “* ” for a list.",
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
