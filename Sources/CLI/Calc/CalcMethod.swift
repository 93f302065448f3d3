import Rulebook
import Vocabulary

/// The shape of a method's document, which it shares with the documents of the interface for programs.
typealias Shape = DocumentShape

/// A method of the product on one JSON document: its shape, a published example, and the working that answers.
///
/// A method here reads, calls a working that the product calls, and writes; the arithmetic is the working's.
protocol CalcMethod: Sendable {
    /// As `remit calc` knows it: `dental.yearEnd`.
    static var name: String { get }
    /// One sentence.
    static var title: String { get }
    static var input: Shape { get }
    static var examples: [CalcExample] { get }
    /// The type whose function is called; a package rule looks for it.
    static var working: String { get }

    /// - Parameter input: of the shape, checked.
    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer
}

/// The result and how it was come by.
struct CalcAnswer: Sendable {
    var result: JSONValue
    var steps: [Working.Step]

    init(_ result: JSONValue, steps: [Working.Step] = []) {
        self.result = result
        self.steps = steps
    }
}

/// A worked example: an input and what is expected of it, with its source.
struct CalcExample: Sendable {
    var name: String
    var input: JSONValue
    /// Compared key by key; keys that are not named are not compared.
    var expected: JSONValue
    /// The largest difference of a number that is still equal.
    var tolerance: Double
    var source: String

    func json(method: String) -> JSONValue {
        [
            "method": .text(method), "name": .text(name), "input": input, "expected": expected,
            "tolerance": .decimal(tolerance), "source": .text(source),
        ]
    }
}

/// Every method that `remit calc` has, by name.
enum CalcMethods {
    static let all: [any CalcMethod.Type] =
        [
            CalcYearEnd.self, CalcMidYear.self, CalcSplitTargets.self, CalcUnits.self, CalcMonthlyTargets.self,
            CalcConcentration.self,
            CalcRankCorrelation.self, CalcSharedMoney.self,
        ] + priorities + governance + needs

    /// Values, weights, rankings and portfolios.
    private static let priorities: [any CalcMethod.Type] = [
        CalcValueFunction.self, CalcAdditiveValue.self, CalcSwingWeights.self, CalcRankOrder.self,
        CalcPairwise.self, CalcBestWorst.self, CalcConstraints.self, CalcWeightSample.self, CalcSensitivity.self,
        CalcDominance.self, CalcAgreement.self, CalcSmaa.self, CalcExact.self, CalcGreedy.self,
    ]

    /// Quorums, votes, gifts, registers and who answers to whom.
    private static let governance: [any CalcMethod.Type] = [
        CalcQuorum.self, CalcVotes.self, CalcGift.self, CalcRegisterTransparency.self, CalcAccountabilityGaps.self,
    ]

    /// Rates, life expectancy, inequality, outliers and access to care.
    private static let needs: [any CalcMethod.Type] = [
        CalcCountInterval.self, CalcProportion.self, CalcCrudeRate.self, CalcDirectRate.self, CalcIndirectRate.self,
        CalcMean.self, CalcLifeExpectancy.self, CalcSlopeIndex.self, CalcQuantiles.self, CalcFunnel.self,
        CalcNeighbours.self, CalcTrend.self, CalcDecay.self, CalcCatchment.self, CalcSiting.self,
    ]

    /// - Throws: `Refusal` that lists the methods there are.
    static func named(_ name: String) throws(Refusal) -> any CalcMethod.Type {
        if let method = all.first(where: { $0.name == name }) { return method }
        let names = all.map { $0.name }.sorted().joined(separator: ", ")
        throw Refusal(
            .usage, code: "no-method", "There is no method “\(name)”.", remedy: "There are: \(names).")
    }

    /// Checks a document against the method's shape and answers it.
    static func answer(
        _ method: any CalcMethod.Type, _ document: JSONValue, by rulebook: Rulebook
    ) throws(Refusal) -> CalcAnswer {
        try method.answer(ShapedValue(document, as: method.input, at: method.name), by: rulebook)
    }
}
