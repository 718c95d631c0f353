"""12·4 国家宪法日: one walk along the river, an article at each stop. Every statement is one of the
articles in ../../starter/laws.csv. Each frame carries its number (frame_code)."""

import functools
import math

import film
import frame_code
import posters
from draw import *
from film import STAGE, WIDTH, Scene, Theme
from palette import *
from people import GRANDMOTHER, MEDIATOR, NEIGHBOUR, PUPIL, YOUTH, stand
from places import arch, bird, boat, cloud, hills, palm, tower, tree, window

BANK = STAGE - 26
STOP = 1280  # from one stop to the next
DAWN = mix(GOLD_TINT, PEEL_TINT, 0.45)


@functools.cache
def far_hills():
    width = WIDTH + 900

    def paint(c):
        hills(c, width, STAGE, 230, mix(DAWN, RIVER, 0.22), 0.2, 210)
        hills(c, width, STAGE, 160, mix(DAWN, RIVER, 0.36), 2.0, 150)
    return layer(width, STAGE, paint)


@functools.cache
def middle_towers():
    width = WIDTH + 2600
    wall = (mix(RIVER, DAWN, 0.42), mix(RIVER, DAWN, 0.34), mix(RIVER, DAWN, 0.28), mix(AMBER, DAWN, 0.3))

    def paint(c):
        hills(c, width, STAGE, 84, mix(PALM, DAWN, 0.42), 1.0, 120)
        roofs = ("dome", "gable", "pavilion")
        for i in range(22):
            x = 60 + i * 178 + 50 * math.sin(i * 2.4)
            tower(c, x, STAGE - 20, 50 + 14 * math.sin(i * 1.7), 200 + 50 * math.sin(i * 2.9), wall, roofs[i % 3], 4)
        hills(c, width, STAGE, 46, mix(PALM, DAWN, 0.18), 3.0, 90)
    return layer(width, STAGE, paint)


NEAR = (mix(STONE, PAPER, 0.2), STONE_SHADE, RIVER, RIVER_DARK)
WARM = (PEEL_TINT, mix(PEEL_TINT, PEEL, 0.22), mix(PEEL, INK, 0.1), RIVER_DARK)


@functools.cache
def bank():
    width = STOP * 5 + WIDTH

    def paint(c):
        for stop, draw_stop in enumerate((gate, book_square, plaza, school, harbour, garden)):
            c.save()
            c.translate(stop * STOP, 0)
            draw_stop(c)
            c.restore()
        box(c, 0, BANK, width, STAGE - BANK, mix(STONE_SHADE, BRICK, 0.2))
        box(c, 0, BANK, width, 7, mix(STONE, PAPER, 0.3))
        for x in range(20, width, 64):
            box(c, x, BANK + 7, 3, STAGE - BANK - 7, mix(STONE_SHADE, BRICK, 0.5))
    return layer(width, STAGE, paint)


def gate(c):
    tower(c, 150, BANK, 128, 390, NEAR, "dome", 5)
    tower(c, 318, BANK, 92, 262, WARM, "pavilion", 4)
    tree(c, 420, BANK, 150, PALM, WOOD_DARK)
    tree(c, 870, BANK, 150, mix(PALM, GOLD, 0.15), WOOD_DARK)
    tower(c, 990, BANK, 96, 290, WARM, "gable", 4)
    tower(c, 1140, BANK, 124, 366, NEAR, "dome", 5)


def book_square(c):
    palm(c, 200, BANK, 230, PALM, WOOD)
    palm(c, 1090, BANK, 250, PALM, WOOD)
    for i in range(3):
        box(c, 430 - i * -26, BANK - 22 * (i + 1), 420 - i * 52, 22, mix(STONE, STONE_SHADE, i * 0.3))
    tree(c, 320, BANK, 120, mix(PALM, GOLD, 0.1), WOOD_DARK)
    tree(c, 960, BANK, 120, mix(PALM, GOLD, 0.1), WOOD_DARK)


def plaza(c):
    tower(c, 110, BANK, 104, 300, WARM, "pavilion", 4)
    tree(c, 250, BANK, 140, PALM, WOOD_DARK)
    tower(c, 1180, BANK, 104, 320, NEAR, "dome", 4)
    tree(c, 1050, BANK, 130, PALM, WOOD_DARK)


