public import Tabular
public import Vocabulary

/// Population-weighted centroids of small areas: pages of a map service (JSON), one page, or one a line.
///
/// Each feature is a row, numbered through all pages: `attributes` with a code under `LSOA21CD` or `LSOA11CD`, and
/// `geometry` with `x` (longitude) and `y` (latitude) in degrees.
public enum AreaCentroidsFile {
    private static let codes = ["LSOA21CD", "LSOA11CD", "lsoa21cd", "lsoa11cd"]
    /// The reference of degrees on WGS 84.
    private static let degrees = 4_326

    /// True where the bytes begin as such a page does.
    public static func recognises(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(400), as: UTF8.self)
        return TrimmedText.trim(head).hasPrefix("{") && head.contains("\"objectIdFieldName\"")
    }

    /// - Returns: rows refused with `blank`, `no-place`, `duplicate-row`.
    /// - Throws: `Refusal` of kind `input`: `not-this-layout` where a page has no features, `not-degrees` where it is not in
    ///   degrees, `no-data-rows`, and what a document refuses that is no JSON.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> Reading<AreaCentroid> {
        var reading = Reading<AreaCentroid>()
        var seen: [String: Int] = [:]
        let lines = bytes.split { $0 == 10 || $0 == 13 }
        for (place, line) in lines.enumerated() {
            let page = try JSONValue(
                parsing: Array(line), named: lines.count > 1 ? "\(name), line \(place + 1)" : name)
            guard case .list(let features)? = page["features"] else {
                throw Refusal(.input, code: "not-this-layout", "\(name) is no page of areas: it has no features.")
            }
            if case .integer(let reference)? = page["spatialReference"]?["wkid"], reference != degrees {
                throw Refusal(
                    .input, code: "not-degrees", "\(name) is not in degrees: its spatial reference is \(reference).",
                    remedy: "Ask the service for spatial reference \(degrees).")
            }
            for feature in features {
                reading.rowsRead += 1
                do throws(RowFault) {
                    let centroid = try centroid(feature)
                    if let first = seen[centroid.area] {
                        throw RowFault(
                            column: nil, code: "duplicate-row",
                            "\(centroid.area) stands in row \(first) already.")
                    }
                    seen[centroid.area] = reading.rowsRead
                    reading.values.append(.init(row: reading.rowsRead, value: centroid))
                } catch {
                    reading.problems.append(
                        Problem(
                            row: reading.rowsRead, column: error.column, code: error.code, error.explanation,
                            effect: .refused))
                }
            }
        }
        guard reading.rowsRead > 0 else {
            throw Refusal(.input, code: "no-data-rows", "\(name) lists no area.", remedy: "Fetch the pages again.")
        }
        return reading
    }

    private static func centroid(_ feature: JSONValue) throws(RowFault) -> AreaCentroid {
        let area = codes.lazy.compactMap { code -> String? in
            if case .text(let text)? = feature["attributes"]?[code] { TrimmedText.trim(text) } else { nil }
        }.first { !$0.isEmpty }
        guard let area else { throw RowFault(column: codes[0], code: "blank", "\(codes[0]) is blank.") }
        guard let longitude = number(feature["geometry"]?["x"]), let latitude = number(feature["geometry"]?["y"]),
            (-180...180).contains(longitude), (-90...90).contains(latitude)
        else { throw RowFault(column: "geometry", code: "no-place", "\(area) has no place in degrees.") }
        return AreaCentroid(area: area, latitude: latitude, longitude: longitude)
    }

    private static func number(_ value: JSONValue?) -> Double? {
        switch value {
        case .decimal(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }
}
