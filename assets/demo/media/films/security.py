"""4·15 全民国家安全教育日: what the law on national security asks of everyone."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import briefcase, calendar, house, lock, magnifier, megaphone, person, place, shield
from kit import Ground, farewell, quoted, tiles, titled
from law import quote
from palette import *

GROUND = Ground(mix(RIVER_TINT, PAPER, 0.3), RIVER, RIVER_DARK)

DAY = quote("国家安全法", "第十四条", "每年4月15日为全民国家安全教育日。")
VIEW = quote("国家安全法", "第三条", "以人民安全为宗旨，以政治安全为根本，以经济安全为基础，以军事、文化、社会安全为保障，以促进国际安全为依托")
EVERYONE = quote("国家安全法", "第十一条", "中华人民共和国公民、一切国家机关和武装力量、各政党和各人民团体、企业事业组织和其他社会组织，都有维护国家安全的责任和义务。")
NEVER = quote("国家安全法", "第七十七条", "任何个人和组织不得有危害国家安全的行为，不得向危害国家安全的个人或者组织提供任何资助或者协助。")
CITIZEN = quote("宪法", "第五十四条", "中华人民共和国公民有维护祖国的安全、荣誉和利益的义务")


def guarded(c, t, length):
    """A shield over a town; small lights go round it."""
    place(c, 0, 4, 1.55, shield, t, RIVER)
    for i in range(6):
        a = i * math.pi / 3 + t * 0.5
        disc(c, 176 * math.cos(a), 176 * math.sin(a), 9 + 2 * math.sin(t * 3 + i), GOLD)


def day(c, t, length):
    place(c, 0, 6, 1.55, calendar, t, "15", "", SEAL)
    text(c, "4月", 0, -64, 44, SNOW, family=SERIF, align="middle")


def rings(c, t, length):
    """Five kinds of security, one on the other like the stones of a tower."""
    names = ("人民安全", "政治安全", "经济安全", "军事 文化 社会", "国际安全")
    for i, name in enumerate(names):
        fall = ease(part(t, 0.3 + i * (length - 2.2) / 5, 0.5))
        if fall <= 0:
            continue
        width = (190, 240, 270, 290, 230)[i]
        y = -150 + i * 62 - 60 * (1 - fall)
        box(c, -width / 2, y, width, 54, (SEAL, RIVER, PALM, PEEL, mix(GOLD, INK, 0.25))[i], 10)
        text(c, name, 0, y + 38, 30, SNOW, align="middle", alpha=fall)


def hands(c, t, length):
    """Everyone in a ring, and the ring closes."""
    for i in range(10):
        a = i * math.pi / 5 + t * 0.18
        shown = overshoot(part(t, 0.2 + 0.14 * i, 0.4))
        tone = (RIVER, PALM, SEAL, PEEL, INK2)[i % 5]
        place(c, 150 * math.cos(a), 150 * math.sin(a), 0.40 * shown, person, t + i, tone, HAIR if i % 3 else HAIR_GREY, True, i % 2 == 0)
    place(c, 0, 0, 0.8, shield, t, RIVER)


def refused(c, t, length):
    place(c, 0, 0, 1.15, briefcase, t, INK2)
    if t > 0.8:
        sweep = ease(part(t, 0.8, 0.6))
        c.new_path()
        c.arc(0, 0, 168, -math.pi / 2, -math.pi / 2 + 2 * math.pi * sweep)
        stroke(c, SEAL, 24)
        line(c, [(-118, -118), (-118 + 236 * sweep, -118 + 236 * sweep)], SEAL, 24)


def homeland(c, t, length):
    """A home, and the shield that closes around it."""
    grown = ease(part(t, 0.2, 0.8))
    place(c, 0, 4, 1.9 * grown, shield, t, RIVER, False)
    place(c, 0, 0, 0.92, house, t)


THEME = Theme(whole=True)
SCENES = [
    Scene(titled(GROUND, "4·15", "全民国家\n安全教育日", "国家安全，人人有责", guarded, RIVER), "四月十五日，全民国家安全教育日。", "四月十五日，全民國家安全教育日。",
          "15 April, National Security Education Day.", "", 0.8, 0.9),
    Scene(quoted(GROUND, day, DAY, RIVER, ("4月15日",)), "每年四月十五日，为全民国家安全教育日。", "每年四月十五日，為全民國家安全教育日。",
          "15 April of each year is National Security Education Day for everyone."),
    Scene(quoted(GROUND, rings, VIEW, RIVER, ("人民安全",)), VIEW.words + "。",
          "以人民安全為宗旨，以政治安全為根本，以經濟安全為基礎，以軍事、文化、社會安全為保障，以促進國際安全為依託。",
          "Its aim: the people's security; its root: political, its base: economic, its guarantee: military, cultural and social, its support: international security."),
    Scene(quoted(GROUND, hands, EVERYONE, RIVER, ("责任和义务",)), "公民、国家机关、企业事业组织和其他社会组织，都有维护国家安全的责任和义务。",
          "公民、國家機關、企業事業組織和其他社會組織，都有維護國家安全的責任和義務。",
          "Citizens, state bodies, enterprises and all other organisations have the duty to protect national security."),
    Scene(tiles(GROUND, "《国家安全法》第七十七条", ((megaphone, "及时报告线索"), (magnifier, "如实提供证据"), (lock, "保守国家秘密")), RIVER, "公民的义务", rows=1),
          "公民应当及时报告危害国家安全活动的线索，如实提供证据，保守所知悉的国家秘密。", "公民應當及時報告危害國家安全活動的線索，如實提供證據，保守所知悉的國家秘密。",
          "Citizens should report clues of activities against it, give evidence truthfully, and keep the state secrets they know."),
    Scene(quoted(GROUND, refused, NEVER, RIVER, ("不得有危害国家安全的行为",)), "任何个人和组织，不得有危害国家安全的行为。", "任何個人和組織，不得有危害國家安全的行為。",
          "No person and no organisation may act against national security."),
    Scene(quoted(GROUND, homeland, CITIZEN, RIVER, ("安全、荣誉和利益",)), "公民有维护祖国的安全、荣誉和利益的义务。", "公民有維護祖國的安全、榮譽和利益的義務。",
          "Citizens have the duty to uphold the security, honour and interests of the motherland."),
    Scene(farewell("国家安全 人人有责"), "想问法律，请打12348。", "想問法律，請打12348。", "For questions of law, call 12348.", "", 0.4, 1.4),
]


def poster(c):
    posters.frame(SCENES[0], 2.6, 0.70, 60, 0)(c)
