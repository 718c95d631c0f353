"""finder_pictures.py FOLDER: a picture for each kind of dispute of the finder, 816 × 460, to
FOLDER/finder/<id of the kind>.png. Without a word in them: the title stands beside, in three languages.
"""

import math
import sys
from dataclasses import replace
from pathlib import Path

import cairo

from draw import *
from icons import *
from palette import *
from people import GRANDMOTHER, MEDIATOR, NEIGHBOUR, PUPIL, WORRIED, YOUTH, sit, stand
from places import cloud, courthouse, hills, palm, tower, tree

WIDTH, HEIGHT = 816, 460
GROUND = HEIGHT - 40
STILL = 3.0  # the moment at which the moving things of icons.py are drawn
MOTHER = replace(MEDIATOR, coat=PEEL, coat_shade=mix(PEEL, INK, 0.25), glasses=False)
FATHER = replace(YOUTH, coat=INK2, coat_shade=mix(INK2, INK, 0.3))
ELDER = replace(GRANDMOTHER, style="short", coat=BRICK, coat_shade=mix(BRICK, INK, 0.3))


def outdoors(c, sky, land, floor):
    box(c, 0, 0, WIDTH, HEIGHT, sky)
    disc(c, 706, 84, 44, GOLD_TINT)
    cloud(c, 170, 92, 52, CARD)
    hills(c, WIDTH, GROUND, 120, land, 0.8, 150)
    box(c, 0, GROUND, WIDTH, HEIGHT - GROUND, floor)


def indoors(c, wall, floor):
    box(c, 0, 0, WIDTH, HEIGHT, wall)
    box(c, 0, GROUND - 46, WIDTH, 8, mix(wall, INK, 0.10))
    box(c, 0, GROUND - 38, WIDTH, HEIGHT, floor)


def table(c, top, left=90, right=WIDTH - 90, colour=WOOD):
    box(c, left, top, right - left, 26, colour, 8)
    for x in (left + 40, right - 58):
        box(c, x, top + 20, 18, HEIGHT - top, mix(colour, INK, 0.25))


def thing(c, x, y, scale, draw, *more, turn=0.0):
    place(c, x, y, scale, draw, STILL, *more, turn=turn)


def yuan(c, t):
    """The coin, seen from its face."""
    coin(c, 0.0, "¥")


def paving(c):
    box(c, 0, GROUND, WIDTH, HEIGHT - GROUND, mix(STONE, BRICK, 0.2))
    for x in range(0, WIDTH, 68):
        box(c, x, GROUND, 3, HEIGHT - GROUND, mix(STONE, BRICK, 0.36))


def drop(c, x, y, size, colour):
    c.new_path()
    c.move_to(x, y - size * 1.5)
    c.curve_to(x + size * 0.5, y - size * 0.6, x + size, y - size * 0.2, x + size, y + size * 0.2)
    c.arc(x, y + size * 0.2, size, 0, math.pi)
    c.curve_to(x - size, y - size * 0.2, x - size * 0.5, y - size * 0.6, x, y - size * 1.5)
    c.close_path()
    fill(c, colour)


def leak(c):
    """A bath runs over above; below, water comes through the ceiling into a bucket."""
    indoors(c, PEEL_TINT, mix(WOOD_LIGHT, WOOD, 0.25))
    box(c, 0, 0, WIDTH, 116, RIVER_TINT)
    box(c, 0, 104, WIDTH, 34, STONE_DARK)
    c.save()
    c.rectangle(0, 0, WIDTH, 104)
    c.clip()
    box(c, 420, 34, 130, 70, CARD, 12)
    box(c, 400, 30, 170, 16, CARD, 8)
    line(c, [(556, 30), (556, 4), (532, 4)], BRICK, 9)
    ellipse(c, 500, 106, 120, 12, WATER)
    c.restore()
    ellipse(c, 500, 138, 96, 34, mix(WATER, PEEL_TINT, 0.45), 1, 0, math.pi)
    for x, y, size in ((500, 208, 13), (474, 262, 11), (526, 290, 12), (500, 330, 10)):
        drop(c, x, y, size, WATER)
    shape(c, [(444, 362), (556, 362), (540, 432), (460, 432)], RIVER)
    ellipse(c, 500, 362, 56, 14, WATER_LIGHT)
    stand(c, 300, GROUND + 16, 262, WORRIED, 1, near=(0.30, 0.84), far=(0.12, 0.5))


