"""Keeping what a return replaces, and putting it back exactly as it was."""

from django.db import connection

from assurance.imports.run.lifecycle import packed, unpacked
from assurance.looked_after.models.censuses import Census, CensusCount
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.replaced import BESIDE, ReplacedReturn, replaced_by
from assurance.looked_after.models.returns import Child, Episode, Return, UascMark
from assurance.looked_after.operations.staging import CHILD
from assurance.people.models.people import Cohort
from assurance.runtime.databases.written import note


class ReplacedRows:
    """What returns replaced when they were read."""

    @staticmethod
    def save(held_return, replaced, made_cohort):
        """Keeps the children that `held_return` replaced, and the population that it made."""
        content = packed({**replaced, "cohort": made_cohort and made_cohort.pk})
        ReplacedReturn.objects.create(held_return=held_return, content=content)

    @staticmethod
    def forget(held_return):
        """Forgets what returns replaced, where children of `held_return` may be among them."""
        ReplacedRows._since(held_return).delete()

    @staticmethod
    def set_aside(held_return):
        """Keeps the same from use while the withdrawal of `held_return` can be undone."""
        ReplacedRows._since(held_return).usable().update(set_aside_with=held_return)

    @staticmethod
    def use_again(held_return, is_unchanged):
        """Gives back what the withdrawal of `held_return` set aside, where nothing was read or
        withdrawn since; otherwise it holds no longer, and is forgotten with what came since."""
        if not is_unchanged:
            ReplacedRows.forget(held_return)
        held_return.set_aside.update(set_aside_with=None)

    @staticmethod
    def _since(held_return):
        return ReplacedReturn.objects.filter(
            held_return__council=held_return.council, held_return__pk__gte=held_return.pk
        )


class ReturnWithdrawal:
    """A return on its way out; lives inside one transaction."""

    def __init__(self, held_return):
        self.held_return = held_return
        self.before = unpacked(held_return.before.content)

    def put_back(self):
        """Puts every row back and removes the return; gives how many censuses and episodes went."""
        counted = list(self.held_return.censuses.order_by("date", "-edition"))
        for census in counted:
            self._remove(census)
        CountOffer.objects.filter(held_return=self.held_return).delete()
        episodes = self._rows()
        Cohort.objects.filter(pk=self.before["cohort"], censuss__isnull=True).delete()
        ReplacedReturn.objects.filter(held_return=self.held_return).delete()
        Return.objects.filter(pk=self.held_return.pk).delete()
        return {"censuses": len(counted), "episodes": episodes}

    def _remove(self, census):
        before = replaced_by(census)
        self.remove_edition(census)
        if before:
            Census.objects.filter(pk=before.pk).update(replaced_on=None)

    @staticmethod
    def remove_edition(census):
        """Removes an edition of a census with what stands beside it."""
        for model, _, _ in BESIDE:
            model.objects.filter(census=census).delete()
        CensusCount.objects.filter(census=census).delete()
        Census.objects.filter(pk=census.pk).delete()

    def _rows(self):
        UascMark.objects.filter(held_return=self.held_return).delete()
        self._restore(Child, CHILD[1:], self.before["children"])
        gone, _ = Episode.objects.filter(held_return=self.held_return).delete()
        Child.objects.of(self.held_return.council).filter(episodes__isnull=True).delete()
        return gone

    def _restore(self, model, names, rows):
        text = ", ".join(f"{name} = %s" for name in names)
        ready = [(*values, key) for key, *values in rows]
        if ready:
            with connection.cursor() as cursor:
                sentence = f"UPDATE {model._meta.db_table} SET {text} WHERE id = %s"
                cursor.executemany(sentence, ready)
            note(connection, model, [key for key, *_values in rows])
