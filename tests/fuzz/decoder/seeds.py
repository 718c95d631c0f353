#!/usr/bin/env python3
"""Writes tests/fuzz/corpus/decoder/ and tests/fuzz/words/decoder.dict: conversations as a real
decoder has them, of every purpose, and some with one thing wrong. What broke something once stays
in the corpus beside them.
    python3 tests/fuzz/decoder/seeds.py"""

from pathlib import Path

FUZZ = Path(__file__).resolve().parents[1]

PLAY, PICTURE, PROBE, STUDY = range(4)
# Who listens: the first byte.
AT_PROBE, AT_STILL, AT_STUDY, GALLERY, VIEWER = range(5)
AGAIN, OLDER, SNUG, OTHER, DESCRIPTOR = 0x08, 0x10, 0x20, 0x40, 0x04


def word(n):
    return bytes([n & 0xff, n >> 8 & 0xff])


def text(words):
    raw = words if isinstance(words, bytes) else words.encode()
    return bytes([len(raw)]) + raw


# --- the peer ---

def hello(how=0):
    return b"h" + bytes([how])


def alive(how=0):
    return b"a" + bytes([how])


def opened(ms=10_000, width=4, height=3, rate=25, sound=1, turns=0, how=0):
    said = b"o" + bytes([how]) + word(ms // 10) + bytes([width])
    if width:
        said += bytes([height])
    return said + bytes([rate]) + (bytes([sound]) if width else b"") + bytes([turns])


def sound_track(title="粤语", how=0):
    return b"t" + bytes([how]) + text(title)


def frame(slot=0, ms=40, how=0, width=0, height=0):
    small = bytes([width, height]) if how & OTHER else b""
    return b"f" + bytes([how, slot]) + word(ms) + small


def sound_start(ms=0, position=0, pace=50, how=0):
    return b"s" + bytes([how]) + word(ms) + word(position) + bytes([pace, 0])


def end(how=0):
    return b"e" + bytes([how])


def failed(cause, why="broken", how=0):
    return b"x" + bytes([how, cause]) + text(why)


def progress(percent, how=0):
    return b"p" + bytes([how, percent])


def studied(how=0):
    return b"d" + bytes([how]) + word(1000) + word(2000) + word(800) + bytes([23, 1])


def text_track(title="字幕", how=0):
    return b"g" + bytes([how]) + text(title)


def cue(words, ms=1000, whole=1, how=0):
    return b"c" + bytes([how]) + word(ms) + word(2000) + bytes([whole]) + text(words)


def change(number, how, *values):
    return bytes([number, how, *values])


HEAR, HEAR_ALL, LEAVE = b"i", b"j", b"l"


def noise(how, length, fill, raw=b""):
    return b"r" + bytes([how]) + (b"" if how & 1 else word(length)) + bytes([fill]) + text(raw)


def written(how, by=0, extreme=0):
    return b"w" + bytes([how]) + word(by) + bytes([extreme])


def scribble(slot, at, value):
    return b"z" + bytes([slot]) + word(at) + bytes([value])


# --- the kiosk ---

def viewer(slots=4, narrow=0, link_first=0):
    return bytes([VIEWER, slots - 1 + narrow * 8 + link_first * 16])


def open_as(purpose, width=47, height=31, source=0):
    return b"O" + bytes([purpose, width, height, source])


def poll(hold=1):
    return b"L" + bytes([hold])


def seek(ms):
    return b"S" + word(ms)


def pace(percent):
    return b"P" + bytes([percent - 50])


def choose(track):
    return b"C" + bytes([track])


def read(frames, all_of_it=0):
    return b"R" + word(frames) + bytes([all_of_it])


def skip(frames):
    return b"J\0" + word(frames)


def drop(which=0):
    return b"D" + bytes([which])


COPY, LOOK, WAIT, CHECK_OUTBOX, LET_GO = b"K\0", b"E\0", b"W", b"B", b"Z"
NEXT = b"W"  # a capital letter ends what the peer says between two waits


def ask(which, source=0):
    return b"Q" + bytes([which, source])


def forget(which):
    return b"F" + bytes([which])


def later(ms):
    return b"L" + bytes([ms // 20])


def at_build(who, *said, width=47, height=31, source=0):
    return bytes([who, source, width, height]) + b"".join(said)


def film(*rest, slots=4, narrow=0, **facts):
    return b"".join((viewer(slots, narrow), hello(), open_as(PLAY), HEAR, sound_track(),
                     sound_track("English"), opened(**facts) + b"\0", poll(), *rest))


def study(*rest, who=AT_STUDY):
    return at_build(who, hello(), NEXT, HEAR, opened(), NEXT, progress(10), *rest)


CONVERSATIONS = {
    "film": film(frame(0), frame(1, 80), frame(2, 120), written(0, 4000), sound_start(), poll(),
                 read(1024), drop(), HEAR, frame(0, 160), end(), poll(0)),
    "film_without_sound": film(frame(0), end(), poll(), sound=0),
    "sound_only": film(written(0, 9000), sound_start(), poll(), read(1600), read(1600), end(),
                       poll(), width=0),
    "seek": film(frame(0), frame(1), poll(), seek(3000), HEAR_ALL, frame(2, 3000, OTHER, 9, 9),
                 frame(3, 3000), end(), poll()),
    "seek_with_old_pictures": film(seek(3000), frame(0), frame(1, 40, OLDER), end(OLDER), HEAR_ALL,
                                   frame(0, 3000), frame(2, 40, OLDER), poll(), end(), poll()),
    "many_seeks": film(*(seek(n * 700) + frame(n % 4) + WAIT + HEAR for n in range(12)), poll()),
    "pace_and_track": film(written(0, 9000), sound_start(), poll(), pace(150), choose(1), HEAR_ALL,
                           sound_start(2000, 6000, 100), poll(), read(2000), skip(3000), poll()),
    "pictures_outlive_the_link": viewer(link_first=1) + film(frame(0), frame(1), poll(), COPY,
                                                             LET_GO)[2:],
    "link_outlives_pictures": film(frame(0), frame(1), poll(), COPY, drop(), drop(), drop(),
                                   HEAR_ALL),
    "pixels_change": film(frame(0), poll(), scribble(0, 100, 255), LOOK, scribble(0, 3000, 1), LOOK,
                          scribble(1, 0, 9)),
    "snug_planes": film(frame(0, 40, SNUG), frame(1, 80, SNUG | OTHER, 20, 20), poll(), LOOK),
    "small_pictures": film(frame(0, 0, OTHER, 1, 1), frame(1, 0, OTHER, 0, 0), poll(), LOOK),
    "one_slot": film(frame(0), poll(), drop(), HEAR, frame(0, 80), poll(), slots=1),
    "slot_twice": film(frame(1), poll(), frame(1, 80), poll()),
    "slot_twice_at_once": film(frame(1), frame(1, 80), poll()),
    "slow_reader": film(*(frame(n % 8) + poll(0) for n in range(24)), CHECK_OUTBOX, slots=8,
                        narrow=1),
    "reads_nothing": film(seek(3000), HEAR_ALL, frame(0, 40, OLDER | AGAIN), bytes([63]), CHECK_OUTBOX,
                          narrow=1),
    "reads_nothing_for_long": film(seek(3000), HEAR_ALL,
                                   *(frame(0, 40, OLDER) + WAIT for n in range(60)), CHECK_OUTBOX,
                                   narrow=1),
    "slow_reader_of_seeks": film(*(seek(n * 40) + pace(60 + n) + WAIT for n in range(12)),
                                 CHECK_OUTBOX, narrow=1),
    "ring_positions": film(written(1, 0), sound_start(), poll(), read(1000), written(1, 2),
                           read(2047, 1), written(2, 0, 2), read(100), written(3, 9), read(100),
                           written(4, 0, 2), skip(9000), written(5, 8), read(150, 1)),
    "flood": film(sound_start(how=AGAIN) + bytes([39]), alive(AGAIN) + bytes([39]), poll(), poll()),
    "fails": film(frame(0), failed(4, "damaged\n\x1b[2J"), poll()),
    "fails_and_goes_on": film(failed(0), poll(), open_as(PICTURE), HEAR_ALL, opened(), frame(0),
                              end(), poll(), open_as(STUDY), HEAR_ALL, opened(), poll()),
    "fails_twice": film(failed(0), failed(0), poll(), poll()),
    "ends_at_once": viewer() + open_as(PLAY) + LEAVE + poll(),
    "disk_error": viewer() + hello() + open_as(PLAY, source=6) + open_as(PLAY, source=255) +
    open_as(PROBE) + HEAR + failed(3) + poll(),
    "no_greeting": viewer() + open_as(PLAY) + HEAR + opened() + poll(),
    "before_open": viewer() + hello() + alive() + opened() + poll(),
    "descriptors": film(frame(0, 40, DESCRIPTOR), poll()),
    "noise": film(noise(0, 17, 0x41), poll()),
    "noise_one_byte_more": film(noise(5, 0, 0), poll()),
    "noise_of_the_right_length": film(noise(1, 0, 0xff, b"\x07\0\0\0\0\0\0\0"), poll()),
    "noise_with_descriptors": film(noise(2, 300, 7), poll()),
    "nothing": film(noise(0, 0, 0), poll()),
    "wrong_size": film(frame(0, 40, 1) + change(9, 1, 1), poll(), LOOK),
    "plane_too_far": film(frame(0, 40, SNUG | 1) + change(11, 1, 1), poll(), LOOK),
    "no_such_track": film(written(0, 9000), sound_start(how=1) + change(8, 1, 5), poll()),
    "sound_not_written": film(written(0, 900), sound_start(0, 65000), poll()),
    "no_such_slot": film(frame(0, 40, 1) + change(5, 1, 24), poll(), LOOK),
    "narrow_stride": film(frame(0, 40, 1) + change(14, 1, 255), poll(), LOOK),
    "huge_plane": film(frame(0, 40, 1) + change(11, 2, 2), poll(), LOOK),
    "still": viewer() + hello() + open_as(PICTURE) + HEAR + opened(0) + frame(0) + end() + poll() +
    open_as(PICTURE, 20, 30) + HEAR_ALL + opened(0) + frame(0) + end() + poll() + LOOK,
    "many_stills_for_one": viewer() + hello() + open_as(PICTURE) + HEAR + opened(0) +
    (frame(0) + poll(0) + HEAR) * 3,
    "probe": viewer() + hello() + open_as(PROBE) + HEAR + sound_track() + opened() + poll() +
    open_as(PROBE) + HEAR + opened() + poll(),
    "study": viewer() + hello() + open_as(STUDY) + HEAR + opened() + frame(0) + progress(50) +
    text_track() + cue("普法") + studied() + end() + poll() + open_as(STUDY) + HEAR_ALL + opened() +
    poll(),
    "at_probe": at_build(AT_PROBE, hello(), NEXT, HEAR, sound_track(), alive(), opened(), NEXT),
    "at_probe_fails": at_build(AT_PROBE, hello(), NEXT, HEAR, failed(1), NEXT),
    "at_still": at_build(AT_STILL, hello(), NEXT, HEAR, opened(0), frame(0), end(), NEXT),
    "at_still_small": at_build(AT_STILL, hello(), NEXT, HEAR, opened(0),
                               frame(0, 0, OTHER | SNUG, 5, 6), end(), NEXT),
    "at_study": study(frame(0, 0), frame(1, 2000), text_track(), cue("第一句"), cue("两", whole=0),
                      cue("行\n第二行"), text_track("English"), cue("said"), frame(2, 4000), NEXT,
                      HEAR_ALL, studied(), progress(100), end(), NEXT),
    "at_study_cut_character": study(text_track(), cue("普".encode()[:2], whole=0),
                                    cue("普".encode()[2:]), studied(), end(), NEXT),
    "at_study_cut_by_findings": study(text_track(), cue("普".encode()[:2], whole=0), studied(), end(),
                                      NEXT),
    "at_study_cue_after_findings": study(text_track(), studied(), cue("late"), end(), NEXT),
    "at_study_cue_too_long": study(text_track(), cue("x" * 190, how=1) + change(8, 1, 120), studied(),
                                   end(), NEXT),
    "at_study_found_twice": study(studied(), studied(), end(), NEXT),
    "at_study_commands": study(text_track("\x1b[2J\u009b"), cue("a\n\x1b[2J\0\u009b2J"), studied(),
                               end(), NEXT),
    "at_study_no_findings": study(end(), NEXT),
    "at_study_silent": study(alive(), NEXT, alive()),
    "gallery": bytes([GALLERY]) + ask(0) + ask(1) + ask(2, 6) + later(20) + hello() + HEAR +
    opened(0) + frame(0) + end() + later(20) + HEAR_ALL + opened(0) + frame(0) + end() + later(20) +
    forget(2) + later(20),
    "gallery_dies": bytes([GALLERY]) + ask(0) + ask(1) + later(20) + LEAVE + later(20) + hello() +
    HEAR + failed(2) + later(20),
    "gallery_hangs": bytes([GALLERY]) + ask(3) + later(20) + hello() + HEAR +
    (alive() + later(4000)) * 4,
}

WORDS = {
    "hello": hello(), "opened": opened(), "frame": frame(), "snug": frame(1, 40, SNUG),
    "sound": sound_track("a"), "start": sound_start(), "end": end(), "failed": failed(0, "a"),
    "progress": progress(50), "studied": studied(), "texts": text_track("a"), "cue": cue("a"),
    "piece": cue("a", whole=0), "alive": alive(), "play": open_as(PLAY), "picture":
    open_as(PICTURE), "probe": open_as(PROBE), "study": open_as(STUDY), "poll": poll(), "seek":
    seek(40), "read": read(100), "written": written(0, 4000), "hear": HEAR_ALL, "outbox":
    CHECK_OUTBOX, "ask": ask(1), "forget": forget(1),
}


def main():
    corpus = FUZZ / "corpus/decoder"
    corpus.mkdir(parents=True, exist_ok=True)
    for name, said in CONVERSATIONS.items():
        (corpus / name).write_bytes(said)
    lines = ["# One step of a conversation each; written by tests/fuzz/decoder/seeds.py."]
    lines += [f'{name}="' + "".join(f"\\x{b:02x}" for b in said) + '"'
              for name, said in WORDS.items()]
    (FUZZ / "words/decoder.dict").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
