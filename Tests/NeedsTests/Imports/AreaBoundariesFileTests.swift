import Methods
import Tabular
import Testing
import Vocabulary

@testable import Needs

/// Boundaries as GeoJSON: invented squares.
struct AreaBoundariesFileTests {
    /// A square of a tenth of a degree, its south-west corner at a place.
    static func square(_ along: Double, _ up: Double, side: Double = 0.1) -> String {
        let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
            "[\(along + $0.0 * side),\(up + $0.1 * side)]"
        }
        return "[\(corners.joined(separator: ","))]"
    }

    static func feature(_ properties: String, _ geometry: String) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(geometry)}"#
    }

    static func polygon(_ rings: String...) -> String {
        #"{"type":"Polygon","coordinates":[\#(rings.joined(separator: ","))]}"#
    }

    static func file(_ features: String..., besides: String = "") -> String {
        #"{"type":"FeatureCollection",\#(besides)"features":[\#(features.joined(separator: ","))]}"#
    }

    static let first = feature(#""LSOA21CD":"E01000001""#, polygon(square(-1, 52), square(-0.97, 52.03, side: 0.02)))

    private static func read(
        _ text: String, areas: Set<String> = ["E01000001", "E01000002"]
    ) throws -> Reading<AreaBoundary> {
        try AreaBoundariesFile.read(
            Array(text.utf8), named: "b.geojson", areas: areas, extent: Village.rules().extent)
    }

    private static func code(_ text: String) -> String? {
        do {
            _ = try read(text)
            return nil
        } catch { return (error as? Refusal)?.code }
    }

    @Test func `polygons with holes and areas of several parts are kept, by a named property or any with a known code`()
        throws
    {
        let several = #"{"type":"MultiPolygon","coordinates":[[\#(Self.square(-2, 52))],[\#(Self.square(-3, 52))]]}"#
        let reading = try Self.read(
            Self.file(Self.first, Self.feature(#""area_code":"E01000002","name":"Two""#, several)))
        #expect(reading.values.map(\.value.area) == ["E01000001", "E01000002"])
        #expect(reading.values.map(\.value.rings.count) == [2, 2])
        #expect(reading.values[0].value.rings[0][0] == MapPoint(52, -1))
        #expect(AreaBoundariesFile.recognises(Array(Self.file(Self.first).utf8)))
    }

    @Test func `a feature at fault is refused by itself, and none is lost`() throws {
        let reading = try Self.read(
            Self.file(
                Self.first, Self.first, Self.feature(#""name":"Nowhere""#, Self.polygon(Self.square(-1, 52))),
                Self.feature(#""LSOA21CD":"E01000003""#, "null"),
                Self.feature(#""LSOA21CD":"E01000004""#, Self.polygon("[[-1,52],[-1,53],[-1,52]]")),
                Self.feature(#""LSOA21CD":"E01000005""#, Self.polygon(#"[[-1,52],[-1],["a",52],[-1,52]]"#)),
                Self.feature(#""LSOA21CD":"E01000006""#, Self.polygon(Self.square(60, 10)))))
        #expect(reading.rowsRead == 7 && reading.values.count == 1 && reading.problems.count == 6)
        #expect(
            reading.problems.map(\.code)
                == ["duplicate-row", "no-code", "no-boundary", "bad-ring", "bad-ring", "coordinates-outside"])
        #expect(reading.problems.map(\.row) == [2, 3, 4, 5, 6, 7])
    }

    @Test func `a whole file in metres, the wrong way round or of another kind is refused`() {
        let metres = Self.feature(#""LSOA21CD":"E01000001""#, Self.polygon(Self.square(530_034, 180_381)))
        let swapped = Self.feature(#""LSOA21CD":"E01000001""#, Self.polygon(Self.square(52, -1)))
        #expect(Self.code(Self.file(metres)) == "not-degrees")
        let system = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"#
        #expect(Self.code(Self.file(Self.first, besides: system)) == "not-degrees")
        #expect(Self.code(Self.file(swapped)) == "coordinates-swapped")
        #expect(Self.code(#"{"type":"Topology","features":[]}"#) == "not-this-layout")
        #expect(Self.code(#"{"type":"FeatureCollection"}"#) == "not-this-layout")
        #expect(Self.code("area,name\nE01000001,Town") == "not-this-layout")
        #expect(Self.code(Self.file()) == "no-data-rows")
        #expect(Self.code(String(Self.file(Self.first).dropLast(4))) != nil)
    }
}
