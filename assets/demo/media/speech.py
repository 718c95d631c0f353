"""Sentences spoken by espeak-ng. Polyphones it gets wrong are given in pinyin."""

import array
import subprocess
import wave

RATE = 22050
# `cmn` would spell pinyin as English letters.
VOICE = "cmn-latn-pinyin"
READINGS = {"调解": " tiao2 jie3 ", "处理": " chu3 li3 ", "地方": " di4 fang1 ", "不得": " bu4 de2 ", "一切": " yi2 qie4 ",
            "的": " de5 ", "12348": " yao1 er4 san1 si4 ba1 ", "约定": " yue1 ding4 ", "享有": " xiang2 you3 "}
YUE_READINGS = {}


def say(words, file):
    """Speaks Mandarin into a WAV file and returns its samples."""
    for written, spoken in READINGS.items():
        words = words.replace(written, spoken)
    return record(words, VOICE, 225, file)


def say_yue(words, file):
    """The same in Cantonese; words in traditional characters."""
    for written, spoken in YUE_READINGS.items():
        words = words.replace(written, spoken)
    return record(words, "yue", 190, file)


def record(words, voice, speed, file):
    subprocess.run(["espeak-ng", "-v", voice, "-s", str(speed), "-p", "46", "-w", str(file), words], check=True)
    with wave.open(str(file)) as wav:
        assert wav.getframerate() == RATE and wav.getnchannels() == 1
        samples = array.array("h", wav.readframes(wav.getnframes()))
    return trim(samples)


def trim(samples, quiet=120, keep=RATE // 20):
    """Without the silence espeak-ng leaves at both ends."""
    loud = [i for i in range(0, len(samples), 32) if abs(samples[i]) > quiet]
    if not loud:
        return samples
    return samples[max(0, loud[0] - keep):loud[-1] + keep]


def join(parts, seconds, file):
    """parts: (start in seconds, samples). One mono WAV of the whole film."""
    track = array.array("h", bytes(2 * int(seconds * RATE)))
    for start, samples in parts:
        at = int(start * RATE)
        track[at:at + len(samples)] = samples[:len(track) - at]
    with wave.open(str(file), "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(RATE)
        wav.writeframes(track.tobytes())
