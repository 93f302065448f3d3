"""Contract activity by form: a file, the rules, a bundle from its letter to its credit note, a notice to its end."""

import csv
import datetime
import io
import pathlib
import re
import tempfile
import unittest
import zipfile
from xml.etree import ElementTree

from browsing import Story
from served import demo, fresh

TODAY = datetime.date.today()
PROVIDER = "XA1"
BUNDLE = "/activity/bundles/xa1-2025-26-m09"
COST, COUNT = "TOTAL COST", "POINT OF DELIVERY CODE"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def before(days):
    return TODAY - datetime.timedelta(days=days)


def restated():
    """A provider's last month once more, with a cost that nobody can read and one attendance billed twice; and its rows."""
    held = pathlib.Path(demo().database).parent / "files/activity/plcm.csv"
    rows = list(csv.reader(io.StringIO(held.read_bytes().decode("cp1252"), newline="")))
    header, own = rows[0], [row for row in rows[1:] if row[0] == "9" and row[3] == PROVIDER]
    assert own, "the demonstration has a ninth month of XA1"
    twice = next(row for row in own if row[header.index(COUNT)].startswith("OPF") and row[header.index(COST)])
    own.append(list(twice))
    spoilt = next(row for row in own if row is not own[-1] and row != twice)
    spoilt[header.index(COST)] = "12.x4"
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *own])
    place = pathlib.Path(tempfile.mkdtemp()) / "xa1-december-again.csv"
    place.write_bytes(text.getvalue().encode("cp1252"))
    return place, len(own)


