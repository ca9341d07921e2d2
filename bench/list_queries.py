"""Every list page, how its rows are made, and how many queries it asks.

A list page is an address whose name ends in `list` and that takes no arguments. One that is new
fails until `FILLS` says how its rows are made.
"""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver, reverse

from tests import cast
from tests.make import (
    audits,
    closures,
    compared,
    data_protection,
    dbs,
    figures,
    findings,
    imports,
    improvements,
    looked_after,
    matters,
    outcomes,
    oversight,
    papers,
    people,
    promised,
    public_pages,
    readers,
    sign_in,
    surveys,
)

# Django's SQLite takes so many values in a statement, whatever the width of a row.
BATCH = 500
BEGAN, DAY = date(1950, 1, 1), timedelta(days=1)


def day_after(number):
    """A day of its own for each row."""
    return BEGAN + number * DAY


# Name of a list page → (the maker of a row, and for what must differ from row to row a function of
# the row's number).
FILLS = {
    "accounts:list": (cast.clerk, {"email": "bench-{}@netherby.example".format}),
    "people:list": (people.team, {"name": "Team {}".format}),
    "audits:list": (audits.case_audit, {"reference": "Q{}".format}),
    "audits:total-list": (audits.audit_total, {"slug": "total-{}".format}),
    "audits:kind-list": (audits.audit_kind, {"title": "Kind {}".format}),
    "audits:theme-list": (audits.audit_theme, {"title": "Theme {}".format}),
    "audits:round-list": (audits.audit_round, {"theme": "Theme {}".format}),
    "audits:action-list": (audits.audit_action, {"text": "Action {}".format}),
    "audits:sample-list": (audits.audit_sample, {"title": "Sample {}".format}),
    "audits:meeting-list": (audits.learning_meeting, {"forum": "Forum {}".format}),
    "people:cohort-list": (people.cohort, {"slug": "population-{}".format}),
    "dbs:list": (people.person, {"reference": "Q{}".format}),
    "dbs:audit-list": (dbs.dbs_audit, dict.fromkeys(("audit_date", "position_date"), day_after)),
    "dbs:breach-list": (dbs.breach, {}),
    "dbs:wording-list": (dbs.wording, {"from_date": day_after}),
    "dbs:policy-list": (dbs.policy, {"from_date": day_after}),
    "public_pages:contact-list": (public_pages.contact, {"from_date": day_after}),
    "public_pages:accessibility-list": (public_pages.statement, {"from_date": day_after}),
    "public_pages:privacy-list": (public_pages.notice, {"from_date": day_after}),
    "figures:policy-list": (figures.policy, {"from_date": day_after}),
    "audits:scale-list": (audits.grade_scale, {"slug": "scale-{}".format}),
    "looked_after:list": (looked_after.census, {"date": day_after}),
    "looked_after:return-list": (looked_after.held_return, {"fingerprint": "bench-{}".format}),
    "reviews:framework-list": (findings.own_framework, {"slug": "own-x-{}".format}),
    "looked_after:area-list": (compared.compared_area, {"area_code": "B{:08}".format}),
    "reviews:list": (findings.review, {"slug": "review-{}".format}),
    "reviews:finding-list": (findings.finding, {"number": (1).__add__}),
    "improvement:list": (improvements.action, {"reference": "Q{}".format}),
    "improvement:plan-list": (improvements.plan, {"slug": "plan-x-{}".format}),
    "surveys:list": (surveys.survey, {"slug": "survey-x-{}".format}),
    "imports:list": (imports.import_run, {"titles": "Case audits {}".format}),
    "governance:development-list": (matters.development, {"slug": "bench-{}".format}),
    "governance:document-list": (matters.document, {"slug": "bench-{}".format}),
    "governance:forum-list": (matters.forum, {"slug": "bench-{}".format}),
    "governance:decision-level-list": (matters.decision_level, {"slug": "bench-{}".format}),
    "governance:body-report-list": (matters.body_report, {"slug": "bench-{}".format}),
    "governance:event-list": (matters.event, {"slug": "bench-{}".format}),
    "governance:statement-list": (matters.statement, {"slug": "bench-{}".format}),
    "governance:risk-list": (matters.risk, {"slug": "bench-{}".format}),
    "governance:scale-list": (matters.scale, {"slug": "bench-{}".format}),
    "sign_in:group-list": (sign_in.provider_group, {"group": "group-{}".format}),
    "sign_in:two-step-list": (sign_in.two_step_policy, {"from_date": day_after}),
    "data_protection:policy-list": (data_protection.policy, {"from_date": day_after}),
    "data_protection:hold-list": (data_protection.hold, {}),
    "oversight:scorecard-list": (oversight.scorecard, {"slug": "bench-{}".format}),
    "outcomes:list": (outcomes.outcome_set, {"slug": "bench-{}".format}),
    "governance:measure-list": (matters.measure, {"slug": "bench-{}".format}),
    "editor:list": (papers.paper, {"slug": "bench-{}".format}),
    "editor:commitment-list": (promised.commitment, {}),
    "published:other-format-list": (readers.format_request, {}),
    "editor:committee-list": (papers.committee, {"slug": "bench-{}".format}),
    "editor:meeting-list": (papers.meeting, {"date": day_after}),
    "editor:election-list": (papers.election, {"polling_on": day_after}),
    "editor:closure-list": (closures.closure, {"first_on": day_after, "last_on": day_after}),
    "editor:series-list": (papers.series, {"slug": "bench-{}".format}),
    "approvals:approver-list": (papers.approval_rule, {"from_date": day_after}),
    "people:post-list": (papers.post, {"slug": "bench-{}".format}),
    "people:second-persons-list": (people.second_persons, {"from_date": day_after}),
    "editor:house-word-list": (papers.house_word, {"say": "word {}".format}),
    "editor:abbreviation-list": (papers.abbreviation, {"short": "B{}".format}),
}


def list_pages():
    """The names of the list pages, in the order of the addresses."""
    return [name for name in _names(get_resolver()) if name.endswith("list")]


def filled(name, number, row=None):
    """Makes the rows of a list page up to `number` and gives the first, which the others are like
    but for what must differ; `row` is the one that an earlier call gave."""
    make, differs = FILLS[name]
    row = row or make()
    model = type(row)
    fields = {
        field.attname: getattr(row, field.attname)
        for field in model._meta.concrete_fields
        if not field.primary_key and field not in model._meta.parents.values()
    }
    there = model.objects.count()
    rows = (
        model(**{**fields, **{field: own(one) for field, own in differs.items()}})
        for one in range(there, number)
    )
    if model._meta.parents:
        # The details of a meeting, which has a row of its own.
        for one in rows:
            one.save()
    else:
        model.objects.bulk_create(rows, batch_size=BATCH)
    return row


def asked(client, name):
    """How many queries one answer of a list page asks, its caches warm."""
    address = reverse(name)
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}.")
    return len(queries)


def _names(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _names(pattern, inner)
        elif pattern.pattern.regex.groups == 0:
            yield f"{namespace}{pattern.name}"
