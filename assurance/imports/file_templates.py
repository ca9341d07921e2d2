"""The template of a kind, its headings and an example row under them; and what stands, in the
same columns."""

from assurance.imports.declaration import Bundle
from assurance.tables.cells import Choice


def template_of(kind, part=""):
    """(headings, rows) of the template of a kind, or of one `part` of a bundle; None where it has
    no such part."""
    if isinstance(kind, Bundle):
        found = next((one for one in kind.parts if one.key == part), None)
        return ([*found.headings], [list(found.example)]) if found else None
    if part:
        return None
    return [one.label for one in kind.columns], [[one.example for one in kind.columns]]


def templates_of(kind):
    """(words, part's key) of each template of a kind."""
    if isinstance(kind, Bundle):
        return [(one.title, one.key) for one in kind.parts]
    return [("", "")]


def gives_back(kind):
    """Whether there is a file of what stands of a kind."""
    return not isinstance(kind, Bundle) and kind.standing is not None


def standing_of(kind, council):
    """(headings, rows) of what `council` holds, which brought in again would change nothing; None
    where the kind offers no such file."""
    if not gives_back(kind):
        return None
    rows = ([_cell(one, values) for one in kind.columns] for values in kind.standing(council))
    return [one.label for one in kind.columns], rows


def _cell(column, values):
    value = values.get(column.name)
    return column.read.say(value) if isinstance(column.read, Choice) else value
