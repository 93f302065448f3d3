public import Assessments
public import Markup
public import Vocabulary

/// What one of Remit's own pages shows, by what has to be asked to have it again: so a figure goes into a needs
/// assessment as it stands on the page.
public struct FigureOrigin: Hashable, Sendable {
    public enum What: String, Hashable, Sendable, CaseIterable {
        /// Of an indicator: figures by area, how areas stand beside each other, by deprivation, on a map.
        case figures, comparison, inequality, map
        /// Of access to care: what a board's people have, by fifth of deprivation, and on a map.
        case access, accessFifths, accessMap

        public var kind: ShownFigure.Kind {
            switch self {
            case .figures: .indicator
            case .comparison: .funnel
            case .inequality, .accessFifths: .inequality
            case .map, .accessMap: .map
            case .access: .access
            }
        }

        /// As a link says it.
        var words: String {
            switch self {
            case .figures: "figures by area"
            case .comparison: "comparison with others"
            case .inequality, .accessFifths: "by deprivation"
            case .map, .accessMap: "map"
            case .access: "the answer"
            }
        }

        var isOfAccess: Bool { self == .access || self == .accessFifths || self == .accessMap }
    }

    public let what: What
    /// Nil for access.
    public let indicator: Slug?
    /// What else was asked on the page: which areas, which board.
    public let asked: [String: String]

    /// - Returns: nil where an indicator is to be named and none is, or one where none is to be.
    public init?(_ what: What, of indicator: Slug? = nil, asked: [String: String]) {
        guard (indicator == nil) == what.isOfAccess else { return nil }
        self.what = what
        self.indicator = indicator
        self.asked = asked.filter { !$0.value.isEmpty && !["show", "of"].contains($0.key) }
    }

    /// - Returns: nil where the query names nothing of the kind.
    public init?(query: [String: String]) {
        guard let what = query["show"].flatMap(What.init) else { return nil }
        self.init(what, of: query["of"].flatMap { Slug($0) }, asked: query)
    }

    /// The page on which it is recorded in an assessment.
    public func destination(in assessment: Slug) -> Destination {
        var pairs = [(name: "show", value: what.rawValue)]
        if let indicator { pairs.append(("of", indicator.description)) }
        pairs += asked.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        return AssessmentDeed.figure(assessment).destination.adding(query: pairs)
    }
}

/// Where what a page shows can go: needs assessments that the reader keeps, and what of the page.
public struct ShowingIn: Sendable {
    public var assessments: [(id: Slug, title: String)]
    public var origins: [FigureOrigin]

    public init(assessments: [(id: Slug, title: String)], origins: [FigureOrigin]) {
        self.assessments = assessments
        self.origins = origins
    }

    func section(in shell: Shell) -> Html {
        guard !origins.isEmpty else { return .none }
        let items = assessments.map { assessment -> Html in
            let links = origins.map { origin -> Html in
                .link(
                    .group([.text(origin.what.words), .unseen(" in \(assessment.title)")]),
                    to: origin.destination(in: assessment.id))
            }
            return [.name(assessment.title), ": ", .group(links.enumerated().flatMap { $0 == 0 ? [$1] : [", ", $1] })]
        }
        return .section(
            heading: 2, "Show it in a needs assessment", id: "show-in",
            items.isEmpty
                ? [.way("Open a needs assessment", to: .assessment(.open), in: shell)] : [.list(items)])
    }
}
