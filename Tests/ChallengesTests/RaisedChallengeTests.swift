import Testing
import Vocabulary

@testable import Challenges

struct RaisedChallengeTests {
    @Test func `a fault without cash still says what it comes to`() throws {
        let source = try #require(EvidenceID(String(repeating: "0a", count: 32)))
        let raised = RaisedChallenge(
            rule: "CC05", source: source, row: 2, relatedRow: nil, provider: "RWX",
            year: FinancialYear(startingIn: 2025),
            month: 1, amount: Money(pence: 100), atRisk: .zero, counted: .zero, isDataOnly: true)
        #expect(raised.amount.pence == 100 && raised.atRisk == .zero)
    }

    @Test func `what a rule said more than its title is kept with its row, and rows without stay as they were`() throws
    {
        let (said, plain) = (
            Sample.raised("CC01", 2, 100, detail: "Responsible: QHM (G-PRACTICE)"), Sample.raised("CC05", 3, 4)
        )
        let document = RaisedDocument.json(words: [], challenges: [said, plain])
        #expect(document["challenges"]?.items?.map { $0.items?.count } == [12, 11])
        #expect(RaisedDocument.read(document)?.challenges == [said, plain])
        let recorded = [
            Sample.raised("CC01", 4, 1, detail: "Responsible: QHM", record: "XA1-7 EL"),
            Sample.raised("CC05", 5, 1, record: "XA1-8"),
        ]
        let longer = RaisedDocument.json(words: [], challenges: recorded)
        #expect(longer["challenges"]?.items?.map { $0.items?.count } == [13, 13])
        #expect(RaisedDocument.read(longer)?.challenges == recorded)
        let run = ChallengeRun.json(words: [], challenges: [said, plain] + recorded)
        #expect(
            try ChallengeRunFile.read(run, digest: Sample.digest(1), named: "run.json").challenges
                == [said, plain] + recorded)
    }
}
