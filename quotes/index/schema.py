"""How an index is laid out: numbered migrations, each run once and recorded in the index itself.

A released migration is never edited; a change of the layout is a new one at the end.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from quotes.index.errors import IndexProblem

TABLES = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    current_version INTEGER REFERENCES document_versions(number)
);
CREATE INDEX documents_current_version ON documents(current_version);

-- Where a document was found: an absolute path, or a URL.  One document can lie at several places.
CREATE TABLE document_places (
    place TEXT PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents(number)
);
CREATE INDEX document_places_document ON document_places(document);

-- id is the SHA-256 of the text, so that a text has the same name on any machine.
CREATE TABLE document_versions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES documents(number),
    source TEXT NOT NULL,
    title TEXT,
    author TEXT,
    publisher TEXT,
    published TEXT,
    published_day TEXT,
    url TEXT,
    language TEXT NOT NULL,
    added TEXT NOT NULL
);
CREATE INDEX document_versions_document ON document_versions(document);
CREATE INDEX document_versions_published_day ON document_versions(published_day);

-- Texts exactly as they were read; apart, so that all else lies close together.
CREATE TABLE texts (
    document_version INTEGER PRIMARY KEY REFERENCES document_versions(number),
    text TEXT NOT NULL
);

-- People and bodies across documents; human decisions move names and appearances between them.
CREATE TABLE speakers (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
);
-- Which speaker a name stands for when the next document brings it.
CREATE TABLE speaker_names (
    number INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speakers(number),
    UNIQUE (folded, kind)
);
CREATE INDEX speaker_names_speaker ON speaker_names(speaker);
CREATE VIRTUAL TABLE speaker_names_search USING fts5(
    name, content="speaker_names", content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER speaker_names_added AFTER INSERT ON speaker_names BEGIN
    INSERT INTO speaker_names_search(rowid, name) VALUES (new.number, new.name);
END;

-- One speaker as one document names them (never changed), and the speaker across documents (a human may correct it).
CREATE TABLE appearances (
    number INTEGER PRIMARY KEY,
    document_version INTEGER NOT NULL REFERENCES document_versions(number),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speakers(number)
);
CREATE INDEX appearances_document_version ON appearances(document_version);
CREATE INDEX appearances_speaker ON appearances(speaker);
CREATE TABLE mentions (
    appearance INTEGER NOT NULL REFERENCES appearances(number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (appearance, position)
) WITHOUT ROWID;

CREATE TABLE quotes (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_version INTEGER NOT NULL REFERENCES document_versions(number),
    kind TEXT NOT NULL,
    relation TEXT NOT NULL,
    text TEXT NOT NULL,
    cue_start INTEGER,
    cue_end INTEGER,
    cue_lemma TEXT,
    source_start INTEGER,
    source_end INTEGER,
    appearance INTEGER REFERENCES appearances(number),
    confidence REAL NOT NULL
);
CREATE INDEX quotes_document_version ON quotes(document_version);
CREATE INDEX quotes_appearance ON quotes(appearance);
CREATE TABLE quote_pieces (
    quote INTEGER NOT NULL REFERENCES quotes(number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (quote, position)
) WITHOUT ROWID;
CREATE TABLE quote_candidates (
    quote INTEGER NOT NULL REFERENCES quotes(number),
    position INTEGER NOT NULL,
    appearance INTEGER NOT NULL REFERENCES appearances(number),
    PRIMARY KEY (quote, position)
) WITHOUT ROWID;
CREATE TABLE quote_evidence (
    quote INTEGER NOT NULL REFERENCES quotes(number),
    position INTEGER NOT NULL,
    rule TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (quote, position)
) WITHOUT ROWID;

-- A role and an organization in the words of the articles, each pair once; where a quote's article states it, below.
CREATE TABLE affiliations (
    number INTEGER PRIMARY KEY,
    role TEXT,
    organization TEXT
);
CREATE UNIQUE INDEX affiliations_both ON affiliations(coalesce(role, ''), coalesce(organization, ''));
CREATE VIRTUAL TABLE affiliations_search USING fts5(
    role, organization, content="affiliations", content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER affiliations_added AFTER INSERT ON affiliations BEGIN
    INSERT INTO affiliations_search(rowid, role, organization) VALUES (new.number, new.role, new.organization);
END;
CREATE TABLE quote_affiliations (
    quote INTEGER NOT NULL REFERENCES quotes(number),
    position INTEGER NOT NULL,
    affiliation INTEGER NOT NULL REFERENCES affiliations(number),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    role_start INTEGER,
    role_end INTEGER,
    organization_start INTEGER,
    organization_end INTEGER,
    PRIMARY KEY (quote, position)
) WITHOUT ROWID;
CREATE INDEX quote_affiliations_affiliation ON quote_affiliations(affiliation);

CREATE VIRTUAL TABLE quotes_search USING fts5(
    text, content="quotes", content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER quotes_added AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_search(rowid, text) VALUES (new.number, new.text);
END;
-- In how many quotes each word stands, so that a search begins with the rarest.
CREATE TABLE words (
    word TEXT PRIMARY KEY,
    quotes INTEGER NOT NULL
) WITHOUT ROWID;

-- What humans decided, in order; nothing here is ever changed or deleted.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    made_by TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES decisions(number)
);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_last BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'decisions are never deleted'); END;
"""

