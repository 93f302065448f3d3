public import Vocabulary

/// One rule over the days on which it holds, with where it was read.
public struct Rule: Hashable, Sendable {
    /// Dotted, in camelCase, stable: `dental.yearEnd.threshold`.
    public let id: String
    public let value: RuleValue
    /// Half-open: the end is the first day on which the rule no longer holds.
    public let period: Period
    /// Who says so, in which document, at which address.
    public let source: String
    /// True where the value was read at the source named; the note says where its days are inferred.
    public let isVerified: Bool
    /// What a reader must know besides; may be empty.
    public let note: String
    /// Who answers for the row.
    public let owner: String
    /// The day by which it is to be read again.
    public let reviewBy: Day?

    public init(
        id: String, value: RuleValue, period: Period, source: String, isVerified: Bool, note: String = "",
        owner: String = "", reviewBy: Day? = nil
    ) {
        self.id = id
        self.value = value
        self.period = period
        self.source = source
        self.isVerified = isVerified
        self.note = note
        self.owner = owner
        self.reviewBy = reviewBy
    }

    /// As `remit rules list --json` gives it; an open end, a missing note and a missing review day are null.
    public var json: JSONValue {
        [
            "id": .text(id), "value": value.json, "unit": .text(value.jsonUnit),
            "validFrom": .day(period.start), "validTo": .optional(period.end, JSONValue.day),
            "source": .text(source), "verified": .flag(isVerified), "note": note.isEmpty ? .null : .text(note),
            "owner": .text(owner),
            "reviewBy": .optional(reviewBy, JSONValue.day),
        ]
    }
}
