"""What the films are put together from: moving grounds, title cards, quotations that write
themselves, tiles that come one after another, and a farewell. Scenes fill 1280 × 720; what matters
stands above y = 510, since captions and controls come below."""

import functools
import math

import cairo

import icons
from draw import *
from film import HEIGHT, WIDTH, Now
from icons import place
from palette import *
from places import arcade_line, bird, cloud, hills, tower

VIOLET, ROSE = rgb("#B3A6CF"), rgb("#D6A5B8")
NO_BREAK_BEFORE, NO_BREAK_AFTER = "。，、；：）！？》”…", "（《“"


@functools.cache
def wrap(words, size, width, family=SANS):
    """Lines of at most `width`; none begins with a mark that closes or ends with one that opens."""
    c = cairo.Context(cairo.ImageSurface(cairo.FORMAT_A8, 1, 1))
    lines = []
    for paragraph in words.split("\n"):
        now = ""
        for letter in paragraph:
            if now and text_width(c, now + letter, size, family=family) > width:
                keep = len(now)
                while keep > 1 and ((now + letter)[keep] in NO_BREAK_BEFORE or now[keep - 1] in NO_BREAK_AFTER):
                    keep -= 1
                lines.append(now[:keep])
                now = now[keep:]
            now += letter
        lines.append(now)
    return tuple(lines)


@functools.cache
def measured(words, size, family=SANS):
    return text_width(cairo.Context(cairo.ImageSurface(cairo.FORMAT_A8, 1, 1)), words, size, family=family)


def fitting(words, width, height, leading, sizes):
    """The largest of the sizes at which the words fill no more than the height, and their lines."""
    for size in sizes:
        lines = wrap(words, size, width)
        if len(lines) * size * leading <= height:
            return size, lines
    raise ValueError(f"too long for a card: {words}")


def typed(c, lines, x, y, size, colour, shown, marks=(), mark_colour=GOLD_TINT, family=SANS, leading=1.5):
    """Writes the lines letter by letter; a broad pen goes over the words in `marks` once they stand.
    Returns where the pen is."""
    total = sum(map(len, lines))
    count = round(total * clamp(shown))
    flat = "".join(lines)
    marked = [(flat.find(words), flat.find(words) + len(words)) for words in marks]
    assert all(begin >= 0 for begin, _ in marked), marks
    pen, at = (x, y), 0
    for number, words in enumerate(lines):
        base = y + number * size * leading
        for begin, end in marked:
            first, last = max(begin, at), min(end, at + len(words), count)
            if first < last:
                left = x + measured(words[:first - at], size, family)
                box(c, left - 3, base - size * 0.92, measured(words[first - at:last - at], size, family) + 6, size * 1.2,
                    mark_colour, 6)
        visible = words[:max(0, count - at)]
        if visible:
            text(c, visible, x, base, size, colour, family=family)
            pen = (x + measured(visible, size, family), base)
        at += len(words)
    return pen


