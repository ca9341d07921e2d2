"""What a survey's page shows of the series of one question."""

from itertools import pairwise

from assurance.govuk.chart_shapes import Bar, Chart
from assurance.surveys.rules.answers import answer_text, plain, remark, share


def chart(question, answers):
    """The chart of the answers to one question, a bar for each wave."""
    entries = [(answer.wave.label, answer_text(answer)) for answer in answers]
    return Chart(
        anchor=f"series-{question.pk}",
        title=question.wording,
        description=". ".join(f"{label}: {text}" for label, text in entries) + ".",
        heading="Wave",
        values="Said yes, of those who answered",
        full=100,
        bars=tuple(
            Bar(
                answer.wave.label,
                None if share(answer) is None else float(share(answer)),
                answer_text(answer),
            )
            for answer in answers
        ),
    )


def notes(question, answers):
    """Sentences to be read with the series: how it was put in other words, what was asked of how
    many, where a per cent is stated, and the honest word about its bases."""
    return [
        *_wordings(question, answers),
        *(
            f"{answer.wave.label}: {answer.n_asked:,} were asked."
            for answer in answers
            if answer.n_asked is not None
        ),
        *(f"{answer.wave.label}: from {answer.source}." for answer in answers if answer.source),
        *filter(None, [remark(answers)]),
    ]


def _wordings(question, answers):
    changed = [
        f"The wording changed: in {earlier.wave.label} it was “{earlier.wording}”, in "
        f"{later.wave.label} “{later.wording}”, so the two do not compare."
        for earlier, later in pairwise(answers)
        if plain(earlier.wording) != plain(later.wording)
    ]
    last = answers[-1] if answers else None
    if last and plain(last.wording) != plain(question.wording):
        changed.append(f"In {last.wave.label} it was put as “{last.wording}”.")
    return changed
