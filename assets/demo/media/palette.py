"""The colours of the interface, and the few more that pictures of people and places need."""


def rgb(hex_code):
    value = int(hex_code.lstrip("#"), 16)
    return (value >> 16 & 255) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def mix(one, other, share):
    """`share` of `other` in `one`, both as rgb()."""
    return tuple(a + (b - a) * share for a, b in zip(one, other))


PAPER, CARD, MIST = rgb("#FBF8F1"), rgb("#FFFFFF"), rgb("#EEF2F1")
INK, INK2 = rgb("#17222E"), rgb("#455564")
RIVER, RIVER_DARK, RIVER_TINT = rgb("#0F5564"), rgb("#0A3C47"), rgb("#D7E8EA")
SEAL, SEAL_TINT = rgb("#A3202E"), rgb("#F7E3E1")
PALM, PALM_TINT = rgb("#256340"), rgb("#DDEFE2")
PEEL, PEEL_TINT = rgb("#A34E10"), rgb("#FBE9D6")
GOLD, GOLD_TINT = rgb("#C79A3B"), rgb("#FFF3D6")
BRICK, LINE = rgb("#5D6872"), rgb("#C9D2D6")
NIGHT, NIGHT2, SNOW, SNOW2 = rgb("#0B1720"), rgb("#132530"), rgb("#F3F6F7"), rgb("#B4C2CA")
AQUA, AMBER = rgb("#6FC3CF"), rgb("#F2B84B")

SKIN, SKIN_SHADE = rgb("#EBC8AA"), rgb("#D9AE8B")
HAIR, HAIR_GREY = rgb("#2B2A2E"), rgb("#C8CCD0")
WOOD, WOOD_DARK, WOOD_LIGHT = rgb("#9C6B43"), rgb("#70492B"), rgb("#D9B48A")
STONE, STONE_SHADE, STONE_DARK = rgb("#E4D8BF"), rgb("#CDBE9F"), rgb("#8C7E66")
WATER, WATER_LIGHT = rgb("#3E97A5"), rgb("#8CCBD3")
