public import Governance
public import Markup
public import Vocabulary

/// Asks for a further post that somebody holds.
public struct PostForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var person: Slug

    public init(_ filled: SentValues = SentValues(), person: Slug) {
        self.filled = filled
        self.person = person
    }

    public var parts: [Form.Part] {
        [
            line("post", "What is the post?", hint: "As it is published: GP partner, Harbour Street Surgery"),
            line(
                "organisation", "Where do they hold it, if not with the body itself?",
                hint: "A code as it is published, such as Y02494"),
            line("clinician", "If it is that of a clinician, of which kind?", hint: "One word: gp, nurse, dentist"),
            line("area", "In which area do they practise?", hint: "One word: harbour. Clinicians only."),
            day("from", "Since when do they hold it?"), day("until", "What is its last day, if it is known?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> EnterPost? {
        let title = reader.line("post", missing: "Enter the post.")
        let organisation = reader.organisation("organisation")
        let clinician = reader.word("clinician")
        let area = reader.word("area")
        let from = reader.day("from", missing: "Enter the first day.")
        let until = reader.day("until")
        guard reader.errors.isEmpty, let title, let from else { return nil }
        return EnterPost(
            person: person,
            post: .init(
                title: title, organisation: organisation, from: from, until: until, clinician: clinician, area: area))
    }

    public static func filled(with act: EnterPost) -> SentValues {
        var filled = SentValues()
        filled.fill("post", act.post.title)
        filled.fill("organisation", act.post.organisation?.description)
        filled.fill("clinician", act.post.clinician?.description)
        filled.fill("area", act.post.area?.description)
        filled.fill("from", act.post.from)
        filled.fill("until", act.post.until)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "post-exists": "post"
        case "ends-before-start", "post-ended": "until"
        case "before-person", "day-in-future": "from"
        default: nil
        }
    }

    public static func subject(of act: EnterPost) -> String? { act.post.title }
}
