"""The number that every picture of a clip carries, for `code.h` to read from the screen: 16 cells of
the number, most significant first, white is 1, above 16 cells of its complement. What is no code
(a page, a poster, two pictures torn into each other) has no complement below it.

On a screen of 1920×1080 a cell is 32×12 pixels and the code stands in the upper left corner: the
kiosk's controls leave it free, and little has to be fetched to read it."""

CELLS = 16
WIDTH, HEIGHT = 512, 24  # of 1920×1080

BLACK, WHITE = 0, 255


def strip(number):
    """Two rows of CELLS grey pixels, to be enlarged to the code's place."""
    bits = [number >> (CELLS - 1 - cell) & 1 for cell in range(CELLS)]
    return bytes([WHITE if bit else BLACK for bit in bits] + [BLACK if bit else WHITE for bit in bits])