VIEWS = """
CREATE VIEW who_said_what AS
SELECT q.id AS quote, q.text AS words, q.kind, s.name AS speaker, s.kind AS speaker_kind,
    (SELECT group_concat(coalesce(a.role || coalesce(', ' || a.organization, ''), a.organization), '; ')
     FROM quote_affiliations qa JOIN affiliations a ON a.number = qa.affiliation
     WHERE qa.quote = q.number) AS affiliation,
    q.confidence, v.title, v.publisher, v.published_day AS published, v.url, v.source AS file,
    d.current_version = v.number AS current
FROM quotes q
JOIN document_versions v ON v.number = q.document_version
JOIN documents d ON d.number = v.document
LEFT JOIN appearances p ON p.number = q.appearance
LEFT JOIN speakers s ON s.number = p.speaker;

CREATE VIEW speakers_and_roles AS
SELECT s.name AS speaker, s.kind, a.role, a.organization, count(*) AS quotes,
    min(v.published_day) AS first, max(v.published_day) AS last
FROM speakers s
JOIN appearances p ON p.speaker = s.number
JOIN quotes q ON q.appearance = p.number
JOIN document_versions v ON v.number = q.document_version
LEFT JOIN quote_affiliations qa ON qa.quote = q.number
LEFT JOIN affiliations a ON a.number = qa.affiliation
GROUP BY s.number, a.number;

CREATE VIEW where_names_stand AS
SELECT p.name AS speaker, substr(t.text, m.start + 1, m.end - m.start) AS mention, m.start, m.end, v.id AS document,
    v.source AS file
FROM mentions m
JOIN appearances p ON p.number = m.appearance
JOIN document_versions v ON v.number = p.document_version
JOIN texts t ON t.document_version = v.number;

CREATE VIEW articles AS
SELECT v.id AS document, v.title, v.author, v.publisher, v.published_day AS published, v.url, v.source AS file,
    d.current_version = v.number AS current,
    (SELECT count(*) FROM quotes q WHERE q.document_version = v.number) AS quotes, t.text
FROM document_versions v JOIN documents d ON d.number = v.document JOIN texts t ON t.document_version = v.number;

CREATE VIEW why AS
SELECT q.id AS quote, e.position, e.rule, e.detail FROM quote_evidence e JOIN quotes q ON q.number = e.quote;
"""

