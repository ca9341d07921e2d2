"""The causes of a verdict as a page prints them for one reader."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assurance.accounts.access import Permission, permissions
from assurance.tables.phrases import several
from reports.checks.rule import Rule, may_pass_together
from reports.papers.evidence import evidence
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest
from reports.verdicts.paper.verdict import Cause

# What the address of a page has that leads back to the checks.
FROM_CHECKS = "back=checks"


@dataclass(frozen=True)
class CauseLine:
    """A cause for one reader: `links` (words, address) to where they can fix it; else `who` can,
    and `at`, the places in words. `request` is the identity of the evidence that can be asked for,
    and `is_requested` whether it has been."""

    cause: Cause
    links: tuple[tuple[str, str], ...] = ()
    who: str = ""
    at: str = ""
    request: str = ""
    is_requested: bool = False

    @property
    def places(self) -> tuple[tuple[str, str, int], ...]:
        """Each place once: its words, the page where it is changed or an empty text, and which it
        is of the places with these words, from 1."""
        rows = ((row.fault.at, remedy.address) for row, remedy in self.cause.places)
        met, numbered = Counter(), []
        for at, address in dict.fromkeys(row for row in rows if row[0]):
            met[at] += 1
            numbered.append((at, address, met[at]))
        return tuple(numbered)

    @property
    def counted_places(self) -> tuple[tuple[str, int], ...]:
        """The words of its places, each once, and how many findings are there."""
        return tuple(Counter(row.fault.at for row in self.cause.results if row.fault.at).items())

    @property
    def has_more(self) -> bool:
        """Whether its findings have a sentence, a mend or a reason to be shown."""
        return any(row.fault.sentence or row.fault.mend or row.passed for row in self.cause.results)


@dataclass(frozen=True)
class BlockCheck:
    """One thing that was found in a block, for one reader: `links` (words, address) to another page
    that mends it, or `who` does."""

    severity: str
    text: str
    links: tuple[tuple[str, str], ...] = ()
    who: str = ""


@dataclass(frozen=True)
class RuleLines:
    """The causes of one rule: one card of the page, `together` where one reason may accept all."""

    rule: Rule
    lines: tuple[CauseLine, ...]
    together: bool = False

    @property
    def title(self) -> str:
        """How many they are and of what kind; what is wrong is the sentence of each."""
        if all(line.cause.results[0].fault.figure for line in self.lines):
            return f"Records are missing for {several(self.number, 'figure')}."
        return f"{self.rule.statement} This is not so in {self.number} cases:"

    @property
    def anchor(self) -> str:
        """Where the group is in its family on the page of the checks."""
        has_record = bool(self.lines[0].cause.results[0].fault.figure)
        return f"{self.rule.key}-record" if has_record else self.rule.key

    @property
    def shared_links(self) -> tuple[tuple[str, str], ...]:
        """The page that mends each of several causes, where it is the same for all."""
        first, *others = self.lines
        is_one = others and first.cause.remedy.address
        return first.links if is_one and all(row.links == first.links for row in others) else ()

    @property
    def number(self) -> int:
        """How many findings it has."""
        return sum(len(line.cause.results) for line in self.lines)

    @property
    def others(self) -> int:
        """How many findings it has besides those of its first line."""
        return self.number - len(self.lines[0].cause.results)


def returning_here(lines: Iterable[CauseLine], rule: Rule) -> tuple[CauseLine, ...]:
    """`lines`, of which those of `rule` lead back to the page of the checks once it is fixed."""
    return tuple(
        replace(line, links=tuple((words, f"{to}?{FROM_CHECKS}") for words, to in line.links))
        if line.cause.rule == rule
        else line
        for line in lines
    )


def with_requests(paper: Paper, lines: Iterable[CauseLine]) -> tuple[CauseLine, ...]:
    """`lines`, each with the evidence that it waits for where others record it."""
    lines = tuple(lines)
    if not any(line.cause.results[0].fault.figure and line.who for line in lines):
        return lines
    rows = [row for row in evidence(read(paper)) if row.is_lacking]
    requested = {item.query for item in RecordRequest.objects.of_paper(paper)}
    return tuple(_with_request(line, rows, requested) for line in lines)


def _with_request(line, rows, requested):
    fault = line.cause.results[0].fault
    if not (fault.figure and line.who):
        return line
    for row in rows:
        keys = {query.key for query in row.queries}
        if fault.figure in keys and f" {row.when}" in fault.says:
            is_requested = not requested.isdisjoint(row.queries)
            return replace(line, request=row.identity, is_requested=is_requested)
    return line


def by_rule(lines: Iterable[CauseLine]) -> tuple[RuleLines, ...]:
    """Lines in groups by their rules, in the order of the first of each; records that are missing
    are a group of their own."""
    groups = {}
    for line in lines:
        has_record = bool(line.cause.results[0].fault.figure)
        groups.setdefault((line.cause.rule.key, has_record), []).append(line)
    return tuple(_rule_lines(tuple(group)) for group in groups.values())


def _rule_lines(lines):
    rule = lines[0].cause.rule
    number = sum(len(line.cause.results) for line in lines)
    return RuleLines(rule, lines, number > 1 and may_pass_together(rule))


def lines_for(user, causes: Iterable[Cause]) -> tuple[CauseLine, ...]:
    """What a page prints of `causes` for `user`."""
    current = permissions(user)
    return tuple(_line(cause, current) for cause in causes)


def checks_by_block(user, causes: Iterable[Cause]) -> dict[str, tuple[BlockCheck, ...]]:
    """Slug → what was found in the block, each thing once, worst first as `causes` are. Text that
    waits for a look is a state of its section and left out."""
    current, matches = permissions(user), {}
    for cause in causes:
        # Without a page of its own it is mended where it shows.
        line = _line(cause, current) if cause.remedy.address else CauseLine(cause)
        for result in () if cause.is_unread else cause.results:
            matches.setdefault(result.fault.block, {})[_in_block(line, result.fault)] = None
    return {slug: tuple(rows) for slug, rows in matches.items() if slug}


def _in_block(line, fault):
    text = " ".join(filter(None, (fault.says, fault.mend.words if fault.mend else "")))
    return BlockCheck(str(line.cause.severity), text, line.links, line.who)


def _line(cause, held):
    remedy, paper = cause.remedy, cause.paper
    is_open = paper.status == Paper.WRITING and Permission.COMPOSE_PAPERS in held
    at = ", ".join(dict.fromkeys(filter(None, (item.fault.at for item in cause.results))))
    if remedy.address:
        if remedy.permission in held:
            return CauseLine(cause, ((remedy.words, remedy.address),), at=at)
        return CauseLine(cause, who=remedy.who, at=at)
    links = dict.fromkeys(
        (place.words, place.address) for _, place in cause.places if place.address
    )
    if is_open and links:
        return CauseLine(cause, tuple(links), at=at)
    return CauseLine(cause, who="" if is_open else remedy.who, at=at)
