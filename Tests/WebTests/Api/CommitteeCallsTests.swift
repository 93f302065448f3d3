import Access
import Governance
import HTTPTypes
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// Committees kept, and decided for outside meetings, by calls; and documents that acts keep.
struct CommitteeCallsTests {
    private static let committee = "/committees/pccc"

    private func document(
        _ text: String, to work: GovernanceAtWork, as token: String = "clerk"
    ) async throws -> Reply {
        try await work.served.send(
            ApiCall.root + "/documents?name=note.txt", .post,
            headers: ["Authorization": "Bearer remit_\(token)", "Content-Type": ApiCall.Body.fileType],
            body: Array(text.utf8))
    }

    private func terms(of work: GovernanceAtWork) async throws -> JSONValue {
        let read = try await work.served.call(Self.committee, token: nil)
        return try #require(read.json["terms"]?.asList?.last)
    }

    @Test func `a committee is formed, filled and dissolved by whoever keeps meetings at its body`() async throws {
        let work = try GovernanceAtWork()
        let form: JSONValue = [
            "committee": "by-call", "title": "A committee formed by a call", "body": "QWX", "formedOn": "2025-02-01",
        ]
        for who in ["stranger", "ada"] {
            let other = try await work.served.call("/committees", .post, token: who, form)
            #expect(other.status == 403, "\(who): \(other.text)")
        }
        let formed = try await work.served.call("/committees", .post, token: "clerk", form)
        #expect(formed.status == 200 && formed.json["record"] == "committee/by-call", "\(formed.text)")
        let seat: JSONValue = [
            "membership": ["person": "chair", "roles": ["lay"], "isVoting": true, "from": "2025-02-01"]
        ]
        let path = "/committees/by-call/acts/"
        #expect(try await work.served.call(path + "appointMember", .post, token: "stranger", seat).status == 404)
        let tag = try #require(formed.headers[.eTag])
        let seated = try await work.served.call(
            path + "appointMember", .post, token: "clerk", seat, headers: ["If-Match": tag])
        #expect(seated.status == 200, "\(seated.text)")
        let late = try await work.served.call(
            path + "appointMember", .post, token: "clerk", seat, headers: ["If-Match": tag])
        #expect(late.status == 412 && late.headers[.eTag] == seated.headers[.eTag])
        let gone = try await work.served.call(
            path + "endMembership", .post, token: "clerk", ["person": "chair", "until": "2025-02-20"])
        #expect(gone.status == 200, "\(gone.text)")
        let over = try await work.served.call(
            path + "dissolveCommittee", .post, token: "clerk", ["lastDay": "2025-03-31", "successors": ["pccc"]])
        #expect(over.status == 200, "\(over.text)")
        let read = try await work.served.call("/committees/by-call", token: nil)
        #expect(read.json["dissolvedOn"] == "2025-03-31" && read.headers[.eTag] == over.headers[.eTag])
    }

    @Test func `terms of reference are read, set with their document, and the document is kept`() async throws {
        let work = try GovernanceAtWork()
        let sent = try await document("The terms of reference", to: work)
        let digest = try #require(sent.json["documents"]?.asList?.first?["digest"]?.asText)
        let kept = try work.held.store.read { db in try KeptBytes.of(EvidenceID(digest)!, db) }
        #expect(kept == nil)
        var terms = try await terms(of: work).setting(["from"], to: "2025-03-01")
        terms = terms.setting(["allowsUrgentAction"], to: true).setting(["document"], to: .text(digest))
        let set = try await work.served.call(
            Self.committee + "/acts/setTerms", .post, token: "clerk", ["terms": terms])
        #expect(set.status == 200, "\(set.text)")
        #expect(try work.book.committees[Slug("pccc")!]?.terms.last?.document?.description == digest)
        let after = try work.held.store.read { db in try KeptBytes.of(EvidenceID(digest)!, db) }
        #expect(after != nil)
    }

