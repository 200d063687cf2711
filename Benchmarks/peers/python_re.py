"""Python's re with the shared pattern: read the file, count the matches."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from pattern import PATTERN

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    text = file.read()
print(sum(1 for _ in re.finditer(PATTERN, text)))
