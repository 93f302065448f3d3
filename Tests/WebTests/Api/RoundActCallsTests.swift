import Access
import HTTPTypes
import Hummingbird
import Priorities
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// Acts on a round by calls: the same checks as forms have, once each, and nobody's work lost.
struct RoundActCallsTests {
    private static let acts = "/rounds/diabetes-2025/acts/"

    /// Members come as they are; the manager runs rounds there too.
    private func round(_ stage: HeldRounds.Stage) throws -> RoundAtWorkServed {
        let round = try RoundAtWorkServed(stage)
        round.served.keeper.held.withLock { held in
            held.book.accounts[Slug("manager")!]?.grants.append(
                Grant(role: .commissioningManager, commissioner: OrganisationCode("QWX"), since: TestDoorkeeper.day))
        }
        return round
    }

    private func tag(_ round: RoundAtWorkServed) async throws -> String {
        let reply = try await round.served.call("/rounds/diabetes-2025", token: "manager")
        return try #require(reply.headers[.eTag])
    }

    private func score(_ round: RoundAtWorkServed, by member: Slug, _ value: Double = 1) throws -> JSONValue {
        let held = try round.round
        let option = try #require(held.options.first { !held.excluded(member).contains($0.id) })
        let criterion = try #require(held.leaves.first)
        return [
            "scores": [
                [
                    "option": .text(option.id.description), "criterion": .text(criterion.id.description),
                    "value": .decimal(criterion.scale?.anchors.first?.at ?? value),
                ]
            ]
        ]
    }

    @Test func `a member scores for the own seat`() async throws {
        let round = try round(.scoring)
        let lines = try round.lines
        let reply = try await round.served.call(
            Self.acts + "giveScores", .post, token: "seat-chair", try score(round, by: Slug("chair")!))
        #expect(reply.status == 200, "\(reply.text)")
        #expect(reply.json["act"] == "giveScores" && reply.json["revision"] == .integer(lines + 1))
        #expect(reply.headers[.eTag] == "\"r\(lines + 1)\"")
        let mine = try await round.served.call("/rounds/diabetes-2025/mine", token: "seat-chair")
        #expect(mine.json["member"] == "chair" && mine.json["scores"]?.asList?.isEmpty == false)
    }

    @Test func `whose seat it is cannot be said, and who has none acts for nobody`() async throws {
        let round = try round(.scoring)
        let lines = try round.lines
        var body = try score(round, by: Slug("chair")!)
        let without = try await round.served.call(Self.acts + "giveScores", .post, token: "manager", body)
        #expect(without.status == 403, "\(without.text)")
        body = body.setting(["member"], to: "chair")
        let other = try await round.served.call(Self.acts + "giveScores", .post, token: "seat-chair", body)
        #expect(other.status == 422 && other.code == "unknown-key")
        #expect(try round.lines == lines)
    }

    @Test func `a call sent again with its key is done once and answered the same`() async throws {
        let round = try round(.scoring)
        let lines = try round.lines
        let body = try score(round, by: Slug("chair")!)
        let headers = ["Idempotency-Key": "one"]
        let first = try await round.served.call(
            Self.acts + "giveScores", .post, token: "seat-chair", body, headers: headers)
        let again = try await round.served.call(
            Self.acts + "giveScores", .post, token: "seat-chair", body, headers: headers)
        #expect(first.status == 200 && again.bytes == first.bytes)
        #expect(again.headers[HTTPField.Name("Idempotency-Replayed")!] == "true")
        #expect(try round.lines == lines + 1)
        let other = try await round.served.call(
            Self.acts + "markSeen", .post, token: "seat-chair", ["assessments": ["a"]], headers: headers)
        #expect(other.status == 422 && other.code == "key-used")
        let bad = try await round.served.call(
            Self.acts + "giveScores", .post, token: "seat-chair", body, headers: ["Idempotency-Key": "a b"])
        #expect(bad.status == 400 && bad.code == "key-unreadable")
    }

    @Test func `who goes from an older state is told, and shown what stands now`() async throws {
        let round = try round(.begun)
        let tag = try await tag(round)
        let body: JSONValue = [
            "member": ["id": "added", "role": "Somebody new", "kind": .text(Member.Kind.allCases[0].rawValue)]
        ]
        let without = try await round.served.call(Self.acts + "seatMember", .post, body)
        #expect(without.status == 428 && without.code == "if-match-missing")
        let done = try await round.served.call(Self.acts + "seatMember", .post, body, headers: ["If-Match": tag])
        #expect(done.status == 200, "\(done.text)")
        let lines = try round.lines
        let late = try await round.served.call(Self.acts + "seatMember", .post, body, headers: ["If-Match": tag])
        #expect(late.status == 412 && late.code == "overtaken")
        #expect(late.json["current"]?["members"]?.asList?.contains("added") == true)
        #expect(late.headers[.eTag] == done.headers[.eTag])
        #expect(try round.lines == lines)
        let unreadable = try await round.served.call(
            Self.acts + "seatMember", .post, body, headers: ["If-Match": "12"])
        #expect(unreadable.status == 400 && unreadable.code == "if-match-unreadable")
        let whatever = try await round.served.call(Self.acts + "seatMember", .post, body, headers: ["If-Match": "*"])
        #expect(whatever.status == 200)
    }

