"""Forms refuse the future of the installation, which a demonstration sets, not that of the
machine's clock: whoever tries one must not be able to enter what it calls the future."""

import copy
from datetime import date, timedelta

import pytest
from django import forms
from django.urls import get_resolver

from assurance.looked_after.forms.census_days import read_days
from assurance.registers.forms import PastDateField

LAST_DAY = date(2016, 2, 29)
DAYS = [(timedelta(-1), True), (timedelta(0), True), (timedelta(1), False), (timedelta(366), False)]


def every_form(base=forms.BaseForm):
    """Each class of forms of the product, however deep it is below Django's."""
    for one in base.__subclasses__():
        yield one
        yield from every_form(one)


def past_dates():
    """Each field that asks for a date that has come already, by the form and its name."""
    # The addresses bring in every page with its forms.
    assert get_resolver().url_patterns
    return {
        f"{form.__module__}.{form.__name__}.{name}": field
        for form in every_form()
        if form.__module__.startswith(("assurance.", "reports."))
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, PastDateField)
    }


def is_taken(field, day):
    """Whether the field takes `day` as somebody types it."""
    try:
        copy.deepcopy(field).clean([str(day.day), str(day.month), str(day.year)])
    except forms.ValidationError as error:
        assert "must be today or in the past" in str(error)
        return False
    return True


def test_every_date_of_a_form_that_has_come_already_has_come_by_the_installation_s_day(settings):
    fields = past_dates()
    assert len(fields) > 60
    for today in (LAST_DAY, date(2099, 12, 30)):
        settings.CANDOUR_TODAY = today.isoformat()
        wrong = [
            (name, today + later)
            for name, field in fields.items()
            for later, taken in DAYS
            if is_taken(field, today + later) != taken
        ]
        assert not wrong


def test_a_census_is_counted_on_no_day_that_is_still_to_come(settings):
    settings.CANDOUR_TODAY = LAST_DAY.isoformat()
    assert read_days("29 February 2016\n1 December 2015") == [date(2015, 12, 1), LAST_DAY]
    with pytest.raises(forms.ValidationError, match="1 March 2016 is still to come"):
        read_days("1 March 2016")
