#!/usr/bin/env python3
"""The kiosk links no libav: only the decoder does."""

import re
import subprocess
import sys
from pathlib import Path


def libav(program):
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return re.findall(r"lib(?:av|sw)\w*\.so\S*", listed)


folder = Path(sys.argv[1])
found = libav(folder / "pufa-kiosk") + libav(folder / "pufa-admin")
if found:
    sys.exit(f"linked against {', '.join(found)}")
if not libav(folder / "pufa-decoder"):
    sys.exit("pufa-decoder links no libav: this check looks at the wrong thing")
print("only pufa-decoder links libav")
