public import Vocabulary

/// A decision to be made outside a meeting: what it says and on what it rests.
public struct OutsideDecision: Hashable, Sendable, Codable {
    public var id: Slug
    public var committee: Slug
    public var title: String
    public var text: String
    public var reasons: String
    public var considered: [String]
    public var evidence: [EvidenceID]
    public var matter: Slug
    public var amount: Money?
    public var touches: [AgendaItem.Touch]
    public var subject: AgendaItem.Subject
    /// Who was asked before it was made.
    public var consulted: [Slug]
    public var changesService: Bool
    public var gates: [AgendaItem.Gate]

    public init(
        id: Slug, committee: Slug, title: String, text: String, reasons: String, considered: [String],
        evidence: [EvidenceID], matter: Slug, amount: Money? = nil, touches: [AgendaItem.Touch] = [],
        subject: AgendaItem.Subject = .other, consulted: [Slug] = [], changesService: Bool = false,
        gates: [AgendaItem.Gate] = []
    ) {
        self.id = id
        self.committee = committee
        self.title = title
        self.text = text
        self.reasons = reasons
        self.considered = considered
        self.evidence = evidence
        self.matter = matter
        self.amount = amount
        self.touches = touches
        self.subject = subject
        self.consulted = consulted
        self.changesService = changesService
        self.gates = gates
    }

    enum CodingKeys: String, CodingKey {
        case id, committee, title, text, reasons, considered, evidence, matter
        case amount = "amountPence"
        case touches, subject, consulted, changesService, gates
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            committee: try container.decode(Slug.self, forKey: .committee),
            title: try container.decode(String.self, forKey: .title),
            text: try container.decode(String.self, forKey: .text),
            reasons: try container.decode(String.self, forKey: .reasons),
            considered: try container.decode([String].self, forKey: .considered),
            evidence: try container.decode([EvidenceID].self, forKey: .evidence),
            matter: try container.decode(Slug.self, forKey: .matter),
            amount: try container.decodeIfPresent(Money.self, forKey: .amount),
            touches: try container.decodeIfPresent([AgendaItem.Touch].self, forKey: .touches) ?? [],
            subject: try container.decodeIfPresent(AgendaItem.Subject.self, forKey: .subject) ?? .other,
            consulted: try container.decodeIfPresent([Slug].self, forKey: .consulted) ?? [],
            changesService: try container.decodeIfPresent(Bool.self, forKey: .changesService) ?? false,
            gates: try container.decodeIfPresent([AgendaItem.Gate].self, forKey: .gates) ?? [])
    }

    /// The item that it would be on an agenda: that is how interests and documents are looked at.
    var item: AgendaItem {
        AgendaItem(
            id: id, title: title, purpose: .decide, subject: subject, touches: touches, matter: matter,
            amount: amount, changesService: changesService, gates: gates)
    }

    /// The decision made by these people, under a mandate of the terms of the day.
    ///
    /// - Throws: `decision-exists`, `text-missing`, `no-reason`, `nothing-considered`, `no-evidence`, `decider-conflicted`,
    ///   `statutory-gate`, `above-mandate`, `amount-missing`, `no-such-person`.
    func resolution(
        by deciders: [Slug], manner: Resolution.Manner, under mandate: TermsOfReference.Mandate,
        terms: TermsOfReference, _ before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) -> Resolution {
        guard before.book.decisions[id] == nil else {
            throw Refusal(
                .usage, code: "decision-exists", "There is a decision “\(id)” already.",
                remedy: "Give this one a short name of its own.")
        }
        try refuseBlank(title, "The title of “\(id)”")
        try refuseBlank(text, "The text of “\(id)”")
        try refuseBlank(reason: reasons, for: "“\(id)”")
        guard !considered.isEmpty else {
            throw Refusal(
                .input, code: "nothing-considered", "“\(id)” does not say which options were considered.",
                remedy: "Name them, the one chosen among them.")
        }
        guard !evidence.isEmpty else {
            throw Refusal(
                .input, code: "no-evidence", "“\(id)” rests on no document.", remedy: "Give the digest of one.")
        }
        for person in deciders + consulted { try before.book.requireKnown(person, on: moment.inLondon.day) }
        var meeting = Meeting(id: id, committees: [committee], startsAt: moment, place: "", isPublic: false)
        meeting.agenda = [item]
        let proposals = try ProposeHandling.proposals(
            for: meeting, people: deciders, book: before.book, rulebook: before.rulebook)
        if let conflict = proposals.first(where: { $0.option != .noted }) {
            throw Refusal(
                .rule, code: "decider-conflicted", "\(conflict.why): “\(conflict.member)” does not decide it alone.",
                remedy: "Let somebody without an interest act, or put it before the committee.")
        }
        try mandate.allow(amount, of: committee, terms: terms)
        try meeting.requireGates(item, seenBy: deciders, before)
        return Resolution(
            id: id, committee: committee, meeting: nil, item: nil, title: title, text: text, isCarried: true,
            manner: manner, reasons: reasons, considered: considered, evidence: evidence, parts: [],
            touches: touches, subject: subject, excluded: [], tally: nil, deciders: deciders, consulted: consulted,
            matter: matter, amount: amount, upTo: mandate.upTo, citation: terms.citation, gates: gates,
            decidedAt: moment)
    }
}

/// When a decision outside a meeting was made.
func happened(_ at: Moment?, recordedAt moment: Moment) throws(Refusal) -> Moment {
    let happened = at ?? moment
    guard happened <= moment else {
        throw Refusal(
            .input, code: "moment-in-future", "\(happened) is still to come.",
            remedy: "Give the time at which it happened.")
    }
    return happened
}
