public import Vocabulary

/// What a bundle waits for on a day: who is to do what, and until when.
public struct BundleTask: Hashable, Sendable {
    public let bundle: Slug
    public let party: Party
    /// `send it to RX1`.
    public let what: String
    /// Nil where no rule says.
    public let until: Day?
    public let isLate: Bool

    public enum Party: String, Hashable, Sendable {
        case commissioner, provider, both

        public var inWords: String { self == .both ? "commissioner and provider" : rawValue }
    }

    /// - Returns: nil for a bundle that is closed: it waits for nobody.
    public init?(of bundle: ChallengeBundle, on day: Day, deadlines: ChallengeDeadlines) {
        let (party, what, until): (Party, String, Day?)
        switch bundle.state {
        case .raised: (party, what, until) = (.commissioner, "look it through and send it to \(bundle.provider)", nil)
        case .sent:
            let awaited = bundle.challenges.count { $0.isOpen && $0.answer == nil }
            let deadline = bundle.sending?.deadline
            let isSilent = deadline.map { $0 < day } ?? false
            party = isSilent ? .both : .provider
            what =
                "answer \(counted(awaited, "challenge", "challenges"))"
                + (isSilent ? "; what is not answered may be upheld" : "")
            until = deadline
        case .answered:
            let open = bundle.challenges.filter(\.isOpen)
            (party, what) = (.commissioner, "conclude on \(counted(open.count, "challenge", "challenges"))")
            until = open.compactMap { $0.answer?.on }.max().flatMap { try? deadlines.conclusion(onAnswersOf: $0) }
        case .concluded:
            (party, what) = (.provider, "credit \(bundle.agreed - bundle.credited)")
            until = bundle.concludedOn.flatMap { try? deadlines.credit(afterConclusionOn: $0) }
        case .settled: (party, what, until) = (.commissioner, "close it", nil)
        case .disputed:
            let step = bundle.openDispute?.steps.last
            (party, what, until) = (.both, "settle the dispute (\(step?.kind.inWords ?? ""))", step?.deadline)
        case .closed: return nil
        }
        (self.bundle, self.party, self.what, self.until) = (bundle.id, party, what, until)
        isLate = until.map { $0 < day } ?? false
    }

    /// What waits, the late first, then by day; what has no day comes last.
    public static func all(
        of bundles: [ChallengeBundle], on day: Day, deadlines: ChallengeDeadlines
    ) -> [BundleTask] {
        bundles.compactMap { BundleTask(of: $0, on: day, deadlines: deadlines) }.enumerated().sorted { left, right in
            switch (left.element.until, right.element.until) {
            case (let one?, let other?) where one != other: one < other
            case (_?, nil): true
            case (nil, _?): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }
}
