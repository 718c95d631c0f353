"""pictures.py FOLDER: the pictures of the questions, 816 × 460. Drawn without a word in them: what is
to be seen stands beside them in the question sheet, in three languages."""

import math
import sys
from pathlib import Path

import cairo

from draw import *
from palette import *
from people import NEIGHBOUR, PUPIL, WORRIED, stand
from places import cloud, hills, palm, tree

WIDTH, HEIGHT = 816, 460
GROUND = HEIGHT - 34


def windows(c, left, width):
    for row in range(3):
        for column in range(3):
            x, y = left + 34 + column * 96, 34 + row * 118
            box(c, x - 6, y - 6, 72, 86, CARD)
            box(c, x, y, 60, 74, mix(RIVER_TINT, WATER, 0.35))
            box(c, x + 28, y, 4, 74, CARD)
            box(c, x - 10, y + 80, 80, 9, mix(PEEL, STONE, 0.5))


def throwing(c):
    """Somebody at a high window throws a bag; people walk below."""
    box(c, 0, 0, WIDTH, HEIGHT, RIVER_TINT)
    disc(c, 700, 76, 42, GOLD_TINT)
    hills(c, WIDTH, GROUND, 96, mix(RIVER_TINT, RIVER, 0.16), 0.6, 150)
    cloud(c, 560, 70, 46, CARD)
    tree(c, 742, GROUND, 170, PALM, WOOD_DARK)
    palm(c, 640, GROUND, 150, mix(PALM, RIVER_TINT, 0.3), WOOD)
    left, width = 40, 322
    box(c, left, 0, width, GROUND, mix(PEEL_TINT, PEEL, 0.10))
    box(c, left + width - 40, 0, 40, GROUND, mix(PEEL_TINT, PEEL, 0.20))
    windows(c, left, width)
    # who throws: the right window of the upper row, wide open
    x, y = left + 34 + 2 * 96, 34
    box(c, x - 6, y - 6, 72, 86, RIVER_DARK)
    c.save()
    c.rectangle(x - 6, y - 6, 200, 86)
    c.clip()
    stand(c, x + 26, y + 172, 176, NEIGHBOUR, 1, near=(0.36, 0.72), far=(0.10, 0.5))
    c.restore()
    # the way of the bag, and the bag
    for i in range(13):
        t = i / 12
        disc(c, x + 92 + 150 * t, y + 60 + 96 * t * t, 4, SEAL, 0.25 + 0.6 * t)
    bag_x, bag_y = x + 258, y + 196
    shape(c, [(bag_x - 26, bag_y + 26), (bag_x + 26, bag_y + 26), (bag_x + 14, bag_y - 14), (bag_x - 14, bag_y - 14)], INK2)
    ellipse(c, bag_x, bag_y + 20, 30, 18, INK2)
    shape(c, [(bag_x - 6, bag_y - 14), (bag_x - 16, bag_y - 34), (bag_x, bag_y - 22), (bag_x + 16, bag_y - 34), (bag_x + 6, bag_y - 14)], BRICK)
    for i in range(5):
        angle = -math.pi * (0.2 + 0.15 * i)
        line(c, [(bag_x + 48 * math.cos(angle), bag_y + 48 * math.sin(angle)),
                 (bag_x + 66 * math.cos(angle), bag_y + 66 * math.sin(angle))], SEAL, 5, 0.7)
    box(c, 0, GROUND, WIDTH, HEIGHT - GROUND, mix(STONE, BRICK, 0.25))
    for joint in range(0, WIDTH, 68):
        box(c, joint, GROUND, 3, HEIGHT - GROUND, mix(STONE, BRICK, 0.4))
    stand(c, bag_x + 8, GROUND + 10, 120, PUPIL, 1, near=(0.14, 0.92))
    stand(c, bag_x - 74, GROUND + 10, 152, WORRIED, 1, near=(0.2, 0.86), far=(0.1, 0.5))


PICTURES = {"throwing": throwing}


def make(folder):
    for name, draw in PICTURES.items():
        surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
        draw(cairo.Context(surface))
        surface.write_to_png(str(folder / f"{name}.png"))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
