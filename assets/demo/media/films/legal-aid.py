"""法律援助: for whom, in what, how fast. With a second track in Cantonese."""

import math

import posters
from draw import *
from film import Scene, Theme
from icons import balance, briefcase, coin, coins, heart, megaphone, paper, patrol_car, person, place, shield, tick
from kit import Ground, farewell, quoted, tiles, titled
from law import quote
from palette import *
from people import MEDIATOR, WORRIED, sit

GROUND = Ground(mix(GOLD_TINT, PAPER, 0.4), mix(PEEL, GOLD, 0.4), mix(PEEL, INK, 0.35))

MEANING = quote("法律援助法", "第二条", "国家建立的为经济困难公民和符合法定条件的其他当事人无偿提供法律咨询、代理、刑事辩护等法律服务的制度")
WAIVED = quote("法律援助法", "第四十二条", "申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员")
DAYS = quote("法律援助法", "第四十三条", "自收到法律援助申请之日起七日内进行审查，作出是否给予法律援助的决定。决定给予法律援助的，应当自作出决定之日起三日内指派法律援助人员")


def asking(c, t, length):
    """Someone in need and the lawyer across the table."""
    c.save()
    c.new_path()
    c.arc(0, 0, 197, 0, 2 * math.pi)
    c.clip()
    sit(c, -92, 90, 330, WORRIED, 1, hand=(0.2, 0.08 + 0.01 * math.sin(t * 3)))
    sit(c, 96, 90, 330, MEDIATOR, -1, hand=(0.2, 0.10 + 0.02 * math.sin(t * 2.4)))
    box(c, -200, 86, 400, 22, WOOD_LIGHT)
    box(c, -200, 106, 400, 100, WOOD)
    shape(c, [(-36, 76), (30, 76), (42, 92), (-48, 92)], CARD)
    c.restore()
    for i, (x, late) in enumerate(((-92, 0.6), (96, 1.8))):
        shown = overshoot(part(t, late, 0.4))
        if shown > 0:
            box(c, x - 60 * shown, -168 - 26 * shown, 120 * shown, 52 * shown, (PEEL, RIVER)[i], 26)
            for k in range(3):
                disc(c, x + (k - 1) * 28 * shown, -168 + 3 * math.sin(t * 6 + k), 7 * shown, SNOW)


def gift(c, t, length):
    """No money: the coin is put away, the service comes."""
    away = ease_both(part(t, 1.0, 1.2))
    place(c, -60 - 30 * away, -10, 1.1, person, t, RIVER)
    place(c, 96, 60 + 90 * away, 0.7 * (1 - 0.6 * away), coin, t)
    if away > 0.8:
        place(c, 100, -20, 0.8 * overshoot(part(t, 2.0, 0.5)), paper, t - 2.0, "援助", PALM, "准")
    place(c, -60 - 30 * away, 140, 0.3 * overshoot(part(t, 2.6, 0.4)), tick, t - 2.6)


def worker(c, t, length):
    place(c, -70, 8, 1.15, person, t, PEEL)
    box(c, -134, -116 + 2 * math.sin(t * 2.1), 128, 34, AMBER, 17)
    box(c, -152, -90 + 2 * math.sin(t * 2.1), 164, 13, mix(AMBER, INK, 0.15), 6)
    place(c, 106, 20, 0.8, coins, t - 0.6)
    place(c, 110, -110, 0.42 * overshoot(part(t, length * 0.5, 0.4)), tick, t - length * 0.5)


