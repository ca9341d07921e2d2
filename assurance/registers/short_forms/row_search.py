"""Choosing a few of very many rows: a search narrows what is offered, by the server alone."""

from django import forms

from assurance.runtime.digits import MOST_DIGITS, whole

# So many rows need no search, and so many are shown of one.
FEW, MOST = 8, 20
LONGEST = 200
CSS = {"checkbox": "govuk-checkboxes", "radio": "govuk-radios"}


class _Search:
    """A widget of a search box, what was found and what is chosen. Its address in what is sent are
    `<name>_search`, the button `<name>_find` and `<name>_shown`, the search that the page shows."""

    pattern = "picks"
    template_name = "registers/row_search.html"
    noun, no_row, offered = "rows", "", ()
    query, is_pressed = "", False

    def value_from_datadict(self, data, files, name):
        """The chosen keys; what was searched for is kept for the page that comes back."""
        self.query = _plain(data.get(f"{name}_search"))
        other = self.query != _plain(data.get(f"{name}_shown"))
        self.is_pressed = f"{name}_find" in data or other
        value = super().value_from_datadict(data, files, name)
        if isinstance(value, list):
            return [_key(item) for item in value]
        return value and _key(value)

    def get_context(self, name, value, attrs):
        """What the template lays out: the chosen rows, then those found."""
        field = self.choices.field
        rows, keys = field.queryset, self._keys(value)
        chosen = list(rows.filter(pk__in=keys)) if keys else []
        rest = self._offered(rows.exclude(pk__in=keys))
        total = rows.count()
        widget = {
            **{"name": name, "attrs": self.build_attrs(self.attrs, attrs), "noun": self.noun},
            **{"query": self.query, "is_pressed": self.is_pressed},
            **{"type": self.input_type, "css": CSS[self.input_type]},
            **{"chosen": self._lines(chosen, field), "found": self._lines(rest[:MOST], field)},
            **{"left": max(len(rest) - MOST, 0), "total": total, "needed": total > FEW},
            **{"no_row": self.no_row, "nothing_chosen": not chosen},
        }
        return {"widget": widget}

    def _offered(self, rows):
        if self.query:
            return list(rows.with_every_word(self.query))
        index = {row.pk: row for row in rows[: FEW + 1]} if not self.offered else {}
        if self.offered:
            index = rows.in_bulk(self.offered)
            return [index[key] for key in self.offered if key in index]
        return list(index.values()) if len(index) <= FEW else []

    def _keys(self, value):
        values = value if isinstance(value, list | tuple) else [value]
        keys = (whole(str(item)) for item in values if item not in (None, ""))
        return [key for key in keys if key is not None]

    @staticmethod
    def _lines(rows, field):
        return [(row.pk, field.label_from_instance(row)) for row in rows]


class SeveralSearch(_Search, forms.CheckboxSelectMultiple):
    """The search of a field that takes several rows."""


class SingleSearch(_Search, forms.RadioSelect):
    """The search of a field that takes one row, or none: `no_row` are the words of none."""


def searched_rows(rows, label, noun, hint="", words=str):
    """A field that takes any of `rows`, found by a search among those set once the council is
    known; `noun` are they in words, `words(row)` is a row in a line. The rows' queryset has
    `with_every_word(text)`."""
    return _searched(forms.ModelMultipleChoiceField, SeveralSearch, rows, label, noun, hint, words)


def searched_row(rows, label, noun, no_row, hint="", words=str):
    """The same of one row or none; `no_row` are the words of none."""
    field = _searched(forms.ModelChoiceField, SingleSearch, rows, label, noun, hint, words)
    field.widget.no_row = no_row
    return field


def _searched(kind, widget, rows, label, noun, hint, words):
    field = kind(rows, label=label, help_text=hint, required=False, widget=widget)
    field.widget.noun, field.label_from_instance = noun, words
    return field


def is_search(form) -> bool:
    """Whether a form was sent to search among the rows of one of its fields, and not to save."""
    if not form.is_bound:
        return False
    widgets = [(name, field.widget) for name, field in form.fields.items()]
    searches = [(name, widget) for name, widget in widgets if isinstance(widget, _Search)]
    for name, widget in searches:
        widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
    return any(widget.is_pressed for _name, widget in searches)


def _key(text):
    # A database refuses to compare a number that no key can be.
    return text if len(text) <= MOST_DIGITS else "-"


def _plain(text):
    return (text or "").replace("\x00", "").strip()[:LONGEST]
