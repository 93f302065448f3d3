import Contracts
import Exemplar
import Foundation
import Governance
import HTTPTypes
import Store
import Tabular
import Vocabulary

@testable import Web

extension Served {
    /// Makes a call as a program does.
    ///
    /// - Parameters:
    ///   - token: as `TestDoorkeeper.token` reads it: `manager` for everything that it may, `manager.readRounds` for that;
    ///     nil for none.
    ///   - body: JSON.
    func call(
        _ path: String, _ method: HTTPRequest.Method = .get, token: String? = "manager", _ body: JSONValue? = nil,
        headers: [String: String] = [:]
    ) async throws -> Reply {
        var headers = headers
        if let token { headers["Authorization"] = "Bearer remit_\(token)" }
        if body != nil { headers["Content-Type"] = headers["Content-Type"] ?? "application/json" }
        return try await send(
            ApiCall.root + path, method, headers: headers, body: body.map { Array($0.canonical.utf8) } ?? [])
    }
}

extension Reply {
    var json: JSONValue { (try? JSONValue(parsing: bytes, named: "the answer")) ?? .null }

    /// Of a problem.
    var code: String? { json["code"]?.asText }
}

/// The stores of the tests, and what stands in them for the variable parts of paths.
struct CallExamples {
    let name: String
    let served: Served
    let values: [String: [String]]

    static let all: [CallExamples] = {
        do {
            return [
                try contracts(), try rounds(), try governance(), try published(), try needs(), try assessments(),
                try access(), try challenges(),
            ]
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    private static func contracts() throws -> CallExamples {
        let served = try Served.filled.get()
        let sources = try served.store.read { db in try SourceHeld.all(db) }
        return CallExamples(
            name: "contracts", served: served,
            values: [
                "code": [Exemplar.commissioners[0].code.description, "QHM"],
                "number": Served.exemplar.months.last?.prefix(3).map(\.contract.description) ?? [],
                "account": ["analyst"],
                "digest": sources.map(\.digest.description),
            ])
    }

    private static func rounds() throws -> CallExamples {
        let held = try HeldRounds.decided.get()
        return CallExamples(
            name: "rounds", served: held.served,
            values: ["round": ["dental-2025", "diabetes-2025"]].merging(try records(held.store)) { first, _ in first })
    }

    private static func governance() throws -> CallExamples {
        let held = try HeldGovernance()
        return CallExamples(name: "governance", served: held.served, values: try records(held.store))
    }

    private static func published() throws -> CallExamples {
        CallExamples(
            name: "published", served: try PublishedServed.one.get().served,
            values: ["record": [PublishedServed.id.description]])
    }

    private static func needs() throws -> CallExamples {
        CallExamples(
            name: "needs", served: try ServedNeeds.filled().served, values: ["indicator": ["diabetes-prevalence"]])
    }

    private static func assessments() throws -> CallExamples {
        CallExamples(
            name: "assessments", served: try HeldAssessment.served(),
            values: ["assessment": [HeldAssessment.id.description], "number": ["1"]])
    }

    private static func access() throws -> CallExamples {
        CallExamples(name: "access", served: try ServedAccess.filled.get(), values: [:])
    }

    private static func challenges() throws -> CallExamples {
        let held = try HeldBundle()
        try held.begin()
        return CallExamples(
            name: "challenges", served: held.served,
            values: ["bundle": [HeldBundle.id.description], "matter": [HeldBundle.matter.description]])
    }

    private static func records(_ store: Store) throws -> [String: [String]] {
        let book = try GovernanceDesk(store).book()
        func names(_ names: some Sequence<Slug>) -> [String] { names.map(\.description).sorted() }
        return [
            "committee": names(book.committees.keys), "meeting": names(book.meetings.keys),
            "person": names(book.people.keys),
        ]
    }

    /// Every path that a call has here.
    func paths(of call: ApiCall) -> [String] {
        var paths = [""]
        for part in call.path.split(separator: "/") {
            let choices = part.hasPrefix(":") ? values[String(part.dropFirst())] ?? [] : [String(part)]
            paths = paths.flatMap { path in choices.map { "\(path)/\($0)" } }
        }
        return paths
    }

    /// Somebody who may read everything that a token can be for.
    static let readers = ["manager", "governance-lead", "observer", "administrator"]
}

extension JSONValue {
    var asText: String? { if case .text(let text) = self { text } else { nil } }
    var asList: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
    var keys: [String] { if case .object(let members) = self { members.map(\.key) } else { [] } }
}
