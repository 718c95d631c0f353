#!/usr/bin/env python3
"""A bus of its own with python-dbusmock's timedated on it, driven by lines of JSON.

The template's SetTime takes every time and its SetNTP every wish; what refuses is put over them by
`method`. Commands (["name", argument...]) come on standard input, each answered by one line."""

import json
import os
import signal
import subprocess
import sys

import dbus
from dbusmock import MOCK_IFACE

NAME = IFACE = "org.freedesktop.timedate1"
PATH = "/org/freedesktop/timedate1"


class Bench:
    def __init__(self):
        self.daemon = None
        self.mock = None
        self.address = ""

    def do_bus(self, address):
        self.daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address",
             "--address=" + address], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.daemon.stdout.readline().strip()
        return bool(self.address)

    def do_timedated(self, synchronised):
        # The template wants the system bus: here it is ours.
        environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS=self.address,
                           DBUS_SYSTEM_BUS_ADDRESS=self.address)
        self.mock = subprocess.Popen(
            [sys.executable, "-m", "dbusmock", "--template", "timedated",
             "--parameters", json.dumps({"NTP": synchronised})],
            env=environment, stdout=subprocess.DEVNULL)
        bus = dbus.bus.BusConnection(self.address)
        while self.mock.poll() is None and not bus.name_has_owner(NAME):
            pass  # nothing tells but the name itself
        self.object = bus.get_object(NAME, PATH)
        return self.mock.poll() is None

    def do_method(self, name, signature, code):
        dbus.Interface(self.object, MOCK_IFACE).AddMethod(IFACE, name, signature, "", code)

    def do_synchronised(self):
        return bool(dbus.Interface(self.object, dbus.PROPERTIES_IFACE).Get(IFACE, "NTP"))

    def do_calls(self):
        """Since the last time: [[name, arguments], ...]; reading properties is not told."""
        mock = dbus.Interface(self.object, MOCK_IFACE)
        calls = [[str(name), [int(one) for one in arguments]]
                 for _, name, arguments in mock.GetCalls() if name in ("SetTime", "SetNTP")]
        mock.ClearCalls()
        return calls


def end(process):
    if process and process.poll() is None:
        process.send_signal(signal.SIGKILL)
        process.wait()


def main():
    bench = Bench()
    try:
        for line in sys.stdin:
            command, *words = json.loads(line)
            print(json.dumps(getattr(bench, "do_" + command)(*words)), flush=True)
    finally:
        end(bench.mock)
        end(bench.daemon)


if __name__ == "__main__":
    main()
