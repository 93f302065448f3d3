import Pages
import Rulebook
import Store
import Tabular
import Vocabulary

/// Every file that was taken in.
enum ImportsAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let sources = try question.store.read { db in try SourceHeld.all(db) }
        let whole = SourcesTable.table(of: sources.reversed())
        let listed = Listed(
            question.asked.format == nil ? SourcesTable.shortened(whole) : whole, question.query)
        return Answer(
            ImportsPage(
                table: listed.table, totals: SourcesTable.totals(of: sources), query: question.query,
                paging: listed.paging), table: listed.whole)
    }
}

/// One file's problems.
enum ImportedFileAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let (held, money) = try held(question)
        let found = try question.store.read { db in try ProblemHeld.all(source: held.digest.description, db) }
        let source = Source(
            digest: held.digest, name: held.name, publisher: held.publisher, licence: held.licence, size: held.size)
        let problems = found.map(\.problem)
        let paging = Paging(page: question.query.page, total: problems.count)
        return Answer(
            ProblemsPage(
                source: source,
                facts: [
                    Fact("Rows read", .count(held.rowsRead)), Fact("Rows kept", .count(held.rowsKept)),
                    Fact("Rows refused", .count(held.rowsRefused)),
                    Fact("Rows already held", .count(held.rowsAlreadyHeld)),
                ] + (money.map(facts) ?? []), problems: Array(problems[paging.slice]), query: question.query,
                paging: paging,
                supersededBy: held.supersededBy.isEmpty ? nil : held.supersededBy.joined(separator: ", ")),
            table: ProblemsPage.table(of: problems, in: source.name))
    }
}

extension ImportedFileAnswer {
    /// The file of the path, and its money by the fate of its rows where it has any.
    ///
    /// - Throws: `not-found`.
    static func held(_ question: Question) throws -> (file: SourceHeld, money: SourceHeld.MoneyFates?) {
        let digest = try question.parameter("digest") { EvidenceID($0) }
        return try question.store.read { db in
            guard let held = try SourceHeld.all(db).first(where: { $0.digest == digest }) else {
                throw Refusal(.usage, code: "not-found", "A file with that digest")
            }
            return (held, try SourceHeld.money(of: digest, db))
        }
    }

    private static func facts(_ money: SourceHeld.MoneyFates) -> [Fact] {
        [
            Fact("Pounds read", .money(money.read)), Fact("Pounds kept", .money(money.kept)),
            Fact("Pounds refused", .money(money.refused)), Fact("Pounds already held", .money(money.alreadyHeld)),
        ]
    }
}

/// The rules by date.
enum RulesAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let rulebook = question.desk.rulebook
        let given = question.query.on
        let day = given.flatMap { Day($0) }
        let error = given != nil && day == nil ? "“\(given!)” is no day; write it as 2024-03-31." : nil
        let table = rulebook.table(on: day)
        let rules = day.map { rulebook.all(on: $0) } ?? rulebook.rules
        return Answer(
            RulebookPage(
                day: day, dayError: error, table: table, unverified: rules.count { !$0.isVerified },
                query: question.query), table: table)
    }
}
