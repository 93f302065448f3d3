public import Markup
public import Priorities
public import Vocabulary

/// Somebody begins a round.
public struct NewRoundForm: AskedForm {
    public struct Answer: Hashable, Sendable {
        public var round: Slug
        public var title: String
        public var programme: String
        public var commissioner: OrganisationCode
        public var benefit: BenefitKind
        /// Nil where nobody has said yet; publication asks for it.
        public var appeals: AppealsRoute?
        /// In which way members are asked first how much criteria matter.
        public var weighing = WeighingWay.swing

        public var act: OpenRound {
            OpenRound(
                round: round, title: title, programme: Programme(title: programme, commissioner: commissioner),
                benefit: benefit, appeals: appeals, weighing: weighing.method)
        }
    }

    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// Those for whom the visitor runs rounds.
    public var commissioners: [Choice]

    public init(_ filled: SentValues = SentValues(), commissioners: [Choice]) {
        self.filled = filled
        self.commissioners = commissioners
        if !filled.has(WeighingPlace.wayField) { self.filled[WeighingPlace.wayField] = WeighingWay.swing.rawValue }
        if commissioners.count == 1, filled.text("commissioner").isEmpty {
            self.filled["commissioner"] = commissioners[0].value
        }
    }

    public var parts: [Form.Part] {
        [
            line(
                "title", "Which question does the round answer?",
                hint: "It is published: “What comes first with £200,000 for community dental care?”"),
            line(
                "round", "Short name",
                hint: "Small letters, digits and hyphens. It stands in addresses and never changes: dental-2027."),
            line("programme", "What is it about?", hint: "The services and the patients: community dental services."),
            menu("commissioner", "Whose round is it?", commissioners),
            radios(
                "benefit", "What will members score?",
                [
                    Choice(
                        BenefitKind.whole.rawValue, "All the good that an option does",
                        hint: "The usual way. Members have the number of people in mind when they score."),
                    Choice(
                        BenefitKind.perPerson.rawValue, "The good for one person",
                        hint: "Remit multiplies it by the people reached and the chance that it works."),
                ]),
            radios(
                WeighingPlace.wayField, "How will members say how much each criterion matters?",
                hint: "They are asked in this way first; each may choose another, and the record says which.",
                WeighingWay.allCases.map(\.choice)),
            .fieldset(
                legend: "Appeals against the decision",
                hint: "You can say it later. It must be said before the record is published.",
                [
                    line("appeals", "Where they are sent", hint: "An office and an address, not a person’s name."),
                    field(
                        "days", "For how many days after publication", hint: "For example, 28",
                        .number(value: filled.text("days"))),
                ]),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let title = reader.line("title", missing: "Enter the question that the round answers.")
        let round = reader.slug("round", missing: "Enter a short name, such as dental-2027.")
        if round == Slug("new") { reader.refuse("round", "“new” is taken. Choose another short name.") }
        let programme = reader.line("programme", missing: "Say what the round is about.")
        let code = reader.sent.text("commissioner")
        let commissioner = commissioners.contains { $0.value == code } ? OrganisationCode(code) : nil
        if commissioner == nil { reader.refuse("commissioner", "Choose whose round it is.") }
        let benefit: BenefitKind? = reader.choice("benefit", missing: "Choose what members will score.")
        let weighing: WeighingWay? = reader.choice(
            WeighingPlace.wayField, missing: "Choose how members say how much each criterion matters.")
        let address = reader.line("appeals")
        let days = reader.count("days")
        if address != nil, days == nil { reader.refuse("days", "Enter for how many days, such as 28.") }
        if address == nil, days != nil { reader.refuse("appeals", "Enter where appeals are sent.") }
        guard let title, let round, let programme, let commissioner, let benefit, let weighing else { return nil }
        var appeals: AppealsRoute?
        if let address, let days { appeals = AppealsRoute(address: address, days: days) }
        return Answer(
            round: round, title: title, programme: programme, commissioner: commissioner, benefit: benefit,
            appeals: appeals, weighing: weighing)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var sent = SentValues([
            "title": [answer.title], "round": [answer.round.description], "programme": [answer.programme],
            "commissioner": [answer.commissioner.description], "benefit": [answer.benefit.rawValue],
            WeighingPlace.wayField: [answer.weighing.rawValue],
        ])
        sent.fill("appeals", answer.appeals?.address)
        sent.fill("days", answer.appeals.map { "\($0.days)" })
        return sent
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "round-exists": "round"
        case "title-missing": "title"
        case "appeals-window": "days"
        default: nil
        }
    }

    public func page(token: FormToken) -> FormPage {
        FormPage(
            "Begin a round", trail: [("Rounds", .rounds)], form: self, to: Route.newRound.destination(), token: token,
            button: .init("Begin the round"),
            before: [
                .paragraph(
                    """
                    A round answers one question: which of these options should this money pay for? You say here what it \
                    is about. The money, the criteria, the options and the panel come next, one at a time.
                    """, class: "lede")
            ])
    }
}
