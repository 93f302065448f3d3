import Access
import Challenges
import Imports
import Markup
import Pages
import Performance
import Rulebook
import Store
import Tabular
import Vocabulary

/// Who pays, and a year against its plan: worked out beside the pages, once for each state of the records.
enum AgainstPlanAnswers {
    typealias Kind = AgainstPlanPage.Kind

    /// What is asked of a year, and the work of which the answer comes.
    private struct Asking {
        let question: Question
        let year: FinancialYear?
        let years: [FinancialYear]
        let standing: EvidenceID?

        init(_ question: Question, _ given: String?) throws {
            self.question = question
            years = try question.activityYears()
            year = try question.activityYear(among: years, given)
            standing = try year.map { try ActivityDesk.standing(of: $0, in: question.store) }
        }

        func last(_ key: (FinancialYear, EvidenceID) -> ActivityWorkDesk.Key) -> ActivityWorkDesk.Shown? {
            guard let year, let standing else { return nil }
            return question.activity.desk.last(key(year, standing))
        }

        func shown(
            _ piece: ActivityWorkDesk.Shown?, on work: ActivityDeed, button: String
        ) throws -> (asking: YearAsking, here: Destination) {
            let here = work.destination.adding(query: year.map { [(YearAsking.field, $0.description)] } ?? [])
            return (
                YearAsking(
                    year: year?.description ?? "", years: years.map(\.description),
                    work: try question.shown(piece, on: here), missing: question.activity.missing?.told,
                    mayAsk: question.mayEditActivity, button: button), here
            )
        }
    }

    // MARK: - Who pays

    static func pays(_ question: Question) throws -> Answer {
        let asking = try Asking(question, question.query.of)
        let piece = asking.last { .whoPays($0, standing: $1) }
        let (shown, here) = try asking.shown(piece, on: .pays, button: "Work out who pays")
        guard case .found(.whoPays(let answer)) = piece?.state, let year = asking.year else {
            return Answer(WhoPaysPage(asking: shown)).followed(shown.work.state.isFollowed, at: here)
        }
        let table = WhoPaysTable.table(
            answer.branches.map { ($0.reason, $0.rows, $0.cost, $0.otherRows, $0.otherCost) }, year: year)
        let branches = answer.branches
        return Answer(
            WhoPaysPage(
                asking: shown, table: table,
                sentence: "\(counted(answer.rows, "row", "rows")) and \(answer.cost) stand; by branch "
                    + "\(grouped(branches.reduce(0) { $0 + $1.rows })) and \(branches.map(\.cost).total())."),
            table: table)
    }

    static func workOutWhoPays(_ sent: Sent) throws -> Outcome {
        try begin(sent, then: .pays) { room, year, standing, store, author throws(Refusal) in
            try room.workOutWhoPays(of: year, standing: standing, in: store, by: author)
        }
    }

    static func readMonths(_ kind: Kind, _ sent: Sent) throws -> Outcome {
        try begin(sent, then: kind.work) { room, year, standing, store, author throws(Refusal) in
            try room.readMonths(of: year, standing: standing, in: store, by: author)
        }
    }

    private static func begin(
        _ sent: Sent, then work: ActivityDeed,
        _ begin: (ActivityWorkroom, FinancialYear, EvidenceID, Store, Author) throws(Refusal) -> Void
    ) throws -> Outcome {
        let asking = try Asking(sent.question, sent.body.text(YearAsking.field))
        guard let year = asking.year, let standing = asking.standing else {
            throw Refusal(
                .input, code: "no-activity", "No contract activity was taken in.", remedy: "Take files in first.")
        }
        try begin(sent.question.activity, year, standing, sent.question.store, sent.question.signedIn().account.author)
        let there = work.destination.adding(query: [(YearAsking.field, year.description)])
        return Outcome(kind: .done(there.description, notice: nil))
    }

    // MARK: - Against plan

    private static let levels: [(value: String, words: String, dimensions: [ActivityLine.Dimension])] = [
        ("provider", "Provider", []), ("point-of-delivery", "Provider and point of delivery", [.pointOfDelivery]),
        (
            "treatment-function", "Provider, point of delivery and treatment function",
            [.pointOfDelivery, .treatmentFunction]
        ),
        ("tariff", "All of these and tariff", ActivityLine.Dimension.allCases),
    ]

