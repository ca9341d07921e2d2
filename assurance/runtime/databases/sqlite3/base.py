"""The connection that Django makes for this database."""

from django.db.backends.sqlite3 import base, operations

from assurance.runtime.databases.written import RemembersRows


class DatabaseOperations(operations.DatabaseOperations):
    """Django's, with statements that note the rows they write."""

    compiler_module = "assurance.runtime.databases.sqlite3.compiler"


class DatabaseWrapper(RemembersRows, base.DatabaseWrapper):
    """Django's connection, which remembers the rows that its transaction has written."""

    ops_class = DatabaseOperations
