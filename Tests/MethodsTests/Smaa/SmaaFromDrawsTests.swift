import Methods
import TestSupport
import Testing
import Vocabulary

/// Two anticoagulants on three criteria, 10,000 given draws; Tervonen and Figueira 2008, in rsmaa.
@Suite(.enabled(if: SmaaCase.isHere, "the published cases are not beside the checkout"))
struct SmaaFromDrawsTests {
    static let options = ["Heparin", "Enoxaparin"]

    private func result() throws -> SmaaResult {
        let input = try SmaaCase("01").input
        return try SmaaFromDraws.result(
            values: SmaaCase.table(#require(input["partial_values_csv"] as? String)),
            weights: SmaaCase.table(#require(input["weights_csv"] as? String)), options: 2, criteria: 3)
    }

    @Test func `rank acceptability is the published one, exactly`() throws {
        let expected = try SmaaCase("01").expected
        let acceptability = try result().rankAcceptability
        for (option, name) in Self.options.enumerated() {
            #expect(isClose(acceptability[option], expected[name] as? [Double], within: 1e-12))
        }
    }

    @Test func `central weights are those printed`() throws {
        let expected = try SmaaCase("02").expected
        let central = try result().centralWeights
        for (option, name) in Self.options.enumerated() {
            #expect(isClose(central[option], expected[name] as? [Double], within: 5.0001e-8))
        }
    }

    @Test func `confidence factors are those printed`() throws {
        let expected = try SmaaCase("03").expected
        let confidence = try result().confidence
        for (option, name) in Self.options.enumerated() {
            #expect(isClose([confidence[option] ?? .nan], [expected[name] as? Double ?? 0], within: 2e-4))
        }
    }

    @Test func `the entropies are those printed`() throws {
        let expected = try SmaaCase("04").expected
        let result = try result()
        #expect(
            isClose([result.rankingEntropy ?? .nan], [expected["ranking"] as? Double ?? 0], within: 5.0001e-8)
        )
        #expect(isClose([result.choiceEntropy], [expected["choice"] as? Double ?? 0], within: 5.0001e-8))
    }

    @Test func `pairwise winning indices are the published ones, exactly`() throws {
        let expected = try SmaaCase("05").expected
        let pairwise = try result().pairwise
        #expect(isClose([pairwise[0][1]], [expected["Heparin>Enoxaparin"] as? Double ?? 0], within: 1e-12))
        #expect(isClose([pairwise[1][0]], [expected["Enoxaparin>Heparin"] as? Double ?? 0], within: 1e-12))
    }

    @Test func `an option that never ranks first has no central weights, rather than zeros`() throws {
        let published = try SmaaCase("12")
        let draws = try #require(published.input["N"] as? Int)
        let best = try numbers(published.input["values_A"]), worst = try numbers(published.input["values_B"])
        let weights = try #require(published.input["weights"] as? [Double])
        let result = try SmaaFromDraws.result(
            values: repeated(best + worst, draws), weights: repeated(weights, draws), options: 2, criteria: 3)
        let central = try #require(published.expected["cw"] as? [String: Any])
        #expect(isClose(result.centralWeights[0], central["A"] as? [Double], within: 1e-8))
        #expect(result.centralWeights[1] == nil)
        #expect(result.confidence == [1, nil])
    }

    @Test func `one draw in which it ranks first gives it central weights`() throws {
        let published = try SmaaCase("13")
        let draws = try #require(published.input["N"] as? Int)
        let weights = try #require(published.input["weights"] as? [Double])
        let once = try #require(published.input["draw1"] as? [String: Any])
        let others = try #require(published.input["others"] as? [String: Any])
        let first = try numbers(once["A"]) + numbers(once["B"])
        let rest = try numbers(others["A"]) + numbers(others["B"])
        let result = try SmaaFromDraws.result(
            values: first + repeated(rest, draws - 1), weights: repeated(weights, draws), options: 2,
            criteria: 3)
        let central = try #require(published.expected["cw"] as? [String: Any])
        #expect(isClose(result.centralWeights[0], central["A"] as? [Double], within: 1e-8))
        #expect(isClose(result.centralWeights[1], central["B"] as? [Double], within: 1e-8))
    }

    private func numbers(_ list: Any?) throws -> [Double] {
        try #require(list as? [Double])
    }

    private func repeated(_ row: [Double], _ times: Int) -> [Double] {
        (0..<times).flatMap { _ in row }
    }
}

struct SmaaFromDrawsRefusalTests {
    @Test(
        arguments: [
            ([], [], "smaa-shape"),
            ([1, 2, 3], [1], "smaa-shape"),
            ([1, 2, 3, 4], [1, 0, 1], "smaa-shape"),
            ([1, 2, .nan, 4], [1, 0], "smaa-number"),
            ([1, 2, 3, 4], [.infinity, 0], "smaa-number"),
        ] as [([Double], [Double], String)])
    func `draws that do not fit each other are refused`(values: [Double], weights: [Double], code: String) {
        let refusal = #expect(throws: Refusal.self) {
            try SmaaFromDraws.result(values: values, weights: weights, options: 2, criteria: 2)
        }
        #expect(refusal?.code == code)
    }

    @Test func `options that tie share the better rank`() throws {
        let result = try SmaaFromDraws.result(
            values: [5, 5, 1], weights: [1], options: 3, criteria: 1)
        #expect(result.rankAcceptability == [[1, 0, 0], [1, 0, 0], [0, 0, 1]])
        #expect(result.pairwise == [[0, 0, 1], [0, 0, 1], [0, 0, 0]])
    }
}

/// True where both lists are there, as long as each other, and nowhere further apart than `tolerance`.
func isClose(_ left: [Double]?, _ right: [Double]?, within tolerance: Double) -> Bool {
    guard let left, let right, left.count == right.count, !left.isEmpty else { return false }
    return zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
}
