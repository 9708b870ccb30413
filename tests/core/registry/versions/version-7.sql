-- A registry of version 7, as that version wrote it. Never edited: what was released stays what it was.
BEGIN TRANSACTION;
CREATE TABLE decision_actor (
    actor INTEGER PRIMARY KEY,
    name  TEXT NOT NULL,
    email TEXT NOT NULL,
    UNIQUE (name, email)
);
INSERT INTO "decision_actor" VALUES(1,'Mia','mia@corp.example');
CREATE TABLE decision_record (
    position   INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    batch      TEXT NOT NULL,
    seq        INTEGER NOT NULL,
    time       INTEGER NOT NULL,
    zone       INTEGER NOT NULL,
    actor      INTEGER NOT NULL REFERENCES decision_actor,
    item       TEXT NOT NULL,
    resolved   TEXT,
    field      TEXT NOT NULL,
    value      TEXT NOT NULL,
    note       TEXT NOT NULL,
    address    TEXT,
    takes_back TEXT,
    unknown    TEXT
);
INSERT INTO "decision_record" VALUES(1,'00000000010000000000000001','00000000010000000000000001',1,1790000001,60,1,'aaaaaaaaaa',NULL,'owner','@kai','he knows it',NULL,NULL,NULL);
CREATE TABLE decision_source (
    only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
    bytes       INTEGER NOT NULL,
    fingerprint TEXT NOT NULL
);
CREATE TABLE history_alias (
    item       INTEGER NOT NULL,
    other      INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    PRIMARY KEY (item, other, number)
) WITHOUT ROWID;
CREATE TABLE history_blob (
    id     BLOB PRIMARY KEY,
    number INTEGER
) WITHOUT ROWID;
CREATE TABLE history_change (
    path    INTEGER NOT NULL,
    first   INTEGER NOT NULL,
    commits BLOB NOT NULL, days BLOB NOT NULL DEFAULT x'', last_day INTEGER,
    PRIMARY KEY (path, first)
) WITHOUT ROWID;
CREATE TABLE history_commit (
    number         INTEGER PRIMARY KEY,
    id             BLOB NOT NULL UNIQUE,
    parents        BLOB NOT NULL,
    generation     INTEGER NOT NULL,
    author         INTEGER NOT NULL,
    authored       INTEGER NOT NULL,
    authored_zone  INTEGER NOT NULL,
    committed      INTEGER NOT NULL,
    committed_zone INTEGER NOT NULL,
    boundary       INTEGER NOT NULL,
    summary        BLOB
, co_authors BLOB);
CREATE TABLE history_event (
    item       INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    ending     INTEGER,
    path       INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    column     INTEGER NOT NULL,
    from_path  INTEGER,
    text       INTEGER NOT NULL,
    title_hash INTEGER NOT NULL,
    above      INTEGER NOT NULL,
    below      INTEGER NOT NULL,
    PRIMARY KEY (item, sequence)
) WITHOUT ROWID;
CREATE TABLE history_former (
    id        TEXT PRIMARY KEY,
    commit_id BLOB NOT NULL,
    path      BLOB NOT NULL,
    title     BLOB NOT NULL,
    ordinal   INTEGER,
    line      INTEGER NOT NULL,
    item      INTEGER,
    tried     INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE history_hunk (
    old_blob INTEGER NOT NULL,
    new_blob INTEGER NOT NULL,
    lines    INTEGER NOT NULL,
    hunks    BLOB NOT NULL,
    PRIMARY KEY (old_blob, new_blob)
) WITHOUT ROWID;
CREATE TABLE history_item (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    introduced INTEGER NOT NULL,
    path       INTEGER NOT NULL,
    ordinal    INTEGER NOT NULL,
    text       INTEGER NOT NULL,
    parent     INTEGER
);
CREATE TABLE history_meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "history_meta" VALUES('matcher','1');
CREATE TABLE history_path (
    number INTEGER PRIMARY KEY,
    path   BLOB NOT NULL UNIQUE
);
CREATE TABLE history_person (
    person   INTEGER PRIMARY KEY,
    name     BLOB NOT NULL,
    email    BLOB NOT NULL,
    same_as  INTEGER NOT NULL,
    last_day INTEGER NOT NULL DEFAULT 0,
    UNIQUE (name, email)
);
INSERT INTO "history_person" VALUES(0,X'4D6961',X'6D696140636F72702E6578616D706C65',0,20000);
CREATE TABLE history_record (
    path     INTEGER NOT NULL,
    blob     INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    standing BLOB NOT NULL, before_blobs BLOB NOT NULL DEFAULT x'',
    PRIMARY KEY (path, blob, number)
) WITHOUT ROWID;
CREATE TABLE history_shown (
    path     INTEGER NOT NULL,
    blob     INTEGER NOT NULL,
    language TEXT NOT NULL,
    symbols  BLOB NOT NULL, extents BLOB NOT NULL DEFAULT x'',
    PRIMARY KEY (path, blob)
) WITHOUT ROWID;
CREATE TABLE history_skip (
    tip    INTEGER NOT NULL,
    path   BLOB NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (tip, path)
) WITHOUT ROWID;
CREATE TABLE history_text (
    number     INTEGER PRIMARY KEY,
    hash       INTEGER NOT NULL UNIQUE,
    title_hash INTEGER NOT NULL,
    form       INTEGER NOT NULL,
    tag        BLOB NOT NULL,
    title      BLOB NOT NULL,
    body       BLOB NOT NULL,
    statement  BLOB NOT NULL
);
CREATE TABLE history_tip (
    tip   INTEGER PRIMARY KEY,
    used  INTEGER NOT NULL
, outside BLOB NOT NULL DEFAULT x'');
CREATE TABLE history_tip_event (
    tip        INTEGER NOT NULL,
    item       INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    ending     INTEGER,
    path       INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    column     INTEGER NOT NULL,
    from_path  INTEGER,
    text       INTEGER NOT NULL,
    title_hash INTEGER NOT NULL,
    above      INTEGER NOT NULL,
    below      INTEGER NOT NULL,
    PRIMARY KEY (tip, item, number, kind)
) WITHOUT ROWID;
CREATE TABLE history_tip_interest (
    tip     INTEGER NOT NULL,
    item    INTEGER NOT NULL,
    path    INTEGER NOT NULL,
    version INTEGER,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    touches BLOB NOT NULL,
    PRIMARY KEY (tip, item)
) WITHOUT ROWID;
CREATE TABLE history_tip_item (
    tip        INTEGER NOT NULL,
    item       INTEGER NOT NULL,
    path       INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    column     INTEGER NOT NULL,
    text       INTEGER NOT NULL,
    symbol     BLOB NOT NULL,
    language   TEXT NOT NULL,
    also       BLOB NOT NULL,
    aliases    BLOB NOT NULL,
    parent     INTEGER,
    introduced INTEGER NOT NULL,
    changed    INTEGER NOT NULL,
    ended      INTEGER,
    ending     INTEGER,
    PRIMARY KEY (tip, item)
) WITHOUT ROWID;
CREATE INDEX history_event_by_title ON history_event (title_hash);
CREATE INDEX history_event_by_commit ON history_event (number);
CREATE INDEX history_ending_by_generation ON history_event (generation) WHERE ending IS NOT NULL;
CREATE INDEX decision_record_by_item ON decision_record (item, seq);
CREATE INDEX decision_record_by_resolved ON decision_record (resolved, seq) WHERE resolved IS NOT NULL;
CREATE INDEX history_former_by_item ON history_former (item) WHERE item IS NOT NULL;
CREATE INDEX history_blob_by_number ON history_blob (number) WHERE number IS NOT NULL;
CREATE INDEX history_boundary ON history_commit (number) WHERE boundary=1;
COMMIT;
PRAGMA user_version=7;
