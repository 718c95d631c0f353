"""make.py NAME FOLDER: FOLDER/NAME.mp4, its poster FOLDER/NAME.png and captions FOLDER/NAME.<language>.vtt."""

import importlib
import sys
from pathlib import Path

import film
import posters

name, folder = sys.argv[1], Path(sys.argv[2])
posters.make(name, folder / f"{name}.png")
scenes = importlib.import_module(name)
film.make(scenes.SCENES, scenes.THEME, folder / f"{name}.mp4")
