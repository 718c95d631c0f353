#!/usr/bin/env python3
"""Runs every test program and check of a build and closes with `N passed, N failed`.

Stages: checks of the sources, unit/ui/flow tests, end to end, faults of disk, power and stick
(tests/faults), then the same unit tests under the address and undefined-behaviour sanitizers, then
hostile input for every reader (tests/fuzz). --long adds every run of the fault campaigns, memory
over 1,000 openings and seeks, clang-tidy over everything, the thread sanitizer and ten minutes of
fuzzing for each target. A program that dies, prints no summary or runs no case is a failure. Unit, ui
and flow programs run two at a time and are told as they end; the others run alone."""

import argparse
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from fuzz import campaign

ROOT = Path(__file__).resolve().parent.parent
SUMMARY = re.compile(r"test cases:\s*(\d+)\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed")
# The GL driver is unloaded before the leak check, which then cannot tell whose memory it sees.
LOAD_GL_DRIVERS = {"unit_platform", "unit_app"}
# Two measure pages that ui_screens draws under the sanitizers, one by pixels, one with an operator
# new of its own; a build with a sanitizer has no jail.
RELEASE_ONLY = {"ui_pixels", "ui_counts", "unit_jail"}
# These count what a process asks for and draw whole screens; nothing runs beside them. Whatever
# else runs keeps its files in a folder of its own and opens neither a display nor a port.
ALONE = {"ui_pixels", "ui_counts"}
AT_A_TIME = 2
# First of all, so that none of them is left over for the end.
LONGEST = ("unit_decoder", "ui_screens", "unit_author", "unit_player", "unit_admin", "unit_media")
# strace makes system calls of the sanitizer's own runtime fail as well, which it does not survive;
# these cases run in the release build.
NOT_UNDER_SANITIZERS = "*whichever system call fails*,*a full disk while copying*"
# A hang guard, far above what any program needs; the second is for whole fault campaigns.
PROGRAM_SECONDS = 900
# Of each target in a long run; a short one has a fixed number of inputs.
MINUTES_OF_FUZZING = 10
CAMPAIGN_SECONDS = 4 * 3600
# Lines of each program that failed.
MOST_FINDINGS = 30
# What a fault campaign says of itself: how many runs of how many.
RUNS = re.compile(r"^ran \d+ of \d+ .*$", re.M)


class Score:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.findings = []

    def add(self, name, passed, failed, seconds, output=""):
        self.passed += passed
        self.failed += failed
        mark = "ok  " if failed == 0 else "FAIL"
        print(f"{mark} {name:34} {passed:4} passed {failed:3} failed {seconds:7.1f} s", flush=True)
        if failed:
            self.findings.append((name, findings_of(output)))
            if output:
                print(output, flush=True)

    def close(self):
        """What failed stands just above the last line, however long the output before it was."""
        for name, lines in self.findings:
            print(f"FAIL {name}")
            for line in lines:
                print(f"     {line}")
        print(f"{self.passed} passed, {self.failed} failed")


def findings_of(output):
    """The cases that failed and why, of what doctest printed; the end of anything else."""
    lines = output.splitlines()
    found, case = [], ""
    for number, line in enumerate(lines):
        if line.startswith("TEST CASE:"):
            case = line
        elif ": ERROR: " in line or ": FATAL ERROR: " in line:
            found += [case, *lines[number:number + 2]]
    return (found or lines[-5:])[:MOST_FINDINGS]


def run_check(score, name, command):
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, text=True, errors="replace")
    good = done.returncode == 0
    score.add(name, int(good), int(not good), time.monotonic() - start, done.stdout[-8000:])


def run_program(program, environment, arguments=(), limit=PROGRAM_SECONDS):
    """(cases passed, cases failed, seconds, output)"""
    start = time.monotonic()
    try:
        done = subprocess.run([program, *arguments], cwd=ROOT, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True,
                              errors="replace", env=environment, timeout=limit)
        output, code = done.stdout, done.returncode
    except subprocess.TimeoutExpired as hung:
        output, code = (hung.stdout or b"").decode(errors="replace") + "\nhung", -1
    seconds = time.monotonic() - start
    found = SUMMARY.search(output)
    passed, failed = (int(found[2]), int(found[3])) if found else (0, 0)
    if failed == 0 and (code != 0 or passed == 0):
        failed = 1
    return passed, failed, seconds, output


def tell(score, name, passed, failed, seconds, output):
    score.add(name, passed, failed, seconds, output[-20000:])
    for line in RUNS.findall(output):
        print(f"       {line}", flush=True)


def limit_of(chosen):
    return CAMPAIGN_SECONDS if chosen.long else PROGRAM_SECONDS


