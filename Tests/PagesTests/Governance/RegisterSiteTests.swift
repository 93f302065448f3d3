import Governance
import Markup
import Pages
import Testing
import Vocabulary

/// The published register as a page that stands alone.
struct RegisterSiteTests {
    private func file(_ reading: GovernanceReading = GovernanceSample.reading()) -> RegisterSite.File {
        RegisterSite.page(reading, holder: "Wexbourne ICB", isInvented: true, version: "0.1.0")
    }

    private func read(_ reading: GovernanceReading = GovernanceSample.reading()) -> ReadPage {
        ReadPage(String(decoding: file(reading).bytes, as: UTF8.self))
    }

    @Test func `it says what the site says: entries, what is withheld, gifts, breaches and how open it is`() throws {
        #expect(file().path == "index.html")
        let page = read()
        #expect(page.faults.isEmpty, "\(page.faults)")
        let text = try #require(page.all("main").first).text
        for words in [
            "As it stands on 20 June 2026", "Of 1 interest the details are withheld.", "Partner in a practice",
            "details withheld", "Acme Medical", "An interest was declared late", "How open this register is",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `it shows nothing that is not published`() {
        let text = String(decoding: file().bytes, as: UTF8.self)
        for secret in GovernanceSample.secret { #expect(!text.contains(secret), "\(secret)") }
    }

    @Test func `it leads to nothing but the files beside it and its own parts`() {
        let page = read()
        let targets = page.all("a").map { $0.attributes["href"] ?? "" }
        let files = ["interests.csv", "interests.json", "gifts.csv", "gifts.json", "breaches.csv", "breaches.json"]
        #expect(targets.filter { !$0.hasPrefix("#") } == files)
        #expect(page.all("form").isEmpty && page.all("script").isEmpty && page.all("link").isEmpty)
    }

    @Test func `of a day before publication was ruled it says so, and of an empty register too`() throws {
        let before = read(GovernanceSample.reading(on: Day("1990-01-01")!))
        #expect(try #require(before.all("main").first).text.contains("so nothing is shown"))
        let empty = read(GovernanceSample.reading(of: GovernanceBook()))
        #expect(try #require(empty.all("main").first).text.contains("Nobody’s interests are published on this day."))
    }
}
