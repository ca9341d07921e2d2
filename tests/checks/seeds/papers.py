"""The papers of `fixtures/papers/seeds` as the checks read them: each with the errors that real
papers had, and corrected; and what is known beside them, where only then an error is one."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from reports.checks.context import Cadence, CheckContext, ReviewResponses
from reports.checks.reading import Reading
from reports.documents.document import to_json
from reports.papers.assembly.pipeline import assemble
from reports.papers.rules.house_words import Wording, preferred
from reports.verdicts.paper.context import parts_asked, told_of
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.rule_faults import RuleFault
from reports.verdicts.run import check
from tests.checks.papers.brought import manuscript

HERE, TEMPLATES = Path("fixtures/papers/seeds"), Path("fixtures/templates")
CORRECTED = "-corrected"
FILES = {one.stem: one for one in sorted(HERE.glob("*.*")) if one.stem != "README"}
NAMES = tuple(name for name in FILES if not name.endswith(CORRECTED))
TODAY = date(2026, 1, 1)


@cache
def made(name):
    """(manuscript, document) of the paper of that name, imported from its text."""
    brought = manuscript(name, FILES[name].read_text(encoding="utf-8"))
    return brought, assemble(brought).document


@cache
def read(name: str) -> Reading:
    """The same as a careful reader has it."""
    return reading_of(*made(name))


@cache
def found(name: str, beside: str = "") -> tuple[RuleFault, ...]:
    """Everything that is found in the paper of that name by one who knows what is called `beside`,
    and nothing else."""
    return check(read(name), known(beside))


@cache
def known(beside: str) -> CheckContext:
    """What is known beside a paper: the template of the committee (`template york-2017`), an
    earlier paper (`told by york-2016`), so many findings without an answer (`unanswered 2`), the
    last day that the last paper covers (`covered to 2016-07-31`), the months from one audit of DBS
    checks to the next (`audited every 6`), `house words`."""
    kind, _blank, said = beside.rpartition(" ")
    if kind == "template":
        plain = json.loads((TEMPLATES / f"{said}.json").read_text(encoding="utf-8"))
        return CheckContext(today=TODAY, parts_asked=parts_asked(plain["parts"]))
    if kind == "told by":
        told = told_of("the paper of January 2016", to_json(made(said)[1]))
        return CheckContext(today=TODAY, told=tuple(told))
    if kind == "unanswered":
        review = ReviewResponses("Results of the inspection", 12, int(said))
        return CheckContext(today=TODAY, reviews=(review,))
    if kind == "covered to":
        return CheckContext(today=TODAY, previous_end=date.fromisoformat(said))
    if beside == "house words":
        said = Wording("looked after children", ("children in care", "LAC"))
        return CheckContext(today=TODAY, preferred=preferred((said,)))
    if kind == "audited every":
        return CheckContext(today=TODAY, cadences=(Cadence("DBS checks", int(said)),))
    return CheckContext(today=TODAY)
