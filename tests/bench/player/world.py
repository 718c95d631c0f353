"""What the players stand in: one X display, one sound server with a null sink, the watcher of the
screen, the recorder of the sink; and what a process and its children have used. Everything started
here ends with the bench, however that ends."""

import ctypes
import os
import re
import select
import shutil
import signal
import subprocess
import threading
import time
from array import array
from pathlib import Path

import figures

WIDTH, HEIGHT = 1920, 1080
TICKS = os.sysconf("SC_CLK_TCK")
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True)


class Trouble(Exception):
    """One measurement cannot be made; the others go on."""


def wait_for(what, is_so, at_most=20, every=0.02):
    """What `is_so` returns once it is true. `at_most` guards against a hang, nothing is measured."""
    until = time.monotonic() + at_most
    while True:
        found = is_so()
        if found:
            return found
        if time.monotonic() > until:
            raise Trouble(f"{what}: not within {at_most} s")
        time.sleep(every)


def die_with_parent():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


class Processes:
    """In a session of their own each, so that no child of theirs is left."""

    def __init__(self):
        self.running = []

    def start(self, command, **options):
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.DEVNULL)
        options.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen([str(word) for word in command], start_new_session=True,
                                   preexec_fn=die_with_parent, **options)
        self.running.append(process)
        return process

    def stop(self, process):
        family = {pid: born_of(pid) for pid in tree(process.pid)[1:]}
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(2)
            except subprocess.TimeoutExpired:
                pass
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
        for pid, born in family.items():  # what has left the session
            if born and born_of(pid) == born:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
        if process in self.running:
            self.running.remove(process)

    def stop_all(self):
        for process in reversed(self.running[:]):
            self.stop(process)


# ---- what processes have used ----

def stat_of(pid):
    try:
        # The name in parentheses may hold anything.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def born_of(pid):
    """Tells a process from a later one with its number."""
    stat = stat_of(pid)
    return stat[19] if stat else None


def tree(root):
    """The process and all below it."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit() and (stat := stat_of(entry)):
            children.setdefault(int(stat[1]), []).append(int(entry))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def cpu_seconds(root):
    """Of the process, all below it and those of them that have ended."""
    return sum(sum(int(ticks) for ticks in stat[11:15]) for pid in tree(root) if (stat := stat_of(pid))) / TICKS


def memory_mib(root):
    """Proportional: what several share is divided among them."""
    kib = 0
    for pid in tree(root):
        try:
            kib += int(re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)[1])
        except (FileNotFoundError, ProcessLookupError, PermissionError, TypeError):
            pass
    return kib / 1024


# ---- the display and its watcher ----

class Screen:
    def __init__(self, processes, programs):
        self.processes = processes
        reading, writing = os.pipe()
        self.server = processes.start(
            ["Xvfb", "-displayfd", writing, "-nolisten", "tcp", "-ac", "-screen", 0, f"{WIDTH}x{HEIGHT}x24"],
            pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as number:
            if not select.select([number], [], [], 20)[0]:
                raise Trouble("Xvfb does not start")
            self.name = ":" + number.readline().strip()
        self.codes = []  # (seconds, number), appended by the reader
        self.answers = []
        self.watcher = processes.start([programs / "pufa-bench-screen"], env=dict(os.environ, DISPLAY=self.name),
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        threading.Thread(target=self._read, daemon=True).start()
        wait_for("the watcher of the screen", lambda: self.codes or self.looks())

    def _read(self):
        for line in self.watcher.stdout:
            word, *rest = line.split()
            if word == "code":
                self.codes.append((int(rest[0]) * 1e-9, int(rest[1])))
            else:
                self.answers.append((word, [int(number) for number in rest]))

    def _ask(self, command, word):
        before = len(self.answers)
        self.watcher.stdin.write(command + "\n")
        return wait_for(f"'{command}' on the screen",
                        lambda: next((rest for answer, rest in self.answers[before:] if answer == word), None),
                        every=0.002)

    def tap(self, x, y):
        """Seconds at which the finger was lifted."""
        return self._ask(f"tap {x} {y}", "tap")[0] * 1e-9

    def looks(self):
        """(count, worst milliseconds apart, how many more than 8 ms apart) since the last call."""
        count, worst, late = self._ask("looks", "looks")
        return count, worst / 1000, late

    def number(self):
        return self.codes[-1][1] if self.codes else -1

    def first_code(self, since, at_most=40):
        return wait_for("a picture on the screen", lambda: figures.first_code(self.codes, since), at_most)

    def at_rest(self, since, number=None, at_most=10):
        """(seconds, number) of the picture after which none came for a while; for a shorter while if
        it is the one that is awaited."""
        def rested():
            last = figures.last_code(self.codes, since)
            if not last:
                return None
            quiet = 0.2 if number is not None and abs(last[1] - number) <= 1 else 3
            return last if time.monotonic() - last[0] > quiet else None
        return wait_for("a picture that stays", rested, at_most)


# ---- the sound server and its recorder ----

class Sound:
    RATE = 48000

    def __init__(self, processes, folder):
        """None of it is heard: a sink that throws away at the pace of a device."""
        self.processes = processes
        home = folder / "sound"
        home.mkdir()
        self.server = f"unix:{home}/native"
        home.chmod(0o755)
        self.environment = dict(os.environ, PULSE_SERVER=self.server, PULSE_COOKIE=str(home / "cookie"))
        private = dict(os.environ, HOME=str(home), XDG_RUNTIME_DIR=str(home), PULSE_RUNTIME_PATH=str(home / "run"))
        self.process = processes.start(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--use-pid-file=no",
             "-L", "module-null-sink sink_name=bench",
             "-L", f"module-native-protocol-unix auth-anonymous=1 socket={home}/native"], env=private)
        wait_for("the sound server", lambda: (home / "native").exists())

    def record(self, seconds):
        """(samples, seconds at which the first of them was played). The sink plays at the pace of the
        clock, so the chunk that came with the least delay tells the time of them all; it may be
        early by one chunk of 5 ms."""
        recorder = self.processes.start(
            ["parec", "--device=bench.monitor", "--rate", self.RATE, "--channels=1", "--format=s16le",
             "--latency-msec=5", "--raw"], env=self.environment, stdout=subprocess.PIPE)
        samples, began = array("h"), float("inf")
        until = time.monotonic() + seconds
        waiting = b""
        while (rest := until - time.monotonic()) > 0:
            if not select.select([recorder.stdout], [], [], rest)[0]:
                continue
            chunk = os.read(recorder.stdout.fileno(), 1 << 16)
            now = time.monotonic()
            if not chunk:
                break
            waiting += chunk
            whole = len(waiting) // 2 * 2
            samples.frombytes(waiting[:whole])
            waiting = waiting[whole:]
            began = min(began, now - len(samples) / self.RATE)
        self.processes.stop(recorder)
        recorder.stdout.close()
        return samples, began

    def beeps(self, seconds):
        samples, began = self.record(seconds)
        return [began + index / self.RATE for index in figures.beeps(samples, self.RATE)]


class Busy:
    """One core kept busy by another process."""

    def __init__(self, processes):
        self.processes = processes

    def __enter__(self):
        self.process = self.processes.start(["sh", "-c", "while :; do :; done"])

    def __exit__(self, *_):
        self.processes.stop(self.process)


def have(program):
    return shutil.which(program) is not None
