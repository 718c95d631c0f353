#!/usr/bin/env python3
"""Every C++ source is as clang-format leaves it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("content", "kiosk", "admin", "tests")

sources = sorted(str(p) for folder in FOLDERS for kind in ("*.h", "*.cpp")
                 for p in (ROOT / folder).rglob(kind))
if not sources:
    sys.exit("no sources found")
done = subprocess.run(["clang-format", "--dry-run", "--Werror", *sources])
if done.returncode:
    sys.exit("run ./dev format")
print(f"{len(sources)} files")
