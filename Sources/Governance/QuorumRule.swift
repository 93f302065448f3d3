public import Vocabulary

/// Who must be there for a committee to decide: a boolean expression over counts, roles and named posts.
///
/// A person counts once in each count. Where `all` asks for several roles, different people fill them: somebody who
/// sits as both `gp` and `executive` fills one of the two places, and members without a vote who are asked for fill
/// places too. Counts of anybody, of those who vote, of office-holders and of persons by name, and parts of the
/// membership, are of everyone present and overlap with the places.
///
/// Written in YAML or JSON: `{atLeast: 3}`, `{atLeast: 1, of: {roles: [lay]}}`, `{atLeast: 1/3}`,
/// `{moreThan: 1/2, of: {votingRoles: [lay, executive]}, among: eligible}`, `{all: […]}`, `{any: […]}`; `of` is
/// `anybody` where it is left out, `voting`, `nonVoting`, `officers`, `{roles: […]}`, `{votingRoles: […]}` or
/// `{people: […]}`; `among` is `members` where it is left out.
public indirect enum QuorumRule: Hashable, Sendable {
    case atLeast(Int, Whom)
    /// At least the part `numerator`/`denominator` of all such members of the committee, or more than it; never fewer
    /// than one person.
    case part(numerator: Int, denominator: Int, isMoreThan: Bool, of: Whom, among: Base = .members)
    case all([QuorumRule])
    case any([QuorumRule])

    /// Which of the members present are counted.
    public enum Whom: Hashable, Sendable {
        case anybody
        case voting
        case nonVoting
        /// Holders of any of these roles.
        case roles([Slug])
        /// Holders of any of these roles who have a vote.
        case votingRoles([Slug])
        /// The chair or the vice-chair.
        case officers
        /// These persons, by name.
        case people([Slug])
    }

    /// Of whom a part is taken.
    public enum Base: String, Hashable, Sendable, Codable, CaseIterable {
        /// Everyone who has such a seat on the day.
        case members
        /// Those of them who are not recused from the item: “eligible to vote” read closely.
        case eligible
    }
}

extension QuorumRule {
    /// Refuses a rule that says nothing or can mean nothing: a count below one, a part of nought or of more than the
    /// whole, an empty list.
    ///
    /// - Throws: `Refusal` of kind `input`: `quorum-count`, `quorum-part`, `quorum-empty`, `quorum-too-many-ways`.
    public func check() throws(Refusal) {
        try checkParts()
        guard ways <= QuorumRule.mostWays else {
            throw Refusal(
                .input, code: "quorum-too-many-ways",
                "The quorum can be met in \(ways) combinations of its alternatives; at most \(QuorumRule.mostWays) "
                    + "are looked at.",
                remedy: "Name several roles in one count in place of several alternatives.")
        }
    }

    /// A limit of ours on the search, not of any terms of reference.
    static let mostWays = 1_000

    /// In how many combinations the alternatives can be chosen; cut off above the limit.
    var ways: Int {
        switch self {
        case .atLeast, .part: 1
        case .all(let rules): rules.reduce(1) { min($0 * $1.ways, QuorumRule.mostWays + 1) }
        case .any(let rules): rules.reduce(0) { min($0 + $1.ways, QuorumRule.mostWays + 1) }
        }
    }

    private func checkParts() throws(Refusal) {
        switch self {
        case .atLeast(let count, let whom):
            guard (1...1_000).contains(count) else {
                throw Refusal(
                    .input, code: "quorum-count", "A quorum cannot ask for at least \(count).",
                    remedy: "Give a whole number from 1 up, or leave the line out.")
            }
            try whom.check()
        case .part(let numerator, let denominator, let isMoreThan, let whom, _):
            guard (1...1_000).contains(denominator), numerator > 0 || (isMoreThan && numerator == 0),
                isMoreThan ? numerator < denominator : numerator <= denominator
            else {
                throw Refusal(
                    .input, code: "quorum-part",
                    "A quorum cannot ask for \(isMoreThan ? "more than" : "at least") \(numerator)/\(denominator).",
                    remedy: "Give a part of the whole, such as 1/3, or more than 1/2.")
            }
            try whom.check()
        case .all(let rules), .any(let rules):
            guard !rules.isEmpty else {
                throw Refusal(
                    .input, code: "quorum-empty", "A list in the quorum is empty.",
                    remedy: "Say who is to be there, or take the list out.")
            }
            for rule in rules { try rule.checkParts() }
        }
    }

    /// The persons whom it names.
    var people: Set<Slug> {
        switch self {
        case .atLeast(_, .people(let people)), .part(_, _, _, .people(let people), _): Set(people)
        case .atLeast, .part: []
        case .all(let rules), .any(let rules): rules.reduce(into: []) { $0.formUnion($1.people) }
        }
    }
}

extension QuorumRule.Whom {
    fileprivate func check() throws(Refusal) {
        switch self {
        case .roles(let names), .votingRoles(let names), .people(let names):
            guard !names.isEmpty else {
                throw Refusal(
                    .input, code: "quorum-empty", "A list of roles or people in the quorum is empty.",
                    remedy: "Name at least one.")
            }
        case .anybody, .voting, .nonVoting, .officers: return
        }
    }

    /// Whether the holder of these seats is one of them.
    func covers(_ person: QuorumPerson) -> Bool {
        switch self {
        case .anybody: true
        case .voting: person.isVoting
        case .nonVoting: !person.isVoting
        case .roles(let roles): roles.contains { person.roles.contains($0) }
        case .votingRoles(let roles): roles.contains { person.votingRoles.contains($0) }
        case .officers: person.isOfficer
        case .people(let people): people.contains(person.id)
        }
    }

    /// Places are filled by different people; the other counts overlap.
    var isPlace: Bool {
        switch self {
        case .roles, .votingRoles, .nonVoting: true
        case .anybody, .voting, .officers, .people: false
        }
    }
}

/// Everything that one person is on a committee, over all the seats that count.
struct QuorumPerson {
    let id: Slug
    var roles: Set<Slug> = []
    var votingRoles: Set<Slug> = []
    var isVoting = false
    var isOfficer = false

    /// One for each person, by short name.
    static func people(of seats: [Seat]) -> [QuorumPerson] {
        var people: [Slug: QuorumPerson] = [:]
        for seat in seats {
            var person = people[seat.person] ?? QuorumPerson(id: seat.person)
            person.roles.formUnion(seat.roles)
            if seat.isVoting {
                person.isVoting = true
                person.votingRoles.formUnion(seat.roles)
            }
            if seat.office != nil { person.isOfficer = true }
            people[seat.person] = person
        }
        return people.values.sorted { $0.id < $1.id }
    }
}
