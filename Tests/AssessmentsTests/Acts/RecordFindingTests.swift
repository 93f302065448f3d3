import Assessments
import Testing
import Vocabulary

struct RecordFindingTests {
    @Test func `advice and experience say whose they are, and every finding where it can be read`() throws {
        let held = try Sample.held()
        for rung in EvidenceRung.allCases {
            var act = Sample.finding("new", rung)
            act.finding.from = nil
            let needsSomebody = rung == .expert || rung == .experience
            #expect(code(act, on: held) == (needsSomebody ? "from-missing" : nil))
        }
        var unread = Sample.finding("new", .systematic)
        unread.finding.citation = ""
        #expect(code(unread, on: held) == "text-missing")
        #expect(code(Sample.finding("review", .systematic), on: held) == "finding-exists")
    }
}
