"""Towers, arcades, rooms and country of the Pearl River's western shore, drawn flat."""

import math

from draw import box, disc, ellipse, fill, line, shape, stroke
from palette import *


def window(c, x, y, width, height, glass, frame=None, hood=None):
    """An upright window with a hood mould, x in its middle."""
    if frame:
        box(c, x - width * 0.72, y - width * 0.22, width * 1.44, height + width * 0.44, frame, 1)
    box(c, x - width / 2, y, width, height, glass)
    if hood:
        c.new_path()
        c.arc(x, y - width * 0.1, width * 0.78, math.pi, 0)
        c.close_path()
        fill(c, hood)


def arch(c, x, base, width, height, colour):
    """An opening with a round head, x in its middle."""
    c.new_path()
    c.move_to(x - width / 2, base)
    c.line_to(x - width / 2, base - height + width / 2)
    c.arc(x, base - height + width / 2, width / 2, math.pi, 0)
    c.line_to(x + width / 2, base)
    c.close_path()
    fill(c, colour)


def tower(c, x, base, width, height, colours, roof="dome", windows=4):
    """A watch tower (碉楼): plain shaft, corbelled gallery with corner nests, and a crown.
    colours = (wall, shaded wall, trim, glass). x is the middle."""
    wall, shade, trim, glass = colours
    shaft = height * 0.60
    left, top = x - width / 2, base - shaft
    box(c, left, top, width, shaft, wall)
    box(c, left + width * 0.76, top, width * 0.24, shaft, shade)
    rows = windows
    step = (shaft - width * 0.35) / rows
    for row in range(rows):
        y = top + width * 0.24 + row * step
        for column in (0.22, 0.5, 0.78):
            window(c, left + width * column, y, width * 0.10, min(step * 0.5, width * 0.2), glass, None, trim)
    for i in range(7):
        box(c, left - width * 0.10 + i * width * 0.19, top - height * 0.012, width * 0.08, height * 0.03, shade)
    box(c, left - width * 0.14, top - height * 0.030, width * 1.28, height * 0.024, trim)
    gallery = height * 0.135
    y = top - height * 0.030 - gallery
    box(c, left - width * 0.08, y, width * 1.16, gallery, wall)
    box(c, left + width * 0.84, y, width * 0.24, gallery, shade)
    for column in (0.12, 0.5, 0.88):
        arch(c, left + width * column, y + gallery, width * 0.24, gallery * 0.78, glass)
    for side in (left - width * 0.13, left + width * 1.13):
        box(c, side - width * 0.09, y + gallery * 0.25, width * 0.18, gallery * 0.75, wall if side < x else shade)
        disc(c, side, y + gallery * 0.30, width * 0.09, trim)
    box(c, left - width * 0.16, y - height * 0.022, width * 1.32, height * 0.024, trim)
    crown(c, x, y - height * 0.022, width, height, colours, roof)


def crown(c, x, base, width, height, colours, roof):
    wall, shade, trim, glass = colours
    if roof == "dome":
        drum = height * 0.05
        box(c, x - width * 0.34, base - drum, width * 0.68, drum, wall)
        box(c, x + width * 0.16, base - drum, width * 0.18, drum, shade)
        box(c, x - width * 0.38, base - drum - 3, width * 0.76, height * 0.012, trim)
        ellipse(c, x, base - drum - 2, width * 0.30, height * 0.088, trim, 1, math.pi, 0)
        box(c, x - width * 0.045, base - drum - height * 0.125, width * 0.09, height * 0.045, trim)
        line(c, [(x, base - drum - height * 0.12), (x, base - drum - height * 0.165)], trim, max(2, width * 0.03))
        disc(c, x, base - drum - height * 0.168, width * 0.035, trim)
    elif roof == "pavilion":
        box(c, x - width * 0.30, base - height * 0.07, width * 0.60, height * 0.07, wall)
        for column in (-0.2, 0, 0.2):
            arch(c, x + width * column, base, width * 0.12, height * 0.055, glass)
        y = base - height * 0.065
        c.new_path()
        c.move_to(x - width * 0.52, y)
        c.curve_to(x - width * 0.3, y - height * 0.012, x - width * 0.12, y - height * 0.05, x, y - height * 0.085)
        c.curve_to(x + width * 0.12, y - height * 0.05, x + width * 0.3, y - height * 0.012, x + width * 0.52, y)
        c.close_path()
        fill(c, trim)
        disc(c, x, y - height * 0.09, width * 0.045, trim)
    else:  # a stepped gable
        for step, share in enumerate((1.0, 0.66, 0.36)):
            box(c, x - width * share / 2, base - height * 0.032 * (step + 1), width * share, height * 0.034, wall)
            box(c, x - width * share / 2 - 2, base - height * 0.032 * (step + 1) - 3, width * share + 4, 4, trim)
        disc(c, x, base - height * 0.05, width * 0.07, glass)


