"""How long a search over 5,000 published papers takes against a bare full-text query, in one run:
the ratio of the two over a table of queries, rare words, common ones and phrases.

The bare query asks the database's own index, without papers, for as many as a page shows, the best
first, with their words marked, and how many there are. Ours also leaves out what may not be read,
stands paper by paper, and keeps to a council.
"""

import random
import statistics
import sys
import time

from django.db import connection, transaction
from django.test.runner import DiscoverRunner

from reports import search_index
from reports.models.editions import Edition
from reports.models.papers import Paper
from reports.models.passages import A_PAPER, EditionSubject, Passage
from reports.papers.searched import CLOSE, OPEN, asked
from reports.searching import results, search
from reports.views.searching import PAPERS_TO_A_PAGE
from tests.make import papers

PAPERS, PARAGRAPHS, WORDS, ROUNDS, AIM = 5_000, 30, 40, 7, 1.5
KNOWN = 4_000
# Words by how common they are, as in prose: the first stands in most paragraphs, the last in a few.
QUERIES = ("word1", "word20", "word100", "word1000", "word3999", "word20 word100", '"word1 word2"')
BATCH = 500
BARE_COUNT = {
    "sqlite": "SELECT COUNT(*) FROM {index} WHERE {index} MATCH %(asked)s",
    "postgresql": "SELECT COUNT(*) FROM {index} WHERE vector @@ {query}",
}
BARE_BEST = {
    "sqlite": "SELECT rowid, highlight({index}, 1, %(open)s, %(close)s) FROM {index} "
    "WHERE {index} MATCH %(asked)s ORDER BY bm25({index}, 5.0, 1.0) LIMIT 20",
    "postgresql": "SELECT found.id, ts_headline('reports_words', p.plain_words, {query}, %(how)s) "
    "FROM (SELECT id FROM {index} WHERE vector @@ {query} "
    "ORDER BY ts_rank(vector, {query}) DESC LIMIT 20) found JOIN {passages} p USING (id)",
}


def fill():
    """5,000 published papers of the usual council, each with passages of words as common as in
    prose."""
    chance = random.Random(5)
    vocabulary = [f"word{one}" for one in range(KNOWN)]
    weights = [1 / (one + 3) for one in range(KNOWN)]
    first = papers.edition()
    paper = _copies(first.paper, PAPERS, lambda row, one: setattr(row, "slug", f"bench-{one}"))
    by_slug = {one.slug: one.pk for one in paper}
    keys = iter(sorted(by_slug.values()))
    editions = _copies(first, PAPERS, lambda row, one: setattr(row, "paper_id", next(keys)))
    for edition in editions:
        Passage.objects.bulk_create(
            _passage(edition.pk, place, chance.choices(vocabulary, weights, k=WORDS))
            for place in range(PARAGRAPHS)
        )
    EditionSubject.objects.bulk_create(
        [EditionSubject(edition=one, subject="dbs") for one in editions], batch_size=BATCH
    )


def bare(typed):
    """The bare query's answer."""
    query = "websearch_to_tsquery('reports_words', %(asked)s)"
    named = {"index": search_index.INDEX, "passages": search_index.PASSAGES, "query": query}
    said = {
        "asked": search_index.expression(connection.vendor, asked(typed)),
        "open": OPEN,
        "close": CLOSE,
        "how": f"HighlightAll=true, StartSel={OPEN}, StopSel={CLOSE}",
    }
    with connection.cursor() as cursor:
        for statements in (BARE_COUNT, BARE_BEST):
            cursor.execute(statements[connection.vendor].format(**named), said)
            rows = cursor.fetchall()
    return rows


def ours(typed):
    """What a page shows."""
    phrases = asked(typed)
    found = search(phrases, Edition.objects.public_in("netherby").readable())
    return results(found.papers[:PAPERS_TO_A_PAGE], phrases)


def main():
    """Prints the milliseconds of each query and the ratio over all; ends with 1 above the aim."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        with transaction.atomic():
            fill()
            _settled()
            ratio = _compared()
            transaction.set_rollback(True)
    finally:
        runner.teardown_databases(databases)
    sys.exit(ratio > AIM)


def _compared():
    print(f"{connection.vendor}: {PAPERS:,} papers, {PAPERS * PARAGRAPHS:,} paragraphs")
    totals = [0.0, 0.0]
    for typed in QUERIES:
        times = _taken(typed)
        totals = [sum(pair) for pair in zip(totals, times, strict=True)]
        print(f"  {typed:20} bare {times[0]:7.1f} ms, ours {times[1]:7.1f} ms")
    ratio = totals[1] / totals[0]
    print(f"search: {ratio:.2f} of a bare full-text query (aim {AIM})")
    return ratio


def _taken(typed):
    """Milliseconds of the bare query and of ours, asked in turn."""
    times = ([], [])
    for _ in range(ROUNDS):
        for find, kept in zip((bare, ours), times, strict=True):
            begun = time.perf_counter()
            find(typed)
            kept.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(one) for one in times]


def _copies(first, number, differ):
    model = type(first)
    fields = {
        one.attname: getattr(first, one.attname)
        for one in model._meta.concrete_fields
        if not one.primary_key
    }
    rows = [model(**fields) for _ in range(number)]
    for one, row in enumerate(rows):
        differ(row, one)
    model.objects.bulk_create(rows, batch_size=BATCH)
    return list(model.objects.exclude(pk=first.pk))


def _passage(edition, place, words):
    said = " ".join(words)
    return Passage(
        id=edition * A_PAPER + place,
        edition_id=edition,
        anchor=f"para-{place}",
        label=f"paragraph {place}",
        words=said,
        plain_words=said,
    )


def _settled():
    """The index as it stands once the database has had time to put it in order."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            name = search_index.INDEX
            cursor.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")
        else:
            for table in (search_index.INDEX, Passage._meta.db_table, Edition._meta.db_table):
                cursor.execute(f"ANALYZE {table}")
            cursor.execute(f"ANALYZE {Paper._meta.db_table}")


if __name__ == "__main__":
    main()
