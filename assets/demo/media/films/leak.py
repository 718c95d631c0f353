"""楼上漏水，邻居不肯修怎么办: what the law on people's mediation offers. Every statement is one of
the articles in ../../starter/laws.csv."""

import functools
import math

import film
import posters
from draw import *
from film import STAGE, WIDTH, Scene, Theme
from palette import *
from people import GRANDMOTHER, MEDIATOR, NEIGHBOUR, WORRIED, YOUTH, handshake, sit, stand
from places import arcade_line, arch, bird, cloud, courthouse, hills, palm, shophouse, tower, tree

FAR = (mix(RIVER_TINT, RIVER, 0.22), mix(RIVER_TINT, RIVER, 0.30), mix(RIVER_TINT, RIVER, 0.38), mix(RIVER_TINT, RIVER, 0.12))
STONE_TOWER = (STONE, STONE_SHADE, mix(PEEL, STONE, 0.35), RIVER_DARK)


@functools.cache
def country():
    def paint(c):
        box(c, 0, 0, WIDTH, STAGE, RIVER_TINT)
        disc(c, 1010, 118, 62, GOLD_TINT)
        hills(c, WIDTH, STAGE, 190, mix(RIVER_TINT, RIVER, 0.12), 0.4, 190)
        hills(c, WIDTH, STAGE, 130, mix(RIVER_TINT, RIVER, 0.20), 2.1, 130)
        for x, w, h, roof in ((70, 56, 250, "dome"), (176, 44, 190, "gable"), (1120, 60, 268, "pavilion"), (1222, 44, 200, "dome")):
            tower(c, x, STAGE, w, h, FAR, roof, 4)
    return layer(WIDTH, STAGE, paint)


def sky(c, t):
    paste(c, country())
    cloud(c, 330 + t * 9, 92, 62, CARD)
    cloud(c, 720 + t * 6, 58, 46, mix(CARD, RIVER_TINT, 0.25))


# ---- the house, cut open ----

HOUSE_X, HOUSE_W = 330, 620
FLOOR_UP, FLOOR_DOWN = 236, 466


@functools.cache
def house():
    def paint(c):
        left, right = HOUSE_X, HOUSE_X + HOUSE_W
        box(c, left - 16, 24, HOUSE_W + 32, STAGE - 24, mix(PEEL, PAPER, 0.42))
        box(c, left - 34, 8, HOUSE_W + 68, 24, mix(PEEL, INK, 0.25), 4)
        box(c, left, 40, HOUSE_W, FLOOR_UP - 40, PEEL_TINT)
        box(c, left, FLOOR_UP + 20, HOUSE_W, FLOOR_DOWN - FLOOR_UP - 20, CARD)
        box(c, left, FLOOR_UP + 20, HOUSE_W, FLOOR_DOWN - FLOOR_UP - 20, RIVER_TINT, 0, 0.55)
        box(c, left, FLOOR_UP, HOUSE_W, 20, WOOD_LIGHT)
        box(c, left, FLOOR_UP + 14, HOUSE_W, 6, WOOD)
        box(c, left - 16, FLOOR_DOWN, HOUSE_W + 32, STAGE - FLOOR_DOWN, WOOD_DARK)
        for x in range(left + 24, right, 56):
            box(c, x, 40, 22, FLOOR_UP - 66, mix(PEEL_TINT, PEEL, 0.07))
        upstairs(c, left, right)
        downstairs(c, left, right)
    return layer(WIDTH, STAGE, paint)


def upstairs(c, left, right):
    box(c, left, FLOOR_UP - 26, HOUSE_W, 26, mix(PEEL_TINT, PEEL, 0.16))
    # a washing machine, its pipe and the wall cupboard
    box(c, left + 250, FLOOR_UP - 92, 92, 92, SNOW, 8)
    box(c, left + 250, FLOOR_UP - 92, 92, 20, LINE, 8)
    disc(c, left + 296, FLOOR_UP - 38, 29, BRICK)
    disc(c, left + 296, FLOOR_UP - 38, 22, AQUA)
    disc(c, left + 330, FLOOR_UP - 82, 5, PALM)
    line(c, [(left + 342, FLOOR_UP - 70), (left + 366, FLOOR_UP - 70), (left + 366, FLOOR_UP)], BRICK, 9)
    box(c, left + 500, 66, 92, 104, RIVER_TINT)
    box(c, left + 494, 60, 104, 8, WOOD)
    box(c, left + 544, 66, 5, 104, CARD)
    box(c, left + 500, 114, 92, 5, CARD)
    box(c, left + 200, 62, 150, 34, WOOD, 3)
    box(c, left + 274, 62, 3, 34, WOOD_DARK)


