"""Inspections and peer reviews, what they judged, and what they found."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Count, F, Q

from assurance.people.models.posts import Post
from assurance.records.named_record import may_hold, plain, slug_of_new
from assurance.records.personal import Personal
from assurance.records.record import Record, in_order, next_number
from assurance.records.refusals import why_not_name
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.models.repeated_findings import RepeatedFindingQuerySet
from assurance.reviews.models.review_lists import ReviewQuerySet
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import findings
from assurance.reviews.rules import replies as reply_rules
from assurance.runtime.digits import whole


class Review(Record):
    """One inspection, peer review or local review of the council.

    `response_received_on` is the day its report was received, from which the reply falls due.
    `people_met` and `stated_points` are numbers or bounds, such as “over 45”. A stated total is
    what its report says it found, None where it says nothing of it.
    """

    KINDS = Framework.KINDS

    slug = models.SlugField(max_length=60)
    kind = models.CharField(max_length=20, choices=KINDS)
    framework = models.ForeignKey(
        Framework, models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    title = models.CharField(max_length=160)
    body = models.CharField(max_length=120)
    started_on = models.DateField()
    ended_on = models.DateField()
    published_on = models.DateField(null=True, blank=True)
    response_received_on = models.DateField(null=True, blank=True)
    response_due_on = models.DateField(null=True, blank=True)
    response_sent_on = models.DateField(null=True, blank=True)
    no_reply_because = models.CharField(max_length=200, blank=True)
    grade = models.CharField(max_length=60, blank=True)
    team_size = models.PositiveSmallIntegerField(null=True, blank=True)
    team_roles = models.CharField(max_length=200, blank=True)
    people_met = models.CharField(max_length=40, blank=True)
    groups_met = models.CharField(max_length=200, blank=True)
    files_read = models.PositiveIntegerField(null=True, blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    followed_up_on = models.DateField(null=True, blank=True)
    stated_strengths = models.PositiveSmallIntegerField(null=True, blank=True)
    stated_areas_for_development = models.PositiveSmallIntegerField(null=True, blank=True)
    stated_recommendations = models.PositiveSmallIntegerField(null=True, blank=True)
    stated_top_tips = models.PositiveSmallIntegerField(null=True, blank=True)
    stated_lines_of_enquiry = models.PositiveSmallIntegerField(null=True, blank=True)
    stated_points = models.CharField(max_length=40, blank=True)

    history_prefix = "reviews"
    field_faults = staticmethod(findings.faults)
    personal = {
        **plain(
            "slug kind framework title body started_on ended_on published_on response_received_on "
            "response_due_on response_sent_on grade team_size team_roles people_met groups_met "
            "files_read follow_up_on followed_up_on stated_strengths stated_areas_for_development "
            "stated_recommendations stated_top_tips stated_lines_of_enquiry stated_points"
        ),
        "no_reply_because": Personal.MAY,
        **Record.personal,
    }

    objects = ReviewQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-started_on", "title")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("council", "slug"), name="review_named_once"),
            models.CheckConstraint(
                condition=Q(ended_on__gte=F("started_on")), name="review_dates_in_order"
            ),
            in_order("review_published_after_start", "started_on", "published_on"),
            in_order("review_answered_after_start", "started_on", "response_sent_on"),
            in_order("review_followed_up_after_end", "ended_on", "followed_up_on"),
            models.CheckConstraint(
                condition=Q(no_reply_because="") | Q(response_sent_on__isnull=True),
                name="review_answered_or_not",
            ),
        ]

    def __str__(self):
        return self.title

    derived_fields = slug_of_new

    def faults(self, values):
        """Refuses a title already used, dates out of order, a framework or grade that does not
        fit."""
        is_used = self.others().filter(slug=values["slug"]).exists()
        yield "title", why_not_name("review", values["slug"], is_used)
        yield from super().faults(values)

    def stated_totals(self):
        """A dict of each of `rules.COMPARED` → the total that its report states, or None."""
        return {name: getattr(self, f"stated_{name}") for name in findings.COMPARED}

    def listed_totals(self):
        """A dict of each of `rules.COMPARED` → how many standing findings of it are listed here."""
        counts = self.findings.active().order_by().values_list("kind").annotate(Count("pk"))
        listed = dict(counts)
        return {name: listed.get(kind, 0) for name, kind in findings.COMPARED.items()}

    @property
    def reply_due_on(self):
        """The day on which its reply is due, or None; see `rules.replies.reply_due`."""
        return reply_rules.reply_due(self)

    @property
    def follow_up_window(self):
        """(first, last) day of its follow-up, or None; see `rules.replies.follow_up_window`."""
        return reply_rules.follow_up_window(self)


class FindingQuerySet(RepeatedFindingQuerySet):
    """Readings over findings."""

    def listed(self):
        """Standing findings of standing reviews."""
        return self.active().filter(review__withdrawn_on__isnull=True)

    def to_answer(self):
        """Those listed that ask for an action or for a reason why there is none."""
        return self.listed().filter(kind__in=findings.ASKING)

    def offered_to(self, council, action):
        """Those of `council` that an action may answer, and those that `action` (or None) answers
        already, review by review."""
        own = self.of(council)
        asking = Q(pk__in=own.to_answer().values("pk"))
        rows = own.filter(asking | Q(actions=action.pk)) if action else own.to_answer()
        ordered = rows.order_by("-review__started_on", "review", "theme__order", "kind", "number")
        return ordered.select_related("review").distinct()

    def with_every_word(self, text):
        """Those of which the wording, review, theme, kind or number has each word of `text`."""
        rows, names = self, ("text", "place", "review__title", "theme__title")
        for word in text.split():
            kinds = [code for code, label in Finding.KINDS if word.casefold() in label.casefold()]
            has = reduce(or_, (Q(**{f"{name}__icontains": word}) for name in names))
            number = whole(word)
            has |= Q(kind__in=kinds) | (Q(number=number) if number is not None else Q(pk__in=()))
            rows = rows.filter(has)
        return rows

    def to_tell(self):
        """With what a page says of them fetched at once."""
        return self.select_related("review", "theme")

    def of_kind(self, kind):
        """Standing findings of standing reviews, of one kind."""
        return self.listed().filter(kind=kind)

    def published_in(self, when):
        """Findings of reviews whose report came out within `when`, both ends included."""
        return self.filter(review__published_on__gte=when.start, review__published_on__lte=when.end)


class Finding(Record):
    """One finding of a review: a strength files under its own kind wherever the letter put it.

    One that asks for an action has one, or `no_action_because` with the post that decided so.
    """

    STRENGTH, AREA, RECOMMENDATION = findings.STRENGTH, findings.AREA, findings.RECOMMENDATION
    QUOTATION = findings.QUOTATION
    KINDS = [
        (STRENGTH, "Strength"),
        (AREA, "Area for development"),
        (RECOMMENDATION, "Recommendation"),
        ("top_tip", "Top tip"),
        ("priority", "Agreed priority"),
        ("line_of_enquiry", "Line of enquiry"),
        ("remark", "Comment"),
        ("quotation", "Quotation"),
    ]
    MANNERS = [("published", "Published"), ("oral", "Given orally, not published")]

    review = models.ForeignKey(Review, models.PROTECT, related_name="findings")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="findings")
    kind = models.CharField(max_length=20, choices=KINDS)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    place = models.CharField(max_length=80, blank=True)
    manner = models.CharField(max_length=20, choices=MANNERS, default="published")
    # Who of the council said it, a post; or the role of a speaker outside the council.
    speaker = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="findings_spoken"
    )
    said_by_role = models.CharField(max_length=120, blank=True)
    said_before = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="said_again"
    )
    no_action_because = models.CharField(max_length=200, blank=True)
    decider = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="findings_decided"
    )

    parent_field, history_prefix = "review", "findings"
    personal = {
        **plain("review theme kind number place manner speaker said_by_role said_before decider"),
        **may_hold("text no_action_because"),
        **Record.personal,
    }

    objects = FindingQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("review", "kind", "number")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("review", "kind", "number"), name="finding_number_once"
            ),
            models.CheckConstraint(
                condition=Q(no_action_because="", decider__isnull=True)
                | (~Q(no_action_because="") & Q(decider__isnull=False)),
                name="finding_unanswered_by_a_post",
            ),
            models.CheckConstraint(
                condition=Q(manner="published") | ~Q(said_by_role="") | Q(speaker__isnull=False),
                name="finding_said_by_a_role",
            ),
            models.CheckConstraint(
                condition=Q(said_by_role="") | Q(speaker__isnull=True),
                name="finding_said_by_one_speaker",
            ),
            models.CheckConstraint(
                condition=Q(said_before__isnull=True) | ~Q(said_before=F("pk")),
                name="finding_not_before_itself",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"

    @property
    def asks(self):
        """Whether it is of a kind that asks for an action, or for a reason why there is none."""
        return self.kind in findings.ASKING

    def derived_fields(self, values):
        """The next number of its kind where it has none, or another kind than before."""
        kind = values["kind"]
        own = self.number if self.pk and kind == self.kind else None
        number = values.fields.get("number") or own
        return {"number": number or next_number(self.review.findings.filter(kind=kind))}

    def faults(self, values):
        """Refuses a theme of another review, a number already used, a reason for no action without
        its post, a quotation or something said without its speaker, and two speakers."""
        kind, number = values["kind"], values["number"]
        yield "theme", findings.why_not_theme(values["theme"], self.review)
        clash = self.others().filter(review=self.review, kind=kind, number=number).first()
        yield "number", findings.why_not_number(number, clash)
        because, decider = values["no_action_because"], values["decider"]
        yield from findings.faults_of_finding(kind, because, decider)
        speakers = values["speaker"], values["said_by_role"]
        yield from findings.faults_of_speaker(kind, values["manner"], *speakers)

    @property
    def speaker_title(self):
        """Who said it, as readers see it: a post of the council, or a role outside it."""
        return self.speaker.title if self.speaker else self.said_by_role
