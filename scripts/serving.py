"""What the benches of the server have in common: a round with many members, its server, and people at their browsers.

Only what Python brings along is used. People sign in with passwords and send forms as a browser does.
"""

import http.client
import os
import re
import socket
import subprocess
import time
import urllib.parse

PASSWORD = "plover kettle lantern"
ROUND = "bench-round"
CRITERIA = ["health", "wait"]


def run(program, *words, **settings):
    """One command of remit, which must succeed."""
    done = subprocess.run([program, *words], capture_output=True, text=True, **settings)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def seconds_of(process):
    """Of processor time that a process has taken so far."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Records:
    """A file of records with a round that is open for scores, and an account with a seat for each member."""

    def __init__(self, program, work, db, members):
        self.program, self.work, self.db = program, work, db
        self.members = [f"m{n:03}" for n in range(1, members + 1)]
        self.password = os.path.join(work, "password")
        with open(os.open(self.password, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(PASSWORD + "\n")
        if not os.path.exists(db):
            self.remit("init")

    def remit(self, *words):
        return run(self.program, *words, "--db", self.db)

    def open_round(self, note=lambda done: None):
        folder = os.path.join(self.work, "round")
        self.remit("round", "start", folder, "--name", ROUND)
        kinds = ["lay", "clinical", "publicHealth", "finance"]
        with open(os.path.join(folder, "members.yaml"), "w") as file:
            file.write("members:\n")
            for place, member in enumerate(self.members):
                chair = ", isChair: true" if place == 0 else ""
                kind = kinds[place % len(kinds)]
                file.write(f"  - {{id: {member}, role: member {place + 1}, kind: {kind}, name: Member {place + 1}{chair}}}\n")
        weights = os.path.join(self.work, "weights.yaml")
        with open(weights, "w") as file:
            file.write("weights:\n")
            for place, member in enumerate(self.members):
                points = 30 + place % 60
                swings = f"{{criterion: health, points: 100}}, {{criterion: wait, points: {points}}}"
                file.write(f"  - member: {member}\n    given:\n      - {{method: swing, swings: [{swings}]}}\n")
        self.remit("round", "new", folder)
        self.remit("round", "close", ROUND, "anchors")
        self.remit("round", "weights", ROUND, weights)
        self.remit("round", "close", ROUND, "weights")
        for place, member in enumerate(self.members):
            self.add(member, "panel-member", "--commissioner", "QOX")
            self.remit("user", "seat", member, ROUND, member)
            note(place + 1)

    def add(self, account, role, *more):
        self.remit(
            "user", "add", account, "--name", f"Holder of {account}", "--email", f"{account}@remit.example",
            "--role", role, *more, "--password-file", self.password)

    def serve(self, port, log="none"):
        return Served(self.program, self.db, port, log)


class Served:
    """`remit serve` as a process of its own."""

    def __init__(self, program, db, port, log="none", stderr=None):
        self.port = port
        self.process = subprocess.Popen(
            [program, "serve", "--db", db, "--port", str(port), "--log", log], stdout=subprocess.PIPE,
            stderr=stderr or subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        if "http" not in line:
            raise SystemExit(f"the server did not begin: {line}")

    def memory(self):
        """What it holds and what it held at most, in MB."""
        with open(f"/proc/{self.process.pid}/status") as file:
            text = file.read()
        return [int(re.search(rf"{name}:\s+(\d+)", text).group(1)) / 1024 for name in ("VmRSS", "VmHWM")]

    def seconds(self):
        """Of processor time so far."""
        return seconds_of(self.process.pid)

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        self.process.terminate()
        code = self.process.wait(timeout=60)
        self.process.stdout.close()
        return code


class Person:
    """Somebody at a browser, with a session and a connection of their own."""

    def __init__(self, account, port):
        self.account, self.port = account, port
        self.cookies, self.token, self.connection, self.used = {}, None, None, None

    def ask(self, method, path, form=None):
        """Status, text and where it leads; raises OSError or HTTPException where the server went away."""
        # A server closes what has been idle for long: a browser then asks again.
        if method == "GET" and self.used and time.perf_counter() - self.used > 20:
            self.leave()
        self.used = time.perf_counter()
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self.connection.connect()
            self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException):
            self.leave()
            raise
        for cookie in answer.msg.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, text, answer.getheader("Location")

    def leave(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    @staticmethod
    def hidden(text, name):
        found = re.search(rf'name="{name}" value="([^"]*)"', text.decode())
        return found.group(1) if found else None

    def sign_in(self):
        status, text, _ = self.ask("GET", "/sign-in")
        form = {
            "csrf": self.hidden(text, "csrf"), "email": f"{self.account}@remit.example", "password": PASSWORD}
        status, text, to = self.ask("POST", "/sign-in", form)
        if status != 303:
            raise SystemExit(f"{self.account} could not sign in: {status}")
        status, text, _ = self.ask("GET", "/account")
        self.token = self.hidden(text, "csrf")
        return self

    def form_of_scores(self, criterion):
        """The form's hidden fields and the names of its score fields."""
        status, text, _ = self.ask("GET", f"/rounds/{ROUND}/mine/scores/{criterion}")
        if status != 200:
            raise SystemExit(f"the form of {self.account} was answered with {status}")
        fields = re.findall(r'name="(score-[^"]*)"', text.decode())
        return self.hidden(text, "revision"), fields

    def score(self, criterion, values, revision=None):
        """Sends scores by field name; True where they are acknowledged."""
        form = {"csrf": self.token, **{field: value for field, value in values.items()}}
        if revision:
            form["revision"] = revision
        status, text, to = self.ask("POST", f"/rounds/{ROUND}/mine/scores/{criterion}", form)
        if status == 303 and to and "/mine" in to:
            return True
        told = re.sub(r"<[^>]*>", " ", text.decode())[:2000]
        raise SystemExit(f"the scores of {self.account} were answered with {status} {to}: {' '.join(told.split())[:800]}")


def percentile(values, share):
    """The smallest value that at least this share of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-len(ordered) * share // 100) - 1))] if ordered else float("nan")


def wait_for(moment):
    left = moment - time.perf_counter()
    if left > 0:
        time.sleep(left)