def downstairs(c, left, right):
    floor = FLOOR_DOWN
    # window, picture, sofa, lamp
    box(c, left + 40, 290, 110, 84, mix(RIVER_TINT, WATER, 0.35))
    box(c, left + 34, 282, 122, 8, WOOD)
    box(c, left + 93, 290, 5, 84, CARD)
    box(c, left + 34, 374, 122, 7, CARD)
    box(c, left + 24, floor - 78, 168, 58, PALM, 14)
    box(c, left + 12, floor - 54, 32, 46, mix(PALM, INK, 0.2), 12)
    box(c, left + 172, floor - 54, 32, 46, mix(PALM, INK, 0.2), 12)
    box(c, left + 30, floor - 42, 156, 30, mix(PALM, CARD, 0.16), 8)
    box(c, left + 28, floor - 12, 8, 12, WOOD_DARK)
    box(c, left + 180, floor - 12, 8, 12, WOOD_DARK)
    line(c, [(right - 46, floor), (right - 46, floor - 142)], BRICK, 5)
    shape(c, [(right - 82, floor - 134), (right - 10, floor - 134), (right - 28, floor - 182), (right - 64, floor - 182)], AMBER)
    box(c, right - 66, floor - 6, 40, 6, BRICK, 3)
    box(c, left + 222, 292, 76, 58, CARD, 2)
    box(c, left + 228, 298, 64, 46, GOLD_TINT)
    tower(c, left + 260, 344, 15, 42, (RIVER, RIVER_DARK, RIVER, GOLD_TINT), "dome", 2)


DRIP_X = HOUSE_X + 366


def drops(c, t):
    grow = ease(part(t, 0, 3.2))
    ellipse(c, DRIP_X, FLOOR_UP + 20, 34 + 46 * grow, 6 + 9 * grow, WATER, 0.55, 0, math.pi)
    ellipse(c, DRIP_X - 4, FLOOR_UP - 1, 60 + 40 * grow, 5 + 3 * grow, WATER_LIGHT, 0.9)
    for number in range(3):
        phase = (t * 0.85 + number / 3) % 1
        y = FLOOR_UP + 26 + (FLOOR_DOWN - 64 - FLOOR_UP - 26) * phase ** 2
        x = DRIP_X + (number - 1) * 16
        disc(c, x, y, 5, WATER)
        shape(c, [(x - 4.6, y - 1.5), (x, y - 13), (x + 4.6, y - 1.5)], WATER)
    shape(c, [(DRIP_X - 42, FLOOR_DOWN - 58), (DRIP_X + 42, FLOOR_DOWN - 58), (DRIP_X + 32, FLOOR_DOWN), (DRIP_X - 32, FLOOR_DOWN)], SEAL)
    ellipse(c, DRIP_X, FLOOR_DOWN - 58, 42, 8, mix(SEAL, INK, 0.35))
    ellipse(c, DRIP_X, FLOOR_DOWN - 56, 35, 5.5, WATER)
    ripple = (t * 0.85 * 3) % 1
    c.save()
    c.translate(DRIP_X, FLOOR_DOWN - 56)
    c.scale(1, 0.16)
    c.new_path()
    c.arc(0, 0, 6 + 24 * ripple, 0, 2 * math.pi)
    c.restore()
    stroke(c, CARD, 2, 1 - ripple)


def at_home(c, t, speaking):
    sky(c, t)
    tree(c, 212, STAGE + 6, 200, PALM, WOOD_DARK, 2 * math.sin(t * 1.1))
    palm(c, 1052, STAGE + 4, 210, PALM, WOOD, 3 * math.sin(t * 1.3))
    paste(c, house())
    drops(c, t)
    wave = 0.04 * math.sin(t * 5) if speaking else 0
    stand(c, HOUSE_X + 500, FLOOR_DOWN, 186, WORRIED, -1, near=(0.24, 0.80 + wave), far=(0.16, 0.50))
    stand(c, HOUSE_X + 110, FLOOR_UP, 164, NEIGHBOUR, 1, near=(0.13, 0.56 + wave * 0.4), far=(0.10, 0.52))


def opening(c, t, length):
    at_home(c, t, True)


