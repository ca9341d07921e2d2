"""Counts that no relation joins, and that a reader may lay side by side all the same.

A council's own measures and typed tables declare what somebody declared of them. Where one of them
prints the count of a hidden number of the same time under another name, it is taken for that
number: Boys and Girls may be Male and Female. Parts on one scale, such as the bands of two sets
over the same ages, give what is counted between a limit of the one and a limit of the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from assurance.figures.figure import Figure, Population, Unit, Value
from assurance.figures.periods import span_of
from assurance.figures.relations import Identity, Relation, Sum, determined, ends_of, upward
from assurance.figures.small_numbers import is_small


class Likeness:
    """Which shown counts are the same as hidden ones; `printed` are those of earlier editions."""

    def __init__(
        self,
        values: Mapping[Identity, Value],
        printed: Iterable,
        figures: Mapping[str, Figure],
    ):
        self._values = values
        self._undeclared = {key for key, figure in figures.items() if figure.relate}
        self._declared = set(figures) - self._undeclared
        self._by_count, self._printed = defaultdict(set), defaultdict(set)
        for identity, value in values.items():
            self._by_count[value.count].add(identity)
        for item in printed:
            self._printed[span_of(item.identity), item.count].add(item.identity)

    def telling(
        self,
        links: Sequence[Relation],
        families: Mapping[Identity, frozenset[Identity]],
        hidden: set[Identity],
    ) -> set[Identity]:
        """The identities to hide so that nothing alike tells of a small number among those
        `hidden`: what is alike; where an edition has printed that, the family."""
        wholes = self._wholes(links)
        known = {identity: self._alike(identity, hidden, wholes) for identity in hidden}
        known = {identity: names for identity, names in known.items() if names is not None}
        inner = defaultdict(list)
        for link in links if known else ():
            inner[families[ends_of(link)[0]]].append(link)
        result = set()
        for family in {families[identity] for identity in known}:
            if self._is_given_away(inner[family], hidden - set(known)):
                names = set().union(*(known[item] for item in family & known.keys()))
                result |= names or family
        return result - hidden

    def _wholes(self, links):
        """Part → the counts of the wholes that its sums have."""
        wholes = defaultdict(set)
        for part, whole in (
            pair for link in links if isinstance(link, Sum) for pair in upward(link)
        ):
            wholes[part].add(self._values[whole].count)
        return wholes

    def _alike(self, identity, hidden, wholes):
        """What is shown of the same count as a hidden one, none where an edition alone printed it;
        None where nothing is alike."""
        value = self._values[identity]
        if value.count <= value.threshold:
            return None
        names = {
            other
            for other in self._by_count[value.count] - hidden
            if self._may_be(value, self._values[other])
            # Parts of wholes that are unlike are of other people.
            and not (
                wholes[identity] and wholes[other] and wholes[identity].isdisjoint(wholes[other])
            )
        }
        printed = self._printed.get((span_of(identity), value.count), set())
        free = {item for item in printed if not {item[0], identity[0]} <= self._declared}
        return names if names or free - {identity} else None

    def _may_be(self, value, other):
        """Whether two values can be one count: of one time, from different tables, not both of
        figures that declare all their relations, and not children and staff."""
        undeclared = self._undeclared & {value.key, other.key}
        units = {value.unit, other.unit}
        stated = {item.key for item in (value, other) if item.unit == Unit.PEOPLE}
        same_time = span_of(value.identity) == span_of(other.identity)
        return (
            bool(undeclared)
            and value.evidence != other.evidence
            and (len(units) == 1 or stated <= self._undeclared)
            and (same_time or None in (value.weighed_on, other.weighed_on))
            and (not (value.cohort and other.cohort) or value.cohort == other.cohort)
        )

    def _is_given_away(self, links, secret):
        """Whether a small number follows where only those of `secret` are not known."""
        counts = {end: self._values[end].count for link in links for end in ends_of(link)}
        exact = determined(links, counts, secret)
        if any(self._is_small(counts[identity], identity) for identity in exact):
            return True
        return any(self._leaves_few(link, counts, secret) for link in links)

    def _leaves_few(self, link, counts, secret):
        """Whether the parts of a known whole that are not known come to a small number."""
        pairs = upward(link)
        groups = [pairs] if isinstance(link, Sum) else [[pair] for pair in pairs]
        for group in groups:
            parts, whole = [part for part, _ in group], group[0][1]
            known = [part for part in parts if part not in secret]
            rest = counts[whole] - sum(counts[part] for part in known)
            if whole not in secret and known and self._is_small(rest, whole):
                return True
        return False

    def _is_small(self, count, identity):
        return is_small(count, self._values[identity].threshold)


def near_another_population(
    values: Iterable[Value], printed: Iterable, populations: Mapping[str, Population]
) -> set[Identity]:
    """The identities whose count, in another population at the same time, differs by a small
    number, in this report or as `printed` by an edition: where one population lies within the
    other, the two give away who is in one alone. `populations` are those that titles name.
    """
    alike = defaultdict(set)
    for key, member, first, last, cohort in (item.identity for item in printed):
        alike[key, member, first, last].add(cohort)
    counts = defaultdict(set)
    for item in printed:
        counts[item.identity].add((item.count, populations.get(item.identity[-1], Population())))
    for value in values:
        alike[value.identity[:-1]].add(value.cohort)
        counts[value.identity].add((value.count, value.groups))
    return {
        value.identity
        for value in values
        for cohort in alike[value.identity[:-1]] - {value.cohort}
        for count, groups in counts[*value.identity[:-1], cohort]
        if value.groups.may_share(groups) and is_small(abs(value.count - count), value.threshold)
    }


def between_limits(values: Iterable[Value]) -> set[Identity]:
    """The identities of parts on a scale that several sets divide otherwise, where so few are
    counted between two limits that lie next to each other."""
    scales = defaultdict(lambda: defaultdict(list))
    for value in values:
        if value.limits is not None:
            scales[value.evidence, value.cohort][value.key].append(value)
    result = set()
    for sets in scales.values():
        parts = [value for own in sets.values() for value in own]
        below = {}
        for own in sets.values():
            below |= _below(own)
        steps = pairwise(below[limit] for limit in sorted(below))
        if len(sets) > 1 and any(is_small(abs(b - a), parts[0].threshold) for a, b in steps):
            result |= {value.identity for value in parts}
    return result


def _below(parts):
    """Limit → how many are counted below it, by the parts of one set."""
    result, total = {}, 0
    for value in sorted(parts, key=lambda item: item.limits[0]):
        result[value.limits[0]] = total
        total += value.count
    # Beyond every limit: the last part has no end.
    result[float("inf")] = total
    return result
