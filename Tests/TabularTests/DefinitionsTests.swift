import Tabular
import Testing
import Vocabulary

struct DefinitionsTests {
    static func read(_ text: String) throws -> [String] {
        try Definitions.read(Array(text.utf8), named: "a.csv", columns: ["id", "from", "to", "sure"]) { row in
            guard let id = row.required("id"), let period = row.period(from: "from", to: "to"),
                let sure = row.flag("sure")
            else { return nil }
            return "\(id) \(period.start) \(period.end?.description ?? "open") \(sure)"
        }
    }

    @Test func `columns may stand in any order, and an end may be open`() throws {
        let values = try Self.read("to,id,from,sure\n,\"a, b\",2024-04-01,yes\n2024-04-02,c,2024-04-01,no\n")
        #expect(values == ["a, b 2024-04-01 open true", "c 2024-04-01 2024-04-02 false"])
    }

    @Test func `every fault of a file is named with row and column, not only the first`() throws {
        let text =
            "id,from,to,sure\n,2024-04-01,,yes\nb,2024-02-30,,yes\nc,2024-04-01,2024-04-01,no\n"
            + "d,2024-04-01,,maybe\ne,2024-04-01\n"
        let refusal = try #require(throws: Refusal.self) { try Self.read(text) }
        #expect(refusal.kind == .input && refusal.code == "bad-definitions")
        for part in [
            "5 faults", "row 2, id: “” is blank", "row 3, from: “2024-02-30” is no day",
            "row 4, to: “2024-04-01” is not after",
            "row 5, sure: “maybe” is neither yes nor no", "row 6: The row has 2 cells",
        ] {
            #expect(refusal.sentence.contains(part), "\(part) in \(refusal.sentence)")
        }
    }

    @Test(arguments: [
        "id,from,to\n", "id,from,to,sure,more\n", "id,from,to,sure,sure\n", "id,from,to,Sure\n",
    ])
    func `a file with other columns is refused`(text: String) throws {
        let refusal = try #require(throws: Refusal.self) { try Self.read(text) }
        #expect(refusal.code == "bad-definitions")
    }

    @Test func `an empty file is refused`() {
        #expect(throws: Refusal.self) { try Self.read("") }
    }
}
