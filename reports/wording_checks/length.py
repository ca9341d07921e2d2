"""Sentences and paragraphs that are hard to read for their length: advice only."""

import re

from reports.checks.reading import PROSE
from reports.checks.rule import WORDING, Severity, fault, rule

LONGEST_SENTENCE, LONGEST_PARAGRAPH = 40, 150
_WORD = re.compile(r"\w[\w’'-]*")


@rule("long-sentence", Severity.ADVICE, "plain English", family=WORDING)
def long_sentences(reading, _known):
    """A sentence has forty words at most."""
    for line in reading.lines:
        if line.kind not in PROSE or len(line.text) < LONGEST_SENTENCE * 3:
            continue
        for sentence in line.sentences:
            count = len(_WORD.findall(sentence.text))
            if count > LONGEST_SENTENCE:
                says = f"The sentence has {count} words."
                yield fault(line, sentence.start, says, "Make it two sentences.")


@rule("long-paragraph", Severity.ADVICE, "plain English", family=WORDING)
def long_paragraphs(reading, _known):
    """A paragraph has a hundred and fifty words at most."""
    for line in reading.lines:
        if line.kind in PROSE and len(line.text) > LONGEST_PARAGRAPH * 3:
            count = len(_WORD.findall(line.text))
            if count > LONGEST_PARAGRAPH:
                mend = "Make two paragraphs of it, or a list."
                yield fault(line, 0, f"The paragraph has {count} words.", mend)
