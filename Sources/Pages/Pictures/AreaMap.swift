import Methods
public import Tabular
import Vocabulary

/// Areas where their people live, as large as they are many, by what is told of them; and sites among them.
///
/// A circle stands at the area's centroid, its area in proportion to people; where somebody gave boundaries, the area is
/// drawn by its own. Classes differ in lightness and outline, not in colour alone, and each area says its figures.
public struct AreaMap: PictureWithTable, Codable {
    public let title: String
    /// What is told of each area: `UDAs contracted a person`.
    public let valueTitle: String
    /// Decimals with which values are shown.
    public let places: Int
    public internal(set) var areas: [Area]
    public let sites: [Site]
    public let grouping: Grouping
    /// The plural noun of its table, and the stem of its ids.
    public internal(set) var key: String

    public struct Area: Hashable, Sendable, Codable {
        public let code: String
        public let name: String?
        public let latitude: Double
        public let longitude: Double
        public let people: Int
        /// Nil where there is none.
        public let value: Double?
        /// Rings of its boundary, each latitude and longitude by turns, closed; nil where none was given.
        public internal(set) var outline: [[Double]]?

        public init(
            code: String, name: String?, latitude: Double, longitude: Double, people: Int, value: Double?
        ) {
            self.code = code
            self.name = name
            self.latitude = latitude
            self.longitude = longitude
            self.people = people
            self.value = value
        }
    }

    public struct Site: Hashable, Sendable, Codable {
        public let words: String
        public let latitude: Double
        public let longitude: Double
        public let kind: Kind

        public enum Kind: String, Sendable, Codable, CaseIterable {
            case usual
            /// Beyond the border of the areas on the map.
            case beyond
            /// New, or what a change is about.
            case marked
        }

        public init(words: String, latitude: Double, longitude: Double, kind: Kind = .usual) {
            self.words = words
            self.latitude = latitude
            self.longitude = longitude
            self.kind = kind
        }
    }

    public enum Grouping: String, Hashable, Sendable, Codable {
        /// Equal numbers of areas by rank, from the least value, which is the darkest.
        case fifths
        /// The same from the greatest value.
        case fifthsFromMost
        /// Less than before, the same, more.
        case change
    }

    /// What an area without a value is: `no site in reach`.
    let absent: String

    /// - Parameters:
    ///   - key: the plural noun of its table, and the stem of its ids.
    ///   - absent: what an area without a value is.
    /// - Returns: nil of no areas.
    public init?(
        key: String, title: String, valueTitle: String, places: Int = 2, absent: String, areas: [Area],
        sites: [Site] = [], grouping: Grouping = .fifths
    ) {
        guard !areas.isEmpty else { return nil }
        self.key = key
        self.title = title
        self.valueTitle = valueTitle
        self.places = places
        self.absent = absent
        self.areas = areas
        self.sites = sites
        self.grouping = grouping
    }

    public var howToRead: String? {
        let (outlined, circles) = (outlinedAreas, areas.count - outlinedAreas)
        let squares = self.sites.isEmpty ? "" : " Small squares are sites."
        let how = "Shaded by \(valueTitle).\(squares) North is up."
        guard outlined > 0 else {
            return
                "Each circle is a small area, at the place where its people live on average; the larger, the more people. "
                + how
        }
        guard circles > 0 else { return "Each small area is drawn by the boundary that was given. \(how)" }
        return
            "Small areas are drawn by the boundaries that were given. For \(grouped(circles)) of \(grouped(areas.count)) "
            + "none was given: each is a circle at the place where its people live on average; the larger, the more "
            + "people. \(how)"
    }

    public var description: String {
        let people = areas.reduce(0) { $0 + $1.people }
        let groups = classes.map { "\($0.words): \(counted($0.areas, "area", "areas"))" }.joined(separator: "; ")
        return "\(counted(areas.count, "area", "areas")) with \(counted(people, "person", "people")), and "
            + "\(counted(sites.count, "site", "sites")). \(valueTitle), \(groups)."
    }

    public func table() -> Table {
        var table = Table(
            key: key, caption: title,
            columns: [
                .init("area", "Area"), .init("name", "Name"), .init("people", "People"), .init("value", valueTitle),
            ])
        let sorted = areas.sorted { ($0.value ?? -.infinity, $0.code) < ($1.value ?? -.infinity, $1.code) }
        for area in sorted {
            table.append([
                .text(area.code), .optional(area.name, else: "–"), .count(area.people),
                area.value.map { .number($0, places: places) } ?? .absent(absent),
            ])
        }
        return table
    }

    /// How areas are drawn, those with the least value first.
    struct Class {
        let words: String
        let style: String
        let areas: Int
    }

    /// Of each area the place of its class.
    var placesOfAreas: [Int] {
        switch grouping {
        case .change:
            return areas.map { area in
                guard let value = area.value, value != 0 else { return 1 }
                return value < 0 ? 0 : 2
            }
        case .fifths, .fifthsFromMost:
            // Five groups are never refused; of fewer values than five there are none.
            let found = try? QuantileGroups.places(
                of: areas.map(\.value), count: 5, highestFirst: grouping == .fifthsFromMost)
            return areas.indices.map { index in
                areas[index].value == nil ? 5 : (found?[index]).map { $0 - 1 } ?? 2
            }
        }
    }

    var classes: [Class] {
        let places = placesOfAreas
        func members(_ place: Int) -> [Area] { zip(areas, places).filter { $0.1 == place }.map(\.0) }
        if grouping == .change {
            return ["less than before", "the same", "more than before"].enumerated().map { place, words in
                Class(words: words, style: ["map-loses", "map-same", "map-gains"][place], areas: members(place).count)
            }
        }
        let fifths = (0..<5).compactMap { place -> Class? in
            let values = members(place).compactMap(\.value)
            guard let low = values.min(), let high = values.max() else { return nil }
            let isLeast = place == (grouping == .fifthsFromMost ? 4 : 0)
            let isMost = place == (grouping == .fifthsFromMost ? 0 : 4)
            let rank = isLeast ? ", the fifth with the least" : isMost ? ", the fifth with the most" : ""
            let range = text(low) == text(high) ? text(low) : "\(text(low)) to \(text(high))"
            return Class(words: "\(range)\(rank)", style: "map-\(place)", areas: values.count)
        }
        let without = members(5).count
        return without == 0 ? fifths : fifths + [Class(words: absent, style: "map-none", areas: without)]
    }

    func text(_ value: Double) -> String {
        let factor = (0..<places).reduce(1) { product, _ in product * 10 }
        let scaled = Int((value.magnitude * Double(factor)).rounded())
        let rest = String(scaled % factor)
        let decimals = places == 0 ? "" : "." + String(repeating: "0", count: max(0, places - rest.count)) + rest
        return (value < 0 && scaled > 0 ? "−" : "") + grouped(scaled / factor) + decimals
    }
}
