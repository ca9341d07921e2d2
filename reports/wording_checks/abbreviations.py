"""Abbreviations: explained when first used, used when explained, listed once, with one meaning."""

import re

from reports.checks.reading import shared
from reports.checks.rule import WORDING, Fault, Mend, Severity, fault, rule
from reports.prose.abbreviations import BODIES, fits, is_a_name, meaning
from reports.prose.content import words_of
from reports.prose.patterns import SentencePattern
from reports.wording_checks.letters import first_in_text, letters_of

_SECTION = SentencePattern(r"(?<![\w’'])([Ss])\.?\s?(\d{2,3})(?![\d%])")
_FEWEST, _STEM = 4, 6
# Letters that members and readers know better than the words: checks on certificates, inspectors,
# services that the law and every school letter call so. Bodies that few outside know are not here.
_KNOWN_BY_LETTERS = words_of("DBS CQC HMI HMIs FTE ICT SEN GDPR")


@rule(
    "abbreviation-unexplained",
    Severity.WARNING,
    "error 31",
    follows=("abbreviation-two-forms",),
    family=WORDING,
)
def unexplained(reading, known):
    """An abbreviation is written out where it first appears, or listed."""
    for value in shared(reading, letters_of).values():
        if value.listed or value.explained or not value.uses:
            continue
        # What reads as a word is the name of a system or a project, and stands for itself.
        if value.short in _KNOWN_BY_LETTERS or is_a_name(value.short):
            continue
        use = value.uses[0]
        long = known.glossary.get(value.short, "")
        text = (
            f"Write “{long} ({value.short})” here."
            if long
            else "Write it out where it first appears."
        )
        old, new = (value.short, f"{long} ({value.short})") if long else ("", "")
        says = f"“{value.short}” is used and never explained."
        yield fault(use.line, use, says, text, swap=(old, new))


@rule("abbreviation-late", Severity.WARNING, "C13", family=WORDING)
def explained_late(reading, _known):
    """An abbreviation is not used before it is explained.

    Headings may go before.
    """
    for value in shared(reading, letters_of).values():
        if not value.explained:
            continue
        first, values = first_in_text(value.uses), value.explained[0].use
        if first is None or (first.order, first.start) >= (values.order, values.start):
            continue
        if first.line.where == values.line.where and _is_one_sentence(first, values):
            continue
        later = values.line.at or "a later place"
        says = f"“{value.short}” is used here, but is explained only at {later}."
        mend = "Explain it here, where it first appears."
        severity = Severity.ADVICE if value.listed else None
        yield fault(first.line, first, says, mend, severity=severity)


def _is_one_sentence(first, values):
    """Whether two uses at one place stand in one sentence, where either may come first."""
    if first.line is not values.line:
        return True
    return first.line.sentence_at(first.start).holds(values.start)


@rule("abbreviation-unused", Severity.WARNING, "error 30", family=WORDING)
def never_used(reading, _known):
    """An abbreviation that is listed is used.

    Advice for what is explained in the text and never used again.
    """
    for value in shared(reading, letters_of).values():
        if value.listed and not value.uses:
            yield _of_list(
                reading, f"“{value.short}” is listed, but the report never uses it.", value
            )
        elif len(value.uses) == 1 and value.explained and not value.listed:
            use = value.uses[0]
            says = f"“{value.short}” is explained, and never used again."
            advice = Severity.ADVICE
            yield fault(use.line, use, says, f"Leave out “({value.short})”.", severity=advice)


@rule("abbreviation-unlisted", Severity.ADVICE, "error 31", family=WORDING)
def not_listed(reading, _known):
    """A report with a list of abbreviations lists all that it uses."""
    if not reading.listed:
        return
    for value in shared(reading, letters_of).values():
        if value.explained and not value.listed:
            use = value.uses[0]
            says = f"“{value.short}” is not in the list of abbreviations."
            yield fault(use.line, use, says, "Add it to the list.")


@rule("abbreviation-twice", Severity.WARNING, "C13", family=WORDING)
def twice(reading, _known):
    """An abbreviation is listed once and means one thing."""
    for value in shared(reading, letters_of).values():
        if len(value.listed) > 1:
            yield _of_list(reading, f"“{value.short}” is listed {len(value.listed)} times.", value)
        longs = {}
        for long in (*value.listed, *(item.long for item in value.explained if item.fits)):
            longs.setdefault(meaning(long), long)
        answer = _different(longs)
        if answer:
            values = value.explained[-1].use if value.explained else None
            says = f"“{value.short}” is given as “{answer[0]}” and as “{answer[1]}”."
            if values is None:
                yield _of_list(reading, says, value)
            else:
                yield fault(values.line, values, says, "Keep one meaning, or use other letters.")


