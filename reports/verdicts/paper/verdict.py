"""The one verdict on a paper: what stops it, what asks for a look, and who can fix it where.

The page of a paper, its checks, sending, approving and the commands all print the same causes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from reports.checks.models import CheckException
from reports.checks.rule import Fault, Rule, Severity, digest_of
from reports.documents.document import Document, from_json
from reports.documents.html.places import places, said_at
from reports.editions.snapshot import PUBLIC, assembled
from reports.language.grammar import Problem
from reports.papers.assembly.pipeline import AssembledPaper
from reports.papers.looks import CARRIED_UNCONFIRMED, TO_LOOK_AT
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.papers import Paper
from reports.verdicts.paper.blockers import STOPPING, stops, stops_when_sent
from reports.verdicts.paper.context import council_of_another, known_of_another, known_to
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.paper.remedies import Remedy, place_remedy, remedy_of
from reports.verdicts.rule_faults import RuleFault
from reports.verdicts.run import check, others_than

WRITTEN = Rule(
    "can-be-said",
    "structure",
    Severity.ERROR,
    "All that the report names is known, and every mandatory part is filled.",
    source="decisions on what stops publication",
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
class Cause:
    """One thing that is wrong in `paper`, once, with every place where it shows."""

    paper: Paper
    results: tuple[CheckResult, ...]

    @cached_property
    def remedy(self) -> Remedy:
        """What fixes it in all the places."""
        return remedy_of(self.paper, self.results[0].checked)

    @cached_property
    def places(self) -> tuple[tuple[CheckResult, Remedy], ...]:
        """Each finding with the page of its own place."""
        return tuple((row, place_remedy(self.paper, row.fault)) for row in self.results)

    @property
    def sentence(self) -> str:
        """What is wrong."""
        return self.results[0].fault.says

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.results[0].checked.severity

    @property
    def rule(self) -> Rule:
        """The rule that found it."""
        return self.results[0].checked.rule

    @property
    def is_unread(self) -> bool:
        """Whether it ends once somebody has looked at the text."""
        return self.rule.key in TO_LOOK_AT

    @property
    def accepted_because(self) -> str:
        """The reasons for which it was accepted in all its places, empty where it was not."""
        reasons = [row.passed.reason if row.passed else "" for row in self.results]
        return "; ".join(dict.fromkeys(reasons)) if all(reasons) else ""

    def as_row(self) -> dict:
        """The cause as a command prints it: its first finding, and every place."""
        row = self.results[0].checked.as_row()
        places = [item.checked.as_row() for item in self.results]
        listed = [
            {name: place[name] for name in ("where", "anchor", "sentence")} for place in places
        ]
        where = "; ".join(dict.fromkeys(filter(None, (place["where"] for place in places))))
        more = {"who": self.remedy.who, "accepted": self.accepted_because}
        return {**row, "where": where, "places": listed, **more}


@dataclass(frozen=True)
class Verdict:
    """Everything that is found in a paper: `rows` in its order, `causes` each once."""

    paper: Paper
    rows: tuple[CheckResult, ...]

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """What is found and has no reason to be accepted, each cause once, errors first."""
        return _causes(self.paper, (row for row in self.rows if not row.passed))

    @property
    def errors(self) -> tuple[Cause, ...]:
        """What stops issue."""
        return self._of(Severity.ERROR)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The slugs of the blocks that somebody has to look at."""
        rows = (row for cause in self.errors if cause.is_unread for row in cause.results)
        return frozenset(row.fault.block for row in rows)

    @property
    def waiting(self) -> tuple[Cause, ...]:
        """What others have yet to do."""
        return self._of(Severity.WAITING)

    @property
    def warnings(self) -> tuple[Cause, ...]:
        """What wants a look, and has no reason yet."""
        return self._of(Severity.WARNING)

    @property
    def advice(self) -> tuple[Cause, ...]:
        """What could read better."""
        return self._of(Severity.ADVICE)

    @property
    def to_accept(self) -> tuple[CheckResult, ...]:
        """The findings of those warnings, each of which may be accepted with a reason."""
        return tuple(row for cause in self.warnings for row in cause.results)

    @property
    def stopping(self) -> tuple[Cause, ...]:
        """What keeps the paper where it is: errors, steps of others, warnings without a reason."""
        return self.errors + self.waiting + self.warnings

    @cached_property
    def passed_over(self) -> tuple[Cause, ...]:
        """Warnings that were accepted with a reason."""
        return _causes(self.paper, (row for row in self.rows if row.passed))

    @property
    def is_ready(self) -> bool:
        """Whether nothing keeps the paper where it is."""
        return not self.stopping

    @property
    def summary(self) -> str:
        """The verdict in one sentence, the same on every page."""
        step = "sent for approval" if self.paper.status == Paper.WRITING else "published"
        if self.is_ready:
            return f"Nothing stops this report from being {step}"
        return f"{self._counts()} before this report can be {step}"

    def standing(self, digest: str) -> CheckResult | None:
        """The finding of that digest, or None where it is found no longer."""
        return next((row for row in self.rows if row.digest == digest), None)

    @property
    def unread_causes(self) -> tuple[Cause, ...]:
        """What was copied and nobody has looked at: no fault, and it stops the report."""
        return tuple(cause for cause in self.errors if cause.rule.key == CARRIED_UNCONFIRMED)

    @property
    def copied(self) -> tuple[CheckResult, ...]:
        """Each finding of these."""
        return tuple(row for cause in self.unread_causes for row in cause.results)

    @property
    def faults(self) -> tuple[Cause, ...]:
        """What stops issue without the copied text."""
        return tuple(cause for cause in self.errors if cause.rule.key != CARRIED_UNCONFIRMED)

    def _counts(self):
        counts = (
            (self.faults, "error to fix", "errors to fix"),
            (self.copied, "copied block to check", "copied blocks to check"),
            (self.waiting, "approval to come", "approvals to come"),
            (self.warnings, "warning to look at", "warnings to look at"),
        )
        texts = [
            f"{len(rows)} {one if len(rows) == 1 else many}" for rows, one, many in counts if rows
        ]
        return " and ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))

    def _of(self, severity):
        return tuple(cause for cause in self.causes if cause.severity == severity)


