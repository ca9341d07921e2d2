"""The template of a kind: its headings and an example row under them."""

from assurance.imports.declaration import Bundle


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
