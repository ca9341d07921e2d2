"""What stops a paper besides what cannot be said: carried text that nobody has confirmed, promises
that it does not answer, and what later apps join (`join`), such as approvals that nobody can give.
"""

from collections.abc import Callable, Iterable

from reports.checks.rule import Rule, Severity
from reports.language.grammar import Problem
from reports.papers import looks, source_faults
from reports.papers.assembly.parts import proposed_sentences
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.manuscript import Manuscript
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper

COMMITMENT_UNANSWERED = "commitment-unanswered"
CARRIED = Rule(
    looks.CARRIED_UNCONFIRMED,
    "dates",
    Severity.ERROR,
    "Each sentence carried forward from the last report has been checked.",
    source="features C04",
)
UNANSWERED = Rule(
    COMMITMENT_UNANSWERED,
    "assurance",
    Severity.ERROR,
    "Each commitment due by now has an outcome: kept, late, changed or dropped with a reason.",
    source="sources of error 35, features C07",
)
TYPED_SOURCE = Rule(
    source_faults.TYPED_SOURCE,
    "numbers",
    Severity.ERROR,
    "A typed number names a document, a post or a minute with its date, never who typed it.",
    source="decisions §11",
)
NOUGHT_DENIED = Rule(
    source_faults.NOUGHT_DENIED,
    "numbers",
    Severity.ERROR,
    "Where the report has none of something, the records count none of it at that time.",
    source="decisions §11",
)
TYPED_CHANGED = Rule(
    looks.TYPED_CHANGED,
    "numbers",
    Severity.ERROR,
    "No figure or date next to a typed number has changed since the number was checked.",
    source="decisions §11",
)
PROPOSED = Rule(
    proposed_sentences.PROPOSED_SENTENCE,
    "structure",
    Severity.ERROR,
    "Each sentence that the report template proposes for an empty part has been kept by a person.",
    source="decisions §11",
)
STOPPING = {
    rule.key: rule
    for rule in (CARRIED, UNANSWERED, TYPED_SOURCE, NOUGHT_DENIED, TYPED_CHANGED, PROPOSED)
}
Source = Callable[[Paper], Iterable[str]]
_while_written: dict[str, Source] = {}
_when_sent: dict[str, Source] = {}


def stops(manuscript: Manuscript, made: AssembledPaper) -> tuple[Problem, ...]:
    """Every problem that stops the paper `made` of `manuscript`: promises first, then what is
    written, then what was carried. A paper that is not kept here was neither."""
    if manuscript.paper.pk is None:
        return made.problems
    return (
        *unanswered(manuscript.paper),
        *made.problems,
        *source_faults.faults(manuscript),
        *looks.faults(manuscript, made.measured),
        *proposed_sentences.faults(manuscript),
        *_joined(_while_written, manuscript.paper),
    )


def stops_when_sent(paper: Paper) -> tuple[Problem, ...]:
    """Every problem that stops a paper whose words and values are fixed, besides those words."""
    return tuple(_joined(_when_sent, paper))


def join(rule: Rule, source: Source, *, written: bool = True, sent: bool = False) -> None:
    """Joins a rule that stops a paper while it is `written` or once it was `sent`, with what gives
    its sentences; as in `AppConfig.ready`."""
    STOPPING[rule.key] = rule
    for applies, sources in ((written, _while_written), (sent, _when_sent)):
        if applies:
            sources[rule.key] = source


def unanswered(paper: Paper) -> tuple[Problem, ...]:
    """A problem for each promise that `paper` must answer and does not."""
    rows = Commitment.objects.due_for(paper).unanswered_in(paper).select_related("paper")
    return tuple(Problem(_sentence(row), "", COMMITMENT_UNANSWERED) for row in rows)


def _joined(sources, paper):
    return (
        Problem(sentence, "", key) for key, source in sources.items() for sentence in source(paper)
    )


def _sentence(item):
    return f"The commitment “{item.what}” was due {item.due_words}. Record its outcome."
