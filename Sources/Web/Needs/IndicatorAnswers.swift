import Imports
import Markup
import Methods
import Needs
import Organisations
import Pages
import Rulebook
import Tabular
import Vocabulary

/// Indicators of need: which there are, and the figures of one.
enum IndicatorAnswers {
    static func routes(_ routes: inout RouteList) {
        routes.page("/needs", entry: .signedIn, isKept: true) { try all($0) }
        routes.page("/needs/:indicator", entry: .signedIn, isKept: true) { try one($0) }
    }

    static func all(_ question: Question) throws -> Answer {
        let held = try question.needs().held
        let table = IndicatorTables.list(IndicatorDefinition.shipped) { held.missing(for: $0) }
        return Answer(IndicatorsPage(table: table, files: held.files.count), table: table)
    }

    static func one(_ question: Question) throws -> Answer {
        let asked = try Asked(question)
        let definition = IndicatorTables.definition(asked.definition)
        guard let worked = asked.worked else {
            return Answer(try asked.page(nil, nil, definition), table: definition)
        }
        let listed = Listed(try asked.values(worked), question.query)
        return Answer(try asked.page(listed, worked, definition), table: listed.whole)
    }

    static func definition(_ question: Question) throws -> Table {
        IndicatorTables.definition(try definition(question))
    }

    private static func definition(_ question: Question) throws -> IndicatorDefinition {
        let id = try question.parameter("indicator") { Slug($0) }
        guard let found = IndicatorDefinition.shipped.first(where: { $0.id == id.description }) else {
            throw Refusal(.usage, code: "not-found", "Indicator \(id)")
        }
        return found
    }

    /// The figures alone.
    static func figures(_ question: Question) throws -> Table {
        let asked = try Asked(question)
        guard let worked = asked.worked else {
            throw Refusal(.wanting, code: "no-figures", asked.cautions.joined(separator: " "))
        }
        return try asked.values(worked)
    }

    /// How the indicator goes with deprivation.
    static func inequality(_ question: Question) throws -> Table {
        let asked = try Asked(question)
        guard let table = try asked.inequality() else {
            throw Refusal(
                .wanting, code: "no-figures",
                "“\(asked.definition.title)” cannot be shown by deprivation: it needs figures by practice, and a file of "
                    + "deprivation by practice that was taken in.")
        }
        return table
    }

    /// What is asked of an indicator, and what was worked out for it.
    struct Asked {
        let question: Question
        let shelf: NeedsShelf
        let definition: IndicatorDefinition
        let terms: WorkOutInequality.Terms
        var by: String
        var board: String?
        /// The areas that are shown; nil where they cannot be worked out.
        var worked: NeedsShelf.Worked?
        /// By the areas of the file, and in which boards they lie.
        var byArea: NeedsShelf.Worked?
        var boards: AreaGrouping?
        var cautions: [String] = []

        init(_ question: Question) throws {
            self.question = question
            shelf = try question.needs()
            definition = try IndicatorAnswers.definition(question)
            let day = question.now.day
            terms = try WorkOutInequality.Terms(.shipped, on: day)
            by = definition.method.addsUp ? question.query.by ?? "board" : "area"
            do {
                let found: NeedsShelf.Worked = try shelf.figures(definition, by: nil, terms: terms.indicator, on: day)
                byArea = found
                boards = try shelf.boards(of: found, definition)
                if let asked = question.query.commissioner, boards?.all.contains(asked) == true { board = asked }
                if boards == nil {
                    by = "area"
                    cautions.append(
                        "No file that was taken in says in which board these areas lie, so they are shown as the file has "
                            + "them."
                            + (definition.method.addsUp
                                ? " Take in a practice mapping file, or a lookup of small areas." : ""))
                }
                let larger: NeedsFiles.Larger? = by == "area" ? nil : by == "location" ? .location : .board
                worked =
                    larger == nil
                    ? found : try shelf.figures(definition, by: larger, terms: terms.indicator, on: day)
                if worked?.outcome.figures.isEmpty == true {
                    (by, worked) = ("area", found)
                    cautions.append(
                        "None of the areas that the file has lies in a board by the lookups that were taken in, so they are "
                            + "shown as the file has them.")
                }
            } catch let refusal as Refusal {
                cautions.append(refusal.sentence + (refusal.remedy.map { " " + $0 } ?? ""))
            }
        }

        /// Codes of the areas within the board that was chosen; nil where none was.
        private var within: Set<String>? {
            guard let board, let boards, let byArea else { return nil }
            return Set(byArea.outcome.figures.map(\.area).filter { boards.groups(of: $0).contains(board) })
        }

