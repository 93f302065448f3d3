"""The demonstration itself: signed in at once, another person with one press, and a way out and in again."""

import unittest

from browsing import Story
from served import PEOPLE, demo


class TheDemonstration(Story):
    def test_it_opens_signed_in_and_one_press_makes_a_reader_somebody_else(self):
        browser = self.browser(demo())
        self.assertEqual(browser.go("/home"), 200)
        self.assertIn("You are here as commissioning manager", browser.words)
        for who in ("lead", "observer", "administrator", "manager"):
            browser.page.locator(f'#switch-person button[value="{PEOPLE[who]}"]').click()
            browser.page.wait_for_load_state()
            self.assertEqual(browser.path, "/home")
        self.assertIn("You are here as commissioning manager", browser.words)

    def test_a_round_and_a_meeting_wait_to_be_played(self):
        browser = self.browser(demo())
        browser.go("/home")
        self.assertIn("Give your weights", browser.words)
        browser.become("lead")
        self.assertEqual(browser.go("/meetings/pccc-6/live"), 200)
        self.assertIn("Open the meeting", browser.words)


if __name__ == "__main__":
    unittest.main()
