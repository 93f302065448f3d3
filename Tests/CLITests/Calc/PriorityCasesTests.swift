import Files
import Foundation
import Rulebook
import TestSupport
import Testing
import Vocabulary

@testable import CLI

/// Published cases on values, weights, rankings and portfolios, put into the shape of our examples.
///
/// Those whose licence lets them be carried over are examples of the methods themselves.
struct PriorityCasesTests {
    static func has(_ ids: String...) -> Bool { ids.allSatisfy { SharedData.has("cases/cases/\($0).json") } }

    private func published(_ id: String) throws -> JSONValue {
        let path = "cases/cases/\(id).json"
        return try JSONFile.value(of: SharedData.bytes(path), named: path)
    }

    private func answer(_ method: String, _ input: JSONValue) throws -> JSONValue {
        try CalcMethods.answer(CalcMethods.named(method), input, by: .shipped).result
    }

    private func difference(_ tolerance: JSONValue?, _ expected: JSONValue, _ found: JSONValue?) -> String? {
        ExampleTolerance(tolerance).difference(expected, found ?? .null, at: "result")
    }

    @Test(
        .enabled(
            if: PriorityCasesTests.has("PVF-02", "PVF-04", "PVF-06"), "the published cases are not here"),
        arguments: [("PVF-02", "refuse"), ("PVF-04", "extend"), ("PVF-06", "clip")])
    func `value functions of rsmaa come out, within the scale and beyond it`(id: String, beyond: String)
        throws
    {
        let published = try published(id)
        let found = try answer(
            "values.function",
            [
                "cutoffs": #require(published["input"]?["cutoffs"]),
                "values": #require(published["input"]?["values"]),
                "measurements": #require(published["input"]?["x"]), "beyond": .text(beyond),
            ])
        #expect(
            try difference(published["tolerance"], #require(published["expected"]), found["values"]) == nil)
    }

    @Test(
        .enabled(if: PriorityCasesTests.has("PVF-01"), "the published cases are not here"),
        arguments: ["f1", "f2"])
    func `PVF-01: the straight lines of rsmaa come out`(name: String) throws {
        let published = try published("PVF-01")
        let function = try #require(published["input"]?[name])
        let found = try answer(
            "values.function",
            [
                "cutoffs": #require(function["cutoffs"]), "values": #require(function["values"]),
                "measurements": #require(function["x"]),
            ])
        #expect(
            try difference(published["tolerance"], #require(published["expected"]?[name]), found["values"])
                == nil)
    }

    @Test(.enabled(if: PriorityCasesTests.has("WCON-01", "WCON-02"), "the published cases are not here"))
    func `the rows of the MCDA elicitation web application come out`() throws {
        let first = try published("WCON-01")
        for (said, name) in [
            (["kind": "atLeast", "criterion": "c1", "other": "c2"] as JSONValue, "ordinal"),
            (["kind": "ratio", "criterion": "c1", "other": "c2", "low": 0, "high": 1], "ratio bound"),
            (
                ["kind": "exactRatio", "criterion": "c1", "other": "c2", "times": .decimal(0.5)],
                "exact swing"
            ),
        ] {
            let found = try answer("weights.constraints", ["criteria": ["c1", "c2"], "statements": [said]])
            #expect(
                try difference(first["tolerance"], #require(first["expected"]?[name]?["A"]), found["rows"])
                    == nil)
        }
        let second = try published("WCON-02")
        let found = try answer(
            "weights.constraints",
            [
                "criteria": ["c1", "c2", "c3"],
                "statements": [["kind": "exactRatio", "criterion": "c1", "other": "c3", "times": 10]],
            ])
        #expect(try difference(0, #require(second["expected"]?["A"]), found["rows"]) == nil)
        #expect(found["isEquality"] == [true])
    }

    @Test(.enabled(if: PriorityCasesTests.has("WSAM-01"), "the published cases are not here"))
    func `WSAM-01: the mean of draws in order is the rank order centroid`() throws {
        let published = try published("WSAM-01")
        let found = try answer("weights.sample", CalcWeightSample.examples[0].input)
        let mean = try #require(published["expected"]?["exact_mean_ROC"])
        #expect(difference(published["tolerance"]?["mean_abs"], mean, found["means"]) == nil)
    }

    @Test(.enabled(if: PriorityCasesTests.has("AHP-02"), "the published cases are not here"))
    func `AHP-02: four options by eight criteria come out when the answers are put together`() throws {
        let published = try published("AHP-02")
        func weights(_ matrix: JSONValue) throws -> [JSONValue] {
            try list(answer("weights.pairwise", ["matrix": matrix, "derivation": "columnMean"])["weights"])
        }
        let criteria = try weights(#require(published["input"]?["criteria_matrix"]))
        let columns = try list(published["input"]?["alternative_matrices"]).map { try weights($0) }
        let found = try answer(
            "values.additive",
            [
                "criteria": .list((1...8).map { .text("\($0)") }), "options": ["1", "2", "3", "4"],
                "performances": .list((0..<4).map { option in .list(columns.map { $0[option] }) }),
                "weights": .list(criteria),
            ])
        #expect(
            try difference(
                published["tolerance"], #require(published["expected"]?["scores"]), found["values"]) == nil)
        #expect(try list(found["ranks"])[2] == 1)
    }

    @Test(
        .enabled(
            if: PriorityCasesTests.has("SMAA-01", "SMAA-04", "SMAA-05"), "the published cases are not here"))
    func `SMAA-01, 04 and 05: ten thousand draws of rsmaa are counted as it counts them`() throws {
        let cases = try ["SMAA-01", "SMAA-04", "SMAA-05"].map { try published($0) }
        let values = try rows("cases/files/smaa_thrombo_meas.csv.gz")
        let weights = try rows("cases/files/smaa_thrombo_weights.csv.gz")
        // A row holds the three criteria of the first option, then those of the second.
        let tables = values.map { row in
            JSONValue.list((0..<2).map { option in .list((0..<3).map { row[option * 3 + $0] }) })
        }
        let found = try answer(
            "smaa2",
            [
                "criteria": ["Prox DVT", "Dist DVT", "Bleed"], "options": ["Heparin", "Enoxaparin"],
                "drawnPerformances": .list(tables), "drawnWeights": .list(weights.map { .list($0) }),
            ])
        let expected = cases[0]["expected"]
        let ranks = try [#require(expected?["Heparin"]), #require(expected?["Enoxaparin"])]
        #expect(difference(cases[0]["tolerance"], .list(ranks), found["rankAcceptability"]) == nil)
        #expect(
            try difference(
                cases[1]["tolerance"], #require(cases[1]["expected"]?["choice"]),
                found["choiceEntropy"]) == nil)
        let wins = try list(list(found["pairwise"])[0])[1]
        #expect(
            try difference(
                cases[2]["tolerance"], #require(cases[2]["expected"]?["Heparin>Enoxaparin"]), wins)
                == nil)
    }

    @Test(.enabled(if: PriorityCasesTests.has("SMAA-12"), "the published cases are not here"))
    func `SMAA-12: an option that is never first has no central weights`() throws {
        let published = try published("SMAA-12")
        let input = published["input"]
        let found = try answer(
            "smaa2",
            [
                "criteria": ["1", "2", "3"], "options": ["A", "B"],
                "performances": [#require(input?["values_A"]), #require(input?["values_B"])],
                "weights": #require(input?["weights"]), "draws": #require(input?["N"]),
            ])
        let expected = published["expected"]
        for (option, name) in ["A", "B"].enumerated() {
            let (central, confidence) = try (
                list(found["centralWeights"])[option], list(found["confidence"])[option]
            )
            #expect(difference(published["tolerance"], expected?["cw"]?[name] ?? .null, central) == nil)
            #expect(difference(published["tolerance"], expected?["cf"]?[name] ?? .null, confidence) == nil)
        }
    }

    @Test(.enabled(if: PriorityCasesTests.has("SMAA-13"), "the published cases are not here"))
    func `SMAA-13: an option that is first in one draw has that draw's weights for its own`() throws {
        let published = try published("SMAA-13")
        let input = published["input"]
        func table(_ name: String) throws -> JSONValue {
            try [#require(input?[name]?["A"]), #require(input?[name]?["B"])]
        }
        let count = 100
        let tables = try [table("draw1")] + [JSONValue](repeating: table("others"), count: count - 1)
        let weights = try [JSONValue](repeating: #require(input?["weights"]), count: count)
        let found = try answer(
            "smaa2",
            [
                "criteria": ["1", "2", "3"], "options": ["A", "B"], "drawnPerformances": .list(tables),
                "drawnWeights": .list(weights),
            ])
        let expected = try [
            #require(published["expected"]?["cw"]?["A"]), #require(published["expected"]?["cw"]?["B"]),
        ]
        #expect(difference(published["tolerance"], .list(expected), found["centralWeights"]) == nil)
    }

    @Test(
        .enabled(if: PriorityCasesTests.has("KNAP-08", "KNAP-20"), "the published cases are not here"),
        arguments: ["KNAP-08", "KNAP-10", "KNAP-12", "KNAP-14", "KNAP-16", "KNAP-18", "KNAP-20"])
    func `the best of a published knapsack is found and proved, and greedy is never above it`(id: String)
        throws
    {
        let published = try published(id)
        guard case .text(let path)? = published["input"]?["csv"] else { throw Absent() }
        let table = try items("cases/\(path)")
        let capacity = try #require(number(published["input"]?["capacity"]))
        let shared: [JSONValue.Member] = [
            .init("items", .list(table.indices.map { .text("\($0)") })),
            .init("values", .list(table.map { .decimal($0.value) })),
            .init(
                "rules",
                [
                    [
                        "name": "capacity", "amounts": .list(table.map { .integer(Int($0.weight)) }),
                        "atMost": .integer(Int(capacity)),
                    ]
                ]),
        ]
        let costs = JSONValue.Member("costs", .list(table.map { .integer(Int($0.weight)) }))
        let greedy = try #require(number(answer("portfolio.greedy", .object(shared + [costs]))["value"]))
        let optimum = try #require(number(published["expected"]?["optimum"]))
        #expect(greedy <= optimum + 1e-6)
        do throws(Refusal) {
            let found = try CalcMethods.answer(CalcExact.self, .object(shared), by: .shipped).result
            #expect(difference(published["tolerance"], .decimal(optimum), found["value"]) == nil)
            #expect(found["status"] == "optimal")
        } catch {
            #expect(error.kind == .engine, "\(error)")
        }
    }

    @Test(
        .enabled(if: SharedData.has("cases/files/orlib_mknap1.txt"), "the published cases are not here"),
        arguments: [1, 2, 4, 6])
    func `the best of Petersen's problems is found and proved`(problem: Int) throws {
        let text = try String(decoding: SharedData.bytes("cases/files/orlib_mknap1.txt"), as: UTF8.self)
        var numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }.makeIterator()
        func next(_ count: Int) -> [Double] { (0..<count).compactMap { _ in numbers.next() } }
        _ = next(1)
        for place in 1...problem {
            let (items, rules, optimum) = (Int(next(1)[0]), Int(next(1)[0]), next(1)[0])
            let values = next(items)
            let amounts = (0..<rules).map { _ in next(items) }
            let capacities = next(rules)
            guard place == problem else { continue }
            let document: JSONValue = [
                "items": .list((1...items).map { .text("\($0)") }),
                "values": .list(values.map { .decimal($0) }),
                "rules": .list(
                    (0..<rules).map { rule in
                        [
                            "name": .text("rule \(rule + 1)"), "atMost": .integer(Int(capacities[rule])),
                            "amounts": .list(amounts[rule].map { .integer(Int($0)) }),
                        ]
                    }),
            ]
            do throws(Refusal) {
                let found = try CalcMethods.answer(CalcExact.self, document, by: .shipped).result
                #expect(difference(["abs": .decimal(1e-6)], .decimal(optimum), found["value"]) == nil)
                #expect(found["status"] == "optimal")
            } catch {
                #expect(error.kind == .engine, "\(error)")
            }
        }
    }

    // MARK: - Reading

    private struct Absent: Error {}

    /// The rows of a table of numbers under a header, in a gzip file.
    private func rows(_ path: String) throws -> [[JSONValue]] {
        let text = try String(decoding: Compression.gunzip(SharedData.bytes(path)), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",").compactMap { Double($0).map { .decimal($0) } }
        }
    }

    private func items(_ path: String) throws -> [(value: Double, weight: Double)] {
        try String(decoding: SharedData.bytes(path), as: UTF8.self).split(whereSeparator: \.isNewline)
            .dropFirst()
            .map { line in
                let cells = line.split(separator: ",").compactMap { Double($0) }
                guard cells.count == 2 else { throw Absent() }
                return (cells[0], cells[1])
            }
    }

    private func list(_ value: JSONValue?) throws -> [JSONValue] {
        guard case .list(let values)? = value else { throw Absent() }
        return values
    }

    private func number(_ value: JSONValue?) -> Double? {
        switch value {
        case .integer(let number)?: Double(number)
        case .decimal(let number)?: number
        default: nil
        }
    }
}
