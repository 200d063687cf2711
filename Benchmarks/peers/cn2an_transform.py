"""cn2an: rewrites the Chinese numerals of each line in Arabic digits. Counts the lines changed."""
import sys
import warnings

import cn2an

warnings.filterwarnings("ignore")  # it warns of every 万 or 百 that stands alone
count = 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        line = line.rstrip("\n")
        count += cn2an.transform(line, "cn2an") != line
print(count)
