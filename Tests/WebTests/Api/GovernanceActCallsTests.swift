import Access
import Governance
import HTTPTypes
import Hummingbird
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// Acts on registers and in meetings by calls: by the rules that hold for forms.
struct GovernanceActCallsTests {
    private static let meeting = "/meetings/pccc-2025-02"

    @Test func `who keeps meetings records, and who keeps those of another body does not`() async throws {
        let work = try GovernanceAtWork()
        #expect(try await work.plan() == [303, 303])
        let body: JSONValue = ["reason": "The room is not to be had"]
        let stranger = try await work.served.call(Self.meeting + "/acts/cancelMeeting", .post, token: "stranger", body)
        #expect(stranger.status == 403 && stranger.code == "not-your-committee", "\(stranger.text)")
        let read = try await work.served.call(Self.meeting, token: nil)
        let tag = try #require(read.headers[.eTag])
        let late = try await work.served.call(
            Self.meeting + "/acts/cancelMeeting", .post, token: "clerk", body, headers: ["If-Match": "\"r1\""])
        #expect(late.status == 412 && late.headers[.eTag] == tag)
        let done = try await work.served.call(
            Self.meeting + "/acts/cancelMeeting", .post, token: "clerk", body, headers: ["If-Match": tag])
        #expect(done.status == 200 && done.json["record"] == "meeting/pccc-2025-02", "\(done.text)")
        #expect(try work.meeting.state == .cancelled)
        let again = try await work.served.call(Self.meeting + "/acts/cancelMeeting", .post, token: "clerk", body)
        #expect(again.status == 422)
    }

    @Test func `an agenda is read as text in blocks, of the shape that was told, and minutes once there are any`()
        async throws
    {
        let work = try GovernanceAtWork()
        #expect(try await work.plan() == [303, 303])
        for part in ["agenda", "papers"] {
            let read = try await work.served.call("\(Self.meeting)/\(part)", token: nil)
            #expect(read.status == 200, "\(read.text)")
            guard
                case .document(_, let told)? = Site.calls.first(where: { $0.path == "/meetings/:meeting/\(part)" })?
                    .answer
            else {
                Issue.record("\(part) is a document")
                return
            }
            #expect(throws: Never.self) { _ = try ShapedValue(read.json, as: told, at: part) }
            #expect(read.json["blocks"]?.asList?.isEmpty == false)
        }
        let none = try await work.served.call("\(Self.meeting)/minutes", token: nil)
        #expect(none.status == 404, "\(none.text)")
    }

    @Test func `one declares for oneself`() async throws {
        let work = try GovernanceAtWork()
        let body: JSONValue = ["declaredOn": "2025-02-19"]
        let done = try await work.served.call("/my-interests/acts/declareNil", .post, token: "ada", body)
        #expect(done.status == 200 && done.json["record"] == "person/chair", "\(done.text)")
        let named = try await work.served.call(
            "/my-interests/acts/declareNil", .post, token: "ada", body.setting(["person"], to: "gp"))
        #expect(named.status == 422 && named.code == "unknown-key")
        let unlinked = try await work.served.call("/my-interests/acts/declareNil", .post, token: "unlinked", body)
        #expect(unlinked.status == 400 && unlinked.code == "not-linked")
        let own = try await work.served.call("/my-interests", token: "ada")
        let shape = Site.calls.first { $0.path == "/my-interests" && $0.method == .get }?.answer
        guard case .document(_, let told)? = shape else {
            Issue.record("one's own entries are a document")
            return
        }
        #expect(throws: Never.self) { _ = try ShapedValue(own.json, as: told, at: "own") }
        #expect(own.json["person"] == "chair" && own.headers[.eTag] == done.headers[.eTag])
    }

    @Test func `a member votes for nobody else, and the clerk does not vote by this call`() async throws {
        let work = try GovernanceAtWork()
        #expect(try await work.plan() == [303, 303])
        let body: JSONValue = [
            "motion": "m1", "votes": [["voter": "gp", "choice": .text(Vote.Choice.allCases[0].rawValue)]],
        ]
        let other = try await work.served.call(Self.meeting + "/acts/castVotes", .post, token: "ada", body)
        #expect(other.status == 403 && other.code == "not-yours", "\(other.text)")
        #expect(try await work.served.call(Self.meeting + "/acts/castVotes", .post, token: "clerk", body).status == 403)
    }

    @Test func `a meeting is planned by whoever keeps the committee's, and under a name of its own`() async throws {
        let work = try GovernanceAtWork()
        let body: JSONValue = [
            "meeting": "by-call", "committees": ["pccc"], "startsAt": "2026-03-04T09:30:00Z", "place": "Harbour House",
        ]
        for who in ["stranger", "ada"] {
            let other = try await work.served.call("/meetings", .post, token: who, body)
            #expect(other.status == 403, "\(who): \(other.text)")
        }
        let done = try await work.served.call("/meetings", .post, token: "clerk", body)
        #expect(done.status == 200 && done.json["record"] == "meeting/by-call", "\(done.text)")
        #expect(done.headers[.eTag] != nil)
        let again = try await work.served.call("/meetings", .post, token: "clerk", body)
        #expect(again.status == 400 && again.code == "meeting-exists", "\(again.text)")
    }

    @Test func `every act that has a rule is a call, and is of a shape`() {
        let offered = Site.calls.filter { call in
            [
                "/my-interests/acts/", "/register/:person/acts/", "/meetings/:meeting/acts/",
                "/who-decides/questions/:question/acts/", "/who-decides/rights/:right/acts/",
                "/accountability/edges/:edge/acts/", "/committees/:committee/acts/",
            ].contains {
                call.path.hasPrefix($0)
            }
        }
        let beginning = Site.calls.filter { $0.isAct }.map(\.path)
        for path in [
            "/meetings", "/register", "/committees", "/who-decides/questions", "/who-decides/rights",
            "/accountability/edges",
        ] { #expect(beginning.contains(path), "\(path)") }
        #expect(
            Set(offered.compactMap { $0.path.split(separator: "/").last })
                == Set(GovernanceActRule.all.keys.map { $0[...] })
                .subtracting([
                    "planMeeting", "enterPerson", "formCommittee", "askRightsQuestion", "recordRight", "drawEdge",
                ]))
        for call in offered {
            guard case .object? = call.body?.shape else {
                Issue.record("\(call.id) takes no object")
                continue
            }
        }
    }
}
