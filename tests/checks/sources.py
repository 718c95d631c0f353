#!/usr/bin/env python3
"""House rules that a compiler does not hold: sizes of files and of main programs, names nobody
should need, unfinished marks, calls that throw where a Result is due."""

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
# std::filesystem as it throws: what the world can break is a Result here.
ASKS_THE_DISK = re.compile(
    r"\b(?:std::filesystem|fs)::"
    r"(exists|file_size|is_\w+|create_\w+|remove\w*|rename|copy\w*|status|symlink_status|absolute|"
    r"canonical|weakly_canonical|equivalent|last_write_time|space|resize_file|read_symlink|relative|"
    r"proximate|permissions|current_path|temp_directory_path|"
    r"(?:recursive_)?directory_iterator(?:\s+\w+)?)\s*[({]")
DOES_NOT_THROW = re.compile(r"\b(?:error|ignored|failed|status|symlink_status)\b")
STEP_THROWS = re.compile(r"for \([^;()]*:\s*(?:std::filesystem|fs)::(?:recursive_)?directory_iterator")


def arguments(text, at):
    """What stands between the bracket before `at` and its end."""
    depth = 1
    for end in range(at, len(text)):
        depth += (text[end] in "({") - (text[end] in ")}")
        if depth == 0:
            return text[at:end]
    return text[at:]


# A literal with a NUL in it counts itself ("a\0b"sv); counted by hand it is read past its end.
COUNTED_BY_HAND = re.compile(r'std::string(?:_view)?[({]\s*"(?:[^"\\]|\\.)*",\s*\d+[)}]')
# What the index is taken of has gone before the first step of the loop (C++20 keeps the last one
# only).
GONE_IN_LOOP = re.compile(r"for \([^;()]*:[^;]*\)(\[|\.at\()[^;]*\)$", re.M)


def throwing(text):
    for found in ASKS_THE_DISK.finditer(text):
        given = arguments(text, found.end()).strip()
        if not DOES_NOT_THROW.search(given) and not (given == "" and "iterator" in found[1]):
            yield f"{found[0]}{given})"
    yield from (found[0] for found in STEP_THROWS.finditer(text))


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
                              (UNFINISHED, "an unfinished mark"),
                              (COUNTED_BY_HAND, "a literal counted by hand"),
                              (GONE_IN_LOOP, "a loop over a part of what has gone")):
            found = pattern.search(text)
            if found:
                faults.append(f"{name}: {what}: {found[0]}")
        if name.startswith(("content/", "admin/")):
            faults += [f"{name}: throws when the disk fails; use the overload with an error_code: "
                       f"{call}" for call in throwing(text)]
        if name.startswith("kiosk/screens/") and RAW_COLOR.search(text):
            faults.append(f"{name}: a raw colour in a screen; name a token of kiosk/ui/theme.h")
    if count == 0:
        faults.append("no sources found")
    print("\n".join(faults) if faults else f"{count} files")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
