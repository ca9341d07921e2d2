"""The registers beside papers, which a clerk keeps: committees, meetings, series, posts and the
glossary."""

from assurance.accounts.access import Permission
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.posts import Post
from assurance.registers.declaration import Column, Item, Register
from reports.editor.forms import directory as forms
from reports.papers.models.templates import Abbreviation, Series
from reports.papers.operations import templates

EDITOR_PAGES = {"namespace": "papers", "folder": "editor", "permission": Permission.COMPOSE_PAPERS}


COMMITTEES = Register(
    **EDITOR_PAGES,
    name="committee",
    path="committee/committees/",
    model=Body,
    manager="committees",
    noun="committee",
    plural="committees",
    form=forms.CommitteeForm,
    filters=forms.NoFilters,
    add=templates.add_committee,
    change=None,
    withdraw=None,
    first="title",
    related=("council",),
    columns=(
        Column("Committee", "title", sort="title", link=True),
        Column("Name in addresses", "slug", sort="slug"),
    ),
    summary=(Item("Name", "title"), Item("Name in addresses", "slug")),
)

MEETINGS = Register(
    **EDITOR_PAGES,
    name="meeting",
    path="committee/meetings/",
    model=Meeting,
    manager="committees",
    noun="meeting",
    plural="meetings",
    form=forms.MeetingForm,
    withdraw=None,
    filters=forms.CommitteeFilters,
    first="-date",
    related=("council", "body"),
    columns=(
        Column("Date", "date", sort="date", link=True),
        Column("Committee", "committee", sort="committee__title"),
        Column("Called", "title"),
        Column("Place", "place"),
        Column("Cancelled", "cancelled"),
    ),
    summary=(
        Item("Committee", "committee", "committee"),
        Item("Date", "date", "date"),
        Item("Time", "time", "time"),
        Item("Called", "title", "title"),
        Item("Place", "place", "place"),
        Item("Cancelled", "cancelled", "cancelled"),
    ),
)

SERIES = Register(
    **EDITOR_PAGES,
    name="series",
    path="committee/series/",
    model=Series,
    noun="series of papers",
    plural="series of papers",
    form=forms.SeriesForm,
    filters=forms.NoFilters,
    first="title",
    related=("council", "committee"),
    columns=(
        Column("Title", "title", sort="title", link=True),
        Column("Committee", "committee", sort="committee__title"),
        Column("Name in addresses", "slug"),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("Committee", "committee", "committee"),
        Item("Name in addresses", "slug", "slug"),
    ),
)

POSTS = Register(
    **EDITOR_PAGES,
    name="post",
    path="committee/posts/",
    model=Post,
    noun="post",
    plural="posts",
    form=forms.PostForm,
    filters=forms.PostFilters,
    first="title",
    related=("council",),
    columns=(
        Column("Post", "title", sort="title", link=True),
        Column("Department", "department", sort="department"),
        Column("Telephone", "telephone"),
        Column("E-mail", "email"),
        Column("First day", "from_date", sort="from_date"),
        Column("Last day", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("Name by which papers find it", "slug", "slug"),
        Item("Department", "department", "department"),
        Item("Telephone", "telephone", "telephone"),
        Item("E-mail", "email", "email"),
        Item("First day", "from_date", "from_date"),
        Item("Last day", "to_date", "to_date"),
    ),
)

GLOSSARY = Register(
    **EDITOR_PAGES,
    name="abbreviation",
    path="committee/glossary/",
    model=Abbreviation,
    noun="abbreviation",
    plural="abbreviations",
    form=forms.AbbreviationForm,
    filters=forms.WordsFilters,
    first="short",
    related=("council",),
    columns=(
        Column("Abbreviation", "short", sort="short", link=True),
        Column("Stands for", "long", sort="long"),
    ),
    summary=(Item("Abbreviation", "short", "short"), Item("Stands for", "long", "long")),
)
