import Assessments
import Tabular
import Testing
import Vocabulary

struct AssessmentTablesTests {
    @Test func `each kind of voice stands in the table, also one that nobody asked for`() throws {
        let table = AssessmentTables(try Sample.held()).voices
        #expect(table.rows.map { $0[1].shown } == ["clinical voice", "public voice", "patient voice"])
        #expect(table.rows[1][2] == .text("Nobody was asked"))
    }

    @Test func `a reporter sees their own gaps, with the answer of the one into which theirs went`() throws {
        let merge = MergeGaps(assessment: Sample.id, gap: slug("g2"), into: slug("g1"), reason: "One town")
        let answer = AnswerGap(assessment: Sample.id, gap: slug("g1"), text: "A clinic opens")
        let held = try Sample.held(merge, answer)
        let after = try Sample.gap("mine").decide(
            AssessmentBefore(assessment: held), by: Sample.practice, at: Sample.moment)
        let tables = AssessmentTables(after)
        #expect(tables.gaps(reportedBy: Sample.practice).rows.map { $0[0] } == [.text("mine")])
        #expect(tables.gaps().rows.map { $0[8].shown }.prefix(2) == ["A clinic opens", "A clinic opens"])
    }

    @Test func `the list says the last version and what waits`() throws {
        let list = AssessmentTables.list([try Sample.held(Sample.issued)]) { "/\($0.id)" }
        #expect(list.rows[0][1] == .link("Children’s teeth", path: "/teeth"))
        #expect(list.rows[0][4] == .count(1))
        #expect(list.rows[0][6] == .count(1))
        #expect(Set(AssessmentTables(try Sample.held()).all.map(\.key)).count == 7)
    }
}
