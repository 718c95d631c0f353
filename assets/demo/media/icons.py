"""Things drawn large, each within 100 pixels of (0, 0), each with its own small movement.
All take (context, seconds)."""

import math

from draw import *
from palette import *


def place(c, x, y, scale, thing, t, *more, turn=0.0):
    if scale <= 0:
        return
    c.save()
    c.translate(x, y)
    c.rotate(turn)
    c.scale(scale, scale)
    thing(c, t, *more)
    c.restore()


def banned(c, t):
    """A red ring with a bar, drawn by a sweep in the first half second."""
    sweep = ease(part(t, 0, 0.5))
    c.new_path()
    c.arc(0, 0, 92, -math.pi / 2, -math.pi / 2 + 2 * math.pi * sweep)
    stroke(c, SEAL, 17)
    bar = ease(part(t, 0.35, 0.3))
    if bar > 0:
        line(c, [(-64, -64), (-64 + 128 * bar, -64 + 128 * bar)], SEAL, 17)


def tick(c, t):
    disc(c, 0, 0, 84, PALM)
    way = ease(part(t, 0.1, 0.4))
    line(c, [(-38, 2), (-38 + 28 * min(1, way * 2), 2 + 28 * min(1, way * 2))], CARD, 17)
    if way > 0.5:
        line(c, [(-10, 30), (-10 + 52 * (way * 2 - 1), 30 - 62 * (way * 2 - 1))], CARD, 17)


def phone(c, t, colour=RIVER, rings=True):
    """A telephone that rings: waves go out on both sides."""
    c.save()
    c.rotate(0.06 * math.sin(t * 17) * (math.sin(t * 2.2) > 0) * rings)
    box(c, -46, -88, 92, 176, INK, 16)
    box(c, -38, -70, 76, 138, colour, 4)
    box(c, -14, -80, 28, 5, BRICK, 2.5)
    disc(c, 0, 78, 6, BRICK)
    c.restore()
    for i in range(2 * rings):
        reach = (t * 0.9 + i * 0.5) % 1
        for side in (0, math.pi):
            c.new_path()
            c.arc(0, 0, 62 + 34 * reach, side - 0.5, side + 0.5)
            stroke(c, colour, 6, 1 - reach)


def bank_card(c, t, colour=RIVER):
    c.save()
    c.rotate(-0.10 + 0.04 * math.sin(t * 1.7))
    box(c, -92, -58, 184, 116, colour, 13)
    box(c, -92, -34, 184, 22, INK, 0, 0.85)
    box(c, -76, 6, 34, 26, AMBER, 4)
    for i in range(3):
        box(c, -30 + i * 38, 14, 30, 9, mix(colour, CARD, 0.6), 4)
    disc(c, 66, 34, 13, PEEL_TINT, 0.8)
    disc(c, 52, 34, 13, AMBER, 0.8)
    shine = (t * 90) % 420 - 160
    round_path(c, -92, -58, 184, 116, 13)
    c.save()
    c.clip()
    shape(c, [(shine - 20, -58), (shine + 16, -58), (shine - 30, 58), (shine - 66, 58)], CARD, 0.22)
    c.restore()
    c.restore()


def sim_card(c, t, colour=PEEL):
    c.save()
    c.rotate(0.08 + 0.05 * math.sin(t * 1.9 + 1))
    shape(c, [(-54, -80), (26, -80), (56, -48), (56, 80), (-54, 80)], colour)
    box(c, -34, -14, 68, 66, AMBER, 8)
    for points in ([(-34, 8), (34, 8)], [(-34, 30), (34, 30)], [(-10, -14), (-10, 52)], [(12, -14), (12, 52)]):
        line(c, points, mix(AMBER, INK, 0.35), 3)
    c.restore()


