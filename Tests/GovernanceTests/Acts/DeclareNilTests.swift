import Governance
import Testing
import Vocabulary

struct DeclareNilTests {
    private func nothing(_ day: String) -> DeclareNil {
        DeclareNil(person: Register.gp, declaredOn: Register.day(day))
    }

    @Test func `somebody without an interest may say so`() throws {
        let book = try Register.book(nothing("2024-04-10"))
        #expect(book.people[Register.gp]?.nilDeclarations == [NilDeclaration(declaredOn: Register.day("2024-04-10"))])
    }

    @Test func `while an interest stands nobody has nothing to declare; once it has ended, they may`() throws {
        let book = try Register.book(Register.declare())
        #expect(Register.code(nothing("2025-05-01"), on: book) == "interest-stands")
        #expect(Register.code(nothing("2025-04-30"), on: book) == nil)
        let ended = try Register.after(
            [
                EndDeclaration(
                    person: Register.gp, declaration: Register.slug("shares"), ended: Register.day("2025-09-30"))
            ], from: book)
        #expect(Register.code(nothing("2025-09-30"), on: ended) == "interest-stands")
        #expect(Register.code(nothing("2025-10-01"), on: ended) == nil)
    }

    @Test func `days to come and before the person are refused`() throws {
        let book = try Register.book()
        #expect(Register.code(nothing("2026-03-10"), on: book) == "day-in-future")
        #expect(Register.code(nothing("2024-03-31"), on: book) == "before-person")
    }
}