def neighbours(c, t, length):
    at_home(c, t + 4, True)
    shown = overshoot(part(t, 0.4, 0.5))
    if shown <= 0:
        return
    for x, y, words, colour, from_x in ((1096, 160, "公平合理", RIVER, 1000), (180, 130, "团结互助", PALM, 276)):
        c.save()
        c.translate(x, y)
        c.scale(shown, shown)
        box(c, -104, -40, 208, 80, CARD, 40)
        tip = 1 if from_x > x else -1
        shape(c, [(tip * 40, 34), (tip * 84, 20), (tip * 104, 62)], CARD)
        text(c, words, 0, 13, 36, colour, align="middle")
        c.restore()


# ---- to the mediation committee ----

STREET = 2100


def sign_board(words, colour):
    def hang(c, x, y):
        box(c, x - 112, y - 4, 224, 44, colour, 4)
        text(c, words, x, y + 28, 26, GOLD_TINT, family=SERIF, align="middle")
    return hang


@functools.cache
def street():
    def paint(c):
        dark = mix(RIVER_DARK, INK, 0.3)
        bays = ((STONE, mix(PALM, STONE, 0.3), None), (mix(SEAL_TINT, PEEL_TINT, 0.5), PEEL, None), (RIVER_TINT, RIVER, None),
                (GOLD_TINT, PEEL, None), (STONE, PALM, None), (PEEL_TINT, mix(PEEL, INK, 0.2), None))
        x = 0
        for i in range(6):
            wall, trim, sign = bays[i % len(bays)]
            shophouse(c, x, STAGE - 30, 210, 360 - 24 * (i % 3), wall, trim, mix(RIVER_TINT, RIVER, 0.4), dark, sign)
            x += 210
        office(c, x + 16)
        x += 500
        tower(c, x + 120, STAGE - 30, 120, 400, STONE_TOWER, "dome", 4)
        box(c, 0, STAGE - 30, STREET, 30, mix(STONE, BRICK, 0.25))
        for joint in range(0, STREET, 70):
            box(c, joint, STAGE - 30, 3, 30, mix(STONE, BRICK, 0.4))
    return layer(STREET, STAGE, paint)


def office(c, x):
    """Where the committee sits: wide door, plain board."""
    base, width = STAGE - 30, 470
    box(c, x, base - 296, width, 296, CARD)
    box(c, x, base - 296, width, 296, RIVER_TINT, 0, 0.5)
    shape(c, [(x - 26, base - 290), (x + width / 2, base - 372), (x + width + 26, base - 290)], RIVER)
    shape(c, [(x + 46, base - 298), (x + width / 2, base - 354), (x + width - 46, base - 298)], mix(RIVER, CARD, 0.16))
    box(c, x + 55, base - 270, width - 110, 62, RIVER, 6)
    text(c, "人民调解委员会", x + width / 2, base - 225, 44, SNOW, family=SERIF, align="middle")
    box(c, x + 150, base - 180, 170, 180, RIVER_DARK, 0)
    box(c, x + 158, base - 172, 74, 172, mix(GOLD_TINT, AMBER, 0.35))
    box(c, x + 238, base - 172, 74, 172, mix(GOLD_TINT, AMBER, 0.35))
    for wx in (x + 38, x + 352):
        box(c, wx - 5, base - 165, 90, 100, CARD)
        box(c, wx, base - 160, 80, 90, mix(GOLD_TINT, AMBER, 0.2))
        box(c, wx + 38, base - 160, 4, 90, CARD)
        box(c, wx - 8, base - 64, 96, 8, RIVER)
    for pot in (x + 124, x + 346):
        shape(c, [(pot - 16, base - 34), (pot + 16, base - 34), (pot + 11, base), (pot - 11, base)], PEEL)
        for dx in (-12, 0, 12):
            disc(c, pot + dx, base - 44 - (6 if dx == 0 else 0), 14, PALM)


def walking(c, t, length):
    sky(c, t + 8)
    way = ease_both(part(t, 0, length * 0.8))
    paste(c, street(), -820 * way, 0)
    step = t * 7.5 if way < 1 else None
    x = 300 + 330 * way
    stand(c, x, STAGE - 10, 236, GRANDMOTHER, 1, walk=step, near=(0.10 + 0.06 * math.sin(t * 7.5) * (way < 1), 0.43))
    stand(c, x - 150, STAGE - 10, 250, YOUTH, 1, walk=step + 1.4 if step is not None else None, near=(0.12, 0.44))
    if way > 0.75:
        greet = ease(part(way, 0.75, 0.2))
        stand(c, 1010, STAGE - 12, 250, MEDIATOR, -1, near=(0.22 * greet + 0.02, 0.42 + 0.16 * greet))