def coin(c, t, mark="元"):
    turn = abs(math.cos(t * 1.6))
    c.save()
    c.scale(max(0.08, turn), 1)
    disc(c, 0, 0, 84, GOLD)
    disc(c, 0, 0, 70, AMBER)
    text(c, mark, 0, 30, 84, mix(PEEL, INK, 0.15), family=SERIF, align="middle")
    c.restore()


def coins(c, t, rows=4):
    """A pile that grows."""
    for i in range(rows):
        fall = ease(part(t, 0.2 + 0.28 * i, 0.35))
        if fall <= 0:
            continue
        y = 62 - i * 26 - 60 * (1 - fall)
        ellipse(c, 0, y + 14, 76, 22, mix(GOLD, INK, 0.3))
        box(c, -76, y, 152, 14, mix(GOLD, INK, 0.3))
        ellipse(c, 0, y, 76, 22, AMBER)
        ellipse(c, 0, y, 54, 14, GOLD)


def paper(c, t, heading="", colour=RIVER, stamp=""):
    """A sheet whose lines are written; with a stamp that falls on it."""
    soft_shadow(c, -70, -92, 140, 184, 8, 8)
    box(c, -70, -92, 140, 184, CARD, 8)
    if heading:
        text(c, heading, 0, -54, 28, colour, family=SERIF, align="middle")
    for i in range(5):
        long = ease(part(t, 0.3 + 0.3 * i, 0.5))
        if long > 0.02:
            box(c, -50, -34 + i * 22, (100 if i < 4 else 60) * long, 8, LINE, 4)
    if stamp:
        shown = part(t, 2.1, 0.25)
        if shown > 0:
            c.save()
            c.translate(28, 62)
            c.rotate(-0.2)
            c.scale(1.7 - 0.7 * ease(shown), 1.7 - 0.7 * ease(shown))
            c.new_path()
            c.arc(0, 0, 30, 0, 2 * math.pi)
            stroke(c, SEAL, 5)
            text(c, stamp, 0, 12, 32, SEAL, family=SERIF, align="middle")
            c.restore()


def house(c, t, wall=PEEL_TINT, roof=PEEL):
    box(c, -72, -18, 144, 108, wall)
    box(c, 40, -18, 32, 108, mix(wall, roof, 0.18))
    box(c, 36, -84, 22, 46, mix(roof, INK, 0.2))
    shape(c, [(-96, -14), (0, -90), (96, -14)], roof)
    box(c, -18, 26, 40, 64, RIVER)
    disc(c, 12, 60, 4, AMBER)
    glow = 0.5 + 0.5 * math.sin(t * 1.4)
    for x in (-58, 34):
        box(c, x, 8, 28, 28, mix(AMBER, GOLD_TINT, glow))
        box(c, x + 12, 8, 4, 28, wall)
    for i in range(3):
        way = (t * 0.35 + i / 3) % 1
        disc(c, 47 + 14 * math.sin(t + i * 2), -88 - 46 * way, 7 + 9 * way, CARD, 0.8 * (1 - way))


def clock(c, t, turns=0.35):
    disc(c, 0, 0, 90, INK2)
    disc(c, 0, 0, 78, CARD)
    for i in range(12):
        a = i * math.pi / 6
        line(c, [(62 * math.cos(a), 62 * math.sin(a)), (70 * math.cos(a), 70 * math.sin(a))], INK2, 6 if i % 3 == 0 else 3)
    for reach, width, speed in ((38, 9, turns / 12), (58, 6, turns)):
        a = -math.pi / 2 + t * speed * 2 * math.pi
        line(c, [(0, 0), (reach * math.cos(a), reach * math.sin(a))], INK, width)
    disc(c, 0, 0, 8, SEAL)