def challenges(workbook):
    """Rows of the sheet that a provider answers, the header first, each cell as text."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        strings = [
            "".join(text.text or "" for text in one.iter(f"{SHEET}t"))
            for one in ElementTree.fromstring(parts.read("xl/sharedStrings.xml")).iter(f"{SHEET}si")]
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet2.xml"))
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = {}
        for cell in row.iter(f"{SHEET}c"):
            value = cell.find(f"{SHEET}v")
            if value is not None:
                name = re.sub(r"\d", "", cell.get("r"))
                cells[name] = strings[int(value.text)] if cell.get("t") == "s" else value.text
        rows.append([cells.get(chr(65 + place), "") for place in range(26)])
    width = sum(title != "" for title in rows[0])
    return [row[:width] for row in rows]


def written(name, rows):
    place = pathlib.Path(tempfile.mkdtemp()) / name
    with open(place, "w", newline="") as file:
        csv.writer(file).writerows(rows)
    return place


class Activity(Story):
    def day(self, browser, field, day):
        for part in ("day", "month", "year"):
            browser.page.locator(f"[name={field}-{part}]").fill(str(getattr(day, part)))

    def wait_for(self, browser, words):
        """While a page that follows some work asks for itself again, without a script."""
        browser.page.locator("main").get_by_text(words).first.wait_for(timeout=120_000)
        return browser

    def take(self, browser, way, file, day):
        browser.go(BUNDLE)
        browser.follow(way)
        browser.page.locator("input[type=file]").set_input_files(file)
        self.day(browser, "on", day)
        browser.page.locator("main form button").first.click()
        browser.page.wait_for_load_state()
        self.assertIn("Nothing is recorded until you send it", browser.words)
        return browser

    def fill(self, browser, way, **fields):
        """From the bundle's or matter's page to a form, whose texts are filled in."""
        browser.follow(way)
        for name, value in fields.items():
            if isinstance(value, datetime.date):
                self.day(browser, name, value)
            else:
                browser.page.locator(f"[name={name}]").first.fill(value)
        return browser

    def test_a_file_is_taken_in_and_what_is_found_in_it_goes_to_the_provider_and_back_until_it_is_closed(self):
        site = fresh()
        self.addCleanup(site.stop)
        analyst, contracts = (self.browser(site, java_script_enabled=False).as_(who) for who in ("analyst", "contracts"))
        page = contracts.page

        # What waits stands at home, for whoever works on it.
        self.assertIn("bundles of challenges a step on", contracts.words)

        # A provider states a month again: one row cannot be read, one is billed twice.
        file, rows = restated()
        analyst.go("/activity")
        analyst.follow("Take activity in")
        analyst.page.get_by_label("Files", exact=True).set_input_files(file)
        analyst.page.get_by_label("Provider whose files these are").fill(PROVIDER)
        analyst.press("Take them in")
        self.wait_for(analyst, "rows read")
        self.assertIn(f"{rows} rows read = {rows - 1} kept + 1 refused", analyst.words)
        analyst.follow("Its problems, row by row: xa1-december-again.csv")
        self.assertIn("Problems of xa1-december-again.csv", analyst.heading)
        self.assertIn("unreadable-amount", analyst.words)

        # The rules are asked; the row that was billed twice is found.
        contracts.go("/activity")
        contracts.follow("What to challenge")
        contracts.press("Ask the rules")
        self.wait_for(contracts, "The last run is done.")
        contracts.follow("See what it found")
        self.assertIn("The same activity twice", contracts.words)
        run = contracts.path
        contracts.follow("See every row that was found")
        page.get_by_label("Rule, provider or row").fill(PROVIDER)
        contracts.press("Find")
        self.assertIn("xa1-december-again.csv", contracts.words)

        # A bundle is raised of it, and of nothing where nobody is ticked.
        contracts.go(run)
        contracts.press("Raise bundles")
        self.assertIn("Tick one provider or more", contracts.words)
        page.locator(f"input[type=checkbox][value={PROVIDER}]").check()
        contracts.press("Raise bundles")
        self.assertIn("1 bundle is raised", contracts.words)
        contracts.go(BUNDLE)
        self.assertIn("It is raised.", contracts.words)

        # Sent: the deadline is seen before anything is recorded.
        self.fill(contracts, "Send it", on=TODAY, contact="Contract team, contracts@wexbourne.example", received=TODAY)
        contracts.press("Continue")
        self.assertIn("Answer by", contracts.words)
        contracts.press("Record that it is sent")
        self.assertIn("It is sent.", contracts.words)
        letter = contracts.context.request.get(f"{BUNDLE}/letter.docx").body()
        with zipfile.ZipFile(io.BytesIO(letter)) as parts:
            self.assertIn("The same activity twice", parts.read("word/document.xml").decode())
        sheet = challenges(contracts.context.request.get(f"{BUNDLE}/rows.xlsx").body())
        answer, reference, at_risk = (sheet[0].index(title) for title in ("Answer", "Reference", "Money in question"))
        self.assertGreater(len(sheet), 3)

        # The provider rejects the first that has money, accepts the others, and spoils one line.
        money = [row for row in sheet[1:] if row[at_risk] not in ("data only", "", "0")]
        self.assertGreater(len(money), 1)
        for row in sheet[1:]:
            row[answer] = "accepted"
        money[0][answer], money[0][answer + 2] = "rejected", "It was done as billed."
        sheet[-1][answer] = "perhaps"
        self.take(contracts, "Take answers in", written("answers.csv", sheet), TODAY)
        self.assertIn("1 refused", contracts.words)
        self.assertIn("perhaps", contracts.words)
        contracts.press("Choose another file")
        sheet[-1][answer] = "accepted"
        self.take(contracts, "Take answers in", written("answers.csv", sheet), TODAY)
        contracts.press(f"Take {len(sheet) - 1} answers in")
        self.assertIn("It is answered.", contracts.words)

        # Concluded as it was answered; what is left is disputed, settled, and concluded by a list.
        contracts.follow("Conclude on challenges")
        page.get_by_label("As it was answered").check()
        contracts.press("Continue")
        self.assertIn("Agreed then", contracts.words)
        contracts.press(f"Conclude on {len(sheet) - 2} challenges")
        self.fill(contracts, "Begin a dispute", words="Whether it was done as billed.").press("Record it")
        self.assertIn("It is in dispute.", contracts.words)
        self.fill(contracts, "Settle the dispute", words="Both looked at the record together.").press("Record it")
        number = money[0][reference].rpartition("/")[2]
        done = written("list.csv", [
            ["Challenge", "Outcome", "Amount", "Reason"], [number, "withdrawn", "", "The record holds."]])
        self.take(contracts, "Take a list of conclusions in", done, TODAY)
        contracts.press("Conclude on 1 challenge")
        self.assertIn("It is concluded.", contracts.words)

        # Credited to the penny, and closed.
        contracts.follow("Record a credit note")
        agreed = re.search(r"£([\d,.]+) is agreed", contracts.words).group(1)
        page.locator("[name=number]").fill("CN-1")
        page.locator("[name=amount]").fill(agreed)
        contracts.press("Record it")
        self.assertIn("It is settled.", contracts.words)
        contracts.follow("Close it").press("Close it")
        self.assertIn("It is closed. Nothing more is to be done.", contracts.words)

        # Sent again, a form that was recorded says how it stands; others may read all of it and change nothing.
        plain = self.browser(site, java_script_enabled=False).as_("observer")
        self.assertEqual(plain.go(BUNDLE), 200)
        self.assertNotIn("What can be done", plain.page.locator("main").inner_html())
        self.assertEqual(plain.go(f"{BUNDLE}/conclude"), 403)

    def test_who_pays_and_the_year_against_plan_are_worked_out_without_scripts(self):
        site = fresh()
        self.addCleanup(site.stop)
        manager = self.browser(site, java_script_enabled=False).as_("manager")
        manager.go("/activity")
        manager.follow("Who pays").press("Work out who pays, 2025/26")
        self.wait_for(manager, "rows and £")
        self.assertIn("the sub-ICB location of the practice", manager.words)
        manager.go("/activity/position")
        manager.press("Read the year’s months, 2025/26")
        self.wait_for(manager, "was planned and")
        self.assertIn("Grounds for a notice", manager.words)
        manager.page.get_by_label("Only this provider").fill("XB2")
        manager.press("Show")
        manager.follow("Price, volume and mix")
        self.assertIn("make up the difference of", manager.words)
        manager.follow("Year end")
        self.assertIn("1 line ends 2025/26", manager.words)

    def test_an_early_warning_becomes_a_query_a_plan_and_a_notice_with_money_withheld(self):
        site = fresh()
        self.addCleanup(site.stop)
        manager = self.browser(site).as_("contracts")
        page = manager.page

        # An early warning, which becomes a query.
        manager.go("/activity/notices")
        manager.follow("Give a warning or issue a notice")
        manager.press("Record it")
        self.assertIn("Choose what it is.", manager.words)
        page.get_by_label("Early warning").check()
        page.get_by_label("To which provider?").fill(PROVIDER)
        page.get_by_label("What is it about?").fill("Day cases rise")
        self.day(manager, "on", before(60))
        manager.press("Record it")
        self.assertIn("early warning given", manager.words)
        query = manager.path
        self.fill(manager, "Issue an Activity Query Notice", subject="Why do they rise?", on=before(50)).press("Record it")
        self.fill(
            manager, "Record the activity management meeting", outcome="Looked at together.", on=before(45))
        page.get_by_label("A joint activity review was agreed").check()
        manager.press("Record it")
        self.fill(
            manager, "Record what the joint activity review found", finding="A clinic moved.", on=before(40)
        ).press("Record it")
        self.fill(
            manager, "Record the Activity Management Plan", what1="Tell us of moves", due1=before(35), on=before(38)
        ).press("Record it")
        manager.follow("Record that a milestone was met")
        page.get_by_label("Which milestone was met?").select_option(index=1)
        self.day(manager, "on", before(35))
        manager.press("Record it")
        self.fill(manager, "Close the matter", reason="It is as planned again.", on=before(30)).press("Record it")
        self.assertIn("Nothing more is to be done.", manager.words)

        # A notice that grows out of it: a milestone is missed, money is withheld, no more than the cap, and released.
        manager.go("/activity/notices/new")
        page.get_by_label("Contract Performance Notice").check()
        page.get_by_label("To which provider?").fill(PROVIDER)
        page.get_by_label("What is it about?").fill("Moves are not told")
        page.get_by_label("Does it grow out of a matter of activity?").select_option(query.rpartition("/")[2])
        self.day(manager, "on", before(29))
        manager.press("Record it")
        self.assertIn("Grew out of", manager.words)
        self.fill(
            manager, "Record the contract management meeting", outcome="They act at once.",
            action="Tell us of the moves of this month", actionBy=before(23), on=before(25)
        ).press("Record it")
        self.assertIn("carry the immediate action plan out: Tell us of the moves", manager.words)
        manager.follow("Record what came of the immediate action plan")
        page.get_by_label("It was breached").check()
        page.locator("[name=finding]").fill("Nothing came.")
        self.day(manager, "on", before(22))
        manager.press("Record it")
        self.assertIn("immediate action breached", manager.words)
        self.fill(
            manager, "Record the Remedial Action Plan", what1="A monthly list of moves", due1=before(5), on=before(20)
        ).press("Record it")
        manager.follow("Issue an exception report")
        page.get_by_label("Which milestone was missed?").select_option(index=1)
        manager.press("Record it")
        self.fill(manager, "Withhold money", amount="5,000", monthlyValue="100,000")
        page.get_by_label("For which milestone?").select_option(index=1)
        page.get_by_label("Money of which month?").select_option(index=1)
        manager.press("Record it")
        self.assertIn("at most 2 %, £2,000.00, may be", manager.words)
        page.locator("[name=amount]").fill("2,000")
        manager.press("Record it")
        self.assertIn("Withheld now £2,000.00", manager.words)
        manager.follow("Record that a milestone was met")
        page.get_by_label("Which milestone was met?").select_option(index=1)
        manager.press("Record it")
        manager.follow("Settle what is withheld")
        page.get_by_label("Withheld for which milestone?").select_option(index=1)
        page.get_by_label("It was withheld wrongly, and is repaid with interest").check()
        page.locator("[name=reason]").fill("It was met.")
        manager.press("Record it")
        self.assertIn("no rate is given", manager.words)
        page.locator("[name=rate]").fill("8.25")
        manager.press("Record it")
        self.assertIn("£2,000.00 repaid", manager.words)
        self.fill(manager, "Close the matter", reason="All is done.").press("Record it")
        self.assertIn("Nothing more is to be done.", manager.words)


if __name__ == "__main__":
    unittest.main()
