"""Which records a list keeps: a choice for each thing that its kind can be narrowed by.

As text it has a line for each, “name | value”; its page shows labels alone.
"""

from django import forms

from assurance.runtime.typography import with_capital
from reports.editor.forms.table_fields import joined_lines, lines_of_cells

MOST = 100


class FilterWidget(forms.Widget):
    """A choice for each filter of a `kind` of list, of the records of a `council`."""

    template_name = "editor/filters.html"
    pattern = "picks"
    use_fieldset = True
    kind = council = None
    step = noun = ""

    @property
    def filters(self):
        """Name → filter of the kind."""
        return self.kind.filters if self.kind else {}

    def read(self, text) -> dict:
        """Name → value of each line of `text`."""
        return {cells[0]: (*cells, "")[1] for _place, cells in lines_of_cells(str(text or ""))}

    def in_words(self, text) -> str:
        """What a text keeps to, for somebody who reads it."""
        return "\n".join(
            f"{_label(name)}: {dict(self._choices(name, value)).get(value, value)}"
            for name, value in self.read(text).items()
        )

    def value_from_datadict(self, data, files, name):
        """The text that is sent, or a line for each choice that was made."""
        if name in data:
            return data.get(name)
        chosen = [key for key in list(data)[:1000] if key.startswith(f"{name}-") and data.get(key)]
        rows = ((key.removeprefix(f"{name}-"), data.get(key)) for key in chosen[:MOST])
        return joined_lines((key, " ".join(value.replace("|", "/").split())) for key, value in rows)

    def value_omitted_from_data(self, data, files, name):
        """Never: nothing chosen is an answer."""
        return False

    def get_context(self, name, value, attrs):
        """Django's context, with the choices of each filter."""
        context = super().get_context(name, value, attrs)
        chosen = self.read(value)
        offered = [name for name, item in self.filters.items() if item.is_offered]
        names = [*offered, *(item for item in chosen if item not in offered)]
        context["widget"]["filters"] = [
            {
                "name": item,
                "label": _label(item),
                "value": chosen.get(item, ""),
                "choices": self._choices(item, chosen.get(item, "")),
            }
            for item in names
        ]
        return context

    def _choices(self, name, value):
        """(value, label) of what a filter can be, with what it is now."""
        known = self.filters.get(name)
        if known is None or self.council is None:
            choices = []
        elif known.choices:
            choices = [(str(item), str(label)) for item, label in known.choices(self.council)]
        else:
            rows = self.kind.rows(self.council).order_by().prefetch_related(None)
            values = sorted(set(rows.values_list(known.lookup, flat=True)) - {None})
            choices = [(str(item), str(item)) for item in values]
        return choices if not value or value in dict(choices) else [*choices, (value, value)]


def _label(name):
    return with_capital(name.replace("_", " "))
