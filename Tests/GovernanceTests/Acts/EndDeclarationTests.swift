import Governance
import Testing
import Vocabulary

struct EndDeclarationTests {
    private func end(_ day: String) -> EndDeclaration {
        EndDeclaration(person: Register.gp, declaration: Register.slug("shares"), ended: Register.day(day))
    }

    @Test func `the last day is the last on which it stands`() throws {
        let gp = try #require(Register.book(Register.declare(), end("2025-09-30")).people[Register.gp])
        #expect(gp.interests(on: Register.day("2025-09-30")).count == 1)
        #expect(gp.interests(on: Register.day("2025-10-01")).isEmpty)
    }

    @Test func `an end that is still to come may be brought forward; one that has come stays`() throws {
        let planned = try Register.book(Register.declare { $0.ended = Register.day("2027-03-31") })
        #expect(Register.code(end("2026-02-28"), on: planned) == nil)
        let ended = try Register.after([end("2026-02-28")], from: planned)
        #expect(Register.code(end("2026-02-27"), on: ended) == "interest-ended")
    }

    @Test func `an end before the start, to come, or of what is superseded is refused`() throws {
        let book = try Register.book(Register.declare())
        #expect(Register.code(end("2025-04-20"), on: book) == "ends-before-start")
        #expect(Register.code(end("2026-03-10"), on: book) == "day-in-future")
        #expect(Register.code(end("2025-04-21"), on: book) == nil)
        let superseded = try Register.after(
            [
                SupersedeDeclaration(
                    person: Register.gp, superseded: Register.slug("shares"),
                    declaration: Register.declaration("b"))
            ], from: book)
        #expect(Register.code(end("2025-09-30"), on: superseded) == "declaration-superseded")
    }
}
