import Vocabulary

// As people write it; `earlier` is never written.
extension AccountabilityEdge {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func words(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
        self.init(
            id: try container.decode(Slug.self, forKey: .id), actor: try container.decode(Party.self, forKey: .actor),
            forum: try container.decode(Party.self, forKey: .forum),
            about: try container.decode(String.self, forKey: .about),
            matter: try container.decodeIfPresent(Slug.self, forKey: .matter), standard: try words(.standard),
            explains: try words(.explains), questions: try words(.questions), judges: try words(.judges),
            consequences: try words(.consequences),
            direction: try container.decode(Direction.self, forKey: .direction),
            nature: try container.decode(Nature.self, forKey: .nature), legalBasis: try words(.legalBasis),
            from: try container.decode(Day.self, forKey: .from),
            until: try container.decodeIfPresent(Day.self, forKey: .until),
            citation: try container.decode(String.self, forKey: .citation))
    }
}

extension AccountabilityEdge.Party: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case organisation, committee, person, partnership
    }

    private static let publicWord = "public"

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard word == Self.publicWord else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription: "“\(word)” is not “public”, nor a key such as “organisation: Q99”"))
            }
            self = .thePublic
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let keys = CodingKeys.allCases.filter { container.contains($0) }
        guard let key = keys.first, keys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "one of organisation, committee, person or partnership is expected, or the word public"))
        }
        switch key {
        case .organisation: self = .organisation(try container.decode(OrganisationCode.self, forKey: key))
        case .committee: self = .committee(try container.decode(Slug.self, forKey: key))
        case .person: self = .person(try container.decode(Slug.self, forKey: key))
        case .partnership: self = .partnership(try container.decode(Slug.self, forKey: key))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        if self == .thePublic {
            var container = encoder.singleValueContainer()
            try container.encode(Self.publicWord)
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .organisation(let code): try container.encode(code, forKey: .organisation)
        case .committee(let name): try container.encode(name, forKey: .committee)
        case .person(let name): try container.encode(name, forKey: .person)
        case .partnership(let name): try container.encode(name, forKey: .partnership)
        case .thePublic: break
        }
    }
}

extension AccountabilityEdge.Party: CustomStringConvertible {
    /// Its kind and its name: `organisation/Q99`, `public`.
    public var description: String {
        switch self {
        case .organisation(let code): "organisation/\(code)"
        case .committee(let name): "committee/\(name)"
        case .person(let name): "person/\(name)"
        case .partnership(let name): "partnership/\(name)"
        case .thePublic: Self.publicWord
        }
    }
}
