"""Random samples of cases: anybody who has the list and the seed draws the same cases again."""

import hashlib
import re

from assurance.tables.phrases import several

# What stands in the place of a reference that was removed: of a case, or with its audit.
REMOVED, IS_REMOVED = "Removed case {place}", re.compile(r"Removed (?:case )?\d+")
LONGEST, MOST_LISTED, MOST_DRAWN = 40, 20_000, 500
SPEAKS_OF = {"size": ("cases",)}


def draw(references, size, seed):
    """`size` of `references` at random by `seed`, in the order drawn.

    Each is marked with the SHA-256 of the seed, a line break and itself, and the lowest marks are
    drawn: the order of the list and the program that draws make no difference.
    """
    return sorted(unique(references), key=lambda item: _mark(seed, item))[:size]


def _mark(seed, reference):
    return hashlib.sha256(f"{seed}\n{reference}".encode()).hexdigest()


def unique(references):
    """Each case once and in order: a reference is the same in capitals and small letters, and of
    two that differ in these alone the first of the alphabet is kept, whatever their order."""
    spellings = {}
    for reference in references:
        key = reference.casefold()
        spellings[key] = min(reference, spellings.get(key, reference))
    return list(spellings.values())


def references_of(text):
    """The references that stand in `text`, each once and in order: one to a line, or parted by
    commas, semicolons or tabs."""
    parts = (part.strip().strip('"') for part in re.split(r"[\r\n,;\t]", text))
    return unique(filter(None, parts))


def why_not_list(references):
    """The sentence that refuses a list of cases, or None."""
    if not references:
        return "Paste the list of cases, or choose a file that has it"
    if len(references) > MOST_LISTED:
        return f"The list has {len(references):,} cases: draw from {MOST_LISTED:,} or fewer"
    for number, reference in enumerate(references, 1):
        if len(reference) > LONGEST:
            return f"Case {number} has more than {LONGEST} characters: list references alone"
        if not any(letter.isdigit() for letter in reference):
            return (
                f"Case {number}, “{reference}”, has no number in it: list references, never names, "
                "and leave headings out"
            )
    return None


def why_not_size(size, references):
    """The sentence that refuses to draw `size` of `references`, or None."""
    if size is not None and references and size > len(references):
        return f"The list has {several(len(references), 'different case')}: draw that many or fewer"
    return None


def without_others(references, audited):
    """The `references` with only those that are `audited`; each other one has its place alone."""
    pairs = enumerate(references, 1)
    return [item if item in audited else REMOVED.format(place=place) for place, item in pairs]


def why_not_compare(drawn):
    """The sentence that refuses to compare a sample of which no reference is left, or None."""
    if any(not IS_REMOVED.fullmatch(item) for item in drawn):
        return None
    return "The references of this sample were removed: there is nothing to compare"


def say_same(drawn, references, listed, seed):
    """(whether drawing again from `references` gives `drawn`, the sentence about it); references
    that were removed are not compared."""
    number = len(unique(references))
    again = draw(references, len(drawn), seed)
    gone = {place for place, item in enumerate(drawn) if IS_REMOVED.fullmatch(item)}
    drawn, again = ([x for at, x in enumerate(row) if at not in gone] for row in (drawn, again))
    same = f"The same {several(len(drawn), 'case')} {'is' if len(drawn) == 1 else 'are'} drawn"
    has = f"this list has {several(number, 'case')}"
    if again == drawn:
        if number == listed:
            return True, f"{same} from this list by the same seed."
        return True, (f"{same}, but {has} and the one that was drawn from had {listed:,}.")
    if number != listed:
        return False, (
            f"Other cases are drawn: {has} and the one that was drawn from had {listed:,}."
        )
    return False, "Other cases are drawn: this is another list than the one that was drawn from."
