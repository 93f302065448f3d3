import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct MeetingTablesTests {
    static func tables(_ book: GovernanceBook) -> MeetingTables { MeetingTables(book.may, in: book) { _ in nil } }

    @Test func `the agenda says what each item is for and how it ended`() throws {
        let agenda = Self.tables(try M.held()).agenda
        #expect(agenda.rows.count == 1)
        #expect(agenda.rows[0].contains(.text("to decide")))
        #expect(agenda.rows[0].contains(.text("decided")))
        #expect(agenda.rows[0].contains(.money(Money(pence: 30_000_000))))
    }

    @Test func `attendance has each span with why it ended, and those who were absent`() throws {
        let attendance = Self.tables(try M.held()).attendance
        let gp = attendance.rows.filter { $0[0] == .text("gp") }
        #expect(gp.map { $0[3] } == [.text("10:00"), .text("10:14")])
        #expect(gp[0][5] == .text("Dental round, and sat with the public"))
        #expect(attendance.rows.contains { $0[0] == .text("cfo") && $0[3] == .absent("absent") })
    }

    @Test func `a handling stands beside what was proposed, with the moments away`() throws {
        let row = try #require(Self.tables(try M.held()).handlings.rows.first)
        #expect(row.contains(.text("left 10:05, back 10:14")))
        #expect(row.contains(.text("option-7")))
        #expect(try Self.tables(try M.held()).proposals(M.rulebook).rows.count == 1)
    }

    @Test func `votes are listed by name, and the quorum item by item`() throws {
        let tables = Self.tables(try M.held())
        #expect(tables.votes.rows.map { $0[4] } == [.text("for"), .text("for"), .text("against")])
        #expect(tables.quorum.rows.allSatisfy { $0[3] == .flag(true) })
        #expect(!tables.quorum.rows.isEmpty)
    }

    @Test func `an action past its day is overdue`() throws {
        let book = try M.held().doing(AddActionTests.add)
        let tables = Self.tables(book)
        #expect(tables.actions(on: Day("2026-06-01")!).rows[0].contains(.text("open")))
        #expect(tables.actions(on: Day("2026-06-02")!).rows[0].contains(.text("overdue")))
    }
}
