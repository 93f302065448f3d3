import Markup
import Methods
import Needs
import Testing
import Vocabulary

@testable import Pages

/// Areas drawn by boundaries that somebody gave.
@Suite struct AreaMapOutlineTests {
    private static let map = AreaMap(
        key: "mapAreas", title: "Access", valueTitle: "UDAs a person", absent: "no site in reach",
        areas: (0..<3).map { number in
            AreaMap.Area(
                code: "E\(number)", name: nil, latitude: 52.05 + Double(number) / 10, longitude: -1,
                people: 1_000, value: Double(number))
        })!

    /// A ring with many points along each side of a square about an area.
    private static func ring(_ number: Int, half: Double = 0.05, points: Int = 200) -> [MapPoint] {
        let middle = MapPoint(52.05 + Double(number) / 10, -1)
        let corners = [(-1.0, -1.0), (-1, 1), (1, 1), (1, -1), (-1, -1)]
        var ring: [MapPoint] = []
        for (from, to) in zip(corners, corners.dropFirst()) {
            for step in 0..<points {
                let part = Double(step) / Double(points)
                ring.append(
                    MapPoint(
                        middle.first + half * (from.0 + part * (to.0 - from.0)),
                        middle.second + half * (from.1 + part * (to.1 - from.1))))
            }
        }
        return ring + [ring[0]]
    }

    private func read(_ map: AreaMap) -> ReadPage { ReadPage("<!>" + map.figure(in: Sample.shell).rendered) }

    @Test func `an area with a boundary is one path, and one without stays a circle and is counted`() {
        let map = Self.map.outlined(by: [
            AreaBoundary(area: "E0", rings: [Self.ring(0), Self.ring(0, half: 0.02)]),
            AreaBoundary(area: "E1", rings: [Self.ring(1)]), AreaBoundary(area: "X", rings: [Self.ring(2)]),
        ])
        #expect(map.outlinedAreas == 2)
        let page = read(map)
        let paths = page.all("path").compactMap { $0.attributes["d"] }
        #expect(paths.count == 2 && paths[0].count { $0 == "M" } == 2 && paths[1].count { $0 == "M" } == 1)
        #expect(page.all("circle").filter { $0.attributes["r"] != "5" }.count == 1)
        #expect(map.howToRead?.contains("For 1 of 3 none was given") == true)
        #expect(page.all("title").map(\.text).contains("E0: 0.00 UDAs a person; 1,000 people"))
    }

    @Test func `points that the drawing cannot show are left out, and corners stay`() throws {
        let map = Self.map.outlined(by: [AreaBoundary(area: "E0", rings: [Self.ring(0)])])
        let outline = try #require(map.areas[0].outline?.first)
        #expect(outline.count == 10, "four corners and the first again")
        #expect(Set(stride(from: 0, to: 10, by: 2).map { outline[$0] }) == [52, 52.1])
        #expect(outline.prefix(2) == outline.suffix(2))
    }

    @Test func `a part that is smaller than the drawing can show is left out, and an area of such parts is a circle`() {
        let speck = Self.ring(1, half: 0.00001)
        let map = Self.map.outlined(by: [
            AreaBoundary(area: "E0", rings: [Self.ring(0), speck]), AreaBoundary(area: "E1", rings: [speck]),
        ])
        #expect(map.areas[0].outline?.count == 1 && map.areas[1].outline == nil)
    }

    @Test func `the sheet holds the outlines whole, also where they go beyond the centroids`() {
        let map = Self.map.outlined(by: [AreaBoundary(area: "E0", rings: [Self.ring(0, half: 0.5)])])
        let numbers = read(map).all("path").compactMap { $0.attributes["d"] }.joined()
            .split { "MLZ ".contains($0) }.compactMap { Double($0) }
        #expect(!numbers.isEmpty && numbers.allSatisfy { $0 >= 0 && $0 <= 700 })
    }

    @Test func `a picture that is kept has its outlines again, and one that cannot be drawn is none`() throws {
        let map = Self.map.outlined(by: [AreaBoundary(area: "E0", rings: [Self.ring(0)])])
        let json = ShownPicture.map(map).json
        guard case .map(let again)? = ShownPicture(json, key: "again") else {
            Issue.record("it is no picture")
            return
        }
        #expect(again.areas == map.areas)
        let text = json.canonical.replacing("\"outline\":[[", with: "\"outline\":[[1e30,")
        #expect(ShownPicture(try JSONValue(parsing: Array(text.utf8), named: "map"), key: "bad") == nil)
    }
}