def calendar(c, t, number="1", unit="年", colour=SEAL):
    soft_shadow(c, -82, -76, 164, 164, 14, 8)
    box(c, -82, -76, 164, 164, CARD, 14)
    round_path(c, -82, -76, 164, 44, 14)
    fill(c, colour)
    box(c, -82, -52, 164, 20, colour)
    for x in (-44, 44):
        box(c, x - 6, -92, 12, 32, INK2, 6)
    text(c, number, -18 if unit else 0, 56, 84, colour, align="middle")
    if unit:
        text(c, unit, 22 + 12 * len(number), 54, 34, INK2, family=SERIF)
    lift = (t % 2.4) / 0.7
    if lift < 1:  # a page turns now and then
        shape(c, [(-82, 88), (82, 88), (82 - 10 * lift, 88 - 150 * lift), (-82 + 10 * lift, 88 - 150 * lift)], MIST, 0.9 * (1 - lift))


def shield(c, t, colour=RIVER, sign=True):
    beat = 1 + 0.03 * math.sin(t * 3)
    c.save()
    c.scale(beat, beat)
    for size, tone in ((1.0, mix(colour, INK, 0.25)), (0.86, colour)):
        c.new_path()
        c.move_to(0, -96 * size)
        c.curve_to(30 * size, -74 * size, 60 * size, -68 * size, 82 * size, -68 * size)
        c.curve_to(86 * size, 10 * size, 60 * size, 66 * size, 0, 98 * size)
        c.curve_to(-60 * size, 66 * size, -86 * size, 10 * size, -82 * size, -68 * size)
        c.curve_to(-60 * size, -68 * size, -30 * size, -74 * size, 0, -96 * size)
        c.close_path()
        fill(c, tone)
    if sign:
        way = ease(part(t, 0.3, 0.6))
        line(c, [(-34, 0), (-34 + 26 * min(1, way * 2), 26 * min(1, way * 2))], CARD, 15)
        if way > 0.5:
            line(c, [(-8, 26), (-8 + 46 * (way * 2 - 1), 26 - 56 * (way * 2 - 1))], CARD, 15)
    c.restore()


def balance(c, t, colour=GOLD, left=None, right=None):
    """Scales that come to rest level; what lies in them is drawn by left and right."""
    tilt = 0.05 * math.sin(t * 1.3) + 0.2 * math.exp(-1.2 * t) * math.cos(t * 4)
    box(c, -40, 84, 80, 12, colour, 6)
    box(c, -5, -74, 10, 162, colour)
    disc(c, 0, -80, 11, colour)
    ends = [(s * 84 * math.cos(tilt), -70 + s * 84 * math.sin(tilt)) for s in (-1, 1)]
    line(c, ends, colour, 8)
    for (x, y), load in zip(ends, (left, right)):
        for dx in (-34, 34):
            line(c, [(x, y), (x + dx, y + 70)], mix(colour, INK, 0.2), 3)
        if load:
            place(c, x, y + 44, 0.32, load, t)
        ellipse(c, x, y + 70, 42, 17, colour, 1, 0, math.pi)


def lock(c, t, colour=RIVER):
    drop = ease(part(t, 0.5, 0.3))
    c.new_path()
    c.move_to(-38, 0)
    c.line_to(-38, -44 - 20 * (1 - drop))
    c.arc(0, -44 - 20 * (1 - drop), 38, math.pi, 0)
    c.line_to(38, 0 if drop > 0.9 else -34)
    stroke(c, INK2, 16)
    box(c, -68, -14, 136, 104, colour, 14)
    disc(c, 0, 28, 15, AMBER)
    shape(c, [(-8, 32), (8, 32), (12, 64), (-12, 64)], AMBER)


def envelope(c, t, colour=PEEL):
    sway = 3 * math.sin(t * 2.2)
    box(c, -88, -56 + sway, 176, 116, CARD, 8)
    line(c, [(-82, 54 + sway), (-20, 4 + sway)], LINE, 5)
    line(c, [(82, 54 + sway), (20, 4 + sway)], LINE, 5)
    line(c, [(-84, -50 + sway), (0, 16 + sway), (84, -50 + sway)], colour, 9)
    disc(c, 84, -54 + sway, 22, SEAL)
    text(c, "1", 84, -43 + sway, 30, CARD, align="middle")


