#!/usr/bin/env python3
"""The three catalogues hold the same keys and placeholders, every key is used and every key used is
there, and gettext's own msgfmt takes the files."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
ENTRY = re.compile(r'^msgid "((?:[^"\\]|\\.)+)"\nmsgstr "((?:[^"\\]|\\.)*)"', re.M)
PLACEHOLDER = re.compile(r"\{\w+\}")
# Characters of the other script that slip in by careless conversion.
ONLY_HANT = set("這個國們會時對說請類視頻號證關麼嗎開點後從還過進當與體")
ONLY_HANS = set("这个国们会时对说请类视频号证关么吗开点从还过进当与体")


def main():
    faults = []
    words = {}
    for language in LANGUAGES:
        path = ROOT / f"assets/strings/{language}.po"
        words[language] = dict(ENTRY.findall(path.read_text(encoding="utf-8")))
        done = subprocess.run(["msgfmt", "-c", "--check-accelerators", "-o", "/dev/null", path],
                              capture_output=True, text=True)
        if done.returncode:
            faults.append(f"{path.name}: {done.stderr.strip()}")
    base = words["zh-Hans"]
    for language in LANGUAGES[1:]:
        for key in sorted(base.keys() ^ words[language].keys()):
            faults.append(f"{key}: only in one of zh-Hans and {language}")
        for key in sorted(base.keys() & words[language].keys()):
            if set(PLACEHOLDER.findall(base[key])) != set(PLACEHOLDER.findall(words[language][key])):
                faults.append(f"{key}: other placeholders in {language}")
    for key, text in base.items():
        if set(text) & (ONLY_HANT - ONLY_HANS):
            faults.append(f"{key}: Traditional characters in zh-Hans")
    for key, text in words["zh-Hant"].items():
        if set(text) & (ONLY_HANS - ONLY_HANT):
            faults.append(f"{key}: Simplified characters in zh-Hant")

    code = "\n".join(p.read_text(encoding="utf-8") for folder in ("content", "kiosk", "admin")
                     for kind in ("*.h", "*.cpp") for p in (ROOT / folder).rglob(kind))
    literals = set(re.findall(r'"([a-z][\w.\-]*)"', code))
    # Keys made of a fixed beginning and an enumerator's name, "error." + name or "month.{}".
    composed = [re.compile(re.escape(text) + r"[\w-]+") for text in
                re.findall(r'"([a-z][\w.]*\.)"', code)]
    composed += [re.compile(re.escape(text).replace(r"\{\}", r"[\w-]+")) for text in
                 re.findall(r'"([a-z][\w.]*\.[\w.]*\{\}[\w.{}]*)"', code)]
    errors = set(re.findall(r"X\((\w+), (?:input|usage|machine)\)", code))
    for key in sorted(base):
        if key not in literals and not any(shape.fullmatch(key) for shape in composed):
            faults.append(f"{key}: no code uses it")
    for code_name in sorted(errors):
        if f"error.{code_name}" not in base:
            faults.append(f"error.{code_name}: a code without a sentence")
    for key in sorted(base):
        if key.startswith("error.") and key[6:] not in errors:
            faults.append(f"{key}: a sentence without a code")
    for key in sorted(set(re.findall(r'\b(?:tr|text)\(\s*(?:[\w.()]+,\s*)?"([a-z][\w.\-]*\.[\w.\-]+)"', code))):
        if key not in base:
            faults.append(f"{key}: used, but without words")
    print("\n".join(faults) if faults else f"{len(base)} keys in {len(LANGUAGES)} languages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
