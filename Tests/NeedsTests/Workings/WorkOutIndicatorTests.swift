import Methods
import Needs
import TestSupport
import Testing
import Vocabulary

struct WorkOutIndicatorTests {
    static func terms() throws -> WorkOutIndicator.Terms {
        .init(levels: [try ConfidenceLevel(percent: 95)], leastEvents: 10, exactBelow: 10)
    }

    static func outcome(
        _ id: String, _ file: NeedsFile, _ text: String, _ more: [(String, NeedsReading)] = [],
        grouping: AreaGrouping? = nil, level: PatientLevel = .practice, period: String? = nil
    ) throws -> WorkOutIndicator.Outcome {
        let reading = try Published.read(file, text, named: "x_2425.csv")
        return try WorkOutIndicator.outcome(
            try IndicatorDefinition.shipped(id), from: [("x", reading)] + more.map { (name: $0.0, reading: $0.1) },
            grouping: grouping, level: level, period: period, terms: try terms())
    }

    static let registers =
        QofFileTests.header + "A1,DM,10,17OV,100\nA2,DM,30,17OV,100\nA3,DM,5,17OV,50\nA1,AF,99,TOTAL,100\n"

    static func boards(_ pairs: [(String, String)]) -> AreaGrouping {
        var grouping = AreaGrouping(source: "map.csv", kind: "boards")
        for (area, board) in pairs { grouping.place(area, .practice, in: board, named: "\(board) ICB") }
        return grouping
    }

    @Test func `practices are added up to boards, and what is in no board is counted and listed`() throws {
        let found = try Self.outcome(
            "diabetes-prevalence", .qofPrevalence, Self.registers,
            grouping: Self.boards([("A1", "Q1"), ("A2", "Q1")]))
        #expect(found.period == "2024/25" && found.looked == 3 && found.unplaced == ["A3"])
        #expect(found.figures.map(\.area) == ["Q1"] && found.figures[0].name == "Q1 ICB")
        #expect(found.figures[0].value == 20 && found.figures[0].count == 40 && found.figures[0].denominator == 200)
        #expect(found.figures[0].intervals.count == 1 && found.method?.name == "Wilson")
    }

