import Assessments
import GRDB
import Testing
import Vocabulary

@testable import Store

/// Needs assessments as they are kept: decided again in order, with their tables and issued documents as evidence.
struct AssessmentsStoredTests {
    private static let id = Slug("teeth")!
    private static let moment = Moment(text: "2026-06-01T09:00:00Z")!
    private static let day = Day("2026-06-01")!

    private func desk(_ rows: JSONValue = [["area": "Coast", "decay": 31]]) throws -> AssessmentDesk {
        let desk = AssessmentDesk(try Store.inMemory())
        try desk.perform(on: Self.id, by: Example.author, at: Self.moment) { texts, _ in
            let document = try texts.hold(Array(JSONValue.object([.init("values", rows)]).canonical.utf8))
            return [
                OpenAssessment(
                    assessment: Self.id, title: "Children’s teeth", question: "Where is decay worst?",
                    commissioner: OrganisationCode("QWX")!, area: "Wexbourne", lead: "Consultant"),
                ShowFigure(
                    assessment: Self.id,
                    figure: ShownFigure(
                        id: Slug("decay")!, kind: .indicator, title: "Decay", source: "Survey", document: document)),
                WriteConclusion(
                    assessment: Self.id,
                    conclusion: Conclusion(id: Slug("coast")!, text: "Worst on the coast", figures: [Slug("decay")!])),
            ]
        }
        return desk
    }

    private func gap(_ desk: AssessmentDesk) throws {
        try desk.perform(on: Self.id, by: Example.author, at: Self.moment) { _, _ in
            [
                ReportGap(
                    assessment: Self.id,
                    gap: ReportedGap(id: Slug("g1")!, what: "No dentist", place: "Densham", from: "Surgery"))
            ]
        }
    }

    private func checks(_ desk: AssessmentDesk) throws -> AssessmentChecks {
        try desk.store.read { db in try AssessmentChecks(db) }
    }

    @Test func `every act on a needs assessment can be kept and done again`() {
        let replayed = Set(ReplayedActs.all.map { $0.name })
        #expect(AssessmentActs.all.map { $0.name }.filter { !replayed.contains($0) } == [])
    }

    @Test func `what is read back is what its acts made of it`() throws {
        let desk = try desk()
        let lines = try desk.store.read { db in try AssessmentActHeld.all(of: Self.id, db) }
        let again = try NeedsAssessment.replaying(try lines.map { (try $0.value(), $0.author, $0.moment) })
        #expect(try desk.assessment(Self.id) == again)
        #expect(try desk.assessments().map(\.id) == [Self.id])
        #expect(try desk.revision(of: Self.id) == lines.last?.sequence)
        #expect(throws: Refusal.self) { try desk.assessment(Slug("other")!) }
    }

    @Test func `a figure whose bytes are no table is refused, and nothing is kept`() throws {
        let refused = #expect(throws: Refusal.self) { try desk(["none"]) }
        #expect(refused?.code == "no-table")
    }

    @Test func `an issued version is kept whole, reads as it was, and is worked out again`() throws {
        let desk = try desk()
        let first = try desk.issue(Self.id, on: Self.day, by: Example.author, at: Self.moment)
        try gap(desk)
        let second = try desk.issue(Self.id, on: Self.day, by: Example.author, at: Self.moment)
        #expect(first.document != second.document)
        #expect(second.number == 2)
        #expect(try desk.reading(Self.id, version: 1).assessment.gaps.isEmpty)
        #expect(try desk.reading(Self.id, version: 2).assessment.gaps.count == 1)
        #expect(try desk.reading(Self.id, version: 1).tables.count == 1)
        #expect(throws: Refusal.self) { try desk.reading(Self.id, version: 3) }
        let kept = try desk.store.read { db in try KeptBytes.of(first.document, db) }
        let document = try JSONValue(parsing: try #require(kept).bytes, named: "version")
        #expect(document["version"]?["number"] == .integer(1))
        let checks = try checks(desk)
        #expect(checks.faults == [])
        #expect(checks.assessments == 1 && checks.versions == 2)
    }

    @Test func `a version that is not what its acts come to is found`() throws {
        let desk = try desk()
        try desk.perform(on: Self.id, by: Example.author, at: Self.moment) { texts, held in
            var act = try AssessmentDesk.issuing(try #require(held), on: Self.day, keeping: texts)
            act.version.document = try texts.hold(Array("{\"form\":1}".utf8))
            return [act]
        }
        #expect(try checks(desk).faults == ["Version 1 of “teeth” comes out differently now."])
    }

    @Test func `a version of which the bytes are gone is found`() throws {
        let desk = try desk()
        try desk.perform(on: Self.id, by: Example.author, at: Self.moment) { _, _ in
            let nowhere = EvidenceID(String(repeating: "0", count: 64))!
            return [
                IssueVersion(
                    assessment: Self.id, version: IssuedVersion(number: 1, issuedOn: Self.day, document: nowhere))
            ]
        }
        #expect(try checks(desk).faults.first?.contains("is not kept") == true)
    }

    @Test(arguments: ["UPDATE assessment_act SET body = '{}'", "DELETE FROM assessment_act"])
    func `acts are append-only`(sql: String) throws {
        let desk = try desk()
        #expect(throws: DatabaseError.self) { try desk.store.write { db in try db.execute(sql: sql) } }
    }
}
