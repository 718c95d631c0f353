"""make.py NAME FOLDER [SECONDS...]: FOLDER/NAME.mp4, its poster FOLDER/NAME.png and captions
FOLDER/NAME.<language>.vtt from films/NAME.py; with SECONDS only the pictures of those moments."""

import importlib
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).parent / "films"))

import film
import posters

name, folder = sys.argv[1], Path(sys.argv[2])
script = importlib.import_module(name)
stills = [float(second) for second in sys.argv[3:]]
film.make(script.SCENES, script.THEME, folder / f"{name}.mp4", stills)
posters.make(script.poster, folder / f"{name}.png")
