"""The addresses of a register's pages."""

from django.urls import path

from assurance.registers import files, pages
from assurance.registers.bulk import several_page


def register_urls(register):
    """The paths of `register`, for a subject's `urls`.

    Names: list, csv, xlsx, several, add, record, change, withdraw, undo, with the register's name
    before them. A register within a parent has no list of its own; its add page stands beneath its
    parent's.
    """
    made = [("<int:pk>/", pages.record_page, "record")]
    if register.change:
        made += [("<int:pk>/change/", pages.change_page, "change")]
    if register.filters:
        made += [("", pages.list_page, "list"), ("list.csv", files.csv_page, "csv")]
        made += [("list.xlsx", files.xlsx_page, "xlsx")]
    if register.bulk:
        made += [("several/", several_page, "several")]
    if register.withdraw:
        made += [("<int:pk>/withdraw/", pages.withdraw_page, "withdraw")]
        made += [("<int:pk>/undo/", pages.undo_page, "undo")]
    if register.add and register.parent is None:
        made += [("add/", pages.add_page, "add")]
    urls = [
        path(f"{register.path}{address}", page(register), name=register.page_name(name))
        for address, page, name in made
    ]
    return [*urls, nested_add(register)] if register.add and register.parent else urls


def nested_add(register):
    """The path of the add page beneath the page of a parent."""
    within = register.parent.register.path
    return path(
        f"{within}<int:parent_pk>/{register.path}add/",
        pages.add_page(register),
        name=register.page_name("add"),
    )
