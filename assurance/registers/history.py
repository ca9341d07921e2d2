"""A record's history in its register's own words."""

from dataclasses import replace

from assurance.accounts import history_page


def chronicle(register, record):
    """What was done to `record`, newest first, for `govuk/history.html`; the queries are those of
    `history_page.about`."""
    return [
        replace(
            item,
            what=register.verb_of(item.what),
            changes=_labelled_changes(register, item.changes),
        )
        for item in history_page.about(record)
    ]


def saved_last_by(record):
    """The role title of whoever saved `record` last, or an empty text."""
    values = history_page.about(record)
    return values[0].who if values else ""


def _labelled_changes(register, changes):
    """The changes in the order of the form, fields and values in its words."""
    order = [register.label_of(name) for name in register.form.base_fields]
    fields = {
        register.label_of(field): {
            key: register.say_told(field, value) for key, value in change.items()
        }
        for field, change in changes.items()
    }
    last = len(order)
    return dict(
        sorted(fields.items(), key=lambda item: order.index(item[0]) if item[0] in order else last)
    )
