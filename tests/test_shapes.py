"""What operations, views and templates look like, read from their syntax rather than trusted."""

import ast
import re
from functools import cache

from tests.sources import everything, product, templates
from tests.sweeping import swept

WRITES = {
    *("save", "create", "bulk_create", "bulk_update", "update", "delete", "get_or_create"),
    *("update_or_create", "create_account", "set_password", "raw_update"),
}
# Beside operations: history's own rows, the base of accounts, what Django asks a guard for, the
# saving of one row, of an e-mail or a link, or of a file's, that the operations share, what is
# typed and not saved, and the queue that workers share.
WRITERS = {
    *("assurance.records.history", "assurance.records.history_guard"),
    "assurance.records.proofs.rows",
    *("assurance.records.writes", "assurance.accounts.models.accounts"),
    *("assurance.records.email", "assurance.records.invitations"),
    *(f"assurance.imports.run.{name}" for name in ("writer", "undo", "retention")),
    *("reports.papers.blocks", "reports.editor.autosave", "reports.approvals.rounds"),
    "reports.approvals.corrections",
    "reports.publication.indexing.editions",
    "reports.publication.search.texts",
    *("assurance.accounts.models.access_log", "assurance.sign_in.models.devices"),
    *(f"reports.service.{name}" for name in ("heartbeats", "periodic_jobs", "worker")),
}
WRITING_PARTS = {"operations", "management", "migrations", "jobs"}
QUERIES = {"filter", "exclude", "annotate", "aggregate", "raw", "extra", "order_by"}
# The readings that decide whose rows a view may have.
DOORS = {"visible_to", "public_in", "public_anywhere", "opened_by"}
# What everybody may know, signed in or not, and so needs no door.
OPEN_MODELS = {"Council"}
CLOCK = {
    *("date.today", "datetime.now", "datetime.today", "datetime.utcnow"),
    *("time.time", "timezone.now"),
}
# Given a moment, these only turn it into local time.
CLOCK_WHEN_EMPTY = {"timezone.localdate", "timezone.localtime"}
# The days of people, the moments of history, and the moment that an issued file says it was made.
CLOCK_READERS = {"assurance.runtime.periods", "assurance.records.history", "reports.issue.jobs"}
# What refuses a date that somebody typed, or that stands in a file.
WEIGHING_PARTS = {"forms", "rules", "importing", "plan"}

# The operations that serve every kind of record, and their calls, each one row of history.
GENERIC = "assurance.records.operations"
GENERIC_ROWS = {
    *("operations.create", "operations.change"),
    *("operations.withdraw", "operations.undo_withdrawal"),
}
# What operations above may build on: those on the blocks of a draft and on what it holds.
BUILT_ON = ("reports.papers.operations", "reports.editor.operations")
OPERATIONS = [one for one in product() if "operations" in one.name.split(".")]
VIEWS = [one for one in product() if one.holds_views]
# The pages that every register has, and those of the library that signs people in.
ROUTED_ELSEWHERE = {
    *(f"assurance.registers.{name}" for name in ("bulk", "files", "pages")),
    "assurance.accounts.third_party",
}
BELOW = [
    one
    for one in product()
    if not WRITING_PARTS & set(one.name.split(".")) and one.name not in WRITERS
]


class Case(tuple):
    """A module and one function of it, named by both."""

    def __str__(self):
        module, thing = self
        return f"{module.name}:{thing.name}"


def cases(modules, pick):
    """A case per thing that `pick` finds in each module."""
    return (Case((module, thing)) for module in modules for thing in pick(module))


def called(call):
    """The dotted words of what a call calls, such as `history.record`."""
    return ast.unparse(call.func)


def reads_the_clock(call):
    """Whether a call asks what time it is."""
    name = called(call)
    return name in CLOCK or (name in CLOCK_WHEN_EMPTY and not call.args)


def calls_in(node):
    """Every call inside `node`."""
    return [one for one in ast.walk(node) if isinstance(one, ast.Call)]


@cache
def routed():
    """A set of (module, function) that some address leads to, by whatever name it is imported."""
    modules = [one for one in product() if one.name.endswith(".urls")]
    return {view for module in modules for view in _routed_by(module)}


def _routed_by(module):
    names = _imported_as(module)
    for one in module.nodes:
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
            if one.value.id in names:
                yield names[one.value.id], one.attr
        elif isinstance(one, ast.Name) and one.id in names:
            yield tuple(names[one.id].rsplit(".", 1))


def _imported_as(module):
    """A dict of the name that something imported goes by in `module` → its whole name."""
    imports = [one for one in module.tree.body if isinstance(one, ast.ImportFrom)]
    return {
        alias.asname or alias.name: f"{one.module}.{alias.name}"
        for one in imports
        for alias in one.names
    }


def views_of(module):
    """The functions of a module that an address leads to."""
    return [one for one in module.public_functions if (module.name, one.name) in routed()]


def test_every_address_leads_into_a_module_of_views():
    functions = {(one.name, it.name) for one in product() for it in one.public_functions}
    homes = {name for name, view in routed() & functions if not name.endswith(".urls")}
    assert homes - {one.name for one in VIEWS} == ROUTED_ELSEWHERE


@swept(cases(OPERATIONS, lambda module: module.public_functions))
def test_an_operation_takes_keywords_and_says_who_and_when(module, operation):
    assert not operation.args.args, "keyword-only"
    assert {"by", "on"} <= {one.arg for one in operation.args.kwonlyargs}
    assert operation.args.vararg is None
    assert ast.get_docstring(operation), "an operation says what it refuses"


