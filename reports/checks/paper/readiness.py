"""How ready a paper is: what the checks find, less what somebody passed over with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.checks.models import CheckException
from reports.checks.paper.blockers import STOPPING, stops
from reports.checks.paper.context import council_of_another, known_of_another, known_to
from reports.checks.paper.reading import reading_of
from reports.checks.rule import Fault, Rule, Severity, digest_of
from reports.checks.run import RuleFault, check
from reports.documents.document import Document, from_json
from reports.documents.html.places import places, said_at
from reports.editions.snapshot import PUBLIC, assembled
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.language.grammar import Problem
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper

WRITTEN = Rule(
    "can-be-said",
    "structure",
    Severity.ERROR,
    "Everything that was written can be said: names of figures, dates, citations and parts.",
    source="decisions on what stops issue",
)


@dataclass(frozen=True)
class CheckResult:
    """One finding, its digest, and the reason for which it was passed over, if it was."""

    checked: RuleFault
    digest: str
    passed: CheckException | None = None

    @property
    def fault(self) -> Fault:
        """What was found."""
        return self.checked.fault

    def as_row(self) -> dict:
        """The finding as a frozen paper keeps it, with its reason."""
        return {**self.checked.as_row(), "reason": self.passed.reason if self.passed else ""}


@dataclass(frozen=True)
class Readiness:
    """Everything that the checks find in a paper."""

    rows: tuple[CheckResult, ...]

    @property
    def errors(self) -> tuple[CheckResult, ...]:
        """What stops issue."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[CheckResult, ...]:
        """What wants a look, and has no reason yet."""
        return self._of(Severity.WARNING)

    @property
    def advice(self) -> tuple[CheckResult, ...]:
        """What could read better."""
        return self._of(Severity.ADVICE)

    @property
    def passed_over(self) -> tuple[CheckResult, ...]:
        """Warnings that stand for a reason."""
        return tuple(row for row in self.rows if row.passed)

    @property
    def is_ready(self) -> bool:
        """Whether nothing keeps the paper from being sent."""
        return not (self.errors or self.warnings)

    def standing(self, digest: str) -> CheckResult | None:
        """The finding of that digest, or None where it is found no longer."""
        return next((row for row in self.rows if row.digest == digest), None)

    def _of(self, severity):
        return tuple(
            row for row in self.rows if row.checked.severity == severity and not row.passed
        )


def readiness(paper: Paper) -> Readiness:
    """How ready `paper` is: by its rows while it is written, by the frozen words afterwards."""
    manuscript = read(paper)
    if paper.frozen:
        return _of(manuscript, from_json(paper.frozen[PUBLIC]), ())
    return readiness_of(manuscript, assembled(manuscript))


def readiness_of(manuscript: Manuscript, made: AssembledPaper) -> Readiness:
    """The same for what is at hand already, so that nothing is assembled twice."""
    return _of(manuscript, made.document, stops(manuscript, made))


def checked(paper: Paper) -> tuple[RuleFault, ...]:
    """Everything that is found in `paper`, passed over or not, in its order."""
    return tuple(row.checked for row in readiness(paper).rows)


def checked_by_itself(paper: Paper, of_ours: bool) -> tuple[RuleFault, ...]:
    """What is found in a paper from text or Word that is only read. Unless it is one `of_ours`, the
    council's records say nothing of it."""
    manuscript = read(paper)
    made = assembled(manuscript)
    return _check_results(manuscript, made.document, made.problems, of_ours)


def mended(paper: Paper, fault: Fault) -> tuple[Block | None, dict]:
    """(the block, its new words) that put `fault` right; (None, {}) where its mend is not known or
    its old words do not stand exactly once in what is written there."""
    mend = fault.mend
    if mend is None or not mend.old:
        return None, {}
    block = paper.blocks.standing_at(fault.block)
    for name in ("text", "heading") if block else ():
        if getattr(block, name).count(mend.old) == 1:
            return block, {name: getattr(block, name).replace(mend.old, mend.new)}
    return None, {}


def _check_results(manuscript, document, problems, of_ours):
    reading, paper = reading_of(manuscript, document), manuscript.paper
    other = council_of_another(manuscript, reading)
    known = known_to(paper) if of_ours and not other else known_of_another(paper, other)
    return (*_problems(manuscript, document, problems), *check(reading, known))


def _of(manuscript: Manuscript, document: Document, problems: tuple[Problem, ...]) -> Readiness:
    passed = _passed(manuscript.paper)
    current = []
    for item in _check_results(manuscript, document, problems, of_ours=True):
        digest = digest_of(item.rule.key, item.fault)
        over = passed.get(digest) if item.severity == Severity.WARNING else None
        current.append(CheckResult(item, digest, over))
    return Readiness(tuple(current))


def _problems(manuscript, document, problems):
    """What could not be said, each as a finding of the rule that everything can be."""
    known, numbering = places(document), manuscript.numbering
    blocks = {numbering.of(block.slug).anchor: block.slug for block in manuscript.blocks}
    for problem in problems:
        anchor = problem.place
        while anchor and anchor not in blocks:
            anchor = anchor.rpartition("-")[0]
        fault = Fault(
            problem.place,
            said_at(known, problem.place),
            problem.sentence,
            block=blocks.get(anchor, ""),
        )
        yield RuleFault(STOPPING.get(problem.rule, WRITTEN), fault)


def _passed(paper) -> Mapping[str, CheckException]:
    if paper.pk is None:
        return {}
    rows = paper.check_exceptions.filter(ended_on__isnull=True).select_related("passed_by")
    return {row.digest: row for row in rows}
