import Vocabulary

extension AgendaItem.Subject: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case round, contract, initiative, organisation, minutes, decisions
    }

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer(), let word = try? container.decode(String.self) {
            guard word == "other" else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "“\(word)” is no subject: one key such as {round: dental-2025}, or other")
            }
            self = .other
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "one of round, contract, initiative, organisation, minutes, decisions is expected"
                ))
        }
        self =
            switch key {
            case .round: .round(try container.decode(Slug.self, forKey: key))
            case .contract: .contract(try container.decode(String.self, forKey: key))
            case .initiative: .initiative(try container.decode(Slug.self, forKey: key))
            case .organisation: .organisation(try container.decode(OrganisationCode.self, forKey: key))
            case .minutes: .minutes(of: try container.decode(Slug.self, forKey: key))
            case .decisions: .decisions(try container.decode([Slug].self, forKey: key))
            }
    }

    public func encode(to encoder: any Encoder) throws {
        if case .other = self {
            var container = encoder.singleValueContainer()
            try container.encode("other")
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .round(let id): try container.encode(id, forKey: .round)
        case .contract(let number): try container.encode(number, forKey: .contract)
        case .initiative(let id): try container.encode(id, forKey: .initiative)
        case .organisation(let code): try container.encode(code, forKey: .organisation)
        case .minutes(let meeting): try container.encode(meeting, forKey: .minutes)
        case .decisions(let ids): try container.encode(ids, forKey: .decisions)
        case .other: break
        }
    }

    /// For reading: `priority round dental-2025`; nil for no other record.
    public var inWords: String? {
        switch self {
        case .round(let id): "priority round \(id)"
        case .contract(let number): "contract \(number)"
        case .initiative(let id): "initiative \(id)"
        case .organisation(let code): "organisation \(code)"
        case .minutes(let meeting): "minutes of \(meeting)"
        case .decisions(let ids): "decisions outside a meeting: \(ids.map(\.description).joined(separator: ", "))"
        case .other: nil
        }
    }
}
