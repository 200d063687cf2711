import GRDB

/// The tables of a nianbao database. Migrations are only ever added, never changed.
enum Schema {
  /// `nian` in ASCII: tells a nianbao file from any other SQLite file.
  static let applicationID: Int32 = 0x6E69_616E
  static let version: Int32 = 14

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in try db.execute(sql: v1) }
    migrator.registerMigration("v2") { db in try db.execute(sql: v2) }
    migrator.registerMigration("v3") { db in try db.execute(sql: v3) }
    migrator.registerMigration("v4") { db in try db.execute(sql: v4) }
    migrator.registerMigration("v5") { db in try db.execute(sql: v5) }
    migrator.registerMigration("v6") { db in try db.execute(sql: v6) }
    // What rows hold doesn't change, so their references needn't be checked.
    migrator.registerMigration("v7", foreignKeyChecks: .immediate, migrate: v7)
    migrator.registerMigration("v8") { db in try db.execute(sql: v8) }
    migrator.registerMigration("v9") { db in try db.execute(sql: v9) }
    migrator.registerMigration("v10") { db in try db.execute(sql: v10) }
    migrator.registerMigration("v11") { db in try db.execute(sql: v11) }
    migrator.registerMigration("v12") { db in try db.execute(sql: v12) }
    migrator.registerMigration("v13") { db in try db.execute(sql: v13) }
    migrator.registerMigration("v14") { db in try db.execute(sql: v14) }
    return migrator
  }

  /// Checks of a column's values by comparisons. For `kind IN ('a', 'b', 'c')` SQLite makes a table of the three for each row that is
  /// written, which takes more time than all the rest. The checks say the same, so it is enough to write them anew where SQLite
  /// keeps them, as its documentation tells to; no row is touched.
  private static func v7(_ db: Database) throws {
    let list = /CHECK \((?<column>\w+) IN \((?<values>[^()]*)\)\)/
    try db.execute(sql: "PRAGMA writable_schema = ON")
    for row in try Row.fetchAll(
      db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '% IN (%'")
    {
      let sql = (row["sql"] as String).replacing(list) { check in
        let values = check.values.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
        return "CHECK (" + values.map { "\(check.column) = \($0)" }.joined(separator: " OR ") + ")"
      }
      try db.execute(
        sql: "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?",
        arguments: [sql, row["name"] as String])
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
    // Other connections read the checks again by the version, and this one by the reset.
    try db.execute(sql: "PRAGMA schema_version = \(version + 1); PRAGMA writable_schema = RESET")
  }

  /// More verdicts; the table is made anew, as its check can't be changed.
  private static let v14 = """
    CREATE TABLE findings_of_v14 (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (
        verdict = 'consistent' OR verdict = 'inconsistent' OR verdict = 'truncated' OR verdict = 'unlikely'
          OR verdict = 'uncheckable'),
      message TEXT NOT NULL
    ) STRICT;
    INSERT INTO findings_of_v14 SELECT id, document_id, name, verdict, message FROM findings;
    DROP TABLE findings;
    ALTER TABLE findings_of_v14 RENAME TO findings;
    CREATE INDEX findings_document ON findings (document_id);
    """

  /// The title of the edition that a corrected one (（更正版）) corrects, and the stretches of a document's outline that people are shown:
  /// what they tell and by what evidence. What was read before doesn't tell it till it is read again.
  private static let v13 = """
    ALTER TABLE documents ADD COLUMN corrects TEXT;
    CREATE TABLE stretches (
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      level INTEGER NOT NULL,
      kind TEXT NOT NULL,
      year INTEGER,
      confidence TEXT NOT NULL CHECK (confidence = 'high' OR confidence = 'medium' OR confidence = 'low'),
      margin INTEGER NOT NULL,
      words TEXT NOT NULL,
      reasons TEXT NOT NULL,
      PRIMARY KEY (document_id, line, start)
    ) STRICT, WITHOUT ROWID;
    DELETE FROM row_hashes;
    """

  /// The months of a figure that is of a part of its year, the days on which its time begins and ends, how sure its year, status and
  /// period are, and whether it stands in a cell. What was read before tells none of this till it is read again; the hashes of rows
  /// are of what they held then.
  private static let v12 = """
    ALTER TABLE observations ADD COLUMN first_month INTEGER CHECK (first_month BETWEEN 1 AND 12);
    ALTER TABLE observations ADD COLUMN last_month INTEGER CHECK (last_month BETWEEN 1 AND 12);
    ALTER TABLE observations ADD COLUMN confidence TEXT
      CHECK (confidence = 'high' OR confidence = 'medium' OR confidence = 'low');
    ALTER TABLE observations ADD COLUMN is_cell INTEGER NOT NULL DEFAULT 0 CHECK (is_cell = 0 OR is_cell = 1);
    ALTER TABLE observations ADD COLUMN period_start TEXT GENERATED ALWAYS AS (
      CASE WHEN period_type = 'flow' AND year IS NOT NULL THEN printf('%04d-%02d-01', year, coalesce(first_month, 1)) END) VIRTUAL;
    ALTER TABLE observations ADD COLUMN period_end TEXT GENERATED ALWAYS AS (
      CASE WHEN year IS NOT NULL
        THEN date(printf('%04d-%02d-01', year, coalesce(last_month, 12)), '+1 month', '-1 day') END) VIRTUAL;
    DELETE FROM row_hashes;

    DROP VIEW observations_readable;
    CREATE VIEW observations_readable AS
      SELECT o.id, a.name AS 机关, o.year AS 年份, m.zh AS 指标,
        CAST(CASE r.decision WHEN 'reject' THEN NULL WHEN 'correct' THEN r.value ELSE o.value END AS NUMERIC) AS 数值,
        o.unit AS 单位, o.kind AS 类别, o.status AS 状态, o.period_start AS 时期起, o.period_end AS 时期止, o.confidence AS 可信度, o.subject AS 对象, o.scope AS 范围, o.quote AS 原句, d.path AS 文件,
        n.line AS 行, r.decision AS 审核, o.value AS 读数
      FROM observations o
        JOIN documents d ON d.id = o.document_id
        JOIN numerals n ON n.id = o.numeral_id
        LEFT JOIN decided_agencies a ON a.read_id = d.agency_id
        LEFT JOIN metrics m ON m.id = o.metric_id
        LEFT JOIN applied_reviews r ON r.observation_id = o.id;

    DROP VIEW trend;
    CREATE VIEW trend AS
      SELECT m.id AS metric_id, m.zh AS metric, a.id AS agency_id, a.name AS agency, o.scope, o.kind, o.unit, o.year,
        coalesce(r.value, o.value) AS value, coalesce(CAST(r.value AS REAL), o.value_real) AS value_real,
        CASE r.decision WHEN 'correct' THEN '=' ELSE o.bound END AS bound, o.subject, o.id AS observation_id,
        r.decision AS review, o.confidence
      FROM observations o
        JOIN metrics m ON m.id = o.metric_id
        JOIN documents d ON d.id = o.document_id
        LEFT JOIN decided_agencies a ON a.read_id = d.agency_id
        LEFT JOIN applied_reviews r ON r.observation_id = o.id
      WHERE o.status = 'actual' AND o.first_month IS NULL AND r.decision IS NOT 'reject';
    """

  /// An agency has the fullest of the names that its documents call it by, and goes with the last of them unless something was decided
  /// about it: so what a database holds doesn't depend on what it held before. A document is stale that stands at another path since it was
  /// read, where the next run may read it otherwise. `row_hashes` tells rows that were changed or deleted.
  ///
  /// Before, a text was a copy of another also where lines without 。 told other figures; what was read then is to be read again.
  private static let v11 = """
    ALTER TABLE documents ADD COLUMN is_stale INTEGER NOT NULL DEFAULT 0 CHECK (is_stale = 0 OR is_stale = 1);
    ALTER TABLE documents ADD COLUMN agency_name TEXT;
    UPDATE documents SET agency_name = (SELECT name FROM agencies WHERE id = agency_id);
    DROP INDEX documents_agency;
    CREATE INDEX documents_agency ON documents (agency_id, agency_name);

    CREATE TRIGGER agencies_named AFTER INSERT ON documents WHEN new.agency_id IS NOT NULL BEGIN
      UPDATE agencies SET name = new.agency_name
      WHERE id = new.agency_id
        AND (length(new.agency_name) > length(name) OR length(new.agency_name) = length(name) AND new.agency_name < name);
    END;
    CREATE TRIGGER agencies_left AFTER DELETE ON documents WHEN old.agency_id IS NOT NULL BEGIN
      UPDATE agencies SET name = (
        SELECT agency_name FROM documents WHERE agency_id = old.agency_id
        ORDER BY length(agency_name) DESC, agency_name LIMIT 1
      ) WHERE id = old.agency_id AND EXISTS (SELECT 1 FROM documents WHERE agency_id = old.agency_id);
      DELETE FROM agencies
      WHERE id = old.agency_id
        AND NOT EXISTS (SELECT 1 FROM documents WHERE agency_id = old.agency_id)
        AND NOT EXISTS (SELECT 1 FROM agency_decisions WHERE old.agency_id IN (agency_id, merged_into));
    END;

    CREATE TABLE row_hashes (
      document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
      sha256 TEXT NOT NULL
    ) STRICT;

    UPDATE runs SET program = program || ' v10';
    """

  /// Views that tools which show tables can sort, filter and count. As text, 92.86 stood above 1000 in the readable view, and 1 among what is
  /// above 100; 读数 has the exact number. To put each row of the other one in its place, all rows were sorted for each page of it.
  private static let v10 = """
    DROP VIEW observations_readable;
    CREATE VIEW observations_readable AS
      SELECT o.id, a.name AS 机关, o.year AS 年份, m.zh AS 指标,
        CAST(CASE r.decision WHEN 'reject' THEN NULL WHEN 'correct' THEN r.value ELSE o.value END AS NUMERIC) AS 数值,
        o.unit AS 单位, o.kind AS 类别, o.status AS 状态, o.subject AS 对象, o.scope AS 范围, o.quote AS 原句, d.path AS 文件,
        n.line AS 行, r.decision AS 审核, o.value AS 读数
      FROM observations o
        JOIN documents d ON d.id = o.document_id
        JOIN numerals n ON n.id = o.numeral_id
        LEFT JOIN decided_agencies a ON a.read_id = d.agency_id
        LEFT JOIN metrics m ON m.id = o.metric_id
        LEFT JOIN applied_reviews r ON r.observation_id = o.id;

    DROP VIEW trend;
    CREATE VIEW trend AS
      SELECT m.id AS metric_id, m.zh AS metric, a.id AS agency_id, a.name AS agency, o.scope, o.kind, o.unit, o.year,
        coalesce(r.value, o.value) AS value, coalesce(CAST(r.value AS REAL), o.value_real) AS value_real,
        CASE r.decision WHEN 'correct' THEN '=' ELSE o.bound END AS bound, o.subject, o.id AS observation_id,
        r.decision AS review
      FROM observations o
        JOIN metrics m ON m.id = o.metric_id
        JOIN documents d ON d.id = o.document_id
        LEFT JOIN decided_agencies a ON a.read_id = d.agency_id
        LEFT JOIN applied_reviews r ON r.observation_id = o.id
      WHERE o.status = 'actual' AND r.decision IS NOT 'reject';
    """

  /// The ends of implied values; till then only what one number could be was implied.
  private static let v9 = """
    CREATE TABLE implied_values_of_v9 (
      id INTEGER PRIMARY KEY,
      observation_id INTEGER NOT NULL REFERENCES observations (id) ON DELETE CASCADE,
      growth_id INTEGER NOT NULL REFERENCES observations (id) ON DELETE CASCADE,
      year INTEGER NOT NULL,
      value TEXT NOT NULL,
      low TEXT NOT NULL,
      high TEXT NOT NULL
    ) STRICT;
    INSERT INTO implied_values_of_v9 SELECT id, observation_id, growth_id, year, value, value, value FROM implied_values;
    DROP TABLE implied_values;
    ALTER TABLE implied_values_of_v9 RENAME TO implied_values;
    CREATE INDEX implied_values_observation ON implied_values (observation_id);
    CREATE INDEX implied_values_growth ON implied_values (growth_id);
    """

  /// More kinds of repairs.
  private static let v8 = """
    CREATE TABLE repairs_of_v8 (
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (
        kind = 'pinyin' OR kind = 'traditional' OR kind = 'zero_width' OR kind = 'escape'
          OR kind = 'line_end' OR kind = 'footnote' OR kind = 'no_break_space' OR kind = 'space'),
      PRIMARY KEY (document_id, line, start)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO repairs_of_v8 SELECT document_id, line, start, "end", kind FROM repairs;
    DROP TABLE repairs;
    ALTER TABLE repairs_of_v8 RENAME TO repairs;
    """

  /// Copies of a document, and more kinds of repairs.
  private static let v4 = """
    ALTER TABLE documents ADD COLUMN content_sha256 TEXT;
    CREATE INDEX documents_content ON documents (content_sha256);

    CREATE TABLE document_copies (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT;
    CREATE INDEX document_copies_document ON document_copies (document_id);

    CREATE TABLE repairs_of_v4 (
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('pinyin', 'traditional', 'zero_width', 'escape', 'line_end')),
      PRIMARY KEY (document_id, line, start)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO repairs_of_v4 SELECT document_id, line, start, "end", kind FROM repairs;
    DROP TABLE repairs;
    ALTER TABLE repairs_of_v4 RENAME TO repairs;
    """

  /// What people decided about figures. A review is bound to no row, since rows are written anew when a document is read again:
  /// `review_matches` finds its figure, in the document that has its bytes or stands at its path, or a copy of that did; it is the
  /// figure of the same sentence, words and subject that still has the expected value, unit and year. Of several reviews of
  /// one figure the last is applied. The readable views go by that.
  private static let v6 = """
    CREATE TABLE reviews (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL,
      path TEXT NOT NULL,
      quote TEXT NOT NULL,
      text TEXT NOT NULL,
      subject TEXT NOT NULL,
      place INTEGER NOT NULL,
      expected TEXT NOT NULL,
      unit TEXT NOT NULL,
      year INTEGER,
      decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'correct')),
      value TEXT,
      reason TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      CHECK ((decision = 'correct') = (value IS NOT NULL))
    ) STRICT;
    CREATE INDEX reviews_path ON reviews (path);
    CREATE INDEX reviews_sha256 ON reviews (sha256);
    CREATE INDEX document_copies_path ON document_copies (path);
    CREATE INDEX document_copies_sha256 ON document_copies (sha256);

    CREATE VIEW reviewed_documents AS
      SELECT r.id AS review_id, d.id AS document_id FROM reviews r JOIN documents d ON d.path = r.path
      UNION
      SELECT r.id, d.id FROM reviews r JOIN documents d ON d.sha256 = r.sha256
      UNION
      SELECT r.id, c.document_id FROM reviews r JOIN document_copies c ON c.path = r.path
      UNION
      SELECT r.id, c.document_id FROM reviews r JOIN document_copies c ON c.sha256 = r.sha256;

    CREATE VIEW review_matches AS
      SELECT r.id AS review_id, o.id AS observation_id
      FROM reviewed_documents d
        CROSS JOIN reviews r ON r.id = d.review_id
        CROSS JOIN observations o ON o.document_id = d.document_id AND o.quote = r.quote AND o.subject = r.subject
          AND o.value = r.expected AND o.unit = r.unit AND o.year IS r.year
        CROSS JOIN numerals n ON n.id = o.numeral_id AND n.text = r.text
      WHERE r.place = (
        SELECT count(*) FROM observations p JOIN numerals q ON q.id = p.numeral_id
        WHERE p.document_id = o.document_id AND p.id < o.id AND p.quote = r.quote AND p.subject = r.subject
          AND q.text = r.text
      );

    CREATE VIEW applied_reviews AS
      SELECT m.observation_id, r.id AS review_id, r.decision, r.value, r.reason, r.reviewer
      FROM (SELECT observation_id, max(review_id) AS review_id FROM review_matches GROUP BY observation_id) m
        JOIN reviews r ON r.id = m.review_id;

    DROP VIEW observations_readable;
    CREATE VIEW observations_readable AS
      SELECT o.id, a.name AS 机关, o.year AS 年份, m.zh AS 指标,
        CASE r.decision WHEN 'reject' THEN NULL WHEN 'correct' THEN r.value ELSE o.value END AS 数值, o.unit AS 单位,
        o.kind AS 类别, o.status AS 状态, o.subject AS 对象, o.scope AS 范围, o.quote AS 原句, d.path AS 文件, n.line AS 行,
        r.decision AS 审核, o.value AS 读数
      FROM observations o
        JOIN documents d ON d.id = o.document_id
        JOIN numerals n ON n.id = o.numeral_id
        LEFT JOIN decided_agencies a ON a.read_id = d.agency_id
        LEFT JOIN metrics m ON m.id = o.metric_id
        LEFT JOIN applied_reviews r ON r.observation_id = o.id;

    DROP VIEW trend;
    CREATE VIEW trend AS
      SELECT m.id AS metric_id, m.zh AS metric, a.id AS agency_id, a.name AS agency, o.scope, o.kind, o.unit, o.year,
        coalesce(r.value, o.value) AS value, coalesce(CAST(r.value AS REAL), o.value_real) AS value_real,
        CASE r.decision WHEN 'correct' THEN '=' ELSE o.bound END AS bound, o.subject, o.id AS observation_id,
        r.decision AS review
      FROM observations o
        JOIN metrics m ON m.id = o.metric_id
        JOIN documents d ON d.id = o.document_id
        LEFT JOIN decided_agencies a ON a.read_id = d.agency_id
        LEFT JOIN applied_reviews r ON r.observation_id = o.id
      WHERE o.status = 'actual' AND r.decision IS NOT 'reject'
      ORDER BY m.id, a.id, o.scope, o.kind, o.unit, o.year;
    """

  /// What a run that goes on with a database must find fast: a document by its path, and how it was read.
  private static let v5 = """
    ALTER TABLE runs ADD COLUMN options_sha256 TEXT NOT NULL DEFAULT '';
    CREATE INDEX documents_path ON documents (path);
    """

  /// What people decided about agencies. What was read stays as it is; `decided_agencies` tells for each agency as read the
  /// one that it counts as, and the readable views go by that.
  private static let v3 = """
    ALTER TABLE documents ADD COLUMN url TEXT;

    CREATE TABLE agency_decisions (
      agency_id TEXT PRIMARY KEY,
      merged_into TEXT REFERENCES agencies (id) CHECK (merged_into <> agency_id),
      name TEXT CHECK (name <> ''),
      CHECK (merged_into IS NOT NULL OR name IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX agency_decisions_merged_into ON agency_decisions (merged_into);

    CREATE VIEW decided_agencies AS
      WITH RECURSIVE merges (id, target) AS (
        SELECT id, id FROM agencies
        UNION
        SELECT m.id, d.merged_into FROM merges m JOIN agency_decisions d ON d.agency_id = m.target
          WHERE d.merged_into IS NOT NULL
      )
      SELECT m.id AS read_id, a.id, coalesce(d.name, a.name) AS name, a.area_code, a.area, a.level
      FROM merges m
        JOIN agencies a ON a.id = m.target
        LEFT JOIN agency_decisions d ON d.agency_id = a.id
      WHERE d.merged_into IS NULL;

    DROP VIEW observations_readable;
    CREATE VIEW observations_readable AS
      SELECT o.id, a.name AS 机关, o.year AS 年份, m.zh AS 指标, o.value AS 数值, o.unit AS 单位, o.kind AS 类别,
        o.status AS 状态, o.subject AS 对象, o.scope AS 范围, o.quote AS 原句, d.path AS 文件, n.line AS 行
      FROM observations o
        JOIN documents d ON d.id = o.document_id
        JOIN numerals n ON n.id = o.numeral_id
        LEFT JOIN decided_agencies a ON a.read_id = d.agency_id
        LEFT JOIN metrics m ON m.id = o.metric_id;

    DROP VIEW trend;
    CREATE VIEW trend AS
      SELECT m.id AS metric_id, m.zh AS metric, a.id AS agency_id, a.name AS agency, o.scope, o.kind, o.unit, o.year,
        o.value, o.value_real, o.bound, o.subject, o.id AS observation_id
      FROM observations o
        JOIN metrics m ON m.id = o.metric_id
        JOIN documents d ON d.id = o.document_id
        LEFT JOIN decided_agencies a ON a.read_id = d.agency_id
      WHERE o.status = 'actual'
      ORDER BY m.id, a.id, o.scope, o.kind, o.unit, o.year;
    """

  /// How sure issuer and year are.
  private static let v2 = """
    ALTER TABLE documents ADD COLUMN agency_confidence TEXT CHECK (agency_confidence IN ('high', 'medium', 'low'));
    ALTER TABLE documents ADD COLUMN year_confidence TEXT CHECK (year_confidence IN ('high', 'medium', 'low'));
    """

  private static let v1 = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      program TEXT NOT NULL,
      catalogue_sha256 TEXT NOT NULL
    ) STRICT;

    CREATE TABLE agencies (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      area_code TEXT,
      area TEXT,
      level TEXT CHECK (level IN ('national', 'province', 'prefecture', 'county'))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE metrics (
      id TEXT PRIMARY KEY,
      zh TEXT NOT NULL,
      en TEXT NOT NULL,
      unit TEXT NOT NULL,
      period_type TEXT NOT NULL CHECK (period_type IN ('flow', 'stock')),
      combination TEXT NOT NULL CHECK (combination IN ('sum', 'max', 'last', 'total-over-parts', 'separate'))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      path TEXT NOT NULL,
      title TEXT,
      agency_id TEXT REFERENCES agencies (id),
      year INTEGER,
      kind TEXT NOT NULL CHECK (kind IN ('annual_report', 'plan', 'work_report', 'communique', 'other')),
      reasons TEXT NOT NULL,
      encoding TEXT NOT NULL,
      source TEXT NOT NULL,
      run_id INTEGER NOT NULL REFERENCES runs (id)
    ) STRICT;
    CREATE INDEX documents_agency ON documents (agency_id);
    CREATE INDEX documents_run ON documents (run_id);

    CREATE TABLE repairs (
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('pinyin', 'traditional')),
      PRIMARY KEY (document_id, line, start)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE numerals (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      text TEXT NOT NULL,
      class TEXT NOT NULL CHECK (class IN ('statistic', 'date', 'ordinal', 'document_number', 'title', 'name', 'threshold',
        'contact', 'list_marker', 'other')),
      value TEXT,
      rule TEXT NOT NULL,
      issue TEXT CHECK (issue IN ('overflow'))
    ) STRICT;
    CREATE INDEX numerals_document ON numerals (document_id);

    CREATE TABLE observations (
      id INTEGER PRIMARY KEY,
      numeral_id INTEGER NOT NULL REFERENCES numerals (id) ON DELETE CASCADE,
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      quote TEXT NOT NULL,
      subject TEXT NOT NULL,
      scope TEXT,
      year INTEGER,
      period_type TEXT NOT NULL CHECK (period_type IN ('flow', 'stock', 'cumulative')),
      status TEXT NOT NULL CHECK (status IN ('actual', 'target', 'before', 'prior', 'other')),
      part_of TEXT,
      metric_id TEXT REFERENCES metrics (id),
      pattern TEXT,
      value TEXT NOT NULL,
      value_real REAL GENERATED ALWAYS AS (CAST(value AS REAL)) VIRTUAL,
      low TEXT,
      high TEXT,
      unit TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('count', 'money', 'percent', 'growth', 'change', 'points', 'multiple', 'rank',
        'duration', 'measure', 'ratio')),
      bound TEXT NOT NULL CHECK (bound IN ('=', '>=', '<=', '~', 'range')),
      rule TEXT NOT NULL,
      notes TEXT NOT NULL,
      UNIQUE (document_id, key)
    ) STRICT;
    CREATE INDEX observations_numeral ON observations (numeral_id);
    CREATE INDEX observations_metric ON observations (metric_id, year);

    CREATE TABLE findings (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('consistent', 'inconsistent', 'uncheckable')),
      message TEXT NOT NULL
    ) STRICT;
    CREATE INDEX findings_document ON findings (document_id);

    CREATE TABLE finding_operands (
      finding_id INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      observation_id INTEGER NOT NULL REFERENCES observations (id) ON DELETE CASCADE,
      PRIMARY KEY (finding_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX finding_operands_observation ON finding_operands (observation_id);

    CREATE TABLE implied_values (
      id INTEGER PRIMARY KEY,
      observation_id INTEGER NOT NULL REFERENCES observations (id) ON DELETE CASCADE,
      growth_id INTEGER NOT NULL REFERENCES observations (id) ON DELETE CASCADE,
      year INTEGER NOT NULL,
      value TEXT NOT NULL
    ) STRICT;
    CREATE INDEX implied_values_observation ON implied_values (observation_id);
    CREATE INDEX implied_values_growth ON implied_values (growth_id);

    CREATE VIEW observations_readable AS
      SELECT o.id, a.name AS 机关, o.year AS 年份, m.zh AS 指标, o.value AS 数值, o.unit AS 单位, o.kind AS 类别,
        o.status AS 状态, o.subject AS 对象, o.scope AS 范围, o.quote AS 原句, d.path AS 文件, n.line AS 行
      FROM observations o
        JOIN documents d ON d.id = o.document_id
        JOIN numerals n ON n.id = o.numeral_id
        LEFT JOIN agencies a ON a.id = d.agency_id
        LEFT JOIN metrics m ON m.id = o.metric_id;

    CREATE VIEW trend AS
      SELECT m.id AS metric_id, m.zh AS metric, a.id AS agency_id, a.name AS agency, o.scope, o.kind, o.unit, o.year,
        o.value, o.value_real, o.bound, o.subject, o.id AS observation_id
      FROM observations o
        JOIN metrics m ON m.id = o.metric_id
        JOIN documents d ON d.id = o.document_id
        LEFT JOIN agencies a ON a.id = d.agency_id
      WHERE o.status = 'actual'
      ORDER BY m.id, a.id, o.scope, o.kind, o.unit, o.year;
    """
}
