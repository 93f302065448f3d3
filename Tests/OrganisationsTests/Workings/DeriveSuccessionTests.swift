import Foundation
import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct DeriveSuccessionTests {
    static func pair(_ contract: String, _ before: String, _ after: String) -> DeriveSuccession.Pair {
        .init(contract: contract, codeBefore: code(before), codeAfter: code(after))
    }

    @Test func `what went to one is whole, what went to several is split, what stayed is left out`() {
        let handovers = DeriveSuccession.handovers(
            from: [
                Self.pair("1", "A", "X"), Self.pair("2", "A", "X"), Self.pair("3", "B", "X"),
                Self.pair("4", "B", "Y"),
                Self.pair("5", "B", "Y"), Self.pair("6", "C", "C"),
            ], on: day("2020-04-01"), counted: "dental contracts")
        #expect(handovers.map(\.predecessor) == [code("A"), code("B")])
        #expect(handovers.map(\.isWhole) == [true, false])
        #expect(handovers.last?.parts.map(\.share) == [Share(2, of: 3)!, Share(1, of: 3)!])
        #expect(handovers.allSatisfy { $0.counted == "dental contracts" && $0.day == day("2020-04-01") })
    }

    @Test func `a code that kept a part and gave a part is split with itself among the successors`() {
        let handovers = DeriveSuccession.handovers(
            from: [Self.pair("1", "A", "A"), Self.pair("2", "A", "B")], on: day("2020-04-01"),
            counted: "contracts")
        #expect(handovers.first?.parts.map(\.successor) == [code("A"), code("B")])
    }

    @Test func `a pair that is given twice counts once, and no pairs make no handover`() {
        let pairs = [Self.pair("1", "A", "B"), Self.pair("1", "A", "B")]
        let handovers = DeriveSuccession.handovers(from: pairs, on: day("2020-04-01"), counted: "contracts")
        #expect(handovers.first?.parts.map(\.count) == [1])
        #expect(DeriveSuccession.handovers(from: [], on: day("2020-04-01"), counted: "contracts").isEmpty)
    }

    static let archive = "data/nhsbsa_dental/UDA_CONTRACTOR_201604-202503_108months.tar.xz"

    @Test(.enabled(if: SharedData.has(archive), "the monthly contractor files are not here"))
    func `the area teams' contracts of March 2020 were with boards in April`() throws {
        let (before, after) = try (Self.commissioners(in: "202003"), Self.commissioners(in: "202004"))
        let pairs = before.flatMap { contract, codes -> [DeriveSuccession.Pair] in
            codes.flatMap { one in
                (after[contract] ?? []).map {
                    DeriveSuccession.Pair(contract: contract, codeBefore: one, codeAfter: $0)
                }
            }
        }
        let handovers = DeriveSuccession.handovers(
            from: pairs, on: day("2020-04-01"), counted: "dental contracts")
        func counts(_ text: String) -> [String: Int] {
            let parts = handovers.first { $0.predecessor == code(text) }?.parts ?? []
            return Dictionary(uniqueKeysWithValues: parts.map { ($0.successor.description, $0.count) })
        }
        #expect(handovers.count == 27)
        #expect(
            handovers.filter(\.isWhole).map(\.predecessor.description) == [
                "Q44", "Q45", "Q46", "Q47", "Q48", "Q49", "Q52", "Q67",
            ])
        #expect(counts("Q46") == ["QOP": 372])
        #expect(counts("Q58") == ["QM7": 159, "QHG": 103, "QPM": 72, "QUE": 4])
        #expect(counts("Q70") == ["QRL": 196, "QVV": 104, "QNQ": 18])

        let directory = try Directory.shipped.adding(handovers)
        let moved = directory.place(code("Q46"), from: day("2019-04-01"), on: day("2026-04-01"))
        #expect(moved == .moved(to: code("QOP")))
        let amounts = Dictionary(
            uniqueKeysWithValues: directory.all(.areaTeam, on: day("2019-04-01")).map {
                ($0.code, Money(pence: 997))
            })
        let placed = directory.place(amounts, from: day("2019-04-01"), on: day("2026-04-01"))
        #expect(placed.values.total() == amounts.values.total())
        #expect(placed.keys.allSatisfy { directory.organisation($0, on: day("2026-04-01")) != nil })
    }

    /// The codes under which each contract stands in a month's file.
    private static func commissioners(in month: String) throws -> [String: Set<OrganisationCode>] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "tar", "-xJOf", SharedData.url(archive).path, "--wildcards", "*UDA_CONTRACTOR_\(month).csv",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        var reader = try RowReader(bytes, named: month)
        let column = try #require(reader.header.firstIndex(of: "COMMISSIONER_CODE"))
        let number = try #require(reader.header.firstIndex(of: "CONTRACT_NUMBER"))
        var codes: [String: Set<OrganisationCode>] = [:]
        while reader.next() {
            guard let code = OrganisationCode(reader.text(at: column)) else { continue }
            codes[reader.text(at: number), default: []].insert(code)
        }
        return codes
    }
}
