import Governance
public import Markup
public import Tabular
import Vocabulary

/// What is published of gifts, or of breaches, on a page of its own.
public struct RegisterListPage: Page {
    public enum Kind: Sendable {
        case gifts, breaches
    }

    public var reading: GovernanceReading
    public var kind: Kind

    public init(_ reading: GovernanceReading, kind: Kind) {
        self.reading = reading
        self.kind = kind
    }

    private var ownRoute: Route { kind == .gifts ? .gifts : .breaches }
    public var heading: String { kind == .gifts ? "Gifts and hospitality" : "Breaches of the rules on interests" }
    public var route: Route? { ownRoute }
    public var trail: [(name: String, route: Route)] { [("Interests", .interests)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the register of interests of decision-makers" }

    /// Nil on a day before publication was ruled.
    public var table: Table? {
        guard reading.isRuled else { return nil }
        switch kind {
        case .gifts: return try? reading.register.publishedGifts(on: reading.day)
        case .breaches: return reading.register.publishedBreaches(on: reading.day)
        }
    }

    public func content(in shell: Shell) -> [Html] {
        [GovernanceMenu.html(here: route, in: shell), html(in: shell)]
    }

    /// The table, where it stands on another page.
    ///
    /// - Parameter isAlone: true on a page that is kept or sent, which leads to no other.
    func html(in shell: Shell, isAlone: Bool = false) -> Html {
        guard let table else {
            return .paragraph(
                .text("No rule on what is published is held for \(reading.day.inWords)."), class: "empty")
        }
        let empty =
            kind == .gifts ? "None is published on this day." : "No breach has been settled by this day."
        return TableView(table, listing: isAlone ? nil : Listing(ownRoute), empty: empty).html(in: shell)
    }
}
