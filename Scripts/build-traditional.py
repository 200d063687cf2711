#!/usr/bin/env python3
"""Writes Sources/EmbeddedFiles/traditional.tsv: traditional characters, their simplified forms and their readings.

    python3 Scripts/build-traditional.py

The facts (which character simplifies to which, and how it is read) come from two packages of the Python registry,
fetched into a temporary folder: opencc-python-reimplemented 0.1.7 (Apache 2.0; character table of OpenCC) and pypinyin
0.55.0 (MIT; readings of Unihan). Nothing else of them is used. The output is the same at every run.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

PACKAGES = ["opencc-python-reimplemented==0.1.7", "pypinyin==0.55.0"]
OUTPUT = pathlib.Path(__file__).resolve().parent.parent / "Sources/EmbeddedFiles/traditional.tsv"
TONES = {"\u0300", "\u0301", "\u0304", "\u030c"}


def toneless(reading):
    """The reading without tone marks; the dots of ü stay."""
    marks = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize("NFC", "".join(c for c in marks if c not in TONES))


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", folder, *PACKAGES], check=True)
        root = pathlib.Path(folder)
        pairs = (root / "opencc/dictionary/TSCharacters.txt").read_text(encoding="utf-8").splitlines()
        readings = json.loads((root / "pypinyin/pinyin_dict.json").read_text(encoding="utf-8"))
    rows = []
    for pair in pairs:
        traditional, simplified = pair.split("\t")
        simplified = simplified.split(" ")[0]
        if len(traditional) != 1 or len(simplified) != 1 or ord(traditional) > 0xFFFF or ord(simplified) > 0xFFFF:
            continue
        if traditional == simplified:
            continue
        syllables = {toneless(r) for r in readings.get(str(ord(traditional)), "").split(",") if r}
        rows.append(f"{traditional}\t{simplified}\t{' '.join(sorted(syllables))}")
    rows.sort()
    header = f"# Sources: {', '.join(PACKAGES)}. Columns: traditional, simplified, readings without tones"
    OUTPUT.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
