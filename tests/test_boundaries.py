"""Who may import whom. A new kind of module is placed in `LAYERS` before the suite passes."""

import ast

from tests.sources import everything, own_imports, product
from tests.sweeping import swept

# Lowest first. A module is placed by the longest beginning of its dotted name that stands here,
# else by the first of its parts that does; it imports its own height or lower.
LAYERS = """
    0  assurance.records.email_states assurance.runtime.digits
    0  assurance.runtime.periods assurance.records.refusals assurance.records.personal assurance.accounts.access config.env
    0  reports.papers.addresses reports.editions.database_guard assurance.runtime.jobs assurance.runtime.logging reports.approvals.database_guard
    0  reports.publication.search.index
    1  assurance.figures.figure rules papers reports.documents.document assurance.sheets assurance.charts
    2  models assurance.records.record assurance.records.history assurance.records.history_guard assurance.records.history_chain
    3  figures forms suppress checks committee render templatetags assurance.accounts.history_page
    3  assurance.records.email
    3  assurance.govuk.forms assurance.govuk.dates assurance.govuk.lists assurance.govuk.differences assurance.registers.forms
    2  assurance.imports.models
    2  assurance.attachments.storage
    3  reports.papers.assembly.enclosures
    3  reports.papers.manuscript assurance.governance.quotable reports.papers.assembly.record_fields reports.papers.assembly.record_tables assurance.figures.measurement
    3  reports.papers.assembly.commitments
    3  assurance.imports.declaration
    5  reports.checking reports.editor.versions reports.editor.remarks
    4  reports.papers.assembly.exempt reports.papers.assembly.reasons
    4  declared reports.papers.assembly.tokens reports.papers.assembly.tables reports.papers.assembly.generated_parts reports.papers.assembly.sections
    5  assemble reports.editions.snapshot reports.documents.formats reports.service.lookup reports.service.figure_listing
    2  reports.issue.site.storage
    1  reports.issue.site.standalone_pages
    5  reports.issue.site.bundle reports.issue.site.page_rendering reports.issue.site.addresses
    6  reports.publishing
    7  reports.issue.site.jobs
    5  reports.editions.record_dependencies reports.issue.downloads reports.editions.enclosure_files
    5  reports.editor.figure_catalogue reports.editor.preview reports.editor.outline reports.editions.changed_figures
    5  reports.editor.block_references reports.editor.typed_numbers reports.editor.figure_insertion reports.editor.figure_rows reports.editor.commitment_catalogue
    5  reports.contributions.sections reports.contributions.word_files
    6  reports.contributions.reminders reports.approvals.invited_emails
    1  reports.documents.digest
    5  reports.papers.quotes reports.issue.hooks reports.editor.paper_page
    6  reports.approvals.approval_page reports.approvals.paper_state reports.approvals.registration
    7  reports.issue.registration reports.publication.registration
    5  reports.issue.correction_note reports.approvals.requirements reports.approvals.newer_values
    5  reports.approvals.changes_since_review
    5  reports.publication.previous_values reports.publication.targets reports.publication.summary reports.publication.notes.relocation reports.publication.notes.queries
    5  reports.editor.carry_forward.review reports.checks.paper.blockers reports.editor.commitment_detection
    7  reports.service.retention
    3  reports.publication.search.passages
    5  reports.publication.search.query reports.publication.feeds.atom
    6  reports.publication.feeds.alerts
    6  reports.publication.indexing.passages
    6  reports.publication.indexing.commitments reports.approvals.rounds reports.publication.indexing.figures
    1  reports.documents.diff reports.publication.comparison
    5  reports.publication.figure_history reports.publication.ledger reports.reuse reports.publication.commitment_history
    6  reports.documents.subprocess reports.issue.progress
    5  reports.service.health
    6  operations assurance.records.operations reports.papers.blocks reports.editions.paper_file reports.conversion.storable_text reports.editor.autosave
    6  importing assurance.imports.kinds reports.needs
    5  assurance.imports
    6  assurance.imports.operations assurance.imports.run.rules
    7  assurance.imports.views assurance.imports.jobs assurance.imports.downloads
    7  assurance.imports.views.tables assurance.imports.run.dry_run
    8  assurance.imports.urls
    7  views jobs adapter third_party config.navigation config.views assurance.accounts.resubmission assurance.registers
    8  urls assurance.registers.urls
    8  reports.demonstration
    9  apps settings wsgi management
"""
HEIGHTS = {
    name: int(number)
    for number, *names in (line.split() for line in LAYERS.strip().splitlines())
    for name in names
}

SUBJECTS = (
    *("accounts", "people", "attachments", "audits", "dbs", "looked_after", "findings"),
    *("improvements", "surveys", "matters"),
)
# What a subject may take from the ones before it.
SHARED = ("models", "rules")
# Without Django, below their app or subject.
PURE = ("rules", "papers", "document", "suppress")
# What Word files are made of, whatever they say.
MARKUP = "reports.documents.word.markup"
# What reads a number out of words, whatever it counts.
READER = "assurance.runtime.digits"
# Both only gather what Django finds by a package's name.
GATHERERS = {"assurance.models", "reports.models"}

