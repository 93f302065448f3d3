import Organisations
import TestSupport
import Testing
import Vocabulary

struct PlaceCodesTests {
    static func directory() throws -> Directory {
        try Directory(
            organisations: [
                board("A", "2016-04-01", "2020-04-01"), board("B", "2020-04-01", "2026-04-01"),
                board("C", "2020-04-01", "2026-04-01"), board("D", "2026-04-01"), board("E", "2026-04-01"),
                board("F", "2016-04-01"), board("G", "2016-04-01", "2021-04-01"),
                board("H", "2016-04-01", "2020-05-01"),
            ],
            handovers: [
                handover("A", "2020-04-01", ["B": 1, "C": 2]), handover("B", "2026-04-01", ["D": 1]),
                handover("C", "2026-04-01", ["D": 1, "E": 3]), handover("H", "2020-04-01", ["B": 5]),
            ])
    }

    @Test func `a code that still stands is the same, whatever its neighbours did`() throws {
        #expect(
            try Self.directory().place(code("F"), from: day("2016-04-01"), on: day("2030-01-01")) == .same)
        #expect(
            try Self.directory().place(code("A"), from: day("2016-04-01"), on: day("2020-03-31")) == .same)
    }

    @Test func `a code whose work went to one organisation has moved`() throws {
        let placement = try Self.directory().place(code("B"), from: day("2020-04-01"), on: day("2026-04-01"))
        #expect(placement == .moved(to: code("D")))
    }

    @Test func `shares are multiplied and added along the way`() throws {
        // A third to B and so to D; two thirds to C, of which a quarter to D: 1/3 + 2/12 = 1/2.
        let placement = try Self.directory().place(code("A"), from: day("2019-04-01"), on: day("2026-04-01"))
        let half = try #require(Share(1, of: 2))
        #expect(
            placement == .split([.init(code: code("D"), share: half), .init(code: code("E"), share: half)]))
    }

    @Test func `on the way a split is seen as it was then`() throws {
        let placement = try Self.directory().place(code("A"), from: day("2019-04-01"), on: day("2022-01-01"))
        let (third, rest) = try (#require(Share(1, of: 3)), #require(Share(2, of: 3)))
        #expect(
            placement == .split([.init(code: code("C"), share: rest), .init(code: code("B"), share: third)]))
    }

    @Test func `a figure that still stands under a code that handed over goes where the rest went`() throws {
        let placement = try Self.directory().place(code("H"), from: day("2020-04-15"), on: day("2021-01-01"))
        #expect(placement == .moved(to: code("B")))
    }

    @Test(arguments: [
        ("Z", "2020-04-01", "2026-04-01"), ("A", "2024-04-01", "2026-04-01"),
        ("G", "2019-04-01", "2022-04-01"),
        ("D", "2026-04-01", "2020-04-01"), ("A", "2016-03-31", "2016-04-01"),
    ])
    func `what the directory cannot place is unknown`(text: String, start: String, end: String) throws {
        #expect(try Self.directory().place(code(text), from: day(start), on: day(end)) == .unknown)
    }

    @Test func `every board of 2025 is placed on the boards of 2026`() {
        let directory = Directory.shipped
        let placements = directory.all(.integratedCareBoard, on: day("2025-03-31"))
            .map { directory.place($0.code, from: day("2025-03-31"), on: day("2026-07-01")) }
        #expect(placements.count { $0 == .same } == 30)
        #expect(!placements.contains(.unknown))
        #expect(placements.count { if case .split = $0 { true } else { false } } == 3)
    }
}
