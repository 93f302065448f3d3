public import Vocabulary

extension ContractMatter {
    /// Who is to do what next, and by when.
    public struct Waiting: Hashable, Sendable {
        public let party: Party
        public let what: String
        public let by: Day?

        /// True where the day has passed.
        public func isOverdue(on day: Day) -> Bool { by.map { $0 < day } ?? false }
    }

    public enum Party: String, Hashable, Sendable, CaseIterable {
        case commissioner, provider, both
    }

    /// Nil where it is over.
    public var waiting: Waiting? {
        switch state {
        case .warned: Waiting(party: .commissioner, what: "issue an Activity Query Notice, or close", by: due)
        case .queried, .notified: Waiting(party: .both, what: "hold the \(route.meetingName)", by: due)
        case .immediate:
            Waiting(party: .provider, what: "carry the immediate action plan out: \(immediateAction ?? "")", by: due)
        case .acted: Waiting(party: .commissioner, what: "close", by: nil)
        case .met, .reviewed, .breached: Waiting(party: .both, what: "agree the \(route.planName), or close", by: due)
        case .inReview: Waiting(party: .both, what: "complete the \(route.reviewName)", by: due)
        case .planned:
            next.map { Waiting(party: .provider, what: "meet the milestone “\($0.what)”", by: $0.due) }
                ?? Waiting(party: .commissioner, what: "close", by: nil)
        case .excepted: Waiting(party: .provider, what: "meet what was missed: \(missed)", by: nil)
        case .closed: nil
        }
    }

    /// The first milestone that is neither met nor reported as missed.
    private var next: Milestone? {
        milestones.filter { $0.metOn == nil && $0.missedOn == nil }.min { $0.due < $1.due }
    }

    private var missed: String {
        named(milestones.filter { $0.missedOn != nil && $0.metOn == nil }.map(\.what))
    }
}
