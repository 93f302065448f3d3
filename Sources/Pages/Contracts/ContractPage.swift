public import Contracts
public import Markup
public import Tabular

/// One contract: where it will end, what that means, its years, its terms and what is doubtful about it.
public struct ContractPage: Page {
    public var number: ContractNumber
    /// Nil where it is kept back as personal data.
    public var providerName: String?
    /// Where it will end the year and what follows, in sentences of the adapter's making; first the answer.
    public var headline: [String]
    public var facts: [Fact]
    public var forecast: ForecastPicture?
    /// Said in place of the forecast: why there is none.
    public var withoutForecast: String
    public var history: YearHistory?
    /// Position of every year: contracted, delivered, band, clawback, carried forward.
    public var years: Table?
    /// Its money by state, one row for each item, with amount, first and last day and rule.
    public var movable: Table?
    public var terms: Table?
    public var lines: Table?
    /// Faults in the files' rows of this contract.
    public var flags: [Flag]
    /// Where its letter can be had; a path of ours.
    public var letterPath: String?
    /// What the reader may settle about it.
    public var deeds: [ContractDeed]

    /// A rule that flags a row of the contract.
    public struct Flag: Hashable, Sendable {
        public var code: String
        public var explanation: String
        /// True while its rows stay out of totals.
        public var isHeldOut: Bool

        public init(code: String, explanation: String, isHeldOut: Bool) {
            self.code = code
            self.explanation = explanation
            self.isHeldOut = isHeldOut
        }
    }

    public init(
        number: ContractNumber, providerName: String?, headline: [String], facts: [Fact] = [],
        forecast: ForecastPicture? = nil, withoutForecast: String = "", history: YearHistory? = nil,
        years: Table? = nil, movable: Table? = nil, terms: Table? = nil, lines: Table? = nil, flags: [Flag] = [],
        letterPath: String? = nil, deeds: [ContractDeed] = []
    ) {
        self.number = number
        self.providerName = providerName
        self.headline = headline
        self.facts = facts
        self.forecast = forecast
        self.withoutForecast = withoutForecast
        self.history = history
        self.years = years
        self.movable = movable
        self.terms = terms
        self.lines = lines
        self.flags = flags
        self.letterPath = letterPath
        self.deeds = deeds
    }

    public var heading: String { "Contract \(number)" }
    public var route: Route? { .contract(number) }
    public var trail: [(name: String, route: Route)] { [("Contracts", .contracts)] }

    public var subtitle: Html {
        let hidden = Html.text("The provider’s name is kept back: it may be personal data.")
        return .paragraph(providerName.map { .name($0) } ?? hidden, class: "subtitle")
    }

    public func content(in shell: Shell) -> [Html] {
        let first = headline.first.map { Html.paragraph(.sentence($0), class: "headline") }.orNone
        let rest = headline.dropFirst().map { Html.paragraph(.sentence($0), class: "headline-second") }
        let parts: [Html] = [
            .block([first] + rest, class: "headlines"), flagged, Fact.list(facts, in: shell),
            .section(
                heading: 2, "This year’s delivery", id: "delivery",
                [forecast?.figure(in: shell) ?? .paragraph(.sentence(withoutForecast), class: "empty")]),
            yearsPart(in: shell),
            part("Money that can be moved", id: "movable-items", movable, in: shell),
            part("Terms", id: "its-terms", terms, in: shell),
            part("Lines of service", id: "its-lines", lines, in: shell), settling, letter,
        ]
        return parts
    }

    private func yearsPart(in shell: Shell) -> Html {
        guard history != nil || years != nil else { return .none }
        let table = years.map { TableView($0, listing: Listing(.contract(number))).html(in: shell) }
        let picture = history?.figure(in: shell)
        return .section(heading: 2, "Year by year", id: "its-years", [picture.orNone, table.orNone])
    }

    private func part(_ title: Html, id: ElementID, _ table: Table?, in shell: Shell) -> Html {
        table.map { .section(heading: 2, title, id: id, [TableView($0, empty: "None.").html(in: shell)]) } ?? .none
    }

    private var flagged: Html {
        guard !flags.isEmpty else { return .none }
        let items = flags.map { flag -> Html in
            let effect = flag.isHeldOut ? " Its rows stay out of totals until a person accepts them." : " It counts."
            return [.text(flag.explanation + effect + " "), .code(flag.code)]
        }
        return .section(heading: 2, "Doubts about its rows", id: "flags", class: "warning", [.list(items)])
    }

    private var settling: Html {
        guard !deeds.isEmpty else { return .none }
        return .section(
            heading: 2, "Settle something about it", id: "settle",
            [
                .summaryList(
                    deeds.map { deed in
                        .init(deed.words, .text(deed.meaning), links: [("Begin", deed.destination(of: number))])
                    })
            ])
    }

    private var letter: Html {
        guard let letterPath, let destination = Destination(letterPath) else { return .none }
        return .section(
            heading: 2, "Letter", id: "letter",
            [.paragraph(.link("Letter to the contractor, with its workings (Word)", to: destination))])
    }
}