REVIEW = """
-- What became of a quote since it was extracted; what is not shown is kept for those who cited it.
ALTER TABLE quotes ADD COLUMN status TEXT NOT NULL DEFAULT 'proposed'
    CHECK (status IN ('proposed', 'accepted', 'corrected', 'rejected', 'withdrawn'));
ALTER TABLE quotes ADD COLUMN shown INTEGER AS (status NOT IN ('rejected', 'withdrawn')) VIRTUAL;
CREATE TRIGGER quotes_changed AFTER UPDATE OF text ON quotes BEGIN
    INSERT INTO quotes_search(quotes_search, rowid, text) VALUES ('delete', old.number, old.text);
    INSERT INTO quotes_search(rowid, text) VALUES (new.number, new.text);
END;
-- The ids that a quote had before a human moved its ends: old citations still find it.
CREATE TABLE former_ids (
    id TEXT PRIMARY KEY,
    quote INTEGER NOT NULL REFERENCES quotes(number)
) WITHOUT ROWID;
CREATE INDEX former_ids_quote ON former_ids(quote);
ALTER TABLE decisions ADD COLUMN quote INTEGER REFERENCES quotes(number);
CREATE INDEX decisions_quote ON decisions(quote) WHERE quote IS NOT NULL;

DROP VIEW who_said_what;
CREATE VIEW who_said_what AS
SELECT q.number, q.id AS quote, q.text AS words, q.kind, s.name AS speaker, s.kind AS speaker_kind,
    (SELECT group_concat(coalesce(a.role || coalesce(', ' || a.organization, ''), a.organization), '; ')
     FROM quote_affiliations qa JOIN affiliations a ON a.number = qa.affiliation
     WHERE qa.quote = q.number) AS affiliation,
    q.confidence, q.status, v.title, v.publisher, v.published_day AS published, v.url, v.source AS file,
    d.current_version = v.number AS current
FROM quotes q
JOIN document_versions v ON v.number = q.document_version
JOIN documents d ON d.number = v.document
LEFT JOIN appearances p ON p.number = q.appearance
LEFT JOIN speakers s ON s.number = p.speaker
WHERE q.shown;

DROP VIEW speakers_and_roles;
CREATE VIEW speakers_and_roles AS
SELECT s.name AS speaker, s.kind, a.role, a.organization, count(*) AS quotes,
    min(v.published_day) AS first, max(v.published_day) AS last
FROM speakers s
JOIN appearances p ON p.speaker = s.number
JOIN quotes q ON q.appearance = p.number AND q.shown
JOIN document_versions v ON v.number = q.document_version
LEFT JOIN quote_affiliations qa ON qa.quote = q.number
LEFT JOIN affiliations a ON a.number = qa.affiliation
GROUP BY s.number, a.number;

DROP VIEW articles;
CREATE VIEW articles AS
SELECT v.id AS document, v.title, v.author, v.publisher, v.published_day AS published, v.url, v.source AS file,
    d.current_version = v.number AS current,
    (SELECT count(*) FROM quotes q WHERE q.document_version = v.number AND q.shown) AS quotes, t.text
FROM document_versions v JOIN documents d ON d.number = v.document JOIN texts t ON t.document_version = v.number;

CREATE VIEW reviews AS
SELECT d.number AS decision, q.id AS quote, d.made, d.made_by, d.action,
    json_extract(d.detail, '$.said') AS said, u.number IS NOT NULL AS undone
FROM decisions d JOIN quotes q ON q.number = d.quote LEFT JOIN decisions u ON u.undoes = d.number;
"""

MIGRATIONS: tuple[tuple[str, str], ...] = (("tables", TABLES), ("views", VIEWS), ("review", REVIEW))
"""Name and SQL of each step, in order; the first has number 1."""

APPLICATION_ID = 0x71756F74  # "quot"


def version(connection: sqlite3.Connection) -> int:
    """The number of the last migration that an index has had; 0 for a new file."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring an index to this layout, all steps or none.

    Raises ``IndexProblem`` where the file was made by a newer release, or by another program.
    """
    if version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _steps(connection, path)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _steps(connection: sqlite3.Connection, path: str) -> None:
    done = version(connection)
    if done > len(MIGRATIONS):
        raise IndexProblem(f"{path}: this index was made by a newer release of quotes; update quotes to open it")
    if done == 0 and connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
        raise IndexProblem(f"{path}: this is the database of another program, not an index of quotes")
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT, applied TEXT)")
    for number, (name, sql) in enumerate(MIGRATIONS[done:], done + 1):
        for statement in statements(sql):
            connection.execute(statement)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", (number, name, now))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def statements(sql: str) -> list[str]:
    """The statements of a script, so that they run within one transaction (``executescript`` would commit)."""
    done: list[str] = []
    current = ""
    for line in sql.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            done.append(current)
            current = ""
    return done
