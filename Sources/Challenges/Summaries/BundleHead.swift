public import Vocabulary

/// A bundle without its rows: how it stands and what it comes to.
///
/// A list of bundles is made of these, so that no row need be read one by one.
public struct BundleHead: Hashable, Sendable {
    public let id: Slug
    public let provider: String
    public let commissioner: OrganisationCode
    public let raisedOn: Day
    public var challenges = 0
    public var open = 0
    /// Of those open: not answered.
    public var awaited = 0
    /// Each row's money once.
    public var counted = Money.zero
    public var agreed = Money.zero
    public var credited = Money.zero
    /// Of the last sending; nil where it was not sent.
    public var answerBy: Day?
    /// On which the last answer came to one that is open.
    public var answeredOn: Day?
    /// Of the last conclusion, where nothing is open.
    public var concludedOn: Day?
    /// The last step of a dispute that is not settled.
    public var dispute: DisputeStep.Kind?
    public var disputeUntil: Day?
    public var isClosed = false

    public init(id: Slug, provider: String, commissioner: OrganisationCode, raisedOn: Day) {
        (self.id, self.provider, self.commissioner, self.raisedOn) = (id, provider, commissioner, raisedOn)
    }

    public init(_ bundle: ChallengeBundle) {
        self.init(
            id: bundle.id, provider: bundle.provider, commissioner: bundle.commissioner, raisedOn: bundle.raisedOn)
        let standing = bundle.challenges.lazy.filter(\.isOpen)
        challenges = bundle.challenges.count
        open = standing.count
        awaited = standing.count { $0.answer == nil }
        counted = bundle.challenges.map(\.raised.counted).total()
        (agreed, credited) = (bundle.agreed, bundle.credited)
        answerBy = bundle.sending?.deadline
        answeredOn = standing.compactMap { $0.answer?.on }.max()
        concludedOn = bundle.concludedOn
        dispute = bundle.openDispute?.steps.last?.kind
        disputeUntil = bundle.openDispute?.steps.last?.deadline
        isClosed = bundle.closing != nil
    }

    public var state: ChallengeBundle.State {
        ChallengeBundle.State(
            isClosed: isClosed, isDisputed: dispute != nil, isSent: answerBy != nil, open: open, awaited: awaited,
            isCredited: credited >= agreed)
    }
}

extension ChallengeBundle.State {
    /// - Parameters:
    ///   - open: challenges that are not concluded.
    ///   - awaited: of those, how many are not answered.
    ///   - isCredited: whether all that was agreed is credited.
    init(isClosed: Bool, isDisputed: Bool, isSent: Bool, open: Int, awaited: Int, isCredited: Bool) {
        if isClosed {
            self = .closed
        } else if isDisputed {
            self = .disputed
        } else if open == 0 {
            self = isCredited ? .settled : .concluded
        } else if !isSent {
            self = .raised
        } else {
            self = awaited > 0 ? .sent : .answered
        }
    }
}
