public import Assessments
public import Markup
import Tabular
import Vocabulary

/// Every needs assessment, with what is new in each.
public struct AssessmentsPage: Page {
    public let assessments: [NeedsAssessment]
    public var query: ListQuery

    public init(_ assessments: [NeedsAssessment], query: ListQuery = .all) {
        self.assessments = assessments
        self.query = query
    }

    public var heading: String { "Needs assessments" }
    public var route: Route? { .assessment(.all) }
    public var isOfAPosition: Bool { false }
    public var origin: String { "what people need, found out and written down" }

    public func content(in shell: Shell) -> [Html] {
        var table = AssessmentTables.list(assessments) { AssessmentDeed.one($0.id).path }
        table = table.showing(["title", "area", "conclusions", "gapsWaiting", "warnings", "version", "issuedOn"])
        return [
            .paragraph(
                "What people need, written down so that others can weigh it. An option in a priority round cites a version.",
                class: "lede"),
            .way("Open a needs assessment", to: .assessment(.open), in: shell),
            TableView(
                table, listing: Listing(.assessment(.all), query: query),
                empty: "None is open yet. A commissioning manager or an analyst opens one."
            ).html(in: shell),
        ]
    }
}
