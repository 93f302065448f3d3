import Assessments
import Digests
import Imports
import Methods
import Needs
import Pages
import Rulebook
import Tabular
import Vocabulary

/// What a reader asks about access to care, and what it comes to.
struct CareAccessAsking {
    private(set) var asked: CareAccessPage.Asked
    let rules: AccessDefaults
    private let shelf: NeedsShelf
    private let question: Question

    /// So many changes at once; an address holds no more.
    private static let mostChanges = 20

    init(_ question: Question) throws {
        self.question = question
        shelf = try question.needs()
        rules = try AccessDefaults(.shipped, on: question.now.day)
        let query = question.asked.query
        func given(_ name: String, else usual: String, atMost most: Int = 40) -> String {
            let text = query[name] ?? ""
            return text.isEmpty ? usual : String(text.prefix(most))
        }
        // A contract that would close can be asked for by itself.
        let closing = given("close", else: "", atMost: 400).split(separator: ",").map { "close:\($0)" }
        let changes = given("changes", else: "", atMost: 4_000)
        asked = CareAccessPage.Asked(
            board: given("board", else: ""), supply: given("supply", else: "contracted"),
            steps: given("steps", else: rules.steps.rawValue), decay: given("decay", else: rules.falling.rawValue),
            reach: given("reach", else: CareAccessAsking.usualReach(rules)),
            changes: (closing + (changes.isEmpty ? [] : [changes])).joined(separator: ";"))
        for field in CareAccessPage.TypedChange.Field.allCases {
            asked.typed.values[field] = given(field.rawValue, else: "", atMost: 400)
        }
    }

    static func usualReach(_ rules: AccessDefaults) -> String {
        rules.reach == rules.reach.rounded() ? "\(Int(rules.reach))" : "\(rules.reach)"
    }

    /// Without a board, that of the installation's own people, if it is one.
    mutating func choose(from held: CareAccessHeld) {
        if asked.board.isEmpty { asked.board = held.own(question) ?? "" }
    }

    /// Names and values by which the same is asked for again, what was typed among the changes.
    var query: [String: String] { Dictionary(asked.query.map { ($0.name, $0.value) }) { first, _ in first } }

    /// The changes that are asked about, each with how the address would be without it; what cannot be read is one.
    var changes: [CareAccessPage.Change] {
        guard !asked.changes.isEmpty else { return [] }
        guard let changes = try? AskedChange.list(asked.changes) else {
            return [.init(words: asked.changes.printable, others: "")]
        }
        return changes.indices.map { place in
            var others = changes
            others.remove(at: place)
            return .init(words: changes[place].inWords, others: AskedChange.text(of: others))
        }
    }

    /// What a question comes to.
    struct Worked {
        let map: AreaMap?
        /// The answer, then fifths; last the areas.
        let tables: [Table]
        /// The areas whose people lose or gain; without changes nobody does.
        let changed: Table
        /// Of the board, for a form.
        let sites: [AccessSite]
        let sources: [FigureSource]
    }

    /// - Throws: `Refusal`: what is asked for cannot be answered; what was typed last is told in `asked` instead.
    mutating func worked() throws -> Worked {
        let supply = AccessMaterial.Supply(rawValue: asked.supply) ?? .contracted
        let material = try shelf.material(for: supply, in: question.store, at: question.now)
        let joined = try material.question(
            of: .board(asked.board), supply: supply, method: method(), unit: "", per: 1, showsPersonalNames: false)
        let base = joined.question
        var changes = try AskedChange.list(asked.changes)
        var changed = base
        if !changes.isEmpty { changed = try base.changed(by: joined.changes(changes, within: rules.extent)) }
        take(&changes, after: changed, joined)
        guard changes.count <= CareAccessAsking.mostChanges else {
            throw Refusal(
                .usage, code: "too-many-changes",
                "At most \(CareAccessAsking.mostChanges) changes are asked about at once, and these are "
                    + "\(changes.count).", remedy: "Ask about the others with remit access what-if.")
        }
        let tables = CareAccessTables(base, sources: material.sources.map(\.name), besides: joined.notes)
        func made(_ map: AreaMap?, _ made: [Table], _ found: AccessComparison) -> Worked {
            Worked(
                map: map, tables: made, changed: tables.changed(found),
                sites: found.after.sites.map(\.site).filter { $0.isAsked != false }, sources: material.sources)
        }
        guard changes.isEmpty else {
            let found = try CompareAccess.outcome(base, changes: joined.changes(changes, within: rules.extent))
            var sites = tables.sites(found.after)
            sites.caption += " after the changes"
            return made(
                AreaMap(found, base, tables),
                [
                    tables.comparison(found, asked: base.asked, changes: changes.map(\.inWords)),
                    tables.fifths(found, asked: base.asked), sites, tables.changed(found),
                ], found)
        }
        let answer = try WorkOutAccess.answer(base)
        let left = tables.leftOut(answer)
        return made(
            AreaMap(answer, base, tables),
            [tables.summary(answer), tables.fifths(answer), tables.sites(answer)] + (left.rows.isEmpty ? [] : [left])
                + [tables.areas(answer)], AccessComparison(before: answer, after: answer))
    }

    /// Adds what was typed last to the changes, or says in `asked` what is wrong with it.
    private mutating func take(
        _ changes: inout [AskedChange], after changed: AccessQuestion, _ joined: AccessMaterial.Joined
    ) {
        let typed = TypedChanges(asked.typed.values, sites: Set(changed.sites.map(\.code)))
        guard typed.errors.isEmpty else {
            asked.typed.errors = typed.errors
            return
        }
        do throws(Refusal) {
            if !typed.changes.isEmpty {
                _ = try changed.changed(by: joined.changes(typed.changes, within: rules.extent))
            }
        } catch {
            asked.typed.errors = [TypedChanges.field(of: error): error.description]
            return
        }
        changes += typed.changes
        asked.changes = AskedChange.text(of: changes)
        asked.typed = .init()
    }

    private func method() throws(Refusal) -> AccessMethod {
        let reach = try CareAccessAsking.reach(asked.reach)
        var method = try rules.usual()
        method.reach = reach
        method.steps = FloatingCatchment.Steps(rawValue: asked.steps) ?? rules.steps
        method.decay = try (AccessMethod.Falling(rawValue: asked.decay) ?? rules.falling).decay(
            reach: reach, by: rules)
        return method
    }

    static func reach(_ text: String) throws(Refusal) -> Double {
        guard let reach = Double(text), reach > 0, reach.isFinite else {
            throw Refusal(.usage, code: "bad-reach", "“\(text.printable)” is no reach in kilometres.")
        }
        return reach
    }
}
