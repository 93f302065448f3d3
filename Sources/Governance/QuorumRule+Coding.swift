import Vocabulary

extension QuorumRule: Codable {
    enum CodingKeys: String, CodingKey { case atLeast, moreThan, of, among, all, any }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let given = [CodingKeys.atLeast, .moreThan, .all, .any].filter { container.contains($0) }
        guard given.count == 1, let key = given.first else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a quorum has one of “atLeast”, “moreThan”, “all” and “any”"))
        }
        switch key {
        case .all: self = .all(try container.decode([QuorumRule].self, forKey: .all))
        case .any: self = .any(try container.decode([QuorumRule].self, forKey: .any))
        default: self = try QuorumRule.count(in: container, at: key)
        }
    }

    private static func count(
        in container: KeyedDecodingContainer<CodingKeys>, at key: CodingKeys
    ) throws -> QuorumRule {
        let whom = try container.decodeIfPresent(Whom.self, forKey: .of) ?? .anybody
        if key == .atLeast, let count = try? container.decode(Int.self, forKey: key) { return .atLeast(count, whom) }
        let among = try container.decodeIfPresent(Base.self, forKey: .among) ?? .members
        let text = try? container.decode(String.self, forKey: key)
        let numbers = (text ?? "").split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let numerator = numbers[0], let denominator = numbers[1] else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: container,
                debugDescription: key == .atLeast
                    ? "a whole number, or a part such as 1/3, is expected" : "a part such as 1/2 is expected")
        }
        return .part(
            numerator: numerator, denominator: denominator, isMoreThan: key == .moreThan, of: whom, among: among)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .all(let rules): try container.encode(rules, forKey: .all)
        case .any(let rules): try container.encode(rules, forKey: .any)
        case .atLeast(let count, let whom):
            try container.encode(count, forKey: .atLeast)
            if whom != .anybody { try container.encode(whom, forKey: .of) }
        case .part(let numerator, let denominator, let isMoreThan, let whom, let among):
            try container.encode("\(numerator)/\(denominator)", forKey: isMoreThan ? .moreThan : .atLeast)
            if whom != .anybody { try container.encode(whom, forKey: .of) }
            if among != .members { try container.encode(among, forKey: .among) }
        }
    }
}

extension QuorumRule.Whom: Codable {
    enum CodingKeys: String, CodingKey { case roles, votingRoles, people }

    /// The kinds that stand as a word.
    private static let words: [(word: String, whom: QuorumRule.Whom)] = [
        ("anybody", .anybody), ("voting", .voting), ("nonVoting", .nonVoting), ("officers", .officers),
    ]

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard let found = Self.words.first(where: { $0.word == word }) else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription: "“\(word)” is none of: anybody, voting, nonVoting, officers"))
            }
            self = found.whom
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let given = [CodingKeys.roles, .votingRoles, .people].filter { container.contains($0) }
        guard given.count == 1, let key = given.first else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "one of “roles”, “votingRoles” and “people” is expected"))
        }
        let names = try container.decode([Slug].self, forKey: key)
        self =
            switch key {
            case .roles: .roles(names)
            case .votingRoles: .votingRoles(names)
            case .people: .people(names)
            }
    }

    public func encode(to encoder: any Encoder) throws {
        if let found = Self.words.first(where: { $0.whom == self }) {
            var container = encoder.singleValueContainer()
            try container.encode(found.word)
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .roles(let names): try container.encode(names, forKey: .roles)
        case .votingRoles(let names): try container.encode(names, forKey: .votingRoles)
        case .people(let names): try container.encode(names, forKey: .people)
        case .anybody, .voting, .nonVoting, .officers: break
        }
    }
}
