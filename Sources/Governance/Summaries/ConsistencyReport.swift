public import Tabular
public import Vocabulary

/// Like interest, unlike handling: across all meetings, what the chairs decided of interests of one sort.
///
/// Interests are alike where their kind, the kind behind an indirect one, their situation, whether a class shares them,
/// and the matter of the item are the same: of those declared, of those told at a meeting, and of those that were found
/// by a post or through a household, practice or firm. That two were handled differently is not a fault; the report asks for the reason.
public struct ConsistencyReport: Sendable {
    public let groups: [Group]

    /// Interests of one sort, with how each was handled.
    public struct Group: Hashable, Sendable {
        public var kind: InterestKind
        /// The kind that counts: of an indirect interest the one that the other person holds.
        public var effectiveKind: InterestKind
        /// From where it is known, where it is not declared.
        public var basis: ProposeHandling.Basis
        public var situation: Declaration.Situation?
        public var isShared: Bool
        public var matter: Slug?
        public var cases: [Case]

        /// How many handlings of each sort there were, from the strongest.
        public var options: [(option: HandlingOption, count: Int)] {
            HandlingOption.allCases.compactMap { option in
                let count = cases.filter { $0.option == option }.count
                return count == 0 ? nil : (option, count)
            }
        }

        public var isUnlike: Bool { Set(cases.map(\.option)).count > 1 }
    }

    /// One handling.
    public struct Case: Hashable, Sendable {
        public var meeting: Slug
        public var item: Slug
        public var member: Slug
        public var interest: Slug
        public var option: HandlingOption
        public var decidedBy: Slug
        public var reason: String?
        public var day: Day
    }

    /// Those with unlike handlings first, then by kind, situation and matter.
    public init(_ book: GovernanceBook) {
        var groups: [Key: [Case]] = [:]
        for meeting in book.meetings.values.sorted(by: { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }) {
            for item in meeting.agenda {
                for handling in meeting.standingHandlings(item.id) {
                    for (interest, key) in ConsistencyReport.keys(of: handling, item, meeting, book) {
                        groups[key, default: []].append(
                            Case(
                                meeting: meeting.id, item: item.id, member: handling.member, interest: interest,
                                option: handling.option, decidedBy: handling.decidedBy, reason: handling.reason,
                                day: meeting.day))
                    }
                }
            }
        }
        self.groups = groups.sorted { $0.key.order < $1.key.order }
            .map { key, cases in
                Group(
                    kind: key.kind, effectiveKind: key.effectiveKind, basis: key.basis, situation: key.situation,
                    isShared: key.isShared, matter: key.matter, cases: cases)
            }
            .sorted { $0.isUnlike && !$1.isUnlike }
    }

    private struct Key: Hashable {
        var kind: InterestKind
        var effectiveKind: InterestKind
        var basis: ProposeHandling.Basis
        var situation: Declaration.Situation?
        var isShared: Bool
        var matter: Slug?

        var order: String {
            [
                kind.rawValue, effectiveKind.rawValue, basis.rawValue, situation?.rawValue ?? "", "\(isShared)",
                matter?.description ?? "",
            ].joined(separator: "|")
        }
    }

    private static func keys(
        of handling: Handling, _ item: AgendaItem, _ meeting: Meeting, _ book: GovernanceBook
    ) -> [(Slug, Key)] {
        let found = ProposeHandling.found(of: handling.member, in: item, meeting, book)
        return handling.interests.compactMap { id in
            if let declaration = book.people[handling.member]?.declaration(id) {
                let key = Key(
                    kind: declaration.kind, effectiveKind: declaration.effectiveKind, basis: .register,
                    situation: declaration.situation, isShared: declaration.sharedClass != nil, matter: item.matter)
                return (id, key)
            }
            return found.first { $0.interest == id }.map { found in
                let key = Key(
                    kind: found.kind, effectiveKind: found.effectiveKind, basis: found.basis, situation: nil,
                    isShared: found.sharedClass != nil, matter: item.matter)
                return (id, key)
            }
        }
    }

    /// One row a case, group by group.
    ///
    /// - Parameter unlikeOnly: leaves out the groups in which all were handled alike.
    public func table(unlikeOnly: Bool = true) -> Table {
        var table = Table(
            key: "handlings", caption: "Like interest, unlike handling",
            columns: [
                .init("kind", "Kind"), .init("situation", "Situation"), .init("matter", "Matter"),
                .init("isShared", "Shared by a class"), .init("meeting", "Meeting"), .init("day", "Day"),
                .init("item", "Item"), .init("member", "Member"), .init("option", "Handled"),
                .init("decidedBy", "By"), .init("reason", "Reason"),
            ],
            notes: [
                "Of \(counted(groups.count, "sort", "sorts")) of interest, \(groups.count { $0.isUnlike }) met more than "
                    + "one way of handling; that may have its reason."
            ])
        for group in groups where group.isUnlike || !unlikeOnly {
            for one in group.cases {
                table.append([
                    .text(
                        group.kind == .indirect
                            ? "\(group.kind.rawValue) (\(group.effectiveKind.rawValue))" : group.kind.rawValue),
                    .optional(group.situation?.rawValue, else: group.basis.inWords),
                    .optional(group.matter?.description, else: "none"), .flag(group.isShared),
                    .text(one.meeting.description), .day(one.day), .text(one.item.description),
                    .text(one.member.description), .text(one.option.inWords), .text(one.decidedBy.description),
                    .optional(one.reason, else: "as proposed"),
                ])
            }
        }
        return table
    }
}
