import Assessments
import Digests
import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Web

/// Needs assessments by calls: by the rules that hold for forms.
struct AssessmentCallsTests {
    private static let teeth = "/needs/assessments/teeth"

    @Test func `a version is read as the bytes that its digest names, and the draft as it would be next`() async throws
    {
        let served = try HeldAssessment.served()
        let issued = try await served.call("\(Self.teeth)/versions/1", token: "observer")
        let held = try AssessmentDesk(served.store).assessment(HeldAssessment.id)
        #expect(issued.status == 200, "\(issued.text)")
        #expect(Digest.of(issued.json.canonical) == held.versions[0].document)
        let draft = try await served.call(Self.teeth, token: "observer")
        #expect(draft.json["version"]?["number"] == .integer(2) && draft.headers[.eTag] != nil)
        #expect(try await served.call("\(Self.teeth)/versions/7").status == 404)
        #expect(try await served.call("/needs/assessments/none").status == 404)
        #expect(try await served.call(Self.teeth, token: nil).status == 401)
    }

    @Test func `who may report a gap does, and who keeps the assessment sorts and answers it`() async throws {
        let served = try HeldAssessment.served()
        let gap: JSONValue = ["gap": ["id": "g2", "what": "No sedation", "place": "Saltern", "from": "Surgery"]]
        let done = try await served.call("\(Self.teeth)/acts/reportGap", .post, token: "provider", gap)
        #expect(done.status == 200 && done.json["act"] == "reportGap", "\(done.text)")
        let triage: JSONValue = ["gap": "g2", "outcome": "takenUp", "reason": "Others say so"]
        let not = try await served.call("\(Self.teeth)/acts/triageGap", .post, token: "provider", triage)
        #expect(not.status == 403, "\(not.text)")
        let late = try await served.call(
            "\(Self.teeth)/acts/triageGap", .post, triage, headers: ["If-Match": "\"r1\""])
        #expect(late.status == 412)
        let sorted = try await served.call(
            "\(Self.teeth)/acts/triageGap", .post, triage, headers: ["If-Match": try #require(done.headers[.eTag])])
        #expect(sorted.status == 200, "\(sorted.text)")
        let answer: JSONValue = ["gap": "g2", "text": "A clinic opens"]
        #expect(try await served.call("\(Self.teeth)/acts/answerGap", .post, answer).status == 200)
        let again = try await served.call("\(Self.teeth)/acts/answerGap", .post, answer)
        #expect(again.status == 422 && again.code == "gap-answered", "\(again.text)")
    }

    @Test func `an assessment is opened at one's own commissioner, filled and issued`() async throws {
        let served = try HeldAssessment.served()
        let opened: JSONValue = [
            "assessment": "gums", "title": "Gums", "question": "Who bleeds?", "commissioner": "QZW",
            "area": "Wexbourne", "lead": "Consultant",
        ]
        let elsewhere = try await served.call(
            "/needs/assessments", .post, opened.setting(["commissioner"], to: "QQQ"))
        #expect(elsewhere.status == 403, "\(elsewhere.text)")
        #expect(try await served.call("/needs/assessments", .post, opened).status == 200)
        let finding: JSONValue = [
            "finding": ["id": "f1", "said": "They do", "rung": "systematic", "citation": "A review"]
        ]
        let steps: [(String, JSONValue)] = [
            ("acts/recordFinding", finding),
            ("acts/writeConclusion", ["conclusion": ["id": "c1", "text": "All", "findings": ["f1"]]]),
            ("versions", ["number": 1]),
        ]
        for (path, body) in steps {
            let reply = try await served.call("/needs/assessments/gums/\(path)", .post, body)
            #expect(reply.status == 200, "\(path): \(reply.text)")
        }
        let twice = try await served.call("/needs/assessments/gums/versions", .post, ["number": 2])
        #expect(twice.status == 422 && twice.code == "version-unchanged", "\(twice.text)")
    }

    @Test func `every act but issuing is a call of a shape`() {
        let names = AssessmentCalls.all.filter(\.isAct).compactMap { $0.path.split(separator: "/").last }
        let expected = AssessmentActs.all.map { $0.name[...] }.filter {
            !["openAssessment", "issueVersion"].contains($0)
        }
        #expect(Set(names) == Set(expected + ["assessments", "versions"]))
    }
}
