import Needs
import Tabular
import Testing
import Vocabulary

struct DentalListFileTests {
    static let titles =
        "Contract Information|Name / Body / Partnership|Practice name|Address 1|Address 2|Post Code|ICB Code|"
        + "UDA Annual Contracted|UDA Annual Contracted"
    static let smile = "1001620000|MR A DENTIST|Smile Practice|1 High Street|Wexbourne|WX1 1AA|QZW|7200|6000"

    static func read(_ sheets: [SheetGrid]) throws(Refusal) -> Reading<ListedSite> {
        guard case .sites(let reading) = try Published.read(.dentalList, sheets) else { preconditionFailure("a list") }
        return reading
    }

    @Test func `a row is a contract with its practice, and the first of two years' columns counts`() throws {
        let reading = try Self.read([
            Published.sheet("Data", "2021/22 Contract data", "|||activity", Self.titles, Self.smile)
        ])
        let site = try #require(reading.values.first?.value)
        #expect(site.contract == "1001620000" && site.name == "Smile Practice" && site.holder == "MR A DENTIST")
        #expect(site.address == "1 High Street, Wexbourne" && site.postcode == "WX1 1AA" && site.contracted == 7_200)
        #expect(reading.values[0].row == 4 && reading.problems.map(\.code) == ["text-rows"])
    }

    @Test func `a clinic without a contract is a place of the contract above, and a note in one cell is text`() throws {
        let reading = try Self.read([
            Published.sheet(
                "Community", Self.titles.replacing("Practice name", with: "Trust Name"),
                "159735/0001|Trust|Trust|Block||B5 7EG|QHL|1",
                "||Treatment Centres|Lyng Centre|Frank Fisher Way|B70 7AW", "COMPASS is used to collect data"),
            Published.sheet("Notes", "Option 1|words"),
        ])
        #expect(
            reading.rowsRead == 2 && reading.values.map(\.value.contract) == ["159735/0001", "159735/0001 B70 7AW"])
        #expect(reading.values[1].value.name == "Lyng Centre" && reading.values[1].value.contracted == nil)
        #expect(reading.problems.map(\.code) == ["text-rows", "no-table"])
    }

    @Test(arguments: [
        (smile, "duplicate-row"), ("1001620001|B|P|||WX1|QZW|many", "unreadable-figure"),
        ("1001620001|B|P|||WX1|QZW|-5", "negative-supply"),
    ]) func `a row at fault is refused, and none is lost`(row: String, code: String) throws {
        let reading = try Self.read([Published.sheet("Data", Self.titles, Self.smile, row)])
        #expect(reading.problems.filter { $0.effect == .refused }.map(\.code) == [code])
        #expect(reading.rowsRead == 2 && reading.values.count == 1)
    }

    @Test func `a place of no contract is refused, and so are titles that are not there, or twice`() throws {
        let orphan = try Self.read([Published.sheet("Data", Self.titles, "||Centre|1 Road||WX1 1AA", Self.smile)])
        #expect(orphan.problems.filter { $0.effect == .refused }.map(\.code) == ["blank"])
        #expect(
            refusalCode { try Self.read([Published.sheet("Data", "Contract|Name", Self.smile)]) } == "not-this-layout")
        #expect(refusalCode { try Self.read([Published.sheet("Data", Self.titles)]) } == "no-data-rows")
        #expect(
            refusalCode { try Self.read([Published.sheet("Data", Self.titles + "|Post Code", Self.smile)]) }
                == "column-twice")
    }

    @Test func `contract numbers of ten digits are no NHS numbers, elsewhere they are`() throws {
        let ten = Self.smile.replacing("1001620000", with: "9434765919")
        #expect(try Self.read([Published.sheet("Data", Self.titles, ten)]).values.count == 1)
        let note = Self.smile.replacing("Smile Practice", with: "9434765919")
        #expect(refusalCode { try Self.read([Published.sheet("Data", Self.titles, note)]) } == "patient-identifying")
    }
}
