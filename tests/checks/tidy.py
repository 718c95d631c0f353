#!/usr/bin/env python3
"""clang-tidy over every source of the release build, two at a time."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"


def check(source):
    done = subprocess.run(["clang-tidy", "--quiet", "-p", str(BUILD), source],
                          capture_output=True, text=True, errors="replace")
    return source, done.returncode, done.stdout


def main():
    commands = json.loads((BUILD / "compile_commands.json").read_text())
    sources = sorted({c["file"] for c in commands
                      if c["file"].startswith(str(ROOT)) and "/build/" not in c["file"]})
    if len(sys.argv) > 1:
        sources = [s for s in sources if any(word in s for word in sys.argv[1:])]
    bad = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for source, code, output in pool.map(check, sources):
            if code:
                bad += 1
                print(output)
    print(f"{len(sources)} files, {bad} with findings")
    return 1 if bad or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
