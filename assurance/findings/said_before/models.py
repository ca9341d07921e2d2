"""Readings of findings by what answers them and by what was said before."""

from django.db.models import Count, Q

from assurance.records import RecordQuerySet


class SaidBeforeQuerySet(RecordQuerySet):
    """Readings over findings."""

    def with_answers(self):
        """With `actions_held`, how many standing actions answer each, and what a page says of the
        earlier finding fetched at once."""
        held = Count("actions", filter=Q(actions__withdrawn_on__isnull=True), distinct=True)
        told = self.select_related("theme", "said_before__review")
        return told.annotate(actions_held=held)

    def told_whole(self):
        """Standing ones of standing reviews with review and theme, the earliest review first."""
        here = self.standing().filter(review__withdrawn_on__isnull=True)
        told = here.select_related("review", "theme")
        return told.order_by("review__started_on", "review_id", "kind", "number")

    def before(self, finding):
        """Standing ones of standing reviews that began before the review of `finding`."""
        return self.told_whole().filter(
            council_id=finding.council_id, review__started_on__lt=finding.review.started_on
        )

    def as_told(self):
        """(theme's title or an empty text, kind, words) of each."""
        rows = self.order_by().values_list("theme__title", "kind", "text")
        return [(theme or "", kind, text) for theme, kind, text in rows]
