import Assessments
import Testing
import Vocabulary

struct AssessmentRecordTests {
    private func record(_ held: NeedsAssessment, _ number: Int = 1) -> JSONValue {
        AssessmentRecord.json(of: held, number: number, issuedOn: Sample.day, tables: [:])
    }

    @Test func `the same assessment gives the same bytes, and another gives others`() throws {
        #expect(record(try Sample.held()).canonical == record(try Sample.held()).canonical)
        #expect(record(try Sample.held()).canonical != record(try Sample.held(Sample.gap("g3"))).canonical)
    }

    @Test func `it names no account, and says what was not asked and which version it supersedes`() throws {
        let held = try Sample.held(Sample.issued, Sample.gap("g3"))
        let json = record(held, 2)
        #expect(!json.canonical.contains(Sample.analyst.description))
        #expect(json["voicesNotAsked"] == .list([.text("public")]))
        #expect(json["version"]?["supersedes"] == .text(Sample.digest.description))
        #expect(json["form"] == .integer(AssessmentRecord.form))
    }

    @Test func `a figure stands with its table`() throws {
        let table = try ShownTable(copied: "Area\tDecay\nCoast\t31", named: "table")
        let json = AssessmentRecord.json(
            of: try Sample.held(), number: 1, issuedOn: Sample.day, tables: [Sample.digest: table])
        guard case .list(let figures)? = json["figures"] else { return #expect(Bool(false), "no figures") }
        #expect(figures.first?["table"] == table.json)
    }
}
