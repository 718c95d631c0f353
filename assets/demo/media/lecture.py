"""法治大讲堂: a lecturer at a board, before an audience. The board is written on while the words are
spoken, or shows a drawing."""

import functools
import math
from dataclasses import replace

import film
import icons
from draw import *
from film import HEIGHT, WIDTH, Now, Scene
from kit import fitting, measured, typed, wrap
from palette import *
from people import head, stand
from places import arcade_line, arch, hills, tower

LEFT, TOP, WIDE, HIGH = 424, 52, 800, 420  # the board
CHALK = mix(SNOW, RIVER_TINT, 0.15)


@functools.cache
def hall():
    def paint(c):
        wall = mix(PAPER, PEEL_TINT, 0.45)
        box(c, 0, 0, WIDTH, HEIGHT, wall)
        box(c, 0, 0, WIDTH, 26, mix(wall, PEEL, 0.3))
        arcade_line(c, 0, 26, WIDTH + 40, 40, 0, mix(wall, PEEL, 0.3))
        arch(c, 212, 470, 336, 400, WOOD)
        arch(c, 212, 470, 312, 386, mix(RIVER_TINT, WATER, 0.2))
        c.save()
        arch_path(c, 212, 470, 312, 386)
        c.clip()
        hills(c, 400, 470, 120, mix(RIVER_TINT, RIVER, 0.25), 0.8, 70)
        tone = tuple(mix(RIVER_TINT, RIVER, share) for share in (0.36, 0.44, 0.52, 0.2))
        tower(c, 104, 470, 58, 240, tone, "dome", 4)
        tower(c, 322, 470, 46, 180, tone, "pavilion", 4)
        c.restore()
        soft_shadow(c, LEFT - 18, TOP - 18, WIDE + 36, HIGH + 36, 12, 14)
        box(c, LEFT - 18, TOP - 18, WIDE + 36, HIGH + 36, WOOD, 10)
        box(c, LEFT - 6, TOP - 6, WIDE + 12, HIGH + 12, WOOD_DARK, 4)
        box(c, LEFT, TOP, WIDE, HIGH, RIVER_DARK)
        box(c, LEFT + 30, TOP + HIGH + 10, WIDE - 60, 14, WOOD_LIGHT, 4)
        for x, tone in ((80, SNOW), (130, AMBER), (650, AQUA)):
            box(c, LEFT + x, TOP + HIGH + 3, 34, 9, tone, 4)
        box(c, 0, 516, WIDTH, HEIGHT - 516, mix(WOOD_LIGHT, WOOD, 0.35))
        box(c, 0, 516, WIDTH, 10, WOOD_LIGHT)
        for x in range(-200, WIDTH + 200, 118):
            shape(c, [(x, 526), (x + 4, 526), (x + (x - 640) * 0.3 + 5, HEIGHT), (x + (x - 640) * 0.3, HEIGHT)], mix(WOOD_LIGHT, WOOD, 0.6))
    return layer(WIDTH, HEIGHT, paint)


def arch_path(c, x, base, width, height):
    c.new_path()
    c.move_to(x - width / 2, base)
    c.line_to(x - width / 2, base - height + width / 2)
    c.arc(x, base - height + width / 2, width / 2, math.pi, 0)
    c.line_to(x + width / 2, base)
    c.close_path()


@functools.cache
def lectern():
    def paint(c):
        shape(c, [(14, 26), (226, 26), (206, 300), (34, 300)], WOOD_DARK)
        shape(c, [(34, 60), (206, 60), (192, 300), (48, 300)], WOOD)
        arch(c, 120, 250, 84, 150, WOOD_DARK)
        arch(c, 120, 250, 68, 138, mix(WOOD, GOLD, 0.35))
        box(c, 0, 8, 240, 26, WOOD_LIGHT, 5)
        box(c, 0, 28, 240, 8, mix(WOOD, INK, 0.2))
    return layer(240, 300, paint)


@functools.cache
def listeners(row):
    """Backs of heads; three rows that nod apart from each other."""
    tone = (mix(RIVER_DARK, INK, 0.15), mix(RIVER_DARK, INK, 0.45))[row % 2]

    def paint(c):
        for i in range(7):
            x = 70 + i * 200 + row * 96
            disc(c, x, 44, 36 + 3 * math.sin(i * 2.3 + row), tone)
            if (i + row) % 3 == 1:
                disc(c, x, 8, 14, tone)
            ellipse(c, x, 134, 84, 62, tone)
    return layer(WIDTH + 240, 150, paint)


def room(c, t, look, point=None):
    """Hall, lecturer, lectern and audience. `point` is where on the board the stick shows."""
    now = Now.seconds
    paste(c, hall())
    talking = replace(look, talk=Now.voice)
    sway = 5 * math.sin(now * 0.9)
    lift = 0.03 * math.sin(now * 2.3)
    if point:
        hand = (0.235, clamp((812 - point[1]) / 700, 0.53, 0.84) + 0.004 * math.sin(now * 3))
    else:
        hand = (0.15 + 0.02 * math.sin(now * 1.9), 0.56 + lift)
    x, ground, height = 196 + sway, 846 + 2 * math.sin(now * 1.8), 700
    if point:
        tip = (x + hand[0] * height, ground - hand[1] * height)
        line(c, [tip, point], mix(WOOD_LIGHT, CARD, 0.3), 6)
        disc(c, *point, 6, AMBER)
    stand(c, x, ground, height, talking, 1, near=hand, far=(0.10, 0.548 + lift * 0.3))
    paste(c, lectern(), 62, 470)


