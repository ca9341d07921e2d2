"""What a figure IS: a declaration, the reading it gives, and the value that a paper prints.

No query and no model lives here. A figure's `reckon` is a reading of its subject, given an
`FigureRequest`; it gives a `Reading` or None, which means *not returned* and is never nought.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from assurance.figures.rules.units import Mark, Origin, Timing, Unit
from assurance.figures.small_numbers import (
    SMALLEST_BASE,
    CountBehind,
    SmallNumberPolicy,
    threshold,
    usual_policy,
)
from assurance.runtime.periods import When
from assurance.runtime.typography import typographic

WHOLE = ""


@dataclass(frozen=True)
class Tally:
    """A count and, asked for only when provenance is kept, the keys of the rows that made it."""

    count: int
    rows: Callable[[], Iterable[str]] = field(default=tuple, compare=False)


@dataclass(frozen=True)
class FigureRequest:
    """The question put to a figure: whose, which population (a Cohort, or None for the usual one),
    when.

    `since` bounds how old a position may be that answers for a day: the latest in [since, day],
    with its own date; None asks for one of exactly that day. `policies` are the council's own for
    small numbers, by unit. `found` is what figures have found for it: a question is put once and
    let go, and never outlives the rows it read. `span` holds every time that is asked of in one
    measurement, and `shared` is what was read for all of them.
    """

    council: object
    when: When
    cohort: object = None
    since: date | None = None
    policies: Mapping[Unit, SmallNumberPolicy] = field(default_factory=dict, compare=False)
    span: When | None = field(default=None, compare=False, repr=False)
    shared: dict = field(default_factory=dict, compare=False, repr=False)
    found: dict = field(default_factory=dict, init=False, compare=False, repr=False)

    def policy_of(self, unit: Unit) -> SmallNumberPolicy:
        """How counts of `unit` are protected."""
        return self.policies.get(unit) or usual_policy()

    def once(self, name: str, find: Callable[[], object]) -> object:
        """What `find()` gives, found once for all the figures of which this is asked."""
        if name not in self.found:
            self.found[name] = find()
        return self.found[name]

    def once_for_all(self, name: str, find: Callable[[When], object]) -> object:
        """What `find(span)` reads for every time of the measurement at once: its `span`, or this
        request's own time where that lies outside it."""
        outer, when = self.span, self.when
        span = outer if outer and outer.start <= when.start and when.end <= outer.end else when
        if (name, span) not in self.shared:
            self.shared[name, span] = find(span)
        return self.shared[name, span]


@dataclass(frozen=True)
class Population:
    """Who is counted: its slug in addresses, its definition and the groups that belong to it."""

    slug: str = ""
    definition: str = ""
    groups: tuple[str, ...] = ()

    @classmethod
    def of(cls, cohort) -> "Population":
        """That of a cohort's row, or of None."""
        if cohort is None:
            return cls()
        return cls(cohort.slug, cohort.definition, tuple(sorted(cohort.groups)))

    def may_share(self, other: "Population") -> bool:
        """Whether one may lie within the other; what is not defined by groups always may."""
        own, others = set(self.groups), set(other.groups)
        return not (own and others) or own <= others or others <= own


