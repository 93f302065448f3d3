"""What holds of every page: the rules of accessibility, and the habits of this product."""

import pathlib
import re
import unittest

import axe_playwright_python

from browsing import Browser, Story
from served import demo
from walking import ROUTES, every_page

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# What depends on how a page is drawn: asked for again at other widths and in the dark.
DRAWN = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "meta-viewport"]

ASK = """async (rules) => {
  const options = rules.length ? {runOnly: {type: 'rule', values: rules}} : {rules: {'target-size': {enabled: true}}};
  const found = await axe.run(document, {...options, resultTypes: ['violations']});
  return found.violations.flatMap((one) => one.nodes.slice(0, 3).map(
    (node) => `${one.id}: ${node.target.join(' ')}: ${(node.any[0] || node.all[0] || node.none[0] || {}).message}`));
}"""

HABITS = """() => {
  const faults = [];
  const count = document.querySelectorAll('h1').length;
  if (count !== 1) faults.push(`${count} h1`);
  if (!document.title.trim()) faults.push('no title');
  if (document.documentElement.lang !== 'en-GB') faults.push('no language');
  const scripts = [...document.scripts];
  if (scripts.some((one) => !one.src || !one.integrity)) faults.push('an inline script');
  if (scripts.length && !document.getElementById('told')) faults.push('a script where none is needed');
  if (document.querySelector('style, [style]')) faults.push('an inline style');
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length) faults.push(`an id twice: ${twice}`);
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(link.hash.slice(1))) faults.push(`a jump to nowhere: ${link.hash}`);
  }
  return faults;
}"""

# Pages to which the demonstration's state holds no link: ways in for who has not signed in.
AWAY = re.compile("/sign-in.*|/set-password")

# After a key was pressed: what has the focus must show it.
FOCUS = """() => {
  const faults = [];
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, '
    + '[tabindex="0"]')].filter((one) => one.checkVisibility()).slice(0, 150);
  for (const one of all) {
    one.focus();
    const look = getComputedStyle(one);
    if (look.outlineStyle === 'none' || parseFloat(look.outlineWidth) < 2) {
      faults.push(`no focus to be seen: ${one.outerHTML.slice(0, 90)}`);
    }
  }
  return faults.slice(0, 3);
}"""

FIRST_STOP = """[document.activeElement.className, document.activeElement.getBoundingClientRect().top >= 0]"""

MOTION = """() => {
  const moving = [document.documentElement, ...document.querySelectorAll('main *')].filter((one) => {
    const look = getComputedStyle(one);
    return look.scrollBehavior === 'smooth' || look.animationName !== 'none' || parseFloat(look.transitionDuration) > 0;
  });
  return moving.slice(0, 3).map((one) => `moves all the same: ${one.outerHTML.slice(0, 90)}`);
}"""

WIDER = """(width) => {
  if (document.scrollingElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll('main *, header *, footer *')]
    .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.table-region, pre, svg, .unseen'))
    .map((one) => one.outerHTML.slice(0, 90));
  return [`scrolls sideways at ${width}: ${wide.slice(-2).join(' | ')}`];
}"""


class EveryPage(Story):
    """All of the demonstration's pages, as each of its people sees them."""

    @classmethod
    def setUpClass(cls):
        finding = Browser(demo())
        cls.pages, cls.reached = every_page(finding)
        finding.close()

    def test_every_page_keeps_the_rules_of_accessibility_and_our_habits(self):
        faults, titles, now = [], {}, None
        browser = self.browser(demo())
        for who, path in self.pages:
            if who != now:
                browser.become(who)
                now = who
            faults += [f"{path} as {who}: {fault}" for fault in self.faults_of(browser, path)]
            if not browser.page.locator("main form.posting").count():
                titles.setdefault(browser.page.title(), set()).add(path)
        faults += [f"{paths} have one title: {title}" for title, paths in titles.items() if len(paths) > 1]
        self.assertEqual("\n".join(faults), "")

    def faults_of(self, browser, path):
        """At three widths, in the light and in the dark; by keyboard, and without motion."""
        page = browser.page
        if browser.go(path) != 200:
            return ["not found"]
        page.evaluate(AXE)
        faults = page.evaluate(HABITS) + page.evaluate(ASK, [])
        page.keyboard.press("Tab")
        if page.evaluate(FIRST_STOP) != ["skip", True]:
            faults.append("the first stop is no skip link that is seen")
        page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.id") != "main":
            faults.append("the skip link does not lead to the main part")
        faults += page.evaluate(FOCUS)
        page.set_viewport_size({"width": 320, "height": 800})
        faults += page.evaluate(WIDER, 320)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.set_viewport_size({"width": 375, "height": 800})
        faults += [f"375, in the dark: {fault}" for fault in page.evaluate(ASK, DRAWN) + page.evaluate(MOTION)]
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        page.set_viewport_size({"width": 1280, "height": 900})
        return faults

    def test_every_route_is_reached_by_links(self):
        missing = [route for route in ROUTES if route not in self.reached and not AWAY.fullmatch(route)]
        self.assertEqual(missing, [])


if __name__ == "__main__":
    unittest.main()