def shophouse(c, x, base, width, height, wall, trim, glass, dark, sign=None):
    """One bay of an arcade street (骑楼), x at its left."""
    ground = height * 0.36
    box(c, x, base - height, width, height, wall)
    box(c, x + 10, base - ground, width - 20, ground, dark)
    arch(c, x + width / 2, base, width * 0.72, ground * 0.96, mix(dark, wall, 0.22))
    for side in (x, x + width - 14):
        box(c, side, base - ground, 14, ground, mix(wall, trim, 0.35))
        box(c, side - 3, base - ground - 4, 20, 9, trim)
    box(c, x - 4, base - ground - 12, width + 8, 9, trim)
    upper = height - ground
    for row in range(2):
        y = base - ground - upper * (0.46 if row == 0 else 0.90)
        for column in (0.24, 0.5, 0.76):
            window(c, x + width * column, y + upper * 0.06, width * 0.13, upper * 0.25, glass, CARD, trim)
        box(c, x + width * 0.10, y + upper * 0.36, width * 0.80, 5, trim, 1, 0.7)
    box(c, x - 6, base - height - 6, width + 12, 12, trim)
    ellipse(c, x + width / 2, base - height - 4, width * 0.26, height * 0.075, wall, 1, math.pi, 0)
    line(c, [(x + width * 0.5 + width * 0.26 * math.cos(a), base - height - 4 - height * 0.075 * math.sin(a))
             for a in [i * math.pi / 20 for i in range(21)]], trim, 4)
    disc(c, x + width / 2, base - height - height * 0.03, 6, trim)
    if sign:
        sign(c, x + width / 2, base - ground - 4)


def hills(c, width, base, height, colour, phase, length):
    c.new_path()
    c.move_to(0, base)
    for x in range(0, width + 9, 8):
        lift = 0.55 + 0.30 * math.sin(x / length + phase) + 0.15 * math.sin(x / length * 2.3 + phase * 1.7)
        c.line_to(x, base - height * lift)
    c.line_to(width, base)
    c.close_path()
    fill(c, colour)


def tree(c, x, base, height, leaf, trunk, sway=0.0):
    """A banyan: broad crown of discs over a short trunk."""
    top = base - height * 0.62
    shape(c, [(x - height * 0.06, base), (x - height * 0.03, top), (x + height * 0.03, top), (x + height * 0.07, base)],
          trunk)
    for dx, dy, radius, tone in ((-0.26, 0.02, 0.24, 0.0), (0.27, 0.0, 0.25, 0.12), (0.0, -0.16, 0.30, 0.05),
                                 (-0.12, 0.08, 0.20, 0.12), (0.14, 0.10, 0.20, 0.0)):
        disc(c, x + height * dx + sway * (1 - dy), top + height * dy, height * radius, mix(leaf, INK, tone))


def palm(c, x, base, height, leaf, trunk, sway=0.0):
    c.new_path()
    c.move_to(x, base)
    c.curve_to(x + height * 0.02, base - height * 0.4, x + height * 0.08, base - height * 0.7, x + height * 0.06 + sway,
               base - height)
    stroke(c, trunk, height * 0.05)
    for angle in (-2.9, -2.35, -1.8, -1.25, -0.7, -0.15):
        tip = (x + height * 0.06 + sway * 1.6 + height * 0.36 * math.cos(angle),
               base - height + height * 0.26 * math.sin(angle) + height * 0.10)
        c.new_path()
        c.move_to(x + height * 0.06 + sway, base - height)
        c.curve_to(x + height * 0.06 + height * 0.18 * math.cos(angle), base - height * 1.20 + height * 0.1 * math.sin(angle),
                   tip[0], tip[1] - height * 0.06, *tip)
        c.curve_to(tip[0] - height * 0.05 * math.cos(angle), tip[1] - height * 0.10,
                   x + height * 0.06 + height * 0.1 * math.cos(angle), base - height * 1.02, x + height * 0.06 + sway,
                   base - height)
        fill(c, leaf)


