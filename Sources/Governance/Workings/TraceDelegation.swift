public import Vocabulary

/// Follows a right up, from delegate to delegator, to the body that holds it by statute.
///
/// “The arrangements do not affect the liability” of the statutory holder (NHS Act 2006, section 13Z, as quoted in terms
/// of reference of primary care commissioning committees), so a chain must end there.
public enum TraceDelegation {
    /// The rights from the one asked about to the topmost, and what stands at the top.
    public struct Chain: Hashable, Sendable, Codable {
        /// As they stood on the day; the right asked about is first.
        public var rights: [DecisionRight]
        public var end: End
        /// The right that the topmost comes from and that does not stand on the day; nil unless the chain is broken.
        public var missing: Slug?
        public var statutoryHolder: OrganisationCode?

        /// The least of the limits; nil where none has one.
        public var upTo: Money? { rights.compactMap(\.upTo).min() }

        enum CodingKeys: String, CodingKey { case rights, end, missing, statutoryHolder }
    }

    public enum End: String, Hashable, Sendable, Codable, CaseIterable {
        /// The topmost right is held by the body that has it by statute.
        case statutoryHolder
        /// It is held by another body.
        case otherHolder
        /// No right of the chain says who holds it by statute.
        case notSaid
        /// It comes from a right that does not stand on the day.
        case broken
        /// It comes from itself.
        case circle
    }

    /// - Parameter successor: bodies that handed over by the day.
    /// - Returns: nil where the right does not stand on the day.
    public static func chain(
        of right: Slug, among rights: [Slug: DecisionRight], on day: Day, successor: FollowSuccession.Successor
    ) -> Chain? {
        guard let first = rights[right]?.asOf(day) else { return nil }
        var held = [first]
        var met: Set<Slug> = [right]
        var end: End?
        var missing: Slug?
        while end == nil, let parent = held.last?.delegatedFrom {
            if !met.insert(parent).inserted {
                end = .circle
            } else if let above = rights[parent]?.asOf(day) {
                held.append(above)
            } else {
                end = .broken
                missing = parent
            }
        }
        let statutory = held.compactMap(\.statutoryHolder).first
        if end == nil {
            switch (statutory, held.last?.holder) {
            case (nil, _): end = .notSaid
            case (let body?, let holder?):
                end = FollowSuccession.isSame(body, holder, by: successor) ? .statutoryHolder : .otherHolder
            case (_?, nil): end = .otherHolder
            }
        }
        return Chain(rights: held, end: end ?? .notSaid, missing: missing, statutoryHolder: statutory)
    }
}
