"""Surveys of children, carers and staff: their questions, kept over their waves, and the answers.

Domain 4.5: each question has its own base in each wave. An answer is counted, or a per cent that a
source states; a base that nobody knows is never guessed.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify

from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet
from assurance.surveys.rules import answers as rules


def slug_of(text):
    """The slug of a title, its dashes kept and without the underscores that part names in a paper's
    tokens; may be empty."""
    return slugify(text.replace("–", "-")).replace("_", "-")[:60].strip("-")


class SurveyQuerySet(RecordQuerySet):
    """Readings over surveys."""

    def filtered(self, text=""):
        """Those with `text` in their title or in whom they ask."""
        return self.filter(Q(title__icontains=text) | Q(audience__icontains=text)) if text else self


class Survey(Record):
    """A survey that is held again and again; `audience` is whom it asks."""

    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    audience = models.CharField(max_length=160)

    personal = {
        "slug": Personal.NONE,
        "title": Personal.NONE,
        "audience": Personal.NONE,
        **Record.personal,
    }

    objects = SurveyQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("title", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("council", "slug"), name="survey_named_once"),
        ]

    def __str__(self):
        return self.title

    @property
    def waves_held(self):
        """Its standing waves, earliest first; reads what was prefetched."""
        current = [wave for wave in self.waves.all() if not wave.is_withdrawn]
        return sorted(current, key=lambda item: (item.ended_on, item.pk))

    @property
    def questions_held(self):
        """Its standing questions in their order; reads what was prefetched."""
        current = [question for question in self.questions.all() if not question.is_withdrawn]
        return sorted(current, key=lambda item: (item.order, item.pk))

    @property
    def latest_wave(self):
        """Its standing wave whose fieldwork ended last, or None."""
        return self.waves_held[-1] if self.waves_held else None

    def waves_by_day(self):
        """Its waves, withdrawn ones too, earliest first, each with how many questions have an
        answer in it as `n_answers`."""
        current = models.Count("answers", filter=Q(answers__withdrawn_on__isnull=True))
        return self.waves.annotate(n_answers=current).order_by("ended_on", "pk")

    def series(self):
        """A list of (question, its answers that count, in the order of the waves)."""
        rows = list(Answer.objects.listed().filter(question__survey=self).to_tell())
        return [
            (question, [row for row in rows if row.question_id == question.pk])
            for question in self.questions_held
        ]


class Question(Record):
    """A question of a survey, kept over its waves; `wording` is that of today, an answer holds
    that of its wave."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="questions")
    slug = models.SlugField(max_length=60)
    wording = models.CharField(max_length=rules.LONGEST_WORDING)
    order = models.PositiveSmallIntegerField()

    personal = {
        "survey": Personal.NONE,
        "slug": Personal.NONE,
        "wording": Personal.NONE,
        "order": Personal.NONE,
        **Record.personal,
    }

    class Meta(Record.Meta):
        ordering = ("survey", "order", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("survey", "slug"), name="question_named_once"),
        ]

    def __str__(self):
        return self.wording

    @property
    def token(self):
        """What a paper's figure calls it, as a member."""
        return f"{self.survey.slug}__{self.slug}"


class Wave(Record):
    """One time that a survey was held; `source` is where its results are printed."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="waves")
    slug = models.SlugField(max_length=60)
    label = models.CharField(max_length=60)
    started_on = models.DateField()
    ended_on = models.DateField()
    source = models.CharField(max_length=200, blank=True)

    personal = {
        "survey": Personal.NONE,
        "slug": Personal.NONE,
        "label": Personal.NONE,
        "started_on": Personal.NONE,
        "ended_on": Personal.NONE,
        "source": Personal.NONE,
        **Record.personal,
    }

    class Meta(Record.Meta):
        ordering = ("survey", "ended_on", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("survey", "slug"), name="wave_named_once"),
            models.CheckConstraint(
                condition=Q(ended_on__gte=F("started_on")), name="wave_dates_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.survey.title}, {self.label}"


class AnswerQuerySet(RecordQuerySet):
    """Readings over answers."""

    def listed(self):
        """Those that stand in a wave, to a question and of a survey that stand."""
        return self.active().filter(
            wave__withdrawn_on__isnull=True,
            question__withdrawn_on__isnull=True,
            question__survey__withdrawn_on__isnull=True,
        )

    def to_tell(self):
        """With what a page says of them fetched at once, in the order of the questions and then of
        the waves."""
        rows = self.select_related("wave__survey", "question__survey")
        return rows.order_by("question__order", "question", "wave__ended_on", "wave")

    def ended_in(self, when):
        """Those of waves whose fieldwork ended within `when`, both ends included."""
        return self.filter(wave__ended_on__gte=when.start, wave__ended_on__lte=when.end)


class Answer(Record):
    """What was answered to one question in one wave.

    Counted: `n_yes` of `n_answered`, maybe of `n_asked`. Or stated: `per_cent` (or, with `bound`,
    that it was over or under it) with its `source`, its base `n_answered` or not known. `wording`
    is how the question was put in that wave.
    """

    BOUNDS = [("over", "Over"), ("under", "Under")]

    wave = models.ForeignKey(Wave, models.PROTECT, related_name="answers")
    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    wording = models.CharField(max_length=rules.LONGEST_WORDING)
    n_yes = models.PositiveIntegerField(null=True, blank=True)
    n_answered = models.PositiveIntegerField(null=True, blank=True)
    n_asked = models.PositiveIntegerField(null=True, blank=True)
    per_cent = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    bound = models.CharField(max_length=5, choices=BOUNDS, blank=True)
    source = models.CharField(max_length=200, blank=True)

    personal = {
        "wave": Personal.NONE,
        "question": Personal.NONE,
        "wording": Personal.NONE,
        "n_yes": Personal.NONE,
        "n_answered": Personal.NONE,
        "n_asked": Personal.NONE,
        "per_cent": Personal.NONE,
        "bound": Personal.NONE,
        "source": Personal.NONE,
        **Record.personal,
    }

    objects = AnswerQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("wave", "question")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("wave", "question"),
                condition=Q(withdrawn_on__isnull=True),
                name="answer_once_a_wave",
            ),
            models.CheckConstraint(
                condition=Q(
                    n_yes__isnull=False, n_answered__isnull=False, per_cent__isnull=True, bound=""
                )
                | (Q(n_yes__isnull=True, per_cent__isnull=False) & ~Q(source="")),
                name="answer_counted_or_stated",
            ),
            models.CheckConstraint(
                condition=Q(n_yes__isnull=True) | Q(n_yes__lte=F("n_answered")),
                name="answer_yes_within_answered",
            ),
            models.CheckConstraint(
                condition=Q(n_answered__isnull=True) | Q(n_answered__gte=1),
                name="answer_base_of_one_or_more",
            ),
            models.CheckConstraint(
                condition=Q(n_asked__isnull=True)
                | Q(n_answered__isnull=True)
                | Q(n_asked__gte=F("n_answered")),
                name="answer_answered_within_asked",
            ),
            models.CheckConstraint(
                condition=Q(per_cent__isnull=True) | Q(per_cent__gte=0, per_cent__lte=100),
                name="answer_per_cent_of_a_hundred",
            ),
        ]

    def __str__(self):
        return f"{self.question.wording} ({self.wave.label})"

    @property
    def token(self):
        """What a paper's record calls it: survey, question and wave."""
        return f"{self.question.token}__{self.wave.slug}"

    @property
    def said(self):
        """It in words, its base beside its per cent: “42 of 57, 74%”, “54%, base not known”."""
        return rules.answer_text(self)
