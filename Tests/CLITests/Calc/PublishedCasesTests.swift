import Files
import Rulebook
import TestSupport
import Testing
import Vocabulary

@testable import CLI

/// Cases published elsewhere, put into the shape of our examples and answered by our methods.
struct PublishedCasesTests {
    private static let first = "cases/cases/DENT-01.json"
    private static let second = "cases/cases/DENT-02.json"

    private func published(_ path: String) throws -> JSONValue {
        try JSONFile.value(of: SharedData.bytes(path), named: path)
    }

    private func number(_ value: JSONValue?) throws -> Int {
        guard case .integer(let number)? = value else {
            throw Refusal(.input, code: "not-a-number", "The case has \(String(describing: value)) for a number.")
        }
        return number
    }

    private func numbers(_ value: JSONValue?) throws -> [Int] {
        guard case .list(let values)? = value else { return [] }
        return try values.map { try number($0) }
    }

    /// One contractor's year as an example of ours; pounds become pence.
    private func example(
        _ name: String, contracted: Int, poundsEach: Int, delivered: Int, expected: JSONValue, source: String
    ) -> JSONValue {
        [
            "method": "dental.yearEnd", "name": .text(name),
            "input": [
                "financialYear": "2024/25", "contractedUnits": .integer(contracted),
                "deliveredUnits": .integer(delivered), "valuePence": .integer(contracted * poundsEach * 100),
            ], "expected": expected, "tolerance": 0, "source": .text(source),
        ]
    }

    /// Where the product's answer differs from what the example expects; nil where it does not.
    private func difference(_ example: JSONValue) throws -> String? {
        guard let input = example["input"], let expected = example["expected"] else { return "no example" }
        let answer = try CalcMethods.answer(CalcYearEnd.self, input, by: .shipped)
        return ExampleTolerance(example["tolerance"]).difference(expected, answer.result, at: "result")
    }

    @Test(.enabled(if: SharedData.has(PublishedCasesTests.first), "the published cases are not here"))
    func `DENT-01: practice A repays £200,000 for 10,000 UDAs and practice B nothing`() throws {
        let published = try published(Self.first)
        for practice in ["A", "B"] {
            let input = published["input"]?[practice]
            let (contracted, each) = try (number(input?["contracted"]), number(input?["value"]))
            let clawback = try number(published["expected"]?["\(practice)_clawback"])
            let example = try example(
                "practice \(practice)", contracted: contracted, poundsEach: each,
                delivered: number(input?["delivered"]), expected: ["recoveryPence": .integer(clawback * 100)],
                source: "Densura, The curse of clawback")
            #expect(try difference(example) == nil, "practice \(practice)")
        }
    }

    @Test(.enabled(if: SharedData.has(PublishedCasesTests.first), "the published cases are not here"))
    func `DENT-01: what practice A may miss without repaying is worth £24,000`() throws {
        let published = try published(Self.first)
        let input = published["input"]?["A"]
        let (contracted, each) = try (number(input?["contracted"]), number(input?["value"]))
        let missed = try number(published["expected"]?["A_threshold_96pct_value"]) / each
        #expect(missed == 1_200)
        let edge = example(
            "the most that A may miss", contracted: contracted, poundsEach: each, delivered: contracted - missed,
            expected: ["recoveryPence": 0, "carriedForwardUnits": .integer(-missed)], source: "Densura")
        #expect(try difference(edge) == nil)
        let beyond = example(
            "one more", contracted: contracted, poundsEach: each, delivered: contracted - missed - 1,
            expected: ["recoveryPence": .integer((missed + 1) * each * 100)], source: "Densura")
        #expect(try difference(beyond) == nil)
    }

    @Test(.enabled(if: SharedData.has(PublishedCasesTests.second), "the published cases are not here"))
    func `DENT-02: the bands of NHSBSA's article KA-01672 recover and carry what they should`() throws {
        let published = try published(Self.second)
        let (input, expected) = (published["input"], published["expected"])
        let (contracted, each) = try (number(input?["contracted"]), number(input?["uda_value"]))
        let delivered = try numbers(input?["delivered"])
        let clawback = try numbers(expected?["clawback_gbp"])
        let carried = try numbers(expected?["carry_forward_uda"])
        #expect(delivered.count == 7 && clawback.count == 7 && carried.count == 7)
        for (place, units) in delivered.enumerated() {
            let example = example(
                "\(units) delivered", contracted: contracted, poundsEach: each, delivered: units,
                expected: [
                    "recoveryPence": .integer(clawback[place] * 100), "carriedForwardUnits": .integer(carried[place]),
                    "breachNotice": .flag(clawback[place] > 0),
                ], source: "NHSBSA knowledge base KA-01672")
            #expect(try difference(example) == nil, "\(units) delivered")
        }
    }
}
