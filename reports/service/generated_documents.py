"""The documents that are written from the code, so that they cannot differ from it."""

from django.apps import apps
from django.urls import URLPattern, get_resolver

from assurance.accounts.access import EVERYONE_SIGNED_IN, GRANTS, PUBLIC, Permission, Role
from assurance.figures.registry import FIGURES
from assurance.figures.small_numbers import fewer_than
from assurance.imports.declaration import Bundle
from assurance.imports.kinds import KINDS
from reports.service.supply.bill_of_materials import bill_of_materials

WRITTEN_BY_PROGRAM = "Written by `make docs` from the code; a change here would be lost."
EVERYONE = "everybody signed in"


def documents():
    """A dict of file name → what the file in docs/ has to say."""
    return {
        "access.md": access(),
        "figures.md": figures(),
        "files.md": files(),
        "personal-data.md": personal_data(),
        "sbom.json": bill_of_materials(),
    }


def access():
    """Who may do what, and what each address asks for."""
    rows = [(item.name, _joined(_holders(item)), item.value) for item in Permission]
    pages = sorted(_pages(get_resolver()), key=lambda page: page[0])
    return _document(
        "Who may do what",
        *_table(("Permission", "Roles", "To"), rows),
        "",
        "A person who is signed out has none; an address that declares nothing is refused to "
        "everyone.",
        "",
        *_table(("Address", "Asks for"), [(f"`/{path}`", needed) for path, needed in pages]),
    )


def figures():
    """Every figure that a paper may quote."""
    return _document(
        "Figures that a report may quote",
        *(
            line
            for figure in sorted(FIGURES.values(), key=lambda item: item.key)
            for line in _figure(figure)
        ),
    )


def files():
    """Every kind of file that can be imported, with its columns."""
    return _document(
        "Files that can be imported",
        "CSV, XLSX or ODS. A kind is known by its headings, in any order, whatever their case,",
        "plurals and small words. A forename and a surname are read as one name. For headings that",
        "are nearly ours, the page proposes kind and columns; what is the same in every row of a",
        "file without such a column, such as the group, is given there once.",
        "Each has a template with an example row on the page *Import files*; by command:",
        "`manage.py import_files KIND FILE…`. As on the page, nothing is imported while a row is",
        "refused (`--leave-out-refused` leaves it out) or a warning was not looked at",
        "(`--accept-warnings` accepts them).",
        "",
        *(line for kind in KINDS for line in _kind(kind)),
    )


def personal_data():
    """How each field of words, and each day in a row about a person, stands to a person."""
    rows = [
        (model.__name__, f"`{field}`", personal.value)
        for model in _own_models()
        for field, personal in sorted(getattr(model, "personal", {}).items())
    ]
    return _document("Records about people", *_table(("Record", "Field", "It is"), rows))


def _own_models():
    """Every model of ours: those that officers keep first, each part by name."""
    for package in ("assurance.", "reports."):
        configs = [
            get_app_config
            for get_app_config in apps.get_app_configs()
            if get_app_config.name.startswith(package)
        ]
        models = [model for config in configs for model in config.get_models()]
        yield from sorted(models, key=lambda model: model.__name__)


def _document(title, *lines):
    return "\n".join((f"# {title}", "", WRITTEN_BY_PROGRAM, "", *lines)).rstrip() + "\n"


def _table(heads, rows):
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _holders(permission):
    if permission in EVERYONE_SIGNED_IN:
        return [EVERYONE]
    return [role.value for role in Role if permission in GRANTS[role]]


def _pages(resolver, before=""):
    for url_pattern in resolver.url_patterns:
        path = before + str(url_pattern.pattern)
        if isinstance(url_pattern, URLPattern):
            yield path, _needed(url_pattern.callback)
        else:
            yield from _pages(url_pattern, path)


def _needed(view):
    needed = getattr(view, "access", None)
    if needed == PUBLIC:
        return "nothing: public"
    return needed.name if needed else "undeclared, so refused"


def _kind(kind):
    yield f"## {kind.key}: {kind.title}"
    yield ""
    yield kind.about
    yield ""
    if isinstance(kind, Bundle):
        for part in kind.parts:
            yield f"- {part.title}: {_joined(f'`{heading}`' for heading in part.headings)}"
    else:
        heads = ("Column", "Needed", "Example", "Known as well by")
        yield from _table(heads, _columns(kind))
    yield ""


def _columns(kind):
    nouns = {column.name: record.noun for record in kind.records for column in record.columns}
    for column in kind.columns:
        needed = _when_needed(column, nouns.get(column.name, ""))
        yield column.label, needed, column.example, _joined(column.also)


def _when_needed(column, noun):
    if column.filled:
        return "in each row"
    when = f"in a row of a new {noun}" if column.needed else column.condition
    return " and ".join(filter(None, ("as a column" if column.required else "", when)))


def _figure(figure):
    yield f"## {figure.key}: {figure.title}"
    yield ""
    yield from (f"- {name}: {text}" for name, text in _facts(figure) if text)
    yield ""


def _facts(figure):
    yield "counts", figure.counts
    yield "out of", figure.out_of
    yield "unit and time", f"{figure.unit}, {figure.timing}"
    yield "members", _joined(f"`{name}` {label}".strip() for name, label in figure.members.items())
    yield "part of", figure.whole and f"`{figure.whole}`"
    yield "source", figure.source
    yield "rule", figure.rule
    yield "may be unknown", figure.gap
    yield "citation", figure.citation
    if figure.unit.of_people:
        yield "small numbers", f"{fewer_than()} are protected"
    yield "audience", figure.audience


def _joined(several):
    return ", ".join(several)