def ten_days(c, t, length):
    """Seven boxes for the decision, three for the lawyer's coming."""
    c.scale(0.84, 0.84)
    for i in range(10):
        late = 0.4 + i * (length - 2.0) / 10
        shown = overshoot(part(t, late, 0.35))
        row, column = (0, i) if i < 7 else (1, i - 7)
        x = -156 + (column % 4) * 104 if row == 0 else -104 + column * 104
        y = (-120 if column < 4 else -30) if row == 0 else 92
        x = x + 52 if row == 0 and column >= 4 else x
        if shown > 0:
            box(c, x - 42 * shown, y - 36 * shown, 84 * shown, 72 * shown, (RIVER if row == 0 else PALM), 12)
            text(c, str(column + 1), x, y + 15, 42 * shown + 1, SNOW, align="middle")
    text(c, "七日内审查", 0, 42, 32, RIVER_DARK, align="middle", alpha=ease(part(t, 0.4, 0.5)))
    text(c, "三日内指派", 0, 166, 32, PALM, align="middle", alpha=ease(part(t, length * 0.6, 0.5)))


THEME = Theme(whole=True, yue=True)
SCENES = [
    Scene(titled(GROUND, "法律援助", "请不起律师\n怎么办？", "国家有法律援助", asking, PEEL), "请不起律师，怎么办？可以申请法律援助。", "請不起律師，怎麼辦？可以申請法律援助。",
          "You cannot pay for a lawyer? You may apply for legal aid.", "", 0.8, 0.8),
    Scene(quoted(GROUND, gift, MEANING, PEEL, ("无偿提供",)), "法律援助，为经济困难公民和符合法定条件的其他当事人，无偿提供法律服务。",
          "法律援助，為經濟困難公民和符合法定條件的其他當事人，無償提供法律服務。",
          "Legal aid serves citizens in economic difficulty, and others who meet the law's conditions, free of charge."),
    Scene(tiles(GROUND, "《法律援助法》第二十二条", ((megaphone, "法律咨询"), (paper, "代拟法律文书"), (shield, "刑事辩护与代理"), (balance, "民事行政案件代理"),
                                        (briefcase, "值班律师法律帮助"), (coins, "劳动争议调解与仲裁代理")), PEEL),
          "法律咨询、代拟法律文书、刑事辩护与代理、民事行政案件代理、值班律师帮助、劳动争议调解与仲裁代理。",
          "法律諮詢、代擬法律文書、刑事辯護與代理、民事行政案件代理、值班律師幫助、勞動爭議調解與仲裁代理。",
          "Advice, drafting, criminal defence, civil and administrative cases, duty lawyers, labour mediation and arbitration."),
    Scene(tiles(GROUND, "《法律援助法》第三十一条", ((heart, "赡养费、抚养费"), (coins, "支付劳动报酬"), (patrol_car, "交通事故人身损害赔偿")), PEEL, "可以申请的事项", rows=1),
          "因经济困难没有委托代理人的，请求给付赡养费、抚养费，请求支付劳动报酬，请求交通事故人身损害赔偿，可以申请法律援助。",
          "因經濟困難沒有委託代理人的，請求給付贍養費、撫養費，請求支付勞動報酬，請求交通事故人身損害賠償，可以申請法律援助。",
          "Who cannot pay for a lawyer may apply: for maintenance, for unpaid wages, for damages for injury in a traffic accident."),
    Scene(quoted(GROUND, worker, WAIVED, PEEL, ("支付劳动报酬", "进城务工人员")), "有材料证明是申请支付劳动报酬的进城务工人员，免予核查经济困难状况。",
          "有材料證明是申請支付勞動報酬的進城務工人員，免予核查經濟困難狀況。",
          "Migrant workers who can show that they claim their wages need not prove that they are poor."),
    Scene(quoted(GROUND, ten_days, DAYS, PEEL, ("七日内进行审查", "三日内指派")), "收到申请七日内审查，作出决定；决定给予的，三日内指派法律援助人员。",
          "收到申請七日內審查，作出決定；決定給予的，三日內指派法律援助人員。",
          "Within seven days the application is examined and decided; within three more a legal-aid worker is assigned."),
    Scene(farewell("有困难 找法律援助"), "想问法律，请打12348。", "想問法律，請打12348。", "For questions of law, call 12348.", "", 0.4, 1.4),
]


def poster(c):
    posters.frame(SCENES[0], 3.2, 0.70, 60, 0)(c)
