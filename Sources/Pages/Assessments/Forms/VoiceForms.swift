public import Assessments
public import Markup
public import Vocabulary

/// Asks whose clinical, public or patient voice was asked for, and when.
public struct AskVoiceForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var assessment: Slug
    public var entry: Slug

    public init(_ filled: SentValues = SentValues(), assessment: Slug, entry: Slug) {
        self.filled = filled
        self.assessment = assessment
        self.entry = entry
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        [
            radios(
                "kind", "Whose voice?", Voice.Kind.allCases.map { Choice($0.rawValue, $0.words.uppercasedFirst) }),
            line("asked", "Who was asked?", hint: "An office or group, not a name: it is printed"),
            day("askedOn", "On which day?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> AskVoice? {
        let kind = reader.choice("kind", as: Voice.Kind.self, missing: "Choose whose voice it is.")
        let asked = reader.line("asked", missing: "Enter who was asked.")
        let askedOn = reader.day("askedOn", missing: "Enter the day.")
        guard reader.errors.isEmpty, let kind, let asked, let askedOn else { return nil }
        return AskVoice(assessment: assessment, voice: Voice(id: entry, kind: kind, asked: asked, askedOn: askedOn))
    }

    public static func filled(with act: AskVoice) -> SentValues {
        var filled = SentValues()
        filled.fill("kind", act.voice.kind.rawValue)
        filled.fill("asked", act.voice.asked)
        filled.fill("askedOn", act.voice.askedOn)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? { code == "day-in-future" ? "askedOn" : nil }
}

/// Asks what came back from a voice, or that nothing did.
public struct AnswerVoiceForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var assessment: Slug
    public var voice: Slug

    public init(_ filled: SentValues = SentValues(), assessment: Slug, voice: Slug) {
        self.filled = filled
        self.assessment = assessment
        self.voice = voice
    }

    public var parts: [Form.Part] {
        [
            yesOrNo("came", "Did anything come back?"),
            words("said", "What was said?", hint: "Leave it empty where nothing came back.", rows: 4),
            day("on", "On which day did it come, or did the waiting end?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> RecordVoice? {
        let came = reader.yesOrNo("came", missing: "Choose whether anything came back.")
        let said = reader.words("said", missing: came == true ? "Write what was said." : nil, atMost: 4_000)
        if came == false, said != nil {
            reader.refuse("said", "Take this out where nothing came back, or choose Yes above.")
        }
        let on = reader.day("on", missing: "Enter the day.")
        guard reader.errors.isEmpty, let on else { return nil }
        return RecordVoice(assessment: assessment, voice: voice, answer: Voice.Answer(said: said, on: on))
    }

    public static func filled(with act: RecordVoice) -> SentValues {
        var filled = SentValues()
        filled.fill("came", act.answer.said == nil ? "no" : "yes")
        filled.fill("said", act.answer.said)
        filled.fill("on", act.answer.on)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["day-in-future", "answered-before-asked"].contains(code) ? "on" : nil
    }
}
