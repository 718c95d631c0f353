#!/usr/bin/env python3
"""./dev bench player: the kiosk beside the players that its users know, each full-screen in turn on
one display, with what decoding alone costs measured just before each.

Pictures are counted from the screen, by the number that each carries; times are from the tap (of a
peer: from the start of its process, or from the command on its socket) to the picture on the
screen. A figure is the median of the rounds, a ratio the median of the rounds' ratios."""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import clips
import figures
import players
import world
from world import Trouble

BUSY = "busy"  # the first case's clip while another process keeps one core busy
FLOOR = "floor"
FIRST_PICTURES = 3  # taps in one round
OFFSET_SECONDS = 6
SEEKS = 12  # in one round
NEAR = {"ours-gl": 2, "ours-soft": 2}  # pictures: a pixel of the bar is more than one of them
UNITS = {"cpu_s_per_s": "s/s", "x_cpu_s_per_s": "s/s", "shown_per_s": "1/s", "dropped": "pictures", "rss_mib": "MiB",
         "seeks_wrong": "seeks"}  # the others are milliseconds


class Stand:
    """Everything a player is measured with."""

    def __init__(self, programs, folder, processes):
        self.programs, self.folder, self.processes = programs, folder, processes
        self.screen = world.Screen(processes, programs)
        self.sound = world.Sound(processes, folder)
        self.clips = {}  # case: path that every user can read
        self.states = {}


class Results:
    def __init__(self):
        self.values = {}  # (case, who, metric): of each round
        self.ratios = {}  # the same: pairs
        self.rounds = {}  # (case, who, what, round): what is compared with a rival's

    def add(self, case, who, metric, *values):
        self.values.setdefault((case, who, metric), []).extend(values)

    def add_ratio(self, case, who, metric, value, floor):
        self.ratios.setdefault((case, who, metric), []).append((value, floor))

    def add_rivalry(self, rival):
        """Of each round in which the rival was measured as well."""
        for (case, who, what, number), value in self.rounds.items():
            beside = self.rounds.get((case, rival, what, number))
            if who != rival and beside:
                self.add_ratio(case, who, f"{what}_by_{rival}", value, beside)

    def rows(self):
        rows = []
        for (case, who, metric), values in self.values.items():
            if metric == "seek_ms":
                rows += [(case, who, f"seek_{name}_ms", value, "ms")
                         for name, value in (("p50", figures.median(values)), ("p95", figures.percentile(values, .95)),
                                             ("mean", sum(values) / len(values)), ("worst", max(values)))]
            elif metric.startswith("av_offset") and not metric.endswith("worst_ms"):
                rows.append((case, who, metric, figures.median(values), "ms"))
                rows.append((case, who, metric.replace("_ms", "_worst_ms"), max(values, key=abs), "ms"))
            else:
                rows.append((case, who, metric, figures.median(values), UNITS.get(metric, "ms")))
        rows += [(case, who, metric, figures.median_of_ratios(pairs), "x")
                 for (case, who, metric), pairs in self.ratios.items()]
        order = list(dict.fromkeys(row[0] for row in rows))
        return sorted(rows, key=lambda row: order.index(row[0]))

    def write(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        listed = [dict(zip(("case", "who", "metric", "value", "unit"), (*row[:3], round(row[3], 4), row[4])))
                  for row in self.rows()]
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(listed, indent=1) + "\n")
        unfinished.rename(path)

    def table(self):
        """For each case one line for each player."""
        lines = []
        rows = self.rows()
        for case in dict.fromkeys(row[0] for row in rows):
            here = {(who, metric): value for name, who, metric, value, _ in rows if name == case}
            metrics = list(dict.fromkeys(metric for _, metric in here))
            people = list(dict.fromkeys(who for who, _ in here))
            lines.append(f"\n{case}")
            for metric in metrics:
                told = [f"{who} {here[who, metric]:.3g}" if abs(here[who, metric]) < 10
                        else f"{who} {here[who, metric]:.1f}" for who in people if (who, metric) in here]
                lines.append(f"  {metric:26} {'   '.join(told)}")
        return "\n".join(lines)


