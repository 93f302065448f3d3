import Governance
import Rulebook
import Tabular
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

    @Test func `a gift is withheld as an interest is, and only one of the two is named`() throws {
        let gift = DeclareGift(person: Register.chair, gift: Register.gift())
        func ask(declaration: Slug? = nil, gift: Slug? = Register.slug("wine")) -> AskForRedaction {
            AskForRedaction(
                person: Register.chair, declaration: declaration, gift: gift, reason: Register.text(501),
                askedOn: Register.day("2026-02-01"))
        }
        let asked = try Register.book(gift, ask())
        #expect(asked.people[Register.chair]?.gifts[0].isWithheld == true)
        let tables = RegisterTables(asked, rulebook: .shipped) { "\($0.digest.short)" }
        #expect(try tables.publishedGifts(on: Register.now.day).rows.map { $0[5] } == [.text("details withheld")])
        #expect(tables.gifts(on: Register.now.day).rows.map { $0[13] } == [.flag(true)])
        let denied = DecideRedaction(
            person: Register.chair, gift: Register.slug("wine"), decidedBy: Register.lead,
            on: Register.day("2026-02-02"), isGranted: false)
        let shown = RegisterTables(try Register.after([denied], from: asked), rulebook: .shipped) {
            "\($0.digest.short)"
        }
        #expect(try shown.publishedGifts(on: Register.now.day).rows.map { $0[2] } == [.text("Gift")])
        #expect(Register.code(ask(), on: asked) == "redaction-asked")
        #expect(Register.code(ask(gift: Register.slug("beer")), on: asked) == "no-such-gift")
        #expect(Register.code(ask(declaration: Register.slug("shares")), on: asked) == "entry-missing")
        #expect(Register.code(ask(gift: nil), on: asked) == "entry-missing")
    }
}
