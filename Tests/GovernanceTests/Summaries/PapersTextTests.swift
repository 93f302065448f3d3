import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct PapersTextTests {
    private static let contents = "# The choice\n\nTwo lines\nof one paragraph.\n\n- first\n- second,\n  longer\n"

    private func pack(
        _ book: GovernanceBook, for reader: PapersText.Reader, contents: String? = PapersTextTests.contents
    ) -> PapersText {
        PapersText(book.may, in: book, for: reader, contents: { _ in contents }) { _ in nil }
    }

    private func lines(_ pack: PapersText) -> [String] {
        pack.blocks.flatMap { block -> [String] in
            switch block {
            case .heading(let words, let level): ["\(String(repeating: "#", count: level)) \(words)"]
            case .paragraph(let words): [words]
            case .bullets(let lines): lines.map { "- \($0)" }
            case .table(let table):
                [table.columns.map(\.title).joined(separator: " | ")]
                    + table.rows.map { $0.map(\.shown).joined(separator: " | ") }
            }
        }
    }

    /// The GP's interest is handled for the whole item.
    private func handled(_ option: HandlingOption, parts: [Slug] = []) throws -> GovernanceBook {
        var book = try M.book().doing([
            M.plan, M.put,
            HandleInterest(
                meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), option: option,
                reason: "the figures are a bidder's", at: M.at(0)),
        ])
        book.meetings[M.may]?.handlings[0].parts = parts
        return book
    }

    @Test func `a paper that is text stands in the pack in full, with its headings and lists`() throws {
        let book = try M.book().doing([M.plan, M.put])
        let whole = pack(book, for: .clerk)
        let text = lines(whole)
        for line in [
            "# 1. Dental round", "## Paper", "### The choice", "Two lines of one paragraph.", "- first",
            "- second, longer",
        ] { #expect(text.contains(line), "\(line)") }
        #expect(whole.leftOut == 0)
        #expect(whole.documents.map(\.title) == ["Paper"] && whole.documents.map(\.digest) == [M.digest("e")])
    }

    @Test func `a table of a paper is a table of the pack, and stars about words go`() throws {
        let book = try M.book().doing([M.plan, M.put])
        let contents = "**Who.** All.\n| group | effect |\n| --- | :-: |\n| Age | more |\n| Sex |\nEnd."
        let text = lines(pack(book, for: .clerk, contents: contents))
        #expect(text.suffix(5) == ["Who. All.", "group | effect", "Age | more", "Sex | –", "End."])
    }

    @Test func `a paper that is no text is named with its digest`() throws {
        let book = try M.book().doing([M.plan, M.put])
        #expect(lines(pack(book, for: .clerk, contents: nil)).contains("The file with the SHA-256 \(M.digest("e"))."))
    }

    @Test func `the pack of a person leaves out what is kept back, without its title, and says so`() throws {
        let own = pack(try handled(.noPapers), for: .person(M.s("gp")))
        #expect(own.title.hasPrefix("Papers for gp: "))
        #expect(own.leftOut == 1 && own.documents == [])
        let text = lines(own)
        #expect(
            text.contains(
                "1 paper of this item is kept back from the reader because of an interest, as the chair decided."))
        #expect(!text.contains("## Paper") && !text.contains("### The choice"))
        let other = pack(try handled(.noPapers), for: .person(M.s("nurse")))
        #expect(other.leftOut == 0 && lines(other).contains("### The choice"))
    }

    @Test func `a paper on other options than the interest's is given`() throws {
        let own = pack(try handled(.noPapers, parts: [M.s("option-7")]), for: .person(M.s("gp")))
        #expect(own.leftOut == 0 && lines(own).contains("### The choice"))
    }

    @Test func `who leaves for an item gets its papers`() throws {
        #expect(pack(try handled(.leaves), for: .person(M.s("gp"))).leftOut == 0)
    }

    @Test func `a publication has the titles and no text, and nothing that is kept back from anybody`() throws {
        let open = lines(pack(try handled(.leaves), for: .everybody))
        #expect(open.contains("## Paper") && !open.contains("### The choice"))
        let closed = pack(try handled(.noPapers), for: .everybody)
        #expect(closed.leftOut == 1 && closed.documents == [] && !lines(closed).contains("## Paper"))
    }

    @Test func `an item without papers says so, and what the law asks for is kept back with all of them`() throws {
        var book = try M.book().doing([M.plan, M.put])
        book.meetings[M.may]?.agenda[0].papers = []
        #expect(lines(pack(book, for: .clerk)).contains("No paper comes with this item."))
        var kept = try handled(.noPapers)
        kept.meetings[M.may]?.agenda[0].gates = [
            .init(kind: .equalityImpact, title: "Equality assessment", document: M.digest("a"), dated: M.day)
        ]
        #expect(pack(kept, for: .person(M.s("gp"))).leftOut == 2)
        #expect(pack(kept, for: .clerk).documents.map(\.title) == ["Paper", "Equality assessment"])
    }
}
