public import Vocabulary

/// Gives somebody a seat on a committee for a span of days.
///
/// The terms of reference are judged by who is a member, so members are appointed before the terms are set. Refused:
/// an unknown person, or one not of the body on the first day; a span that ends before it starts or lies outside the
/// committee's; a seat without a role; a second seat of the same person (`seat-overlaps`); a second chair or vice-chair
/// (`office-taken`); a deputy of nobody or of a deputy (`deputy-for-nobody`), with an office (`deputy-office`), or where
/// the terms of the first day allow none (`deputies-not-allowed`).
public struct AppointMember: GovernanceAct {
    public static let name = "appointMember"

    public var committee: Slug
    public var membership: Membership

    public init(committee: Slug, membership: Membership) {
        self.committee = committee
        self.membership = membership
    }

    public var record: RecordName { RecordName(.committee, committee) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        var committee = try book.requireCommittee(committee)
        let first = "The first day of “\(membership.person)” on “\(committee.id)”"
        try PersonFile.requireOrder(
            from: membership.from, until: membership.until, "The seat of “\(membership.person)”")
        try book.requirePerson(membership.person).requireKnown(on: membership.from, first)
        try committee.requireExists(on: membership.from, first)
        if let until = membership.until {
            try committee.requireExists(on: until, "The last day of “\(membership.person)” on “\(committee.id)”")
        }
        guard !membership.roles.isEmpty, twice(membership.roles) == nil else {
            throw Refusal(
                .input, code: "roles-invalid",
                "“\(membership.person)” has \(membership.roles.isEmpty ? "no role" : "a role twice") on "
                    + "“\(committee.id)”.",
                remedy: "Say what the person sits as, each role once: lay, gp, executive.")
        }
        let beside = committee.memberships.filter { $0.overlaps(membership) }
        if let held = beside.first(where: { $0.person == membership.person }) {
            throw Refusal(
                .rule, code: "seat-overlaps",
                "“\(membership.person)” has a seat on “\(committee.id)” from \(held.from.inWords) "
                    + (held.until.map { "to \($0.inWords)" } ?? "on") + " already.",
                remedy: "End that seat first: a person holds one seat, in as many roles as need be.")
        }
        try requireOffice(beside: beside)
        try requireDeputy(beside: beside, on: committee)
        committee.memberships.append(membership)
        book.committees[committee.id] = committee
        return book
    }

    private func requireOffice(beside: [Membership]) throws(Refusal) {
        guard let office = membership.office else { return }
        guard membership.deputyFor == nil else {
            throw Refusal(
                .rule, code: "deputy-office", "A deputy is not the \(office.inWords) of “\(committee)”.",
                remedy: "The vice-chair takes the chair where the chair cannot.")
        }
        if let holder = beside.first(where: { $0.office == office }) {
            throw Refusal(
                .rule, code: "office-taken", "“\(holder.person)” is \(office.inWords) of “\(committee)” in that span.",
                remedy: "End that seat first, or appoint without the office.")
        }
    }

    private func requireDeputy(beside: [Membership], on committee: Committee) throws(Refusal) {
        guard let member = membership.deputyFor else { return }
        guard beside.contains(where: { $0.person == member && $0.deputyFor == nil }) else {
            throw Refusal(
                .rule, code: "deputy-for-nobody",
                "“\(member)”, for whom “\(membership.person)” is to deputise, is no member of “\(committee.id)” in "
                    + "that span.",
                remedy: "Appoint the member first; a deputy has no deputy.")
        }
        if let terms = committee.terms(on: membership.from), !terms.allowsDeputies {
            throw Refusal(
                .rule, code: "deputies-not-allowed",
                "The terms of reference of “\(committee.id)” allow no deputies (\(terms.citation)).",
                remedy: "Set terms that allow them first.")
        }
    }
}

extension Membership.Office {
    /// `vice-chair`.
    public var inWords: String {
        switch self {
        case .chair: "chair"
        case .viceChair: "vice-chair"
        }
    }
}
