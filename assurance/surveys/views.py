"""The registers of surveys, questions, waves and answers; a wave's answers on one page; claims."""

from functools import partial

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.govuk.outcomes import message_number
from assurance.records.record import EditConflict, newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Parent, Register
from assurance.registers.orders import Alphabetical, first_of, number_of, standing
from assurance.runtime.periods import say_day, today
from assurance.surveys import operations
from assurance.surveys.forms import (
    AnswerForm,
    AnswersForm,
    ClaimForm,
    QuestionForm,
    SurveyFilters,
    SurveyForm,
    WaveForm,
)
from assurance.surveys.models import Answer, Question, Survey, Wave
from assurance.surveys.rules import claims

VERBS = {"Record answers": "Answers entered"}


def what_it_shows(request, survey):
    """A survey's waves, and each of its questions as a series over them."""
    return {
        "waves": survey.waves_by_day(),
        "series": [
            (question, claims.chart(question, answers), claims.notes(question, answers))
            for question, answers in survey.series()
        ],
        "true_on": say_day(today()),
    }


def what_was_answered(request, wave):
    """A wave's answers, withdrawn ones too."""
    return {"answers": wave.answers.to_tell()}


def number_of_standing(model):
    """What the list sorts by: how many rows of `model` that stand a survey has."""
    return number_of(standing(model, "survey"), "survey")


def latest_label():
    """The label of the wave whose fieldwork ended last."""
    return first_of(standing(Wave, "survey"), Alphabetical("label"), "-ended_on", "-pk")


def latest_end():
    """The last day of that wave."""
    return first_of(standing(Wave, "survey"), "ended_on", "-ended_on", "-pk")


def questions_of(survey):
    """How many questions of a survey stand."""
    return len(survey.questions_held)


def waves_of(survey):
    """How many waves of a survey stand."""
    return len(survey.waves_held)


SURVEYS = Register(
    namespace="surveys",
    model=Survey,
    permission=Permission.RECORD_SURVEYS,
    reading=Permission.SEE_COUNTS,
    noun="survey",
    plural="surveys",
    form=SurveyForm,
    filters=SurveyFilters,
    add=operations.record_survey,
    first="title",
    related=("council", "withdrawn_by"),
    fetched=("waves", "questions"),
    also=what_it_shows,
    columns=(
        Column("Survey", "title", sort="title", link=True),
        Column("People asked", "audience", sort="audience"),
        Column(
            "Questions",
            lambda survey: len(survey.questions_held),
            "questions",
            "numeric",
            order=partial(number_of_standing, Question),
        ),
        Column("Waves", waves_of, "waves", "numeric", order=partial(number_of_standing, Wave)),
        Column("Latest wave", "latest_wave.label", sort="wave", order=latest_label),
        Column("End date", "latest_wave.ended_on", "ended", "date", order=latest_end),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("People asked", "audience", "audience"),
        Item("Name in reports", "slug", folded=True),
    ),
)

QUESTIONS = Register(
    namespace="surveys",
    name="question",
    path="questions/",
    parent=Parent(SURVEYS, "survey"),
    model=Question,
    permission=Permission.RECORD_SURVEYS,
    reading=Permission.SEE_COUNTS,
    noun="question",
    plural="questions",
    form=QuestionForm,
    related=("council", "withdrawn_by", "survey"),
    summary=(
        Item("Survey", "survey.title"),
        Item("Wording", "wording", "wording"),
        Item("Place in the survey", "order", "order"),
        Item("Name in reports", "token", folded=True),
    ),
)

WAVES = Register(
    namespace="surveys",
    name="wave",
    path="waves/",
    parent=Parent(SURVEYS, "survey"),
    model=Wave,
    permission=Permission.RECORD_SURVEYS,
    reading=Permission.SEE_COUNTS,
    noun="wave",
    plural="waves",
    form=WaveForm,
    related=("council", "withdrawn_by", "survey"),
    also=what_was_answered,
    verbs=VERBS,
    summary=(
        Item("Survey", "survey.title"),
        Item("Name of the wave", "label", "label"),
        Item("Start date of fieldwork", "started_on", "started_on"),
        Item("End date of fieldwork", "ended_on", "ended_on"),
        Item("Where its results are printed", "source", "source"),
    ),
)

ANSWERS = Register(
    namespace="surveys",
    name="answer",
    path="answers/",
    parent=Parent(WAVES, "wave"),
    model=Answer,
    permission=Permission.RECORD_SURVEYS,
    reading=Permission.SEE_COUNTS,
    noun="answer",
    plural="answers",
    form=AnswerForm,
    related=("council", "withdrawn_by", "wave__survey", "question__survey"),
    summary=(
        Item("Wave", "wave"),
        Item("Question", "question"),
        Item("Wording in this wave", "wording", "wording"),
        Item("In words", "said"),
        Item("Answered yes", "n_yes", "n_yes"),
        Item("Answered it", "n_answered", "n_answered"),
        Item("Were asked", "n_asked", "n_asked"),
        Item("Where a stated per cent is printed", "source", "source"),
        Item("Name in reports", "token", folded=True),
    ),
)


@requires(Permission.RECORD_SURVEYS)
def enter_answers(request, pk):
    """A wave's answers on one page; 409, with what stands now, where somebody saved first."""
    wave = get_object_or_404(WAVES.rows(request.user), pk=pk)
    typed = post_data(request)
    form = AnswersForm(typed, wave=wave, version=wave.version)
    home, theirs = WAVES.home_of(wave), ()
    if form.is_valid():
        fields = {"version": form.cleaned_data["version"], "rows": form.rows()}
        with refusals_shown_on(form):
            try:
                with newer_shown_on(form):
                    made = operations.record_answers(
                        record=wave, by=request.user, on=today(), **fields
                    )
                message_number(request, "Answers entered or changed", len(made))
                return redirect(home)
            except EditConflict:
                theirs = wave.answers.active().to_tell()
                raise
    context = {"form": form, "wave": wave, "theirs": theirs, "back": home, "cancel_url": home}
    return render(request, "surveys/answers.html", context, status=form.answered_with)


@requires(Permission.SEE_COUNTS)
def weigh_claim(request, pk):
    """A claim such as “growing” held against every series of a survey."""
    survey = get_object_or_404(SURVEYS.rows(request.user), pk=pk)
    form = ClaimForm(request.GET)
    claim = form.chosen().get("claim")
    verdicts = [
        (question, claims.weigh(claim, answers))
        for question, answers in (survey.series() if claim else ())
    ]
    context = {"form": form, "survey": survey, "claim": claims.CLAIMS.get(claim, "")}
    context |= {"verdicts": verdicts, "true_on": say_day(today())}
    context["back"] = reverse("surveys:record", args=[pk])
    return render(request, "surveys/claims.html", context)
