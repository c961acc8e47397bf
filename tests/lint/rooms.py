"""A room uses only the rooms before it: what its header and its sources include.

A file of lib/ belongs to the room whose name its own begins with; a file of no room may be used
where everything that it includes itself may be used.
"""
import re

from source import HEADERS, LIBRARY, ROOMS, ROOT, finish, without_comments

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
OUTSIDE = {"kqaward.h", "version.c"}


def room_of(path):
    fitting = [r for r in ROOMS if path.stem == r or path.stem.startswith(r + "_")]
    return max(fitting, key=len, default=None)


def target_of(path, name):
    for place in (ROOT / "include" / name, path.parent / name):
        if place.exists():
            return place.resolve()
    return None


def rank(path, seen=()):
    """Place of the room that a file belongs to, or of the last room that it includes; -1: none."""
    room = room_of(path)
    if room:
        return ROOMS.index(room)
    if path in seen or path.suffix == ".c":
        return -1
    targets = [target_of(path, name) for name in INCLUDE.findall(without_comments(path))]
    return max((rank(t, (*seen, path)) for t in targets if t), default=-1)


def main():
    faults, edges = [], 0
    for path in [*HEADERS, *LIBRARY]:
        room = room_of(path)
        if path.name in OUTSIDE or not room:
            continue
        for name in INCLUDE.findall(without_comments(path)):
            target = target_of(path, name)
            edges += 1
            if target and rank(target) > ROOMS.index(room):
                faults.append(f"{path.relative_to(ROOT)} is of room {room} and includes {name}, "
                              f"which needs the later room {ROOMS[rank(target)]}.")
    for room in ROOMS:
        for path in (ROOT / "include" / "kqaward" / f"{room}.h", ROOT / "lib" / f"{room}.c"):
            if not path.exists():
                faults.append(f"Room {room} has no {path.relative_to(ROOT)}.")
    if edges < len(ROOMS):
        faults.append("Hardly any include was found; the check looked at nothing.")
    finish(faults)


main()
