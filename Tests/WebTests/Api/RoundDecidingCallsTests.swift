import HTTPTypes
import Hummingbird
import Priorities
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// A round brought to its end by calls: its answer, its decision, its published record.
struct RoundDecidingCallsTests {
    private static let root = "/rounds/diabetes-2025"

    /// Asks until nothing is under way.
    private func settled(_ served: Served, _ path: String) async throws -> JSONValue {
        var told = try await served.call(path).json
        while told["state"] == "running" {
            try await Task.sleep(for: .milliseconds(20))
            told = try await served.call(path).json
        }
        return told
    }

    private func decision(of round: Round) -> JSONValue {
        [
            "meeting": .text(round.decision?.sitting?.meeting.description ?? "none"),
            "outcomes": .list(
                (round.decision?.outcomes ?? []).map {
                    [
                        "option": .text($0.option.description), "outcome": .text($0.outcome.rawValue),
                        "reason": .text($0.reason),
                    ]
                }),
        ]
    }

    @Test func `the answer is begun by one call, and another says when it is done`() async throws {
        let round = try RoundAtWorkServed(.scored)
        let before = try await round.served.call(Self.root + "/solve")
        #expect(before.json["state"] == "ready", "\(before.text)")
        let late = try await round.served.call(Self.root + "/solve", .post, headers: ["If-Match": "\"r1\""])
        #expect(late.status == 412)
        #expect(try await round.served.call(Self.root + "/solve", .post, token: "seat-chair").status == 403)
        let begun = try await round.served.call(Self.root + "/solve", .post)
        #expect(begun.status == 200, "\(begun.text)")
        #expect(try await settled(round.served, Self.root + "/solve")["state"] == "done")
        #expect(try round.round.result != nil)
        #expect(try await round.served.call(Self.root + "/result").status == 200)
    }

    @Test func `an answer that would be refused is not begun`() async throws {
        let round = try RoundAtWorkServed(.scoring)
        let lines = try round.lines
        let reply = try await round.served.call(Self.root + "/solve", .post)
        #expect(reply.status == 422 && reply.json["detail"]?.asText?.isEmpty == false, "\(reply.text)")
        #expect(try await round.served.call(Self.root + "/solve").json["state"] == "ready")
        #expect(try round.lines == lines)
    }

    @Test func `a decision is recorded from the meeting's own record, and from the round as it was read`()
        async throws
    {
        let decided = try RoundAtWorkServed(.decided).round
        let round = try RoundAtWorkServed(.met)
        let lines = try round.lines
        let body = decision(of: decided)
        let path = Self.root + "/decision"
        #expect(try await round.served.call(path, .post, body).status == 428)
        let other = try await round.served.call(
            path, .post, body.setting(["meeting"], to: "none"), headers: ["If-Match": "*"])
        #expect([400, 422].contains(other.status), "\(other.text)")
        #expect(
            try await round.served.call(path, .post, token: "seat-chair", body, headers: ["If-Match": "*"]).status
                == 403)
        #expect(try round.lines == lines)
        let done = try await round.served.call(path, .post, body, headers: ["If-Match": "*"])
        #expect(done.status == 200 && done.json["act"] == "recordDecision", "\(done.text)")
        let decision = try #require(try round.round.decision)
        #expect(decision.outcomes == decided.decision?.outcomes && decision.body == decided.decision?.body)
        #expect(decision.sitting?.meeting == decided.decision?.sitting?.meeting)
        let again = try await round.served.call(path, .post, body, headers: ["If-Match": "*"])
        #expect(again.status == 422)
    }

    @Test func `a record is published by one call, and stands where everybody reads it`() async throws {
        let held = try PublishedServed(records: 0)
        #expect(try await held.served.call("/published", token: nil).json["total"] == 0)
        let refused = try await held.served.call(Self.root + "/publish", .post, token: "analyst")
        #expect(refused.status == 403)
        #expect(try await held.served.call(Self.root + "/publish", .post).status == 200)
        #expect(try await settled(held.served, Self.root + "/publish")["state"] == "done")
        let all = try await held.served.call("/published", token: nil)
        #expect(all.json["total"] == 1, "\(all.text)")
        let files = try await held.served.call("/published/diabetes-2025?pageSize=1000", token: nil)
        let paths = (files.json["files"]?.asList ?? []).compactMap { $0["filePath"]?.asText }
        #expect(paths.count > 20)
        for path in paths.prefix(3) { #expect(try await held.ask(path).status == 200, "\(path)") }
    }

    @Test func `without a place for records nothing is published`() async throws {
        let round = try RoundAtWorkServed(.decided)
        let reply = try await round.served.call(Self.root + "/publish", .post)
        #expect(reply.status != 200 && reply.json["remedy"]?.asText?.isEmpty == false, "\(reply.text)")
    }
}
