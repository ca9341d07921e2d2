"""What is answered, finished or sent on a day, and asked, begun or received on another."""

import re
from collections.abc import Iterator

from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault
from reports.prose.dates import DAY, Mention
from reports.prose.marks import MARK, Marked

_ASKED = re.compile(
    r"\b(?:asked|questions?|enquir\w+|requests?(?:ed)?|complain\w+|petition\w*|motions?|referr\w+|letters?|"
    r"received|raised|inspect\w+|visit(?:ed)?|wrote\s+to\s+us)\b",
    re.I,
)
_ANSWERED = re.compile(
    r"\b(?:answer(?:ed)?|repl(?:y|ied)|respon(?:se|ded)|wrote\s+back|written\s+(?:answer|reply)|had\s+(?:their|its|an)\s+"
    r"(?:answer|reply))\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|due|by|before|not|until|ahead\s+of|earlier|last|previous\w*|first)\b", re.I
)


def answered_before_asked(reading: Reading) -> Iterator[Fault]:
    """`Asked on 7 June and answered on 28 May`."""
    for line in reading.prose():
        for first, last in zip((None, *line.marked), line.marked, strict=False):
            yield from _of_sentence(line, last, first)


def _of_sentence(line: Line, sentence: Marked, before: Marked | None):
    answered = _ANSWERED.search(sentence.text)
    if not answered:
        return
    own = _days(sentence, sentence.text)
    asked = _days(sentence, sentence.text[: answered.start()])
    replied = [x for x in own if x not in asked]
    if not asked and before is not None and _ASKED.search(before.text):
        asked = _days(before, before.text)
    elif asked and not _ASKED.search(sentence.text[: answered.start()]):
        return
    if len(asked) != 1 or len(replied) != 1:
        return
    told = sentence.text[answered.start() :].partition("⟦d")[0]
    first, last = asked[0], replied[0]
    if last.first < first.first and not _AHEAD.search(told):
        says = f"It was answered on {last.words}, before {first.words}, when it was asked."
        mend = "Put the two dates in order."
        yield fault(line, last, says, mend, severity=Severity.WARNING)


def _days(sentence: Marked, text: str) -> list[Mention]:
    """The days that a stretch names, each with its first day known."""
    marks = (sentence.thing(match[2]) for match in MARK.finditer(text) if match[1] == "d")
    return [x for x in marks if x.precision == DAY and x.first]
