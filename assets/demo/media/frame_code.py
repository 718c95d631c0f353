"""The number of a frame, for a program to read from the screen: 16 cells over the full width of the
top 1/20 of the picture, most significant first, white is 1."""

from draw import box

CELLS = 16
WHITE, BLACK = (1, 1, 1), (0, 0, 0)


def draw(c, width, height, number):
    cell = width / CELLS
    for i in range(CELLS):
        bit = number >> (CELLS - 1 - i) & 1
        box(c, i * cell, 0, cell, height / 20, WHITE if bit else BLACK)
