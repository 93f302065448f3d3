public import Vocabulary

/// What one trust sent when a study asked it for its register of interests, gifts and hospitality.
public struct RegisterSurveyReply: Hashable, Sendable {
    public let organisation: OrganisationCode
    public let name: String
    public let answer: RegisterAnswer

    public init(organisation: OrganisationCode, name: String, answer: RegisterAnswer) {
        self.organisation = organisation
        self.name = name
        self.answer = answer
    }
}

/// The score that the study published for a trust.
public struct RegisterSurveyScore: Hashable, Sendable {
    public let organisation: OrganisationCode
    /// Whether each criterion is met, in the order of `RegisterTransparency.Criterion`.
    public let points: [Bool]
    public let total: Int

    public init(organisation: OrganisationCode, points: [Bool], total: Int) {
        self.organisation = organisation
        self.points = points
        self.total = total
    }
}