WITH_IMPORTS = [one for one in product() if own_imports()[one.name]]


def height(name):
    """The height of the module called `name`, or None where nothing places it."""
    parts = name.split(".")
    beginnings = (".".join(parts[:length]) for length in range(len(parts), 1, -1))
    placed = [one for one in (*beginnings, *parts[1:]) if one in HEIGHTS]
    return HEIGHTS[placed[0]] if placed else None


def subject(name):
    """The subject that a module belongs to, or an empty string."""
    parts = name.split(".")
    return parts[1] if parts[0] == "assurance" and len(parts) > 1 and parts[1] in SUBJECTS else ""


def is_pure(name):
    """Whether a module of this name does without Django."""
    parts = [part for part in name.split(".")[1:] if part not in SUBJECTS]
    return bool(parts) and parts[0] in PURE


def answers_strangers(module):
    """Whether a view in it is declared to answer people who have not signed in."""
    declared = [ast.unparse(one) for view in module.functions for one in view.decorator_list]
    return "public" in declared


@swept(product())
def test_every_module_has_a_place_in_the_layers(module):
    empty_package = module.is_package and not _says_something(module)
    assert empty_package or height(module.name) is not None, (
        f"Place {module.name} in LAYERS, or name it for what it is."
    )


@swept(WITH_IMPORTS)
def test_a_module_imports_its_own_height_or_lower(module):
    if module.name in GATHERERS:
        return
    here = height(module.name)
    above = {one for one in own_imports()[module.name] if height(one) is None or height(one) > here}
    assert not above, f"{module.name} imports {sorted(above)}, which stand above it or nowhere"


@swept(WITH_IMPORTS)
def test_assurance_never_imports_reports(module):
    reports = {one for one in own_imports()[module.name] if one.startswith("reports")}
    assert not (module.name.startswith("assurance") and reports), sorted(reports)


@swept([one for one in WITH_IMPORTS if subject(one.name)])
def test_a_subject_imports_models_and_rules_of_earlier_subjects_only(module):
    here = SUBJECTS.index(subject(module.name))
    for other in own_imports()[module.name]:
        if subject(other) and SUBJECTS.index(subject(other)) != here:
            assert SUBJECTS.index(subject(other)) < here, f"{other} is of a later subject"
            assert other.split(".")[2] in SHARED, f"{other}: only models and rules are shared"


@swept(product())
def test_nothing_imports_the_gathered_models(module):
    taken = own_imports()[module.name] & GATHERERS
    assert not taken, f"Import the model from its own module, not from {taken}"


@swept([one for one in product() if is_pure(one.name)])
def test_rules_and_the_written_language_import_no_django(module):
    django = {one for one in module.imported if one.split(".")[0] == "django"}
    assert not django, "so that it can be read, tested and trusted as arithmetic"


@swept([one for one in product() if "render" in one.name.split(".")])
def test_a_renderer_knows_words_only(module):
    others = {one for one in own_imports()[module.name] if not one.startswith("reports.render")}
    known = {"reports.documents.document", MARKUP, READER}
    assert others <= known, "a renderer that can name a number can print one"
    assert not own_imports()[MARKUP] | own_imports()[READER], "neither knows of anything"


@swept([one for one in product() if answers_strangers(one)])
def test_what_the_public_reads_cannot_measure_again(module):
    taken = own_imports()[module.name]
    barred = {one for one in taken if {"assemble", "declared", "figures"} & set(one.split("."))}
    assert not barred, "an issued edition is read as it was kept"


def test_no_modules_import_each_other_in_a_circle():
    assert not list(circles(own_imports()))


def test_a_circle_would_be_found():
    assert list(circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == [["a", "b", "c"]]


@swept(everything())
def test_imports_stand_at_the_top(module):
    inside = [
        node.lineno
        for function in module.functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not inside, f"{module.relative}: imports inside functions at lines {inside}"


@swept(everything())
def test_no_import_exists_only_for_a_type(module):
    assert not {"typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING"} & module.imported


@swept(everything())
def test_imports_are_absolute_and_named(module):
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module.relative}:{node.lineno} imports by position"
            assert node.names[0].name != "*", f"{module.relative}:{node.lineno} imports a star"


@swept([one for one in product() if one.is_package])
def test_a_package_exports_nothing(module):
    if module.name not in GATHERERS:
        assert not _says_something(module), "import from the module that holds it"


def circles(edges):
    """Every set of modules that import each other in a circle, each sorted; Tarjan's algorithm."""
    found, order, low, stack = [], {}, {}, []

    def visit(one):
        order[one] = low[one] = len(order)
        stack.append(one)
        for other in sorted(edges.get(one, ())):
            if other not in order:
                visit(other)
                low[one] = min(low[one], low[other])
            elif other in stack:
                low[one] = min(low[one], order[other])
        if low[one] == order[one]:
            start = stack.index(one)
            if len(stack) - start > 1:
                found.append(sorted(stack[start:]))
            del stack[start:]

    for one in sorted(edges):
        if one not in order:
            visit(one)
    return found


def _says_something(module):
    return any(not _is_docstring(node) for node in module.tree.body)


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