# ---- free of charge ----


def free(c, t, length):
    paste(c, room())
    turn = t * 0.5
    for i in range(14):
        angle = turn * 0.25 + i * math.pi / 7
        line(c, [(640 + 190 * math.cos(angle), 238 + 190 * math.sin(angle)), (640 + 226 * math.cos(angle), 238 + 226 * math.sin(angle))],
             GOLD, 6, 0.55)
    grown = overshoot(part(t, 0.15, 0.6))
    disc(c, 640, 238, 172 * grown, GOLD)
    disc(c, 640, 238, 158 * grown, GOLD_TINT)
    if grown > 0.3:
        text(c, "0", 610, 312, 210 * grown, SEAL, family=SANS, align="middle")
        text(c, "元", 718, 308, 62, SEAL, family=SERIF, align="middle")
    back = ease(part(t, 1.1, 0.8))
    stand(c, 226, STAGE + 90, 400, GRANDMOTHER, 1, near=(0.25, 0.62 + 0.01 * math.sin(t * 4)))
    stand(c, 1054, STAGE + 90, 410, MEDIATOR, -1, near=(0.24, 0.56 + 0.02 * back))
    for i in range(3):
        x, y = 336 - 4 * i, 312 - i * 11 + 2 * math.sin(t * 4)
        ellipse(c, x, y - 28, 26, 9, mix(GOLD, INK, 0.25))
        ellipse(c, x, y - 32, 26, 9, AMBER)


@functools.cache
def room():
    def paint(c):
        box(c, 0, 0, WIDTH, STAGE, PALM_TINT)
        box(c, 0, 0, WIDTH, 26, mix(PALM_TINT, PALM, 0.18))
        for x in (96, 980):
            box(c, x - 8, 62, 220, 172, CARD)
            box(c, x, 70, 204, 156, mix(RIVER_TINT, WATER, 0.18))
            hills_in(c, x, 70, 204, 156)
            box(c, x + 99, 70, 6, 156, CARD)
            box(c, x - 16, 234, 236, 10, mix(PALM, CARD, 0.4))
        box(c, 0, STAGE - 74, WIDTH, 74, mix(WOOD_LIGHT, PAPER, 0.2))
        box(c, 0, STAGE - 80, WIDTH, 8, mix(PALM_TINT, PALM, 0.35))
    return layer(WIDTH, STAGE, paint)


def hills_in(c, x, y, width, height):
    c.save()
    c.rectangle(x, y, width, height)
    c.clip()
    c.translate(x, y)
    hills(c, width + 10, height, 70, mix(RIVER_TINT, RIVER, 0.30), x * 0.01, 50)
    tower(c, 60, height, 26, 110, FAR, "dome", 3)
    tower(c, 150, height, 20, 80, FAR, "pavilion", 3)
    c.restore()


# ---- at the table ----


def bubble(c, x, y, width, height, tip_x, colour, shown):
    if shown <= 0:
        return
    c.save()
    c.translate(tip_x, y + height + 26)
    c.scale(shown, shown)
    c.translate(-tip_x, -(y + height + 26))
    box(c, x, y, width, height, CARD, height / 2)
    shape(c, [(tip_x - 22, y + height - 8), (tip_x + 22, y + height - 8), (tip_x, y + height + 26)], CARD)
    for i in range(3):
        disc(c, x + width / 2 + (i - 1) * 30, y + height / 2, 8, colour, 0.35 + 0.65 * (shown > 0.6))
    c.restore()


def table(c):
    shape(c, [(210, 388), (1070, 388), (1130, 430), (150, 430)], WOOD_LIGHT)
    box(c, 150, 430, 980, 20, WOOD)
    box(c, 190, 450, 900, 30, WOOD_DARK)


