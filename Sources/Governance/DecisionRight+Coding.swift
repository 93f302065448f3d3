import Vocabulary

// As people write it: what is absent is a default. `earlier` is never written.
extension DecisionRight {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func list<Item: Decodable>(_ key: CodingKeys) throws -> [Item] {
            try container.decodeIfPresent([Item].self, forKey: key) ?? []
        }
        func given<Item: Decodable>(_ key: CodingKeys) throws -> Item? {
            try container.decodeIfPresent(Item.self, forKey: key)
        }
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            matter: try container.decode(Slug.self, forKey: .matter),
            title: try container.decode(String.self, forKey: .title), alsoKnownAs: try list(.alsoKnownAs),
            level: try container.decode(Level.self, forKey: .level), extent: try given(.extent),
            standing: try given(.standing) ?? .settled, holder: try given(.holder), jointWith: try list(.jointWith),
            committee: try given(.committee), approach: try given(.approach), address: try given(.address),
            statutoryHolder: try given(.statutoryHolder), delegatedFrom: try given(.delegatedFrom),
            instrument: try given(.instrument), upTo: try given(.upTo), retained: try list(.retained),
            conditions: try list(.conditions), allowsSubDelegation: try given(.allowsSubDelegation) ?? false,
            from: try container.decode(Day.self, forKey: .from), until: try given(.until),
            document: try given(.document), citation: try container.decode(String.self, forKey: .citation))
    }
}
