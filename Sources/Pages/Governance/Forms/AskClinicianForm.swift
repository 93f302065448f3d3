public import Governance
public import Markup
public import Vocabulary

/// Asks which clinician was asked for an item that has lost its clinical voice, by whom, and what they answered.
public struct AskClinicianForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var item: Slug
    /// Clinicians who may be asked, those first who are proposed, each with the reason.
    public var clinicians: [Choice]
    /// Who may have asked.
    public var askers: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, item: Slug, clinicians: [Choice], askers: [Choice]
    ) {
        self.filled = filled
        self.meeting = meeting
        self.item = item
        self.clinicians = clinicians
        self.askers = askers
    }

    public var kept: [Form.Kept] { [.init("item", item.description)] }

    public var parts: [Form.Part] {
        [
            radios("person", "Who was asked?", clinicians), menu("by", "Who asked them?", askers),
            radios(
                "answer", "What did they answer?",
                ClinicianAsked.Answer.allCases.map { Choice($0.rawValue, $0.inWords.firstUpper) }
                    + [Choice("", "No answer yet")]),
            words(
                "note", "What did they advise, or why not?", hint: "Needed where they gave advice; the minutes say it.",
                rows: 3),
        ]
    }

    public func read(_ reader: inout FieldReader) -> AskClinician? {
        let person = reader.name("person", missing: "Choose who was asked.")
        let by = reader.name("by", missing: "Choose who asked.")
        let answer: ClinicianAsked.Answer? = reader.choice("answer")
        let note = reader.words("note", atMost: 1_000)
        guard reader.errors.isEmpty, let person, let by else { return nil }
        return AskClinician(meeting: meeting, item: item, person: person, by: by, answer: answer, note: note)
    }

    public static func filled(with act: AskClinician) -> SentValues {
        var filled = SentValues()
        filled.fill("person", act.person.description)
        filled.fill("by", act.by.description)
        filled.fill("answer", act.answer?.rawValue)
        filled.fill("note", act.note)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "clinician-conflicted", "not-clinician", "asked-already": "person"
        case "own-asking", "person-not-known": "by"
        case "text-missing": "note"
        default: nil
        }
    }

    public static func subject(of act: AskClinician) -> String? { "\(act.item)/\(act.person)" }
}