class Ground:
    """A wall of one colour with hills and towers that pass slowly, and a floor below."""

    def __init__(self, sky, land, floor, clouds=CARD, words=INK, width=WIDTH, height=HEIGHT, base=566):
        self.sky, self.land, self.floor, self.clouds, self.words = sky, land, floor, clouds, words
        self.width, self.height, self.base = width, height, base

    @functools.cache
    def far(self):
        def paint(c):
            for turn in range(2):  # twice the same, so that it can go round
                c.save()
                c.translate(turn * WIDTH, 0)
                hills(c, WIDTH, 240, 150, mix(self.sky, self.land, 0.22), 0.3, WIDTH / (2 * math.pi))
                c.restore()
        return layer(2 * WIDTH, 240, paint)

    @functools.cache
    def near(self):
        tones = tuple(mix(self.sky, self.land, share) for share in (0.36, 0.44, 0.52, 0.18))

        def paint(c):
            for turn in range(2):
                for i in range(7):
                    x = turn * WIDTH + 60 + i * WIDTH / 7 + 34 * math.sin(i * 2.4)
                    tower(c, x, 240, 44 + 12 * math.sin(i * 1.7), 150 + 46 * math.sin(i * 2.9), tones,
                          ("dome", "gable", "pavilion")[i % 3], 4)
        return layer(2 * WIDTH, 240, paint)

    def draw(self, c):
        now = Now.seconds
        box(c, 0, 0, self.width, self.base, self.sky)
        for x, y, size, speed in ((180, 84, 56, 9), (760, 58, 44, 6), (1160, 120, 62, 12)):
            cloud(c, (x + now * speed) % (self.width + 260) - 130, y, size, self.clouds)
        paste(c, self.far(), -(now * 7) % WIDTH - WIDTH, self.base - 246)
        paste(c, self.near(), -(now * 15) % WIDTH - WIDTH, self.base - 240)
        box(c, 0, self.base - 6, self.width, self.height - self.base + 6, self.floor)
        box(c, 0, self.base - 6, self.width, 8, mix(self.floor, CARD, 0.35))
        for i in range(9):
            x, y = (i * 170 - now * 32) % (WIDTH + 250) - 200, self.base + 24 + i % 3 * 44
            shape(c, [(x + 60, y), (x + 190, y), (x + 186, y + 6), (x + 56, y + 6)], mix(self.floor, CARD, 0.14))


def medallion(c, x, y, radius, colour, t):
    """A disc to stand before, with a ring that turns."""
    grown = overshoot(part(t, 0, 0.5))
    disc(c, x, y, radius * grown, CARD)
    disc(c, x, y, radius * 0.92 * grown, mix(CARD, colour, 0.14))
    for i in range(24):
        a = Now.seconds * 0.16 + i * math.pi / 12
        line(c, [(x + (radius + 16) * grown * math.cos(a), y + (radius + 16) * grown * math.sin(a)),
                 (x + (radius + 26) * grown * math.cos(a), y + (radius + 26) * grown * math.sin(a))], colour, 7, 0.55)


@functools.cache
def card_layer(width, height, colour, source):
    def paint(c):
        soft_shadow(c, 24, 24, width, height, 20, 14)
        box(c, 24, 24, width, height, CARD, 20)
        c.save()
        round_path(c, 24, 24, width, height, 20)
        c.clip()
        box(c, 24, 24, width, 66, colour)
        c.restore()
        text(c, source, 24 + 34, 24 + 45, 30, SNOW, family=SERIF)
    return layer(width + 60, height + 60, paint)


def quote_card(c, t, length, quote, colour, x=598, y=282, width=620, marks=(), shown=None):
    """The article on a card that slides in from the right and is written as it is spoken. y is the middle."""
    size, lines = fitting(quote.words, width - 68, 324, 1.5, (46, 42, 38, 35, 32))
    height = 66 + 40 + len(lines) * size * 1.5
    slid = ease(part(t, 0.05, 0.55))
    left = x + (WIDTH - x + 60) * (1 - slid)
    top = y - height / 2
    paste(c, card_layer(width, round(height), colour, quote.source), left - 24, top - 24)
    shown = part(t, 0.45, max(1.0, length - 1.6)) if shown is None else shown
    typed(c, lines, left + 34, top + 66 + 26 + size * 0.95, size, INK, shown, marks, mix(CARD, GOLD, 0.45))


def quoted(ground, art, quote, colour, marks=()):
    """A scene: art(context, t, length) drawn around (0, 0) within 200 pixels, and the article beside it."""
    def draw(c, t, length):
        ground.draw(c)
        medallion(c, 306, 282, 214, colour, t)
        c.save()
        c.translate(306, 282)
        art(c, t, length)
        c.restore()
        quote_card(c, t, length, quote, colour, marks=marks)
    return draw


