"""Free words of a form that may identify a child: shown to the officer before they are saved."""

import hashlib

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.runtime.text import has_words
from assurance.tables.cells import FREE_FROM
from assurance.tables.oddities import names_more_children

MAY_IDENTIFY = (
    "“{label}” may name a child or a relative, or give their number, telephone or address. "
    "Take that out, or confirm below that it does not"
)
NO_NAMES = "Do not name a child, a family or a worker."
NO_WORDS = "“{label}” needs letters or numbers"
THIS_IS_RIGHT = "This is right: “{label}” identifies no child or relative"
TICK = "{name}_is_right"


class _Tick(forms.CheckboxInput):
    """A tick that confirms the words it was drawn for: sent with others it is no tick."""

    def value_from_datadict(self, data, files, name):
        return data.get(name) == self.attrs["value"]


class ConfirmedWordsForm(GovukForm):
    """A form that is refused once for free words that may identify a child.

    It comes back with the words, an error at their field and a tick below it. The tick confirms
    these words alone: others in their place are asked about again. What was in the record before
    is not asked about. `draws_each` says that the page draws the fields one by one.
    """

    draws_each = False

    def full_clean(self):
        """Refuses what forms refuse, a mark where words are required, and words that may identify a
        child and are not confirmed."""
        super().full_clean()
        if self.is_bound:
            self._refuse_marks()
            # Asked once: the ticks that are added here are no changes of the record.
            for name in [name for name in self.changed_data if is_free(self.fields[name])]:
                text = self.free_words(self.cleaned_data.get(name))
                before = self.free_words(self.get_initial_for_field(self.fields[name], name))
                if names_more_children(text, before):
                    self._ask_about(name, text)

    def _refuse_marks(self):
        # The words as they are typed, not `free_words`: a live figure alone is text too.
        for name, field in self.fields.items():
            asked = field.required and is_free(field) and name in self.cleaned_data
            if asked and not has_words(str(self.cleaned_data[name])):
                self.add_error(name, NO_WORDS.format(label=field.label))

    def free_words(self, value):
        """What was typed as one text, where a form reads it as lines too."""
        return "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")

    def _ask_about(self, name, text):
        label, tick = self.fields[name].label, TICK.format(name=name)
        # A page that sends the words once more may break their lines in another way.
        mark = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]
        if tick not in self.fields:
            self.fields[tick] = forms.BooleanField(
                label=THIS_IS_RIGHT.format(label=label),
                required=False,
                widget=_Tick({"value": mark}),
            )
            if self.draws_each:
                self[name].tick = self[tick]
            else:
                _put_after(self.helper.layout, name, tick)
                self.order_fields(_followed(self.fields, name, tick))
        if not self[tick].data:
            self.add_error(name, MAY_IDENTIFY.format(label=label))


def _put_after(layout, name, tick):
    """Puts `tick` after the field `name`, in whatever group of the layout it is."""
    if name in layout.fields:
        layout.fields.insert(layout.fields.index(name) + 1, tick)
    for group in layout.fields:
        if hasattr(group, "fields"):
            _put_after(group, name, tick)


def _followed(fields, name, tick):
    """The names of `fields`, with `tick` after `name`."""
    names = [item for item in fields if item != tick]
    place = names.index(name) + 1
    return [*names[:place], tick, *names[place:]]


def is_free(field) -> bool:
    """Whether a field is room for free words, not for a name, an address or a reference."""
    if type(field) is not forms.CharField:
        return False
    return isinstance(field.widget, forms.Textarea) or (field.max_length or 0) >= FREE_FROM
