public import Vocabulary

/// Opens a needs assessment: what it is to answer, for whom, about which place, and who answers for it.
///
/// Refused: a short name that is taken (`assessment-exists`) or that addresses use (`name-of-addresses`), and blank words (`text-missing`).
public struct OpenAssessment: AssessmentAct {
    public static let name = "openAssessment"

    public var assessment: Slug
    public var title: String
    public var question: String
    public var commissioner: OrganisationCode
    public var area: String
    public var lead: String

    public init(
        assessment: Slug, title: String, question: String, commissioner: OrganisationCode, area: String, lead: String
    ) {
        self.assessment = assessment
        self.title = title
        self.question = question
        self.commissioner = commissioner
        self.area = area
        self.lead = lead
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        guard before.assessment == nil else {
            throw Refusal(
                .rule, code: "assessment-exists", "There is a needs assessment “\(assessment)” already.",
                remedy: "Choose another short name, or add to that one.")
        }
        try assessment.refuseWordOfAddresses(naming: "needs assessment")
        try refuseBlank(title, "The title of the assessment")
        try refuseBlank(question, "The question that it is to answer")
        try refuseBlank(area, "The area that it is about")
        try refuseBlank(lead, "The office that answers for it")
        return NeedsAssessment(
            id: assessment, title: title, question: question, commissioner: commissioner, area: area, lead: lead,
            openedAt: moment)
    }
}
