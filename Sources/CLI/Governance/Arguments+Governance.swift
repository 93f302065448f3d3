public import ArgumentParser
public import Governance
import Tabular
public import Vocabulary

// How amounts, lists of short names and the words of governance are written on the command line.

extension Money: ExpressibleByArgument {
    /// `£250,000`, `250000` or `1234.50`: pounds.
    public init?(argument: String) { self.init(pounds: argument.hasPrefix("£") ? argument : "£\(argument)") }
    public var defaultValueDescription: String { description }
}

extension HandlingOption: ExpressibleByArgument {}
extension ReviewCycle: ExpressibleByArgument {}
extension Breach.Effect: ExpressibleByArgument {}
extension DecisionRight.Level: ExpressibleByArgument {}

/// Short names set apart by commas: `p001,p002`.
struct NameList: ExpressibleByArgument {
    let names: [Slug]

    init?(argument: String) {
        let names = argument.split(separator: ",").map { Slug($0.filter { $0 != " " }) }
        guard !names.isEmpty, names.allSatisfy({ $0 != nil }) else { return nil }
        self.names = names.compactMap(\.self)
    }
}

/// Two names set apart by an equals sign: `pccc=p001`.
struct NamePair: ExpressibleByArgument {
    let left: Slug
    let right: Slug

    init?(argument: String) {
        let halves = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard halves.count == 2, let left = Slug(halves[0]), let right = Slug(halves[1]) else { return nil }
        self.left = left
        self.right = right
    }
}

/// Who answers or is answered to: an organisation's code, or `committee:pccc`, `person:p014`, `partnership:stp`,
/// `public`.
struct PartyArgument: ExpressibleByArgument {
    let party: AccountabilityEdge.Party

    init?(argument: String) {
        let halves = argument.split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2 else {
            guard argument != "public" else {
                party = .thePublic
                return
            }
            guard let code = OrganisationCode(argument) else { return nil }
            party = .organisation(code)
            return
        }
        switch (halves[0], Slug(halves[1]), OrganisationCode(halves[1])) {
        case ("committee", let id?, _): party = .committee(id)
        case ("person", let id?, _): party = .person(id)
        case ("partnership", let id?, _): party = .partnership(id)
        case ("organisation", _, let code?): party = .organisation(code)
        default: return nil
        }
    }
}

extension OutputOptions {
    /// Writes tables of texts: in a terminal without room for their columns, row by row.
    func show(_ tables: [Table], facts: [JSONValue.Member] = [], lines: [String] = []) throws {
        try write(tables, facts: facts, lines: lines, inWords: true)
    }

    /// The columns that people see, where a program gets them all.
    func brief(_ table: Table, _ keys: [String]) -> Table {
        guard !isForProgrammes else { return table }
        var brief = table.selecting(keys)
        if !table.rows.isEmpty { brief.notes.append("All columns: --json, --csv or --xlsx.") }
        return brief
    }
}
