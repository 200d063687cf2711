#!/usr/bin/env python3
"""How many injected errors `nianbao check` finds.

    python3 Benchmarks/errors.py .build/release/nianbao [--groups 5000] [--errors 500] [--seed 1]

Writes reports of made-up bodies over several years, in groups of figures that fit each other; puts one error into some of the
groups, of eleven sorts; and counts by sort how many groups with an error have an inconsistent, truncated or unlikely finding (recall), and how many
of these findings touch a group with an error (precision). An error counts as detectable in principle if the
figures as written, each anywhere within its written precision, can't all be right; this script decides that by itself, in exact
fractions.
"""
import argparse, csv, random, subprocess, sys, tempfile
from fractions import Fraction
from pathlib import Path

SORTS = [
    "digit swapped", "万 dropped", "part altered", "growth mis-stated", "year restated", "unit × 10,000", "plan as result",
    "five years as one", "district as city", "copied last year", "rate cut off",
]
FIRST = 2015


def digit_swapped(number, rng):
    """The number with two neighbouring digits that differ exchanged, or None."""
    text = str(number)
    places = [i for i in range(len(text) - 1) if text[i] != text[i + 1] and (i > 0 or text[1] != "0")]
    if not places:
        return None
    i = rng.choice(places)
    return int(text[:i] + text[i + 1] + text[i] + text[i + 2 :])


class Parts:
    """反馈问题N个，其中…A个，…B个: a total and all its parts."""

    def __init__(self, rng):
        self.parts = [rng.randint(12, 480) for _ in range(rng.randint(2, 4))]
        self.total = sum(self.parts)

    def spoil(self, sort, rng):
        if sort == "digit swapped":
            changed = digit_swapped(self.total, rng)
            if changed is None:
                return False
            self.total = changed
        else:
            place = rng.randrange(len(self.parts))
            self.parts[place] = max(1, self.parts[place] + rng.choice([-1, 1]) * rng.randint(1, 40))
        return True

    def sentence(self):
        names = ["农业", "工业", "民生", "其他"]
        parts = "，".join(f"{name}{part}项" for name, part in zip(names, self.parts))
        return f"完成项目立项{self.total}项，其中{parts}。"

    def detectable(self):
        # 其中 may leave parts out, so only parts that exceed their total contradict it.
        return sum(self.parts) > self.total


