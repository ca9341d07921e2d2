"""Keeping for a day what stood before a return was withdrawn, and putting it back; inside the
operations that withdraw a return and undo that."""

from django.db.models import Max

from assurance.imports.run.lifecycle import packed, unpacked
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.returns import Child, Return
from assurance.looked_after.models.withdrawn import WithdrawnReturn
from assurance.looked_after.operations.restoration import ReturnRestoration
from assurance.looked_after.operations.withdrawal import ReplacedRows, ReturnWithdrawal
from assurance.records.withdrawals.undo import undone_until
from assurance.runtime.periods import this_moment

UASC = ("uasc", "uasc_until")


class StateBefore:
    """What stands before `held_return` is withdrawn, to be kept once that is done."""

    def __init__(self, held_return):
        self.held_return = held_return
        self.censuses = [*held_return.censuses.active().values_list("pk", flat=True)]
        self.returns = _returns_now(held_return)
        self.children = _marked(held_return)

    def save(self, restored):
        """Keeps it, with the editions that the withdrawal `restored` and what it made of each
        child."""
        after = _marked(self.held_return)
        children = [[key, *values, *after[key]] for key, values in self.children.items()]
        content = {
            **self.returns,
            "censuses": self.censuses,
            "restored": [census.pk for census in restored],
            "children": children,
        }
        WithdrawnReturn.objects.update_or_create(
            held_return=self.held_return,
            defaults={"content": packed(content), "kept_until": undone_until(this_moment())},
        )
        ReplacedRows.set_aside(self.held_return)

    @staticmethod
    def forget(held_return):
        """Forgets what stood before a return was withdrawn, with what was set aside; gives how many
        censuses could have come back."""
        state = ReturnReinstatement(held_return).state
        held_return.set_aside.all().delete()
        WithdrawnReturn.objects.filter(held_return=held_return).delete()
        return len(state["censuses"]) if state else 0


class ReturnReinstatement:
    """A withdrawn return on its way back; `state` is what stood before, None where that is no
    longer kept. Lives inside one transaction."""

    def __init__(self, held_return):
        self.held_return = held_return
        stored = WithdrawnReturn.objects.filter(held_return=held_return).first()
        self.state = stored and unpacked(stored.content)
        if self.state:
            self.state["restored"] = self._restored()

    def put_back(self):
        """Puts back the censuses, the children and what returns replaced, once the return is no
        longer marked as withdrawn; gives the censuses that count again and those that went."""
        restored = list(Census.objects.filter(pk__in=self.state["restored"]).in_date_order())
        for census in restored:
            ReturnWithdrawal.remove_edition(census)
        ours = Census.objects.filter(pk__in=self.state["censuses"])
        ours.update(withdrawn_on=None, withdrawn_by=None, withdrawn_because="")
        self._children()
        is_unchanged = all(
            self.state[name] == value for name, value in _returns_now(self.held_return).items()
        )
        ReplacedRows.use_again(self.held_return, is_unchanged)
        WithdrawnReturn.objects.filter(held_return=self.held_return).delete()
        return list(ours.in_date_order()), restored

    def _restored(self):
        """The editions that came back with the withdrawal, or with that of a return which was read
        and withdrawn since, of days whose count in force was of this one: another day has its count
        in force without it."""
        since = {
            "held_return__council": self.held_return.council,
            "held_return__pk__gt": self.state["newest"],
        }
        rows = WithdrawnReturn.objects.filter(**since)
        keys = [key for row in rows for key in unpacked(row.content)["restored"]]
        ours = Census.objects.filter(pk__in=self.state["censuses"], replaced_on__isnull=True)
        days = ours.values("date")
        later = Census.objects.filter(pk__in=keys, date__in=days)
        return [*self.state["restored"], *later.values_list("pk", flat=True)]

    def _children(self):
        rows = {key: values for key, *values in self.state["children"]}
        others = []
        for child in Child.objects.filter(pk__in=rows):
            *before, uasc, until = rows[child.pk]
            if (child.uasc, child.uasc_until) == (uasc, until):
                Child.objects.filter(pk=child.pk).update(**dict(zip(UASC, before, strict=True)))
            else:
                # Another return was read or withdrawn since: the marks say what holds now.
                others.append(child)
        ReturnRestoration.mark_children(others)


def _marked(held_return):
    children = Child.objects.filter(uasc_marks__held_return=held_return).order_by("pk")
    return {key: values for key, *values in children.values_list("pk", *UASC)}


def _returns_now(held_return):
    others = Return.objects.of(held_return.council).exclude(pk=held_return.pk).order_by("pk")
    withdrawn = others.filter(withdrawn_on__isnull=False)
    return {
        "newest": others.aggregate(newest=Max("pk"))["newest"] or 0,
        "withdrawn": [*withdrawn.values_list("pk", flat=True)],
    }
