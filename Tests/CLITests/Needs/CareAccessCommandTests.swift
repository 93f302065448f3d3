import ArgumentParser
import Digests
import Foundation
import Testing
import Vocabulary

@testable import CLI

/// `remit access`: three small areas of two boards, eight kilometres apart, and their sites.
struct CareAccessCommandTests {
    private static let files: [(name: String, text: String)] = [
        (
            "people.csv",
            """
            "DATE","GEOGRAPHY_CODE","GEOGRAPHY_NAME","C_AGE","OBS_VALUE","RECORD_COUNT"
            "2024","E01000001","Town 001A","200",1000,3
            "2024","E01000002","Town 001B","200",3000,3
            "2024","E01000003","Town 001C","200",500,3

            """
        ),
        (
            "centroids.jsonl",
            """
            {"objectIdFieldName":"FID","spatialReference":{"wkid":4326},"features":[\
            {"attributes":{"LSOA21CD":"E01000001"},"geometry":{"x":-1.0,"y":52.0}},\
            {"attributes":{"LSOA21CD":"E01000002"},"geometry":{"x":-1.0,"y":52.05}},\
            {"attributes":{"LSOA21CD":"E01000003"},"geometry":{"x":-1.0,"y":52.1}}]}

            """
        ),
        (
            "boards.csv",
            """
            lsoa21_code,sicbl24_code,sicbl24_code_nhs,icb24_code,icb24_code_nhs
            E01000001,E38000001,01A,E54000001,QAA
            E01000002,E38000001,01B,E54000001,QAA
            E01000003,E38000002,02B,E54000002,QBB

            """
        ),
        ("index.csv", "lsoa11_code,IMD_rank,IMD_decile\nE01000001,1,1\nE01000002,2,6\nE01000003,3,10\n"),
        ("sites.csv", "site,name,lsoa,supply\nP1,Surgery,E01000001,2000\nP2,Other,E01000003,1000\n"),
    ]

    private struct Scratch {
        let folder: URL

        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

        func write(_ name: String, _ text: String) throws -> String {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
            return path(name)
        }

        /// What a command comes to, with the files of the suite, and of others where they are named.
        func outcome(_ words: String..., besides: [String] = []) throws -> CareAccessOutcome {
            try outcome(words, CareAccessCommandTests.files.map { path($0.name) } + besides)
        }

        func outcome(_ words: [String], _ files: [String]) throws -> CareAccessOutcome {
            switch try RoundScratch.Root.parseAsRoot(["access"] + words + files) {
            case let show as CareAccessShowCommand: return try show.outcome()
            case let change as CareAccessWhatIfCommand: return try change.outcome()
            case let site as CareAccessSiteCommand: return try site.outcome()
            default: throw Refusal(.usage, code: "no-such-command", "")
            }
        }

        func code(_ words: String..., besides: [String] = []) throws -> String? {
            do {
                _ = try outcome(words, CareAccessCommandTests.files.map { path($0.name) } + besides)
                return nil
            } catch let refusal as Refusal { return refusal.code }
        }
    }

    private func with<T>(_ body: (Scratch) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let scratch = Scratch(folder: folder)
        for file in Self.files { _ = try scratch.write(file.name, file.text) }
        return try body(scratch)
    }

    private static func rows(_ document: JSONValue, _ key: String) -> [JSONValue] {
        if case .list(let rows)? = document[key] { rows } else { [] }
    }

