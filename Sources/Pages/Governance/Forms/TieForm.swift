public import Governance
public import Markup
public import Vocabulary

/// Asks to which household, practice or firm somebody belongs that others share.
public struct TieForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var person: Slug
    /// Ties that others have.
    public var known: [Choice]

    public init(_ filled: SentValues = SentValues(), person: Slug, known: [Slug] = []) {
        self.filled = filled
        self.person = person
        self.known = known.map { Choice($0.description, ShortName.words(of: $0).firstUpper) }
    }

    public var parts: [Form.Part] {
        (known.isEmpty
            ? [] : [menu("tie", "Which tie do they share with others?", known, none: "None of these")]) + [
                line(
                    "newTie", known.isEmpty ? "What do they share with others?" : "Another tie, if none of these",
                    hint: "A neutral name: household 3, practice Y02494. Two who share one do not both approve."),
                day("from", "Since when?"), day("until", "What is its last day, if it is known?"),
            ]
    }

    public func read(_ reader: inout FieldReader) -> EnterTie? {
        let other = reader.nameOfWords("newTie")
        let name = other ?? reader.name("tie")
        if name == nil { reader.refuse(known.isEmpty ? "newTie" : "tie", "Say what they share with others.") }
        let from = reader.day("from", missing: "Enter the first day.")
        let until = reader.day("until")
        guard reader.errors.isEmpty, let name, let from else { return nil }
        return EnterTie(person: person, tie: .init(name: name, from: from, until: until))
    }

    public static func filled(with act: EnterTie) -> SentValues {
        var filled = SentValues()
        filled.fill("newTie", act.tie.name.description)
        filled.fill("from", act.tie.from)
        filled.fill("until", act.tie.until)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "tie-exists": "newTie"
        case "ends-before-start": "until"
        case "before-person": "from"
        default: nil
        }
    }

    public static func subject(of act: EnterTie) -> String? { act.tie.name.description }
}
