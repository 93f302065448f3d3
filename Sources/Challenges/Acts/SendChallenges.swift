public import Vocabulary

/// Sends a bundle to its provider: from now on the deadline runs.
///
/// Sent again with a reason, it has a new deadline and contact; what is asked stays. Refused: `no-such-bundle`,
/// `bundle-state`, `already-sent`, `deadline-too-early`, `day-in-future`, `day-before`, `text-missing`.
public struct SendChallenges: ChallengeAct {
    public static let name = "sendChallenges"

    public var bundle: Slug
    public var on: Day
    /// A later day than the Rulebook's; nil for that.
    public var deadline: Day?
    /// To whom the letter is addressed; nil for the provider's code.
    public var addressee: String?
    /// Whom the provider answers: a team and its mailbox, not a person.
    public var contact: String
    /// The day on which the contested account came; nil where nobody says.
    public var accountReceivedOn: Day?
    public var reason: String?
    public var papers: [BundleSending.Paper]

    public init(
        bundle: Slug, on: Day, deadline: Day? = nil, addressee: String? = nil, contact: String,
        accountReceivedOn: Day? = nil,
        reason: String? = nil, papers: [BundleSending.Paper] = []
    ) {
        (self.bundle, self.on, self.deadline) = (bundle, on, deadline)
        (self.addressee, self.contact) = (addressee, contact)
        (self.accountReceivedOn, self.reason, self.papers) = (accountReceivedOn, reason, papers)
    }

    public func decide(
        _ before: ChallengeBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ChallengeBundle {
        var changed = try before.found(bundle)
        try changed.require(Self.name, to: "send it")
        try refuseBlank(contact, "Whom the provider is to answer")
        if let addressee { try refuseBlank(addressee, "To whom the letter is addressed") }
        try refuseFuture(on, "The day of sending", at: moment)
        try changed.refuseBefore(changed.sending?.on ?? changed.raisedOn, on, "The day of sending")
        if let earlier = changed.sending {
            guard reason != nil else {
                throw Refusal(
                    .rule, code: "already-sent", "The bundle “\(bundle)” was sent on \(earlier.on.inWords).",
                    remedy: "Say why it is sent again.")
            }
            try refuseBlank(reason: reason, for: "sending the bundle again")
        }
        let due = try before.deadlines.answer(toSendingOn: on)
        if let deadline, deadline < due {
            throw Refusal(
                .rule, code: "deadline-too-early",
                "An answer by \(deadline.inWords) leaves less time than the rule, which is \(due.inWords).",
                remedy: "Give that day or a later one.")
        }
        var isLate = false
        if let accountReceivedOn {
            try refuseFuture(accountReceivedOn, "The day on which the account came", at: moment)
            isLate = try before.deadlines.notice(afterAccountOn: accountReceivedOn) < on
        }
        changed.sendings.append(
            BundleSending(
                on: on, deadline: deadline ?? due, addressee: addressee ?? changed.provider, contact: contact,
                accountReceivedOn: accountReceivedOn,
                isLate: isLate, reason: reason, papers: papers))
        return changed
    }
}

extension ChallengeBundle {
    /// - Throws: `day-before` where a day lies before the one that it must follow.
    func refuseBefore(_ earliest: Day, _ day: Day, _ what: String) throws(Refusal) {
        guard day >= earliest else {
            throw Refusal(
                .input, code: "day-before",
                "\(what) is \(day.inWords), before \(earliest.inWords), on which what it follows was done.",
                remedy: "Give the day on which it happened.")
        }
    }
}
