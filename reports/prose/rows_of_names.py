"""How many things a row of names is of, with “and” before the last."""

import re
from collections.abc import Sequence

AND = r"\band\b|\b(?:together|along)\s+with\b|\bas\s+well\s+as\b|\bplus\b"
_LONGEST = 10
# Items that begin alike: what an “and” without such a word joins is within one of them.
_OPENERS = re.compile(
    r"\s*(?:and\s+)?(?:(an?|the|its|our|their)|"
    r"(in|on|at|by|for|to|with|from|that|how|who|what|whether|why))\s",
    re.I,
)
# A piece that begins so explains what was named before it.
CLAUSE = re.compile(
    r"^\s*(?:and\s+)?(?:each|which|that|who|whose|where|when|while|so|because|since|as|all|both|none|they|"
    r"we|it|one(?!-)|this|these|those|there|but|some|most|many|including|in\s+(?:which|order))\b",
    re.I,
)


def pieces_of(tail: str) -> tuple[int, int]:
    """The least and the most pieces of a row of names with “and” before the last."""
    by = ";" if tail.count(";") > 1 or re.search(rf";\s*(?:{AND})", tail, re.I) else "[,;]"
    pieces = [piece for piece in re.split(by, tail) if piece.strip(" .")]
    opened = [piece for piece in pieces if re.match(rf"\s*(?:{AND})", piece, re.I)]
    inner = [re.split(rf"(?<=\S)\s+(?:{AND})", piece, flags=re.I) for piece in pieces]
    ands, alike = sum(map(len, inner)) - len(inner), alike_openers(pieces)
    clauses = any(CLAUSE.match(piece) for piece in pieces) and not alike
    clauses = clauses or re.search(rf"(?:{AND})\s*(?:,|$)", tail)
    longest = max(len(piece.split()) for piece in re.split(rf"[,;]|{AND}", tail))
    if clauses or longest > _LONGEST or not (ands or opened or by == ";") or opened[:-1]:
        return 0, 0
    if opened and opened[-1] is not pieces[-1]:
        return 0, 0
    last = bool(inner[-1][1:] and not opened)
    if by == ";":
        return len(pieces), len(pieces) + last
    if len(pieces) == 2 and opened and not re.match(r"\s*and\b", opened[0], re.I):
        # “Attendance and reading, together with numeracy” is three.
        return len(pieces) + ands, len(pieces) + ands
    if alike:
        ands = max(sum(opener(piece) == alike for row in inner for piece in row[1:]), last)
    # “Health, schools and work, and homes” may be of two: schools and work.
    joined = 0 if alike or last else sum(len(row) > 1 for row in inner[1:])
    return len(pieces) + last - joined, len(pieces) + ands


def opener(piece: str) -> str | None:
    """The word that opens a piece, one for all articles; nothing where it is no such word."""
    match = _OPENERS.match(piece)
    return match and ((match[1] and "the") or match[2].casefold())


def alike_openers(pieces: Sequence[str]) -> str | None:
    """The word that opens every piece, or nothing."""
    openers = {opener(piece) for piece in pieces if piece.strip(" .")}
    return openers.pop() if len(openers) == 1 else None
