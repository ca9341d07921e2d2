"""All or none of some things, where the sentences behind tell of one that is otherwise: `All four
files were read again. The file from the school is to be looked at in May`."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.quantities.phrases import stem
from reports.quantities.model import Denial, Statement

_ALL = re.compile(
    r"^\W*(?:yes,\s+)?(?:(?:by|on|at|in)\s+⟦d\d+⟧,?\s+)?(?P<all>(?P<none>none|neither|no)|all|both|each|every)\b"
    r"(?!\s+(?:but|in\s+all|other|too)\b)(?:\s+one)?(?:\s+of)?(?:\s+(?:the|our|these|its|those))?"
    r"(?:\s+⟦c\d+⟧)?(?:\s+of\s+(?:our|the|these|those))?(?P<nouns>(?:\s+[a-z’-]+){0,3}?)\s+"
    r"(?:was|were|is|are|has|have|had|did|does|do|made|took|met|sent|gave|came|went|kept|[a-z]+ed)\b"
    r"(?P<rest>[^.;:]*)",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|never|no\s+longer)\b", re.I)
_NOBODY = re.compile(
    r"^\W*(?:no\s+(?:child|young\s+person|boy|girl|pupil|one)|none|neither)\b", re.I
)
_ONE_PERSON = re.compile(r"^\W*(?:he|she|his|her)\b", re.I)
_MEMBER = re.compile(
    r"^\W*(?:but\s+|however,?\s+|only\s+)?(?:(?P<one>the\s+(?:one|third|fourth|fifth|last|remaining\s+one)\b"
    r"|one\b(?!\s+(?:reason|way|cause|result|effect)|\s+[a-z]+\s+(?:an?|per|each)\s|[^.]*,\s+(?:and\s+)?one\b))"
    r"|the\s+(?P<noun>[a-z]+)\s+(?:of|at|from|in|for|on)\b)(?P<rest>[^.]*)",
    re.I,
)
_OTHERWISE = re.compile(
    r"\b(?:did\s+(?:none|not)|(?:has|have|had|was|is|does)\s+not|declined|refused|rejected|must\s+wait"
    r"|yet\s+to|still\s+(?:to|open|waits?|waiting|without|outstanding)|is\s+to\s+be|will\s+(?:open|be|"
    r"follow|start|not)|(?:is|was|remains?)\s+(?:late|overdue|outstanding|vacant|unfilled|missing|"
    r"waiting)|missed|failed\s+to|has\s+none|had\s+none|without)\b",
    re.I,
)
_TOOK_ALL = re.compile(
    r"\b(?:accepted|agreed|approved|completed|met|filled|closed|kept|visited|seen|answered)\s+"
    r"(?P<all>all|both|each|every)\b",
    re.I,
)
_LEFT_ONE = re.compile(
    r"\b(?:declined|refused|rejected|turned\s+down|postponed|deferred|left\s+out|missed)\s+(?:the\s+)?"
    r"(?:one|other|two|third|last)\b",
    re.I,
)
_ONCE_MORE = re.compile(r"\b(?:again|once\s+more|a\s+(?:second|third)\s+time)\b", re.I)
_THEN = re.compile(
    r"\b(?:before|previous\w*|earlier|ago|last\s+(?:year|quarter|month|time|term)|had\s+been)\b",
    re.I,
)
_BEHIND, _MEND = 2, "Write how many, or name none that is not so."


def exceptions(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A sentence tells of no exception to what one right before it claims of all or of none."""
    if _THEN.search(row.sentence.text):
        return
    near = [x for x in earlier[:_BEHIND] if x.line is row.line]
    if _LEFT_ONE.search(row.sentence.text):
        claims = (_TOOK_ALL.search(x.sentence.text) for x in (row, *near))
    else:
        claims = (_claim_denied(x.sentence.text, row.sentence.text) for x in near)
    if claim := next(filter(None, claims), None):
        says = f"The report claims “{claim['all'].casefold()}”, and this names one that is not so."
        yield Denial(row.line, row.span, says, _MEND)


def _claim_denied(text: str, behind: str) -> re.Match | None:
    """The claim of all or none that opens a sentence, where the text behind it denies it of one."""
    claim = _ALL.match(text)
    if not claim or _DENIED.search(claim["rest"]):
        return None
    if _NOBODY.match(text):
        return claim if _ONE_PERSON.match(behind) else None
    member = None if claim["none"] else _MEMBER.match(behind)
    nouns = {stem(word) for word in claim["nouns"].casefold().split()}
    is_member = member and (member["one"] or stem(member["noun"].casefold()) in nouns)
    # “All five were audited again. The fifth is still inadequate, and will be looked at once more.”
    is_otherwise = is_member and _OTHERWISE.search(member["rest"])
    return claim if is_otherwise and not _ONCE_MORE.search(member["rest"]) else None
