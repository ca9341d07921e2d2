"""Who is to audit whose cases in a round."""

from django.db import models
from django.db.models import Q

from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules import allocation, rounds
from assurance.people.models.posts import Post
from assurance.records.named_record import one_active, plain
from assurance.records.record import WITHDRAWN, Record, RecordQuerySet


class AllocationQuerySet(RecordQuerySet):
    """Readings over the lines of allocation rules."""

    def by_round(self, rounds):
        """A dict of a round's key → its standing lines, for `rounds`."""
        index = {}
        lines = self.active().filter(audit_round__in=rounds).select_related("post")
        for line in sorted(lines.prefetch_related("posts"), key=_by_title):
            index.setdefault(line.audit_round_id, []).append(line)
        return index


def _by_title(line):
    return line.title.casefold(), line.pk


class AuditAllocation(Record):
    """A line of a round's allocation rule: how many cases of their own team and of another team a
    post audits, in each `every_months` of the round or, None, in the whole of it.

    It names the `post` that there is in each team of the round, and each team has a share; or
    several `posts`, and each has one. `role` is what a line from before posts called them, where no
    post had that title.
    """

    audit_round = models.ForeignKey(AuditRound, models.PROTECT, related_name="allocations")
    role = models.CharField(max_length=120, blank=True)
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="allocations_in_teams"
    )
    posts = models.ManyToManyField(Post, blank=True, related_name="allocations")
    own_team = models.PositiveSmallIntegerField()
    other_team = models.PositiveSmallIntegerField()
    every_months = models.PositiveSmallIntegerField(null=True, blank=True)

    history_prefix = "audit_allocations"
    parent_field, parent_withdrawn = "audit_round", WITHDRAWN
    personal = {
        **plain("audit_round role post posts own_team other_team every_months"),
        **Record.personal,
    }

    objects = AllocationQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            *Record.Meta.constraints,
            one_active("allocation_once_a_post", "audit_round", "post"),
            models.CheckConstraint(
                condition=Q(own_team__gte=1) | Q(other_team__gte=1), name="allocation_of_something"
            ),
            models.CheckConstraint(
                condition=Q(every_months__isnull=True) | Q(every_months__range=(1, 24)),
                name="allocation_stretch_in_bounds",
            ),
        ]

    def __str__(self):
        return f"{self.title}, in {self.audit_round}"

    @property
    def title(self):
        """The titles of the posts that it speaks of: “Practice Manager or Director”."""
        posts = [self.post] if self.post_id else self.posts.all()
        return " or ".join(post.title for post in posts) or self.role

    def derived_fields(self, values):
        """No words of its own, once it names posts."""
        return {"role": ""}

    def faults(self, values):
        """Refuses no post, a post that has a line already, and a line without a case."""
        post, posts = values["post"], values["posts"]
        yield "post", allocation.why_not_posts(post, posts)
        others = self.others().active().filter(audit_round=self.audit_round)
        yield "post", _of_another_line(others, [post] if post else [])
        yield "posts", _of_another_line(others, posts)
        yield "own_team", allocation.why_not_allocate(values["own_team"], values["other_team"])


def _of_another_line(others, posts):
    """The sentence that refuses `posts` of which one of the lines `others` speaks, or None."""
    is_of_one = Q(post__in=posts) | Q(posts__in=posts)
    line = others.filter(is_of_one).first() if posts else None
    return line and rounds.why_not_allocate_twice(line.title)
