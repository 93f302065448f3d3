public import Vocabulary

/// What a claim about an option rests on.
public struct Evidence: Hashable, Sendable, Codable {
    public var claim: String
    public var rung: Rung
    /// Where it can be read: a citation, an address, a meeting.
    public var citation: String
    /// A source or working of this installation.
    public var digest: EvidenceID?

    public typealias Rung = EvidenceRung

    public init(claim: String, rung: Rung, citation: String, digest: EvidenceID? = nil) {
        self.claim = claim
        self.rung = rung
        self.citation = citation
        self.digest = digest
    }
}

/// Advice that was asked for on an option, and what became of it.
public struct Advice: Hashable, Sendable, Codable {
    public var option: Slug
    /// The office or role that was asked: `consultant in dental public health`.
    public var adviser: String
    /// The adviser's name, kept apart.
    public var person: Personal?
    public var advised: String
    /// What the adviser stands to gain or lose; `none declared` is said in words too.
    public var interest: String
    public var isFollowed: Bool
    /// Why it was followed or not.
    public var reason: String
    public var day: Day

    public init(
        option: Slug, adviser: String, person: Personal? = nil, advised: String, interest: String, isFollowed: Bool,
        reason: String, day: Day
    ) {
        self.option = option
        self.adviser = adviser
        self.person = person
        self.advised = advised
        self.interest = interest
        self.isFollowed = isFollowed
        self.reason = reason
        self.day = day
    }
}

/// Pressure on an option from outside the panel, on the record.
public struct Representation: Hashable, Sendable, Codable {
    public var option: Slug
    public var from: Origin
    /// The office or group; a private person's name is kept apart in `person`.
    public var who: String
    public var person: Personal?
    public var asked: String
    /// What was answered; nil while nothing was.
    public var answer: String?
    public var day: Day

    public enum Origin: String, Hashable, Sendable, Codable, CaseIterable {
        case politician, provider, profession, patientGroup, memberOfPublic, otherNHSBody
    }

    public init(
        option: Slug, from: Origin, who: String, person: Personal? = nil, asked: String, answer: String? = nil,
        day: Day
    ) {
        self.option = option
        self.from = from
        self.who = who
        self.person = person
        self.asked = asked
        self.answer = answer
        self.day = day
    }
}
