import Markup
import Pages
import Tabular
import Testing
import Vocabulary

/// Areas and sites on a map, with their table.
@Suite struct AreaMapTests {
    private func area(_ number: Int, value: Double?) -> AreaMap.Area {
        AreaMap.Area(
            code: "E\(number)", name: number == 0 ? "First" : nil, latitude: 52 + Double(number) / 10,
            longitude: -1 - Double(number) / 20, people: 1_000 + number, value: value)
    }

    private func map(_ values: [Double?], grouping: AreaMap.Grouping = .fifths) throws -> AreaMap {
        try #require(
            AreaMap(
                key: "mapAreas", title: "Access", valueTitle: "UDAs a person", absent: "no site in reach",
                areas: values.enumerated().map { area($0, value: $1) },
                sites: [
                    .init(words: "South", latitude: 52, longitude: -1),
                    .init(words: "New", latitude: 52.1, longitude: -1.1, kind: .marked),
                    .init(words: "Far away", latitude: 40, longitude: -1),
                ], grouping: grouping))
    }

    private func read(_ map: AreaMap) -> ReadPage { ReadPage("<!>" + map.figure(in: Sample.shell).rendered) }

    @Test func `each area is a circle that says its figures, and a site off the sheet is not drawn`() throws {
        let page = read(try map([0, 1, 2, 3, 4, nil]))
        #expect(page.all("circle").filter { $0.attributes["r"] != "5" }.count == 6)
        let words = page.all("title").map(\.text)
        #expect(words.contains("First (E0): 0.00 UDAs a person; 1,000 people"))
        #expect(words.contains("E5: no site in reach; 1,005 people"))
        #expect(words.contains("South") && !words.contains("Far away"))
    }

    @Test func `classes differ in more than colour and are named with their bounds`() throws {
        let map = try map([0, 1, 2, 3, 4, nil])
        let key = read(map).all("li").map(\.text).joined(separator: " ")
        #expect(key.contains("0.00, the fifth with the least (1 area)"))
        #expect(key.contains("no site in reach (1 area)") && key.contains("a site that is new"))
        #expect(map.description.contains("6 areas with 6,015 people, and 3 sites"))
        #expect(map.table().rows.first?[3] == .absent("no site in reach") && map.table().rows.count == 6)
    }

    @Test func `changes are less, the same or more`() throws {
        let page = read(try map([-0.5, 0, 0.25, nil], grouping: .change))
        let classes = page.all("circle").filter { $0.attributes["r"] != "5" }.compactMap { $0.attributes["class"] }
        #expect(classes.sorted() == ["map-gains", "map-loses", "map-same", "map-same"])
    }

    @Test func `the darkest are those with the most where that is worse`() throws {
        let far = try map([0, 1, 2, 3, 4], grouping: .fifthsFromMost)
        let key = read(far).all("li").map(\.text)
        #expect(key.first?.hasSuffix("4.00, the fifth with the most (1 area)") == true)
    }

    @Test func `the drawing keeps its shape, and has a scale in round kilometres`() throws {
        let page = read(try map([0, 1, 2, 3, 4, nil]))
        let drawing = page.all("svg").first { $0.attributes["viewBox"]?.hasPrefix("0 0 480 ") == true }
        #expect(drawing?.attributes["role"] == "img" && drawing?.attributes["height"] == nil)
        #expect(page.all("text").map(\.text).contains { $0.hasSuffix(" km") })
    }

    @Test func `a file of its own has title, description, key and look in it`() throws {
        let file = String(decoding: try map([0, 1, 2, 3, 4, nil]).file(), as: UTF8.self)
        #expect(file.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(file.contains(".map-0 {") && file.contains(":root {") && !file.contains(".swatch"))
        #expect(file.contains("the fifth with the most") && file.contains("<desc") && file.hasSuffix("</svg>\n"))
    }

    @Test func `few areas, all alike, or one place, are drawn too, and none is no map`() throws {
        #expect(read(try map([1])).all("circle").count > 1)
        #expect(read(try map([1, 1, 1, 1, 1, 1])).all("circle").count > 6)
        #expect(
            AreaMap(key: "m", title: "", valueTitle: "", absent: "", areas: []) == nil)
    }
}
