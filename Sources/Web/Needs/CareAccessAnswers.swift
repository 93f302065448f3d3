import Assessments
import Imports
import Markup
import Methods
import Needs
import Pages
import Rulebook
import Store
import Tabular
import Vocabulary

/// Access to care of one board's people, from the files that are held.
enum CareAccessAnswers {
    static func routes(_ routes: inout RouteList) {
        routes.page("/needs/access", entry: .signedIn, isKept: true) { try answer($0) }
    }

    /// So many of the least served areas, or of those that lose most, stand on the page.
    private static let most = 25

    static func answer(_ question: Question) throws -> Answer {
        var asking = try Asking(question)
        var page = CareAccessPage(
            asked: asking.asked, boards: [], missing: [], cautions: [], map: nil, tables: [], sources: [])
        let shelf = try question.needs()
        page.missing = try HeldAccess.missing(shelf.held, in: question.store)
        var whole = Table(key: "areas", caption: page.heading, columns: [.init("area", "Area")])
        guard page.missing.isEmpty else { return Answer(page, table: whole) }
        do {
            let held = try shelf.access(in: question.store, at: question.now)
            page.boards = held.boards.map { Choice($0.code, $0.name) }
            asking.choose(from: held, for: question)
            page.asked = asking.asked
            guard !asking.asked.board.isEmpty else { return Answer(page, table: whole) }
            let worked = try asking.worked(held.access.material)
            page.map = worked.map
            whole = worked.tables.last ?? whole
            page.tables = worked.tables.map { $0.cut(to: most) }
            page.sources = held.access.material.sources.map { ($0.name, .importedFile($0.digest)) }
            let given = question.asked.query.merging(["board": asking.asked.board]) { $1 }
            page.showing = try OwnFigure.showing(
                [.access, .accessFifths, .accessMap].compactMap { FigureOrigin($0, asked: given) }, for: question)
        } catch let refusal as Refusal {
            page.cautions = [refusal.sentence + (refusal.remedy.map { " \($0)" } ?? "")]
        }
        return Answer(page, table: whole)
    }

    /// The areas of the board, the least served first, whole.
    ///
    /// - Returns: nil where no board is asked for.
    static func table(_ question: Question) throws -> Table? {
        var asking = try Asking(question)
        let held = try question.needs().access(in: question.store, at: question.now)
        asking.choose(from: held, for: question)
        guard !asking.asked.board.isEmpty else { return nil }
        return try asking.worked(held.access.material).tables.last
    }

    /// What the page shows, to go into a needs assessment.
    static func shown(_ origin: FigureOrigin, _ question: Question) throws -> OwnFigure {
        let asking = try Asking(question.asking(for: [:], query: origin.asked))
        let material = try question.needs().access(in: question.store, at: question.now).access.material
        let worked = try asking.worked(material)
        let sources = material.sources.map { "\($0.name) (SHA-256 \($0.digest))" }
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

    /// What a reader asked for, and what it comes to.
    private struct Asking {
        private(set) var asked: CareAccessPage.Asked
        let rules: AccessDefaults

        init(_ question: Question) throws {
            rules = try AccessDefaults(.shipped, on: question.now.day)
            let query = question.asked.query
            func given(_ name: String, else usual: String) -> String {
                let text = query[name] ?? ""
                return text.isEmpty ? usual : String(text.prefix(40))
            }
            let reach = rules.reach
            asked = CareAccessPage.Asked(
                board: given("board", else: ""), supply: given("supply", else: "contracted"),
                steps: given("steps", else: rules.steps.rawValue), decay: given("decay", else: rules.falling.rawValue),
                reach: given("reach", else: reach == reach.rounded() ? "\(Int(reach))" : "\(reach)"),
                close: given("close", else: ""))
        }

        /// Without a board, that of the installation's own people, if it is one.
        mutating func choose(from held: CareAccessHeld, for question: Question) {
            guard asked.board.isEmpty else { return }
            let own = question.desk.installation.holder
            asked.board = held.boards.first { $0.name.hasPrefix("\(own) (") }?.code ?? ""
        }

        func worked(_ material: AccessMaterial) throws -> (map: AreaMap?, tables: [Table]) {
            guard let reach = Double(asked.reach), reach > 0, reach.isFinite else {
                throw Refusal(.usage, code: "bad-reach", "“\(asked.reach.printable)” is no reach in kilometres.")
            }
            var method = try rules.usual()
            method.reach = reach
            method.steps = FloatingCatchment.Steps(rawValue: asked.steps) ?? rules.steps
            method.decay = try (AccessMethod.Falling(rawValue: asked.decay) ?? rules.falling).decay(
                reach: reach, by: rules)
            let joined = try material.question(
                of: .board(asked.board), supply: .init(rawValue: asked.supply) ?? .contracted, method: method, unit: "",
                per: 1, showsPersonalNames: false)
            let question = joined.question
            let tables = CareAccessTables(question, sources: material.sources.map(\.name), besides: joined.notes)
            guard asked.close.isEmpty else {
                let found = try CompareAccess.outcome(question, changes: [.close(asked.close)])
                return (
                    AreaMap(found, question, tables),
                    [
                        tables.comparison(found, asked: question.asked, changes: ["\(asked.close) closes"]),
                        tables.fifths(found, asked: question.asked), tables.changed(found),
                    ]
                )
            }
            let answer = try WorkOutAccess.answer(question)
            var made = [tables.summary(answer), tables.fifths(answer), tables.sites(answer)]
            let left = tables.leftOut(answer)
            if !left.rows.isEmpty { made.append(left) }
            return (AreaMap(answer, question, tables), made + [tables.areas(answer)])
        }
    }
}

extension Table {
    /// The first rows, with a note where there are more.
    fileprivate func cut(to most: Int) -> Table {
        guard rows.count > most else { return self }
        var table = self
        table.rows = Array(rows.prefix(most))
        table.notes.insert("The first \(most) of \(grouped(rows.count)).", at: 0)
        return table
    }
}
