/// What activity is of: a provider's point of delivery, treatment function and tariff, or a sum over some of them.
public struct ActivityLine: Hashable, Comparable, Sendable {
    public var provider: String
    /// Nil where it is summed over; empty where none is stated. The other two likewise.
    public var pointOfDelivery: String?
    public var treatmentFunction: String?
    public var tariff: String?

    public init(provider: String, pointOfDelivery: String?, treatmentFunction: String?, tariff: String?) {
        (self.provider, self.pointOfDelivery) = (provider, pointOfDelivery)
        (self.treatmentFunction, self.tariff) = (treatmentFunction, tariff)
    }

    /// By what a provider's lines can be told apart.
    public enum Dimension: String, Sendable, Hashable, CaseIterable {
        case pointOfDelivery = "point-of-delivery"
        case treatmentFunction = "treatment-function"
        case tariff

        /// As the heading of a column.
        public var title: String {
            switch self {
            case .pointOfDelivery: "Point of delivery"
            case .treatmentFunction: "Treatment function"
            case .tariff: "Tariff"
            }
        }
    }

    public subscript(dimension: Dimension) -> String? {
        get {
            switch dimension {
            case .pointOfDelivery: pointOfDelivery
            case .treatmentFunction: treatmentFunction
            case .tariff: tariff
            }
        }
        set {
            switch dimension {
            case .pointOfDelivery: pointOfDelivery = newValue
            case .treatmentFunction: treatmentFunction = newValue
            case .tariff: tariff = newValue
            }
        }
    }

    /// The line of the sum in which this one is.
    public func summed(by dimensions: Set<Dimension>) -> ActivityLine {
        var line = self
        for dimension in Dimension.allCases where !dimensions.contains(dimension) { line[dimension] = nil }
        return line
    }

    public static func < (left: Self, right: Self) -> Bool { left.order.lexicographicallyPrecedes(right.order) }

    private var order: [String] { [provider, pointOfDelivery ?? "", treatmentFunction ?? "", tariff ?? ""] }
}
