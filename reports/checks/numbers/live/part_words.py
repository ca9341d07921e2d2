"""The words for parts and states of what records count, by the subject of its figures."""

import re
from collections.abc import Collection

GRADES = ("outstanding", "good", "requires improvement", "inadequate")


def _graded(grade: str) -> str:
    """The words for a grade: a label, or what all of them were found to be."""
    text = grade.replace(" ", r"\s+").replace("requires", "requir(?:es|ed|ing)")
    found = r"(?:were|was|are|is|as|to\s+be|graded|judged|rated)"
    return rf"^{text}(?=\s*(?:$|:))|{found}\s+{text}(?=\s*(?:$|\||overall))"


# Subject → part → the words that name it, in a figure's title and next to it alike.
PARTS = {
    "looked_after": {
        "girls": r"girls?|females?|young\s+women",
        "boys": r"boys?|males?|young\s+men",
        "care orders": r"care\s+orders?",
        "placement orders": r"placement\s+(?:or\s+freeing\s+)?orders?|freeing\s+orders?",
        "agreement": r"section\s+20|accommodated|voluntar\w+|by\s+agreement",
        "protection": r"police\s+protection|emergency\s+protection\s+orders?",
        "youth justice": r"on\s+remand|remanded|youth\s+justice",
        "foster care": r"foster(?:ed|ing)?|kinship|connected\s+(?:persons?|carers?)",
        "residential": r"residential|children[’']s\s+homes?",
        "agency": r"agenc(?:y|ies)",
        "in-house": r"in-house|(?:own|council[’']s)\s+(?:own\s+)?(?:foster\s+)?carers?",
        "adoption": r"for\s+adoption|adoptive",
        "parents": r"(?:own|with(?:\s+their)?)\s+parents",
        "independent living": r"independent(?:ly)?\s+living|living\s+independently",
        "began": (
            r"began|start(?:ed|ing)?(?!\s+of\b)|(?:came|coming)\s+into|enter(?:ed|ing)|became|admi\w+"
        ),
        "ended": r"ended|ceas(?:ed|ing)|left|leaving|leavers|stopped",
    },
    "dbs": {
        "overdue": r"overdue|late|past\s+\w+\s+re-?check\s+dates?|out\s+of\s+date|expired",
        "in date": r"in[\s-]date|up\s+to\s+date|compliant",
        "without": r"(?:without(?:\s+an?)?|no)(?:\s+dbs)?\s+(?:check|certificate)s?",
        "due": r"due",
        "re-checked": r"re-?checked(?!\s+date)|renewed",
        "in progress": r"in\s+progress|under\s+way",
        "not started": r"nothing(?:\s+(?:was|is|ha[ds]\s+been))?\s+applied\s+for|not\s+started",
        "open": r"open",
        "closed": r"closed",
    },
    "actions": {
        "overdue": r"overdue|late|behind\s+schedule|past\s+(?:their|its)\s+due\s+dates?",
        "on track": r"on[\s-]track|on\s+schedule",
        "at risk": r"at\s+risk",
        "not started": r"not\s+(?:yet\s+)?started",
        "done": r"done|complet(?:ed?|ion)|finished|closed",
    },
    "audits": {
        "to be done": r"to\s+be\s+done|open|outstanding\s+actions?",
        "overdue": r"overdue|late",
        "actions done": r"actions\s+of\s+audits\s+done|complet(?:ed?|ion)|closed",
        "waiting": r"wait(?:ing)?(?:\s+to\s+be\s+shared)?|await(?:ing)?(?:\s+\w+)?",
        "shared": r"(?<!be\s)shared",
        **{grade: _graded(grade) for grade in GRADES},
    },
    "reviews": {
        "strengths": r"strengths?",
        "areas": r"areas?\s+for\s+(?:development|improvement)|weakness(?:es)?",
        "recommendations": r"recommendations?",
    },
    "developments": {
        "planned": r"planned",
        "under way": r"under\s+way|in\s+progress",
        "done": r"(?<!partly\s)(?<!not\s)(?:done|complete[d]?|finished)",
        "stopped": r"stopped|abandoned",
    },
}
# What each part is not: none of what the one counts is counted by the other.
_APART = {
    "looked_after": (
        ("girls", "boys"),
        ("care orders", "placement orders", "agreement", "protection", "youth justice"),
        ("foster care", "residential", "adoption", "parents", "independent living"),
        ("agency", "in-house"),
        ("began", "ended"),
    ),
    "dbs": (
        ("overdue", "in date", "without"),
        ("due", "without"),
        ("re-checked", "in progress", "not started"),
        ("open", "closed"),
    ),
    "actions": (("overdue", "on track", "done"), ("at risk", "on track", "done", "not started")),
    "audits": (
        ("to be done", "actions done"),
        ("overdue", "actions done"),
        ("waiting", "shared"),
        GRADES,
    ),
    "reviews": (("strengths", "areas", "recommendations"),),
    "developments": (("planned", "under way", "done", "stopped"),),
}
# What is not so yet may become so later: (what is counted, what is written).
_ONE_WAY = {
    "dbs": (
        ("due", "overdue"),
        ("due", "re-checked"),
        ("in date", "overdue"),
        ("without", "overdue"),
    ),
    "actions": (("at risk", "overdue"), ("not started", "overdue")),
}
_PATTERNS = {
    subject: {
        name: re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.I)
        for name, pattern in parts.items()
    }
    for subject, parts in PARTS.items()
}


def parts_named(subject: str, text: str) -> dict[str, re.Match]:
    """Part → where a text first names it."""
    matches = ((name, pattern.search(text)) for name, pattern in _PATTERNS.get(subject, {}).items())
    return {name: match for name, match in matches if match}


def apart_from(subject: str, counted: Collection[str], written: Collection[str]) -> str:
    """The first part that is written next to a figure and of which it counts nothing, or none."""
    for group in _APART.get(subject, ()):
        own, named = set(group).intersection(counted), set(group).intersection(written)
        if own and named and not own & named:
            return next(name for name in written if name in named)
    pairs = _ONE_WAY.get(subject, ())
    later = (name for own, name in pairs if own in counted and own not in written)
    return next((name for name in later if name in written and name not in counted), "")
