"""The installed library serves a program that finds it through pkg-config: the small examples are
built against it, shared and static, and print what they should.

usage: consumer.py MESON BUILD_DIRECTORY VERSION COMPILER...
"""
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ("may_apply", "draft_amendment", "deadline")


def output_of(command, **settings):
    run = subprocess.run(
        [str(c) for c in command], capture_output=True, text=True, encoding="utf-8", **settings
    )
    if run.returncode != 0:
        sys.exit(f"{shlex.join(str(c) for c in command)} failed:\n{run.stdout}{run.stderr}")
    return run.stdout


def install(meson, build, place, names):
    """Installs below a folder, where libraries of these names must be then; returns the environment in
    which pkg-config finds it there."""
    output_of([meson, "install", "-C", build, "--no-rebuild", "--destdir", place])
    found = list(Path(place).rglob("kqaward.pc"))
    if len(found) != 1:
        sys.exit(f"The installation has {len(found)} files kqaward.pc, not one.")
    libraries = found[0].parent.parent
    for name in names:
        if not (libraries / name).exists():
            sys.exit(f"The installation lacks {name}.")
    return {**os.environ, "PKG_CONFIG_LIBDIR": str(found[0].parent),
            "PKG_CONFIG_SYSROOT_DIR": str(place), "LD_LIBRARY_PATH": str(libraries)}, libraries


def flags_of(environment):
    """What pkg-config says for compiling and for linking."""
    return [output_of(["pkg-config", option, "kqaward"], env=environment).split()
            for option in ("--cflags", "--libs")]


def build_and_compare(name, compiler, flags, place, environment, runner=()):
    program = Path(place) / f"{name}.exe"
    output_of([*compiler, "-std=c11", "-pedantic", "-Wall", "-Wextra", "-Werror",
               ROOT / "examples" / f"{name}.c", *flags, "-o", program])
    printed = output_of([*runner, program], env=environment)
    expected = (ROOT / "examples" / "expected" / f"{name}.txt").read_text(encoding="utf-8")
    if printed != expected:
        sys.exit(f"{name}, built against the installed library, prints:\n{printed}")


def main():
    meson, build, version, *compiler = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        names = ("libkqaward.so", "libkqaward.so.0", "libkqaward.a")
        environment, libraries = install(meson, build, place, names)
        said = output_of(["pkg-config", "--modversion", "kqaward"], env=environment).strip()
        if said != version:
            sys.exit(f"pkg-config says version {said}, not {version}.")
        compiling, linking = flags_of(environment)
        for name in EXAMPLES:
            for link in (linking, [libraries / "libkqaward.a"]):
                build_and_compare(name, compiler, compiling + link, place, environment)
        needed = output_of(["readelf", "--dynamic", libraries / "libkqaward.so"])
        if "soname: [libkqaward.so.0]" not in needed:
            sys.exit("The shared library's soname is not libkqaward.so.0.")


if __name__ == "__main__":
    main()
