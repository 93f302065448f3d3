"""Who may not: somebody who has not signed in, an observer, and forms that are not ours, not now or not theirs."""

import re
import unittest
from urllib.parse import urlencode

from browsing import Story
from served import PASSWORD, email, fresh
from walking import main_part, walk

ROUND = "/rounds/toothache-2027"
SCRIPT = '<script>document.title="taken"</script>"><img src=x onerror="document.title=\'taken\'">'


def token(browser):
    return browser.page.locator('input[name="csrf"]').first.input_value()


def post(browser, path, origin=None, **fields):
    """What a program sends with the browser's cookies: no page of ours need have offered it."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if origin is not None:
        headers["Origin"] = origin
    return browser.context.request.post(path, data=urlencode(fields), headers=headers, max_redirects=0)


class Intruder(Story):
    @classmethod
    def setUpClass(cls):
        cls.site = fresh()

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()

    def test_who_has_not_signed_in_is_led_to_sign_in_and_back_to_a_page_of_ours_only(self):
        browser = self.browser(self.site)
        browser.go(f"{ROUND}/manage")
        self.assertTrue(browser.path.startswith("/sign-in?then="), browser.path)
        for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "/sign-out"):
            other = self.browser(self.site).sign_in("observer", then=urlencode({"": elsewhere})[1:])
            self.assertEqual(other.path, "/home", elsewhere)
        there = self.browser(self.site).sign_in("manager", then=f"{ROUND}/manage")
        self.assertEqual(there.path, f"{ROUND}/manage")

    def test_a_wrong_password_and_an_unknown_address_read_the_same(self):
        said = set()
        for address, password in ((email("manager"), "not the password of it"), ("nobody@example.org", PASSWORD)):
            browser = self.browser(self.site)
            browser.go("/sign-in")
            browser.page.get_by_label("E-mail address").fill(address)
            browser.page.get_by_label("Password", exact=True).fill(password)
            browser.press("Sign in")
            said.add(browser.words.replace(address, ""))
            self.assertEqual(browser.page.get_by_label("Password", exact=True).input_value(), "")
        self.assertEqual(len(said), 1, said)

    def test_nobody_and_an_observer_change_nothing_by_forms_sent_directly(self):
        nobody, observer = self.browser(self.site), self.browser(self.site).as_("observer")
        observer.go("/account")
        known = token(observer)
        for path, fields in (
            (f"{ROUND}/manage/close/weights", {"step": "send"}), (f"{ROUND}/manage/solve", {}),
            (f"{ROUND}/mine/weights/top", {"points-pain": "100"}), (f"{ROUND}/mine/ballot", {"step": "send"}),
            ("/people/add", {"email": "x@example.org"}), ("/activity/costs/new", {"what": "x", "amount": "1"}),
            ("/activity/costs/1/withdraw", {"reason": "x"}),
            ("/activity/notices/new", {"kind": "warn", "provider": "RWX", "subject": "x"}),
            ("/meetings/pccc-6/live", {"deed": "close"}),
        ):
            with self.subTest(path=path):
                self.assertIn(post(nobody, path, self.site.address, **fields).status, (303, 403, 404))
                refused = post(observer, path, self.site.address, csrf=known, **fields)
                self.assertIn(refused.status, (403, 404), refused.text()[:300])
        observer.go(ROUND)
        self.assertIn("Members give their weights", observer.words)

    def test_an_observer_sees_rounds_and_is_offered_nothing_to_change_but_to_report_a_gap(self):
        observer = self.browser(self.site).as_("observer")
        offered = set()
        for route, pages in walk(observer).items():
            self.assertNotRegex(route, r"/(manage|mine|live/(?!papers).+|people|register)\b")
            for path, text in pages:
                for form in re.findall(r'<form[^>]*action="([^"]*)" method="post"', main_part(text)):
                    offered.add((path.split("/")[1], form))
        # A search for sites works something out and records nothing.
        own = {form for where, form in offered if where not in ("account", "sign-in") and form != "/needs/access/sites"}
        self.assertTrue(all(re.fullmatch(r"/needs/assessments/[^/]+/gaps/new", form) for form in own), offered)
        self.assertEqual(observer.go(ROUND), 200)
        self.assertEqual(observer.go(f"{ROUND}/manage"), 403)
        self.assertEqual(observer.go("/people"), 403)

    def test_what_may_not_be_known_is_not_found(self):
        member = self.browser(self.site).as_("member")
        for path in ("/rounds/no-such-round", "/rounds/no-such-round/mine", "/contracts/1", "/people/a001", "/nowhere"):
            with self.subTest(path=path):
                self.assertIn(member.go(path), (403, 404))
        self.assertEqual(member.go("/rounds/..%2f..%2fetc"), 404)

    def test_a_form_without_its_token_with_another_s_or_from_elsewhere_is_refused(self):
        manager, member = (self.browser(self.site).as_(who) for who in ("manager", "member"))
        manager.go(f"{ROUND}/manage/close/weights")
        member.go("/account")
        own, other, path = token(manager), token(member), f"{ROUND}/manage/close/weights"
        self.assertEqual(post(manager, path, self.site.address, step="send").status, 403)
        self.assertEqual(post(manager, path, self.site.address, step="send", csrf=other).status, 403)
        self.assertEqual(post(manager, path, self.site.address, step="send", csrf="x" * 43).status, 403)
        self.assertEqual(post(manager, path, "https://elsewhere.example", step="send", csrf=own).status, 403)
        self.assertEqual(post(manager, path, "null", step="send", csrf=own).status, 403)
        manager.go(ROUND)
        self.assertIn("Members give their weights", manager.words)

    def test_a_session_is_over_after_signing_out_also_for_who_kept_its_cookie_or_its_form(self):
        browser = self.browser(self.site).sign_in("analyst")
        kept, form = browser.context.cookies(), token(browser)
        browser.page.get_by_role("button", name="Sign out").click()
        browser.page.wait_for_load_state()
        self.assertEqual(browser.path, "/sign-in")
        browser.context.add_cookies(kept)
        browser.go("/home")
        self.assertTrue(browser.path.startswith("/sign-in"), browser.path)
        self.assertIn(post(browser, "/account/sessions/end-others", self.site.address, csrf=form).status, (303, 403))
        # Nor does the browser's own memory give a page back.
        browser.page.go_back()
        self.assertNotIn("Sign out", browser.page.locator("header").inner_text())

    def test_cookies_are_for_no_script_and_no_other_site(self):
        browser = self.browser(self.site).sign_in("manager")
        self.assertEqual(browser.page.evaluate("document.cookie"), "")
        for cookie in browser.context.cookies():
            self.assertTrue(cookie["httpOnly"], cookie["name"])
            self.assertIn(cookie["sameSite"], ("Lax", "Strict"), cookie["name"])

    def test_a_form_that_was_sent_twice_is_done_once(self):
        member = self.browser(self.site).as_("member")
        member.go(f"{ROUND}/mine/weights/top")
        fields = {
            one.get_attribute("name"): one.input_value() or "100"
            for one in member.page.locator("main form input:not([type=radio])").all()}
        first = post(member, f"{ROUND}/mine/weights/top", self.site.address, **fields)
        again = post(member, f"{ROUND}/mine/weights/top", self.site.address, **fields)
        self.assertEqual(first.status, 303)
        self.assertIn(again.status, (303, 422))
        member.go(f"{ROUND}/mine/weights")
        self.assertEqual(member.words.count("Change"), 1, member.words)

    def test_a_script_in_any_field_is_shown_as_text(self):
        manager, member = (self.browser(self.site).as_(who) for who in ("manager", "member"))
        pages = [
            (manager, f"{ROUND}/manage/new-option"), (manager, f"{ROUND}/manage/new-member"),
            (manager, f"{ROUND}/manage/advice"), (manager, f"{ROUND}/manage/pressure"),
            (member, f"{ROUND}/mine/interest"), (member, f"{ROUND}/mine/weights/top"),
            (member, "/my-interests/declare"), (member, "/my-interests/gift"), (member, "/who-decides/ask"),
            (member, "/account/password"),
        ]
        for browser, path in pages:
            with self.subTest(path=path):
                if browser.go(path) != 200:
                    continue
                for field in browser.page.locator("main form :is(input[type=text], textarea)").all():
                    if field.is_visible():
                        field.fill(SCRIPT)
                browser.page.locator("main form button").first.click()
                browser.page.wait_for_load_state()
                self.assertNotEqual(browser.page.title(), "taken")
                self.assertEqual(browser.page.locator("main :is(script, img)").count(), 0)
        for asked in ("/rounds?q", "/contracts?q", "/who-decides?q", "/sign-in?then"):
            manager.go(f"{asked}={SCRIPT}")
            self.assertNotEqual(manager.page.title(), "taken")
            self.assertEqual(manager.page.locator("main :is(script, img)").count(), 0)


if __name__ == "__main__":
    unittest.main()
