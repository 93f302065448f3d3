import Organisations
import TestSupport
import Testing
import Vocabulary

func day(_ text: String) -> Day { Day(text)! }

func code(_ text: String) -> OrganisationCode { OrganisationCode(text)! }

func board(_ name: String, _ start: String, _ end: String? = nil) -> Organisation {
    Organisation(
        code: code(name), name: "\(name) ICB", kind: .integratedCareBoard,
        region: Region(code: code("Y60"), name: "Midlands"),
        period: Period(from: day(start), to: end.map(day))!, source: "a test", isVerified: true)
}

func handover(_ predecessor: String, _ on: String, _ counts: [String: Int]) -> Handover {
    Handover(
        predecessor: code(predecessor), day: day(on),
        counts: Dictionary(uniqueKeysWithValues: counts.map { (code($0.key), $0.value) }),
        counted: "practices")!
}

struct DirectoryTests {
    let directory = Directory.shipped

    @Test(arguments: [
        ("2016-04-01", Organisation.Kind.areaTeam, 27), ("2020-03-31", .areaTeam, 27),
        ("2020-04-30", .areaTeam, 2),
        ("2020-05-01", .areaTeam, 0), ("2020-03-31", .integratedCareBoard, 0),
        ("2020-04-01", .integratedCareBoard, 42),
        ("2026-03-31", .integratedCareBoard, 42), ("2026-04-01", .integratedCareBoard, 36),
        ("2024-03-31", .healthAndJustice, 0), ("2024-04-01", .healthAndJustice, 3),
        ("2016-04-01", .region, 4),
        ("2026-04-01", .region, 7),
    ])
    func `on each day there are as many of each kind as were published`(
        on: String, kind: Organisation.Kind, count: Int
    ) {
        #expect(directory.all(kind, on: day(on)).count == count)
    }

    @Test func `a code has its name and region on its days and not on others`() {
        #expect(
            directory.name(of: code("Q44"), on: day("2020-03-31")) == "Cheshire, Warrington and Wirral AT")
        #expect(directory.name(of: code("Q44"), on: day("2020-04-01")) == nil)
        #expect(directory.region(of: code("QYG"), on: day("2024-04-01"))?.name == "North West")
        #expect(directory.region(of: code("D7T5G"), on: day("2026-04-01"))?.code == code("Y61"))
        #expect(directory.organisation(code("D7T5G"), on: day("2026-03-31")) == nil)
        #expect(directory.name(of: code("ZZZ"), on: day("2024-04-01")) == nil)
    }

    @Test
    func `every commissioner has a region that stands in the directory by the same name on the same days`() {
        for organisation in directory.organisations where organisation.kind != .region {
            guard let region = organisation.region else {
                Issue.record("\(organisation.code) has no region")
                continue
            }
            let last = organisation.period.end.map { $0.adding(days: -1) } ?? organisation.period.start
            #expect(directory.name(of: region.code, on: organisation.period.start) == region.name)
            #expect(directory.name(of: region.code, on: last) == region.name, "\(organisation.code)")
        }
    }

    @Test func `a board that ends hands over on that day to boards that stand on it`() {
        let ended = directory.organisations.filter { $0.kind == .integratedCareBoard && $0.period.end != nil }
        #expect(ended.count == 12 && directory.handovers.count == 12)
        for organisation in ended {
            let parts = directory.successors(of: organisation.code, on: organisation.period.end!)
            #expect(!parts.isEmpty)
            #expect(
                parts.allSatisfy { directory.organisation($0.successor, on: organisation.period.end!) != nil }
            )
            #expect(directory.successors(of: organisation.code, on: day("2026-03-31")).isEmpty)
        }
    }

    @Test func `Frimley went to three boards`() {
        let parts = directory.successors(of: code("QNQ"), on: day("2026-04-01"))
        #expect(parts.map(\.successor) == [code("S0E4D"), code("QRL"), code("S9B9J")])
        #expect(parts.map(\.count) == [41, 14, 11])
        #expect(parts.first?.share == Share(41, of: 66))
    }

    @Test func `one code cannot stand for two organisations on one day`() throws {
        let refusal = try #require(throws: Refusal.self) {
            try Directory(organisations: [board("A", "2020-04-01"), board("A", "2024-04-01")])
        }
        #expect(refusal.code == "bad-directory" && refusal.sentence.contains("A stands for two"))
        #expect(throws: Never.self) {
            try Directory(organisations: [board("A", "2020-04-01", "2024-04-01"), board("A", "2024-04-01")])
        }
    }

    @Test func `a handover to nobody known, or twice on one day, is refused`() throws {
        let boards = [board("A", "2020-04-01", "2024-04-01"), board("B", "2020-04-01")]
        #expect(throws: Refusal.self) {
            try Directory(organisations: boards, handovers: [handover("A", "2024-04-01", ["C": 1])])
        }
        let whole = handover("A", "2024-04-01", ["B": 1])
        #expect(throws: Refusal.self) { try Directory(organisations: boards, handovers: [whole, whole]) }
        #expect(try Directory(organisations: boards).adding([whole]).handovers == [whole])
    }
}

struct HandoverTests {
    @Test func `the shares of a handover sum to the whole, the largest first`() {
        let split = handover("A", "2024-04-01", ["B": 29, "C": 97, "D": 0])
        #expect(split.parts.map(\.successor) == [code("C"), code("B")])
        #expect(split.parts.map(\.share) == [Share(97, of: 126)!, Share(29, of: 126)!])
        #expect(!split.isWhole && split.successions.count == 2)
        #expect(split.successions.allSatisfy { $0.isDerived && $0.predecessor == code("A") })
        #expect(handover("A", "2024-04-01", ["B": 3]).isWhole)
    }

    @Test func `a handover of nothing, or of less, is none`() {
        for counts in [[:], [code("B"): 0], [code("B"): -1, code("C"): 5]] as [[OrganisationCode: Int]] {
            #expect(
                Handover(predecessor: code("A"), day: day("2024-04-01"), counts: counts, counted: "x") == nil)
        }
    }
}
