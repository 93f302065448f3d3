public import Vocabulary

/// A failure to keep the rules on interests, and what was decided about the decision that it touched.
public struct Breach: Hashable, Sendable, Codable {
    public var id: Slug
    public var foundOn: Day
    /// What happened; kept apart.
    public var account: Personal
    /// Who looked into it; not the person whose breach it is.
    public var dealtWithBy: Slug
    /// The meeting and item whose decision it touched.
    public var meeting: Slug?
    public var item: Slug?
    /// Nil while it is open.
    public var effect: Effect?
    public var sanction: String?
    public var lesson: String?
    /// What is published of it, without a name.
    public var publishedText: String?
    /// The day on which it was last settled; nil while it is open.
    public var settledOn: Day?
    /// The day on which its retention ran out and its account was disposed of.
    public var disposedOn: Day?

    /// What was decided about the decision that it touched; `toBeRetaken` is settled again when it has been.
    public enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
        case stands, retaken, toBeRetaken, noneTouched
    }

    public init(
        id: Slug, foundOn: Day, account: Personal, dealtWithBy: Slug, meeting: Slug? = nil, item: Slug? = nil
    ) {
        self.id = id
        self.foundOn = foundOn
        self.account = account
        self.dealtWithBy = dealtWithBy
        self.meeting = meeting
        self.item = item
    }
}
