"""The server under load: requests per second beside a bare handler, a steady pace, and a hundred people scoring.

usage: bench-web.py PROGRAM BARE WORK DATA MINUTES

DATA is the folder of the public dental files, or empty: then the exemplar's few contracts are served and it is said so.
"""

import glob
import http.client
import json
import os
import random
import re
import resource
import socket
import sqlite3
import statistics
import subprocess
import sys
import threading
import time

from serving import (
    CRITERIA, ROUND, Person, Records, Served, free_port, percentile, run, seconds_of, wait_for)

MEMBERS = 100
failed = []


def bar(what, value, limit, unit, least=False):
    holds = value >= limit if least else value <= limit
    sign = "at least" if least else "at most"
    print(f"{what:<66} {value:8.2f} {unit:<3} {sign} {limit:g}  {'holds' if holds else 'MISSED'}", flush=True)
    if not holds:
        failed.append(what)


def say(what, value, unit):
    print(f"{what:<66} {value:8.1f} {unit}", flush=True)


def own_seconds():
    """Of processor time that this program itself has taken: whoever measures takes a share of the same cores."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def answers(port):
    """Waits until something listens."""
    for _ in range(200):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the bare handler did not begin")


def wrk(url, cookie="", seconds=8):
    """Requests per second over 32 connections of one thread."""
    words = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency"]
    done = subprocess.run(
        words + (["-H", f"Cookie: {cookie}"] if cookie else []) + [url], capture_output=True, text=True, check=True)
    if re.search(r"Non-2xx|Socket errors", done.stdout):
        raise SystemExit(done.stdout)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout).group(1))


def beside_bare(name, bare, served, path, cookie):
    """The page and a bare handler of as many bytes, in turn, three times each: the middle of the ratios."""
    address = f"http://127.0.0.1:{served.port}{path}"
    person = http.client.HTTPConnection("127.0.0.1", served.port)
    person.request("GET", path, headers={"Cookie": cookie})
    size = len(person.getresponse().read())
    port = free_port()
    peer = subprocess.Popen([bare, str(port), str(size)], stdout=subprocess.DEVNULL)
    answers(port)
    try:
        wrk(address, cookie, 2)
        begun, before = served.seconds(), seconds_of(peer.pid)
        pairs = [(wrk(address, cookie), wrk(f"http://127.0.0.1:{port}/")) for _ in range(3)]
        taken = [served.seconds() - begun, seconds_of(peer.pid) - before]
    finally:
        peer.kill()
        peer.wait()
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(side) for side in zip(*pairs))
    print(f"{name} ({size / 1024:.0f} kB): {ours:.0f} requests a second; a bare handler {theirs:.0f}")
    bar(f"{name}: share of the bare handler", ratios[1], 0.5, "", least=True)
    each = [seconds / sum(side) / 8 * 1000 for seconds, side in zip(taken, zip(*pairs))]
    print(f"{name}: {each[0]:.2f} ms of processor time a request; a bare handler {each[1]:.2f}; load {os.getloadavg()[0]:.1f}")


def paced(served, path, cookie, rate=200, seconds=20):
    """Milliseconds of each request from the moment at which it was due."""
    clients, taken, lock = 16, [], threading.Lock()
    begin = time.perf_counter() + 0.5
    used, server = own_seconds(), served.seconds()

    def client(number):
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
        own = []
        for turn in range(rate * seconds // clients):
            due = begin + (turn * clients + number) / rate
            wait_for(due)
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise SystemExit(f"{path} was answered with {answer.status}")
            own.append((time.perf_counter() - due) * 1000)
        with lock:
            taken.extend(own)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(taken) < rate * seconds // clients * clients:
        raise SystemExit("a client of the steady pace failed")
    print(f"Of one core, the server took {(served.seconds() - server) / seconds * 100:.0f} % and whoever measured "
          f"{(own_seconds() - used) / seconds * 100:.0f} %; load {os.getloadavg()[0]:.1f}")
    return taken


class Member(threading.Thread):
    """Opens the form of a criterion and sends it filled in, about once in `pause` seconds, until the end."""

    def __init__(self, person, begin, end, pause, chance):
        super().__init__()
        self.person, self.begin, self.end, self.pause, self.chance = person, begin, end, pause, chance
        self.sent, self.opening, self.sending, self.fault = [], [], [], None

    def run(self):
        try:
            due, turn = self.begin + self.chance.uniform(0, self.pause), 0
            while due < self.end:
                wait_for(due)
                criterion = CRITERIA[turn % len(CRITERIA)]
                low, high = (0, 10) if criterion == "health" else (4, 52)
                start = time.perf_counter()
                revision, fields = self.person.form_of_scores(criterion)
                opened = time.perf_counter()
                values = {field: f"{low + (turn // 2 * 37 + place * 11) % ((high - low) * 100) / 100:g}"
                          for place, field in enumerate(fields)}
                self.person.score(criterion, values, revision)
                done = time.perf_counter()
                self.sent.append((criterion, values))
                self.opening.append((opened - start) * 1000)
                self.sending.append((done - opened) * 1000)
                turn += 1
                due = max(due + self.pause, done) + self.chance.uniform(-0.2, 0.2) * self.pause
        except BaseException as fault:
            self.fault = fault


def lost(db, members, since):
    """How many of the scores that were acknowledged are not on the record as they were sent."""
    reading = sqlite3.connect(db)
    found = {}
    for (text,) in reading.execute(
            "SELECT body FROM round_act WHERE act = 'giveScores' AND sequence > ? ORDER BY sequence", (since,)):
        body = json.loads(text)
        given = {f"score-{one['option']}": f"{float(one['value']):g}" for one in body["scores"]}
        found.setdefault(body["member"], []).append((body["scores"][0]["criterion"], given))
    reading.close()
    count = 0
    for member in members:
        held = found.get(member.person.account, [])
        if held != member.sent:
            count += max(1, sum(1 for one in member.sent if one not in held))
    return count


def scoring(served, records, minutes, pause=1.0):
    people = [Person(member, served.port).sign_in() for member in records.members]
    since = sqlite3.connect(records.db).execute("SELECT MAX(sequence) FROM journal").fetchone()[0]
    begin = time.perf_counter() + 1
    members = [Member(person, begin, begin + 60 * minutes, pause, random.Random(place))
               for place, person in enumerate(people)]
    used, own = served.seconds(), own_seconds()
    for member in members:
        member.start()
    for member in members:
        member.join()
    for member in members:
        if member.fault:
            raise member.fault
    used, own = served.seconds() - used, own_seconds() - own
    sending = [one for member in members for one in member.sending]
    opening = [one for member in members for one in member.opening]
    print(f"{MEMBERS} people scored for {minutes:g} minutes: {len(sending)} forms sent, {len(sending) / 60 / minutes:.0f} "
          f"acts a second; of one core, the server took {used / 60 / minutes * 100:.0f} % and whoever measured "
          f"{own / 60 / minutes * 100:.0f} %; load {os.getloadavg()[0]:.1f}")
    bar("Scores acknowledged and not on the record", lost(records.db, members, since), 0, "")
    say("A form sent, middle", percentile(sending, 50), "ms")
    bar("A form sent, 99 of 100", percentile(sending, 99), 200, "ms")
    bar("The form opened, 99 of 100", percentile(opening, 99), 200, "ms")


def memory(served, when):
    now, most = served.memory()
    print(f"Memory {when}: {now:.0f} MB (at most so far {most:.0f} MB)", flush=True)


def main():
    program, bare, work, data, minutes = *sys.argv[1:5], float(sys.argv[5])
    demo = os.path.join(work, "demo")
    run(program, "demo", "--once", "--dir", demo)
    db = os.path.join(work, "web.sqlite")
    if data:
        records = Records(program, work, db, MEMBERS)
        records.remit("import", "nhsbsa-dental", *glob.glob(os.path.join(data, "UDA_CONTRACTOR_*.tar.xz")))
        records.remit("import", "nhsbsa-contracts", *glob.glob(os.path.join(data, "contract_annual_202506.csv")))
    else:
        print("The real data are not beside the checkout: the overview is the exemplar's, of few contracts.")
        os.rename(os.path.join(demo, "remit.sqlite"), db)
        run(program, "demo", "--once", "--dir", demo)
        records = Records(program, work, db, MEMBERS)
    records.open_round()
    records.add("watcher", "observer")
    served = records.serve(free_port())
    time.sleep(3)
    memory(served, "idle")
    watcher = Person("watcher", served.port).sign_in()
    cookie = "; ".join(f"{name}={value}" for name, value in watcher.cookies.items())
    overview = "/?month=2024-12"
    beside_bare("The overview", bare, served, overview, cookie)
    memory(served, "after the overview was asked for as fast as it goes")
    slow = paced(served, overview, cookie)
    say("The overview at 200 requests a second, middle", percentile(slow, 50), "ms")
    bar("The overview at 200 requests a second, 99 of 100", percentile(slow, 99), 50, "ms")

    of_demo = Records(program, work, os.path.join(demo, "remit.sqlite"), 0)
    of_demo.add("watcher", "observer")
    other = Served(program, of_demo.db, free_port())
    reader = Person("watcher", other.port).sign_in()
    status, text, _ = reader.ask("GET", "/rounds")
    found = re.findall(r'href="(/rounds/dental[^"/?]*)', text.decode())
    record = found[0] + "/decision"
    cookies = "; ".join(f"{name}={value}" for name, value in reader.cookies.items())
    beside_bare("The record of a decision", bare, other, record, cookies)
    slow = paced(other, record, cookies)
    bar("The record at 200 requests a second, 99 of 100", percentile(slow, 99), 50, "ms")
    memory(other, "of the exemplar's server")
    if other.stop() != 0:
        failed.append("the exemplar's server did not end with 0")

    scoring(served, records, minutes)
    memory(served, "after the scoring")
    if served.stop() != 0:
        failed.append("the server did not end with 0")
    run(program, "verify", "--db", db)
    print("remit verify: everything came out the same.")
    sys.exit(1 if failed else 0)


main()