def talking(c, t, length):
    paste(c, room())
    third = (t / 1.15) % 3
    sit(c, 640, 408, 400, MEDIATOR, 1 if third < 1.5 else -1)
    sit(c, 330, 412, 400, GRANDMOTHER, 1)
    sit(c, 950, 412, 400, NEIGHBOUR, -1)
    table(c)
    for x in (470, 810):
        box(c, x - 16, 376, 32, 34, CARD, 5)
        ellipse(c, x, 376, 16, 5, PALM_TINT)
    shape(c, [(600, 400), (676, 400), (688, 424), (588, 424)], CARD)
    for i in range(3):
        line(c, [(608 - i * 2, 406 + i * 6), (668 + i * 2, 406 + i * 6)], LINE, 2)
    bubble(c, 246, 62, 168, 72, 330, SEAL, overshoot(part(t, 0.3, 0.4)) if third < 2.6 else 1)
    bubble(c, 866, 62, 168, 72, 950, GOLD, overshoot(part(t, 1.6, 0.4)))
    bubble(c, 556, 44, 168, 72, 640, RIVER, overshoot(part(t, 2.9, 0.4)))


def agreed(c, t, length):
    box(c, 0, 0, WIDTH, STAGE, GOLD_TINT)
    for i in range(20):
        angle = i * math.pi / 10 + t * 0.05
        shape(c, [(640, 240), (640 + 900 * math.cos(angle), 240 + 900 * math.sin(angle)),
                  (640 + 900 * math.cos(angle + 0.16), 240 + 900 * math.sin(angle + 0.16))], mix(GOLD_TINT, GOLD, 0.16))
    meet = ease(part(t, 0, 0.7))
    c.save()
    c.translate(0, 5 * math.sin(t * 5.2) * meet)
    c.push_group()
    handshake(c, 640, 222, 250, GRANDMOTHER, NEIGHBOUR)
    c.pop_group_to_source()
    c.paint_with_alpha(meet)
    c.restore()
    shown = overshoot(part(t, 0.9, 0.5))
    if shown > 0:
        c.save()
        c.translate(640, 424)
        c.scale(shown, shown)
        box(c, -150, -34, 300, 64, PALM, 32)
        text(c, "调解协议", 0, 14, 36, SNOW, family=SERIF, align="middle")
        c.restore()


# ---- thirty days ----


def thirty(c, t, length):
    paste(c, court())
    soft_shadow(c, 96, 62, 430, 372, 20)
    box(c, 96, 44, 430, 372, CARD, 20)
    box(c, 96, 62, 430, 82, SEAL, 20)
    box(c, 96, 114, 430, 30, SEAL)
    text(c, "三十日内", 311, 122, 42, CARD, family=SERIF, align="middle")
    for x in (170, 452):
        box(c, x - 7, 44, 14, 40, INK2, 7)
    filled = part(t, 0.6, length * 0.55) * 30
    for day in range(30):
        x, y = 126 + day % 6 * 64, 164 + day // 6 * 52
        done = clamp(filled - day)
        box(c, x, y, 52, 42, mix(MIST, GOLD, done * 0.9), 8)
        text(c, str(day + 1), x + 26, y + 29, 22, mix(INK2, INK, done), align="middle")
    near = ease(part(t, 0.2, 1.6))
    stand(c, 610 + 60 * near, STAGE + 10, 210, GRANDMOTHER, 1, walk=t * 7 if near < 1 else None, near=(0.17, 0.52))
    stand(c, 540 + 60 * near, STAGE + 10, 220, NEIGHBOUR, 1, walk=t * 7 + 1 if near < 1 else None)
    stamp = overshoot(part(t, length * 0.62, 0.4))
    if stamp > 0:
        c.save()
        c.translate(1090, 116)
        c.rotate(-0.14)
        c.scale(1.5 - 0.5 * stamp, 1.5 - 0.5 * stamp)
        box(c, -112, -44, 224, 88, CARD, 14, 0.94)
        round_path(c, -104, -36, 208, 72, 9)
        stroke(c, SEAL, 5)
        text(c, "司法确认", 0, 16, 42, SEAL, family=SERIF, align="middle")
        c.restore()


@functools.cache
def court():
    def paint(c):
        box(c, 0, 0, WIDTH, STAGE, RIVER_TINT)
        disc(c, 720, 110, 54, GOLD_TINT)
        hills(c, WIDTH, STAGE, 150, mix(RIVER_TINT, RIVER, 0.14), 1.4, 170)
        tree(c, 720, STAGE - 20, 150, mix(PALM, RIVER_TINT, 0.25), WOOD_DARK)
        courthouse(c, 1000, STAGE - 24, 470, 372, (PAPER, mix(STONE, PAPER, 0.4), mix(STONE_SHADE, BRICK, 0.2), RIVER_DARK))
        box(c, 0, STAGE - 24, WIDTH, 24, mix(STONE, BRICK, 0.25))
    return layer(WIDTH, STAGE, paint)