    private static func number(_ value: JSONValue?) -> Double? {
        switch value {
        case .decimal(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }

    @Test func `what people reach is told by area and fifth, shared out whole, and cited by digest`() throws {
        try with { scratch in
            // Eight kilometres along the way, 5.6 by straight line: each site reaches its own area and the middle one.
            let outcome = try scratch.outcome("show", "--board", "QAA", "--reach", "8", "--decay", "none")
            let document = outcome.document
            #expect(Self.number(document["supplyReached"]) == 3_000)
            #expect(abs((Self.number(document["supplyShared"]) ?? 0) - 3_000) < 1e-9)
            let areas = Self.rows(document, "areas")
            #expect(areas.map { $0["area"] } == ["E01000001", "E01000002"])
            // 2,000 among 4,000 people; the middle also has 1,000 among 3,500. Shown with three decimals.
            #expect(abs((Self.number(areas[0]["access"]) ?? 0) - 0.5) < 1e-9)
            #expect(abs((Self.number(areas[1]["access"]) ?? 0) - 0.786) < 1e-9)
            #expect(Self.rows(document, "fifths").count == 2 && Self.rows(document, "sites").count == 1)
            guard case .object(let members) = document else { return }
            #expect(members.suffix(2).map(\.key) == ["sources", "digest"])
            #expect(document["digest"] == .text(Digest.of(JSONValue.object(members.dropLast())).description))
            #expect(Self.rows(document, "sources").count == 5)
            #expect(Self.rows(document, "sources")[4]["digest"] == .text(Digest.of(Self.files[4].text).description))
        }
    }

    @Test func `the same files and words have the same digest, and another reach has another`() throws {
        try with { scratch in
            func digest(_ reach: String) throws -> EvidenceID {
                try scratch.outcome("show", "--board", "QAA", "--reach", reach).digest
            }
            let first = try digest("8")
            #expect(try digest("8") == first)
            #expect(try digest("9") != first)
        }
    }

    @Test func `a location is asked about alone, in either form of its code`() throws {
        try with { scratch in
            for code in ["01B", "E38000002"] {
                let document = try scratch.outcome("show", "--location", code, "--reach", "8").document
                #expect(Self.rows(document, "areas").count == 1, "\(code)")
            }
        }
    }

    @Test func `a closure takes from those who came, and both answers share out what is reached`() throws {
        try with { scratch in
            let document = try scratch.outcome(
                "what-if", "--board", "QAA", "--reach", "8", "--decay", "none", "--close", "P1"
            ).document
            #expect(document["changes"] == ["P1 closes"])
            #expect(Self.number(document["supplyReachedAfter"]) == 1_000)
            #expect(abs((Self.number(document["supplySharedAfter"]) ?? 0) - 1_000) < 1e-9)
            #expect(abs((Self.number(document["net"]) ?? 0) + 2_000) < 1e-9)
            let summary = Self.rows(document, "summary")
            #expect(summary[0]["losing"] == 4_000 && summary[0]["losingAll"] == 1_000)
        }
    }

    @Test func `capacity, a move and a new site are asked about together, in places by code, name or degrees`() throws {
        try with { scratch in
            let document = try scratch.outcome(
                "what-if", "--board", "QAA", "--reach", "8", "--capacity", "P2=4000", "--move", "P1=Town 001B", "--add",
                "new=500@52.0,-1.0"
            ).document
            #expect(
                document["changes"] == [
                    "P2 supplies 4,000", "P1 moves to Town 001B", "new comes to 52.0,-1.0 with 500",
                ])
            #expect(Self.number(document["supplyReachedAfter"]) == 6_500)
            #expect(abs((Self.number(document["supplySharedAfter"]) ?? 0) - 6_500) < 1e-6)
        }
    }

    @Test(.enabled(if: RoundSolving.withoutSolver == nil, "the solver is not installed"))
    func `the best place is found, proved, and named with what it comes to`() throws {
        try with { scratch in
            let document = try scratch.outcome(
                "site", "--board", "QAA", "--further", "1", "--reach", "2", "--aim", "covering"
            ).document
            // 3,000 people in the middle are beyond two kilometres of both sites.
            #expect(document["isProved"] == true && document["status"] == "optimal")
            #expect(Self.rows(document, "opened").map { $0["site"] } == ["E01000002"])
            #expect(Self.rows(document, "fifths").first?["gain"] == 3_000)
            let given = try scratch.write("places.csv", "site,name,lsoa,supply\nC1,There,E01000001,0\n")
            let among = try scratch.outcome(
                "site", "--board", "QAA", "--further", "1", "--reach", "2", "--aim", "distance", "--candidates", given)
            #expect(Self.rows(among.document, "sources").count == 6, "the list of candidates is a source too")
        }
    }

    @Test func `a map is written, with circles, or with the boundaries that are given`() throws {
        try with { scratch in
            let map = scratch.path("map.svg")
            func drawn(_ words: String...) throws -> String {
                _ = try scratch.outcome(
                    ["show", "--board", "QAA", "--map", map] + words, Self.files.map { scratch.path($0.name) })
                return try String(contentsOfFile: map, encoding: .utf8)
            }
            #expect(try !drawn().contains("<path"))
            let ring = "[[-1.02,51.98],[-0.98,51.98],[-0.98,52.02],[-1.02,52.02],[-1.02,51.98]]"
            func boundaries(_ ring: String, _ code: String = "E01000001") throws -> String {
                try scratch.write(
                    "b.geojson",
                    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"\#(code)"},"#
                        + #""geometry":{"type":"Polygon","coordinates":[\#(ring)]}}]}"#)
            }
            let found = try drawn("--boundaries", boundaries(ring))
            #expect(found.contains("<path") && found.contains("<circle"))
            let name = try boundaries(ring)
            #expect(try scratch.code("show", "--board", "QAA", "--boundaries", name) == "map-needed")
            #expect(try scratch.code("show", "--board", "QAA", besides: [name]) == "boundaries-for-a-map")
            func code(_ file: String) throws -> String? {
                try scratch.code("show", "--board", "QAA", "--map", map, "--boundaries", file)
            }
            #expect(try code(boundaries(ring, "E01000003")) == "no-area-matches")
            #expect(try code(boundaries("[[52,-1],[52,-1.1],[52.1,-1.1],[52,-1]]")) == "coordinates-swapped")
            #expect(
                try code(boundaries("[[453000,280000],[453001,280000],[453001,280001],[453000,280000]]"))
                    == "not-degrees")
            #expect(try code(scratch.write("b.geojson", "{")) != nil)
            #expect(try code(scratch.path("sites.csv")) == "not-this-layout")
        }
    }

