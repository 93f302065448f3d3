import Governance
import Markup
import Testing
import Vocabulary

@testable import Pages

/// Two versions of one form, side by side, in words.
struct TwoVersionsTests {
    private static func s(_ text: String) -> Slug { Slug(text)! }

    private func form(_ text: String, due: String, owner: String = "p001") -> ActionForm {
        let people = [Choice("p001", "Ada"), Choice("p002", "Ben")]
        var filled = SentValues()
        filled["text"] = text
        filled["owner"] = owner
        filled.set("due", to: DayTyped(day: due, month: "3", year: "2026"))
        return ActionForm(filled, meeting: Self.s("m1"), entry: Self.s("a1"), people: people, items: [])
    }

    @Test func `each question stands with both answers in its own words, and what differs is said to`() {
        let both = TwoVersions(
            form("Ring them", due: "4", owner: "p002"), beside: form("Write", due: "4").filled, origin: "a014")
        #expect(both.rows.map(\.differs) == [true, true, false, false])
        #expect(both.rows[1].own == "Ben" && both.rows[1].theirs == "Ada")
        #expect(both.rows[2].own == "4 3 2026")
        let html = both.html.rendered
        #expect(html.contains("2 of 4 answers differ.") && html.contains("Recorded by"))
    }

    @Test func `a hostile answer is text`() {
        let both = TwoVersions(
            form("<script>alert(1)</script>", due: "4"), beside: form("Write", due: "4").filled, origin: "a014")
        #expect(!both.html.rendered.contains("<script>"))
    }

    @Test func `the same is said to be the same`() {
        let both = TwoVersions(form("Write", due: "4"), beside: form("Write", due: "4").filled, origin: "a014")
        #expect(!both.rows.contains(where: \.differs) && both.html.rendered.contains("The two say the same."))
    }
}
