"""What holds of every page: the rules of accessibility, and the habits of this product."""

import os
import re
import unittest

import rules
from browsing import Browser, Story
from served import demo
from walking import ROUTES, every_page, main_part

# Two processes may share the pages between them.
SHARE, SHARES = map(int, os.environ.get("REMIT_SHARE", "0 1").split())
NOWHERE = "/nowhere"
# Pages to which the demonstration's state holds no link: ways in, and work that is not begun.
# What a story comes to on its way is asked there.
AWAY = re.compile(
    "/sign-in/code|/set-password|/meetings/:meeting/live/.*|/my-interests/gifts/:entry/withhold"
    "|/register/:person/.*|/rounds/:round/(decide/.*|manage/solve|publish)|/rounds/:round/mine/.*"
    "|/published/:record/.*|/who-decides/questions/:question|/needs/assessments/:assessment/gaps/:gap/answer"
    # In a round that is only begun, on a month with rows in doubt, after files were sent, where a provider is set, and under
    # a notice whose meeting agreed on immediate action.
    "|/rounds/:round/manage/(criteria|criteria/:criterion|new-criterion|pack|money/.*)"
    "|/contracts/:number/accept|/imports/check(/columns/:place)?|/sign-in/openid(/back)?"
    "|/activity/notices/:matter/action")


class EveryPage(Story):
    """All of the demonstration's pages, as each of its people sees them."""

    @classmethod
    def setUpClass(cls):
        finding = Browser(demo())
        cls.pages, cls.reached = every_page(finding)
        finding.close()
        cls.pages.append(("manager", NOWHERE, ""))

    def test_every_page_keeps_the_rules_of_accessibility_and_our_habits(self):
        faults, now = [], None
        browser = self.browser(demo())
        for who, path, _ in self.pages[SHARE::SHARES]:
            if who != now:
                browser.become(who)
                now = who
            faults += [f"{path} as {who}: {fault}" for fault in self.faults_of(browser, path)]
        self.assertEqual("\n".join(faults), "")

    def faults_of(self, browser, path):
        """At three widths, in the light and in the dark; by keyboard, and without motion."""
        page = browser.page
        if browser.go(path) != (404 if path == NOWHERE else 200):
            return ["another status than it was found with"]
        faults = rules.faults(page)
        page.keyboard.press("Tab")
        if page.evaluate(rules.FIRST_STOP) != ["skip", True]:
            faults.append("the first stop is no skip link that is seen")
        page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.id") != "main":
            faults.append("the skip link does not lead to the main part")
        faults += page.evaluate(rules.FOCUS)
        page.set_viewport_size({"width": 320, "height": 800})
        faults += page.evaluate(rules.WIDER, 320)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.set_viewport_size({"width": 375, "height": 800})
        faults += [f"375, in the dark: {fault}" for fault in rules.faults_as_drawn(page) + page.evaluate(rules.MOTION)]
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        page.set_viewport_size({"width": 1280, "height": 900})
        return faults

    @unittest.skipIf(SHARE, "the first share of the pages asks for it")
    def test_every_page_that_is_read_has_a_title_of_its_own(self):
        titles = {}
        for _, path, text in self.pages:
            # One committee may meet twice in a day: its meetings are told apart by what stands on them.
            if text and 'class="posting"' not in main_part(text) and "/live" not in path:
                titles.setdefault(re.search("<title>(.*?)</title>", text).group(1), set()).add(path)
        self.assertEqual({title: paths for title, paths in titles.items() if len(paths) > 1}, {})

    @unittest.skipIf(SHARE, "the first share of the pages asks for it")
    def test_every_route_is_reached_by_links(self):
        missing = [route for route in ROUTES if route not in self.reached and not AWAY.fullmatch(route)]
        self.assertEqual(missing, [])


if __name__ == "__main__":
    unittest.main()
