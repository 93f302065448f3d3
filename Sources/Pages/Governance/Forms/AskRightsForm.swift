public import Governance
public import Markup
public import Vocabulary

/// Asks who decides a matter, of somebody who is to find out, by a day.
public struct AskRightsForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The short name that the question is to have: sent twice, it is asked once.
    public var entry: Slug
    public var people: [Choice]

    public init(_ filled: SentValues = SentValues(), entry: Slug, people: [Choice]) {
        self.filled = filled
        self.entry = entry
        self.people = people
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        [
            line("matter", "Which matter is it about?", hint: "A short name, such as primary-dental-services"),
            words("question", "What is the question?", rows: 3), menu("owner", "Who is to find the answer?", people),
            day("due", "By when?", hint: "Leave it empty for the time that the rules give."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> AskRightsQuestion? {
        let matter = reader.slug("matter", missing: "Enter the matter’s short name.")
        let question = reader.words("question", missing: "Write the question.", atMost: 1_000)
        let owner = reader.name("owner", missing: "Choose who is to find the answer.")
        let due = reader.day("due")
        guard reader.errors.isEmpty, let matter, let question, let owner else { return nil }
        return AskRightsQuestion(
            matter: matter, question: .init(id: entry, question: question, owner: owner, due: due))
    }

    public static func filled(with act: AskRightsQuestion) -> SentValues {
        var filled = SentValues()
        filled.fill("matter", act.matter.description)
        filled.fill("question", act.question.question)
        filled.fill("owner", act.question.owner.description)
        filled.fill("due", act.question.due)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "no-such-owner": "owner"
        case "due-before-asked": "due"
        default: nil
        }
    }

    public static func subject(of act: AskRightsQuestion) -> String? { act.question.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }
}