    @Test func `an urgent decision is recorded with the document on which it rests`() async throws {
        let work = try GovernanceAtWork()
        let terms = try await terms(of: work).setting(["from"], to: "2025-02-01")
            .setting(["allowsUrgentAction"], to: true)
        let set = try await work.served.call(
            Self.committee + "/acts/setTerms", .post, token: "clerk", ["terms": terms])
        #expect(set.status == 200, "\(set.text)")
        let sent = try await document("A letter", to: work)
        let digest = try #require(sent.json["documents"]?.asList?.first?["digest"]?.asText)
        let decision: JSONValue = [
            "id": "urgent-1", "title": "A lease", "text": "To renew the lease", "reasons": "It ends",
            "considered": ["renew", "leave"], "evidence": [.text(digest)], "matter": "primary-dental-services",
            "touches": [], "subject": "other", "consulted": [], "changesService": false,
            "gates": [],
        ]
        let body: JSONValue = [
            "decision": decision, "takenBy": ["chair", "gp"], "urgency": "It ends before the meeting",
        ]
        let path = Self.committee + "/acts/takeUrgentAction"
        #expect(try await work.served.call(path, .post, token: "ada", body).status == 403)
        #expect(try await work.served.call(path, .post, token: "stranger", body).status == 404)
        let named = try await work.served.call(
            path, .post, token: "clerk", body.setting(["decision", "committee"], to: "pccc"))
        #expect(named.status == 422 && named.code == "unknown-key")
        let done = try await work.served.call(path, .post, token: "clerk", body)
        #expect(done.status == 200 && done.json["record"] == "decision/urgent-1", "\(done.text)")
        #expect(try work.book.decisions[Slug("urgent-1")!] != nil)
    }

    @Test func `who keeps the meeting votes for members, who do so for nobody else`() async throws {
        let work = try GovernanceAtWork()
        #expect(try await work.plan() == [303, 303])
        let meeting = "/meetings/pccc-2025-02"
        let body: JSONValue = [
            "motion": "m1", "votes": [["voter": "gp", "choice": .text(Vote.Choice.allCases[0].rawValue)]],
        ]
        // The meeting is not open: the act says so, and not the rule of access.
        let clerk = try await work.served.call(meeting + "/clerk/castVotes", .post, token: "clerk", body)
        #expect(clerk.status == 422 && clerk.code != "not-yours", "\(clerk.text)")
        #expect(try await work.served.call(meeting + "/clerk/castVotes", .post, token: "ada", body).status == 403)
        let stranger = try await work.served.call(meeting + "/clerk/castVotes", .post, token: "stranger", body)
        #expect(stranger.status == 403 && stranger.code == "not-your-committee", "\(stranger.text)")
    }

    @Test func `documents are sent by whose acts keep them, and named by nobody else`() async throws {
        let work = try GovernanceAtWork()
        #expect(try await document("A note", to: work, as: "unlinked").status == 403)
        #expect(try await document("A note", to: work, as: "clerk.readRounds").status == 403)
        #expect(try await document("", to: work).code == "empty-file")
        let note = try #require(
            try await document("A note", to: work).json["documents"]?.asList?.first?["digest"]?.asText)
        let waiting = work.served.site.desks.uploads.documents
        let digest = try #require(EvidenceID(note))
        #expect(waiting.file(digest, of: Slug("clerk")!, at: Served.moment) != nil)
        #expect(waiting.file(digest, of: Slug("ada")!, at: Served.moment) == nil)
        let later = Moment(secondsSince1970: Served.moment.secondsSince1970 + 3_601)
        #expect(waiting.file(digest, of: Slug("clerk")!, at: later) == nil)
        for number in 0..<WaitingDocuments.most { _ = try await document("\(number)", to: work) }
        #expect(try await document("one more", to: work).code == "documents-full")
    }

    @Test func `who decides and who answers to whom are kept by calls at one's own body alone`() async throws {
        let work = try GovernanceAtWork()
        func edge(_ forum: JSONValue, of actor: String = "QWX") -> JSONValue {
            [
                "edge": [
                    "id": "edge-by-call", "actor": ["organisation": .text(actor)], "forum": forum,
                    "about": "Dental care", "direction": "vertical", "nature": "political", "from": "2025-02-01",
                    "citation": "The constitution",
                ]
            ]
        }
        let path = "/accountability/edges"
        #expect(try await work.served.call(path, .post, token: "ada", edge("public")).status == 403)
        let other = try await work.served.call(path, .post, token: "stranger", edge("public"))
        #expect(other.status == 403 && other.code == "not-your-right", "\(other.text)")
        let drawn = try await work.served.call(path, .post, token: "clerk", edge("public"))
        #expect(drawn.status == 200 && drawn.json["record"] == "accountability/edge-by-call", "\(drawn.text)")
        let ended = try await work.served.call(
            path + "/edge-by-call/acts/endEdge", .post, token: "clerk",
            ["lastDay": "2025-03-31", "reason": "It is over"])
        #expect(ended.status == 200, "\(ended.text)")
        #expect(
            try await work.served.call(
                path + "/none/acts/endEdge", .post, token: "clerk",
                ["lastDay": "2025-03-31", "reason": "It is over"]
            ).status == 404)
        let missing = try await work.served.call(
            "/who-decides/rights/none/acts/endRight", .post, token: "clerk",
            ["lastDay": "2025-03-31", "reason": "It is over"])
        #expect(missing.status == 404, "\(missing.text)")
    }
}
