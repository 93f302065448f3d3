import Governance
public import Markup
public import Tabular
import Vocabulary

/// Who answers to whom: the map as a picture, what is missing in it, each in a sentence, and every edge.
public struct AccountabilityPage: Page {
    public var reading: GovernanceReading
    private let findings: [AccountabilityFinding]

    public init(_ reading: GovernanceReading) {
        self.reading = reading
        findings = FindAccountabilityGaps.findings(
            .init(of: reading.book, on: reading.day, rulebook: reading.rulebook, successor: reading.successor),
            names: reading.names)
    }

    public var heading: String { "Accountability" }
    public var route: Route? { .accountability }
    public var isOfAPosition: Bool { false }
    public var origin: String { "who answers to whom" }
    public var subtitle: Html { .paragraph(.text("As recorded for \(reading.day.inWords)"), class: "subtitle") }

    /// Every edge, as it is taken away.
    public var table: Table {
        AccountabilityTables(reading.book, on: reading.day, names: reading.names).edges()
    }

    public func content(in shell: Shell) -> [Html] {
        let menu = GovernanceMenu.html(here: route, in: shell)
        let chart = AccountabilityChart(reading.book, on: reading.day, names: reading.names, findings: findings)
        let edges = table
        guard !edges.rows.isEmpty else {
            return [
                menu,
                .paragraph(
                    "Nobody has recorded who answers to whom.", class: "empty"),
                .way("Keep who answers to whom", to: .rightsWork(.keepingEdges), in: shell),
            ] + (findings.isEmpty ? [] : [gaps])
        }
        return [
            menu, headline, .way("Keep who answers to whom", to: .rightsWork(.keepingEdges), in: shell),
            AccountabilityMap(chart).figure(in: shell), gaps,
            .section(
                heading: 2, "Every edge", id: "edges",
                [
                    TableView(
                        edges.showing([
                            "actor", "forum", "about", "explains", "questions", "judges", "consequences", "direction",
                            "citation",
                        ]), listing: Listing(.accountability)
                    ).html(in: shell)
                ]),
        ]
    }

    private var headline: Html {
        let words =
            findings.isEmpty
            ? "Nothing is missing in who answers to whom, as far as it is recorded."
            : "\(counted(findings.count, "gap")) \(findings.count == 1 ? "was" : "were") found in who answers to whom."
        return .block([.paragraph(.sentence(words), class: "headline")], class: "headlines")
    }

    private var gaps: Html {
        guard !findings.isEmpty else { return .none }
        let items = findings.map { finding -> Html in
            [
                .strong(.text("\(finding.kind.title). ")), .name(finding.sentence.uppercasedFirst), " ",
                .span(.name("What would mend it: \(finding.remedy)"), class: "meaning"),
            ]
        }
        return .section(heading: 2, "What is missing", id: "gaps", [.list(items, class: "rows")])
    }
}
