"""Turns a list of scenes into frames, speech and an MP4, and what is spoken into captions."""

import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import cairo

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
    source: str = ""  # the article, shown below the picture
    lead: float = 0.35
    tail: float = 0.55
    start: float = 0.0
    length: float = 0.0
    samples: object = None


@dataclass
class Theme:
    ground: tuple
    chip: tuple
    chip_words: tuple
    under: Callable = None  # draws on the ground
    over: Callable = None  # (context, frame number): drawn last
    fades: bool = True
    tops: list = field(default_factory=list)


def time_scenes(scenes, folder):
    """Speaks every scene and lays them end to end on whole frames."""
    now = 0
    for number, scene in enumerate(scenes):
        scene.samples = speech.say(scene.spoken, folder / f"{number}.wav")
        frames = round((scene.lead + len(scene.samples) / speech.RATE + scene.tail) * FPS)
        scene.start, scene.length = now / FPS, frames / FPS
        now += frames
    return now


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
    c.save()
    c.rectangle(0, 0, WIDTH, STAGE)
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
    box(c, 0, STAGE, WIDTH, HEIGHT - STAGE, theme.ground)
    if theme.under:
        theme.under(c, now)
    draw_source(c, scene, theme, t)
    if theme.over:
        theme.over(c, frame)


def encoder(track, output):
    """H.264 that seeks well: closed groups of two seconds; two threads on any machine, since the
    number of threads shows in the bytes. Speech is brought to -16 LUFS."""
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y",
               "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(FPS), "-i", "pipe:0",
               "-i", str(track), "-map", "0:v", "-map", "1:a",
               "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
               "-c:v", "libx264", "-preset", "medium", "-crf", "19", "-profile:v", "high", "-threads", "2",
               "-g", str(KEYFRAME_EVERY), "-keyint_min", str(KEYFRAME_EVERY), "-sc_threshold", "0",
               "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
               "-af", "highpass=f=70,treble=g=-3:f=5200,loudnorm=I=-14.7:TP=-1.5:LRA=9,volume=1dB,aresample=48000,"
                      "aformat=channel_layouts=stereo",
               "-c:a", "aac", "-b:a", "128k", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
               "-flags:a", "+bitexact", "-movflags", "+faststart", "-f", "mp4", str(output)]
    return subprocess.Popen(command, stdin=subprocess.PIPE)


def make(scenes, theme, output, stills=()):
    """Renders to `output`; with `stills` (frame numbers) writes only those as PNG beside it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        count = time_scenes(scenes, folder)
        surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
        c = cairo.Context(surface)
        if stills:
            for frame in stills:
                draw_frame(c, scenes, theme, min(frame, count - 1))
                surface.write_to_png(f"{output}-{frame:04}.png")
            return
        track = folder / "track.wav"
        speech.join([(s.start + s.lead, s.samples) for s in scenes], count / FPS, track)
        part_file = Path(f"{output}.part")
        process = encoder(track, part_file)
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
