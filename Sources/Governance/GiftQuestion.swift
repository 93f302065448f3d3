public import Vocabulary

/// A gift or hospitality about which the rules are asked, with what the same source gave before.
///
/// As JSON: `{"kind": "gift", "valuePence": 5000, "offeredOn": "2026-03-02", "isSupplier": false, "earlier":
/// [{"id": "wine", "offeredOn": "2025-12-18", "valuePence": 2000, "isDeclared": false}]}`. `value` may be
/// given as pounds in text.
public struct GiftQuestion: Hashable, Sendable, Codable {
    public var kind: Gift.Kind
    public var value: Money
    public var offeredOn: Day
    public var isSupplier: Bool
    public var isPromotional: Bool
    public var isBeyondModest: Bool
    /// Gifts that the person accepted from the same source; those too long ago to count may stand among them.
    public var earlier: [Earlier]

    public struct Earlier: Hashable, Sendable, Codable {
        public var id: Slug
        public var offeredOn: Day
        public var value: Money
        public var isDeclared: Bool

        public init(id: Slug, offeredOn: Day, value: Money, isDeclared: Bool = false) {
            self.id = id
            self.offeredOn = offeredOn
            self.value = value
            self.isDeclared = isDeclared
        }

        enum CodingKeys: String, CodingKey {
            case id, offeredOn
            case value = "valuePence"
            case isDeclared
        }
    }

    public init(
        kind: Gift.Kind, value: Money, offeredOn: Day, isSupplier: Bool = false, isPromotional: Bool = false,
        isBeyondModest: Bool = false, earlier: [Earlier] = []
    ) {
        self.kind = kind
        self.value = value
        self.offeredOn = offeredOn
        self.isSupplier = isSupplier
        self.isPromotional = isPromotional
        self.isBeyondModest = isBeyondModest
        self.earlier = earlier
    }

    enum CodingKeys: String, CodingKey {
        case kind
        case value = "valuePence"
        case offeredOn, isSupplier, isPromotional, isBeyondModest, earlier
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func flag(_ key: CodingKeys) throws -> Bool { try container.decodeIfPresent(Bool.self, forKey: key) ?? false }
        self.init(
            kind: try container.decode(Gift.Kind.self, forKey: .kind),
            value: try container.decode(Money.self, forKey: .value),
            offeredOn: try container.decode(Day.self, forKey: .offeredOn), isSupplier: try flag(.isSupplier),
            isPromotional: try flag(.isPromotional), isBeyondModest: try flag(.isBeyondModest),
            earlier: try container.decodeIfPresent([Earlier].self, forKey: .earlier) ?? [])
    }
}
