"""A committee from its founding to an urgent decision and the meeting that is told of it, all by form."""

import datetime
import pathlib
import tempfile
import unittest

from browsing import Story
from served import fresh

TODAY = datetime.date.today()
MEMBERS = ["Augustin Pellingham", "Wilhelmina Quenby-Marsh", "Henrietta Brackley-Stowe"]


class ACommittee(Story):
    def day(self, page, field, day):
        for part, value in (("day", day.day), ("month", day.month), ("year", day.year)):
            page.locator(f"[name={field}-{part}]").fill(str(value))

    def test_a_lead_founds_a_committee_plans_its_meeting_and_reports_an_urgent_decision_to_it(self):
        site = fresh()
        self.addCleanup(site.stop)
        lead = self.browser(site).as_("lead")
        page = lead.page

        # Founded; its page says what comes next.
        lead.go("/committees")
        lead.follow("Form a committee")
        lead.press("Form it")
        self.assertIn("Enter what the committee is called", page.locator(".error-summary").inner_text())
        page.get_by_label("What is the committee called?").fill("Access committee")
        page.get_by_label("Whose committee is it?").select_option(index=1)
        self.day(page, "formedOn", TODAY - datetime.timedelta(days=30))
        lead.press("Form it")
        self.assertIn("Begin with its members", lead.words)
        place = lead.path

        # Its members, the first of them in the chair.
        for number, name in enumerate(MEMBERS):
            lead.follow("Appoint somebody")
            page.get_by_label("Who is appointed?").select_option(label=name)
            page.get_by_label("Lay member").check()
            page.locator("[name=voting][value=yes]").check()
            if number == 0:
                page.get_by_label("Chair", exact=True).check()
            self.day(page, "from", TODAY - datetime.timedelta(days=30))
            lead.press("Appoint them")
            self.assertIn(name, lead.words)

        # Terms: a quorum that cannot be met is refused before it is confirmed; then they are checked and set.
        lead.follow("Set the terms of reference")
        self.day(page, "from", TODAY - datetime.timedelta(days=30))
        page.get_by_label("At least how many members?").fill("5")
        page.get_by_label("Members with a vote", exact=True).check()
        page.locator("[name=majority][value=simple]").check()
        page.get_by_label("In public").check()
        page.get_by_label("The chair or vice-chair, with another member, may decide between meetings").check()
        page.get_by_label("What may it decide, and up to how much?").fill("Primary dental services: £50,000")
        page.get_by_label("Where does this stand?").fill("Terms of reference, version 1")
        lead.press("Check the terms")
        self.assertIn("can never meet it", lead.words)
        page.get_by_label("At least how many members?").fill("2")
        lead.press("Check the terms")
        self.assertIn("Nothing is recorded until you send it", lead.words)
        lead.press("Set the terms")
        self.assertIn("It can meet and decide", lead.words)

        # A meeting to come.
        lead.follow("Plan a meeting")
        page.get_by_label("Access committee").check()
        self.day(page, "day", TODAY + datetime.timedelta(days=7))
        page.get_by_label("When does it begin?").fill("10:00")
        page.get_by_label("Where?").fill("Town hall")
        lead.press("Plan it")
        meeting = lead.path

        # What cannot wait for it: two decide, on a document.
        lead.go(place)
        lead.follow("Record an urgent decision")
        for name in MEMBERS[:2]:
            page.get_by_role("group", name="Who decided?").get_by_label(name).check()
        page.get_by_label("Why could it not wait for a meeting?").fill("The practice closes on Friday.")
        page.get_by_label("What is the decision called?").fill("Cover at Harbour Street")
        page.get_by_label("What was decided?").fill("That the contract be bridged for a month.")
        page.get_by_label("Why?", exact=True).fill("Nobody else can see its patients.")
        page.get_by_label("Which options were considered?").fill("A month of cover\nNo change")
        page.get_by_label("Under which matter?").select_option(index=1)
        page.get_by_label("What does it commit?").fill("12,000")
        lead.press("Check the decision")
        self.assertIn("£12,000", lead.words)
        with tempfile.NamedTemporaryFile(suffix=".txt") as letter:
            pathlib.Path(letter.name).write_text("The practice closes.")
            page.get_by_label("The document on which it rests").set_input_files(letter.name)
            lead.press("Record the decision")
        self.assertIn("Cover at Harbour Street", lead.words)
        lead.go(place)
        self.assertIn("Cover at Harbour Street", lead.words)

        # The meeting is told of it, and then it is owed no more.
        lead.go(meeting)
        lead.follow("Put an item on the agenda")
        page.get_by_label("What is the item called?").fill("Decided between meetings")
        page.locator("[name=purpose][value=note]").check()
        page.get_by_label("Cover at Harbour Street").check()
        lead.press("Put it on the agenda")
        self.assertIn("Decided between meetings", lead.words)
        lead.go(place)
        self.assertIn("Owed to its next meeting Nothing.", lead.words)

        # Others find the committee, and no way to change it.
        plain = self.browser(site).as_("observer")
        plain.go(place.removesuffix("/keep"))
        self.assertIn("Quorate with at least 2 voting members", plain.words)
        self.assertNotIn("Keep this committee", plain.words)
        self.assertEqual(plain.go(place), 403)


if __name__ == "__main__":
    unittest.main()
