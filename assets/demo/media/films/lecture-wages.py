"""法治大讲堂, 第三讲: 劳动合同与劳动争议."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import calendar, coins, paper, person, place
from law import quote
from lecture import CHALK, article_page, closing, drawing_page, title_page
from palette import *
from people import Look

SPEAKER = Look(INK2, INK, INK, HAIR, "short", collar=SNOW)

WRITTEN = quote("劳动合同法", "第十条", "建立劳动关系，应当订立书面劳动合同。")
DOUBLE = quote("劳动合同法", "第八十二条", "用人单位自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，应当向劳动者每月支付二倍的工资。")
WAYS = quote("劳动争议调解仲裁法", "第五条", "可以向调解组织申请调解……可以向劳动争议仲裁委员会申请仲裁；对仲裁裁决不服的，除本法另有规定的外，可以向人民法院提起诉讼。")
YEAR = quote("劳动争议调解仲裁法", "第二十七条", "劳动争议申请仲裁的时效期间为一年。")


def signing(c, t, length):
    """Employer and worker, and the contract that both sign."""
    place(c, -270, 0, 1.1, person, t, INK2)
    place(c, 270, 0, 1.1, person, t + 1, PEEL)
    text(c, "用人单位", -270, 142, 32, CHALK, align="middle")
    text(c, "劳动者", 270, 142, 32, CHALK, align="middle")
    place(c, 0, 0, 1.35 * overshoot(part(t, 0.5, 0.5)), paper, t - 0.5, "劳动合同", RIVER, "签")
    for side in (-1, 1):
        way = ease(part(t, 1.4, 0.8))
        line(c, [(side * 150, 0), (side * (150 - 36 * way), 0)], AMBER, 6)


def double(c, t, length):
    """One month's wage, and the second beside it."""
    place(c, -282, -10, 0.95 * overshoot(part(t, 0.3, 0.4)), calendar, t, "1", "月", SEAL)
    text(c, "超过一个月", -282, 126, 32, CHALK, align="middle", alpha=ease(part(t, 0.8, 0.4)))
    place(c, -60, 10, 0.95, coins, t - 1.2, 4)
    if t > length * 0.5:
        place(c, 120, 10, 0.95, coins, t - length * 0.5, 4)
    shown = overshoot(part(t, length * 0.5 + 0.8, 0.4))
    if shown > 0:
        text(c, "二倍", 290, 36, 66 * shown + 1, AMBER, family=SERIF, align="middle")


def steps(c, t, length):
    """Four steps upwards; a worker climbs them."""
    names = ("协商", "调解", "仲裁", "诉讼")
    stride = (length - 2.0) / 3.6
    for i, name in enumerate(names):
        rise = ease(part(t, 0.3 + i * stride, 0.5))
        x, height = -372 + i * 190, (52 + i * 50) * rise
        box(c, x, 160 - height, 174, height, mix((PALM, RIVER, PEEL, GOLD)[i], CARD, 0.12), 6)
        if rise > 0.6:
            text(c, name, x + 87, 160 - height + 44, 38, SNOW if i < 3 else INK, family=SERIF, align="middle")
    at = clamp((t - 0.6) / stride, 0, 3)
    step, between = int(at), ease_both(at - int(at))
    x = -285 + (step + between) * 190
    lift = (52 + step * 50) + (50 if between > 0.4 else 50 * between / 0.4)
    place(c, x, 160 - min(lift, 202) - 46 - 22 * math.sin(math.pi * between), 0.42, person, t, PEEL)


def gratis(c, t, length):
    grown = overshoot(part(t, 0.2, 0.6))
    for i in range(16):
        a = i * math.pi / 8 + t * 0.25
        line(c, [(-190 + 146 * math.cos(a), 146 * math.sin(a)), (-190 + 164 * math.cos(a), 164 * math.sin(a))], GOLD, 6, 0.8)
    disc(c, -190, 0, 130 * grown, GOLD_TINT)
    text(c, "0", -214, 56, 156 * grown + 1, SEAL, align="middle")
    text(c, "元", -128, 52, 52 * grown + 1, SEAL, family=SERIF, align="middle")
    for number, words in enumerate(("劳动争议仲裁", "不收费")):
        slid = ease(part(t, 0.3 + 0.35 * number, 0.6))
        text(c, words, 10 + 460 * (1 - slid), -20 + number * 84, 60, CHALK if number == 0 else AMBER, family=SERIF)


THEME = Theme(whole=True)
SCENES = [
    Scene(title_page(SPEAKER, "第三讲", "劳动合同与争议", "劳动合同法 · 劳动争议调解仲裁法"), "法治大讲堂，第三讲：劳动合同与劳动争议。",
          "法治大講堂，第三講：勞動合同與勞動爭議。", "The Law Lecture, part three: labour contracts and disputes.", "", 0.7, 0.7),
    Scene(drawing_page(SPEAKER, WRITTEN.source, signing), WRITTEN.words, "建立勞動關係，應當訂立書面勞動合同。",
          "Whoever employs should make a written labour contract."),
    Scene(article_page(SPEAKER, DOUBLE, ("超过一个月不满一年", "每月支付二倍的工资")), DOUBLE.words,
          "用人單位自用工之日起超過一個月不滿一年未與勞動者訂立書面勞動合同的，應當向勞動者每月支付二倍的工資。",
          "If there is none after more than a month and less than a year, the employer should pay double wages every month."),
    Scene(drawing_page(SPEAKER, DOUBLE.source, double), "超过一个月，不满一年，没有书面合同：每月二倍工资。", "超過一個月，不滿一年，沒有書面合同：每月二倍工資。",
          "Over a month, under a year, no written contract: twice the wage each month."),
    Scene(drawing_page(SPEAKER, "发生劳动争议，怎么办？", steps), "发生劳动争议，可以协商、调解、仲裁，再到诉讼。", "發生勞動爭議，可以協商、調解、仲裁，再到訴訟。",
          "In a labour dispute: talk, mediation, arbitration, then the court."),
    Scene(article_page(SPEAKER, WAYS, ("调解组织", "劳动争议仲裁委员会", "人民法院")),
          "可以向调解组织申请调解，可以向劳动争议仲裁委员会申请仲裁；对仲裁裁决不服的，除本法另有规定的外，可以向人民法院提起诉讼。",
          "可以向調解組織申請調解，可以向勞動爭議仲裁委員會申請仲裁；對仲裁裁決不服的，除本法另有規定的外，可以向人民法院提起訴訟。",
          "One may ask a mediation body, then the arbitration commission; and against its award, unless this law says otherwise, sue in court."),
    Scene(article_page(SPEAKER, YEAR, ("一年",)), YEAR.words, "勞動爭議申請仲裁的時效期間為一年。",
          "The time limit for applying for arbitration is one year."),
    Scene(drawing_page(SPEAKER, "《劳动争议调解仲裁法》第五十三条", gratis), "劳动争议仲裁不收费。", "勞動爭議仲裁不收費。",
          "Labour arbitration is free of charge."),
    Scene(closing(SPEAKER, "听完了，请答一道题"), "听完了，请您答一道题。", "聽完了，請您答一道題。", "Now please answer a question.", "", 0.4, 1.3),
]


def poster(c):
    posters.frame(SCENES[0], 4.0, 0.70, 50, 0)(c)