def told(ground, art, words, colour, marks=()):
    """A scene: art, and beside it what a person says, in large letters; no article."""
    def draw(c, t, length):
        ground.draw(c)
        medallion(c, 306, 282, 214, colour, t)
        c.save()
        c.translate(306, 282)
        art(c, t, length)
        c.restore()
        size, lines = fitting(words, 600, 360, 1.5, (58, 50, 44))
        top = 282 - len(lines) * size * 0.75
        box(c, 572, top, 9, len(lines) * size * 1.5 * ease(part(t, 0.1, 0.6)), colour, 4)
        typed(c, lines, 606, top + size * 1.1, size, ground.words, part(t, 0.4, max(0.8, length - 1.7)), marks, mix(ground.sky, GOLD, 0.45), SERIF)
    return draw


def titled(ground, kicker, title, note, art, colour):
    """The first scene: the name slides in beside large art; a bar of colour opens for it."""
    def draw(c, t, length):
        ground.draw(c)
        medallion(c, 306, 282, 214, colour, t)
        c.save()
        c.translate(306, 282)
        art(c, t, length)
        c.restore()
        slid = ease(part(t, 0.1, 0.7))
        left = 590 + 760 * (1 - slid)
        lines = wrap(title, 74, 640, SERIF)
        top = 282 - (len(lines) * 96 + 110) / 2
        width = measured(kicker, 32) + 48
        box(c, left, top, width, 52, colour, 26)
        text(c, kicker, left + 24, top + 37, 32, SNOW)
        for number, words in enumerate(lines):
            late = ease(part(t, 0.3 + 0.2 * number, 0.7))
            text(c, words, 590 + 760 * (1 - late), top + 140 + number * 96, 74, ground.words, family=SERIF)
        base = top + 74 + len(lines) * 96
        grown = ease(part(t, 0.9, 0.8))
        box(c, 592, base, 150 * grown, 8, GOLD, 4)
        shown = ease(part(t, 1.2, 0.5))
        box(c, 582, base + 20, (measured(note, 32) + 26) * shown, 50, ground.sky, 12, 0.85)
        text(c, note, 592, base + 56, 32, mix(ground.words, ground.sky, 0.25), alpha=shown)
    return draw


def tiles(ground, source, items, colour, heading="", rows=2):
    """A scene: [(icon, words)] come one after another as they are spoken, each on a tile of its own."""
    columns = math.ceil(len(items) / rows)
    width, height = (min(290, (1180 - 26 * (columns - 1)) / columns), 196) if rows == 2 else (350, 370)
    left = (WIDTH - columns * width - 26 * (columns - 1)) / 2

    def draw(c, t, length):
        ground.draw(c)
        slid = ease(part(t, 0.05, 0.5))
        label = source + ("　" + heading if heading else "")
        wide = measured(label, 30, SERIF) + 60
        box(c, (WIDTH - wide) / 2, 34 - 90 * (1 - slid), wide, 54, colour, 27)
        text(c, label, WIDTH / 2, 72 - 90 * (1 - slid), 30, SNOW, family=SERIF, align="middle")
        for number, (icon, words) in enumerate(items):
            late = 0.2 + number * (length - 1.8) / len(items)
            shown = overshoot(part(t, late, 0.45))
            if shown <= 0:
                continue
            row, column = divmod(number, columns)
            x, y = left + column * (width + 26) + width / 2, 112 + row * (height + 22) + height / 2
            c.save()
            c.translate(x, y)
            c.scale(shown, shown)
            soft_shadow(c, -width / 2, -height / 2, width, height, 18, 8)
            box(c, -width / 2, -height / 2, width, height, CARD, 18)
            box(c, -width / 2 + 18, height / 2 - 12, (width - 36) * part(t, late, (length - 1.8) / len(items)), 5, colour, 2.5)
            place(c, 0, -height * 0.14, height / 330 if rows == 2 else 1.2, icon, t - late)
            largest = 30 if rows == 2 else 40
            size = min(largest, largest * (width - (24 if rows == 2 else 44)) / measured(words, largest))
            text(c, words, 0, height * 0.36, size, INK, align="middle")
            c.restore()
    return draw


