import Pages
import Rulebook
import Store
import Tabular
import Vocabulary

/// Every file that was taken in.
enum ImportsAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let sources = try question.store.sources()
        let table = SourcesTable.table(of: sources)
        let listed = Listed(table, question.query)
        return Answer(
            ImportsPage(
                table: listed.table, totals: SourcesTable.totals(of: sources), query: question.query,
                paging: listed.paging), table: listed.whole)
    }
}

/// One file's problems.
enum ImportedFileAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let digest = try question.parameter("digest") { EvidenceID($0) }
        guard let held = try question.store.sources().first(where: { $0.source.digest == digest }) else {
            throw Refusal(.usage, code: "not-found", "A file with that digest")
        }
        let problems = try question.store.problems(of: digest)
        let paging = Paging(page: question.query.page, total: problems.count)
        return Answer(
            ProblemsPage(
                source: held.source,
                facts: [
                    Fact("Rows read", .count(held.rowsRead)), Fact("Rows kept", .count(held.rowsKept)),
                    Fact("Rows refused", .count(held.rowsRefused)),
                    Fact("Rows already held", .count(held.rowsAlreadyHeld)),
                ], problems: Array(problems[paging.slice]), query: question.query, paging: paging,
                supersededBy: held.supersededBy),
            table: ProblemsPage.table(of: problems, in: held.source.name))
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
