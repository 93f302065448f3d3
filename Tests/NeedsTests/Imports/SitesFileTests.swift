import Methods
import Needs
import Tabular
import TestSupport
import Testing
import Vocabulary

/// Local lists of sites.
struct SitesFileTests {
    private func read(_ text: String) throws -> Reading<SitesFile.Entry> {
        try SitesFile.read(
            Sheet(csv: Array(text.utf8), named: "sites.csv"), extent: try Village.rules().extent)
    }

    private func codes(_ reading: Reading<SitesFile.Entry>) -> [String] {
        reading.problems.filter { $0.effect == .refused }.map(\.code)
    }

    @Test func `a site is known by its area or by its place, with a reach if it has one`() throws {
        let areas = try read("site,name,lsoa,supply,reach\nP1,Surgery,E01000001,4.5,\nP2,Hospital,E01000002,100,30\n")
        #expect(areas.values.map(\.value.area) == ["E01000001", "E01000002"])
        #expect(areas.values.map(\.value.site.supply) == [4.5, 100] && areas.values[1].value.site.reach == 30)
        let places = try read("site,name,latitude,longitude,supply\nP1,,52.5,-1.5,3\n")
        #expect(places.values.map(\.value.site.place) == [MapPoint(52.5, -1.5)] && places.values[0].value.area == nil)
    }

    @Test func `coordinates that are swapped or outside England are problems, with their row`() throws {
        let found = try read(
            "site,name,latitude,longitude,supply\nP1,,-1.5,52.5,3\nP2,,48.8,2.3,3\nP3,,52.5,,3\nP4,,52.5,-1,3\n")
        #expect(codes(found) == ["coordinates-swapped", "coordinates-outside", "blank"])
        #expect(found.problems.map(\.row) == [2, 3, 4] && found.values.map(\.value.site.code) == ["P4"])
    }

    @Test func `rows read are rows kept and refused`() throws {
        let found = try read(
            """
            site,name,lsoa,supply,reach
            P1,a,E01000001,1,
            P1,a,E01000001,1,
            P2,a,,1,
            P3,a,E01000001,,
            P4,a,E01000001,many,
            P5,a,E01000001,-1,
            P6,a,E01000001,1,0

            """)
        #expect(
            codes(found) == ["duplicate-row", "blank", "blank", "unreadable-figure", "negative-supply", "bad-reach"])
        #expect(found.rowsRead == 7 && found.values.count == 1)
    }

    @Test func `another file is refused whole`() {
        #expect(throws: Refusal.self) { try read("site,name,supply\nP1,a,1\n") }
        #expect(throws: Refusal.self) { try read("site,name,lsoa,supply\n") }
    }
}