@rule("abbreviation-unlike-glossary", Severity.WARNING, "error 33", family=WORDING)
def unlike_glossary(reading, known):
    """An abbreviation means what it means to the council, and everywhere."""
    glossary = {**BODIES, **known.glossary}
    for value in shared(reading, letters_of).values():
        right = glossary.get(value.short)
        entries = [(item.long, item.use) for item in value.explained]
        for long, use in (*entries, *((long, None) for long in value.listed)) if right else ():
            if _different({_stems(right): right, _stems(long): long}):
                says = f"“{value.short}” means “{right}”, but the report gives “{long}”."
                yield (
                    fault(use.line, use, says, f"Write “{right}”.")
                    if use
                    else _of_list(reading, says, value)
                )


def _stems(long):
    """The words of a long form by their beginnings: foster and fostering are one."""
    return tuple(word[:_STEM] for word in meaning(long))


@rule("abbreviation-initials", Severity.WARNING, "error 33", family=WORDING)
def initials_denied(reading, _known):
    """The words of an abbreviation have its letters as initials."""
    for value in shared(reading, letters_of).values():
        for item in value.explained:
            if not item.fits:
                use = item.use
                says = f"The initials of “{item.long}” do not make “{value.short}”."
                yield fault(use.line, use, says, "Add the word that is missing.")
        for long in dict.fromkeys(value.listed):
            if _is_missing_a_word(value.short, long):
                says = f"The initials of “{long}” do not make “{value.short}”."
                yield _of_list(reading, says, value)


@rule(
    "abbreviation-two-forms",
    Severity.WARNING,
    "error 32",
    follows=("abbreviation-unexplained",),
    family=WORDING,
)
def two_forms(reading, _known):
    """One thing has one abbreviation."""
    result = shared(reading, letters_of)
    by_letters, by_meaning = {}, {}
    for value in result.values():
        by_letters.setdefault("".join(sorted(value.short.casefold())), []).append(value)
        for long in {meaning(long) for long in _longs(value)}:
            by_meaning.setdefault(long, []).append(value)
    for rows in (*by_letters.values(), *by_meaning.values()):
        pair = _pair(rows)
        if pair:
            first, second = pair
            use = second.uses[0]
            says = f"“{second.short}” and “{first.short}” seem to be one thing."
            mend = f"Write “{first.short}” here too."
            # CEC and CCE are two things: of three letters only another case is beyond doubt.
            sure = len(first.short) >= _FEWEST or first.short.casefold() == second.short.casefold()
            if sure or _longs(first):
                yield fault(use.line, use, says, mend, swap=(second.short, first.short))
    yield from _sections(reading)


def _pair(rows):
    """Two abbreviations of a row that are used and not told apart by two meanings, or None."""
    used = [row for row in rows if row.uses]
    for place, first in enumerate(used):
        for second in used[place + 1 :]:
            ours, theirs = ({meaning(long) for long in _longs(item)} for item in (first, second))
            if len(first.short) > 2 and (not ours or not theirs or ours & theirs):
                return first, second
    return None


def _sections(reading):
    """S20 and s20 of one number in one paper."""
    known = {}
    for line in reading.lines:
        for match in _SECTION.finditer(line.text):
            form, first = match[0], known.setdefault(match[2], match[0])
            if form != first and form.casefold() == first.casefold():
                says = f"“{form}” is “{first}” elsewhere in the report."
                yield fault(line, match, says, f"Write “{first}”.", swap=(form, first))
                known[match[2]] = form


def _longs(item):
    return (*item.listed, *(entry.long for entry in item.explained))


def _different(longs):
    """Two long forms that are not one in two spellings, or nothing."""
    rows = list(longs.items())
    for place, (first, text) in enumerate(rows):
        for second, other in rows[place + 1 :]:
            if not set(first) <= set(second) and not set(second) <= set(first):
                return text, other
    return None


def _is_missing_a_word(short, long):
    """Whether a long form of several words lacks one for a letter: one that reads as initials."""
    letters = [item for item in short if item.isalpha()]
    if fits(short, long) or len(letters) < 3 or not short.isupper():
        return False
    initials = [word[0] for word in re.findall(r"[A-Za-z]+", long) if word[0].isupper()]
    return (
        len(initials) >= 2 and sum(initial in letters for initial in initials) >= len(letters) - 1
    )


def _of_list(reading, says, item):
    """A fault of the paper's list of abbreviations."""
    part = next((part for part in reading.parts if part.kind == "abbreviations"), None)
    where, at = (part.where, part.title or "Abbreviations") if part else ("", "Abbreviations")
    row = f"{item.short} – {item.listed[0]}" if item.listed else item.short
    mend = Mend("Right the list of abbreviations.")
    return Fault(where, at, says, row, item.short, "", mend)