def verdict(paper: Paper) -> Verdict:
    """What stops `paper`: by its rows while it is written, by the frozen words afterwards."""
    manuscript = read(paper)
    if paper.frozen:
        return verdict_when_sent(manuscript, from_json(paper.frozen[PUBLIC]))
    return verdict_of(manuscript, assembled(manuscript))


def verdict_when_sent(manuscript: Manuscript, document: Document) -> Verdict:
    """The same for a paper that was sent as `document`."""
    return _of(manuscript, document, stops_when_sent(manuscript.paper))


def verdict_of(manuscript: Manuscript, made: AssembledPaper) -> Verdict:
    """The same for what is at hand already, so that nothing is assembled twice."""
    return _of(manuscript, made.document, stops(manuscript, made))


def causes_in(paper: Paper) -> tuple[Cause, ...]:
    """Every cause in `paper`, accepted or not, in its order."""
    return _causes(paper, verdict(paper).rows)


def causes_in_file(paper: Paper, of_ours: bool) -> tuple[Cause, ...]:
    """What is found in a paper from text or Word that is only read. Unless it is one `of_ours`, the
    council's records say nothing of it."""
    manuscript = read(paper)
    made = assembled(manuscript)
    results = _check_results(manuscript, made.document, made.problems, of_ours)
    return _causes(paper, (_result(item, {}) for item in results))


def _check_results(manuscript, document, problems, of_ours):
    reading, paper = reading_of(manuscript, document), manuscript.paper
    other = council_of_another(manuscript, reading)
    known = known_to(paper) if of_ours and not other else known_of_another(paper, other)
    unprinted = tuple(_problems(manuscript, document, problems))
    return (*unprinted, *others_than(unprinted, check(reading, known)))


def _of(manuscript: Manuscript, document: Document, problems: tuple[Problem, ...]) -> Verdict:
    passed = _passed(manuscript.paper)
    matches = _check_results(manuscript, document, problems, of_ours=True)
    return Verdict(manuscript.paper, tuple(_result(item, passed) for item in matches))


def _result(checked, passed):
    digest = digest_of(checked.rule.key, checked.fault)
    over = passed.get(digest) if checked.severity == Severity.WARNING else None
    return CheckResult(checked, digest, over)


def _causes(paper, rows: Iterable[CheckResult]) -> tuple[Cause, ...]:
    """What says the same by the same rule is one cause, wherever it shows."""
    together = {}
    for row in rows:
        # What was accepted in one place and not in another still stops the report there.
        key = (row.checked.rule.key, row.checked.severity, row.fault.says, bool(row.passed))
        together.setdefault(key, {}).setdefault(row.digest, row)
    return tuple(Cause(paper, tuple(group.values())) for group in together.values())


def _problems(manuscript, document, problems):
    """What could not be said, each as a finding of the rule that everything can be."""
    known, numbering = places(document), manuscript.numbering
    blocks = {numbering.of(block.slug).anchor: block.slug for block in manuscript.blocks}
    parts = {numbering.parts[part.slug].anchor: part.slug for part in manuscript.template.parts}
    for problem in problems:
        anchor = problem.place
        while anchor and anchor not in blocks and anchor not in parts:
            anchor = anchor.rpartition("-")[0]
        fault = Fault(
            problem.place,
            said_at(known, problem.place),
            problem.sentence,
            block=blocks.get(anchor, ""),
            part=parts.get(anchor, ""),
            figure=problem.figure,
        )
        yield RuleFault(STOPPING.get(problem.rule, WRITTEN), fault)


def _passed(paper) -> Mapping[str, CheckException]:
    if paper.pk is None:
        return {}
    rows = paper.check_exceptions.filter(ended_on__isnull=True).select_related("passed_by")
    return {row.digest: row for row in rows}
