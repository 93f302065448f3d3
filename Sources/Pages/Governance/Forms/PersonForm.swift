public import Governance
public import Markup
public import Vocabulary

/// Asks for somebody who is to stand on the register: name, first day, post, and whether they decide.
public struct PersonForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The short name that they are to have: sent twice, they are entered once.
    public var entry: Slug

    /// What was told, before the name is kept apart.
    public struct Answer: Hashable, Sendable {
        public var name: String
        public var knownFrom: Day
        public var post: PersonFile.Post
        /// Why they count as a decision-maker; nil where they do not.
        public var decides: String?

        public init(name: String, knownFrom: Day, post: PersonFile.Post, decides: String? = nil) {
            self.name = name
            self.knownFrom = knownFrom
            self.post = post
            self.decides = decides
        }
    }

    public init(_ filled: SentValues = SentValues(), entry: Slug) {
        self.filled = filled
        self.entry = entry
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        [
            line("name", "What is their name?", hint: "It is kept apart; the record knows them as \(entry)."),
            day("knownFrom", "Since when do they belong to the body, or are known to it?"),
            line("post", "What is their post?", hint: "As it is published: GP partner, Harbour Street Surgery"),
            line(
                "organisation", "Where do they hold it, if not with the body itself?",
                hint: "A code as it is published, such as Y02494"),
            line("clinician", "If they are a clinician, of which kind?", hint: "One word: gp, nurse, dentist"),
            line("area", "In which area do they practise?", hint: "One word: harbour. Clinicians only."),
            line(
                "decides", "If they take part in decisions, in which?",
                hint: "Their declarations are then published. For example: votes on the primary care committee"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let name = reader.line("name", missing: "Enter their name.")
        let from = reader.day("knownFrom", missing: "Enter the first day.")
        let post = reader.line("post", missing: "Enter their post.")
        let organisation = reader.organisation("organisation")
        let clinician = reader.word("clinician")
        let area = reader.word("area")
        let decides = reader.line("decides")
        guard reader.errors.isEmpty, let name, let from, let post else { return nil }
        return Answer(
            name: name, knownFrom: from,
            post: .init(title: post, organisation: organisation, from: from, clinician: clinician, area: area),
            decides: decides)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("name", answer.name)
        filled.fill("knownFrom", answer.knownFrom)
        filled.fill("post", answer.post.title)
        filled.fill("organisation", answer.post.organisation?.description)
        filled.fill("clinician", answer.post.clinician?.description)
        filled.fill("area", answer.post.area?.description)
        filled.fill("decides", answer.decides)
        return filled
    }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }

    public static func field(ofRefusal code: String) -> String? { code == "day-in-future" ? "knownFrom" : nil }
}

extension FieldReader {
    /// A short name that was typed; nil where it is empty.
    mutating func word(_ field: String) -> Slug? {
        guard !sent.text(field).isEmpty else { return nil }
        return slug(field, missing: "Write it as one word in small letters.")
    }
}
