import Needs
import Testing
import Vocabulary

struct CountPatientsTests {
    static func count(
        _ people: Int, _ sex: PatientSex = .all, _ ages: String = "ALL", _ level: PatientLevel = .practice,
        of code: String = "A1"
    ) -> PatientCount {
        PatientCount(
            level: level, organisation: OrganisationCode(code)!, sex: sex, ages: AgeSpan(published: ages)!,
            people: people)
    }

    @Test func `rows of one level and one division are summed, and nothing is 0`() throws {
        #expect(try CountPatients.total(of: [Self.count(3, .female, "0_4"), Self.count(4, .male, "0_4")]) == 7)
        #expect(try CountPatients.total(of: [PatientCount]()) == 0)
    }

    @Test(arguments: [
        ([count(3), count(3, level: .board)], "levels-mixed"), ([count(3), count(1, .female)], "totals-mixed"),
        ([count(3, .female, "0_4"), count(1, .female, "4")], "ages-overlap"),
    ]) func `a sum that counts somebody twice is refused`(rows: [PatientCount], code: String) {
        #expect(refusalCode { try CountPatients.total(of: rows) } == code)
    }

    private static func count(_ people: Int, level: PatientLevel) -> PatientCount { count(people, .all, "ALL", level) }

    static let rows = [
        count(10), count(6, .female), count(4, .male), count(2, .female, "0_64"), count(4, .female, "65+"),
        count(3, .male, "0_64"), count(1, .male, "65+"), count(5, of: "B1"), count(5, .all, "ALL", .board, of: "Q1"),
    ]

    @Test func `people of some ages are those of whole bands of both sexes or one`() throws {
        func people(_ sex: PatientSex, _ ages: String) throws -> [String: Int] {
            let found = try CountPatients.byOrganisation(
                Self.rows, level: .practice, sex: sex, ages: AgeSpan(published: ages)!)
            return Dictionary(uniqueKeysWithValues: found.map { ($0.key.description, $0.value) })
        }
        #expect(try people(.all, "ALL") == ["A1": 10, "B1": 5])
        #expect(try people(.all, "65+") == ["A1": 5])
        #expect(try people(.female, "65+") == ["A1": 4])
        #expect(refusalCode { try people(.all, "60+") } == "bands-differ")
    }

    @Test func `a level that is not there, and rows that are not divided so, are refused`() {
        #expect(refusalCode { try CountPatients.byOrganisation(Self.rows, level: .network) } == "no-such-level")
        #expect(
            refusalCode {
                try CountPatients.byOrganisation(Self.rows, level: .board, ages: AgeSpan(published: "65+")!)
            } == "not-divided")
    }
}
