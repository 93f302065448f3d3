"""Kills the server at random moments while people work, and looks at what is on the record afterwards.

usage: bench-crash.py PROGRAM WORK KILLS SEED
"""

import http.client
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time

from serving import CRITERIA, ROUND, Person, Records, free_port, run

MEMBERS = 8


class Writer(threading.Thread):
    """Sends one thing after the other until the server is gone; knows what was acknowledged and what was under way."""

    def __init__(self, person):
        super().__init__()
        self.person, self.acknowledged, self.open, self.fault = person, [], None, None

    def run(self):
        try:
            while True:
                self.open = self.next()
                self.send(self.open)
                self.acknowledged.append(self.open)
                self.open = None
        except (OSError, http.client.HTTPException):
            self.person.leave()
        except BaseException as fault:
            self.fault = fault


class Scoring(Writer):
    """A member who scores every option on one criterion, each time otherwise than before."""

    def __init__(self, person, fields, count):
        super().__init__(person)
        self.fields, self.count = fields, count

    def next(self):
        self.count += 1
        criterion = CRITERIA[self.count % len(CRITERIA)]
        value = self.count // len(CRITERIA)
        low, high = (0, 10) if criterion == "health" else (4, 52)
        # Never the value before, on the same criterion; exact in a hundredth.
        return criterion, {field: f"{low + (value * 37 + place * 11) % ((high - low) * 100) / 100:g}"
                           for place, field in enumerate(self.fields)}

    def send(self, scores):
        self.person.score(*scores)


class Adding(Writer):
    """An administrator who adds people: two acts and two texts in one transaction each."""

    def __init__(self, person, count):
        super().__init__(person)
        self.count = count

    def next(self):
        self.count += 1
        return f"p{self.count:05}"

    def send(self, account):
        form = {"csrf": self.person.token, "account": account, "name": f"Person {account}",
                "email": f"{account}@remit.example"}
        status, text, to = self.person.ask("POST", "/people/add", form)
        if status != 303:
            raise SystemExit(f"adding {account} was answered with {status} {to}: {text[:400]}")


class Record:
    """The file as it is after a kill, read past Remit."""

    def __init__(self, db):
        self.db, self.last = db, 0

    def since(self):
        """Each member's scores and the accounts added since the last look; raises where something is half-written."""
        reading = sqlite3.connect(self.db)
        try:
            for check in ("PRAGMA quick_check", "PRAGMA foreign_key_check"):
                told = reading.execute(check).fetchall()
                if told not in ([("ok",)], []):
                    raise SystemExit(f"{check}: {told}")
            scores, added, names = {}, [], []
            lines = reading.execute(
                "SELECT j.sequence, j.act, r.body, a.body FROM journal j LEFT JOIN round_act r USING (sequence) "
                "LEFT JOIN access_act a USING (sequence) WHERE j.sequence > ? ORDER BY j.sequence",
                (self.last,)).fetchall()
            for sequence, act, of_round, of_access in lines:
                if sequence != self.last + 1:
                    raise SystemExit(f"line {self.last + 1} of the journal is missing")
                self.last = sequence
                if act == "giveScores":
                    body = json.loads(of_round)
                    given = {f"score-{one['option']}": f"{float(one['value']):g}" for one in body["scores"]}
                    scores.setdefault(body["member"], []).append((body["scores"][0]["criterion"], given))
                elif of_access is not None:
                    body = json.loads(of_access)
                    if act == "addAccount":
                        added.append(body["account"])
                        names += [body[key]["digest"] if isinstance(body[key], dict) else body[key] for key in ("name", "email")]
                else:
                    raise SystemExit(f"line {sequence} ({act}) was not made here")
            for name in names:
                if not reading.execute("SELECT text FROM personal_text WHERE digest = ?", (name,)).fetchone():
                    raise SystemExit("an account stands without the texts that came with it")
            return scores, added
        finally:
            reading.close()


def compare(name, writer, found):
    """What was acknowledged is there, in order, and nothing else but what was under way; returns how many were lost."""
    sent = writer.acknowledged
    if found == sent or found == sent + [writer.open]:
        return 0
    lost = [one for one in sent if one not in found]
    print(f"{name}: acknowledged {len(sent)}, found {len(found)}, lost {len(lost)}\n  sent {sent}\n  found {found}\n"
          f"  under way {writer.open}")
    return max(1, len(lost))


def main():
    program, work, kills, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    chance = random.Random(seed)
    db = os.path.join(work, "crash.sqlite")
    records = Records(program, work, db, MEMBERS)
    records.open_round()
    records.add("boss", "administrator")
    port = free_port()
    server = records.serve(port)
    people = [Person(member, port).sign_in() for member in records.members]
    boss = Person("boss", port).sign_in()
    fields = people[0].form_of_scores(CRITERIA[0])[1]
    if server.stop() != 0:
        raise SystemExit("told to stop, the server did not end with 0")
    record = Record(db)
    record.last = sqlite3.connect(db).execute("SELECT MAX(sequence) FROM journal").fetchone()[0]
    counts = {person.account: 0 for person in people}
    acknowledged = lost = finished = added_so_far = backups = 0
    begun = time.perf_counter()
    signed_in = time.perf_counter()
    for kill in range(1, kills + 1):
        server = records.serve(port)
        if time.perf_counter() - signed_in > 1200:
            for person in people + [boss]:
                person.sign_in()
            signed_in = time.perf_counter()
        writers = {person.account: Scoring(person, fields, counts[person.account]) for person in people}
        adding = Adding(boss, added_so_far)
        everybody = list(writers.values()) + [adding]
        for writer in everybody:
            writer.start()
        # Every tenth time a copy is made meanwhile, and looked at afterwards.
        copy = os.path.join(work, f"copy-{kill}.sqlite") if kill % 10 == 0 else None
        copying = subprocess.Popen(
            [program, "backup", "--db", db, "--to", copy], stdout=subprocess.DEVNULL) if copy else None
        time.sleep(chance.uniform(0.02, 0.7))
        os.kill(server.process.pid, signal.SIGKILL)
        server.kill()
        for writer in everybody:
            writer.join()
            if writer.fault:
                raise writer.fault
        scores, added = record.since()
        for name, writer in writers.items():
            lost += compare(name, writer, scores.get(name, []))
            acknowledged += len(writer.acknowledged)
            counts[name] = writer.count
        lost += compare("boss", adding, added)
        acknowledged += len(adding.acknowledged)
        added_so_far = adding.count
        run(program, "verify", "--db", db)
        if copying:
            if copying.wait() != 0:
                raise SystemExit("a backup under load failed")
            back = copy + ".back"
            run(program, "restore", copy, "--db", back)
            run(program, "verify", "--db", back)
            for path in (copy, back):
                os.remove(path)
            backups += 1
        finished = kill
        if sys.stderr.isatty() or kill % 20 == 0:
            print(f"{kill} kills, {acknowledged} acts acknowledged, {lost} lost", file=sys.stderr, flush=True)
    seconds = time.perf_counter() - begun
    print(f"Killed {finished} times (seed {seed}) in {seconds:.0f} s: {acknowledged} acts acknowledged, {lost} lost; "
          f"the journal of {record.last} lines verified {finished} times; {backups} backups made under load came back "
          "and verified.")
    sys.exit(1 if lost else 0)


main()
