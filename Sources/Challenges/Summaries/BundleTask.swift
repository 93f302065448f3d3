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
        self.init(of: BundleHead(bundle), on: day, deadlines: deadlines)
    }

    public init?(of head: BundleHead, on day: Day, deadlines: ChallengeDeadlines) {
        let (party, what, until): (Party, String, Day?)
        switch head.state {
        case .raised: (party, what, until) = (.commissioner, "look it through and send it to \(head.provider)", nil)
        case .sent:
            let isSilent = head.answerBy.map { $0 < day } ?? false
            party = isSilent ? .both : .provider
            what =
                "answer \(counted(head.awaited, "challenge", "challenges"))"
                + (isSilent ? "; what is not answered may be upheld" : "")
            until = head.answerBy
        case .answered:
            (party, what) = (.commissioner, "conclude on \(counted(head.open, "challenge", "challenges"))")
            until = head.answeredOn.flatMap { try? deadlines.conclusion(onAnswersOf: $0) }
        case .concluded:
            (party, what) = (.provider, "credit \(head.agreed - head.credited)")
            until = head.concludedOn.flatMap { try? deadlines.credit(afterConclusionOn: $0) }
        case .settled: (party, what, until) = (.commissioner, "close it", nil)
        case .disputed:
            (party, what) = (.both, "settle the dispute (\(head.dispute?.inWords ?? ""))")
            until = head.disputeUntil
        case .closed: return nil
        }
        (self.bundle, self.party, self.what, self.until) = (head.id, party, what, until)
        isLate = until.map { $0 < day } ?? false
    }

    /// `It waits for the provider: answer 3 challenges by 17 November 2025, which has passed.`
    public var sentence: String {
        let by = until.map { " by \($0.inWords)\(isLate ? ", which has passed" : "")" } ?? ""
        return "It waits for the \(party == .both ? "commissioner and the provider" : party.rawValue): \(what)\(by)."
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
