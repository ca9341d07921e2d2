"""Whatever is done to a kept history by somebody who owns the database, it is found."""

from datetime import date, timedelta

from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.records import history, history_chain, history_guard
from assurance.records.history import HistoryDetail, HistoryEntry, HistoryHead
from assurance.records.personal import Personal
from tests import cast
from tests.cases import written_cases

TABLE = "records_historyentry"
DAY = date(2016, 1, 18)
LENGTH = 5
SEQS = st.integers(1, LENGTH)
# What may be written over each field; all are valid values, so only the digests can tell.
OTHERS = {
    "who": "account 99",
    "actor_kind": "command",
    "what": "people.withdraw",
    "about_kind": "person",
    "about": "account 99",
    "reason": "It was agreed.",
    "on": DAY + timedelta(days=1),
    "prev": "1" * 64,
    "digest": "2" * 64,
}
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


def write(user, place, field="grade"):
    """One entry about `user`; every second has a personal value."""
    classes = {"grade": Personal.NONE if place % 2 else Personal.IDENTIFIES}
    told = history.changes({field: place}, {field: place + 1}, classes)
    return history.record(
        "people.record", about=user, by=user, on=DAY, changes=told, reason=f"Reason {place}"
    )


class Tampering(TestCase):
    """A chain of five, changed in any way while the guard is off."""

    @classmethod
    def setUpTestData(cls):
        cls.user = cast.make_user()
        cls.slug = cls.user.council.slug
        for place in range(LENGTH):
            write(cls.user, place)
        history_guard.lift(connection, TABLE)

    def damaged(self):
        return history_chain.damage(self.slug)

    @written_cases()
    @given(st.dictionaries(st.sampled_from(list(OTHERS)), SEQS, min_size=1))
    def test_any_fields_of_any_entries_written_over_are_found_at_the_first(self, fields):
        for field, seq in fields.items():
            HistoryEntry.objects.filter(seq=seq).update(**{field: OTHERS[field]})
        assert self.damaged().seq == min(fields.values())

    @written_cases()
    @given(SEQS, st.dictionaries(TEXTS, st.none() | st.integers() | TEXTS, max_size=3))
    def test_other_changes_told_of_an_entry_are_found(self, seq, changes):
        entry = HistoryEntry.objects.get(seq=seq)
        HistoryEntry.objects.filter(seq=seq).update(changes={**entry.changes, "x": changes})
        assert self.damaged().seq == seq

    @written_cases()
    @given(st.sets(SEQS, min_size=1))
    def test_any_entries_taken_out_are_found_at_the_first(self, gone):
        HistoryEntry.objects.filter(seq__in=gone).delete()
        assert self.damaged().seq == min(gone)

    @written_cases()
    @given(st.permutations(range(1, LENGTH + 1)))
    def test_entries_in_another_order_are_found(self, order):
        for entry, seq in zip(HistoryEntry.objects.order_by("pk"), order, strict=True):
            HistoryEntry.objects.filter(pk=entry.pk).update(seq=seq + 100)
        for entry in HistoryEntry.objects.all():
            HistoryEntry.objects.filter(pk=entry.pk).update(seq=entry.seq - 100)
        first = next((place for place, seq in enumerate(order, 1) if place != seq), None)
        if first is None:
            assert self.damaged() is None
        else:
            assert self.damaged().seq <= first

    @written_cases()
    @given(SEQS, st.booleans())
    def test_a_chain_made_anew_from_a_changed_entry_ends_elsewhere_than_was_written_down(
        self, seq, with_head
    ):
        """All digests can be reckoned again by its owner: the count of the database has the end
        that was, and what stands in a minute book cannot be changed at all."""
        written_down = history_chain.head(self.slug)
        prev = HistoryEntry.objects.get(seq=seq).prev
        for entry in HistoryEntry.objects.filter(seq__gte=seq).order_by("seq"):
            entry.reason = "Rewritten." if entry.seq == seq else entry.reason
            entry.prev = prev
            prev = entry.digest = entry.reckon_digest()
            entry.save()
        if with_head:
            HistoryHead.objects.update(digest=prev)
            assert self.damaged().sentence == history_chain.OTHER_END.format(counted=LENGTH)
            assert history_chain.head(self.slug) != written_down
        else:
            assert self.damaged().sentence == "The chain does not end where its head points."

    @written_cases()
    @given(st.data())
    def test_a_held_value_written_over_is_found_and_an_erased_one_is_not_missed(self, data):
        detail = data.draw(st.sampled_from(list(HistoryDetail.objects.order_by("pk"))))
        field, value = data.draw(
            st.sampled_from([("before", 99), ("after", "other"), ("salt", "0" * 32)])
        )
        HistoryDetail.objects.filter(pk=detail.pk).update(**{field: value})
        assert self.damaged().seq == detail.seq
        HistoryDetail.objects.filter(pk=detail.pk).delete()
        assert self.damaged() is None

    @written_cases()
    @given(SEQS, st.sampled_from(["grade", "name"]))
    def test_a_value_held_beside_an_entry_that_never_had_one_is_found(self, seq, field):
        HistoryDetail.objects.filter(seq=seq).delete()
        HistoryDetail.objects.create(
            council=self.slug, seq=seq, field=field, before=None, after="x", salt="0" * 32
        )
        assert self.damaged().seq == seq

    @written_cases()
    @given(SEQS)
    def test_what_is_written_after_damage_does_not_heal_it(self, seq):
        HistoryEntry.objects.filter(seq=seq).update(reason="Changed.")
        write(self.user, 9)
        assert self.damaged().seq == seq

    @written_cases()
    @given(st.integers(0, 3), st.integers(0, 3))
    def test_one_councils_damage_is_not_anothers(self, ours, theirs):
        other = cast.make_user(council=cast.make_council("elsewhere"))
        for place in range(theirs):
            write(other, place)
        for place in range(ours):
            write(self.user, place)
        HistoryEntry.objects.filter(council=self.slug, seq=2).update(who="account 99")
        assert self.damaged().seq == 2
        assert history_chain.damage("elsewhere") is None

    @written_cases()
    @given(TEXTS, st.dictionaries(TEXTS, TEXTS | st.integers() | st.booleans(), max_size=3))
    def test_any_words_are_kept_so_that_their_digest_stands_when_read_again(self, reason, held):
        told = history.changes({}, {"grade": held}, {"grade": Personal.NONE})
        entry = history.record(
            "people.record", about=self.user, by=self.user, on=DAY, changes=told, reason=reason
        )
        kept = HistoryEntry.objects.get(pk=entry.pk)
        assert kept.reckon_digest() == entry.digest
        if held:
            assert kept.changes["grade"]["to"] == held
        assert self.damaged() is None
