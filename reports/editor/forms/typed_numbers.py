"""The form on which the typed numbers of a paper are settled: what each is, or its source."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm
from reports.language.rules.sources import KINDS

SOURCE, NEW, LEAVE = "source:", "new", "leave"
NEW_SOURCE = ("kind", "words", "day")
MISSING = {
    "kind": "Choose what the new source is",
    "words": "Name the document, the post or the minute",
    "day": "Enter the date of the new source",
}
SELECT = {"class": "govuk-select"}


class TypedNumberForm(GovukForm):
    """A question for each of `typed` (`TypedNumber`), one for each block with several, and a new
    source; `versions` are those of the blocks."""

    submit = "Save the numbers"

    def __init__(self, data=None, *, typed, versions, sources, **kwargs):
        self.typed = typed
        super().__init__(data, **kwargs)
        self._offered = [(f"{SOURCE}{item.slug}", f"Source: {item}") for item in sources]
        self._offered.append((NEW, "The new source below"))
        for slug, version in versions.items():
            self.fields[f"seen.{slug}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=version
            )
        for item in typed:
            self.fields[f"choice.{item.key}"] = self._choice(item)
        for item in self._with_several():
            self.fields[f"whole.{item.slug}"] = forms.ChoiceField(
                label=f"One source for all numbers typed in {item.name}",
                choices=[("", "No: choose for each number"), *self._offered],
                required=False,
                widget=forms.Select(attrs=SELECT),
            )
        self.fields |= _new_source()

    def clean(self):
        """Asks for the new source in full where one is chosen."""
        fields = super().clean()
        if NEW in fields.values():
            for name, sentence in MISSING.items():
                if not fields.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return fields

    def rows(self):
        """The numbers with their fields, in order; `whole` is asked before the first of a block."""
        slugs = {item.key: item.slug for item in self._with_several()}
        return [
            {
                "typed": item,
                "choice": self[f"choice.{item.key}"],
                "whole": self[f"whole.{item.slug}"] if item.key in slugs else None,
            }
            for item in self.typed
        ]

    def hidden(self):
        """The versions of the blocks."""
        return [field for field in self if field.is_hidden]

    def source_fields(self):
        """The fields of a new source."""
        return [self[name] for name in NEW_SOURCE]

    def new_source(self):
        """The new source that is chosen, as its operation takes it, or None."""
        fields = self.cleaned_data
        chosen = NEW in [value for name, value in fields.items() if name not in NEW_SOURCE]
        return {name: fields[name] for name in NEW_SOURCE} if chosen else None

    def chosen(self, new: str):
        """(number, what it becomes: a token or a slug of a source after `SOURCE`) of each that
        becomes something; `new` is the slug of the new source."""
        for item in self.typed:
            choice = self.cleaned_data[f"choice.{item.key}"]
            if choice != LEAVE and not self.cleaned_data.get(f"whole.{item.slug}"):
                yield item, f"{SOURCE}{new}" if choice == NEW else choice

    def whole(self, new: str):
        """Slug of a block → slug of the source of all its numbers, of each that has one."""
        for item in self._with_several():
            choice = self.cleaned_data.get(f"whole.{item.slug}")
            if choice:
                yield item.slug, new if choice == NEW else choice.removeprefix(SOURCE)

    def seen(self):
        """Slug → the version of the block that was shown."""
        return {
            name.removeprefix("seen."): value
            for name, value in self.cleaned_data.items()
            if name.startswith("seen.")
        }

    def _with_several(self):
        """The first typed number of each block that has more than one."""
        first = {}
        for item in self.typed:
            first.setdefault(item.slug, []).append(item)
        return [items[0] for items in first.values() if len(items) > 1]

    def _choice(self, item):
        figures = [
            (choice.token, ", ".join(filter(None, (choice.title, choice.when))))
            for choice in item.choices
        ]
        return forms.ChoiceField(
            label=f"Source of {item.words}",
            choices=[*figures, *self._offered, (LEAVE, "Leave it as typed")],
            initial=item.best.token if item.best else LEAVE,
            widget=forms.Select(attrs=SELECT),
            error_messages={
                "required": f"Choose what {item.words} is",
                "invalid_choice": "The figures have changed since: choose again.",
            },
        )


def _new_source():
    return {
        "kind": forms.ChoiceField(
            label="What is the source?", choices=KINDS, required=False, widget=forms.RadioSelect
        ),
        "words": forms.CharField(
            label="Its name",
            max_length=300,
            required=False,
            help_text="Such as “fostering register”. Name no person.",
            widget=forms.TextInput(attrs={"class": "govuk-input"}),
        ),
        "day": DatePartsField(what="the date of the source", label="Its date", required=False),
    }
