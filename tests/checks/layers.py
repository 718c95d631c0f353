#!/usr/bin/env python3
"""The directions of dependency, read from the includes (the linker holds them as well).

Also: which folder alone may know a library's headers."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# layer: the layers whose headers it may include, besides its own
MAY_SEE = {
    "content/base": [],
    "content/model": ["base"],
    "content/strings": ["base", "model"],
    "content/db": ["base"],
    "content/pack": ["base", "model", "db"],
    "content/law": ["base", "model"],
    "content/quiz": ["base", "model"],
    "content/campaign": ["base", "model"],
    "content/place": ["base", "model"],
    "content/settings": ["base", "model", "campaign"],
    "content/stick": ["base"],
    "content/aside": ["base", "model", "db"],
    "content/pin": ["base"],
    "content/checkup": ["base"],
    "content/report": ["base", "model"],
    "content/tally": ["base", "model", "db", "strings"],
    "content/media": ["base"],
    "content/jail": ["base"],
    "content/decoder": ["base", "media", "jail"],
    "content/catalog": ["base", "model", "db", "pack", "place", "law", "campaign"],
    "content/captions": ["base"],
    "content/author": ["base", "model", "strings", "pack", "place", "media", "captions", "law"],
    "kiosk/removable": ["base"],
    "kiosk/system_clock": ["base"],
    "kiosk/player": ["base", "media"],
    "kiosk/ui": ["base", "model", "strings"],
    "kiosk/raster": ["base", "ui"],
    "kiosk/map": ["base", "model", "place", "ui/geometry.h"],
    "kiosk/screens": ["base", "model", "strings", "ui", "map"],
    "kiosk/staff": ["base", "model", "strings", "campaign", "settings", "pin", "report", "checkup", "removable",
                    "system_clock", "screens/staff_page.h"],
    "kiosk/flow": ["base", "model", "strings", "quiz", "campaign", "place", "tally", "catalog",
                   "captions", "map", "screens/page.h"],
    "kiosk/platform": ["base", "media", "ui", "player", "raster"],
    "kiosk/app": ["base", "model", "strings", "db", "aside", "campaign", "tally", "catalog", "captions", "media", "player", "ui",
                  "screens", "flow", "staff", "removable", "system_clock", "settings", "pin", "checkup", "platform",
                  "map", "place"],
    "admin": ["base", "model", "strings", "db", "aside", "settings", "pin", "checkup", "campaign", "pack", "catalog", "law", "tally",
              "author", "media", "stick"],
}

# a header's name: the only folders that may include it
KEPT_IN = {
    r"sqlite3\.h": ["content/db"],
    r"lib(av\w*|sw\w*)/": ["content/decoder"],
    r"SDL": ["kiosk/platform"],
    r"seccomp\.h": ["content/jail"],
    r"systemd/": ["kiosk/removable", "kiosk/system_clock"],
    r"libyuv": ["kiosk/platform"],
    r"epoxy/|GL/|GLES": ["kiosk/platform"],
    r"X11/": ["kiosk/platform"],
    r"imgui\w*\.h": ["kiosk/ui", "kiosk/raster", "kiosk/platform", "kiosk/app"],
    r"ft2build\.h|freetype/": ["kiosk/ui", "content/author"],
    r"unicode/": ["kiosk/ui", "content/author", "content/pack"],
    r"sodium\.h": ["content/pack", "content/pin"],
    r"geos_c\.h": ["content/author"],
    r"qrencode\.h": ["kiosk/ui"],
    r"md4c\.h": ["kiosk/screens"],
    r"xlsxwriter\.h": ["content/author", "content/tally"],
    r"openssl/": ["content/base"],
    r"simdjson\.h": ["content/model"],
    r"toml\+\+/|toml\.hpp|tomlplusplus": ["content/author", "content/pack", "kiosk/app", "admin"],
    r"CLI/": ["admin", "kiosk/app"],
}

# The same for the tests, whose folders are not layers. The floor of the player's bench is libav alone,
# and its watcher looks at the display whoever draws there: neither may go through our own code.
TESTS_KEPT_IN = {
    r"lib(av(codec|format|device|filter)|sw\w*)/": ["tests/unit/decoder", "tests/bench/player"],
    r"X11/": ["tests/bench/player"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def layer_of(path):
    parts = path.relative_to(ROOT).parts
    return "admin" if parts[0] == "admin" else "/".join(parts[:2])


def allowed(layer, target):
    """`target` is the included path, content/… or kiosk/… or admin/…"""
    if layer_of(ROOT / target) == layer:
        return True
    for seen in MAY_SEE[layer]:
        if "/" in seen:
            if target == f"kiosk/{seen}":
                return True
        elif target.startswith((f"content/{seen}/", f"kiosk/{seen}/")):
            return True
    return False


def main():
    faults = []
    count = 0
    for folder in ("content", "kiosk", "admin"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            count += 1
            layer = layer_of(path)
            name = path.relative_to(ROOT)
            if layer not in MAY_SEE:
                faults.append(f"{name}: {layer} is not a layer that docs/ARCHITECTURE.md knows")
                continue
            for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
                if target.startswith(("content/", "kiosk/", "admin/")):
                    if not allowed(layer, target):
                        faults.append(f"{name}: {layer} may not see {target}")
                    continue
                for pattern, homes in KEPT_IN.items():
                    if re.match(pattern, target) and layer not in homes:
                        faults.append(f"{name}: {target} belongs to {', '.join(homes)}")
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        name = path.relative_to(ROOT)
        for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            for pattern, homes in TESTS_KEPT_IN.items():
                if re.match(pattern, target) and str(name.parent) not in homes:
                    faults.append(f"{name}: {target} belongs to {', '.join(homes)}")
    if count == 0:
        faults.append("no sources found")
    print("\n".join(faults) if faults else f"{count} files keep the directions")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
