"""What the parts of a report are called where a template is made, and what a new one begins as."""

from dataclasses import dataclass

from reports.language.template import ASKING, GENERATED, REASONS_APART, WITH_ANNEXES


@dataclass(frozen=True)
class PartKind:
    """A kind of part: its name, what is in it and what a new one begins with."""

    name: str
    content: str
    fields: tuple[tuple[str, object], ...] = ()


_ASKING = (("mandatory", True), ("lead", "The committee is asked to:"), ("reason", "optional"))
_ENTRIES = ("Financial", "Legal", "Equalities", "Human resources")
KINDS = {
    "head": PartKind(
        "Rows under the title", "Committee, meeting, report number and others", (("title", ""),)
    ),
    "paragraphs": PartKind("Text", "Paragraphs, tables and lists under one heading"),
    "sections": PartKind("Text in sections", "Sections that have headings of their own"),
    "recommendations": PartKind("Recommendations", "Decisions for the committee", _ASKING),
    "purpose": PartKind(
        "Purpose of the meeting", "Decisions for the meeting", (*_ASKING, ("style", "bullet"))
    ),
    REASONS_APART: PartKind(
        "Reasons for the recommendations", "The reason of each recommendation, filled by itself"
    ),
    "options": PartKind("Options", "Options for the committee"),
    "analysis": PartKind("Analysis of the options", "Reasons for and against each option"),
    "council_plan": PartKind("Council plan", "How the report serves the council’s plan"),
    "implications": PartKind(
        "Implications", "An answer to each kind of implication", (("entries", _ENTRIES),)
    ),
    "risks": PartKind("Risks", "Known risks and how they are managed"),
    "contacts": PartKind("Contact details", "Author and chief officer, filled by itself"),
    "approval": PartKind("Approval", "Who approved the report, filled by itself"),
    "wards": PartKind("Wards affected", "From the details of the report"),
    "background_papers": PartKind("Background papers", "From the details of the report"),
    "annexes": PartKind("Annexes", "A list of the annexes, which follow at the end"),
    "supporting_information": PartKind(
        "Supporting information", "A list of the annexes, which follow at the end"
    ),
    "abbreviations": PartKind("Abbreviations", "Those that the report uses, filled by itself"),
}
# Of these a report has one at most.
ONCE = (*GENERATED, "implications", "risks", "options", "analysis", "council_plan")
# Of these a report has one of either kind.
EITHER = (ASKING, WITH_ANNEXES)
WRITTEN_UNNUMBERED = WITH_ANNEXES


def name_of(part: dict) -> str:
    """What a part is called: its title, or what it is."""
    kind = KINDS.get(part["kind"])
    return part.get("title") or (kind.name if kind else part["kind"])


def names_of(parts: list[dict]) -> str:
    """What the parts under the head are called, in one line."""
    return ", ".join(name_of(part) for part in parts if part["kind"] != "head")


def addable(parts: list[dict]) -> list[tuple[str, PartKind]]:
    """The kinds that can be added to `parts`, with what each is."""
    current = {part["kind"] for part in parts}
    clash = {kind for kinds in EITHER if current & set(kinds) for kind in kinds}
    clash |= current & set(ONCE)
    return [(kind, KINDS[kind]) for kind in KINDS if kind not in clash]
