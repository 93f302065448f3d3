public import Rulebook
public import Vocabulary

/// Proposes how each member's interests in each item are handled; the chair decides.
///
/// Interests are found on the register as it is on the day of the meeting (by the organisation that an item touches,
/// or by a class that shares them), in what members told the meeting, in posts held at an organisation that is
/// touched, and in a household, practice or firm shared with somebody who has such an interest.
public enum ProposeHandling {
    /// What is proposed for one interest of one member in one item.
    public struct Proposal: Hashable, Sendable {
        public var member: Slug
        public var item: Slug
        /// The parts that it touches; empty for the whole item.
        public var parts: [Slug]
        /// The declaration, on the register or at the meeting; for a post or a tie a name made from it.
        public var interest: Slug
        public var basis: Basis
        public var kind: InterestKind
        /// The kind that counts: for an indirect interest the one that the other person holds.
        public var effectiveKind: InterestKind
        public var sharedClass: Slug?
        public var option: HandlingOption
        /// The weakest that may be chosen, where a rule says so.
        public var weakest: HandlingOption?
        /// The rule followed, by its identifier in the Rulebook.
        public var rule: String
        /// `p014 has a financial interest in Y02494, which holds the contract that option 7 would end`.
        public var why: String
    }

    public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
        case register, meeting, post, tie

        /// For reading: `told at the meeting`.
        public var inWords: String {
            switch self {
            case .register: "on the register"
            case .meeting: "told at the meeting"
            case .post: "a post that is not declared"
            case .tie: "through a household, practice or firm"
            }
        }
    }

    /// In the order of the agenda, by member and interest.
    ///
    /// - Parameter people: nil for everybody with a seat on a committee of the meeting on its day, and whoever is there.
    /// - Throws: `Refusal`: `no-rule` where no rule is in force on the day, `rule-word` where one names no handling.
    public static func proposals(
        for meeting: Meeting, item: Slug? = nil, people: [Slug]? = nil, book: GovernanceBook, rulebook: Rulebook
    ) throws(Refusal) -> [Proposal] {
        let asked = people ?? meeting.peopleConcerned(book)
        var proposals: [Proposal] = []
        for agendaItem in meeting.agenda where item == nil || agendaItem.id == item {
            for person in asked {
                for found in found(of: person, in: agendaItem, meeting, book) {
                    proposals.append(try proposed(found, on: meeting.day, rulebook: rulebook))
                }
            }
        }
        return proposals
    }

    /// The proposals for members who are there that no standing handling covers.
    public static func unhandled(
        _ item: Slug, in meeting: Meeting, book: GovernanceBook, rulebook: Rulebook
    ) throws(Refusal) -> [Proposal] {
        let handled = meeting.standingHandlings(item)
        return try proposals(for: meeting, item: item, people: meeting.present, book: book, rulebook: rulebook)
            .filter { proposal in
                !handled.contains { $0.member == proposal.member && $0.interests.contains(proposal.interest) }
            }
    }

    /// The handlings that may be chosen on a day, from the strongest.
    ///
    /// - Throws: `Refusal`: `no-rule`, `rule-word`.
    public static func options(on day: Day, rulebook: Rulebook) throws(Refusal) -> [HandlingOption] {
        var options: [HandlingOption] = []
        for word in try rulebook.text(GovernanceRuleID.handlingOptions, on: day).split(separator: ";") {
            options.append(try option(String(word.drop { $0 == " " }), of: GovernanceRuleID.handlingOptions))
        }
        return options
    }

    private static func proposed(_ found: Found, on day: Day, rulebook: Rulebook) throws(Refusal) -> Proposal {
        let rule =
            found.sharedClass != nil
            ? GovernanceRuleID.handlingSharedClass : GovernanceRuleID.handlingDefault(found.effectiveKind)
        let option = try option(try rulebook.text(rule, on: day), of: rule)
        let isDirectFinancial = found.kind == .financial && found.sharedClass == nil
        let least = GovernanceRuleID.handlingLeastFinancial
        let weakest = isDirectFinancial ? try self.option(try rulebook.text(least, on: day), of: least) : nil
        return Proposal(
            member: found.member, item: found.item, parts: found.parts, interest: found.interest,
            basis: found.basis, kind: found.kind, effectiveKind: found.effectiveKind,
            sharedClass: found.sharedClass, option: option, weakest: weakest, rule: rule, why: found.why)
    }

    private static func option(_ word: String, of rule: String) throws(Refusal) -> HandlingOption {
        guard let option = HandlingOption(rawValue: word) else {
            throw Refusal(
                .input, code: "rule-word", "The rule \(rule) names the handling “\(word)”, which is none.",
                remedy: "The handlings are \(named(HandlingOption.allCases.map(\.rawValue))).")
        }
        return option
    }
}

extension Meeting {
    /// Everybody with a seat on one of its committees on its day, and whoever else was there or joined, once each.
    public func peopleConcerned(_ book: GovernanceBook) -> [Slug] {
        let seated = committees.flatMap { id in
            (book.committees[id]?.members(on: day) ?? []).map(\.person)
        }
        var met: Set<Slug> = []
        return (seated + coOptions.map(\.person) + presences.map(\.person)).filter { met.insert($0).inserted }
    }
}
