"""Writes a test file: make_file.py OUTPUT BYTES (--lines | --one-line) PATH...

The lines of all UTF-8 .txt files at or below the paths, in order of name, repeated to the size.
For a size below one round of the texts, every n-th line is taken, so that a small file has the
same mixture as a large one. Prints what it used. Runs as its own process because the peak memory
of a measured child can't be read as less than that of the parent that started it.
"""
import sys
from pathlib import Path


def read_lines(roots):
    lines, used, skipped = [], 0, 0
    for root in map(Path, roots):
        for path in sorted(root.rglob("*.txt")) if root.is_dir() else [root]:
            try:
                text = path.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError:
                skipped += 1
                continue
            used += 1
            lines += [line.encode() for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    return lines, used, skipped


def main():
    output, size, shape, *roots = sys.argv[1:]
    size, end = int(size), b"\n" if shape == "--lines" else "。".encode()
    lines, used, skipped = read_lines(roots)
    if not lines:
        sys.exit("no text to make a test file from")
    round_size = sum(len(line) + len(end) for line in lines)
    lines = lines[:: max(1, round_size // size)]
    written = 0
    with open(output, "wb") as file:
        while written < size:
            for line in lines:
                if written >= size:
                    break
                written += file.write(line + end)
    print(f"{used} texts of {round_size / 1e6:.2f} MB in all; {skipped} skipped, not being UTF-8")


main()
