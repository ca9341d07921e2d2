"""What a heading says about what stands under it, whatever the council calls it."""

import re

RECOMMENDATIONS, REASONS, CONTACTS = "recommendations", "reasons", "contacts"
WARDS, BACKGROUND, ANNEXES = "wards", "background_papers", "annexes"
ABBREVIATIONS, IMPLICATIONS, APPROVAL = "abbreviations", "implications", "approval"
PURPOSE = "purpose"

_ROLES = (
    (REASONS, r"reasons?(?: for (?:the )?(?:recommendations?|decisions?))?"),
    (
        RECOMMENDATIONS,
        (
            r"(?:officer |proposed )?recommendations?(?:\(s\))?"
            r"|recommendations? to .{3,80}"
            r"|decisions? (?:required|requested|sought|recommended)|action required"
            r"|decisions? for the (?:committee|panel|board|cabinet)"
            r"|(?:what )?(?:the )?(?:committee|panel|board|cabinet|members)"
            r" (?:is|are) asked to(?! declare).{0,40}"
        ),
    ),
    (PURPOSE, r"purpose of (?:the )?meeting"),
    (
        CONTACTS,
        (
            r"contact(?: (?:details|officers?|points?|information|for (?:the|this) report|us))?"
            r"|contacts|author|report authors?|officer contact"
        ),
    ),
    (
        WARDS,
        (
            r"wards?(?:\(s\))?(?:/divisions?)?(?: (?:and parishes )?affected)?"
            r"|(?:electoral )?divisions? affected"
        ),
    ),
    (BACKGROUND, r"(?:list of )?background (?:papers?|documents?|reading)(?: and .{3,40})?"),
    (
        ANNEXES,
        (
            r"(?:list of )?(?:annex(?:e|es)?|appendix|appendices|attachments|enclosures)"
            r"(?: attached)?"
            r"|supporting information"
        ),
    ),
    (
        ABBREVIATIONS,
        (
            r"(?:list of |table of )?(?:abbreviations?|acronyms?|glossary)(?: (?:and|of) .{3,40})?"
            r"(?: used.{0,30})?"
        ),
    ),
    (
        IMPLICATIONS,
        (
            r"(?:specialist |corporate )?implications|(?:financial|legal|equalit(?:y|ies)"
            r"|human resources|hr|property|crime and disorder|risk|other) implications"
        ),
    ),
    (APPROVAL, r"report approved|approved by"),
)
_PATTERNS = [(role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _ROLES]
_BODY = re.compile(
    r"(?:executive )?summary|introduction|purpose(?: of (?:the )?(?:report|paper))?|background"
    r"|agenda|context|overview|main (?:issues|report)|report|key issues|details?|issues",
    re.IGNORECASE,
)
_KEYED = re.compile(r"(?P<key>[A-Za-z][A-Za-z ()/’'-]{1,45}?)\s*:\s*(?P<rest>.*)", re.DOTALL)


def role_of(heading: str) -> str:
    """What a heading says stands under it; empty for any other."""
    text = heading.strip(" :.*_")
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(text)), "")


def opens_the_body(heading: str) -> bool:
    """Whether a heading is one that papers begin with."""
    return bool(_BODY.fullmatch(heading.strip(" :.*_")))


def keyed(text: str) -> tuple[str, str] | None:
    """A line's key and what follows its colon: `Report of`, `Director of …`; or None."""
    match = _KEYED.fullmatch(text.strip())
    return (match["key"].strip(), match["rest"].strip()) if match else None


def role_and_rest(text: str) -> tuple[str, str, str] | None:
    """The role, key and rest of a line that names its role and goes on (`Wards affected: All`)."""
    result = keyed(text)
    role = result and role_of(result[0])
    return (role, *result) if role else None
