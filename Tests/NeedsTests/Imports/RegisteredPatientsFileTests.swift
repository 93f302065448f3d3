import Needs
import Tabular
import TestSupport
import Testing
import Vocabulary

func refusalCode<Value>(_ body: () throws -> Value) -> String? {
    do {
        _ = try body()
        return nil
    } catch {
        return (error as? Refusal)?.code
    }
}

struct RegisteredPatientsFileTests {
    static let header =
        "PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS\n"

    static func row(
        _ people: String, _ sex: String = "ALL", _ ages: String = "ALL", code: String = "A81001", level: String = "GP",
        day: String = "2026-07-01"
    ) -> String { "GP_PRAC_PAT_LIST,\(day),\(level),\(code),,TS18 1HU,\(sex),\(ages),\(people)\n" }

    static func read(_ rows: String...) throws(Refusal) -> PatientsReading {
        try RegisteredPatientsFile.read(Array((header + rows.joined()).utf8), named: "patients.csv")
    }

    @Test func `a row is a number of people of a sex and of ages at one level`() throws {
        let reading = try Self.read(Self.row("7", "FEMALE", "0_4", code: "QHM", level: "ICB"))
        #expect(reading.statedOn == Day("2026-07-01"))
        #expect(
            reading.rows.values.map(\.value) == [
                PatientCount(
                    level: .board, organisation: OrganisationCode("QHM")!, sex: .female,
                    ages: AgeSpan(published: "0-4")!, people: 7)
            ])
    }

    @Test(arguments: [
        (row("3"), "duplicate-row"), (row("3", code: "A8"), ""), (row("3", code: ""), "blank"),
        (row("3", code: "A-8"), "unreadable-code"), (row("3", "SHE"), "unknown-sex"),
        (row("3", "ALL", "0_"), "unknown-ages"), (row("many", "MALE"), "unreadable-count"),
        (row("-3", "MALE"), "negative-count"), (row("3", "MALE", day: "2026-08-01"), "other-day"),
        (row("3", "MALE", day: "7/1/26"), "unreadable-day"), (row("3", level: "SHA"), "unknown-level"),
        ("short,row\n", "ragged-row"),
    ]) func `a row at fault is refused, and rows read are rows kept and refused`(row: String, problem: String) throws {
        let rows = try Self.read(Self.row("5"), row).rows
        let refused = rows.problems.filter { $0.effect == .refused }
        #expect(refused.map(\.code) == (problem.isEmpty ? [] : [problem]))
        #expect(rows.rowsRead == 2 && rows.values.count + refused.count == 2)
    }

    @Test func `parts that do not come to the whole are flagged, and levels with other people noted`() throws {
        let problems = try Self.read(
            Self.row("5"), Self.row("2", "FEMALE"), Self.row("2", "MALE"), Self.row("6", code: "QHM", level: "ICB")
        ).rows.problems
        #expect(problems.map(\.code) == ["does-not-sum", "levels-differ"])
        #expect(problems.map(\.effect) == [.flagged, .noted])
        #expect(problems[0].row == 2 && problems[0].explanation.contains("5 patients in all"))
    }

    @Test(arguments: ["CCG_CODE", "SUB_ICB_LOCATION_CODE"])
    func `a file by single year has practices without a level`(commissioner: String) throws {
        let text = """
            EXTRACT_DATE,\(commissioner),ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS
            01JUL2026,16C,A81001,TS18 1HU,MALE,ALL,9
            01JUL2026,16C,A81001,TS18 1HU,MALE,0,4
            01JUL2026,16C,A81001,TS18 1HU,MALE,95+,5

            """
        let rows = try RegisteredPatientsFile.read(Array(text.utf8), named: "single.csv").rows
        #expect(rows.values.map(\.value.level) == [.practice, .practice, .practice])
        #expect(rows.values.map(\.value.ages.description) == ["0+", "0", "95+"] && rows.problems.isEmpty)
    }

    @Test func `other columns, and a header without rows, are refused whole`() {
        #expect(refusalCode { try Self.read() } == "no-data-rows")
        #expect(
            refusalCode {
                try RegisteredPatientsFile.read(
                    Array(Self.header.replacing("ORG_TYPE", with: "KIND").utf8), named: "patients.csv")
            } == "not-this-layout")
    }

    static let folder = "data/gp_registrations"

    @Test(.enabled(if: SharedData.has(folder), "the registrations are not here"))
    func `each of five levels of the published file has the same 63,436,508 people in each division`() throws {
        let file = "gp-reg-pat-prac-quin-age_2026-07.zip"
        let rows = try RegisteredPatientsFile.read(SharedData.unpacked("\(Self.folder)/\(file)"), named: file).rows
        #expect(rows.rowsRead == 326_241 && rows.values.count == 326_241 && rows.problems.isEmpty)
        let counts = rows.values.map(\.value)
        for level in PatientLevel.allCases {
            for division in [PatientCount.Division.whole, .bySex, .bySexAndAge] {
                let some = counts.filter { $0.level == level && $0.division == division }
                #expect(try CountPatients.total(of: some) == 63_436_508, "\(level) \(division)")
            }
        }
        #expect(counts.reduce(0) { $0 + $1.people } == 15 * 63_436_508)
        #expect(refusalCode { try CountPatients.total(of: counts) } == "levels-mixed")
        #expect(refusalCode { try CountPatients.total(of: counts.filter { $0.level == .practice }) } == "totals-mixed")
    }

    @Test(
        .enabled(if: SharedData.has(folder), "the registrations are not here"),
        arguments: [
            ("gp-reg-pat-prac-all_2021.csv", 6_658), ("gp-reg-pat-prac-quin-age_sample_2017-09.csv", 172),
            ("patient_list_size_new_sample.csv", 86),
        ])
    func `every row of the other published files is kept`(file: String, rows: Int) throws {
        let reading = try RegisteredPatientsFile.read(SharedData.bytes("\(Self.folder)/\(file)"), named: file).rows
        #expect(reading.rowsRead == rows && reading.values.count == rows)
    }
}
