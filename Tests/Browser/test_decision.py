"""A round from its open weights to its published record, as a newcomer plays it: no command, and no manual."""

import unittest

from browsing import Story
from served import fresh
from test_meeting import HERE, LIVE
from test_round import ROUND, TITLE, score, weigh


class ADecision(Story):
    def go_on(self, browser):
        """Presses the one button of the form in the main part, and expects no fault."""
        browser.page.locator("main form.posting button.button-first").first.click()
        browser.page.wait_for_load_state()
        self.assertNotIn("There is a problem", browser.words)

    def put(self, lead, draft, reason):
        """A motion as it is filled in from the answer, and everybody for it."""
        lead.go(LIVE)
        lead.follow("Put a motion")
        lead.follow(draft)
        lead.page.get_by_label("Why?").fill(reason)
        if not lead.page.get_by_label("Which options were considered?").input_value():
            lead.page.get_by_label("Which options were considered?").fill("This\nThe other options of the round")
        lead.page.get_by_label("Who proposes it?").select_option(label="Marguerite Oxenholme")
        self.go_on(lead)
        lead.go(LIVE)
        lead.follow("Enter votes")
        lead.fill_in_that_all_are_for_it()
        self.go_on(lead)
        lead.go(LIVE)
        lead.follow("Close the vote")
        self.go_on(lead)

    def test_a_newcomer_brings_a_round_through_a_meeting_to_a_published_record(self):
        site = fresh()
        self.addCleanup(site.stop)
        manager, member, chair, analyst, lead = (
            self.browser(site).as_(who) for who in ("manager", "member", "chair", "analyst", "lead"))
        for browser in (manager, member, analyst):
            weigh(browser, (100, 60, 20))
        manager.go(f"{ROUND}/manage/close/weights")
        manager.press("Close the weights")
        for browser in (manager, member, chair, analyst):
            score(browser)
        manager.go(f"{ROUND}/manage/close/scores")
        manager.press("Close the scores")
        manager.go(f"{ROUND}/manage/solve")
        manager.press("Work it out").wait_for_heading("The answer is worked out")

        # The clerk puts the round on the agenda of today's meeting, and holds it.
        lead.go(f"{ROUND}/decide")
        lead.follow("Put the round on the agenda of a meeting")
        meeting = lead.page.get_by_label("At which meeting?")
        meeting.select_option(value="pccc-6")
        lead.page.get_by_label("Under which matter is it decided?").select_option(value="primary-dental-services")
        if not lead.page.get_by_label("What may the decision commit?").input_value():
            lead.page.get_by_label("What may the decision commit?").fill("180000")
        lead.page.get_by_label("Why late, where the papers are out already?").fill("The answer came today.")
        self.go_on(lead)
        lead.go(f"{LIVE}/open")
        for name in HERE:
            lead.page.get_by_label(name).first.check()
        lead.page.get_by_label("Who takes the chair?").select_option(label="Augustin Pellingham")
        self.go_on(lead)
        lead.go(LIVE)
        lead.page.locator("main form", has_text="Take this item").last.get_by_role("button").click()
        lead.page.wait_for_load_state()
        self.assertIn(f"Before the meeting: 4.", lead.words)
        self.put(lead, "Fill in what is recommended", "They see most people for the money.")
        self.put(lead, "Fill in what is not recommended", "Not this time: there is no money left.")
        lead.go(LIVE)
        lead.press("Close this item")
        lead.press("Close the meeting")

        # What was carried is recorded, with how to appeal, and published.
        manager.go(f"{ROUND}/decide")
        manager.follow("Record what the meeting decided")
        for reason in manager.page.locator("main form textarea").all():
            reason.fill("As the committee said in its motion.")
        self.go_on(manager)
        manager.press("Record the decision")
        manager.go(f"{ROUND}/publish")
        self.assertIn("What stays back", manager.words)
        manager.press("Publish the record").wait_for_heading("The record is published")

        public = self.browser(site)
        public.go("/")
        public.follow("Published records") if public.page.get_by_role(
            "link", name="Published records", exact=True).count() else public.go("/published")
        self.assertIn(TITLE, public.words)


if __name__ == "__main__":
    unittest.main()
