import Markup
import Pages
import Tabular
import Testing
import Vocabulary

/// The pages of what providers bill, with names that would do harm.
enum ActivitySample {
    static func table(_ key: String, _ caption: String, rows: [String]) -> Table {
        var table = Table(
            key: key, caption: caption, columns: [.init("file", "File"), .init("costKeptPence", "Cost kept")])
        for row in rows { table.append([.text(row), .money(Money(pence: 123_456))]) }
        return table
    }

    static let pages: [(name: String, page: any Page)] = [
        (
            "activity",
            ActivityPage(
                submissions: table("submissions", "Submissions of contract monitoring", rows: [Sample.hostile]),
                references: table("tables", "Tables of reference", rows: ["prices.csv"]))
        ),
        (
            "activity without files",
            ActivityPage(
                submissions: table("submissions", "Submissions of contract monitoring", rows: []),
                references: table("tables", "Tables of reference", rows: []))
        ),
        (
            "rules of challenges",
            ChallengeRulesPage(
                table: table("rules", "Rules of contract challenges", rows: ["CC05"]),
                letters: [("CC05 Attendance inside a spell", "Please credit it, \(Sample.hostile).")])
        ),
    ]
}

struct ActivityPageTests {
    private func html(_ name: String) -> String {
        ActivitySample.pages.first { $0.name == name }!.page.render(in: Sample.shell).rendered
    }

    @Test func `without submissions the page says how to take one in`() {
        #expect(html("activity without files").contains("remit activity import FILE"))
        #expect(html("activity without files").contains("Nothing was taken in yet."))
    }

    @Test func `with submissions it says which stands, and leads to the rules`() {
        #expect(html("activity").contains("in place of an earlier one"))
        #expect(html("activity").contains("/activity/rules"))
        #expect(html("activity").contains("£1,235"))
    }

    @Test func `each rule's paragraph stands under its own heading`() {
        let page = ReadPage(html("rules of challenges"))
        #expect(page.all("h3").map(\.text) == ["CC05 Attendance inside a spell"])
        #expect(html("rules of challenges").contains("Please credit it"))
    }
}
