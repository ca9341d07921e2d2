"""A record's history in its register's own words."""

from dataclasses import replace

from assurance.accounts import history_page


def chronicle(register, record):
    """What was done to `record`, newest first, for `govuk/history.html`; the queries are those of
    `history_page.about`."""
    return [
        replace(told, what=register.verb_of(told.what), changes=_said(register, told.changes))
        for told in history_page.about(record)
    ]


def saved_last_by(record):
    """The role title of whoever saved `record` last, or an empty text."""
    told = history_page.about(record)
    return told[0].who if told else ""


def _said(register, changes):
    """The changes in the order of the form, fields and values in its words."""
    order = [register.label_of(name) for name in register.form.base_fields]
    said = {
        register.label_of(field): {
            key: register.say_told(field, value) for key, value in change.items()
        }
        for field, change in changes.items()
    }
    last = len(order)
    return dict(
        sorted(said.items(), key=lambda one: order.index(one[0]) if one[0] in order else last)
    )
