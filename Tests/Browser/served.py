"""Remit served on this machine for a browser: the demonstration, and copies of it for which people sign in."""

import atexit
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("REMIT_PROGRAM", str(ROOT / ".build/debug/remit"))
PASSWORD = "correct horse battery staple wexbourne"
# For a server to come up, and for a page to come. Generous: nothing is judged by it.
PATIENCE = 240

_folder = pathlib.Path(tempfile.mkdtemp(prefix="remit-browser-"))
_servers = []


def _finish():
    for server in list(_servers):
        server.stop()
    shutil.rmtree(_folder, ignore_errors=True)


atexit.register(_finish)
# So that what is begun here is ended when the run is ended from outside.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def remit(*arguments, given=None):
    """Runs a command to its end and returns what it printed."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], input=given, capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode != 0:
        raise AssertionError(f"remit {' '.join(map(str, arguments))}: {done.stdout}{done.stderr}")
    return done.stdout


class Served:
    """A server of ours on a free port, and the file of records that it serves."""

    def __init__(self, database, *command):
        self.database = pathlib.Path(database)
        self._log = pathlib.Path(f"{database}.log")
        with open(self._log, "w") as log:
            self._process = subprocess.Popen([PROGRAM, *map(str, command)], stdout=log, stderr=log)
        _servers.append(self)
        self.address = self._wait_for_address()

    def _wait_for_address(self):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for line in self._log.read_text().splitlines():
                if line.startswith("Remit is at "):
                    return line.split()[3].rstrip("/")
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        self.stop()
        raise AssertionError(f"the server did not come up:\n{self._log.read_text()}")

    def stop(self):
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self in _servers:
            _servers.remove(self)


class Elsewhere:
    """The demonstration that another process of this run serves."""

    def __init__(self, address, database):
        self.address, self.database = address, pathlib.Path(database)


_demo = None
_copy = None
if "REMIT_DEMO" in os.environ:
    _address, _database, _copy = os.environ["REMIT_DEMO"].split()
    _demo = Elsewhere(_address, _database)


def demo():
    """The demonstration, one for the whole run: nothing is changed in it."""
    global _demo
    if _demo is None:
        place = _folder / "demo"
        place.mkdir()
        _demo = Served(place / "remit.sqlite", "demo", "--dir", place, "--port", "0")
    return _demo


# The people of the demonstration, by what they are.
PEOPLE = {
    "manager": "a001", "lead": "a002", "analyst": "a003", "member": "a004", "contracts": "a005", "observer": "a006",
    "administrator": "a007", "chair": "a008",
}


def copy_for_signing_in():
    """The demonstration's records once more, in which each of its people has PASSWORD and is signed in already."""
    global _copy
    if _copy is None:
        copy = _folder / "copy.sqlite"
        remit("backup", "--to", copy, "--db", demo().database)
        for account in PEOPLE.values():
            remit("user", "password", account, "--password-file", "-", "--db", copy, given=PASSWORD + "\n")
        site = Served(copy, "serve", "--port", "0", "--db", copy)
        cookies = {who: _signed_in(site, who) for who in PEOPLE}
        site.stop()
        _cookies_of(copy).write_text(json.dumps(cookies))
        _copy = copy
    return _copy


def _cookies_of(copy):
    return pathlib.Path(f"{copy}.cookies")


def cookie(who):
    """Name and value of the cookie of a session that every copy holds: passwords take their time, once is enough."""
    return json.loads(_cookies_of(copy_for_signing_in()).read_text())[who]


def _signed_in(site, who):
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = opener.open(f"{site.address}/sign-in", timeout=PATIENCE).read().decode()
    token = re.search(r'name="csrf" value="([^"]*)"', page).group(1)
    sent = urllib.parse.urlencode({"csrf": token, "email": email(who), "password": PASSWORD}).encode()
    form = urllib.request.Request(f"{site.address}/sign-in", data=sent, headers={"Origin": site.address})
    opener.open(form, timeout=PATIENCE).read()
    names = {one.name: one.value for one in jar}
    name = min((name for name in names if "remit" in name), key=len)
    return [name, names[name]]


def fresh():
    """A copy of its own, served in earnest: people sign in, and what they do is seen by nobody else."""
    place = pathlib.Path(tempfile.mkdtemp(prefix="served-", dir=_folder)) / "remit.sqlite"
    shutil.copy(copy_for_signing_in(), place)
    activity = pathlib.Path(copy_for_signing_in()).with_suffix(".activity")
    if activity.exists():
        shutil.copytree(activity, place.with_suffix(".activity"))
    published = place.parent / "published"
    published.mkdir(exist_ok=True)
    return Served(place, "serve", "--port", "0", "--db", place, "--published", published)


def email(who):
    return f"{PEOPLE[who]}@wexbourne.example"