def school(c):
    left, width = 250, 640
    box(c, left, BANK - 250, width, 250, PAPER)
    box(c, left + width * 0.8, BANK - 250, width * 0.2, 250, STONE, 0, 0.5)
    box(c, left - 12, BANK - 262, width + 24, 16, SEAL)
    shape(c, [(left + 220, BANK - 262), (left + 320, BANK - 330), (left + 420, BANK - 262)], PAPER)
    line(c, [(left + 208, BANK - 260), (left + 320, BANK - 334), (left + 432, BANK - 260)], SEAL, 9)
    disc(c, left + 320, BANK - 284, 20, CARD)
    disc(c, left + 320, BANK - 284, 16, RIVER_TINT)
    line(c, [(left + 320, BANK - 284), (left + 320, BANK - 295)], INK, 3)
    line(c, [(left + 320, BANK - 284), (left + 328, BANK - 280)], INK, 3)
    for row in (0, 1):
        for column in range(8):
            if row == 1 and column in (3, 4):
                continue
            x = left + 46 + column * 78
            box(c, x - 4, BANK - 222 + row * 110, 58, 74, mix(SEAL, PAPER, 0.75))
            box(c, x, BANK - 218 + row * 110, 50, 66, mix(RIVER_TINT, WATER, 0.3))
            box(c, x + 23, BANK - 218 + row * 110, 4, 66, CARD)
    box(c, left + 262, BANK - 148, 116, 148, SEAL)
    text(c, "学 校", left + 320, BANK - 112, 28, GOLD_TINT, family=SERIF, align="middle")
    box(c, left + 276, BANK - 98, 88, 98, mix(AMBER, GOLD_TINT, 0.4))
    box(c, left + 318, BANK - 98, 4, 98, SEAL)
    tree(c, 160, BANK, 210, PALM, WOOD_DARK)
    tree(c, 1000, BANK, 190, mix(PALM, GOLD, 0.12), WOOD_DARK)


def harbour(c):
    tower(c, 210, BANK, 130, 372, NEAR, "dome", 5)
    tower(c, 372, BANK, 90, 250, WARM, "gable", 4)
    palm(c, 520, BANK, 200, PALM, WOOD)
    for x in range(760, 1210, 70):
        box(c, x, BANK - 34, 9, 34, WOOD_DARK)
    box(c, 740, BANK - 36, 480, 8, WOOD)


def garden(c):
    for x, h in ((70, 180), (250, 140), (1030, 150), (1210, 190)):
        tree(c, x, BANK, h, mix(PALM, GOLD, 0.08), WOOD_DARK)
    tower(c, 160, BANK, 84, 240, WARM, "pavilion", 4)
    tower(c, 1120, BANK, 90, 262, NEAR, "dome", 4)


# ---- what moves at each stop ----


def book(c, x, base, open_by, t):
    """A plain red book that opens and shows its light."""
    for i in range(9):
        angle = -math.pi * (0.12 + 0.76 * i / 8)
        reach = (150 + 8 * math.sin(t * 2 + i)) * open_by
        line(c, [(x + 118 * math.cos(angle), base - 40 + 118 * math.sin(angle)),
                 (x + (118 + reach * 0.5) * math.cos(angle), base - 40 + (118 + reach * 0.5) * math.sin(angle))], GOLD, 6, 0.8 * open_by)
    spread = 150 * open_by + 6
    for sign in (-1, 1):
        shape(c, [(x, base), (x + sign * (spread + 12), base - 24), (x + sign * (spread + 12), base - 158), (x, base - 124)], SEAL)
        shape(c, [(x, base - 8), (x + sign * spread, base - 34), (x + sign * spread, base - 162), (x, base - 134)],
              CARD if sign < 0 else PAPER)
        if open_by > 0.7:
            for row in range(5):
                y = base - 118 + row * 20
                line(c, [(x + sign * 24, y - 5), (x + sign * (spread - 22), y - 24)], mix(LINE, INK2, 0.2), 4, open_by)
    line(c, [(x, base), (x, base - 132)], mix(SEAL, INK, 0.3), 5)