        func figures(_ worked: NeedsShelf.Worked) -> [WorkOutIndicator.Figure] {
            guard by == "area", let within else { return worked.outcome.figures }
            return worked.outcome.figures.filter { within.contains($0.area) }
        }

        func values(_ worked: NeedsShelf.Worked) throws -> Table {
            var outcome = worked.outcome
            let book = try question.organisations().book
            outcome.figures = figures(worked).map { figure in
                guard figure.name == nil, let code = OrganisationCode(figure.area) else { return figure }
                return figure.named(book.name(of: code, on: question.now.day))
            }
            return IndicatorTables.values(
                definition, outcome, grouping: worked.grouping, sources: worked.sources.map(\.name),
                levels: terms.indicator.levels.prefix(1).map(\.percent), compared: worked.compared)
        }

        func inequality() throws -> Table? {
            guard let byArea, isByPractice, let scores = try shelf.practiceScores()
            else { return nil }
            let outcome = try WorkOutInequality.outcome(
                definition, byArea.outcome.figures, scores: scores.byArea, within: within, terms: terms)
            return IndicatorTables.inequality(
                definition, outcome, of: "practices", sources: byArea.sources.map(\.name) + [scores.source.name])
        }

        func page(_ listed: Listed?, _ worked: NeedsShelf.Worked?, _ definitionTable: Table) throws -> IndicatorPage {
            var cautions = cautions
            var byDeprivation: Table?
            do { byDeprivation = try inequality() } catch let refusal as Refusal {
                cautions.append("By deprivation: \(refusal.sentence)")
            }
            let choices = (boards?.all ?? []).map { Choice($0, boards?.name(of: $0) ?? $0) }
            var page = IndicatorPage(
                id: Slug(definition.id)!, title: definition.title, what: definition.what, why: definition.why, by: by,
                board: board, boards: choices, hasLocations: boards != nil, values: listed?.table,
                paging: listed?.paging, query: question.query, funnel: worked.flatMap { funnel($0) },
                inequality: byDeprivation, cautions: cautions, definition: definitionTable,
                sources: try sources(worked).map { ($0.name, .importedFile($0.digest)) })
            page.map = try worked.flatMap { try map($0)?.map }
            if worked != nil {
                let asked = question.asked.query.filter { $0.key == "by" || $0.key == "commissioner" }
                page.showing = try OwnFigure.showing(
                    [
                        (.figures, true), (.comparison, page.funnel != nil), (.map, page.map != nil),
                        (.inequality, page.inequality != nil),
                    ].compactMap { what, isShown in
                        isShown ? FigureOrigin(what, of: Slug(definition.id)!, asked: asked) : nil
                    }, for: question)
            }
            return page
        }

        func sources(_ worked: NeedsShelf.Worked?) throws -> [FigureSource] {
            (worked?.sources ?? []) + (isByPractice ? [try shelf.practiceScores()?.source].compactMap(\.self) : [])
        }

        /// True where deprivation of practices goes with its areas.
        private var isByPractice: Bool {
            definition.file == .registeredPatients || definition.file == .qofPrevalence
        }

        /// So many areas can be told apart in a picture.
        private static let mostDots = 400

        func funnel(_ worked: NeedsShelf.Worked) -> FunnelPicture? {
            guard let compared = worked.compared else { return nil }
            let shown = figures(worked).filter { compared.flags[$0.area] != nil }
            guard (3...Asked.mostDots).contains(shown.count) else { return nil }
            let points = shown.map { figure in
                let flag = compared.flags[figure.area]!
                let isBeyond = flag.level == compared.funnel.levels.last && flag.side != .within
                return FunnelPicture.Point(
                    area: figure.area, name: figure.name, size: figure.denominator ?? 0, value: flag.value,
                    isHigh: isBeyond ? flag.side == .high : nil, words: compared.words(for: figure.area) ?? "")
            }
            let largest = (points.map(\.size).max() ?? 1) * 1.04
            let limits = (1...60).map { place -> FunnelPicture.Limit in
                let size = largest * Double(place * place) / 3_600
                return FunnelPicture.Limit(
                    size: size,
                    bounds: compared.funnel.limits(denominator: size).map { ($0.low ?? 0, $0.high ?? 0) })
            }
            return FunnelPicture(
                title: "How areas stand, by the people in them",
                unit: definition.per == 100 ? "per cent" : "per \(grouped(Int(definition.per)))", points: points,
                limits: limits, average: compared.funnel.averagePer,
                levels: compared.funnel.levels.map { "\($0.percent.inWords)%" })
        }
    }
}

extension Double {
    /// Without a `.0` after whole numbers.
    fileprivate var inWords: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
