import Markup
public import Priorities
public import Vocabulary

/// A member declares an interest in options of the round.
public struct InterestForm: Sendable {
    public var work: RoundAtWork
    public var member: Member

    /// What was given.
    public struct Given: Hashable, Sendable {
        public var id: Slug
        public var kind: InterestKind
        public var options: [Slug]
        /// True where all of the member's class share it.
        public var isShared: Bool
        /// In words that may be published.
        public var nature: String
        /// In the member's own words, kept apart; empty where there are none.
        public var declaration: String

        public init(
            id: Slug, kind: InterestKind, options: [Slug], isShared: Bool = false, nature: String,
            declaration: String = ""
        ) {
            self.id = id
            self.kind = kind
            self.options = options
            self.isShared = isShared
            self.nature = nature
            self.declaration = declaration
        }
    }

    public init(_ work: RoundAtWork, _ member: Member) {
        self.work = work
        self.member = member
    }

    /// The first short name that no interest of the round has.
    public var freshID: Slug {
        let stem = String(member.id.description.prefix(50))
        for number in 1... {
            if let id = Slug("\(stem)-\(number)"), !work.round.interests.contains(where: { $0.id == id }) { return id }
        }
        preconditionFailure("numbers do not end")
    }

    /// Empty, but for the short name, which shows a form that is sent twice.
    public var blank: SentValues { SentValues(["interest": [freshID.description], "shared": ["no"]]) }

    public func written(_ given: Given) -> SentValues {
        SentValues([
            "interest": [given.id.description], "kind": [given.kind.rawValue],
            "options": given.options.map(\.description), "shared": [given.isShared ? "yes" : "no"],
            "nature": [given.nature], "declaration": [given.declaration],
        ])
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> Given {
        var reader = FieldReader(sent)
        let id = Slug(sent.text("interest")) ?? freshID
        let isShared = member.sharedClass != nil && sent.text("shared") == "yes"
        let options = reader.ticked(
            "options", among: work.round.options.map(\.id),
            missing: isShared ? nil : "Tick each option that your interest touches.")
        let kind = reader.choice("kind", as: InterestKind.self, missing: "Choose what kind of interest it is.")
        let nature = reader.text("nature", missing: "Say in a few words what the interest is.")
        let declaration = reader.text("declaration")
        try reader.done()
        guard let kind else { throw FieldErrors([:]) }
        return Given(
            id: id, kind: kind, options: options, isShared: isShared, nature: nature, declaration: declaration)
    }

    /// - Parameter declaration: by its digest, once it is kept.
    public func act(_ given: Given, declaration: Personal?) -> DeclareInterest {
        DeclareInterest(
            round: work.id,
            interest: Interest(
                id: given.id, member: member.id, kind: given.kind, options: given.options,
                sharedClass: given.isShared ? member.sharedClass : nil, nature: given.nature,
                declaration: declaration))
    }

    public func page(_ sent: SentValues, errors: FieldErrors = FieldErrors([:])) -> FormPage {
        let errors = errors.sentences
        let shared = member.sharedClass.map { name in
            Form.Part.field(
                Field(
                    "shared", label: "Whose interest is it?",
                    kind: .radios(
                        [
                            Choice("no", "Mine", hint: "You are left out of the options that it touches."),
                            Choice(
                                "yes", "That of everybody in my class: \(name.inWords.lowercasedFirst)",
                                hint: "It is noted, and the chair decides who is left out of what."),
                        ], selected: sent.text("shared"))))
        }
        let form = Form(
            to: RoundWork.declare.destination(in: work.id), token: work.token, id: "interest",
            label: "Declare an interest",
            parts: [
                .field(
                    Field(
                        "options", label: "Which options does it touch?", error: errors["options"],
                        kind: .checkboxes(work.choices(work.round.options), selected: Set(sent.all("options")))))
            ] + [shared].compactMap(\.self) + [
                .field(
                    Field(
                        "kind", label: "What kind of interest is it?", error: errors["kind"],
                        kind: .radios(
                            InterestKind.allCases.map { Choice($0.rawValue, $0.titleInRound, hint: $0.hint) },
                            selected: sent.text("kind")))),
                .field(
                    Field(
                        "nature", label: "What is it, in a few words?",
                        hint: "This is published. Write no name: “Would be paid for the evening sessions.”",
                        error: errors["nature"], kind: .longText(value: sent["nature"], rows: 2))),
                .field(
                    Field(
                        "declaration", label: "In your own words, if there is more to say",
                        hint: "This is kept apart, for those who look after the register. It is not published.",
                        error: errors["declaration"], kind: .longText(value: sent["declaration"], rows: 4))),
            ],
            kept: [.init("interest", sent.text("interest")), work.keptRevision], button: .init("Go on"))
        return FormPage(
            work, "Declare an interest", above: .member,
            lede: [
                .paragraph(
                    """
                    Declare it as soon as you know of it, also when you are not sure that it matters. You stay on the \
                    panel; you are left out of the options that it touches.
                    """, class: "lede")
            ], form: form)
    }

    /// - Parameter lost: what would be set aside, as the act says it.
    public func check(_ given: Given, lost: [String], refusal: String? = nil) -> FormPage {
        let left = given.isShared || given.options.isEmpty
        let whom =
            left
            ? "The chair decides whether you are left out, and of which options."
            : "You neither score nor vote on \(work.titles(given.options)), unless a chair rules otherwise."
        return RoundCheck(
            [
                .init("Options", .text(given.options.isEmpty ? "None named" : work.titles(given.options))),
                .init(
                    "Whose",
                    .text(
                        given.isShared
                            ? "That of my class: \(member.sharedClass?.inWords.lowercasedFirst ?? "")" : "Mine")),
                .init("Kind", .text(given.kind.titleInRound)), .init("What it is (published)", .text(given.nature)),
                .init(
                    "In your own words (kept apart)",
                    .text(given.declaration.isEmpty ? "Nothing more" : given.declaration)),
            ],
            consequences: [whom] + lost.map { "Set aside, and the record says so: \($0)." }
                + ["What is declared is never taken off the record."]
        ).page(
            work, "Check what you declare", above: .member, to: .declare, keeping: written(given),
            button: "Declare this interest", refusal: refusal)
    }
}

extension InterestKind {
    var titleInRound: String {
        switch self {
        case .financial: "Financial"
        case .nonFinancialProfessional: "Professional, without money"
        case .nonFinancialPersonal: "Personal, without money"
        case .indirect: "Indirect"
        }
    }

    var hint: String {
        switch self {
        case .financial: "You would gain or lose money: as owner, partner, shareholder, employee, or by a fee."
        case .nonFinancialProfessional: "Your career, reputation or standing would gain or lose."
        case .nonFinancialPersonal: "A charity, a campaign or a condition that is yours would gain or lose."
        case .indirect: "Somebody close to you has one of the three."
        }
    }
}
