#!/usr/bin/env python3
"""Scores the release build against gold files, zones and cases and fails below the floors of floors.json.

    .ci/floors.py ../shared

Floors rise with the scores and are never lowered.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
NIANBAO = HERE.parent / ".build/release/nianbao"


def scores(shared, tool, *arguments):
    """What a tool of shared/tools prints as JSON."""
    command = [sys.executable, shared / "tools" / tool, "--nianbao", NIANBAO, *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measured(shared, name, wanted):
    if name.startswith("cases/"):
        return scores(shared, "check_cases.py", shared / name, "--json")
    if "zones" in name:
        return scores(shared, "score_zones.py", "--zones", shared / name, "--docs", shared / wanted["docs"])
    return scores(shared, "score.py", "--gold", shared / name, "--docs", shared / wanted["docs"], "--json")


def main():
    shared = pathlib.Path(sys.argv[1])
    failed = False
    for name, wanted in json.loads((HERE / "floors.json").read_text(encoding="utf-8")).items():
        found = measured(shared, name, wanted)
        for field, floor in wanted["floors"].items():
            score = found
            for key in field.split("."):
                score = score[key]
            verdict = "ok" if score >= floor else "BELOW THE FLOOR"
            failed |= score < floor
            print(f"{name} {field}: {score} (floor {floor}) {verdict}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
