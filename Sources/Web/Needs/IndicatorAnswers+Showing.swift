import Assessments
import Imports
import Needs
import Pages
import Vocabulary

extension IndicatorAnswers {
    /// What an indicator's page shows, to go into a needs assessment.
    ///
    /// - Throws: `Refusal` of kind `wanting` where the page has nothing of the kind: `no-figures`.
    static func shown(_ origin: FigureOrigin, _ question: Question) throws -> OwnFigure {
        let question = question.asking(
            for: ["indicator": origin.indicator?.description ?? ""], query: origin.asked)
        let asked = try Asked(question)
        guard let worked = asked.worked else {
            throw Refusal(.wanting, code: "no-figures", asked.cautions.joined(separator: " "))
        }
        var sources = try asked.sources(worked)
        let title = "\(asked.definition.title), \(asked.areasInWords)"
        let period = worked.outcome.period.isEmpty ? nil : worked.outcome.period
        func figure(_ title: String, _ table: ShownTable) -> OwnFigure {
            OwnFigure(
                what: origin.what, title: title, period: period, source: asked.definition.source, table: table)
        }
        func words() -> [String] { sources.map { ShownTable.cited($0.name, digest: $0.digest.description) } }
        let indicator = asked.definition.id
        switch origin.what {
        case .comparison:
            guard let funnel = asked.funnel(worked) else { break }
            return figure(
                "\(title): compared",
                ShownTable(
                    funnel.table(), indicator: indicator, sources: words(), picture: ShownPicture.funnel(funnel).json))
        case .map:
            guard let (map, source) = try asked.map(worked) else { break }
            sources.append(source)
            return figure(
                "\(title): map",
                ShownTable(map.table(), indicator: indicator, sources: words(), picture: ShownPicture.map(map).json))
        case .inequality:
            guard let table = try asked.inequality() else { break }
            return figure(
                "\(asked.definition.title) by deprivation\(asked.board == nil ? "" : ", \(asked.boardInWords)")",
                ShownTable(table, indicator: indicator, sources: words()))
        default:
            return figure(title, ShownTable(try asked.values(worked), indicator: indicator, sources: words()))
        }
        throw Refusal(
            .wanting, code: "no-figures", "“\(asked.definition.title)” has no such picture or table on its page now.",
            remedy: "Look at its page again.")
    }
}

extension IndicatorAnswers.Asked {
    var boardInWords: String { board.map { boards?.name(of: $0) ?? $0 } ?? "" }

    var areasInWords: String {
        switch by {
        case "board": "by integrated care board"
        case "location": "by sub-ICB location"
        default: board == nil ? "by area" : "by area within \(boardInWords)"
        }
    }

    /// More circles than this cannot be told apart.
    private static let mostCircles = 3_000

    /// Areas at their centroids, by their figures; nil where they are of another kind, or those of all of England.
    func map(_ worked: NeedsShelf.Worked) throws -> (map: AreaMap, source: FigureSource)? {
        guard by == "area", worked.outcome.figures.first?.area.hasPrefix("E01") == true else { return nil }
        let shown = figures(worked)
        guard shown.count <= Self.mostCircles, let places = try shelf.centroids() else { return nil }
        let areas = shown.compactMap { figure in
            places.byArea[figure.area].map { place in
                AreaMap.Area(
                    code: figure.area, name: figure.name, latitude: place.latitude, longitude: place.longitude,
                    people: Int(figure.denominator ?? 0), value: figure.value)
            }
        }
        let per = definition.per == 100 ? "per cent" : "per \(grouped(Int(definition.per)))"
        return AreaMap(
            key: "mapAreas", title: "Where it is: \(definition.title)", valueTitle: per, places: 1,
            absent: "withheld", areas: areas,
            grouping: definition.polarity == .lowerIsWorse ? .fifths : .fifthsFromMost
        ).map { ($0, places.source) }
    }
}
