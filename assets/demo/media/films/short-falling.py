"""高空抛物, an upright short: what the Civil Code says of things that fall from buildings."""

import functools
import math

import posters
from draw import *
from film import Now, Scene, Theme
from icons import banned, flowerpot, magnifier, patrol_car, person, place, tick
from kit import TALL, tall_farewell, tall_ground, tall_quoted, tall_words
from law import quote
from palette import *
from people import PUPIL, WORRIED, stand
from places import cloud, tree

COLOUR = PEEL
GROUND = tall_ground(mix(RIVER_TINT, PAPER, 0.3), RIVER, mix(STONE_SHADE, BRICK, 0.5))

BAN = quote("民法典", "第一千二百五十四条", "禁止从建筑物中抛掷物品。")
LIABLE = quote("民法典", "第一千二百五十四条", "从建筑物中抛掷物品或者从建筑物上坠落的物品造成他人损害的，由侵权人依法承担侵权责任")
UNKNOWN = quote("民法典", "第一千二百五十四条", "经调查难以确定具体侵权人的，除能够证明自己不是侵权人的外，由可能加害的建筑物使用人给予补偿。")
CLEARED = quote("民法典", "第一千二百五十四条", "公安等机关应当依法及时调查，查清责任人。")

HOUSE = 2600  # how tall the building is


@functools.cache
def building():
    def paint(c):
        box(c, 60, 0, 420, HOUSE, mix(PEEL_TINT, PEEL, 0.12))
        box(c, 430, 0, 50, HOUSE, mix(PEEL_TINT, PEEL, 0.24))
        box(c, 44, 0, 452, 26, mix(PEEL, INK, 0.2))
        for floor in range(13):
            y = 70 + floor * 194
            for x in (100, 226, 352):
                box(c, x - 8, y - 8, 92, 126, CARD)
                box(c, x, y, 76, 110, mix(RIVER_TINT, WATER, 0.35 if (floor + x) % 3 else 0.1))
                box(c, x + 36, y, 4, 110, CARD)
                box(c, x - 14, y + 118, 104, 12, mix(PEEL, STONE, 0.5))
            box(c, 60, y + 158, 420, 6, mix(PEEL_TINT, PEEL, 0.3))
    return layer(560, HOUSE, paint)


def falling(c, t, length):
    """The eye follows a flower pot down the whole house."""
    box(c, 0, 0, TALL[0], TALL[1], mix(RIVER_TINT, PAPER, 0.2))
    for i, (x, y) in enumerate(((560, 180), (640, 520), (590, 860))):
        cloud(c, (x + Now.seconds * (8 + i * 3)) % 980 - 130, y, 50, CARD)
    drop = part(t, 1.3, length - 2.6) ** 1.7
    down = drop * (HOUSE - 1010)
    paste(c, building(), 0, 60 - down)
    ground = 60 + HOUSE - down
    box(c, 0, ground, TALL[0], 400, mix(STONE, BRICK, 0.3))
    box(c, 0, ground, TALL[0], 10, mix(STONE, PAPER, 0.3))
    if ground < 1300:
        tree(c, 620, ground + 8, 240, PALM, WOOD_DARK, 2 * math.sin(t))
        stand(c, 420, ground + 44, 250, WORRIED, -1, near=(0.2, 0.9), far=(0.12, 0.85))
        stand(c, 520, ground + 44, 170, PUPIL, -1, near=(0.2, 0.92), far=(0.1, 0.5))
    pot_y = 150 + 800 * drop
    if drop < 1:
        for i in range(4 * (drop > 0)):
            x = 262 + (i - 1.5) * 26
            line(c, [(x, pot_y - 86 - 20 * i % 30), (x, pot_y - 190 - i * 17 % 50)], mix(RIVER_TINT, RIVER, 0.4), 6, 0.7)
        tremble = 0.16 * math.sin(t * 9) * part(t, 0.3, 1.0) if drop == 0 else 3.2 * drop
        place(c, 262, pot_y, 0.62, flowerpot, t, turn=tremble)
    else:
        after = part(t, length - 1.3, 0.5)
        for i in range(9):
            a = math.pi + i * math.pi / 8
            x, y = 262 + (50 + 90 * after) * math.cos(a), ground - 4 + (24 + 70 * after) * math.sin(a) + 60 * after ** 2
            shape(c, [(x - 16, y), (x + 14, y - 10), (x + 4, y + 16)], PEEL if i % 2 else PALM)


def opening(c, t, length):
    falling(c, t, length)
    shown = ease(part(t, 0.2, 0.5))
    box(c, 720 - 300 * shown, 150, 330, 110, SEAL, 20)
    text(c, "小心！", 720 - 150 * shown, 226, 66, SNOW, family=SERIF, align="middle")


def thrown(c, t, length):
    place(c, 0, 0, 1.3, flowerpot, t, turn=0.2 * math.sin(t * 2))
    if t > 0.7:
        place(c, 0, 0, 2.0, banned, t - 0.7)


def who(c, t, length):
    """He who threw pays: the way of the thing is followed back to him."""
    place(c, -96, -76, 0.86, person, t, PEEL, HAIR, False)
    place(c, 104, 92, 0.62, flowerpot, t, turn=0.4)
    way = ease_both(part(t, 0.8, length * 0.5))
    for i in range(9):
        s = i / 8
        if s < way:
            disc(c, 84 - 150 * s, 44 - 96 * s - 30 * math.sin(math.pi * s), 8, SEAL)
    if way >= 1:
        c.new_path()
        c.arc(-96, -76, 96, 0, 2 * math.pi)
        stroke(c, SEAL, 9)


