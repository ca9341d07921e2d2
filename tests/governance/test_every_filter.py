"""Each filter of each list, alone and with others, against the plain reading of it; and what
history says of a change in the words of its form."""

from datetime import date
from itertools import product

import pytest

from assurance.governance.models.developments import Development
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.measures import Measure
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from assurance.meetings.models.bodies import Body
from tests.audits.entries import boxes, parts
from tests.cast import officer
from tests.governance.entries import DAY, PATHS
from tests.make import matters
from tests.make.people import post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_january_2016")]
LATE, OLD = date(2016, 1, 5), date(2014, 7, 18)


def holds(*names):
    """Whether one of a row's fields holds the words asked for, whatever their case."""
    return lambda row, asked: any(
        asked.lower() in str(getattr(row, name)).lower() for name in names
    )


def same(name):
    """Whether a row has in a field what was asked for."""
    return lambda row, asked: getattr(row, name) == asked


def unchecked(row, asked):
    """Whether nobody has checked a row for so many months before 18 January 2016."""
    since = {"6": date(2015, 7, 18), "12": date(2015, 1, 18), "24": date(2014, 1, 18)}[asked]
    return row.last_checked_on is None or row.last_checked_on <= since


def unreviewed(row, asked):
    """Whether an open row was neither opened nor reviewed for so many months."""
    since = {"3": date(2015, 10, 18), "12": date(2015, 1, 18)}[asked]
    last = max(filter(None, (row.opened_on, row.reviewed_on)))
    return row.closed_on is None and last <= since


def owned(row, asked):
    """Whether a row is owned by the post of a title."""
    return row.owner.title == asked


# List → its model, and filter → (what is asked for, whether a row fits).
FILTERS = {
    "development": (
        Development,
        {
            "text": (("door", "ledger", "nothing"), holds("title", "predecessor", "partner")),
            "kind": (("front_door", "project"), same("kind")),
            "state": (("done", "stopped"), same("state")),
        },
    ),
    "document": (
        Document,
        {
            "text": (("vision", "director"), holds("title", "owner", "approved_body")),
            "kind": (("policy", "vision"), same("kind")),
            "unchecked": (("6", "12", "24"), unchecked),
            "owner": (("Director",), owned),
        },
    ),
    "forum": (
        Body,
        {
            "text": (("panel", "lead"), holds("title", "chair")),
            "kind": (("panel", "board"), same("kind")),
        },
    ),
    "event": (
        EngagementEvent,
        {
            "text": (("carers", "plans"), holds("title", "audience", "subject")),
            "held_from": ((DAY, LATE), lambda row, asked: row.held_on >= asked),
            "held_to": ((DAY, OLD), lambda row, asked: row.held_on <= asked),
        },
    ),
    "statement": (
        Statement,
        {
            "text": (("know", "cabinet"), holds("title", "statement", "validated_body")),
            "validated": (
                ("yes", "no"),
                lambda row, asked: (row.validated_on is not None) is (asked == "yes"),
            ),
        },
    ),
    "risk": (
        Risk,
        {
            "text": (("money", "scheme"), holds("title", "cause", "control", "owner")),
            "state": (
                ("open", "closed"),
                lambda row, asked: (row.closed_on is None) is (asked == "open"),
            ),
            "unreviewed": (("3", "12"), unreviewed),
            "owner": (("Head of Service",), owned),
        },
    ),
    "measure": (
        Measure,
        {
            "text": (("holme", "return"), holds("title", "definition", "source", "area")),
            "unit": (("money", "days"), same("unit")),
        },
    ),
}


