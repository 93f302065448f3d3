public import Tabular
public import Vocabulary

/// Makes the acts of a spreadsheet's rows: people found again by their names, or entered; entries that are new.
public struct RegisterIntake: Sendable {
    /// An act, and the row that it was made of.
    public struct Step: Sendable {
        public let row: Int
        public let act: any GovernanceAct
    }

    /// What becomes of one row.
    public struct Line: Hashable, Sendable {
        public let row: Int
        public let entry: RegisterSpreadsheetFile.Entry
        public let person: Slug
        /// True where the person is entered on the register with the file.
        public let isNew: Bool
        public let declaredOn: Day
        /// True where the register says the same already.
        public let isHeld: Bool
    }

    /// Where a row says nothing.
    public let declaredOn: Day
    /// Nil: a new person is known from the first declaration.
    public let knownFrom: Day?
    /// Why they are decision-makers; nil where that is not said.
    public let decisionMaking: String?
    /// In the file's order.
    public private(set) var lines: [Line] = []
    /// New people, in order.
    public private(set) var entered: [Slug] = []

    public init(declaredOn: Day, knownFrom: Day? = nil, decisionMaking: String? = nil) {
        self.declaredOn = declaredOn
        self.knownFrom = knownFrom
        self.decisionMaking = decisionMaking
    }

    private typealias Row = Reading<RegisterSpreadsheetFile.Entry>.Placed

    /// Rows that make something.
    public var kept: Int { lines.count - held }
    /// Rows that say what is held already.
    public var held: Int { lines.count { $0.isHeld } }

    /// People first, then their entries, in the file's order.
    ///
    /// - Parameters:
    ///   - texts: the personal texts of the register by which people are known.
    ///   - keeping: keeps a personal text apart; the row's own refusal says which row it stood in.
    /// - Throws: `two-of-a-name` where two people on the register bear the name of a row; what `keeping` throws.
    public mutating func steps(
        _ rows: [Reading<RegisterSpreadsheetFile.Entry>.Placed], in book: GovernanceBook,
        known texts: [Personal: String], keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [Step] {
        lines = []
        entered = []
        var people: [Step] = []
        var declaring: [Step] = []
        var order: [String] = []
        var named: [String: [Row]] = [:]
        for row in rows {
            if named[row.value.name] == nil { order.append(row.value.name) }
            named[row.value.name, default: []].append(row)
        }
        var next = 1
        for name in order {
            guard let own = named[name], let first = own.first else { continue }
            let found = book.people.values.filter { texts[$0.name] == name }
            guard found.count < 2 else {
                throw Refusal(
                    .rule, code: "two-of-a-name",
                    "Row \(first.row): several people on the register bear the name “\(name)”: "
                        + "\(found.map(\.id.description).sorted().joined(separator: ", ")).",
                    remedy: "Take their rows out of the file, and declare for each of them apart.")
            }
            let person: Slug
            if let file = found.first {
                person = file.id
                people += posts(own, besides: file)
            } else {
                person = RegisterIntake.free(&next, in: book)
                entered.append(person)
                people.append(
                    Step(
                        row: first.row,
                        act: try at(first.row) { () throws(Refusal) in
                            try entering(person, named: name, own, keeping: keeping)
                        }))
            }
            declaring += try self.declaring(person, own, besides: found.first, texts, keeping: keeping)
        }
        lines.sort { $0.row < $1.row }
        return people + declaring
    }

    /// A refusal of what stands in a row says which row it is.
    private func at<Made>(_ row: Int, _ make: () throws(Refusal) -> Made) throws(Refusal) -> Made {
        do throws(Refusal) {
            return try make()
        } catch {
            throw error.at(row)
        }
    }

    private func declared(_ row: Row) -> Day { row.value.declaredOn ?? declaredOn }

    private func start(_ rows: [Row]) -> Day {
        let first = rows.map { declared($0) }.min() ?? declaredOn
        return knownFrom.map { min($0, first) } ?? first
    }

    private func entering(
        _ person: Slug, named name: String, _ rows: [Row], keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> EnterPerson {
        let from = start(rows)
        var titles: [String] = []
        for title in rows.compactMap(\.value.position) where !titles.contains(title) { titles.append(title) }
        return EnterPerson(
            person: person, name: try keeping(name), knownFrom: from,
            posts: titles.map { PersonFile.Post(title: $0, from: from) },
            decisionMaking: decisionMaking.map { [PersonFile.DecisionMaking(why: $0, from: from)] } ?? [])
    }

    /// Positions that somebody known does not hold yet.
    private func posts(_ rows: [Row], besides file: PersonFile) -> [Step] {
        var titles = Set(file.posts.map(\.title))
        return rows.compactMap { row in
            guard let title = row.value.position, titles.insert(title).inserted else { return nil }
            let post = PersonFile.Post(title: title, from: max(declared(row), file.knownFrom))
            return Step(row: row.row, act: EnterPost(person: file.id, post: post))
        }
    }

    private mutating func declaring(
        _ person: Slug, _ rows: [Row], besides file: PersonFile?, _ texts: [Personal: String],
        keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [Step] {
        var steps: [Step] = []
        var known = Set((file?.declarations ?? []).map { Known($0.arose, texts[$0.description]) })
        var nils = Set((file?.nilDeclarations ?? []).map(\.declaredOn))
        var number = 1
        let taken = Set((file?.declarations ?? []).map(\.id))
        for row in rows {
            let on = declared(row)
            let isFresh =
                row.value.interest.map { known.insert(Known($0.arose, $0.description)).inserted }
                ?? nils.insert(on).inserted
            lines.append(
                Line(
                    row: row.row, entry: row.value, person: person, isNew: file == nil, declaredOn: on,
                    isHeld: !isFresh))
            guard isFresh else { continue }
            guard let interest = row.value.interest else {
                steps.append(Step(row: row.row, act: DeclareNil(person: person, declaredOn: on)))
                continue
            }
            while let name = Slug("interest-\(number)"), taken.contains(name) { number += 1 }
            guard let id = Slug("interest-\(number)") else { preconditionFailure("a number makes a short name") }
            number += 1
            let text = try at(row.row) { () throws(Refusal) in try keeping(interest.description) }
            steps.append(
                Step(
                    row: row.row,
                    act: EnterDeclaration(
                        person: person, declaration: interest.declaration(id: id, description: text, declaredOn: on))))
        }
        return steps
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

extension Refusal {
    /// The same, of what stands in a row of a file.
    package func at(_ row: Int) -> Refusal {
        Refusal(kind, code: code, "Row \(row): \(sentence)", remedy: remedy)
    }
}
