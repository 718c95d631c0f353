"""The players: how each is started full-screen on the display, and how two of them are sought."""

import json
import os
import pwd
import socket
import subprocess
import time

import world
from world import Trouble, wait_for


class Player:
    """Started by `open`, which returns the seconds from which its first picture is awaited."""

    who = ""
    seeks = False

    def __init__(self, stand):
        self.stand = stand
        self.process = None

    def missing(self):
        """Why it cannot be measured here, or None."""
        return None

    def environment(self, **more):
        return dict(self.stand.sound.environment, DISPLAY=self.stand.screen.name, **more)

    def open(self, case):
        raise NotImplementedError

    def settle(self):
        """Nothing but the film is on the screen from here on."""

    def close(self):
        if self.process:
            self.stand.processes.stop(self.process)
        self.process = None


class Peer(Player):
    program = ""

    def missing(self):
        return None if world.have(self.program) else f"{self.program} is not installed"

    def command(self, case, clip):
        raise NotImplementedError

    def options(self):
        return {"env": self.environment()}

    def open(self, case):
        began = time.monotonic()
        self.process = self.stand.processes.start(self.command(case, self.stand.clips[case.name]), **self.options())
        return began


class Mpv(Peer):
    program = "mpv"
    seeks = True

    def __init__(self, stand, output):
        super().__init__(stand)
        self.output = output
        self.who = f"mpv-{output}"
        self.door = stand.folder / "mpv.socket"

    def command(self, case, clip):
        # gpu-sw: it would refuse a GL that the processor draws.
        software = ["--gpu-sw=yes"] if self.output == "gpu" else []
        return ["mpv", "--no-config", "--really-quiet", f"--vo={self.output}", *software, "--ao=pulse", "--hwdec=no",
                "--fs", "--no-border", f"--geometry={world.WIDTH}x{world.HEIGHT}+0+0", "--no-osc", "--osd-level=0",
                "--no-input-terminal", f"--input-ipc-server={self.door}", clip]

    def open(self, case):
        self.door.unlink(missing_ok=True)
        return super().open(case)

    def say(self, *words):
        """The seconds at which it was said."""
        wait_for("mpv's socket", self.door.exists)
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.door))
            line.settimeout(10)
            at = time.monotonic()
            line.sendall(json.dumps({"command": words}).encode() + b"\n")
            line.recv(4096)
        return at

    def pause(self):
        self.say("set_property", "pause", True)

    def resume(self):
        self.say("set_property", "pause", False)

    def seek(self, number, rate):
        # A hair before the picture: times of containers are rounded.
        return self.say("seek", number / rate - 0.002, "absolute+exact")


class Ffplay(Peer):
    who = program = "ffplay"

    def command(self, case, clip):
        return ["ffplay", "-v", "quiet", "-noborder", "-left", 0, "-top", 0, "-x", world.WIDTH,
                "-y", world.HEIGHT, clip]

    def options(self):
        return {"env": self.environment(SDL_AUDIODRIVER="pulseaudio")}


class Cvlc(Peer):
    who = "cvlc-x11"
    program = "cvlc"
    USER = "nobody"  # it refuses to run as root

    def missing(self):
        if os.getuid() == 0 and (said := self._try()):
            return said
        return super().missing()

    def _try(self):
        home = self._home()
        try:
            os.chown(home, *self._ids())
            subprocess.run(["test", "-w", str(home)], check=True, **self._as_user())
        except (OSError, KeyError, subprocess.SubprocessError) as failed:
            return f"it does not run as root, and not as {self.USER}: {failed}"
        return None

    def _ids(self):
        entry = pwd.getpwnam(self.USER)
        return entry.pw_uid, entry.pw_gid

    def _home(self):
        home = self.stand.folder / "vlc"
        home.mkdir(exist_ok=True)
        return home

    def _as_user(self):
        if os.getuid() != 0:
            return {}
        user, group = self._ids()
        return {"user": user, "group": group, "extra_groups": []}

    def command(self, case, clip):
        # Full-screen asks a window manager, and none is here: the window is as large as the screen.
        return ["cvlc", "--quiet", "--vout=xcb_x11", "--aout=pulse", "--no-video-title-show", "--no-osd", "--no-spu",
                "--fullscreen", "--no-video-deco", f"--zoom={world.HEIGHT / case.height}", "--play-and-exit", clip]

    def options(self):
        home = str(self._home())
        return {"env": self.environment(HOME=home, XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=home), **self._as_user()}