def audience(c):
    now = Now.seconds
    for row, y in ((0, 622), (1, 652)):
        paste(c, listeners(row), -110 + 5 * math.sin(now * 0.7 + row * 2), y + 4 * math.sin(now * 1.4 + row))


def heading(c, t, words):
    """What stands over a page of the board, with a line of chalk beneath."""
    text(c, words, LEFT + 38, TOP + 62, 34, AMBER, family=SERIF)
    line(c, [(LEFT + 38, TOP + 80), (LEFT + 39 + (WIDE - 78) * ease(part(t, 0.1, 0.8)), TOP + 80)], mix(RIVER_DARK, AQUA, 0.5), 3)


def title_page(look, number, title, note):
    def draw(c, t, length):
        lines = wrap(title, 84, WIDE - 110, SERIF)
        shown = part(t, 0.5, 1.6)
        base = TOP + 226 - (len(lines) - 1) * 48
        room(c, t, look)
        text(c, "法治大讲堂", LEFT + 46, TOP + 76, 38, AMBER, family=SERIF)
        wide = measured(number, 30) + 44
        slid = ease(part(t, 0.2, 0.6))
        box(c, LEFT + WIDE - 46 - wide * slid, TOP + 38, wide * slid, 52, mix(RIVER_DARK, AQUA, 0.25), 26)
        text(c, number, LEFT + WIDE - 46 - wide / 2, TOP + 75, 30, SNOW, align="middle", alpha=slid)
        typed(c, lines, LEFT + 46, base, 84, CHALK, shown, family=SERIF, leading=1.25)
        grown = ease(part(t, 1.4, 1.0))
        arcade_line(c, LEFT + 46, TOP + HIGH - 96, 600 * grown, 40, 34, GOLD)
        text(c, note, LEFT + 46, TOP + HIGH - 38, 32, AQUA, alpha=ease(part(t, 1.8, 0.5)))
        audience(c)
    return draw


def article_page(look, quote, marks=()):
    """The article's words, written as they are spoken; the stick follows."""
    size, lines = fitting(quote.words, WIDE - 84, 310, 1.52, (60, 54, 48, 44, 40, 36))

    def draw(c, t, length):
        room_drawn = part(t, 0.35, max(1.0, length - 1.5))
        base = TOP + 96 + size * 1.2
        pen = pen_at(lines, LEFT + 42, base, size, room_drawn)
        room(c, t, look, (pen[0] + 6, pen[1] + size * 0.34))
        heading(c, t, quote.source)
        typed(c, lines, LEFT + 42, base, size, CHALK, room_drawn, marks, mix(RIVER_DARK, PEEL, 0.75), leading=1.52)
        audience(c)
    return draw


def pen_at(lines, x, y, size, shown):
    count, at = round(sum(map(len, lines)) * clamp(shown)), 0
    for number, words in enumerate(lines):
        if count <= at + len(words):
            return x + measured(words[:count - at], size), y + number * size * 1.52
        at += len(words)
    return x + measured(lines[-1], size), y + (len(lines) - 1) * size * 1.52


def drawing_page(look, words, art, point=None):
    """A drawing on the board: art(context, t, length) with (0, 0) in the middle of what is free."""
    def draw(c, t, length):
        where = point(t, length) if point else None
        room(c, t, look, (LEFT + WIDE / 2 + where[0], TOP + 250 + where[1]) if where else None)
        heading(c, t, words)
        c.save()
        c.rectangle(LEFT, TOP + 84, WIDE, HIGH - 84)
        c.clip()
        c.translate(LEFT + WIDE / 2, TOP + 250)
        art(c, t, length)
        c.restore()
        audience(c)
    return draw


def closing(look, hint):
    """The last page: a question follows."""
    def draw(c, t, length):
        room(c, t, look)
        text(c, "法治大讲堂", LEFT + 46, TOP + 76, 38, AMBER, family=SERIF)
        for i in range(3):
            shown = overshoot(part(t, 0.3 + 0.25 * i, 0.4))
            x, y = LEFT + 190 + i * 210, TOP + 196 + 8 * math.sin(Now.seconds * 2 + i)
            if shown > 0:
                c.save()
                c.translate(x, y)
                c.scale(shown, shown)
                disc(c, 0, 0, 74, (PEEL, RIVER, PALM)[i])
                text(c, "ＡＢＣ"[i], 0, 26, 72, SNOW, align="middle")
                c.restore()
        text(c, hint, LEFT + WIDE / 2, TOP + 356, 48, CHALK, family=SERIF, align="middle", alpha=ease(part(t, 0.9, 0.5)))
        audience(c)
    return draw
