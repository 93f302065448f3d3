import Foundation
import Methods
import TestSupport

/// Portfolio models for the tests.
enum PortfolioExamples {
    static func terms(_ coefficients: [Int]) -> [PortfolioModel.Term] {
        coefficients.enumerated().map { PortfolioModel.Term(item: $0, coefficient: $1) }
    }

    /// Items a, b, c… under one budget.
    static func budget(_ values: [Double], _ costs: [Int], _ limit: Int) throws -> PortfolioModel {
        try PortfolioModel(
            names: values.indices.map { "item \($0 + 1)" }, values: values,
            rows: [PortfolioModel.Row(name: "budget", terms: terms(costs), upper: limit)],
            forced: values.map { _ in nil })
    }

    /// A model with a budget in pence, a minimum, a pair that excludes itself, a prerequisite and forced items;
    /// it may have no answer.
    static func random(_ seed: UInt64, items: Int) throws -> PortfolioModel {
        var numbers = SeededNumbers(seed: seed)
        let values = (0..<items).map { _ in Double(Int.random(in: -20...100, using: &numbers)) / 4 }
        let costs = (0..<items).map { _ in Int.random(in: -2_000_000...9_999_999, using: &numbers) }
        let posts = (0..<items).map { _ in Int.random(in: 0...300, using: &numbers) }
        let spend = costs.reduce(0, +)
        return try PortfolioModel(
            names: values.indices.map { "item \($0 + 1)" }, values: values,
            rows: [
                PortfolioModel.Row(name: "budget", terms: terms(costs), upper: spend / 3),
                PortfolioModel.Row(
                    name: "posts", terms: terms(posts), lower: 100, upper: posts.reduce(0, +) / 2),
                PortfolioModel.Row(
                    name: "one of two", terms: [.init(item: 0, coefficient: 1), .init(item: 1, coefficient: 1)],
                    upper: 1),
                PortfolioModel.Row(
                    name: "needs", terms: [.init(item: 2, coefficient: 1), .init(item: 3, coefficient: -1)],
                    upper: 0),
            ],
            forced: values.indices.map { $0 == items - 1 ? true : $0 == items - 2 ? false : nil })
    }
}
