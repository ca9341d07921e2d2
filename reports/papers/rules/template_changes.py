"""What two versions of a report template differ in, in words for its history."""

from collections.abc import Mapping

from assurance.runtime.typography import with_capital

ORDER, ALL_PARTS = "order of the parts", "parts"
WHO, QUESTION, DAYS = "who writes it", "question to the writer", "days before the texts are due"
_WORDS = {
    **{True: "yes", False: "no"},
    **{"decimal": "paragraphs within sections, as 1.1", "never": "through the report"},
}
_UNNAMED = ("slug", "kind", "blocks", "writer")
_OF_A_WRITER = (("name", WHO), ("question", QUESTION), ("days", DAYS))


def differences(before: Mapping, after: Mapping) -> tuple[dict, dict]:
    """(the values before, those after) of what differs, by the words that history has for each; of
    a new template its title and parts."""
    pairs = _values(before), _values(after)
    if not before:
        return {}, {name: pairs[1][name] for name in ("title", ORDER)}
    names = [name for name in {**pairs[0], **pairs[1]} if pairs[0].get(name) != pairs[1].get(name)]
    first, second = ({name: row[name] for name in names if name in row} for row in pairs)
    return first, second


def _values(spec):
    """Everything that a template has, one by one: words → a text."""
    parts = spec.get("parts", [])
    titles = {part["slug"]: _title(part) for part in parts}
    return {
        "title": spec.get("title", ""),
        ALL_PARTS: ", ".join(sorted(titles.values())),
        ORDER: ", ".join(titles.values()),
        **_entries("numbering", spec.get("numbering", {})),
        **_entries("word", spec.get("house", {})),
        **{f"date {name}": label for name, label in spec.get("dates", {}).items()},
        **{key: value for part in parts for key, value in _entries(_title(part), part).items()},
        **{key: value for part in parts for key, value in _writers(part).items()},
    }


def _writers(part):
    rows = [(_title(part), part.get("writer", {}))]
    rows += [
        (row.get("heading") or row["slug"], row.get("writer", {})) for row in part.get("blocks", ())
    ]
    return {
        f"{title}: {label}": str(writer[name])
        for title, writer in rows
        for name, label in _OF_A_WRITER
        if writer.get(name)
    }


def _entries(name, row):
    named = [(key, value) for key, value in row.items() if key not in _UNNAMED]
    if blocks := row.get("blocks"):
        named.append(("template texts", str(len(blocks))))
    return {f"{name}: {key.replace('_', ' ')}": _text(value) for key, value in named if value}


def _title(part):
    return part.get("title") or with_capital(part["kind"].replace("_", " "))


def _text(value):
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    return str(_WORDS.get(value, value)).replace("{}", "1").replace("_", " ")