def family(c):
    """A couple apart at a table, a child between."""
    indoors(c, PEEL_TINT, mix(WOOD_LIGHT, WOOD, 0.25))
    box(c, 306, 28, 204, 196, CARD, 10)
    box(c, 318, 40, 180, 172, RIVER_TINT, 4)
    thing(c, 408, 134, 0.78, house)
    top = 356
    sit(c, 190, top, 300, replace(MOTHER, worried=True), 1, hand=(0.2, 0.02))
    sit(c, 626, top, 310, replace(FATHER, worried=True), -1, hand=(0.2, 0.02))
    sit(c, 408, top, 200, replace(PUPIL, worried=True), 1)
    table(c, top)


def violence(c):
    """A shield behind one who is afraid, a telephone at hand."""
    box(c, 0, 0, WIDTH, HEIGHT, mix(SEAL_TINT, SEAL, 0.10))
    disc(c, 430, 236, 210, SEAL_TINT)
    box(c, 0, GROUND, WIDTH, HEIGHT, mix(SEAL_TINT, SEAL, 0.3))
    thing(c, 436, 206, 1.72, shield, RIVER, False)
    stand(c, 430, GROUND + 8, 290, replace(MOTHER, worried=True), 1, near=(0.05, 0.62), far=(0.10, 0.58))
    thing(c, 668, 250, 0.92, phone, SEAL)
    thing(c, 166, 262, 0.92, house, CARD, PEEL)


def support(c):
    """A daughter holds the arm of an old woman, a child beside."""
    outdoors(c, mix(GOLD_TINT, CARD, 0.2), mix(GOLD_TINT, PALM, 0.3), mix(PALM_TINT, PALM, 0.3))
    tree(c, 690, GROUND, 230, PALM, WOOD_DARK)
    stand(c, 330, GROUND + 14, 296, GRANDMOTHER, 1, near=(0.14, 0.44), far=(0.2, 0.46))
    line(c, [(374, GROUND - 116), (392, GROUND + 12)], WOOD_DARK, 8)
    stand(c, 238, GROUND + 14, 318, MEDIATOR, 1, near=(0.2, 0.5), far=(0.12, 0.5))
    stand(c, 492, GROUND + 14, 196, PUPIL, -1, near=(0.22, 0.62), far=(0.1, 0.42))
    thing(c, 136, 190, 0.44, heart)


def inheritance(c):
    """A house, and three who share: the tree of a family."""
    box(c, 0, 0, WIDTH, HEIGHT, GOLD_TINT)
    box(c, 0, GROUND - 6, WIDTH, HEIGHT, mix(GOLD_TINT, GOLD, 0.35))
    line(c, [(408, 200), (408, 262)], BRICK, 7)
    line(c, [(170, 316), (170, 262), (646, 262), (646, 316)], BRICK, 7)
    line(c, [(408, 262), (408, 316)], BRICK, 7)
    thing(c, 408, 122, 1.08, house)
    for x, look, grey in ((170, PALM, False), (408, SEAL, True), (646, RIVER, False)):
        thing(c, x, 348, 0.80, person, look, HAIR, True, grey)
    thing(c, 670, 118, 0.72, paper)
    thing(c, 146, 118, 0.7, key)


