public import Vocabulary

extension OrganisationBook {
    /// To whom an organisation is tied on a day, and how sure that is.
    public struct Tie: Hashable, Sendable {
        public let target: OrganisationCode
        public let kind: ListedRelationship.Kind
        public let basis: Basis
        public let source: String
        public let start: Day?
        public let end: Day?
    }

    public enum Basis: Hashable, Sendable {
        /// A file of that day or a later one gives the days of the tie.
        case stated
        /// The last file before the day says so, and nothing speaks against it since.
        case listed(on: Day?)
        /// No file up to the day says anything that still stands; the first after it does.
        case listedLater(on: Day)
        /// What was listed had handed over by the day; the tie is to an organisation that no longer stands.
        case outdated(on: Day?)
    }

    /// The tie of one kind that holds on a day; nil where no file speaks of one.
    ///
    /// In this order: a file of the day or later that gives the first day of the tie; the latest file up to the day whose
    /// target still stands; the first file after it whose target stands; the latest that there is.
    public func tie(
        of code: OrganisationCode, _ kind: ListedRelationship.Kind, on day: Day
    ) -> Tie? {
        let all = relationships(of: code).filter { $0.value.kind == kind && $0.value.mayHold(on: day) }
        func made(_ stated: Stated<ListedRelationship>, _ basis: Basis) -> Tie {
            Tie(
                target: stated.value.target, kind: kind, basis: basis, source: stated.source,
                start: stated.value.start, end: stated.value.end)
        }
        func stands(_ stated: Stated<ListedRelationship>) -> Bool {
            let standing = standing(of: stated.value.target, on: day)
            return standing == .open || standing == .unknown
        }
        if let sure = all.first(where: {
            $0.value.start != nil && ($0.value.end != nil || $0.statedOn.map { $0 >= day } ?? false) && stands($0)
        }) {
            return made(sure, .stated)
        }
        let earlier = all.filter { $0.statedOn.map { $0 <= day } ?? true }
        if let last = earlier.last(where: stands) { return made(last, .listed(on: last.statedOn)) }
        if let next = all.first(where: { stated in stated.statedOn.map { $0 > day } ?? false && stands(stated) }),
            let on = next.statedOn
        {
            return made(next, .listedLater(on: on))
        }
        return (earlier.last ?? all.first).map { made($0, .outdated(on: $0.statedOn)) }
    }

    /// Who commissions an organisation, or in whose area it lies: one step up on a day.
    public func parent(of code: OrganisationCode, on day: Day) -> Tie? {
        if let tie = tie(of: code, .commissionedBy, on: day) { return tie }
        if let tie = tie(of: code, .inGeographyOf, on: day) { return tie }
        guard let organisation = directory.organisation(code, on: day), let region = organisation.region else {
            return nil
        }
        return Tie(
            target: region.code, kind: .inGeographyOf, basis: .stated, source: organisation.source,
            start: organisation.period.start, end: organisation.period.end?.adding(days: -1))
    }

    /// The integrated care board, or its forerunner, over an organisation on a day: by its own tie or by its
    /// commissioner's.
    public func board(of code: OrganisationCode, on day: Day) -> Tie? {
        func isBoard(_ tie: Tie) -> Bool {
            if wasBoard(tie.target) { return true }
            let role = statement(of: tie.target, on: day)?.value.role
            return role == .integratedCareBoard || role == .sustainabilityPartnership
        }
        for kind in [ListedRelationship.Kind.inGeographyOf, .commissionedBy] {
            if let tie = tie(of: code, kind, on: day), isBoard(tie) { return tie }
        }
        guard let commissioner = tie(of: code, .commissionedBy, on: day)?.target, commissioner != code else {
            return nil
        }
        return tie(of: commissioner, .inGeographyOf, on: day).flatMap { isBoard($0) ? $0 : nil }
    }

    /// The organisations that have this one as their parent on a day and are open on it, in order.
    public func children(of code: OrganisationCode, on day: Day) -> [OrganisationCode] {
        tied(to: code).filter { child in
            child != code && parent(of: child, on: day)?.target == code
                && [.open, .unknown].contains(standing(of: child, on: day))
        }.sorted()
    }
}
