#!/usr/bin/env python3
"""Benchmark of nianbao ingest; see README.md beside this file.

ingest.py NIANBAO [--documents 20000 ...] [--kills 100]

Writes an archive of documents of 10 KB by rule, ingests it with two jobs, ingests it again unchanged, and lets
`sha256sum` and `rg -o` piped into `sqlite3 .import` run over the same files. With --kills it also kills that many
runs at random moments and checks the database after each.
"""
import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from pattern import PATTERN

BODIES = "椒江区 黄岩区 路桥区 临海市 温岭市 玉环市 天台县 仙居县 三门县".split()
SENTENCES = [
    "全年受理许可申请{}件，其中准予许可{}件，不予许可{}件。",
    "举办法治讲座{}场，培训干部{}人次，发放宣传册{}余册。",
    "办结行政处罚案件{}件，罚没款{}.{}万元，同比增长12.5%。",
    "落实“谁执法谁普法”责任制，持续推进法治政府建设，不断提升依法行政能力和服务群众水平。",
    "坚持以人民为中心的发展思想，健全依法决策机制，加强规范性文件管理，优化法治化营商环境。",
]


def write_archive(folder, count, size):
    """Documents in folders of a thousand, the same every time."""
    chance = random.Random(2022)
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"{BODIES[number % len(BODIES)]}教育局{2000 + number % 24}年法治政府建设工作总结\n（第{number}份）\n"
        length = len(text.encode())
        lines = [text]
        while length < size:
            sentence = chance.choice(SENTENCES)
            numbers = (chance.randint(1, 9999) for _ in range(sentence.count("{}")))
            lines.append(sentence.format(*numbers) + "\n")
            length += len(lines[-1].encode())
        path.write_text("".join(lines), encoding="utf-8")


def run(name, command, **options):
    """Seconds and peak memory of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    wall = time.perf_counter() - start
    cpu = usage.ru_utime + usage.ru_stime
    failed = f" | exit status {os.waitstatus_to_exitcode(status)}" if status else ""
    print(f"| {name} | {wall:.2f} | {cpu:.2f} | {usage.ru_maxrss / 1024:.0f} |{failed}", flush=True)


def kill_runs(nianbao, archive, database, kills):
    """Runs that are killed leave a database that is whole; one more run completes it."""
    for number in range(kills):
        child = subprocess.Popen(
            [nianbao, "ingest", archive, "--db", database], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, 0.5))
        child.send_signal(signal.SIGKILL)
        child.wait()
        if database.exists() and database.stat().st_size:
            with sqlite3.connect(database) as connection:
                result = connection.execute("PRAGMA integrity_check").fetchone()
                assert result == ("ok",), f"kill {number}: {result}"
    subprocess.run([nianbao, "ingest", archive, "--db", database], check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(database) as connection:
        found = connection.execute("SELECT count(*), count(DISTINCT path) FROM documents").fetchone()
    files = sum(1 for path in archive.rglob("*.txt"))
    assert found == (files, files), f"{found} documents of {files}"
    print(f"{kills} runs killed: whole after each, {files} documents at the end")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("nianbao", type=Path)
    options.add_argument("--documents", type=int, nargs="+", default=[2000, 20000])
    options.add_argument("--size", type=int, default=10_000)
    options.add_argument("--kills", type=int, default=0)
    options = options.parse_args()
    nianbao = options.nianbao.resolve()
    for count in options.documents:
        with tempfile.TemporaryDirectory(prefix="nianbao-ingest-") as folder:
            folder = Path(folder)
            archive, database = folder / "in", folder / "n.sqlite"
            write_archive(archive, count, options.size)
            print(f"\n{count} documents of {options.size} bytes\n\n| program | seconds | CPU s | peak MB |\n|---|--:|--:|--:|")
            ingest = [nianbao, "ingest", archive, "--db", database, "--jobs", "2"]
            run("nianbao ingest", ingest)
            run("nianbao ingest, unchanged", ingest)
            run("sha256sum", ["sh", "-c", f"find {archive} -type f -print0 | xargs -0 sha256sum"])
            if shutil.which("rg") and shutil.which("sqlite3"):
                (folder / "pattern").write_text(PATTERN)
                command = f"rg -o --no-heading --with-filename -f {folder}/pattern {archive} | tr ':' '\\t' > {folder}/rows.tsv && "
                command += f"sqlite3 {folder}/rg.sqlite -cmd '.mode tabs' 'CREATE TABLE rows (path, text)' '.import {folder}/rows.tsv rows'"
                run("rg -o, sqlite3 .import", ["sh", "-c", command], stderr=subprocess.DEVNULL)
            if options.kills:
                kill_runs(nianbao, archive, folder / "killed.sqlite", options.kills)


main()