def run_beside(score, label, runs):
    """Runs of run_program's arguments, some at a time; each is told when it is done."""
    def place(run):
        name = run[0].name
        return LONGEST.index(name) if name in LONGEST else len(LONGEST)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        names = {pool.submit(run_program, *run): run[0].name for run in sorted(runs, key=place)}
        for done in as_completed(names):
            tell(score, label + names[done], *done.result())


def run_units(score, release, environment, chosen):
    alone, beside = [], []
    for program in programs(release):
        if chosen.only in program.name:
            (alone if program.name in ALONE else beside).append(
                (program, environment, (), limit_of(chosen)))
    run_beside(score, "", beside)
    for run in alone:
        tell(score, run[0].name, *run_program(*run))


def run_sanitized(score, names, environment):
    asan = build_preset("asan", [*names, "pufa-decoder", "pufa-admin"])
    sanitized = dict(environment, LSAN_OPTIONS=f"suppressions={ROOT}/tests/support/lsan.supp",
                     UBSAN_OPTIONS="print_stacktrace=1")
    runs = []
    for name in names:
        leaks = "detect_leaks=0" if name in LOAD_GL_DRIVERS else "detect_leaks=1"
        runs.append((asan / name, dict(sanitized, ASAN_OPTIONS=leaks),
                     [f"--test-case-exclude={NOT_UNDER_SANITIZERS}"]))
    run_beside(score, "asan: ", runs)


def run_faults(score, release, environment, chosen):
    """Only in the release build: the faults are preloaded into the programs, and the runtime of a
    sanitizer wants to be the first library and does not survive calls of its own that fail."""
    for program in sorted(release.glob("faults_*")):
        if chosen.only in program.name:
            tell(score, program.name,
                 *run_program(program, environment, limit=limit_of(chosen)))


def programs(folder):
    names = ("unit_", "ui_", "flow_")
    return sorted(p for p in folder.iterdir() if p.name.startswith(names) and os.access(p, os.X_OK))


def build_preset(preset, targets):
    start = time.monotonic()
    folder = ROOT / "build" / preset
    if not (folder / "build.ninja").exists():
        subprocess.run(["cmake", "--preset", preset], cwd=ROOT, check=True,
                       stdout=subprocess.DEVNULL)
    command = ["cmake", "--build", "--preset", preset, "--target", *targets]
    built = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           text=True, errors="replace")
    if built.returncode != 0:
        print(built.stdout[-8000:], flush=True)
        sys.exit(f"{preset} cannot be built")
    print(f"built {preset} in {time.monotonic() - start:.0f} s", flush=True)
    return folder / "bin"


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--long", action="store_true", help="the full campaigns as well")
    options.add_argument("--only", default="", help="only programs whose name holds this")
    chosen = options.parse_args()

    score = Score()
    environment = dict(os.environ, LANG="C.UTF-8", PUFA_DEMO=str(ROOT / "build/demo"))
    # What a program repeats, a long run repeats as often as it can; only in the release build, since
    # a sanitizer keeps what is freed and takes its time.
    released = dict(environment, PUFA_LONG="1") if chosen.long else environment
    release = ROOT / "build/bin"

    if not chosen.only:
        run_check(score, "check: formatting", [sys.executable, "tests/checks/formatting.py"])
        run_check(score, "check: layers", [sys.executable, "tests/checks/layers.py"])
        run_check(score, "check: strings", [sys.executable, "tests/checks/strings.py"])
        run_check(score, "check: tokens", [sys.executable, "tests/checks/tokens.py"])
        run_check(score, "check: sizes and names", [sys.executable, "tests/checks/sources.py"])
        run_check(score, "check: figures of the player bench",
                  [sys.executable, "tests/bench/player/figures_test.py"])
        run_check(score, "check: no libav in the kiosk",
                  [sys.executable, "tests/checks/linkage.py", str(release)])
    run_units(score, release, released, chosen)
    for program in sorted(release.glob("e2e_*")):
        if chosen.only in program.name:
            tell(score, program.name, *run_program(program, environment))
    run_faults(score, release, released, chosen)

    if not chosen.only:
        names = [p.name for p in programs(release) if p.name not in RELEASE_ONLY]
        run_sanitized(score, names, environment)
        build_preset("fuzz", ["fuzz_targets"])
        campaign.campaign(score.add, MINUTES_OF_FUZZING if chosen.long else 0)
        if chosen.long:
            run_check(score, "check: clang-tidy", [sys.executable, "tests/checks/tidy.py"])
            threaded = ["unit_catalog", "unit_tally", "unit_media", "unit_player", "unit_platform"]
            tsan = build_preset("tsan", [*threaded, "pufa-decoder"])
            suppressed = dict(environment,
                              TSAN_OPTIONS=f"suppressions={ROOT}/tests/support/tsan.supp")
            for name in threaded:
                tell(score, f"tsan: {name}", *run_program(tsan / name, suppressed))

    score.close()
    return 0 if score.failed == 0 and score.passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
