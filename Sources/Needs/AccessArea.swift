public import Methods

/// A small area as a question on access to care has it.
///
/// What is not known is nil: such an area is listed as left out, and nothing is assumed for it.
public struct AccessArea: Hashable, Sendable {
    /// The code as published: `E01000001`.
    public let code: String
    public let name: String?
    /// Where its people live, latitude and longitude.
    public let place: MapPoint?
    public let people: Int?
    /// 1 is the most deprived fifth; nil where the index does not have the area.
    public let fifth: Int?
    /// True where it is one of those asked about; false beyond their border.
    public let isAsked: Bool

    public init(
        code: String, name: String? = nil, place: MapPoint?, people: Int?, fifth: Int?, isAsked: Bool
    ) {
        self.code = code
        self.name = name
        self.place = place
        self.people = people
        self.fifth = fifth
        self.isAsked = isAsked
    }
}

/// A place where care is given, with how much of it.
public struct AccessSite: Hashable, Sendable {
    /// As published, or as a local list has it.
    public let code: String
    public let name: String
    /// Latitude and longitude; nil where nobody could place it.
    public var place: MapPoint?
    /// In the question's unit; nil where it is not known.
    public var supply: Double?
    /// How far people go for it, in place of the question's reach.
    public var reach: Double?
    /// How it came to its place, or why it has none; nil where the file gave coordinates.
    public var placing: Placing?
    /// True in the area asked about, false beyond its border; nil where that is not known.
    public var isAsked: Bool?

    /// How a site that is known by its small area was placed.
    public enum Placing: Hashable, Sendable {
        /// At the centroid of its area.
        case centroid(String)
        /// Its area of 2011 is part of one of 2021.
        case merged(String, into: String)
        /// Its area of 2011 was split: in the middle of the people of its parts.
        case split(String, parts: [String])
        /// Nobody could place it, and why.
        case none(Gap)

        public enum Gap: String, Sendable, CaseIterable {
            /// The file gives no area.
            case noArea
            /// No lookup and no list of centroids has the area.
            case unknownArea
            /// Its area is known and has no centroid.
            case noCentroid
        }
    }

    public init(
        code: String, name: String, place: MapPoint?, supply: Double?, reach: Double? = nil, placing: Placing? = nil,
        isAsked: Bool? = nil
    ) {
        self.code = code
        self.name = name
        self.place = place
        self.supply = supply
        self.reach = reach
        self.placing = placing
        self.isAsked = isAsked
    }
}

extension AccessSite.Placing.Gap {
    /// As it stands in a list of what was left out.
    public var inWords: String {
        switch self {
        case .noArea: "the file gives no area for it"
        case .unknownArea: "no lookup or list of centroids has its area"
        case .noCentroid: "its area has no centroid"
        }
    }
}
