"""Django's statements for SQLite, of which those that write note their rows."""

from django.db.models.sql import compiler

from assurance.runtime.databases.written import NotesChanged, NotesInserted

SQLCompiler, SQLAggregateCompiler = compiler.SQLCompiler, compiler.SQLAggregateCompiler


class SQLInsertCompiler(NotesInserted, compiler.SQLInsertCompiler):
    """INSERT."""


class SQLDeleteCompiler(NotesChanged, compiler.SQLDeleteCompiler):
    """DELETE."""


class SQLUpdateCompiler(NotesChanged, compiler.SQLUpdateCompiler):
    """UPDATE."""
