"""JioNLP: amounts of money and times, line by line. It has no extractor of other numbers.

It logs a traceback for a time it can't read; the log is off, so as not to measure its printing.
"""
import logging
import sys

import jionlp

logging.disable(logging.CRITICAL)
count = 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        line = line.rstrip("\n")
        count += len(jionlp.ner.extract_money(line))
        count += len(jionlp.ner.extract_time(line))
print(count)
