import Access
import Contracts
import Foundation
import HTTPTypes
import Pages
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Web

/// The tables that programs read: their columns as reviewed, their parts, and the rows themselves.
struct TablesReadTests {
    private static let file = checkout.appendingPathComponent("Sources/Web/Definitions/api-tables.csv")

    /// Every table that the tests' stores make, by the path of its call.
    private static func made() throws -> [String: [Table]] {
        var tables: [String: [Table]] = [:]
        for example in CallExamples.all {
            for table in TableCalls.all {
                for path in example.paths(of: table.call) {
                    let question = try Self.question(path, of: table.call, example.served)
                    // What is not there, or not held, has no table.
                    if let made = try? table.make(question) { tables[table.path, default: []].append(made) }
                }
            }
        }
        return tables
    }

    private static func question(_ path: String, of call: ApiCall, _ served: Served) throws -> Question {
        let people = try served.keeper.people()
        let account = try #require(people.book.accounts[Slug("manager")!])
        let session = try #require(
            try served.keeper.session(served.keeper.token(of: "manager"), at: Served.moment, isUse: false))
        let visitor = Visitor.account(SignedIn(account: account, name: "", email: "", session: session))
        let parts = zip(call.path.split(separator: "/"), path.split(separator: "/"))
        let given = parts.filter { $0.0.hasPrefix(":") }.map { (String($0.0.dropFirst()), String($0.1)) }
        return try served.site.question(
            Asked(path: path, parameters: Dictionary(uniqueKeysWithValues: given)), visitor, Served.moment)
    }

    private static func rows(of path: String, _ tables: [Table]) -> [String] {
        var columns: [(key: String, title: String, kind: ApiTable.Kind?)] = []
        let keys = tables.map { $0.withoutPersonalColumns().columns.map(\.key) }
        // Columns that not every table of the call has are named by the data.
        let common = Set(keys.first ?? []).intersection(keys.flatMap { $0 })
            .filter { key in keys.allSatisfy { $0.contains(key) } }
        for table in tables {
            for column in ApiTable(of: table).columns where common.contains(column.key) {
                let place = table.columns.firstIndex { $0.key == column.key }!
                let isKnown = table.rows.contains { ApiTable.Kind($0[place]) != nil }
                if let at = columns.firstIndex(where: { $0.key == column.key }) {
                    if columns[at].kind == nil, isKnown { columns[at].kind = column.kind }
                } else {
                    columns.append((column.key, column.title, isKnown ? column.kind : nil))
                }
            }
        }
        let hasOthers = keys.contains { Set($0) != common }
        func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }
        let key = tables[0].key
        // What the tests' tables do not tell stays as it was reviewed.
        let reviewed = ApiTable.reviewed(for: path).columns
        let known = columns.map { column in
            let held = reviewed.first { $0.key == column.key }?.kind
            let kind = held == .text ? .text : column.kind ?? held ?? (column.key.hasSuffix("Pence") ? .pence : .text)
            return "\(path),\(key),\(column.key),\(quoted(column.title)),\(kind.rawValue)"
        }
        return known + (hasOthers ? ["\(path),\(key),\(ApiTable.others),by the data,number"] : [])
    }

    @Test func `every table's columns are as they were reviewed`() throws {
        let made = try Self.made()
        if ProcessInfo.processInfo.environment["REMIT_WRITE_TABLES"] != nil {
            let all = TableCalls.all.flatMap { call in made[call.path].map { Self.rows(of: call.path, $0) } ?? [] }
            let text = ([ApiTable.columnNames.joined(separator: ",")] + all).joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: Self.file)
            return
        }
        for call in TableCalls.all {
            let tables = try #require(made[call.path], "no store of the tests has a table for \(call.path)")
            let reviewed = ApiTable.reviewed(for: call.path)
            for table in tables {
                #expect(table.key == reviewed.key, "\(call.path)")
                for column in ApiTable(of: table).columns {
                    let held = reviewed.columns.first { $0.key == column.key }
                    let place = table.columns.firstIndex { $0.key == column.key }!
                    let kinds = Set(table.rows.compactMap { ApiTable.Kind($0[place]) })
                    guard let held else {
                        #expect(
                            reviewed.hasOthers && kinds.isSubset(of: [.number, .percent, .count]),
                            "\(call.path) \(column.key)")
                        continue
                    }
                    #expect(
                        held.kind == .text || kinds.isSubset(of: held.kind == .link ? [.link, .text] : [held.kind]),
                        "\(call.path) \(column.key): \(kinds)")
                }
            }
        }
    }

    @Test func `every answer is of the shape that the document tells`() async throws {
        var answered: Set<String> = []
        for example in CallExamples.all {
            for call in Site.calls where call.method == .get {
                for path in example.paths(of: call) {
                    for reader in CallExamples.readers {
                        let reply = try await example.served.call(path, token: reader)
                        let shape: DocumentShape
                        switch (reply.status, call.answer) {
                        case (200, .document(_, let told)): shape = told
                        case (200, .table(let table)): shape = table.shape
                        default:
                            shape = ApiProblem.shape
                            #expect(call.statuses.contains(reply.status), "\(path): \(reply.status) \(reply.text)")
                            #expect(reply.headers[.contentType] == ApiProblem.type)
                        }
                        if reply.status == 200 { answered.insert(call.path) }
                        #expect(throws: Never.self, "\(example.name) \(path) as \(reader)") {
                            _ = try ShapedValue(reply.json, as: shape, at: path)
                        }
                    }
                }
            }
        }
        let never = Set(Site.calls.filter { $0.method == .get }.map(\.path)).subtracting(answered)
        // One's own part is asked for by whoever has one: `RoundActCallsTests`, `GovernanceActCallsTests`.
        #expect(
            never.subtracting(["/rounds/:round/mine", "/my-interests"]).sorted() == [], "never answered in these tests")
    }

    @Test func `a table comes in parts that together are the whole, each leading to the next`() async throws {
        let served = try Served.filled.get()
        let whole = try await served.call("/contracts?pageSize=1000").json["positions"]?.asList ?? []
        #expect(whole.count > 10)
        var (rows, next, asked): ([JSONValue], String?, Int) = ([], "/contracts?pageSize=7&sort=-valuePence", 0)
        while let path = next, asked < 50 {
            let reply = try await served.call(path)
            rows += reply.json["positions"]?.asList ?? []
            let link = reply.headers[HTTPField.Name("Link")!] ?? ""
            next = link.split(separator: ", ").first { $0.hasSuffix("rel=\"next\"") }.map {
                String($0.dropFirst(1 + ApiCall.root.count).prefix { $0 != ">" })
            }
            asked += 1
        }
        #expect(asked == (whole.count + 6) / 7)
        #expect(Set(rows) == Set(whole) && rows.count == whole.count)
        let values = rows.compactMap { row in if case .integer(let pence)? = row["valuePence"] { pence } else { nil } }
        #expect(values == values.sorted(by: >) && !values.isEmpty)
        let behind = try await served.call("/contracts?page=9999")
        #expect(behind.json["positions"]?.asList == [])
    }

    @Test func `a table of the interface is the table that the page gives away`() async throws {
        let served = try Served.filled.get()
        let page = try JSONValue(parsing: await served.ask("/movable.json").bytes, named: "page")
        let call = try await served.call("/movable?pageSize=1000").json
        let key = ApiTable.reviewed(for: "/movable").key
        #expect(call[key]?.asList?.count == page[key]?.asList?.count)
        #expect(call["caption"] == page["caption"] && call["notes"] == page["notes"])
    }
}
