import Testing
import Vocabulary

/// Values to and from JSON by their own conformances.
struct JSONCodingTests {
    struct Bill: Codable, Hashable {
        var title: String
        var amount: Money
        var due: Day?
        var year: FinancialYear?
        var lines: [Line]
        var isPaid: Bool
        var share: Double

        struct Line: Codable, Hashable {
            var count: Int
            var amount: Money
            var note: String?

            enum CodingKeys: String, CodingKey {
                case count
                case amount = "amountPence"
                case note
            }
        }

        enum CodingKeys: String, CodingKey {
            case title
            case amount = "amountPence"
            case due, year, lines, isPaid, share
        }
    }

    let bill = Bill(
        title: "Rent", amount: Money(pence: 125_050), due: Day("2026-03-31"), year: FinancialYear(startingIn: 2025),
        lines: [Bill.Line(count: 2, amount: Money(pence: -5), note: nil)], isPaid: false, share: 0.25)

    let json: JSONValue = [
        "title": "Rent", "amountPence": 125_050, "due": "2026-03-31", "year": "2025/26",
        "lines": [["count": 2, "amountPence": -5]], "isPaid": false, "share": .decimal(0.25),
    ]

    private func read(_ changes: [(String, JSONValue?)]) -> Result<Bill, Refusal> {
        guard case .object(var members) = json else { return .failure(Refusal(.input, code: "", "")) }
        for (key, value) in changes {
            members.removeAll { $0.key == key }
            if let value { members.append(JSONValue.Member(key, value)) }
        }
        do { return .success(try JSONValue.object(members).decoded(as: Bill.self, named: "bill.json")) } catch {
            return .failure(error)
        }
    }

    private func fault(_ changes: (String, JSONValue?)...) -> Refusal? {
        if case .failure(let refusal) = read(changes) { return refusal }
        return nil
    }

    @Test func `a value is written as its conformance says, without what is nil`() {
        #expect(JSONValue(encoding: bill) == json)
        #expect(JSONValue(encoding: [1, 2]) == [1, 2])
        #expect(JSONValue(encoding: Money(pence: 7)) == 7)
        #expect(JSONValue(encoding: "text") == "text")
    }

    @Test func `what was written is read back the same`() throws {
        #expect(try JSONValue(encoding: bill).decoded(named: "bill.json") == bill)
        let moment = Moment(secondsSince1970: 1_778_000_123)
        #expect(try JSONValue(encoding: [moment]).decoded(as: [Moment].self, named: "x") == [moment])
        let code = OrganisationCode("QHL")
        #expect(try JSONValue(encoding: code).decoded(as: OrganisationCode?.self, named: "x") == code)
    }

    @Test func `an unknown key is refused and named with its place`() {
        #expect(fault(("titel", "Rent"))?.sentence == "bill.json: “titel” is not known here.")
        let line: JSONValue = ["count": 2, "amountPence": 5, "note": "a", "noet": "b"]
        #expect(fault(("lines", [line]))?.sentence == "bill.json: lines[0]: “noet” is not known here.")
    }

    @Test(arguments: [
        ("£1,250.50", 125_050), ("£1250.5", 125_050), ("-£300", -30_000), ("−£0.05", -5), ("£0", 0),
        ("£92,233,720,368,547,758.07", Int.max),
    ])
    func `pounds in text stand at the key without Pence`(text: String, pence: Int) throws {
        let read = try read([("amountPence", nil), ("amount", .text(text))]).get()
        #expect(read.amount == Money(pence: pence))
    }

    @Test(arguments: ["1250", "£1,25", "£1.234", "£", "£1,250.", "£ 5", "$5", "£92,233,720,368,547,758.08", "£1e3"])
    func `what is no amount of pounds is refused with its place`(text: String) {
        let refused = fault(("amountPence", nil), ("amount", .text(text)))
        #expect(refused?.code == "value-invalid" && refused?.sentence.contains("amount") == true)
    }

    @Test func `a bare number of pounds is refused: it would be read as pence`() {
        let refused = fault(("amountPence", nil), ("amount", 1_250))
        #expect(refused?.code == "value-kind" && refused?.sentence.contains("“£1,250.50”") == true)
    }

    @Test func `an amount in two ways is refused`() {
        #expect(fault(("amount", "£5"))?.code == "value-invalid")
    }

    @Test func `a missing key is named with its place`() {
        #expect(fault(("title", nil))?.sentence == "bill.json: “title” is missing.")
        #expect(fault(("lines", [["count": 2]]))?.sentence == "bill.json: lines[0]: “amountPence” is missing.")
        #expect(fault(("due", nil)) == nil)
        #expect(fault(("due", .null)) == nil)
    }

    @Test func `a value of the wrong kind is named with its place`() {
        #expect(fault(("title", 5))?.sentence == "bill.json: title: text is expected, not 5.")
        #expect(fault(("isPaid", "no"))?.sentence == "bill.json: isPaid: true or false is expected, not \"no\".")
        #expect(fault(("lines", [:]))?.sentence == "bill.json: lines: a list is expected, not {}.")
        #expect(fault(("lines", [5]))?.sentence == "bill.json: lines[0]: an object is expected, not 5.")
        #expect(fault(("share", "half"))?.code == "value-kind")
        #expect(fault(("due", "31 March"))?.sentence.contains("due: “31 March” is not a day") == true)
        #expect(fault(("year", "2025/27"))?.code == "value-invalid")
    }

    @Test func `a number too large for its kind, or with a fraction, is no whole number`() {
        let line: (JSONValue) -> JSONValue = { [["count": $0, "amountPence": 1]] }
        #expect(fault(("lines", line(.decimal(1e30))))?.code == "value-kind")
        #expect(fault(("lines", line(.decimal(2.5))))?.code == "value-kind")
        #expect(fault(("lines", line(.decimal(2)))) == nil)
        #expect(fault(("amountPence", .decimal(1e30)))?.code == "value-invalid")
        #expect(fault(("amountPence", .decimal(0.5)))?.code == "value-invalid")
    }

    @Test(arguments: ["2026-03-09T10:15:00Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
    func `an instant is read as it is written`(text: String) {
        #expect(Moment(text: text)?.description == text)
    }

    @Test(arguments: ["2026-03-09", "2026-03-09T24:00:00Z", "2026-03-09T10:60:00Z", "2026-03-09 10:15:00Z", ""])
    func `anything else is no instant`(text: String) {
        #expect(Moment(text: text) == nil)
    }
}