def boat(c, x, y, size, hull, cabin):
    """A river sampan with its arched mat roof."""
    c.new_path()
    c.move_to(x - size, y - size * 0.10)
    c.curve_to(x - size * 0.6, y + size * 0.26, x + size * 0.6, y + size * 0.26, x + size * 1.05, y - size * 0.16)
    c.curve_to(x + size * 0.5, y + size * 0.02, x - size * 0.5, y + size * 0.02, x - size, y - size * 0.10)
    c.close_path()
    fill(c, hull)
    ellipse(c, x, y + size * 0.03, size * 0.46, size * 0.42, cabin, 1, math.pi, 0)
    for dx in (-0.26, 0.0, 0.26):
        line(c, [(x + size * dx, y - size * 0.32), (x + size * dx, y)], hull, 2, 0.5)


def cloud(c, x, y, size, colour, alpha=1.0):
    box(c, x - size, y - size * 0.16, size * 2, size * 0.32, colour, size * 0.16, alpha)
    disc(c, x - size * 0.3, y - size * 0.12, size * 0.34, colour, alpha)
    disc(c, x + size * 0.25, y - size * 0.16, size * 0.42, colour, alpha)


def bird(c, x, y, size, flap, colour):
    c.new_path()
    c.move_to(x - size, y - size * flap)
    c.curve_to(x - size * 0.5, y - size * 0.2 * (1 + flap), x - size * 0.2, y, x, y)
    c.curve_to(x + size * 0.2, y, x + size * 0.5, y - size * 0.2 * (1 + flap), x + size, y - size * flap)
    stroke(c, colour, max(2.0, size * 0.16))


def arcade_line(c, x, base, width, bay, height, colour, alpha=1.0):
    """The thin ornament of the interface: a row of arches."""
    count = round(width / bay)
    for i in range(count):
        left = x + i * bay
        c.new_path()
        c.move_to(left + 3, base)
        c.line_to(left + 3, base - height + bay / 2)
        c.arc(left + bay / 2, base - height + bay / 2, bay / 2 - 3, math.pi, 0)
        c.line_to(left + bay - 3, base)
        stroke(c, colour, 2, alpha)


def courthouse(c, x, base, width, height, colours):
    """Steps, columns and a pediment, without any emblem. x is the middle."""
    wall, shade, trim, dark = colours
    for i in range(3):
        box(c, x - width * (0.56 - i * 0.03), base - 9 * (i + 1), width * (1.12 - i * 0.06), 9, mix(trim, wall, i * 0.25))
    floor = base - 27
    body = height * 0.55
    box(c, x - width * 0.46, floor - body, width * 0.92, body, wall)
    arch(c, x, floor, width * 0.14, body * 0.72, dark)
    for i in range(6):
        left = x - width * 0.42 + i * width * 0.16 + (width * 0.0)
        box(c, left - width * 0.005, floor - body, width * 0.045, body, CARD)
        box(c, left + width * 0.028, floor - body, width * 0.014, body, shade)
        box(c, left - width * 0.015, floor - body, width * 0.065, 7, trim)
        box(c, left - width * 0.015, floor - 7, width * 0.065, 7, trim)
    box(c, x - width * 0.50, floor - body - 18, width, 18, trim)
    shape(c, [(x - width * 0.52, floor - body - 18), (x, floor - body - 18 - height * 0.26),
              (x + width * 0.52, floor - body - 18)], wall)
    shape(c, [(x - width * 0.40, floor - body - 26), (x, floor - body - 20 - height * 0.20),
              (x + width * 0.40, floor - body - 26)], shade)
    line(c, [(x - width * 0.52, floor - body - 18), (x, floor - body - 18 - height * 0.26),
             (x + width * 0.52, floor - body - 18)], trim, 7)
