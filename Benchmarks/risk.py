#!/usr/bin/env python3
"""Risk against coverage: how often year, status or period of a figure are wrong, by the confidence that nianbao gives them.

    Benchmarks/risk.py --nianbao .build/release/nianbao --gold ../shared/gold --docs ../shared [--show 20]

Two sorts of truth: figures annotated by hand (gold/*.tsv with the columns doc line start text class year status), and zones
(zones.tsv: doc line zone year to), whose R stretches tell results of a year and whose P stretches tell plans. In a zone a figure
counts as wrong where it has the other zone's meaning: a target among results, an actual figure among plans, another year without
words of its own for it. A sentence that tells an earlier year inside a zone is right and may count as wrong here, so that the
risk is an upper bound; --show prints them to be read.
Needs Python 3.9 and nothing else.
"""
import argparse
import csv
import json
import pathlib
import subprocess
from collections import defaultdict

LEVELS = ["high", "medium", "low"]


def records(nianbao, path):
    run = subprocess.run([nianbao, "extract", str(path)], capture_output=True, text=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines() if line.strip()]


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Tally:
    """Figures and errors by confidence; errors are kept to be shown."""

    def __init__(self):
        self.count, self.wrong, self.errors = defaultdict(int), defaultdict(int), []

    def add(self, record, why):
        level = record["confidence"]
        self.count[level] += 1
        if why:
            self.wrong[level] += 1
            self.errors.append((level, record["document"], record["line"], record["text"], why))


def annotated(nianbao, gold, docs, tally):
    """Figures that were annotated by hand, found by their place."""
    marked = defaultdict(list)
    for row in rows(gold):
        if row["class"] == "stat":
            marked[row["doc"]].append(row)
    for doc, figures in marked.items():
        path = next(p for p in sorted(docs.rglob("*")) if p.is_file() and doc in (p.name, p.stem))
        found = defaultdict(list)
        for record in records(nianbao, path):
            found[record["line"]].append(record)
        for row in figures:
            start, line = int(row["start"]), int(row["line"])
            end = start + len(row["text"])
            for record in found[line]:
                if record["start"] < end and record["end"] > start:
                    # 2023c: a sum of several years up to 2023.
                    year = f"{record.get('year', '')}{'c' if record['period_type'] == 'cumulative' else ''}"
                    found_of = {"year": year, "status": record["status"]}
                    why = [f"{key} {value} instead of {row[key]}" for key, value in found_of.items()
                           if row.get(key) and value != row[key]]
                    tally.add(record, "; ".join(why))
                    break


def zone_of(zones, line):
    hit = None
    for zone in zones:
        if line >= zone["line"] and (zone["to"] is None or line <= zone["to"]):
            hit = zone
    return hit


def zoned(nianbao, gold, docs, tally):
    """Figures of documents of which the zones are known; those told for five years together are left out."""
    zones = defaultdict(list)
    for row in rows(gold):
        to = int(row["to"]) if row["to"].isdigit() else None
        zones[row["doc"]].append({"line": int(row["line"]), "zone": row["zone"], "year": int(row["year"]), "to": to})
        if row["to"] == "single":  # a text without line breaks has no zones by lines
            zones[row["doc"]][-1]["zone"] = "F"
    for doc, found in sorted(zones.items()):
        path = docs / "corpus" / doc
        if not path.exists():
            continue
        for record in records(nianbao, path):
            zone = zone_of(sorted(found, key=lambda z: z["line"]), record["line"])
            if zone is None or zone["zone"] == "F":
                continue
            tally.add(record, disagreement(record, zone))


def disagreement(record, zone):
    status, year = record["status"], record.get("year")
    if zone["zone"] == "R":
        if status == "target":
            return "a target among results"
        if year != zone["year"] and status == "actual" and record["period_type"] == "flow":
            return f"year {year} among results of {zone['year']}"
        return ""
    if status == "actual" and record["period_type"] == "flow":
        return "a result among plans"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nianbao", default=".build/release/nianbao")
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--docs", type=pathlib.Path, required=True)
    parser.add_argument("--show", type=int, default=0, help="print so many disagreements of each level")
    args = parser.parse_args()
    tallies = {"annotated": Tally(), "zones": Tally()}
    for path in sorted(args.gold.glob("*.tsv")):
        if path.name == "zones.tsv":
            zoned(args.nianbao, path, args.docs, tallies["zones"])
        else:
            annotated(args.nianbao, path, args.docs, tallies["annotated"])
    for name, tally in tallies.items():
        total = sum(tally.count.values())
        print(f"{name}: {total} figures")
        figures = wrong = 0
        for level in LEVELS:
            figures, wrong = figures + tally.count[level], wrong + tally.wrong[level]
            share = figures / total if total else 0
            rate = tally.wrong[level] / tally.count[level] * 1000 if tally.count[level] else 0
            print(f"  {level:6} {tally.count[level]:6} figures, {tally.wrong[level]:4} wrong ({rate:6.1f} in 1,000);"
                  f" from here up {share:6.1%} of all, {wrong / figures * 1000 if figures else 0:.1f} in 1,000 wrong")
        for level in LEVELS:
            for error in [e for e in tally.errors if e[0] == level][:args.show]:
                print("   ", *error)


if __name__ == "__main__":
    main()
