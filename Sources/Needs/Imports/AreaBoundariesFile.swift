public import Methods
public import Tabular
public import Vocabulary

/// Boundaries of small areas as GeoJSON (RFC 7946): a collection of features, each a polygon or several, longitude and
/// latitude in degrees on WGS 84.
///
/// An area's code stands under `LSOA21CD`, `LSOA11CD` or the same in small letters; else in any property whose text is the
/// code of an area that is known. Each feature is a row.
public enum AreaBoundariesFile {
    private static let codes = ["LSOA21CD", "LSOA11CD", "lsoa21cd", "lsoa11cd"]

    /// True where the bytes begin as such a collection does.
    public static func recognises(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(400), as: UTF8.self)
        return TrimmedText.trim(head).hasPrefix("{") && head.contains("\"FeatureCollection\"")
    }

    /// - Parameters:
    ///   - areas: codes that are known.
    ///   - extent: where places of England lie, latitude first.
    /// - Returns: rows refused with `no-code`, `no-boundary`, `bad-ring`, `coordinates-outside`, `duplicate-row`.
    /// - Throws: `Refusal` of kind `input` of the whole file: `not-this-layout` where it is no collection of features,
    ///   `not-degrees` where it is in metres, `coordinates-swapped`, `no-data-rows`, and what a document refuses that is no
    ///   JSON.
    public static func read(
        _ bytes: [UInt8], named name: String, areas: Set<String>, extent: MapExtent
    ) throws(Refusal) -> Reading<AreaBoundary> {
        guard bytes.first(where: { $0 > 32 && $0 < 128 }) == UInt8(ascii: "{") else { throw noCollection(name) }
        let document = try JSONValue(parsing: bytes, named: name)
        guard document["type"] == .text("FeatureCollection"), case .list(let features)? = document["features"] else {
            throw noCollection(name)
        }
        guard !features.isEmpty else {
            throw Refusal(.input, code: "no-data-rows", "\(name.printable) has no features.")
        }
        if case .text(let system)? = document["crs"]?["properties"]?["name"], system.contains("27700") {
            throw inMetres(name, "its reference system is \(system.printable)")
        }
        var reading = Reading<AreaBoundary>()
        var seen: [String: Int] = [:]
        for feature in features {
            reading.rowsRead += 1
            do {
                let boundary = try boundary(feature, among: areas, within: extent, name)
                if let first = seen[boundary.area] {
                    throw RowFault(
                        column: nil, code: "duplicate-row", "\(boundary.area) stands in feature \(first) already.")
                }
                seen[boundary.area] = reading.rowsRead
                reading.values.append(.init(row: reading.rowsRead, value: boundary))
            } catch let fault as RowFault {
                reading.problems.append(
                    Problem(
                        row: reading.rowsRead, column: fault.column, code: fault.code, fault.explanation,
                        effect: .refused))
            } catch let refusal as Refusal {
                throw refusal
            } catch {
                preconditionFailure("a feature is read, or at fault: \(error)")
            }
        }
        return reading
    }

    /// - Throws: `RowFault` of this feature, `Refusal` of the whole file.
    private static func boundary(
        _ feature: JSONValue, among areas: Set<String>, within extent: MapExtent, _ name: String
    ) throws -> AreaBoundary {
        guard let area = code(of: feature, among: areas) else {
            throw RowFault(
                column: "properties", code: "no-code",
                "The feature has no \(codes[0]) or \(codes[1]), and no property with the code of an area.")
        }
        let geometry = feature["geometry"]
        let parts: [JSONValue]
        switch (geometry?["type"], geometry?["coordinates"]) {
        case (.text("Polygon")?, .list(let rings)?): parts = rings
        case (.text("MultiPolygon")?, .list(let polygons)?):
            parts = polygons.flatMap { polygon -> [JSONValue] in
                if case .list(let rings) = polygon { rings } else { [.null] }
            }
        default:
            throw RowFault(column: "geometry", code: "no-boundary", "\(area) has no polygon.")
        }
        guard !parts.isEmpty else {
            throw RowFault(column: "geometry", code: "no-boundary", "\(area) has no polygon.")
        }
        return AreaBoundary(
            area: area, rings: try parts.map { try ring($0, of: area, within: extent, name) })
    }

    private static func code(of feature: JSONValue, among areas: Set<String>) -> String? {
        guard case .object(let properties)? = feature["properties"] else { return nil }
        func text(_ value: JSONValue?) -> String? {
            if case .text(let text)? = value, !TrimmedText.trim(text).isEmpty { TrimmedText.trim(text) } else { nil }
        }
        return codes.lazy.compactMap { text(feature["properties"]?[$0]) }.first
            ?? properties.lazy.compactMap { text($0.value) }.first { areas.contains($0) }
    }

    private static func ring(
        _ value: JSONValue, of area: String, within extent: MapExtent, _ name: String
    ) throws -> [MapPoint] {
        guard case .list(let positions) = value, positions.count >= 4 else {
            throw RowFault(column: "geometry", code: "bad-ring", "\(area) has a ring of fewer than four points.")
        }
        return try positions.map { position in
            guard case .list(let numbers) = position, numbers.count >= 2, let along = number(numbers[0]),
                let up = number(numbers[1])
            else { throw RowFault(column: "geometry", code: "bad-ring", "\(area) has a point without two numbers.") }
            let point = MapPoint(up, along)
            guard extent.holds(point) else {
                throw outside(point, of: area, within: extent, name)
            }
            return point
        }
    }

    /// What is wrong with a point that lies outside: with the whole file, or with its area alone.
    private static func outside(
        _ point: MapPoint, of area: String, within extent: MapExtent, _ name: String
    ) -> any Error {
        let words = "\(area) has \(PlainNumber.text(point.second)), \(PlainNumber.text(point.first))"
        if point.first.magnitude > 180 || point.second.magnitude > 180 { return inMetres(name, words) }
        if extent.holds(MapPoint(point.second, point.first)) {
            return Refusal(
                .input, code: "coordinates-swapped",
                "\(name.printable) has its coordinates the wrong way round: \(words).",
                remedy: "GeoJSON has longitude first, then latitude. Save the file again in that order.")
        }
        return RowFault(column: "geometry", code: "coordinates-outside", "\(words), which lies outside England.")
    }

    private static func noCollection(_ name: String) -> Refusal {
        Refusal(
            .input, code: "not-this-layout", "\(name.printable) is no GeoJSON: it is no FeatureCollection.",
            remedy: "Save the boundaries as GeoJSON, in longitude and latitude (WGS 84).")
    }

    private static func inMetres(_ name: String, _ words: String) -> Refusal {
        Refusal(
            .input, code: "not-degrees",
            "\(name.printable) is not in degrees but in metres, of the British National Grid as a rule: \(words).",
            remedy: "Save it in WGS 84 (EPSG:4326), as GeoJSON has it.")
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .decimal(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }
}
