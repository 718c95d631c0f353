"""Small drawing words over cairo, and easing. Lengths are pixels of a 1280 × 720 picture."""

import math

import cairo

SANS, SERIF = "Noto Sans CJK SC", "Noto Serif CJK SC"


def fill(c, colour, alpha=1.0):
    c.set_source_rgba(*colour, alpha)
    c.fill()


def stroke(c, colour, width, alpha=1.0):
    c.set_source_rgba(*colour, alpha)
    c.set_line_width(width)
    c.set_line_cap(cairo.LINE_CAP_ROUND)
    c.set_line_join(cairo.LINE_JOIN_ROUND)
    c.stroke()


def box(c, x, y, width, height, colour, radius=0.0, alpha=1.0):
    round_path(c, x, y, width, height, radius)
    fill(c, colour, alpha)


def round_path(c, x, y, width, height, radius):
    radius = max(0.0, min(radius, width / 2, height / 2))
    c.new_path()
    if radius == 0:
        c.rectangle(x, y, width, height)
        return
    c.arc(x + width - radius, y + radius, radius, -math.pi / 2, 0)
    c.arc(x + width - radius, y + height - radius, radius, 0, math.pi / 2)
    c.arc(x + radius, y + height - radius, radius, math.pi / 2, math.pi)
    c.arc(x + radius, y + radius, radius, math.pi, 1.5 * math.pi)
    c.close_path()


def disc(c, x, y, radius, colour, alpha=1.0):
    c.new_path()
    c.arc(x, y, radius, 0, 2 * math.pi)
    fill(c, colour, alpha)


def ellipse(c, x, y, rx, ry, colour, alpha=1.0, start=0.0, end=2 * math.pi):
    c.save()
    c.translate(x, y)
    c.scale(rx, ry)
    c.new_path()
    c.arc(0, 0, 1, start, end)
    c.close_path()
    c.restore()
    fill(c, colour, alpha)


def shape(c, points, colour, alpha=1.0):
    c.new_path()
    for x, y in points:
        c.line_to(x, y)
    c.close_path()
    fill(c, colour, alpha)


def line(c, points, colour, width, alpha=1.0):
    c.new_path()
    for x, y in points:
        c.line_to(x, y)
    stroke(c, colour, width, alpha)


def soft_shadow(c, x, y, width, height, radius, depth=10):
    """A few wide, faint rings: cairo has no blur, and a card needs no more."""
    for step in range(depth, 0, -2):
        box(c, x - step, y - step + depth * 0.6, width + 2 * step, height + 2 * step, (0.05, 0.1, 0.13),
            radius + step, 0.022)


def text_width(c, words, size, bold=True, family=SANS):
    choose_font(c, size, bold, family)
    return c.text_extents(words).x_advance


def choose_font(c, size, bold, family):
    weight = cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL
    c.select_font_face(family, cairo.FONT_SLANT_NORMAL, weight)
    c.set_font_size(size)


def text(c, words, x, baseline, size, colour, bold=True, family=SANS, align="left", alpha=1.0):
    choose_font(c, size, bold, family)
    if align != "left":
        width = c.text_extents(words).x_advance
        x -= width / 2 if align == "middle" else width
    c.set_source_rgba(*colour, alpha)
    c.move_to(x, baseline)
    c.show_text(words)


def layer(width, height, paint, scale=1.0):
    """What `paint(context)` draws, kept: drawn once, pasted in every frame."""
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, math.ceil(width * scale), math.ceil(height * scale))
    c = cairo.Context(surface)
    c.scale(scale, scale)
    paint(c)
    return surface


def paste(c, surface, x=0.0, y=0.0, alpha=1.0):
    c.set_source_surface(surface, x, y)
    if alpha >= 1:
        c.paint()
    elif alpha > 0:
        c.paint_with_alpha(alpha)


def clamp(value, low=0.0, high=1.0):
    return max(low, min(high, value))


def part(t, start, length):
    """How far t has come through [start, start + length], 0 to 1."""
    return clamp((t - start) / length)


def ease(x):
    return 1 - (1 - clamp(x)) ** 3


def ease_both(x):
    x = clamp(x)
    return x * x * (3 - 2 * x)


def overshoot(x):
    """Arrives with a small spring; for stamps and badges."""
    x = clamp(x)
    return 1 + 2.2 * (x - 1) ** 3 + 1.2 * (x - 1) ** 2
