"""法治大讲堂, 第二讲: 反家庭暴力."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import briefcase, clock, megaphone, patrol_car, person, phone, place, shield
from law import quote
from lecture import CHALK, article_page, closing, drawing_page, title_page
from palette import *
from people import Look

SPEAKER = Look(PALM, mix(PALM, INK, 0.3), INK2, HAIR_GREY, "bun", glasses=True)

MEANING = quote("反家庭暴力法", "第二条", "本法所称家庭暴力，是指家庭成员之间以殴打、捆绑、残害、限制人身自由以及经常性谩骂、恐吓等方式实施的身体、精神等侵害行为。")
HELP = quote("反家庭暴力法", "第十三条", "家庭暴力受害人及其法定代理人、近亲属也可以向公安机关报案或者依法向人民法院起诉。")
POLICE = quote("反家庭暴力法", "第十五条", "公安机关接到家庭暴力报案后应当及时出警，制止家庭暴力")
ORDER = quote("反家庭暴力法", "第二十三条", "当事人因遭受家庭暴力或者面临家庭暴力的现实危险，向人民法院申请人身安全保护令的，人民法院应当受理。")


def storm(c, t, length):
    """A home under a cloud of sharp words; someone covers her ears."""
    place(c, 0, 40, 1.35, person, t, mix(SEAL, CARD, 0.15), HAIR, False)
    for i, (x, y) in enumerate(((-270, -60), (270, -80), (-250, 90), (262, 80))):
        shown = overshoot(part(t, 0.4 + 0.55 * i, 0.4))
        shake = 5 * math.sin(t * 9 + i * 2)
        if shown <= 0:
            continue
        c.save()
        c.translate(x + shake, y)
        c.scale(shown, shown)
        c.new_path()
        for k in range(16):
            reach = 74 if k % 2 else 52
            c.line_to(reach * 1.35 * math.cos(k * math.pi / 8), reach * 0.86 * math.sin(k * math.pi / 8))
        c.close_path()
        fill(c, (PEEL, SEAL, SEAL, PEEL)[i])
        text(c, ("谩骂", "殴打", "恐吓", "捆绑")[i], 0, 13, 36, SNOW, align="middle")
        c.restore()


def doors(c, t, length):
    """Whom to turn to: the unit or committee, the federation, the police, the court."""
    for i, (thing, tone, name) in enumerate(((briefcase, WOOD, "所在单位"), (megaphone, PEEL, "居（村）民委员会"),
                                             (shield, mix(PALM, CARD, 0.25), "妇女联合会"))):
        late = 0.5 + i * (length - 2.4) / 3
        shown = overshoot(part(t, late, 0.45))
        x = -262 + i * 262
        if shown > 0:
            box(c, x - 112 * shown, -128 * shown, 224 * shown, 256 * shown, mix(RIVER_DARK, AQUA, 0.16), 18)
            place(c, x, -32, 0.82 * shown, thing, t - late, tone)
            text(c, name, x, 98, 26 * shown + 1, CHALK, align="middle")


def call(c, t, length):
    place(c, -270, 20, 1.1, phone, t, SEAL)
    way = ease_both(part(t, 0.8, length * 0.55))
    for i in range(7):
        if i / 7 < way:
            disc(c, -150 + i * 44, 28 - 14 * math.sin(i * 0.5 + t), 6, AMBER)
    c.save()
    c.translate(330 - 130 * way, 46)
    c.scale(-1, 1)
    place(c, 0, 0, 1.5, patrol_car, t)
    c.restore()
    box(c, -380, 138, 760, 6, mix(RIVER_DARK, AQUA, 0.4), 3)


def hours(c, t, length):
    """72 hours at most, 24 where it is urgent."""
    for i, (x, count, words, tone, late) in enumerate(((-200, 72, "应当作出", AQUA, 0.4), (200, 24, "情况紧急", AMBER, length * 0.56))):
        shown = ease(part(t, late, 0.4))
        if shown <= 0:
            continue
        c.new_path()
        c.arc(x, -26, 104, 0, 2 * math.pi)
        stroke(c, mix(RIVER_DARK, AQUA, 0.3), 18)
        c.new_path()
        c.arc(x, -26, 104, -math.pi / 2, -math.pi / 2 + 2 * math.pi * part(t, late, length * 0.36))
        stroke(c, tone, 18)
        text(c, str(round(count * part(t, late, length * 0.36))), x, 8, 84, tone, align="middle")
        text(c, "小时", x, 46, 30, CHALK, align="middle", alpha=shown)
        text(c, words, x, 130, 34, CHALK, align="middle", alpha=shown)


THEME = Theme(whole=True)
SCENES = [
    Scene(title_page(SPEAKER, "第二讲", "反家庭暴力", "反家庭暴力法"), "法治大讲堂，第二讲：反家庭暴力。", "法治大講堂，第二講：反家庭暴力。",
          "The Law Lecture, part two: against domestic violence.", "", 0.7, 0.7),
    Scene(drawing_page(SPEAKER, "什么是家庭暴力？", storm), "殴打家人，是家庭暴力。经常性谩骂、恐吓，也是。", "毆打家人，是家庭暴力。經常性謾罵、恐嚇，也是。",
          "Beating one's family is domestic violence. So are abuse and threats that go on and on."),
    Scene(article_page(SPEAKER, MEANING, ("经常性谩骂、恐吓",)), MEANING.words,
          "本法所稱家庭暴力，是指家庭成員之間以毆打、捆綁、殘害、限制人身自由以及經常性謾罵、恐嚇等方式實施的身體、精神等侵害行為。",
          "Domestic violence: bodily or mental harm between family members, by beating, tying up, maiming, confining, or by frequent abuse and threats."),
    Scene(drawing_page(SPEAKER, "《反家庭暴力法》第十三条", doors), "可以向单位、居民委员会、村民委员会、妇女联合会等求助。",
          "可以向單位、居民委員會、村民委員會、婦女聯合會等求助。",
          "Help can be sought from employers, residents' or villagers' committees, and women's federations."),
    Scene(article_page(SPEAKER, HELP, ("向公安机关报案", "向人民法院起诉")), HELP.words,
          "家庭暴力受害人及其法定代理人、近親屬也可以向公安機關報案或者依法向人民法院起訴。",
          "The victim, the legal representative or close relatives may also report to the police or sue in a people's court."),
    Scene(drawing_page(SPEAKER, POLICE.source, call), "公安机关接到报案后，应当及时出警，制止家庭暴力。",
          "公安機關接到報案後，應當及時出警，制止家庭暴力。", "When it is reported, the police should come promptly and stop the violence."),
    Scene(article_page(SPEAKER, ORDER, ("人身安全保护令",)), ORDER.words,
          "當事人因遭受家庭暴力或者面臨家庭暴力的現實危險，向人民法院申請人身安全保護令的，人民法院應當受理。",
          "Whoever suffers it, or faces a real danger of it, may apply for a personal protection order; the court should accept the case."),
    Scene(drawing_page(SPEAKER, "《反家庭暴力法》第二十八条", hours), "法院应当在七十二小时内，作出保护令或者驳回申请；情况紧急的，在二十四小时内。",
          "法院應當在七十二小時內，作出保護令或者駁回申請；情況緊急的，在二十四小時內。",
          "The court should grant the order or refuse it within 72 hours; where it is urgent, within 24."),
    Scene(closing(SPEAKER, "听完了，请答一道题"), "听完了，请您答一道题。", "聽完了，請您答一道題。", "Now please answer a question.", "", 0.4, 1.3),
]


def poster(c):
    posters.frame(SCENES[0], 4.0, 0.70, 50, 0)(c)
