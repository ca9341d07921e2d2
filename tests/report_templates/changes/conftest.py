"""Changes of templates and the reports that they reach are made by one clerk."""

from tests.make.template_clerk import browser, clerk, written  # noqa: F401
