"""A first migration makes what Django's own makes, and draws the models less often."""

from unittest import mock

import pytest
from django.db import migrations, models
from django.db.migrations.state import ProjectState, StateApps

from assurance.runtime.first_migration import FirstMigration
from tests.own_database import empty_database
from tests.test_migrations import schema

pytestmark = [pytest.mark.dialect, pytest.mark.django_db]
KEY = ("id", models.BigAutoField(primary_key=True))
COLOURS = ("red", "green", "blue", "grey")


def linked(name, *others):
    """A table called `name` whose rows name rows of the tables `others`."""
    links = [(other, models.ForeignKey(f"shades.{other}", models.PROTECT)) for other in others]
    return migrations.CreateModel(name, [KEY, ("word", models.TextField()), *links])


OPERATIONS = [
    *(linked(name, *COLOURS[:place]) for place, name in enumerate(COLOURS)),
    migrations.AddField(
        "red", "last", models.ForeignKey("shades.grey", models.SET_NULL, null=True)
    ),
    migrations.AddConstraint(
        "green",
        models.CheckConstraint(condition=~models.Q(word=""), name="green_has_its_word"),
    ),
    linked("white", "red", "grey"),
]


def of_kind(base):
    """A first migration of the kind `base` with these operations."""
    return type("Migration", (base,), {"operations": OPERATIONS})("0001_initial", "shades")


def applied(base):
    """(the state, the tables, how many models were drawn) after a migration of the kind `base` on
    an empty database."""
    state, draw = ProjectState(), StateApps.render_multiple
    assert not state.apps.all_models["shades"]
    with (
        empty_database() as own,
        mock.patch.object(StateApps, "render_multiple", autospec=True, side_effect=draw) as drawn,
    ):
        with own.schema_editor() as editor:
            state = of_kind(base).apply(state, editor)
        number = sum(len(call.args[1]) for call in drawn.mock_calls)
        return state, schema(own), number


def test_it_makes_the_same_tables_from_fewer_drawings():
    theirs, ours = applied(migrations.Migration), applied(FirstMigration)
    assert ours[1] == theirs[1]
    assert {f"shades_{name}" for name in (*COLOURS, "white")} <= {
        name.partition(".")[0] for name in ours[1]
    }
    assert ours[0] == theirs[0]
    assert sorted(ours[0].apps.all_models["shades"]) == sorted((*COLOURS, "white"))
    assert ours[2] < theirs[2]


def test_what_it_would_do_is_printed_as_django_prints_it():
    printed = []
    with empty_database() as own:
        for base in (migrations.Migration, FirstMigration):
            with own.schema_editor(collect_sql=True) as editor:
                of_kind(base).apply(ProjectState(), editor, collect_sql=True)
            printed.append(editor.collected_sql)
    assert printed[0] == printed[1] != []


def test_a_fault_in_one_table_leaves_none_of_them():
    class Broken(migrations.CreateModel):
        def database_forwards(self, *_arguments):
            raise LookupError("No more tables.")

    migration = of_kind(FirstMigration)
    migration.operations = [*OPERATIONS[:2], Broken("black", [KEY])]
    with empty_database() as own:
        before = schema(own)
        with pytest.raises(LookupError), own.schema_editor(atomic=True) as editor:
            migration.apply(ProjectState(), editor)
        assert schema(own) == before


def test_what_is_large_comes_after_every_other_column():
    class Shades(FirstMigration):
        operations = [
            migrations.CreateModel(
                "shade",
                [
                    KEY,
                    ("picture", models.BinaryField()),
                    ("words", models.TextField()),
                    ("parts", models.JSONField()),
                    ("day", models.DateField()),
                ],
            )
        ]

    with empty_database() as own:
        with own.schema_editor() as editor:
            Shades("0001_initial", "shades").apply(ProjectState(), editor)
        with own.cursor() as cursor:
            columns = own.introspection.get_table_description(cursor, "shades_shade")
    assert [column.name for column in columns] == ["id", "words", "day", "picture", "parts"]
