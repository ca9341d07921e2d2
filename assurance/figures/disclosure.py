"""Disclosure control: values in, values out. The interim rule for small numbers, which fails
closed.

A count of people from 1 to the threshold is never public, nor anything that gives it away. Counts
joined by a relation are one family. When one member of a family is small — or the rest of its base
is, or what its parts leave over — the public sees none of the family. A total that is above the
threshold and part of nothing stays, and parts families from one another, unless something prints a
way back. Nought is printed as nought, but among the parts of a sum, where it is cover, or where
its base is hidden.
The optimum of the disclosure design comes later behind this same door.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from assurance.figures.figure import Figure, Mark, Population, Unit, Value
from assurance.figures.likeness import Likeness, between_limits, near_another_population
from assurance.figures.periods import balances, chained, given_away, is_flow, series_of, span_of
from assurance.figures.relations import (
    Identity,
    PublishedCount,
    Relation,
    Share,
    Sum,
    Tie,
    determined,
    differing,
    ends_of,
    hidden_with_counts,
    relations,
    upward,
)
from assurance.figures.small_numbers import is_small

PUBLIC = "public"


def protect(
    values: Mapping[Identity, Value],
    figures: Mapping[str, Figure],
    earlier: Iterable[PublishedCount] = (),
    declared: Iterable[Relation] = (),
    released: Mapping[Identity, int] = MappingProxyType({}),
    populations: Mapping[str, Population] = MappingProxyType({}),
) -> dict[Identity, Value]:
    """The values as the public may have them: withheld ones hold no count, no base and no rows.

    `values` must hold every sibling of what the paper quotes; `earlier` what public editions
    printed, or gave away by a number worked out of it; `declared` the relations that no figure
    declares; `released` small counts of staff that an approver publishes, which are shown where
    nothing else of their family is small; `populations` who is counted under each title. A value
    whose figure is not declared, or is not for the public, is withheld; one that nothing is
    recorded for stays so, as there is nothing to hide.
    """
    printed = differing(earlier, values)
    families = _Families(values, figures, printed, tuple(declared), released, populations)
    counted = [value for value in values.values() if value.mark != Mark.NOT_RETURNED]
    hidden = {value.identity for value in counted if not _is_open(value.key, figures)}
    hidden |= families.hidden()
    hidden |= hidden_with_counts(values, hidden)
    return {
        identity: _withheld(value) if identity in hidden else value
        for identity, value in values.items()
    }


class _Families:
    """The counts of people among some values, and which of them are hidden together."""

    def __init__(self, values, figures, printed, declared, released, populations):
        counted = {
            identity: value
            for identity, value in values.items()
            if value.count is not None and value.unit.of_people
        }
        self.values, self.figures, self.printed = counted, figures, printed
        self.links = relations(counted, figures, declared)
        self.bases = {part: whole for link in self.links for part, whole in upward(link)}
        # Never children: no decision publishes a small number of them.
        self.released = {
            identity
            for identity, value in counted.items()
            if value.unit == Unit.PEOPLE and released.get(identity) == value.count
        }
        self.before, self.spanning = defaultdict(set), defaultdict(set)
        for item in printed:
            self.before[item.identity].add(item.count)
        for part, whole in (pair for link in self.links for pair in upward(link)):
            ends = (counted[part], counted[whole])
            if span_of(part) != span_of(whole) and all(is_flow(end, figures) for end in ends):
                self.spanning[series_of(part)].add(series_of(whole))
                self.spanning[series_of(whole)].add(series_of(part))
        self.balances = tuple(balances((*counted, *self.before), figures))
        self.near = near_another_population(counted.values(), printed, populations)
        self.near |= between_limits(counted.values())
        self.tops = self._tops()
        self.whole, self.cut = self._islands(set()), self._islands(self.tops)

    def hidden(self):
        """The identities of all that the public may not have."""
        flagged = self._flagged()
        result = set()
        for family in set(self.whole.values()):
            if family & flagged:
                result |= self._lost(family, flagged)
        likeness = Likeness(self.values, self.printed, self.figures) if result else None
        while more := (
            self._by_periods(result) | self._by_sums(result) | self._by_balances(result)
        ) or self._by_likeness(result, likeness):
            result |= more
        return result - self._noughts(result)

    def _by_sums(self, hidden):
        """The families of those hidden that the sums give away with what is printed."""
        counts = {identity: value.count for identity, value in self.values.items()}
        known = determined(self.links, counts, hidden)
        return {other for identity in known for other in self.whole[identity]} - hidden

    def _by_balances(self, hidden):
        """Those that give a hidden flow of a stock away, with the other three of its balance: the
        stock at its end first, where that may be hidden still."""

        def known(identity):
            return identity in self.before or (identity in self.values and identity not in hidden)

        more = set()
        for came, went, *stocks in self.balances:
            secret = [item for item in (came, went) if item in hidden - self.before.keys()]
            others = {came, went, *stocks} - set(secret)
            if len(secret) == 1 and all(map(known, others)):
                near = (item for item in (*reversed(stocks), came, went) if item in self.values)
                more |= {next((item for item in near if item not in hidden), secret[0])}
        more = more or set(chained(self.values, self.before, hidden, self.figures))
        return self._with_families(more) - hidden

    def _by_likeness(self, hidden, likeness):
        """Those that print the count of one that is hidden under another name, where that tells
        of a small one."""
        if likeness is None:
            return set()
        more = likeness.telling(self.links, self.whole, hidden)
        return self._with_families(more) - hidden

    def _with_families(self, identities):
        sides = (self.whole if item in self.tops else self.cut for item in identities)
        return set().union(*(side[item] for side, item in zip(sides, identities, strict=True)))

    def _flagged(self):
        """The small ones, and those that leave a small rest."""
        small = {
            identity
            for identity, value in self.values.items()
            if _is_small(value.count, value)
            or (value.base is not None and _leaves_small(value.base, value.count, value))
            or (value.rest is not None and _is_small(abs(value.rest), value))
            or (value.count == 0 and not value.nought_shown)
        }
        for link in self.links:
            parts = link.parts if isinstance(link, Sum) else (link,)[: isinstance(link, Share)]
            identities = [part.part if isinstance(part, Share) else part for part in parts]
            for whole in {whole for _, whole in upward(link)}:
                counts = sum(self.values[part].count for part in identities)
                if _leaves_small(self.values[whole].count, counts, self.values[whole]):
                    small |= set(identities)
                small |= self._telling_of_earlier(whole, identities)
        return small - self.released | self.near

    def _telling_of_earlier(self, whole, parts):
        """The parts that an earlier edition did not print and of whose whole it printed another
        count, which the other parts (of one alone, itself) would leave as small as what it hid."""
        value = self.values[whole]
        before = self.before.get(whole, set()) - {value.count}
        counts = {part: self.values[part].count for part in parts}
        total = sum(counts.values()) if len(parts) > 1 else 2 * sum(counts.values())
        return {
            part
            for count in before
            for part in parts
            if part not in self.before and _leaves_small(count, total - counts[part], value)
        }

    def _tops(self):
        """The totals that may stay: of others, and themselves part of nothing."""
        inner = {part for link in self.links for part, _ in upward(link)}
        inner |= {member for link in self.links if isinstance(link, Tie) for member in link.members}
        return {
            whole
            for whole in {whole for link in self.links for _, whole in upward(link)}
            - inner
            - self.near
            if self.values[whole].count > self.values[whole].threshold
        }

    def _islands(self, cut):
        """Identity → all that relations join it to, near or far, but by way of those in `cut`."""
        joined = defaultdict(set)
        for link in self.links:
            ends = [end for end in ends_of(link) if end not in cut]
            for end in ends:
                joined[end] |= {ends[0], end}
                joined[ends[0]].add(end)
        islands = {}
        for identity in self.values:
            if identity not in islands:
                island = frozenset(_reached(identity, joined))
                islands |= dict.fromkeys(island, island)
        return islands

    def _lost(self, family, flagged):
        """What of a family is hidden: the islands that hold something small, or all of it."""
        lost = {identity for identity in family if self.cut[identity] & flagged}
        return set(family) if self._way_back(self.tops & family, lost) else lost

    def _way_back(self, totals, lost):
        """Whether totals, with one another or with what was printed, give a small count away."""
        values = [self.values[identity] for identity in totals]
        separate = any(
            _is_small(abs(total.count - other.count), total) for total in values for other in values
        )
        return separate or any(
            item.identity in lost
            or (
                item.identity in totals
                and _is_small(
                    abs(self.values[item.identity].count - item.count), self.values[item.identity]
                )
            )
            for item in self.printed
        )

    def _noughts(self, hidden):
        """Those that are printed as none: but for parts of a sum, where a nought is cover unless
        the whole is printed as none, flows of a stock, and those whose base is hidden."""
        empty = {
            identity
            for identity in hidden - self.near
            if (value := self.values[identity]).count == 0
            and value.nought_shown
            and self.bases.get(identity) not in hidden
            and not _is_small(value.base or 0, value)
        }
        sums = [link for link in self.links if isinstance(link, Sum)]
        # With the stocks at both ends of a period one of its flows gives the other.
        flows = {item for came, went, *_ in self.balances for item in (came, went)}
        printed = empty - {part for link in sums for part in link.parts} - flows
        for link in sums:
            whole = self.values[link.whole]
            if whole.count == 0 and (link.whole in printed or link.whole not in hidden):
                printed |= {part for part in link.parts if self.values[part].count == 0}
        return printed & hidden

    def _by_periods(self, hidden):
        """What must be hidden too, because periods of one flow would give away what is small, or
        what is hidden already."""
        flows = defaultdict(list)
        for identity, value in self.values.items():
            if is_flow(value, self.figures):
                flows[self._flow_of(identity)].append(value)
        more = set()
        printed = defaultdict(list)
        for item in self.printed if flows else ():
            printed[self._flow_of(item.identity)].append(item)
        for flow, values in flows.items():
            earlier = printed[flow]
            if len(values) + len(earlier) > 1:
                more |= self._with_families([*given_away(values, earlier, hidden)])
        return more - hidden

    def _flow_of(self, identity):
        """What a flow's periods are counted under: measures that are parts of one another over
        other periods, as a month's is of a year's, are one flow."""
        return min(_reached(series_of(identity), self.spanning))


def _reached(identity, joined):
    island, ahead = {identity}, [identity]
    while ahead:
        new = joined[ahead.pop()] - island
        island |= new
        ahead.extend(new)
    return island


def _is_open(key, figures):
    return key in figures and figures[key].audience == PUBLIC


def _is_small(count, value):
    return is_small(count, value.threshold)


def _leaves_small(whole, parts, value):
    return _is_small(abs(whole - parts), value)


def _withheld(value):
    return replace(value, count=None, base=None, mark=Mark.WITHHELD, rows=tuple)
