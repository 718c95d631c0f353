"""The cards of the home shelf, 816 × 460, from the same art as the films."""

import cairo

WIDTH, HEIGHT = 816, 460


def make(draw, output):
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
    draw(cairo.Context(surface))
    surface.write_to_png(str(output))


def frame(scene, seconds, scale=0.64, x=0.0, y=0.0):
    """A moment of a scene as a card; x and y are what the picture begins with."""
    def draw(c):
        c.scale(scale, scale)
        c.translate(-x, -y)
        scene.draw(c, seconds, scene.length or 9.0)
    return draw
