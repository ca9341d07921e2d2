"""Which findings may have been said before, and what a chain of them tells.

A suggestion is never a link. The rule is plain: an earlier finding that asks for an answer too,
under the same theme by its title (or one of them under none), and at least three words of weight in
common that are two fifths or more of the shorter one's, or all of both where they have fewer.
"""

import re
from collections import Counter
from dataclasses import dataclass

from assurance.reviews.rules.findings import ASKING

WORD = re.compile(r"[a-z]{4,}")
FEWEST_SHARED = 3
# Numerator and denominator of the share of the shorter finding's words.
SHARE = (2, 5)
MOST_SUGGESTED = 5
# Words of four letters or more that say nothing of what a finding is about.
WEIGHTLESS = frozenset(
    word.rstrip("s")
    for line in (
        "about across after again also always been before being between both could does done down",
        "each enough ensure every from further have having however improve improved improving into",
        "just less make making many more most much must need needs never often only other over",
        "same should some such than that their them then there these they this those through under",
        "time until very well were what when where whether which while with within without work",
        "would your local authority council service child children young people family families",
    )
    for word in line.split()
)


@dataclass(frozen=True)
class Chain:
    """A finding and those that said it before it, newest first. `findings` holds two or more."""

    findings: tuple

    @property
    def newest(self):
        """The finding that says it last."""
        return self.findings[0]

    @property
    def first(self):
        """The finding that said it first."""
        return self.findings[-1]

    @property
    def bodies(self):
        """Who said it, each once, the earliest first."""
        return list(dict.fromkeys(finding.review.body for finding in reversed(self.findings)))


def words_of(text):
    """The set of a text's words of weight, plurals as singulars."""
    return {word.rstrip("s") for word in WORD.findall(text.casefold())} - WEIGHTLESS


def alike(first, second):
    """Whether two sets of `words_of` share enough to be suggested as one finding."""
    shared, shorter = len(first & second), min(len(first), len(second))
    is_enough = shared >= FEWEST_SHARED or (first == second and shared > 0)
    return is_enough and shared * SHARE[1] >= shorter * SHARE[0]


def same_theme(item, other):
    """Whether two findings stand under themes of one title, or one of them under none."""
    if item.theme is None or other.theme is None:
        return True
    return item.theme.title.casefold() == other.theme.title.casefold()


def suggested(finding, earlier):
    """Of the findings `earlier`, those that may have said `finding` before, most words shared
    first, `MOST_SUGGESTED` at most."""
    own = words_of(finding.text)
    rows = [
        (len(own & words_of(item.text)), item)
        for item in earlier
        if item.kind in ASKING and same_theme(item, finding) and alike(own, words_of(item.text))
    ]
    ordered = sorted(rows, key=lambda pair: (-pair[0], pair[1].pk))
    return [item for _, item in ordered[:MOST_SUGGESTED]]


def to_suggest(findings):
    """A list of (finding, its suggestion) of those of `findings` that ask for an answer, are linked
    to none and may have been said before; only the best suggestion of each. `findings` are in the
    order of their reviews."""
    weighed = [(finding, words_of(finding.text)) for finding in findings if finding.kind in ASKING]
    # Word → where it stands among the findings so far: only those that share words are compared.
    places, result = {}, []
    for here, (item, text) in enumerate(weighed):
        if not item.said_before_id:
            shared = Counter(place for word in text for place in places.get(word, ()))
            fitting = [
                (-number, weighed[place][0].pk, weighed[place][0])
                for place, number in shared.items()
                if _may_repeat(item, text, *weighed[place])
            ]
            result += [(item, min(fitting, key=lambda row: row[:2])[2])] if fitting else []
        for word in text:
            places.setdefault(word, []).append(here)
    return result


def _may_repeat(item, text, earlier, theirs):
    before = earlier.review.started_on < item.review.started_on
    return before and same_theme(item, earlier) and alike(text, theirs)


def chain_of(finding, by_key):
    """The `Chain` that ends in `finding`; `by_key` maps keys to findings that stand. One that was
    withdrawn ends it."""
    entries = [finding]
    keys = {finding.pk}
    while (earlier := by_key.get(entries[-1].said_before_id)) and earlier.pk not in keys:
        entries.append(earlier)
        keys.add(earlier.pk)
    return Chain(tuple(entries))


def chains(findings):
    """Every `Chain` of two or more among `findings`, each from the finding that nothing says again;
    the longest first, then the one said first."""
    by_key = {finding.pk: finding for finding in findings}
    repeated = {finding.said_before_id for finding in findings}
    made = [chain_of(finding, by_key) for finding in findings if finding.pk not in repeated]
    entries = [chain for chain in made if len(chain.findings) > 1]
    return sorted(entries, key=lambda item: (-len(item.findings), item.first.review.started_on))


def why_not_before(finding, earlier):
    """The sentence that refuses `earlier` as what said `finding` before, or None."""
    if earlier is None:
        return None
    if earlier.withdrawn_on or earlier.review.withdrawn_on:
        return "That finding was withdrawn: choose another one"
    if earlier.review.started_on >= finding.review.started_on:
        return (
            f"“{earlier.review.title}” did not begin before “{finding.review.title}”: choose a "
            "finding of an earlier review"
        )
    return None