    @Test func `what a publisher worked out stands as it is, and is not added up`() throws {
        let id = "children-seen-by-dentist"
        let rows =
            DentalAnnexFileTests.seen + [
                "Q71|E38000004|07L|NHS Barking|51.39|50.31", "Q71|E38000005|07M|NHS Barnet|:|:",
            ]
        let reading = try DentalAnnexFileTests.read("A4", rows)
        func outcome(_ grouping: AreaGrouping?) throws -> WorkOutIndicator.Outcome {
            try WorkOutIndicator.outcome(
                try IndicatorDefinition.shipped(id), from: [("x", reading)], grouping: grouping, terms: try Self.terms()
            )
        }
        let found = try outcome(nil)
        #expect(
            found.figures.map(\.value) == [50.31, nil] && found.figures.map(\.name) == ["NHS Barking", "NHS Barnet"])
        #expect(found.figures[1].withheld?.code == "not-given" && found.method == nil)
        #expect(refusalCode { try outcome(Self.boards([("07L", "Q1")])) } == "not-added-up")
        #expect(try CompareAreas(try IndicatorDefinition.shipped(id), found.figures, terms: try Self.terms()) == nil)
    }

    @Test func `a board of which a part lies across its border is withheld`() throws {
        let found = try Self.outcome(
            "diabetes-prevalence", .qofPrevalence, Self.registers,
            grouping: Self.boards([("A1", "Q1"), ("A2", "Q1"), ("A2", "Q2"), ("A3", "Q3")]))
        #expect(found.across == ["A2"])
        #expect(found.figures.map { $0.withheld?.code } == ["lies-across", "lies-across", nil])
    }

    @Test func `a board is withheld while one of its authorities has no figures`() throws {
        var grouping = AreaGrouping(source: "lookup.csv", kind: "boards")
        for (area, board) in [("E1", "Q1"), ("E2", "Q1"), ("E3", "Q2")] { grouping.place(area, .authority, in: board) }
        let found = try Self.outcome(
            "tooth-extractions-0-19", .dentalExtractions,
            Self.extractions([("E1", ["9", "9", "9", "9"]), ("E3", ["9", "9", "9", "9"])]), grouping: grouping)
        #expect(found.figures.map { $0.withheld?.code } == ["incomplete", nil])
        #expect(found.figures[0].withheld?.sentence == "1 of the 2 authorities of Q1 have no figures.")
    }

    @Test func `nobody to divide by withholds that area and no other`() throws {
        let found = try Self.outcome(
            "diabetes-prevalence", .qofPrevalence, QofFileTests.header + "A1,DM,0,17OV,0\nA2,DM,3,17OV,9\n")
        #expect(found.figures.map { $0.withheld?.code } == ["zero-denominator", nil])
    }

    static func extractions(_ rows: [(String, [String])]) -> String {
        let ages = ["age_0_5yrs", "age_6_10yrs", "age_11_14yrs", "age_15_19yrs"]
        return DentalStatisticsFileTests.extractions
            + rows.flatMap { area, counts in
                zip(ages, counts).map { "X,\(area),\(area),\($0),\($1),1000,1819,NA\n" }
            }.joined()
    }

    @Test func `a standardised rate is that of Methods, and a suppressed count withholds it`() throws {
        let found = try Self.outcome(
            "tooth-extractions-0-19", .dentalExtractions,
            Self.extractions([
                ("E1", ["10", "20", "5", "5"]), ("E2", ["NA", "20", "5", "5"]), ("E3", ["5", "0", "0", "0"]),
                ("E4", ["5", "5", "5"]),
            ]))
        // Equal bands of the standard but the last, which E4 lacks: (4 × 10 + 4 × 20 + 4 × 5 + 3 × 5) of 15,000.
        #expect(abs((found.figures[0].value ?? 0) - 155.0 / 15 / 1_000 * 100_000) < 1e-9)
        #expect(
            found.figures.map { $0.withheld?.code } == [nil, "suppressed-count", "too-few-events", "no-denominator"])
        #expect(found.figures[1].count == nil)
    }

    @Test func `the share in the most deprived fifth leaves out areas without a place, and says so`() throws {
        let index = try Published.read(
            .areaDeprivation, "lsoa21_code,IMD_rank,IMD_decile\nE1,1,2\nE2,2,9\nE9,3,5\n")
        let people = "GEOGRAPHY_CODE,C_AGE,OBS_VALUE\nE1,200,30\nE1,201,9\nE2,200,70\nW1,200,50\n"
        let found = try Self.outcome(
            "most-deprived-fifth", .areaPopulations, people, [("index", index)],
            grouping: Self.boards([("E1", "Q1"), ("E2", "Q1")]))
        #expect(found.figures.map(\.value) == [30])
        #expect(found.notes.first?.contains("1 of 3 areas") == true && found.notes.count == 2)
        #expect(
            refusalCode {
                try Self.outcome(
                    "most-deprived-fifth", .areaPopulations, "GEOGRAPHY_CODE,C_AGE,OBS_VALUE\nE5,200,3\n",
                    [("index", index)])
            } == "nothing-matches")
    }

    @Test func `patients of some ages are counted once, from one level`() throws {
        let text =
            RegisteredPatientsFileTests.header
            + [("ALL", "ALL", 10), ("MALE", "0_64", 6), ("MALE", "65+", 1), ("FEMALE", "65+", 3)].map {
                RegisteredPatientsFileTests.row("\($2)", $0, $1)
            }.joined()
        let found = try Self.outcome("patients-65-and-over", .registeredPatients, text)
        #expect(found.figures.map(\.value) == [40] && found.period == "2026-07-01")
    }

    @Test func `a missing file, a file twice, another period and another figure are refused`() throws {
        let other = try Published.read(.qofPrevalence, Self.registers, named: "x_2425.csv")
        func code(_ id: String, _ more: [(String, NeedsReading)] = [], _ period: String? = nil) -> String? {
            refusalCode { try Self.outcome(id, .qofPrevalence, Self.registers, more, period: period) }
        }
        #expect(code("patients-65-and-over") == "file-needed")
        #expect(code("diabetes-prevalence", [("again", other)]) == "file-twice")
        #expect(code("diabetes-prevalence", [], "2011/12") == "no-such-period")
        #expect(code("dementia-prevalence") == "no-such-figure")
    }
}
