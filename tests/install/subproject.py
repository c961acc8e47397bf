"""The library works as a subproject of another Meson project.

usage: subproject.py MESON
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PARTS = ("meson.build", "meson_options.txt", "include", "lib")


def main():
    meson = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "consumer"
        shutil.copytree(HERE / "subproject", project)
        subproject = project / "subprojects" / "kqaward"
        subproject.mkdir(parents=True)
        for part in PARTS:
            os.symlink(ROOT / part, subproject / part)
        for command in (["setup", "build"], ["test", "-C", "build"]):
            run = subprocess.run([meson, *command], cwd=project, capture_output=True, text=True)
            if run.returncode != 0:
                print(run.stdout + run.stderr)
                sys.exit(f"meson {command[0]} of a project with kqaward as a subproject failed.")


main()
