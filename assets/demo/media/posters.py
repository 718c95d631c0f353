"""The cards of the home shelf, 816 × 460, from the same art as the films."""

import math

import cairo

import constitution
import leak
from draw import *
from film import STAGE
from palette import *

WIDTH, HEIGHT = 816, 460


def leak_card(c):
    scale = HEIGHT / STAGE
    c.scale(scale, scale)
    c.translate(-(1280 - WIDTH / scale) / 2, 0)
    leak.at_home(c, 6.2, True)


def constitution_card(c):
    scale = 0.84
    c.save()
    c.scale(scale, scale)
    c.translate(-(1280 - WIDTH / scale) / 2, 0)
    constitution.SCENES[0].start = 0.0
    constitution.stop(0)(c, 3.0, 3.0)
    c.restore()
    bank = STAGE * scale
    box(c, 0, bank, WIDTH, HEIGHT - bank, RIVER_DARK)
    for i in range(9):
        box(c, (i * 131) % WIDTH, bank + 10 + (i * 17) % 42, 70, 3, mix(RIVER_DARK, AQUA, 0.3), 1.5)


CARDS = {"leak": leak_card, "constitution": constitution_card}


def make(name, output):
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
    CARDS[name](cairo.Context(surface))
    surface.write_to_png(str(output))
