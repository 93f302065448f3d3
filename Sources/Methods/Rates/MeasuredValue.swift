/// A figure with its intervals and its method; or none, and why.
public struct MeasuredValue: Hashable, Sendable {
    /// Nil where it is withheld.
    public let value: Double?
    /// One for each level that was asked for, in that order; empty where there is nothing to say.
    public let intervals: [LevelInterval]
    public let method: MethodCitation
    public let withheld: Withheld?

    init(_ value: Double?, _ intervals: [LevelInterval], by method: MethodCitation, withheld: Withheld? = nil) {
        self.value = value
        self.intervals = intervals
        self.method = method
        self.withheld = withheld
    }

    static func none(_ withheld: Withheld, by method: MethodCitation) -> MeasuredValue {
        MeasuredValue(nil, [], by: method, withheld: withheld)
    }
}

/// Why a figure is not shown: for people a sentence, for programs a code.
public struct Withheld: Hashable, Sendable {
    public let code: String
    public let sentence: String

    public init(code: String, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    /// A count that its source suppressed is no zero, and cannot be summed.
    static func suppressed(_ what: String) -> Withheld {
        Withheld(code: "suppressed-count", "\(what) is suppressed or missing, so nothing can be worked out from it.")
    }
}
