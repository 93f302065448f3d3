import Challenges
import HTTPTypes
import Performance
import Store
import Testing
import Vocabulary

@testable import Web

/// Bundles of challenges, costs and notices by calls: by the rules that hold for forms.
struct ChallengeCallsTests {
    private static let acts = "\(HeldBundle.path)/acts"

    @Test func `a program sends a bundle, concludes on it, credits and closes it`() async throws {
        let held = try HeldBundle()
        let read = try await held.served.call(HeldBundle.path, token: "observer")
        #expect(read.status == 200 && read.json["state"] == "raised" && read.headers[.eTag] != nil, "\(read.text)")
        #expect(read.json["claimedPence"] == .integer(21_800))
        let send: JSONValue = ["on": "2025-01-06", "contact": "Contract team"]
        #expect(try await held.served.call("\(Self.acts)/sendChallenges", .post, token: "observer", send).status == 403)
        let sent = try await held.served.call("\(Self.acts)/sendChallenges", .post, send)
        #expect(sent.status == 200 && sent.json["state"] == "sent", "\(sent.text)")
        #expect(try held.bundle().sending?.papers.map(\.name) == ["letter.docx", "rows.xlsx"])
        let rows: [JSONValue] = (1...6).map { number in
            ["challenge": .integer(number), "outcome": "upheld", "reason": "Not answered in time."]
        }
        let conclude: JSONValue = ["on": "2025-01-21", "conclusions": .list(rows)]
        let late = try await held.served.call(
            "\(Self.acts)/concludeChallenges", .post, conclude, headers: ["If-Match": "\"r1\""])
        #expect(late.status == 412, "\(late.text)")
        let concluded = try await held.served.call(
            "\(Self.acts)/concludeChallenges", .post, conclude,
            headers: ["If-Match": try #require(sent.headers[.eTag])])
        #expect(concluded.status == 200 && concluded.json["state"] == "concluded", "\(concluded.text)")
        #expect(try held.bundle().agreed == Money(pence: 21_800))
        let credit: JSONValue = ["number": "CN1", "on": "2025-02-03", "amountPence": 21_800, "isCorrection": false]
        let credited = try await held.served.call("\(Self.acts)/recordCredit", .post, credit)
        #expect(credited.status == 200 && credited.json["state"] == "settled", "\(credited.text)")
        let twice = try await held.served.call("\(Self.acts)/recordCredit", .post, credit)
        #expect(twice.status == 422 && twice.code == "credit-twice")
        let closed = try await held.served.call("\(Self.acts)/closeBundle", .post, ["on": "2025-02-04"])
        #expect(closed.status == 200 && closed.json["state"] == "closed", "\(closed.text)")
    }

    @Test func `costs are recorded, and none on a bundle that is not there`() async throws {
        let held = try HeldBundle()
        func cost(_ bundle: JSONValue) -> JSONValue {
            ["costs": [["on": "2025-01-07", "bundle": bundle, "minutes": 60, "amountPence": 3_000, "what": "Reading"]]]
        }
        let done = try await held.served.call("/activity/costs", .post, cost(.text(HeldBundle.id.description)))
        #expect(done.status == 200 && done.json["costs"] == .integer(1), "\(done.text)")
        #expect(try await held.served.call("/activity/costs", .post, cost("no-such")).status >= 400)
        #expect(try held.desk.costs().count == 1)
        let path = "/activity/costs/acts/withdrawContractingCosts"
        let withdraw: JSONValue = ["costs": [1], "reason": "Entered twice."]
        #expect(try await held.served.call(path, .post, token: "observer", withdraw).status == 403)
        #expect(try await held.served.call(path, .post, ["costs": [7], "reason": "x"]).code == "no-such-cost")
        let gone = try await held.served.call(path, .post, withdraw)
        #expect(gone.status == 200 && gone.json["costs"] == .integer(1), "\(gone.text)")
        #expect(try await held.served.call(path, .post, withdraw).code == "cost-withdrawn")
        #expect(try held.desk.costs().isEmpty && held.desk.recordedCosts()[0].withdrawal?.reason == "Entered twice.")
    }

    @Test func `a program begins a matter and takes its steps`() async throws {
        let held = try HeldBundle()
        let matter = "/activity/notices/rwx-cases/acts"
        let query: JSONValue = ["provider": "RWX", "subject": "Day cases", "on": "2024-11-04"]
        let begun = try await held.served.call("\(matter)/issueActivityQuery", .post, query)
        #expect(begun.status == 200 && begun.json["state"] == "queried", "\(begun.text)")
        #expect(begun.json["due"] == "2024-11-18" && begun.json["revision"] == .integer(1))
        let early = try await held.served.call("\(matter)/completeReview", .post, ["on": "2024-11-05", "finding": "x"])
        #expect(early.status == 422 && early.code == "step-not-due", "\(early.text)")
        let meet: JSONValue = ["on": "2024-11-11", "outcome": "Agreed", "isReviewAgreed": false]
        let met = try await held.served.call(
            "\(matter)/holdManagementMeeting", .post, meet, headers: ["If-Match": "\"r1\""])
        #expect(met.status == 200 && met.json["state"] == "met", "\(met.text)")
        #expect(
            try await held.served.call(
                "/activity/notices/none/acts/closeMatter", .post,
                [
                    "on": "2024-11-12", "reason": "x",
                ]
            ).status == 404)
        #expect(
            try await held.served.call(
                "\(matter)/closeMatter", .post, token: "observer",
                [
                    "on": "2024-11-12", "reason": "x",
                ]
            ).status == 403)
    }

    @Test func `every act is a call of a shape, but for answers, which are looked at first`() {
        func names(_ calls: [ApiCall]) -> Set<Substring> {
            Set(calls.filter(\.isAct).compactMap { $0.path.split(separator: "/").last })
        }
        let bundles = ChallengeActs.all.map { $0.name[...] }.filter {
            !["raiseChallenges", "answerChallenges"].contains($0)
        }
        #expect(names(ChallengeCalls.all) == Set(bundles + ["costs", "withdrawContractingCosts"]))
        #expect(names(NoticeCalls.all) == Set(MatterActs.all.map { $0.name[...] }))
    }
}
