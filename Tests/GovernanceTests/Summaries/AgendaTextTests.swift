import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct AgendaTextTests {
    private func plain(_ blocks: [MinutesText.Block]) -> String {
        blocks.map { block -> String in
            switch block {
            case .heading(let words, _), .paragraph(let words): words
            case .bullets(let lines): lines.joined(separator: "\n")
            case .table(let table): table.caption
            }
        }.joined(separator: "\n")
    }

    @Test func `it says when and where in London time, and of each item what it would commit and its papers`() throws {
        let book = try M.book().doing([M.plan, M.put])
        let agenda = AgendaText(book.may, in: book) { _ in nil }
        #expect(agenda.title == "Agenda: Primary care committee, 12 May 2026")
        let text = plain(agenda.blocks)
        for words in [
            "Town hall, 12 May 2026, 10:00 BST; in public.", "Chair of Primary care committee: chair.",
            "The papers have not gone out.", "1. Dental round",
            "To decide, about priority round dental-2025. Matter: primary dental services. It would commit £300,000.",
            "\nPaper\n",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `a publication does not name papers that are kept back from a member`() throws {
        let handle = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), option: .noPapers,
            reason: "the figures are a bidder's", at: M.at(0))
        let book = try M.book().doing([M.plan, M.put, handle])
        let published = plain(AgendaText(book.may, in: book, isForEverybody: true) { _ in nil }.blocks)
        #expect(published.contains("kept back from a member with an interest") && !published.contains("\nPaper\n"))
        #expect(plain(AgendaText(book.may, in: book) { _ in nil }.blocks).contains("\nPaper\n"))
    }

    @Test func `an agenda without items says so`() throws {
        let book = try M.book().doing([M.plan])
        let text = plain(AgendaText(book.may, in: book) { _ in nil }.blocks)
        #expect(text.contains("Nothing stands on the agenda yet."))
    }
}
