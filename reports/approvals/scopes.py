"""The names of what an approval is given to: the whole paper, a part of its template, or in a part
of answers one answer, such as the legal implications (``implications/Legal``)."""

from reports.documents.digest import WHOLE
from reports.papers.language.template import Template

THE_WHOLE = "the whole paper"


def offered(template: Template) -> list[tuple[str, str]]:
    """Each scope that an approval of papers of `template` may have, with its words."""
    found = []
    for part in template.parts:
        if part.title and part.kind not in ("approval", "abbreviations"):
            found.append((part.slug, part.title))
            found += [(f"{part.slug}/{one}", f"{part.title}: {one}") for one in part.entries]
    return found


def in_words(scope: str, template: Template | None = None) -> str:
    """A scope as a sentence names it: “the whole paper”, “Recommendations”, “Implications:
    Legal”; by its own name where no template gives it another."""
    if scope == WHOLE:
        return THE_WHOLE
    titles = dict(offered(template)) if template else {}
    part, _, entry = scope.partition("/")
    name = part.replace("_", " ").replace("-", " ").capitalize()
    return titles.get(scope, f"{name}: {entry}" if entry else name)
