"""What a member and an analyst do by form besides: pairs, trade-off questions, scores in a sheet, unknown columns."""

import pathlib
import tempfile

import rules
from browsing import Story
from served import fresh

ROUND = "/rounds/toothache-2027"
PAIRS = {"pain.fairness": "3", "pain.start": "6", "fairness.start": "2"}


def written(name, *lines):
    place = pathlib.Path(tempfile.mkdtemp()) / name
    place.write_text("\n".join(lines) + "\n")
    return place


class Forms(Story):
    def look(self, browser):
        """Asks the rules of this page, also where another of its route was asked before."""
        self.assertEqual(rules.faults(browser.page), [])

    def test_a_member_compares_answers_questions_and_sends_a_sheet_of_scores(self):
        site = fresh()
        self.addCleanup(site.stop)
        manager, member = (self.browser(site).as_(who) for who in ("manager", "member"))

        # Pairs: what follows is shown before it is saved, and can be changed.
        member.go(f"{ROUND}/mine/weights/top")
        member.follow("Compare them two at a time")
        member.press("Continue")
        self.assertIn("There is a problem", member.words)
        self.look(member)
        for pair, times in PAIRS.items():
            member.page.locator(f'[name="pair-{pair}"]').select_option(times)
        member.press("Continue")
        self.assertIn("Your comparisons all agree with one another.", member.words)
        member.press("Change the comparisons")
        member.page.locator('[name="pair-pain.start"]').select_option("-9")
        member.press("Continue")
        self.assertIn("Together that makes", member.words)
        self.look(member)
        member.press("Change the comparisons")
        member.page.locator('[name="pair-pain.start"]').select_option("6")
        member.press("Continue").press("Save")
        self.assertIn("Each pair compared: Pain relieved 67 %", member.words)

        # Questions, one a page, with a way back; they take the place of the pairs.
        member.go(f"{ROUND}/mine/weights/top")
        member.follow("Answer questions: would you rather have this or that?")
        self.look(member)
        asked = 0
        while member.page.get_by_text("Which would you rather have?").count():
            member.page.locator('[name="answer"]').nth(asked % 2).check()
            member.press("Continue")
            asked += 1
            if asked == 2:
                member.press("Back to the question before")
                member.page.locator('[name="answer"]').nth(1).check()
                member.press("Continue")
        self.assertIn(f"you answered {asked} questions", member.words)
        self.look(member)
        member.press("Save")
        self.assertIn(f"Answers to {asked} questions", member.words)

        # A sheet of scores: each cell at fault is named, and what it changes is shown first.
        manager.go(f"{ROUND}/manage/close/weights")
        manager.press("Close the weights")
        member.go(f"{ROUND}/mine/scores")
        member.follow("Score in Excel instead")
        with member.page.expect_download() as download:
            member.page.get_by_role("link", name="Have your form (Excel), with what you gave before").click()
        self.assertTrue(download.value.suggested_filename.endswith(".xlsx"))
        for score, told in (("99", "lies above"), ("6", "Nothing is recorded until you send it.")):
            sheet = written(
                "scores.csv", "Option,Criterion,Score", f"evening-sessions,pain,{score}", "coast-van,pain,5")
            member.page.locator('[name="form"]').set_input_files(sheet)
            member.press("Continue")
            self.assertIn(told, member.words)
            self.look(member)
        member.press("Record these scores")
        self.assertIn("2 scores recorded.", member.words)

    def test_columns_that_are_not_known_are_explained_and_the_file_is_taken_in(self):
        site = fresh()
        self.addCleanup(site.stop)
        analyst = self.browser(site).as_("analyst")
        extract = written(
            "eden.csv", "Contract No,Schedule Month,UDAs Delivered", "1000080001,2024-05,12", "1000080002,soon,7")
        analyst.go("/imports/new")
        analyst.page.locator('[name="files"]').set_input_files(extract)
        analyst.press("Continue").follow("Say what its columns mean: eden.csv")
        self.assertEqual(analyst.page.locator('[name="column-delivered"]').input_value(), "UDAs Delivered")
        analyst.press("Continue")
        self.assertIn("Enter what you call extracts like this one.", analyst.words)
        self.look(analyst)
        analyst.page.locator('[name="name"]').fill("Wexbourne eDEN monthly")
        for part, value in (("day", "1"), ("month", "4"), ("year", "2024")):
            analyst.page.locator(f'[name="from-{part}"]').fill(value)
        analyst.page.locator('[name="reviewer"]').fill("Contracts office")
        analyst.page.get_by_label("Year first").check()
        analyst.press("Continue")
        self.assertIn("2 rows read = 1 kept + 1 refused.", analyst.words)
        self.look(analyst)
        analyst.press("Save the mapping")
        self.assertIn("An extract, by the mapping “Wexbourne eDEN monthly”", analyst.words)
        analyst.press("Take the file in")
        analyst.wait_for_heading("The files were taken in")
        self.assertIn("2 rows read = 1 kept + 1 refused + 0 already held.", analyst.words)
