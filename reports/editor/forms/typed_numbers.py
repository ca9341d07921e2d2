"""The form on which the typed numbers of a paper are settled: a choice and a source for each."""

from django import forms

from assurance.govuk.forms import GovukForm

STATED, LEAVE = "stated", "leave"
NEEDS_SOURCE = "Say where the number comes from"


class TypedNumberForm(GovukForm):
    """A question for each of `typed` (`TypedNumber`); `versions` are those of their blocks."""

    submit = "Accept all"

    def __init__(self, data=None, *, typed, versions, **kwargs):
        self.typed = typed
        super().__init__(data, **kwargs)
        for slug, version in versions.items():
            self.fields[f"seen.{slug}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=version
            )
        for item in typed:
            self.fields[f"choice.{item.key}"] = _choice(item)
            self.fields[f"source.{item.key}"] = forms.CharField(
                label=f"Source of {item.words}",
                required=False,
                max_length=300,
                initial=item.source,
                widget=forms.TextInput(attrs={"class": "govuk-input"}),
            )

    def clean(self):
        """Refuses a stated number without a source."""
        fields = super().clean()
        for item in self.typed:
            name = f"source.{item.key}"
            if fields.get(f"choice.{item.key}") == STATED and not fields.get(name):
                self.add_error(name, NEEDS_SOURCE)
        return fields

    def rows(self):
        """The numbers with their fields, in order."""
        names = ("choice", "source")
        return [
            {"typed": item, **{name: self[f"{name}.{item.key}"] for name in names}}
            for item in self.typed
        ]

    def hidden(self):
        """The versions of the blocks."""
        return [field for field in self if field.is_hidden]

    def chosen(self):
        """(number, what it becomes — a token, `stated` or `leave` —, its source) of each."""
        fields = self.cleaned_data
        return [
            (item, fields[f"choice.{item.key}"], fields[f"source.{item.key}"])
            for item in self.typed
        ]

    def seen(self):
        """Slug → the version of the block that was shown."""
        return {
            name.removeprefix("seen."): value
            for name, value in self.cleaned_data.items()
            if name.startswith("seen.")
        }


def _choice(item):
    figures = [(choice.token, f"{choice.title}, {choice.when}") for choice in item.choices]
    choices = [
        *figures,
        (STATED, "Stated, with the source beside it"),
        (LEAVE, "Leave it as typed"),
    ]
    usual = item.best.token if item.best else STATED if item.must else LEAVE
    return forms.ChoiceField(
        label=f"What {item.words} is",
        choices=choices,
        initial=usual,
        widget=forms.Select(attrs={"class": "govuk-select"}),
        error_messages={
            "required": f"Choose what {item.words} is",
            "invalid_choice": "The figures have changed since: choose again.",
        },
    )
