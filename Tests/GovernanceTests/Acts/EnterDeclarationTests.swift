import Governance
import Testing
import Vocabulary

struct EnterDeclarationTests {
    private func code(_ change: (inout Declaration) -> Void) throws -> String? {
        Register.code(Register.declare("other", change), on: try Register.book(Register.declare()))
    }

    @Test func `a declaration stands from the day on which it was made`() throws {
        let gp = try #require(Register.book(Register.declare()).people[Register.gp])
        #expect(gp.interests(on: Register.day("2025-04-30")).isEmpty)
        #expect(gp.interests(on: Register.day("2025-05-01")).map(\.id) == [Register.slug("shares")])
    }

    @Test func `an end that is known beforehand is the last day on which the interest stands`() throws {
        let gp = try #require(
            Register.book(Register.declare { $0.ended = Register.day("2026-12-31") }).people[Register.gp])
        #expect(gp.interests(on: Register.day("2026-12-31")).count == 1)
        #expect(gp.interests(on: Register.day("2027-01-01")).isEmpty)
    }

    @Test func `a late declaration is kept`() throws {
        #expect(
            try code {
                $0.arose = Register.day("2024-05-01")
                $0.becameAware = Register.day("2024-05-01")
            } == nil)
    }

    @Test func `days that cannot be are refused`() throws {
        #expect(try code { $0.declaredOn = Register.day("2026-03-10") } == "day-in-future")
        #expect(try code { $0.arose = Register.day("2026-03-10") } == "day-in-future")
        #expect(try code { $0.arose = Register.day("0205-03-10") } == "year-unlikely")
        #expect(
            try code {
                $0.becameAware = nil
                $0.declaredOn = Register.day("2024-03-31")
            } == "before-person")
        #expect(try code { $0.ended = Register.day("2025-04-20") } == "ends-before-start")
        #expect(try code { $0.becameAware = Register.day("2025-05-02") } == "aware-after-declared")
    }

    @Test func `an indirect interest says what the other person holds and who they are; a direct one does not`() throws
    {
        #expect(try code { $0.kind = .indirect } == "underlying-missing")
        #expect(
            try code {
                $0.kind = .indirect
                $0.underlying = .indirect
                $0.relationship = "spouse"
            } == "underlying-missing")
        #expect(
            try code {
                $0.kind = .indirect
                $0.underlying = .financial
                $0.relationship = " "
            } == "relationship-missing")
        #expect(
            try code {
                $0.kind = .indirect
                $0.underlying = .financial
                $0.relationship = "spouse"
            } == nil)
        #expect(try code { $0.underlying = .financial } == "not-indirect")
        #expect(try code { $0.relationship = "spouse" } == "not-indirect")
    }

    @Test func `twins, strangers, negative values and a history of one's own are refused`() throws {
        #expect(Register.code(Register.declare(), on: try Register.book(Register.declare())) == "declaration-exists")
        #expect(
            Register.code(Register.declare(by: Register.slug("nobody")), on: try Register.book()) == "no-such-person")
        #expect(try code { $0.value = Money(pence: -1) } == "value-negative")
        #expect(try code { $0.supersededBy = Register.slug("x") } == "declaration-has-history")
        #expect(
            try code {
                $0.approval = .init(by: Register.lead, on: Register.day("2025-05-02"))
            } == "declaration-has-history")
    }

    @Test func `somebody who has left declares nothing`() throws {
        let book = try Register.book(RecordLeaving(person: Register.gp, left: Register.day("2025-04-30")))
        #expect(Register.code(Register.declare(), on: book) == "person-left")
    }

    @Test func `what a person writes may leave out whatever is not there, and give pounds in text`() throws {
        let json: JSONValue = [
            "person": "p-gp",
            "declaration": [
                "id": "shares", "kind": "financial", "situation": "shareholding",
                "description": ["digest": .text(String(repeating: "a", count: 64))], "value": "£12,500",
                "arose": "2025-04-21", "declaredOn": "2025-05-01",
            ],
        ]
        let act = try #require(try GovernanceActs.decode(name: "enterDeclaration", json) as? EnterDeclaration)
        #expect(act.declaration.value == Money(pence: 1_250_000) && act.declaration.redactions == [])
        #expect(try GovernanceActs.decode(name: "enterDeclaration", act.journalled) as? EnterDeclaration == act)
    }
}