def scales(c, x, base, t, length):
    tilt = 0.16 * math.exp(-1.1 * t) * math.cos(t * 4.2)
    box(c, x - 70, base - 16, 140, 16, GOLD, 8)
    box(c, x - 6, base - 250, 12, 240, GOLD)
    disc(c, x, base - 256, 14, GOLD)
    ends = [(x + s * 190 * math.cos(tilt), base - 244 + s * 190 * math.sin(tilt)) for s in (-1, 1)]
    line(c, ends, GOLD, 10)
    for ex, ey in ends:
        for dx in (-62, 62):
            line(c, [(ex, ey), (ex + dx, ey + 96)], mix(GOLD, INK, 0.2), 3)
        ellipse(c, ex, ey + 96, 74, 26, GOLD, 1, 0, math.pi)
        disc(c, ex, ey, 8, mix(GOLD, INK, 0.25))


def at_gate(c, t, length):
    plaque(c, 640, 226 - 12 * (1 - ease(part(t, 0.2, 0.8))), ease(part(t, 0.2, 0.8)))


def plaque(c, x, y, shown):
    """The day's name on a board with a gold rule."""
    box(c, x - 232, y - 128, 464, 256, PAPER, 24, shown)
    round_path(c, x - 220, y - 116, 440, 232, 16)
    stroke(c, GOLD, 3, shown)
    text(c, "12·4", x, y - 12, 96, SEAL, family=SERIF, align="middle", alpha=shown)
    text(c, "国家宪法日", x, y + 78, 72, RIVER_DARK, family=SERIF, align="middle", alpha=shown)


def at_book(c, t, length):
    book(c, 640, BANK - 70, ease(part(t, 0.5, 1.2)), t)


def at_plaza(c, t, length):
    scales(c, 640, BANK, t, length)
    for i, (look, x, height) in enumerate(((GRANDMOTHER, 276, 186), (YOUTH, 350, 204), (MEDIATOR, 926, 200), (NEIGHBOUR, 1004, 206))):
        stand(c, x, BANK + 8, height, look, 1 if x < 640 else -1, near=(0.16, 0.5 + 0.02 * math.sin(t * 3 + i)))


def at_school(c, t, length):
    for i, look in enumerate((PUPIL, YOUTH, PUPIL, NEIGHBOUR)):
        way = ease_both(part(t, 0.1 * i, length * 0.9))
        x = 250 + i * 62 + 190 * way
        stand(c, x, BANK + 10, 120 + 10 * (i % 2), look, 1, walk=t * 9 + i * 1.3 if 0.01 < way < 0.99 else None)
    stand(c, 720, BANK + 8, 200, MEDIATOR, -1, near=(0.22, 0.62 + 0.03 * math.sin(t * 5)))


def at_harbour(c, t, length):
    wave = 0.05 * math.sin(t * 7)
    stand(c, 640, BANK + 8, 196, GRANDMOTHER, 1, near=(0.16, 0.98 + wave))
    stand(c, 712, BANK + 8, 128, PUPIL, 1, near=(0.18, 0.98 - wave))
    stand(c, 570, BANK + 8, 206, NEIGHBOUR, 1, near=(0.18, 0.96 + wave))


def at_garden(c, t, length):
    for i, (look, x, height) in enumerate(((YOUTH, 390, 212), (GRANDMOTHER, 490, 194), (PUPIL, 575, 134), (MEDIATOR, 668, 208),
                                           (PUPIL, 752, 128), (NEIGHBOUR, 846, 214))):
        rise = ease(part(t, 0.3 + 0.15 * i, 0.6))
        stand(c, x, BANK + 8, height, look, 1 if x < 640 else -1, near=(0.10 + 0.06 * rise, 0.42 + 0.5 * rise + 0.02 * math.sin(t * 5 + i)))


ACTIONS = (at_gate, at_book, at_plaza, at_school, at_harbour, at_garden)
MOVE = 1.3  # seconds from stop to stop


