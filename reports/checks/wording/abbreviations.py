"""Abbreviations: explained when first used, used when explained, listed once, with one meaning."""

import re

from reports.checks.reading import shared
from reports.checks.rule import Fault, Mend, Rule, Severity, fault
from reports.checks.wording.bodies import BODIES
from reports.checks.wording.letters import first_in_text, fits, is_a_name, letters_of, meaning

FAMILY = "wording"
_SECTION = re.compile(r"(?<![\w’'])([Ss])\.?\s?(\d{2,3})(?![\d%])")
_FEWEST, _STEM = 4, 6


def unexplained(reading, known):
    """Letters that the paper never explains: neither beside a use nor in its list."""
    for one in shared(reading, letters_of).values():
        if one.listed or one.explained or not one.uses:
            continue
        use = one.uses[0]
        long = known.glossary.get(one.short, "")
        words = (
            f"Write “{long} ({one.short})” here." if long else "Write it out where it first stands."
        )
        old, new = (one.short, f"{long} ({one.short})") if long else ("", "")
        mend = Mend(words, use.line.block, old, new)
        says = f"“{one.short}” is used and never explained."
        severity = Severity.ADVICE if is_a_name(one.short) else None
        yield fault(use.line, use.start, says, end=use.end, mend=mend, severity=severity)


def explained_late(reading, _known):
    """Letters used before the place where the text explains them; headings may go before."""
    for one in shared(reading, letters_of).values():
        if not one.explained:
            continue
        first, told = first_in_text(one.uses), one.explained[0].use
        if first is None or (first.order, first.start) >= (told.order, told.start):
            continue
        if first.line.where == told.line.where and _is_one_sentence(first, told):
            continue
        later = told.line.at or "a later place"
        says = f"“{one.short}” stands here, and is explained only at {later}."
        mend = Mend("Explain it here, where it first stands.", first.line.block)
        severity = Severity.ADVICE if one.listed else None
        yield fault(first.line, first.start, says, end=first.end, mend=mend, severity=severity)


def _is_one_sentence(first, told):
    """Whether two uses at one place stand in one sentence, where either may come first."""
    if first.line is not told.line:
        return True
    return first.line.sentence_at(first.start).holds(told.start)


def never_used(reading, _known):
    """Letters that the list explains and the text never uses; in the text, advice."""
    for one in shared(reading, letters_of).values():
        if one.listed and not one.uses:
            yield _of_list(reading, f"“{one.short}” is listed, and the paper never uses it.", one)
        elif len(one.uses) == 1 and one.explained and not one.listed:
            use = one.uses[0]
            says = f"“{one.short}” is explained, and never used again."
            mend = Mend(f"Leave out “({one.short})”.", use.line.block)
            advice = Severity.ADVICE
            yield fault(use.line, use.start, says, end=use.end, mend=mend, severity=advice)


def not_listed(reading, _known):
    """Letters that the text explains and the paper's list leaves out."""
    if not reading.listed:
        return
    for one in shared(reading, letters_of).values():
        if one.explained and not one.listed:
            use = one.uses[0]
            says = f"“{one.short}” is not in the list of abbreviations."
            mend = Mend("Add it to the list.", use.line.block)
            yield fault(use.line, use.start, says, end=use.end, mend=mend)


def twice(reading, _known):
    """Letters listed twice, or said to stand for two things."""
    for one in shared(reading, letters_of).values():
        if len(one.listed) > 1:
            yield _of_list(reading, f"“{one.short}” is listed {len(one.listed)} times.", one)
        longs = {}
        for long in (*one.listed, *(said.long for said in one.explained if said.fits)):
            longs.setdefault(meaning(long), long)
        said = _different(longs)
        if said:
            told = one.explained[-1].use if one.explained else None
            says = f"“{one.short}” stands for “{said[0]}” and for “{said[1]}”."
            if told is None:
                yield _of_list(reading, says, one)
            else:
                mend = Mend("Keep one meaning, or use other letters.", told.line.block)
                yield fault(told.line, told.start, says, end=told.end, mend=mend)


def unlike_glossary(reading, known):
    """Letters that the paper gives another meaning than the council's glossary, or than the one
    that a national body's letters have everywhere."""
    glossary = {**BODIES, **known.glossary}
    for one in shared(reading, letters_of).values():
        right = glossary.get(one.short)
        told = [(said.long, said.use) for said in one.explained]
        for long, use in (*told, *((long, None) for long in one.listed)) if right else ():
            if _different({_stems(right): right, _stems(long): long}):
                says = f"“{one.short}” stands for “{right}”, and the paper says “{long}”."
                mend = Mend(f"Write “{right}”.", use.line.block if use else "")
                yield (
                    fault(use.line, use.start, says, end=use.end, mend=mend)
                    if use
                    else _of_list(reading, says, one)
                )


def _stems(long):
    """The words of a long form by their beginnings: foster and fostering are one."""
    return tuple(word[:_STEM] for word in meaning(long))


