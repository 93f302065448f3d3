import Tabular
import Testing
import Vocabulary

@testable import Activity

struct ActivityScanTests {
    @Test(arguments: [
        ("patient", "943 476 5919", "NHS NUMBER"),
        ("localPatient", "9434765919", "LOCAL PATIENT IDENTIFIER (EXTENDED)"),
        ("localMonitoringDescription", "seen as 943-476-5919 at home", "LOCAL CONTRACT MONITORING DESCRIPTION"),
        ("POSTCODE OF USUAL ADDRESS", "AB12 3DE", "POSTCODE OF USUAL ADDRESS"),
        ("POSTCODE OF USUAL ADDRESS", "ab123de", "POSTCODE OF USUAL ADDRESS"),
        ("PERSON BIRTH DATE", "03/02/1984", "PERSON BIRTH DATE"),
        ("PERSON NAME", "Ann Smith", "PERSON NAME"),
    ])
    func `a value that identifies a patient refuses the file, by row and column and never by value`(
        field: String, value: String, title: String
    ) throws {
        var file = MadeFile()
        file.add([:])
        file.add([field: value])
        let refusal = #expect(throws: Refusal.self) { try file.read() }
        #expect(refusal?.code == "patient-identifying")
        #expect(refusal?.sentence.contains("row 3, column \(title)") == true)
        #expect(refusal?.description.contains(value) == false)
        #expect(try file.read(dropping: [title]).rows.count == 2, "dropped at the door, the rest is read")
    }

    @Test func `blank and pseudonymised values pass whatever their header says`() throws {
        var file = MadeFile()
        file.add(["patient": "P0000012345", "localPatient": "a9f3", "POSTCODE OF USUAL ADDRESS": "AB12"])
        file.add(["patient": "9434765918", "PERSON BIRTH DATE": "1984", "PERSON NAME": "REDACTED"])
        file.add(["patient": "0000000000", "PERSON NAME": "P12"])
        #expect(try file.read().rows.count == 3)
    }

    @Test func `ten digits of a spell or a drug are no NHS number`() throws {
        var file = MadeFile(.drugs)
        file.add(["spell": "9434765919", "drugCode": "9434765919", "attendance": "9434765919"])
        #expect(try file.read().rows.count == 1)
    }

    @Test func `a column that is not of the layout is looked at too, and so is a cell beyond the header`() throws {
        var file = MadeFile()
        file.titles.append("NOTES")
        file.add([:])
        file.rows[0].append("lives at AB12 3DE")
        let refusal = #expect(throws: Refusal.self) { try file.read() }
        #expect(refusal?.code == "patient-identifying")
        file.rows[0][file.rows[0].count - 1] = "fine"
        file.rows[0].append("9434765919")
        #expect(throws: Refusal.self) { try file.read() }
        file.rows[0].removeLast()
        #expect(try file.read().rows.count == 1)
    }
}
