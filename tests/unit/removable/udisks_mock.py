#!/usr/bin/python3
"""A udisks2 on a bus of the test's own, by python-dbusmock.

As a program it starts the bus and the mock and takes one command a line on standard input, JSON
lists; each is answered by one line, after it has been carried out. As a module it is dbusmock's
template. What it knows of udisks2: the object manager, drives, block devices, Mount, Unmount and
PowerOff with their errors, and how properties change with them (UDisks2 2.9)."""

import json
import os
import signal
import subprocess
import sys

import dbus
from dbus.exceptions import DBusException
from dbusmock import MOCK_IFACE
from dbusmock.mockobject import objects

BUS_NAME = MAIN_IFACE = "org.freedesktop.UDisks2"
MAIN_OBJ = "/org/freedesktop/UDisks2"
SYSTEM_BUS = False
IS_OBJECT_MANAGER = True

DRIVES = MAIN_OBJ + "/drives/"
BLOCKS = MAIN_OBJ + "/block_devices/"
DRIVE = BUS_NAME + ".Drive"
BLOCK = BUS_NAME + ".Block"
FILE_SYSTEM = BUS_NAME + ".Filesystem"
SWAP = BUS_NAME + ".Swapspace"


def load(mock, parameters):
    """parameters["plugged"]: [drive, facts, block, facts] of what is in when it starts."""
    mock.hooks = {}
    mock.called = []
    for drive, drive_facts, block, block_facts in json.loads(parameters.get("plugged", "[]")):
        add_drive(mock, drive, drive_facts)
        add_block(mock, block, block_facts)


def byte_string(text):
    return dbus.ByteArray(os.fsencode(text) + b"\0")


def paths(list_of_paths):
    return dbus.Array([byte_string(path) for path in list_of_paths], signature="ay")


def add(mock, path, interfaces):
    first, *others = interfaces
    mock.AddObject(path, first, interfaces[first], [])
    for interface in others:
        objects[path].props[interface] = interfaces[interface]


def emit_added(mock, path):
    mock.EmitSignal("org.freedesktop.DBus.ObjectManager", "InterfacesAdded", "oa{sa{sv}}",
                    [dbus.ObjectPath(path), objects[path].props])


def remove(mock, path):
    interfaces = list(objects[path].props)
    mock.RemoveObject(path)
    mock.EmitSignal("org.freedesktop.DBus.ObjectManager", "InterfacesRemoved", "oas",
                    [dbus.ObjectPath(path), interfaces])


def pull(mock, drive):
    for path in [p for p in objects if p.startswith(BLOCKS)
                 and objects[p].props[BLOCK]["Drive"] == DRIVES + drive]:
        remove(mock, path)
    if DRIVES + drive in objects:
        remove(mock, DRIVES + drive)


def main_object():
    return objects[MAIN_OBJ]


def before(call, name, options):
    """What the test wants to happen in this call. True: it has answered by itself."""
    mock = main_object()
    mock.called.append([call, name, str(options.get("options", "")),
                        bool(options.get("auth.no_user_interaction", False))])
    hooks = mock.hooks.get(call, [])
    if not hooks:
        return
    kind, *words = hooks.pop(0)
    if kind == "refuse":
        raise DBusException(words[1], name=words[0])
    if kind == "pull":
        pull(mock, words[0])
        raise DBusException("No such object", name="org.freedesktop.DBus.Error.UnknownObject")
    if kind == "die":
        os._exit(1)


def mounts(block):
    return [os.fsdecode(bytes(m).rstrip(b"\0")) for m in block.props[FILE_SYSTEM]["MountPoints"]]


def set_mounts(block, folders):
    block.UpdateProperties(FILE_SYSTEM, {"MountPoints": paths(folders)})


def name_of(block):
    return block.path.rsplit("/", 1)[1]


def on_mount(block, options):
    before("Mount", name_of(block), options)
    if mounts(block):
        raise DBusException("already mounted", name=BUS_NAME + ".Error.AlreadyMounted")
    folder = "/run/media/pufa/" + name_of(block)
    set_mounts(block, [folder])
    return folder


def on_unmount(block, options):
    before("Unmount", name_of(block), options)
    if not mounts(block):
        raise DBusException("not mounted", name=BUS_NAME + ".Error.NotMounted")
    set_mounts(block, [])


def on_power_off(drive, options):
    name = drive.path.rsplit("/", 1)[1]
    before("PowerOff", name, options)
    pull(main_object(), name)


def add_drive(mock, name, facts):
    path = DRIVES + name
    add(mock, path, {DRIVE: {
        "Removable": dbus.Boolean(facts.get("removable", True)),
        "MediaRemovable": dbus.Boolean(facts.get("media_removable", False)),
        "ConnectionBus": dbus.String(facts.get("bus", "usb")),
        "CanPowerOff": dbus.Boolean(facts.get("can_power_off", True)),
        "RotationRate": dbus.Int32(-1), "SortKey": dbus.String("x"),
        "Configuration": dbus.Dictionary({}, signature="sv")}})
    objects[path].AddMethod(DRIVE, "PowerOff", "a{sv}", "", on_power_off)
    emit_added(mock, path)