def pills(c, t):
    for i, (x, y, turn, tone) in enumerate(((-40, 20, -0.6, PEEL), (36, -26, 0.5, RIVER), (30, 52, -0.2, PALM))):
        c.save()
        c.translate(x, y + 5 * math.sin(t * 2 + i * 2))
        c.rotate(turn + 0.12 * math.sin(t * 1.3 + i))
        box(c, -46, -19, 92, 38, CARD, 19)
        round_path(c, -46, -19, 92, 38, 19)
        c.save()
        c.clip()
        box(c, -46, -19, 46, 38, tone)
        c.restore()
        c.restore()


def poppy(c, t, petal=SEAL):
    sway = 0.08 * math.sin(t * 1.5)
    c.save()
    c.translate(0, 92)
    c.rotate(sway)
    line(c, [(0, 0), (4, -60), (0, -112)], PALM, 8)
    for side in (-1, 1):
        c.new_path()
        c.move_to(2, -36)
        c.curve_to(side * 30, -84, side * 62, -74, side * 66, -58)
        c.curve_to(side * 46, -56, side * 30, -34, 2, -36)
        fill(c, PALM)
    for dx, dy, r in ((-30, -124, 38), (30, -124, 38), (0, -150, 40), (0, -112, 36)):
        disc(c, dx, dy, r, petal if dy > -140 else mix(petal, INK, 0.2))
    disc(c, 0, -126, 17, INK)
    disc(c, 0, -126, 8, AMBER)
    c.restore()


def heart(c, t, colour=SEAL):
    beat = 1 + 0.06 * math.sin(t * 4.4)
    c.save()
    c.scale(beat, beat)
    c.new_path()
    c.move_to(0, 84)
    c.curve_to(-120, 4, -90, -84, -42, -80)
    c.curve_to(-16, -78, -4, -58, 0, -44)
    c.curve_to(4, -58, 16, -78, 42, -80)
    c.curve_to(90, -84, 120, 4, 0, 84)
    fill(c, colour)
    c.restore()


def megaphone(c, t, colour=PEEL):
    c.save()
    c.rotate(-0.16 + 0.05 * math.sin(t * 5))
    shape(c, [(-50, -28), (50, -72), (50, 72), (-50, 28)], colour)
    box(c, -84, -30, 40, 60, mix(colour, INK, 0.3), 10)
    ellipse(c, 52, 0, 16, 74, mix(colour, CARD, 0.35))
    shape(c, [(-66, 26), (-34, 30), (-24, 88), (-52, 88)], mix(colour, INK, 0.3))
    c.restore()
    for i in range(3):
        reach = (t * 0.8 + i / 3) % 1
        c.new_path()
        c.arc(40, -8, 44 + 56 * reach, -0.55, 0.35)
        stroke(c, colour, 6, 1 - reach)


def magnifier(c, t, colour=RIVER):
    x, y = 14 * math.cos(t * 1.3), 10 * math.sin(t * 1.7)
    line(c, [(x + 30, y + 30), (x + 80, y + 82)], mix(WOOD, INK, 0.2), 22)
    disc(c, x - 12, y - 12, 64, colour)
    disc(c, x - 12, y - 12, 50, mix(RIVER_TINT, CARD, 0.5))
    line(c, [(x - 40, y - 26), (x - 20, y - 44)], CARD, 9)


def briefcase(c, t, colour=WOOD):
    hop = -5 * abs(math.sin(t * 2.4))
    round_path(c, -32, -70 + hop, 64, 44, 10)
    stroke(c, INK2, 11)
    box(c, -88, -42 + hop, 176, 120, colour, 12)
    box(c, -88, -42 + hop, 176, 52, mix(colour, INK, 0.18), 12)
    box(c, -14, -2 + hop, 28, 30, AMBER, 4)


