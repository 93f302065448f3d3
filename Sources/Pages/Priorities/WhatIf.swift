public import Priorities
public import Vocabulary

/// Other weights that a reader asks for: `?weights=access:30,oral-health:70`, or one value for each criterion as
/// its form sends them (`?weight-access=30&weight-oral-health=70`).
public struct WhatIf: Hashable, Sendable {
    /// As given, by criterion; nil where nothing was asked for.
    public var given: [Slug: String]?
    /// What is wrong, by criterion; the whole form's fault is at none.
    public var faults: [Fault]
    /// In the order of the criteria, summing to one; nil where there are faults or nothing was asked for.
    public var weights: [Double]?

    /// A sentence on one field, or on the form.
    public struct Fault: Hashable, Sendable {
        public var criterion: Slug?
        public var sentence: String
    }

    /// Nothing asked for.
    public static let none = WhatIf(given: nil, faults: [], weights: nil)

    private init(given: [Slug: String]?, faults: [Fault], weights: [Double]?) {
        self.given = given
        self.faults = faults
        self.weights = weights
    }

    /// - Parameters:
    ///   - criteria: the round's leaves, in the order of the answer's weights.
    ///   - value: gives the value of a name in the request's query.
    public init(criteria: [Criterion], query value: (String) -> String?) {
        var given: [Slug: String] = [:]
        var faults: [Fault] = []
        for part in (value("weights") ?? "").split(separator: ",").map({ $0.split(separator: ":") }) {
            guard part.count == 2, let id = Slug(part[0].trimmingSpaces), criteria.contains(where: { $0.id == id })
            else {
                let words = part.joined(separator: ":")
                faults.append(Fault(criterion: nil, sentence: "There is no criterion for “\(words)”."))
                continue
            }
            given[id] = part[1].trimmingSpaces
        }
        for criterion in criteria {
            if let text = value(WhatIf.field(of: criterion.id)) { given[criterion.id] = text.trimmingSpaces }
        }
        guard !given.isEmpty || !faults.isEmpty else {
            self = .none
            return
        }
        let numbers = criteria.map { criterion -> Double? in
            let text = given[criterion.id] ?? ""
            guard !text.isEmpty, let number = Double(text.replacing("%", with: "").trimmingSpaces),
                number.isFinite, number >= 0, number <= WhatIf.most
            else {
                let words =
                    text.isEmpty
                    ? "Give a weight for \(criterion.title)" : "“\(text)” is no weight for \(criterion.title)"
                faults.append(
                    Fault(
                        criterion: criterion.id,
                        sentence: "\(words): a number from 0 to 100, 0 where it does not count."))
                return nil
            }
            return number
        }
        let sum = numbers.reduce(0) { $0 + ($1 ?? 0) }
        if faults.isEmpty, sum <= 0 {
            faults.append(Fault(criterion: nil, sentence: "Give at least one criterion more than 0."))
        }
        self.init(
            given: given, faults: faults, weights: faults.isEmpty ? numbers.map { ($0 ?? 0) / sum } : nil)
    }

    /// Weights are given in per cent; they need not sum to 100.
    static let most = 100.0

    static func field(of criterion: Slug) -> String { "weight-\(criterion)" }

    /// The same question in one value, to pass on: `access:30,oral-health:70`.
    public func text(criteria: [Criterion]) -> String {
        criteria.compactMap { criterion in given?[criterion.id].map { "\(criterion.id):\($0)" } }
            .joined(separator: ",")
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(self).trimmingSpaces }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
