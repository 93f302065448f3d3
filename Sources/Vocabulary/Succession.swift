/// One organisation handing over to another on a day; splits and merges make it no function.
public struct Succession: Hashable, Sendable {
    public let predecessor: OrganisationCode
    public let successor: OrganisationCode
    public let day: Day
    /// True where the pair was derived from other data rather than published by ODS.
    public let isDerived: Bool

    public init(predecessor: OrganisationCode, successor: OrganisationCode, day: Day, isDerived: Bool) {
        self.predecessor = predecessor
        self.successor = successor
        self.day = day
        self.isDerived = isDerived
    }
}