# ---- farewell ----


@functools.cache
def evening():
    def paint(c):
        box(c, 0, 0, WIDTH, STAGE, RIVER_DARK)
        disc(c, 960, 150, 84, GOLD)
        hills(c, WIDTH, STAGE, 150, mix(RIVER_DARK, RIVER, 0.5), 0.2, 180)
        near = (mix(RIVER, AQUA, 0.30), mix(RIVER, AQUA, 0.14), mix(RIVER, AQUA, 0.45), AMBER)
        mid = (mix(RIVER, RIVER_DARK, 0.2), mix(RIVER, RIVER_DARK, 0.4), RIVER, mix(AMBER, RIVER, 0.4))
        for x, w, h, roof in ((70, 74, 290, "gable"), (384, 64, 240, "pavilion"), (894, 70, 240, "gable"), (1220, 76, 300, "dome")):
            tower(c, x, STAGE, w, h, mid, roof, 4)
        for x, w, h, roof in ((226, 112, 384, "dome"), (1050, 118, 408, "dome")):
            tower(c, x, STAGE, w, h, near, roof, 5)
    return layer(WIDTH, STAGE, paint)


def farewell(c, t, length):
    paste(c, evening())
    for i in range(5):
        bird(c, 420 + t * 26 + i * 42, 96 + (i % 3) * 20 + 4 * math.sin(t + i), 13, 0.25 + 0.3 * math.sin(t * 6 + i), SNOW2)
    shown = ease(part(t, 0.2, 0.6))
    text(c, "公共法律服务热线", 640, 190, 38, SNOW2, align="middle", alpha=shown)
    text(c, "12348", 640, 312, 132, SNOW, family=SANS, align="middle", alpha=shown)
    arcade_line(c, 520, 372, 240, 24, 26, GOLD, shown)


def under(c, now):
    arcade_line(c, 0, film.HEIGHT + 2, WIDTH + 32, 40, 44, LINE)


THEME = Theme(under=under)
SCENES = [
    Scene(opening, "楼上漏水，邻居不肯修，怎么办？", "樓上漏水，鄰居不肯修，怎麼辦？",
          "Water leaks from upstairs and the neighbour will not mend it. What now?", "", 0.9, 0.7),
    Scene(neighbours, "相邻权利人，应当按照团结互助、公平合理的原则，正确处理相邻关系。",
          "相鄰權利人，應當按照團結互助、公平合理的原則，正確處理相鄰關係。",
          "Neighbours should settle their relations in solidarity and mutual help, fairly and reasonably.",
          "《民法典》第二百八十八条"),
    Scene(walking, "商量不成？当事人可以向人民调解委员会申请调解。", "商量不成？當事人可以向人民調解委員會申請調解。",
          "Talking did not help? The parties may ask a people's mediation committee to mediate.", "《人民调解法》第十七条"),
    Scene(free, "调解民间纠纷，不收取任何费用。", "調解民間糾紛，不收取任何費用。",
          "For mediating civil disputes it charges no fee of any kind.", "《人民调解法》第四条"),
    Scene(talking, "调解在当事人自愿、平等的基础上进行。", "調解在當事人自願、平等的基礎上進行。",
          "Mediation rests on the parties' free will and equality.", "《人民调解法》第三条"),
    Scene(agreed, "达成的调解协议，具有法律约束力，当事人应当按照约定履行。", "達成的調解協議，具有法律約束力，當事人應當按照約定履行。",
          "The agreement reached is legally binding; the parties should do as agreed.", "《人民调解法》第三十一条"),
    Scene(thirty, "双方认为有必要的，可以自调解协议生效之日起三十日内，共同向人民法院申请司法确认。",
          "雙方認為有必要的，可以自調解協議生效之日起三十日內，共同向人民法院申請司法確認。",
          "Within thirty days of its taking effect, both may together ask a people's court to confirm it.", "《人民调解法》第三十三条"),
    Scene(farewell, "想问法律，请打12348。", "想問法律，請打12348。", "For questions of law, call 12348.", "", 0.4, 1.6),
]


def poster(c):
    scale = posters.HEIGHT / STAGE
    c.scale(scale, scale)
    c.translate(-(WIDTH - posters.WIDTH / scale) / 2, 0)
    at_home(c, 6.2, True)
