"""Turns a list of scenes into frames, speech and an MP4, and what is spoken into captions."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import cairo

import sound
import speech
from draw import ease, part, paste, text, text_width, box
from palette import *

WIDTH, HEIGHT, FPS = 1280, 720, 25
STAGE = 480  # the picture ends here; below it there is room for captions
KEYFRAME_EVERY = 50
FADE = 0.45


@dataclass
class Scene:
    draw: Callable  # (context, seconds in the scene, seconds of the scene)
    spoken: str
    hant: str  # the same in traditional characters
    english: str
    source: str = ""  # the article, shown below the picture; a law.Quote shows its own
    lead: float = 0.35
    tail: float = 0.55
    start: float = 0.0
    length: float = 0.0
    samples: list = None  # one for each track of sound


@dataclass
class Theme:
    ground: tuple = PAPER
    chip: tuple = RIVER_TINT
    chip_words: tuple = RIVER_DARK
    under: Callable = None  # draws on the ground
    over: Callable = None  # (context, frame number): drawn last
    fades: bool = True
    whole: bool = False  # the scenes draw the whole picture, not only the stage
    size: tuple = (WIDTH, HEIGHT)
    yue: bool = False  # a second track of sound, in Cantonese


class Now:
    """Of the frame being drawn: seconds in the film, and how loud the speaker is, 0 to 1."""

    seconds = 0.0
    voice = 0.0


def time_scenes(scenes, theme, folder):
    """Speaks every scene and lays them end to end on whole frames; the slowest track sets the pace."""
    now = 0
    for number, scene in enumerate(scenes):
        scene.samples = [speech.say(scene.spoken, folder / f"{number}.wav")]
        if theme.yue:
            scene.samples.append(speech.say_yue(scene.hant, folder / f"{number}.yue.wav"))
        longest = max(len(samples) for samples in scene.samples)
        frames = round((scene.lead + longest / speech.RATE + scene.tail) * FPS)
        scene.start, scene.length = now / FPS, frames / FPS
        now += frames
    return now


def listen(scene, t):
    at = int((t - scene.lead) * speech.RATE)
    heard = scene.samples[0][max(0, at):at + speech.RATE // FPS:8] if at >= 0 else ()
    Now.voice += 0.5 * (min(1.0, max(map(abs, heard), default=0) / 9000) - Now.voice)


def draw_source(c, scene, theme, t):
    """Just below the picture: captions, which the player draws, leave it free."""
    if not scene.source:
        return
    shown = ease(part(t, 0.05, 0.35))
    width = text_width(c, scene.source, 26) + 52
    y = STAGE + 40
    box(c, (WIDTH - width) / 2, y - 22, width, 46, theme.chip, 23, shown)
    text(c, scene.source, WIDTH / 2, y + 10, 26, theme.chip_words, align="middle", alpha=shown)


def clock(seconds):
    millis = round(seconds * 1000)
    return f"{millis // 3600000:02}:{millis // 60000 % 60:02}:{millis // 1000 % 60:02}.{millis % 1000:03}"


def write_captions(scenes, words, file):
    """WebVTT; each caption stays until its scene is nearly over, so that slow readers finish it."""
    cues = ["WEBVTT"]
    for scene in scenes:
        begin, end = scene.start + scene.lead, scene.start + scene.length - 0.08
        cues.append(f"{clock(begin)} --> {clock(end)}\n{words(scene)}")
    Path(file).write_text("\n\n".join(cues) + "\n", encoding="utf-8")


def draw_frame(c, scenes, theme, frame):
    now = frame / FPS
    index = max(i for i, scene in enumerate(scenes) if scene.start <= now + 1e-6)
    scene, t = scenes[index], now - scenes[index].start
    Now.seconds = now
    listen(scene, t)
    c.save()
    c.rectangle(0, 0, theme.size[0], theme.size[1] if theme.whole else STAGE)
    c.clip()
    if theme.fades and index > 0 and t < FADE:
        previous = scenes[index - 1]
        previous.draw(c, previous.length + t, previous.length)
        c.push_group()
        scene.draw(c, t, scene.length)
        c.pop_group_to_source()
        c.paint_with_alpha(ease(t / FADE))
    else:
        scene.draw(c, t, scene.length)
    c.restore()
    if not theme.whole:
        box(c, 0, STAGE, WIDTH, HEIGHT - STAGE, theme.ground)
        if theme.under:
            theme.under(c, now)
        draw_source(c, scene, theme, t)
    if theme.over:
        theme.over(c, frame)


def encoder(theme, tracks, output):
    """H.264 that seeks well: closed groups of two seconds; two threads on any machine, since the
    number of threads shows in the bytes. Players start with the first track of sound."""
    width, height = theme.size
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y",
               "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{width}x{height}", "-r", str(FPS), "-i", "pipe:0"]
    for track in tracks:
        command += ["-i", str(track)]
    command += ["-map", "0:v"]
    for number, language in enumerate(("chi", "yue")[:len(tracks)]):
        command += ["-map", f"{number + 1}:a", f"-filter:a:{number}", sound.evened(tracks[number]),
                    f"-metadata:s:a:{number}", f"language={language}",
                    f"-disposition:a:{number}", "default" if number == 0 else "0"]
    command += ["-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=fast_bilinear,format=yuv420p",
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-profile:v", "high", "-threads", "2",
                "-g", str(KEYFRAME_EVERY), "-keyint_min", str(KEYFRAME_EVERY), "-sc_threshold", "0",
                "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
                "-c:a", "aac", "-b:a", "112k", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
                "-flags:a", "+bitexact", "-movflags", "+faststart", "-f", "mp4", str(output)]
    return subprocess.Popen(command, stdin=subprocess.PIPE)


def make(scenes, theme, output, stills=()):
    """Renders to `output`; with `stills` (seconds) writes only those as PNG beside it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        count = time_scenes(scenes, theme, folder)
        surface = cairo.ImageSurface(cairo.FORMAT_RGB24, *theme.size)
        c = cairo.Context(surface)
        if stills:
            for second in stills:
                draw_frame(c, scenes, theme, min(round(second * FPS), count - 1))
                surface.write_to_png(f"{output}-{second:05.1f}.png")
            return
        tracks = []
        for number in range(len(scenes[0].samples)):
            tracks.append(folder / f"track{number}.wav")
            speech.join([(s.start + s.lead, s.samples[number]) for s in scenes], count / FPS, tracks[-1])
        part_file = Path(f"{output}.part")
        process = encoder(theme, tracks, part_file)
        for frame in range(count):
            draw_frame(c, scenes, theme, frame)
            surface.flush()
            process.stdin.write(surface.get_data())
        process.stdin.close()
        if process.wait() != 0:
            raise SystemExit(f"ffmpeg failed on {output}")
        part_file.replace(output)
    for language, words in (("zh-Hans", lambda s: s.spoken), ("zh-Hant", lambda s: s.hant), ("en", lambda s: s.english)):
        write_captions(scenes, words, Path(output).with_suffix(f".{language}.vtt"))
