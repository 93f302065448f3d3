public import Markup
public import Tabular

/// Money that lapses with the year: how much, how sure, by commissioner, and the last day to commit it.
public struct SpendByPage: Page {
    /// Nil where no year-end can be forecast.
    public var picture: SpendByPicture?
    /// The headline of the whole; nil where there is no forecast.
    public var headline: YearEndHeadline?
    /// Said in place of both.
    public var withoutForecast: String
    /// More than the picture's own figures: days and rules by commissioner; nil for the picture's.
    public var table: Table?
    public var cautions: [String]

    public init(
        picture: SpendByPicture?, headline: YearEndHeadline?, withoutForecast: String = "", table: Table? = nil,
        cautions: [String] = []
    ) {
        self.picture = picture
        self.headline = headline
        self.withoutForecast = withoutForecast
        self.table = table
        self.cautions = cautions
    }

    public var heading: String { "Spend by" }
    public var route: Route? { .spendBy }

    public func content(in shell: Shell) -> [Html] {
        guard let picture else {
            return shell.held.isEmpty
                ? [NothingHeld.html(in: shell)] : [.paragraph(.sentence(withoutForecast), class: "headline-second")]
        }
        let sentences = headline.map {
            Html.block(
                [
                    .paragraph(.sentence($0.lapsing), class: "headline"),
                    .paragraph(
                        """
                        Forecast under-delivery is non-recurrent: it belongs to the year in which it arises, and \
                        what is not committed by then is lost to dentistry.
                        """, class: "headline-second"),
                ], class: "headlines")
        }
        return [
            sentences.orNone, .cautions(cautions),
            .section(heading: 2, "By commissioner", id: "by-commissioner", [picture.figure(in: shell)]),
            .section(
                heading: 2, "The amounts and the days", id: "amounts",
                [TableView(table ?? picture.table(), listing: Listing(.spendBy)).html(in: shell)]),
        ]
    }
}