    static func page(_ kind: Kind, _ question: Question) throws -> Answer {
        let asking = try Asking(question, question.query.of)
        let piece = asking.last { .months($0, standing: $1) }
        let (shown, here) = try asking.shown(piece, on: kind.work, button: "Read the year’s months")
        guard case .found(.months(let whole)) = piece?.state else {
            return Answer(AgainstPlanPage(kind, asking: shown)).followed(shown.work.state.isFollowed, at: here)
        }
        let level = levels.first { $0.value == question.query.by } ?? levels[0]
        var (year, cautions): (YearAgainstPlan, [String]) = (whole, [])
        let provider = question.query.search ?? ""
        if !provider.isEmpty {
            if let one = try whole.only(provider) {
                year = one
            } else {
                cautions.append(
                    "No aggregate row of “\(provider.printable)” stands in \(whole.position.year): all are shown.")
            }
        }
        var tables = try tables(kind, year, level.dimensions)
        cautions += tables.cautions
        let listed = Listed(tables.all[0], question.query)
        tables.all[0] = listed.table
        let differences = year.position.summed(by: Set(level.dimensions))
        return Answer(
            AgainstPlanPage(
                kind, asking: shown,
                shown: .init(
                    sentences: tables.sentences, cautions: cautions,
                    picture: kind == .position
                        ? PlanPicture(
                            title: "Furthest from plan",
                            rows: differences.map { row in
                                .init(
                                    name: words(of: row.line, level.dimensions), planned: row.figures.plannedCost,
                                    actual: row.figures.cost)
                            }) : nil, tables: tables.all,
                    overPlan: kind == .position ? ActivityTables.overPlan(year.overPlan, of: year.position) : nil,
                    level: level.value, levels: levels.map { Choice($0.value, $0.words) },
                    provider: provider), query: question.query, paging: listed.paging), table: listed.whole)
    }

    private static func words(of line: ActivityLine, _ dimensions: [ActivityLine.Dimension]) -> String {
        ([line.provider] + dimensions.map { line[$0].flatMap { $0.isEmpty ? nil : $0 } ?? "none stated" })
            .joined(separator: ", ")
    }

    /// The page's own table first.
    private static func tables(
        _ kind: Kind, _ year: YearAgainstPlan, _ dimensions: [ActivityLine.Dimension]
    ) throws -> (all: [Table], sentences: [String], cautions: [String]) {
        let position = year.position
        switch kind {
        case .position:
            let providers = ActivityTables.providers(position)
            let rows = dimensions.isEmpty ? [providers] : [ActivityTables.rows(position, by: dimensions), providers]
            return (rows, [sentence(position.total, position.year)], [])
        case .variance:
            let sum = year.variances.reduce(ActivityVariance()) { $0 + $1.variance }
            return (
                [
                    ActivityTables.variance(year.variances, of: position, by: dimensions),
                    ActivityTables.changedLines(year.variances),
                ],
                [
                    "Price \(sum.price.inPounds), volume \(sum.volume.inPounds) and mix \(sum.mix.inPounds) make up the "
                        + "difference of \(position.total.difference.inPounds).",
                    sentence(position.total, position.year),
                ], []
            )
        case .forecast:
            let found = try ForecastActivity.forecasts(
                of: year.months, position, by: Set(dimensions), calendar: WorkingDays.shipped, under: Rulebook.shipped)
            let expected = found.forecasts.map(\.cost.value).total()
            var cautions: [String] = []
            if let first = found.refused.first {
                let rest = found.refused.count - 1
                cautions.append(
                    first.sentence
                        + (rest > 0 ? " So have \(counted(rest, "other line", "other lines")) no forecast." : ""))
            }
            return (
                [ActivityTables.forecasts(found.forecasts, of: position, by: dimensions)],
                [
                    found.forecasts.isEmpty
                        ? "Nothing can be said of the end of \(position.year) yet."
                        : "At their rate so far, \(counted(found.forecasts.count, "line ends", "lines end")) \(position.year) at "
                            + "\(expected.inPounds) together. Intervals of lines do not add up."
                ], cautions
            )
        }
    }

    private static func sentence(_ total: PlanAndActual, _ year: FinancialYear) -> String {
        let difference = total.difference
        let share = Share(Money(pence: Int(difference.pence.magnitude)), of: total.plannedCost).map { " (\($0))" } ?? ""
        let way =
            difference == .zero
            ? "as planned"
            : "\(Money(pence: Int(difference.pence.magnitude)).inPounds)\(share) \(difference > .zero ? "over" : "under") plan"
        return "In \(year) so far \(total.plannedCost.inPounds) was planned and \(total.cost.inPounds) came: \(way)."
    }
}

extension YearAgainstPlan {
    /// What of it is one provider's; nil where it has no row.
    func only(_ provider: String) throws -> YearAgainstPlan? {
        let months = months.filter { $0.line.provider.uppercased() == provider.uppercased() }
        guard !months.isEmpty else { return nil }
        return try YearAgainstPlan(of: months, in: position.year)
    }

    /// - Throws: `Refusal`: `amounts-too-large`, `variance-too-large`, `no-rule`.
    init(of months: [MonthlyActivity], in year: FinancialYear) throws(Refusal) {
        self.months = months
        position = try DeriveActivityPosition.position(of: months, in: year, by: WorkingDays.shipped)
        variances = try SplitVariance.rows(of: position.rows)
        overPlan = try FindOverPlan.runs(of: months, position, under: Rulebook.shipped)
    }
}
