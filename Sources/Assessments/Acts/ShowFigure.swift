public import Vocabulary

/// Puts a table into the assessment as it was shown: the very figures, kept under their digest.
///
/// Refused: a short name that is taken (`figure-exists`), and a figure without title or source (`text-missing`).
public struct ShowFigure: AssessmentAct {
    public static let name = "showFigure"

    public var assessment: Slug
    public var figure: ShownFigure

    public init(assessment: Slug, figure: ShownFigure) {
        self.assessment = assessment
        self.figure = figure
    }

    public func decide(
        _ before: AssessmentBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> NeedsAssessment {
        var held = try before.found(assessment)
        try held.refuseTaken(figure.id, "figure", among: held.figures.map(\.id))
        try refuseBlank(figure.title, "The title of the figure “\(figure.id)”")
        try refuseBlank(figure.source, "Where the figure “\(figure.id)” comes from")
        held.figures.append(figure)
        return held
    }
}
