"""A browser for the tests: Debian's Chromium, and what every page is watched for while a test goes through it."""

import atexit
import os
import re
import shutil
import unittest
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

import rules
from served import PASSWORD, PEOPLE, cookie, email
from walking import route_of

_driver = None
_looked = set()
_chromium = None
# For what a page is waited for: generous, and no judgement of speed.
PATIENCE = int(os.environ.get("REMIT_PATIENCE", "30000"))


def chromium():
    global _driver, _chromium
    if _chromium is None:
        place = shutil.which("chromium") or shutil.which("chromium-browser")
        _driver = sync_playwright().start()
        # Chromium refuses its sandbox to the administrator; the pages are ours and on this machine.
        switches = ["--no-sandbox"] if os.getuid() == 0 else []
        _chromium = _driver.chromium.launch(executable_path=place, args=switches)
        atexit.register(_end)
    return _chromium


def _end():
    _chromium.close()
    _driver.stop()


class Browser:
    """One person's browser: cookies of its own, and everything that goes wrong in it."""

    def __init__(self, site, width=1280, height=900, **options):
        self.site = site
        self.is_looked_at = options.get("java_script_enabled", True)
        options.setdefault("color_scheme", "light")
        self.context = chromium().new_context(
            base_url=site.address, viewport={"width": width, "height": height}, **options)
        self.context.set_default_timeout(PATIENCE)
        self.faults = []
        self.page = self.open()

    def open(self):
        """Another tab, watched like the first."""
        page = self.context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", self._asked)
        return page

    def _heard(self, message):
        # A page that is refused or not found says so itself; the browser's own line about it is no fault.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.faults.append(f"{self.page.url}: {message.type}: {message.text}")

    def _asked(self, request):
        where = urlsplit(request.url)
        if where.scheme in ("http", "https") and f"{where.scheme}://{where.netloc}" != self.site.address:
            self.faults.append(f"asked elsewhere: {request.url}")

    def go(self, path):
        """Goes there and returns the status."""
        status = self.page.goto(path).status
        if status == 200:
            self._look()
        return status

    def _look(self):
        """Asks the rules of the first page of each route to which the stories of a process come."""
        route = route_of(urlsplit(self.page.url).path)
        if not self.is_looked_at or route is None or route in _looked:
            return
        _looked.add(route)
        self.faults += [f"{self.page.url}: {fault}" for fault in rules.faults(self.page)]

    def sign_in(self, who, then=None):
        self.go("/sign-in" + (f"?then={then}" if then else ""))
        self.page.get_by_label("E-mail address").fill(email(who))
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.press("Sign in")
        return self

    def as_(self, who):
        """Signed in already, as somebody who has come back."""
        name, value = cookie(who)
        self.context.add_cookies([{"name": name, "value": value, "url": self.site.address}])
        self.go("/home")
        return self

    def become(self, who):
        """In a demonstration: presses the button of one of its people, or of signing out for nobody."""
        self.context.clear_cookies()
        self.go("/home")
        if who == "nobody":
            self.page.get_by_role("button", name="Sign out").click()
        else:
            button = self.page.locator(f'#switch-person button[value="{PEOPLE[who]}"]')
            if button.count():
                button.click()
        self.page.wait_for_load_state()
        return self

    def press(self, name, within=None):
        """Presses the one button of this name and waits for the page that follows."""
        (within or self.page.locator("main")).get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_load_state()
        self._look()
        return self

    def fill_in_that_all_are_for_it(self):
        """Chooses "For" wherever the form before us asks how somebody votes."""
        for menu in self.page.locator("main form select").all():
            menu.select_option(label="For")
        for choice in self.page.locator("main form input[type=radio][value=for]").all():
            choice.check()

    def follow(self, name, within=None):
        """Follows the link of this name; what only a screen reader hears of it, after a colon, is part of it."""
        heard = re.compile("^" + re.escape(name).replace(":", " ?:") + "$")
        (within or self.page.locator("main")).get_by_role("link", name=heard).first.click()
        self.page.wait_for_load_state()
        self._look()
        return self

    def wait_for_heading(self, heading):
        """Waits while a page that follows some work shows itself again."""
        self.page.get_by_role("heading", level=1, name=heading, exact=True).wait_for(timeout=4 * PATIENCE)
        return self

    @property
    def path(self):
        where = urlsplit(self.page.url)
        return where.path + (f"?{where.query}" if where.query else "")

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    @property
    def words(self):
        """What the main part says, its blanks as one space each."""
        return " ".join(self.page.locator("main").inner_text().split())

    def close(self):
        self.context.close()


# What a screen reader says of what has the focus, and where it stands.
FOCUSED = r"""() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const said = (it) => it.innerText.replace(/\s+/g, ' ').replace(/ :/g, ':').trim();
  const names = one.labels && one.labels.length ? [...one.labels].map(said) : [said(one) || one.ariaLabel || ''];
  const all = [...document.querySelectorAll('*')];
  const look = getComputedStyle(one);
  return {name: names.join(' '), field: one.name || '', place: all.indexOf(one),
          seen: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
            && one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight};
}"""


class Keyboard:
    """Hands on the keys alone: what is reached is reached by Tab, in the order of the page, and is seen when it is."""

    MOST_STOPS = 120

    def __init__(self, test, page):
        self.test, self.page = test, page
        # What is scrolled to is there at once.
        page.emulate_media(reduced_motion="reduce")

    def reach(self, name):
        """Tabs on to what a screen reader calls this, or what begins so."""
        return self._reach(lambda one: one["name"] == name or one["name"].startswith(name), name)

    def reach_field(self, field):
        return self._reach(lambda one: one["field"] == field, field)

    def _reach(self, is_it, what):
        self.page.wait_for_load_state()
        last = -1
        for _ in range(self.MOST_STOPS):
            self.page.keyboard.press("Tab")
            one = self.page.evaluate(FOCUSED)
            if one is None:
                last = -1
                continue
            self.test.assertGreater(one["place"], last, f"the focus goes back, at “{one['name']}”")
            self.test.assertTrue(one["seen"], f"the focus is not seen, at “{one['name']}”")
            last = one["place"]
            if is_it(one):
                return self
        raise AssertionError(f"“{what}” is not reached by Tab on {self.page.url}")

    def _press(self, key):
        self.page.keyboard.press(key)
        self.page.wait_for_load_state()
        return self

    def enter(self):
        """Presses what has the focus, and waits for the page that follows."""
        before = self.page.evaluate("performance.timeOrigin")
        leads_on = not self.page.evaluate("document.activeElement.hash || ''")
        self.page.keyboard.press("Enter")
        if leads_on:
            self.page.wait_for_function("before => performance.timeOrigin !== before", arg=before)
        self.page.wait_for_load_state()
        return self

    def space(self):
        return self._press("Space")

    def arrow(self, name):
        """On to the next of a group, which must be this."""
        self._press("ArrowDown")
        self.test.assertEqual(self.page.evaluate(FOCUSED)["name"], name)
        return self

    def type(self, text):
        self.page.keyboard.type(text)
        return self


class Story(unittest.TestCase):
    """A test with browsers: at its end none of them may have met a fault."""

    maxDiff = None

    def browser(self, site, **options):
        opened = Browser(site, **options)

        def close():
            opened.close()
            self.assertEqual(opened.faults, [])

        self.addCleanup(close)
        return opened
