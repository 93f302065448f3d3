import Needs
import Tabular
import TestSupport
import Testing

struct AreaCentroidsFileTests {
    static func page(_ features: String, _ reference: Int = 4_326) -> String {
        "{\"objectIdFieldName\":\"FID\",\"spatialReference\":{\"wkid\":\(reference)},\"features\":[\(features)]}"
    }

    static func area(_ code: String, _ place: String = "{\"x\":-1.5,\"y\":52}") -> String {
        "{\"attributes\":{\"LSOA21CD\":\"\(code)\"},\"geometry\":\(place)}"
    }

    @Test func `areas of all pages are read, and those without a code or a place refused`() throws {
        let text =
            Self.page([Self.area("E01000001"), Self.area("")].joined(separator: ",")) + "\n"
            + Self.page([Self.area("E01000001"), Self.area("E01000002", "null")].joined(separator: ",")) + "\n"
        #expect(AreaCentroidsFile.recognises(Array(text.utf8)))
        let reading = try Published.read(.areaCentroids, text)
        guard case .centroids(let areas) = reading else { return }
        #expect(areas.values.map(\.value) == [AreaCentroid(area: "E01000001", latitude: 52, longitude: -1.5)])
        #expect(Published.refused(reading) == ["blank", "duplicate-row", "no-place"] && reading.balances)
    }

    @Test func `another reference than degrees, and pages without areas, are refused whole`() {
        #expect(refusalCode { try Published.read(.areaCentroids, Self.page(Self.area("E1"), 27_700)) } == "not-degrees")
        #expect(refusalCode { try Published.read(.areaCentroids, Self.page("")) } == "no-data-rows")
        #expect(refusalCode { try Published.read(.areaCentroids, "{\"objectIdFieldName\":1}") } == "not-this-layout")
    }

    @Test(.enabled(if: SharedData.has("data/ons_geography"), "the centroids are not here"))
    func `every area of the published pages has its place`() throws {
        let reading = try Published.read(
            .areaCentroids, at: "data/ons_geography/lsoa21_pop_centroids_pages.jsonl.gz")
        #expect(reading.rowsKept == reading.rowsRead && reading.rowsRead > 33_000)
    }
}
