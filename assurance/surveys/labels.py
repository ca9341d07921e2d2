"""What surveys, their waves, questions and answers are called where one is chosen to be quoted."""

from assurance.figures.labels import MemberNames, NameSource, RecordNames
from assurance.figures.quotable import active_rows
from assurance.figures.record_lists import list_of
from assurance.surveys import quotable
from assurance.surveys.models import Answer, Question, Survey, Wave

SUBJECT = "Surveys"
QUESTIONS = MemberNames(
    (
        NameSource(
            lambda council: active_rows(Question)(council).filter(survey__withdrawn_on=None),
            "wording",
            ("survey__slug", "slug"),
            "{0}__{1}",
            more="survey__title",
        ),
    )
)
FIGURES = ("yes", "answered", "stated_per_cent", "stated_of_base", "stated_over", "stated_under")
MEMBERS = {f"surveys.{name}": QUESTIONS for name in FIGURES}
RECORDS = {
    "survey": RecordNames(
        "Survey",
        SUBJECT,
        NameSource(active_rows(Survey)),
        "title",
        {"audience": "people asked"},
        ("Those asked in the survey “{title}”: {audience}.", "{title} is a survey of the council."),
    ),
    "wave": RecordNames(
        "Wave of a survey",
        SUBJECT,
        NameSource(
            lambda council: active_rows(Wave)(council).filter(survey__withdrawn_on=None),
            "survey__title",
            ("survey__slug", "slug"),
            "{0}__{1}",
            "started_on",
            "label",
        ),
        "label",
        {"label": "wave", "started_on": "from", "ended_on": "to"},
        (
            "The survey “{survey}” ran from {started_on} to {ended_on} ({label}).",
            "The survey “{survey}” began on {started_on} ({label}).",
        ),
    ),
    "answer": RecordNames(
        "Answer in a survey",
        SUBJECT,
        NameSource(
            lambda council: Answer.objects.of(council).listed(),
            "wording",
            ("question__survey__slug", "question__slug", "wave__slug"),
            "{0}__{1}__{2}",
            "wave__ended_on",
            "question__survey__title",
        ),
        "said",
        {"said": "answer", "wording": "the question", "source": "printed in"},
        (
            "To the question “{wording}” the answer was {said}.",
            "The survey asked: “{wording}”",
        ),
    ),
}
LISTS = {
    "surveys": list_of(
        quotable.RECORDS["survey"],
        RECORDS["survey"],
        "Surveys",
        "No survey is kept.",
        "title audience",
    ),
    "waves": list_of(
        quotable.RECORDS["wave"],
        RECORDS["wave"],
        "Waves of surveys",
        "No survey was made in this time.",
        "survey label started_on ended_on source",
        within=("started_on", "ended_on"),
    ),
    "answers": list_of(
        quotable.LISTED_ANSWER,
        RECORDS["answer"],
        "Answers in surveys",
        "No survey ended in this time.",
        "wording wave said source",
        within=("wave__ended_on",),
    ),
}
