import Vocabulary

/// Something recorded that takes one form after another, each from its first day to its last: a decision right, or an
/// edge of the accountability map.
protocol FormsOverTime {
    /// In refusals and their codes: `right`.
    static var noun: String { get }
    var id: Slug { get }
    var from: Day { get }
    var until: Day? { get set }
    var earlier: [Self] { get set }
}

extension DecisionRight: FormsOverTime { static let noun = "right" }
extension AccountabilityEdge: FormsOverTime { static let noun = "edge" }

extension FormsOverTime {
    /// The form in which it stood on a day; nil where it did not.
    func form(on day: Day) -> Self? {
        (earlier + [self]).last { $0.from <= day && $0.until.map { day <= $0 } ?? true }
    }

    /// With a last day.
    ///
    /// - Throws: `Refusal`: `no-reason`, `ends-before-start`, `right-ended` or `edge-ended`.
    func ended(on lastDay: Day, reason: String) throws(Refusal) -> Self {
        try refuseBlank(reason: reason, for: "ending the \(Self.noun) “\(id)”")
        guard from <= lastDay else {
            throw Refusal(
                .input, code: "ends-before-start",
                "The \(Self.noun) “\(id)” would end on \(lastDay.inWords), before its present form begins on "
                    + "\(from.inWords).",
                remedy: "Correct the day.")
        }
        if let until, until <= lastDay {
            throw Refusal(
                .rule, code: "\(Self.noun)-ended", "The \(Self.noun) “\(id)” ends on \(until.inWords) already.",
                remedy: "Amend it from the day after, if it goes on.")
        }
        var ended = self
        ended.until = lastDay
        return ended
    }

    /// In a new form from its first day on; what it was until the day before stands in `earlier`.
    ///
    /// - Throws: `Refusal`: `no-reason`, `not-after`, `right-ended` or `edge-ended`.
    func amended(to form: Self, reason: String) throws(Refusal) -> Self {
        try refuseBlank(reason: reason, for: "amending the \(Self.noun) “\(id)”")
        guard from < form.from else {
            throw Refusal(
                .input, code: "not-after",
                "The \(Self.noun) “\(id)” has its present form from \(from.inWords), and another cannot begin on "
                    + "\(form.from.inWords).",
                remedy: "Give a later day.")
        }
        if let until, until.adding(days: 1) < form.from {
            throw Refusal(
                .rule, code: "\(Self.noun)-ended", "The \(Self.noun) “\(id)” ended on \(until.inWords).",
                remedy: "Enter what took its place under another short name.")
        }
        var past = self
        past.earlier = []
        past.until = form.from.adding(days: -1)
        var amended = form
        amended.earlier = earlier + [past]
        return amended
    }
}
