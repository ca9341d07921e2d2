"""Readings of findings by what answers them and by what was said before."""

from django.db.models import Count, Q

from assurance.records.record import RecordQuerySet


class RepeatedFindingQuerySet(RecordQuerySet):
    """Readings over findings."""

    def with_answers(self):
        """With `actions_held`, how many standing actions answer each, and what a page says of the
        earlier finding fetched at once."""
        current = Count("actions", filter=Q(actions__withdrawn_on__isnull=True), distinct=True)
        values = self.select_related("theme", "said_before__review")
        return values.annotate(actions_held=current)

    def filtered(self, text="", answered="", published_from=None, published_to=None, **fields):
        """Those that fit a list's filter: words of the finding or its place, its review, theme and
        kind (`fields`), the days between which the review was published, and whether an “action”
        answers it, a “reason” for none or (“no”) neither."""
        days = {"review__published_on__gte": published_from}
        days |= {"review__published_on__lte": published_to}
        rows = self.with_words(text, "text", "place").where(**fields, **days)
        items = self.model.objects.filter(actions__in=self._actions().filter(withdrawn_on=None))
        if answered == "action":
            return rows.filter(pk__in=items.values("pk"))
        if answered == "reason":
            return rows.exclude(no_action_because="")
        if answered == "no":
            return rows.to_answer().filter(no_action_because="").exclude(pk__in=items.values("pk"))
        return rows

    def _actions(self):
        # A later subject's, reached by the way back that it named.
        return self.model._meta.get_field("actions").related_model.objects

    def told_whole(self):
        """Standing ones of standing reviews with review and theme, the earliest review first."""
        here = self.active().filter(review__withdrawn_on__isnull=True)
        values = here.select_related("review", "theme")
        return values.order_by("review__started_on", "review_id", "kind", "number")

    def before(self, finding):
        """Standing ones of standing reviews that began before the review of `finding`."""
        return self.told_whole().filter(
            council_id=finding.council_id, review__started_on__lt=finding.review.started_on
        )

    def as_told(self):
        """(theme's title or an empty text, kind, words) of each."""
        rows = self.order_by().values_list("theme__title", "kind", "text")
        return [(theme or "", kind, text) for theme, kind, text in rows]
