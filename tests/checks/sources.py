#!/usr/bin/env python3
"""House rules that a compiler does not hold: sizes of files and of main programs, names nobody
should need, unfinished marks, machine paths."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 450
MOST_MAIN_LINES = 30
BAD_NAMES = re.compile(r"\b(?:class|struct)\s+\w*(?:Manager|Helper|Util)s?\b")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b")
RAW_COLOR = re.compile(r"IM_COL32|0x[0-9A-Fa-f]{8}\b")


def main():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"],
                            cwd=ROOT, capture_output=True, text=True)
    names = listed.stdout.split("\n") if listed.returncode == 0 else \
        [str(p.relative_to(ROOT)) for f in ("content", "kiosk", "admin", "tests")
         for p in (ROOT / f).rglob("*")]
    faults = []
    count = 0
    for name in sorted(n for n in names if n.endswith((".h", ".cpp"))):
        path = ROOT / name
        if not path.exists():
            continue
        count += 1
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines > MOST_LINES:
            faults.append(f"{name}: {lines} lines; it asks to be two files")
        if path.name == "main.cpp" and lines > MOST_MAIN_LINES:
            faults.append(f"{name}: {lines} lines; a main program has at most {MOST_MAIN_LINES}")
        for pattern, what in ((BAD_NAMES, "a name that says nothing"),
                              (UNFINISHED, "an unfinished mark")):
            found = pattern.search(text)
            if found:
                faults.append(f"{name}: {what}: {found[0]}")
        if name.startswith("kiosk/screens/") and RAW_COLOR.search(text):
            faults.append(f"{name}: a raw colour in a screen; name a token of kiosk/ui/theme.h")
    if count == 0:
        faults.append("no sources found")
    print("\n".join(faults) if faults else f"{count} files")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
