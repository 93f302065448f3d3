"""A meeting while it is held: the governance lead keeps it, others follow it, with scripts and without."""

import unittest

from browsing import PATIENCE, Story
from served import fresh

LIVE = "/meetings/pccc-6/live"
HERE = [
    "Augustin Pellingham", "Wilhelmina Quenby-Marsh", "Henrietta Brackley-Stowe", "Marguerite Oxenholme",
    "Leopold Ashgrove-Tarn", "Ngozi Summerskill", "Sunniva Marsh-Reed", "Idris Larkstone", "Petronella Harbourne",
]


class AMeeting(Story):
    def sees(self, browser, words):
        """Waits until the page shows it by itself, without being asked for again."""
        browser.page.wait_for_function(
            "words => document.querySelector('main').innerText.includes(words)", arg=words, timeout=PATIENCE)

    def stays(self, browser):
        browser.page.evaluate("window.isTheSamePage = true")

    def test_a_meeting_is_kept_by_its_clerk_and_seen_by_all_as_it_goes(self):
        site = fresh()
        self.addCleanup(site.stop)
        lead = self.browser(site).as_("lead")
        chair = self.browser(site).as_("chair")
        plain = self.browser(site, java_script_enabled=False).as_("observer")
        member = self.browser(site).as_("member")

        # The chair keeps an interested member's paper back.
        lead.go(LIVE)
        lead.follow("Decide otherwise: Petronella Harbourne, millrace")
        lead.page.get_by_label("Gets no papers and takes no part").check()
        lead.page.get_by_label("Who takes the chair and decides?").select_option(label="Augustin Pellingham")
        lead.page.get_by_label("Why, where it is not what is proposed?").fill("It is the member’s own practice.")
        lead.press("Record the decision")
        member.go(LIVE)
        self.assertIn("1 paper kept back from you", member.words)
        self.assertNotIn("Kept slots at Millrace for a further year", member.words)

        # Opened: seen by the chair at once, by who runs no scripts when the page is asked for again.
        for browser in (chair, plain):
            browser.go(LIVE)
            self.assertIn("Not open yet", browser.words)
        self.stays(chair)
        lead.go(LIVE)
        lead.follow("Open the meeting")
        lead.press("Open it")
        self.assertIn("Tick everybody who is here", lead.words)
        for name in HERE:
            lead.page.get_by_label(name).first.check()
        lead.page.get_by_label("Who takes the chair?").select_option(label="Augustin Pellingham")
        lead.press("Open it")
        self.sees(chair, "Open since")
        self.sees(chair, "In the chair: Augustin Pellingham")
        self.assertIn("Not open yet", plain.words)
        plain.follow("Show what is new")
        self.assertIn("Open since", plain.words)

        # An item is taken, and its quorum is seen; somebody leaves and comes again.
        lead.go(LIVE)
        lead.page.locator("main form", has_text="Take this item").nth(2).get_by_role("button").click()
        lead.page.wait_for_load_state()
        self.sees(chair, "Before the meeting: 3. The contract of Millrace Dental Practice")
        self.sees(chair, "Quorate")
        self.sees(member, "An item in which you take no part is before the meeting")
        self.assertNotIn("Motion", member.words)

        # Nothing is put to the vote while somebody is in the room who takes no part.
        lead.go(LIVE)
        lead.page.get_by_role("form", name="Leaves for this item: Petronella Harbourne").get_by_role("button").click()
        lead.page.wait_for_load_state()
        self.sees(chair, "left at")

        # A motion, and its votes: the chair's own from the chair's own page, the others' by the clerk.
        lead.go(LIVE)
        lead.follow("Put a motion")
        lead.page.get_by_label("What is proposed?").fill("To keep the slots at Millrace for a further year.")
        lead.page.locator("[name=asks]").first.check()
        lead.page.get_by_label("Why?").fill("They are filled on nine days in ten.")
        lead.page.get_by_label("Which options were considered?").fill("Keep the slots\nEnd them in March")
        lead.page.get_by_label("Who proposes it?").select_option(label="Marguerite Oxenholme")
        lead.page.locator("main form button").first.click()
        lead.page.wait_for_load_state()
        self.assertNotIn("There is a problem", lead.words)
        self.sees(chair, "Your vote")
        chair.press("For")
        self.assertIn("You have voted", chair.words)
        self.stays(chair)
        self.sees(lead, "Voted: Augustin Pellingham")
        lead.go(LIVE)
        lead.follow("Enter votes")
        lead.fill_in_that_all_are_for_it()
        lead.page.locator("main form button").first.click()
        lead.page.wait_for_load_state()
        lead.go(LIVE)
        lead.follow("Close the vote")
        lead.page.locator("main form button").first.click()
        lead.page.wait_for_load_state()
        self.sees(chair, "Carried")
        lead.go(LIVE)
        lead.press("Close this item")
        lead.press("Close the meeting")
        self.sees(chair, "Closed at")
        self.assertTrue(chair.page.evaluate("window.isTheSamePage === true"), "the chair's page was loaded again")

        # What was decided is on the record, for everybody.
        public = self.browser(site)
        public.go("/decisions")
        self.assertIn("To keep the slots at Millrace for a further year", public.words)


if __name__ == "__main__":
    unittest.main()
