import Hummingbird
import Imports
import Markup
import Methods
import Needs
import Pages
import Rulebook
import Tabular
import Vocabulary

/// Where more sites would do most: asked by a form, worked out beside the pages, and read at an address of its own.
enum CareSitingAnswers {
    static func routes(_ routes: inout RouteList) {
        routes.file("/needs/access/sites", entry: .signedIn) { try page($0) }
        routes.form("/needs/access/sites", entry: .signedIn) { try begin($0) }
    }

    /// While it is being worked out the page asks for itself again, without a script.
    static func page(_ question: Question) throws -> Response {
        let page = try Asking(question, { question.asked.query[$0] ?? "" }).page()
        var response = Site.response(
            .ok, page.render(in: question.shell).bytes(), type: "text/html; charset=utf-8")
        if page.isFollowed { response.headers[.init("Refresh")!] = "3" }
        return response
    }

    static func begin(_ sent: Sent) throws -> Outcome {
        var asking = try Asking(sent.question, { sent.values.text($0) })
        guard let search = try asking.search() else { return Outcome(kind: .again(try asking.page())) }
        do {
            try sent.question.needs().siting.begin(search.key, search.work)
        } catch let refusal as Refusal where refusal.isForForm {
            asking.errors["further"] = refusal.description
            return Outcome(kind: .again(try asking.page()))
        }
        let there = Route.careSiting.destination().adding(query: asking.asked.query)
        return Outcome(kind: .done(there.description, notice: nil))
    }

    /// What a reader asked for.
    private struct Asking {
        let question: Question
        private(set) var asked: CareSitingPage.Asked
        let rules: AccessDefaults
        var errors: [String: String] = [:]
        private let held: CareAccessHeld?
        private let missing: [String]

        /// - Parameter given: the value of a field; empty where there is none.
        init(_ question: Question, _ given: (String) -> String) throws {
            self.question = question
            rules = try AccessDefaults(.shipped, on: question.now.day)
            func value(_ name: String, else usual: String) -> String {
                let text = given(name)
                return text.isEmpty ? usual : String(text.prefix(40))
            }
            let shelf = try question.needs()
            missing = try HeldAccess.missing(shelf.held, in: question.store)
            held = missing.isEmpty ? try shelf.access(in: question.store, at: question.now) : nil
            asked = CareSitingPage.Asked(
                board: value("board", else: held?.own(question) ?? ""), supply: value("supply", else: "contracted"),
                reach: value("reach", else: CareAccessAsking.usualReach(rules)), further: value("further", else: "3"),
                aim: value("aim", else: SitingQuestion.Aim.covering.rawValue))
        }

        private typealias Parsed = (
            supply: AccessMaterial.Supply, reach: Double, further: Int, aim: SitingQuestion.Aim
        )

        /// Nil where something is wrong with what was given: see `errors`.
        private mutating func parsed() -> Parsed? {
            let supply = AccessMaterial.Supply(rawValue: asked.supply)
            let reach = try? CareAccessAsking.reach(asked.reach)
            let further = Int(asked.further).flatMap { $0 > 0 ? $0 : nil }
            let aim = SitingQuestion.Aim(rawValue: asked.aim)
            if held?.boards.contains(where: { $0.code == asked.board }) != true { errors["board"] = "Choose a board." }
            if supply == nil { errors["supply"] = "Choose what is supplied." }
            if reach == nil { errors["reach"] = "“\(asked.reach.printable)” is no reach in kilometres." }
            if further == nil { errors["further"] = "“\(asked.further.printable)” is no number of sites, 1 or more." }
            if aim == nil { errors["aim"] = "Choose what they are for." }
            guard errors.isEmpty, let supply, let reach, let further, let aim else { return nil }
            return (supply, reach, further, aim)
        }

        private func key(_ parsed: Parsed, _ material: AccessMaterial) -> SitingDesk.Key {
            SitingDesk.Key(
                board: asked.board, supply: parsed.supply.rawValue, reach: parsed.reach, further: parsed.further,
                aim: parsed.aim, day: question.now.day, sources: material.sources.map(\.digest))
        }

        /// - Returns: nil where something is wrong with what was sent.
        mutating func search() throws -> (
            key: SitingDesk.Key, work: @Sendable (SitingDesk.Solve) throws -> SitingDesk.Found
        )? {
            guard missing.isEmpty, let parsed = parsed() else { return nil }
            let material = try question.needs().material(
                for: parsed.supply, in: question.store, at: question.now)
            let (board, rules) = (asked.board, rules)
            let work: @Sendable (SitingDesk.Solve) throws -> SitingDesk.Found = { solve in
                var method = try rules.usual()
                method.reach = parsed.reach
                let joined = try material.question(
                    of: .board(board), supply: parsed.supply, method: method, unit: "", per: 1,
                    showsPersonalNames: false)
                let placing = try PlaceSites(
                    joined.question, candidates: nil, further: parsed.further, aim: parsed.aim)
                let (solved, solver) = try solve(
                    placing.question.model, placing.question.greedy, Double(rules.seconds))
                guard let found = placing.siting(solved) else {
                    throw Refusal(
                        .engine, code: "nothing-found",
                        "In \(counted(rules.seconds, "second", "seconds")) no choice was found.",
                        remedy: "Ask for fewer sites, or use remit access site with more --seconds.")
                }
                let tables = CareAccessTables(
                    joined.question, sources: material.sources.map(\.name), besides: joined.notes)
                var opened = tables.siting(
                    found, asked: joined.question.asked, candidates: placing.candidates.count,
                    existing: placing.existing.count)
                opened.notes.append("Solved by \(solver), with \(rules.seconds) seconds at most.")
                return SitingDesk.Found(
                    words: "\(tables.headline(found)) \(tables.proof(found))",
                    map: AreaMap(found, placing, joined.question),
                    tables: [tables.effect(found, asked: joined.question.asked), opened],
                    places: found.opened.map(\.code))
            }
            return (key(parsed, material), work)
        }

        func page() throws -> CareSitingPage {
            var page = CareSitingPage(
                asked: asked, boards: held?.boards.map { Choice($0.code, $0.name) } ?? [], errors: errors,
                missing: missing, seconds: rules.seconds, token: question.token)
            var asking = self
            guard errors.isEmpty, missing.isEmpty, let parsed = asking.parsed() else { return page }
            let shelf = try question.needs()
            let material = try shelf.material(for: parsed.supply, in: question.store, at: question.now)
            switch shelf.siting.state(of: key(parsed, material)) {
            case nil: break
            case .waiting(let before): page.state = .waiting(before)
            case .running(let since):
                page.state = .running(Int((ContinuousClock.now - since).components.seconds))
            case .failed(let refusal): page.state = .failed(refusal.description)
            case .found(let found):
                page.state = .found(words: found.words, map: found.map, tables: found.tables, places: found.places)
                page.sources = material.sources.map { ($0.name, .importedFile($0.digest)) }
            }
            return page
        }
    }
}
