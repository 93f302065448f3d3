import Governance
import Testing
import Vocabulary

struct AskForRedactionTests {
    private func ask(_ day: String = "2025-05-02") -> AskForRedaction {
        AskForRedaction(
            person: Register.gp, declaration: Register.slug("shares"), reason: Register.text(500),
            askedOn: Register.day(day))
    }

    private func decide(_ isGranted: Bool) -> DecideRedaction {
        DecideRedaction(
            person: Register.gp, declaration: Register.slug("shares"), decidedBy: Register.lead,
            on: Register.day("2025-05-20"), isGranted: isGranted)
    }

    @Test func `details are withheld from the asking until it is decided otherwise`() throws {
        let asked = try Register.book(Register.declare(), ask())
        #expect(asked.people[Register.gp]?.declarations[0].isWithheld == true)
        let denied = try Register.after([decide(false)], from: asked)
        #expect(denied.people[Register.gp]?.declarations[0].isWithheld == false)
    }

    @Test func `one may ask again after a denial, and both wishes stay`() throws {
        let book = try Register.book(Register.declare(), ask(), decide(false), ask("2025-09-01"))
        #expect(book.people[Register.gp]?.declarations[0].redactions.count == 2)
        #expect(book.people[Register.gp]?.declarations[0].isWithheld == true)
    }

    @Test func `asking while it is undecided or granted, too early or of what is not there is refused`() throws {
        let book = try Register.book(Register.declare(), ask())
        #expect(Register.code(ask("2025-05-03"), on: book) == "redaction-asked")
        let granted = try Register.after([decide(true)], from: book)
        #expect(Register.code(ask("2025-06-03"), on: granted) == "redaction-asked")
        #expect(Register.code(ask("2025-04-30"), on: try Register.book(Register.declare())) == "before-declared")
        #expect(Register.code(ask("2026-03-10"), on: try Register.book(Register.declare())) == "day-in-future")
        #expect(Register.code(ask(), on: try Register.book()) == "no-such-declaration")
    }
}
