#!/usr/bin/env python3
"""Screens name tokens: no raw colour, no ImGui, and a number of more than one digit only where a
`constexpr` gives it a name that begins with k_.

Factors (0.5f), one digit and what stands in words (comments, strings) are free."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "kiosk/screens"
# Their numbers are no sizes.
DRAW_NOTHING = ("kiosk/screens/page.h", "kiosk/screens/words.cpp", "kiosk/screens/markdown.cpp")

WORDS = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
NAMED = re.compile(r"\bconstexpr\b[^;]*\bk_\w+[^;]*;", re.S)
INCLUDE = re.compile(r"^\s*#.*$", re.M)
NUMBER = re.compile(r"(?<![\w.])(\d[\d']*(?:\.\d*)?)(?:[eE][+-]?\d+)?\w*")
RAW_COLOR = re.compile(r"\b0x[0-9A-Fa-f]+\b|#[0-9A-Fa-f]{6}\b|\brgba\s*\(|\bIM_COL32")
IMGUI = re.compile(r"\bIm(?:Gui|Vec2|Vec4|Draw|U32|Font|TextureID)\w*|\bimgui\b")


def blanked(text, pattern):
    """The same with what matches as blanks: line numbers stay."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def faults_of(name, text):
    code = blanked(text, WORDS)
    faults = []

    def fault(at, what):
        faults.append(f"{name}:{code.count(chr(10), 0, at) + 1}: {what}")

    for found in IMGUI.finditer(code):
        fault(found.start(), f"{found[0]}: screens draw through kiosk/ui")
    if name in DRAW_NOTHING:
        return faults
    for found in RAW_COLOR.finditer(code):
        fault(found.start(), f"{found[0]}: a raw colour; name a token of kiosk/ui/theme.h")
    rest = blanked(blanked(code, INCLUDE), NAMED)
    for found in NUMBER.finditer(rest):
        whole = found[1].split(".")[0].replace("'", "")
        if len(whole) > 1:
            fault(found.start(), f"{found[0]}: give it a name, `constexpr float k_...`")
    return faults


def main():
    faults = []
    count = 0
    for path in sorted(FOLDER.glob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        count += 1
        faults += faults_of(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
    if count == 0:
        faults.append("no screens found")
    print("\n".join(faults) if faults else f"{count} files name their tokens")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