@pytest.fixture
def crowd(signed_in):
    """Rows of each list that differ in all that is asked for; every third was withdrawn."""
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    kinds = (
        (matters.development, {"kind": ("front_door", "project"), "state": ("done", "stopped")}),
        (matters.development, {"predecessor": ("Ledger", ""), "partner": ("Door Ltd", "")}),
        (matters.document, {"kind": ("policy", "vision"), "last_checked_on": (None, DAY, OLD)}),
        (matters.document, {"owner": ("Director", "Head"), "title": ("Vision", "Other")}),
        (matters.forum, {"kind": ("panel", "board"), "chair": ("Lead", "Director")}),
        (matters.event, {"audience": ("Carers", "Staff"), "held_on": (OLD, DAY, LATE)}),
        (matters.risk, {"closed_on": (None, LATE), "cause": ("Money", "Time")}),
        (
            matters.risk,
            {"opened_on": (OLD,), "reviewed_on": (None, DAY), "owner": ("Lead", "Head")},
        ),
        (matters.measure, {"unit": ("money", "days"), "area": ("Holme ward", "")}),
    )
    number = 0
    for make, fields in kinds:
        for values in product(*fields.values()):
            number += 1
            make(
                **dict(zip(fields, values, strict=True)),
                **{"slug": f"row-{number}"},
                **(gone if number % 3 == 0 else {}),
            )
    matters.statement(validated_body="Cabinet", validated_on=DAY)
    matters.statement(statement="Plans are good.")


def address(kind, asked):
    """The address of a list with a filter."""
    asked = {**asked, **({"owner": post(asked["owner"]).pk} if "owner" in asked else {})}
    said = boxes({"withdrawn": "every", **asked})
    return f"/matters/{PATHS[kind]}/?{'&'.join(f'{name}={one}' for name, one in said.items())}"


def found(client, kind, asked):
    """The keys of the rows that a list shows, page after page."""
    page = client.get(address(kind, asked)).context["page"]
    return {row.pk for row in page.paginator.object_list}


@pytest.mark.long
def test_each_filter_alone_keeps_exactly_the_rows_that_fit(crowd, signed_in):
    for kind, (model, filters) in FILTERS.items():
        rows = list(model.objects.all())
        assert found(signed_in, kind, {}) == {row.pk for row in rows}, kind
        for name, (asked, fits) in filters.items():
            for value in asked:
                expected = {row.pk for row in rows if fits(row, value)}
                assert found(signed_in, kind, {name: value}) == expected, (kind, name, value)


def test_measures_are_filtered_by_how_their_latest_value_compares_with_its_target(signed_in):
    missed, tolerated, met = (
        matters.value(value=value, measure=matters.measure(slug=f"measure-{value}")).measure
        for value in (12, 9, 7)
    )
    for measure in (missed, tolerated, met):
        matters.target(measure=measure, tolerance=1)
    # An earlier value, one without a target, and no value at all fit nothing.
    matters.value(measure=met, value=20, to_date=date(2015, 6, 1))
    matters.value(measure=matters.measure(slug="without-target"))
    matters.target(measure=matters.measure(slug="without-value"))
    verdicts = {"Misses the target": missed, "Within tolerance": tolerated}
    for verdict, measure in (*verdicts.items(), ("Meets the target", met)):
        assert found(signed_in, "measure", {"target": verdict}) == {measure.pk}
    assert len(found(signed_in, "measure", {})) == 5


@pytest.mark.parametrize(
    ("kind", "make", "said", "field", "words"),
    [
        ("development", matters.development, {"state": "done"}, "State", ("Under way", "Done")),
        (
            "forum",
            matters.forum,
            {"interval": "yearly"},
            "How often it meets",
            ("Every three months", "Every year"),
        ),
    ],
)
def test_history_says_a_choice_in_the_words_of_its_form(signed_in, kind, make, said, field, words):
    row = make()
    change = f"/matters/{PATHS[kind]}/{row.pk}/change/"
    form = signed_in.get(change).context["form"]
    typed = {}
    for name in form.fields:
        value = form[name].value()
        if hasattr(value, "pk"):
            value = value.pk
        if isinstance(value, bool):
            value = str(value)
        blank = [] if isinstance(value, list) else ""
        typed |= parts(name, value) if name.endswith(("_on", "_date")) else {name: value or blank}
    assert signed_in.post(change, {**typed, **said}).status_code == 302
    told = signed_in.get(f"/matters/{PATHS[kind]}/{row.pk}/").context["entries"][0]
    assert told.changes == {field: {"from": words[0], "to": words[1]}}
