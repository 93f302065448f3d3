import Tabular
import Testing
import Vocabulary

/// Values that identify a patient are found by their form. Numbers here are made up and pass the check digit only.
struct PatientIdentifierTests {
    @Test(arguments: [
        "9434765919", "943 476 5919", "943-476-5919", "seen 9434765919 today", "9434765919.0", "x9434765919y",
    ])
    func `a valid NHS number is found wherever it stands`(text: String) {
        #expect(PatientIdentifier.holdsNHSNumber(text))
    }

    @Test(arguments: [
        "9434765918", "943476591", "94347659190", "0000000000", "9999999999", "943 4765919", "94 347 65919", "",
        "9434765919.25", "1000080000", "AB94347X5919",
    ])
    func `other numbers pass`(text: String) {
        #expect(!PatientIdentifier.holdsNHSNumber(text))
    }

    @Test func `one number in eleven passes the check digit, no more`() {
        let found = (4_000_000_000..<4_000_011_000).count { PatientIdentifier.holdsNHSNumber("\($0)") }
        #expect((900...1_010).contains(found))
    }

    @Test(arguments: [
        ("LS1 4AP", true), ("12 High Street, Leeds ls1 4ap", true), ("LS1", false), ("E01013330", false),
        ("LS14AP", false),
    ])
    func `a full postcode is found, a district passes`(text: String, isFound: Bool) {
        #expect(PatientIdentifier.holdsPostcode(text) == isFound)
    }

    @Test func `a postcode without its blank is found where the column speaks of postcodes`() {
        #expect(PatientIdentifier.holdsPostcode("LS14AP", joined: true))
    }

    @Test(arguments: [
        ("03/02/1984", true), ("1984-02-03", true), ("19840203", true), ("3 Feb 1984", true),
        ("1984-02-03T00:00:00", true),
        ("1984", false), ("1984-02", false), ("02/1984", false), ("31/02/1984x", false), ("", false), ("10191", false),
    ])
    func `a whole day is a date, a year or a month is not`(text: String, isDate: Bool) {
        #expect(PatientIdentifier.isDate(text) == isDate)
    }

    private func scan(_ titles: [String], known: Set<Int> = [0], exempt: Set<Int> = [0]) -> PatientIdentifierScan {
        PatientIdentifierScan(file: "x.csv", titles: titles, known: known, exempt: exempt)
    }

    @Test(arguments: [
        ("NHS Number", "9434765919"), ("Notes", "rang 943 476 5919"), ("Patient postcode", "LS1 4AP"),
        ("Notes", "lives at LS1 4AP"), ("Patient home address", "1 High St LS14AP"),
    ])
    func `the file is refused, its place named and its value not`(title: String, value: String) throws {
        let refusal = try #require(scan(["Contract", title]).refusal(row: 7, cells: ["1000080000", value]))
        #expect(refusal.code == "patient-identifying")
        #expect(refusal.kind == .input)
        #expect(refusal.sentence.contains("row 7, column \(title)"))
        #expect(!refusal.description.contains(value))
    }

    @Test(arguments: [
        ("NHS Number", ""), ("NHS Number", "7f3a9c01d2"), ("Patient name", "Ann Other"),
        ("Date of birth", "03/02/1984"),
        ("Practice postcode", "LS1 4AP"), ("Patient postcode", "LS1"), ("DOB", "1980s"),
    ])
    func `blank and pseudonymised columns pass, whatever their header`(title: String, value: String) {
        #expect(scan(["Contract", title]).refusal(row: 2, cells: ["9434765919", value]) == nil)
    }

    @Test(arguments: [
        ("Ann Other", "03/02/1984", true), ("7f3a9c", "03/02/1984", false), ("Ann Other", "1984", false),
        ("REDACTED", "03/02/1984", false),
    ])
    func `a name beside a date of birth is a person`(name: String, birth: String, isFound: Bool) {
        let refusal = scan(["Contract", "Surname", "DOB"]).refusal(row: 2, cells: ["1", name, birth])
        #expect((refusal != nil) == isFound)
        #expect(refusal?.description.contains("Ann") != true)
    }

    @Test func `a provider's name beside a date of birth is not looked at as a person's`() {
        #expect(scan(["C", "Provider name", "DOB"]).refusal(row: 2, cells: ["1", "Ann", "03/02/1984"]) == nil)
    }

    @Test func `a cell past the header is looked at too`() {
        #expect(scan(["Contract"]).refusal(row: 2, cells: ["1", "9434765919"])?.sentence.contains("column 2") == true)
    }
}
