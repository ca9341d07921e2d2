"""The names of what an approval is given to: the whole paper, a part of its template, or in a part
of answers one answer, such as the legal implications (``implications/Legal``)."""

from reports.documents.digest import WHOLE
from reports.papers.language.template import Template

THE_WHOLE = "the whole paper"


def offered(template: Template) -> list[tuple[str, str]]:
    """Each scope that an approval of papers of `template` may have, with its words."""
    matches = []
    for part in template.parts:
        if part.title and part.kind not in ("approval", "abbreviations"):
            matches.append((part.slug, part.title))
            matches += [
                (f"{part.slug}/{entry}", f"{part.title}: {entry}") for entry in part.entries
            ]
    return matches


def in_words(scope: str, template: Template | None = None) -> str:
    """A scope as a sentence names it: “the whole paper”, “Recommendations”, “Implications:
    Legal”; by its own name where no template gives it another."""
    if scope == WHOLE:
        return THE_WHOLE
    titles = dict(offered(template)) if template else {}
    part, _, entry = scope.partition("/")
    name = part.replace("_", " ").replace("-", " ").capitalize()
    return titles.get(scope, f"{name}: {entry}" if entry else name)
