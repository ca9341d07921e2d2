"""Surveys of children, carers and staff: their questions, kept over their waves, and the answers.

Domain 4.5: each question has its own base in each wave. An answer is counted, or a per cent that a
source states; a base that nobody knows is never guessed.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify

from assurance.records.named_record import plain
from assurance.records.record import Record, RecordQuerySet, next_number
from assurance.surveys.rules import answers as rules

ENTERED_ALREADY = "This question has an answer in this wave already: change that one"
OTHER_SURVEY = "This question is of another survey"


def slug_of(text):
    """The slug of a title without underscores, which part names in tokens; may be empty."""
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

    history_prefix = "surveys"
    personal = {**plain("slug title audience"), **Record.personal}

    objects = SurveyQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("title", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("council", "slug"), name="survey_named_once"),
        ]

    def __str__(self):
        return self.title

    def derived_fields(self, values):
        """The slug of a new one, made of its title."""
        return {} if self.pk else {"slug": slug_of(values["title"])}

    def faults(self, values):
        """Refuses the title of a new one that is used already."""
        if self.pk is None:
            is_used = self.others().filter(slug=values["slug"]).exists()
            yield "title", rules.why_not_name("survey", values["slug"], is_used)

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
        """Its waves, withdrawn ones too, earliest first, with `n_answers` questions answered."""
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
    """A question kept over waves; `wording` is today's, an answer holds that of its wave."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="questions")
    slug = models.SlugField(max_length=60)
    wording = models.CharField(max_length=rules.LONGEST_WORDING)
    order = models.PositiveSmallIntegerField()

    parent_field, history_prefix = "survey", "questions"
    personal = {**plain("survey slug wording order"), **Record.personal}

    class Meta(Record.Meta):
        ordering = ("survey", "order", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=("survey", "slug"), name="question_named_once"),
        ]

    def __str__(self):
        return self.wording

    def derived_fields(self, values):
        """Its place, after the others where none is given; of a new one its slug."""
        order = values["order"] or self.order or next_number(self.survey.questions, "order")
        return {"order": order} if self.pk else {"order": order, "slug": slug_of(values["wording"])}

    def faults(self, values):
        """Refuses a new one that is kept already."""
        if self.pk is None:
            is_used = self.survey.questions.filter(slug=values["slug"]).exists()
            yield "wording", rules.why_not_name("question", values["slug"], is_used)

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

    parent_field, history_prefix = "survey", "waves"
    personal = {**plain("survey slug label started_on ended_on source"), **Record.personal}

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

    def derived_fields(self, values):
        """The slug of a new one, made of its label."""
        return {} if self.pk else {"slug": slug_of(values["label"])}

    def faults(self, values):
        """Refuses the label of a new one that is used already, and dates out of order."""
        if self.pk is None:
            is_used = self.survey.waves.filter(slug=values["slug"]).exists()
            yield "label", rules.why_not_name("wave", values["slug"], is_used)
        yield "ended_on", rules.why_not_end(values["started_on"], values["ended_on"])


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
        """With what a page says of them, in the order of the questions, then of the waves."""
        rows = self.select_related("wave__survey", "question__survey")
        return rows.order_by("question__order", "question", "wave__ended_on", "wave")

    def ended_in(self, when):
        """Those of waves whose fieldwork ended within `when`, both ends included."""
        return self.filter(wave__ended_on__gte=when.start, wave__ended_on__lte=when.end)


class Answer(Record):
    """What was answered to one question in one wave. Counted: `n_yes` of `n_answered`, maybe of
    `n_asked`. Or stated: `per_cent` (or, with `bound`, that it was over or under it) with its
    `source`, its base `n_answered` or not known. `wording` is how the question was put in that
    wave."""

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

    parent_field, history_prefix = "wave", "answers"
    personal = {
        **plain("wave question wording n_yes n_answered n_asked per_cent bound source"),
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

    def derived_fields(self, values):
        """The wording of the question today where none is given."""
        return {"wording": values["wording"] or self.wording or values["question"].wording}

    def faults(self, values):
        """Refuses what does not fit, another survey's question, and one answered already."""
        question = values["question"]
        if question.survey_id != self.wave.survey_id:
            yield "question", OTHER_SURVEY
        others = self.wave.answers.active().exclude(pk=self.pk)
        if self.pk is None and others.filter(question=question).exists():
            yield "question", ENTERED_ALREADY
        yield from rules.faults(values)

    def history_changes(self, changes):
        """The changes without the question, which names the record."""
        return tuple(change for change in changes if change.field != "question")
