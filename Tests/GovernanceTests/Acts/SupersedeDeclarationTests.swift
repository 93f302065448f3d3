import Governance
import Testing
import Vocabulary

struct SupersedeDeclarationTests {
    private func supersede(_ earlier: String, by later: String, on day: String = "2025-07-01") -> SupersedeDeclaration {
        SupersedeDeclaration(
            person: Register.gp, superseded: Register.slug(earlier),
            declaration: Register.declaration(later) { $0.declaredOn = Register.day(day) })
    }

    @Test func `both stay, and only the later one stands from its day on`() throws {
        let book = try Register.book(Register.declare(), supersede("shares", by: "more-shares"))
        let gp = try #require(book.people[Register.gp])
        #expect(gp.declarations.count == 2)
        #expect(gp.interests(on: Register.day("2025-06-30")).map(\.id) == [Register.slug("shares")])
        #expect(gp.interests(on: Register.day("2025-07-01")).map(\.id) == [Register.slug("more-shares")])
    }

    @Test func `superseding what is superseded, by itself, by an earlier one or a stranger is refused`() throws {
        let book = try Register.book(Register.declare())
        #expect(Register.code(supersede("shares", by: "shares"), on: book) == "declaration-exists")
        #expect(Register.code(supersede("none", by: "b"), on: book) == "no-such-declaration")
        #expect(Register.code(supersede("shares", by: "b", on: "2025-04-30"), on: book) == "supersedes-later")
        let after = try Register.after([supersede("shares", by: "b")], from: book)
        #expect(Register.code(supersede("shares", by: "c"), on: after) == "declaration-superseded")
    }
}
