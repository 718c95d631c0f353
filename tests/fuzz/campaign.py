#!/usr/bin/env python3
"""Runs every libFuzzer target over its corpus and a fixed number of seeded inputs of its own.

A target that dies, hangs or executes nothing has failed; the bytes that did it stay in
build/fuzz/found/ and belong into tests/fuzz/corpus/TARGET/ once it is mended. Alone:
    python3 tests/fuzz/campaign.py [--minutes N] [--keep] [TARGET ...]"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / "build/fuzz/bin"
CORPUS = ROOT / "tests/fuzz/corpus"
FOUND = ROOT / "build/fuzz/found"
# Inputs per target in a short campaign: about eight seconds each on the slowest machine we know.
RUNS = 60000
SLOW_RUNS = {"decoder": 30000, "jsonl": 15000, "layout": 20000, "minisig": 20000}
EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
COVERED = re.compile(r"cov: (\d+)")
# One input may take this long; and a hang guard for the whole target.
INPUT_SECONDS = 20
GUARD_SECONDS = 900


def targets():
    return sorted(p.name for p in CORPUS.iterdir() if p.is_dir())


def command(target, finds, minutes):
    bound = [f"-max_total_time={minutes * 60}"] if minutes else \
        [f"-runs={SLOW_RUNS.get(target, RUNS)}"]
    words = CORPUS.parent / "words" / f"{target}.dict"
    return [BIN / f"fuzz_{target}", finds, CORPUS / target, "-seed=1", *bound,
            *([f"-dict={words}"] if words.exists() else []),
            f"-timeout={INPUT_SECONDS}", "-rss_limit_mb=1024", "-print_final_stats=1",
            f"-artifact_prefix={FOUND}/{target}-"]


def run(target, minutes=0, keep=False):
    """(target, executed inputs, covered edges at first and at last, whether all held, output)"""
    FOUND.mkdir(parents=True, exist_ok=True)
    environment = dict(os.environ, ASAN_OPTIONS="quarantine_size_mb=16",
                       UBSAN_OPTIONS="print_stacktrace=1")
    with tempfile.TemporaryDirectory() as scratch:
        # What it finds goes into its first folder; the second one, the corpus, is only read.
        finds = ROOT / "build/fuzz/finds" / target if keep else Path(scratch)
        finds.mkdir(parents=True, exist_ok=True)
        try:
            done = subprocess.run(command(target, finds, minutes), cwd=scratch, text=True,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, errors="replace", env=environment,
                                  timeout=GUARD_SECONDS + minutes * 60)
            output, good = done.stdout, done.returncode == 0
        except subprocess.TimeoutExpired as hung:
            output, good = (hung.stdout or b"").decode(errors="replace") + "\nhung", False
    executed = EXECUTED.search(output)
    covered = [int(c) for c in COVERED.findall(output)] or [0]
    return target, int(executed[1]) if executed else 0, (covered[0], covered[-1]), good, output


def campaign(report, minutes=0, chosen=None, keep=False):
    """Calls report(name, passed, failed, seconds, output) for each target."""
    names = chosen or targets()
    begun = time.monotonic()

    def timed(target):
        start = time.monotonic()
        return (*run(target, minutes, keep), time.monotonic() - start)

    inputs = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for target, executed, covered, good, output, seconds in pool.map(timed, names):
            good = good and executed > 0
            inputs += executed
            report(f"fuzz: {target} {executed} inputs, {covered[0]}-{covered[1]} edges", int(good),
                   int(not good), seconds, output[-6000:])
    print(f"fuzz: {len(names)} targets ran {inputs} inputs in {time.monotonic() - begun:.0f} s",
          flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=0, help="of each target")
    options.add_argument("--keep", action="store_true", help="what is found, in build/fuzz/finds")
    options.add_argument("target", nargs="*")
    chosen = options.parse_args()
    failures = []

    def report(name, passed, failed, seconds, output):
        print(f"{'FAIL' if failed else 'ok  '} {name} {seconds:.1f} s", flush=True)
        if failed:
            print(output)
            failures.append(name)

    campaign(report, chosen.minutes, chosen.target, chosen.keep)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
