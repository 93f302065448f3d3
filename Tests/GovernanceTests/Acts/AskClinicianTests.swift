import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct AskClinicianTests {
    static func ask(
        _ person: String, _ answer: ClinicianAsked.Answer? = nil, note: String? = nil, by: String = "chair",
        at minutes: Int = 7
    ) -> AskClinician {
        AskClinician(
            meeting: M.may, item: M.item.id, person: M.s(person), by: M.s(by), answer: answer, note: note,
            at: M.at(minutes))
    }

    private static func taken(_ book: GovernanceBook = M.book().clinical("gp", area: "harbour")) throws
        -> GovernanceBook
    {
        try book.clinical("far", area: "coast").doing([M.plan, M.put, M.open, M.handle, M.leave, M.take])
    }

    @Test func `who was asked and what they answered is recorded, tabled and in the minutes`() throws {
        var book = try Self.taken()
        #expect(book.may.unheard(M.item.id).map(\.heard) == [[]])
        let unasked = MinutesText(book.may, in: book) { _ in nil }.plain
        #expect(
            unasked.contains("10:06: No clinician of Primary care committee takes part in deciding on “Dental round”"))
        #expect(unasked.contains("No other clinician was asked."))
        book = try book.doing([
            Self.ask("far"), Self.ask("far", .comes, at: 8),
            JoinMeeting(meeting: M.may, person: M.s("far"), at: M.at(8)),
            CoOptMember(
                meeting: M.may, committee: M.pccc, item: M.item.id, person: M.s("far"), roles: [M.s("gp")], asked: [],
                reason: "no clinician is left", at: M.at(9)),
        ])
        #expect(book.may.asked.count == 2 && book.may.asked(for: M.item.id).map(\.answer) == [.comes])
        #expect(book.may.unheard(M.item.id).isEmpty)
        #expect(book.may.coOptions[0].asked == [M.s("far")])
        let tables = MeetingTables(book.may, in: book) { _ in nil }
        #expect(tables.clinicalVoice.rows.map { $0[3] }.suffix(2) == [.flag(false), .flag(true)])
        #expect(tables.cliniciansAsked.rows.map { $0[5] } == [.absent("none yet"), .text("comes for the item")])
        #expect(MinutesText(book.may, in: book) { _ in nil }.plain.contains("Asked was far (comes for the item)."))
    }

    @Test func `the table of those who could be asked says who was`() throws {
        let book = try Self.taken().doing(Self.ask("far", .declines))
        let table = try MeetingTables(book.may, in: book) { _ in nil }.clinicians(for: M.item.id, M.rulebook)
        #expect(table.rows.map { $0[0] } == [.text("far"), .text("gp")])
        #expect(table.rows.map { $0[4] } == [.flag(true), .flag(false)])
        #expect(table.rows.map { $0[6] } == [.text("declines"), .absent("not asked")])
    }

    @Test func `nobody is asked who is no clinician, has an interest, asks, or was asked already`() throws {
        var book = try Self.taken()
        #expect(book.refusal(of: Self.ask("wife")) == "not-clinician")
        #expect(book.refusal(of: Self.ask("gp")) == "clinician-conflicted")
        #expect(book.refusal(of: Self.ask("far", by: "far")) == "own-asking")
        #expect(book.refusal(of: Self.ask("nobody")) == "no-such-person")
        #expect(book.refusal(of: Self.ask("far", .advises)) == "text-missing")
        #expect(book.refusal(of: Self.ask("far", .advises, note: "Both options are safe")) == nil)
        book = try book.doing(Self.ask("far", .declines))
        #expect(book.refusal(of: Self.ask("far")) == "asked-already")
        #expect(book.refusal(of: Self.ask("far", .declines)) == "asked-already")
        #expect(book.refusal(of: Self.ask("far", .comes, at: 8)) == nil)
        #expect(try M.held().refusal(of: Self.ask("far")) == "meeting-closed")
    }
}
