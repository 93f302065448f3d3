import Needs
import Tabular
import Testing
import Vocabulary

struct DentalAnnexFileTests {
    static let seen = [
        "Return to Contents", "Table A4: patients seen as a percentage of the population, by CCG", "",
        "Parent Code|ONS Code|Org Code|Org Name|30 June 2019", "||||Adult|Child", "",
    ]

    static func sheet(_ name: String, _ rows: [String]) -> SheetGrid {
        SheetGrid(
            name: name,
            rows: rows.enumerated().map { place, row in
                Sheet.Row(
                    number: place + 1,
                    cells: row.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
            })
    }

    static func read(_ name: String, _ rows: [String]) throws(Refusal) -> NeedsReading {
        try Published.read(.dentalAnnex, [sheet(name, rows)])
    }

    @Test func `a title above two columns is each one's, and the heading says whether it is people or per cent`() throws
    {
        let rows = Self.seen + ["Q71|E38000004|07L|NHS Barking|51.39|50.31", "|||Source: NHS Dental Services"]
        let share = try Self.read("A4", rows)
        #expect(share.rowsRead == 1 && share.indicators.map(\.part) == ["Adult", "Child"])
        #expect(share.indicators.allSatisfy { $0.indicator == "dental.seenShare" && $0.period == "30 June 2019" })
        #expect(share.indicators.map(\.value) == [.number(51.39), .number(50.31)] && share.indicators[0].area == "07L")
        let people = try Self.read("A1", rows.map { $0.replacing(" as a percentage of the population", with: "") })
        #expect(people.indicators.map(\.count) == [.number(51.39), .number(50.31)])
        #expect(people.indicators.allSatisfy { $0.indicator == "dental.seen" })
    }

    @Test func `marks say none, not given or not known, and areas of other kinds are kept apart`() throws {
        let reading = try Self.read(
            "A4",
            Self.seen + [
                "|E92000001|Eng|England|50|-", "Q71|E38000004|07L|NHS Barking|:|..", "|||E06000001|1|2",
                "|| UnA|Unallocated|:|:",
            ])
        let values = reading.indicators
        #expect(values.filter { $0.area == "Eng" }.map(\.value) == [.number(50), .number(0)])
        #expect(values.filter { $0.area == "07L" }.map(\.value) == [.absent, .absent])
        #expect(
            values.map(\.indicator).contains("dental.seenShare.region")
                && values.map(\.indicator).contains("dental.seenShare.unallocated"))
        #expect(reading.balances && reading.rowsRead == 4)
    }

    @Test func `a year that stands over its columns is theirs, and without it they say nothing`() throws {
        let titles = [
            "Table B1: Number of dentists", "", "|||2018/19|||2017/18",
            "ONS Code|Org Code|Org Name|Total dentists|Population per dentist2||Total dentists",
        ]
        let row = "E38000228|01K|NHS Morecambe Bay CCG|179|1836.15||189"
        let values = try Self.read("B1", titles + [row]).indicators
        #expect(values.filter { $0.indicator == "dental.dentists" }.map(\.count) == [.number(179), .number(189)])
        #expect(values.filter { $0.indicator == "dental.dentists" }.map(\.period) == ["2018/19", "2017/18"])
        #expect(values.contains { $0.indicator == "dental.populationPerDentist" && $0.period == "2018/19" })
        #expect(refusalCode { try Self.read("B1", [titles[0], titles[3], row]) } == "not-this-layout")
    }

    @Test func `one code that stood for two groups is read for the years of each`() throws {
        let titles = ["|||2018/19||2012/13", "ONS Code|Org Code|Org Name|Total dentists||Total dentists"]
        let both = ["E38000228|01K|NHS Morecambe Bay CCG|179||..", "E38000093|01K|NHS Lancashire North CCG|..||81"]
        let values = try Self.read("B1", titles + both).indicators
        #expect(values.map(\.count) == [.number(179), .number(81)] && values.map(\.period) == ["2018/19", "2012/13"])
    }

    @Test(arguments: [
        ("07L|A|120|50", "above-most"), ("07M|B|few|50", "unreadable-figure"), ("07L|A|51|50", "duplicate-row"),
    ])
    func `a share of more than all, a word and an area twice are refused`(row: String, code: String) throws {
        let first = code == "duplicate-row" ? ["Q71|E38000004|07L|A|51|50"] : []
        let reading = try Self.read("A4", Self.seen + first + ["Q71|E38000004|" + row])
        #expect(Published.refused(reading) == [code] && reading.balances)
    }

    @Test func `four titles one above the other say who left, how many and when`() throws {
        let reading = try Self.read(
            "B2",
            [
                "|||2018-19 report", "|||Leavers1|||Joiners2",
                "ONS Code|Org Code|Org Name|Number|% of total dentists||Number",
                "|||2017/18|2017/18||2018/19", "E38000004|07L|NHS Barking|5|4.2||7",
            ])
        let values = reading.indicators
        #expect(values.map(\.indicator) == ["dental.leavers", "dental.joiners"])
        #expect(values.map(\.count) == [.number(5), .number(7)] && values[0].value == .number(4.2))
        #expect(values.map(\.period) == ["2017/18", "2018/19"])
    }
}
