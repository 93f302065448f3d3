import Assessments
import Digests
import Imports
import Markup
import Needs
import Pages
import Tabular
import Vocabulary

/// Access to care of one board's people, from the files that are held.
enum CareAccessAnswers {
    static func routes(_ routes: inout RouteList) {
        routes.page("/needs/access", entry: .signedIn, isKept: true) { try answer($0) }
        CareSitingAnswers.routes(&routes)
    }

    /// So many of the least served areas, or of those that lose most, stand on the page.
    private static let most = 25

    static func answer(_ question: Question) throws -> Answer {
        var asking = try CareAccessAsking(question)
        var page = CareAccessPage(
            asked: asking.asked, boards: [], missing: [], cautions: [], map: nil, tables: [], sources: [])
        let shelf = try question.needs()
        page.missing = try HeldAccess.missing(shelf.held, in: question.store)
        var whole = Table(key: "areas", caption: page.heading, columns: [.init("area", "Area")])
        guard page.missing.isEmpty else { return Answer(page, table: whole) }
        do {
            let held = try shelf.access(in: question.store, at: question.now)
            page.boards = held.boards.map { Choice($0.code, $0.name) }
            asking.choose(from: held)
            page.asked = asking.asked
            guard !asking.asked.board.isEmpty else { return Answer(page, table: whole) }
            page.changes = asking.changes
            let worked = try asking.worked()
            page.asked = asking.asked
            page.changes = asking.changes
            page.sites = worked.sites.map { Choice($0.code, $0.name) }
            page.map = worked.map
            whole = worked.tables.last ?? whole
            page.tables = worked.tables.map { $0.cut(to: most) }
            page.sources = worked.sources.map { ($0.name, $0.digest.description, .importedFile($0.digest)) }
            if let wrong = asking.asked.typed.errors.min(by: { $0.key.rawValue < $1.key.rawValue }) {
                page.cautions = ["The change was not made: \(wrong.value)"]
            }
            let origins = [.access, .accessFifths, .accessMap].compactMap { FigureOrigin($0, asked: asking.query) }
            page.digests = try origins.map { origin in
                let figure = try figure(origin, worked)
                return (figure.title, Digest.of(figure.bytes).description)
            }
            page.showing = try OwnFigure.showing(origins, for: question)
        } catch let refusal as Refusal {
            page.cautions = [refusal.sentence + (refusal.remedy.map { " \($0)" } ?? "")]
        }
        return Answer(page, table: whole)
    }

    /// The areas of the board, the least served first, whole.
    ///
    /// - Returns: nil where no board is asked for.
    static func table(_ question: Question) throws -> Table? { try worked(question)?.tables.last }

    /// The areas whose people lose or gain by the changes that are asked about, whole; none without changes.
    ///
    /// - Returns: nil where no board is asked for.
    static func changed(_ question: Question) throws -> Table? { try worked(question)?.changed }

    private static func worked(_ question: Question) throws -> CareAccessAsking.Worked? {
        var asking = try CareAccessAsking(question)
        asking.choose(from: try question.needs().access(in: question.store, at: question.now))
        guard !asking.asked.board.isEmpty else { return nil }
        let worked = try asking.worked()
        if let wrong = asking.asked.typed.errors.min(by: { $0.key.rawValue < $1.key.rawValue }) {
            throw Refusal(.usage, code: "unreadable-change", "The change was not made: \(wrong.value)")
        }
        return worked
    }

    /// What the page shows, to go into a needs assessment.
    static func shown(_ origin: FigureOrigin, _ question: Question) throws -> OwnFigure {
        var asking = try CareAccessAsking(question.asking(for: [:], query: origin.asked))
        return try figure(origin, asking.worked())
    }

    private static func figure(_ origin: FigureOrigin, _ worked: CareAccessAsking.Worked) throws -> OwnFigure {
        let sources = worked.sources.map { ShownTable.cited($0.name, digest: $0.digest.description) }
        let table: Table
        var picture: JSONValue?
        switch origin.what {
        case .accessMap:
            guard let map = worked.map else {
                throw Refusal(.wanting, code: "no-figures", "No area of this board has a place on a map.")
            }
            (table, picture) = (map.table(), ShownPicture.map(map).json)
        case .accessFifths: table = worked.tables[1]
        default: table = worked.tables[0]
        }
        return OwnFigure(
            what: origin.what, title: table.caption, period: nil, source: "Worked out from public files with Remit",
            table: ShownTable(table, sources: sources, picture: picture))
    }
}

extension Table {
    /// The first rows, with a note where there are more.
    func cut(to most: Int) -> Table {
        guard rows.count > most else { return self }
        var table = self
        table.rows = Array(rows.prefix(most))
        table.notes.insert("The first \(most) of \(grouped(rows.count)).", at: 0)
        return table
    }
}
