"""3·8: what the law on the protection of women's rights says about equality, work and property."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import balance, banned, house, person, place, shield
from kit import ROSE, VIOLET, Ground, farewell, quoted, titled
from law import quote
from palette import *
from people import Look, stand

COLOUR = mix(VIOLET, INK, 0.5)
GROUND = Ground(mix(ROSE, CARD, 0.72), mix(ROSE, SEAL, 0.3), mix(COLOUR, INK, 0.2))

EQUAL = quote("妇女权益保障法", "第二条", "男女平等是国家的基本国策。妇女在政治的、经济的、文化的、社会的和家庭的生活等各方面享有同男子平等的权利。")
WORK = quote("妇女权益保障法", "第四十八条", "用人单位不得因结婚、怀孕、产假、哺乳等情形，降低女职工的工资和福利待遇")
NAME = quote("妇女权益保障法", "第六十六条", "对夫妻共同所有的不动产以及可以联名登记的动产，女方有权要求在权属证书上记载其姓名")
RESPECT = quote("妇女权益保障法", "第二十三条", "禁止违背妇女意愿，以言语、文字、图像、肢体行为等方式对其实施性骚扰。")
HELP = quote("妇女权益保障法", "第七十二条", "妇女的合法权益受到侵害的，有权要求有关部门依法处理，或者依法申请调解、仲裁，或者向人民法院起诉。")

DOCTOR = Look(CARD, mix(CARD, INK, 0.15), INK2, HAIR, "bob", collar=AQUA)
LAWYER = Look(COLOUR, mix(COLOUR, INK, 0.3), INK, HAIR, "bun")
FARMER = Look(PALM, mix(PALM, INK, 0.3), INK2, HAIR_GREY, "bob")


def three(c, t, length):
    """Women of three callings, who wave one after another."""
    c.save()
    c.new_path()
    c.arc(0, 0, 197, 0, 2 * math.pi)
    c.clip()
    box(c, -200, 130, 400, 80, mix(COLOUR, CARD, 0.45))
    for i, (look, x) in enumerate(((DOCTOR, -112), (FARMER, 112), (LAWYER, 0))):
        rise = 330 * (1 - ease(part(t, 0.2 + 0.25 * i, 0.6)))
        wave = 0.06 * math.sin(t * 5 + i * 2)
        stand(c, x, 196 + rise, 320 + 20 * (i == 2), look, 1 if x <= 0 else -1, near=(0.18, 0.92 + wave) if i == int(t / 1.2) % 3 else (0.14, 0.55 + wave * 0.3))
    c.restore()


def her(c, t):
    person(c, t, COLOUR, HAIR, True, True)


def level(c, t, length):
    place(c, 0, 0, 1.75, balance, t, GOLD, her, lambda c, t: person(c, t, RIVER))


def wages(c, t, length):
    """The pay does not shrink."""
    place(c, -96, 16, 0.95, her, t)
    for i in range(4):
        height = 150 * ease(part(t, 0.5 + 0.3 * i, 0.5))
        box(c, 12 + i * 42, 96 - height, 32, height, AMBER, 6)
    line(c, [(8, -70), (8 + 176 * ease(part(t, 1.8, 0.6)), -70)], PALM, 8)
    if t > length * 0.55:
        c.save()
        c.translate(96, 10)
        shape(c, [(-22, -40), (22, -40), (22, 6), (44, 6), (0, 52), (-44, 6), (-22, 6)], SEAL)
        c.scale(0.95, 0.95)
        banned(c, t - length * 0.55)
        c.restore()


def deed(c, t, length):
    """The certificate of a home, and her name that is written into it."""
    place(c, -92, -56, 0.95, house, t)
    c.save()
    c.translate(50, 46)
    c.rotate(0.03 * math.sin(t * 1.5))
    soft_shadow(c, -110, -84, 220, 168, 10, 8)
    box(c, -110, -84, 220, 168, CARD, 10)
    box(c, -110, -84, 220, 46, SEAL, 10)
    text(c, "权属证书", 0, -50, 32, GOLD_TINT, family=SERIF, align="middle")
    for number, late in enumerate((0.8, length * 0.5)):
        grown = ease(part(t, late, 0.7))
        box(c, -86, -14 + number * 46, 172 * grown, 36, (RIVER_TINT, mix(ROSE, CARD, 0.5))[number], 6)
        if grown > 0.8:
            text(c, ("他的姓名", "她的姓名")[number], 0, 14 + number * 46, 26, (RIVER_DARK, COLOUR)[number], align="middle")
    c.restore()


def respect(c, t, length):
    """What comes from four sides is struck out."""
    place(c, 0, 20, 1.25, her, t)
    for i, (x, y) in enumerate(((-134, -92), (134, -92), (-138, 96), (138, 96))):
        shown = overshoot(part(t, 0.5 + 0.5 * i, 0.4))
        if shown > 0:
            struck = ease(part(t, length * 0.55 + 0.2 * i, 0.3))
            away = 1 + 0.08 * struck
            box(c, x * away - 58 * shown, y * away - 32 * shown, 116 * shown, 64 * shown, mix(BRICK, LINE, 0.5 * struck), 18)
            text(c, ("言语", "文字", "图像", "肢体")[i], x * away, y * away + 12, 34 * shown + 1, SNOW, align="middle")
            if struck > 0:
                line(c, [(x * away - 62, y * away + 24), (x * away - 62 + 124 * struck, y * away + 24 - 48 * struck)], SEAL, 9)


THEME = Theme(whole=True)
SCENES = [
    Scene(titled(GROUND, "3·8", "妇女权益\n法律保障", "国际妇女节", three, COLOUR), "三月八日，国际妇女节。妇女的权益，法律来保障。",
          "三月八日，國際婦女節。婦女的權益，法律來保障。", "8 March, International Women's Day: the law protects women's rights.", "", 0.8, 0.7),
    Scene(quoted(GROUND, level, EQUAL, COLOUR, ("男女平等", "平等的权利")), EQUAL.words,
          "男女平等是國家的基本國策。婦女在政治的、經濟的、文化的、社會的和家庭的生活等各方面享有同男子平等的權利。",
          "Equality of men and women is basic state policy; in political, economic, cultural, social and family life women have equal rights."),
    Scene(quoted(GROUND, wages, WORK, COLOUR, ("不得", "工资和福利待遇")), WORK.words + "。",
          "用人單位不得因結婚、懷孕、產假、哺乳等情形，降低女職工的工資和福利待遇。",
          "Employers may not cut a woman's wage or benefits for marriage, pregnancy, maternity leave or nursing."),
    Scene(quoted(GROUND, deed, NAME, COLOUR, ("女方有权", "记载其姓名")), "对夫妻共同所有的不动产，女方有权要求在权属证书上记载其姓名。",
          "對夫妻共同所有的不動產，女方有權要求在權屬證書上記載其姓名。",
          "For a home that husband and wife own together she may require that her name stand in the certificate."),
    Scene(quoted(GROUND, respect, RESPECT, COLOUR, ("禁止违背妇女意愿",)), RESPECT.words,
          "禁止違背婦女意願，以言語、文字、圖像、肢體行為等方式對其實施性騷擾。",
          "Sexual harassment of women against their will, by word, writing, picture or physical act, is forbidden."),
    Scene(quoted(GROUND, lambda c, t, length: place(c, 0, 0, 1.5, shield, t, COLOUR), HELP, COLOUR, ("申请调解、仲裁", "向人民法院起诉")), HELP.words,
          "婦女的合法權益受到侵害的，有權要求有關部門依法處理，或者依法申請調解、仲裁，或者向人民法院起訴。",
          "Whose rights are infringed may ask the authorities to act, apply for mediation or arbitration, or sue in court."),
    Scene(farewell("她的权益 法律保障"), "想问法律，请打12348。", "想問法律，請打12348。", "For questions of law, call 12348.", "", 0.4, 1.4),
]


def poster(c):
    posters.frame(SCENES[0], 2.9, 0.70, 60, 0)(c)