class Kiosk(Player):
    """The kiosk that runs, with the clip as its only film; its finger taps where its touch map says."""

    seeks = True
    PRESENTER = "--presenter"

    def __init__(self, stand, presenter):
        super().__init__(stand)
        self.presenter = presenter
        self.who = f"ours-{presenter}"
        self.program = stand.programs / "pufa-kiosk"
        self.map = stand.folder / "touch-map"
        self.log = stand.folder / "kiosk.log"
        self.bar = None

    def _chooses(self):
        said = subprocess.run([self.program, "--help"], stdout=subprocess.PIPE, text=True, timeout=20).stdout
        return self.PRESENTER in said

    def missing(self):
        if self.presenter == "gl" or self._chooses():
            return None
        return f"pufa-kiosk has no {self.PRESENTER} yet"

    def open(self, case):
        """Starts the kiosk and goes home; the film begins with the tap on its card."""
        self.map.unlink(missing_ok=True)
        self.bar = None
        chosen = [self.PRESENTER, self.presenter] if self._chooses() else []
        config = self.stand.folder / "kiosk.toml"
        config.write_text("scrub = false\n")
        (self.stand.folder / "staff").mkdir(exist_ok=True)  # started before: nobody is asked for a PIN
        with open(self.log, "w") as log:
            self.process = self.stand.processes.start(
                [self.program, "--state", self.stand.states[case.name], "--config", config,
                 "--windowed", f"{world.WIDTH}x{world.HEIGHT}", "--now", "2026-11-23T09:00:00",
                 "--touch-map", self.map, *chosen],
                env=self.environment(SDL_AUDIODRIVER="pulseaudio"), stderr=log)
        self.tap("attract.wake")
        return self.start_film()

    def start_film(self):
        return self.tap("home.card.")

    def go_home(self):
        self.show_controls()
        self.tap("watch.home")
        self.find("home.card.")
        # The page has come in and the last picture of the film is gone.
        wait_for("the home page", lambda: self.stand.screen.number() < 0)

    def targets(self):
        try:
            lines = self.map.read_text().splitlines()
        except FileNotFoundError:
            return {}
        return {words[0]: (int(words[1]), int(words[2])) for line in lines if len(words := line.split()) >= 3}

    def look_for(self, begin):
        return next((at for target, at in self.targets().items() if target.startswith(begin)), None)

    def find(self, begin):
        if self.process.poll() is not None:
            raise Trouble(f"the kiosk ended: {self.log.read_text()[-500:]}")
        return wait_for(f"{begin} on the kiosk's screen", lambda: self.look_for(begin))

    def tap(self, begin):
        return self.stand.screen.tap(*self.find(begin))

    def show_controls(self):
        """They go by themselves while the film runs."""
        def shown():
            if self.look_for("watch.seek"):
                return True
            if at := self.look_for("watch.show"):
                self.stand.screen.tap(*at)
            return False
        wait_for("the controls", shown, every=0.3)

    def settle(self):
        self.find("watch.show")

    def pause(self):
        self.show_controls()
        self.tap("watch.play")
        self.stand.screen.at_rest(0)

    def resume(self):
        self.tap("watch.play")

    def learn_bar(self):
        """Which picture a tap on the bar means: the line through two taps. The kiosk is paused."""
        x, y = self.find("watch.seek")
        points = []
        for at in (x - world.WIDTH // 4, x + world.WIDTH // 4):
            tapped = self.stand.screen.tap(at, y)
            points.append((at, self.stand.screen.at_rest(tapped)[1]))
        self.bar = world.figures.line_through(points)

    def seek(self, number, rate):
        if not self.bar:
            self.learn_bar()
        slope, zero = self.bar
        y = self.find("watch.seek")[1]
        return self.stand.screen.tap(round((number - zero) / slope), y)


def all_players(stand):
    return [Kiosk(stand, "gl"), Kiosk(stand, "soft"), Mpv(stand, "x11"), Mpv(stand, "gpu"), Ffplay(stand), Cvlc(stand)]
