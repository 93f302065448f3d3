import Governance
import Testing
import Vocabulary

struct ApproveDeclarationTests {
    private func approve(by approver: Slug, on day: String = "2025-05-06", mitigation: String? = nil)
        -> ApproveDeclaration
    {
        ApproveDeclaration(
            person: Register.gp, declaration: Register.slug("shares"), approver: approver, on: Register.day(day),
            mitigation: mitigation)
    }

    @Test func `somebody else agrees how it is handled`() throws {
        let book = try Register.book(Register.declare(), approve(by: Register.lead, mitigation: "Leaves the room"))
        let declaration = try #require(book.people[Register.gp]?.declarations.first)
        #expect(declaration.approval == .init(by: Register.lead, on: Register.day("2025-05-06")))
        #expect(declaration.mitigation == "Leaves the room")
    }

    @Test func `one's own is not approved, nor that of one's household`() throws {
        let book = try Register.book(Register.declare())
        #expect(Register.code(approve(by: Register.gp), on: book) == "own-approval")
        #expect(Register.code(approve(by: Register.spouse), on: book) == "approver-tied")
    }

    @Test func `a colleague at the same practice does not approve`() throws {
        let practice = OrganisationCode("Y02494")!
        let book = try Register.book(
            Register.declare(),
            EnterPost(
                person: Register.lead,
                post: .init(title: "Practice manager", organisation: practice, from: Register.day("2025-05-06"))))
        #expect(Register.code(approve(by: Register.lead), on: book) == "approver-tied")
        #expect(Register.code(approve(by: Register.lead, on: "2025-05-05"), on: book) == nil)
    }

    @Test func `a tie that has ended no longer stands in the way`() throws {
        let book = try Register.book(
            Register.declare(),
            EnterTie(
                person: Register.spouse,
                tie: .init(
                    name: Register.slug("household-3"), from: Register.known, until: Register.day("2025-05-05"))))
        #expect(Register.code(approve(by: Register.spouse), on: book) == nil)
        #expect(Register.code(approve(by: Register.spouse, on: "2025-05-05"), on: book) == "approver-tied")
    }

    @Test func `twice, too early, to come, by strangers or with a blank is refused`() throws {
        let book = try Register.book(Register.declare())
        #expect(Register.code(approve(by: Register.lead, on: "2025-04-30"), on: book) == "before-declared")
        #expect(Register.code(approve(by: Register.lead, on: "2026-03-10"), on: book) == "day-in-future")
        #expect(Register.code(approve(by: Register.slug("nobody")), on: book) == "no-such-person")
        #expect(Register.code(approve(by: Register.lead, mitigation: " "), on: book) == "text-missing")
        let after = try Register.after([approve(by: Register.lead)], from: book)
        #expect(Register.code(approve(by: Register.chair), on: after) == "approved")
        let left = try Register.after(
            [RecordLeaving(person: Register.lead, left: Register.day("2025-05-05"))], from: book)
        #expect(Register.code(approve(by: Register.lead), on: left) == "person-left")
    }
}
