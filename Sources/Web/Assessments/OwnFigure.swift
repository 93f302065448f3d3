import Access
import Assessments
import Pages
import Store
import Vocabulary

/// A figure of one of Remit's own pages, on its way into a needs assessment.
struct OwnFigure {
    let what: FigureOrigin.What
    /// As it would be called.
    let title: String
    let period: String?
    /// The publication behind the files.
    let source: String
    let table: ShownTable

    /// What is kept of it.
    var bytes: [UInt8] { Array(table.json.canonical.utf8) }

    /// - Throws: `Refusal`, as the page that shows it.
    static func found(_ origin: FigureOrigin, _ question: Question) throws -> OwnFigure {
        origin.indicator == nil
            ? try CareAccessAnswers.shown(origin, question) : try IndicatorAnswers.shown(origin, question)
    }

    /// Where what is on a page can go; nil for a reader who keeps no needs assessments.
    static func showing(_ origins: [FigureOrigin], for question: Question) throws -> ShowingIn? {
        let reach = question.reach(.keepAssessments)
        guard !reach.isNowhere else { return nil }
        let kept = try AssessmentDesk(question.store).assessments().filter { reach.covers($0.commissioner) }
        return ShowingIn(assessments: kept.map { ($0.id, $0.title) }, origins: origins)
    }
}
