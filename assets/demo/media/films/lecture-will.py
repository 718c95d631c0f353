"""法治大讲堂, 第一讲: 继承与遗嘱. With a second track in Cantonese."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import coins, house, paper, person, place
from law import quote
from lecture import CHALK, article_page, closing, drawing_page, title_page
from palette import *
from people import Look

SPEAKER = Look(RIVER, RIVER_DARK, INK, HAIR, "bob", glasses=True)

ORDER = quote("民法典", "第一千一百二十七条", "继承开始后，由第一顺序继承人继承，第二顺序继承人不继承；没有第一顺序继承人继承的，由第二顺序继承人继承。")
EQUAL = quote("民法典", "第一千一百三十条", "同一顺序继承人继承遗产的份额，一般应当均等。")
WILL = quote("民法典", "第一千一百二十三条", "有遗嘱的，按照遗嘱继承或者遗赠办理")
LAST = quote("民法典", "第一千一百四十二条", "立有数份遗嘱，内容相抵触的，以最后的遗嘱为准。")
TALK = quote("民法典", "第一千一百三十二条", "协商不成的，可以由人民调解委员会调解或者向人民法院提起诉讼。")


def estate(c, t, length):
    for i, (thing, x) in enumerate(((house, -230), (coins, 10), (paper, 240))):
        place(c, x, 6 + 6 * math.sin(t * 1.6 + i), 1.3 * overshoot(part(t, 0.3 + 0.7 * i, 0.5)), thing, t - 0.3 - 0.7 * i)


def family(c, t, length):
    """Who inherits first, and who only if there is nobody of the first order."""
    rows = ((-78, "第一顺序", AMBER, (("配偶", ROSE_COAT), ("子女", AQUA), ("父母", GOLD)), 0.7),
            (84, "第二顺序", AQUA, (("兄弟姐妹", BRICK), ("祖父母", BRICK), ("外祖父母", BRICK)), length * 0.55))
    for y, name, tone, members, late in rows:
        shown = ease(part(t, late, 0.5))
        text(c, name, -350 - 60 * (1 - shown), y + 10, 36, tone, family=SERIF, alpha=shown)
        for i, (who, coat) in enumerate(members):
            pop = overshoot(part(t, late + 0.6 + 0.7 * i, 0.4))
            x = -130 + i * 190
            if i > 0 and pop > 0:
                line(c, [(x - 134, y - 18), (x - 134 + 76 * ease(pop), y - 18)], mix(RIVER_DARK, AQUA, 0.6), 4)
            place(c, x, y - 18, 0.56 * pop, person, t + i, coat)
            if pop > 0.5:
                text(c, who, x, y + 72, 30, CHALK, align="middle")


ROSE_COAT = mix(SEAL, CARD, 0.2)


def shares(c, t, length):
    """A pie that parts in three equal pieces, each to one child."""
    apart = 16 * ease(part(t, length * 0.45, 0.8))
    for i, tone in enumerate((AMBER, AQUA, mix(PALM, CARD, 0.35))):
        start = -math.pi / 2 + i * 2 * math.pi / 3
        full = ease(part(t, 0.4 + 0.35 * i, 0.5))
        middle = start + math.pi / 3
        c.new_path()
        c.move_to(-210 + apart * math.cos(middle), 6 + apart * math.sin(middle))
        c.arc(-210 + apart * math.cos(middle), 6 + apart * math.sin(middle), 122, start, start + full * 2 * math.pi / 3)
        c.close_path()
        fill(c, tone)
        pop = overshoot(part(t, 1.4 + 0.3 * i, 0.4))
        place(c, 60 + i * 132, -30, 0.6 * pop, person, t + i, tone)
    text(c, "份额，一般应当均等", 190, 104, 42, CHALK, align="middle", alpha=ease(part(t, 2.2, 0.5)))


def wills(c, t, length):
    """Three wills of three years; the last one counts."""
    for i in range(3):
        late = 0.4 + 0.8 * i
        pop = overshoot(part(t, late, 0.45))
        won = ease(part(t, length * 0.55, 0.5)) if i == 2 else 0
        faded = ease(part(t, length * 0.55, 0.5)) if i < 2 else 0
        x, y = -240 + i * 240, 6 - 12 * won + 4 * math.sin(t * 1.7 + i)
        place(c, x, y, (1.05 + 0.16 * won) * pop, paper, t - late if i < 2 else t - length * 0.55 + 1.6, "遗嘱" + "一二三"[i],
              SEAL if i == 2 else INK2, "准" if i == 2 else "")
        if faded > 0:
            box(c, x - 80, y - 104, 160, 208, RIVER_DARK, 8, 0.62 * faded)


THEME = Theme(whole=True, yue=True)
SCENES = [
    Scene(title_page(SPEAKER, "第一讲", "继承与遗嘱", "民法典 · 继承编"), "法治大讲堂，第一讲：继承与遗嘱。", "法治大講堂，第一講：繼承與遺囑。",
          "The Law Lecture, part one: inheritance and wills.", "", 0.7, 0.7),
    Scene(drawing_page(SPEAKER, "遗产怎么分？", estate), "老人留下房子和存款，该由谁来继承？", "老人留下房子和存款，該由誰來繼承？",
          "A parent leaves a home and savings. Who inherits?"),
    Scene(drawing_page(SPEAKER, "《民法典》第一千一百二十七条", family), "第一顺序：配偶、子女、父母。第二顺序：兄弟姐妹、祖父母、外祖父母。",
          "第一順序：配偶、子女、父母。第二順序：兄弟姐妹、祖父母、外祖父母。",
          "First in order: spouse, children, parents. Second: brothers and sisters, paternal and maternal grandparents."),
    Scene(article_page(SPEAKER, ORDER, ("第一顺序继承人继承", "没有第一顺序继承人继承的")),
          "继承开始后，由第一顺序继承人继承，第二顺序继承人不继承；没有第一顺序继承人继承的，由第二顺序继承人继承。",
          "繼承開始後，由第一順序繼承人繼承，第二順序繼承人不繼承；沒有第一順序繼承人繼承的，由第二順序繼承人繼承。",
          "Heirs of the first order inherit, those of the second do not; they do where no heir of the first order inherits."),
    Scene(drawing_page(SPEAKER, "《民法典》第一千一百三十条", shares), "同一顺序继承人继承遗产的份额，一般应当均等。", "同一順序繼承人繼承遺產的份額，一般應當均等。",
          "Shares of heirs of the same order should, as a rule, be equal."),
    Scene(article_page(SPEAKER, WILL, ("遗嘱继承",)), "有遗嘱的，按照遗嘱继承或者遗赠办理。", "有遺囑的，按照遺囑繼承或者遺贈辦理。",
          "Where there is a will, it is followed."),
    Scene(drawing_page(SPEAKER, "《民法典》第一千一百四十二条", wills), LAST.words, "立有數份遺囑，內容相抵觸的，以最後的遺囑為準。",
          "Where several wills contradict one another, the last one prevails."),
    Scene(article_page(SPEAKER, TALK, ("人民调解委员会调解",)), TALK.words, "協商不成的，可以由人民調解委員會調解或者向人民法院提起訴訟。",
          "If the heirs cannot agree, a people's mediation committee may mediate, or they may go to a people's court."),
    Scene(closing(SPEAKER, "听完了，请答一道题"), "听完了，请您答一道题。", "聽完了，請您答一道題。", "Now please answer a question.", "", 0.4, 1.3),
]


def poster(c):
    posters.frame(SCENES[0], 4.0, 0.70, 50, 0)(c)
