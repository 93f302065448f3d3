public import Governance
public import Markup
public import Vocabulary

/// Who answers to whom, as whoever keeps it sees it: every edge that stands or is to come.
public struct EdgesKeepingPage: Page {
    public var book: GovernanceBook
    public var day: Day
    public var party: @Sendable (AccountabilityEdge.Party) -> String

    public init(
        _ book: GovernanceBook, on day: Day, party: @escaping @Sendable (AccountabilityEdge.Party) -> String
    ) {
        self.book = book
        self.day = day
        self.party = party
    }

    public var heading: String { "Keep who answers to whom" }
    public var route: Route? { .rightsWork(.keepingEdges) }
    public var trail: [(name: String, route: Route)] { [("Accountability", .accountability)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who keep it" }

    public func content(in shell: Shell) -> [Html] {
        let standing = book.edges.values.filter { $0.until.map { $0 >= day } ?? true }
            .sorted { (party($0.actor), $0.about, $0.id) < (party($1.actor), $1.about, $1.id) }
        return [
            .list([.link("Record who answers to whom", to: RightsDeed.draw.destination)], class: "ways"),
            standing.isEmpty
                ? .paragraph("Nothing has been recorded.", class: "empty")
                : .summaryList(
                    standing.map { edge in
                        let until = edge.until.map { ", until \($0.inWords)" } ?? ""
                        return .init(
                            "\(party(edge.actor)) answers to \(party(edge.forum))", .name("For \(edge.about)\(until)"),
                            links: [
                                (words: "Change", destination: RightsDeed.amendEdge(edge.id).destination),
                                (words: "End", destination: RightsDeed.endEdge(edge.id).destination),
                            ])
                    }),
        ]
    }
}
