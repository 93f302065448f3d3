"""A round from its open weights to its answer and its ballot: by its manager, its members and a chair."""

import datetime
import unittest

from browsing import Keyboard, Story
from served import fresh

ROUND = "/rounds/toothache-2027"
TITLE = "How should Wexbourne see people with toothache sooner?"
OPTIONS = ["evening-sessions", "coast-van", "call-back", "millrace-slots"]
CRITERIA = {"pain": ["6", "5", "8", "4"], "fairness": ["5", "9", "6", "3"], "start": ["12", "30", "8", "6"]}


def weigh(browser, points):
    """From the round's own page to weights that are saved."""
    browser.go(f"{ROUND}/mine")
    browser.follow("Give weights: Weights").follow("Weigh: The criteria")
    for criterion, given in zip(CRITERIA, points):
        browser.page.locator(f'[name="{criterion}"], [name="points-{criterion}"]').first.fill(str(given))
    browser.press("Save")


def score(browser, options=OPTIONS):
    """Every criterion, one page each, as the pages lead on."""
    for criterion, values in CRITERIA.items():
        browser.go(f"{ROUND}/mine/scores/{criterion}")
        for option, value in zip(OPTIONS, values):
            if option in options:
                browser.page.locator(f'[name="score-{option}"]').fill(value)
        browser.press("Save and go on")


class ARound(Story):
    def test_a_round_is_weighed_scored_solved_and_voted_on_without_scripts(self):
        site = fresh()
        self.addCleanup(site.stop)
        manager, member, chair, analyst = (
            self.browser(site, java_script_enabled=False).as_(who)
            for who in ("manager", "member", "chair", "analyst"))

        # The manager sees at home what waits, and seats one more member.
        self.assertEqual(manager.heading, "Home")
        self.assertIn(TITLE, manager.words)
        manager.go(f"{ROUND}/manage")
        manager.follow("Change: Panel").follow("Seat a member")
        manager.page.get_by_label("Role").fill("patients’ representative")
        manager.page.get_by_label("Short name").fill("patients-voice")
        manager.page.get_by_label("Patients and the public").check()
        manager.page.get_by_label("Name", exact=True).fill("Barnaby Saltmarsh-Ode")
        manager.press("Seat the member")
        manager.go(f"{ROUND}/manage")
        self.assertIn("5 members", manager.words)

        # A member declares an interest, and is left out of the option that it touches.
        member.go(f"{ROUND}/mine")
        member.follow("Declare an interest: Interests")
        member.press("Go on")
        self.assertIn("There is a problem", member.words)
        member.page.get_by_label("Kept slots at Millrace Dental Practice").check()
        member.page.get_by_label("Financial", exact=True).check()
        member.page.get_by_label("What is it, in a few words?").fill("Works as an associate there.")
        member.press("Go on").press("Declare this interest")
        self.assertIn("You are left out of “Kept slots at Millrace Dental Practice”", member.words)

        for browser, points in ((manager, (100, 60, 20)), (member, (70, 100, 30)), (analyst, (90, 100, 10))):
            weigh(browser, points)
        manager.go(f"{ROUND}/manage")
        manager.follow("Close: Weights").press("Close the weights")

        # Who is left out is not asked for a score there.
        member.go(f"{ROUND}/mine/scores/pain")
        self.assertEqual(member.page.locator('[name="score-millrace-slots"]').count(), 0)
        score(member, OPTIONS[:3])
        for browser in (manager, chair, analyst):
            score(browser)
        member.go(f"{ROUND}/mine")
        self.assertIn("9 of 9 scores given", member.words)
        member.go(f"{ROUND}/scores")
        self.assertIn("so that nobody scores after another", member.words)
        manager.go(f"{ROUND}/manage")
        manager.follow("Close: Scores").press("Close the scores")

        # The answer is worked out; the page tells how far it has come, and shows itself again without a script.
        manager.go(f"{ROUND}/manage/solve")
        manager.press("Work it out")
        manager.wait_for_heading("The answer is worked out")
        manager.follow("Read what is recommended, and how sure that is")
        self.assertEqual(manager.heading, TITLE)
        self.assertIn("recommended", manager.words.lower())
        member.go(f"{ROUND}/scores")
        self.assertIn("How far members agree", member.words)

        # A secret ballot: nobody votes on what they are left out of, and nobody sees how they voted.
        manager.go(f"{ROUND}/manage/ballot")
        today = datetime.date.today()
        for part in ("day", "month", "year"):
            manager.page.locator(f'[name="discussed-{part}"]').fill(str(getattr(today, part)))
        manager.press("Open the ballot")
        for browser in (manager, member, chair, analyst):
            browser.go(f"{ROUND}/mine/ballot")
            votes = browser.page.locator("input[type=radio][value=fund]")
            self.assertEqual(votes.count(), 3 if browser is member else 4)
            for vote in votes.all():
                vote.check()
            browser.press("Go on").press("Cast this vote")
            browser.go(f"{ROUND}/mine/ballot")
            self.assertIn("How you voted is shown to nobody", browser.words)
        manager.go(f"{ROUND}/manage/ballot")
        manager.press("Close the ballot and count")
        manager.go(f"{ROUND}/manage")
        self.assertIn("Closed: 4 of 5 members voted", manager.words)

        # A step that is opened again says what is lost by it, and asks why.
        manager.follow("Open again: Scores")
        manager.press("Open the scores again")
        self.assertIn("Give the reason", manager.words)
        manager.page.get_by_label("Why?").fill("One option was described wrongly.")
        manager.press("Open the scores again")
        manager.go(f"{ROUND}/manage")
        self.assertIn("What was set aside", manager.words)


