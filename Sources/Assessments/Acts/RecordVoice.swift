public import Vocabulary

/// Records what a voice said, or that nothing came back.
///
/// What was said may be recorded after it was recorded that nothing came back; otherwise the answer stays. Refused: a
/// voice that was not asked (`no-such-voice`) or has spoken (`voice-heard`), a blank answer (`text-missing`), a day
/// before it was asked (`answered-before-asked`) or to come (`day-in-future`).
public struct RecordVoice: AssessmentAct {
    public static let name = "recordVoice"

    public var assessment: Slug
    public var voice: Slug
    public var answer: Voice.Answer

    public init(assessment: Slug, voice: Slug, answer: Voice.Answer) {
        self.assessment = assessment
        self.voice = voice
        self.answer = answer
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        guard let place = held.voices.firstIndex(where: { $0.id == voice }) else {
            throw held.unknown("voice", voice, of: held.voices.map(\.id))
        }
        let asked = held.voices[place]
        if let earlier = asked.answer, earlier.said != nil || answer.said == nil {
            throw Refusal(
                .rule, code: "voice-heard",
                "What came back from “\(asked.asked)” was recorded, as of \(earlier.on.inWords).",
                remedy: "Ask again under another short name where they have more to say.")
        }
        if let said = answer.said { try refuseBlank(said, "What “\(asked.asked)” said") }
        try refuseFuture(answer.on, "The day of the answer", at: moment)
        guard answer.on >= asked.askedOn else {
            throw Refusal(
                .input, code: "answered-before-asked",
                "“\(asked.asked)” was asked on \(asked.askedOn.inWords), after the day of the answer.",
                remedy: "Correct the day.")
        }
        held.voices[place].answer = answer
        return held
    }
}
