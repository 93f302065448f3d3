public import Challenges
public import Markup
public import Tabular
import Vocabulary

/// Bundles of challenges: what waits for whom and until when, and what it all comes to.
public struct BundlesPage: Page {
    /// What the rows of the list may be.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        case provider, rule, month

        var words: String { "Sums by \(rawValue)" }
    }

    /// The rows of this page only.
    public var table: Table
    public var query: ListQuery
    public var paging: Paging
    public var sortable: Set<String>
    /// Of those that the reader may see.
    public var providers: [String]
    /// Of those that were asked for.
    public var found: [BundleHead]
    /// How many wait for each party, and how many of all are late.
    public var waiting: [BundleTask]
    /// In all, whatever was asked for.
    public var held: Int

    public init(
        table: Table, query: ListQuery, paging: Paging, sortable: Set<String>, providers: [String], found: [BundleHead],
        waiting: [BundleTask], held: Int
    ) {
        (self.table, self.query, self.paging, self.sortable) = (table, query, paging, sortable)
        (self.providers, self.found, self.waiting, self.held) = (providers, found, waiting, held)
    }

    public var heading: String { "Bundles of challenges" }
    public var route: Route? { .challenges(.bundles) }
    public var trail: [(name: String, route: Route)] { [("Activity", .activity)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from challenges to what providers billed" }

    public func content(in shell: Shell) -> [Html] {
        guard held > 0 else {
            return [
                .paragraph(
                    .text(
                        "No bundle has been raised yet. What a run of the rules found becomes a bundle for each provider: "
                            + "remit activity raise RUN.json --commissioner CODE."), class: "empty")
            ]
        }
        let shown = Part(rawValue: query.by ?? "") == nil ? columns : nil
        return [
            .paragraph(.text(waitingInWords), class: "lede"), form, foundInWords(shell),
            TableView(
                shown.map { table.showing($0) } ?? table,
                listing: Listing(.challenges(.bundles), query: query, paging: paging, sortable: sortable),
                empty: "No bundle fits what was asked for."
            ).html(in: shell),
        ]
    }

    private var columns: [String] {
        [
            "bundle", "provider", "state", "open", "countedPence", "agreedPence", "creditedPence", "waitsFor", "what",
            "until", "isLate",
        ]
    }

    private var waitingInWords: String {
        func count(_ party: BundleTask.Party) -> Int { waiting.count { $0.party == party } }
        let (ours, theirs, both) = (count(.commissioner), count(.provider), count(.both))
        let late = waiting.count(where: \.isLate)
        guard !waiting.isEmpty else { return "Nothing waits for anybody." }
        let parts = [(ours, "for the commissioner"), (theirs, "for providers"), (both, "for both")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "\(counted(waiting.count, "bundle waits", "bundles wait")): \(parts.joined(separator: ", ")). "
            + (late == 0 ? "None is late." : late == 1 ? "One is late." : "\(late) are late.")
    }

    private var form: Html {
        func menu(_ name: String, _ label: String, _ choices: [Choice], _ none: String, _ selected: String?) -> Field {
            Field(
                name, label: label,
                kind: .choice([ChoiceGroup(nil, [Choice("", none)] + choices)], selected: selected ?? ""))
        }
        return .asking(
            for: ChallengeDeed.bundles.destination, id: "find", label: "Find bundles",
            fields: [
                menu("provider", "Provider", providers.map { Choice($0, $0) }, "All", query.provider),
                menu(
                    "state", "State", ChallengeBundle.State.allCases.map { Choice($0.rawValue, $0.inWords) }, "All",
                    query.state),
                menu("by", "Show", Part.allCases.map { Choice($0.rawValue, $0.words) }, "Each bundle", query.by),
            ], button: "Find bundles")
    }

    private func foundInWords(_ shell: Shell) -> Html {
        let (money, agreed) = (found.map(\.counted).total(), found.map(\.agreed).total())
        let words =
            "\(counted(found.count, "bundle", "bundles"))\(found.count == held ? "" : " of \(grouped(held))"): \(money), each "
            + "row’s money counted once; \(agreed) agreed, \(found.map(\.credited).total()) credited."
        guard query.isFiltered else { return .paragraph(.text(words), class: "found") }
        return .paragraph(
            [.text(words + " "), .link("Show all bundles", to: ChallengeDeed.bundles.destination)], class: "found")
    }
}
