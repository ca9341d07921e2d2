"""The template of a kind, what stands in the same columns, and either sent as a file."""

from collections.abc import Mapping
from itertools import zip_longest

from django.http import Http404, HttpResponse

from assurance.imports.declaration import Bundle
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.register import rows_of
from assurance.tables.cells import Choice
from assurance.tables.workbook.writer import CSV_TYPE, XLSX_TYPE, write_csv, write_xlsx


def template_of(kind, part="", council=None):
    """(headings, rows) of the template of a kind, or of one `part`; None where it has none such.
    The example row is made of what `council` has, so that a check of it refuses nothing."""
    if isinstance(kind, Bundle):
        result = next((item for item in kind.parts if item.key == part), None)
        return ([*result.headings], [list(result.example)]) if result else None
    if part:
        return None
    example = _example_of(kind, council) if council else None
    row = example or [column.example for column in kind.columns]
    return [column.label for column in kind.columns], [row]


def _example_of(sheet, council):
    """The cells of an example row that names what `council` has."""
    first = next(iter(standing_of(sheet, council)[1]), None) if sheet.repeats else None
    if first:
        return first
    values = {column.name: _title_of(column, council) for column in sheet.columns}
    for record in sheet.records:
        if record.unknown:
            values |= _first_of(record, council)
    values |= sheet.example(council)
    return [values[column.name] for column in sheet.columns]


def _first_of(record, council):
    """The cells that name the first row of a record that has to be there; none where none is."""
    rows = record.rows(council) if record.rows else rows_of(record.model, council)
    item = rows.filter(withdrawn_on__isnull=True).order_by("pk").first()
    named = {column.name: getattr(item, column.field, "") for column in record.columns}
    return named if item else {}


def _title_of(column, council):
    if not column.titles or not column.example:
        return column.example
    titles = sorted(str(record) for record in column.titles.by_title(council).values())
    return column.example if column.example in titles or not titles else titles[0]


def templates_of(kind):
    """(words, part's key) of each template of a kind."""
    if isinstance(kind, Bundle):
        return [(part.title, part.key) for part in kind.parts]
    return [("", "")]


def gives_back(kind):
    """Whether there is a file of what stands of a kind."""
    return not isinstance(kind, Bundle) and kind.standing is not None


def standing_of(kind, council):
    """(headings, rows) of what `council` holds, in the kind's columns; None where not given."""
    if not gives_back(kind):
        return None
    return cells_of(kind, values_of(kind, council))


def cells_of(sheet, rows):
    """(headings, rows of cells) that give back the values of `rows`."""
    cells = ([_cell(column, values) for column in sheet.columns] for values in rows)
    return [column.label for column in sheet.columns], cells


def values_of(sheet, council):
    """The values of every row that stands, by the columns' names."""
    named = Reading(sheet.records, None)
    for record in sheet.records:
        if record.title and not record.link:
            rows = rows_of(record.model, council)
            named.take(record, (), list(rows.filter(withdrawn_on__isnull=True)))
    for items in sheet.standing(council):
        values = {}
        for record, item in zip_longest(sheet.records, items):
            if isinstance(item, Mapping):
                values |= item
            elif item is not None:
                values |= _values(record, item, named)
        yield values


def _values(record, item, named):
    fields = {column.name: column.field for column in record.columns if column.field}
    own = {
        name: getattr(item, field)
        for name, field in fields.items()
        if not record.model._meta.get_field(field).is_relation
    }
    own |= {
        column.name: _titles(column, getattr(item, column.field))
        for column in record.columns
        if column.titles
    }
    return own | (
        {record.title: named.name_of(record, item)} if record.title and not record.link else {}
    )


def _titles(column, named):
    if column.several:
        return "; ".join(sorted(str(record) for record in named.all()))
    return str(named) if named else None


def _cell(column, values):
    value = values.get(column.name)
    return column.read.say(value) if isinstance(column.read, Choice) else value


FORMS = {"csv": (CSV_TYPE, write_csv), "xlsx": (XLSX_TYPE, write_xlsx)}


def as_file(name, form, headings, rows):
    """The answer that holds the file `name` as ``csv`` or ``xlsx``; 404 for another form."""
    if form not in FORMS:
        raise Http404
    kind, write = FORMS[form]
    answer = HttpResponse(write(headings, rows), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer
