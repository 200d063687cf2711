#!/usr/bin/env python3
"""Speed benchmark of nianbao and its peers; see README.md beside this file."""
import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import namedtuple
from pathlib import Path

from pattern import PATTERN

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

# name, script, packages, file size in MB (None: the full size), what the count it prints counts
Peer = namedtuple("Peer", "name script packages megabytes counts")
PEERS = [
    Peer("Python re", "python_re.py", [], None, "matches"),
    Peer("cn2an", "cn2an_transform.py", ["cn2an==0.5.24", "setuptools==80.9.0"], 5, "lines changed"),
    Peer("JioNLP", "jionlp_extract.py", ["jionlp==1.5.31", "jiojio==1.2.8"], 1, "results"),
    # emoji 2 no longer has the name that recognizers-text imports.
    Peer("Recognizers-Text", "recognizers.py", ["recognizers-text-suite==1.0.2a2", "emoji==1.7.0"], 0.2, "results"),
]
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
SLOW = 60  # a program whose first run takes longer, in seconds, is run once

Run = namedtuple("Run", "wall cpu peak")


def say(*words):
    print("#", *words, file=sys.stderr, flush=True)


class Program:
    """A program on a file: its runs, or why there are none."""

    def __init__(self, name, command, path, keep=True, counts="", problem=None):
        self.name, self.command, self.path = name, command, path
        self.keep, self.counts, self.problem = keep, counts, problem
        self.size = os.path.getsize(path) / 1e6
        self.runs, self.count = [], None

    def on(self, path):
        """The same program on another file."""
        return Program(self.name, self.command, path, self.keep, self.counts, self.problem)

    def run(self, timeout):
        """One run of the whole process. What it prints is kept (counts) or goes to /dev/null."""
        with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as kept:
            start = time.perf_counter()
            try:
                child = subprocess.Popen(
                    [*self.command, self.path],
                    stdin=subprocess.DEVNULL,
                    stdout=kept if self.keep else subprocess.DEVNULL,
                    stderr=errors,
                    env={**os.environ, **ONE_THREAD},
                )
            except OSError as error:
                self.problem = str(error)
                return
            timer = threading.Timer(timeout, child.kill)
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - start
            timer.cancel()
            child.returncode = status  # it has been waited for
            errors.seek(0)
            kept.seek(0)
            if status:
                last = errors.read().decode(errors="replace").strip().split("\n")[-1]
                failure = f"exit status {os.waitstatus_to_exitcode(status)}: {last[:120]}"
                self.problem = f"stopped after {timeout:g} s" if wall >= timeout else failure
                return
            unit = 1 if sys.platform == "darwin" else 1024
            self.runs.append(Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6))
            output = kept.read().decode(errors="replace")
        if "class " in output:  # nianbao --summary
            self.count = sum(int(line.split()[2]) for line in output.splitlines() if line.startswith("class "))
        elif output.strip():
            self.count = int(output.split()[-1])

    def median(self, field):
        return statistics.median(getattr(run, field) for run in self.runs)

    @property
    def speed(self):
        return self.size / self.median("wall") if self.runs and not self.problem else None


def measure(programs, times, timeout):
    """Runs the programs in turn, A B C A B C …"""
    for turn in range(times):
        say(f"round {turn + 1} of {times}")
        for program in programs:
            slow = program.runs and program.runs[0].wall > SLOW
            if not program.problem and not slow:
                program.run(timeout)


def attempt(command):
    """Runs a command of the set-up; the last line of its complaint, or None if it worked."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except OSError as error:
        return str(error)
    return None if done.returncode == 0 else (done.stdout.strip().split("\n")[-1][:160] or "failed")


def install_ripgrep():
    if shutil.which("rg"):
        return None
    say("installing ripgrep with apt-get")
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    return attempt([*sudo, "apt-get", "install", "-y", "ripgrep"])


def install_peers(folder):
    """The virtual environment's Python and, by name, the problems of the peers that can't be had."""
    python = folder / "bin" / "python"
    if not python.exists():
        say(f"making a virtual environment in {folder}")
        problem = attempt([sys.executable, "-I", "-m", "venv", str(folder)])
        if problem:
            return python, {peer.name: f"no virtual environment: {problem}" for peer in PEERS if peer.packages}
    problems = {}
    for peer in PEERS:
        if peer.packages:
            say("pip install", *peer.packages)
            install = [str(python), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            problem = attempt([*install, *peer.packages])
            if problem:
                problems[peer.name] = f"not installed: {problem}"
    return python, problems


def make_file(folder, name, megabytes, texts, shape="--lines"):
    path = str(folder / name)
    size = str(int(megabytes * 1e6))
    command = [sys.executable, str(HERE / "make_file.py"), path, size, shape, *texts]
    made = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    say(f"{name}: {os.path.getsize(path) / 1e6:.2f} MB from {made.stdout.strip()}")
    return path


def make_catalogue(folder, count):
    path = str(folder / f"metrics-{count}.yaml")
    subprocess.run([sys.executable, str(HERE / "make_catalogue.py"), path, str(count)], check=True)
    return path


def number(value):
    """Three significant digits, without an exponent."""
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 100 else f"{value:.{3 if value < 0.1 else 2 if value < 10 else 1}f}"


def ratio(program, base):
    if program.speed is None or base.speed is None:
        return "–"
    value = program.speed / base.speed
    return f"{value:.2g}×" if value < 10 else f"{value:.0f}×"


def cells(program):
    walls = [run.wall for run in program.runs]
    return [
        f"{number(program.size)} MB",
        f"{number(statistics.median(walls))} ({number(min(walls))}–{number(max(walls))})",
        number(program.median("cpu")),
        number(program.speed),
    ]


def table(header, rows):
    print("| " + " | ".join(header) + " |")
    print("|" + "|".join(["---"] + ["--:"] * (len(header) - 1)) + "|")
    for row in rows:
        print("| " + " | ".join(text.replace("|", "\\|") for text in row) + " |")
    print()


def failed(labels, program, width):
    row = [*labels, f"{number(program.size)} MB", f"failed: {program.problem}"]
    return row + ["–"] * (width - len(row))


def main_table(programs, starts, summary, everything):
    header = ["program", "file", "seconds: median (min–max)", "CPU s", "MB/s", "speed to `--summary`",
              "speed to `--all`", "peak MB", "start s", "runs", "found"]
    rows = []
    for program, start in zip(programs, starts):
        if program.problem:
            rows.append(failed([program.name], program, len(header)))
            continue
        rows.append([program.name, *cells(program), ratio(program, summary), ratio(program, everything),
                     number(program.median("peak")), number(start.median("wall")) if start.runs else "–",
                     str(len(program.runs)), f"{program.count:,} {program.counts}" if program.count is not None else "–"])
    table(header, rows)


def linearity_table(rows_of_programs, full):
    header = ["input", "program", "file", "seconds: median (min–max)", "CPU s", "MB/s",
              "speed to full size", "peak MB", "runs"]
    rows = []
    for label, program in rows_of_programs:
        if program.problem:
            rows.append(failed([label, program.name], program, len(header)))
            continue
        rows.append([label, program.name, *cells(program), ratio(program, full[program.name]),
                     number(program.median("peak")), str(len(program.runs))])
    table(header, rows)


def catalogue_table(programs, few):
    header = ["metrics added", "file", "seconds: median (min–max)", "CPU s", "MB/s", "CPU time to that with few", "runs"]
    rows = []
    for count, program in programs:
        if program.problem:
            rows.append(failed([str(count)], program, len(header)))
            continue
        share = "–" if few.problem else f"{program.median('cpu') / few.median('cpu'):.2f}"
        rows.append([f"{count:,}", *cells(program), share, str(len(program.runs))])
    table(header, rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", action="append", default=[], help="folder of more .txt files; repeatable")
    parser.add_argument("--size-mb", type=float, default=100, help="size of the test file")
    parser.add_argument("--nianbao", default=str(ROOT / ".build/release/nianbao"), help="the release binary")
    parser.add_argument("--venv", type=Path, default=HERE / ".venv", help="virtual environment of the peers")
    parser.add_argument("--timeout", type=float, default=600, help="seconds after which a run is stopped")
    parser.add_argument("--quick", action="store_true", help="3 runs instead of 5 and no file of 4 times the size")
    options = parser.parse_args()
    times = 3 if options.quick else 5
    texts = [str(ROOT / "seeds"), *options.corpus]
    binary = os.path.abspath(options.nianbao)
    missing = None if os.access(binary, os.X_OK) else "no binary; build it with `swift build -c release`"
    no_ripgrep = install_ripgrep()
    python, problems = install_peers(options.venv.absolute())

    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        full = make_file(folder, "full.txt", options.size_mb, texts)
        tiny = str(folder / "tiny.txt")
        Path(tiny).write_text("2023年办理案件三十五件。\n", encoding="utf-8")

        ripgrep = ["rg", "--no-config", "-j1", "-a", "-N", "--color=never", "-o", "-e", PATTERN, "--"]
        summary = Program("nianbao extract --summary", [binary, "extract", "--summary"], full, True, "numerals", missing)
        everything = Program("nianbao extract --all", [binary, "extract", "--all"], full, False, problem=missing)
        search = Program("rg -o", ripgrep, full, False, "matches", no_ripgrep)
        programs = [summary, everything, search]
        for peer in PEERS:
            size = peer.megabytes
            path = full if size is None or size >= options.size_mb else make_file(folder, f"{peer.name}.txt", size, texts)
            script = [str(python) if peer.packages else sys.executable, str(HERE / "peers" / peer.script)]
            programs.append(Program(peer.name, script, path, True, peer.counts, problems.get(peer.name)))

        starts = [program.on(tiny) for program in programs]
        measure(starts, 3, options.timeout)
        measure(programs, times, options.timeout)
        if not search.problem:
            counting = [*ripgrep[:-1], "--count-matches", "--", full]
            search.count = int(subprocess.run(counting, stdout=subprocess.PIPE, text=True).stdout or 0)

        half, small = options.size_mb / 2, options.size_mb / 20
        inputs = [("1/10", make_file(folder, "tenth.txt", options.size_mb / 10, texts))]
        if not options.quick:
            inputs.append(("4×", make_file(folder, "four.txt", options.size_mb * 4, texts)))
        inputs.append(("1/20, one line", make_file(folder, "line-small.txt", small, texts, "--one-line")))
        inputs.append(("1/2, one line", make_file(folder, "line-half.txt", half, texts, "--one-line")))
        rows = [(label, mode.on(path)) for label, path in inputs for mode in (summary, everything)]
        measure([program for _, program in rows], 3, options.timeout)
        sizes = [
            (count, Program(everything.name, [*everything.command, "--catalogue", make_catalogue(folder, count)],
                            full, False, problem=missing))
            for count in (10, 1000)
        ]
        measure([program for _, program in sizes], times, options.timeout)
        floor = Program("true", ["true"], tiny, False)
        floor.run(options.timeout)

    main_table(programs, starts, summary, everything)
    linearity_table([("1", summary), ("1", everything), *rows], {mode.name: mode for mode in (summary, everything)})
    catalogue_table(sizes, sizes[0][1])
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}."
          f" Peak memory below {floor.median('peak'):.0f} MB can't be told apart.")
    matches = next(program for program in programs if program.name == "Python re").count
    if search.count is not None and matches is not None and search.count != matches:
        print(f"WARNING: rg found {search.count} matches and re {matches}; the pattern doesn't mean the same in both.")


if __name__ == "__main__":
    main()
