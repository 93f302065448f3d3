import Testing
import Vocabulary

struct AuthorTests {
    @Test func `white space around a name makes no second author`() throws {
        let name = try #require(Author("Ann Marsh"))
        #expect(Author("  Ann Marsh ") == name)
        #expect(name.description == "Ann Marsh")
    }

    @Test(arguments: [
        "", "   ", String(repeating: "a", count: 101), "Ann\nMarsh", "Ann\u{0}", "Ann\u{7F}",
        "Ann\u{85}Marsh",
        "Ann\u{2028}Marsh", "Ann\u{202E}hsraM",
    ])
    func `a name that is blank, too long or could deceive is refused`(name: String) {
        #expect(Author(name) == nil)
    }

    @Test(arguments: ["Siân Ó Briain", "李娜", "o'neill@example.org", String(repeating: "a", count: 100)])
    func `a name in any script is kept as it is`(name: String) {
        #expect(Author(name)?.description == name)
    }
}

struct MomentTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_773_051_300, "2026-03-09T10:15:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (951_827_696, "2000-02-29T12:34:56Z"), (86_399, "1970-01-01T23:59:59Z"),
        (86_400, "1970-01-02T00:00:00Z"),
    ])
    func `a moment reads as ISO 8601 in UTC`(seconds: Int, expected: String) {
        #expect(Moment(secondsSince1970: seconds).description == expected)
    }

    @Test func `a moment's text sorts as the moments do`() {
        let moments = stride(from: -3_000_000_000, to: 3_000_000_000, by: 123_456_789)
            .map { Moment(secondsSince1970: $0) }
        #expect(moments == moments.sorted())
        #expect(moments.map(\.description) == moments.map(\.description).sorted())
    }

    @Test func `a day begins at midnight, also before 1970`() {
        #expect(Moment(secondsSince1970: -86_400).day == Day("1969-12-31"))
        #expect(Moment(secondsSince1970: -86_401).day == Day("1969-12-30"))
    }
}
