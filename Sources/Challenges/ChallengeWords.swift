/// What a rule says in words: to its owner, and to the provider in a letter.
public struct ChallengeWords: Sendable, Hashable {
    /// `CC05`.
    public let rule: String
    /// `Attendance inside a spell`.
    public let title: String
    /// What is wrong and what is asked for, in plain language; a paragraph of a letter.
    public let letter: String
    public let source: String
    /// True where somebody has read the source.
    public let isVerified: Bool

    public init(rule: String, title: String, letter: String, source: String, isVerified: Bool) {
        (self.rule, self.title, self.letter) = (rule, title, letter)
        (self.source, self.isVerified) = (source, isVerified)
    }

    /// What the rule rests on, as it is told to a provider: the source, without how we came to know of it.
    public var basis: String {
        let parts = source.split(separator: ";").map { $0.drop { $0 == " " } }
        return parts.filter { !$0.hasPrefix("from memory") }.joined(separator: "; ")
    }
}
