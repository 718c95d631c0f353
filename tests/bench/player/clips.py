"""The clips, made by ffmpeg and kept between runs: a moving picture with its number in it
(picture_code.py), and a beep that sets in with each whole second, so with every picture whose number
divides by the rate. With it the pack that shows one clip in the kiosk."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import picture_code
import world

RATE = 30  # pictures a second
BEEP_SECONDS = 0.1
SEEK_CLIP_SECONDS = 60
START_AND_SOUND_SECONDS = 30  # a clip's length beyond the measured window


@dataclass(frozen=True)
class Case:
    name: str
    height: int
    encoder: tuple  # of ffmpeg's words
    suffix: str = "mp4"
    seeks: bool = False  # it is measured how long a seek takes

    @property
    def width(self):
        return self.height * 16 // 9


H264 = ("-c:v", "libx264", "-preset", "veryfast", "-b:v", "6M", "-maxrate", "8M", "-bufsize", "12M")
CASES = [
    Case("h264-1080p30-2s", 1080, (*H264, "-g", "60", "-keyint_min", "60", "-sc_threshold", "0"), seeks=True),
    Case("h264-1080p30", 1080, H264, seeks=True),
    Case("h264-720p30", 720, ("-c:v", "libx264", "-preset", "veryfast", "-b:v", "3M")),
    Case("hevc-1080p30", 1080, ("-c:v", "libx265", "-preset", "ultrafast", "-b:v", "4M", "-tag:v", "hvc1",
                                "-x265-params", "log-level=error:keyint=60")),
    Case("vp9-1080p30", 1080, ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-row-mt", "1",
                               "-b:v", "4M", "-g", "60"), "webm"),
    Case("av1-1080p30", 1080, ("-c:v", "libsvtav1", "-preset", "11", "-b:v", "4M", "-g", "60"), "mkv"),
]


def length_of(case, seconds):
    """Of the clip in which a window of so many seconds is measured."""
    least = seconds + START_AND_SOUND_SECONDS
    return max(least, SEEK_CLIP_SECONDS) if case.seeks and seconds >= 10 else least


def make(case, seconds, folder):
    """The clip's path; made if it is not there yet."""
    length = length_of(case, seconds)
    clip = folder / f"{case.name}.{length}s.{case.suffix}"
    if clip.exists():
        return clip
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = clip.with_name(f"unfinished.{clip.name}")
    code_width, code_height = case.width * picture_code.WIDTH // 1920, case.height * picture_code.HEIGHT // 1080
    # A picture that is not too easy: much moves, and a grain that the encoder has to follow.
    ground = (f"testsrc2=s={case.width}x{case.height}:r={RATE},scroll=h=0.003:v=0.001,"
              f"noise=alls=8:allf=t,format=yuv420p")
    beep = f"0.5*sin(1000*2*PI*t)*lt(mod(t\\,1)\\,{BEEP_SECONDS})"
    graph = (f"[0:v]scale={code_width}:{code_height}:flags=neighbor,format=yuv420p[code];"
             f"[1:v][code]overlay=0:0:shortest=1[picture]")
    command = ["nice", "ffmpeg", "-nostdin", "-v", "error", "-y",
               "-f", "rawvideo", "-pix_fmt", "gray", "-s", f"{picture_code.CELLS}x2", "-r", str(RATE), "-i", "pipe:0",
               "-f", "lavfi", "-i", ground,
               "-f", "lavfi", "-i", f"aevalsrc='{beep}':s=48000:c=stereo",
               "-filter_complex", graph, "-map", "[picture]", "-map", "2:a", "-t", str(length),
               *case.encoder, "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709",
               "-color_trc", "bt709"]
    command += ["-c:a", "libopus"] if case.suffix == "webm" else ["-c:a", "aac"]
    command += ["-b:a", "128k"]
    if case.suffix == "mp4":
        command += ["-movflags", "+faststart"]
    numbers = b"".join(picture_code.strip(number) for number in range(length * RATE))
    subprocess.run([*command, str(unfinished)], input=numbers, check=True, timeout=3600,
                   preexec_fn=world.die_with_parent)
    unfinished.rename(clip)
    return clip


PACK = """id = "bench/{name}"
sequence = 1
created = 2026-11-24T08:00:00+08:00
demo = true
languages = ["zh-Hans"]
agencies = ["示例单位"]
[title]
zh-Hans = "{name}"
"""
FILM = """id = "{name}"
ai_generated = false
agency = "示例单位"
[title]
zh-Hans = "{name}"
"""


def install(case, clip, programs, keys, folder):
    """A state folder of the kiosk with the clip as its only film, looked at by the build of the pack
    as an author's film is. Kept for as long as clip and pufa-admin are the same."""
    admin = programs / "pufa-admin"
    made_of = [(str(path), path.stat().st_mtime_ns) for path in (clip, admin)]
    state, stamp = folder / "state", folder / "stamp"
    if stamp.exists() and stamp.read_text() == repr(made_of):
        return state
    subprocess.run(["rm", "-rf", str(folder)], check=True)
    author = folder / "author"
    (author / "videos").mkdir(parents=True)
    (author / "pack.toml").write_text(PACK.format(name=case.name), encoding="utf-8")
    (author / "videos" / "clip.toml").write_text(FILM.format(name=case.name), encoding="utf-8")
    (author / "videos" / f"clip.{case.suffix}").hardlink_to(clip)
    # A poster without a code: the first code on the screen is the film's.
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "color=c=teal:s=1280x720", "-frames:v",
                    "1", str(author / "videos" / "clip.png")], check=True, timeout=60)
    keys.mkdir(parents=True, exist_ok=True)
    if not (keys / "bench.key").exists():
        run([admin, "key", "new", "bench", "--no-passphrase"], keys)
    trust = keys / "trust"
    trust.mkdir(exist_ok=True)
    (trust / "bench.pub").write_bytes((keys / "bench.pub").read_bytes())
    pack = folder / "clip.pufa"
    run([admin, "pack", "build", author, "--key", keys / "bench.key", "--output", pack], folder)
    run([admin, "install", pack, "--state", state, "--trust", trust], folder)
    stamp.write_text(repr(made_of))
    return state


def run(command, folder):
    done = subprocess.run([str(word) for word in command], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=1800, preexec_fn=world.die_with_parent)
    if done.returncode != 0:
        raise world.Trouble(f"{command[0].name} {command[1]} ended with {done.returncode}:\n{done.stdout[-2000:]}")
