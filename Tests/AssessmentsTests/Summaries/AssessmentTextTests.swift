import Assessments
import Testing
import Vocabulary

struct AssessmentTextTests {
    private func plain(_ held: NeedsAssessment, _ version: IssuedVersion? = nil) -> String {
        let table = try? ShownTable(copied: "Area\tDecay\nCoast\t31", named: "table")
        return AssessmentText(held, version: version, tables: table.map { [Sample.digest: $0] } ?? [:]).plain
    }

    @Test func `a draft says that it is one, and a version its number, day and digest`() throws {
        let held = try Sample.held()
        #expect(plain(held).contains("Draft, not issued."))
        let text = plain(held, IssuedVersion(number: 1, issuedOn: Sample.day, document: Sample.digest))
        #expect(text.contains("Version 1, issued on 1 June 2026."))
        #expect(text.contains(Sample.digest.description))
    }

    @Test func `sections stand in order, conclusions with their grounds and warnings`() throws {
        let text = plain(try Sample.held())
        let headings = [
            "The question", "Conclusions", "To be careful about", "Indicators", "Evidence, advice and experience",
            "Voices", "Gaps reported",
        ]
        let places = headings.compactMap { text.firstRange(of: "\n\($0)\n")?.lowerBound }
        #expect(places.count == headings.count)
        #expect(places == places.sorted())
        #expect(text.contains("Careful: It rests on experience alone"))
        #expect(text.contains("Rests on figure “Decay at five”."))
        #expect(text.contains("Coast"))
        #expect(text.contains("Nobody was asked"))
    }

    @Test func `a figure whose table is not held says so`() throws {
        let text = AssessmentText(try Sample.held(), version: nil, tables: [:]).plain
        #expect(text.contains("the table is not held here"))
    }
}