    @Test func `a text about a person is kept apart, and a digest is not taken for one`() async throws {
        let round = try round(.begun)
        func member(_ person: JSONValue) -> JSONValue {
            [
                "member": [
                    "id": "added", "role": "Somebody new", "kind": .text(Member.Kind.allCases[0].rawValue),
                    "person": person,
                ]
            ]
        }
        let digest: JSONValue = ["digest": .text(String(repeating: "0", count: 64))]
        let refused = try await round.served.call(
            Self.acts + "seatMember", .post, member(digest), headers: ["If-Match": "*"])
        #expect(refused.status == 422, "\(refused.text)")
        let done = try await round.served.call(
            Self.acts + "seatMember", .post, member(["personalText": "Zelda Quorum"]), headers: ["If-Match": "*"])
        #expect(done.status == 200, "\(done.text)")
        let held = try #require(try round.round.member(Slug("added")!)?.person)
        let text = try round.held.store.read { db in try PersonalTexts.text(of: held, db) }
        #expect(text == "Zelda Quorum")
        let journal = try round.held.store.read { db in try Journal.head(db).sequence }
        #expect(journal > 0)
        let patient = try await round.served.call(
            Self.acts + "seatMember", .post, member(["personalText": "943 476 5919"]), headers: ["If-Match": "*"])
        #expect(patient.status == 422 && patient.code == "patient-identifying", "\(patient.text)")
    }

    @Test func `a rule that forbids it is said, and nothing is written`() async throws {
        let round = try round(.begun)
        let lines = try round.lines
        let reply = try await round.served.call(
            Self.acts + "closeStage", .post, ["stage": "scores"], headers: ["If-Match": "*"])
        #expect(reply.status == 422 && reply.headers[.contentType] == ApiProblem.type)
        #expect(reply.json["detail"]?.asText?.isEmpty == false)
        #expect(try round.lines == lines)
    }

    @Test func `a round of another commissioner is not here`() async throws {
        let round = try round(.begun)
        round.served.keeper.add(
            "stranger",
            [Grant(role: .commissioningManager, commissioner: OrganisationCode("QNM"), since: TestDoorkeeper.day)])
        let known = try round.round.programme.commissioner
        guard known != nil else { return }
        for path in ["/rounds/diabetes-2025", "/rounds/diabetes-2025/members", "/rounds/diabetes-2025/mine"] {
            let reply = try await round.served.call(path, token: "stranger")
            #expect(reply.status == 404, "\(path): \(reply.status)")
        }
        let act = try await round.served.call(
            Self.acts + "closeStage", .post, token: "stranger", ["stage": "anchors"], headers: ["If-Match": "*"])
        #expect(act.status == 404)
        let begun = try await round.served.call(
            "/rounds", .post, token: "stranger",
            [
                "round": "theirs", "title": "A round",
                "programme": ["title": "Dental", "commissioner": .text(known!.description), "spend": []],
                "benefit": "whole",
            ])
        #expect(begun.status == 403 && begun.code == "not-your-round", "\(begun.text)")
    }

    @Test func `a vote by a call is as secret as one by the form, and cast once`() async throws {
        let round = try round(.voting)
        let ballot = try #require(try round.round.ballot)
        let voter = try #require(
            try round.round.members.map(\.id).first {
                try !ballot.voted.contains($0) && !round.round.excluded($0).isSuperset(of: ballot.options)
            })
        let excluded = try round.round.excluded(voter)
        let votes = JSONValue.object(
            ballot.options.filter { !excluded.contains($0) }.map { .init($0.description, "fund") })
        let body: JSONValue = .object([.init("ballot", .text(ballot.id.description)), .init("votes", votes)])
        let cast = try await round.served.call(
            "/rounds/diabetes-2025/ballot/vote", .post, token: "seat-\(voter)", body)
        #expect(cast.status == 200, "\(cast.text)")
        #expect(!cast.text.contains("fund"))
        #expect(try round.round.ballot?.voted.contains(voter) == true)
        let again = try await round.served.call(
            "/rounds/diabetes-2025/ballot/vote", .post, token: "seat-\(voter)", body)
        #expect(again.status == 422)
        let told = try await round.served.call("/rounds/diabetes-2025/tally", token: "manager")
        #expect(told.status == 404)
    }

    @Test func `every act on a round has a rule or is one that comes with its proof`() {
        let without = RoundActs.all.map { $0.name }.filter { RoundActRule.of($0) == nil }
        #expect(
            without == [
                "recordResult", "openBallot", "castBallot", "closeBallot", "recordPublication",
            ])
        let offered = Set(
            Site.calls.filter { $0.path.hasPrefix("/rounds/:round/acts/") }.compactMap {
                $0.path.split(separator: "/").last
            })
        // A round is begun at its own path; a decision comes from a meeting, and an assessment with its document.
        let elsewhere: Set<Substring> = ["openRound", "recordDecision"]
        #expect(offered.union(elsewhere) == Set(RoundActRule.all.keys.map { Substring($0) }))
    }
}