def add_block(mock, name, facts):
    path = BLOCKS + name
    drive = DRIVES + facts["drive"] if facts["drive"] else "/"
    interfaces = {BLOCK: {
        "Device": byte_string("/dev/" + name), "Drive": dbus.ObjectPath(drive),
        "IdLabel": dbus.String(facts.get("label", "")), "IdType": dbus.String(facts.get("type", "vfat")),
        "Size": dbus.UInt64(facts.get("size", 16_000_000_000)),
        "ReadOnly": dbus.Boolean(facts.get("read_only", False)),
        "HintSystem": dbus.Boolean(facts.get("system", False)),
        "HintIgnore": dbus.Boolean(facts.get("ignore", False)),
        "Symlinks": paths(["/dev/disk/by-id/" + name])}}
    if facts.get("file_system", True):
        interfaces[FILE_SYSTEM] = {"MountPoints": paths(facts.get("mounts", []))}
    if facts.get("swap", False):
        interfaces[SWAP] = {"Active": dbus.Boolean(True)}
    add(mock, path, interfaces)
    if FILE_SYSTEM in interfaces:
        objects[path].AddMethod(FILE_SYSTEM, "Mount", "a{sv}", "s", on_mount)
        objects[path].AddMethod(FILE_SYSTEM, "Unmount", "a{sv}", "", on_unmount)
    emit_added(mock, path)


@dbus.service.method(MOCK_IFACE, in_signature="ss")
def TestDrive(self, name, facts):
    add_drive(self, name, json.loads(facts))


@dbus.service.method(MOCK_IFACE, in_signature="ss")
def TestBlock(self, name, facts):
    add_block(self, name, json.loads(facts))


@dbus.service.method(MOCK_IFACE, in_signature="s")
def TestPull(self, drive):
    pull(self, drive)


@dbus.service.method(MOCK_IFACE, in_signature="ss")
def TestMounts(self, name, folders):
    set_mounts(objects[BLOCKS + name], json.loads(folders))


@dbus.service.method(MOCK_IFACE, in_signature="ss")
def TestHook(self, call, hook):
    """The next such call: ["refuse", error name, text], ["pull", drive] or ["die"]."""
    self.hooks.setdefault(call, []).append(json.loads(hook))


@dbus.service.method(MOCK_IFACE, out_signature="s")
def TestCalls(self):
    calls, self.called = self.called, []
    return json.dumps(calls)


# ---- the program ----

class Bench:
    def __init__(self):
        self.daemon = None
        self.mock = None
        self.address = ""

    def do_bus(self, address):
        """The bus daemon, on a socket that is to be `address`."""
        self.daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address",
             "--address=" + address], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.daemon.stdout.readline().strip()
        return bool(self.address)

    def do_no_bus(self):
        end(self.daemon)

    def do_udisks(self, *plugged):
        environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS=self.address)
        self.mock = subprocess.Popen(
            [sys.executable, "-m", "dbusmock", "--session", "--template", os.path.abspath(__file__),
             "--parameters", json.dumps({"plugged": json.dumps(plugged)})],
            env=environment, stdout=subprocess.DEVNULL)
        bus = dbus.bus.BusConnection(self.address)
        while self.mock.poll() is None and not bus.name_has_owner(BUS_NAME):
            pass  # nothing tells but the name itself
        self.interface = dbus.Interface(bus.get_object(BUS_NAME, MAIN_OBJ), MOCK_IFACE)
        return self.mock.poll() is None

    def do_no_udisks(self):
        end(self.mock)

    def do_udisks_ended(self):
        """Waits until a udisks2 that ends by itself has."""
        self.mock.wait()

    def do_drive(self, name, facts):
        self.interface.TestDrive(name, json.dumps(facts))

    def do_block(self, name, facts):
        self.interface.TestBlock(name, json.dumps(facts))

    def do_pull(self, drive):
        self.interface.TestPull(drive)

    def do_mounts(self, name, folders):
        self.interface.TestMounts(name, json.dumps(folders))

    def do_hook(self, call, *hook):
        self.interface.TestHook(call, json.dumps(hook))

    def do_calls(self):
        """Since the last time: [call, device or drive, mount options, without interaction]."""
        return json.loads(self.interface.TestCalls())


def end(process):
    if process and process.poll() is None:
        process.send_signal(signal.SIGKILL)
        process.wait()


def main():
    bench = Bench()
    try:
        for line in sys.stdin:
            command, *words = json.loads(line)
            answer = getattr(bench, "do_" + command)(*words)
            print(json.dumps(answer), flush=True)
    finally:
        end(bench.mock)
        end(bench.daemon)


if __name__ == "__main__":
    main()
