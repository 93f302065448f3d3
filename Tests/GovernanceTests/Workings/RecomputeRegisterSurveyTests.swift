import Governance
import Tabular
import TestSupport
import Testing
import Vocabulary

/// Feldman et al., BMJ Open 2018;8:e019952, with its data.
struct RecomputeRegisterSurveyTests {
    private static let folder = "data/declared_interests/"

    private func account() throws -> RegisterSurveyAccount {
        func sheet(_ name: String) throws -> Sheet {
            try Sheet(csv: SharedData.bytes(Self.folder + name), named: name)
        }
        let replies = try RegisterSurveyFile.readReplies(sheet("hospitality-coi-raw.csv"))
        let scores = try RegisterSurveyFile.readScores(sheet("hospitality-coi-scores.csv"))
        #expect(replies.rowsRead == 236 && replies.values.count == 236)
        #expect(scores.rowsRead == 236 && scores.values.count == 236)
        return RecomputeRegisterSurvey.recompute(replies.values.map(\.value), against: scores.values.map(\.value))
    }

    @Test(.enabled(if: SharedData.has("data/declared_interests/hospitality-coi-raw.csv"), "the real data are not here"))
    func `every trust's score is computed again from what it sent`() throws {
        let account = try account()
        #expect(account.total == 449)
        #expect(account.histogram == [33, 42, 90, 57, 14, 0])
        #expect(account.differing.isEmpty)
    }

    @Test(.enabled(if: SharedData.has("data/declared_interests/hospitality-coi-raw.csv"), "the real data are not here"))
    func `the printed figures agree with the data but for one, which is shown`() throws {
        let account = try account()
        #expect(account.figures.map(\.counted) == [236, 185, 71, 31, 15, 47, 130, 18, 0])
        let contradicted = account.figures.filter { !$0.agrees }
        #expect(
            contradicted == [.init(what: "Registers without the recipient", printed: 126, counted: 130)])
        let row = try #require(account.figuresTable.rows.first { $0[0] == .text("Registers without the recipient") })
        #expect(row[3] == .count(4))
    }

    @Test func `a score that was published otherwise, or not at all, is said`() {
        let reply = RegisterSurveyReply(
            organisation: OrganisationCode("RTQ")!, name: "A trust", answer: RegisterAnswer(respondedOnTime: true))
        let right = RegisterSurveyScore(
            organisation: reply.organisation, points: [true, false, false, false, false], total: 1)
        #expect(RecomputeRegisterSurvey.recompute([reply], against: [right]).differing.isEmpty)
        #expect(RecomputeRegisterSurvey.recompute([reply], against: []).differing == [reply.organisation])
        let wrongSum = RegisterSurveyScore(organisation: reply.organisation, points: right.points, total: 2)
        #expect(RecomputeRegisterSurvey.recompute([reply], against: [wrongSum]).differing == [reply.organisation])
    }
}