class ByKeyboard(Story):
    def test_a_member_does_their_part_by_keyboard_alone(self):
        site = fresh()
        self.addCleanup(site.stop)
        member, manager, analyst = (
            self.browser(site).as_(who) for who in ("manager", "manager", "analyst"))
        keys = Keyboard(self, member.page)

        # Declare, with an error on the way: the summary has the focus's first stop after the skip link.
        member.go("/home")
        keys.reach("Give your weights").enter()
        keys.reach("Back to your part in this round").enter()
        keys.reach("Declare an interest").enter()
        keys.reach("Go on").enter()
        keys.reach("Tick each option that your interest touches.").enter()
        self.assertEqual(member.page.evaluate("document.activeElement.name"), "options")
        keys.reach("A dental van for the coast").space()
        keys.reach("Financial").space()
        keys.arrow("Professional, without money")
        keys.reach("What is it, in a few words?").type("Wrote the proposal.")
        keys.reach("Go on").enter()
        keys.reach("Declare this interest").enter()
        self.assertIn("You are left out of “A dental van for the coast”", member.words)

        # Weigh.
        keys.reach("Give weights").enter()
        keys.reach("Weigh").enter()
        keys.reach("Pain relieved").type("100")
        keys.reach("Fair access").type("60")
        keys.reach("Weeks until it starts").type("10")
        keys.reach("Save").enter()
        self.assertIn("Your weights are saved", member.words)

        # Score, page by page as the form leads on.
        manager.go(f"{ROUND}/manage")
        manager.follow("Close: Weights").press("Close the weights")
        member.go(f"{ROUND}/mine")
        keys.reach("Score").enter()
        keys.reach("Score: Pain relieved").enter()
        for values in CRITERIA.values():
            for option, value in zip(OPTIONS, values):
                if option != "coast-van":
                    keys.reach_field(f"score-{option}").type(value)
            keys.reach("Save and go on").enter()
        self.assertIn("All options are scored", member.words)

        # Vote.
        score(analyst)
        manager.go(f"{ROUND}/manage/close/scores")
        manager.press("Close the scores")
        manager.go(f"{ROUND}/manage/solve")
        manager.press("Work it out").wait_for_heading("The answer is worked out")
        manager.go(f"{ROUND}/manage/ballot")
        today = datetime.date.today()
        for part in ("day", "month", "year"):
            manager.page.locator(f'[name="discussed-{part}"]').fill(str(getattr(today, part)))
        manager.press("Open the ballot")
        member.go(f"{ROUND}/mine")
        keys.reach("Vote").enter()
        for option in OPTIONS:
            if option != "coast-van":
                keys.reach_field(f"vote-{option}").space()
        keys.reach("Go on").enter()
        keys.reach("Cast this vote").enter()
        member.go(f"{ROUND}/mine/ballot")
        self.assertIn("You have voted", member.words)


if __name__ == "__main__":
    unittest.main()
