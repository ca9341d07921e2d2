"""What a sentence that names the last paper says otherwise of what that paper counted."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import islice

from reports.checks.context import CheckContext, EarlierFigure
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault
from reports.prose.content import content
from reports.prose.marks import MARK, Marked
from reports.prose.quantities.arithmetic import AMOUNT, WORD, Change, way_of, wrong_amount
from reports.prose.quantities.phrases import phrase_after

_LAST_PAPER = re.compile(
    r"\b(?:last|previous|preceding)\s+(?:(?:[a-z]+[’']s\s+)?(?:report|update|paper|return|statement|"
    r"account|meeting|considered|discussed)|[a-z]+[’']s\s+review\b)|\bsince\s+(?:the\s+)?last\b"
    r"|\blast\s+(?:received|had|saw|considered)\s+(?:a|the|such\s+a)\s+(?:report|paper)\b"
    r"|(?<!the )\blast\s+time\b"
    r"|\breported\s+(?:then|before|previously|at\s+the\s+time)\b"
    r"|(?:(?<=⟧ )(?:(?:which|that)\s+(?:was|were)\s+)?reported\s+to|\b(?:told|informed))\s+"
    r"(?:the\s+|this\s+)?(?:board|committee|panel|cabinet|council|members)\b"
    r"|\b(?:board|committee|panel|cabinet|council|members)\s+(?:was|were)\s+(?:told|informed)\b"
    r"|\bwe\s+last\s+reported\b",
    re.I,
)
# “The last report had 46”: what leads from the paper to its number.
_HAD = re.compile(
    r"\b(?:had|gave|put|told|counted|showed|said|heard|recorded|was|were|that|at|of|as)\s+"
    r"(?:only\s+|just\s+|the\s+)?$",
    re.I,
)
_NOT_OF_THEN = re.compile(r"[:.]|\b(?:more|fewer|less|since|than|now)\b", re.I)
_FARTHEST = 80
# Words that take in more than was counted.
_ANY = re.compile(r"\b(?:any|every)\b", re.I)
_OR_NOT = re.compile(r"(?<!whether )\bor\s+(?:otherwise|not)\b", re.I)
_COMPOUND = re.compile(r"\b([a-z]+)-[a-z]+\b", re.I)
_NUMBER_OF = re.compile(r"\bnumber\s+of\s+", re.I)
_ENDS = re.compile(r"[⟦,;:.()]|\b(?:which|that)\s+(?:I|we)\b|\b(?:was|were|is|are|had|has|have)\b")
_STOP = re.compile("[⟦,;:.]")
_SINCE = re.compile(
    r"\b(?:since|than|from|on|with|against|unlike)\s+(?:the\s+)?(?:last|previous)\b[^⟦]*$", re.I
)
_IN_CARE = re.compile(r"\bin\s+(?:our\s+)?care\b(?:\s+at\s+the\s+end\b)?", re.I)
_UNCHANGED = re.compile(r"\b(?:unchanged|the\s+same\s+as|no\s+change)\b", re.I)
_OF_TIME = content(
    "time last previous report update paper number figure same year quarter month period given "
    "shown count today end ended ending close closed"
)


def since_then(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """`Has fallen by five since the last report`: held against what that report said."""
    printed = [(item, content(item.words)) for item in known.told if item.count and not item.member]
    earlier = frozenset()
    for line, sentence in reading.sentences() if printed else ():
        spoken = content(sentence.text)
        counts = {number.value for number in sentence.marks("c")}
        for item, named in printed if _LAST_PAPER.search(sentence.text) else ():
            # What the last paper counted of the same on another day is a number of it too.
            if any(row is not item and row.count in counts and of == named for row, of in printed):
                continue
            if _is_spoken_of(sentence, item, named, spoken | earlier):
                yield from islice(_against(line, sentence, item, named), 1)
        earlier = spoken


def _is_spoken_of(sentence: Marked, item: EarlierFigure, named, spoken):
    """Whether a sentence speaks of what was counted: its number and half of its words, or its
    number and day, or most of its words."""
    shared = len(named & spoken) * 2
    if any(number.value == item.count for number in sentence.marks("c")):
        days = {mark.last.isoformat() for mark in sentence.marks("d") if mark.last}
        return shared >= len(named) or bool(shared and item.end in days)
    return shared > len(named)


def _against(line: Line, sentence: Marked, item: EarlierFigure, named):
    """What a sentence that names the last paper says otherwise of a number of it."""
    amounts = {
        match[2]
        for match in AMOUNT.finditer(sentence.text)
        if not _is_near(sentence.thing(match[2]), item)
    }
    marks = [mark for mark in MARK.finditer(sentence.text) if mark[1] == "c"]
    near = [
        (sentence.thing(mark[2]), _ENDS.split(sentence.text[mark.end() :])[0])
        for mark in marks
        if _is_near(sentence.thing(mark[2]), item)
    ]
    now = [number for number, _ in near if number.value != item.count and not number.bound]
    if len(now) < len(near):
        text = sentence.text
        wider = _OR_NOT.search(text) or (_ANY.search(text) and named - content(text))
        for number, behind in (*near, *_number_of(sentence, near)):
            # Who is counted is told in other words than then.
            counted = _without_compounds(_LAST_PAPER.split(behind)[0], named)
            others = content(counted) - named - _OF_TIME
            plain = _plain(counted) - _plain(item.words) - _OF_TIME
            if (others and plain) or wider:
                scope = scoped(line, number.start, f"{number.words} {counted.strip()}", item)
                # Other words are often of the same people; “any” and “or not” are of more, and
                # “the number of families” is none of children.
                is_other = wider or (number, behind) not in near
                yield scope if is_other else replace(scope, severity=Severity.ADVICE)
    elif number := _of_then(sentence, named, now):
        yield unlike(line, number.start, number.words, item)
    elif len(now) == 1:
        yield from _unlike_change(line, sentence, now[0], item, amounts)


def _without_compounds(text, named):
    """A text without compounds of what is `named`: “case-file audits” are “case audits”."""
    return _COMPOUND.sub(lambda match: "" if content(match[1]) & named else match[0], text)


def _plain(text):
    """The words of a text, in whatever form children looked after are named."""
    return content(_IN_CARE.sub("looked after", text.replace("-", " ")))


def _is_near(number, item):
    return abs(number.value - item.count) * 4 <= item.count


def _number_of(sentence: Marked, near):
    """What `the number of …` counts, with the first number near that of then."""
    match = _NUMBER_OF.search(sentence.text)
    return [(near[0][0], phrase_after(sentence.text, match.end()))] if match and near else []


def _of_then(sentence: Marked, named, numbers):
    """The number that a clause gives of the last paper, where it is not of since then."""
    for clause in sentence.text.split(";"):
        cue = _LAST_PAPER.search(clause)
        if not cue or _SINCE.search(clause[: cue.end()]):
            continue
        marks = [mark for mark in MARK.finditer(clause) if mark[1] == "c"]
        for mark in marks:
            number = sentence.thing(mark[2])
            end = cue.start() if cue.start() >= mark.end() else len(clause)
            rest = _STOP.split(clause[mark.end() : end], maxsplit=1)[0]
            if content(rest) - named - _OF_TIME:
                # More is told of it than how many there were.
                continue
            if number in numbers and (len(marks) == 1 or _is_joined(clause, mark, cue)):
                return number
    return None


def _is_joined(clause, mark, cue):
    """Whether a number stands by the words that name the last paper as one of it."""
    first, last = sorted((mark.span(), cue.span()))
    between = clause[first[1] : min(last[0], first[1] + _FARTHEST)]
    if last[0] - first[1] > _FARTHEST or _NOT_OF_THEN.search(between):
        return False
    if mark.start() > cue.start():
        return bool(_HAD.search(between))
    return not re.search("[⟦,]", between)


def _unlike_change(line, sentence, number, item, amounts):
    """A direction or an amount that the number of now and that of the last paper deny."""
    word, same = WORD.search(sentence.text), _UNCHANGED.search(sentence.text)
    then = replace(number, value=Fraction(item.count), words=item.text)
    change = Change(then, number, way_of(word) if word else 0, word.group() if word else "")
    wrong = [wrong_amount(change, sentence.thing(mark)) for mark in amounts] if word else []
    if change.is_denied or (same and not word) or any(wrong):
        says = (
            f"The report gives {number.words} now and “{(word or same).group()}”, and "
            f"“{item.paper}” had {item.text}."
        )
        yield fault(line, number, says, "Explain how the number changed since then.")


def unlike(line: Line, place: int, text: str, values: EarlierFigure) -> Fault:
    """What to say where the last paper gave another number of the same."""
    says = (
        f"The report gives {text}, but “{values.paper}” gave {values.text} for the same "
        f"thing{_when(values)}."
    )
    return fault(line, place, says, "Use the earlier value, or write that it was corrected.")


def _when(earlier_figure: EarlierFigure):
    try:
        return (
            f" on {date.fromisoformat(earlier_figure.end):%-d %B %Y}"
            if earlier_figure.end and is_day(earlier_figure)
            else ""
        )
    except ValueError:
        return ""


def is_day(earlier_figure: EarlierFigure) -> bool:
    """Whether it was told of one day."""
    return not earlier_figure.start or earlier_figure.start == earlier_figure.end


def scoped(line: Line, place: int, text: str, earlier: EarlierFigure) -> Fault:
    """What to say where another population may be meant than that of the last paper."""
    of = f" ({earlier.cohort})" if earlier.cohort else ""
    says = (
        f"The report gives {text}; “{earlier.paper}” had {earlier.text}{of}. The report does not "
        "explain a different population, or the change."
    )
    mend = "Describe who was counted each time, or explain why the number changed."
    return fault(line, place, says, mend)