    @Test func `every way of asking wrongly is refused with its own code`() throws {
        try with { scratch in
            func code(_ words: String..., besides: [String] = []) throws -> String? {
                do {
                    _ = try scratch.outcome(words, Self.files.map { scratch.path($0.name) } + besides)
                    return nil
                } catch let refusal as Refusal { return refusal.code }
            }
            #expect(try code("show", "--board", "QZZ") == "no-such-area")
            #expect(try code("show", "--location", "9Z9") == "no-such-area")
            #expect(try code("show") == "whose-access")
            #expect(try code("show", "--board", "QAA", "--location", "01B") == "whose-access")
            #expect(try code("show", "--board", "QAA", "--reach", "0") == "bad-reach")
            #expect(try code("show", "--board", "QAA", "--per", "0") == "bad-per")
            #expect(try code("show", "--board", "QAA", "--shorter", "20") == "bad-reach")
            #expect(try code("show", "--board", "QAA", "--decay", "gravity") == "no-parameter")
            #expect(try code("show", "--board", "QAA", "--supply", "contracted") == "file-needed")
            #expect(try code("what-if", "--board", "QAA") == "no-changes")
            #expect(try code("what-if", "--board", "QAA", "--close", "P9") == "no-such-site")
            #expect(try code("what-if", "--board", "QAA", "--capacity", "P1") == "unreadable-change")
            #expect(try code("what-if", "--board", "QAA", "--capacity", "P1=-5") == "negative-supply")
            #expect(try code("what-if", "--board", "QAA", "--move", "P1=Nowhere") == "no-such-place")
            #expect(try code("what-if", "--board", "QAA", "--add", "new=5@-1.0,52.0") == "coordinates-swapped")
            #expect(try code("what-if", "--board", "QAA", "--add", "new=5@48.8,2.3") == "coordinates-outside")
            #expect(try code("what-if", "--board", "QAA", "--add", "P1=5@E01000001") == "site-twice")
            #expect(try code("site", "--board", "QAA", "--further", "9") == "bad-number")
            let second = try scratch.write("more.csv", Self.files[4].text)
            #expect(try code("show", "--board", "QAA", besides: [second]) == "file-twice")
        }
    }

    @Test func `sites with swapped coordinates are refused row by row, and the rest is answered`() throws {
        try with { scratch in
            _ = try scratch.write(
                "sites.csv",
                "site,name,latitude,longitude,supply\nP1,Surgery,52.0,-1.0,2000\nP2,Wrong way round,-1.0,52.0,1000\n")
            let document = try scratch.outcome("show", "--board", "QAA", "--reach", "8").document
            #expect(Self.number(document["supplyReached"]) == 2_000)
            guard case .list(let notes)? = document["notes"] else { return }
            #expect(notes.contains("1 row of sites.csv was refused; nothing of it is counted."))
        }
    }

    @Test func `a table of travel needs a reach, and a row of an unknown area is left out and said`() throws {
        try with { scratch in
            let table = try scratch.write(
                "travel.csv", "area,site,minutes\nE01000001,P1,10\nE01000002,P1,20\nE01000003,P2,5\nE01999999,P1,5\n")
            func outcome(_ words: String...) throws -> CareAccessOutcome {
                try scratch.outcome(words, Self.files.map { scratch.path($0.name) } + [table])
            }
            let document = try outcome("show", "--board", "QAA", "--reach", "15", "--decay", "none").document
            #expect(Self.number(document["supplyReached"]) == 3_000)
            #expect(Self.rows(document, "areas").first?["access"] == .null, "20 minutes are beyond reach")
            #expect(Self.rows(document, "leftOut").map { $0["code"] } == ["E01999999"])
            #expect(try scratch.code("show", "--board", "QAA", besides: [table]) == "reach-needed")
            #expect(
                try scratch.code(
                    "what-if", "--board", "QAA", "--reach", "15", "--move", "P1=E01000002", besides: [table])
                    == "no-way-known")
        }
    }
}
