"""The clause of a claim: its sentence between the breaks around it."""

import re


def clause_around(text: str, match: re.Match, breaks: re.Pattern) -> tuple[int, int]:
    """Where the stretch of a text around a match begins and ends, from the last of the breaks
    before it to the first behind it."""
    start = max((x.end() for x in breaks.finditer(text, 0, match.start())), default=0)
    end = next((x.start() for x in breaks.finditer(text, match.end())), len(text))
    return start, end
