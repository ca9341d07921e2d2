"""What papers promised to their committees, and what became of it."""

from collections import Counter
from datetime import date

from django.db import models
from django.db.models import Case, Count, F, Q, Value, When
from django.db.models.functions import Coalesce

from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet
from assurance.runtime.periods import today
from reports.language.rules import due_dates
from reports.papers.models.answers import ProposedAnswer
from reports.papers.models.conditions import answer_is_public, day_told, is_due, is_open, waiting
from reports.papers.models.papers import open_to_all, optional_key

# What the public reads of an open one whose date is in the past.
OVERDUE = "Overdue"


class CommitmentQuerySet(RecordQuerySet):
    """Readings over commitments."""

    def kept_track_of(self):
        """Those that stand and that nobody has said are none."""
        return self.active().exclude(state=due_dates.REFUSED)

    def with_papers(self):
        """The same with what their pages name, without what the papers print."""
        named = ("council", "paper__series__committee", "paper__meeting")
        answered = ("answered_in__series", "answered_in__meeting")
        rows = self.select_related(*named, *answered)
        return rows.defer("paper__frozen", "answered_in__frozen")

    def in_brief(self):
        """The same with what a line about each prints, and nothing else."""
        own = ("what", "due_on", "due_to", "state", "paper__paper_date", "paper__period_end")
        dates = ("paper__meeting__date", "paper__series__interval")
        answers = ("answered_in__status", "answered_in__corrects", "answered_in__withdrawn_on")
        rows = self.select_related(None).select_related("paper__series", "paper__meeting")
        return rows.select_related("answered_in").only(*own, *dates, *answers)

    def open(self):
        """Those that nothing has answered, or only a report that was removed since."""
        return self.active().filter(_waits())

    def unanswered_in(self, paper):
        """The open ones that `paper` does not answer, nor proposes an answer to."""
        return self.open().exclude(pk__in=_proposed_in(paper)).exclude(answered_in=paper.pk)

    def with_proposals(self, paper):
        """The same with the answer of each that `paper` proposes, for `told_in`, and `state_then`,
        the state that it gives them, without what its correction puts others in place of."""
        own = ProposedAnswer.objects.filter(paper=paper.pk)
        state = own.filter(commitment=models.OuterRef("pk")).values("state")[:1]
        proposed = models.Prefetch("proposals", own.select_related("paper"), to_attr="proposed")
        rows = self.annotate(state_then=Coalesce(models.Subquery(state), "state"))
        replaced = Q(paper=paper.pk, follows__proposals__paper=paper.pk, of_correction=False)
        rows = rows if paper.corrects is None else rows.exclude(replaced)
        return rows.prefetch_related(proposed)

    def first_due(self):
        """The same, the first due first; what is due to a next report last."""
        return self.order_by(F("due_on").asc(nulls_last=True), "pk")

    def open_by(self, day):
        """The open ones that are due on or before `day`, the earliest first."""
        rows = self.open().filter(due_on__lte=day, paper__withdrawn_on__isnull=True)
        return rows.select_related("paper__meeting").order_by("due_on", "pk")

    def filtered(self, text="", state="", series=None, due_from=None, due_by=None):
        """Those that fit a list's filter; what nobody keeps track of is never among them."""
        rows = self.exclude(state=due_dates.REFUSED)
        for word in text.split():
            answer = Q(what__icontains=word) | Q(who__icontains=word) | Q(sentence__icontains=word)
            rows = rows.filter(answer)
        context = {"state": state, "paper__series": series}
        context |= {"due_on__gte": due_from, "due_on__lte": due_by}
        return rows.filter(**{name: value for name, value in context.items() if value})

    def made_in(self, paper):
        """Those that `paper` makes, those that nobody keeps track of left out."""
        return self.kept_track_of().filter(paper=paper)

    def promised_before(self, paper):
        """Those of the series of `paper` that were promised in papers before it."""
        rows = self.active().filter(paper__series=paper.series_id).exclude(paper=paper.pk)
        dated = rows.annotate(said_on=day_told("paper__")).filter(paper__withdrawn_on__isnull=True)
        return dated.filter(said_on__lt=paper.told_on)

    def known_to(self, paper):
        """Those made before `paper` in its series, and any that it answers."""
        here = Q(answered_in=paper.pk) | Q(pk__in=_proposed_in(paper))
        return self.filter(Q(pk__in=self.promised_before(paper).values("pk")) | here)

    def listed_in(self, paper):
        """Those of earlier reports of the series, those that this one answers, and its own."""
        known, made = (rows.values("pk") for rows in (self.known_to(paper), self.made_in(paper)))
        return self.filter(Q(pk__in=known) | Q(pk__in=made))

    def promised_by(self, day):
        """Those of papers that are dated, or else meet or end their period, on or before `day`."""
        dated = Coalesce(F("paper__paper_date"), F("paper__meeting__date"), F("paper__period_end"))
        return self.annotate(promised_on=dated).filter(promised_on__lte=day)

    def due_for(self, paper):
        """Those that `paper` must answer, or answers. What another draft proposes answers none."""
        current = _waits() | Q(answered_in=paper.pk)
        response = Q(answered_in=paper.pk) | Q(pk__in=_proposed_in(paper))
        return self.promised_before(paper).filter(current, is_due(paper.told_on) | response)

    def answerable_in(self, paper):
        """Those due for `paper`, and open ones of earlier published reports of its council, of any
        series, which it may answer too."""
        due, others = self.due_for(paper), self.open().filter(of_correction=False)
        earlier = (
            others.filter(open_to_all("paper__"))
            .annotate(said_on=day_told("paper__"))
            .filter(paper__council=paper.council_id, said_on__lt=paper.told_on)
        )
        return self.filter(Q(pk__in=due.values("pk")) | Q(pk__in=earlier.values("pk")))

    def overdue_elsewhere(self, paper):
        """Those of other series that are overdue at the date of a report, which may answer them."""
        rows = self.answerable_in(paper).exclude(paper__series=paper.series_id)
        return rows.filter(due_on__lt=paper.told_on)

    def publicly(self, text="", state="", day=None):
        """Those that fit the public's filter: a state that the public may not know is open, or
        overdue if it was due before `day`."""
        rows = self.filtered(text)
        if state in (due_dates.OPEN, due_dates.OVERDUE):
            return rows.filter(waiting(day)[state] if day else is_open())
        return rows.filter(answer_is_public(), state=state) if state else rows

    def numbers_by_state(self, day):
        """How many the public may know to be in each state, overdue and open on `day`, by the words
        of the state: all of them, once each. Rare states are left out where there is none."""
        public = Case(When(answer_is_public(), then="state"), default=Value(due_dates.OPEN))
        rows = self.order_by().annotate(public=public, is_late=Q(due_on__lt=day))
        counts, words = Counter(), due_dates.PUBLIC_WORDS
        for state, is_late, number in rows.values_list("public", "is_late").annotate(Count("pk")):
            is_overdue = is_late and state == due_dates.OPEN
            counts[due_dates.OVERDUE if is_overdue else state] += number
        usual = (due_dates.MET, due_dates.OVERDUE, due_dates.OPEN)
        return {words[name]: counts[name] for name in words if counts[name] or name in usual}

    def public_in(self, council_slug):
        """Those of the council's published papers that have not been removed."""
        published = self.kept_track_of().filter(open_to_all("paper__"), of_correction=False)
        return published.filter(paper__council__slug=council_slug).with_papers()


