"""Figures without faces, in the flat style: enough to tell who speaks, whose hand is offered."""

import math
from dataclasses import dataclass, replace

from draw import box, disc, ellipse, fill, line, shape, stroke
from palette import *


@dataclass
class Look:
    coat: tuple
    coat_shade: tuple
    legs: tuple
    hair: tuple = HAIR
    style: str = "short"  # short, bun, bob, bald
    skin: tuple = SKIN
    glasses: bool = False
    collar: tuple = CARD
    worried: bool = False
    talk: float = 0.0  # how wide the mouth is open, 0 to 1


GRANDMOTHER = Look(SEAL, mix(SEAL, INK, 0.25), INK2, HAIR_GREY, "bun")
NEIGHBOUR = Look(GOLD, mix(GOLD, INK, 0.2), rgb("#3C4A55"), HAIR, "short")
WORRIED = replace(GRANDMOTHER, worried=True)
MEDIATOR = Look(RIVER, RIVER_DARK, INK, HAIR, "bob", glasses=True)
YOUTH = Look(PALM, mix(PALM, INK, 0.25), INK2, HAIR, "short")
PUPIL = Look(AQUA, RIVER, RIVER_DARK, HAIR, "bob")


def head(c, x, y, r, look, facing=1):
    """(x, y) is the middle of the head."""
    if look.style == "bob":
        ellipse(c, x, y + r * 0.18, r * 1.16, r * 1.22, look.hair)
    if look.style == "bun":
        disc(c, x - facing * r * 0.78, y - r * 0.72, r * 0.42, look.hair)
    box(c, x - r * 0.30, y + r * 0.55, r * 0.60, r * 0.80, mix(look.skin, SKIN_SHADE, 0.9), r * 0.2)
    ellipse(c, x, y, r * 0.92, r, look.skin)
    disc(c, x - facing * r * 0.86, y + r * 0.10, r * 0.19, mix(look.skin, SKIN_SHADE, 0.7))
    c.save()
    c.translate(x, y)
    c.scale(facing, 1)
    c.new_path()
    c.move_to(-r * 0.98, r * 0.10)
    c.curve_to(-r * 1.12, -r * 1.05, -r * 0.2, -r * 1.22, r * 0.30, -r * 1.06)
    c.curve_to(r * 0.86, -r * 0.92, r * 0.98, -r * 0.50, r * 0.90, -r * 0.12)
    if look.style == "bob":
        c.curve_to(r * 0.55, -r * 0.50, r * 0.1, -r * 0.62, -r * 0.30, -r * 0.50)
        c.curve_to(-r * 0.62, -r * 0.38, -r * 0.78, -r * 0.1, -r * 0.80, r * 0.55)
    else:
        c.curve_to(r * 0.60, -r * 0.46, r * 0.20, -r * 0.52, -r * 0.30, -r * 0.46)
        c.curve_to(-r * 0.58, -r * 0.40, -r * 0.70, -r * 0.16, -r * 0.72, r * 0.12)
    c.close_path()
    fill(c, look.hair)
    for dx in (0.18, 0.62):
        disc(c, r * dx, r * 0.06, r * 0.075, INK, 0.75)
    if look.talk > 0.12:
        ellipse(c, r * 0.42, r * 0.50, r * 0.15, r * 0.05 + r * 0.15 * look.talk, mix(SEAL, INK, 0.25))
    else:
        c.new_path()
        if look.worried:
            c.arc(r * 0.42, r * 0.62, r * 0.20, 1.2 * math.pi, 1.8 * math.pi)
        else:
            c.arc(r * 0.40, r * 0.34, r * 0.20, 0.15 * math.pi, 0.85 * math.pi)
        stroke(c, mix(SEAL, look.skin, 0.35), r * 0.07)
    if look.glasses:
        for dx in (0.14, 0.64):
            c.new_path()
            c.arc(r * dx, r * 0.06, r * 0.20, 0, 2 * math.pi)
            stroke(c, INK, r * 0.06)
        line(c, [(r * 0.34, r * 0.04), (r * 0.44, r * 0.04)], INK, r * 0.06)
    c.restore()


def arm(c, shoulder, hand, bend, width, look, shade=False):
    """From shoulder to hand over an elbow pushed `bend` pixels to the side."""
    (sx, sy), (hx, hy) = shoulder, hand
    length = math.hypot(hx - sx, hy - sy) or 1
    elbow = ((sx + hx) / 2 - (hy - sy) / length * bend, (sy + hy) / 2 + (hx - sx) / length * bend)
    disc(c, hx, hy, width * 0.52, mix(look.skin, SKIN_SHADE, 0.4 if shade else 0))
    back = 0.86
    cuff = (elbow[0] + (hx - elbow[0]) * back, elbow[1] + (hy - elbow[1]) * back)
    c.new_path()
    c.move_to(sx, sy)
    c.curve_to(*elbow, *elbow, *cuff)
    stroke(c, look.coat_shade if shade else look.coat, width)


