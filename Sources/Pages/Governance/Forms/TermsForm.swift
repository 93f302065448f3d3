public import Governance
public import Markup
public import Vocabulary

/// Asks for the terms of reference of a committee: quorum, votes, what is allowed, and what it may decide.
public struct TermsForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var committee: Slug
    /// The terms that they follow; nil where they are the first.
    public var standing: TermsOfReference?
    /// As what its members sit.
    public var roles: [Choice]
    /// Who may be an officer that decides alone, by name.
    public var people: [Choice]

    public init(
        _ filled: SentValues = SentValues(), committee: Slug, standing: TermsOfReference?, roles: [Slug],
        people: [Choice]
    ) {
        self.filled = filled
        self.committee = committee
        self.standing = standing
        self.roles = roles.map { Choice($0.description, $0.roleInWords().firstUpper) }
            .sorted { ($0.words.lowercased(), $0.value) < ($1.words.lowercased(), $1.value) }
        self.people = people
    }

    /// What terms may allow, in the order in which the form asks.
    enum Allowance: String, CaseIterable {
        case castingVote, deputies, proxies, consensus, urgentAction

        var words: String {
            switch self {
            case .castingVote: "On a tie, whoever chairs has a casting vote"
            case .deputies: "Members may have deputies"
            case .proxies: "A member may give their vote to another"
            case .consensus: "It may decide without a vote where all agree"
            case .urgentAction: "The chair or vice-chair, with another member, may decide between meetings"
            }
        }

        var key: WritableKeyPath<TermsOfReference, Bool> {
            switch self {
            case .castingVote: \.hasCastingVote
            case .deputies: \.allowsDeputies
            case .proxies: \.allowsProxies
            case .consensus: \.allowsConsensus
            case .urgentAction: \.allowsUrgentAction
            }
        }
    }

    private func named(_ sentence: String) -> String {
        people.reduce(sentence) { $0.replacing("“\($1.value)”", with: $1.words) }
    }

    public var parts: [Form.Part] {
        [day("from", "From which day do they hold?")]
            + QuorumFields.fields(self, standing: standing?.quorum, roles: roles, people: named) + [
                radios(
                    "majority", "What carries a motion?",
                    Majority.allCases.map { Choice($0.rawValue, $0.inWords.firstUpper) }),
                boxes("allows", "What else is allowed?", Allowance.allCases.map { Choice($0.rawValue, $0.words) }),
                radios("public", "Does it meet in public?", [Choice("yes", "In public"), Choice("no", "In private")]),
                field(
                    "papersDays", "How many days before a meeting are its papers out?",
                    hint: "Leave it empty for the number in the rules.", .number(value: filled.text("papersDays"))),
                words(
                    "mandates", "What may it decide, and up to how much?",
                    hint: """
                        A line for each matter: primary dental services: £250,000. Without an amount there is no limit. \
                        For an officer who decides alone: primary dental services: £20,000 by Jonas Fell
                        """),
                line(
                    "citation", "Where does this stand?", hint: "For example: Terms of reference, version 3, section 6"),
            ]
    }

    public func read(_ reader: inout FieldReader) -> SetTerms? {
        let from = reader.day("from", missing: "Enter the first day.")
        let quorum = QuorumFields.read(&reader, standing: standing?.quorum)
        let majority: Majority? = reader.choice("majority", missing: "Choose what carries a motion.")
        let isPublic = reader.yesOrNo("public", missing: "Say whether it meets in public.")
        let days = reader.count("papersDays")
        let mandates = readMandates(&reader)
        let citation = reader.line("citation", missing: "Name the document in which it stands.")
        guard reader.errors.isEmpty, let from, let quorum, let majority, let isPublic, let citation else { return nil }
        var terms = TermsOfReference(
            from: from, quorum: quorum, majority: majority, isPublic: isPublic, papersDays: days, mandates: mandates,
            citation: citation)
        let allowed = Set(reader.sent.all("allows"))
        for one in Allowance.allCases { terms[keyPath: one.key] = allowed.contains(one.rawValue) }
        return SetTerms(committee: committee, terms: terms)
    }

    private func readMandates(_ reader: inout FieldReader) -> [TermsOfReference.Mandate] {
        var mandates: [TermsOfReference.Mandate] = []
        for line in reader.text("mandates").split(separator: "\n").map(\.trimmed) where !line.isEmpty {
            let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let matter = ShortName.made(of: String(halves[0])) else {
                reader.refuse("mandates", "“\(line)” names no matter.")
                continue
            }
            var limit = halves.count > 1 ? String(halves[1].trimmed) : ""
            var officer: Slug?
            if let by = limit.firstRange(of: "by "),
                by.lowerBound == limit.startIndex || limit[..<by.lowerBound].last == " "
            {
                let who = String(limit[by.upperBound...].trimmed)
                officer = people.first { $0.words.lowercased() == who.lowercased() || $0.value == who }
                    .flatMap { Slug($0.value) }
                if officer == nil {
                    reader.refuse("mandates", "“\(who)” is nobody on the register; write the name as it stands there.")
                }
                limit = String(limit[..<by.lowerBound].trimmed)
            }
            var upTo: Money?
            if !limit.isEmpty {
                upTo = TypedNumber.money(limit)
                if upTo == nil {
                    reader.refuse("mandates", "“\(limit)” is no amount of money; write pounds such as £250,000.")
                }
            }
            mandates.append(.init(matter: matter, upTo: upTo, officer: officer))
        }
        return mandates
    }

    public static func filled(with act: SetTerms) -> SentValues {
        let terms = act.terms
        var filled = QuorumFields.filled(with: terms.quorum) ?? SentValues(["quorum": [terms.quorum.inWords]])
        filled.fill("from", terms.from)
        filled.fill("majority", terms.majority.rawValue)
        filled.fill("allows", all: Allowance.allCases.filter { terms[keyPath: $0.key] }.map(\.rawValue))
        filled.fill("public", terms.isPublic ? "yes" : "no")
        filled.fill("papersDays", terms.papersDays.map { "\($0)" })
        let lines = terms.mandates.map { mandate in
            let ends = [mandate.upTo.map { "£\(TypedNumber.written($0))" }, mandate.officer.map { "by \($0)" }]
                .compactMap(\.self).joined(separator: " ")
            return ShortName.words(of: mandate.matter) + (ends.isEmpty ? "" : ": \(ends)")
        }
        filled.fill("mandates", lines.isEmpty ? nil : lines.joined(separator: "\n"))
        filled.fill("citation", terms.citation)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "terms-before-meeting", "before-committee", "committee-dissolved": "from"
        case "papers-days": "papersDays"
        case "limit-negative", "mandate-twice": "mandates"
        case let code where code.hasPrefix("quorum-"): "least"
        default: nil
        }
    }

    public static func subject(of act: SetTerms) -> String? { act.committee.description }
}