class Commitment(Record):
    """Something that a paper said would be done or brought, until a paper or a record answers it.

    `sentence` is the paper's own and `digest` finds it again; `what` and `who` are as the clerk
    keeps them. `due_on` is a day or the last day of a month; `due_to` says whether that is a day,
    the paper of that month, or (without a day) the next paper. `anchor` and `answered_anchor` are
    the places in the published papers. A changed one is followed by another with its new day. One
    `of_correction` is in no published edition."""

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="commitments")
    block = models.SlugField(max_length=60, blank=True)
    anchor = models.CharField(max_length=80, blank=True)
    sentence = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    what = models.TextField()
    who = models.CharField(max_length=160, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_to = models.CharField(max_length=10, choices=due_dates.CHOICES, default=due_dates.DAY)
    state = models.CharField(max_length=10, choices=due_dates.STATES, default=due_dates.OPEN)
    because = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_in = optional_key("papers.Paper", "answers")
    answered_block = models.SlugField(max_length=60, blank=True)
    answered_anchor = models.CharField(max_length=80, blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    follows = optional_key("self", "followed_by")
    of_correction = models.BooleanField(default=False)

    history_prefix, history_verbs = "commitments", ("add", "change", "withdraw")
    printed = ("what", "who", "because", "evidence")
    personal = {
        **Record.personal,
        **plain(
            "block anchor digest who due_on due_to state answered_on answered_in answered_block "
            "answered_anchor paper follows of_correction"
        ),
        **dict.fromkeys(("sentence", "what", "because", "evidence"), Personal.MAY),
    }

    # Set on a copy that has the answer of a draft: see `told_in`.
    is_proposed = False

    objects = CommitmentQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = (F("due_on").asc(nulls_last=True), "pk")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("paper", "digest"),
                condition=~Q(digest="") & Q(withdrawn_on__isnull=True),
                name="commitment_of_a_sentence_once",
            ),
            models.CheckConstraint(
                condition=Q(due_to="next", due_on__isnull=True)
                | (~Q(due_to="next") & Q(due_on__isnull=False))
                | Q(state="refused"),
                name="commitment_due_by_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("open", "refused"), answered_on__isnull=True)
                | (~Q(state__in=("open", "refused")) & Q(answered_on__isnull=False)),
                name="commitment_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("dropped", "changed")) | ~Q(because=""),
                name="commitment_let_go_with_a_reason",
            ),
        ]

    def __str__(self):
        return self.what

    @property
    def history_name(self):
        return f"commitment {self.pk}"

    def faults(self, values):
        """Refuses a day that does not go with what it is due to."""
        yield "due_on", due_dates.why_not_due(values["due_to"], values["due_on"])

    @property
    def due_words(self):
        """“by 31 March 2016”, “in the next report, expected in July 2016”: see `due_text`."""
        expected = self.paper.next_due if self.due_to == due_dates.PAPER else None
        return due_dates.due_text(self.due_to, self.due_on, expected)

    @property
    def outcome(self):
        """“Kept. It was brought in November.”: what became of it and, where that was said, why."""
        items = [self.get_state_display(), self.because, self.evidence]
        return " ".join(f"{text.rstrip('.')}." for text in items if text)

    @property
    def is_answered(self):
        """Whether a paper or a record has answered it."""
        return self.state not in (due_dates.OPEN, due_dates.REFUSED)

    @property
    def may_be_answered_by_another(self) -> bool:
        """True if nothing has answered it, or only a report that was removed: twin of `open`."""
        removed = self.answered_in is not None and self.answered_in.withdrawn_on is not None
        return self.state == due_dates.OPEN or removed

    @property
    def answer_is_public(self):
        """Whether the public may read how it was answered: once the answering paper is issued."""
        return self.is_answered and (self.answered_in is None or self.answered_in.is_public)

    @property
    def answer_told_on(self):
        """The date of its answer: that of the report which answers it, as with `paper.told_on`,
        else that of the record."""
        return self.answered_in.told_on if self.answered_in else self.answered_on

    @property
    def proposed_answers(self):
        """What drafts propose, in words: “Kept, proposed in “July 2016””; empty for nothing."""
        return "; ".join(map(str, self.proposals.select_related("paper")))

    def is_overdue(self, on: date | None = None) -> bool:
        """True where its due date is before `on` (today) and no public report has answered it."""
        return bool(not self.answer_is_public and self.due_on and self.due_on < (on or today()))

    @property
    def public_state(self):
        """The state in words, as the public may know it today."""
        return {**dict(due_dates.STATES), OVERDUE.lower(): OVERDUE}[self.public_state_key]

    @property
    def public_state_key(self) -> str:
        """The state as the public may know it today: a value of its field, or “overdue”."""
        if self.answer_is_public:
            return self.state
        return OVERDUE.lower() if self.is_overdue() else due_dates.OPEN


def _waits():
    """The condition that nothing has answered it, or only a report that was removed since."""
    return Q(state=due_dates.OPEN) | Q(answered_in__withdrawn_on__isnull=False)


def _proposed_in(paper):
    return ProposedAnswer.objects.filter(paper=paper.pk).values("commitment")
