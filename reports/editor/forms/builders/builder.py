"""What the forms that are filled by choosing share: presses that save nothing, and the same as
text for who asks for it."""

from django import forms

from reports.editor.forms.blocks import SHORT, BlockForm
from reports.editor.forms.builders.picks import PickWidget
from reports.language.grammar import TOKEN


class BuilderForm(BlockForm):
    """A form whose `picks` are ticked; `lines_help` says how each is written as text."""

    picks = ()
    lines_help = {}

    def __init__(self, data=None, *, as_text=False, step=None, **kwargs):
        self.as_text, self.posted = as_text, data or step or {}
        if step is not None:
            kwargs["initial"] = {**kwargs.get("initial", {}), **self.typed(step)}
        super().__init__(data, **kwargs)
        if not as_text:
            self.show_chips()
        for name in self.picks:
            field = self.fields[name]
            if as_text:
                field.widget = forms.Textarea(attrs={**SHORT, "rows": 8})
                field.help_text = self.lines_help[name]
            else:
                field.widget.step = self.posted.get("step", "")
                field.widget.noun = field.label.lower()

    @classmethod
    def saves_nothing(cls, posted) -> bool:
        """Whether what was sent asks for more to choose from, or moves something, and saves
        nothing."""
        return "step" in posted

    @property
    def is_step(self):
        """Whether what it shows was sent by a press that saves nothing."""
        return not self.is_bound and bool(self.posted)

    def of_conflict(self, newer, context):
        """Both wordings with what is ticked in words."""
        ticked = [self.fields[name] for name in self.picks if name in self.fields]
        labels = {field.label: field.widget for field in ticked}
        for rows in (context.get("rows") or (), context.get("merged") or ()):
            for row in rows:
                widget = labels.get(row["label"])
                if hasattr(widget, "in_words"):
                    row |= {key: widget.in_words(row[key]) for key in row if key != "label"}
        return super().of_conflict(newer, context)

    def raws(self) -> list[str]:
        """The tokens of its texts, as they are typed."""
        ticked = [name for name in self.fields if isinstance(self.fields[name].widget, PickWidget)]
        texts = (str(self[name].value() or "") for name in self.fields if name not in ticked)
        labels = (
            row.get("label", "")
            for name in ticked
            for row in self.fields[name].widget.read(self[name].value())
        )
        return [token for text in (*texts, *labels) for token in TOKEN.findall(text)]
