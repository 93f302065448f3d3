import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Challenges

struct ReferenceFileTests {
    private func read(_ text: String, table: String? = nil, titles: [String: String] = [:]) throws -> ReferenceFile {
        try ReferenceFile(
            Array(text.utf8), named: "table.csv", table: table.flatMap { ReferenceTable.named($0) }, titles: titles)
    }

    @Test(arguments: ReferenceTable.shipped)
    func `a table is known by its titles, with and without those that are not needed`(table: ReferenceTable) {
        #expect(ReferenceTable.of(titles: table.columns.map(\.name)) == table)
        #expect(ReferenceTable.of(titles: table.columns.filter(\.isNeeded).map(\.name)) == table)
        #expect(!table.columns.isEmpty)
    }

    @Test func `values are typed, and what is blank is nothing`() throws {
        let file = try read(
            "tariff,treatmentFunction,pricePence,trimPointDays,excessDayPence,validFrom,validTo\nWF01A,100,12050,,,2025-04-01,\n"
        )
        #expect(file.table.name == "price")
        #expect(file.columns[0] == [.text("WF01A")])
        #expect(file.columns[2] == [.number(12_050)])
        #expect(file.columns[3] == [.nothing])
        #expect(file.columns[5] == [.day(Day("2025-04-01")!)])
        #expect(file.rows == [2] && file.refused == 0)
    }

    @Test(arguments: [("202526", 2025), ("2025/26", 2025), ("2025-2026", 2025)])
    func `a financial year comes in its ways`(text: String, year: Int) throws {
        let file = try read("provider,financialYear,financialMonth,amountPence\nRWX,\(text),1,5\n")
        #expect(file.columns[1] == [.number(year)])
    }

    @Test func `a row that cannot be read is refused with its row and column, and the rest is kept`() throws {
        let file = try read(
            "practice,commissioner,openedOn,closedOn\nA1,X,31/02/2025,\nA2,X,2020-04-01,\n,X,2020-04-01,\n")
        #expect(file.rows == [3] && file.refused == 2)
        #expect(file.problems.map(\.code) == ["unreadable-value", "blank"])
        #expect(file.problems.map(\.column) == ["openedOn", "practice"])
    }

    @Test func `a second row of the same key on the same days is refused, and one on other days is kept`() throws {
        let file = try read(
            """
            practice,commissioner,openedOn,closedOn
            A1,X,2020-04-01,2024-03-31
            A1,Y,2024-03-31,
            A1,Z,2025-04-01,

            """)
        #expect(file.rows == [2, 3] && file.refused == 1)
        #expect(file.problems.map(\.code) == ["twice"] && file.problems.map(\.row) == [4])
    }

    @Test func `a column under another title is found by a mapping`() throws {
        let file = try read(
            "Patient,Date of death\nP1,2025-05-01\n", table: "death", titles: ["diedOn": "Date of death"])
        #expect(file.columns == [[.text("P1")], [.day(Day("2025-05-01")!)]])
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "no-such-table"), ("", "empty"),
        ("patient,diedOn\n943 476 5919,2025-05-01\n", "patient-identifying"),
    ])
    func `what is no table, or says who a patient is, is refused whole`(text: String, code: String) throws {
        let refusal = try #require(throws: Refusal.self) { try read(text) }
        #expect(refusal.code == code)
    }

    @Test func `a needed column that is missing is named`() throws {
        let refusal = try #require(throws: Refusal.self) { try read("patient\nP1\n", table: "death") }
        #expect(refusal.code == "required-column")
        #expect(refusal.sentence.contains("diedOn"))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `rows read are those kept and those refused`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let days = ["2025-04-01", "2025-05-01", "", "x", "2026-01-01"]
        var text = "provider,marketForcesFactor,hostCommissioner,validFrom,validTo\n"
        let count = Int.random(in: 1...40, using: &random)
        for _ in 0..<count {
            let provider = ["R1", "R2", "R3", ""].randomElement(using: &random)!
            let factor = ["1.05", "1", "TBC", "1.0500001"].randomElement(using: &random)!
            text +=
                "\(provider),\(factor),A,\(days.randomElement(using: &random)!),\(days.randomElement(using: &random)!)\n"
        }
        let file = try read(text)
        #expect(file.rows.count + file.refused == count, "seed \(seed)")
        #expect(file.columns.allSatisfy { $0.count == file.rows.count })
        #expect(file.problems.count(where: { $0.effect == .refused }) == file.refused)
    }
}
