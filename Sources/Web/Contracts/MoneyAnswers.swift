import Contracts
import Pages
import Store
import Tabular
import Vocabulary

/// The money that can be moved, item by item.
enum MovableAnswer {
    static func answer(_ question: Question) throws -> Answer {
        guard let asked = question.month else {
            return Answer(MovablePage(money: nil, items: Table.empty))
        }
        let money = try question.desk.movable(at: asked)
        let context = question.context(asked)
        let movable = money.items.filter { $0.state.firstDay != nil }
        let listed = Listed(movable, question) { items in
            var part = money
            part.items = items
            return MoneyTables.items(part, context)
        }
        return Answer(
            MovablePage(
                money: PictureMaking.bar(money), items: listed.table, query: question.query, paging: listed.paging,
                sortable: listed.sortable, cautions: money.notes), table: listed.whole)
    }
}

/// What lapses with the year.
enum SpendByAnswer {
    static func answer(_ question: Question) throws -> Answer {
        guard let asked = question.month else { return Answer(SpendByPage(picture: nil, headline: nil)) }
        let (headline, without) = Headline.of(question, asked: asked, commissioner: nil)
        guard headline != nil else {
            return Answer(SpendByPage(picture: nil, headline: nil, withoutForecast: without))
        }
        let sum = try question.desk.spendBy(at: asked)
        let table = MoneyTables.spendBy(sum, question.context(asked))
        return Answer(
            SpendByPage(
                picture: PictureMaking.spendBy(sum), headline: headline, table: table,
                cautions: Cautions.of(question.desk.positions(at: asked), money: nil)), table: table)
    }
}

/// How much of this year is last year.
enum InertiaAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let asked = try question.shown()
        let years = try question.desk.inertiaOverYears(to: asked)
        let table = PatternTables.inertia(
            try question.desk.inertia(at: asked), band: try question.desk.inertiaBandShare(asked),
            question.context(asked))
        let line =
            years.isEmpty
            ? nil
            : InertiaLine(
                years: years.map {
                    .init(year: $0.year, rankCorrelation: $0.rankCorrelation, almostUnchanged: $0.withinBand)
                })
        return Answer(InertiaPage(line: line, table: table), table: table)
    }
}

/// Who provides.
enum ConcentrationAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let asked = try question.shown()
        let table = PatternTables.concentration(
            question.desk.concentration(at: asked), isByGroup: question.desk.isByGroup, question.context(asked))
        return Answer(ConcentrationPage(table: table), table: table)
    }
}

/// How good the forecast would have been.
enum BacktestAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let backtest = try question.desk.backtest()
        let whole = ForecastTables.backtest(backtest)
        let errors = whole.selecting(
            [
                "year", "month", "contracts", "meanMiss", "straightLine", "ownProfile", "nationalProfile", "ratio",
                "within50", "within90", "judged",
            ])
        var treatment = whole.selecting(
            ["year", "month", "treatment"], key: "treatments", caption: "How each year is treated")
        treatment.notes = []
        return Answer(
            BacktestPage(
                headline: ForecastTables.sentences(of: backtest, by: question.desk.rulebook),
                tables: [errors, treatment]), table: whole)
    }
}

/// Whether the bands make the units.
enum UnitCheckAnswer {
    static func answer(_ question: Question) throws -> Answer {
        guard let asked = question.month else {
            return Answer(
                UnitCheckPage(
                    month: nil, calculated: .zero, published: .zero, agreeing: 0, compared: 0,
                    differing: Table.empty))
        }
        let check = try question.desk.unitCheck(of: asked.month, store: question.store)
        let listed = Listed(PatternTables.unitDifferences(check, question.context(asked)), question.query)
        return Answer(
            UnitCheckPage(
                month: check.month, calculated: check.counted, published: check.published, agreeing: check.exact,
                compared: check.rows - check.blank, differing: listed.table, paging: listed.paging,
                query: question.query), table: listed.whole)
    }
}
