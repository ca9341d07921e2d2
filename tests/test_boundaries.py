"""Who may import whom: apps in order (`docs/architecture.md`), kinds of module inside an app."""

import ast
import re
from functools import cache

from tests.sources import ROOT, everything, own_imports, product
from tests.sweeping import swept

# Lowest first: an app imports only those before it. `config` may import all of them.
APPS = [
    "assurance.runtime",
    "assurance.charts",
    "assurance.govuk",
    "assurance.records",
    "assurance.accounts",
    "assurance.tables",
    "assurance.registers",
    "assurance.sign_in",
    "assurance.imports",
    "assurance.people",
    "assurance.attachments",
    *("assurance.meetings", "assurance.public_pages"),
    "assurance.figures",
    "assurance.audits",
    "assurance.dbs",
    "assurance.looked_after",
    "assurance.reviews",
    "assurance.improvement",
    "assurance.surveys",
    "assurance.governance",
    "assurance.outcomes",
    "reports.prose",
    "reports.language",
    "reports.vocabulary",
    "reports.documents",
    "reports.papers",
    "reports.editions",
    *("reports.checks", "reports.wording_checks"),
    "reports.quantities",
    "reports.table_constraints",
    *("reports.date_constraints", "reports.equations"),
    *("reports.share_constraints", "reports.figure_constraints"),
    "reports.constraints",
    "reports.verdicts",
    "reports.conversion",
    "reports.quotable",
    "reports.editor",
    "reports.report_templates",
    "reports.contributions",
    "reports.approvals",
    "reports.issue",
    *("reports.publication", "reports.open_data", "reports.feeds"),
    "reports.oversight",
    "reports.tasks",
    "reports.data_protection",
    "reports.service",
    "reports.demonstration",
    "config",
]
# Inside an app, lowest first. The first part of a module's name that is here gives its kind;
# other modules are of no kind, and stand where their own imports put them.
KINDS = (
    "rules",
    "models",
    "forms figures",
    "operations",
    "importing",
    "jobs",
    "views",
    "urls",
    "registration",
    "apps management",
)
HEIGHTS = {name: height for height, names in enumerate(KINDS) for name in names.split()}
# Without Django and without anything that needs it, but for the day, which has its setting.
PURE = [
    "assurance.runtime.digits",
    *("assurance.charts.tables", "assurance.charts.series", "assurance.charts.palette"),
    *("assurance.charts.findings", "assurance.charts.letters", "assurance.charts.places"),
    *("assurance.charts.axes", "assurance.charts.directions"),
    "assurance.tables",
    "assurance.figures.disclosure",
    "reports.prose",
    *("reports.documents.document", "reports.documents.diff", "reports.documents.digest"),
    *("reports.documents.data", "reports.documents.pdf"),
    "reports.language",
    "reports.papers.lifecycle",
    *("reports.checks.rule", "reports.verdicts.run", "reports.checks.reading"),
    *("reports.checks.assurance", "reports.checks.numbers", "reports.checks.structure"),
    *("reports.checks.timing", "reports.wording_checks"),
    *("reports.quantities", "reports.table_constraints", "reports.date_constraints"),
    *("reports.share_constraints", "reports.figure_constraints", "reports.constraints"),
    "reports.equations",
    *("reports.conversion.lines", "reports.conversion.blocks", "reports.conversion.word"),
    "reports.contributions.word",
    "reports.vocabulary",
]
DAY = "assurance.runtime.periods"
RENDERERS = tuple(f"reports.documents.{name}" for name in ("html", "pdf", "word", "data"))
# What a renderer may know: a document's words, and how digits are read out of words.
FRONT = {
    f"reports.documents.front.{name}" for name in ["kinds", "mark", "digest", "masthead", "origins"]
}
NAMES = "document entries headlines"
WORDS = {f"reports.documents.{name}" for name in NAMES.split()} | FRONT
WORDS |= {f"assurance.runtime.{name}" for name in ("digits", "markup", "periods")}
WORDS |= {"reports.documents.issue_time"}
# Drawings are given lengths and the words of values.
DRAWN = "arrows axes bars directions letters lines palette places series small_lines svg"
WORDS |= {f"assurance.charts.{name}" for name in DRAWN.split()}
# Rows as cards are given the words of their heads.
WORDS |= {"assurance.govuk.cards"}
# What measures, or says what is measured.
MEASURES = ("assurance.figures", "reports.papers.assembly")
# Copies of enclosed files are listed by the same rows in a draft and in an edition.
MEASURES_NOTHING = {"reports.papers.assembly.enclosures"}


def under(name, *tops):
    """Whether the module `name` is one of `tops` or lies in one."""
    return any(name == top or name.startswith(f"{top}.") for top in tops)


def app(name):
    """The app that a module belongs to, as in `APPS`; empty for a folder of apps itself."""
    return next((top for top in APPS if under(name, top)), "")


def kind_height(name):
    """How high the kind of a module stands within its app; None for a module of no kind."""
    inside = name.removeprefix(app(name)).split(".")
    return next((HEIGHTS[part] for part in inside if part in HEIGHTS), None)


