import Organisations
import Pages
import Store
import Tabular
import Vocabulary

/// The directory: by words, by code, and what is not in it.
enum OrganisationAnswers {
    static func routes(_ routes: inout RouteList) {
        routes.page("/organisations", entry: .signedIn, isKept: true) { try all($0) }
        routes.page("/organisations/unmatched", entry: .signedIn, isKept: true) { try unmatched($0) }
        routes.page("/organisations/:code", entry: .signedIn, isKept: true) { try one($0) }
    }

    static func all(_ question: Question) throws -> Answer {
        let held = try question.organisations()
        let (day, error) = day(question)
        let role = question.asked.query["role"].flatMap { OrganisationRole(rawValue: $0) }
        let tables = OrganisationTables(held.book, on: day)
        guard error == nil else {
            return Answer(
                OrganisationsPage(table: nil, query: question.query, role: role, files: held.files, dayError: error),
                table: tables.list([], caption: "Organisations"))
        }
        let words = question.query.search ?? ""
        let found: [OrganisationCode]
        let caption: String
        if words.isEmpty {
            // Somebody who only opens the page finds a place to begin: the boards.
            let shown = role ?? .integratedCareBoard
            found = held.book.search("", role: shown, on: day)
            caption = "Every \(shown.rawValue) on \(day.inWords)"
        } else {
            found = held.book.search(words, role: role, on: day)
            caption = "Organisations found by “\(words)”"
        }
        let listed = Listed(found, question) { tables.list($0, caption: caption) }
        return Answer(
            OrganisationsPage(
                table: listed.table, query: question.query, paging: listed.paging, role: role, files: held.files),
            table: listed.whole)
    }

    static func one(_ question: Question) throws -> Answer {
        let (code, tables, error) = try asked(question)
        guard let facts = tables.profile(of: code) else {
            throw Refusal(.usage, code: "not-found", "Organisation \(code)")
        }
        var under = tables.tree(of: code, depth: 1)
        let inAll = under.rows.count
        under.rows = Array(under.rows.prefix(mostUnder))
        return Answer(
            OrganisationPage(
                code: code, name: try question.organisations().book.name(of: code, on: day(question).day), facts: facts,
                under: inAll > 1 ? under : nil, underInAll: inAll, history: tables.history(of: code),
                query: question.query, dayError: error),
            table: facts)
    }

    /// What lies directly under an organisation, whole.
    static func under(_ question: Question) throws -> Table {
        let (code, tables, _) = try asked(question)
        return tables.tree(of: code, depth: 1)
    }

    static func history(_ question: Question) throws -> Table {
        let (code, tables, _) = try asked(question)
        return tables.history(of: code)
    }

    static func unmatched(_ question: Question) throws -> Answer {
        let joins = try question.organisations().book.joins()
        let listed = Listed(ReorganisationTables.unmatched(joins), question.query)
        return Answer(
            UnmatchedCodesPage(
                joins: ReorganisationTables.joins(joins), codes: listed.table, paging: listed.paging,
                query: question.query),
            table: listed.whole)
    }

    /// On a page; a file or a call has all.
    private static let mostUnder = 100

    private static func asked(
        _ question: Question
    ) throws -> (code: OrganisationCode, tables: OrganisationTables, dayError: String?) {
        let code = try question.parameter("code") { OrganisationCode($0.uppercased()) }
        let book = try question.organisations().book
        let (day, error) = day(question)
        let tables = OrganisationTables(book, on: day)
        guard tables.profile(of: code) != nil else {
            throw Refusal(.usage, code: "not-found", "Organisation \(code)")
        }
        return (code, tables, error)
    }

    /// The day asked for, else today; with what is wrong with it.
    private static func day(_ question: Question) -> (day: Day, error: String?) {
        let asked = question.query.on
        let day = asked.flatMap { Day($0) }
        return (
            day ?? question.now.inLondon.day,
            asked != nil && day == nil ? "Write the day as 2024-03-31." : nil
        )
    }
}
