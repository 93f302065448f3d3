import ArgumentParser
import Imports
import Needs
import Organisations
import Rulebook
import Store
import Tabular
import Vocabulary

/// What both commands on an indicator's figures take.
struct IndicatorOptions: ParsableArguments {
    @Argument(help: "The indicator.")
    var indicator: String

    @Option(help: ArgumentHelp("The day whose rules apply; the newest where nothing is said.", valueName: "day"))
    var on: Day?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func definition() throws(Refusal) -> IndicatorDefinition { try IndicatorDefinition.shipped(indicator) }

    func day() throws(Refusal) -> Day {
        if let on { return on }
        return try Rulebook.shipped.newestDay { $0.hasPrefix("needs.") }
    }

    func held() throws -> HeldNeeds { try HeldNeeds(store.open()) }

    /// Organisations by the names that the directory has for them.
    func named(_ figures: [WorkOutIndicator.Figure]) throws -> [WorkOutIndicator.Figure] {
        guard figures.contains(where: { $0.name == nil }) else { return figures }
        let (book, today) = (try store.open().read { db in try DirectoryFacts.book(db) }, Clock.now().day)
        return figures.map { figure in
            guard figure.name == nil, let code = OrganisationCode(figure.area) else { return figure }
            return figure.named(book.name(of: code, on: today))
        }
    }

    /// One table, with the indicator and the files that it rests on.
    func write(_ table: Table, from sources: [FigureSource], _ facts: [JSONValue.Member]) throws {
        try output.write(
            [table],
            facts: [.init("indicator", .text(indicator)), .init("sources", .list(sources.map(\.json)))] + facts)
    }
}
