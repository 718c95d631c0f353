"""check_frame_code.py FILE: decodes every frame and reads its number; exit 1 if one is wrong."""

import subprocess
import sys

CELLS = 16
width, height = 1280, 36  # the strip of a 1280 × 720 picture

frames = subprocess.run(["ffmpeg", "-v", "error", "-i", sys.argv[1], "-vf", f"crop={width}:{height}:0:0,format=gray",
                         "-f", "rawvideo", "pipe:1"], check=True, stdout=subprocess.PIPE).stdout
count, wrong, margin = len(frames) // (width * height), 0, 255
for number in range(count):
    base = number * width * height
    read = 0
    for cell in range(CELLS):
        # nine points of the cell, away from its edges
        points = [frames[base + y * width + cell * 80 + x] for y in (8, 18, 28) for x in (16, 40, 64)]
        level = sum(points) / len(points)
        margin = min(margin, abs(level - 127.5))
        read = read << 1 | (level > 127.5)
    if read != number:
        wrong += 1
        print(f"frame {number} reads {read}")
print(f"{count} frames, {wrong} wrong, smallest distance from grey {margin:.1f} of 127.5")
sys.exit(1 if wrong or count == 0 else 0)