def wages(c):
    """A builder holds out his hands at the end of the month."""
    outdoors(c, RIVER_TINT, mix(RIVER_TINT, RIVER, 0.18), mix(STONE, BRICK, 0.2))
    for x, high in ((516, 300), (650, 220)):
        box(c, x, GROUND - high, 104, high, mix(BRICK, CARD, 0.45))
        for row in range(high // 60):
            for column in range(2):
                box(c, x + 18 + column * 42, GROUND - high + 22 + row * 58, 24, 32, RIVER_TINT)
    line(c, [(480, GROUND), (480, 70), (730, 70)], GOLD, 11)
    line(c, [(480, 120), (540, 70)], GOLD, 7)
    line(c, [(690, 70), (690, 124)], INK2, 4)
    stand(c, 250, GROUND + 10, 318, replace(YOUTH, coat=PEEL, coat_shade=mix(PEEL, INK, 0.3), worried=True), 1,
          near=(0.24, 0.54), far=(0.22, 0.50))
    ellipse(c, 254, GROUND - 280, 37, 36, AMBER, 1, math.pi, 0)
    box(c, 210, GROUND - 286, 94, 10, AMBER, 5)
    thing(c, 404, 364, 0.60, coins)
    thing(c, 120, 220, 0.68, calendar, "30", "")


def injury(c):
    """A worker with a bandaged arm, a helmet and a gear."""
    indoors(c, mix(MIST, RIVER_TINT, 0.5), mix(STONE, BRICK, 0.25))
    for x, y, size, colour in ((610, 164, 84, INK2), (708, 282, 54, BRICK)):
        for i in range(8):
            a = i * math.pi / 4 + 0.2
            line(c, [(x, y), (x + size * 1.22 * math.cos(a), y + size * 1.22 * math.sin(a))], colour, size * 0.36)
        disc(c, x, y, size, colour)
        disc(c, x, y, size * 0.42, MIST)
    worker = replace(YOUTH, coat=RIVER, coat_shade=RIVER_DARK, worried=True)
    stand(c, 330, GROUND + 14, 360, worker, 1, near=(0.16, 0.60), far=(0.06, 0.42))
    line(c, [(306, 158), (374, 206)], CARD, 11)
    line(c, [(356, 226), (392, 212)], CARD, 26)
    ellipse(c, 334, 106, 42, 42, AMBER, 1, math.pi, 0)
    box(c, 284, 100, 106, 11, AMBER, 5)
    disc(c, 154, 196, 62, CARD)
    box(c, 140, 158, 28, 76, SEAL, 5)
    box(c, 116, 182, 76, 28, SEAL, 5)


def debt(c):
    """A note of hand between two, and coins that have not come back."""
    box(c, 0, 0, WIDTH, HEIGHT, mix(GOLD_TINT, PEEL_TINT, 0.5))
    box(c, 0, GROUND, WIDTH, HEIGHT, mix(PEEL_TINT, PEEL, 0.25))
    stand(c, 160, GROUND + 10, 330, WORRIED, 1, near=(0.28, 0.56), far=(0.24, 0.5))
    stand(c, 664, GROUND + 10, 334, NEIGHBOUR, 1, near=(0.1, 0.4), far=(0.12, 0.42))
    thing(c, 408, 186, 1.02, paper)
    thing(c, 462, 368, 0.56, yuan)
    thing(c, 356, 366, 0.60, coins)


def consumer(c):
    """A parcel that has come broken, and the way back."""
    box(c, 0, 0, WIDTH, HEIGHT, PALM_TINT)
    box(c, 0, GROUND - 20, WIDTH, HEIGHT, mix(PALM_TINT, PALM, 0.3))
    box(c, 300, 206, 230, 196, WOOD_LIGHT)
    box(c, 470, 206, 60, 196, mix(WOOD_LIGHT, WOOD, 0.35))
    shape(c, [(300, 206), (256, 158), (392, 158), (412, 206)], mix(WOOD_LIGHT, WOOD, 0.2))
    shape(c, [(530, 206), (576, 158), (436, 158), (416, 206)], mix(WOOD_LIGHT, WOOD, 0.12))
    box(c, 392, 206, 42, 70, GOLD)
    line(c, [(330, 300), (362, 326), (346, 346), (386, 384)], WOOD_DARK, 6)
    stand(c, 160, GROUND + 12, 322, replace(MOTHER, worried=True), 1, near=(0.30, 0.56), far=(0.26, 0.52))
    c.new_path()
    c.arc(664, 210, 76, math.pi * 0.9, math.pi * 2.35)
    stroke(c, SEAL, 20)
    shape(c, [(560, 224), (626, 224), (590, 276)], SEAL)
    thing(c, 664, 210, 0.52, yuan)
    thing(c, 640, 352, 0.44, paper)


def property_(c):
    """A block of flats: a lift that stands still, a broken lamp."""
    outdoors(c, RIVER_TINT, mix(RIVER_TINT, RIVER, 0.16), mix(STONE, BRICK, 0.2))
    paving(c)
    box(c, 232, 36, 352, GROUND - 36, mix(PEEL_TINT, PEEL, 0.12))
    box(c, 220, 24, 376, 18, mix(PEEL, INK, 0.1))
    for row in range(4):
        for column in (0, 1, 3, 4):
            x, y = 256 + column * 66, 66 + row * 84
            box(c, x, y, 42, 50, AMBER if (row + column) % 3 == 0 else mix(WATER, RIVER_TINT, 0.5), 3)
    box(c, 378, 60, 60, GROUND - 60, MIST)
    line(c, [(408, 60), (408, 212)], INK2, 4)
    box(c, 384, 212, 48, 66, BRICK, 4)
    box(c, 406, 212, 4, 66, MIST)
    thing(c, 408, 330, 0.44, banned)
    tree(c, 128, GROUND, 210, PALM, WOOD_DARK)
    stand(c, 664, GROUND + 12, 236, WORRIED, -1, near=(0.30, 0.74), far=(0.1, 0.5))


def land(c):
    """Fields with a line that two farmers see differently."""
    outdoors(c, mix(RIVER_TINT, CARD, 0.3), mix(PALM_TINT, PALM, 0.4), mix(PALM_TINT, PALM, 0.55))
    top = 262
    shape(c, [(0, top), (WIDTH, top), (WIDTH, HEIGHT), (0, HEIGHT)], mix(PALM_TINT, PALM, 0.45))
    for i in range(9):
        x = i * 51
        shape(c, [(x + 40, top), (x + 58, top), (x * 1.0 - 20, HEIGHT), (x * 1.0 - 60, HEIGHT)], mix(PALM, GOLD_TINT, 0.35))
    shape(c, [(430, top), (WIDTH, top), (WIDTH, HEIGHT), (470, HEIGHT)], mix(GOLD_TINT, GOLD, 0.5))
    for i in range(7):
        line(c, [(450 + i * 56, top + 8), (500 + i * 66, HEIGHT)], mix(GOLD, PEEL, 0.25), 8)
    for i in range(4):
        t = i / 3
        x, y = 430 + 32 * t, top + 6 + 176 * t
        box(c, x - 5 - 4 * t, y - 40 - 34 * t, 10 + 8 * t, 40 + 34 * t, CARD, 2)
        box(c, x - 5 - 4 * t, y - 40 - 34 * t, 10 + 8 * t, 12 + 8 * t, SEAL, 2)
    thing(c, 724, 202, 0.72, house)
    stand(c, 262, GROUND + 16, 262, replace(NEIGHBOUR, worried=True), 1, near=(0.34, 0.60), far=(0.1, 0.45))
    stand(c, 606, GROUND + 16, 262, replace(FATHER, worried=True), -1, near=(0.34, 0.60), far=(0.1, 0.45))


def car(c, x, ground, size, colour):
    box(c, x - size, ground - size * 0.62, size * 2, size * 0.42, colour, size * 0.16)
    shape(c, [(x - size * 0.55, ground - size * 0.60), (x - size * 0.32, ground - size * 1.0),
              (x + size * 0.36, ground - size * 1.0), (x + size * 0.66, ground - size * 0.60)], colour)
    shape(c, [(x - size * 0.42, ground - size * 0.62), (x - size * 0.25, ground - size * 0.90),
              (x - size * 0.02, ground - size * 0.90), (x - size * 0.02, ground - size * 0.62)], RIVER_TINT)
    shape(c, [(x + size * 0.08, ground - size * 0.62), (x + size * 0.08, ground - size * 0.90),
              (x + size * 0.31, ground - size * 0.90), (x + size * 0.50, ground - size * 0.62)], RIVER_TINT)
    for dx in (-0.56, 0.56):
        disc(c, x + size * dx, ground - size * 0.18, size * 0.22, INK)
        disc(c, x + size * dx, ground - size * 0.18, size * 0.10, LINE)


def traffic(c):
    """A car has hit an electric bicycle."""
    outdoors(c, RIVER_TINT, mix(RIVER_TINT, PALM, 0.3), mix(BRICK, INK, 0.1))
    box(c, 0, 330, WIDTH, HEIGHT, mix(BRICK, INK, 0.15))
    for x in range(20, WIDTH, 150):
        box(c, x, 432, 84, 9, GOLD_TINT)
    car(c, 244, 408, 158, SEAL)
    for i in range(9):
        a = i * 2 * math.pi / 9
        line(c, [(436 + 24 * math.cos(a), 316 + 24 * math.sin(a)), (436 + 48 * math.cos(a), 316 + 48 * math.sin(a))], AMBER, 8)
    c.save()
    c.translate(562, 372)
    c.rotate(0.32)
    for x in (-62, 62):
        c.new_path()
        c.arc(x, 0, 36, 0, 2 * math.pi)
        stroke(c, INK, 11)
    line(c, [(-62, 0), (-14, -8), (34, -4), (62, 0), (44, -72), (64, -82)], RIVER_TINT, 11)
    box(c, -44, -46, 56, 16, INK, 8)
    line(c, [(-16, -34), (-14, -8)], RIVER_TINT, 11)
    c.restore()
    stand(c, 704, 420, 252, replace(YOUTH, worried=True), -1, near=(0.05, 0.62), far=(0.1, 0.42))


def review(c):
    """A decision under the glass; the house it came from."""
    outdoors(c, MIST, mix(MIST, RIVER, 0.12), mix(STONE, BRICK, 0.2))
    courthouse(c, 250, GROUND, 330, 330, (mix(STONE, CARD, 0.3), STONE_SHADE, STONE_DARK, INK2))
    thing(c, 560, 232, 1.42, paper)
    thing(c, 626, 288, 0.86, magnifier)


def notary(c):
    """A sheet with a red seal, and the pen."""
    box(c, 0, 0, WIDTH, HEIGHT, mix(RIVER_TINT, CARD, 0.2))
    box(c, 0, 352, WIDTH, HEIGHT, WOOD)
    box(c, 0, 352, WIDTH, 12, WOOD_DARK)
    for x, turn in ((372, -0.08), (408, 0.03)):
        thing(c, x, 222, 1.70, paper, turn=turn)
    for i in range(24):
        a = i * math.pi / 12
        disc(c, 478 + 50 * math.cos(a), 306 + 50 * math.sin(a), 9, SEAL)
    disc(c, 478, 306, 52, SEAL)
    disc(c, 478, 306, 38, mix(SEAL, CARD, 0.25))
    disc(c, 478, 306, 30, SEAL)
    thing(c, 478, 306, 0.26, lambda k, t: line(k, [(-60, 0), (-14, 46), (66, -50)], CARD, 26))
    shape(c, [(446, 344), (470, 352), (458, 432), (440, 402), (416, 416)], mix(SEAL, INK, 0.15))
    shape(c, [(510, 344), (486, 352), (498, 432), (516, 402), (540, 416)], mix(SEAL, INK, 0.15))
    line(c, [(640, 128), (566, 252)], INK2, 22)
    shape(c, [(576, 258), (557, 247), (550, 276)], GOLD)
    thing(c, 160, 232, 0.74, person, RIVER)


def no_money(c):
    """Scales held level for one who has little: a lawyer at the side."""
    box(c, 0, 0, WIDTH, HEIGHT, RIVER_TINT)
    disc(c, 408, 210, 190, mix(RIVER_TINT, CARD, 0.5))
    box(c, 0, GROUND, WIDTH, HEIGHT, mix(RIVER_TINT, RIVER, 0.3))
    thing(c, 408, 226, 1.62, balance, GOLD, heart, yuan)
    stand(c, 150, GROUND + 10, 320, ELDER, 1, near=(0.22, 0.5), far=(0.2, 0.46))
    stand(c, 668, GROUND + 10, 328, MEDIATOR, -1, near=(0.30, 0.52), far=(0.26, 0.5))
    thing(c, 728, 372, 0.42, briefcase)


def overseas_property(c):
    """A watch-tower at home, the globe and an aeroplane far off."""
    outdoors(c, mix(RIVER_TINT, CARD, 0.2), mix(PALM_TINT, PALM, 0.35), mix(PALM_TINT, PALM, 0.55))
    tower(c, 208, GROUND, 118, 360, (STONE, STONE_SHADE, STONE_DARK, INK2))
    palm(c, 348, GROUND, 180, PALM, WOOD)
    x, y, r = 632, 204, 118
    disc(c, x, y, r, WATER)
    c.save()
    c.new_path()
    c.arc(x, y, r, 0, 2 * math.pi)
    c.clip()
    for dx, dy, rx, ry in ((-56, -44, 62, 40), (-30, 58, 34, 52), (64, -30, 52, 58), (86, 66, 34, 28)):
        ellipse(c, x + dx, y + dy, rx, ry, PALM)
    c.restore()
    for share in (0.36, 0.98):
        c.save()
        c.translate(x, y)
        c.scale(share, 1)
        c.new_path()
        c.arc(0, 0, r, 0, 2 * math.pi)
        c.restore()
        stroke(c, CARD, 3, 0.5)
    for dy in (-62, 0, 62):
        half = math.sqrt(r * r - dy * dy)
        line(c, [(x - half, y + dy), (x + half, y + dy)], CARD, 3, 0.5)
    for i in range(12):
        t = i / 11
        disc(c, 300 + 236 * t, 128 - 96 * math.sin(math.pi * t * 0.85), 5, SEAL, 0.35 + 0.6 * t)
    c.save()
    c.translate(566, 66)
    c.rotate(0.30)
    shape(c, [(46, 0), (-34, -9), (-34, 9)], CARD)
    shape(c, [(6, 0), (-30, -44), (-16, -44), (22, 0), (-16, 44), (-30, 44)], CARD)
    shape(c, [(-26, 0), (-44, -20), (-34, -20), (-16, 0), (-34, 20), (-44, 20)], CARD)
    c.restore()
    stand(c, 446, GROUND + 14, 232, GRANDMOTHER, 1, near=(0.2, 0.8), far=(0.1, 0.45))


PICTURES = {
    "leak": leak, "family": family, "violence": violence, "support": support, "inheritance": inheritance,
    "wages": wages, "injury": injury, "debt": debt, "consumer": consumer, "property": property_, "land": land,
    "traffic": traffic, "review": review, "notary": notary, "no-money": no_money, "overseas-property": overseas_property,
}


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
        draw(cairo.Context(surface))
        surface.write_to_png(str(folder / f"{name}.png"))


if __name__ == "__main__":
    make(Path(sys.argv[1]) / "finder")
