"""反诈, an upright short: 不轻信，不转账. With a second track in Cantonese."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import bank_card, banned, magnifier, phone, place, shield, sim_card
from kit import TALL, tall_farewell, tall_ground, tall_quoted, tall_words
from law import quote
from palette import *

COLOUR = RIVER
GROUND = tall_ground(NIGHT2, AQUA, NIGHT, mix(NIGHT2, RIVER, 0.4), SNOW)

MEANING = quote("反电信网络诈骗法", "第二条", "以非法占有为目的，利用电信网络技术手段，通过远程、非接触等方式，诈骗公私财物的行为")
CARDS = quote("反电信网络诈骗法", "第三十一条", "任何单位和个人不得非法买卖、出租、出借电话卡、物联网卡、电信线路、短信端口、银行账户、支付账户、互联网账号等")


def handset(c, t, ground):
    """A large telephone whose screen is `ground`; it trembles while it rings."""
    box(c, -184, -308, 368, 656, BRICK, 50)
    box(c, -176, -300, 352, 640, INK, 44)
    box(c, -160, -262, 320, 560, ground, 14)
    box(c, -44, -288, 88, 10, BRICK, 5)


def calling(c, t, length):
    c.save()
    c.rotate(0.025 * math.sin(t * 22) * (math.sin(t * 2.4) > 0))
    handset(c, t, mix(RIVER, NIGHT, 0.4))
    for i in range(3):
        reach = (t * 0.6 + i / 3) % 1
        disc(c, 0, -110, 70 + 80 * reach, AQUA, 0.35 * (1 - reach))
    disc(c, 0, -110, 74, BRICK)
    text(c, "？", 0, -76, 96, SNOW, align="middle")
    text(c, "陌生来电", 0, 44, 46, SNOW, align="middle")
    for x, tone in ((-84, SEAL), (84, PALM)):
        disc(c, x, 190 + 6 * math.sin(t * 5 + x), 52, tone)
        c.new_path()
        c.arc(x, 204 + 6 * math.sin(t * 5 + x), 26, 1.2 * math.pi, 1.8 * math.pi)
        stroke(c, SNOW, 13)
    c.restore()


def chatting(c, t, length):
    """Messages come in; the last one asks for money, with a clock that runs."""
    handset(c, t, MIST)
    rows = (("恭喜您中奖了！", PEEL), ("您的账户异常", SEAL), ("马上转账！", SEAL))
    for i, (words, tone) in enumerate(rows):
        shown = overshoot(part(t, 0.3 + i * (length - 1.8) / 3, 0.4))
        if shown > 0:
            shake = 3 * math.sin(t * 14) if i == 2 else 0
            box(c, -142 + shake, -228 + i * 122, 262 * shown, 92, CARD, 20)
            box(c, -142 + shake, -228 + i * 122, 12, 92, tone, 6)
            text(c, words, -116 + shake, -170 + i * 122, 33 * shown + 1, INK)
    if t > length * 0.6:
        left = 1 - part(t, length * 0.6, length * 0.4)
        box(c, -142, 156, 284, 20, LINE, 10)
        box(c, -142, 156, 284 * left, 20, SEAL, 10)
        box(c, -110, 200, 220, 70, SEAL, 35)
        text(c, "转账", 0, 248, 38, SNOW, align="middle")


def stopped(c, t, length):
    """A flat hand: stop."""
    grown = overshoot(part(t, 0.1, 0.5))
    c.save()
    c.translate(0, 10)
    c.scale(1.25 * grown + 0.01, 1.25 * grown + 0.01)
    disc(c, 0, 0, 190, SEAL)
    disc(c, 0, 0, 168, SEAL_TINT)
    sway = 4 * math.sin(t * 3)
    for x, top, turn in ((-54, -96, -0.14), (-18, -122, -0.04), (20, -116, 0.05), (54, -88, 0.16)):
        line(c, [(x * 0.72, 10), (x + sway * turn * 6, top)], SKIN, 34)
    line(c, [(-34, 64), (-92, 8)], SKIN, 34)
    ellipse(c, 0, 46, 62, 66, SKIN)
    box(c, -46, 92, 92, 62, RIVER, 10)
    c.restore()


def wires(c, t, length):
    """Far away, without a meeting: money runs through a wire."""
    place(c, -110, -30, 0.95, phone, t, SEAL)
    place(c, 116, 30, 0.85, phone, t + 1, RIVER, False)
    for i in range(6):
        way = (t * 0.45 + i / 6) % 1
        x = 90 - 170 * way
        disc(c, x, 70 - 90 * way + 40 * math.sin(math.pi * way), 13, AMBER)
        disc(c, x, 70 - 90 * way + 40 * math.sin(math.pi * way), 7, GOLD)


def cards(c, t, length):
    place(c, -50, 34, 1.1, bank_card, t, RIVER)
    place(c, 88, -44, 0.95, sim_card, t)
    if t > 1.0:
        place(c, 0, 0, 1.95, banned, t - 1.0)


def checking(c, t, length):
    place(c, 0, 0, 2.4 * overshoot(part(t, 0.1, 0.5)), shield, t, PALM)
    place(c, 160, 130, 0.9 * overshoot(part(t, 0.9, 0.5)), magnifier, t, AQUA)


THEME = Theme(whole=True, size=TALL, yue=True)
SCENES = [
    Scene(tall_words(GROUND, calling, "陌生来电？", COLOUR), "陌生来电，说您中奖了？", "陌生來電，說您中獎了？", "A strange call says that you have won?", "", 0.8, 0.7),
    Scene(tall_words(GROUND, chatting, "要您马上转账？", COLOUR, ("马上转账",)), "说您的账户异常，要您马上转账？", "說您的賬戶異常，要您馬上轉賬？",
          "Your account is in trouble, and you must transfer money at once?"),
    Scene(tall_words(GROUND, stopped, "不轻信\n不转账", COLOUR, ("不轻信", "不转账")), "停一停，想一想。不轻信，不转账。", "停一停，想一想。不輕信，不轉賬。",
          "Stop and think. Do not believe it lightly; do not transfer."),
    Scene(tall_quoted(GROUND, wires, MEANING, COLOUR, ("远程、非接触",)), "电信网络诈骗，利用电信网络技术手段，通过远程、非接触等方式，诈骗公私财物。",
          "電信網絡詐騙，利用電信網絡技術手段，通過遠程、非接觸等方式，詐騙公私財物。",
          "Telecom and online fraud takes property by technical means, from afar and without a meeting."),
    Scene(tall_quoted(GROUND, cards, CARDS, COLOUR, ("不得非法买卖、出租、出借",)), "不得非法买卖、出租、出借电话卡、银行账户、支付账户。", "不得非法買賣、出租、出借電話卡、銀行賬戶、支付賬戶。",
          "Phone cards, bank and payment accounts must not be illegally sold, rented out or lent."),
    Scene(tall_words(GROUND, checking, "先核实\n再决定", COLOUR, ("先核实",)), "先核实，再决定，多问一问家里人。", "先核實，再決定，多問一問家裏人。", "Check first, then decide; ask your family."),
    Scene(tall_farewell("不轻信 不转账"), "想问法律，请打12348。", "想問法律，請打12348。", "For questions of law, call 12348.", "", 0.4, 1.4),
]


def poster(c):
    """The telephone in the middle of a wide card."""
    box(c, 0, 0, posters.WIDTH, posters.HEIGHT, NIGHT2)
    disc(c, 230, 236, 214, mix(NIGHT2, RIVER, 0.5))
    c.save()
    c.translate(230, 236)
    c.scale(0.62, 0.62)
    calling(c, 0.9, 4)
    c.restore()
    for number, words in enumerate(("不轻信", "不转账")):
        text(c, words, 468, 212 + number * 112, 92, (SNOW, AMBER)[number], family=SERIF)
    box(c, 470, 352, 120, 8, GOLD, 4)
