#!/usr/bin/env python3
"""Scores the release build against the gold files and fails below the floors of floors.json.

    .ci/floors.py ../shared

Floors rise with the scores and are never lowered.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def main():
    shared = pathlib.Path(sys.argv[1])
    failed = False
    for gold, wanted in json.loads((HERE / "floors.json").read_text(encoding="utf-8")).items():
        command = [sys.executable, shared / "tools/score.py", "--nianbao", HERE.parent / ".build/release/nianbao",
                   "--gold", shared / gold, "--docs", shared / wanted["docs"], "--json"]
        scores = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for name, floor in wanted["floors"].items():
            score = scores
            for key in name.split("."):
                score = score[key]
            verdict = "ok" if score >= floor else "BELOW THE FLOOR"
            failed |= score < floor
            print(f"{gold} {name}: {score} (floor {floor}) {verdict}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
