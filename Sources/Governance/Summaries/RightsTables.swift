public import Tabular
public import Vocabulary

/// Decision rights and the questions about them on a day, as tables.
public struct RightsTables: Sendable {
    public var book: GovernanceBook
    public var day: Day
    public var names: PartyNames

    public init(_ book: GovernanceBook, on day: Day, names: PartyNames) {
        self.book = book
        self.day = day
        self.names = names
    }

    static let columns: [Table.Column] = [
        .init("matter", "Matter"), .init("title", "Right"), .init("level", "Level"), .init("extent", "Held"),
        .init("standing", "Standing"), .init("holder", "Holder"), .init("committee", "Committee"),
        .init("approach", "Whom to approach"), .init("upToPence", "Up to"), .init("instrument", "Instrument"),
        .init("delegatedFrom", "Comes from"), .init("from", "From"), .init("until", "Last day"),
        .init("citation", "Says so"), .init("right", "Short name"),
    ]

    /// Every right that stands on the day, by matter, level and short name.
    public func rights() -> Table {
        let order = Dictionary(uniqueKeysWithValues: DecisionRight.Level.allCases.enumerated().map { ($1, $0) })
        let standing = book.rights.values.compactMap { $0.asOf(day) }.sorted {
            ($0.matter, order[$0.level] ?? 0, $0.id) < ($1.matter, order[$1.level] ?? 0, $1.id)
        }
        return Table(
            key: "rights", caption: "Who may decide what on \(day.inWords)", columns: Self.columns,
            rows: standing.map(cells), notes: ["A right that is not settled has its question among the open ones."])
    }

    /// A right as it stands in the tables.
    func cells(_ right: DecisionRight) -> [Cell] {
        [
            .text(right.matter.description), .text(right.title), .text(right.level.rawValue),
            .text(right.extent.title), .text(right.standing.rawValue),
            right.holders.isEmpty ? .absent("not known") : .text(names.names(right.holders)),
            .optional(right.committee.map { names.name(committee: $0) }, else: "not said"),
            .optional(approach(right), else: "not said"), .optional(right.upTo, else: "no limit"),
            .optional(right.instrument.map(words), else: "not said"),
            .optional(right.delegatedFrom?.description, else: "nothing above it"), .day(right.from),
            .optional(right.until, else: "not ended"), .text(right.citation), .text(right.id.description),
        ]
    }

    private func approach(_ right: DecisionRight) -> String? {
        let parts = [right.approach, right.address].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func words(_ instrument: DecisionRight.Instrument) -> String {
        instrument.name + (instrument.dated.map { " of \($0.inWords)" } ?? "")
    }

    /// Each form that a right has had, oldest first; empty where there is no such right.
    public func history(of right: Slug) -> Table {
        let held = book.rights[right]
        return Table(
            key: "rightForms", caption: held.map { "What “\($0.title)” has been" } ?? "No such right",
            columns: Self.columns, rows: (held.map { $0.earlier + [$0] } ?? []).map(cells))
    }

    /// The questions about who decides that were asked by the day: overdue first, then open, then answered.
    public func questions() -> Table {
        var table = Table(
            key: "questions", caption: "Questions about who decides on \(day.inWords)",
            columns: [
                .init("state", "State"), .init("matter", "Matter"), .init("question", "Question"),
                .init("owner", "Lies with", isPersonal: true), .init("askedOn", "Asked"), .init("due", "Due"),
                .init("answeredOn", "Answered"), .init("answer", "Answer"), .init("right", "Right"),
                .init("id", "Short name"),
            ])
        func state(_ asked: RightsQuestion) -> Int { asked.isOverdue(on: day) ? 0 : asked.isOpen(on: day) ? 1 : 2 }
        let all = book.questions.values.filter { $0.askedOn <= day }
        for asked in all.sorted(by: { (state($0), $0.due, $0.id) < (state($1), $1.due, $1.id) }) {
            let answer = asked.isOpen(on: day) ? nil : asked.answer
            table.append([
                .text(["overdue", "open", "answered"][state(asked)]), .text(asked.matter.description),
                .text(asked.question), .text(names.name(person: asked.owner)), .day(asked.askedOn), .day(asked.due),
                .optional(answer?.answeredOn, else: "not yet"), .optional(answer?.text, else: "not yet"),
                .optional(asked.right?.description, else: "none recorded"), .text(asked.id.description),
            ])
        }
        return table
    }

    /// How many of the rights are held in each way on the day, and what part of all that is.
    ///
    /// - Parameter matter: one matter; nil for all.
    public func extents(of matter: Slug? = nil) -> Table {
        let standing = book.rights.values.compactMap { $0.asOf(day) }.filter { right in
            matter.map { $0 == right.matter } ?? true
        }
        var table = Table(
            key: "extents", caption: "How far decisions are delegated on \(day.inWords)",
            columns: [.init("extent", "Held"), .init("rights", "Rights"), .init("share", "Part of all")])
        for extent in DecisionRight.Extent.allCases {
            let count = standing.count { $0.extent == extent }
            table.append([
                .text(extent.title), .count(count),
                .optional(Share(count, of: standing.count), else: "no right"),
            ])
        }
        return table
    }

    /// The rights from one up to the statutory holder; empty where the right does not stand on the day.
    ///
    /// - Parameter successor: bodies that handed over by the day.
    public func chain(of right: Slug, successor: FollowSuccession.Successor) -> Table {
        let chain = TraceDelegation.chain(of: right, among: book.rights, on: day, successor: successor)
        return Table(
            key: "chain", caption: "From whom “\(right)” comes, on \(day.inWords)", columns: Self.columns,
            rows: (chain?.rights ?? []).map(cells),
            notes: chain.map { [RightsSentences(names: names).end(of: $0)] } ?? [])
    }
}

extension DecisionRight.Extent {
    /// For reading.
    public var title: String {
        switch self {
        case .own: "own"
        case .delegated: "delegated"
        case .joint: "joint"
        case .greaterInvolvement: "greater involvement"
        }
    }
}