class Change:
    """去年X件增加到Y件，增长G%: a change told three ways."""

    def __init__(self, rng):
        self.before = rng.randint(120, 9000)
        self.after = self.before + rng.randint(5, self.before // 2)
        self.growth = f"{100 * (self.after - self.before) / self.before:.1f}"

    def spoil(self, sort, rng):
        if sort == "digit swapped":
            changed = digit_swapped(self.after, rng)
            if changed is None or changed <= self.before:
                return False
            self.after = changed
        else:
            self.growth = f"{float(self.growth) + rng.choice([-1, 1]) * rng.choice([0.3, 1, 3, 10]):.1f}"
            if float(self.growth) <= 0:
                return False
        return True

    def sentence(self):
        return f"用水户由{self.before}户增加到{self.after}户，增长{self.growth}%。"

    def detectable(self):
        true = Fraction(100 * (self.after - self.before), self.before)
        return abs(true - Fraction(self.growth)) > Fraction(1, 20)


class Tally:
    """全年受理许可申请N件，同比增长G%, year after year: fits the year before in its own report."""

    def __init__(self, rng, wan):
        self.wan = wan
        self.levels = [rng.randint(12_000, 80_000) if wan else rng.randint(900, 9000)]
        self.growth = [None]
        self.told = [None]
        self.dropped = set()
        while len(self.levels) < 2:
            self.levels.append(int(self.levels[-1] * rng.uniform(1.02, 1.4)))
        if wan:
            self.levels = [round(level, -2) for level in self.levels]
        self.growth.append(f"{100 * (self.levels[1] - self.levels[0]) / self.levels[0]:.1f}")
        self.quoted = self.levels[0]

    def spoil(self, sort, rng):
        if sort == "万 dropped":
            self.dropped.add(1)
        elif sort == "year restated":
            self.quoted = self.levels[0] + rng.choice([-1, 1]) * rng.randint(1, 400) * (100 if self.wan else 1)
            if self.quoted <= 0:
                return False
        else:
            self.growth[1] = f"{float(self.growth[1]) + rng.choice([-1, 1]) * rng.choice([0.5, 2, 8]):.1f}"
            if float(self.growth[1]) <= 0:
                return False
        return True

    def written(self, value, year):
        if not self.wan:
            return f"{value}件"
        return f"{value / 10000:.2f}{'' if year in self.dropped else '万'}件"

    def sentence(self, year):
        if year == 0:
            return f"全年受理许可申请{self.written(self.levels[0], 0)}。"
        return (
            f"全年受理许可申请{self.written(self.levels[1], 1)}，同比增长{self.growth[1]}%。\n"
            f"{FIRST}年受理许可申请{self.written(self.quoted, None)}。"
        )

    def detectable(self):
        half = 50 if self.wan else 0
        if abs(self.quoted - self.levels[0]) > 0:
            return True
        level = Fraction(self.levels[1], 10000) if 1 in self.dropped else Fraction(self.levels[1])
        margin = Fraction(half, 10000) if 1 in self.dropped else half
        low = 100 * (level - margin) / (self.levels[0] + half) - 100
        high = 100 * (level + margin) / (self.levels[0] - half) - 100
        growth = Fraction(self.growth[1])
        return growth + Fraction(1, 20) < low or high < growth - Fraction(1, 20)


class Years:
    """全年受理许可申请N件 in six reports, steady over the years, with nothing else told."""

    count = 6

    def __init__(self, rng):
        self.levels = [rng.randint(1200, 90_000)]
        while len(self.levels) < self.count:
            self.levels.append(int(self.levels[-1] * rng.uniform(0.93, 1.1)) + 1)
        self.texts = [f"{level}件" for level in self.levels]
        self.place = None

    def spoil(self, sort, rng):
        self.place = rng.randrange(1, self.count)
        level = self.levels[self.place]
        if sort == "unit × 10,000":
            self.texts[self.place] = f"{level}万件"
        elif sort == "five years as one":
            self.texts[self.place] = f"{sum(self.levels[:5])}件"
        elif sort == "district as city":
            self.texts[self.place] = f"{max(1, round(level * rng.uniform(0.04, 0.25)))}件"
        else:
            self.texts[self.place] = self.texts[self.place - 1]
        return True

    def sentence(self, year):
        return f"全年受理许可申请{self.texts[year]}。"

    def detectable(self):
        return True


class Plan:
    """计划受理许可申请N件 for the next year, and what came of it told there: a plan that is told for the result."""

    count = 2

    def __init__(self, rng):
        self.plan = rng.randint(900, 9000)
        self.result = int(self.plan * rng.uniform(0.7, 1.3))
        self.before = int(self.result / rng.uniform(1.02, 1.2))
        self.growth = f"{100 * (self.result - self.before) / self.before:.1f}"

    def spoil(self, sort, rng):
        if self.plan == self.result:
            return False
        self.told = self.plan
        return True

    def sentence(self, year):
        if year == 0:
            return f"全年受理许可申请{self.before}件。"
        told = getattr(self, "told", self.result)
        return f"全年受理许可申请{told}件，同比增长{self.growth}%。"

    def detectable(self):
        told = getattr(self, "told", self.result)
        return abs(Fraction(100 * (told - self.before), self.before) - Fraction(self.growth)) > Fraction(1, 20)


class Rate:
    """反馈问题N个，整改到位M个，整改完成率R%: a rate of a part and its whole."""

    def __init__(self, rng):
        self.whole = rng.randint(30, 900)
        self.part = rng.randint(self.whole // 2, self.whole - 1)
        self.rate = f"{100 * self.part / self.whole:.1f}"

    def spoil(self, sort, rng):
        cut = 1000 * self.part // self.whole
        if f"{cut / 10:.1f}" == self.rate:
            return False
        self.rate = f"{cut / 10:.1f}"
        return True

    def sentence(self):
        return f"反馈问题{self.whole}个，整改到位{self.part}个，整改完成率{self.rate}%。"

    def detectable(self):
        return abs(Fraction(100 * self.part, self.whole) - Fraction(self.rate)) > Fraction(1, 20)


def years(group):
    """How many reports a group has; one where it is told in one sentence."""
    return 2 if isinstance(group, Tally) else getattr(group, "count", 1)


def told(group):
    """All sentences of a group."""
    texts = [group.sentence(year) for year in range(years(group))] if years(group) > 1 else [group.sentence()]
    return " / ".join(texts).replace("\n", "")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("nianbao")
    arguments.add_argument("--groups", type=int, default=5000)
    arguments.add_argument("--errors", type=int, default=500)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    rng = random.Random(options.seed)
    kinds = {
        "digit swapped": [Parts, Change], "part altered": [Parts], "growth mis-stated": [Change, Tally],
        "万 dropped": [lambda rng: Tally(rng, True)], "year restated": [lambda rng: Tally(rng, rng.random() < 0.5)],
        "unit × 10,000": [Years], "plan as result": [Plan], "five years as one": [Years], "district as city": [Years],
        "copied last year": [Years], "rate cut off": [Rate],
    }
    groups, sorts = [], []
    for number in range(options.groups):
        sort = SORTS[number % len(SORTS)]
        make = rng.choice(kinds[sort])
        make = (lambda rng: Tally(rng, rng.random() < 0.5)) if make is Tally else make
        group = make(rng)
        spoilt = number < options.errors
        while spoilt and not group.spoil(sort, rng):
            group = make(rng)
        groups.append(group)
        sorts.append(sort if spoilt else None)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "in").mkdir()
        # A body of its own for each group, so that no group is held against another.
        owner = {}
        for number, group in enumerate(groups):
            body = f"第{number:05d}号水务站"
            for year in range(years(group)):
                name = f"{number:05d}-{year}.txt"
                sentence = group.sentence(year) if years(group) > 1 else group.sentence()
                (folder / "in" / name).write_text(f"{body}{FIRST + year}年工作报告\n{sentence}\n", encoding="utf-8")
                owner[str(folder / "in" / name)] = number
        listing = folder / "documents.csv"
        with listing.open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["path", "agency"])
            for path, number in owner.items():
                rows.writerow([path, f"第{number:05d}号水务站"])
        run = subprocess.run(
            [options.nianbao, "report", str(folder / "in"), "--out", str(folder / "out"), "--documents", str(listing)],
            capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(run.stderr)
        with (folder / "out/findings.csv").open(encoding="utf-8") as file:
            rows = csv.DictReader(file)
            failed = [owner[row["document"]] for row in rows if row["verdict"] in ("inconsistent", "truncated", "unlikely")]
    print(f"{'sort':20} {'errors':>7} {'detectable':>11} {'found':>6} {'recall':>7}")
    totals = [0, 0]
    for sort in SORTS:
        own = [n for n, s in enumerate(sorts) if s == sort]
        possible = [n for n in own if groups[n].detectable()]
        found = [n for n in possible if n in set(failed)]
        totals = [totals[0] + len(possible), totals[1] + len(found)]
        print(f"{sort:20} {len(own):7} {len(possible):11} {len(found):6} {len(found) / max(1, len(possible)):7.1%}")
        for n in [n for n in possible if n not in set(failed)][:3]:
            print("   missed:", told(groups[n]))
    wrong = [n for n in failed if sorts[n] is None]
    print(f"recall {totals[1] / max(1, totals[0]):.1%} of {totals[0]}; precision {1 - len(wrong) / max(1, len(failed)):.1%} of {len(failed)} findings")
    for n in wrong[:3]:
        print("   wrong:", told(groups[n]))


main()
