public import Rulebook
public import Tabular
public import Vocabulary

/// The register of interests on a day as tables: the private one, the published one, who is late, who is to
/// review.
///
/// Texts stand in the book by their digests; `text` gives those that are still held and may be shown. A
/// register of a past day shows what is known now of that day.
public struct RegisterTables: Sendable {
    public let book: GovernanceBook
    public let rulebook: Rulebook
    let text: @Sendable (Personal) -> String?

    public init(_ book: GovernanceBook, rulebook: Rulebook, text: @escaping @Sendable (Personal) -> String?) {
        self.book = book
        self.rulebook = rulebook
        self.text = text
    }

    var people: [PersonFile] { book.people.values.sorted { $0.id < $1.id } }

    func name(_ person: PersonFile) -> String { text(person.name) ?? "name removed" }
    func words(_ personal: Personal) -> String { text(personal) ?? "text removed" }

    /// `p014, Clinical lead`: for a private table that does without names.
    func called(_ id: Slug) -> String {
        guard let person = book.people[id] else { return id.description }
        return text(person.name).map { "\($0) (\(id))" } ?? id.description
    }

    // MARK: - The register

    /// Every declaration made by the day, of everybody, with what was done about it.
    public func register(on day: Day) -> Table {
        var table = Table(
            key: "declarations", caption: "Register of interests on \(day.inWords)",
            columns: [
                .init("person", "Person"), .init("name", "Name", isPersonal: true), .init("position", "Position"),
                .init("isDecisionMaker", "Decision-maker"), .init("declaration", "Declaration"),
                .init("interest", "Declared interest", isPersonal: true), .init("type", "Type"),
                .init("directness", "Direct or indirect"), .init("situation", "Situation"),
                .init("organisation", "Organisation"), .init("valuePence", "Value"), .init("band", "Band"),
                .init("from", "From"), .init("to", "To"), .init("becameAware", "Became aware"),
                .init("declared", "Declared"), .init("daysLate", "Days late"),
                .init("action", "Action to mitigate"), .init("approvedBy", "Approved by"), .init("state", "State"),
            ], notes: ["For the body's own use: it holds what is withheld from publication."])
        let late = FindLateDeclarations(rulebook: rulebook)
        for person in people {
            for declaration in person.declarations where declaration.declaredOn <= day {
                let lateness = late.judge(declaration, of: person)
                table.append([
                    .text(person.id.description), .text(name(person)), .text(person.position(on: day)),
                    .flag(person.decisionMaking(on: day) != nil), .text(declaration.id.description),
                    .text(described(declaration)), .text(declaration.effectiveKind.title),
                    .text(declaration.directness), .text(declaration.situation.title), organisation(declaration),
                    .optional(declaration.value, else: "not told"), .optional(declaration.band, else: "none"),
                    .day(declaration.arose), .optional(declaration.ended, else: "lasting"),
                    .optional(declaration.becameAware, else: "not told"), .day(declaration.declaredOn),
                    lateness.map { $0.daysLate.map { .count($0) } ?? .absent("cannot be told") }
                        ?? .absent("in time"),
                    .optional(declaration.mitigation, else: "none"),
                    .optional(declaration.approval?.by.description, else: "not approved"),
                    .text(state(of: declaration, person, on: day)),
                ])
            }
        }
        return table
    }

    private func described(_ declaration: Declaration) -> String {
        let other = declaration.counterpartyName.map { " – \(words($0))" } ?? ""
        return words(declaration.description) + other
    }

    private func organisation(_ declaration: Declaration) -> Cell {
        .optional(declaration.counterparty?.description, else: "no code")
    }

    func state(of declaration: Declaration, _ person: PersonFile, on day: Day) -> String {
        if let disposed = declaration.disposedOn, disposed <= day { return "texts disposed of" }
        if let later = declaration.supersededOn, later <= day {
            return "superseded by \(declaration.supersededBy?.description ?? "another")"
        }
        let withheld =
            declaration.isWithheld
            ? (declaration.redaction?.isGranted == true ? ", withheld" : ", withheld until decided") : ""
        if let expiry = person.expiry(of: declaration), expiry < day { return "expired\(withheld)" }
        return "stands\(withheld)"
    }

    /// What is published: the interests of decision-makers that stand, or expired within the months of the
    /// rule.
    ///
    /// The national template's columns. Where details are withheld the entry stays and says so; a nil
    /// declaration stands as one, and a decision-maker who has said nothing is named as such. Superseded
    /// entries give way to what took their place.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day before publication was ruled.
    public func published(on day: Day) throws(Refusal) -> Table {
        let months = try rulebook.months(GovernanceRuleID.publishAfterExpiry, on: day)
        var table = Table(
            key: "interests", caption: "Register of interests of decision-makers on \(day.inWords)",
            columns: [
                .init("name", "Name"), .init("position", "Position"), .init("interest", "Declared interest"),
                .init("type", "Type of interest"), .init("directness", "Direct or indirect"), .init("from", "From"),
                .init("to", "To"), .init("action", "Action to mitigate"),
            ],
            notes: [
                "Interests stay here until \(months == 1 ? "a month" : "\(months) months") after they expired.",
                "Details of some entries may be withheld where publication would harm; the entry says so.",
            ])
        for person in people where isPublished(person, on: day, for: months) {
            let last = person.left.map { min($0, day) } ?? day
            let head: [Cell] = [.text(name(person)), .text(position(person, on: last))]
            let shown = person.declarations.filter { isPublished($0, of: person, on: day, for: months) }
            for declaration in shown {
                table.append(head + (declaration.isWithheld ? Self.withheld : published(declaration)))
            }
            guard shown.isEmpty else { continue }
            let said = person.nilDeclarations.map(\.declaredOn).filter { $0 <= day }.max()
            table.append(
                head + [
                    .text(said.map { "Nil declaration of \($0.inWords)" } ?? "No return made"), .absent("none"),
                    .absent("none"), .absent("none"), .absent("none"), .absent("none"),
                ])
        }
        return table
    }

    private static let withheld: [Cell] = Array(repeating: .text("details withheld"), count: 6)

    private func published(_ declaration: Declaration) -> [Cell] {
        [
            .text(described(declaration)), .text(declaration.effectiveKind.title), .text(declaration.directness),
            .day(declaration.arose), .optional(declaration.ended, else: "lasting"),
            .optional(declaration.mitigation, else: "none"),
        ]
    }

    /// The position on a day, or the last that is known.
    private func position(_ person: PersonFile, on day: Day) -> String {
        let held = person.position(on: day)
        return held.isEmpty ? person.posts.max { $0.from < $1.from }?.title ?? "no post told" : held
    }

    /// A decision-maker on the day, or one whose decision-making ended within the months.
    func isPublished(_ person: PersonFile, on day: Day, for months: Int) -> Bool {
        person.decisionMaking.contains { span in
            span.from <= day && (span.until.map { day <= $0.adding(months: months) } ?? true)
        }
    }

    func isPublished(_ declaration: Declaration, of person: PersonFile, on day: Day, for months: Int) -> Bool {
        guard declaration.declaredOn <= day, declaration.arose <= day,
            declaration.supersededOn.map({ day < $0 }) ?? true
        else { return false }
        let expiry = [declaration.ended, person.left].compactMap { $0 }.min()
        return expiry.map { day <= $0.adding(months: months) } ?? true
    }
}