def stop(index):
    def draw(c, t, length):
        scene = SCENES[index]
        now = scene.start + t
        where = index - (1 - ease_both(part(t, 0, MOVE)) if index > 0 else 0)
        camera = where * STOP
        box(c, 0, 0, WIDTH, STAGE, DAWN)
        sun = 250 - 92 * ease(part(now, 0, 14))
        for radius, share in ((230, 0.10), (160, 0.16)):
            disc(c, 900, sun, radius, mix(DAWN, AMBER, share))
        disc(c, 900, sun, 92, mix(AMBER, GOLD, 0.3))
        for x, y, size, speed in ((200, 120, 66, 8), (1120, 96, 80, 11), (640, 70, 48, 6)):
            cloud(c, (x + now * speed - camera * 0.04) % (WIDTH + 240) - 120, y, size, mix(CARD, DAWN, 0.15))
        paste(c, far_hills(), -camera * 0.12)
        paste(c, middle_towers(), -camera * 0.36)
        for i in range(6):
            bird(c, (240 + now * 40 + i * 46) % (WIDTH + 300) - 100, 104 + (i * 37) % 60, 12, 0.25 + 0.3 * math.sin(now * 6 + i), RIVER_DARK)
        paste(c, bank(), -camera)
        for i in (index - 1, index):
            if i < 0 or abs(where - i) > 0.999:
                continue
            c.save()
            c.translate(i * STOP - camera, 0)
            ACTIONS[i](c, t if i == index else SCENES[i].length + t, length if i == index else SCENES[i].length)
            c.restore()
    return draw


def water(c, now):
    for i in range(26):
        y = STAGE + 10 + (i * 61) % 226
        x = (i * 211 + now * (14 + i % 5 * 5)) % (WIDTH + 260) - 130
        box(c, x, y, 60 + (i * 37) % 90, 3, mix(RIVER_DARK, AQUA, 0.25), 1.5)
    x = -160 + now * 46
    boat(c, x, film.HEIGHT - 30 + 3 * math.sin(now * 1.6), 92, WOOD_DARK, mix(WOOD, GOLD, 0.35))
    line(c, [(x - 180, film.HEIGHT - 16), (x - 100, film.HEIGHT - 19)], mix(RIVER_DARK, AQUA, 0.5), 3)


def code(c, frame):
    frame_code.draw(c, WIDTH, film.HEIGHT, frame)


THEME = Theme(RIVER_DARK, mix(RIVER_DARK, AQUA, 0.22), SNOW, water, code, fades=False)
SCENES = [
    Scene(stop(0), "十二月四日，是国家宪法日。", "十二月四日，是國家憲法日。", "4 December is Constitution Day.", "", 0.8, 0.6),
    Scene(stop(1), "一切法律、行政法规和地方性法规，都不得同宪法相抵触。", "一切法律、行政法規和地方性法規，都不得同憲法相抵觸。",
          "No law, administrative regulation or local regulation may contradict the Constitution.", "《宪法》第五条", 0.9),
    Scene(stop(2), "公民在法律面前，一律平等。", "公民在法律面前，一律平等。", "All citizens are equal before the law.", "《宪法》第三十三条", 0.9),
    Scene(stop(3), "公民有受教育的权利和义务。", "公民有受教育的權利和義務。", "Citizens have the right and the duty to receive education.",
          "《宪法》第四十六条", 0.9),
    Scene(stop(4), "中华人民共和国保护华侨的正当的权利和利益，保护归侨和侨眷的合法的权利和利益。",
          "中華人民共和國保護華僑的正當的權利和利益，保護歸僑和僑眷的合法的權利和利益。",
          "The state protects the legitimate rights and interests of Chinese nationals abroad, and the lawful ones of those who returned and of their families.",
          "《宪法》第五十条", 0.9),
    Scene(stop(5), "公民必须遵守宪法和法律。", "公民必須遵守憲法和法律。", "Citizens must abide by the Constitution and the law.", "《宪法》第五十三条", 0.9, 1.4),
]


def poster(c):
    scale = 0.84
    c.save()
    c.scale(scale, scale)
    c.translate(-(WIDTH - posters.WIDTH / scale) / 2, 0)
    stop(0)(c, 3.0, 3.0)
    c.restore()
    edge = STAGE * scale
    box(c, 0, edge, posters.WIDTH, posters.HEIGHT - edge, RIVER_DARK)
    for i in range(9):
        box(c, (i * 131) % posters.WIDTH, edge + 10 + (i * 17) % 42, 70, 3, mix(RIVER_DARK, AQUA, 0.3), 1.5)
