public import Vocabulary

// The nouns of a round as words for people.

extension Member.Kind {
    public var words: String {
        switch self {
        case .commissioner: "commissioner"
        case .clinical: "clinician"
        case .lay: "lay member"
        case .provider: "provider"
        case .publicHealth: "public health"
        case .finance: "finance"
        }
    }
}

extension Interest.Kind {
    public var words: String {
        switch self {
        case .financial: "financial"
        case .nonFinancialProfessional: "professional"
        case .nonFinancialPersonal: "personal"
        case .indirect: "indirect"
        }
    }
}

extension Representation.Origin {
    public var words: String {
        switch self {
        case .politician: "from a politician"
        case .provider: "from a provider"
        case .profession: "from a profession"
        case .patientGroup: "from a patient group"
        case .memberOfPublic: "from a member of the public"
        case .otherNHSBody: "from another NHS body"
        }
    }
}

extension Decision.Outcome.Kind {
    public var words: String {
        switch self {
        case .funded: "funded"
        case .notFunded: "not funded"
        case .deferred: "deferred"
        }
    }
}

extension Option.Kind {
    public var words: String {
        switch self {
        case .invest: "invest"
        case .stop: "stop"
        case .changeProvider: "change provider"
        case .reduce: "reduce"
        }
    }

    /// What the answer says of an option of this kind, in the imperative: a service is stopped or kept, not funded.
    public func recommendation(isFunded: Bool) -> String {
        switch self {
        case .invest: isFunded ? "Fund" : "Do not fund"
        case .stop: isFunded ? "Stop" : "Keep as it is"
        case .changeProvider: isFunded ? "Change the provider" : "Keep as it is"
        case .reduce: isFunded ? "Reduce" : "Keep as it is"
        }
    }

    /// What was decided on an option of this kind, the same word on pages, in tables, files and papers.
    public func decided(_ outcome: Decision.Outcome.Kind) -> String {
        switch (self, outcome) {
        case (.invest, .funded): "Funded"
        case (.invest, .notFunded): "Not funded"
        case (.stop, .funded): "Stopped"
        case (.changeProvider, .funded): "Provider changed"
        case (.reduce, .funded): "Reduced"
        case (_, .notFunded): "Kept as it is"
        case (_, .deferred): "Deferred"
        }
    }
}

extension Round {
    /// What was decided on an option: `Funded`, `Stopped`, `Deferred`.
    ///
    /// - Returns: nil where nothing was decided on it. Of an option that the round no longer has, the outcome’s own word.
    public func decidedWords(on option: Slug) -> String? {
        guard let outcome = decision?.outcomes.first(where: { $0.option == option }) else { return nil }
        return self.option(option)?.kind.decided(outcome.outcome) ?? outcome.outcome.words
    }
}

extension WeightsGiven.Method {
    /// `by comparing two at a time`.
    public var words: String {
        switch self {
        case .swing: "by swings"
        case .rankOrder: "by order"
        case .pairwise: "by comparing two at a time"
        case .bestWorstLinear, .bestWorstNonlinear: "by comparing with the best and the worst"
        case .tradeOff: "by trade-off questions"
        case .partial: "by what is known"
        }
    }
}

/// Figures of a result as people say them: rounded, with no more digits than they are good for.
enum Said {
    /// One decimal below ten, none from there on; commas between thousands: `3.4`, `1,250`.
    static func number(_ value: Double) -> String {
        let size = value.magnitude
        guard size < 1e15 else { return "a very large number" }
        if size >= 9.95 { return sign(value) + grouped(Int(size.rounded())) }
        let tenths = Int((size * 10).rounded())
        if tenths == 0 { return size == 0 ? "0" : "less than 0.1" }
        return sign(value) + (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
    }

    private static func sign(_ value: Double) -> String { value < 0 ? "−" : "" }

    /// `12 points`.
    static func points(_ value: Double) -> String {
        let number = number(value)
        return number == "1" ? "1 point" : "\(number) points"
    }

    /// `97 of 100`; what is not quite nothing or all says so.
    static func ofHundred(_ share: Double) -> String {
        let hundredths = Int((share * 100).rounded())
        if hundredths == 0, share > 0 { return "fewer than 1 of 100" }
        if hundredths == 100, share < 1 { return "more than 99 of 100" }
        return "\(hundredths) of 100"
    }

    /// `946 of 1,000`.
    static func ofThousand(_ thousandths: Double) -> String { "\(grouped(Int(thousandths))) of 1,000" }

    /// Whole per cent: `26 %`.
    static func percent(_ share: Double) -> String {
        let whole = Int((share * 100).rounded())
        return whole == 0 && share > 0 ? "less than 1 %" : "\(whole) %"
    }

    /// `A, B and C`.
    static func list(_ words: [String]) -> String {
        guard let last = words.last else { return "nothing" }
        return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
    }
}
