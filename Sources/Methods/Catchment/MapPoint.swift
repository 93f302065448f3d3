#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

public import Vocabulary

/// A place by two numbers: easting and northing, or latitude and longitude.
public struct MapPoint: Hashable, Sendable {
    /// Easting, or latitude.
    public let first: Double
    /// Northing, or longitude.
    public let second: Double

    public init(_ first: Double, _ second: Double) {
        self.first = first
        self.second = second
    }

    /// In which numbers places are told.
    public enum System: String, Sendable, CaseIterable {
        /// Easting and northing in metres.
        case metres
        /// Easting and northing in kilometres, or any flat map.
        case plane
        /// Latitude and longitude in degrees; distances are in kilometres.
        case degrees
    }

    /// Kilometres over the earth taken for a ball (6,371.0088 km), between two places in degrees.
    ///
    /// - Reference: Sinnott, Sky and Telescope 68 (1984) 159.
    public func greatCircle(to other: MapPoint) -> Double {
        let radian = Double.pi / 180
        let (up, along) = (sin((other.first - first) * radian / 2), sin((other.second - second) * radian / 2))
        let part = up * up + cos(first * radian) * cos(other.first * radian) * along * along
        return 2 * MapPoint.earth * asin(min(1, part.squareRoot()))
    }

    static let earth = 6_371.0088
}

/// The part of the map where places may lie.
public struct MapExtent: Hashable, Sendable {
    public let first: ClosedRange<Double>
    public let second: ClosedRange<Double>

    /// As the Rulebook has it: `80000 656000 5000 658000`.
    ///
    /// - Throws: `Refusal`, code `bad-extent`.
    public init(text: String) throws(Refusal) {
        let numbers = text.split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 4, numbers[0] <= numbers[1], numbers[2] <= numbers[3] else {
            throw Refusal(.rule, code: "bad-extent", "“\(text)” is no extent of a map.")
        }
        first = numbers[0]...numbers[1]
        second = numbers[2]...numbers[3]
    }

    public func holds(_ point: MapPoint) -> Bool { first.contains(point.first) && second.contains(point.second) }

    /// - Throws: `Refusal`: `coordinates-swapped` where a place lies within only with its two numbers exchanged,
    ///   `coordinates-outside` where it does not even then; both name it.
    public func check(_ points: [MapPoint], names: [String]) throws(Refusal) {
        for (point, name) in zip(points, names) where !holds(point) {
            let numbers = "\(digits(point.first)), \(digits(point.second))"
            if holds(MapPoint(point.second, point.first)) {
                throw Refusal(
                    .input, code: "coordinates-swapped",
                    "“\(name)” has its coordinates the wrong way round: \(numbers).",
                    remedy: "Easting or latitude comes first. See whether all rows are the wrong way round.")
            }
            throw Refusal(
                .input, code: "coordinates-outside", "“\(name)” lies outside the map: \(numbers).",
                remedy: "The first number is \(digits(first.lowerBound)) to \(digits(first.upperBound)), the second "
                    + "\(digits(second.lowerBound)) to \(digits(second.upperBound)).")
        }
    }
}
