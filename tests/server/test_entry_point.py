"""The entry point of a web server can be imported before anything else of the program is."""

import os
import subprocess
import sys

from tests.sources import ROOT

ASK = (
    "import sys; from config.wsgi import application; from threading import enumerate; "
    "print(type(application).__name__, *sorted(one.name for one in enumerate())); "
    "print(*sorted(set(sys.argv[1:]) & set(sys.modules)))"
)
# What prints, and what few requests need: `LazyModule`s, what stands behind the PDFs and passkeys.
UNLOADED = (
    *("cryptography", "fido2", "psycopg2", "python_calamine"),
    *("weasyprint", "lxml", "fontTools", "openpyxl"),
    *("requests", "sqlparse.sql", "urllib3"),
    *("PIL", "holidays", "icalendar", "jwt", "segno", "xlsxwriter", "concurrent.futures.process"),
    *("reports.verdicts.registry", "reports.verdicts.counts.parts", "assurance.tables.layout"),
    *("reports.prose.quantities.figure_claims", "reports.conversion.paper"),
    "reports.conversion.blocks.paper_file",
    *("reports.publication.search.answers", "reports.vocabulary.thesaurus"),
    *("reports.publication.indexing.editions", "reports.tasks.record_search.query"),
    *("reports.documents.word.file", "reports.contributions.word.reader"),
    *("django.contrib.admin", "django_stubs_ext.patch", "django.core.management.base"),
    *("urllib.request", "xml.sax.saxutils", "xml.etree.ElementPath"),
    *("assurance.imports.views.runs", "assurance.imports.upload", "assurance.imports.plan.table"),
    *("reports.report_templates.views", "reports.report_templates.texts.views"),
    *("reports.conversion.views", "reports.open_data.views", "reports.publication.comparison"),
    *("reports.data_protection.views.people", "reports.approvals.clearances.views"),
    *("reports.editor.carry_forward.views", "reports.editor.carry_forward.operations"),
)


def answered(tmp_path, jobs):
    """What a process of its own prints, in which jobs are done as `jobs` says."""
    names = ("PATH", "HOME", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in names if name in os.environ}
    environment |= {"CANDOUR_MODE": "laptop", "CANDOUR_VAR": str(tmp_path), "JOBS": jobs}
    command = [sys.executable, "-c", ASK, *UNLOADED]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_a_web_server_loads_what_few_requests_need_later_and_does_jobs_only_where_it_is_to(
    tmp_path,
):
    assert answered(tmp_path, "worker") == ["WSGIHandler", "MainThread"]
    assert "candour-jobs" in answered(tmp_path, "thread")
