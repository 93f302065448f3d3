import Foundation
import Methods
import Vocabulary

/// What a pool tells its workers, one JSON object a line.
struct WorkerRequest: Codable {
    var relativeGap: Double
    var seconds: Double
    /// Nil where the base of the request before holds.
    var base: Base?
    var questions: [Question]

    struct Base: Codable {
        var names: [String]
        var values: [Double]
        var forced: String
        var rows: [Row]

        struct Row: Codable {
            var name: String
            var items: [Int]
            var amounts: [Int]
            var lower: Int?
            var upper: Int?
        }

        init(_ model: PortfolioModel) {
            names = model.names
            values = model.values
            forced = Marks.text(model.forced)
            rows = model.rows.map { row in
                Row(
                    name: row.name, items: row.terms.map(\.item), amounts: row.terms.map(\.coefficient),
                    lower: row.lower, upper: row.upper)
            }
        }

        func model() throws -> PortfolioModel {
            try PortfolioModel(
                names: names, values: values,
                rows: rows.map { row in
                    PortfolioModel.Row(
                        name: row.name,
                        terms: zip(row.items, row.amounts).map { PortfolioModel.Term(item: $0, coefficient: $1) },
                        lower: row.lower, upper: row.upper)
                },
                forced: Marks.marks(forced))
        }
    }

    struct Question: Codable {
        var values: [Double]?
        var bounds: [SolveQuestion.RowBounds]
        var forced: String?
        var start: String?

        init(_ question: SolveQuestion) {
            values = question.values
            bounds = question.bounds
            forced = question.forced.map(Marks.text)
            start = question.start.map { Marks.text($0) }
        }

        func question(_ base: PortfolioModel) -> SolveQuestion {
            SolveQuestion(
                base: base, values: values, bounds: bounds, forced: forced.map(Marks.marks),
                start: start.map { Marks.marks($0).map { $0 == true } })
        }
    }
}

/// What a worker answers, one JSON object a line: an answer, or why there will be none.
struct WorkerReply: Codable {
    /// The question's position in the request.
    var question: Int?
    var status: String?
    var chosen: String?
    var bound: Double?
    var refusal: Failure?

    struct Failure: Codable {
        var kind: String
        var code: String
        var sentence: String
        var remedy: String?
    }

    init(question: Int, _ answer: SolvedPortfolio) {
        self.question = question
        status = answer.status.rawValue
        chosen = answer.chosen.map { Marks.text($0) }
        bound = answer.bound
    }

    init(_ refusal: Refusal) {
        self.refusal = Failure(
            kind: refusal.kind.rawValue, code: refusal.code, sentence: refusal.sentence, remedy: refusal.remedy)
    }

    /// The answer to the model; nil where it is none, or breaks a row: then the worker is not to be trusted.
    func answer(to model: PortfolioModel, relativeGap: Double) -> SolvedPortfolio? {
        switch status.flatMap(SolvedPortfolio.Status.init(rawValue:)) {
        case .infeasible: return .infeasible
        case .unknown: return .unknown(bound: bound)
        case .optimal, .feasible:
            guard let chosen else { return nil }
            let marks = Marks.marks(chosen)
            let items = marks.map { $0 == true }
            guard !marks.contains(nil), model.allows(items) else { return nil }
            return SolvedPortfolio(
                chosen: items, value: model.value(of: items), bound: bound, relativeGap: relativeGap)
        case nil: return nil
        }
    }

    var told: Refusal? {
        refusal.map { told in
            Refusal(
                Refusal.Kind(rawValue: told.kind) ?? .engine, code: told.code, told.sentence, remedy: told.remedy)
        }
    }
}

/// Marks of items as text: 1 in, 0 out, - free.
enum Marks {
    static func text(_ marks: [Bool?]) -> String {
        String(
            decoding: marks.map { $0.map { $0 ? UInt8(ascii: "1") : UInt8(ascii: "0") } ?? UInt8(ascii: "-") },
            as: UTF8.self)
    }

    static func marks(_ text: String) -> [Bool?] {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "1"): true
            case UInt8(ascii: "0"): false
            default: nil
            }
        }
    }
}