class Bench:
    def __init__(self, stand, results, seconds):
        self.stand, self.results, self.seconds = stand, results, seconds
        self.skipped = []

    def skip(self, case, who, why):
        line = f"skipped: {case}, {who}: {why}"
        if line not in self.skipped:
            self.skipped.append(line)
            print(line, flush=True)

    # ---- the floors ----

    def decode_alone(self, case):
        """CPU seconds of ffmpeg for each second of the film, decoded by one thread."""
        length = min(clips.length_of(case, self.seconds), max(20, self.seconds + 6))
        decoder = subprocess.Popen(["ffmpeg", "-nostdin", "-v", "error", "-threads", "1", "-i",
                                    str(self.stand.clips[case.name]), "-t", str(length), "-f", "null", "-"],
                                   preexec_fn=world.die_with_parent)
        hang = time.monotonic() + 30 * length
        while True:
            pid, status, used = os.wait4(decoder.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > hang:
                decoder.kill()
            time.sleep(0.05)
        decoder.returncode = os.waitstatus_to_exitcode(status)
        if decoder.returncode != 0:
            raise Trouble(f"ffmpeg ended with {decoder.returncode}")
        return (used.ru_utime + used.ru_stime) / length

    def libav_alone(self, *words):
        done = subprocess.run([str(self.stand.programs / "pufa-bench-floor"), *map(str, words)],
                              stdout=subprocess.PIPE, text=True, timeout=300)
        if done.returncode != 0:
            raise Trouble(f"pufa-bench-floor ended with {done.returncode}")
        return [float(line.split()[-1]) for line in done.stdout.splitlines()]

    def display_alone(self, name):
        """What the display and its watcher take while nobody draws."""
        server = self.stand.screen.server.pid
        before, began = world.cpu_seconds(server), time.monotonic()
        time.sleep(2)
        self.results.add(name, FLOOR, "x_cpu_s_per_s",
                         (world.cpu_seconds(server) - before) / (time.monotonic() - began))

    # ---- one player, one round ----

    def measure(self, case, player, round_number):
        name, who = case.name, player.who
        floor = self.decode_alone(case)
        self.results.add(name, FLOOR, "cpu_s_per_s", floor)
        opened = figures.median(self.libav_alone("open", self.stand.clips[name], 5))
        self.results.add(name, FLOOR, "first_picture_ms", opened)
        try:
            self.results.rounds[name, who, "first_picture", round_number] = self.first_pictures(case, player, opened)
            used, shown = self.window(player)
            if not shown.film:
                raise Trouble("the film stands still")
            # A film that runs slowly would look cheap: what counts is a second of film, not of the clock.
            used = {part: spent * clips.RATE / shown.film for part, spent in used.items()}
            self.results.add(name, who, "cpu_s_per_s", used["player"])
            self.results.rounds[name, who, "cpu", round_number] = used["player"]
            if shown.per_second:
                self.results.add(name, who, "cpu_ms_per_picture", used["player"] * shown.film / clips.RATE / shown.per_second * 1e3)
            self.results.add_ratio(name, who, "cpu_by_floor", used["player"], floor)
            self.results.add_ratio(name, who, "cpu_with_x_by_floor", used["player"] + used["x"], floor)
            self.results.add(name, who, "x_cpu_s_per_s", used["x"])
            self.tell(name, who, shown)
            self.results.add(name, who, "rss_mib", world.memory_mib(player.process.pid))
            if case.seeks:
                self.results.add(name, who, "av_offset_ms", *self.offsets())
                if player.seeks:
                    self.seeks(case, player, round_number)
        finally:
            player.close()

    def measure_busy(self, case, player):
        try:
            self.stand.screen.first_code(player.open(case))
            with world.Busy(self.stand.processes):
                _, shown = self.window(player)
            self.tell(BUSY, player.who, shown)
        finally:
            player.close()

    def tell(self, case, who, shown):
        self.results.add(case, who, "shown_per_s", shown.per_second)
        self.results.add(case, who, "gap_p99_ms", shown.gap_p99_ms)
        self.results.add(case, who, "gap_worst_ms", shown.gap_worst_ms)
        self.results.add(case, who, "dropped", shown.dropped)

    def first_pictures(self, case, player, floor):
        """The median, in milliseconds."""
        began = player.open(case)
        took = [(self.stand.screen.first_code(began) - began) * 1e3]
        if isinstance(player, players.Kiosk):
            for _ in range(FIRST_PICTURES - 1):
                player.go_home()
                began = player.start_film()
                took.append((self.stand.screen.first_code(began) - began) * 1e3)
        self.results.add(case.name, player.who, "first_picture_ms", *took)
        self.results.add_ratio(case.name, player.who, "first_picture_by_floor", figures.median(took), floor)
        return figures.median(took)

    def window(self, player):
        """What was used in each second of the window, and what was shown in it."""
        player.settle()
        time.sleep(1)
        screen, root = self.stand.screen, player.process.pid
        screen.looks()
        before = world.cpu_seconds(root), world.cpu_seconds(screen.server.pid)
        begin = time.monotonic()
        time.sleep(self.seconds)
        end = time.monotonic()
        after = world.cpu_seconds(root), world.cpu_seconds(screen.server.pid)
        if player.process.poll() is not None:
            raise Trouble("it ended while it was measured")
        _, worst, late = screen.looks()
        if late > 2 * self.seconds:
            print(f"  {player.who}: the screen was looked at late {late} times, at worst after {worst:.0f} ms")
        spent = [(now - then) / (end - begin) for then, now in zip(before, after)]
        return {"player": spent[0], "x": spent[1]}, figures.shown(screen.codes[:], begin, end)

    def offsets(self):
        since = time.monotonic()
        heard = self.stand.sound.beeps(OFFSET_SECONDS)
        codes = [code for code in self.stand.screen.codes if code[0] > since - 1]
        found = figures.offsets_ms(heard, codes, clips.RATE)
        if not found:
            raise Trouble(f"{len(heard)} beeps and {len(codes)} pictures do not meet")
        return found

    def seeks(self, case, player, round_number):
        """The film is paused; the same pictures are sought by all in one round, and by libav alone."""
        last = clips.length_of(case, self.seconds) * clips.RATE - 2 * clips.RATE
        wanted = random.Random(round_number).sample(range(2 * clips.RATE, last), SEEKS)
        player.pause()
        took, landed, wrong = [], [], 0
        for number in wanted:
            tapped = player.seek(number, clips.RATE)
            try:
                at, there = self.stand.screen.at_rest(tapped, number)
            except Trouble:
                at, there = tapped, self.stand.screen.number()
            if at == tapped or abs(there - number) > NEAR.get(player.who, 0):
                wrong += 1
                print(f"  {player.who}: sought {number}, came to {there}", flush=True)
                continue
            took.append((at - tapped) * 1e3)
            landed.append(there)
            self.results.add(case.name, player.who, "seek_first_picture_ms",
                             (self.stand.screen.first_code(tapped) - tapped) * 1e3)
        self.results.add(case.name, player.who, "seeks_wrong", wrong)
        if not took:
            raise Trouble("no seek came to its picture")
        alone = self.libav_alone("seek", self.stand.clips[case.name], *landed)
        self.results.add(case.name, FLOOR, "seek_ms", *alone)
        self.results.add(case.name, player.who, "seek_ms", *took)
        self.results.add_ratio(case.name, player.who, "seek_mean_by_floor", sum(took), sum(alone))
        self.results.add_ratio(case.name, player.who, "seek_worst_by_floor", max(took), max(alone))
        player.resume()
        time.sleep(1)
        self.results.add(case.name, player.who, "av_offset_sought_ms", *self.offsets())

    def run(self, chosen, busy, contestants, rounds):
        for case in chosen:
            self.each(case.name, contestants, rounds, lambda player, number: self.measure(case, player, number))
        if busy:
            self.each(BUSY, contestants, rounds, lambda player, _: self.measure_busy(clips.CASES[0], player))

    def each(self, name, contestants, rounds, measure):
        """Of one case, all players in turn, and that again."""
        self.display_alone(name)
        for number in range(rounds):
            load = os.getloadavg()[0]
            print(f"{name}: round {number + 1} of {rounds}, load {load:.1f}", flush=True)
            for player in contestants:
                try:
                    measure(player, number)
                except (Trouble, OSError, subprocess.SubprocessError) as trouble:
                    self.skip(name, player.who, trouble)


def parse(words):
    options = argparse.ArgumentParser(prog="./dev bench player", description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [case.name for case in clips.CASES] + [BUSY]
    options.add_argument("--seconds", type=int, default=10, help="the measured window of each player (10)")
    options.add_argument("--rounds", type=int, default=3, help="how often each player's turn comes (3)")
    options.add_argument("--only", action="append", choices=names, metavar="CASE", help=", ".join(names))
    options.add_argument("--who", action="append", metavar="PLAYER", help="only these: ours-gl, ours-soft, mpv-x11 ...")
    options.add_argument("--programs", type=Path, required=True, help=argparse.SUPPRESS)
    options.add_argument("--output", type=Path, required=True, help=argparse.SUPPRESS)
    chosen = options.parse_args(words)
    if chosen.seconds < 1 or chosen.rounds < 1:
        options.error("--seconds and --rounds are at least 1")
    return chosen


def prepare(stand, cases, options):
    """The clips, where every user can read them, and a kiosk's state folder for each."""
    kept = options.output.parent.resolve() / "player"
    for case in cases:
        print(f"{case.name}: clip and pack", flush=True)
        clip = clips.make(case, options.seconds, kept)
        stand.clips[case.name] = stand.folder / clip.name
        try:
            stand.clips[case.name].hardlink_to(clip)
        except OSError:  # another file system
            shutil.copyfile(clip, stand.clips[case.name])
        stand.states[case.name] = clips.install(case, clip, stand.programs, kept / "keys", kept / clip.stem)


def ended(number, _):
    raise KeyboardInterrupt(signal.Signals(number).name)


def main(words):
    options = parse(words)
    signal.signal(signal.SIGTERM, ended)
    signal.signal(signal.SIGHUP, ended)
    asked = options.only or [case.name for case in clips.CASES] + [BUSY]
    cases = [case for case in clips.CASES if case.name in asked]
    needed = cases + ([clips.CASES[0]] if BUSY in asked and clips.CASES[0] not in cases else [])
    results, processes = Results(), world.Processes()
    with tempfile.TemporaryDirectory(prefix="pufa-bench-") as folder:
        Path(folder).chmod(0o755)
        try:
            stand = Stand(options.programs.resolve(), Path(folder), processes)
            bench = Bench(stand, results, options.seconds)
            prepare(stand, needed, options)
            contestants = []
            for player in players.all_players(stand):
                if options.who and player.who not in options.who:
                    continue
                if why := player.missing():
                    bench.skip("all", player.who, why)
                else:
                    contestants.append(player)
            bench.run(cases, BUSY in asked, contestants, options.rounds)
        except (Trouble, OSError, subprocess.SubprocessError) as trouble:
            print(f"the bench cannot begin: {trouble}", file=sys.stderr)
        except KeyboardInterrupt as stopped:
            print(f"stopped by {stopped or 'SIGINT'}; what has been measured follows")
        finally:
            processes.stop_all()
    results.add_rivalry(players.Cvlc.who)
    if not results.values:
        print("nothing was measured", file=sys.stderr)
        return 3
    print(results.table())
    print("\n".join(["", "goals", *figures.judge(results.rows())]))
    results.write(options.output)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
