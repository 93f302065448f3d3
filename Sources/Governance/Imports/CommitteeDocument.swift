public import Vocabulary

/// `committee.yaml`: a committee with its members and terms of reference.
///
/// ```yaml
/// committee: pccc
/// title: Primary care commissioning committee
/// body: QWX
/// formedOn: 2025-04-01
/// members:
///   - {person: p001, roles: [lay], office: chair}
///   - {person: p002, roles: [gp], from: 2025-06-01}
/// terms:
///   - from: 2025-04-01
///     quorum: {all: [{atLeast: 3}, {atLeast: 1, of: {roles: [lay]}}]}
///     mandates: [{matter: primary-dental-services, upTo: "£250,000"}]
///     citation: Terms of reference, version 3, section 6
/// ```
///
/// People are named by their short names in the register. A member's `from` is the committee's first day where it is
/// left out.
public struct CommitteeDocument: Hashable, Sendable, Codable {
    public var committee: Slug
    /// Left out, with `body` and `formedOn`, where the committee is formed already.
    public var title: String?
    public var body: OrganisationCode?
    public var formedOn: Day?
    public var members: [Seated]?
    public var terms: [TermsOfReference]?

    /// A seat as it is written.
    public struct Seated: Hashable, Sendable, Codable {
        public var person: Slug
        public var roles: [Slug]
        public var isVoting: Bool?
        public var office: Membership.Office?
        public var deputyFor: Slug?
        public var from: Day?
        public var until: Day?
    }

    /// - Throws: a `Refusal` of kind `input` that names the key; `committee-half-formed` where only some of title, body
    ///   and first day are given; `first-day-missing` for a member without one.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> CommitteeDocument {
        let document: CommitteeDocument = try json.writtenDocument(named: name, manual: "docs/governance.md")
        let given = [document.title != nil, document.body != nil, document.formedOn != nil]
        guard Set(given).count == 1 else {
            throw Refusal(
                .input, code: "committee-half-formed",
                "\(name): a committee is formed by “title”, “body” and “formedOn” together.",
                remedy: "Give all three, or none where it is formed already.")
        }
        if document.formedOn == nil, let seat = (document.members ?? []).first(where: { $0.from == nil }) {
            throw Refusal(
                .input, code: "first-day-missing", "\(name): the first day of “\(seat.person)” is missing.",
                remedy: "Give “from”.")
        }
        return document
    }

    /// The committee is formed, its members appointed, deputies after those for whom they stand in, and its terms set.
    ///
    /// Only then can a quorum be judged by who is there to make it.
    public func acts() -> [any GovernanceAct] {
        var acts: [any GovernanceAct] = []
        if let title, let body, let formedOn {
            acts.append(FormCommittee(committee: committee, title: title, body: body, formedOn: formedOn))
        }
        let seats = members ?? []
        for seat in seats.filter({ $0.deputyFor == nil }) + seats.filter({ $0.deputyFor != nil }) {
            guard let from = seat.from ?? formedOn else { continue }
            acts.append(
                AppointMember(
                    committee: committee,
                    membership: Membership(
                        person: seat.person, roles: seat.roles, isVoting: seat.isVoting ?? true, office: seat.office,
                        deputyFor: seat.deputyFor, from: from, until: seat.until)))
        }
        for terms in terms ?? [] { acts.append(SetTerms(committee: committee, terms: terms)) }
        return acts
    }
}
