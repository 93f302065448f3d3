import Contracts
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// The list of contracts, found, filtered, sorted and paged.
enum ContractsAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let asked = try question.shown()
        let all = question.desk.positions(at: asked)
        let limits = question.desk.book.rules[asked.year]?.yearEnd.limits
        let band = limits.map { $0.threshold...$0.creditLimit }
        let found = all.filter { fits($0, question.query, band) }
        let context = question.context(asked)
        let listed = Listed(found, question) { PositionTables.contracts($0, context) }
        let names = Dictionary(all.map { ($0.commissioner, $0.commissionerName) }, uniquingKeysWith: { $1 })
        let commissioners = names.sorted { $0.value < $1.value }.map {
            Choice($0.key.description, $0.value)
        }
        return Answer(
            ContractsPage(
                table: listed.table, query: question.query, paging: listed.paging, sortable: listed.sortable,
                commissioners: commissioners,
                bands: band.map { ExpectedBand.choices(in: $0) } ?? [],
                held: all.count), table: listed.whole)
    }

    private static func fits(_ position: Position, _ query: ListQuery, _ band: ClosedRange<Share>?) -> Bool {
        if let code = query.commissioner, position.commissioner.description != code { return false }
        if let asked = query.band, let band {
            guard !position.isHeldOut,
                let expected = position.yearEnd?.achieved ?? position.projection?.atEstimate.achieved,
                ExpectedBand(of: expected, in: band).rawValue == asked
            else { return false }
        }
        guard let words = query.search?.lowercased() else { return true }
        return position.contract.description.contains(words) || position.providerName.lowercased().contains(words)
    }
}

/// One contract: its year drawn, its years, its terms, what is doubtful about it.
enum ContractAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let number = try question.parameter("number") { ContractNumber($0) }
        let asked = try question.shown()
        let desk = question.desk
        let years = desk.book.years(of: number)
        let terms = desk.book.terms.filter { $0.terms.contract == number }
        guard !years.isEmpty || !terms.isEmpty else {
            throw Refusal(.usage, code: "not-found", "Contract \(number)")
        }
        let position = desk.positions(at: asked).first { $0.contract == number }
        let history = desk.history(of: number, to: asked)
        let held = years.last { $0.year == asked.year }
        let rules = desk.book.rules[asked.year]
        let picture: ForecastPicture? =
            if let position, let held, let rules {
                PictureMaking.forecast(
                    position, held: held, lastYear: years.last { $0.year == asked.year.previous }, rules: rules)
            } else { nil }
        let name = position?.providerName ?? years.last?.providerName ?? terms.first?.terms.providerName
        let movable = try? desk.movable(at: asked)
        let items = movable.map { money in
            var own = money
            own.items = money.items.filter { $0.contract == number }
            return own
        }
        let table = PositionTables.contracts(history, question.context(asked))
        return Answer(
            ContractPage(
                number: number, providerName: name.flatMap { ProviderName.mayBePersonal($0) ? nil : $0 },
                headline: position.map { ContractSentences.of($0) }
                    ?? ["Contract \(number) has no row in the files of \(asked.year) to \(asked.month.inWords)."],
                facts: facts(position, terms: terms), forecast: picture,
                withoutForecast: withoutForecast(position, asked: asked),
                history: PictureMaking.history(history, rules: desk.book.rules), years: table,
                movable: items.map { MoneyTables.items($0, isWhole: true, question.context(asked)) },
                terms: terms.isEmpty ? nil : TermsTables.rows(terms, question.context(asked)),
                lines: terms.isEmpty ? nil : TermsTables.lines(terms, question.context(asked)),
                flags: (position?.flags ?? []).map {
                    .init(code: $0, explanation: FlagWords.explanation(of: $0), isHeldOut: true)
                }, deeds: deeds(question, number, isFlagged: !(position?.flags ?? []).isEmpty)), table: table)
    }

    /// Rows are accepted where some are in doubt, and money is released where the annual file has any.
    private static func deeds(_ question: Question, _ number: ContractNumber, isFlagged: Bool) -> [ContractDeed] {
        guard question.mayRule(on: number) else { return [] }
        return ContractDeed.allCases.filter { $0 != .accept || isFlagged }
    }

    private static func facts(_ position: Position?, terms: [TermsHeld]) -> [Fact] {
        var facts: [Fact] = []
        if let position {
            facts = [
                Fact("Commissioner", .link(position.commissionerName, path: "/commissioners/\(position.commissioner)")),
                Fact("UDAs contracted", .units(position.contracted)),
                Fact(
                    "Scheduled to date", .units(position.scheduled), note: "annual target by working days"),
                Fact("Delivered to date", .units(position.delivered)),
                Fact(
                    "Carried in",
                    position.carriedIn.isDerived ? .units(position.carriedIn.units) : .absent("not known"),
                    note: carriedInNote(position.carriedIn)),
                Fact("Value of the UDA line", .money(position.value)),
            ]
            if let value = position.valuePerUnit { facts.append(Fact("Value of a UDA", .money(value))) }
        }
        if !terms.isEmpty {
            facts.append(
                Fact(
                    "Whole contract", .money(terms.map(\.terms.total).total()),
                    note: "annual file of \(terms[0].terms.asOf.inWords)"))
        }
        return facts
    }

    private static func carriedInNote(_ carriedIn: CarriedIn) -> String {
        switch carriedIn {
        case .derived(_, let from): "derived from \(from); the files do not say"
        case .unknown(let reason): reason.sentence
        }
    }

    private static func withoutForecast(_ position: Position?, asked: AskedMonth) -> String {
        guard let position else { return "The contract has no row in this year's files." }
        if position.contracted == .zero { return "The contract has no UDA target, so there is nothing to forecast." }
        if asked.number < 3 { return "A year-end can be forecast from June on." }
        return "There is no forecast for \(asked.year): it had rules of its own."
    }
}