@cache
def reached(name):
    """Every module of the same app that `name` imports, also by way of modules of no kind."""
    found, waiting = set(), [name]
    while waiting:
        new = {one for one in own_imports()[waiting.pop()] if app(one) == app(name)} - found
        found |= new
        waiting += [one for one in new if kind_height(one) is None]
    return found - {name}


def is_gathered(module):
    """Whether it only gathers an app's models for Django, which finds them by this name."""
    named = module.name.split(".")[2:] == ["models"]
    return named and not any(isinstance(node, ast.ClassDef) for node in module.tree.body)


@cache
def gathered_models():
    """(the names of the product's modules, those of them that only gather models)."""
    return {one.name for one in product()}, {one.name for one in product() if is_gathered(one)}


def is_pure(name):
    """Whether a module of this name does without Django."""
    return under(name, *PURE) or "rules" in name.split(".")[2:]


def answers_strangers(module):
    """Whether a view in it is declared to answer people who have not signed in."""
    declared = [ast.unparse(one) for view in module.functions for one in view.decorator_list]
    return "public" in declared


@swept(product())
def test_every_module_is_of_an_app(module):
    between = module.name in ("assurance", "reports") and not module.text.strip()
    assert between or app(module.name), "place its app in APPS and in docs/architecture.md"


@swept(one for one in product() if own_imports()[one.name])
def test_an_app_imports_only_those_before_it(module):
    here = APPS.index(app(module.name))
    above = {one for one in own_imports()[module.name] if APPS.index(app(one)) > here}
    assert not above, f"{module.name} imports {sorted(above)}"


@swept(one for one in product() if own_imports()[one.name] and kind_height(one.name) is not None)
def test_a_kind_of_module_imports_its_own_height_or_lower(module):
    here = kind_height(module.name)
    above = {one for one in reached(module.name) if (kind_height(one) or 0) > here}
    assert not above, f"{module.name} comes to {sorted(above)}"


@swept(product())
def test_nothing_imports_the_gathered_models(module):
    modules, gathered = gathered_models()
    taken = {one for one in module.imported - modules if one.rpartition(".")[0] in gathered}
    assert not taken, f"Import the model from its own module: {taken}"


@swept([one for one in product() if is_pure(one.name)])
def test_rules_and_the_written_language_do_without_django(module):
    impure = {one for one in module.imported if one.split(".")[0] == "django"}
    impure |= {one for one in own_imports()[module.name] if _needs_django(one)}
    assert not impure, "so that it can be read, tested and trusted as arithmetic"


def test_each_pure_part_and_each_measure_is_there():
    names = {one.name for one in product()}
    assert {*PURE, *RENDERERS, *WORDS, *MEASURES, *MEASURES_NOTHING} <= names


@swept([one for one in product() if under(one.name, *RENDERERS)])
def test_a_renderer_knows_words_only(module):
    others = {one for one in own_imports()[module.name] if not under(one, *RENDERERS)}
    assert others <= WORDS, "a renderer that can name a number can print one"


def test_what_renderers_know_knows_of_no_number():
    assert set().union(*(own_imports()[name] for name in WORDS)) <= WORDS


@swept(one for one in product() if answers_strangers(one))
def test_what_the_public_reads_cannot_measure_again(module):
    taken = own_imports()[module.name] - MEASURES_NOTHING
    barred = {one for one in taken if under(one, *MEASURES) or _declares_figures(one)}
    assert not barred, "a published edition is read as it was kept"


def test_the_document_of_apps_has_each_in_order():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w.]+)` \| \S", text, re.MULTILINE)
    assert rows == APPS


@swept(everything())
def test_imports_stand_at_the_top(module):
    kinds = ast.Import | ast.ImportFrom
    # Few modules have an import that is indented at all, and only those are walked again.
    indented = any(isinstance(node, kinds) and node.col_offset for node in module.nodes)
    functions = module.functions if indented else ()
    inside = [node.lineno for one in functions for node in ast.walk(one) if isinstance(node, kinds)]
    assert not inside, f"{module.relative}: imports inside functions at lines {inside}"


@swept(everything())
def test_no_import_exists_only_for_a_type(module):
    assert not {"typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING"} & module.imported


@swept(everything())
def test_imports_are_absolute_and_named(module):
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module.relative}:{node.lineno} imports by position"
            assert node.names[0].name != "*", f"{module.relative}:{node.lineno} imports a star"


@swept([one for one in product() if one.is_package])
def test_a_package_exports_nothing(module):
    if not is_gathered(module):
        assert all(map(_is_docstring, module.tree.body)), "import from the module that holds it"


@cache
def _by_name():
    return {one.name: one for one in product()}


@cache
def _needs_django(name):
    """Whether a module, or what it imports, imports Django; the day counts as not."""
    if name == DAY:
        return False
    django = any(one.split(".")[0] == "django" for one in _by_name()[name].imported)
    return django or any(map(_needs_django, own_imports()[name]))


def _declares_figures(name):
    return name.startswith("assurance.") and "figures" in name.split(".")[2:]


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
