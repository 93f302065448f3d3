import Governance
import Testing
import Vocabulary

struct DisposeOfRegisterTextsTests {
    /// Ended on 30 September 2025: kept until 30 September 2031.
    private func book() throws -> GovernanceBook {
        try Register.book(
            Register.declare {
                $0.counterpartyName = Register.text(700)
                $0.ended = Register.day("2025-09-30")
            })
    }

    private let texts = [Register.declaration().description, Register.text(700)]

    private func dispose(_ texts: [Personal]) -> DisposeOfRegisterTexts {
        DisposeOfRegisterTexts(person: Register.gp, texts: texts)
    }

    private func moment(_ day: String) -> Moment { Moment(text: "\(day)T09:00:00Z")! }

    @Test func `the day after the retention has ended the texts may go, and the entry stays`() throws {
        #expect(Register.code(dispose(texts), on: try book(), at: moment("2031-09-30")) == "retention-runs")
        let after = try Register.after([dispose(texts)], from: book(), at: moment("2031-10-01"))
        let declaration = try #require(after.people[Register.gp]?.declarations.first)
        #expect(declaration.disposedOn == Register.day("2031-10-01"))
        #expect(declaration.description == texts[0])
        #expect(Register.code(dispose(texts), on: after, at: moment("2031-10-02")) == "no-such-text")
    }

    @Test func `an interest that stands is kept for as long as it does`() throws {
        let act = dispose([Register.declaration().description])
        #expect(
            Register.code(act, on: try Register.book(Register.declare()), at: moment("2040-01-01")) == "retention-runs")
    }

    @Test func `a text that another entry still needs is kept, and the rest of the entry may go`() throws {
        let shared = try Register.after(
            [
                Register.declare("again") {
                    $0.description = Register.text(900)
                    $0.counterpartyName = Register.text(700)
                }
            ], from: book())
        #expect(Register.code(dispose(texts), on: shared, at: moment("2031-10-01")) == "retention-runs")
        #expect(Register.code(dispose([texts[0]]), on: shared, at: moment("2031-10-01")) == nil)
    }

    @Test func `nothing, twins, strangers and half an entry are refused`() throws {
        let late = moment("2031-10-01")
        #expect(Register.code(dispose([]), on: try book(), at: late) == "nothing-named")
        #expect(Register.code(dispose([texts[0], texts[0]]), on: try book(), at: late) == "text-twice")
        #expect(Register.code(dispose([Register.text(999)]), on: try book(), at: late) == "no-such-text")
        #expect(Register.code(dispose([Register.text(2)]), on: try book(), at: late) == "no-such-text")
        #expect(Register.code(dispose([texts[0]]), on: try book(), at: late) == "texts-incomplete")
    }

    @Test func `a name goes when everything else of the person may`() throws {
        let left = try Register.after(
            [RecordLeaving(person: Register.gp, left: Register.day("2025-12-31"))], from: book())
        let name = [Register.text(1)]
        #expect(Register.code(dispose(name), on: left, at: moment("2031-12-31")) == "retention-runs")
        #expect(Register.code(dispose(name), on: left, at: moment("2032-01-01")) == nil)
    }
}