def stand(c, x, ground, height, look, facing=1, near=None, far=None, walk=None):
    """A standing figure. near and far are where the hands are, relative to (x, ground) in heights,
    forwards and upwards; walk is the phase of a step in radians or None."""
    h = height
    r = h * 0.085
    hip, shoulder = ground - h * 0.44, ground - h * 0.74
    c.save()
    c.translate(x, 0)
    c.scale(facing, 1)
    near, far = near or (0.02, 0.40), far or (0.06, 0.40)
    arm(c, (h * 0.02, shoulder + h * 0.03), (far[0] * h, ground - far[1] * h), h * 0.03, h * 0.068, look, True)
    swing = 0.13 * math.sin(walk) if walk is not None else 0.03
    for sign, tone in ((-1, 0.25), (1, 0.0)):
        foot = sign * swing * h
        lift = max(0.0, math.cos(walk) * sign) * h * 0.03 if walk is not None else 0
        colour = mix(look.legs, INK, tone)
        line(c, [(0, hip), (foot * 0.45 + h * 0.012, (hip + ground) / 2), (foot, ground - h * 0.02 - lift)], colour,
             h * 0.082)
        box(c, foot - h * 0.04, ground - h * 0.04 - lift, h * 0.12, h * 0.04, INK, h * 0.02)
    c.new_path()
    c.move_to(-h * 0.105, shoulder + h * 0.07)
    c.curve_to(-h * 0.105, shoulder - h * 0.02, -h * 0.05, shoulder - h * 0.03, 0, shoulder - h * 0.03)
    c.curve_to(h * 0.05, shoulder - h * 0.03, h * 0.105, shoulder - h * 0.02, h * 0.105, shoulder + h * 0.07)
    c.line_to(h * 0.115, hip + h * 0.03)
    c.line_to(-h * 0.115, hip + h * 0.03)
    c.close_path()
    fill(c, look.coat)
    shape(c, [(-h * 0.105, shoulder + h * 0.05), (-h * 0.115, hip + h * 0.03), (-h * 0.05, hip + h * 0.03)],
          look.coat_shade, 0.6)
    shape(c, [(-h * 0.005, shoulder - h * 0.03), (h * 0.065, shoulder - h * 0.03), (h * 0.035, shoulder + h * 0.06)],
          look.collar)
    c.restore()
    head(c, x + facing * h * 0.012, ground - h * 0.885, r, look, facing)
    c.save()
    c.translate(x, 0)
    c.scale(facing, 1)
    arm(c, (-h * 0.055, shoulder + h * 0.045), (near[0] * h, ground - near[1] * h), h * 0.05, h * 0.072, look)
    c.restore()


def sit(c, x, seat, size, look, facing=1, hand=None):
    """Upper body behind a table: `seat` is the table's edge, size the height of a standing figure."""
    h = size
    shoulder = seat - h * 0.30
    c.save()
    c.translate(x, 0)
    c.scale(facing, 1)
    c.new_path()
    c.move_to(-h * 0.135, seat)
    c.curve_to(-h * 0.15, shoulder, -h * 0.09, shoulder - h * 0.03, 0, shoulder - h * 0.035)
    c.curve_to(h * 0.09, shoulder - h * 0.03, h * 0.15, shoulder, h * 0.135, seat)
    c.close_path()
    fill(c, look.coat)
    shape(c, [(-h * 0.135, seat), (-h * 0.128, shoulder + h * 0.04), (-h * 0.06, seat)], look.coat_shade, 0.6)
    shape(c, [(-h * 0.03, shoulder - h * 0.035), (h * 0.06, shoulder - h * 0.035), (h * 0.02, shoulder + h * 0.08)],
          look.collar)
    c.restore()
    head(c, x + facing * h * 0.012, shoulder - h * 0.135, h * 0.105, look, facing)
    if hand:
        c.save()
        c.translate(x, 0)
        c.scale(facing, 1)
        arm(c, (-h * 0.07, shoulder + h * 0.06), (hand[0] * h, seat - hand[1] * h), h * 0.07, h * 0.08, look)
        c.restore()


def handshake(c, x, y, size, left, right, lift=0.0):
    """Two forearms that meet in (x, y), seen large."""
    for sign, look in ((-1, left), (1, right)):
        c.save()
        c.translate(x, y)
        c.scale(sign, 1)
        shape(c, [(size * 0.62, -size * 0.20 + lift), (size * 3, size * 0.04 + lift * 3), (size * 3, size * 0.95 + lift * 3),
                  (size * 0.56, size * 0.27 + lift)], look.coat)
        shape(c, [(size * 0.50, -size * 0.22 + lift), (size * 0.68, -size * 0.20 + lift), (size * 0.62, size * 0.29 + lift),
                  (size * 0.44, size * 0.25 + lift)], look.collar)
        c.restore()
    line(c, [(x - size * 0.46, y + size * 0.02 + lift), (x + size * 0.10, y + size * 0.02 + lift)], left.skin, size * 0.40)
    line(c, [(x + size * 0.46, y + size * 0.02 + lift), (x + size * 0.02, y + size * 0.04 + lift)], mix(right.skin, SKIN_SHADE, 0.55),
         size * 0.40)
    for i in range(4):
        line(c, [(x - size * 0.14 + i * size * 0.005, y - size * 0.10 + i * size * 0.095 + lift),
                 (x + size * 0.10 - i * size * 0.02, y - size * 0.08 + i * size * 0.085 + lift)], left.skin, size * 0.105)
    line(c, [(x - size * 0.30, y - size * 0.14 + lift), (x - size * 0.02, y - size * 0.20 + lift)], left.skin, size * 0.12)
