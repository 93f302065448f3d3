import Governance
public import Markup
public import Vocabulary

/// Asks for one interest: what it is, with whom, since when.
public struct DeclarationForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The short name that the entry is to have: sent twice, it is entered once.
    public var entry: Slug

    public init(_ filled: SentValues = SentValues(), entry: Slug) {
        self.filled = filled
        self.entry = entry
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    private static let direct: [InterestKind] = [.financial, .nonFinancialProfessional, .nonFinancialPersonal]

    /// What a kind is, in the words of the national guidance's sense.
    static func hint(_ kind: InterestKind) -> String {
        switch kind {
        case .financial: "You may gain or lose money by a decision"
        case .nonFinancialProfessional: "It may help or harm your professional standing or career"
        case .nonFinancialPersonal: "You may gain or lose otherwise, by a campaign or a friendship"
        case .indirect: "Somebody close to you has the interest"
        }
    }

    public var parts: [Form.Part] {
        [
            radios(
                "kind", "What kind of interest is it?",
                InterestKind.allCases.map { Choice($0.rawValue, $0.title, hint: Self.hint($0)) }),
            .fieldset(
                legend: "Where somebody close to you has it", hint: "Leave this empty for an interest of your own.",
                [
                    line("relationship", "What they are to you", hint: "Spouse, close relative, close friend"),
                    menu(
                        "underlying", "What kind of interest they have",
                        Self.direct.map { Choice($0.rawValue, $0.title) }, none: "Not an indirect interest"),
                ]),
            menu(
                "situation", "How does it come about?",
                Declaration.Situation.allCases.map { Choice($0.rawValue, $0.title) }),
            words(
                "description", "What is it?",
                hint: "One or two sentences. Decision-makers’ entries are published. No details of patients."),
            .fieldset(
                legend: "Who is at the other end?",
                hint: "A code lets Remit find the interest when an item of a meeting touches the organisation.",
                [
                    line("organisation", "Organisation’s code or contract’s number, if it has one"),
                    line("counterpartyName", "Name, if that says more"),
                ]),
            money("value", "What is it worth a year, if that is known?"),
            line("band", "Or roughly, in words", hint: "For example, £5,000 to £10,000 a year"),
            day("arose", "Since when?"),
            day("becameAware", "When did you become aware of it?", hint: "Leave it empty where it is the same day."),
            day("ended", "Until when, if it is over or its end is known?"),
            words(
                "mitigation", "What is done about it from day to day?", hint: "For example, takes no part in tenders",
                rows: 3),
        ]
    }

    public func read(_ reader: inout FieldReader) -> DeclarationTold? {
        let kind: InterestKind? = reader.choice("kind", missing: "Choose what kind of interest it is.")
        var underlying: InterestKind?
        var relationship: String?
        if kind == .indirect {
            underlying = reader.choice("underlying", missing: "Choose what kind of interest the other person has.")
            relationship = reader.line("relationship", missing: "Say what the other person is to you.")
            if underlying == .indirect { reader.refuse("underlying", "Choose what kind of interest they have.") }
        }
        let situation: Declaration.Situation? = reader.choice("situation", missing: "Choose how it comes about.")
        let description = reader.words("description", missing: "Say what the interest is.")
        let code = reader.organisation("organisation")
        let name = reader.line("counterpartyName")
        let value = reader.amount("value")
        let band = reader.line("band")
        let arose = reader.day("arose", missing: "Enter the day since which you have it.")
        let aware = reader.day("becameAware")
        let ended = reader.day("ended")
        let mitigation = reader.words("mitigation", atMost: 1_000)
        guard reader.errors.isEmpty, let kind, let situation, let description, let arose else { return nil }
        return DeclarationTold(
            kind: kind, underlying: underlying, relationship: relationship, situation: situation,
            description: description, counterparty: code, counterpartyName: name, value: value, band: band,
            arose: arose, ended: ended, becameAware: aware ?? arose, mitigation: mitigation)
    }

    public static func filled(with told: DeclarationTold) -> SentValues {
        var filled = SentValues()
        filled.fill("kind", told.kind.rawValue)
        filled.fill("underlying", told.underlying?.rawValue)
        filled.fill("relationship", told.relationship)
        filled.fill("situation", told.situation.rawValue)
        filled.fill("description", told.description)
        filled.fill("organisation", told.counterparty?.description)
        filled.fill("counterpartyName", told.counterpartyName)
        filled.fill("value", told.value)
        filled.fill("band", told.band)
        filled.fill("arose", told.arose)
        filled.fill("becameAware", told.becameAware)
        filled.fill("ended", told.ended)
        filled.fill("mitigation", told.mitigation)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "aware-after-declared": "becameAware"
        case "ends-before-start": "ended"
        case "patient-identifying": "description"
        default: nil
        }
    }

    /// The answers, to be checked.
    ///
    /// - Parameter organisation: a code's name, where it is known.
    public static func rows(
        _ told: DeclarationTold, organisation: (OrganisationCode) -> String?
    ) -> [Html.SummaryRow] {
        var rows: [Html.SummaryRow] = [.init("Kind", .text(told.kind.title))]
        if let underlying = told.underlying {
            rows.append(.init("Held by", .name("\(told.relationship ?? ""): \(underlying.title.lowercased())")))
        }
        rows += [
            .init("How it comes about", .text(told.situation.title)), .init("What it is", .name(told.description)),
        ]
        if let code = told.counterparty {
            let known = organisation(code)
            rows.append(
                .init("Organisation", .name(known.map { "\(code), \($0)" } ?? "\(code) (not in the directory)")))
        }
        if let name = told.counterpartyName { rows.append(.init("Other end", .name(name))) }
        if let value = told.value { rows.append(.init("Worth a year", .text(value.description))) }
        if let band = told.band { rows.append(.init("Roughly", .name(band))) }
        rows.append(.init("Since", .text(told.arose.inWords)))
        if let aware = told.becameAware, aware != told.arose {
            rows.append(.init("Became aware", .text(aware.inWords)))
        }
        if let ended = told.ended { rows.append(.init("Until", .text(ended.inWords))) }
        rows.append(.init("What is done about it", .name(told.mitigation ?? "nothing said")))
        return rows
    }
}
