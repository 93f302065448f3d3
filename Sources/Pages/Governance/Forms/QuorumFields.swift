import Governance
import Markup
import Vocabulary

/// A quorum as a form asks for it: how many, of whom, and who must be among them.
///
/// It covers what most terms of reference say; a quorum of another shape stands as it is until another is chosen.
enum QuorumFields {
    /// How many kinds of member may be asked for by role.
    static let places = 4

    private static let parts: [(value: String, words: String, part: (Int, Int, isMoreThan: Bool))] = [
        ("1/3", "At least one third", (1, 3, false)), ("1/2", "At least half", (1, 2, false)),
        (">1/2", "More than half", (1, 2, true)), ("2/3", "At least two thirds", (2, 3, false)),
        ("3/4", "At least three quarters", (3, 4, false)),
    ]

    private static let whom: [(value: String, words: String, whom: QuorumRule.Whom)] = [
        ("anybody", "All members", .anybody), ("voting", "Members with a vote", .voting),
    ]

    static func fields(
        _ form: some AskedForm, standing: QuorumRule?, roles: [Choice], people: (String) -> String
    ) -> [Form.Part] {
        var parts: [Form.Part] = []
        if let standing, filled(with: standing) == nil {
            parts.append(
                form.radios(
                    "quorum", "Which quorum holds?",
                    [
                        Choice(standing.inWords, "As it stands: \(people(standing.inWords))"),
                        Choice("new", "Another, as written below"),
                    ]))
        }
        let counts = (1...9).map { Choice("\($0)", "\($0)") }
        let rows = (1...places).flatMap { place in
            [
                form.menu("place\(place)", "\(ordinals[place - 1]): how many?", counts, none: "None"),
                form.menu("place\(place)-role", "Of which role?", roles, none: "Choose a role"),
                form.menu("place\(place)-or", "Or of which other role?", roles, none: "No other"),
            ]
        }
        return parts + [
            .fieldset(
                legend: "Who must be there for a decision?",
                hint: "A member who stands back because of an interest is not counted.",
                [
                    form.field(
                        "least", "At least how many members?", hint: "Leave it empty where only a part is asked for.",
                        .number(value: form.filled.text("least"))),
                    form.menu(
                        "part", "And which part of them?", Self.parts.map { Choice($0.value, $0.words) }, none: "None"),
                    form.radios("whom", "Who is counted?", whom.map { Choice($0.value, $0.words) }),
                    form.boxes(
                        "officer", "Must whoever leads it be there?", [Choice("yes", "The chair or the vice-chair")]),
                ]),
            .fieldset(
                legend: "Who must be among them?",
                hint: "Different people fill these places. Leave empty what is not asked for.",
                rows + [
                    form.boxes(
                        "places-vote", "Do they need a vote?",
                        [Choice("yes", "Only members with a vote fill these places")])
                ]),
        ]
    }

    private static let ordinals = ["First", "Second", "Third", "Fourth"]

    /// - Parameter standing: what may be kept.
    static func read(_ reader: inout FieldReader, standing: QuorumRule?) -> QuorumRule? {
        if let standing, reader.sent.text("quorum") == standing.inWords { return standing }
        let counted = whom.first { $0.value == reader.sent.text("whom") }?.whom
        let least = reader.count("least")
        let part = parts.first { $0.value == reader.sent.text("part") }?.part
        var rules: [QuorumRule] = []
        if least != nil || part != nil, counted == nil { reader.refuse("whom", "Choose who is counted.") }
        if let least, let counted { rules.append(.atLeast(least, counted)) }
        if let part, let counted {
            rules.append(.part(numerator: part.0, denominator: part.1, isMoreThan: part.isMoreThan, of: counted))
        }
        if reader.isTicked("officer") { rules.append(.atLeast(1, .officers)) }
        for place in 1...places {
            guard let count = reader.count("place\(place)") else { continue }
            guard
                let role = reader.name(
                    "place\(place)-role", missing: "Choose the role of which \(count) must be there.")
            else { continue }
            let other = reader.name("place\(place)-or")
            let roles = [role] + (other.map { [$0] } ?? [])
            rules.append(.atLeast(count, reader.isTicked("places-vote") ? .votingRoles(roles) : .roles(roles)))
        }
        guard !rules.isEmpty else {
            reader.refuse("least", "Say how many must be there, or who.")
            return nil
        }
        return rules.count == 1 ? rules[0] : .all(rules)
    }

    /// - Returns: nil for a quorum of another shape.
    static func filled(with rule: QuorumRule) -> SentValues? {
        var rest: ArraySlice<QuorumRule>
        if case .all(let rules) = rule {
            guard rules.count > 1 else { return nil }
            rest = rules[...]
        } else {
            rest = [rule]
        }
        var filled = SentValues()
        func fills(_ counted: QuorumRule.Whom, _ known: String?) -> String? {
            whom.first { $0.whom == counted && (known == nil || known == $0.value) }?.value
        }
        if case .atLeast(let count, let counted)? = rest.first, let word = fills(counted, nil) {
            filled["least"] = "\(count)"
            filled["whom"] = word
            rest.removeFirst()
        }
        if case .part(let numerator, let denominator, let isMoreThan, let counted, .members)? = rest.first,
            let word = fills(counted, filled.has("whom") ? filled["whom"] : nil),
            let part = parts.first(where: { $0.part == (numerator, denominator, isMoreThan) })
        {
            filled["part"] = part.value
            filled["whom"] = word
            rest.removeFirst()
        }
        if rest.first == .atLeast(1, .officers) {
            filled["officer"] = "yes"
            rest.removeFirst()
        }
        var isVoting: Bool?
        for place in 1...places {
            guard case .atLeast(let count, let counted)? = rest.first, let (roles, votes) = counted.namedRoles,
                (1...9).contains(count), (1...2).contains(roles.count), isVoting == nil || isVoting == votes
            else { break }
            isVoting = votes
            if votes { filled["places-vote"] = "yes" }
            filled["place\(place)"] = "\(count)"
            filled["place\(place)-role"] = roles[0].description
            if roles.count > 1 { filled["place\(place)-or"] = roles[1].description }
            rest.removeFirst()
        }
        return rest.isEmpty ? filled : nil
    }
}

extension QuorumRule.Whom {
    /// The roles that are asked for, and whether with a vote; nil where none are named.
    fileprivate var namedRoles: (roles: [Slug], isVoting: Bool)? {
        switch self {
        case .roles(let roles): (roles, false)
        case .votingRoles(let roles): (roles, true)
        default: nil
        }
    }
}