@swept(cases(OPERATIONS, lambda module: module.public_functions))
def test_an_operation_is_one_transaction_with_one_history_row(module, operation):
    decorators = [ast.unparse(one) for one in operation.decorator_list]
    assert decorators == ["transaction.atomic"]
    helpers = {one.name: one for one in module.functions if one.name.startswith("_")}
    assert history_rows(operation, helpers, set()) == 1


@swept(cases(OPERATIONS, lambda module: module.public_functions))
def test_an_operation_returns_what_it_wrote(module, operation):
    assert any(isinstance(one, ast.Return) and one.value for one in ast.walk(operation))


@swept(OPERATIONS)
def test_operations_know_neither_the_clock_nor_http(module):
    barred = ("django.http", "django.shortcuts", "django.urls", "django.contrib.messages")
    assert not {one for one in module.imported if one.startswith(barred)}
    assert not {"assurance.runtime.periods.today"} & module.imported


@swept(OPERATIONS)
def test_operations_never_call_another_subjects_operation(module):
    others = {one for one in module.imported if "operations" in one.split(".")}
    own = f"{module.name.split('.operations')[0]}.operations"
    allowed = (own, GENERIC, *(BUILT_ON if own.startswith("reports") else ()))
    assert {one for one in others if not one.startswith(allowed)} == set()


@swept(BELOW)
def test_only_operations_write(module):
    if not any(".models" in one or one.startswith("django.db") for one in module.imported):
        return
    lines = [
        f"{one.lineno} {called(one)}"
        for one in module.calls
        if isinstance(one.func, ast.Attribute) and one.func.attr in WRITES
        if called(one) not in GENERIC_ROWS
    ]
    assert not lines, f"{module.relative} writes: {lines} (for a set or dict write |=)"


@swept([one for one in product() if one.name not in CLOCK_READERS])
def test_nothing_else_reads_the_clock(module):
    lines = [f"{one.lineno} {called(one)}" for one in module.calls if reads_the_clock(one)]
    assert not lines, f"{module.relative}: ask assurance.runtime.periods.today() instead: {lines}"


@swept([one for one in product() if WEIGHING_PARTS & set(one.name.split("."))])
def test_what_weighs_a_date_knows_no_clock_but_the_installation_s(module):
    clocks = {f"assurance.runtime.periods.{name}" for name in ("this_moment", "start_of_real_day")}
    assert not clocks & module.imported, "ask assurance.runtime.periods.today() instead"


@swept(cases(VIEWS, views_of))
def test_a_view_declares_who_may_see_it(module, view):
    declared = [
        words
        for words in map(ast.unparse, view.decorator_list)
        if words == "public" or re.fullmatch(r"requires\(Permission\.[A-Z_]+\)", words)
    ]
    assert len(declared) == 1, "declare @requires(Permission.X) or @public, once"


@swept(VIEWS)
def test_views_are_functions(module):
    classes = [one for one in module.nodes if isinstance(one, ast.ClassDef)]
    views = [one for one in classes if any("View" in ast.unparse(base) for base in one.bases)]
    assert not views


@swept(VIEWS)
def test_a_view_reads_only_what_its_reader_may_see(module):
    through = {
        id(one.value)
        for one in module.nodes
        if isinstance(one, ast.Attribute) and one.attr in DOORS
    }
    bare = [
        f"{one.lineno} {ast.unparse(one)}"
        for one in module.nodes
        if isinstance(one, ast.Attribute)
        and one.attr in ("objects", "_default_manager", "_base_manager")
        and id(one) not in through
        and ast.unparse(one.value) not in OPEN_MODELS
    ]
    assert not bare, f"{module.relative}: go through one of {sorted(DOORS)}: {bare}"


@swept(VIEWS)
def test_a_view_never_looks_a_model_up_bare(module):
    bare = [
        f"{one.lineno} {ast.unparse(one.args[0])}"
        for one in module.calls
        if called(one) in ("get_object_or_404", "get_list_or_404")
        and isinstance(one.args[0], ast.Name)
        and one.args[0].id[0].isupper()
        and one.args[0].id not in OPEN_MODELS
    ]
    assert not bare, f"{module.relative}: another council's row would be found: {bare}"


@swept(VIEWS)
def test_a_view_builds_no_query(module):
    lines = [
        f"{one.lineno} {called(one)}"
        for one in module.calls
        if isinstance(one.func, ast.Attribute) and one.func.attr in QUERIES
    ]
    assert not lines, f"{module.relative}: a reading on the queryset says it: {lines}"


@swept(everything())
def test_nothing_catches_everything(module):
    wide = [
        node.lineno
        for node in module.nodes
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or {"Exception", "BaseException"} & caught(node.type))
    ]
    assert not wide, f"{module.relative}: name what can go wrong, at lines {wide}"


@swept(templates())
def test_a_template_holds_no_style_and_no_script(path):
    text = path.read_text(encoding="utf-8")
    for pattern in (r"<style\b", r"\sstyle=", r"<script(?![^>]*\bsrc=)", r"<[^>]*\son[a-z]+="):
        found = re.search(pattern, text)
        assert not found, f"{path.name}: the security policy refuses {found.group(0)!r}"


def history_rows(function, helpers, seen):
    """How many `history.record` calls `function` and the module's helpers that it calls hold."""
    rows = 0
    for call in calls_in(function):
        name = called(call)
        if name == "history.record" or name in GENERIC_ROWS:
            rows += 1
        elif name in helpers and name not in seen:
            seen.add(name)
            rows += history_rows(helpers[name], helpers, seen)
    return rows


def caught(node):
    """The names of the exceptions that an `except` names."""
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
