import Governance
import Markup
import Pages
import Testing
import Vocabulary

struct AgendaPageTests {
    private typealias Held = GovernanceSample
    private let reading = GovernanceSample.reading()

    private func main(_ page: any Page, in shell: Shell = Sample.shell) -> String {
        ReadPage(page.render(in: shell).rendered).all("main").first?.text ?? ""
    }

    private func page(_ id: Slug, _ kind: AgendaPage.Kind, in reading: GovernanceReading) throws -> AgendaPage? {
        AgendaPage(reading, meeting: try #require(reading.book.meetings[id]), kind: kind)
    }

    @Test func `the agenda says when, where, and what each item would commit`() throws {
        let page = try #require(try page(Held.july, .agenda, in: reading))
        let text = main(page)
        for words in [
            "Town hall, 14 July 2026, 10:00 BST; in public.", "1. Access to urgent care", "It would commit £300,000.",
            "Paper on Access to urgent care", "Take the agenda away as a Word document",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `the papers are named with the digest by which a file is known`() throws {
        let text = main(try #require(try page(Held.july, .papers, in: reading)))
        #expect(text.contains("Paper on Access to urgent care"))
        #expect(text.contains("The file with the SHA-256 \(Sample.digest)."))
    }

    @Test(arguments: [AgendaPage.Kind.agenda, .papers])
    func `papers that are kept back from a member are not named`(kind: AgendaPage.Kind) throws {
        var book = Held.book
        let handlings = try #require(book.meetings[Held.may]?.handlings)
        book.meetings[Held.may]?.handlings = handlings.map { handling in
            var handling = handling
            handling.option = .noPapers
            return handling
        }
        let text = main(try #require(try page(Held.may, kind, in: Held.reading(of: book))))
        #expect(text.contains("kept back from a member with an interest"))
        #expect(!text.contains("Paper on Dental round"))
    }

    @Test func `a meeting in private has neither`() throws {
        #expect(try page(Held.closedDoors, .agenda, in: reading) == nil)
        #expect(try page(Held.closedDoors, .papers, in: reading) == nil)
    }
}
