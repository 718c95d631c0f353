"""6·26 国际禁毒日: what the law on narcotics says to everyone."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import banned, heart, house, megaphone, paper, person, pills, place, poppy, shield, tick
from kit import Ground, farewell, quoted, tiles, titled
from law import quote
from palette import *

GROUND = Ground(mix(PALM_TINT, PAPER, 0.25), PALM, mix(PALM, INK, 0.25))

MEANING = quote("禁毒法", "第二条", "鸦片、海洛因、甲基苯丙胺（冰毒）、吗啡、大麻、可卡因，以及国家规定管制的其他能够使人形成瘾癖的麻醉药品和精神药品")
PUNISHED = quote("禁毒法", "第六十二条", "吸食、注射毒品的，依法给予治安管理处罚。")
TREATED = quote("禁毒法", "第六十二条", "吸毒人员主动到公安机关登记或者到有资质的医疗机构接受戒毒治疗的，不予处罚。")
PLANTS = quote("禁毒法", "第十九条", "禁止非法种植罂粟、古柯植物、大麻植物以及国家规定管制的可以用于提炼加工毒品的其他原植物。")
ALL = quote("禁毒法", "第三条", "禁毒是全社会的共同责任。")


def refused(thing, scale=1.3, late=0.9):
    def art(c, t, length):
        place(c, 0, 0, scale, thing, t)
        if t > late:
            place(c, 0, 0, 1.75, banned, t - late)
    return art


def way_back(c, t, length):
    """A person walks from the dark side to the bright one and is received."""
    way = ease_both(part(t, 0.6, length * 0.7))
    c.save()
    c.new_path()
    c.arc(0, 0, 196, 0, 2 * math.pi)
    c.clip()
    box(c, -200, -200, 400, 400, mix(PALM_TINT, AMBER, 0.25))
    edge = -20 - 180 * way
    box(c, -200, -200, 200 + edge, 400, NIGHT2)
    box(c, -200, 110, 400, 100, mix(PALM, INK, 0.2))
    c.restore()
    place(c, 118, -46, 0.8, house, t, CARD, PALM)
    place(c, -96 + 120 * way, 66, 0.7, person, t, PEEL, HAIR, way > 0.6)
    if way > 0.92:
        place(c, -70, -120, 0.42, tick, t - 0.6 - length * 0.7)


def together(c, t, length):
    for i in range(8):
        a = i * math.pi / 4 + t * 0.22
        shown = overshoot(part(t, 0.2 + 0.12 * i, 0.4))
        place(c, 142 * math.cos(a), 142 * math.sin(a), 0.42 * shown, person, t + i, (PALM, RIVER, PEEL, SEAL)[i % 4])
    place(c, 0, 0, 0.86, shield, t, PALM)


def no_pills(c, t):
    place(c, 0, 0, 0.8, pills, t)
    place(c, 0, 0, 1.0, banned, t - 0.5)


THEME = Theme(whole=True)
SCENES = [
    Scene(titled(GROUND, "6·26", "国际禁毒日", "禁毒，从知道法律开始", refused(poppy), PALM), "六月二十六日，国际禁毒日。", "六月二十六日，國際禁毒日。",
          "26 June, the International Day against Drug Abuse.", "", 0.8, 0.9),
    Scene(quoted(GROUND, refused(pills, 1.5), MEANING, PALM, ("鸦片", "海洛因", "大麻", "麻醉药品和精神药品")),
          "毒品，是指鸦片、海洛因、冰毒、吗啡、大麻、可卡因，以及国家规定管制的其他能够使人形成瘾癖的麻醉药品和精神药品。",
          "毒品，是指鴉片、海洛因、冰毒、嗎啡、大麻、可卡因，以及國家規定管制的其他能夠使人形成癮癖的麻醉藥品和精神藥品。",
          "Narcotics are opium, heroin, methamphetamine, morphine, cannabis, cocaine, and other controlled substances that make people addicted."),
    Scene(quoted(GROUND, refused(poppy), PLANTS, PALM, ("罂粟", "古柯植物", "大麻植物")), PLANTS.words,
          "禁止非法種植罌粟、古柯植物、大麻植物以及國家規定管制的可以用於提煉加工毒品的其他原植物。",
          "It is forbidden to grow opium poppy, coca, cannabis or other controlled plants from which narcotics can be made."),
    Scene(quoted(GROUND, lambda c, t, length: place(c, 0, 0, 1.7, paper, t + 0.7, "处罚", SEAL, "罚"), PUNISHED, PALM, ("治安管理处罚",)), PUNISHED.words,
          "吸食、注射毒品的，依法給予治安管理處罰。", "Whoever takes or injects narcotics is penalised by the police under the law."),
    Scene(quoted(GROUND, way_back, TREATED, PALM, ("接受戒毒治疗的，不予处罚",)), TREATED.words,
          "吸毒人員主動到公安機關登記或者到有資質的醫療機構接受戒毒治療的，不予處罰。",
          "Those who come forward to register with the police, or to be treated at a qualified clinic, are not penalised."),
    Scene(quoted(GROUND, together, ALL, PALM, ("共同责任",)), ALL.words, "禁毒是全社會的共同責任。",
          "Drug control is the responsibility of the whole of society."),
    Scene(tiles(GROUND, "我们可以做的", ((heart, "珍爱生命"), (no_pills, "拒绝毒品"), (megaphone, "告诉身边的人")), PALM, rows=1),
          "珍爱生命，拒绝毒品，告诉身边的人。", "珍愛生命，拒絕毒品，告訴身邊的人。", "Cherish life, refuse drugs, tell those around you."),
    Scene(farewell("珍爱生命 拒绝毒品"), "想问法律，请打12348。", "想問法律，請打12348。", "For questions of law, call 12348.", "", 0.4, 1.4),
]


def poster(c):
    posters.frame(SCENES[0], 2.6, 0.70, 60, 0)(c)