def initials_denied(reading, _known):
    """A long form whose initials do not make the letters: a word has been left out."""
    for one in shared(reading, letters_of).values():
        for said in one.explained:
            if not said.fits:
                use = said.use
                says = f"The initials of “{said.long}” do not make “{one.short}”."
                mend = Mend("Add the word that is missing.", use.line.block)
                yield fault(use.line, use.start, says, end=use.end, mend=mend)
        for long in dict.fromkeys(one.listed):
            if _is_missing_a_word(one.short, long):
                says = f"The initials of “{long}” do not make “{one.short}”."
                yield _of_list(reading, says, one)


def two_forms(reading, _known):
    """One thing under two abbreviations: letters in another order, S20 and s20, or one long form
    with two shorts."""
    found = shared(reading, letters_of)
    by_letters, by_meaning = {}, {}
    for one in found.values():
        by_letters.setdefault("".join(sorted(one.short.casefold())), []).append(one)
        for long in {meaning(long) for long in _longs(one)}:
            by_meaning.setdefault(long, []).append(one)
    for rows in (*by_letters.values(), *by_meaning.values()):
        pair = _pair(rows)
        if pair:
            first, second = pair
            use = second.uses[0]
            says = f"“{second.short}” and “{first.short}” seem to be one thing."
            mend = Mend(
                f"Write “{first.short}” here too.", use.line.block, second.short, first.short
            )
            sure = len(first.short) >= _FEWEST or first.short.casefold() == second.short.casefold()
            severity = None if sure or _longs(first) else Severity.ADVICE
            yield fault(use.line, use.start, says, end=use.end, mend=mend, severity=severity)
    yield from _sections(reading)


def _pair(rows):
    """Two abbreviations of a row that are used and not told apart by two meanings, or None."""
    used = [one for one in rows if one.uses]
    for place, first in enumerate(used):
        for second in used[place + 1 :]:
            ours, theirs = ({meaning(long) for long in _longs(one)} for one in (first, second))
            if len(first.short) > 2 and (not ours or not theirs or ours & theirs):
                return first, second
    return None


def _sections(reading):
    """S20 and s20 of one number in one paper."""
    seen = {}
    for line in reading.lines:
        for match in _SECTION.finditer(line.text):
            form, first = match[0], seen.setdefault(match[2], match[0])
            if form != first and form.casefold() == first.casefold():
                says = f"“{form}” is “{first}” elsewhere in the paper."
                mend = Mend(f"Write “{first}”.", line.block, form, first)
                yield fault(line, match.start(), says, end=match.end(), mend=mend)
                seen[match[2]] = form


def _longs(one):
    return (*one.listed, *(said.long for said in one.explained))


def _different(longs):
    """Two long forms that are not one in two spellings, or nothing."""
    rows = list(longs.items())
    for place, (first, words) in enumerate(rows):
        for second, other in rows[place + 1 :]:
            if not set(first) <= set(second) and not set(second) <= set(first):
                return words, other
    return None


def _is_missing_a_word(short, long):
    """Whether a long form of several words lacks one for a letter: one that reads as initials."""
    letters = [one for one in short if one.isalpha()]
    if fits(short, long) or len(letters) < 3 or not short.isupper():
        return False
    initials = [word[0] for word in re.findall(r"[A-Za-z]+", long) if word[0].isupper()]
    return len(initials) >= 2 and sum(one in letters for one in initials) >= len(letters) - 1


def _of_list(reading, says, one):
    """A fault of the paper's list of abbreviations."""
    part = next((part for part in reading.parts if part.kind == "abbreviations"), None)
    where, at = (part.where, part.title or "Abbreviations") if part else ("", "Abbreviations")
    row = f"{one.short} – {one.listed[0]}" if one.listed else one.short
    mend = Mend("Right the list of abbreviations.")
    return Fault(where, at, says, row, one.short, "", mend)


RULES = (
    Rule(
        "abbreviation-unexplained",
        FAMILY,
        Severity.WARNING,
        "An abbreviation is written out where it first stands, or listed.",
        unexplained,
        "error 31",
        ("abbreviation-two-forms",),
    ),
    Rule(
        "abbreviation-late",
        FAMILY,
        Severity.WARNING,
        "An abbreviation is not used before it is explained.",
        explained_late,
        "C13",
    ),
    Rule(
        "abbreviation-unused",
        FAMILY,
        Severity.WARNING,
        "An abbreviation that is listed is used.",
        never_used,
        "error 30",
    ),
    Rule(
        "abbreviation-unlisted",
        FAMILY,
        Severity.ADVICE,
        "A paper with a list of abbreviations lists all that it uses.",
        not_listed,
        "error 31",
    ),
    Rule(
        "abbreviation-twice",
        FAMILY,
        Severity.WARNING,
        "An abbreviation is listed once and means one thing.",
        twice,
        "C13",
    ),
    Rule(
        "abbreviation-unlike-glossary",
        FAMILY,
        Severity.WARNING,
        "An abbreviation means what it means to the council, and everywhere.",
        unlike_glossary,
        "error 33",
    ),
    Rule(
        "abbreviation-initials",
        FAMILY,
        Severity.WARNING,
        "The words of an abbreviation have its letters as initials.",
        initials_denied,
        "error 33",
    ),
    Rule(
        "abbreviation-two-forms",
        FAMILY,
        Severity.WARNING,
        "One thing has one abbreviation.",
        two_forms,
        "error 32",
        ("abbreviation-unexplained",),
    ),
)
