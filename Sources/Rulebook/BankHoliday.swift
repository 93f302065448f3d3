public import Vocabulary

/// A bank holiday of England and Wales.
public struct BankHoliday: Hashable, Sendable {
    public let day: Day
    public let name: String
    /// `Substitute day`, `Extra bank holiday`, or nothing.
    public let note: String

    public init(day: Day, name: String, note: String = "") {
        self.day = day
        self.name = name
        self.note = note
    }
}