@dataclass(frozen=True)
class Reading:
    """What the records answer: a tally per member (the whole under ``""``), and what it truly
    speaks of.

    `bases` is the 'out of' per member, with ``""`` as the base of all members that have none.
    `when` is the day or period of the evidence, `whens` that of each member where they differ;
    `cohort` the population's words; `source` where it came from, `sources` where each member did
    that differs; `evidence` the position that several figures were read from (else its own day or
    period), so that they are weighed as one family, and `weighed_on` the day on which the others of
    it are asked, where not its own. `apart`: each of its members is a family of its own.
    `definitions` define a member (or the whole) besides its figure, such as its codes or a policy;
    `descriptions` are the words in which its own record has what a member counts;
    `behind` is the count that a member is worked out of, which it gives away; `origin` is how its
    values came to be recorded, `origins` that of each member that differs; `limits` are those of a
    member on a scale that other figures divide as well, the last None where it has no end; `rest`
    is what a member leaves of other figures that are known to contain it.
    """

    members: Mapping[str, Tally]
    when: When
    cohort: str = ""
    source: str = ""
    bases: Mapping[str, Tally] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""
    apart: bool = False
    population: Population = Population()
    definitions: Mapping[str, object] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    whens: Mapping[str, When] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    weighed_on: date | None = None
    behind: Mapping[str, CountBehind] = field(default_factory=dict)
    origin: Origin = Origin.COUNTED
    origins: Mapping[str, Origin] = field(default_factory=dict)
    limits: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    rest: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Figure:
    """A declared figure. `counts` and `out_of` are words; `rule` is a sentence from `citation`.
    `whole` names the figure that its members sum to; `base` that which is its 'out of'; both join
    it to a family that disclosure control weighs together. `members` gives the label of each where
    they are fixed, else the reading's serve. `bound_by` lists keys related otherwise; a flow
    `adds_to` a stock or `takes_from` it. `disjoint` says that members that sum to no figure never
    count the same; `relate` gives relations of members, also those of figures that it is
    `measured_with`; `worked_out_of` lists keys whose counts it gives away, weighed wherever it is
    quoted. `gap` says why it may be unknown;
    `part_title` is the title of a member, `{}` its label; `planned` ones are of times to come;
    `origin` is that of values which its records hold ready."""

    key: str
    title: str
    counts: str
    unit: Unit
    timing: Timing
    source: str
    rule: str
    citation: str
    reckon: Callable[[FigureRequest], Reading | None] = field(compare=False)
    out_of: str = ""
    whole: str = ""
    base: str = ""
    members: Mapping[str, str] = field(default_factory=dict, compare=False)
    has_members: bool = False
    disjoint: bool = False
    bound_by: tuple[str, ...] = ()
    adds_to: str = ""
    takes_from: str = ""
    measured_with: tuple[str, ...] = ()
    worked_out_of: tuple[str, ...] = ()
    relate: Callable[[FigureRequest], Iterable] | None = field(default=None, compare=False)
    audience: str = "public"
    gap: str = ""
    part_title: str = field(default="", compare=False)
    planned: bool = False
    origin: Origin = Origin.COUNTED

    def title_of(self, label: str) -> str:
        """The title of its member called `label`; its own where that is empty."""
        pattern = self.part_title or f"{self.title.partition(', by ')[0]}: {{}}"
        return pattern.format(label) if label else self.title

    @property
    def subject(self):
        """The part of the key before its first point."""
        return self.key.partition(".")[0]

    @property
    def adds(self):
        """Whether some of its members can be added."""
        return bool(self.whole or self.disjoint or self.relate)

    def measure(self, asked):
        """Member → `Value`, the whole under ``""``; one *not returned* where nothing is held."""
        reading = self.reckon(asked)
        if reading is None:
            unknown = Value(self.key, WHOLE, asked.when, mark=Mark.NOT_RETURNED, unit=self.unit)
            return {WHOLE: unknown}
        policy, tallies = asked.policy_of(self.unit), reading.members.items()
        return {member: self._value(member, tally, reading, policy) for member, tally in tallies}

    def _value(self, member, tally, reading, policy):
        base = reading.bases.get(member) or reading.bases.get(WHOLE)
        when = reading.whens.get(member, reading.when)
        evidence = reading.evidence or f"{when.start}..{when.end}"
        return Value(
            key=self.key,
            member=member,
            when=when,
            count=tally.count,
            base=base.count if base else None,
            unit=self.unit,
            cohort=reading.cohort,
            source=typographic(reading.sources.get(member, reading.source)),
            label=reading.labels.get(member) or self.members.get(member, ""),
            evidence=f"{evidence} {member}" if reading.apart else evidence,
            threshold=policy.threshold,
            nought_shown=policy.nought_shown,
            smallest_base=policy.smallest_base,
            rows=tally.rows,
            population=reading.population.slug,
            groups=reading.population,
            definition=self._definition(member, reading),
            description=typographic(reading.descriptions.get(member, "")),
            weighed_on=reading.weighed_on or when.end,
            behind=reading.behind.get(member),
            origin=reading.origins.get(member, reading.origin or self.origin),
            limits=reading.limits.get(member),
            rest=reading.rest.get(member),
        )

    def _definition(self, member, reading):
        """A digest of all that makes it this count: words, rule, population, and its own codes."""
        own = [reading.definitions.get(name) for name in {WHOLE, member}]
        parts = (self.counts, self.out_of, self.rule, self.base, str(self.unit))
        text = repr((parts, reading.population, sorted(map(repr, own))))
        return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Value:
    """One measured number with all that must be known of it; a withheld one has no count."""

    key: str
    member: str
    when: When
    count: int | None = None
    base: int | None = None
    unit: Unit = Unit.PEOPLE
    cohort: str = ""
    source: str = ""
    label: str = ""
    mark: Mark = Mark.SHOWN
    evidence: str = ""
    threshold: int = field(default_factory=threshold)
    nought_shown: bool = True
    smallest_base: int = SMALLEST_BASE
    weighed_on: date | None = field(default=None, compare=False)
    rows: Callable[[], Iterable[str]] = field(default=tuple, compare=False, repr=False)
    population: str = ""
    groups: Population = field(default=Population(), repr=False)
    definition: str = ""
    description: str = field(default="", compare=False, repr=False)
    behind: CountBehind | None = field(default=None, repr=False)
    origin: Origin = field(default=Origin.COUNTED, compare=False)
    limits: tuple[int, int | None] | None = field(default=None, compare=False, repr=False)
    rest: int | None = field(default=None, compare=False, repr=False)

    @property
    def identity(self):
        """(key, member, start, end, cohort): what makes two values the same figure."""
        return (self.key, self.member, self.when.start, self.when.end, self.cohort)
