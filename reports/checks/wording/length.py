"""Sentences and paragraphs that are hard to read for their length: advice only."""

import re

from reports.checks.reading import PROSE
from reports.checks.rule import Mend, Rule, Severity, fault

FAMILY = "wording"
LONGEST_SENTENCE, LONGEST_PARAGRAPH = 40, 150
_WORD = re.compile(r"\w[\w’'-]*")


def long_sentences(reading, _known):
    """Sentences of more than forty words."""
    for line in reading.lines:
        if line.kind not in PROSE or len(line.text) < LONGEST_SENTENCE * 3:
            continue
        for sentence in line.sentences:
            count = len(_WORD.findall(sentence.text))
            if count > LONGEST_SENTENCE:
                mend = Mend("Say it in two sentences.", line.block)
                says = f"The sentence has {count} words."
                yield fault(line, sentence.start, says, mend=mend)


def long_paragraphs(reading, _known):
    """Paragraphs of more than a hundred and fifty words."""
    for line in reading.lines:
        if line.kind in PROSE and len(line.text) > LONGEST_PARAGRAPH * 3:
            count = len(_WORD.findall(line.text))
            if count > LONGEST_PARAGRAPH:
                mend = Mend("Make two paragraphs of it, or a list.", line.block)
                yield fault(line, 0, f"The paragraph has {count} words.", mend=mend)


RULES = (
    Rule(
        "long-sentence",
        FAMILY,
        Severity.ADVICE,
        "A sentence has forty words at most.",
        long_sentences,
        "plain English",
    ),
    Rule(
        "long-paragraph",
        FAMILY,
        Severity.ADVICE,
        "A paragraph has a hundred and fifty words at most.",
        long_paragraphs,
        "plain English",
    ),
)