def windows(c, t, length):
    """A house with many windows; one after another proves that it was not there."""
    box(c, -124, -160, 248, 330, mix(PEEL_TINT, PEEL, 0.15))
    box(c, -136, -170, 272, 18, mix(PEEL, INK, 0.2))
    for i in range(9):
        x, y = -92 + i % 3 * 72, -126 + i // 3 * 94
        lit = 0.5 + 0.5 * math.sin(t * 2 + i * 1.7)
        box(c, x - 4, y - 4, 50, 66, CARD)
        box(c, x, y, 42, 58, mix(mix(RIVER_TINT, WATER, 0.4), AMBER, 0.7 * lit))
        if i in (0, 4, 5) and t > 1.4 + i * 0.3:
            place(c, x + 21, y + 30, 0.28 * overshoot(part(t, 1.4 + i * 0.3, 0.4)), tick, t - 1.4 - i * 0.3)
        elif t > length * 0.55 and i not in (0, 4, 5):
            text(c, "？", x + 21, y + 46, 40, SEAL, align="middle")


def police(c, t, length):
    way = ease(part(t, 0.2, 1.2))
    place(c, -300 * (1 - way) + 10, 60, 1.5, patrol_car, t)
    place(c, -70, -96, 0.72 * overshoot(part(t, 1.4, 0.4)), magnifier, t)


def tidy(c, t, length):
    """The pots stand inside, behind a rail."""
    box(c, -230, -290, 460, 560, CARD, 14)
    box(c, -210, -270, 420, 520, mix(RIVER_TINT, WATER, 0.25), 8)
    disc(c, 110, -170, 46, GOLD_TINT)
    cloud(c, -110 + (t * 14) % 120, -190, 44, CARD)
    for i in range(3):
        place(c, -130 + i * 130, 110 - 200 * (1 - ease(part(t, 0.3 + 0.4 * i, 0.5))), 0.74, flowerpot, t + i)
    for x in range(-200, 210, 50):
        box(c, x - 5, 60, 10, 190, RIVER)
    box(c, -216, 56, 432, 14, RIVER_DARK, 7)
    box(c, -240, 176, 480, 26, mix(WOOD, INK, 0.1), 6)
    place(c, 200, -260, 0.7 * overshoot(part(t, 1.8, 0.4)), tick, t - 1.8)


THEME = Theme(whole=True, size=TALL)
SCENES = [
    Scene(opening, "一个花盆，从高楼上落下。楼下有人！", "一個花盆，從高樓上落下。樓下有人！", "A flower pot falls from a high floor, and there are people below!", "", 0.7, 0.9),
    Scene(tall_quoted(GROUND, thrown, BAN, COLOUR, ("禁止",)), BAN.words, "禁止從建築物中拋擲物品。", "Throwing things out of buildings is forbidden."),
    Scene(tall_quoted(GROUND, who, LIABLE, COLOUR, ("由侵权人依法承担侵权责任",)), "抛掷物品或者坠落的物品造成他人损害的，由侵权人依法承担侵权责任。",
          "拋擲物品或者墜落的物品造成他人損害的，由侵權人依法承擔侵權責任。", "Whoever is to blame for harm done by things thrown or fallen is liable for it."),
    Scene(tall_quoted(GROUND, windows, UNKNOWN, COLOUR, ("能够证明自己不是侵权人", "给予补偿")), UNKNOWN.words,
          "經調查難以確定具體侵權人的，除能夠證明自己不是侵權人的外，由可能加害的建築物使用人給予補償。",
          "If an inquiry cannot find who did it, the users of the building who may have done it compensate, save those who prove that they did not."),
    Scene(tall_quoted(GROUND, police, CLEARED, COLOUR, ("及时调查", "查清责任人")), CLEARED.words, "公安等機關應當依法及時調查，查清責任人。",
          "The police and other authorities should investigate promptly and find who is responsible."),
    Scene(tall_words(GROUND, tidy, "管好窗台\n平安你我", COLOUR, ("平安你我",)), "管好窗台，平安你我。", "管好窗台，平安你我。", "Mind your window sill, and all are safe."),
    Scene(tall_farewell("头顶平安 人人有责"), "想问法律，请打12348。", "想問法律，請打12348。", "For questions of law, call 12348.", "", 0.4, 1.4),
]


def poster(c):
    """The pot in the air before the house, and what it is about."""
    box(c, 0, 0, posters.WIDTH, posters.HEIGHT, mix(RIVER_TINT, PAPER, 0.2))
    cloud(c, 640, 80, 56, CARD)
    c.save()
    c.scale(0.8, 0.8)
    paste(c, building(), -30, -40)
    c.restore()
    for x in (390, 416, 442):
        line(c, [(x, 90), (x, 150)], mix(RIVER_TINT, RIVER, 0.4), 6, 0.7)
    place(c, 416, 246, 0.86, flowerpot, 0.4, turn=0.5)
    for number, words in enumerate(("高空", "抛物")):
        text(c, words, 520, 214 + number * 118, 104, (INK, SEAL)[number], family=SERIF)
    box(c, 524, 366, 120, 8, GOLD, 4)