def flowerpot(c, t):
    sway = 0.06 * math.sin(t * 2.1)
    for i, (dx, dy) in enumerate(((-34, -46), (32, -52), (0, -74))):
        x, y = dx + 90 * sway, dy
        line(c, [(0, 10), (x * 0.6, y * 0.5), (x, y)], PALM, 7)
        for k in range(5):
            a = k * 2 * math.pi / 5 + t * 0.3
            disc(c, x + 13 * math.cos(a), y + 13 * math.sin(a), 11, (SEAL, PEEL, AMBER)[i])
        disc(c, x, y, 8, GOLD_TINT)
    shape(c, [(-56, 4), (56, 4), (40, 92), (-40, 92)], PEEL)
    box(c, -64, -4, 128, 24, mix(PEEL, INK, 0.18), 5)


def patrol_car(c, t):
    """Heads to the right. White over blue, without any emblem; its lamp turns slowly."""
    hop = 1.5 * math.sin(t * 9)
    c.save()
    c.translate(0, hop)
    shape(c, [(-44, -20), (-26, -54), (34, -54), (58, -20)], INK2)
    shape(c, [(-34, -22), (-20, -46), (2, -46), (2, -22)], RIVER_TINT)
    shape(c, [(8, -22), (8, -46), (30, -46), (46, -22)], RIVER_TINT)
    glow = 0.5 + 0.5 * math.sin(t * 4)
    box(c, -14, -66, 16, 12, mix(SEAL, CARD, 0.5 * glow), 4)
    box(c, 4, -66, 16, 12, mix(WATER, CARD, 0.5 * (1 - glow)), 4)
    box(c, -98, -22, 196, 58, MIST, 16)
    box(c, -98, 6, 196, 16, RIVER)
    box(c, -98, 22, 196, 14, LINE, 6)
    round_path(c, -98, -22, 196, 58, 16)
    stroke(c, mix(LINE, INK2, 0.35), 3)
    disc(c, 90, -4, 7, AMBER)
    c.restore()
    for x in (-56, 58):
        disc(c, x, 38, 25, INK)
        disc(c, x, 38, 13, LINE)
        for k in range(3):
            a = t * 6 + k * 2.1
            line(c, [(x, 38), (x + 11 * math.cos(a), 38 + 11 * math.sin(a))], BRICK, 3)


def key(c, t, colour=AMBER):
    c.save()
    c.rotate(-0.7 + 0.16 * math.sin(t * 2))
    c.new_path()
    c.arc(-48, 0, 32, 0, 2 * math.pi)
    stroke(c, colour, 17)
    line(c, [(-16, 0), (86, 0)], colour, 17)
    for x in (54, 80):
        line(c, [(x, 0), (x, 28)], colour, 14)
    c.restore()


def person(c, t, colour=RIVER, hair=HAIR, glad=True, long_hair=False):
    """Head and shoulders on a disc: one of a family, a party, a witness."""
    disc(c, 0, 0, 92, mix(colour, CARD, 0.75))
    c.save()
    c.new_path()
    c.arc(0, 0, 92, 0, 2 * math.pi)
    c.clip()
    if long_hair:
        ellipse(c, 0, 8, 50, 58, hair)
    ellipse(c, 0, 100, 74, 74, colour)
    shape(c, [(-16, 24), (16, 24), (0, 58)], CARD)
    y = -12 + 2.5 * math.sin(t * 2.1)
    box(c, -13, y + 20, 26, 32, SKIN_SHADE, 10)
    disc(c, 0, y - 6, 42, hair)
    ellipse(c, 0, y + 4, 34, 38, SKIN)
    ellipse(c, 0, y - 24, 37, 22, hair)
    for x in (-12, 12):
        disc(c, x, y + 6, 4, INK)
    c.new_path()
    if glad:
        c.arc(0, y + 14, 10, 0.2 * math.pi, 0.8 * math.pi)
    else:
        c.arc(0, y + 28, 10, 1.2 * math.pi, 1.8 * math.pi)
    stroke(c, SEAL, 4)
    c.restore()
