import Digests
import Governance
import Vocabulary

/// Makes the acts of a spreadsheet's rows: people found again by their names, or entered; entries that are new.
struct RegisterIntake {
    /// Where a row says nothing.
    let declaredOn: Day
    /// Nil: a new person is known from the first declaration.
    let knownFrom: Day?
    /// Why they are decision-makers; nil where that is not said.
    let decisionMaking: String?
    /// Rows that made something.
    private(set) var kept = 0
    /// Rows that say what is held already.
    private(set) var held = 0
    /// New people, in order.
    private(set) var entered: [Slug] = []

    /// Stands for a text where nothing is kept.
    static let unkept = Personal(digest: Digest.of([UInt8]()))

    init(declaredOn: Day, knownFrom: Day?, decisionMaking: String?) {
        self.declaredOn = declaredOn
        self.knownFrom = knownFrom
        self.decisionMaking = decisionMaking
    }

    /// People first, then their entries, in the file's order.
    ///
    /// - Throws: `two-of-a-name` where two people on the register bear the name of a row.
    mutating func acts(
        _ entries: [RegisterSpreadsheetFile.Entry], in book: GovernanceBook, known texts: [Personal: String],
        keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any GovernanceAct] {
        var people: [any GovernanceAct] = []
        var declaring: [any GovernanceAct] = []
        var order: [String] = []
        var rows: [String: [RegisterSpreadsheetFile.Entry]] = [:]
        for entry in entries {
            if rows[entry.name] == nil { order.append(entry.name) }
            rows[entry.name, default: []].append(entry)
        }
        var next = 1
        for name in order {
            let own = rows[name] ?? []
            let found = book.people.values.filter { texts[$0.name] == name }
            guard found.count < 2 else {
                throw Refusal(
                    .rule, code: "two-of-a-name",
                    "Several people on the register bear the name in row “\(name)”: \(named(found.map(\.id).sorted())).",
                    remedy: "Enter these rows by short name, with remit interest enter.")
            }
            let person: Slug
            if let file = found.first {
                person = file.id
                people += posts(own, besides: file)
            } else {
                person = RegisterIntake.free(&next, in: book)
                entered.append(person)
                people.append(try entering(person, named: name, own, keeping: keeping))
            }
            declaring += try self.declaring(person, own, besides: found.first, texts, keeping: keeping)
        }
        return people + declaring
    }

    private func declared(_ entry: RegisterSpreadsheetFile.Entry) -> Day { entry.declaredOn ?? declaredOn }

    private func start(_ rows: [RegisterSpreadsheetFile.Entry]) -> Day {
        let first = rows.map { declared($0) }.min() ?? declaredOn
        return knownFrom.map { min($0, first) } ?? first
    }

    private func entering(
        _ person: Slug, named name: String, _ rows: [RegisterSpreadsheetFile.Entry],
        keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> EnterPerson {
        let from = start(rows)
        var titles: [String] = []
        for title in rows.compactMap(\.position) where !titles.contains(title) { titles.append(title) }
        return EnterPerson(
            person: person, name: try keeping(name), knownFrom: from,
            posts: titles.map { PersonFile.Post(title: $0, from: from) },
            decisionMaking: decisionMaking.map { [PersonFile.DecisionMaking(why: $0, from: from)] } ?? [])
    }

    /// Positions that somebody known does not hold yet.
    private func posts(_ rows: [RegisterSpreadsheetFile.Entry], besides file: PersonFile) -> [any GovernanceAct] {
        var titles = Set(file.posts.map(\.title))
        return rows.compactMap { row in
            guard let title = row.position, titles.insert(title).inserted else { return nil }
            return EnterPost(
                person: file.id, post: PersonFile.Post(title: title, from: max(declared(row), file.knownFrom)))
        }
    }

    private mutating func declaring(
        _ person: Slug, _ rows: [RegisterSpreadsheetFile.Entry], besides file: PersonFile?,
        _ texts: [Personal: String], keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any GovernanceAct] {
        var acts: [any GovernanceAct] = []
        var known = Set((file?.declarations ?? []).map { Known($0.arose, texts[$0.description]) })
        var nils = Set((file?.nilDeclarations ?? []).map(\.declaredOn))
        var number = 1
        let taken = Set((file?.declarations ?? []).map(\.id))
        for row in rows {
            let on = declared(row)
            guard let interest = row.interest else {
                guard nils.insert(on).inserted else {
                    held += 1
                    continue
                }
                kept += 1
                acts.append(DeclareNil(person: person, declaredOn: on))
                continue
            }
            guard known.insert(Known(interest.arose, interest.description)).inserted else {
                held += 1
                continue
            }
            while let name = Slug("interest-\(number)"), taken.contains(name) { number += 1 }
            guard let id = Slug("interest-\(number)") else { preconditionFailure("a number makes a short name") }
            number += 1
            kept += 1
            acts.append(
                EnterDeclaration(
                    person: person,
                    declaration: interest.declaration(
                        id: id, description: try keeping(interest.description), declaredOn: on)))
        }
        return acts
    }

    private struct Known: Hashable {
        let arose: Day
        let description: String?

        init(_ arose: Day, _ description: String?) {
            self.arose = arose
            self.description = description
        }
    }

    /// `p001`, `p002` and so on, the first that nobody has.
    private static func free(_ next: inout Int, in book: GovernanceBook) -> Slug {
        while true {
            let digits = String(next)
            next += 1
            let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            if let id = Slug("p\(padded)"), book.people[id] == nil { return id }
        }
    }
}
