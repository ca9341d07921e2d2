"""The template of a kind, its headings and an example row under them; and what stands, in the
same columns."""

from assurance.imports.declaration import Bundle
from assurance.tables.cells import Choice


def template_of(kind, part=""):
    """(headings, rows) of the template of a kind, or of one `part` of a bundle; None where it has
    no such part."""
    if isinstance(kind, Bundle):
        result = next((item for item in kind.parts if item.key == part), None)
        return ([*result.headings], [list(result.example)]) if result else None
    if part:
        return None
    return [column.label for column in kind.columns], [[column.example for column in kind.columns]]


def templates_of(kind):
    """(words, part's key) of each template of a kind."""
    if isinstance(kind, Bundle):
        return [(part.title, part.key) for part in kind.parts]
    return [("", "")]


def gives_back(kind):
    """Whether there is a file of what stands of a kind."""
    return not isinstance(kind, Bundle) and kind.standing is not None


def standing_of(kind, council):
    """(headings, rows) of what `council` holds, which brought in again would change nothing; None
    where the kind offers no such file."""
    if not gives_back(kind):
        return None
    rows = ([_cell(column, values) for column in kind.columns] for values in kind.standing(council))
    return [column.label for column in kind.columns], rows


def _cell(column, values):
    value = values.get(column.name)
    return column.read.say(value) if isinstance(column.read, Choice) else value
