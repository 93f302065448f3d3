"""Runs the tests in a browser, module by module in two processes at a time, and says how many passed.

`run.py [MODULE…]`; REMIT_PROGRAM names the program. Its last line is `Run in a browser: N passed, N failed`.
"""

import atexit
import os
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
AT_ONCE = 2


class Counted(unittest.TextTestResult):
    """A test whose parts fail is one that fails."""

    def count(self):
        lost = {getattr(test, "test_case", test).id() for test, _ in self.failures + self.errors}
        return self.testsRun - len(lost) - len(self.skipped), len(lost)


def run_here(module):
    runner = unittest.TextTestRunner(stream=sys.stdout, resultclass=Counted, verbosity=2)
    passed, failed = runner.run(unittest.defaultTestLoader.loadTestsFromName(module)).count()
    print(f"counted: {passed} {failed}", flush=True)


def shared_out(modules):
    """The longest first, and that in two parts."""
    parts = [(module, f"{part} 2") for module in modules if module == "test_pages" for part in (0, 1)]
    return parts + [(module, "0 1") for module in modules if module != "test_pages"]


def run_all(modules):
    import served

    site = served.demo()
    signed = served.copy_for_signing_in()
    given = {**os.environ, "REMIT_DEMO": f"{site.address} {site.database} {signed}"}
    waiting, running, sums = shared_out(modules), {}, [0, 0]
    atexit.register(lambda: [process.terminate() for process in running.values()])
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            module, share = waiting.pop(0)
            running[module, share] = subprocess.Popen(
                [sys.executable, __file__, "--here", module], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, env={**given, "REMIT_SHARE": share})
        (module, share), process = next(iter(running.items()))
        text, _ = process.communicate()
        del running[module, share]
        lines = [line for line in text.splitlines() if not line.startswith("counted: ")]
        print(f"\n{module}\n" + "\n".join(lines), flush=True)
        counted = [line.split()[1:] for line in text.splitlines() if line.startswith("counted: ")]
        passed, failed = map(int, counted[-1]) if counted else (0, 1)
        sums = [sums[0] + passed, sums[1] + failed]
    site.stop()
    print(f"\nRun in a browser: {sums[0]} passed, {sums[1]} failed")
    return sums[1] == 0 and sums[0] > 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        run_here(sys.argv[2])
    else:
        found = sorted(path.stem for path in HERE.glob("test_*.py"))
        wanted = sys.argv[1:] or found
        sys.exit(0 if run_all(wanted) else 1)
