public import Markup
public import Vocabulary

/// What every page has round it: whose figures these are, how far they reach, and what may be asked for.
public struct Shell: Sendable {
    /// The commissioner or system whose figures are shown: `Wexbourne ICB`, `England`.
    public var system: String
    /// True where the figures are made up (Exemplar): every page says so.
    public var isInvented: Bool
    /// Remit's own version.
    public var version: String
    /// The last month held; nil while there are no data.
    public var dataTo: Month?
    /// Publisher and licence of each source, one sentence each.
    public var sources: [String]
    /// The months held, in any order.
    public var held: [Month]
    /// As asked for in the address; links within keep it.
    public var asked: AskedPosition
    /// The month whose position is shown.
    public var shown: Month?
    public var stylesheet: Stylesheet
    /// The day that was asked for, on pages that are read on a day: links between them keep it. Nil for today.
    public var day: Day?
    /// Who reads; what may be entered, and what was just done.
    public var visit: Visit

    public init(
        system: String, isInvented: Bool, version: String, dataTo: Month?, sources: [String] = [],
        held: [Month] = [], asked: AskedPosition = .latest, shown: Month? = nil,
        stylesheet: Stylesheet = .linked("/remit.css"), day: Day? = nil,
        visit: Visit = Visit()
    ) {
        self.system = system
        self.isInvented = isInvented
        self.version = version
        self.dataTo = dataTo
        self.sources = sources
        self.held = held
        self.asked = asked
        self.shown = shown ?? dataTo
        self.stylesheet = stylesheet
        self.day = day
        self.visit = visit
    }

    /// The path of a page at the position, and on the day, asked for here.
    public func destination(_ route: Route, listing query: ListQuery = .all) -> Destination {
        route.destination(at: asked, listing: keepingDay(query, for: route))
    }

    /// The query with the day asked for here, where the page is one that is read on a day.
    func keepingDay(_ query: ListQuery, for route: Route) -> ListQuery {
        guard let day, query.on == nil, route.isReadOnADay else { return query }
        var query = query
        query.on = day.description
        return query
    }

    /// What a form keeps besides its fields.
    var keptDay: [(name: String, value: String)] { day.map { [("on", $0.description)] } ?? [] }

    /// Appended to the links in a table; nothing where neither position nor day was asked for.
    var querySuffix: String {
        guard let day else { return asked.querySuffix }
        return asked.querySuffix + (asked.querySuffix.isEmpty ? "?" : "&") + "on=\(day)"
    }

    /// The banner of invented figures.
    public var inventedSentence: String { "Invented figures: \(system) does not exist." }

    /// How far the figures reach, in words.
    var reach: Html {
        guard let dataTo else { return "No data are held yet." }
        return ["Data to ", .time(dataTo.inWords, iso: dataTo.description), "."]
    }
}
