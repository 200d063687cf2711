#!/usr/bin/env python3
"""Benchmark of nianbao trend; see README.md beside this file.

trend.py NIANBAO [--observations 5000000] [--rounds 5]

Makes a database of so many observations by rule, and asks it for one metric: by `nianbao trend`, and by bare SQL in
`sqlite3`, in turn.
"""
import argparse
import os
import sqlite3
import statistics
import subprocess
import tempfile
from pathlib import Path

AGENCIES, YEARS, PER_DOCUMENT = 1200, 24, 176
METRIC = "cases_closed"

FILL = f"""
WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {AGENCIES})
INSERT INTO agencies SELECT printf('%06d-education', 100000 + i), printf('第%d区教育局', i), printf('%06d', 100000 + i),
  printf('第%d区', i), 'county' FROM n;

WITH RECURSIVE n (i) AS (VALUES (2) UNION ALL SELECT i + 1 FROM n WHERE i <= :documents)
INSERT INTO documents (id, sha256, path, title, agency_id, agency_confidence, year, year_confidence, kind, reasons, encoding,
    source, run_id, content_sha256)
  SELECT i, printf('%064x', i), printf('archive/%06d.txt', i), '法治政府建设工作总结',
    printf('%06d-education', 100001 + i % {AGENCIES}), 'high', 2000 + i / {AGENCIES} % {YEARS}, 'high', 'annual_report',
    '年份取自标题', 'UTF-8', (SELECT source FROM documents WHERE id = 1), 1, printf('%064x', i) FROM n;

WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < {PER_DOCUMENT} - 1)
INSERT INTO numerals (document_id, line, start, "end", text, class, value, rule)
  SELECT d.id, i + 3, 8, 13, printf('%d件', i * 37 + d.id), 'statistic', i * 37 + d.id || '', 'count'
  FROM documents d CROSS JOIN n WHERE d.id > 1;

INSERT INTO observations (numeral_id, document_id, key, quote, subject, year, period_type, status, metric_id, pattern, value,
    low, high, unit, kind, bound, rule, notes)
  SELECT n.id, n.document_id, n.line || '-8', printf('办结行政处罚案件%s，罚没款8942万元。', n.text), '行政处罚案件', d.year, 'flow',
    'actual', m.id, '行政处罚案件', n.value, n.value, n.value, '件', 'count', '=', 'count', '年份取自标题'
  FROM numerals n JOIN documents d ON d.id = n.document_id
    JOIN temp.numbered m ON m.number = (n.document_id * 7 + n.line) % (SELECT count(*) FROM metrics)
  WHERE n.document_id > 1;
"""


def fill(nianbao, folder, observations):
    """A database of documents that each tell figures of many metrics."""
    text = "椒江区教育局2000年法治政府建设工作总结\n" + "坚持以人民为中心的发展思想，健全依法决策机制。\n" * 140
    (folder / "first.txt").write_text(text, encoding="utf-8")
    database = folder / "n.sqlite"
    subprocess.run([nianbao, "ingest", folder / "first.txt", "--db", database], check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA cache_size = -100000; CREATE TEMP TABLE numbered AS "
            "SELECT id, row_number() OVER (ORDER BY id) - 1 AS number FROM metrics; "
            "CREATE INDEX temp.numbers ON numbered (number);")
        connection.execute("BEGIN")
        for statement in FILL.split(";\n"):
            if statement.strip():
                names = {"documents": observations // PER_DOCUMENT} if ":documents" in statement else {}
                connection.execute(statement, names)
        connection.execute("COMMIT")
        connection.executescript("DROP TABLE temp.numbered; PRAGMA journal_mode = DELETE;")
        count, of_metric = connection.execute(
            "SELECT count(*), sum(metric_id = ?) FROM observations", [METRIC]).fetchone()
    print(f"{count:,} observations, {of_metric:,} of the metric, {database.stat().st_size / 1e9:.1f} GB\n")
    return database


def run(command):
    """CPU seconds of one run."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    assert status == 0, f"{command}: {status}"
    return usage.ru_utime + usage.ru_stime


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("nianbao", type=Path)
    options.add_argument("--observations", type=int, default=5_000_000)
    options.add_argument("--rounds", type=int, default=5)
    options = options.parse_args()
    nianbao = options.nianbao.resolve()
    with tempfile.TemporaryDirectory(prefix="nianbao-trend-") as folder:
        database = fill(nianbao, Path(folder), options.observations)
        commands = {
            "nianbao trend": [nianbao, "trend", "--db", database, "--metric", METRIC],
            "nianbao trend --long": [nianbao, "trend", "--db", database, "--metric", METRIC, "--long"],
            "sqlite3": ["sqlite3", "-csv", database,
                        f"SELECT * FROM trend WHERE metric_id = '{METRIC}' ORDER BY agency_id, scope, kind, unit, year"],
        }
        runs = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                runs[name].append(run(command))
    print("| program | CPU s: median (min–max) |\n|---|--:|")
    for name, seconds in runs.items():
        print(f"| {name} | {statistics.median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f}) |")


main()
