public import Vocabulary

/// Records that a clinical, public or patient voice was asked for, whose and on which day.
///
/// Refused: a short name that is taken (`voice-exists`), nobody named (`text-missing`), a day to come
/// (`day-in-future`), and a voice that comes with its answer (`voice-answered`).
public struct AskVoice: AssessmentAct {
    public static let name = "askVoice"

    public var assessment: Slug
    public var voice: Voice

    public init(assessment: Slug, voice: Voice) {
        self.assessment = assessment
        self.voice = voice
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        try held.refuseTaken(voice.id, "voice", among: held.voices.map(\.id))
        try refuseBlank(voice.asked, "Who was asked")
        try refuseFuture(voice.askedOn, "The day on which “\(voice.asked)” was asked", at: moment)
        guard voice.answer == nil else {
            throw Refusal(
                .input, code: "voice-answered", "The voice “\(voice.id)” comes with its answer.",
                remedy: "Ask first; what came back is recorded on its own.")
        }
        held.voices.append(voice)
        return held
    }
}
