"""What is read of the reviews of a council: lists, filters, and the names that files use."""

from assurance.reviews.models.replies import RepliesQuerySet
from assurance.tables.clean import plain as cleaned


class ReviewQuerySet(RepliesQuerySet):
    """Readings over reviews."""

    def published_in(self, when):
        """Standing reviews whose report came out within `when`, both ends included."""
        current = self.active()
        return current.filter(published_on__gte=when.start, published_on__lte=when.end)

    def with_grades_given(self):
        """A list of them, each with `grades_given`: its own grade and those of its themes."""
        reviews = list(self.prefetch_related("themes"))
        for review in reviews:
            grades = {review.grade, *(theme.grade for theme in review.themes.all())}
            review.grades_given = grades - {""}
        return reviews

    def names(self):
        """Key → what a file finds each standing one again by: its title, or its slug where another
        has that title or a list of findings would be parted by it."""
        rows = list(self.active().order_by("-pk").values_list("pk", "title", "slug"))
        index = {cleaned(name): pk for pk, title, slug in rows for name in (slug, title)}
        return {
            pk: title if index[cleaned(title)] == pk and not {";", "\n"} & set(title) else slug
            for pk, title, slug in rows
        }

    def filtered(self, text="", kind="", published_from=None, published_to=None):
        """Those that fit a list's filter: words of the title or the body, the kind, and the days
        between which the report came out."""
        days = {"published_on__gte": published_from, "published_on__lte": published_to}
        return self.with_words(text, "title", "body").where(kind=kind, **days)
