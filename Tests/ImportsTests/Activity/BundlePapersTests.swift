import Challenges
import Digests
import Files
import Foundation
import Store
import Tabular
import Testing
import Vocabulary

@testable import Imports

/// The letter and the workbook that go to a provider.
struct BundlePapersTests {
    private func bundle(_ conclusion: ChallengeConclusion? = nil) -> ChallengeBundle {
        let digest = EvidenceID(String(repeating: "0a", count: 32))!
        let raised = RaisedChallenge(
            rule: "CC05", source: digest, row: 2, relatedRow: 9, provider: "RX1", year: FinancialYear(startingIn: 2025),
            month: 6, amount: Money(pence: 4_000), atRisk: Money(pence: 4_000), counted: Money(pence: 4_000),
            isDataOnly: false)
        return ChallengeBundle(
            id: Slug("rx1-2025-26-m06")!, provider: "RX1", commissioner: OrganisationCode("QWX")!, run: digest,
            document: digest, raisedOn: Day("2025-11-03")!,
            words: [.init(rule: "CC05", title: "Inside a spell", letter: "L", source: "S", isVerified: true)],
            challenges: [Challenge(number: 1, raised: raised, conclusion: conclusion)])
    }

    private let sending = BundleSending(
        on: Day("2025-11-03")!, deadline: Day("2025-11-17")!, addressee: "Millrace Trust", contact: "Contract team",
        accountReceivedOn: nil, isLate: false, reason: nil, papers: [])

    private func papers(_ bundle: ChallengeBundle, _ sending: BundleSending?) throws -> BundlePapers {
        try BundlePapers(bundle, sending: sending, names: .init(commissioner: "Wexbourne ICB"), fileNames: [:])
    }

    @Test func `the same bundle gives the same bytes, also after it was concluded`() throws {
        let concluded = ChallengeConclusion(
            outcome: .upheld, agreed: Money(pence: 4_000), reason: "Accepted.", on: Day("2025-11-20")!)
        let (first, later) = (try papers(bundle(), sending), try papers(bundle(concluded), sending))
        #expect(first.papers == later.papers && first.files.map(\.bytes) == later.files.map(\.bytes))
        #expect(first.files.map(\.name) == ["letter.docx", "rows.xlsx", "digest.json"])
        #expect(first.papers != (try papers(bundle(), nil)).papers, "a draft is another letter")
    }

    @Test func `the workbook comes back as it was sent, and its digests are those of the files`() throws {
        let papers = try papers(bundle(), sending)
        let form = try ReturnedForm(returned: papers.files[1].bytes, named: "rows.xlsx")
        let read = try AnswerFile(form, to: bundle())
        #expect(read.rowsRead == 1 && read.rowsUnanswered == 1 && read.problems.isEmpty)
        #expect(zip(papers.papers, papers.files).allSatisfy { $0.digest == Digest.of($1.bytes) })
        var sent = sending
        sent.papers = papers.papers
        #expect(papers.areThose(of: sent) && !papers.areThose(of: sending))
    }

    @Test func `what is there already is not written over unless that is asked for`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let papers = try papers(bundle(), sending)
        try papers.write(into: folder, replacing: false)
        #expect(throws: Refusal.self) { try papers.write(into: folder, replacing: false) }
        try papers.write(into: folder, replacing: true)
    }
}
