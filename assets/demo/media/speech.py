"""Sentences spoken by espeak-ng. Polyphones it gets wrong are given in pinyin."""

import array
import subprocess
import wave

RATE = 22050
# `cmn` would spell pinyin as English letters.
VOICE = "cmn-latn-pinyin"
READINGS = {"调解": " tiao2 jie3 ", "处理": " chu3 li3 ", "地方": " di4 fang1 ", "不得": " bu4 de2 ", "一切": " yi2 qie4 ",
            "的": " de5 ", "12348": " yao1 er4 san1 si4 ba1 ", "约定": " yue1 ding4 ", "享有": " xiang2 you3 ",
            "给予": " ji2 yu3 ", "给付": " ji3 fu4 ", "处罚": " chu3 fa2 ", "处十日": " chu3 shi2 ri4 ", "种植": " zhong4 zhi2 ",
            "中奖": " zhong4 jiang3 ", "记载": " ji4 zai3 ", "产假": " chan3 jia4 ", "恐吓": " kong3 he4 ", "吗啡": " ma3 fei1 ",
            "行为": " xing2 wei2 ", "认为": " ren4 wei2 ", "期间为": "期间 wei2 ", "为准": " wei2 zhun3 ", "为全民": " wei2 全民",
            "为宗旨": " wei2 宗旨", "为根本": " wei2 根本", "为基础": " wei2 基础", "为保障": " wei2 保障", "为依托": " wei2 依托",
            # these lose their tone or gain a syllable
            "殴打": " ou1 da3 ", "赡养费": " shan4 yang3 fei4 ", "骚扰": " sao1 rao3 ", "报酬": " bao4 chou2 ", "务工": " wu4 gong1 ",
            "义务": " yi4 wu4 ", "服务": " fu2 wu4 ", "起诉": " qi3 su4 ", "诉讼": " su4 song4 ", "夫妻": " fu1 qi1 ",
            "信息": " xin4 xi1 ", "个人": " ge4 ren2 ", "子女": " zi2 女"}
# Characters of the right sound in place of those read wrongly.
YUE_READINGS = {"12348": "一二三四八", "，為經濟": "，衛經濟", "輕信": "兄信"}


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
