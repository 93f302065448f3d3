public import Vocabulary

/// Asks somebody to join a round or a meeting, or to begin with their account.
public struct Invitation: Hashable, Sendable {
    public var account: Slug
    /// What they are asked to join, in a sentence: `the panel of the round “Dental 2026”`.
    public var cause: String
    /// What the account's holder sets a password by; it opens the account, so it is for them alone.
    public var link: String
    /// The last day on which the link is good.
    public var until: Day

    public init(account: Slug, to cause: String, link: String, until: Day) {
        (self.account, self.cause, self.link, self.until) = (account, cause, link, until)
    }

    /// - Parameter system: whose installation it is: `Wexbourne ICB`.
    public func text(from system: String) -> NoticeText {
        NoticeText(
            to: account, subject: "\(system) invites you to Remit",
            [
                "Hello,", "\(system) asks you to join \(cause).",
                "To begin, choose a password here by \(until.inWords):\n\(link)",
                "The link is for you alone: please do not pass it on.",
                "If you did not expect this, do nothing and tell \(system).",
            ])
    }
}
