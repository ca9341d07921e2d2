"""The full-text index of the passages of published editions, on SQLite (FTS5) and on PostgreSQL
(tsvector), and what is asked of it.

The database itself copies every passage into it, whoever writes the passage. Both stem English
words and know no common words of their own, so that a phrase is the same on either.
"""

import json

from assurance.records import database

INDEX, PASSAGES = "reports_passage_index", "publication_passage"
# What stands in a heading says more of what a passage is about.
HEADING, TEXT_WEIGHT = 5.0, 1.0

_SQLITE = (
    (
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5(plain_heading, plain_words, "
        f"content='{PASSAGES}', content_rowid='id', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    ),
    (
        f"CREATE TRIGGER {PASSAGES}_in AFTER INSERT ON {PASSAGES} BEGIN "
        f"INSERT INTO {INDEX}(rowid, plain_heading, plain_words) "
        "VALUES (NEW.id, NEW.plain_heading, NEW.plain_words); END"
    ),
    (
        f"CREATE TRIGGER {PASSAGES}_out AFTER DELETE ON {PASSAGES} BEGIN "
        f"INSERT INTO {INDEX}({INDEX}, rowid, plain_heading, plain_words) "
        "VALUES ('delete', OLD.id, OLD.plain_heading, OLD.plain_words); END"
    ),
    (
        f"CREATE TRIGGER {PASSAGES}_on AFTER UPDATE ON {PASSAGES} BEGIN "
        f"INSERT INTO {INDEX}({INDEX}, rowid, plain_heading, plain_words) "
        "VALUES ('delete', OLD.id, OLD.plain_heading, OLD.plain_words); "
        f"INSERT INTO {INDEX}(rowid, plain_heading, plain_words) "
        "VALUES (NEW.id, NEW.plain_heading, NEW.plain_words); END"
    ),
)
_OFF_SQLITE = (
    *(f"DROP TRIGGER {PASSAGES}_{when}" for when in ("in", "out", "on")),
    f"DROP TABLE {INDEX}",
)
_PLAIN = "asciiword, word, numword, int, uint, float, sfloat, version"
_VECTOR = (
    "setweight(to_tsvector('reports_words', NEW.plain_heading), 'A') || "
    "setweight(to_tsvector('reports_words', NEW.plain_words), 'B')"
)
_POSTGRESQL = (
    # PostgreSQL's own dictionary of English leaves common words out: a phrase could not be told
    # from another that has others in their places.
    "CREATE TEXT SEARCH DICTIONARY reports_stems (TEMPLATE = snowball, Language = english)",
    "CREATE TEXT SEARCH CONFIGURATION reports_words (COPY = simple)",
    f"ALTER TEXT SEARCH CONFIGURATION reports_words ALTER MAPPING FOR {_PLAIN} WITH reports_stems",
    f"CREATE TABLE {INDEX} (id bigint PRIMARY KEY, vector tsvector NOT NULL)",
    f"CREATE INDEX {INDEX}_vector ON {INDEX} USING gin (vector)",
    f"""
    CREATE FUNCTION {PASSAGES}_indexed() RETURNS trigger AS $$
    BEGIN
        IF TG_OP = 'TRUNCATE' THEN
            DELETE FROM {INDEX};
            RETURN NULL;
        END IF;
        IF TG_OP <> 'INSERT' THEN
            DELETE FROM {INDEX} WHERE id = OLD.id;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            INSERT INTO {INDEX} (id, vector) VALUES (NEW.id, {_VECTOR});
        END IF;
        RETURN NULL;
    END $$ LANGUAGE plpgsql
    """,
    (
        f"CREATE TRIGGER {PASSAGES}_row AFTER INSERT OR UPDATE OR DELETE ON {PASSAGES} "
        f"FOR EACH ROW EXECUTE FUNCTION {PASSAGES}_indexed()"
    ),
    (
        f"CREATE TRIGGER {PASSAGES}_all AFTER TRUNCATE ON {PASSAGES} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {PASSAGES}_indexed()"
    ),
)
_OFF_POSTGRESQL = (
    f"DROP TRIGGER {PASSAGES}_row ON {PASSAGES}",
    f"DROP TRIGGER {PASSAGES}_all ON {PASSAGES}",
    f"DROP FUNCTION {PASSAGES}_indexed()",
    f"DROP TABLE {INDEX}",
    "DROP TEXT SEARCH CONFIGURATION reports_words",
    "DROP TEXT SEARCH DICTIONARY reports_stems",
)
PLACING = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
LIFTING = {"sqlite": _OFF_SQLITE, "postgresql": _OFF_POSTGRESQL}

_QUERY = "websearch_to_tsquery('reports_words', %(asked)s)"
_MARKED = "ts_headline('reports_words', {column}, " + _QUERY + ", %(how)s)"
# Each takes `asked`, what `expression` made, and `a_paper`, which parts a passage's number from its
# edition's; all but the first take `editions`, what `among` made of editions, and whether these are
# those to look `within` or those to leave out.
WHERE_AT_ALL = {
    "sqlite": f"SELECT DISTINCT rowid / %(a_paper)s FROM {INDEX} WHERE {INDEX} MATCH %(asked)s "
    "LIMIT %(most)s",
    "postgresql": f"SELECT DISTINCT id / %(a_paper)s FROM {INDEX} WHERE vector @@ {_QUERY} "
    "LIMIT %(most)s",
}
_AMONG = {
    "sqlite": "(rowid / %(a_paper)s IN (SELECT value FROM json_each(%(editions)s))) = %(within)s",
    "postgresql": "(id / %(a_paper)s = ANY (%(editions)s)) = %(within)s",
}
# Whether a very word is printed, of several at once: `asked_N` and `like_N` are that of the place.
_LIKE = "(plain_heading LIKE %(like_{place})s OR plain_words LIKE %(like_{place})s)"
HAS_WORD = {
    "sqlite": f"SELECT {{place}} WHERE EXISTS (SELECT 1 FROM {INDEX} WHERE {INDEX} MATCH "
    f"%(asked_{{place}})s AND {_LIKE} AND {_AMONG['sqlite']})",
    "postgresql": f"SELECT {{place}} WHERE EXISTS (SELECT 1 FROM {INDEX} JOIN {PASSAGES} "
    "USING (id) WHERE vector @@ websearch_to_tsquery('reports_words', %(asked_{place})s) "
    f"AND {_LIKE} AND {_AMONG['postgresql']})",
}
COUNT = {
    "sqlite": f"SELECT COUNT(*) FROM {INDEX} WHERE {INDEX} MATCH %(asked)s AND {_AMONG['sqlite']}",
    "postgresql": f"SELECT COUNT(*) FROM {INDEX} WHERE vector @@ {_QUERY} "
    f"AND {_AMONG['postgresql']}",
}
BEST = {
    "sqlite": f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %(asked)s AND {_AMONG['sqlite']} "
    f"ORDER BY bm25({INDEX}, {HEADING}, {TEXT_WEIGHT}), rowid LIMIT %(most)s",
    "postgresql": f"SELECT id FROM {INDEX} WHERE vector @@ {_QUERY} AND {_AMONG['postgresql']} "
    f"ORDER BY ts_rank('{{{{0.1, 0.2, {TEXT_WEIGHT / HEADING}, 1.0}}}}', vector, {_QUERY}) DESC, "
    f"id "
    "LIMIT %(most)s",
}
MARKED = {
    "sqlite": f"SELECT rowid, highlight({INDEX}, 0, %(open)s, %(close)s), "
    f"highlight({INDEX}, 1, %(open)s, %(close)s) FROM {INDEX} "
    f"WHERE {INDEX} MATCH %(asked)s AND rowid IN ({{keys}})",
    "postgresql": f"SELECT id, {_MARKED.format(column='plain_heading')}, "
    f"{_MARKED.format(column='plain_words')} FROM {PASSAGES} WHERE id IN ({{keys}})",
}
_OR = {"sqlite": " OR ", "postgresql": " or "}


def expression(vendor: str, phrases, any_of: bool = False) -> str:
    """What the index is asked for plain `phrases`: all of them, or any. Each stands between
    quotation marks and holds nothing but letters and numbers, so no sign of it is an operator."""
    return (_OR[vendor] if any_of else " ").join(f'"{phrase}"' for phrase in phrases)


def among(vendor: str, editions):
    """The numbers of `editions` as the database takes many at once."""
    return json.dumps(list(editions)) if vendor == "sqlite" else list(editions)


def place(connection):
    """Makes the index and what keeps it."""
    database.run(connection, PLACING)


def lift(connection):
    """Takes them away again."""
    database.run(connection, LIFTING)
