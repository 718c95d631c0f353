"""反诈: do not lend your cards. What the law against telecom and online fraud forbids."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import bank_card, banned, coins, lock, paper, person, place, sim_card
from kit import Ground, farewell, quoted, told, titled
from law import quote
from palette import *

COLOUR = RIVER
GROUND = Ground(NIGHT2, AQUA, NIGHT, mix(NIGHT2, RIVER, 0.4), SNOW)

CARDS = quote("反电信网络诈骗法", "第三十一条", "任何单位和个人不得非法买卖、出租、出借电话卡、物联网卡、电信线路、短信端口、银行账户、支付账户、互联网账号等")
HELPING = quote("反电信网络诈骗法", "第二十五条", "任何单位和个人不得为他人实施电信网络诈骗活动提供下列支持或者帮助：\n（一）出售、提供个人信息；\n（二）帮助他人通过虚拟货币交易等方式洗钱")
CRIME = quote("反电信网络诈骗法", "第三十八条", "为电信网络诈骗活动提供帮助，构成犯罪的，依法追究刑事责任。")
DETAINED = quote("反电信网络诈骗法", "第三十八条", "尚不构成犯罪的，由公安机关处十日以上十五日以下拘留")


def two_cards(c, t, length):
    place(c, -58, 34, 1.15 * overshoot(part(t, 0.2, 0.5)), bank_card, t, RIVER)
    place(c, 92, -44, 1.0 * overshoot(part(t, 0.5, 0.5)), sim_card, t)


def tempted(c, t, length):
    """A stranger holds out money; a card moves towards him and comes back."""
    place(c, -104, -52, 0.84, person, t, INK, INK, True)
    place(c, 104, -52, 0.84, person, t + 1, PALM, HAIR, t < length * 0.5)
    out = math.sin(math.pi * part(t, 0.9, length - 1.4))
    place(c, -90, 96, 0.62, coins, t - 0.3)
    place(c, 112 - 96 * out, 104, 0.62, bank_card, t, RIVER)
    text(c, "租卡？", 0, -138, 40 * overshoot(part(t, 0.5, 0.4)) + 1, SEAL, align="middle")


def forbidden(c, t, length):
    two_cards(c, t + 2, length)
    if t > 1.2:
        place(c, 0, 0, 2.0, banned, t - 1.2)


def leaking(c, t, length):
    """Data that flow out of a file, until the lock closes."""
    place(c, -70, 0, 1.3, paper, t, "个人信息", RIVER)
    stopped = part(t, length * 0.6, 0.5)
    for i in range(9):
        way = (t * 0.5 + i / 9) % 1
        x = 30 + 150 * way
        if x < 96 or stopped < 0.2:
            disc(c, x, -60 + (i * 37) % 130 - 10 + 6 * math.sin(t * 3 + i), 10, (SEAL, PEEL, AMBER)[i % 3], 1 - way * 0.6)
    if stopped > 0:
        place(c, 110, 10, 0.9 * overshoot(stopped), lock, t - length * 0.6, RIVER)


def bars(c, t, length):
    """Behind bars that come down one after another."""
    place(c, 0, 14, 1.4, person, t, BRICK, INK, False)
    for i in range(5):
        fall = ease(part(t, 0.6 + 0.22 * i, 0.4))
        x = -128 + i * 64
        half = math.sqrt(max(0, 194 ** 2 - x ** 2))
        box(c, x - 8, -half, 16, 2 * half * fall, INK2)
    box(c, -186, -62, 372 * ease(part(t, 1.6, 0.4)), 14, INK2)


def days(c, t, length):
    count = 10 + round(5 * part(t, length * 0.35, length * 0.4))
    c.new_path()
    c.arc(0, 0, 150, -math.pi / 2, -math.pi / 2 + 2 * math.pi * (0.66 * ease(part(t, 0.3, 0.8)) + 0.34 * part(t, length * 0.35, length * 0.4)))
    stroke(c, SEAL, 26)
    text(c, str(count), 0, 44, 130, SEAL, align="middle")
    text(c, "日", 0, 100, 40, INK2, family=SERIF, align="middle")


THEME = Theme(whole=True)
SCENES = [
    Scene(titled(GROUND, "反诈课堂", "别把卡\n借给别人", "银行卡、电话卡、账号", two_cards, COLOUR), "反诈课堂：别把卡借给别人。", "反詐課堂：別把卡借給別人。",
          "Beware of fraud: never lend your cards to others.", "", 0.8, 0.8),
    Scene(told(GROUND, tempted, "“出租银行卡、\n电话卡，轻松赚钱？”", AQUA), "有人说：出租银行卡、电话卡，轻松赚钱？", "有人說：出租銀行卡、電話卡，輕鬆賺錢？",
          "Someone says: rent out your bank card and SIM card for easy money?"),
    Scene(quoted(GROUND, forbidden, CARDS, COLOUR, ("不得非法买卖、出租、出借",)), CARDS.words + "。",
          "任何單位和個人不得非法買賣、出租、出借電話卡、物聯網卡、電信線路、短信端口、銀行賬戶、支付賬戶、互聯網賬號等。",
          "Nobody may illegally sell, rent out or lend phone cards, bank accounts, payment accounts, internet accounts and the like."),
    Scene(quoted(GROUND, leaking, HELPING, COLOUR, ("出售、提供个人信息",)), "不得为他人实施电信网络诈骗活动，出售、提供个人信息，帮助洗钱。",
          "不得為他人實施電信網絡詐騙活動，出售、提供個人信息，幫助洗錢。",
          "Nobody may help fraud by selling or giving away personal data, or by laundering money."),
    Scene(quoted(GROUND, bars, CRIME, COLOUR, ("依法追究刑事责任",)), CRIME.words, "為電信網絡詐騙活動提供幫助，構成犯罪的，依法追究刑事責任。",
          "Whoever helps fraud, where it is a crime, is held criminally responsible."),
    Scene(quoted(GROUND, days, DETAINED, COLOUR, ("十日以上十五日以下拘留",)), DETAINED.words + "。", "尚不構成犯罪的，由公安機關處十日以上十五日以下拘留。",
          "Where it is not yet a crime, the police detain for ten to fifteen days."),
    Scene(farewell("卡不外借 信息不外露"), "卡不外借，信息不外露。想问法律，请打12348。", "卡不外借，信息不外露。想問法律，請打12348。",
          "Lend no card, give no data. For questions of law, call 12348.", "", 0.4, 1.4),
]


def poster(c):
    posters.frame(SCENES[0], 2.6, 0.70, 60, 0)(c)