NIGHTFALL = Ground(RIVER_DARK, AQUA, NIGHT, mix(RIVER_DARK, RIVER, 0.6), SNOW)


def farewell(words):
    """The last scene: what to remember, and the number of the legal service."""
    def draw(c, t, length):
        NIGHTFALL.draw(c)
        number_of_service(c, t, words)
    return draw


def number_of_service(c, t, words, moon=(1040, 120)):
    disc(c, moon[0], moon[1] - 20 * (1 - ease(part(t, 0, 2))), 58, GOLD)
    for i in range(5):
        bird(c, 180 + t * 34 + i * 44, 110 + (i % 3) * 20 + 4 * math.sin(t + i), 13, 0.25 + 0.3 * math.sin(t * 6 + i), SNOW2)
    up = 40 * (1 - ease(part(t, 0.1, 0.6)))
    text(c, words, WIDTH / 2, 196 + up, 56, AMBER, family=SERIF, align="middle")
    grown = ease(part(t, 0.4, 0.7))
    arcade_line(c, WIDTH / 2 - 168 * grown, 250, 336 * grown, 28, 26, GOLD, grown)
    text(c, "公共法律服务热线", WIDTH / 2, 318, 34, SNOW2, align="middle", alpha=ease(part(t, 0.7, 0.5)))
    shown = overshoot(part(t, 0.9, 0.5))
    if shown > 0:
        c.save()
        c.translate(WIDTH / 2, 412)
        c.scale(shown, shown)
        text(c, "12348", 0, 40, 118, SNOW, align="middle")
        c.restore()


# ---- pictures that stand upright, 720 × 1280: what matters stands between 110 and 1010 ----

TALL = (720, 1280)


def tall_ground(sky, land, floor, clouds=CARD, words=INK):
    return Ground(sky, land, floor, clouds, words, *TALL, 1060)


def tall_quoted(ground, art, quote, colour, marks=()):
    def draw(c, t, length):
        ground.draw(c)
        medallion(c, 360, 372, 216, colour, t)
        c.save()
        c.translate(360, 372)
        art(c, t, length)
        c.restore()
        quote_card(c, t, length, quote, colour, 36, 822, 648, marks)
    return draw


def tall_words(ground, art, words, colour, marks=()):
    """Art above, and below it words in large letters; no article."""
    def draw(c, t, length):
        ground.draw(c)
        c.save()
        c.translate(360, 420)
        art(c, t, length)
        c.restore()
        size, lines = fitting(words, 630, 250, 1.4, (72, 62, 54, 48))
        for number, each in enumerate(lines):
            late = ease(part(t, 0.3 + 0.5 * number, 0.5))
            base = 800 + (number + 1 - len(lines) / 2) * size * 1.4
            wide = measured(each, size, SERIF)
            for words_marked in marks:
                at = each.find(words_marked)
                if at >= 0:
                    left = (720 - wide) / 2 + measured(each[:at], size, SERIF)
                    box(c, left, base - size * 0.16, measured(words_marked, size, SERIF) * ease(part(t, 1.0 + 0.5 * number, 0.6)), size * 0.26, AMBER, 6)
            text(c, each, 360 + 700 * (1 - late), base, size, ground.words, family=SERIF, align="middle")
    return draw


TALL_NIGHTFALL = tall_ground(RIVER_DARK, AQUA, NIGHT, mix(RIVER_DARK, RIVER, 0.6), SNOW)


def tall_farewell(words):
    def draw(c, t, length):
        TALL_NIGHTFALL.draw(c)
        c.save()
        c.translate(-280, 260)
        number_of_service(c, t, words, (810, -60))
        c.restore()
    return draw
